//! What the desk says about URLs: an authorization URL, redirect URLs side by side, and the returned URL.

use super::person::{CLIENT_ID, CODE, Person, START, first_file, german, loaded, written};
use crate::notation::{assert_said, kinds, the};
use authdesk::desk::tools::{compare_redirects, read_authorize_url, redirect};
use authdesk::desk::{
    Action, ClockAction, CodeAction, CommandAction, Desk, Field, FieldAction, FixAction, FoundIn, Loading,
    RedirectPair, Resource, SessionAction, ViewAction,
};
use authdesk::oauth::Secret;
use authdesk::reading::{Finding, FindingKind, RedirectText, Verdict};
use authdesk::texts::Language;

const URL: &str = "https://zoom.us/oauth/authorize?response_type=code&client_id=bX3hG4UYSRyJWQ3zGn8otg\
                   &redirect_uri=https%3A%2F%2Fwww.example.com%2F&state=xyz";
fn after(desk: Desk, action: impl Into<Action>) -> Desk {
    desk.after(action).unwrap_or(desk)
}

fn at(fragment: &str) -> Desk {
    Person::at(fragment).0
}

fn types(desk: Desk, field: Field, text: &str) -> Desk {
    after(desk, FieldAction::Typed(field, Secret::new(text)))
}

// An authorization URL.

fn read(desk: &Desk) -> Vec<Finding> {
    read_authorize_url::view(desk).expect("something was pasted").findings
}

#[test]
fn an_authorize_url_is_read_by_the_habits_of_the_provider() {
    let desk = at("#/tool/read-authorize-url");
    assert!(read_authorize_url::view(&desk).is_none(), "nothing was pasted");
    for (url, expected) in [
        (URL.to_owned(), "authorize-url-read"),
        (URL.replace("/zoom.us/oauth", "/api.zoom.us/oauth"), "authorize-url-read api-host@8+11"),
        (URL.replace("/zoom.us/oauth", "/acme.zoom.us/oauth"), "authorize-url-read vanity-host@8+12"),
        (URL.replace("/zoom.us/oauth", "/zoomgov.com/oauth"), "authorize-url-read government-host@8+11"),
        (format!("{URL}&scope=meeting:read"), "authorize-url-read scope-unwanted@140+18"),
        (format!("{URL}&optional_scope=meeting:read"), "authorize-url-read"),
        (
            URL.replace("&redirect_uri=https%3A%2F%2Fwww.example.com%2F", ""),
            "authorize-url-read parameter-missing=redirect_uri",
        ),
        (
            URL.replace("https%3A%2F%2Fwww.example.com", "http%3A%2F%2Flocalhost"),
            "authorize-url-read localhost-refused@97+25",
        ),
    ] {
        let desk = types(desk.clone(), Field::AuthorizeUrl, &url);
        assert_said(&read(&desk), expected, url);
    }
}

#[test]
fn a_fix_that_needs_the_provider_is_applied_and_taken_back() {
    let wrong = URL.replace("https://zoom.us/oauth/authorize", "https://api.zoom.us/oauth");
    let mut desk = types(at("#/tool/read-authorize-url"), Field::AuthorizeUrl, &wrong);
    for kind in [FindingKind::ApiHost, FindingKind::AuthorizePath] {
        let finding = the(kind, &read(&desk)).to_owned();
        desk = after(desk, FixAction::Fixed(Field::AuthorizeUrl, finding));
    }
    assert_eq!(desk.session().entry(Field::AuthorizeUrl).expose(), URL);
    assert_said(&read(&desk), "authorize-url-read", Field::AuthorizeUrl);
    desk = after(desk, FixAction::Undone);
    assert_eq!(desk.session().entry(Field::AuthorizeUrl).expose(), wrong.replace("api.zoom.us", "zoom.us"));
}

#[test]
fn fixes_that_need_no_provider_are_there_without_one() {
    let mut desk = at("#/tool/read-authorize-url");
    desk.provider = None;
    let desk = types(desk, Field::AuthorizeUrl, &URL.replace("response_type=code", "response_type=token"));
    let found = read(&desk);
    let finding = the(FindingKind::ResponseTypeNotCode, &found);
    let fixed = after(desk.clone(), FixAction::Fixed(Field::AuthorizeUrl, finding.clone()));
    // EXPOSE: the test compares the text.
    assert_eq!(fixed.session().entry(Field::AuthorizeUrl).expose(), URL);
    assert!(!desk.can_fix(Field::AuthorizeUrl, &Finding::whole(FindingKind::StateMissing)));
}

#[test]
fn what_was_entered_here_is_compared() {
    let mut desk = types(at("#/tool/read-authorize-url"), Field::AuthorizeUrl, URL);
    desk = types(desk, Field::ClientId, "AnotherClientId0000001");
    desk = types(desk, Field::RedirectUrl, "https://www.example.com");
    assert_said(&read(&desk), "authorize-url-read client-id-differs@61+22 redirect-differs@97+32", Field::AuthorizeUrl);
    desk = types(desk, Field::ClientId, CLIENT_ID);
    desk = types(desk, Field::RedirectUrl, "https://www.example.com/");
    assert_said(&read(&desk), "authorize-url-read", Field::AuthorizeUrl);
}

#[test]
fn parameters_are_decoded_once_and_secrets_are_masked() {
    let pasted = format!("{URL}&client_secret=hidden-words-1&code={CODE}&x=a%C2%A0b%2520c");
    let desk = types(at("#/tool/read-authorize-url"), Field::AuthorizeUrl, &pasted);
    let view = read_authorize_url::view(&desk).unwrap();
    let rows: Vec<(&str, &str, bool)> = view
        .parameters
        .iter()
        // EXPOSE: the test compares the texts.
        .map(|(name, value)| (name.as_str(), value.text.expose(), value.is_masked))
        .collect();
    assert_eq!(
        rows,
        [
            ("response_type", "code", false),
            ("client_id", CLIENT_ID, false),
            ("redirect_uri", "https://www.example.com/", false),
            ("state", "xyz", false),
            ("client_secret", "hidden-words-1", true),
            ("code", CODE, true),
            ("x", "a[U+00A0]b%20c", false),
        ]
    );
    assert_eq!(view.base.as_ref().unwrap().text.expose(), "https://zoom.us/oauth/authorize");
    let printed = format!("{view:?}");
    assert!(!printed.contains("hidden-words") && !printed.contains(CODE), "{printed}");
    let desk = types(desk, Field::AuthorizeUrl, "https://me:word@zoom.us/oauth/authorize?code=1");
    assert!(read_authorize_url::view(&desk).unwrap().base.unwrap().is_masked, "a password may be in it");
}

#[test]
fn a_long_paste_is_a_short_table() {
    let desk = at("#/tool/read-authorize-url");
    let many = types(desk.clone(), Field::AuthorizeUrl, &format!("{URL}{}", "&a=1".repeat(250_000)));
    let view = read_authorize_url::view(&many).unwrap();
    assert_eq!((view.parameters.len(), view.left_out), (50, 249_954));
    let long = types(desk, Field::AuthorizeUrl, &format!("{URL}&a={}", "b".repeat(1_000_000)));
    let value = read_authorize_url::view(&long).unwrap().parameters.pop().unwrap().1;
    assert_eq!(value.text.expose().chars().count(), 2001);
}

// Redirect URLs side by side.

fn compared(registered: &str, requested: &str, received: &str) -> Desk {
    let mut desk = at("#/tool/redirect-comparison");
    desk = types(desk, Field::Registered, registered);
    desk = types(desk, Field::Requested, requested);
    types(desk, Field::Received, received)
}

fn verdicts(pair: &RedirectPair<'_>) -> Vec<(String, Verdict)> {
    pair.modes.iter().map(|mode| (mode.id.to_owned(), mode.verdict)).collect()
}

#[test]
fn redirect_urls_are_shown_side_by_side_with_a_verdict_for_each_setting() {
    let desk = compared("https://zappysys.com/oauth", "https://zappysys.com/oauth/", "");
    let pairs = compare_redirects::pairs(&desk);
    assert_eq!(pairs.len(), 1);
    let pair = &pairs[0];
    assert_eq!((pair.left.0, pair.right.0), (RedirectText::Registered, RedirectText::Requested));
    assert_eq!(written(&pair.left.1), "https://zappysys.com/oauth[]");
    assert_eq!(written(&pair.right.1), "https://zappysys.com/oauth[/]");
    assert_said(&pair.findings, "slash-differs@26+1", Field::Requested);
    let says = |found_in| desk.finding_sentence(&pair.findings[0], found_in);
    let marked = FoundIn { is_marked: true, ..FoundIn::default() };
    assert_eq!(says(FoundIn::default()), format!("{} At character 27.", says(marked)), "its place is marked");
    let unknown = |id: &str| (id.to_owned(), Verdict::Unknown);
    let expected = [
        ("strict".to_owned(), Verdict::Refused),
        unknown("subdomain-check"),
        unknown("off"),
        unknown("allow-list"),
        unknown("pkce-loopback"),
    ];
    assert_eq!(verdicts(pair), expected);
    assert_eq!(compare_redirects::verdict_sentence(&desk, Verdict::Refused), "Rejected");
    for mode in &pair.modes {
        assert!(!mode.sources.is_empty() && mode.prose.is_some(), "{}", mode.id);
    }
}

#[test]
fn of_several_differences_the_worst_decides() {
    let of_off = |requested: &str| {
        let desk = compared("https://example.com/cb", requested, "");
        let pairs = compare_redirects::pairs(&desk);
        let off = pairs[0].modes.iter().find(|mode| mode.id == "off").unwrap();
        off.verdict
    };
    assert_eq!(of_off("https://example.com/cb/more"), Verdict::AcceptedReported);
    assert_eq!(of_off("https://a.example.com/cb"), Verdict::AcceptedReported);
    assert_eq!(of_off("https://a.example.com/other"), Verdict::RefusedReported);
    assert_eq!(of_off("http://a.example.com/cb"), Verdict::Unknown);
}

#[test]
fn the_registered_one_is_taken_and_put_back() {
    let mut desk = compared("https://example.com/cb", "https://Example.com/cb/ ", "");
    let findings = compare_redirects::pairs(&desk)[0].findings.clone();
    assert_said(&findings, "blank-differs@23+1 host-case-differs@8+1 slash-differs@22+1", Field::Requested);
    assert_eq!(
        written(&compare_redirects::pairs(&desk)[0].right.1),
        "https://[E]xample.com/cb[/][␣]",
        "a blank can be seen"
    );
    assert_eq!(compare_redirects::pairs(&desk)[0].fixed_by, Some(findings[0].clone()));
    desk = after(desk, FixAction::Fixed(Field::Requested, findings[0].to_owned()));
    assert_eq!(desk.session().entry(Field::Requested).expose(), "https://example.com/cb");
    assert_said(&compare_redirects::pairs(&desk)[0].findings, "same-byte-for-byte", Field::Requested);
    assert!(compare_redirects::pairs(&desk)[0].modes.is_empty(), "nothing to judge");
    assert!(compare_redirects::pairs(&desk)[0].fixed_by.is_none(), "nothing to fix");
    assert!(desk.session().can_undo(Field::Requested));
    desk = after(desk, FixAction::Undone);
    assert_eq!(desk.session().entry(Field::Requested).expose(), "https://Example.com/cb/ ");
}

#[test]
fn what_was_received_is_shown_without_its_code_and_without_a_verdict() {
    let received = format!("https://example.com/cb/?code={CODE}");
    let desk = compared("https://example.com/cb", "https://example.com/CB", &received);
    let pairs = compare_redirects::pairs(&desk);
    let sides: Vec<_> = pairs.iter().map(|pair| (pair.left.0, pair.right.0)).collect();
    use RedirectText::{Received, Registered, Requested};
    assert_eq!(sides, [(Registered, Requested), (Registered, Received), (Requested, Received)]);
    assert_said(&pairs[2].findings, "path-case-differs@20+2 slash-differs@22+1", Field::Requested);
    assert_eq!(written(&pairs[2].right.1), "https://example.com/[cb][/]");
    assert!(pairs[1].modes.is_empty() && pairs[2].modes.is_empty() && pairs[2].fixed_by.is_none());
    let desk = compared("https://example.com/cb", "https://example.com/cb", &received);
    assert_eq!(compare_redirects::pairs(&desk).len(), 2, "the third says what the second says");
    assert!(compare_redirects::pairs(&compared("https://example.com/cb", "", " ")).is_empty());
}

#[test]
fn only_the_comparison_asks_for_the_sentences_of_the_provider() {
    let before = |fragment: &str| {
        let mut person = Person::first_at(Language::ENGLISH, fragment);
        for wanted in [Resource::Lazy, Resource::Index, Resource::Provider("zoom".into())] {
            person.gets(wanted);
        }
        person.0
    };
    let wants = |fragment: &str| {
        before(fragment).wanted().into_iter().find(|wanted| matches!(wanted, Resource::ProviderProse(..)))
    };
    assert_eq!(wants("#/tool/redirect"), None);
    let wanted = wants("#/tool/redirect-comparison").unwrap();
    let waiting = first_file(&wanted);
    assert_eq!(waiting.file, "catalog/providers/zoom.en.json");
    let desk = after(before("#/tool/redirect-comparison"), loaded(Loading::Waits(waiting)));
    assert!(desk.provider_prose().unwrap().redirect_modes.contains_key("strict"));
    let desk = after(desk, ViewAction::ChoseLanguage(german()));
    assert!(desk.wanted().contains(&Resource::ProviderProse("zoom".into(), german())));
}

// The returned URL.

fn landed(desk: &Desk) -> Vec<Finding> {
    redirect::view(desk).expect("something was pasted").findings
}

fn at_verint() -> Desk {
    let desk = types(at("#/product/verint-recorder"), Field::ClientId, CLIENT_ID);
    types(desk, Field::RedirectUrl, "https://www.example.com/")
}

fn address(desk: &Desk) -> String {
    // EXPOSE: the state that the returned URL contains.
    format!("https://www.example.com/?code={CODE}&state={}", desk.session().state().unwrap().expose())
}

#[test]
fn another_address_is_shown_character_by_character() {
    let mut desk = at_verint();
    let good = address(&desk);
    desk = types(desk, Field::Landed, &good);
    assert!(compare_redirects::landing_pair(&desk, &redirect::view(&desk).unwrap()).is_none());
    desk = types(desk, Field::Landed, &good.replace("com/?", "com/cb?"));
    assert_said(&landed(&desk), "code-found state-matches address-differs", Field::Landed);
    let view = redirect::view(&desk).unwrap();
    let pair = compare_redirects::landing_pair(&desk, &view).unwrap();
    assert_eq!(
        (written(&pair.left.1).as_str(), written(&pair.right.1).as_str()),
        ("https://www.example.com/[]", "https://www.example.com/[cb]")
    );
    assert_said(&pair.findings, "path-differs@24+2", Field::Requested);
    assert!(pair.modes.is_empty() && pair.fixed_by.is_none());
}

#[test]
fn a_wrapped_address_is_unwrapped_by_its_fix_and_put_back() {
    let mut desk = at_verint();
    let good = address(&desk);
    let encoded: String = good
        .chars()
        .map(|ch| match ch {
            ch if ch.is_ascii_alphanumeric() || "-._".contains(ch) => ch.to_string(),
            ch => format!("%{:02X}", u32::from(ch)),
        })
        .collect();
    let wrapped = format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}&data=05");
    desk = types(desk, Field::Landed, &wrapped);
    assert_said(
        &landed(&desk),
        "code-found state-matches address-matches wrapped-address@52+108=Microsoft Safe Links scanner-may-have-used",
        Field::Landed,
    );
    let view = redirect::view(&desk).unwrap();
    // EXPOSE: the test compares the code.
    assert_eq!(view.code().unwrap().expose(), CODE);
    let finding = the(FindingKind::WrappedAddress, &view.findings).to_owned();
    desk = after(desk, FixAction::Fixed(Field::Landed, finding));
    assert_eq!(desk.session().entry(Field::Landed).expose(), good);
    assert_said(&landed(&desk), "code-found state-matches address-matches", Field::Landed);
    desk = after(desk, FixAction::Undone);
    assert_eq!(desk.session().entry(Field::Landed).expose(), wrapped);
}

#[test]
fn a_code_that_is_too_old_is_told() {
    let mut desk = at_verint();
    let good = address(&desk);
    desk = types(desk, Field::Landed, &good);
    desk = after(desk, ClockAction::ClockRead(START + 299_999));
    assert_said(&landed(&desk), "code-found state-matches address-matches", Field::Landed);
    assert_eq!(redirect::time_left(&redirect::view(&desk).unwrap()).as_deref(), Some("0:01"));
    desk = after(desk, ClockAction::ClockRead(START + 300_000));
    assert_said(&landed(&desk), "code-found state-matches address-matches code-too-old=5", Field::Landed);
    assert_eq!(redirect::time_left(&redirect::view(&desk).unwrap()).as_deref(), Some("0:00"));
    desk = types(desk, Field::Landed, &format!("{good}#"));
    assert_said(&landed(&desk), "code-found state-matches address-matches code-too-old=5", Field::Landed);
    let other: String = CODE.chars().rev().collect();
    desk = types(desk, Field::Landed, &good.replace(CODE, &other));
    // What is pasted now came now.
    assert_said(&landed(&desk), "code-found state-matches address-matches", Field::Landed);
}

#[test]
fn localhost_is_told_where_the_provider_disputes_it() {
    for (fragment, expected) in [("#/product/verint-recorder", "localhost-refused"), ("#/product/other-server", "")] {
        let desk = types(at(fragment), Field::RedirectUrl, "http://localhost:8080/cb");
        assert_said(&desk.field_findings(Field::RedirectUrl), expected, fragment);
    }
    // Whoever was sent there has a redirect URL that the server accepts.
    let desk = types(at("#/tool/redirect"), Field::Landed, "http://localhost:8080/cb?code=x");
    assert_said(&landed(&desk), "code-found", Field::Landed);
}

#[test]
fn a_code_in_a_second_command_is_told() {
    let used = |desk: &Desk| kinds(&landed(desk)).contains("code-used-in-command");
    let mut desk = at_verint();
    let good = address(&desk);
    assert!(desk.after(CodeAction::CopiedCommand).is_none(), "there is no code in it yet");
    desk = types(desk, Field::Landed, &good);
    desk = after(desk, CodeAction::CopiedCommand);
    assert!(!used(&desk), "this command is about to be run");
    let mut again = after(desk.clone(), CodeAction::CopiedCommand);
    assert!(used(&again));
    again = types(again, Field::Landed, &good.replace(CODE, "another"));
    assert!(!used(&again), "another code is a new one");
    assert!(!format!("{again:?}").contains(CODE), "only its fingerprint is remembered");
    again = after(again, SessionAction::Cleared);
    assert!(!used(&types(again, Field::Landed, &good)), "everything is forgotten");
    desk = types(types(desk, Field::Landed, ""), Field::Landed, &good);
    assert!(used(&desk), "the same code was pasted once more");
}

#[test]
fn a_code_typed_into_the_tool_is_remembered_too() {
    let mut desk = at("#/tool/token-request");
    for (field, text) in
        [(Field::ClientId, CLIENT_ID), (Field::RedirectUrl, "https://www.example.com/"), (Field::Code, CODE)]
    {
        desk = types(desk, field, text);
    }
    desk = after(desk, CodeAction::CopiedCommand);
    assert_said(&desk.field_findings(Field::Code), "", Field::Code);
    desk = after(desk, CodeAction::CopiedCommand);
    assert_said(&desk.field_findings(Field::Code), "code-used-in-command", Field::Code);
    desk = after(desk, CommandAction::ChoseRequest(authdesk::desk::RequestKind::RefreshToken));
    assert!(desk.after(CodeAction::CopiedCommand).is_none(), "this command has no code in it");
}

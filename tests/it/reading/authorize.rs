//! The findings about a pasted authorization URL: kind, place and the text after the fix, exactly.

use crate::notation::{assert_said, at, is_inside, the};
use authdesk::oauth::Endpoint;
use authdesk::reading::{AuthorizeHabits, Finding, FindingKind, read_authorize_url};
use proptest::prelude::*;

use super::fixed;

const START: &str = "https://zoom.us/oauth/authorize";
const GOOD: &str = "https://zoom.us/oauth/authorize?response_type=code&client_id=DemoClientId0000000001\
                    &redirect_uri=https%3A%2F%2Fexample.com%2Fcallback&state=xyz";
/// RFC 7636 appendix B.
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn with_habits<R>(use_them: impl FnOnce(&AuthorizeHabits<'_>) -> R) -> R {
    let endpoint = Endpoint::parse(START).unwrap();
    use_them(&AuthorizeHabits {
        endpoint: Some(&endpoint),
        wants_scope: false,
        needs_redirect: true,
        disputes_localhost: true,
        takes_loopback_with_pkce: true,
        api_hosts: &["api.zoom.us", "api-us.zoom.us"],
        vanity_suffix: ".zoom.us",
        government_hosts: &["zoomgov.com"],
        more_parameters: &["optional_scope", "include_granted_scopes"],
        own_pages: &["zoom.us/oauth/signin", "marketplace.zoom.us/authorize"],
        client_id: "",
        redirect_url: "",
    })
}

fn findings(text: &str) -> Vec<Finding> {
    with_habits(|habits| read_authorize_url(text, habits).findings)
}

/// What is said of a URL that was read: first of all, that it was.
fn read_and(expected: &str) -> String {
    format!("authorize-url-read {expected}").trim_end().to_owned()
}

#[track_caller]
fn says(text: &str, expected: &str) {
    assert_said(&findings(text), &read_and(expected), text);
}

/// It was not even read.
#[track_caller]
fn says_only(text: &str, expected: &str) {
    assert_said(&findings(text), expected, text);
}

/// The good URL with `what` in place of `of`.
fn good_with(of: &str, what: &str) -> String {
    assert_eq!(GOOD.matches(of).count(), 1, "{of}");
    GOOD.replace(of, what)
}

/// Exactly this finding, and this text after its fix, in which the finding is gone.
#[track_caller]
fn fixes(text: &str, expected: &str, after: &str) {
    says(text, expected);
    let kind = expected.split(['@', '=']).next().unwrap();
    let found = findings(text);
    let finding = found.iter().find(|finding| finding.kind.name() == kind).unwrap();
    let by_fix = fixed(finding, text);
    assert_eq!(by_fix.as_deref(), Some(after), "{text:?}");
    assert!(!findings(after).contains(finding), "{after:?} still has {finding:?}");
}

/// The text after the fix of that kind, which needs no knowledge of the provider.
#[track_caller]
fn fix(kind: FindingKind, text: &str) -> Option<String> {
    fixed(the(kind, &findings(text)), text)
}

#[track_caller]
fn does_not_fix(text: &str, expected: &str) {
    says(text, expected);
    has_no_fix(text);
}

#[track_caller]
fn has_no_fix(text: &str) {
    for finding in findings(text) {
        let after = fixed(&finding, text);
        assert_eq!(after, None, "{finding:?}");
    }
}

#[test]
fn a_good_address_is_read_and_nothing_is_said() {
    says(GOOD, "");
    says(&format!(" {GOOD}\n"), "");
    says(&good_with(START, "HTTPS://Zoom.US:443/oauth/authorize"), "");
    says(&format!("{GOOD}&code_challenge={CHALLENGE}&code_challenge_method=S256"), "");
    says(&format!("{GOOD}&optional_scope=a&include_granted_scopes=true&prompt=login"), "");
    says(&good_with("https%3A%2F%2Fexample.com%2Fcallback", "com.example.app%3A%2Foauth"), "");
    with_habits(|habits| {
        let reading = read_authorize_url(GOOD, habits);
        assert_said(&reading.findings, "authorize-url-read", GOOD);
        assert_eq!(reading.base.expose(), START);
        let read: Vec<_> =
            reading.parameters.iter().map(|one| (one.name.as_str(), one.value.expose(), one.span.start)).collect();
        assert_eq!(
            read,
            [
                ("response_type", "code", 32),
                ("client_id", "DemoClientId0000000001", 51),
                ("redirect_uri", "https://example.com/callback", 84),
                ("state", "xyz", 134),
            ]
        );
    });
}

#[test]
fn what_is_no_address() {
    assert!(findings("").is_empty());
    assert!(findings(" \n").is_empty());
    says_only("hello", "no-address");
    let missing = "parameter-missing=response_type parameter-missing=client_id parameter-missing=redirect_uri";
    says(START, &format!("{missing} state-missing"));
    says("?response_type=code&client_id=a&redirect_uri=a%3A%2Fb&state=x", "no-address@0+0");
    says("response_type=code&client_id=a&redirect_uri=a%3A%2Fb&state=x", "no-address@0+0");
    let bare = GOOD.replace("https://", "");
    fixes(&bare, "not-https@0+0", GOOD);
    fixes(&GOOD.replace("https://zoom", "http://zoom"), "not-https@0+4", GOOD);
    says(&good_with("https://zoom.us", "https://id:secret@zoom.us"), "user-in-address@17+1");
}

#[test]
fn the_host_and_the_path() {
    fixes(&good_with(START, "https://zoom.us/oauth"), "authorize-path@15+6", GOOD);
    fixes(&good_with(START, "https://zoom.us"), "authorize-path@15+0", GOOD);
    fixes(&good_with(START, "https://zoom.us/oauth/token"), "authorize-path@15+12", GOOD);
    fixes(&good_with(START, "https://zoom.us/OAuth/authorize"), "authorize-path@15+16", GOOD);
    fixes(&good_with(START, "https://zoom.us/oauth/authorize/"), "authorize-path@15+17", GOOD);
    fixes(&good_with("zoom.us", "api.zoom.us"), "api-host@8+11", GOOD);
    fixes(&good_with("zoom.us", "API-US.zoom.us"), "api-host@8+14", GOOD);
    let both = good_with(START, "https://api.zoom.us/v2/");
    says(&both, "api-host@8+11 authorize-path@19+4");
    does_not_fix(&good_with("zoom.us", "company.zoom.us"), "vanity-host@8+15");
    does_not_fix(&good_with("zoom.us", "zoomgov.com"), "government-host@8+11");
    does_not_fix(&good_with("zoom.us", "marketplace.zoomgov.com"), "government-host@8+23");
    for host in ["zoom.com", "zoom.us.evil.example", "evilzoom.us", "evilzoomgov.com", "zoom.us:8443", "zom.us"] {
        does_not_fix(&good_with("zoom.us", host), &format!("other-host@8+{}", host.chars().count()));
    }
    for host in ["idp.example", "zoominfo.com", "zoom.example.com", "localhost:8080", "ü"] {
        says(&good_with("zoom.us", host), "");
    }
    says(&good_with(START, "https://idp.example/login"), "");
}

#[test]
fn missing_empty_and_repeated_parameters() {
    says(&good_with("response_type=code&", ""), "parameter-missing=response_type");
    says(&good_with("&client_id=DemoClientId0000000001", ""), "parameter-missing=client_id");
    says(&good_with("client_id=DemoClientId0000000001", "client_id="), "parameter-empty@51+10=client_id");
    says(&good_with("response_type=code", "response_type"), "parameter-empty@32+13=response_type");
    says(
        &good_with("redirect_uri=https%3A%2F%2Fexample.com%2Fcallback", "redirect_uri="),
        "parameter-empty@84+13=redirect_uri",
    );
    fixes(&format!("{GOOD}&response_type=code&response_type=code"), "repeated-parameter@144+18=response_type", GOOD);
    // RFC 6749 §3.1, and which one the server uses is not known.
    does_not_fix(&format!("{GOOD}&state=abc"), "repeated-parameter@144+9=state");
    says(&format!("{GOOD}&resource=a&resource=b"), "");
    says(&format!("{GOOD}&foo=1&bar"), "parameter-unknown@144+5 parameter-unknown@150+3");
    says(&format!("{GOOD}&Scope=a"), "parameter-unknown@144+7");
}

#[test]
fn an_address_without_a_needed_redirect() {
    let text = good_with("&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback", "");
    says(&text, "parameter-missing=redirect_uri");
    with_habits(|habits| {
        let habits = AuthorizeHabits { needs_redirect: false, ..*habits };
        assert_said(&read_authorize_url(&text, &habits).findings, "authorize-url-read", &text);
    });
}

#[test]
fn the_response_type_and_the_scope() {
    fixes(&good_with("=code", "=token"), "response-type-not-code@46+5", GOOD);
    fixes(&good_with("=code", "=Code"), "response-type-not-code@46+4", GOOD);
    fixes(&good_with("=code", "=code%20id_token"), "response-type-not-code@46+15", GOOD);
    // Errors A5.
    fixes(&format!("{GOOD}&scope=meeting:write"), "scope-unwanted@144+19", GOOD);
    fixes(&good_with("?response", "?scope=a+b&response"), "scope-unwanted@32+9", GOOD);
    fixes(&good_with("&state", "&scope=a&state"), "scope-unwanted@134+7", GOOD);
    with_habits(|habits| {
        let habits = AuthorizeHabits { wants_scope: true, ..*habits };
        let text = format!("{GOOD}&scope=openid");
        assert_said(&read_authorize_url(&text, &habits).findings, "authorize-url-read", &text);
    });
}

#[test]
fn proof_key_for_code_exchange() {
    // RFC 7636 §4.3: without a method it is `plain`.
    let challenge = format!("code_challenge={CHALLENGE}");
    does_not_fix(&format!("{GOOD}&{challenge}"), &format!("pkce-plain@144+{}", challenge.len()));
    for method in ["code_challenge_method=plain", "code_challenge_method=", "code_challenge_method"] {
        does_not_fix(&format!("{GOOD}&{challenge}&{method}"), &format!("pkce-plain@203+{}", method.len()));
    }
    let (with, after) = (
        format!("{GOOD}&{challenge}&code_challenge_method=s256"),
        format!("{GOOD}&{challenge}&code_challenge_method=S256"),
    );
    fixes(&with, "challenge-method-unknown@225+4", &after);
    does_not_fix(&with.replace("s256", "SHA256"), "challenge-method-unknown@225+6");
    for shape in [
        CHALLENGE.strip_prefix('E').unwrap(),
        &format!("{CHALLENGE}%3D"),
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
    ] {
        does_not_fix(
            &format!("{GOOD}&code_challenge={shape}&code_challenge_method=S256"),
            &format!("challenge-shape@159+{}", shape.len()),
        );
    }
    for bytes in [format!("b'{CHALLENGE}'"), format!("b%27{CHALLENGE}%27"), format!("b%22{CHALLENGE}%22")] {
        fixes(
            &format!("{GOOD}&code_challenge={bytes}&code_challenge_method=S256"),
            &format!("bytes-as-text@159+{}", bytes.len()),
            &format!("{GOOD}&code_challenge={CHALLENGE}&code_challenge_method=S256"),
        );
    }
    says(&format!("{GOOD}&code_challenge_method=S256"), "parameter-missing=code_challenge");
    says(&format!("{GOOD}&code_challenge="), "parameter-empty@144+15=code_challenge");
}

const REDIRECT: &str = "https%3A%2F%2Fexample.com%2Fcallback";

#[test]
fn pitfall_13_a_redirect_that_is_encoded_twice() {
    let text = good_with(REDIRECT, "https%253A%252F%252Fexample.com%252Fcallback%253Fx%253D1");
    fixes(&text, "encoded-twice@97+56", &good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"));
    says(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"), "");
    // An encoded character inside may well belong there. Decoded it would be no text, so it is encoded once and no URL.
    does_not_fix(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%F2"), "no-address@97+28");
    let no_text = "https%3A%2F%2Fzoom.us%F2";
    says_only(no_text, "encoded-twice@0+24");
    has_no_fix(no_text);
    says(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fa%2520b"), "");
    let whole = "https%3A%2F%2Fzoom.us%2Foauth%2Fauthorize%3Fresponse_type%3Dcode";
    says_only(whole, &format!("encoded-twice@0+{}", whole.len()));
    assert_eq!(
        fixed(&findings(whole)[0], whole).as_deref(),
        Some("https://zoom.us/oauth/authorize?response_type=code")
    );
}

#[test]
fn pitfall_14_two_question_marks_and_plus_signs() {
    says(
        "https://zoom.us/oauth/authorize?x=1?response_type=code",
        "parameter-missing=client_id parameter-missing=redirect_uri state-missing parameter-unknown@32+3 \
         second-question-mark@35+1",
    );
    fixes(
        &good_with("?response_type", "?prompt=login?response_type"),
        "second-question-mark@44+1",
        &good_with("?response_type", "?prompt=login&response_type"),
    );
    fixes(&good_with("&state", "?state"), "second-question-mark@133+1", GOOD);
    does_not_fix(&good_with("xyz", "ab+cd"), "state-not-url-safe@140+5");
    let scope = format!("{GOOD}&scope=a+b");
    fixes(&scope, "scope-unwanted@144+9", GOOD);
    // `#` cuts.
    does_not_fix(&format!("{GOOD}#cd"), "fragment-in-address@143+1");
    does_not_fix(&good_with("&state", "#&state"), "state-missing fragment-in-address@133+1");
}

#[test]
fn pitfall_18_the_state() {
    says(&good_with("&state=xyz", ""), "state-missing");
    says(&good_with("&state=xyz", "&state="), "state-missing");
    does_not_fix(&good_with("xyz", "{\"k\":1}"), "state-not-url-safe@140+7");
    does_not_fix(&good_with("xyz", "%7B%22k%22%3A1%7D"), "state-not-url-safe@140+17");
    for state in ["abc-_.~", "YWJj%3D%3D", "YWJj==", "a:b"] {
        says(&good_with("xyz", state), "");
    }
}

#[test]
fn pitfall_25_localhost_and_loopback() {
    for redirect in [
        "http%3A%2F%2Flocalhost%3A57000%2Foauth%2Fcallback",
        "http%3A%2F%2F127.0.0.1%3A8788%2Fcallback",
        "http%3A%2F%2F%5B%3A%3A1%5D%2Fcb",
        "https%3A%2F%2Flocalhost%2Fcb",
    ] {
        does_not_fix(&good_with(REDIRECT, redirect), &format!("localhost-refused@97+{}", redirect.len()));
    }
    let loopback = good_with(REDIRECT, "http%3A%2F%2F127.0.0.1%3A8788%2Fcallback");
    let pkce = format!("&code_challenge={CHALLENGE}&code_challenge_method=S256");
    says(&format!("{loopback}{pkce}"), "");
    let name = good_with(REDIRECT, "http%3A%2F%2Flocalhost%2Fcb");
    says(&format!("{name}{pkce}"), "localhost-refused@97+27");
    with_habits(|habits| {
        let habits = AuthorizeHabits { disputes_localhost: false, ..*habits };
        assert_said(&read_authorize_url(&loopback, &habits).findings, "authorize-url-read", &loopback);
        let habits = AuthorizeHabits { disputes_localhost: true, takes_loopback_with_pkce: false, ..habits };
        let text = format!("{loopback}{pkce}");
        let refused = read_and(&format!("localhost-refused{}", at(&text, "http%3A%2F%2F127.0.0.1%3A8788%2Fcallback")));
        assert_said(&read_authorize_url(&text, &habits).findings, &refused, &text);
    });
}

#[test]
fn the_redirect_url_itself() {
    for (redirect, kind) in [
        ("http%3A%2F%2Fexample.com%2Fcb", "redirect-not-https"),
        ("example.com%2Fcb", "no-address"),
        ("localhost%3A8080%2Fcb", "no-address"),
    ] {
        does_not_fix(&good_with(REDIRECT, redirect), &format!("{kind}@97+{}", redirect.len()));
    }
    let text = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2F%23cb");
    does_not_fix(&text, "fragment-in-address@97+33");
    fixes(&good_with(REDIRECT, "https://example.com/callback"), "redirect-not-encoded@97+28", GOOD);
    fixes(
        &good_with(REDIRECT, "https://example.com/callback?x=1"),
        "redirect-not-encoded@97+32",
        &good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"),
    );
    // It is not clear which level of encoding the `%` belongs to.
    does_not_fix(
        &good_with(REDIRECT, "https://example.com/a%20b"),
        "redirect-not-encoded@97+25 blank-in-address@97+25",
    );
}

#[test]
fn a_redirect_whose_own_query_was_cut_off() {
    let text = good_with(REDIRECT, "https://example.com/cb?x=1&y=2&z");
    says(&text, "redirect-not-encoded@97+26 redirect-cut-off@123+6");
    let after = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcb%3Fx%3D1%26y%3D2%26z");
    assert_eq!(fix(FindingKind::RedirectCutOff, &text).as_deref(), Some(after.as_str()));
    says(&after, "");
    let text = good_with(REDIRECT, "https://example.com/cb?x=1&amp;y=2");
    let after = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcb%3Fx%3D1%26y%3D2");
    assert_eq!(fix(FindingKind::RedirectCutOff, &text).as_deref(), Some(after.as_str()));
    // Without a query of its own there is nothing to cut off.
    says(&good_with(REDIRECT, "https://example.com/cb&y=2"), "redirect-not-encoded@97+22 parameter-unknown@120+3");
}

#[test]
fn entities_quotes_and_blanks() {
    let html = GOOD.replace('&', "&amp;");
    fixes(&html, "html-ampersand@50+5", GOOD);
    fixes(&GOOD.replace('&', "&#38;"), "html-ampersand@50+5", GOOD);
    fixes(&GOOD.replace('&', "&amp;amp;"), "html-ampersand@50+9", GOOD);
    says(&format!(" <{GOOD}>"), "quotes-left-out@1+1");
    says(&format!("{GOOD}\""), "quotes-left-out@143+1");
    let wrapped = good_with("&client", "&\r\n client").replace("&state", "\n&state");
    fixes(&wrapped, "blank-in-address@51+3", GOOD);
    says(&good_with("/oauth/", "/oa uth/"), "authorize-path@15+17 blank-in-address@18+1");
    // Pitfall P4.
    fixes(&good_with("0001", "0001%20"), "blank-in-address@83+3", GOOD);
    fixes(&good_with("client_id=", "client_id=+%09"), "blank-in-address@61+4", GOOD);
    says(&good_with("client_id=", "client_id=+ "), "blank-in-address@62+1");
    fixes(&good_with("%2Fcallback", "%2Fcallback%0A"), "blank-in-address@133+3", GOOD);
}

#[test]
fn a_secret_in_the_address_goes() {
    fixes(&good_with("&state", "&client_secret=hidden&state"), "secret-in-address@134+20=client_secret", GOOD);
    fixes(&format!("{GOOD}&code_verifier=hidden"), "secret-in-address@144+20=code_verifier", GOOD);
    let only = "https://zoom.us/oauth/authorize?client_secret=hidden";
    assert_eq!(fix(FindingKind::SecretInAddress, only).as_deref(), Some("https://zoom.us/oauth/authorize?"));
}

#[test]
fn other_values_than_entered() {
    with_habits(|habits| {
        let habits = AuthorizeHabits {
            client_id: "DemoClientId0000000001",
            redirect_url: "https://example.com/callback",
            ..*habits
        };
        for (text, expected) in [
            (GOOD.to_owned(), ""),
            (good_with("0001", "0002"), "client-id-differs@61+22"),
            // Pitfall P12.
            (good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%2F"), "redirect-differs@97+39"),
            // Errors A3.
            (good_with("DemoClientId0000000001", "YOUR_CLIENT_ID"), "placeholder-words@61+14"),
        ] {
            assert_said(&read_authorize_url(&text, &habits).findings, &read_and(expected), &text);
        }
    });
}

#[test]
fn debug_shows_no_value() {
    let text = "https://id:hidden@zoom.us/oauth/authorize?state=hidden&client_secret=a&hidden";
    let debug = with_habits(|habits| format!("{:?}", read_authorize_url(text, habits)));
    assert!(!debug.contains("hidden"), "{debug}");
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    for unit in [
        "?",
        "&",
        "&amp;",
        "a=1&",
        "?a=1",
        "a?",
        "scope=1&",
        " ",
        "\n a",
        "%20",
        "+",
        "=",
        "://",
        "#",
        "&#38;",
        "%",
        "redirect_uri=http://?&",
    ] {
        let text = format!("https://a.example/?{}", unit.repeat(20_000));
        for finding in findings(&text).iter().take(12) {
            let _ = fixed(finding, &text);
        }
    }
}

/// Pieces that form odd URLs more often than single characters do.
const PIECES: &[&str] = &[
    "https://",
    "zoom.us",
    "/oauth",
    "?",
    "&",
    "&amp;",
    "=",
    "#",
    "redirect_uri=",
    "client_id=",
    "scope=a",
    "%20",
    "+",
    "https%3A%2F%2F",
    "response_type=",
    "code",
    "state=",
    "client_secret=x",
    " ",
    "\r\n",
    "ü",
    "%",
    "\"",
    "x=1",
    "code_challenge=",
    "code_challenge_method=s256",
];

proptest! {
    #[test]
    fn never_panics_and_a_fix_takes_its_finding_away(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12),
    ) {
        let text = pieces.concat();
        for finding in findings(&text) {
            if let Some(after) = fixed(&finding, &text) {
                prop_assert!(!findings(&after).contains(&finding), "{text:?} -> {after:?}: {finding:?}");
            }
        }
    }

    #[test]
    fn never_panics(text in any::<String>()) {
        for finding in findings(&text) {
            prop_assert!(is_inside(&finding, &text, ""), "{finding:?}");
            let _ = fixed(&finding, &text);
        }
    }
}

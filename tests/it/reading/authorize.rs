//! The findings about a pasted authorization URL: kind, place and the text after the fix, exactly.

use authdesk::oauth::Endpoint;
use authdesk::reading::{AuthorizeHabits, Detail, Finding, FindingKind, read_authorize_url};
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
        client_id: "",
        redirect_url: "",
    })
}

fn findings(text: &str) -> Vec<Finding> {
    with_habits(|habits| read_authorize_url(text, habits).findings)
}

/// Kinds with the text at their places, without the first one, which only says that it was read.
fn said(text: &str, findings: &[Finding]) -> String {
    let one = |finding: &Finding| {
        let name = match finding.detail {
            Some(Detail::Name(name)) => format!("({name})"),
            _ => String::new(),
        };
        match finding.place {
            Some(place) => {
                let at: String = text.chars().skip(place.start).take(place.length).collect();
                format!("{}{name}[{at}]@{}", finding.kind.name(), place.start)
            }
            None => format!("{}{name}", finding.kind.name()),
        }
    };
    let shown = findings.iter().filter(|finding| finding.kind != FindingKind::AuthorizeUrlRead).map(one);
    shown.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(text: &str, expected: &str) {
    assert_eq!(said(text, &findings(text)), expected, "{text:?}");
}

/// The good URL with `what` in place of `of`.
fn good_with(of: &str, what: &str) -> String {
    assert_eq!(GOOD.matches(of).count(), 1, "{of}");
    GOOD.replace(of, what)
}

/// Exactly this finding, and this text after its fix, in which the finding is gone.
#[track_caller]
fn mends(text: &str, expected: &str, after: &str) {
    says(text, expected);
    let kind = expected.split(['[', '(', '@']).next().unwrap();
    let finding = findings(text).iter().find(|finding| finding.kind.name() == kind).unwrap().clone();
    let mended = fixed(&finding, text);
    assert_eq!(mended.as_deref(), Some(after), "{text:?}");
    assert!(!findings(after).contains(&finding), "{after:?} still has {finding:?}");
}

#[track_caller]
fn mends_not(text: &str, expected: &str) {
    says(text, expected);
    for finding in findings(text) {
        let mended = fixed(&finding, text);
        assert_eq!(mended, None, "{finding:?}");
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
        assert_eq!(reading.findings, [Finding::whole(FindingKind::AuthorizeUrlRead)]);
        assert_eq!(reading.base.expose(), START);
        let read: Vec<_> =
            reading.parameters.iter().map(|one| (one.name.as_str(), one.value.expose(), one.place.start)).collect();
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
    assert_eq!(findings("hello"), [Finding::whole(FindingKind::NoAddress)]);
    let missing = "parameter-missing(response_type) parameter-missing(client_id) parameter-missing(redirect_uri)";
    says(START, &format!("{missing} state-missing"));
    says("?response_type=code&client_id=a&redirect_uri=a%3A%2Fb&state=x", "no-address[]@0");
    says("response_type=code&client_id=a&redirect_uri=a%3A%2Fb&state=x", "no-address[]@0");
    let bare = GOOD.replace("https://", "");
    mends(&bare, "not-https[]@0", GOOD);
    mends(&GOOD.replace("https://zoom", "http://zoom"), "not-https[http]@0", GOOD);
    says(&good_with("https://zoom.us", "https://id:secret@zoom.us"), "user-in-address[@]@17");
}

#[test]
fn the_host_and_the_path() {
    mends(&good_with(START, "https://zoom.us/oauth"), "authorize-path[/oauth]@15", GOOD);
    mends(&good_with(START, "https://zoom.us"), "authorize-path[]@15", GOOD);
    mends(&good_with(START, "https://zoom.us/oauth/token"), "authorize-path[/oauth/token]@15", GOOD);
    mends(&good_with(START, "https://zoom.us/OAuth/authorize"), "authorize-path[/OAuth/authorize]@15", GOOD);
    mends(&good_with(START, "https://zoom.us/oauth/authorize/"), "authorize-path[/oauth/authorize/]@15", GOOD);
    mends(&good_with("zoom.us", "api.zoom.us"), "api-host[api.zoom.us]@8", GOOD);
    mends(&good_with("zoom.us", "API-US.zoom.us"), "api-host[API-US.zoom.us]@8", GOOD);
    let both = good_with(START, "https://api.zoom.us/v2/");
    says(&both, "api-host[api.zoom.us]@8 authorize-path[/v2/]@19");
    mends_not(&good_with("zoom.us", "company.zoom.us"), "vanity-host[company.zoom.us]@8");
    mends_not(&good_with("zoom.us", "zoomgov.com"), "government-host[zoomgov.com]@8");
    mends_not(&good_with("zoom.us", "marketplace.zoomgov.com"), "government-host[marketplace.zoomgov.com]@8");
    for host in ["idp.example", "zoom.us.evil.example", "evilzoom.us", "evilzoomgov.com", "zoom.us:8443", "ü"] {
        mends_not(&good_with("zoom.us", host), &format!("other-host[{host}]@8"));
    }
    mends_not(&good_with(START, "https://idp.example/login"), "other-host[idp.example]@8");
}

#[test]
fn missing_empty_and_repeated_parameters() {
    says(&good_with("response_type=code&", ""), "parameter-missing(response_type)");
    says(&good_with("&client_id=DemoClientId0000000001", ""), "parameter-missing(client_id)");
    says(&good_with("client_id=DemoClientId0000000001", "client_id="), "parameter-empty(client_id)[client_id=]@51");
    says(&good_with("response_type=code", "response_type"), "parameter-empty(response_type)[response_type]@32");
    says(
        &good_with("redirect_uri=https%3A%2F%2Fexample.com%2Fcallback", "redirect_uri="),
        "parameter-empty(redirect_uri)[redirect_uri=]@84",
    );
    mends(
        &format!("{GOOD}&response_type=code&response_type=code"),
        "repeated-parameter(response_type)[response_type=code]@144",
        GOOD,
    );
    // RFC 6749 §3.1, and which one the server uses is not known.
    mends_not(&format!("{GOOD}&state=abc"), "repeated-parameter(state)[state=abc]@144");
    says(&format!("{GOOD}&resource=a&resource=b"), "");
    says(&format!("{GOOD}&foo=1&bar"), "parameter-unknown[foo=1]@144 parameter-unknown[bar]@150");
    says(&format!("{GOOD}&Scope=a"), "parameter-unknown[Scope=a]@144");
}

#[test]
fn an_address_without_a_needed_redirect() {
    let text = good_with("&redirect_uri=https%3A%2F%2Fexample.com%2Fcallback", "");
    says(&text, "parameter-missing(redirect_uri)");
    with_habits(|habits| {
        let habits = AuthorizeHabits { needs_redirect: false, ..*habits };
        assert_eq!(read_authorize_url(&text, &habits).findings.len(), 1);
    });
}

#[test]
fn the_response_type_and_the_scope() {
    mends(&good_with("=code", "=token"), "response-type-not-code[token]@46", GOOD);
    mends(&good_with("=code", "=Code"), "response-type-not-code[Code]@46", GOOD);
    mends(&good_with("=code", "=code%20id_token"), "response-type-not-code[code%20id_token]@46", GOOD);
    // Errors A5.
    mends(&format!("{GOOD}&scope=meeting:write"), "scope-unwanted[scope=meeting:write]@144", GOOD);
    mends(&good_with("?response", "?scope=a+b&response"), "scope-unwanted[scope=a+b]@32", GOOD);
    mends(&good_with("&state", "&scope=a&state"), "scope-unwanted[scope=a]@134", GOOD);
    with_habits(|habits| {
        let habits = AuthorizeHabits { wants_scope: true, ..*habits };
        assert_eq!(read_authorize_url(&format!("{GOOD}&scope=openid"), &habits).findings.len(), 1);
    });
}

#[test]
fn proof_key_for_code_exchange() {
    // RFC 7636 §4.3: without a method it is `plain`.
    let challenge = format!("code_challenge={CHALLENGE}");
    mends_not(&format!("{GOOD}&{challenge}"), &format!("pkce-plain[{challenge}]@144"));
    for method in ["code_challenge_method=plain", "code_challenge_method=", "code_challenge_method"] {
        mends_not(&format!("{GOOD}&{challenge}&{method}"), &format!("pkce-plain[{method}]@203"));
    }
    let (with, after) = (
        format!("{GOOD}&{challenge}&code_challenge_method=s256"),
        format!("{GOOD}&{challenge}&code_challenge_method=S256"),
    );
    mends(&with, "challenge-method-unknown[s256]@225", &after);
    mends_not(&with.replace("s256", "SHA256"), "challenge-method-unknown[SHA256]@225");
    for shape in [
        CHALLENGE.strip_prefix('E').unwrap(),
        &format!("{CHALLENGE}%3D"),
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
    ] {
        mends_not(
            &format!("{GOOD}&code_challenge={shape}&code_challenge_method=S256"),
            &format!("challenge-shape[{shape}]@159"),
        );
    }
    says(&format!("{GOOD}&code_challenge_method=S256"), "parameter-missing(code_challenge)");
    says(&format!("{GOOD}&code_challenge="), "parameter-empty(code_challenge)[code_challenge=]@144");
}

const REDIRECT: &str = "https%3A%2F%2Fexample.com%2Fcallback";

#[test]
fn pitfall_13_a_redirect_that_is_encoded_twice() {
    let text = good_with(REDIRECT, "https%253A%252F%252Fexample.com%252Fcallback%253Fx%253D1");
    mends(
        &text,
        "encoded-twice[https%253A%252F%252Fexample.com%252Fcallback%253Fx%253D1]@97",
        &good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"),
    );
    says(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"), "");
    // An encoded character inside may well belong there. Decoded it would be no text, so it is encoded once and no URL.
    mends_not(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%F2"), "no-address[https%3A%2F%2Fexample.com%F2]@97");
    mends_not("https%3A%2F%2Fzoom.us%F2", "encoded-twice[https%3A%2F%2Fzoom.us%F2]@0");
    says(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fa%2520b"), "");
    let whole = "https%3A%2F%2Fzoom.us%2Foauth%2Fauthorize%3Fresponse_type%3Dcode";
    let finding = findings(whole)[0].clone();
    assert_eq!((finding.kind, findings(whole).len()), (FindingKind::EncodedTwice, 1));
    assert_eq!(fixed(&finding, whole).as_deref(), Some("https://zoom.us/oauth/authorize?response_type=code"));
}

#[test]
fn pitfall_14_two_question_marks_and_plus_signs() {
    says(
        "https://zoom.us/oauth/authorize?x=1?response_type=code",
        "parameter-missing(client_id) parameter-missing(redirect_uri) state-missing parameter-unknown[x=1]@32 \
         second-question-mark[?]@35",
    );
    mends(
        &good_with("?response_type", "?prompt=login?response_type"),
        "second-question-mark[?]@44",
        &good_with("?response_type", "?prompt=login&response_type"),
    );
    mends(&good_with("&state", "?state"), "second-question-mark[?]@133", GOOD);
    mends_not(&good_with("xyz", "ab+cd"), "state-not-url-safe[ab+cd]@140");
    let scope = format!("{GOOD}&scope=a+b");
    mends(&scope, "scope-unwanted[scope=a+b]@144", GOOD);
    // `#` cuts.
    mends_not(&format!("{GOOD}#cd"), "fragment-in-address[#]@143");
    mends_not(&good_with("&state", "#&state"), "state-missing fragment-in-address[#]@133");
}

#[test]
fn pitfall_18_the_state() {
    says(&good_with("&state=xyz", ""), "state-missing");
    says(&good_with("&state=xyz", "&state="), "state-missing");
    mends_not(&good_with("xyz", "{\"k\":1}"), "state-not-url-safe[{\"k\":1}]@140");
    mends_not(&good_with("xyz", "%7B%22k%22%3A1%7D"), "state-not-url-safe[%7B%22k%22%3A1%7D]@140");
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
        mends_not(&good_with(REDIRECT, redirect), &format!("localhost-refused[{redirect}]@97"));
    }
    let loopback = good_with(REDIRECT, "http%3A%2F%2F127.0.0.1%3A8788%2Fcallback");
    let pkce = format!("&code_challenge={CHALLENGE}&code_challenge_method=S256");
    says(&format!("{loopback}{pkce}"), "");
    let name = good_with(REDIRECT, "http%3A%2F%2Flocalhost%2Fcb");
    says(&format!("{name}{pkce}"), "localhost-refused[http%3A%2F%2Flocalhost%2Fcb]@97");
    with_habits(|habits| {
        let habits = AuthorizeHabits { disputes_localhost: false, ..*habits };
        assert_eq!(read_authorize_url(&loopback, &habits).findings.len(), 1);
        let habits = AuthorizeHabits { disputes_localhost: true, takes_loopback_with_pkce: false, ..habits };
        assert_eq!(read_authorize_url(&format!("{loopback}{pkce}"), &habits).findings.len(), 2);
    });
}

#[test]
fn the_redirect_url_itself() {
    for (redirect, kind) in [
        ("http%3A%2F%2Fexample.com%2Fcb", "redirect-not-https"),
        ("example.com%2Fcb", "no-address"),
        ("localhost%3A8080%2Fcb", "no-address"),
    ] {
        mends_not(&good_with(REDIRECT, redirect), &format!("{kind}[{redirect}]@97"));
    }
    let text = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2F%23cb");
    mends_not(&text, "fragment-in-address[https%3A%2F%2Fexample.com%2F%23cb]@97");
    mends(
        &good_with(REDIRECT, "https://example.com/callback"),
        "redirect-not-encoded[https://example.com/callback]@97",
        GOOD,
    );
    mends(
        &good_with(REDIRECT, "https://example.com/callback?x=1"),
        "redirect-not-encoded[https://example.com/callback?x=1]@97",
        &good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1"),
    );
    // It is not clear which level of encoding the `%` belongs to.
    mends_not(
        &good_with(REDIRECT, "https://example.com/a%20b"),
        "redirect-not-encoded[https://example.com/a%20b]@97 blank-in-address[https://example.com/a%20b]@97",
    );
}

#[test]
fn a_redirect_whose_own_query_was_cut_off() {
    let text = good_with(REDIRECT, "https://example.com/cb?x=1&y=2&z");
    says(&text, "redirect-not-encoded[https://example.com/cb?x=1]@97 redirect-cut-off[&y=2&z]@123");
    let finding = findings(&text).iter().find(|one| one.kind == FindingKind::RedirectCutOff).unwrap().clone();
    let after = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcb%3Fx%3D1%26y%3D2%26z");
    assert_eq!(fixed(&finding, &text).as_deref(), Some(after.as_str()));
    says(&after, "");
    let text = good_with(REDIRECT, "https://example.com/cb?x=1&amp;y=2");
    let finding = findings(&text).iter().find(|one| one.kind == FindingKind::RedirectCutOff).unwrap().clone();
    let after = good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcb%3Fx%3D1%26y%3D2");
    assert_eq!(fixed(&finding, &text).as_deref(), Some(after.as_str()));
    // Without a query of its own there is nothing to cut off.
    says(
        &good_with(REDIRECT, "https://example.com/cb&y=2"),
        "redirect-not-encoded[https://example.com/cb]@97 parameter-unknown[y=2]@120",
    );
}

#[test]
fn entities_quotes_and_blanks() {
    let html = GOOD.replace('&', "&amp;");
    mends(&html, "html-ampersand[&amp;]@50", GOOD);
    mends(&GOOD.replace('&', "&#38;"), "html-ampersand[&#38;]@50", GOOD);
    mends(&GOOD.replace('&', "&amp;amp;"), "html-ampersand[&amp;amp;]@50", GOOD);
    says(&format!(" <{GOOD}>"), "quotes-left-out[<]@1");
    says(&format!("{GOOD}\""), "quotes-left-out[\"]@143");
    let wrapped = good_with("&client", "&\r\n client").replace("&state", "\n&state");
    mends(&wrapped, "blank-in-address[\r\n ]@51", GOOD);
    says(&good_with("/oauth/", "/oa uth/"), "authorize-path[/oa uth/authorize]@15 blank-in-address[ ]@18");
    // Pitfall P4.
    mends(&good_with("0001", "0001%20"), "blank-in-address[%20]@83", GOOD);
    mends(&good_with("client_id=", "client_id=+%09"), "blank-in-address[+%09]@61", GOOD);
    says(&good_with("client_id=", "client_id=+ "), "blank-in-address[ ]@62");
    mends(&good_with("%2Fcallback", "%2Fcallback%0A"), "blank-in-address[%0A]@133", GOOD);
}

#[test]
fn a_secret_in_the_address_goes() {
    mends(
        &good_with("&state", "&client_secret=hidden&state"),
        "secret-in-address(client_secret)[client_secret=hidden]@134",
        GOOD,
    );
    mends(&format!("{GOOD}&code_verifier=hidden"), "secret-in-address(code_verifier)[code_verifier=hidden]@144", GOOD);
    let only = "https://zoom.us/oauth/authorize?client_secret=hidden";
    let finding = findings(only).iter().find(|one| one.kind == FindingKind::SecretInAddress).unwrap().clone();
    assert_eq!(fixed(&finding, only).as_deref(), Some("https://zoom.us/oauth/authorize?"));
}

#[test]
fn other_values_than_entered() {
    with_habits(|habits| {
        let habits = AuthorizeHabits {
            client_id: "DemoClientId0000000001",
            redirect_url: "https://example.com/callback",
            ..*habits
        };
        let of = |text: &str| said(text, &read_authorize_url(text, &habits).findings);
        assert_eq!(of(GOOD), "");
        assert_eq!(of(&good_with("0001", "0002")), "client-id-differs[DemoClientId0000000002]@61");
        // Pitfall P12.
        assert_eq!(
            of(&good_with(REDIRECT, "https%3A%2F%2Fexample.com%2Fcallback%2F")),
            "redirect-differs[https%3A%2F%2Fexample.com%2Fcallback%2F]@97"
        );
        // Errors A3.
        assert_eq!(of(&good_with("DemoClientId0000000001", "YOUR_CLIENT_ID")), "placeholder-words[YOUR_CLIENT_ID]@61");
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
    fn never_panics_and_a_mend_takes_its_finding_away(
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
        let length = text.chars().count();
        for finding in findings(&text) {
            if let Some(place) = finding.place {
                prop_assert!(place.start + place.length <= length);
            }
            let _ = fixed(&finding, &text);
        }
    }
}

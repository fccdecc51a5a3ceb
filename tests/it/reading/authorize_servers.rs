//! Authorization URLs of other servers, and the pages to which the provider's own leads.

use super::fixed;
use crate::notation::{kinds, the};
use authdesk::oauth::Endpoint;
use authdesk::reading::{AuthorizeHabits, Finding, FindingKind, Severity, apply, read_authorize_url};

fn read(text: &str) -> Vec<Finding> {
    let endpoint = Endpoint::parse("https://zoom.us/oauth/authorize").unwrap();
    let habits = AuthorizeHabits {
        endpoint: Some(&endpoint),
        needs_redirect: true,
        disputes_localhost: true,
        api_hosts: &["api.zoom.us"],
        vanity_suffix: ".zoom.us",
        government_hosts: &["zoomgov.com"],
        own_pages: &["zoom.us/oauth/signin", "zoom.us/signin", "marketplace.zoom.us/authorize"],
        client_id: "DemoClientId",
        ..AuthorizeHabits::default()
    };
    read_authorize_url(text, &habits).findings
}

#[track_caller]
fn is_sound(text: &str) {
    let found = read(text);
    let faults: Vec<&Finding> = found.iter().filter(|finding| finding.kind.severity() >= Severity::Warning).collect();
    assert_eq!(kinds(faults), "", "{text}");
}

#[test]
fn urls_of_other_servers() {
    for text in [
        "https://github.com/login/oauth/authorize?client_id=Iv1.8a61&redirect_uri=https%3A%2F%2Fa.example%2Fcb&response_type=code&scope=repo%20user&state=abc",
        "https://accounts.google.com/o/oauth2/v2/auth?client_id=1.apps.googleusercontent.com&redirect_uri=https%3A%2F%2Fa.example&response_type=code&scope=openid%20email&access_type=offline&prompt=consent&include_granted_scopes=true&state=x",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=6731de76&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2Fmyapp%2F&response_mode=query&scope=offline_access%20user.read&state=12345",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=6731de76&response_type=code%20id_token&redirect_uri=https%3A%2F%2Fa.example&scope=openid&state=1&nonce=2",
        "https://discord.com/oauth2/authorize?client_id=157&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&response_type=token&scope=identify&state=x",
        "https://dev-1.okta.com/oauth2/default/v1/authorize?client_id=a&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fa.example&state=x&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256",
        "https://acme.auth0.com/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example&scope=openid&audience=https%3A%2F%2Fapi&state=x",
        "http://localhost:8080/realms/demo/protocol/openid-connect/auth?client_id=a&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F&state=x",
        "http://127.0.0.1:8080/oauth/v2/auth?client_id=39691&response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%3A8091%2Fcb&state=x",
        "https://slack.com/oauth/v2/authorize?client_id=3336.5692&scope=incoming-webhook,commands&user_scope=&response_type=code&state=x",
        "https://auth.atlassian.com/authorize?audience=api.atlassian.com&client_id=a&scope=read%3Ajira-user&redirect_uri=https%3A%2F%2Fa.example&state=x&response_type=code&prompt=consent",
        "https://github.com/login/oauth/authorize?client_id=Iv1.8a61f9b3a7aba766&scope=user",
        "https://slack.com/oauth/v2/authorize?scope=incoming-webhook&client_id=33336676.569200954261",
        "https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri=https%3A%2F%2Fa.example&state=%7B%22a%22%3A1%7D",
        "https://id.example.com/authorize?client_id=a&response_type=code&redirect_uri=http%3A%2F%2F192.168.0.5%2Fcb&state=%7B%22a%22%3A1%7D",
        "http://keycloak:8080/auth?client_id=a&response_type=code&redirect_uri=http%3A%2F%2Fapp.local%2Fcb&state=x",
        "https://login.zoominfo.com/oauth/authorize?client_id=a&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fa.example&state=x",
    ] {
        is_sound(text);
    }
    // At the provider itself, the same is said as ever.
    assert!(kinds(&read("https://zoom.us/oauth/authorize?client_id=DemoClientId&response_type=code&scope=a&redirect_uri=https%3A%2F%2Fa.example&state=x")).contains("scope-unwanted"));
    assert!(kinds(&read("https://zoom.us/oauth/authorize?client_id=DemoClientId&response_type=token&redirect_uri=https%3A%2F%2Fa.example&state=x")).contains("response-type-not-code"));
    assert!(
        kinds(&read("https://id.example.com/authorize?client_id=a&response_type=cod&state=x"))
            .contains("response-type-not-code")
    );
}

#[test]
fn pages_of_the_provider_itself() {
    let rest = "client_id=DemoClientId&response_type=code&redirect_uri=https%3A%2F%2Fa.example%2Fcb";
    for page in [
        "https://zoom.us/oauth/signin?_rnd=1631722700681&",
        "https://zoom.us/signin?",
        "https://marketplace.zoom.us/authorize?_zmp_login_state=9Vjop&",
        "https://marketplace.zoom.us/authorize/?_x_zm_rtaid=H4mMBD.0560&_x_zm_rhtaid=714&",
        "https://ZOOM.us:443/oauth/signin?",
        "https://us02web.zoom.us/signin?",
        "https://acme.zoom.us/oauth/signin?_rnd=1&",
    ] {
        let text = format!("{page}{rest}");
        is_sound(&text);
        assert_eq!(kinds(&read(&text)), "authorize-url-read state-missing own-page", "{text}");
    }
    let scope = format!("https://marketplace.zoom.us/authorize?{rest}&scope=user:read&state=x");
    assert_eq!(kinds(&read(&scope)), "authorize-url-read own-page scope-unwanted");
    let other = format!("https://zoom.us/oauth/signing?{rest}&state=x");
    assert_eq!(kinds(&read(&other)), "authorize-url-read authorize-path");
    let grant = format!("https://zoom.us/oauth/authorize?{rest}&state=x&grant_type=authorization_code");
    assert_eq!(kinds(&read(&grant)), "authorize-url-read parameter-of-other-request");
    let missing = "https://zoom.us/oauth/signin?response_type=code&redirect_uri=https%3A%2F%2Fa.example%2Fcb&state=x";
    assert_eq!(kinds(&read(missing)), "authorize-url-read parameter-missing own-page");
}

#[test]
fn a_redirect_url_is_encoded_as_a_whole() {
    let start = "https://discord.com/oauth2/authorize?client_id=1";
    for (text, after) in [
        (
            format!("{start}&redirect_uri=http://localhost:3000/#/oauth/cb&response_type=token&state=x"),
            format!(
                "{start}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F%23%2Foauth%2Fcb&response_type=token&state=x"
            ),
        ),
        (
            format!("{start}&response_type=code&state=x&redirect_uri=https://a.example/#cb"),
            format!("{start}&response_type=code&state=x&redirect_uri=https%3A%2F%2Fa.example%2F%23cb"),
        ),
        (
            format!("{start}&response_type=code&state=x&redirect_uri=https://a.example/cb"),
            format!("{start}&response_type=code&state=x&redirect_uri=https%3A%2F%2Fa.example%2Fcb"),
        ),
    ] {
        let found = read(&text);
        let finding = the(FindingKind::RedirectNotEncoded, &found);
        assert_eq!(fixed(finding, &text).as_deref(), Some(after.as_str()));
        assert!(!kinds(&read(&after)).contains("redirect-not-encoded"), "{after}");
    }
    // Of a redirect URL that was cut off, only all of it together is encoded.
    let cut = format!("{start}&response_type=code&state=x&redirect_uri=https://a.example/cb?x=1&y=2");
    let found = read(&cut);
    assert!(the(FindingKind::RedirectNotEncoded, &found).fix.is_none());
    let after = format!("{start}&response_type=code&state=x&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1%26y%3D2");
    assert_eq!(fixed(the(FindingKind::RedirectCutOff, &found), &cut).as_deref(), Some(after.as_str()));
    // Half of it is encoded: which half is meant is not known.
    let half = "http://127.0.0.1:8080/auth?client_id=39691&response_type=code&redirect_uri=http://127.0.0.1:8091/authResponse?continue%3Dhttp://localhost:4200/a.html%26client_id%3D39691";
    let found = read(half);
    assert_eq!(kinds(&found), "authorize-url-read state-missing redirect-half-encoded");
    assert!(found.iter().all(|finding| finding.fix.is_none()));
}

#[test]
fn values_that_were_not_set_and_a_redirect_url_with_a_code() {
    let ask = |id: &str, redirect: &str| {
        format!("https://id.example.com/authorize?client_id={id}&response_type=code&redirect_uri={redirect}&state=x")
    };
    for word in ["undefined", "null", "None", "NaN", "%5Bobject%20Object%5D"] {
        assert_eq!(kinds(&read(&ask(word, "https%3A%2F%2Fa.example"))), "authorize-url-read value-not-set", "{word}");
        assert_eq!(kinds(&read(&ask("a", word))), "authorize-url-read value-not-set", "{word}");
    }
    assert_eq!(
        kinds(&read(&ask("a", "https%3A%2F%2Fa.example%3Fcode%3Db%26state%3Dc"))),
        "authorize-url-read redirect-has-code"
    );
    is_sound(&ask("nullable", "https%3A%2F%2Fa.example%3Ftenant%3Db"));
}

#[test]
fn a_fix_takes_its_finding_away() {
    for text in ["redirect_uri=\r\n %20", "https://zoom.us/oauth?redirect_uri=https://a.example/#x&scope=a&scope=a"] {
        for finding in read(text) {
            if let Some(fix) = &finding.fix {
                assert!(!read(&apply(text, fix)).contains(&finding), "{text:?} {finding:?}");
            }
        }
    }
}

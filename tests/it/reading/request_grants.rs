//! The grant type of a request.

use super::fixed;
use super::request_servers::{fails, faults, is_sound};
use crate::notation::{said, the};
use authdesk::reading::FindingKind;

fn ask(grant: &str) -> String {
    format!(
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type={grant}&code=abc&refresh_token=$T&username=a&password=b'"
    )
}

#[test]
fn mistyped_grants_and_what_was_meant() {
    for (typed, meant) in [
        ("auhorization_code", "authorization_code"),
        ("authorization-code", "authorization_code"),
        ("AuthorizationCode", "authorization_code"),
        ("authorisation_code", "authorization_code"),
        ("authorization_code%20", "authorization_code"),
        ("authorization_code%0D%0A", "authorization_code"),
        ("Authorization_Code", "authorization_code"),
        ("authorization code", "authorization_code"),
        ("code", "authorization_code"),
        ("ClientCredentials", "client_credentials"),
        ("client_credential", "client_credentials"),
        ("client-credentials", "client_credentials"),
        ("client_credentails", "client_credentials"),
        ("clientcredentials", "client_credentials"),
        ("refreshtoken", "refresh_token"),
        ("refresh-token", "refresh_token"),
        ("refesh_token", "refresh_token"),
        ("refresh", "refresh_token"),
        ("Password", "password"),
        ("pasword", "password"),
        ("account_credential", "account_credentials"),
        ("server_to_server", "account_credentials"),
        ("urn:ietf:params:oauth:grant-type:device-code", "urn:ietf:params:oauth:grant-type:device_code"),
        ("urn:ietf:params:oauth:granttype:jwt-bearer", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
    ] {
        let text = ask(typed);
        let found = faults(&text);
        let finding = the(FindingKind::GrantMistyped, &found);
        assert!(said([finding]).ends_with(&format!("={meant}")), "{typed}: {}", said([finding]));
        let by_fix = fixed(finding, &text).unwrap();
        assert!(by_fix.contains(&format!("grant_type={meant}&")), "{by_fix}");
        assert!(!faults(&by_fix).iter().any(|finding| finding.kind == FindingKind::GrantMistyped), "{by_fix}");
    }
}

#[test]
fn grants_that_are_none_of_ours_to_judge() {
    for grant in [
        "authorization_code",
        "refresh_token",
        "client_credentials",
        "password",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "urn:ietf:params:oauth:grant-type:saml2-bearer",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:ietf:params:oauth:grant-type:uma-ticket",
        "urn:ietf:params:oauth:grant-type:pre-authorized_code",
        "urn:openid:params:grant-type:ciba",
        "urn:example:oauth:my-own-grant",
        "http://auth0.com/oauth/grant-type/password-realm",
        "https://example.com/grants/authorization-code2",
        "ig_exchange_token",
        "fb_exchange_token",
        "device_code",
        "partner_credentials",
        "otp",
        "sms_code",
        "magic_link",
        "id_token",
        "$GRANT",
    ] {
        let text = ask(grant);
        let found = faults(&text);
        assert!(!said(&found).contains("grant"), "{grant}: {}", said(&found));
    }
}

#[test]
fn the_code_in_the_place_of_the_grant() {
    for (grant, code) in [
        ("abcdefgh", "abcdefgh"),
        ("41d42f1be7e24d4fd1a4", "41d42f1be7e24d4fd1a4"),
        ("pL9kTzRw2X_QvB7mNsYd-Qe4HcJtUgA8w", "other000"),
        ("4%2F0AfgeXvs1234567890abcdefghij", "other000"),
        ("OAQABAAIAAAAm06RFC8aHxMcZ", "$CODE"),
    ] {
        let text = format!("curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type={grant}&code={code}'");
        fails(&text, "grant-is-code");
    }
    is_sound(
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=authorization_code&code=pL9kTzRw2X_QvB7mNsYd'",
    );
}

#[test]
fn a_grant_with_the_next_parameter_in_it() {
    for rest in [",scope=a", ";scope=a", " scope=a", ", scope=a"] {
        let text =
            format!("curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials{rest}'");
        fails(&text, "grant-mistyped");
        assert!(faults(&text)[0].fix.is_none(), "the rest would be lost");
    }
    is_sound("curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials&scope=a'");
    is_sound("curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=urn:example:a=b'");
}

#[test]
fn an_account_number_is_no_account_id() {
    fails(
        "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d 'grant_type=account_credentials&account_id=1234567890'",
        "account-number",
    );
    is_sound(
        "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d 'grant_type=account_credentials&account_id=xQ2mV7TzR5aNcP0yLk8WdA'",
    );
}

#[test]
fn a_grant_is_judged_at_its_place() {
    let text = ask("auhorization_code");
    assert_eq!(
        said(&faults(&text)),
        format!("grant-mistyped{}=authorization_code", crate::notation::at(&text, "grant_type=auhorization_code"))
    );
    fails(
        "curl -u \"$ID:$SECRET\" https://id.example.com/oauth/token -d 'response_type=code&code=abc'",
        "parameter-missing",
    );
    // A quote that does not end has more in it than was meant.
    fails(
        "curl -u \"$ID:$SECRET\" https://id.example.com/token -d 'grant_type=client_credentials\"",
        "command-cut-off",
    );
}

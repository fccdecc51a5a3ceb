//! Client ID and secret in the form (RFC 6749 §2.3.1), in every format: what the text is, and that it never has the
//! credentials in the header too.

use authdesk::commands::{CommandError, Format, Purpose, SecretUse, Typed};
use authdesk::oauth::{
    Authentication, CLIENT_SECRET_PROMPT, Client, Endpoint, Grant, HttpRequest, Secret, device_request,
    revocation_request, token_request,
};
use strum::VariantArray;

const CLIENT: Client<'static> = Client { id: "my id:x", authentication: Authentication::Body };

fn endpoint() -> Endpoint {
    Endpoint::parse("https://a.example/token").unwrap()
}

fn refresh() -> HttpRequest {
    token_request(&endpoint(), &CLIENT, &Grant::RefreshToken).unwrap()
}

fn text(format: Format, request: &HttpRequest, secrets: SecretUse<'_>) -> String {
    // EXPOSE: it is compared.
    format.command(request, secrets).unwrap().text().expose().to_owned()
}

#[track_caller]
fn has(format: Format, lines: &str) {
    let text = text(format, &refresh(), SecretUse::Asked);
    assert!(text.contains(lines), "{text}");
}

#[test]
fn the_texts() {
    has(
        Format::Bash,
        r#"
  printf '%s' 'Refresh Token: ' >&2; IFS= read -rs answer_1; printf '\n' >&2
  printf '%s' 'Client Secret: ' >&2; IFS= read -rs answer_2; printf '\n' >&2
  {
    printf 'data-urlencode = "%s%s"\n' 'refresh_token=' "$(escaped "$answer_1")"
    printf 'data-urlencode = "%s%s"\n' 'client_secret=' "$(escaped "$answer_2")"
  } | curl --silent --show-error --globoff --config - \
    --header 'Content-Type: application/x-www-form-urlencoded' \
    --header 'Accept: application/json' \
    --data-urlencode 'grant_type=refresh_token' \
    --data-urlencode 'client_id=my id:x' \
    'https://a.example/token'
"#,
    );
    has(
        Format::PowerShell,
        "
    $form += 'refresh_token=' + (FormEncoded (Ask 'Refresh Token'))
    $form += 'client_id=my+id%3Ax'
    $form += 'client_secret=' + (FormEncoded (Ask 'Client Secret'))
",
    );
    has(
        Format::Httpie,
        r#"
    'grant_type=refresh_token' \
    'refresh_token=@'<(printf '%s' "$answer_1") \
    'client_id=my id:x' \
    'client_secret=@'<(printf '%s' "$answer_2")
"#,
    );
    has(
        Format::Python,
        "
    answer_1 = getpass.getpass('Refresh Token: ')
    answer_2 = getpass.getpass('Client Secret: ')
    form = [
        ('grant_type', 'refresh_token'),
        ('refresh_token', answer_1),
        ('client_id', 'my id:x'),
        ('client_secret', answer_2),
    ]
",
    );
    has(Format::Postman, r#"{ "key": "client_secret", "value": "{{client_secret}}" }"#);
    has(
        Format::Postman,
        r#"{ "key": "client_secret", "value": "", "type": "secret", "description": "Client Secret" }"#,
    );
    has(Format::Postman, r#""auth": { "type": "noauth" },"#);
    let file = text(Format::HttpFile, &refresh(), SecretUse::Asked);
    assert_eq!(
        file,
        "# @prompt password Refresh Token
# @prompt passwd Client Secret
# JetBrains: set these in http-client.private.env.json and select that environment.
# The client secret is sent as it is typed: form-encode it first if it has a space, +, & or %.
# @no-redirect
# @no-auto-encoding
POST https://a.example/token
Content-Type: application/x-www-form-urlencoded
Accept: application/json

grant_type=refresh_token&refresh_token={{password}}&client_id=my+id%3Ax&client_secret={{passwd}}
"
    );
    has(
        Format::Raw,
        "\r\n\r\ngrant_type=refresh_token&refresh_token=********&client_id=my+id%3Ax&client_secret=********",
    );
}

/// `set /p` is the only way to prompt, and a second `cmd` prompts for both.
#[test]
fn the_text_for_cmd() {
    assert_eq!(
        text(Format::Cmd, &refresh(), SecretUse::Asked),
        r#"cmd.exe /v:on /d /s /c "set "answer_1=" & set /p "answer_1=Refresh Token, visible here: " 1>&2 & set "answer_2=" & set /p "answer_2=^
Client Secret, visible here: " 1>&2 & set /p "=data-urlencode refresh_token=!answer_1!" <nul & echo: & set /p "=data-urlencode client_secret=!answer_2!" <nul" | ^
curl.exe --silent --show-error --globoff ^
  --header "Content-Type: application/x-www-form-urlencoded" ^
  --header "Accept: application/json" ^
  --data-urlencode "grant_type=refresh_token" ^
  --config - ^
  --data-urlencode "client_id=my id:x" ^
  --write-out "\n" ^
  "https://a.example/token"
"#
    );
    let command = Format::Cmd.command(&refresh(), SecretUse::Asked).unwrap();
    let asked: Vec<Purpose> = command.lines().iter().map(|line| line.purpose).take(2).collect();
    assert_eq!(asked, [Purpose::AsksVisibly("Refresh Token"), Purpose::AsksVisibly(CLIENT_SECRET_PROMPT)]);
    // With the secret written, the token is prompted for as it always is.
    let secret = Secret::new("a&b");
    let typed = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[] });
    let text = text(Format::Cmd, &refresh(), typed);
    assert!(text.contains("\n  --data-urlencode \"refresh_token@-\" ^\n"), "{text}");
    assert!(text.contains("\n  --data-urlencode \"client_secret=a&b\" ^\n"), "{text}");
}

#[test]
fn the_credentials_are_in_the_body_alone() {
    let (secret, token) = (Secret::new("hidden"), Secret::new("token"));
    let names = ["Refresh Token", "Device Code", "Token to revoke"].map(|name| (name, &token));
    let written = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &names });
    let code = Secret::new("code");
    let exchange = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
    let grants = [
        exchange,
        Grant::RefreshToken,
        Grant::AccountCredentials { account_id: "a" },
        Grant::ClientCredentials { scope: Some("b") },
        Grant::DeviceCode,
    ];
    let mut requests: Vec<_> = grants.iter().map(|grant| token_request(&endpoint(), &CLIENT, grant).unwrap()).collect();
    requests.push(device_request(&endpoint(), &CLIENT, None).unwrap());
    requests.push(revocation_request(&endpoint(), &CLIENT).unwrap());
    for request in &requests {
        for &format in Format::VARIANTS {
            for secrets in [SecretUse::Asked, written] {
                let text = text(format, request, secrets);
                assert!(text.contains("client_id") && text.contains("client_secret"), "{format:?} {text}");
                for header in ["Authorization", "--user", "user = ", "--auth=", "basic\""] {
                    assert!(!text.contains(header), "{format:?}: {header} in {text}");
                }
                assert_eq!(text.contains("hidden"), matches!(secrets, SecretUse::Written(_)), "{format:?} {text}");
            }
        }
    }
}

#[test]
fn names_what_was_typed_and_cannot_be_carried() {
    let bad = Secret::new("é\n");
    let typed = SecretUse::Written(Typed { client_secret: Some(&bad), answers: &[] });
    for &format in Format::VARIANTS {
        // A form can contain a line break; raw HTTP and Python encode it.
        if ![Format::Python, Format::Raw].contains(&format) {
            let refusal = format.command(&refresh(), typed).unwrap_err();
            assert_eq!(refusal, CommandError::ControlCharacter { part: "client_secret", at: 1 }, "{format:?}");
        }
    }
    // Raw HTTP prompts for nothing.
    let good = Secret::new("token");
    let typed = SecretUse::Written(Typed { client_secret: None, answers: &[("Refresh Token", &good)] });
    let refusal = Format::Raw.command(&refresh(), typed).unwrap_err();
    assert_eq!(refusal, CommandError::NotKnown { part: "client_secret" });
}

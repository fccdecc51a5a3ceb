//! What is printed for PowerShell and for cmd, as it is.

use authdesk::commands::{CommandError, Purpose, SecretUse, Typed, cmd, powershell, powershell_exchange};
use authdesk::oauth::{
    Authentication, Authorization, Client, Endpoint, FormField, FormValue, Grant, HttpRequest, Method, PairEncoding,
    Secret, api_request, revocation_request, token_request,
};

fn text_of(command: &authdesk::commands::Command) -> String {
    // EXPOSE: it is compared.
    command.text().expose().to_owned()
}

fn basic(encoding: PairEncoding) -> Client<'static> {
    Client { id: "MyId", authentication: Authentication::Basic(encoding) }
}

fn endpoint() -> Endpoint {
    Endpoint::parse("https://zoom.us/oauth/token").unwrap()
}

#[test]
fn the_text_for_powershell() {
    let code = Secret::new("obB\u{2019}s 'x'");
    let grant =
        Grant::AuthorizationCode { code: &code, redirect_uri: Some("https://example.com/cb"), code_verifier: None };
    let request = token_request(&endpoint(), &basic(PairEncoding::Raw), &grant).unwrap();
    let text = text_of(&powershell(&request, SecretUse::Asked).unwrap());
    let middle = r"
  try {
    $headers = @{}
    $form = @()
    $headers['Authorization'] = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('MyId:' + (Ask 'Client Secret')))
    $headers['Accept'] = 'application/json'
    $form += 'grant_type=authorization_code'
    $form += 'code=obB%E2%80%99s+%27x%27'
    $form += 'redirect_uri=https%3A%2F%2Fexample.com%2Fcb'
    $answer = Invoke-RestMethod -Method Post -Uri 'https://zoom.us/oauth/token' -ContentType 'application/x-www-form-urlencoded' -Body ($form -join '&') -Headers $headers -MaximumRedirection 0
";
    assert!(text.contains(middle), "{text}");
    assert!(!text.contains("function FormEncoded"));
    let id = Client { id: "a\u{2018}b\u{201b}'", ..basic(PairEncoding::Raw) };
    let request = token_request(&endpoint(), &id, &Grant::RefreshToken).unwrap();
    let text = text_of(&powershell(&request, SecretUse::Asked).unwrap());
    assert!(text.contains("GetBytes('a\u{2018}\u{2018}b\u{201b}\u{201b}'':' + "), "{text}");
    assert!(text.contains("$form += 'refresh_token=' + (FormEncoded (Ask 'Refresh Token'))"), "{text}");
    let call = api_request(&Endpoint::parse("https://api.zoom.us").unwrap(), "/v2/users/me").unwrap();
    let text = text_of(&powershell(&call, SecretUse::Asked).unwrap());
    assert!(text.contains("$headers['Authorization'] = 'Bearer ' + (Ask 'Access Token')\n"), "{text}");
    assert!(text.contains("-Method Get -Uri 'https://api.zoom.us/v2/users/me' -Headers"), "{text}");
}

#[test]
fn what_is_typed_stands_in_the_text() {
    let (secret, token) = (Secret::new("it's %A% \u{2019}\""), Secret::new("t&k=\u{e9}"));
    let answers = [("Refresh Token", &token), ("Access Token", &token)];
    let both = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &answers });
    let request = |encoding| token_request(&endpoint(), &basic(encoding), &Grant::RefreshToken).unwrap();
    let raw = request(PairEncoding::Raw);
    let text = text_of(&powershell(&raw, both).unwrap());
    let lines = "
    $headers['Authorization'] = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('MyId:' + 'it''s %A% \u{2019}\u{2019}\"'))
    $headers['Accept'] = 'application/json'
    $form += 'grant_type=refresh_token'
    $form += 'refresh_token=t%26k%3D%C3%A9'
";
    assert!(text.contains(lines) && !text.contains("function Ask") && !text.contains("function FormEncoded"), "{text}");
    let text = text_of(&powershell(&request(PairEncoding::FormEncoded), both).unwrap());
    assert!(text.contains("GetBytes('MyId:' + 'it%27s+%25A%25+%E2%80%99%22'))"), "{text}");

    let secret = Secret::new("it's %A% \"");
    let both = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &answers });
    assert_eq!(
        text_of(&cmd(&raw, both).unwrap()),
        r#"curl.exe --silent --show-error --globoff ^
  --user ^"MyId:it's %^A%^ \^"^" ^
  --header "Content-Type: application/x-www-form-urlencoded" ^
  --header "Accept: application/json" ^
  --data-urlencode "grant_type=refresh_token" ^
  --data ^"refresh_token=t%^26k%^3D%^C3%^A9^" ^
  --write-out "\n" ^
  "https://zoom.us/oauth/token"
"#
    );
    let text = text_of(&cmd(&request(PairEncoding::FormEncoded), both).unwrap());
    assert!(text.contains("\n  --user ^\"MyId:it%^27s+%^25A%^25+%^22^\" ^\n"), "{text}");
    // curl prompts for nothing, so the semicolon has no meaning.
    let mut semicolon = raw.clone();
    semicolon.authorization = Authorization::Basic { client_id: ";a".to_owned(), encoding: PairEncoding::Raw };
    let plain = SecretUse::Written(Typed { client_secret: Some(&Secret::new("x:;")), answers: &[] });
    assert!(text_of(&cmd(&semicolon, plain).unwrap()).contains("\n  --user \";a:x:;\" ^\n"));
    let call = api_request(&Endpoint::parse("https://api.zoom.us").unwrap(), "/v2/users/me").unwrap();
    let token = Secret::new("a.b~c");
    let answers = [("Access Token", &token)];
    let known = SecretUse::Written(Typed { client_secret: None, answers: &answers });
    assert!(text_of(&cmd(&call, known).unwrap()).contains("\n  --header \"Authorization: Bearer a.b~c\" ^\n"));
    let text = text_of(&powershell(&call, known).unwrap());
    assert!(text.contains("$headers['Authorization'] = 'Bearer ' + 'a.b~c'\n"), "{text}");
    // It does not prompt for what was typed.
    let nothing = SecretUse::Written(Typed {
        client_secret: Some(&Secret::EMPTY),
        answers: &[("Refresh Token", &Secret::EMPTY)],
    });
    for format in [cmd, powershell, powershell_exchange] {
        let asked = text_of(&format(&raw, SecretUse::Asked).unwrap());
        assert_eq!(text_of(&format(&raw, nothing).unwrap()), asked);
    }
}

#[test]
fn what_is_typed_and_cannot_be_carried_is_named() {
    let request = token_request(&endpoint(), &basic(PairEncoding::Raw), &Grant::RefreshToken).unwrap();
    let call = api_request(&Endpoint::parse("https://api.zoom.us").unwrap(), "/v2/users/me").unwrap();
    let good = Secret::new("good");
    for format in [cmd, powershell, powershell_exchange] {
        let refused = |request: &HttpRequest, secret: &Secret, token: &Secret| {
            let answers = [("Refresh Token", token), ("Access Token", token)];
            let typed = Typed { client_secret: Some(secret), answers: &answers };
            format(request, SecretUse::Written(typed)).unwrap_err()
        };
        for control in ["\n", "\r", "\t", "\0", "\u{7f}", "\u{85}"] {
            let bad = Secret::new(format!("a{control}"));
            let error = |part| CommandError::ControlCharacter { part, at: 1 };
            assert_eq!(refused(&request, &bad, &good), error("client_secret"));
            assert_eq!(refused(&request, &good, &bad), error("refresh_token"));
            assert_eq!(refused(&call, &good, &bad), error("Authorization"));
        }
        let not_ascii = Secret::new("a\u{e9}");
        assert_eq!(refused(&call, &good, &not_ascii), CommandError::Character { part: "Authorization", at: 1 });
    }
    let not_ascii = Secret::new("a\u{e9}");
    let typed = SecretUse::Written(Typed { client_secret: Some(&not_ascii), answers: &[] });
    assert_eq!(cmd(&request, typed).unwrap_err(), CommandError::Character { part: "client_secret", at: 1 });
    assert!(powershell(&request, typed).is_ok());
}

#[test]
fn each_line_has_its_purpose() {
    let request = token_request(&endpoint(), &basic(PairEncoding::Raw), &Grant::RefreshToken).unwrap();
    let command = cmd(&request, SecretUse::Asked).unwrap();
    let purposes: Vec<Purpose> = command.lines().iter().map(|line| line.purpose).collect();
    assert_eq!(
        purposes,
        [
            Purpose::AsksVisibly("Refresh Token"),
            Purpose::Sends,
            Purpose::Asks("Client Secret"),
            Purpose::Header("Content-Type"),
            Purpose::Header("Accept"),
            Purpose::Field("grant_type"),
            Purpose::Field("refresh_token"),
            Purpose::Prints,
            Purpose::Address,
        ]
    );
    let command = powershell(&request, SecretUse::Asked).unwrap();
    let purposes: Vec<Purpose> = command.lines().iter().map(|line| line.purpose).collect();
    assert_eq!(
        purposes,
        [
            Purpose::Frame,
            Purpose::Strictness,
            Purpose::HidesTyping,
            Purpose::FormEncodes,
            Purpose::OldTls,
            Purpose::Frame,
            Purpose::Frame,
            Purpose::Asks("Client Secret"),
            Purpose::Header("Accept"),
            Purpose::Field("grant_type"),
            Purpose::Asks("Refresh Token"),
            Purpose::Sends,
            Purpose::Prints,
            Purpose::Fails,
            Purpose::Restores,
            Purpose::Frame,
        ]
    );
}

#[test]
fn powershell_has_the_form_of_a_get_in_the_address() {
    for (url, whole) in [
        ("https://a.example/x", "('https://a.example/x?' + "),
        ("https://a.example/x?y", "('https://a.example/x?y&' + "),
    ] {
        let request = HttpRequest {
            method: Method::Get,
            url: Endpoint::parse(url).unwrap(),
            authorization: Authorization::None,
            headers: Vec::new(),
            form: vec![FormField { name: "q", value: FormValue::Plain("a b".to_owned()) }],
        };
        let text = text_of(&powershell(&request, SecretUse::Asked).unwrap());
        assert!(text.contains(&format!("-Method Get -Uri {whole}($form -join '&')) -Headers")), "{text}");
    }
}

#[test]
fn the_text_for_cmd() {
    let code = Secret::new("obB%41!^&\"x\\");
    let grant = Grant::AuthorizationCode {
        code: &code,
        redirect_uri: Some("https://example.com/c\u{e4}"),
        code_verifier: None,
    };
    let request = token_request(&endpoint(), &basic(PairEncoding::Raw), &grant).unwrap();
    assert_eq!(
        text_of(&cmd(&request, SecretUse::Asked).unwrap()),
        r#"curl.exe --silent --show-error --globoff ^
  --user "MyId" ^
  --header "Content-Type: application/x-www-form-urlencoded" ^
  --header "Accept: application/json" ^
  --data-urlencode "grant_type=authorization_code" ^
  --data-urlencode ^"code=obB%^41!^^^&\^"x\\^" ^
  --data ^"redirect_uri=https%^3A%^2F%^2Fexample.com%^2Fc%^C3%^A4^" ^
  --write-out "\n" ^
  "https://zoom.us/oauth/token"
"#
    );
    let call = api_request(&Endpoint::parse("https://api.zoom.us").unwrap(), "/v2/users/me").unwrap();
    assert_eq!(
        text_of(&cmd(&call, SecretUse::Asked).unwrap()),
        r#"cmd.exe /v:on /d /s /c "set "answer=" & set /p "answer=Access Token, visible here: " 1>&2 & set /p "=Authorization: Bearer !answer!" <nul" | ^
curl.exe --silent --show-error --globoff ^
  --header "@-" ^
  --header "Accept: application/json" ^
  --get ^
  --write-out "\n" ^
  "https://api.zoom.us/v2/users/me"
"#
    );
    let revoke = revocation_request(&endpoint(), &basic(PairEncoding::Raw)).unwrap();
    assert!(text_of(&cmd(&revoke, SecretUse::Asked).unwrap()).contains("\n  --data-urlencode \"token@-\" ^\n"));
}

#[test]
fn what_cannot_be_carried_is_named() {
    let code = Secret::new("x");
    let exchange = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
    let request = |id, encoding| {
        let client = Client { id, authentication: Authentication::Basic(encoding) };
        token_request(&endpoint(), &client, &exchange).unwrap()
    };
    let refused = |request: &HttpRequest, error| assert_eq!(cmd(request, SecretUse::Asked).unwrap_err(), error);
    refused(&request("a", PairEncoding::FormEncoded), CommandError::PairEncoding);
    refused(&request("a\u{e4}", PairEncoding::Raw), CommandError::Character { part: "client_id", at: 1 });
    refused(&request(";a", PairEncoding::Raw), CommandError::Character { part: "client_id", at: 0 });
    let mut long = request("a", PairEncoding::Raw);
    long.form.push(FormField { name: "scope", value: FormValue::Plain("x".repeat(8000)) });
    refused(&long, CommandError::TooLong { most: 8191 });
    let mut two = request("a", PairEncoding::Raw);
    two.authorization = Authorization::Bearer("Access Token");
    two.form.push(FormField { name: "token", value: FormValue::AskedFor("Token") });
    refused(&two, CommandError::SecondQuestion { part: "token" });
    for control in ["\n", "\r", "\t", "\0", "\u{7f}", "\u{85}"] {
        for format in [cmd, powershell] {
            let mut broken = request("a", PairEncoding::Raw);
            broken.form.push(FormField { name: "scope", value: FormValue::Plain(format!("\u{e9}{control}")) });
            let error = CommandError::ControlCharacter { part: "scope", at: 1 };
            assert_eq!(format(&broken, SecretUse::Asked).unwrap_err(), error);
            let mut broken = request("a", PairEncoding::Raw);
            broken.headers.push(("X-Test", format!("a{control}")));
            let error = CommandError::ControlCharacter { part: "X-Test", at: 1 };
            assert_eq!(format(&broken, SecretUse::Asked).unwrap_err(), error);
        }
    }
    for format in [cmd, powershell] {
        let mut broken = request("a", PairEncoding::Raw);
        broken.headers.push(("X-Test", "a\u{e9}".to_owned()));
        assert_eq!(format(&broken, SecretUse::Asked).unwrap_err(), CommandError::Character { part: "X-Test", at: 1 });
        broken.authorization = Authorization::Basic { client_id: "ab:c".into(), encoding: PairEncoding::Raw };
        assert_eq!(format(&broken, SecretUse::Asked).unwrap_err(), CommandError::ColonInIdentifier { at: 2 });
        broken.authorization = Authorization::Basic { client_id: String::new(), encoding: PairEncoding::Raw };
        assert_eq!(format(&broken, SecretUse::Asked).unwrap_err(), CommandError::MissingIdentifier);
    }
}

//! What is printed for PowerShell and for cmd, read by parsers and by models of their documented rules. With Wine the
//! commands for cmd are run too, by the ignored test.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]
#![allow(clippy::indexing_slicing, clippy::string_slice)]
#![allow(dead_code, reason = "each test uses its part of the shared modules")]

#[path = "commands/cases.rs"]
mod cases;
#[path = "commands/cmd_model.rs"]
mod cmd_model;
#[path = "commands/powershell_model.rs"]
mod powershell_model;
#[path = "commands/recorder.rs"]
mod recorder;

use std::path::PathBuf;
use std::process::{Command, Stdio};

use authdesk::commands::{CommandError, cmd, powershell};
use authdesk::oauth::{
    Authentication, Authorization, Client, Endpoint, FormField, FormValue, Grant, HttpRequest, Method, PairEncoding,
    Secret, api_request, authorization_header, form_encoded, revocation_request, token_request,
};
use cases::{Body, Case, Chance};
use recorder::{Recorded, Recorder};

fn text_of(command: &authdesk::commands::Command) -> String {
    // EXPOSE: it is parsed, or run.
    command.text().expose().to_owned()
}

/// A request as it would arrive.
fn arriving(case: &Case, headers: Vec<(String, String)>, body: String) -> Recorded {
    Recorded {
        method: "POST".to_owned(),
        target: case.path.clone(),
        headers,
        body: body.into_bytes(),
        processes: Vec::new(),
    }
}

const SERVER: &str = "https://zoom.us";

#[test]
fn powershell_reads_every_value_as_it_was_meant() {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    let mut chance = Chance::new();
    for number in 0..cases::count() {
        let case = cases::case(&mut chance, SERVER, number);
        let text = text_of(&powershell(&case.request).unwrap());
        // The grammar does not know that a typographic quote ends a text; for it and for the others two are one.
        let tree = parser.parse(&text, None).unwrap();
        assert!(!tree.root_node().has_error(), "{text}\n{}", tree.root_node().to_sexp());
        let meant = powershell_model::evaluated(&text, &case.secret, &case.token);
        assert_eq!(meant.url, format!("{SERVER}{}", case.path));
        case.check(&arriving(&case, meant.headers, meant.body), Body::Exact);
    }
}

#[test]
fn cmd_hands_every_value_to_curl_as_it_was_meant() {
    let mut chance = Chance::new();
    let (mut carried, mut number) = (0, 0);
    while carried < cases::count() {
        let case = cases::case(&mut chance, SERVER, number);
        number += 1;
        let text = match cmd(&case.request) {
            Ok(command) => text_of(&command),
            Err(error) => {
                assert!(is_excused(&case, error), "{error:?} {case:?}");
                continue;
            }
        };
        carried += 1;
        assert!(text.len() <= 8191 && text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)));
        let parts = cmd_model::pipeline(&text);
        let curl = cmd_model::curl(&cmd_model::arguments(parts.last().unwrap()));
        assert_eq!(curl.url, format!("{SERVER}{}", case.path));
        let mut headers = curl.headers;
        if let Authorization::Basic { client_id, .. } = &case.request.authorization {
            assert_eq!(curl.user.as_deref(), Some(client_id.as_str()));
            let pair = authorization_header(client_id, &Secret::new(&*case.secret), PairEncoding::Raw).unwrap();
            // EXPOSE: it is compared.
            headers.push(("Authorization".to_owned(), pair.expose().to_owned()));
        }
        assert_eq!(parts.len(), if case.asks_token() { 2 } else { 1 });
        if case.asks_token() {
            assert_eq!(
                parts[0].trim_end(),
                r#"cmd.exe /v:on /d /s /c "set "answer=" & set /p "answer=Refresh Token, visible here: " 1>&2 & set /p "=!answer!" <nul""#
            );
        }
        let fields: Vec<String> = curl
            .fields
            .into_iter()
            .map(|(name, value)| {
                format!("{}={}", form_encoded(&name), form_encoded(value.as_deref().unwrap_or(&case.token)))
            })
            .collect();
        case.check(&arriving(&case, headers, fields.join("&")), Body::Exact);
    }
    println!("{carried} of {number} cases");
}

/// Whether the documentation of `cmd` says that it cannot carry this.
fn is_excused(case: &Case, error: CommandError) -> bool {
    match error {
        CommandError::PairEncoding => case.is_form_encoded(),
        CommandError::Character { part: "client_id", at } => {
            let Authorization::Basic { client_id, .. } = &case.request.authorization else { return false };
            let letter = client_id.chars().nth(at).unwrap();
            !letter.is_ascii() || (at == 0 && letter == ';')
        }
        CommandError::TooLong { .. } => case.known().iter().map(String::len).sum::<usize>() > 1500,
        _ => false,
    }
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
    let text = text_of(&powershell(&request).unwrap());
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
    let text = text_of(&powershell(&request).unwrap());
    assert!(text.contains("GetBytes('a\u{2018}\u{2018}b\u{201b}\u{201b}'':' + "), "{text}");
    assert!(text.contains("$form += 'refresh_token=' + (FormEncoded (Ask 'Refresh Token'))"), "{text}");
    let call = api_request(&Endpoint::parse("https://api.zoom.us").unwrap(), "/v2/users/me").unwrap();
    let text = text_of(&powershell(&call).unwrap());
    assert!(text.contains("$headers['Authorization'] = 'Bearer ' + (Ask 'Access Token')\n"), "{text}");
    assert!(text.contains("-Method Get -Uri 'https://api.zoom.us/v2/users/me' -Headers"), "{text}");
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
        let text = text_of(&powershell(&request).unwrap());
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
        text_of(&cmd(&request).unwrap()),
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
        text_of(&cmd(&call).unwrap()),
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
    assert!(text_of(&cmd(&revoke).unwrap()).contains("\n  --data-urlencode \"token@-\" ^\n"));
}

#[test]
fn what_cannot_be_carried_is_named() {
    let code = Secret::new("x");
    let exchange = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
    let request = |id, encoding| {
        let client = Client { id, authentication: Authentication::Basic(encoding) };
        token_request(&endpoint(), &client, &exchange).unwrap()
    };
    let refused = |request: &HttpRequest, error| assert_eq!(cmd(request).unwrap_err(), error);
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
            assert_eq!(format(&broken).unwrap_err(), error);
            let mut broken = request("a", PairEncoding::Raw);
            broken.headers.push(("X-Test", format!("a{control}")));
            let error = CommandError::ControlCharacter { part: "X-Test", at: 1 };
            assert_eq!(format(&broken).unwrap_err(), error);
        }
    }
    for format in [cmd, powershell] {
        let mut broken = request("a", PairEncoding::Raw);
        broken.headers.push(("X-Test", "a\u{e9}".to_owned()));
        assert_eq!(format(&broken).unwrap_err(), CommandError::Character { part: "X-Test", at: 1 });
        broken.authorization = Authorization::Basic { client_id: "ab:c".into(), encoding: PairEncoding::Raw };
        assert_eq!(format(&broken).unwrap_err(), CommandError::ColonInIdentifier { at: 2 });
        broken.authorization = Authorization::Basic { client_id: String::new(), encoding: PairEncoding::Raw };
        assert_eq!(format(&broken).unwrap_err(), CommandError::MissingIdentifier);
    }
}

/// Wine's `cmd`, a real `curl.exe`, and a console that types the secret.
///
/// Wine's prompt puts variables in after it has taken the `^` away, and `%PATH%` into an answer too, so values with the
/// name of a variable that is there are left out; the model above has them.
#[test]
#[ignore = "scripts/windows-tools gets Wine and a curl.exe; then --ignored"]
fn cmd_in_wine_sends_every_value() {
    let tools =
        PathBuf::from(std::env::var_os("AUTHDESK_WINDOWS").expect("AUTHDESK_WINDOWS: run scripts/windows-tools"));
    let recorder = Recorder::start(false);
    let server = format!("http://{}", recorder.address);
    let count = cases::count() / 10;
    let mut chance = Chance::new();
    let mut run: Vec<Case> = Vec::new();
    let mut input = Vec::new();
    for number in 0.. {
        if run.len() == count {
            break;
        }
        let mut case = cases::case(&mut chance, &server, number);
        let typed = |text: &str| text.chars().filter(char::is_ascii).take(900).collect::<String>();
        case.secret = format!("s{}", typed(&case.secret));
        case.token = format!("t{}", typed(&case.token));
        let Ok(command) = cmd(&case.request) else { continue };
        let text = text_of(&command).replace("^\n", "");
        if case.known().iter().chain(&case.typed()).any(|value| value.to_uppercase().contains("%PATH%")) {
            continue;
        }
        let asks_secret = matches!(case.request.authorization, Authorization::Basic { .. });
        let keys = if asks_secret { case.secret.as_str() } else { "" };
        let answer = if case.asks_token() { case.token.as_str() } else { "" };
        for part in [text.trim_end(), answer, keys] {
            input.extend(part.bytes().chain([0]));
        }
        run.push(case);
    }
    let file = tools.join("cases.bin");
    std::fs::write(&file, input).unwrap();
    // A terminal of its own, because curl asks at the console and nowhere else.
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", "wine prompt.exe cases.bin", "/dev/null"])
        .current_dir(&tools)
        .env("WINEPREFIX", tools.join("prefix"))
        .env("WINEDEBUG", "-all")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}");
    for case in &run {
        let what = format!("{case:?}\n{}\n", text_of(&cmd(&case.request).unwrap()));
        let recorded = recorder.take(&case.path, &what);
        case.check(&recorded, Body::Decoded);
    }
    // What is hidden is not on the screen.
    for case in run.iter().filter(|case| case.secret.len() > 12 && !told.contains(&case.token)) {
        assert!(!told.contains(&case.secret), "{}", case.secret);
    }
}

//! Runs the printed commands in the shells themselves, against a recorder on this computer, and compares what arrives,
//! byte for byte, with what was meant.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread::JoinHandle;

use authdesk::commands::{SecretUse, bash};
use authdesk::oauth::{
    Authentication, Authorization, CLIENT_SECRET_PROMPT, Client, CodeVerifier, Endpoint, FormField, FormValue, Grant,
    HttpRequest, Method, PairEncoding, Secret, authorization_header, token_request,
};

/// What the recorder returns; the command must print exactly this and a line break.
const ANSWER: &str = r#"{"access_token":"a","token_type":"bearer"}"#;

/// Values that break careless quoting, in every place that accepts free text.
const NASTY: [&str; 30] = [
    "DemoClientSecret0000000000000001",
    "it's",
    "''",
    "'",
    "\"",
    "\"quoted\"",
    "\\",
    "\\\\",
    "\\n\\t\\\"",
    "ends with \\",
    "ends with '",
    "$HOME ${HOME} $(id) `id`",
    "$'a\\nb'",
    "!history !! !-1 a!b",
    " blanks at the ends ",
    "   ",
    "100% %s %n %%",
    "p@ss+ w\u{f6}rd*~!",
    "\u{1f600} \u{a3}\u{20ac}\u{10ffff}",
    "\u{a0}\u{200b}\u{feff}",
    "-u",
    "--data",
    "@/etc/passwd",
    "=@<>|&;(){}[]#",
    "*?[a-z]~",
    "a=b=c==",
    "a&b=c",
    "&",
    "user = \"x\" # no",
    "a,b;c/d",
];

/// A request as it arrived.
struct Recorded {
    first_line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Recorded {
    #[track_caller]
    fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let first = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} comes twice");
        first
    }
}

/// Listens for one request, responds to it and returns it.
fn recorder() -> (String, JoinHandle<Recorded>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/oauth/token", listener.local_addr().unwrap());
    (address, std::thread::spawn(move || record(&listener.accept().unwrap().0)))
}

fn record(stream: &TcpStream) -> Recorded {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut text = String::new();
        reader.read_line(&mut text).unwrap();
        text.trim_end_matches("\r\n").to_owned()
    };
    let first_line = line();
    let headers: Vec<(String, String)> = std::iter::from_fn(|| Some(line()).filter(|text| !text.is_empty()))
        .map(|text| text.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap())
        .collect();
    let mut recorded = Recorded { first_line, headers, body: Vec::new() };
    let length = recorded.header("content-length").map_or(0, |length| length.parse().unwrap());
    recorded.body.resize(length, 0);
    reader.read_exact(&mut recorded.body).unwrap();
    let mut answer = stream;
    write!(answer, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{ANSWER}", ANSWER.len()).unwrap();
    recorded
}

#[derive(Clone, Copy, Debug)]
struct Shell {
    program: &'static str,
    /// Arguments before the text of the command.
    arguments: &'static [&'static str],
}

const BASH: Shell = Shell { program: "bash", arguments: &["--norc", "--noprofile", "-c"] };
const ZSH: Shell = Shell { program: "zsh", arguments: &["-f", "-c"] };

/// The shells to try.
fn shells() -> [Shell; 2] {
    for shell in [BASH, ZSH] {
        assert!(
            path_of(shell.program).is_some(),
            "{} is missing; get it with: scripts/setup --for-check",
            shell.program
        );
    }
    [BASH, ZSH]
}

fn path_of(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Runs a text in a shell without any settings of its own, and types the lines.
fn run(shell: Shell, text: &str, typed: &[&str]) -> Output {
    let mut child = Command::new(shell.program)
        .args(shell.arguments)
        .arg(text)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    for line in typed {
        writeln!(input, "{line}").unwrap();
    }
    drop(input);
    child.wait_with_output().unwrap()
}

fn text_of(request: &HttpRequest) -> String {
    // EXPOSE: the command is run.
    bash(request, SecretUse::Asked).unwrap().text().expose().to_owned()
}

/// The form as it must arrive, if these are entered at the prompts.
fn meant(form: &[FormField], secret: &str, token: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = form
        .iter()
        .map(|field| {
            let value = match &field.value {
                FormValue::Plain(value) => value.clone(),
                // EXPOSE: it is compared with what arrived.
                FormValue::Secret(value) => value.expose().to_owned(),
                FormValue::AskedFor(CLIENT_SECRET_PROMPT) => secret.to_owned(),
                FormValue::AskedFor(_) => token.to_owned(),
            };
            (field.name.to_owned(), value)
        })
        .collect();
    pairs.sort();
    pairs
}

/// What arrived, decoded; the order of the fields means nothing.
fn arrived(body: &[u8]) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    pairs.sort();
    pairs
}

/// Runs the request that `make` builds for the recorder's URL, and compares everything.
#[track_caller]
fn check(secret: &str, token: &str, make: &dyn Fn(&Endpoint) -> HttpRequest) {
    for shell in shells() {
        let (address, recording) = recorder();
        let request = make(&Endpoint::parse(&address).unwrap());
        let mut typed = Vec::new();
        if matches!(request.authorization, Authorization::Basic { .. }) {
            typed.push(secret);
        }
        typed.extend(request.form.iter().filter_map(|field| match field.value {
            FormValue::AskedFor(CLIENT_SECRET_PROMPT) => Some(secret),
            FormValue::AskedFor(_) => Some(token),
            FormValue::Plain(_) | FormValue::Secret(_) => None,
        }));
        let output = run(shell, &text_of(&request), &typed);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{shell:?} {secret:?} {token:?}: {complaint}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{ANSWER}\n"), "{shell:?}: {complaint}");
        assert!(!complaint.contains(secret) || secret.trim().len() < 3, "{shell:?}: {complaint}");
        let recorded = recording.join().unwrap();
        assert_eq!(recorded.first_line, "POST /oauth/token HTTP/1.1");
        assert_eq!(recorded.header("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!(recorded.header("accept"), Some("application/json"));
        let header = match &request.authorization {
            Authorization::None => None,
            Authorization::Basic { client_id, encoding } => {
                Some(authorization_header(client_id, &Secret::new(secret), *encoding).unwrap())
            }
            Authorization::Bearer(_) => Some(Secret::new(format!("Bearer {secret}"))),
        };
        // EXPOSE: it is compared with what arrived.
        assert_eq!(recorded.header("authorization"), header.as_ref().map(|header| header.expose()), "{shell:?}");
        assert_eq!(arrived(&recorded.body), meant(&request.form, secret, token), "{shell:?}");
    }
}

fn client(id: &str, encoding: PairEncoding) -> Client<'_> {
    Client { id, authentication: Authentication::Basic(encoding) }
}

#[test]
fn every_value_survives_in_every_place_with_the_pair_as_it_is() {
    for value in NASTY {
        // A client ID with a colon is rejected; there is none in the table.
        check(value, value, &|endpoint| {
            let code = Secret::new(value);
            let grant = Grant::AuthorizationCode { code: &code, redirect_uri: Some(value), code_verifier: None };
            token_request(endpoint, &client(value, PairEncoding::Raw), &grant).unwrap()
        });
    }
}

#[test]
fn every_value_survives_in_every_place_with_the_pair_form_encoded() {
    for value in NASTY.into_iter().chain(["my id:x", "a:b:c"]) {
        check(value, value, &|endpoint| {
            token_request(endpoint, &client(value, PairEncoding::FormEncoded), &Grant::RefreshToken).unwrap()
        });
    }
}

#[test]
fn every_value_survives_in_every_place_with_the_pair_in_the_body() {
    for value in NASTY.into_iter().chain(["my id:x", "a:b:c"]) {
        check(value, "eyJ.refresh", &|endpoint| {
            let client = Client { id: value, authentication: Authentication::Body };
            token_request(endpoint, &client, &Grant::RefreshToken).unwrap()
        });
    }
}

#[test]
fn every_byte_of_ascii_and_more_is_form_encoded_as_we_do_it() {
    let ascii: String = (' '..='~').collect();
    let more: String = ('\u{a0}'..='\u{ff}').chain('\u{20a0}'..='\u{20c0}').chain('\u{1f600}'..='\u{1f620}').collect();
    for value in [ascii, more] {
        check(&value, &value, &|endpoint| {
            token_request(endpoint, &client(&value, PairEncoding::FormEncoded), &Grant::RefreshToken).unwrap()
        });
    }
}

#[test]
fn every_grant_and_every_client() {
    let code = Secret::new("obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
    let verifier = CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
    let grants = [
        Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None },
        Grant::AuthorizationCode {
            code: &code,
            redirect_uri: Some("https://Example.com/cb?x=1"),
            code_verifier: Some(&verifier),
        },
        Grant::RefreshToken,
        Grant::AccountCredentials { account_id: "AbC_dEf-123" },
        Grant::ClientCredentials { scope: None },
        Grant::ClientCredentials { scope: Some("user:read:user meeting:read:meeting") },
    ];
    for grant in grants {
        for encoding in [PairEncoding::Raw, PairEncoding::FormEncoded] {
            check("DemoClientSecret0000000000000001", "eyJ.refresh", &|endpoint| {
                token_request(endpoint, &client("DemoClientId0000000001", encoding), &grant).unwrap()
            });
        }
        check("DemoClientSecret0000000000000001", "eyJ.refresh", &|endpoint| {
            let client = Client { id: "DemoClientId0000000001", authentication: Authentication::Body };
            token_request(endpoint, &client, &grant).unwrap()
        });
        let public = Client { id: "PublicClientId", authentication: Authentication::Public };
        let endpoint = Endpoint::parse("https://zoom.us/oauth/token").unwrap();
        if token_request(&endpoint, &public, &grant).is_ok() {
            check("", "eyJ.refresh", &|endpoint| token_request(endpoint, &public, &grant).unwrap());
        }
    }
}

#[test]
fn the_shell_stays_as_it_was() {
    for shell in shells() {
        let (address, recording) = recorder();
        let endpoint = Endpoint::parse(&address).unwrap();
        let request = token_request(&endpoint, &client("a", PairEncoding::FormEncoded), &Grant::RefreshToken).unwrap();
        let around = format!(
            "answer_1=before; set -eu; {}printf '%s %s\\n' \"$answer_1\" \"${{result-none}}\"; \
             type escaped form_encoded >/dev/null 2>&1 || echo no functions",
            text_of(&request)
        );
        let output = run(shell, &around, &["hidden-secret", "hidden-token"]);
        let told = String::from_utf8_lossy(&output.stdout);
        assert_eq!(told, format!("{ANSWER}\nbefore none\nno functions\n"), "{shell:?}");
        recording.join().unwrap();
    }
}

#[test]
fn neither_a_trace_nor_the_prompts_show_a_secret() {
    for shell in shells() {
        let (address, recording) = recorder();
        let endpoint = Endpoint::parse(&address).unwrap();
        let request = token_request(&endpoint, &client("a", PairEncoding::Raw), &Grant::RefreshToken).unwrap();
        let output = run(shell, &format!("set -x\n{}", text_of(&request)), &["hidden-secret", "hidden-token"]);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(
            complaint.contains("Client Secret: ") && complaint.contains("Refresh Token: "),
            "{shell:?}: {complaint}"
        );
        assert!(!complaint.contains("hidden"), "{shell:?}: {complaint}");
        recording.join().unwrap();
    }
}

#[test]
fn no_secret_is_an_argument_of_curl() {
    // A curl that prints its arguments instead of sending a request.
    let folder = std::env::temp_dir().join(format!("authdesk-curl-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join("curl");
    std::fs::write(&program, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").unwrap();
    let made = Command::new("chmod").arg("+x").arg(&program).status().unwrap();
    assert!(made.success());
    let code = Secret::new("hidden-code");
    let verifier = CodeVerifier::parse(&"hidden-verifier-".repeat(3)).unwrap();
    let endpoint = Endpoint::parse("https://zoom.us/oauth/token").unwrap();
    for grant in [
        Grant::AuthorizationCode {
            code: &code,
            redirect_uri: Some("https://a.example"),
            code_verifier: Some(&verifier),
        },
        Grant::RefreshToken,
    ] {
        let body = Client { id: "a", authentication: Authentication::Body };
        for (shell, client) in
            shells().into_iter().flat_map(|shell| [client("a", PairEncoding::Raw), body].map(|client| (shell, client)))
        {
            let request = token_request(&endpoint, &client, &grant).unwrap();
            let text = format!("PATH='{}':$PATH\n{}", folder.display(), text_of(&request));
            let output = run(shell, &text, &["hidden-secret", "hidden-token"]);
            let arguments = String::from_utf8_lossy(&output.stdout);
            assert!(arguments.contains("https://zoom.us/oauth/token\n"), "{shell:?}: {arguments}");
            assert!(!arguments.contains("hidden"), "{shell:?}: {arguments}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_status_is_that_of_curl() {
    for shell in shells() {
        // Nothing listens here any more.
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let endpoint = Endpoint::parse(&format!("http://{address}/")).unwrap();
        let request = token_request(&endpoint, &client("a", PairEncoding::Raw), &Grant::RefreshToken).unwrap();
        let output = run(shell, &text_of(&request), &["s", "t"]);
        // curl's manual: 7, "Failed to connect to host".
        assert_eq!(output.status.code(), Some(7), "{shell:?}");
        assert_eq!(output.stdout, b"\n");
        assert!(String::from_utf8_lossy(&output.stderr).contains("curl: (7)"));
    }
}

#[test]
fn a_get_has_the_form_in_its_query() {
    for shell in shells() {
        let (address, recording) = recorder();
        let request = HttpRequest {
            method: Method::Get,
            // curl on its own would request three URLs.
            url: Endpoint::parse(&format!("{address}?t=[1-3]")).unwrap(),
            authorization: Authorization::None,
            headers: vec![("Accept", "application/json".to_owned())],
            form: vec![FormField { name: "q", value: FormValue::Plain("[1-3] {a,b}".to_owned()) }],
        };
        assert!(run(shell, &text_of(&request), &[]).status.success());
        let recorded = recording.join().unwrap();
        let query =
            recorded.first_line.strip_prefix("GET /oauth/token?t=[1-3]&").unwrap().strip_suffix(" HTTP/1.1").unwrap();
        assert_eq!(arrived(query.as_bytes()), meant(&request.form, "", ""));
        assert!(recorded.body.is_empty());
    }
}

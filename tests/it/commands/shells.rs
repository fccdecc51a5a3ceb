//! Runs what is printed for bash in bash and in zsh, with random values, and reads the process list; and the longer
//! commands, against a server on this computer that responds as it is told to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use super::cases::{self, Body, Chance};
use super::recorder::{self, Recorder};
use authdesk::commands::{SecretUse, Typed, bash, bash_device, bash_exchange, python_device};
use authdesk::oauth::{
    Authentication, Client, Endpoint, Grant, HttpRequest, PairEncoding, Secret, TokenAnswer, api_request,
    device_request, form_encoded, read_pasted_answer, revocation_request, token_request,
};

const PYTHON: (&str, &[&str]) = ("python3", &["-u"]);

const SHELLS: [(&str, &[&str]); 2] = [("bash", &["--norc", "--noprofile"]), ("zsh", &["-f"])];

/// Runs a text from a file, so that it is in no process list, and types the lines.
fn run(shell: (&str, &[&str]), text: &str, typed: &[String]) -> Output {
    run_at(shell, text, typed, Path::new("/nonexistent"))
}

/// The same with this folder as home, as working folder and for temporary files, if there is one.
fn run_at(shell: (&str, &[&str]), text: &str, typed: &[String], home: &Path) -> Output {
    let name = format!("authdesk-{}-{:?}.txt", std::process::id(), std::thread::current().id());
    let file = std::env::temp_dir().join(name.replace(['(', ')'], ""));
    std::fs::write(&file, text).unwrap();
    let child = Command::new(shell.0)
        .args(shell.1)
        .arg(&file)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", home)
        .env("TMPDIR", home)
        .env("LANG", "C.UTF-8")
        .current_dir(if home.is_dir() { home } else { Path::new("/") })
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{} is needed ({error}); scripts/setup --for-check", shell.0));
    let mut input = child.stdin.take().unwrap();
    let lines = typed.join("\n") + "\n";
    // A command with fewer prompts closes its input early.
    let writer = std::thread::spawn(move || drop(input.write_all(lines.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    std::fs::remove_file(&file).unwrap();
    output
}

fn said(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The process list is that of the whole test program, so the shells do not run side by side: what is a secret in one
/// may be a plain value in the other.
static ALONE: Mutex<()> = Mutex::new(());

/// Many cases in one shell, one after the other.
fn survive(shell: (&str, &[&str]), count: usize) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let recorder = Recorder::start(true);
    let mut chance = Chance::new();
    let server = format!("http://{}", recorder.address);
    let case = |number| cases::case(&mut chance, &server, number).with_some_written(number);
    let cases: Vec<_> = (0..count).map(case).collect();
    let text: String = cases.iter().map(|case| text_of(&case.command(bash).unwrap())).collect();
    let typed: Vec<String> = cases.iter().flat_map(cases::Case::typed).collect();
    let output = run(shell, &text, &typed);
    let (told, complaint) = said(&output);
    assert!(output.status.success(), "{shell:?}: {complaint}");
    assert_eq!(told, format!("{}\n", recorder::ANSWER).repeat(count), "{shell:?}: {complaint}");
    for case in &cases {
        let recorded = recorder.take(&case.path, "bash");
        // The body's fields come in a different order: those that are no argument first. curl before 8 escapes with
        // lowercase hex digits.
        let mut arrived: Vec<_> = form_urlencoded::parse(&recorded.body).into_owned().collect();
        let mut sorted = recorded.clone();
        let place = |name: &str| case.request.form.iter().position(|field| field.name == name);
        arrived.sort_by_key(|(name, _)| place(name));
        let body: Vec<String> =
            arrived.iter().map(|(name, value)| format!("{}={}", form_encoded(name), form_encoded(value))).collect();
        sorted.body = body.join("&").into_bytes();
        case.check(&sorted, Body::Exact);
        let processes = String::from_utf8_lossy(&recorded.processes);
        assert!(processes.contains("curl\0"), "the list was read too late: {processes:?}");
        let is_known = |typed: &str| case.known().iter().any(|known| known.contains(typed));
        // Short ones are in many places.
        for (hidden, _) in case.secrets().iter().filter(|(hidden, _)| hidden.len() > 7 && !is_known(hidden)) {
            assert!(!processes.contains(hidden.as_str()), "{shell:?}: {hidden:?} is in the list of processes");
        }
    }
}

#[test]
fn values_at_random_survive_in_bash() {
    survive(SHELLS[0], cases::count());
}

#[test]
fn values_at_random_survive_in_zsh() {
    // The text is the same; what differs is little.
    survive(SHELLS[1], cases::count() / 5);
}

/// Responds to requests in their order, each with a status and a body, and returns what came: the first line, the
/// headers, and the body.
fn answering(answers: &[(&'static str, &'static str)]) -> (String, JoinHandle<Vec<(String, String)>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let answers = answers.to_vec();
    let came = std::thread::spawn(move || {
        let mut all = Vec::new();
        for (status, body) in answers {
            let mut stream = listener.accept().unwrap().0;
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                if let Some(count) = line.strip_prefix("Content-Length: ") {
                    length = count.trim().parse().unwrap();
                }
                if line == "\r\n" {
                    break;
                }
                head.push_str(&line);
            }
            let mut sent = vec![0; length];
            reader.read_exact(&mut sent).unwrap();
            all.push((head, String::from_utf8(sent).unwrap()));
            if !status.is_empty() {
                let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close", body.len());
                write!(stream, "{head}\r\n\r\n{body}").unwrap();
            }
        }
        all
    });
    (address, came)
}

fn basic(id: &str) -> Client<'_> {
    Client { id, authentication: Authentication::Basic(PairEncoding::Raw) }
}

fn text_of(command: &authdesk::commands::Command) -> String {
    // EXPOSE: the command is run.
    command.text().expose().to_owned()
}

fn typed(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

/// Runs the exchange of a code with this response.
fn exchanged(shell: (&str, &[&str]), status: &'static str, answer: &'static str) -> (Option<i32>, String, String) {
    let (address, came) = answering(&[(status, answer)]);
    let code = Secret::new("the-code");
    let grant = Grant::AuthorizationCode { code: &code, redirect_uri: None, code_verifier: None };
    let request = token_request(&Endpoint::parse(&address).unwrap(), &basic("a"), &grant).unwrap();
    let output = run(shell, &text_of(&bash_exchange(&request, SecretUse::Asked).unwrap()), &typed(&["s"]));
    assert_eq!(came.join().unwrap().len(), 1);
    let (told, complaint) = said(&output);
    (output.status.code(), told, complaint.replace("Client Secret: \n", ""))
}

#[test]
fn only_the_refresh_token_and_the_expiry_are_printed() {
    let answers = [
        r#"{"access_token":"eyJ.acc","token_type":"bearer","refresh_token":"eyJ.ref-1_2","expires_in":3599,"scope":"a b"}"#,
        "{\n  \"x\": {\"refresh_token\": \"inner\", \"l\": [\"refresh_token\", \"y\"]},\r\n\t\"refresh_token\" : \"eyJ.ref-1_2\" ,\n \
         \"expires_in\":3599,\"access_token\":\"\\\"refresh_token\\\":\\\"no\\\"\"}\n",
        r#"{"scope":"refresh_token","a":"b\\","access_token":"eyJ.acc","refresh_token":"eyJ\u002eref\u002d1\u005F2","expires_in":"3599"}"#,
    ];
    for shell in SHELLS {
        for answer in answers {
            let (status, told, complaint) = exchanged(shell, "200 OK", answer);
            assert_eq!((status, complaint.as_str()), (Some(0), ""), "{shell:?} {answer}");
            let mut lines = told.lines();
            assert_eq!(lines.next(), Some("Refresh token: eyJ.ref-1_2"), "{answer}");
            let expiry = lines.next().unwrap();
            assert!(expiry.starts_with("The access token expires in 3599 seconds, at "), "{expiry}");
            assert_eq!(lines.next(), None);
            // And the page reads it.
            match read_pasted_answer(&told).answer {
                Ok(TokenAnswer::Printed(printed)) => {
                    // EXPOSE: the tests compare the whole text.
                    assert_eq!(printed.refresh_token.as_ref().map(Secret::expose), Some("eyJ.ref-1_2"));
                    assert_eq!(printed.expires_in, Some(3599));
                }
                other => panic!("{other:?}"),
            }
        }
        let (status, told, _) = exchanged(shell, "200 OK", r#"{"access_token":"eyJ.acc","expires_in":null}"#);
        assert_eq!((status, told.as_str()), (Some(0), "The response contains no refresh token.\n"));
        let read = read_pasted_answer(&told).answer;
        assert!(matches!(&read, Ok(TokenAnswer::Printed(printed)) if printed.refresh_token.is_none()), "{read:?}");
        // No part of the response may control the terminal.
        let answer = "{\"access_token\":\"a\",\"refresh_token\":\"x\u{1b}[2J\\u001b[2Jy\"}";
        let (_, told, _) = exchanged(shell, "200 OK", answer);
        assert_eq!(told, "Refresh token: x [2J?[2Jy\n");
    }
}

#[test]
fn a_refusal_is_explained_in_a_line() {
    let cases = [
        (
            "400 Bad Request",
            r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#,
            "No token (HTTP 400, invalid_client: Invalid client_id or client_secret). Client ID and Client Secret do \
             not match, or one of them is outdated or incomplete.\n",
        ),
        (
            "400 Bad Request",
            "{\"error\":\"invalid_grant\",\"error_description\":\"two\\nlines\"}",
            "No token (HTTP 400, invalid_grant: two lines). The code or token has expired, was already used or \
             revoked, or belongs to a different app, redirect URL or verifier.\n",
        ),
        // A server that has no `invalid_grant` for a code, or a number in place of the RFC's code.
        (
            "400 Bad Request",
            r#"{"reason":"Invalid authorization code abc","error":"invalid_request"}"#,
            "No token (HTTP 400, invalid_request: Invalid authorization code abc). The code or token has expired, \
             was already used or revoked, or belongs to a different app, redirect URL or verifier.\n",
        ),
        (
            "400 Bad Request",
            r#"{"errorCode":4709,"errorMessage":"Redirect URI mismatch."}"#,
            "No token (HTTP 400, 4709: Redirect URI mismatch.). The code or token has expired, was already used or \
             revoked, or belongs to a different app, redirect URL or verifier.\n",
        ),
        (
            "400 Bad Request",
            r#"{"reason":"Bad Request","error":"invalid_request"}"#,
            "No token (HTTP 400, invalid_request: Bad Request). A parameter is missing, repeated or wrong, such as \
             the Account ID.\n",
        ),
        (
            "400 Bad Request",
            r#"{"reason":"unsupported grant type","error":"unsupported_grant_type"}"#,
            "No token (HTTP 400, unsupported_grant_type: unsupported grant type). This app type may not use this \
             grant type, or the server does not support it.\n",
        ),
        (
            "401 Unauthorized",
            r#"{"code":124,"message":"Invalid access token."}"#,
            "No token (HTTP 401, 124: Invalid access token.). This command does not recognize the response.\n",
        ),
        ("404 Not Found", "<html>", "No token (HTTP 404). Nothing was found at this URL.\n"),
        ("502 Bad Gateway", "<html>no</html>", "No token (HTTP 502). This command does not recognize the response.\n"),
        ("200 OK", "", "No token (HTTP 200). This command does not recognize the response.\n"),
        (
            "200 OK",
            "[{\"access_token\":\"a\"}]",
            "No token (HTTP 200). This command does not recognize the response.\n",
        ),
    ];
    for shell in SHELLS {
        for (status, answer, line) in cases {
            assert_eq!(exchanged(shell, status, answer), (Some(1), String::new(), line.to_owned()), "{shell:?}");
        }
    }
}

#[test]
fn a_refresh_that_voids_a_token_is_asked_for_first() {
    for shell in SHELLS {
        let endpoint = |address: &str| Endpoint::parse(address).unwrap();
        for answer in ["", "n", "no", "yess", "the-secret"] {
            // Nothing listens there.
            let request = token_request(&endpoint("http://127.0.0.1:9/"), &basic("a"), &Grant::RefreshToken).unwrap();
            let output =
                run(shell, &text_of(&bash_exchange(&request, SecretUse::Asked).unwrap()), &typed(&[answer, "s", "t"]));
            let (told, complaint) = said(&output);
            assert_eq!((output.status.code(), told.as_str()), (Some(1), ""), "{shell:?} {answer}");
            assert!(complaint.ends_with("Continue? [y/N] Nothing was sent.\n"), "{complaint}");
        }
        let (address, came) = answering(&[("200 OK", r#"{"access_token":"a","refresh_token":"new"}"#)]);
        let request = token_request(&endpoint(&address), &basic("a"), &Grant::RefreshToken).unwrap();
        let output =
            run(shell, &text_of(&bash_exchange(&request, SecretUse::Asked).unwrap()), &typed(&["y", "s", "old"]));
        assert_eq!(said(&output).0, "Refresh token: new\n");
        let (head, body) = came.join().unwrap().remove(0);
        assert!(head.contains("Authorization: Basic YTpz\r\n"), "{head}");
        assert_eq!(body, "refresh_token=old&grant_type=refresh_token");
    }
}

/// It overwrites nothing, because it writes no file.
#[test]
fn an_exchange_leaves_no_file_behind() {
    let home = std::env::temp_dir().join(format!("authdesk-exchange-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    for shell in SHELLS {
        let (address, came) = answering(&[("200 OK", r#"{"access_token":"a","refresh_token":"new","expires_in":9}"#)]);
        let request = token_request(&Endpoint::parse(&address).unwrap(), &basic("a"), &Grant::RefreshToken).unwrap();
        let command = text_of(&bash_exchange(&request, SecretUse::Asked).unwrap());
        let output = run_at(shell, &command, &typed(&["y", "s", "old"]), &home);
        assert!(said(&output).0.starts_with("Refresh token: new\n"), "{:?}", said(&output));
        came.join().unwrap();
        let left: Vec<_> = std::fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(left.is_empty(), "{shell:?} {left:?}");
    }
    std::fs::remove_dir(&home).unwrap();
}

const DEVICE: &str = r#"{"device_code":"dev\"ice&code","user_code":"abc-def","verification_uri":"https://a.example/d","verification_uri_complete":"https://a.example/d?c=abc-def","expires_in":60,"interval":7}"#;

/// Runs the device flow with a `sleep` that only says how long. Python has the secret in its text, because it would
/// prompt at the terminal.
fn device(
    shell: (&str, &[&str]),
    answers: &[(&'static str, &'static str)],
) -> (Option<i32>, String, String, Vec<(String, String)>) {
    let (address, came) = answering(answers);
    let endpoint = Endpoint::parse(&address).unwrap();
    let ask = device_request(&endpoint, &basic("a"), None).unwrap();
    let poll = token_request(&endpoint, &basic("a"), &Grant::DeviceCode).unwrap();
    let (secret, sleep, text);
    if shell == PYTHON {
        secret = Secret::new("s");
        let secrets = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[] });
        sleep = "import sys, time\ntime.sleep = lambda seconds: print('sleep', seconds, file=sys.stderr)\n";
        text = text_of(&python_device(&ask, &poll, secrets).unwrap());
    } else {
        sleep = "sleep() { printf 'sleep %s\\n' \"$1\" >&2; }\n";
        text = text_of(&bash_device(&ask, &poll, SecretUse::Asked).unwrap());
    }
    let output = run(shell, &format!("{sleep}{text}"), &typed(&["s"]));
    let (told, complaint) = said(&output);
    let complaint = complaint.replace("Client Secret: \n", "").replace("curl: (52) Empty reply from server\n", "");
    (output.status.code(), told, complaint, came.join().unwrap())
}

#[test]
fn a_device_flow_is_polite_until_it_is_done() {
    let pending = ("400 Bad Request", r#"{"error":"authorization_pending"}"#);
    let token = r#"{"access_token":"a","refresh_token":"r"}"#;
    for shell in SHELLS.into_iter().chain([PYTHON]) {
        // RFC 8628 §3.5: five seconds more after each slow_down, and twice as long after no response.
        let slower = ("400 Bad Request", r#"{"error":"slow_down"}"#);
        let answers = [("200 OK", DEVICE), pending, slower, pending, ("", ""), ("200 OK", token)];
        let (status, told, complaint, came) = device(shell, &answers);
        assert_eq!((status, told), (Some(0), format!("{token}\n")), "{shell:?} {complaint}");
        assert_eq!(
            complaint,
            "Open https://a.example/d and enter the code abc-def\n\
             Or open https://a.example/d?c=abc-def\nWaiting. Press Ctrl-C to stop.\n\
             sleep 7\nsleep 7\nsleep 12\nsleep 12\nsleep 24\n"
        );
        assert_eq!(came[0].1, "client_id=a");
        for (head, body) in &came[1..] {
            assert!(head.contains("Authorization: Basic YTpz\r\n"), "{shell:?} {head}");
            let mut fields: Vec<_> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
            fields.sort();
            let grant = "urn:ietf:params:oauth:grant-type:device_code".to_owned();
            assert_eq!(
                fields,
                [("device_code".to_owned(), "dev\"ice&code".to_owned()), ("grant_type".to_owned(), grant)]
            );
        }
    }
}

#[test]
fn a_device_flow_ends_when_the_server_says_so_or_the_code_is_too_old() {
    let pending = ("400 Bad Request", r#"{"error":"authorization_pending"}"#);
    let short = r#"{"device_code":"d","user_code":"u","verification_uri":"v","expires_in":10}"#;
    for shell in SHELLS.into_iter().chain([PYTHON]) {
        let denied = ("400 Bad Request", r#"{"error":"access_denied"}"#);
        let (status, told, complaint, _) = device(shell, &[("200 OK", DEVICE), denied]);
        assert_eq!((status, told.as_str()), (Some(1), ""));
        assert!(complaint.ends_with("No token (HTTP 400, access_denied). The user denied the request.\n"));
        // §3.2: without an interval it is five seconds.
        let (status, _, complaint, _) = device(shell, &[("200 OK", short), pending, pending]);
        assert_eq!(status, Some(1));
        assert!(complaint.ends_with("sleep 5\nsleep 5\nThe device code has expired. Start again.\n"));
        let (_, _, complaint, _) = device(shell, &[("404 Not Found", "<html>")]);
        assert!(complaint.ends_with("No token (HTTP 404). Nothing was found at this URL.\n"), "{complaint}");
        let (status, _, complaint, _) = device(shell, &[("401 No", r#"{"error":"invalid_client"}"#)]);
        assert_eq!(status, Some(1));
        assert!(complaint.contains("No token (HTTP 401, invalid_client). "), "{complaint}");
    }
}

#[test]
fn a_first_call_and_a_revocation_carry_what_is_typed() {
    for shell in SHELLS {
        let token = "eyJ.a-b_c~+/=\"\\'%";
        let (address, came) = answering(&[("200 OK", "{}"), ("200 OK", "{}")]);
        let endpoint = Endpoint::parse(&address).unwrap();
        let call = api_request(&endpoint, "/v2/users/me").unwrap();
        let revoke = revocation_request(&endpoint, &basic("a")).unwrap();
        let text =
            [call, revoke].map(|request: HttpRequest| text_of(&bash(&request, SecretUse::Asked).unwrap())).concat();
        let output = run(shell, &text, &typed(&[token, "s", token]));
        assert_eq!(said(&output).0, "{}\n{}\n", "{:?}", said(&output));
        let came = came.join().unwrap();
        assert!(came[0].0.starts_with("GET /v2/users/me HTTP/1.1\r\n"), "{}", came[0].0);
        assert!(came[0].0.contains(&format!("Authorization: Bearer {token}\r\n")), "{}", came[0].0);
        assert!(came[1].0.contains("Authorization: Basic YTpz\r\n"));
        let fields: Vec<_> = form_urlencoded::parse(came[1].1.as_bytes()).into_owned().collect();
        assert_eq!(fields, [("token".to_owned(), token.to_owned())]);
    }
}

#[test]
fn another_shell_says_so_and_sends_nothing() {
    let endpoint = Endpoint::parse("http://127.0.0.1:9/").unwrap();
    let refresh = token_request(&endpoint, &basic("a"), &Grant::RefreshToken).unwrap();
    let poll = token_request(&endpoint, &basic("a"), &Grant::DeviceCode).unwrap();
    let ask = device_request(&endpoint, &basic("a"), None).unwrap();
    let commands = [
        bash(&refresh, SecretUse::Asked),
        bash_exchange(&refresh, SecretUse::Asked),
        bash_device(&ask, &poll, SecretUse::Asked),
    ];
    for command in commands {
        let output = run(("dash", &[]), &text_of(&command.unwrap()), &typed(&["y", "s", "t"]));
        let (told, complaint) = said(&output);
        assert_eq!((output.status.code(), told.as_str()), (Some(2), ""), "{complaint}");
        assert_eq!(complaint, "This command requires bash or zsh.\n");
    }
}

#[test]
fn what_is_typed_is_not_in_the_history() {
    let (address, came) = answering(&[("200 OK", "{}")]);
    let request = token_request(&Endpoint::parse(&address).unwrap(), &basic("a"), &Grant::RefreshToken).unwrap();
    let file = std::env::temp_dir().join(format!("authdesk-history-{}", std::process::id()));
    // At a prompt, as a person does: the command pasted, and what it prompts for typed after it.
    let mut child = Command::new("bash")
        .args(["--norc", "--noprofile", "-i"])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HISTFILE", &file)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let text = text_of(&bash(&request, SecretUse::Asked).unwrap());
    write!(child.stdin.take().unwrap(), "{text}hidden-secret\nhidden-token\nexit\n").unwrap();
    child.wait().unwrap();
    assert!(came.join().unwrap()[0].1.contains("refresh_token=hidden-token"));
    let history = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(history.contains("curl --silent") && !history.contains("hidden"), "{history}");
}

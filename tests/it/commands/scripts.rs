//! Runs the printed commands in the programs they are for, in a terminal of their own, against a recorder on this
//! computer, and compares what arrives, byte for byte, with what was meant.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cases::{Body, Case, Chance, case, count};
use super::recorder::{ANSWER, Recorder};
use crate::driver::{Driver, tool};
use authdesk::commands::{self, CommandError, SecretUse, Typed};
use authdesk::oauth::{
    Authentication, Client, Endpoint, FormValue, Grant, PairEncoding, Secret, api_request, authorization_header,
    token_request,
};
use serde_json::{Value, json};

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands").join(path)
}

fn python() -> Driver {
    Driver::start(Command::new("python3").arg("-u").arg(source("drive.py")))
}

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("authdesk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn environment(before_path: &Path) -> Value {
    let path = format!("{}:{}", before_path.display(), std::env::var("PATH").unwrap());
    json!({"PATH": path, "HOME": "/nonexistent", "LANG": "C.UTF-8", "HTTPIE_CONFIG_DIR": before_path.to_str().unwrap()})
}

#[track_caller]
fn text(command: Result<commands::Command, CommandError>) -> String {
    // EXPOSE: the command is run.
    command.unwrap().text().expose().to_owned()
}

/// Random requests, always the same; every fourth has something typed written into it. A terminal accepts no line of
/// more than 4095 bytes.
fn cases(recorder: &Recorder) -> impl Iterator<Item = Case> {
    let (mut chance, server) = (Chance::new(), format!("http://{}", recorder.address));
    (0..).map(move |number| case(&mut chance, &server, number).with_some_written(number))
}

#[track_caller]
fn went_well(answer: &Value, case: &Case, ending: &str) {
    assert_eq!(answer["status"], 0, "{answer} {case:?}");
    assert_eq!(answer["out"], format!("{ANSWER}{ending}"), "{answer} {case:?}");
    let shown = answer["terminal"].as_str().unwrap();
    for typed in case.typed().iter().filter(|typed| typed.trim().len() > 12) {
        assert!(!shown.contains(typed.as_str()), "the terminal shows what was typed: {shown:?}");
    }
}

#[test]
fn python_sends_every_value() {
    let (recorder, mut driver) = (Recorder::start(false), python());
    for case in cases(&recorder).take(count()) {
        let program = text(case.command(commands::python));
        assert!(program.is_ascii());
        let answer = driver.run(&json!({"python": program, "typed": case.typed(), "env": environment(Path::new("/"))}));
        went_well(&answer, &case, "\n");
        case.check(&recorder.take(&case.path, "python"), Body::Exact);
    }
}

/// The library would send the header on to wherever the server points.
#[test]
fn python_and_httpie_stay_at_their_address() {
    let (elsewhere, folder, httpie) = (Recorder::start(false), Folder::new("elsewhere"), tool("httpie"));
    let mut driver = python();
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HTTPIE_CONFIG_DIR"] = json!(folder.0.to_str().unwrap());
    for python in [true, false] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = format!("http://{}", listener.local_addr().unwrap());
        let case = case(&mut Chance::new(), &server, 1);
        let location = format!("http://{}{}", elsewhere.address, case.path);
        let answering = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = [0; 65536];
            let _ = stream.read(&mut head).unwrap();
            let answer = "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 4\r\nLocation: ";
            write!(stream, "{answer}{location}\r\n\r\nmove").unwrap();
        });
        let command = if python {
            let program = text(commands::python(&case.request, SecretUse::Asked));
            json!({"python": program, "typed": case.typed(), "env": environment})
        } else {
            let arguments = httpie_arguments(SHELLS[0], &folder, &case);
            json!({"argv": arguments, "typed": typed_for_httpie(&case), "env": environment})
        };
        let answer = driver.run(&command);
        answering.join().unwrap();
        assert_eq!((&answer["out"], &answer["status"]), (&json!("move\n"), &json!(i32::from(python))), "{answer}");
        // Nothing listens any more.
        let answer = driver.run(&command);
        assert_eq!(
            (&answer["out"], &answer["status"]),
            (&json!(if python { "" } else { "\n" }), &json!(1)),
            "{answer}"
        );
        let path = &case.path;
        assert!(elsewhere.came(path) == 0, "a request came for {path}");
    }
}

/// bash and zsh, as they are when nobody changed anything.
const SHELLS: [&[&str]; 2] = [&["bash", "--norc", "--noprofile"], &["zsh", "-f"]];

fn shells() -> Vec<&'static [&'static str]> {
    let is_there = |shell: &&[&str]| Command::new(shell[0]).arg("--version").output().is_ok();
    let shells: Vec<_> = SHELLS.into_iter().filter(is_there).collect();
    assert!(!shells.is_empty(), "bash is needed for this test");
    shells
}

/// HTTPie prompts for the secret of the header itself, after the shell has prompted for everything else, unless client ID
/// and secret must be form-encoded.
fn typed_for_httpie(case: &Case) -> Vec<String> {
    let mut typed = case.typed();
    if case.has_pair() && !case.is_form_encoded() {
        typed.reverse();
    }
    typed
}

/// The command in a file, because other tests search the process list for secrets at the same time.
fn httpie_arguments(shell: &[&str], folder: &Folder, case: &Case) -> Vec<String> {
    let file = folder.0.join("token.txt");
    std::fs::write(&file, text(case.command(commands::httpie))).unwrap();
    shell.iter().copied().chain([file.to_str().unwrap()]).map(str::to_owned).collect()
}

#[test]
fn httpie_sends_every_value() {
    let (recorder, stubs, httpie) = (Recorder::start(false), Folder::new("httpie"), tool("httpie"));
    let start = ["--httpie", stubs.0.to_str().unwrap()];
    let mut command = Command::new("python3");
    let mut driver = Driver::start(command.arg("-u").arg(source("drive.py")).args(start).env("PYTHONPATH", &httpie));
    let shells = shells();
    for (number, case) in cases(&recorder).take(count()).enumerate() {
        let arguments = httpie_arguments(shells[number % shells.len()], &stubs, &case);
        let command = json!({"argv": arguments, "typed": typed_for_httpie(&case), "env": environment(&stubs.0)});
        went_well(&driver.run(&command), &case, "\n");
        case.check(&recorder.take(&case.path, "httpie"), Body::Decoded);
    }
}

/// Everything as on an admin's machine: each program starts on its own, and the process list is read while the server
/// waits.
#[test]
fn no_secret_is_in_the_list_of_processes() {
    let (recorder, folder, httpie) = (Recorder::start(true), Folder::new("processes"), tool("httpie"));
    let mut driver = python();
    let mut chance = Chance::new();
    let file = folder.0.join("token.txt");
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HTTPIE_CONFIG_DIR"] = json!(folder.0.to_str().unwrap());
    for number in 0..16 {
        let case = case(&mut chance, &format!("http://{}", recorder.address), number);
        let mut case = case.with_some_written(number);
        for value in [&mut case.secret, &mut case.token] {
            value.truncate(0);
            value.push_str(&format!("Hidden {number} 'from' \"everyone\""));
        }
        let python = number % 3 == 0;
        let (arguments, typed) = if python {
            std::fs::write(&file, text(case.command(commands::python))).unwrap();
            (vec!["python3".to_owned(), file.to_str().unwrap().to_owned()], case.typed())
        } else {
            (httpie_arguments(shells()[number % shells().len()], &folder, &case), typed_for_httpie(&case))
        };
        let answer = driver.run(&json!({"argv": arguments, "typed": typed, "env": environment}));
        went_well(&answer, &case, "\n");
        let recorded = recorder.take(&case.path, "process");
        case.check(&recorded, Body::Decoded);
        let processes = String::from_utf8_lossy(&recorded.processes);
        assert!(processes.contains(if python { "token.txt" } else { "--body" }), "the list was read too late");
        assert!(!processes.contains("everyone"), "{arguments:?}");
        // HTTPie has a code from a pipe. Other tests run at the same time.
        let mut of_httpie = recorded.processes.split(|byte| *byte == 0).filter(|one| one.starts_with(b"code="));
        let sends_code = case.request.form.iter().any(|field| field.name == "code");
        assert!(python || !sends_code || of_httpie.clone().next().is_some());
        assert!(of_httpie.all(|one| one.starts_with(b"code=@/")));
    }
}

/// At a prompt, as a person does it, in a home of its own: neither bash's history nor HTTPie's folder has what was typed.
#[test]
fn what_is_typed_for_httpie_is_in_no_file() {
    let (recorder, home, httpie) = (Recorder::start(false), Folder::new("home"), tool("httpie"));
    let client = Client { id: "a", authentication: Authentication::Basic(PairEncoding::Raw) };
    let endpoint = Endpoint::parse(&format!("http://{}/token", recorder.address)).unwrap();
    let request = token_request(&endpoint, &client, &Grant::RefreshToken).unwrap();
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HOME"] = json!(home.0.to_str().unwrap());
    environment["HISTFILE"] = json!(home.0.join("history").to_str().unwrap());
    environment.as_object_mut().unwrap().remove("HTTPIE_CONFIG_DIR");
    // The driver types at a prompt when nothing is shown any more.
    let shell = "stty -echo; PS1='prompt: ' exec bash --norc --noprofile --noediting -i";
    let command = text(commands::httpie(&request, SecretUse::Asked));
    let typed = [command.trim_end(), "hidden-token", "hidden-secret", "exit"];
    let answer = python().run(&json!({"argv": ["bash", "-c", shell], "typed": typed, "env": environment}));
    assert_eq!((&answer["status"], &answer["out"]), (&json!(0), &json!(format!("{ANSWER}\n"))), "{answer}");
    let recorded = recorder.take("/token", "HTTPie");
    // EXPOSE: it is searched for.
    let header = authorization_header("a", &Secret::new("hidden-secret"), PairEncoding::Raw).unwrap();
    let header = header.expose();
    assert_eq!(recorded.header("authorization"), Some(header));
    assert!(recorded.body.ends_with(b"refresh_token=hidden-token"));
    let files = files_below(&home.0);
    let history = files.iter().find(|(path, _)| path.ends_with("history"));
    assert!(history.is_some_and(|(_, text)| text.contains("https --form --body")), "{files:?}");
    for (path, text) in &files {
        let pair = header.strip_prefix("Basic ").unwrap();
        assert!(!text.contains("hidden") && !text.contains(pair), "{}: {text}", path.display());
    }
}

#[test]
fn python_says_so_if_the_server_closes_without_an_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/token", listener.local_addr().unwrap());
    let closes = std::thread::spawn(move || {
        let mut stream = listener.accept().unwrap().0;
        let _ = stream.read(&mut [0; 4096]).unwrap();
    });
    let client = Client { id: "a", authentication: Authentication::Public };
    let request = token_request(&Endpoint::parse(&address).unwrap(), &client, &Grant::RefreshToken).unwrap();
    let token = Secret::new("hidden-token");
    let written = Typed { client_secret: None, answers: &[("Refresh Token", &token)] };
    let program = text(commands::python(&request, SecretUse::Written(written)));
    let ended = Command::new("python3").args(["-c", &program]).output().unwrap();
    closes.join().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.starts_with("There was no response: ") && said.lines().count() == 1, "{said}");
}

/// Every file with its text.
fn files_below(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(files_below(&path)),
            false => files.push((path.clone(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned())),
        }
    }
    files
}

#[test]
fn raw_http_is_sent_as_it_stands() {
    let recorder = Recorder::start(false);
    for case in cases(&recorder).take(count()) {
        let (secret, token) = (Secret::new(&*case.secret), Secret::new(&*case.token));
        let secrets = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[("Refresh Token", &token)] });
        send(&recorder, &text(commands::http_text(&case.request, secrets)));
        case.check(&recorder.take(&case.path, "raw"), Body::Exact);
        // Masked, it is a complete request too, and nothing secret is in it.
        let masked = text(commands::http_text(&case.request, SecretUse::Asked));
        send(&recorder, &masked);
        let recorded = recorder.take(&case.path, "masked");
        assert_eq!(recorded.header("authorization"), case.has_pair().then_some("Basic ********"));
        assert_eq!(recorded.header("content-length"), Some(recorded.body.len().to_string().as_str()));
        let body = String::from_utf8(recorded.body).unwrap();
        for (name, value) in form_urlencoded::parse(body.as_bytes()) {
            let is_secret = ["code", "code_verifier", "refresh_token", "client_secret"].contains(&&*name);
            assert_eq!(value == "********", is_secret, "{name}");
        }
    }
}

fn send(recorder: &Recorder, text: &str) {
    let mut stream = TcpStream::connect(recorder.address).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.ends_with(ANSWER));
}

/// Starts the driver of this name from `drive.mjs`.
fn node(program: &str) -> Driver {
    let modules = tool("node");
    Driver::start(Command::new("node").arg(source("drive.mjs")).arg(program).arg(modules))
}

/// Where a variable would begin; some programs look for variables in values too.
fn has_braces(case: &Case) -> bool {
    case.known().iter().any(|value| value.contains("{{"))
}

/// What is entered in Postman and in Bruno: everything secret.
fn entered(case: &Case) -> Value {
    let mut answers = serde_json::Map::new();
    for field in &case.request.form {
        match &field.value {
            FormValue::Plain(_) => {}
            // EXPOSE: it is entered.
            FormValue::Secret(value) => drop(answers.insert(field.name.to_owned(), json!(value.expose()))),
            FormValue::AskedFor(_) => drop(answers.insert(field.name.to_owned(), json!(case.token))),
        }
    }
    answers.insert("client_secret".to_owned(), json!(case.secret));
    Value::Object(answers)
}

/// Runs this many collections, every other with the secrets written into it.
fn run_collections(program: &str, count: usize) {
    let (recorder, mut driver, mut sent) = (Recorder::start(false), node(program), 0);
    for case in cases(&recorder) {
        if sent == count {
            break;
        }
        let (secret, token) = (Secret::new(&*case.secret), Secret::new(&*case.token));
        let typed = Typed { client_secret: Some(&secret), answers: &[("Refresh Token", &token)] };
        let (secrets, answers) = match sent % 2 {
            0 => (SecretUse::Asked, entered(&case)),
            _ => (SecretUse::Written(typed), json!({})),
        };
        let typed = [&case.secret, &case.token].iter().any(|value| value.contains("{{"));
        let command = match commands::postman(&case.request, secrets) {
            Ok(command) => command,
            Err(error) => {
                let braces = matches!(error, CommandError::Character { .. }) && (has_braces(&case) || typed);
                let encoding = error == CommandError::PairEncoding && case.is_form_encoded();
                assert!(braces || encoding, "{error:?} {case:?}");
                continue;
            }
        };
        // The programs look for variables in what is entered too; there is nothing to be done about that.
        if typed || has_braces(&case) {
            continue;
        }
        let text = text(Ok(command));
        let answer = driver.run(&json!({"text": text, "answers": answers}));
        assert_eq!(answer["out"].as_str().map(|out| out.replace(' ', "")).as_deref(), Some(ANSWER), "{answer} {text}");
        case.check(&recorder.take(&case.path, program), Body::Decoded);
        sent += 1;
    }
}

#[test]
fn newman_sends_every_value_of_a_collection() {
    run_collections("newman", count());
}

/// Bruno starts anew for each collection, so there are few.
#[test]
fn bruno_imports_and_sends_a_collection() {
    run_collections("bruno", 8);
}

#[test]
fn httpyac_sends_every_value_of_an_http_file() {
    let (recorder, mut driver, mut sent) = (Recorder::start(false), node("httpyac"), 0);
    for mut case in cases(&recorder) {
        if sent == count() {
            break;
        }
        // What is prompted for is sent as it is: see the limits of `http_file`. A colon in the secret is a limit of
        // httpyac alone.
        if !case.writes_secret {
            case.secret.retain(|ch| !ch.is_whitespace() && !":{}\u{feff}".contains(ch));
            case.secret.push('s');
            if case.has_secret_field() {
                case.secret.retain(|ch| ch.is_ascii_alphanumeric());
            }
        }
        if !case.writes_token {
            case.token = form_urlencoded::byte_serialize(case.token.as_bytes()).collect();
            case.token.retain(|ch| ch.is_ascii_alphanumeric());
        }
        let has_blank = |id: &str| id.contains(|ch: char| ch.is_whitespace() || ch == '\u{feff}') || id.contains("{{");
        match case.command(commands::http_file) {
            Ok(command) => {
                let text = text(Ok(command));
                let mut answers = serde_json::Map::new();
                for (name, typed) in ["password", "passwd"].into_iter().zip(case.typed()) {
                    answers.insert(name.to_owned(), json!(typed));
                }
                let answer = driver.run(&json!({"text": text, "answers": answers}));
                assert_eq!(answer["out"], ANSWER, "{answer} {text}");
                case.check(&recorder.take(&case.path, "httpyac"), Body::Exact);
                sent += 1;
            }
            Err(CommandError::PairEncoding) => assert!(case.is_form_encoded() && !case.writes_secret),
            Err(error) => {
                assert!(!case.writes_secret);
                assert!(matches!(error, CommandError::Character { part: "client_id", .. }), "{error:?}");
                assert!(has_blank(&case.known()[0]), "{case:?}");
            }
        }
    }
}

/// The test call with a new token, in every format: a `GET` with the token in its header.
#[test]
fn a_first_call_takes_its_token_along() {
    let (recorder, httpie) = (Recorder::start(false), tool("httpie"));
    let folder = Folder::new("first-call");
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HTTPIE_CONFIG_DIR"] = json!(folder.0.to_str().unwrap());
    let mut terminal = python();
    let (mut newman, mut httpyac) = (node("newman"), node("httpyac"));
    let base = Endpoint::parse(&format!("http://{}", recorder.address)).unwrap();
    let request = api_request(&base, "/v2/users/me?x=1").unwrap();
    for token in ["eyJ.abc-DEF_0", "it's \"a\" $HOME \\ % + @x"] {
        let secret = Secret::new(token);
        let typed = Typed { client_secret: None, answers: &[("Access Token", &secret)] };
        let came = |what: &str| {
            let recorded = recorder.take("/v2/users/me", what);
            assert_eq!((&*recorded.method, &*recorded.target), ("GET", "/v2/users/me?x=1"), "{what}");
            assert_eq!(recorded.header("authorization"), Some(&*format!("Bearer {token}")), "{what}");
            assert_eq!(recorded.header("accept"), Some("application/json"), "{what}");
            assert!(recorded.body.is_empty(), "{what}");
        };
        let program = text(commands::python(&request, SecretUse::Asked));
        terminal.run(&json!({"python": program, "typed": [token], "env": environment}));
        came("python");
        for shell in shells() {
            let command = text(commands::httpie(&request, SecretUse::Asked));
            let arguments: Vec<&str> = shell.iter().copied().chain(["-c", &command]).collect();
            terminal.run(&json!({"argv": arguments, "typed": [token], "env": environment}));
            came("httpie");
        }
        send(&recorder, &text(commands::http_text(&request, SecretUse::Written(typed))));
        came("raw HTTP");
        for shell in shells() {
            let command = text(commands::httpie(&request, SecretUse::Written(typed)));
            let arguments: Vec<&str> = shell.iter().copied().chain(["-c", &command]).collect();
            terminal.run(&json!({"argv": arguments, "typed": [], "env": environment}));
            came("HTTPie, written");
        }
        let program = text(commands::python(&request, SecretUse::Written(typed)));
        terminal.run(&json!({"python": program, "typed": [], "env": environment}));
        came("Python, written");
        let file = text(commands::http_file(&request, SecretUse::Written(typed)));
        httpyac.run(&json!({"text": file, "answers": {}}));
        came("httpyac, written");
        let collection = text(commands::postman(&request, SecretUse::Asked));
        newman.run(&json!({"text": collection, "answers": {"access_token": token}}));
        came("newman");
        let collection = text(commands::postman(&request, SecretUse::Written(typed)));
        newman.run(&json!({"text": collection, "answers": {}}));
        came("newman");
        httpyac.run(
            &json!({"text": text(commands::http_file(&request, SecretUse::Asked)), "answers": {"password": token}}),
        );
        came("httpyac");
    }
}

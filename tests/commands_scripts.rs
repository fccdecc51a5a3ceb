//! Runs the printed commands in the programs they are for, in a terminal of their own, against a recorder on this
//! computer, and compares what arrives, byte for byte, with what was meant.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "commands/cases.rs"]
mod cases;
#[path = "commands/recorder.rs"]
mod recorder;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use authdesk::commands::{self, CommandError, SecretUse, Typed};
use authdesk::oauth::{Authorization, Endpoint, FormValue, Secret, api_request};
use cases::{Body, Case, Chance, case, count};
use recorder::{ANSWER, Recorder};
use serde_json::{Value, json};

/// Where scripts/setup puts the programs that the commands are for.
fn tool(path: &str) -> PathBuf {
    let folder = std::env::var_os("AUTHDESK_CACHE").map(PathBuf::from).unwrap_or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        cache.unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cache")).join("authdesk")
    });
    let found = folder.join("command-tools").join(path);
    assert!(found.exists(), "{path} is missing; scripts/setup --for-check installs it");
    found
}

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands").join(path)
}

/// A program that runs one command after the other: a line of JSON to it, a line of JSON back.
struct Driver {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driver {
    fn start(command: &mut Command) -> Driver {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), BufReader::new(child.stdout.take().unwrap()));
        Driver { child, input, output }
    }

    fn python() -> Driver {
        Driver::start(Command::new("python3").arg("-u").arg(source("drive.py")))
    }

    #[track_caller]
    fn run(&mut self, command: &Value) -> Value {
        writeln!(self.input.as_mut().unwrap(), "{command}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("no answer from the driver: {line:?}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It ends, and all that it started, when nothing more can come.
        drop(self.input.take());
        let _ = self.child.wait();
    }
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

/// Requests at random, always the same. A terminal takes no line of more than 4095 bytes.
fn cases(recorder: &Recorder) -> impl Iterator<Item = Case> {
    let (mut chance, server) = (Chance::new(), format!("http://{}", recorder.address));
    (0..).map(move |number| case(&mut chance, &server, number))
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
    let (recorder, mut driver) = (Recorder::start(false), Driver::python());
    for case in cases(&recorder).take(count()) {
        let program = text(commands::python(&case.request));
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
    let mut driver = Driver::python();
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
            let program = text(commands::python(&case.request));
            json!({"python": program, "typed": case.typed(), "env": environment})
        } else {
            let arguments = httpie_arguments(SHELLS[0], &case);
            json!({"argv": arguments, "typed": typed_for_httpie(&case), "env": environment})
        };
        let answer = driver.run(&command);
        answering.join().unwrap();
        assert_eq!((&answer["out"], &answer["status"]), (&json!("move\n"), &json!(i32::from(python))), "{answer}");
        // Nobody listens any more.
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
const SHELLS: [&[&str]; 2] = [&["bash", "--norc", "--noprofile", "-c"], &["zsh", "-f", "-c"]];

fn shells() -> Vec<&'static [&'static str]> {
    let is_there = |shell: &&[&str]| Command::new(shell[0]).arg("--version").output().is_ok();
    let shells: Vec<_> = SHELLS.into_iter().filter(is_there).collect();
    assert!(!shells.is_empty(), "bash is needed for this test");
    shells
}

/// HTTPie asks for the secret itself, after the shell has asked for all else, unless the pair must be form-encoded.
fn typed_for_httpie(case: &Case) -> Vec<String> {
    let mut typed = case.typed();
    if !case.is_form_encoded() {
        typed.reverse();
    }
    typed
}

fn httpie_arguments(shell: &[&str], case: &Case) -> Vec<String> {
    let command = text(commands::httpie(&case.request));
    shell.iter().map(|word| (*word).to_owned()).chain([command]).collect()
}

#[test]
fn httpie_sends_every_value() {
    let (recorder, stubs, httpie) = (Recorder::start(false), Folder::new("httpie"), tool("httpie"));
    let start = ["--httpie", stubs.0.to_str().unwrap()];
    let mut command = Command::new("python3");
    let mut driver = Driver::start(command.arg("-u").arg(source("drive.py")).args(start).env("PYTHONPATH", &httpie));
    let shells = shells();
    for (number, case) in cases(&recorder).take(count()).enumerate() {
        let arguments = httpie_arguments(shells[number % shells.len()], &case);
        let command = json!({"argv": arguments, "typed": typed_for_httpie(&case), "env": environment(&stubs.0)});
        went_well(&driver.run(&command), &case, "\n");
        case.check(&recorder.take(&case.path, "httpie"), Body::Decoded);
    }
}

/// Everything as on an admin's machine: the programs start for themselves, and the list of processes is read while the
/// server waits.
#[test]
fn no_secret_is_in_the_list_of_processes() {
    let (recorder, folder, httpie) = (Recorder::start(true), Folder::new("processes"), tool("httpie"));
    let mut driver = Driver::python();
    let mut chance = Chance::new();
    let file = folder.0.join("token.py");
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HTTPIE_CONFIG_DIR"] = json!(folder.0.to_str().unwrap());
    for number in 0..12 {
        let mut case = case(&mut chance, &format!("http://{}", recorder.address), number);
        for value in [&mut case.secret, &mut case.token] {
            value.truncate(0);
            value.push_str(&format!("Hidden {number} 'from' \"everyone\""));
        }
        let python = number % 3 == 0;
        let (arguments, typed) = if python {
            std::fs::write(&file, text(commands::python(&case.request))).unwrap();
            (vec!["python3".to_owned(), file.to_str().unwrap().to_owned()], case.typed())
        } else {
            (httpie_arguments(shells()[number % shells().len()], &case), typed_for_httpie(&case))
        };
        let answer = driver.run(&json!({"argv": arguments, "typed": typed, "env": environment}));
        went_well(&answer, &case, "\n");
        let recorded = recorder.take(&case.path, "process");
        case.check(&recorded, Body::Decoded);
        let processes = String::from_utf8_lossy(&recorded.processes);
        assert!(processes.contains(if python { "token.py" } else { "--body" }), "the list was read too late");
        assert!(!processes.contains("everyone"), "{arguments:?}");
        // A code is in the text, which is an argument of the shell in this test alone; HTTPie has it from a pipe.
        // Other tests run at the same time.
        let mut of_httpie = recorded.processes.split(|byte| *byte == 0).filter(|one| one.starts_with(b"code="));
        let sends_code = case.request.form.iter().any(|field| field.name == "code");
        assert!(python || !sends_code || of_httpie.clone().next().is_some());
        assert!(of_httpie.all(|one| one.starts_with(b"code=@/")));
    }
}

#[test]
fn raw_http_is_sent_as_it_stands() {
    let recorder = Recorder::start(false);
    for case in cases(&recorder).take(count()) {
        let (secret, token) = (Secret::new(&*case.secret), Secret::new(&*case.token));
        let secrets = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[("Refresh Token", &token)] });
        send(&recorder, &text(commands::http_text(&case.request, secrets)));
        case.check(&recorder.take(&case.path, "raw"), Body::Exact);
        // Masked, it is a whole request too, and nothing secret is in it.
        let masked = text(commands::http_text(&case.request, SecretUse::Asked));
        send(&recorder, &masked);
        let recorded = recorder.take(&case.path, "masked");
        let has_pair = matches!(case.request.authorization, Authorization::Basic { .. });
        assert_eq!(recorded.header("authorization"), has_pair.then_some("Basic ********"));
        assert_eq!(recorded.header("content-length"), Some(recorded.body.len().to_string().as_str()));
        let body = String::from_utf8(recorded.body).unwrap();
        for (name, value) in form_urlencoded::parse(body.as_bytes()) {
            let is_secret = ["code", "code_verifier", "refresh_token"].contains(&&*name);
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

/// Where a variable would begin, which some programs look for in values too.
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
        // What is entered is looked through for variables too; there is nothing to be done about that.
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
        // What is typed stands in the file as it is: see the limits of `http_file`. A colon in the secret is a limit of
        // httpyac alone.
        case.secret.retain(|letter| !letter.is_whitespace() && !":{}\u{feff}".contains(letter));
        case.secret.push('s');
        case.token = form_urlencoded::byte_serialize(case.token.as_bytes()).collect();
        case.token.retain(|letter| letter.is_ascii_alphanumeric());
        let has_blank =
            |id: &str| id.contains(|letter: char| letter.is_whitespace() || letter == '\u{feff}') || id.contains("{{");
        match commands::http_file(&case.request) {
            Ok(command) => {
                let text = text(Ok(command));
                let has_pair = matches!(case.request.authorization, Authorization::Basic { .. });
                let mut names = ["password", "passwd"].iter();
                let mut answers = serde_json::Map::new();
                if has_pair {
                    answers.insert((*names.next().unwrap()).to_owned(), json!(case.secret));
                }
                if case.asks_token() {
                    answers.insert((*names.next().unwrap()).to_owned(), json!(case.token));
                }
                let answer = driver.run(&json!({"text": text, "answers": answers}));
                assert_eq!(answer["out"], ANSWER, "{answer} {text}");
                case.check(&recorder.take(&case.path, "httpyac"), Body::Exact);
                sent += 1;
            }
            Err(CommandError::PairEncoding) => assert!(case.is_form_encoded()),
            Err(error) => {
                assert!(matches!(error, CommandError::Character { part: "client_id", .. }), "{error:?}");
                assert!(has_blank(&case.known()[0]), "{case:?}");
            }
        }
    }
}

/// The first call with a new token, in every format: a `GET` with the token in its header.
#[test]
fn a_first_call_takes_its_token_along() {
    let (recorder, httpie) = (Recorder::start(false), tool("httpie"));
    let folder = Folder::new("first-call");
    let mut environment = environment(&httpie.join("bin"));
    environment["PYTHONPATH"] = json!(httpie.to_str().unwrap());
    environment["HTTPIE_CONFIG_DIR"] = json!(folder.0.to_str().unwrap());
    let mut terminal = Driver::python();
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
        let program = text(commands::python(&request));
        terminal.run(&json!({"python": program, "typed": [token], "env": environment}));
        came("python");
        for shell in shells() {
            let command = text(commands::httpie(&request));
            let arguments: Vec<&str> = shell.iter().copied().chain([&*command]).collect();
            terminal.run(&json!({"argv": arguments, "typed": [token], "env": environment}));
            came("httpie");
        }
        send(&recorder, &text(commands::http_text(&request, SecretUse::Written(typed))));
        came("raw HTTP");
        let collection = text(commands::postman(&request, SecretUse::Asked));
        newman.run(&json!({"text": collection, "answers": {"access_token": token}}));
        came("newman");
        let collection = text(commands::postman(&request, SecretUse::Written(typed)));
        newman.run(&json!({"text": collection, "answers": {}}));
        came("newman");
        httpyac.run(&json!({"text": text(commands::http_file(&request)), "answers": {"password": token}}));
        came("httpyac");
    }
}

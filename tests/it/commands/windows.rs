//! What is printed for PowerShell and for cmd, read by parsers and by models of their documented rules. With Wine the
//! commands for cmd are run too, by the ignored test.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::cases::{self, Body, Case, Chance};
use super::recorder::{Recorded, Recorder};
use super::{cmd_model, powershell_model};
use authdesk::commands::{CommandError, Purpose, SecretUse, Typed, cmd, powershell, powershell_exchange};
use authdesk::oauth::{Authorization, HttpRequest, Secret, form_encoded};
use base64::Engine as _;

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

/// What of a case was typed on the page.
#[derive(Clone, Copy, Debug)]
struct Known {
    secret: bool,
    token: bool,
}

impl Known {
    /// Each of the four in turn.
    fn of(number: usize) -> Known {
        Known { secret: number & 1 == 1, token: number & 2 == 2 }
    }

    /// Builds the command.
    fn command(
        self,
        format: fn(&HttpRequest, SecretUse<'_>) -> Result<authdesk::commands::Command, CommandError>,
        case: &Case,
    ) -> Result<authdesk::commands::Command, CommandError> {
        if !self.secret && !self.token {
            return format(&case.request, SecretUse::Asked);
        }
        let (secret, token) = (Secret::new(&*case.secret), Secret::new(&*case.token));
        let answers = [("Refresh Token", &token)];
        let answers = if self.token { answers.as_slice() } else { &[] };
        format(&case.request, SecretUse::Written(Typed { client_secret: self.secret.then_some(&secret), answers }))
    }

    /// The names that are still prompted for, in their order.
    fn asked(self, case: &Case) -> Vec<&'static str> {
        let asks_secret = !self.secret && case.request.has_client_secret();
        let asks_token = !self.token && case.asks_token();
        let mut asked = [asks_secret.then_some("Client Secret"), asks_token.then_some("Refresh Token")];
        if case.has_secret_field() {
            asked.reverse();
        }
        asked.into_iter().flatten().collect()
    }

    /// The names that are written.
    fn held(self, case: &Case) -> Vec<&'static str> {
        Known { secret: !self.secret, token: !self.token }.asked(case)
    }
}

/// The lines are the text, and say correctly which of them prompt and which contain what was typed.
#[track_caller]
fn check_lines(command: &authdesk::commands::Command, case: &Case, known: Known) {
    let (mut whole, mut asked, mut held) = (String::new(), Vec::new(), Vec::new());
    for line in command.lines() {
        // EXPOSE: it is compared with the whole.
        let text = line.text.expose();
        whole.push_str(text);
        whole.push('\n');
        match line.purpose {
            Purpose::Asks(name) | Purpose::AsksVisibly(name) => asked.push(name),
            Purpose::Holds(name) => held.push(name),
            _ => {}
        }
        let holds = matches!(line.purpose, Purpose::Holds(_));
        for secret in [&case.secret, &case.token] {
            let is_seen =
                secret.len() > 12 && text.contains(secret) && !case.known().iter().any(|value| value.contains(secret));
            assert!(holds || !is_seen, "{text}");
        }
    }
    assert_eq!(whole, text_of(command));
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    assert_eq!(sorted(asked), sorted(known.asked(case)));
    assert_eq!(sorted(held), sorted(known.held(case)));
}

fn powershell_parser() -> tree_sitter::Parser {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    parser
}

#[test]
fn powershell_reads_every_value_as_it_was_meant() {
    let mut parser = powershell_parser();
    let mut chance = Chance::new();
    for number in 0..cases::count() {
        let case = cases::case(&mut chance, SERVER, number);
        let known = Known::of(number);
        let voids = case.asks_token();
        let formats = [(false, powershell as fn(&_, SecretUse<'_>) -> _), (voids, powershell_exchange)];
        for (confirms, format) in formats {
            let command = known.command(format, &case).unwrap();
            check_lines(&command, &case, known);
            let text = text_of(&command);
            // The grammar does not know that a typographic quote ends a text; for it and for the others two are one.
            let tree = parser.parse(&text, None).unwrap();
            assert!(!tree.root_node().has_error(), "{text}\n{}", tree.root_node().to_sexp());
            // What is known must come from the text.
            let typed = powershell_model::Typed {
                secret: if known.secret { "never asked for" } else { &case.secret },
                token: if known.token { "never asked for" } else { &case.token },
            };
            let meant = powershell_model::evaluated(&text, typed);
            assert_eq!(meant.url, format!("{SERVER}{}", case.path));
            let asked = confirms.then_some(GO_ON).into_iter().chain(known.asked(&case));
            assert_eq!(meant.asked, asked.collect::<Vec<_>>());
            case.check(&arriving(&case, meant.headers, meant.body), Body::Exact);
        }
    }
}

const GO_ON: &str = "Refreshing can invalidate the refresh token in use; you must then enter the new one in the product. Continue? [y/N]";

#[test]
fn cmd_hands_every_value_to_curl_as_it_was_meant() {
    let mut chance = Chance::new();
    let (mut carried, mut number) = (0, 0);
    while carried < cases::count() {
        let mut case = cases::case(&mut chance, SERVER, number);
        let known = Known::of(number);
        number += 1;
        let fills_config = case.has_secret_field() && !known.secret;
        if fills_config {
            // A limit of the format.
            case.secret.retain(|ch| ch != ' ');
            case.token.retain(|ch| ch != ' ');
        }
        let command = match known.command(cmd, &case) {
            Ok(command) => command,
            Err(error) => {
                assert!(is_excused(&case, known, error), "{error:?} {known:?} {case:?}");
                continue;
            }
        };
        carried += 1;
        check_lines(&command, &case, known);
        let text = text_of(&command);
        assert!(text.len() <= 8191 && text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)));
        let parts = cmd_model::pipeline(&text);
        let asks_token = case.asks_token() && !known.token;
        let (token, secret) = (("refresh_token", &*case.token), ("client_secret", &*case.secret));
        let config = match (fills_config, asks_token) {
            (true, true) => &[token, secret][..],
            (true, false) => &[secret],
            (false, _) => &[],
        };
        let curl = cmd_model::curl(&cmd_model::arguments(parts.last().unwrap()), config);
        assert_eq!(curl.url, format!("{SERVER}{}", case.path));
        let mut headers = curl.headers;
        assert_eq!(curl.user.is_some(), case.has_pair());
        if let Some(user) = curl.user {
            // curl prompts for what would come after a colon.
            assert_eq!(user.contains(':'), known.secret);
            let pair = if known.secret { user } else { format!("{user}:{}", case.secret) };
            let pair = base64::engine::general_purpose::STANDARD.encode(pair);
            headers.push(("Authorization".to_owned(), format!("Basic {pair}")));
        }
        let prompts = match (fills_config, asks_token) {
            (false, false) => None,
            (false, true) => Some(
                r#"cmd.exe /v:on /d /s /c "set "answer=" & set /p "answer=Refresh Token, visible here: " 1>&2 & set /p "=!answer!" <nul""#,
            ),
            (true, false) => Some(
                r#"cmd.exe /v:on /d /s /c "set "answer=" & set /p "answer=Client Secret, visible here: " 1>&2 & set /p "=data-urlencode client_secret=!answer!" <nul""#,
            ),
            (true, true) => Some(
                r#"cmd.exe /v:on /d /s /c "set "answer_1=" & set /p "answer_1=Refresh Token, visible here: " 1>&2 & set "answer_2=" & set /p "answer_2=Client Secret, visible here: " 1>&2 & set /p "=data-urlencode refresh_token=!answer_1!" <nul & echo: & set /p "=data-urlencode client_secret=!answer_2!" <nul""#,
            ),
        };
        assert_eq!(parts.len(), 1 + usize::from(prompts.is_some()));
        assert_eq!(prompts.unwrap_or(parts.last().unwrap()), parts[0].trim_end());
        let value = |value: Option<String>| {
            value.unwrap_or_else(|| {
                assert!(asks_token);
                case.token.clone()
            })
        };
        // What is prompted for comes together.
        let mut arrived = curl.fields;
        arrived.sort_by_key(|(name, _)| case.request.form.iter().position(|field| field.name == name));
        let fields: Vec<String> = arrived
            .into_iter()
            .map(|(name, content)| format!("{}={}", form_encoded(&name), form_encoded(&value(content))))
            .collect();
        case.check(&arriving(&case, headers, fields.join("&")), Body::Exact);
    }
    println!("{carried} of {number} cases");
}

/// Whether the documentation of `cmd` says that it cannot contain this.
fn is_excused(case: &Case, known: Known, error: CommandError) -> bool {
    match error {
        CommandError::PairEncoding => case.is_form_encoded() && !known.secret,
        CommandError::Character { part: "client_id", at } => {
            let Authorization::Basic { client_id, .. } = &case.request.authorization else { return false };
            let ch = client_id.chars().nth(at).unwrap();
            !ch.is_ascii() || (at == 0 && ch == ';' && !known.secret)
        }
        CommandError::Character { part: "client_secret", at } => {
            known.secret
                && case.has_pair()
                && !case.is_form_encoded()
                && !case.secret.chars().nth(at).unwrap().is_ascii()
        }
        CommandError::TooLong { .. } => {
            let written = [(known.secret, &case.secret), (known.token, &case.token)];
            let written = written.iter().filter(|(is_known, _)| *is_known).map(|(_, value)| value.len());
            case.known().iter().map(String::len).chain(written).sum::<usize>() > 1500
        }
        _ => false,
    }
}

/// Wine's `cmd`, a real `curl.exe`, and a console that types the secret.
///
/// Wine's prompt inserts variables after it has removed the `^`, and `%PATH%` into an input too, so values with the
/// name of an existing variable are left out; the model above has them.
#[test]
#[ignore = "scripts/windows-tools gets Wine and a curl.exe; then --ignored"]
fn cmd_in_wine_sends_every_value() {
    let tools =
        PathBuf::from(std::env::var_os("AUTHDESK_WINDOWS").expect("AUTHDESK_WINDOWS: run scripts/windows-tools"));
    let recorder = Recorder::start(false);
    let server = format!("http://{}", recorder.address);
    let count = cases::count() / 10;
    let mut chance = Chance::new();
    let mut run: Vec<(Case, Known)> = Vec::new();
    let mut input = Vec::new();
    for number in 0.. {
        if run.len() == count {
            break;
        }
        let mut case = cases::case(&mut chance, &server, number);
        let ends_at_space = case.has_secret_field();
        let typed = |text: &str| -> String {
            let is_carried = |ch: &char| ch.is_ascii() && !(ends_at_space && *ch == ' ');
            text.chars().filter(is_carried).take(900).collect()
        };
        case.secret = format!("s{}", typed(&case.secret));
        case.token = format!("t{}", typed(&case.token));
        let known = Known::of(number);
        let Ok(command) = known.command(cmd, &case) else { continue };
        let text = text_of(&command).replace("^\n", "");
        if case.known().iter().chain(&case.typed()).any(|value| value.to_uppercase().contains("%PATH%")) {
            continue;
        }
        let asked = known.asked(&case);
        let secret = if asked.contains(&"Client Secret") { case.secret.as_str() } else { "" };
        let token = if asked.contains(&"Refresh Token") { case.token.as_str() } else { "" };
        // Line by line to `cmd`, and key by key to curl.
        let (answer, keys) = match case.has_secret_field() {
            true => (format!("{token}\r\n{secret}").trim().to_owned(), ""),
            false => (token.to_owned(), secret),
        };
        for part in [text.trim_end(), &answer, keys] {
            input.extend(part.bytes().chain([0]));
        }
        run.push((case, known));
    }
    let file = tools.join("cases.bin");
    std::fs::write(&file, input).unwrap();
    // A terminal of its own, because curl prompts at the console and nowhere else.
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
    for (case, known) in &run {
        let what = format!("{known:?} {case:?}\n{}\n", text_of(&known.command(cmd, case).unwrap()));
        let recorded = recorder.take(&case.path, &what);
        case.check(&recorded, Body::Decoded);
    }
    // What is hidden is not on the screen.
    for (case, _) in run.iter().filter(|(case, _)| case.secret.len() > 12 && !told.contains(&case.token)) {
        assert!(!told.contains(&case.secret), "{}", case.secret);
    }
}

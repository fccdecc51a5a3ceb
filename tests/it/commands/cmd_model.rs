//! How `cmd` at its prompt, a program's start-up and curl parse a command, according to their documentation.
//!
//! `cmd`: "How does the Windows Command Interpreter (CMD.EXE) parse scripts?", phases 1 and 2 in command line mode.
//! Programs: "Parsing C command-line arguments", Microsoft. curl: its manual.

/// Variables that exist on every Windows, and a few unlucky ones.
const VARIABLES: [(&str, &str); 8] = [
    ("PATH", "C:\\Windows"),
    ("OS", "Windows_NT"),
    ("41", "forty-one"),
    ("3A", "three-a"),
    ("2F", "two-f"),
    ("20", "twenty"),
    ("22", "twenty-two"),
    ("E2", "e-two"),
];

/// Phase 1 in command line mode: `%name%` and `%name:…%` become the value, if there is such a variable; else they stay.
fn expanded(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let whole = behind.find('%').map(|end| &behind[..end]);
        let found = whole.and_then(|whole| {
            let name = whole.split(':').next().unwrap();
            VARIABLES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| (whole, value))
        });
        match found {
            Some((whole, value)) => {
                out.push_str(value);
                rest = &behind[whole.len() + 1..];
            }
            None => {
                out.push('%');
                rest = behind;
            }
        }
    }
    out + rest
}

/// Phase 2: the commands of a pipeline, without every `^` that is outside quotes.
///
/// Panics at what would be an operator, a redirection or a second line.
pub fn pipeline(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.strip_suffix('\n').unwrap().split('\n').map(expanded).collect();
    let text = lines.join("\n");
    let mut commands = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = text.chars();
    while let Some(ch) = chars.next() {
        let command = commands.last_mut().unwrap();
        match ch {
            '\n' => panic!("a second line: {text}"),
            '"' => {
                is_quoted = !is_quoted;
                command.push(ch);
            }
            '^' if !is_quoted => match chars.next().unwrap() {
                // The line continues; its first character is taken as it is.
                '\n' => command.push(chars.next().unwrap()),
                other => command.push(other),
            },
            '|' if !is_quoted => commands.push(String::new()),
            '&' | '<' | '>' | '(' | ')' if !is_quoted => panic!("{ch} is special here: {text}"),
            _ => command.push(ch),
        }
    }
    assert!(!is_quoted, "a quote is open at the end: {text}");
    commands
}

/// The arguments of a program, without its name.
pub fn arguments(command: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut chars = command.chars().peekable();
    loop {
        while chars.next_if(|ch| *ch == ' ').is_some() {}
        if chars.peek().is_none() {
            break;
        }
        let mut argument = String::new();
        let mut is_quoted = false;
        while let Some(ch) = chars.next_if(|ch| is_quoted || *ch != ' ') {
            match ch {
                '\\' => {
                    let mut count = 1;
                    while chars.next_if_eq(&'\\').is_some() {
                        count += 1;
                    }
                    let before_quote = chars.peek() == Some(&'"');
                    argument.push_str(&"\\".repeat(if before_quote { count / 2 } else { count }));
                    if before_quote && count % 2 == 1 {
                        argument.push(chars.next().unwrap());
                    }
                }
                '"' if is_quoted && chars.next_if_eq(&'"').is_some() => argument.push('"'),
                '"' => is_quoted = !is_quoted,
                _ => argument.push(ch),
            }
        }
        assert!(!is_quoted, "a quote is open at the end: {command}");
        all.push(argument);
    }
    assert_eq!(all.remove(0), "curl.exe");
    all
}

/// What curl is told.
#[derive(Default)]
pub struct Curl {
    pub user: Option<String>,
    pub headers: Vec<(String, String)>,
    /// `None` is read from standard input.
    pub fields: Vec<(String, Option<String>)>,
    pub url: String,
}

/// `config` is what comes from standard input as lines of its configuration.
pub fn curl(arguments: &[String], config: &[(&str, &str)]) -> Curl {
    let mut curl = Curl::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap().clone();
        match argument.as_str() {
            "--silent" | "--show-error" | "--globoff" => {}
            "--write-out" => assert_eq!(value(), r"\n"),
            "--user" => curl.user = Some(value()),
            "--header" => {
                let header = value();
                let (name, value) = header.split_once(": ").unwrap();
                curl.headers.push((name.to_owned(), value.to_owned()));
            }
            "--data" => curl.fields.extend(
                form_urlencoded::parse(value().as_bytes())
                    .map(|(name, value)| (name.into_owned(), Some(value.into_owned()))),
            ),
            // "name=content" goes before "name@filename".
            "--data-urlencode" => {
                let value = value();
                curl.fields.push(match value.split_once('=') {
                    Some((name, content)) => (name.to_owned(), Some(content.to_owned())),
                    None => (value.strip_suffix("@-").unwrap().to_owned(), None),
                });
            }
            "--config" => {
                assert_eq!(value(), "-");
                assert!(!config.is_empty());
                for (name, content) in config {
                    // Without quotes, a value ends at a space.
                    assert!(!content.contains(' '));
                    curl.fields.push(((*name).to_owned(), Some((*content).to_owned())));
                }
            }
            url if !url.starts_with('-') && curl.url.is_empty() => url.clone_into(&mut curl.url),
            other => panic!("curl does not know {other}"),
        }
    }
    curl
}

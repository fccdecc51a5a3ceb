//! Blocks of random values for command lines, run in the shells that they are for, or parsed by the grammar of one.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::made::{Case, cases, same};
use crate::commands::powershell_model;
use authdesk::blocks::{BlockFormat, ValueFault};
use serde_json::json;

const SHELLS: [(&str, &[&str]); 3] = [("bash", &["--norc", "--noprofile"]), ("zsh", &["-f"]), ("dash", &[])];

fn is_control(fault: ValueFault, value: &str) -> bool {
    match fault {
        ValueFault::LineBreak { at } => matches!(value.chars().nth(at), Some('\n' | '\r')),
        ValueFault::ControlCharacter { at } => {
            value.chars().nth(at).is_some_and(|ch| ch.is_control() && !matches!(ch, '\n' | '\r'))
        }
        _ => false,
    }
}

/// What a shell prints of a script that it reads like what is pasted: texts that end with U+0000.
fn printed(shell: (&str, &[&str]), script: String) -> Vec<String> {
    let spawned = Command::new(shell.0)
        .args(shell.1)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child =
        spawned.unwrap_or_else(|error| panic!("{} is needed ({error}); scripts/setup --for-check", shell.0));
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(script.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.stderr.is_empty() && output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

/// Each of the shells that are installed prints, for each block, these texts.
#[track_caller]
fn all_print(cases: &[Case], start: &str, after: &str, expected: impl Fn(&Case) -> Vec<String>) {
    let script: String = cases.iter().map(|case| format!("{}{after}", case.text)).collect();
    let mut used = 0;
    for shell in SHELLS.into_iter().filter(|shell| Command::new(shell.0).arg("-c").arg(":").output().is_ok()) {
        let mut printed = printed(shell, format!("{start}{script}")).into_iter();
        for case in cases {
            let expected = expected(case);
            let here: Vec<String> = printed.by_ref().take(expected.len()).collect();
            assert_eq!(here, expected, "{shell:?}: {}", case.text);
        }
        assert_eq!(printed.next(), None);
        used += 1;
    }
    assert!(used > 1, "bash and zsh are needed for this test");
}

fn values(case: &Case) -> Vec<String> {
    case.values.iter().map(|(_, value)| value.clone()).collect()
}

#[test]
fn variables_have_every_value() {
    let cases = cases(BlockFormat::Shell, "", &["ZOOM_ID", "_b", "C3"], is_control);
    let after = "sh -c 'printf \"%s\\0\" \"$ZOOM_ID\" \"$_b\" \"$C3\"'\nunset ZOOM_ID _b C3\n";
    all_print(&cases, "", after, values);
}

/// A function in place of the program gets the arguments.
const STUB: &str = "() { printf '%s\\0' \"$#\" \"$@\"; }\n";

#[test]
fn a_command_gets_every_value() {
    let keys = ["+zimbraOAuthConsumerCredentials", "b.c", "--d"];
    let cases = cases(BlockFormat::ShellCommand, "zmprov mcf", &keys, is_control);
    all_print(&cases, &format!("zmprov{STUB}"), "", |case| {
        let arguments = |(key, value): &(String, String)| ["3", "mcf", key, value].map(str::to_owned);
        case.values.iter().flat_map(arguments).collect()
    });
}

#[test]
fn docker_gets_every_value() {
    let cases = cases(BlockFormat::DockerRun, "docker run --rm", &["BATON_ID", "_b", "C3"], is_control);
    all_print(&cases, &format!("docker{STUB}"), "", |case| {
        let option = |(key, value): &(String, String)| ["-e".to_owned(), format!("{key}={value}")];
        ["8", "run", "--rm"].map(str::to_owned).into_iter().chain(case.values.iter().flat_map(option)).collect()
    });
}

#[test]
fn powershell_gets_every_value() {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    let keys = ["-AccountID", "-ClientID", "-ClientSecret"];
    for case in cases(BlockFormat::PowerShellCommand, "Connect-PSZoom", &keys, is_control) {
        // The grammar does not know that a typographic quote ends a text; for it and for the others two are one.
        let tree = parser.parse(&case.text, None).unwrap();
        assert!(!tree.root_node().has_error(), "{}\n{}", case.text, tree.root_node().to_sexp());
        let words = tree.root_node().to_sexp();
        assert_eq!(words.matches("(command_parameter)").count(), 3, "{words}");
        assert_eq!(words.matches("(verbatim_string_characters)").count(), 3, "{words}");
        let mut rest = case.text.strip_prefix("Connect-PSZoom").unwrap();
        let mut read = Vec::new();
        while let Some((name, behind)) = rest.strip_prefix(' ').and_then(|rest| rest.split_once(' ')) {
            let (value, behind) = powershell_model::literal(behind);
            read.push(json!([name, value]));
            rest = behind;
        }
        assert_eq!(rest, "\n");
        same(&case, &json!({ "values": read }));
    }
}

//! Blocks of random values, each read back by a real parser of its format.

use std::process::Command;

use super::made::{Case, cases, same};
use crate::driver::{Driver, tool};
use authdesk::blocks::{BlockFormat, ValueFault};
use serde_json::{Value, json};

fn source(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/blocks").join(name)
}

/// The standard library, python-dotenv and PyYAML.
fn python() -> Driver {
    Driver::start(Command::new("python3").arg(source("read.py")).env("PYTHONPATH", tool("parsers")))
}

/// dotenv, and a reader of connection strings.
fn node() -> Driver {
    Driver::start(Command::new("node").arg(source("read.mjs")).arg(tool("node")))
}

#[track_caller]
fn is_read(driver: &mut Driver, format: &str, case: &Case) {
    same(case, &driver.run(&json!({"format": format, "text": case.text})));
}

#[track_caller]
fn every_value_can_be_written(format: BlockFormat, command: &str, keys: &[&str]) -> Vec<Case> {
    cases(format, command, keys, |_, _| false)
}

/// The names by which the drivers know their readers of such files.
const OF_ENV: [&str; 3] = ["env", "env, fast", "env, 16"];

/// Whether every reader reads a line of such a file as this value, and the next one as its own: a quote of the one must not
/// close what the other opens.
fn all_read(python: &mut Driver, node: &mut Driver, written: &str, value: &str) -> bool {
    let text = format!("A={written}\nB=x`\n");
    let meant = |read: Value| read["values"] == json!([["A", value], ["B", "x`"]]);
    meant(python.run(&json!({"format": "env", "text": text})))
        && OF_ENV.iter().all(|format| meant(node.run(&json!({"format": format, "text": text}))))
}

#[test]
fn env_is_read_alike_by_python_and_node() {
    let (mut python, mut node) = (python(), node());
    let (mut refused_python, mut refused_node) = (self::python(), self::node());
    let mut refused = 0;
    let cases = cases(BlockFormat::Env, "", &["ZOOM_ID", "_B", "c3"], |fault, value| {
        refused += 1;
        match fault {
            ValueFault::ControlCharacter { at } => value.chars().nth(at) == Some('\0'),
            ValueFault::Variable => value.contains("${"),
            // A quote that some readers close with a later one: what that does depends on the rest of the file.
            ValueFault::Quoting if value.contains(['\u{2028}', '\u{2029}']) || value.starts_with('`') => true,
            // There is no way that all of them read as this value.
            ValueFault::Quoting => {
                let plain = value.replace('\r', r"\r");
                ["'", "\"", "`", ""].iter().all(|quote| {
                    [value, &plain].iter().all(|text| {
                        let written = format!("{quote}{text}{quote}");
                        !all_read(&mut refused_python, &mut refused_node, &written, value)
                    })
                })
            }
            _ => false,
        }
    });
    assert!(refused > 50, "the rule is tried too");
    for case in &cases {
        is_read(&mut python, "env", case);
        for format in OF_ENV {
            is_read(&mut node, format, case);
        }
    }
}

#[test]
fn ini_is_read_alike_with_interpolation_and_without() {
    let mut python = python();
    let is_excused = |fault, value: &str| match fault {
        ValueFault::LineBreak { at } => matches!(value.chars().nth(at), Some('\n' | '\r')),
        ValueFault::ControlCharacter { at } => value.chars().nth(at).unwrap().is_control(),
        ValueFault::SpaceAround => value.trim() != value,
        ValueFault::Percent => value.contains('%'),
        _ => false,
    };
    for case in cases(BlockFormat::Ini, "", &["secrets.video_zoom_id", "secrets.b", "more.c"], is_excused) {
        is_read(&mut python, "ini", &case);
    }
}

#[test]
fn python_reads_every_value() {
    let mut python = python();
    for case in every_value_can_be_written(BlockFormat::Python, "", &["VIDEO_ZOOM_ID", "b", "_c"]) {
        assert!(case.text.is_ascii());
        is_read(&mut python, "python", &case);
    }
}

#[test]
fn json_is_read_with_its_levels() {
    let mut python = python();
    let keys = ["client_id", "client_secret.secretKey", "resources.0.b", "resources.0.c", "resources.1", "list.0.0"];
    for case in every_value_can_be_written(BlockFormat::Json, "", &keys) {
        is_read(&mut python, "json", &case);
    }
}

#[test]
fn yaml_is_read_with_its_levels() {
    let mut python = python();
    let keys = [
        "zoom.client_id",
        "zoom.on",
        "zoom.12a",
        "zoom.list.0.b.c",
        "zoom.list.0.d",
        "zoom.list.1",
        "a.0.0",
        "a.0.1.x",
    ];
    for case in every_value_can_be_written(BlockFormat::Yaml, "", &keys) {
        is_read(&mut python, "yaml", &case);
    }
}

#[test]
fn toml_is_read_with_its_levels() {
    let mut python = python();
    let keys = ["clientId", "a.b", "resources.0.b.c", "a.c.d e", "resources.0.e", "x.y.z", "list.0.0", "last"];
    for case in every_value_can_be_written(BlockFormat::Toml, "", &keys) {
        is_read(&mut python, "toml", &case);
    }
}

#[test]
fn hcl_is_read_with_its_blocks() {
    let keys = ["provider.zoom.client_id", "region", "provider.zoom.secret", "terraform.x", "a.b c.d.e"];
    for case in every_value_can_be_written(BlockFormat::Hcl, "", &keys) {
        let body = hcl::parse(&case.text).unwrap_or_else(|error| panic!("{error}\n{}", case.text));
        same(&case, &json!({ "values": values_of(&body, "") }));
    }
}

/// Every attribute with the type and the labels of the blocks that it is in.
fn values_of(body: &hcl::Body, path: &str) -> Vec<Value> {
    let mut values = Vec::new();
    for structure in body {
        match structure {
            hcl::Structure::Attribute(attribute) => {
                let value = match attribute.expr() {
                    hcl::Expression::String(text) => text.clone(),
                    hcl::Expression::TemplateExpr(template) => inserted_nothing(template),
                    other => panic!("{other:?}"),
                };
                values.push(json!([format!("{path}{}", attribute.key()), value]));
            }
            hcl::Structure::Block(block) => {
                let labels = block.labels().iter().map(hcl::BlockLabel::as_str);
                let parts: Vec<&str> = [block.identifier()].into_iter().chain(labels).collect();
                values.extend(values_of(block.body(), &format!("{path}{}.", parts.join("."))));
            }
        }
    }
    values
}

/// The text of a template, evaluated with no variables.
fn inserted_nothing(template: &hcl::expr::TemplateExpr) -> String {
    use hcl::eval::Evaluate as _;
    match template.evaluate(&hcl::eval::Context::new()).unwrap() {
        hcl::Value::String(text) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn connection_strings_are_read_by_the_rules_of_ado_net() {
    let mut node = node();
    let is_excused = |fault, value: &str| match fault {
        ValueFault::ControlCharacter { at } => value.chars().nth(at) == Some('\0'),
        _ => false,
    };
    for case in cases(BlockFormat::ConnectionString, "", &["profile", "oauthclient id", "x"], is_excused) {
        same(&case, &json!({ "values": ado_net(&case.text) }));
        is_read(&mut node, "connection_string", &case);
    }
}

/// Microsoft, "Connection Strings in ADO.NET", "Connection string syntax".
fn ado_net(text: &str) -> Vec<Value> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some((name, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|ch| matches!(ch, '"' | '\''));
        let value = match quote {
            None => {
                let (value, after) = behind.split_once(';').unwrap();
                rest = after;
                assert!(!value.chars().any(char::is_control), "{value:?}");
                value.trim().to_owned()
            }
            Some(quote) => {
                let mut value = String::new();
                let mut chars = behind.chars().skip(1).peekable();
                while let Some(ch) = chars.next() {
                    if ch == quote && chars.next_if_eq(&quote).is_none() {
                        break;
                    }
                    value.push(ch);
                }
                let after: String = chars.collect();
                rest = behind.get(behind.len() - after.len()..).unwrap().strip_prefix(';').unwrap();
                value
            }
        };
        values.push(json!([name.trim(), value]));
    }
    assert_eq!(rest.trim(), "");
    values
}

#[test]
fn a_url_is_read_by_browsers_and_python() {
    let (mut python, mut node) = (python(), node());
    for address in ["https://a.example/setup", "https://a.example/?", "https://a.example/x?y=1"] {
        let is_with_more = address.ends_with('1');
        for mut case in every_value_can_be_written(BlockFormat::Url, address, &["client id", "&=#", "c"]) {
            if is_with_more {
                case.values.push(("y".to_owned(), "1".to_owned()));
            }
            is_read(&mut python, "url", &case);
            is_read(&mut node, "url", &case);
        }
    }
}

//! Our reader of pasted JSON, compared with `serde_json`.

use authdesk::pasted_json::{Json, Kind, parse, parse_front};
use proptest::prelude::*;
use serde_json::Value;

fn same(ours: &Json, theirs: &Value) -> bool {
    match (&ours.kind, theirs) {
        (Kind::Null, Value::Null) => true,
        (Kind::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        // `serde_json` rounds the last digit of a fraction as it likes; we keep the digits.
        (Kind::Number(digits), Value::Number(theirs)) => {
            let (ours, theirs) = (digits.parse::<f64>().unwrap(), theirs.as_f64().unwrap());
            (ours - theirs).abs() <= ours.abs() * 1e-12
        }
        (Kind::Text(ours), Value::String(theirs)) => ours == theirs,
        (Kind::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Kind::Object(ours), Value::Object(theirs)) => theirs.iter().all(|(name, theirs)| {
            ours.iter().rfind(|member| member.name == *name).is_some_and(|member| same(&member.value, theirs))
        }),
        _ => false,
    }
}

/// Both accept it and read the same, or both reject it.
#[track_caller]
fn agree(text: &str) {
    match (parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}"),
        (Err(ours), Err(theirs)) => assert_eq!(ours.at >= text.len(), theirs.is_eof(), "{text}: where it ends"),
        (Ok(_), Err(theirs)) => assert!(theirs.to_string().contains("number out of range"), "{text}: {theirs}"),
        (Err(ours), Ok(_)) => panic!("{text}: {ours:?}"),
    }
}

#[test]
fn takes_and_refuses_what_the_grammar_does() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true",
        "false",
        "tru e",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "1.",
        "1.5e",
        "1e+2",
        "1E-2",
        ".5",
        "+1",
        "\"\"",
        "\"",
        "\"\\",
        "\"\\u",
        "\"\\u00e4\"",
        "\"\\uD83D\\uDE00\"",
        "\"\\uD83D\"",
        "\"\\uDE00\"",
        "\"\\uD83Dx\"",
        "\"\\uD83D\\u0041\"",
        "\"\\ud83d\\",
        "\"\\x\"",
        "\"\u{1}\"",
        "\"a\nb\"",
        "\"\u{7f}ü\u{10ffff}\"",
        "[]",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,]",
        "[1 2]",
        "{}",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        " [ 1 , {\"a\" : [ ] } ] ",
        "[] []",
        "{\"a\":1,\"a\":2}",
        "\u{feff}1",
        "\u{a0}1",
        "// 1",
        "NaN",
    ] {
        agree(text);
    }
    agree(&"[".repeat(1000));
}

#[test]
fn names_the_byte_where_it_stops_being_json() {
    let at = |text: &str| parse(text).map(|_| ()).expect_err("a fault").at;
    assert_eq!(at("[1, x]"), 4);
    assert_eq!(at("{\"a\": tru}"), 9);
    assert_eq!(at("\"ä\\x\""), 4);
    assert_eq!(at("[1"), 2);
    assert_eq!(at("[] 1"), 3);
}

#[test]
fn the_front_of_a_text_can_be_read_alone() {
    let behind = |text: &str| parse_front(text).map(|(_, behind)| behind.to_owned()).map_err(|error| error.at);
    assert_eq!(behind(" {\"a\":1} % {"), Ok(" % {".into()));
    assert_eq!(behind("[1]"), Ok(String::new()));
    assert_eq!(behind("{\"a\":1"), Err(6));
    assert_eq!(behind("{ä}"), Err(1));
}

proptest! {
    #[test]
    fn reads_any_text_as_serde_json_does(text in r#"[\[\]{}:,"\\ \nutfne0-9.+a-d-]{0,24}"#) {
        // A cut `\u12` ends too early for one of them and has a wrong digit for the other.
        prop_assume!(!text.contains("\\u"));
        agree(&text);
    }

    #[test]
    fn reads_any_value_as_serde_json_does(names in prop::collection::vec(any::<(String, String, i64, f64)>(), 0..6)) {
        let values = names.iter().map(|(a, b, c, d)| serde_json::json!({ a: [b, c, { b: d }], "x": null }));
        let text = Value::Array(values.collect()).to_string();
        prop_assert!(same(&parse(&text).unwrap(), &serde_json::from_str(&text).unwrap()));
        agree(text.get(..text.len() / 2).unwrap_or_default());
    }
}

//! What the lines of our command for PowerShell amount to; not more of the language than they use.

use authdesk::oauth::form_encoded;
use base64::Engine as _;

/// The request that the command would send.
pub struct Meant {
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// What it prompts for, in order.
    pub asked: Vec<String>,
}

/// A text between single quotes, and what comes after it. The language specification, §2.3.5.2: each of the five single
/// quotes ends it, and any two of them are the first of the two.
pub fn literal(text: &str) -> (String, &str) {
    let is_quote = |ch: char| matches!(ch, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
    let mut chars = text.char_indices();
    assert!(chars.next().is_some_and(|(_, ch)| is_quote(ch)), "a text: {text}");
    let mut value = String::new();
    while let Some((at, ch)) = chars.next() {
        if !is_quote(ch) {
            value.push(ch);
            continue;
        }
        let behind = &text[at + ch.len_utf8()..];
        if !behind.starts_with(is_quote) {
            return (value, behind);
        }
        chars.next();
        value.push(ch);
    }
    panic!("the text does not end: {text}");
}

/// What is typed, by the name in its prompt.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    pub secret: &'a str,
    pub token: &'a str,
}

/// One value and what comes after it: a text, a prompt, or a function of one of these.
fn term<'t>(text: &'t str, typed: Typed<'_>, asked: &mut Vec<String>) -> (String, &'t str) {
    let inner = |start, asked: &mut Vec<String>| {
        text.strip_prefix(start).map(|rest| {
            let (value, rest) = sum(rest, typed, asked);
            (value, rest.strip_prefix(')').unwrap())
        })
    };
    if let Some(rest) = text.strip_prefix("(Ask ") {
        let (name, rest) = literal(rest);
        let answer = match name.as_str() {
            "Client Secret" => typed.secret,
            "Refresh Token" => typed.token,
            other => panic!("{other}"),
        };
        asked.push(name);
        (answer.to_owned(), rest.strip_prefix(')').unwrap())
    } else if let Some((value, rest)) = inner("(FormEncoded ", asked) {
        (form_encoded(&value), rest)
    } else if let Some((value, rest)) = inner("[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(", asked) {
        (base64::engine::general_purpose::STANDARD.encode(value), rest.strip_prefix(')').unwrap())
    } else {
        literal(text)
    }
}

/// Concatenated texts.
fn sum<'t>(text: &'t str, typed: Typed<'_>, asked: &mut Vec<String>) -> (String, &'t str) {
    let (mut value, mut rest) = term(text, typed, asked);
    while let Some(behind) = rest.strip_prefix(" + ") {
        let (more, behind) = term(behind, typed, asked);
        value.push_str(&more);
        rest = behind;
    }
    (value, rest)
}

pub fn evaluated(script: &str, typed: Typed<'_>) -> Meant {
    let mut meant = Meant { url: String::new(), headers: Vec::new(), body: String::new(), asked: Vec::new() };
    let mut form: Vec<String> = Vec::new();
    for line in script.lines().map(str::trim_start) {
        if let Some(rest) = line.strip_prefix("$headers[") {
            let (name, rest) = literal(rest);
            let (value, rest) = sum(rest.strip_prefix("] = ").unwrap(), typed, &mut meant.asked);
            assert_eq!(rest, "");
            meant.headers.push((name, value));
        } else if let Some(rest) = line.strip_prefix("$form += ") {
            let (field, rest) = sum(rest, typed, &mut meant.asked);
            assert_eq!(rest, "");
            form.push(field);
            meant.body = form.join("&");
        } else if let Some(rest) = line.strip_prefix("$go_on = Read-Host ") {
            meant.asked.push(literal(rest).0);
        } else if let Some(rest) = line.strip_prefix("$answer = Invoke-RestMethod -Method Post -Uri ") {
            assert!(meant.url.is_empty());
            let (url, rest) = literal(rest);
            let (kind, rest) = literal(rest.strip_prefix(" -ContentType ").unwrap());
            assert_eq!(rest, " -Body ($form -join '&') -Headers $headers -MaximumRedirection 0");
            meant.url = url;
            meant.headers.push(("Content-Type".to_owned(), kind));
        }
    }
    assert!(!meant.url.is_empty());
    meant
}

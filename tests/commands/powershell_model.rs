//! What the lines of our command for PowerShell amount to; not more of the language than they use.

use authdesk::oauth::form_encoded;
use base64::Engine as _;

/// The request that the command would send.
pub struct Meant {
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// A text between single quotes, and what is behind it. The language specification, §2.3.5.2: each of the five single
/// quotes ends it, and any two of them are the first of the two.
fn literal(text: &str) -> (String, &str) {
    let is_quote = |letter: char| matches!(letter, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
    let mut letters = text.char_indices();
    assert!(letters.next().is_some_and(|(_, letter)| is_quote(letter)), "a text: {text}");
    let mut value = String::new();
    while let Some((at, letter)) = letters.next() {
        if !is_quote(letter) {
            value.push(letter);
            continue;
        }
        let behind = &text[at + letter.len_utf8()..];
        if !behind.starts_with(is_quote) {
            return (value, behind);
        }
        letters.next();
        value.push(letter);
    }
    panic!("the text does not end: {text}");
}

pub fn evaluated(script: &str, secret: &str, token: &str) -> Meant {
    let mut meant = Meant { url: String::new(), headers: Vec::new(), body: String::new() };
    let mut form: Vec<String> = Vec::new();
    let mut asked = 0;
    for line in script.lines().map(str::trim_start) {
        if let Some(rest) = line.strip_prefix("$headers[") {
            let (name, rest) = literal(rest);
            let (start, rest) = literal(rest.strip_prefix("] = ").unwrap());
            let value = if rest.is_empty() {
                start
            } else {
                assert_eq!(start, "Basic ");
                let rest = rest.strip_prefix(" + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(").unwrap();
                let (id, rest) = literal(rest);
                let secret = match rest {
                    " + (Ask 'Client Secret')))" => secret.to_owned(),
                    " + (FormEncoded (Ask 'Client Secret'))))" => form_encoded(secret),
                    other => panic!("{other}"),
                };
                asked += 1;
                format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{id}{secret}")))
            };
            meant.headers.push((name, value));
        } else if let Some(rest) = line.strip_prefix("$form += ") {
            let (field, rest) = literal(rest);
            form.push(match rest {
                "" => field,
                " + (FormEncoded (Ask 'Refresh Token'))" => format!("{field}{}", form_encoded(token)),
                other => panic!("{other}"),
            });
            meant.body = form.join("&");
        } else if let Some(rest) = line.strip_prefix("$answer = Invoke-RestMethod -Method Post -Uri ") {
            let (url, rest) = literal(rest);
            let (kind, rest) = literal(rest.strip_prefix(" -ContentType ").unwrap());
            assert_eq!(rest, " -Body ($form -join '&') -Headers $headers -MaximumRedirection 0");
            meant.url = url;
            meant.headers.push(("Content-Type".to_owned(), kind));
        }
    }
    assert!(asked < 2 && !meant.url.is_empty());
    meant
}

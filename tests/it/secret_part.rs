//! Secrets, the texts in which people paste one, and whether a part of one is in a text.

use proptest::prelude::*;

/// So many characters of a secret in a row are a part of it: a person could recognize or use them.
pub const PART: usize = 6;

/// The first part of a secret that is in a text.
pub fn part_in<'s>(text: &str, secret: &'s str) -> Option<&'s str> {
    let bounds: Vec<usize> = secret.char_indices().map(|(at, _)| at).chain([secret.len()]).collect();
    bounds.windows(PART + 1).map(|part| &secret[part[0]..part[PART]]).find(|part| text.contains(part))
}

#[track_caller]
pub fn has_no_part(text: &str, secret: &str) {
    assert_eq!(part_in(text, secret), None, "of {secret} is in\n{text}");
}

/// A secret as a server makes it.
pub fn secrets() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z0-9]{32}", "[A-Za-z0-9_-]{33,43}", "[a-f0-9]{40}", "[A-Za-z0-9+/]{24}=="]
        .prop_filter("it has capitals and digits, or digits alone would be a number", |text| {
            text.chars().any(|ch| ch.is_ascii_digit()) && text.chars().any(|ch| ch.is_ascii_alphabetic())
        })
}

/// How many forms [`pasted`] has, the last of which is a part of the secret alone.
pub const FORMS: usize = 9;

/// In the first two forms the secret is alone.
pub const BARE_FORMS: usize = 2;

/// A text that contains it, as people paste it.
pub fn pasted(secret: &str, form: usize) -> String {
    match form % FORMS {
        0 => secret.to_owned(),
        1 => format!(" {secret} "),
        2 => format!("https://www.example.com/cb?code={secret}&state=a"),
        3 => format!(r#"{{"access_token":"{secret}","refresh_token":"x{secret}"}}"#),
        4 => format!("client_secret={secret}"),
        5 => format!("Authorization: Bearer {secret}"),
        6 => format!("curl -d code_verifier={secret} https://zoom.us/oauth/token"),
        7 => format!("https://user:{secret}@www.example.com/"),
        _ => secret[2..14].to_owned(),
    }
}

#[test]
fn a_part_is_found_wherever_it_begins() {
    for at in 0..=6 {
        assert_eq!(
            part_in(&format!("x{}y", &"abcdefghijkl"[at..at + PART]), "abcdefghijkl"),
            Some(&"abcdefghijkl"[at..at + PART])
        );
    }
    assert_eq!(part_in("abcde ghijk", "abcdefghijkl"), None);
    assert_eq!(part_in("abcde", "abcde"), None);
}

//! The sentence of an error: what is shown of it, and the scopes that it names.

use crate::oauth::{Secret, asked_scopes};

/// The scopes that an error names as missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedView {
    /// Each once, in the order of the sentence.
    pub names: Vec<String>,
    /// The text ends before the list does, so the last name may not be whole.
    pub is_cut: bool,
}

/// The scopes that a sentence names.
pub(in crate::desk) fn asked(sentence: &str) -> Option<AskedView> {
    let asked = asked_scopes(sentence)?;
    let mut names: Vec<String> = Vec::new();
    for name in asked.names {
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    let is_cut = sentence.chars().nth(asked.start + asked.length) != Some(']');
    Some(AskedView { names, is_cut })
}

/// The beginning and the end of a long text, such as a whole log: every row of the table is compared with every
/// character of it.
pub(in crate::desk) fn shortened(sentence: Secret) -> Secret {
    // EXPOSE: it is cut, and goes back into a secret.
    let text = sentence.expose();
    if text.len() <= 2 * LONGEST_END {
        return sentence;
    }
    // A character has at most four bytes.
    let before = |at: usize| (at - 3..=at).rev().find(|at| text.is_char_boundary(*at));
    let first = before(LONGEST_END).and_then(|at| text.get(..at));
    let last = before(text.len() - LONGEST_END).and_then(|at| text.get(at..));
    Secret::new([first, last].map(Option::unwrap_or_default).join("\n"))
}

/// How many bytes of each end of a text are read.
const LONGEST_END: usize = 32 * 1024;

/// How many characters of a sentence are shown at most.
const LONGEST_SENTENCE: usize = 400;

/// The sentence with what may be a code or a token masked, and not longer than one reads.
pub(in crate::desk) fn shown_sentence(sentence: &str) -> String {
    let mut shown = String::new();
    let mut before = "";
    for word in sentence.split_inclusive(char::is_whitespace) {
        if shown.chars().count() + word.chars().count() > LONGEST_SENTENCE {
            shown.push('…');
            break;
        }
        let core = word.trim_matches(|ch: char| !ch.is_ascii_alphanumeric() && ch != '-' && ch != '_');
        match word.split_once(core).filter(|_| !core.is_empty()) {
            Some((front, behind)) => {
                shown.push_str(front);
                shown.push_str(&shown_word(core, before));
                shown.push_str(behind);
                before = core;
            }
            None => shown.push_str(word),
        }
    }
    shown
}

/// A request by its method and URL.
pub(in crate::desk) fn shown_request(method: &str, url: &str) -> String {
    let parts: Vec<String> = url.split('/').map(|part| shown_word(part, "")).collect();
    format!("{method} {}", parts.join("/"))
}

fn shown_word(word: &str, before: &str) -> String {
    // What a URL contains after its question mark can be a code.
    if let Some((address, _)) = word.split_once('?').filter(|(address, _)| address.contains("://")) {
        return format!("{address}?…");
    }
    let has = |is: fn(&char) -> bool| word.chars().any(|ch| is(&ch));
    let is_token_like = word.chars().all(|ch| ch.is_ascii_alphanumeric() || "-_.~+=".contains(ch))
        && has(char::is_ascii_digit)
        && has(char::is_ascii_alphabetic);
    let least = if before.eq_ignore_ascii_case("code") { 1 } else { LEAST_TOKEN };
    if is_token_like && word.len() >= least { Secret::new(word).masked() } else { word.to_owned() }
}

/// Codes and tokens are longer than this; a number or a short name is not.
const LEAST_TOKEN: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_code_is_masked() {
        for (sentence, expected) in [
            ("Invalid client_id or client_secret", "Invalid client_id or client_secret"),
            ("Invalid authorization code AbC_d-1", "Invalid authorization code ••••••••"),
            (
                "Invalid authorization code obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB.",
                "Invalid authorization code ••••••••fGB.",
            ),
            ("Creating authorization code error.", "Creating authorization code error."),
            (
                "Invalid access token, does not contain scopes:[user:read:list_users:admin].",
                "Invalid access token, does not contain scopes:[user:read:list_users:admin].",
            ),
            ("at https://example.com/cb?code=abc (4700)", "at https://example.com/cb?… (4700)"),
            ("Use /v2/accounts/{accountId}/marketplace/apps", "Use /v2/accounts/{accountId}/marketplace/apps"),
            ("token 'eyJhbGciOiJIUzI1NiJ9.e30.x' is void", "token '••••••••0.x' is void"),
            (" two  blanks\n", " two  blanks\n"),
            ("", ""),
        ] {
            assert_eq!(shown_sentence(sentence), expected);
        }
        let url = "https://id.example.com:8443/oauth/token/abcDEF0123456789xyz";
        assert_eq!(shown_request("POST", url), "POST https://id.example.com:8443/oauth/token/••••••••xyz");
        let long = "word ".repeat(1000);
        assert!(shown_sentence(&long).chars().count() <= LONGEST_SENTENCE + 1);
    }
}

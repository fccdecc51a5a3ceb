//! Names of products and companies in a text.

use crate::chars::front_of;

/// In bytes: a text that is about a product names it in its front.
const LONGEST: usize = 20_000;
/// How often a name that may be an ordinary word must be there as a name.
const LEAST_OF_WORD: usize = 2;

/// Whether the front of a text has a name, as a whole: one that can be an ordinary word in the middle of sentences, and more
/// than once.
///
/// ```
/// use authdesk::reading::is_named;
///
/// assert!(is_named("How to set up the Demo Recorder", "Demo Recorder"));
/// assert!(!is_named("Sample response", "Sample"));
/// ```
#[must_use]
pub fn is_named(text: &str, name: &str) -> bool {
    let text = front_of(text, LONGEST);
    let is_letter = |ch: char| ch.is_alphanumeric() || ch == '_';
    let whole = text.match_indices(name).map(|(at, _)| text.split_at_checked(at).unwrap_or_default());
    let mut whole = whole.filter(|(before, from)| {
        !before.ends_with(is_letter) && !from.get(name.len()..).unwrap_or_default().starts_with(is_letter)
    });
    if is_coined(name) {
        return whole.next().is_some();
    }
    let is_inside = |before: &str| before.ends_with(' ') && before.trim_end().ends_with(|ch: char| ch.is_lowercase());
    whole.filter(|(before, _)| is_inside(before)).nth(LEAST_OF_WORD - 1).is_some()
}

/// Whether a name is none of the words of a language: of several words, or with a capital letter, a digit or a sign in it.
#[must_use]
pub fn is_coined(name: &str) -> bool {
    name.chars().skip(1).any(|ch| !ch.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named() {
        for (text, name) in [
            ("How to set up Demo Recorder with an app", "Demo Recorder"),
            ("Stand 2023 \u{a9}DemoSQL GmbH", "DemoSQL"),
            ("d8o: 400 invalid_grant", "d8o"),
            ("we run Sample on a server, and since the update Sample gets a 401", "Sample"),
        ] {
            assert!(is_named(text, name), "{text}");
        }
        for (text, name) in [
            ("", "Demo Recorder"),
            ("the Demo Recorders", "Demo Recorder"),
            ("demosql", "DemoSQL"),
            ("my_d8o", "d8o"),
            ("Sample response. Sample request: a Sample", "Sample"),
            ("sample sample sample", "Sample"),
        ] {
            assert!(!is_named(text, name), "{text}");
        }
    }
}

//! Which parts of a text contain scope names.

use super::ScopeForm;

/// A part of the text.
#[derive(Clone, Copy)]
pub struct Region<'t> {
    /// Its first byte in the text.
    pub start: usize,
    /// The text of the part.
    pub text: &'t str,
    /// Whether the context says that every word in it is a scope.
    pub is_named: bool,
    /// Whether it is percent-encoded, with `+` for a space.
    pub is_encoded: bool,
    /// Which of several errors it belongs to, from 0.
    pub message: usize,
}

/// The parts to read, in the order of the text, without overlaps.
pub fn regions(text: &str) -> (ScopeForm, Vec<Region<'_>>) {
    let errors = errors(text);
    if !errors.is_empty() {
        return (ScopeForm::ErrorText, errors);
    }
    if let Some(named) = named(text) {
        return named;
    }
    let is_encoded = !text.contains(':') && (text.contains("%3A") || text.contains("%3a"));
    (ScopeForm::List, vec![Region { start: 0, text, is_named: false, is_encoded, message: 0 }])
}

/// The text in the brackets after "does not contain scopes:".
fn errors(text: &str) -> Vec<Region<'_>> {
    let mut found = Vec::new();
    let mut cursor = Cursor { text, at: 0 };
    while cursor.goes_behind("not contain scope") {
        cursor.takes("s");
        cursor.skip(" :");
        if cursor.takes("[") {
            let message = found.len();
            found.push(Region { message, ..cursor.up_to(&[']']) });
        }
    }
    found
}

/// The values of members and parameters named `scope` or `scopes`.
fn named(text: &str) -> Option<(ScopeForm, Vec<Region<'_>>)> {
    let mut form = None;
    let mut found = Vec::new();
    let mut cursor = Cursor { text, at: 0 };
    while cursor.goes_behind("scope") {
        if cursor.is_within_word() {
            continue;
        }
        cursor.takes("s");
        if cursor.takes("=") {
            form = form.or(Some(ScopeForm::Parameter));
            if cursor.takes("\"") {
                found.push(cursor.up_to(&['"']));
            } else if cursor.takes("'") {
                found.push(cursor.up_to(&['\'']));
            } else {
                let value = cursor.up_to(&['&', '#', '"', '\'', '<', '>', ' ', '\t', '\r', '\n']);
                found.push(Region { is_encoded: true, ..value });
                // In a URL that was already decoded, further names follow here; in a sentence, other words.
                let rest = cursor.up_to(&['&', '#', '"', '\'', '<', '>', '\r', '\n']);
                found.push(Region { is_named: false, ..rest });
            }
        } else if cursor.skip("\\\"'") && cursor.opens_value() {
            if cursor.takes("[") {
                // In a list of objects, each has its own `scope`.
                let list = cursor.peek_up_to(&[']', '{']);
                if !list.ends_at(text, '{') {
                    form = form.or(Some(ScopeForm::Member));
                    found.push(cursor.up_to(&[']']));
                }
            } else if cursor.takes("\\\"") || cursor.takes("\"") || cursor.takes("'") {
                form = form.or(Some(ScopeForm::Member));
                found.push(cursor.up_to(&['"', '\'']));
            }
        }
    }
    form.map(|form| (form, found))
}

impl Region<'_> {
    fn ends_at(&self, text: &str, ch: char) -> bool {
        text.get(self.start + self.text.len()..).is_some_and(|rest| rest.starts_with(ch))
    }
}

/// A place in the text that only moves forward.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves to after the next occurrence of a text, if there is one.
    fn goes_behind(&mut self, text: &str) -> bool {
        let found = self.rest().find(text);
        self.at += found.map_or(0, |at| at + text.len());
        found.is_some()
    }

    /// Whether a letter, a digit, `_` or `-` comes before the word `scope` that ends here.
    fn is_within_word(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.strip_suffix("scope"));
        before
            .and_then(|before| before.chars().next_back())
            .is_some_and(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-'))
    }

    fn takes(&mut self, text: &str) -> bool {
        let is_next = self.rest().starts_with(text);
        self.at += if is_next { text.len() } else { 0 };
        is_next
    }

    /// Skips all of these characters; returns whether there was one.
    fn skip(&mut self, chars: &str) -> bool {
        let rest = self.rest();
        let passed = rest.len() - rest.trim_start_matches(|ch| chars.contains(ch)).len();
        self.at += passed;
        passed > 0
    }

    /// Skips the `:` or `=>` between a name and its value.
    fn opens_value(&mut self) -> bool {
        self.skip(" \t\r\n");
        let opens = self.takes(":") || self.takes("=>");
        self.skip(" \t\r\n");
        opens
    }

    fn peek_up_to(&self, ends: &[char]) -> Region<'t> {
        let rest = self.rest();
        let text = rest.find(ends).and_then(|end| rest.get(..end)).unwrap_or(rest);
        Region { start: self.at, text, is_named: true, is_encoded: false, message: 0 }
    }

    /// The text before the next of these characters, or to the end.
    fn up_to(&mut self, ends: &[char]) -> Region<'t> {
        let region = self.peek_up_to(ends);
        self.at += region.text.len();
        region
    }
}

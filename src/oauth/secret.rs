//! A text that must not be shown by accident.

use core::fmt;

/// A client secret, a code, a token, a state, or a text that contains one of them.
///
/// There is no `Display`, no `Serialize` and no `PartialEq`, and `Debug` prints `[redacted]`. The text is accessible
/// only through [`Secret::expose`]; each call says why, in a comment that starts with `EXPOSE:`. It is not wiped here
/// when it is dropped; the page's allocator does that for all memory.
///
/// ```
/// use authdesk::oauth::Secret;
///
/// let secret = Secret::new("DemoSecret12");
/// assert_eq!(format!("{secret:?}"), "[redacted]");
/// assert_eq!(secret.masked(), "••••••••t12");
/// assert!(secret.same_as(&Secret::new("DemoSecret12")));
/// ```
#[derive(Clone, Default)]
pub struct Secret(String);

impl Secret {
    /// The empty text.
    pub const EMPTY: Secret = Secret(String::new());

    /// Keeps the text as it is: nothing is trimmed, nothing is rejected.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text. Each call needs a comment `// EXPOSE:` with the reason.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether the text has no characters at all; whitespace counts as characters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether both contain exactly the same text.
    ///
    /// Every byte is compared, whatever the others are. That is no promise about time: nobody else can measure a
    /// comparison in the user's own tab, and the compiler may shorten it.
    #[must_use]
    pub fn same_as(&self, other: &Secret) -> bool {
        let (ours, theirs) = (self.0.as_bytes(), other.0.as_bytes());
        let differing = ours.iter().zip(theirs).fold(0, |seen, (a, b)| seen | (a ^ b));
        ours.len() == theirs.len() && differing == 0
    }

    /// The last three characters, to recognize a value behind its mask; `None` if the text has fewer than twelve, where
    /// three would reveal too much.
    #[must_use]
    pub fn ending(&self) -> Option<String> {
        let mut from_behind: Vec<char> = self.0.chars().rev().take(LEAST_TO_SHOW_AN_ENDING).collect();
        if from_behind.len() < LEAST_TO_SHOW_AN_ENDING {
            return None;
        }
        from_behind.truncate(ENDING);
        Some(from_behind.into_iter().rev().collect())
    }
}

impl Secret {
    /// Eight dots and the [`ending`](Secret::ending): what the screen shows until the user asks for more. The number of
    /// dots does not depend on the length.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("••••••••{}", self.ending().unwrap_or_default())
    }
}

const LEAST_TO_SHOW_AN_ENDING: usize = 12;
const ENDING: usize = 3;

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_never_prints_the_text() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "[redacted]");
        assert_eq!(format!("{:#?}", Some(Secret::new("hunter2"))), "Some(\n    [redacted],\n)");
        assert_eq!(format!("{:?}", Secret::default()), "[redacted]");
    }

    #[test]
    fn compares_every_byte_and_the_length() {
        let secret = Secret::new("xyz");
        assert!(secret.same_as(&Secret::new("xyz")));
        for other in ["", "xy", "xyzz", "xyZ", "Xyz", "xyz ", "xýz"] {
            assert!(!secret.same_as(&Secret::new(other)), "{other}");
        }
        assert!(Secret::default().same_as(&Secret::new("")));
    }

    #[test]
    fn an_ending_needs_twelve_characters() {
        assert_eq!(Secret::new("12345678901").ending(), None);
        assert_eq!(Secret::new("123456789012").ending().as_deref(), Some("012"));
        assert_eq!(Secret::new("äöüäöüäöüäöü").ending().as_deref(), Some("äöü"));
        assert_eq!(Secret::default().ending(), None);
    }

    #[test]
    fn a_blank_is_not_nothing() {
        assert!(!Secret::new(" ").is_empty());
        assert!(Secret::new("").is_empty());
    }
}

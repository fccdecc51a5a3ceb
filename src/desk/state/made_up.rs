//! Values that nobody entered: they show what a page does, and are never taken for real.
//!
//! Each has one of the [`MARKS`] in it, and what is made from it still has. So a made-up value is known by its text alone,
//! wherever it came from and whatever was built from it, and no list of fields can be out of date. A field that no such
//! text is right for stays empty: a port, a choice, a scope.

use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use strum::VariantArray;

use super::{Desk, Field, Session};
use crate::oauth::Secret;

/// What a made-up value has in it.
const MARKS: [&str; 2] = [VALUE, HOST];

/// That it is one.
pub(in crate::desk) const VALUE: &str = "MadeUp";

/// A host that nobody can have (RFC 2606 §2).
pub(in crate::desk) const HOST: &str = "made-up.example";

impl Session {
    /// Whether what is in a field is made up.
    #[must_use]
    pub fn is_made_up(&self, field: Field) -> bool {
        // EXPOSE: only whether a mark is in it is computed.
        field.is_one_value() && is_written_in(self.entry(field).expose())
    }

    /// Whether a field is filled with anything real.
    pub(in crate::desk) fn is_filled(&self, field: Field) -> bool {
        !self.entry(field).is_empty() && !self.is_made_up(field)
    }

    fn made_up(&self) -> impl Iterator<Item = Field> + '_ {
        Field::VARIANTS.iter().copied().filter(|field| self.is_made_up(*field))
    }

    fn clear_made_up(&mut self) {
        let all: Vec<Field> = self.made_up().collect();
        for field in all {
            self.enter(field, Secret::EMPTY);
        }
    }
}

impl Desk {
    /// Whether a value is made up anywhere.
    #[must_use]
    pub fn has_made_up(&self) -> bool {
        self.sessions.values().any(|session| session.made_up().next().is_some())
    }

    /// Whether a text is made from made-up values.
    #[must_use]
    pub fn is_made_up(&self, text: &Secret) -> bool {
        // EXPOSE: only whether a mark is in it is computed.
        self.has_made_up() && is_in(text.expose())
    }

    /// The same desk as far as it is real.
    pub(in crate::desk) fn without_made_up(&self) -> Desk {
        let mut real = self.clone();
        real.clear_made_up();
        real
    }

    /// Empties every field whose content is made up.
    pub(in crate::desk) fn clear_made_up(&mut self) {
        for session in self.sessions.values_mut().filter(|session| session.made_up().next().is_some()) {
            Rc::make_mut(session).clear_made_up();
        }
    }
}

/// Whether a mark is in a text, in any case and also where it is encoded.
pub(in crate::desk) fn is_in(text: &str) -> bool {
    is_written_in(text) || MARKS.iter().any(|mark| in_base64(mark).iter().any(|digits| text.contains(digits)))
}

fn is_written_in(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    MARKS.iter().any(|mark| lower.contains(&mark.to_ascii_lowercase()))
}

/// A text in base64, wherever it begins in what is encoded: the digits that depend on nothing else, for each number of
/// bytes before it, modulo three.
pub(super) fn in_base64(text: &str) -> [String; 3] {
    [0, 1, 2].map(|before| {
        let bytes = [vec![0; before], text.as_bytes().to_vec()].concat();
        let digits = STANDARD.encode(&bytes);
        let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
        digits.chars().skip(first).take(end - first).collect()
    })
}

/// What somebody means who types into a field with a made-up value: what was typed, without what was there. Whatever a part
/// of the made-up value is taken out of leaves nothing.
pub(in crate::desk) fn typed_over(before: &Secret, after: &Secret) -> Secret {
    // EXPOSE: what was typed is a secret again.
    let (before, after) = (before.expose(), after.expose());
    let start = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
    let most = before.chars().count().min(after.chars().count()) - start;
    let end = before.chars().rev().zip(after.chars().rev()).take(most).take_while(|(one, other)| one == other).count();
    let is_kept = start + end == before.chars().count();
    let typed: String = after.chars().skip(start).take(after.chars().count() - start - end).collect();
    if is_kept || is_in(after) || typed.is_empty() { Secret::new(typed) } else { Secret::new(after) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_however_it_is_encoded() {
        for mark in MARKS {
            for before in ["", "a", "ab", "abc", "0123456789:"] {
                for after in ["", "x", "yz", ":secret"] {
                    let text = [before, mark, after].concat();
                    assert!(is_in(&text) && is_in(&text.to_lowercase()), "{text}");
                    assert!(is_in(&STANDARD.encode(&text)), "{text} in base64");
                }
            }
        }
        for text in ["", "made up", "bX3hG4UYSRyJWQ3zGn8otg", "https://www.example.com/", "made.up@example.com", "TWFk"]
        {
            assert!(!is_in(text), "{text}");
        }
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_was_made_up() {
        let typed = |after: &str| typed_over(&Secret::new("MadeUpClientId"), &Secret::new(after)).expose().to_owned();
        for (after, means) in [
            ("MadeUpClientIdx", "x"),
            ("xMadeUpClientId", "x"),
            ("MadeUpxyzClientId", "xyz"),
            ("MadeUpClientI", ""),
            ("adeUpClientId", ""),
            ("MadeUpId", ""),
            ("", ""),
            ("MadeUpClientId", ""),
            ("x", "x"),
            ("bX3hG4UYSRyJWQ3zGn8otg", "bX3hG4UYSRyJWQ3zGn8otg"),
            ("MyId", "MyId"),
            ("MadeUpXId", "X"),
        ] {
            assert_eq!(typed(after), means, "{after}");
        }
        let url = |after: &str| {
            typed_over(&Secret::new("https://made-up.example/callback"), &Secret::new(after)).expose().to_owned()
        };
        assert_eq!(url("https://www.example.com/callback"), "https://www.example.com/callback");
        assert_eq!(url("https://made-up.example/oauth"), "oauth");
    }
}

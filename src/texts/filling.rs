//! A sentence with its names filled in.
//!
//! A name in braces is replaced by its value. Where a word depends on a number, the sentence has a form for each of the
//! language's categories, written as in ICU's MessageFormat, of which this is a small part:
//!
//! ```text
//! {count, plural, one {# product} other {# products}}
//! ```
//!
//! `#` is the number. A form can contain names, but no further forms. `other` must be there and is taken where the
//! category has no form.

use super::{Formats, Plain};

/// What a sentence is filled with.
pub(super) struct Filling<'f> {
    /// How the language writes numbers; plainly, if that is not there.
    pub formats: Option<&'f dyn Formats>,
    /// The numbers of things, by name.
    pub numbers: &'f [(&'f str, usize)],
    /// Everything else, by name.
    pub values: &'f [(&'f str, &'f str)],
}

impl Filling<'_> {
    /// The sentence with its names filled in; a name without a value becomes nothing.
    pub fn of(&self, sentence: &str) -> String {
        let mut filled = String::new();
        self.add(&mut filled, sentence, None);
        filled
    }

    /// `hash` is what `#` stands for; only a form has that.
    fn add(&self, filled: &mut String, text: &str, hash: Option<&str>) {
        let add_plain = |filled: &mut String, text: &str| match hash {
            Some(number) => filled.push_str(&text.replace('#', number)),
            None => filled.push_str(text),
        };
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((inside, after)) = closed(after) else { break };
            add_plain(filled, before);
            match inside.split_once(',') {
                None => filled.push_str(&self.value(inside)),
                Some((name, forms)) if hash.is_none() => {
                    let form = form(forms, &self.category(name)).unwrap_or_default();
                    self.add(filled, form, Some(&self.value(name)));
                }
                Some(_) => {}
            }
            rest = after;
        }
        add_plain(filled, rest);
    }

    fn value(&self, name: &str) -> String {
        if let Some(number) = found(self.numbers, name) {
            return self.formats.map_or_else(|| number.to_string(), |formats| formats.number(number));
        }
        found(self.values, name).unwrap_or_default().to_owned()
    }

    /// What is not a number, such as one that is left open, has the words of many.
    fn category(&self, name: &str) -> String {
        let Some(number) = found(self.numbers, name) else { return OTHER.to_owned() };
        self.formats.map_or_else(|| Plain::category(number).to_owned(), |formats| formats.plural(number))
    }
}

const OTHER: &str = "other";

fn found<T: Copy>(named: &[(&str, T)], name: &str) -> Option<T> {
    named.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// What is before the brace that closes one that is open, and what is after it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut open = 1usize;
    for (at, brace) in text.match_indices(['{', '}']) {
        open = if brace == "{" { open + 1 } else { open - 1 };
        if open == 0 {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
    }
    None
}

/// Of ` plural, one {…} other {…}`, the form of a category.
fn form<'f>(forms: &'f str, category: &str) -> Option<&'f str> {
    let mut rest = forms.trim_start().strip_prefix("plural")?.trim_start().strip_prefix(',')?;
    let mut other = None;
    while let Some((name, after)) = rest.split_once('{') {
        let (form, after) = closed(after)?;
        match name.trim() {
            name if name == category => return Some(form),
            OTHER => other = Some(form),
            _ => {}
        }
        rest = after;
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str =
        "{done} of {count, plural, one {# scope of {name}} other {# scopes of {name}}} checked off #";

    fn with(sentence: &str, numbers: &[(&str, usize)]) -> String {
        Filling { formats: None, numbers, values: &[("name", "Zoom"), ("open", "…")] }.of(sentence)
    }

    #[test]
    fn a_number_chooses_the_form() {
        assert_eq!(with(SENTENCE, &[("done", 0), ("count", 1)]), "0 of 1 scope of Zoom checked off #");
        assert_eq!(with(SENTENCE, &[("done", 1), ("count", 2)]), "1 of 2 scopes of Zoom checked off #");
        assert_eq!(with("{count, plural, other {#件}}", &[("count", 1)]), "1件");
        assert_eq!(with("{ count }{count,plural,one{a}other{b}}", &[("count", 1)]), "a");
    }

    #[test]
    fn what_is_no_number_takes_the_form_of_many() {
        let sentence = SENTENCE.replace("count", "open");
        assert_eq!(with(&sentence, &[]), " of … scopes of Zoom checked off #");
    }

    /// What a language has no form for is said as of many; ECMA-402 gives `many` for a million in French.
    #[test]
    fn a_category_without_a_form_takes_other() {
        #[derive(Debug)]
        struct Many;
        impl Formats for Many {
            fn list(&self, _: &[&str]) -> String {
                String::new()
            }
            fn names(&self, _: &[&str]) -> String {
                String::new()
            }
            fn number(&self, _: usize) -> String {
                "1 000 000".to_owned()
            }
            fn date(&self, _: &str) -> String {
                String::new()
            }
            fn relative(&self, _: i64, _: &str) -> String {
                String::new()
            }
            fn plural(&self, _: usize) -> String {
                "many".to_owned()
            }
        }
        let filling = Filling { formats: Some(&Many), numbers: &[("count", 1_000_000)], values: &[] };
        assert_eq!(filling.of("{count, plural, one {# scope} other {# scopes}}"), "1 000 000 scopes");
    }

    #[test]
    fn a_sentence_that_is_not_well_formed_is_no_panic() {
        for (sentence, becomes) in [
            ("{", "{"),
            ("}", "}"),
            ("{}", ""),
            ("a {count", "a {count"),
            ("{count, plural, one {#", "{count, plural, one {#"),
            ("{count, plural}", ""),
            ("{count, plural,}", ""),
            ("{count, select, other {b}}", ""),
            ("{count, plural, one {a}}", "a"),
            ("{count, plural, two {a}}", ""),
            ("{count, plural, one {{count, plural, other {a}}b}}", "b"),
            ("{,}", ""),
        ] {
            assert_eq!(with(sentence, &[("count", 1)]), becomes, "{sentence}");
        }
    }

    #[test]
    fn many_open_braces_are_read_once() {
        let open = "{".repeat(1_000_000);
        assert_eq!(with(&open, &[]), open);
    }
}

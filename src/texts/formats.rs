//! Numbers, dates, lists and plurals as a language writes them.
//!
//! A browser knows this for every language (ECMA-402), so the page asks it (`page::formats`); the library writes them
//! as [`Plain`] does.

use core::fmt::Debug;

/// How a language writes what is not a sentence of its own.
pub trait Formats: Debug {
    /// A list within a sentence: "Account ID, Client ID, and Client Secret".
    fn list(&self, items: &[&str]) -> String;

    /// Names that only stand one after the other, as short as the language allows: "S256, plain".
    fn names(&self, items: &[&str]) -> String;

    /// A number of things.
    fn number(&self, number: usize) -> String;

    /// A day, `2026-11-30`, or a month, `2026-11`. Any other text, such as a version, stays as it is.
    fn date(&self, iso: &str) -> String;

    /// A time seen from now, which is a number of a unit (`second`, `minute`, `hour` or `day`) ahead, or ago if it is
    /// negative.
    fn relative(&self, amount: i64, unit: &str) -> String;

    /// The category of a number of things by which their word changes (CLDR): `one`, `other` or a different one.
    fn plural(&self, number: usize) -> String;
}

/// What a date in our files is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// `2026-11-30`.
    Day,
    /// `2026-11`.
    Month,
}

impl Dated {
    /// By the form alone: there may be no such day.
    #[must_use]
    pub fn of(text: &str) -> Option<Dated> {
        let is_number = |part: Option<&str>, length: usize| {
            part.is_some_and(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let mut parts = text.splitn(3, '-');
        if !is_number(parts.next(), 4) || !is_number(parts.next(), 2) {
            return None;
        }
        match parts.next() {
            None => Some(Dated::Month),
            day => is_number(day, 2).then_some(Dated::Day),
        }
    }
}

/// As in English, and dates as they are written in our files.
#[derive(Clone, Copy, Debug)]
pub struct Plain;

impl Plain {
    /// [`Formats::plural`]: one thing, or any other number of them.
    #[must_use]
    pub fn category(number: usize) -> &'static str {
        if number == 1 { "one" } else { "other" }
    }
}

impl Formats for Plain {
    fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, last] => format!("{first} and {last}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        }
    }

    fn names(&self, items: &[&str]) -> String {
        items.join(", ")
    }

    fn number(&self, number: usize) -> String {
        number.to_string()
    }

    fn date(&self, iso: &str) -> String {
        iso.to_owned()
    }

    fn relative(&self, amount: i64, unit: &str) -> String {
        let count = amount.unsigned_abs();
        let ending = if count == 1 { "" } else { "s" };
        if amount < 0 { format!("{count} {unit}{ending} ago") } else { format!("in {count} {unit}{ending}") }
    }

    fn plural(&self, number: usize) -> String {
        Plain::category(number).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and() {
        let list = |items: &[&str]| Plain.list(items);
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b, and c");
        assert_eq!(Plain.names(&["a", "b", "c"]), "a, b, c");
    }

    #[test]
    fn a_time_is_ahead_or_ago() {
        assert_eq!(Plain.relative(5, "minute"), "in 5 minutes");
        assert_eq!(Plain.relative(1, "day"), "in 1 day");
        assert_eq!(Plain.relative(-1, "hour"), "1 hour ago");
        assert_eq!(Plain.relative(-90, "second"), "90 seconds ago");
        assert_eq!(Plain.relative(i64::MIN, "day"), "9223372036854775808 days ago");
    }

    #[test]
    fn a_version_is_no_date() {
        assert_eq!(["2026-11-30", "2026-11"].map(Dated::of), [Some(Dated::Day), Some(Dated::Month)]);
        for text in
            ["", "2026", "cb48b5c3", "2026-11-3", "2026-11-30-1", "2026-11-30 ", "26-11", "2026-1１", "v2026-11"]
        {
            assert_eq!(Dated::of(text), None, "{text}");
        }
    }

    #[test]
    fn one_thing_has_a_word_of_its_own() {
        let categories: Vec<String> = [0, 1, 2, 5, 11].map(|number| Plain.plural(number)).into();
        assert_eq!(categories, ["other", "one", "other", "other", "other"]);
        assert_eq!(Plain.number(12_345), "12345");
        assert_eq!([Plain.date("2026-11-30"), Plain.date("2026-11")], ["2026-11-30", "2026-11"]);
    }
}

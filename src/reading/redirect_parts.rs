//! A redirect URL in its parts, letter by letter as it is written (RFC 3986 §3). Nothing is put in lower case,
//! completed or decoded, except where a function says so.

use super::query::{decoded, is_blank};

/// A letter with its place in the text.
type Letter = (usize, char);

/// A text without its blanks.
pub(super) struct Letters {
    letters: Vec<Letter>,
    /// Each with the number of letters before it, and with its place.
    pub blanks: Vec<(usize, usize, char)>,
    /// How many characters the text has.
    pub length: usize,
}

/// Some letters of a text, side by side.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'l> {
    letters: &'l [Letter],
    /// The place of the first letter, or where it would be.
    pub start: usize,
    /// The place behind the last letter.
    pub end: usize,
}

/// What an address is made of.
pub(super) struct RedirectParts<'l> {
    /// Before the first colon; empty where there is none.
    pub scheme: Stretch<'l>,
    /// Before the `@`.
    pub user: Option<Stretch<'l>>,
    /// Empty where there is no `//`.
    pub host: Stretch<'l>,
    /// Behind the colon, which is not part of it.
    pub port: Option<Stretch<'l>>,
    /// From the first slash.
    pub path: Stretch<'l>,
    /// Behind the `?`.
    pub query: Option<Stretch<'l>>,
    /// Behind the `#`.
    pub fragment: Option<Stretch<'l>>,
}

impl Letters {
    /// The letters of a text.
    pub fn of(text: &str) -> Letters {
        let mut all = Letters { letters: Vec::with_capacity(text.len()), blanks: Vec::new(), length: 0 };
        for (at, letter) in text.chars().enumerate() {
            all.length = at + 1;
            if is_blank(letter) {
                all.blanks.push((all.letters.len(), at, letter));
            } else {
                all.letters.push((at, letter));
            }
        }
        all
    }

    /// All of them.
    pub fn whole(&self) -> Stretch<'_> {
        let start = self.letters.first().map_or(0, |first| first.0);
        let end = self.letters.last().map_or(self.length, |last| last.0 + 1);
        Stretch { letters: &self.letters, start, end }
    }

    /// Where the letter with this number is, or would be.
    pub fn place(&self, number: usize) -> usize {
        self.letters.get(number).map_or(self.length, |letter| letter.0)
    }
}

impl<'l> Stretch<'l> {
    /// As a text.
    pub fn text(self) -> String {
        self.chars().collect()
    }

    /// Letter by letter.
    pub fn chars(self) -> impl DoubleEndedIterator<Item = char> + 'l {
        self.letters.iter().map(|letter| letter.1)
    }

    /// Whether both have the same letters.
    pub fn same(self, other: Stretch<'_>) -> bool {
        self.letters.len() == other.letters.len() && self.chars().eq(other.chars())
    }

    /// Whether both have the same letters, if those of ASCII may be of either case.
    pub fn same_but_for_case(self, other: Stretch<'_>) -> bool {
        self.text().eq_ignore_ascii_case(&other.text())
    }

    /// Whether both are the same, percent-decoded once.
    pub fn same_decoded(self, other: Stretch<'_>) -> bool {
        decoded(&self.text()) == decoded(&other.text())
    }

    /// Whether both are the same, percent-decoded once, if letters of ASCII may be of either case.
    pub fn same_decoded_but_for_case(self, other: Stretch<'_>) -> bool {
        decoded(&self.text()).eq_ignore_ascii_case(&decoded(&other.text()))
    }

    /// Whether there is no letter.
    pub fn is_empty(self) -> bool {
        self.letters.is_empty()
    }

    /// Whether the last letter is this one.
    pub fn ends_with(self, letter: char) -> bool {
        self.letters.last().is_some_and(|last| last.1 == letter)
    }

    /// The first letters, and the others.
    pub fn split_at(self, number: usize) -> (Stretch<'l>, Stretch<'l>) {
        let Some((before, behind)) = self.letters.split_at_checked(number) else { return (self, self.nothing()) };
        let middle = behind.first().map_or(self.end, |first| first.0);
        let end = before.last().map_or(self.start, |last| last.0 + 1);
        (Stretch { letters: before, start: self.start, end }, Stretch { letters: behind, start: middle, end: self.end })
    }

    /// Before and behind the first letter of these.
    pub fn split(self, one_of: &str) -> Option<(Stretch<'l>, Stretch<'l>)> {
        let number = self.chars().position(|letter| one_of.contains(letter))?;
        let (before, behind) = self.split_at(number);
        Some((before, behind.split_at(1).1))
    }

    /// Before and behind the last such letter.
    fn split_last(self, wanted: char) -> Option<(Stretch<'l>, Stretch<'l>)> {
        let number = self.letters.iter().rposition(|letter| letter.1 == wanted)?;
        let (before, behind) = self.split_at(number);
        Some((before, behind.split_at(1).1))
    }

    /// Without the last letter.
    pub fn without_last(self) -> Stretch<'l> {
        self.split_at(self.letters.len().saturating_sub(1)).0
    }

    /// The last letter alone.
    pub fn last(self) -> Stretch<'l> {
        self.split_at(self.letters.len().saturating_sub(1)).1
    }

    /// Whether the letters begin with those of another.
    pub fn begins_with(self, other: Stretch<'_>) -> bool {
        self.letters.len() >= other.letters.len() && self.split_at(other.letters.len()).0.same(other)
    }

    /// What differs of two: without what both begin and end with.
    pub fn middles(self, other: Stretch<'l>) -> (Stretch<'l>, Stretch<'l>) {
        let front = self.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let (one, two) = (self.split_at(front).1, other.split_at(front).1);
        let back = one.chars().rev().zip(two.chars().rev()).take_while(|(one, two)| one == two).count();
        let without_back = |stretch: Stretch<'l>| stretch.split_at(stretch.letters.len() - back).0;
        (without_back(one), without_back(two))
    }

    /// Nothing, behind it.
    pub fn nothing(self) -> Stretch<'l> {
        Stretch { letters: &[], start: self.end, end: self.end }
    }

    /// Nothing, before it.
    fn nothing_before(self) -> Stretch<'l> {
        Stretch { letters: &[], start: self.start, end: self.start }
    }
}

impl<'l> RedirectParts<'l> {
    /// Takes an address apart. An address of an own scheme, `com.example.app:/oauth` (RFC 8252 §7.1), has no host; one
    /// without a scheme begins with its host.
    pub fn of(whole: Stretch<'l>) -> RedirectParts<'l> {
        let (sent, fragment) = parted(whole, "#");
        let (base, query) = parted(sent, "?");
        let (scheme, rest) = match base.split(":") {
            Some((scheme, rest)) if scheme.split("/").is_none() && rest.chars().next() == Some('/') => (scheme, rest),
            _ => (base.nothing_before(), base),
        };
        let marks = rest.chars().take(2).filter(|letter| *letter == '/').count();
        let has_authority = marks == 2 || scheme.is_empty();
        let rest = if marks == 2 { rest.split_at(2).1 } else { rest };
        let authority = match rest.chars().position(|letter| letter == '/') {
            _ if !has_authority => 0,
            Some(number) => number,
            None => rest.letters.len(),
        };
        let (authority, path) = rest.split_at(authority);
        let (user, host) = match authority.split_last('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        let (host, port) = match host.split_last(':') {
            // The colons of an IPv6 address stand before its bracket.
            Some((host, port)) if !port.chars().any(|letter| letter == ']') => (host, Some(port)),
            _ => (host, None),
        };
        RedirectParts { scheme, user, host, port, path, query, fragment }
    }

    /// Whether the port is the one that is meant where none is written (RFC 9110 §4.2).
    pub fn has_default_port(&self) -> bool {
        let usual = if self.scheme.text().eq_ignore_ascii_case("http") { "80" } else { "443" };
        self.port.is_none_or(|port| port.is_empty() || port.text() == usual)
    }
}

/// What stands before a sign, and what stands behind it.
fn parted<'l>(whole: Stretch<'l>, sign: &str) -> (Stretch<'l>, Option<Stretch<'l>>) {
    match whole.split(sign) {
        Some((before, behind)) => (before, Some(behind)),
        None => (whole, None),
    }
}

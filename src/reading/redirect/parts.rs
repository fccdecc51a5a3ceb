//! The parts of a redirect URL, unchanged (RFC 3986 §3). Nothing is converted to lowercase, completed or decoded,
//! except where a function says so.

use crate::chars::is_space_or_invisible;
use crate::reading::query::decoded;

/// A character with its place in the text.
type PlacedChar = (usize, char);

/// A text without its spaces and invisible characters.
pub(super) struct VisibleText {
    chars: Vec<PlacedChar>,
    /// The spaces and invisible characters, each with the number of other characters before it, and with its place.
    pub spaces: Vec<(usize, usize, char)>,
    /// How many characters the text has.
    pub length: usize,
}

/// A run of characters of a text.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'l> {
    chars: &'l [PlacedChar],
    /// The place of the first character, or where it would be.
    pub start: usize,
    /// The place after the last character.
    pub end: usize,
}

/// The parts of a redirect URL.
pub(super) struct RedirectParts<'l> {
    /// Before the first colon; empty where there is none.
    pub scheme: Stretch<'l>,
    /// Before the `@`.
    pub user: Option<Stretch<'l>>,
    /// Empty where there is no `//`.
    pub host: Stretch<'l>,
    /// After the colon, which is not included.
    pub port: Option<Stretch<'l>>,
    /// From the first slash.
    pub path: Stretch<'l>,
    /// After the `?`.
    pub query: Option<Stretch<'l>>,
    /// After the `#`.
    pub fragment: Option<Stretch<'l>>,
}

impl VisibleText {
    /// The characters of a text.
    pub fn of(text: &str) -> VisibleText {
        let mut all = VisibleText { chars: Vec::with_capacity(text.len()), spaces: Vec::new(), length: 0 };
        for (at, ch) in text.chars().enumerate() {
            all.length = at + 1;
            if is_space_or_invisible(ch) {
                all.spaces.push((all.chars.len(), at, ch));
            } else {
                all.chars.push((at, ch));
            }
        }
        all
    }

    /// All characters, without spaces.
    pub fn whole(&self) -> Stretch<'_> {
        let start = self.chars.first().map_or(0, |first| first.0);
        let end = self.chars.last().map_or(self.length, |last| last.0 + 1);
        Stretch { chars: &self.chars, start, end }
    }

    /// Where the character with this number is, or would be.
    pub fn span(&self, number: usize) -> usize {
        self.chars.get(number).map_or(self.length, |ch| ch.0)
    }
}

impl<'l> Stretch<'l> {
    /// The characters as a text.
    pub fn text(self) -> String {
        self.chars().collect()
    }

    /// The characters, one by one.
    pub fn chars(self) -> impl DoubleEndedIterator<Item = char> + 'l {
        self.chars.iter().map(|ch| ch.1)
    }

    /// Whether both have the same characters.
    pub fn same(self, other: Stretch<'_>) -> bool {
        self.chars.len() == other.chars.len() && self.chars().eq(other.chars())
    }

    /// Whether both have the same characters, ignoring the capitalization of ASCII letters.
    pub fn same_but_for_case(self, other: Stretch<'_>) -> bool {
        self.text().eq_ignore_ascii_case(&other.text())
    }

    /// Whether both are the same, percent-decoded once.
    pub fn same_decoded(self, other: Stretch<'_>) -> bool {
        decoded(&self.text()) == decoded(&other.text())
    }

    /// Whether both are the same, percent-decoded once, ignoring the capitalization of ASCII letters.
    pub fn same_decoded_but_for_case(self, other: Stretch<'_>) -> bool {
        decoded(&self.text()).eq_ignore_ascii_case(&decoded(&other.text()))
    }

    /// Whether there are no characters.
    pub fn is_empty(self) -> bool {
        self.chars.is_empty()
    }

    /// Whether the last character is the given one.
    pub fn ends_with(self, ch: char) -> bool {
        self.chars.last().is_some_and(|last| last.1 == ch)
    }

    /// The first `number` characters, and the rest.
    pub fn split_at(self, number: usize) -> (Stretch<'l>, Stretch<'l>) {
        let Some((before, behind)) = self.chars.split_at_checked(number) else { return (self, self.nothing()) };
        let middle = behind.first().map_or(self.end, |first| first.0);
        let end = before.last().map_or(self.start, |last| last.0 + 1);
        (Stretch { chars: before, start: self.start, end }, Stretch { chars: behind, start: middle, end: self.end })
    }

    /// The parts before and after the first of these characters.
    pub fn split(self, one_of: &str) -> Option<(Stretch<'l>, Stretch<'l>)> {
        let number = self.chars().position(|ch| one_of.contains(ch))?;
        let (before, behind) = self.split_at(number);
        Some((before, behind.split_at(1).1))
    }

    /// The parts before and after the last such character.
    fn split_last(self, wanted: char) -> Option<(Stretch<'l>, Stretch<'l>)> {
        let number = self.chars.iter().rposition(|ch| ch.1 == wanted)?;
        let (before, behind) = self.split_at(number);
        Some((before, behind.split_at(1).1))
    }

    /// All but the last character.
    pub fn without_last(self) -> Stretch<'l> {
        self.split_at(self.chars.len().saturating_sub(1)).0
    }

    /// Only the last character.
    pub fn last(self) -> Stretch<'l> {
        self.split_at(self.chars.len().saturating_sub(1)).1
    }

    /// Whether the characters begin with those of the other.
    pub fn begins_with(self, other: Stretch<'_>) -> bool {
        self.chars.len() >= other.chars.len() && self.split_at(other.chars.len()).0.same(other)
    }

    /// Where two differ: both without what they begin and end with in common.
    pub fn middles(self, other: Stretch<'l>) -> (Stretch<'l>, Stretch<'l>) {
        let front = self.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let (one, two) = (self.split_at(front).1, other.split_at(front).1);
        let back = one.chars().rev().zip(two.chars().rev()).take_while(|(one, two)| one == two).count();
        let without_back = |stretch: Stretch<'l>| stretch.split_at(stretch.chars.len() - back).0;
        (without_back(one), without_back(two))
    }

    /// An empty run after it.
    pub fn nothing(self) -> Stretch<'l> {
        Stretch { chars: &[], start: self.end, end: self.end }
    }

    /// An empty run before it.
    fn nothing_before(self) -> Stretch<'l> {
        Stretch { chars: &[], start: self.start, end: self.start }
    }
}

impl<'l> RedirectParts<'l> {
    /// Splits a redirect URL. One with a custom scheme, `com.example.app:/oauth` (RFC 8252 §7.1), has no host; one
    /// without a scheme begins with its host.
    pub fn of(whole: Stretch<'l>) -> RedirectParts<'l> {
        let (sent, fragment) = parted(whole, "#");
        let (base, query) = parted(sent, "?");
        let (scheme, rest) = match base.split(":") {
            Some((scheme, rest)) if scheme.split("/").is_none() && rest.chars().next() == Some('/') => (scheme, rest),
            _ => (base.nothing_before(), base),
        };
        let marks = rest.chars().take(2).filter(|ch| *ch == '/').count();
        let has_authority = marks == 2 || scheme.is_empty();
        let rest = if marks == 2 { rest.split_at(2).1 } else { rest };
        let authority = match rest.chars().position(|ch| ch == '/') {
            _ if !has_authority => 0,
            Some(number) => number,
            None => rest.chars.len(),
        };
        let (authority, path) = rest.split_at(authority);
        let (user, host) = match authority.split_last('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        let (host, port) = match host.split_last(':') {
            // The colons of an IPv6 address come before its bracket.
            Some((host, port)) if !port.chars().any(|ch| ch == ']') => (host, Some(port)),
            _ => (host, None),
        };
        RedirectParts { scheme, user, host, port, path, query, fragment }
    }

    /// Whether the port is the default of the scheme, written or not (RFC 9110 §4.2).
    pub fn has_default_port(&self) -> bool {
        let usual = if self.scheme.text().eq_ignore_ascii_case("http") { "80" } else { "443" };
        self.port.is_none_or(|port| port.is_empty() || port.text() == usual)
    }
}

/// The parts before and after a character.
fn parted<'l>(whole: Stretch<'l>, sign: &str) -> (Stretch<'l>, Option<Stretch<'l>>) {
    match whole.split(sign) {
        Some((before, behind)) => (before, Some(behind)),
        None => (whole, None),
    }
}

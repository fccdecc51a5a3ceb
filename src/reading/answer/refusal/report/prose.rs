//! Sentences that explain an error instead of reporting one: documentation, release notes, tables of errors.

use core::ops::Range;

use super::super::network::network_fault;
use super::super::word::{is_class, is_entra_code, known_error};
use super::entry::begins_entry;
use super::lists::{Lists, NumberedRows, is_numbered};
use super::phrases::{explains, is_change, reports};

/// The sentences that name an error only to say what it means, when it is returned, or what was changed about it.
pub(super) fn explanations(text: &str) -> Vec<Range<usize>> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let numbered = NumberedRows::of(text);
    if numbered.is_empty() && !names_error(text) && !has_notes(text) {
        return Vec::new();
    }
    let paragraphs = paragraphs(text);
    let lists = Lists::of(&paragraphs);
    let is_told = paragraphs.iter().any(|one| !one.is_data && reports(&one.text.to_lowercase()));
    let mut found = numbered.places();
    let mut example: Option<usize> = None;
    for (at, one) in paragraphs.iter().enumerate() {
        if let Some(indent) = example.filter(|indent| one.is_data || one.indent > *indent) {
            found.push(one.start..one.end());
            example = Some(indent);
            continue;
        }
        example = one.is_example().then_some(one.indent);
        let next = paragraphs.get(at + 1);
        if lists.has_answers && one.text.get(1..2) == Some(":") {
            found.push(one.start..one.end());
            continue;
        }
        if one.is_data || !names_error(one.text) && !one.is_note() {
            continue;
        }
        let is_named = one.is_heading(next) || is_change(one.inner()) && paragraphs.len() > 1;
        if one.is_note() || lists.has(one) || is_named && !is_told {
            found.push(one.start..one.end());
        } else if one.is_definition(next) {
            let below = paragraphs.iter().skip(at + 1).take(MOST_OF_BODY);
            let body = below.take_while(|body| body.indent > one.indent && !body.is_data);
            found.push(one.start..body.last().map_or(one.end(), Paragraph::end));
        } else {
            found.extend(one.sentences().filter(|range| text.get(range.clone()).is_some_and(is_explanation)));
        }
    }
    found
}

/// How many paragraphs belong to a definition.
const MOST_OF_BODY: usize = 20;
/// In bytes: a longer text is a log or a dump.
const LONGEST: usize = 100_000;

/// Whether a line tells what a release changed: the errors that it names may be in no list.
fn has_notes(text: &str) -> bool {
    let marked = text.lines().filter_map(|line| line.trim_start().strip_prefix(['-', '*', '\u{2022}']));
    marked.into_iter().any(|line| is_change(line.trim_start()))
}

/// Whether a text names an error: by its code, its HTTP status, or what a program calls a failed connection.
fn names_error(text: &str) -> bool {
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|ch: char| ch.is_ascii_alphanumeric())) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let length =
            rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')).count();
        let (word, behind) = (rest.get(..length).unwrap_or_default(), rest.get(length..).unwrap_or_default());
        let bare = word.trim_end_matches(['.', '-']);
        if is_code(bare) || network_fault(bare, behind).is_some() {
            return true;
        }
        at = start + length;
    }
    false
}

/// An error code, or the status of an error.
pub(super) fn is_code(word: &str) -> bool {
    let is_status =
        || word.len() == 3 && word.starts_with(['4', '5']) && word.bytes().all(|byte| byte.is_ascii_digit());
    known_error(word).is_some() || is_entra_code(word) || is_status()
}

/// Lines that belong together: prose that is wrapped, or a line of something else.
pub(super) struct Paragraph<'t> {
    start: usize,
    indent: usize,
    pub text: &'t str,
    /// It is no prose: an object, code, a pair, an entry of a log, the line with the error.
    is_data: bool,
    /// It follows the one before it without an empty line.
    is_next: bool,
}

fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut all: Vec<Paragraph<'_>> = Vec::new();
    let (mut at, mut is_next) = (0, false);
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let indent = line.len() - line.trim_start().len();
        let (start, end) = (at + indent, at + indent + inner.len());
        at += line.len();
        if inner.is_empty() {
            is_next = false;
            continue;
        }
        let is_data = is_data(inner);
        let is_item = inner.starts_with(['#', '|', '-', '*', '+', '\u{2022}', '=', '/'])
            || is_numbered(inner)
            || inner.contains('\t')
            || inner.get(1..2) == Some(":");
        match all.last_mut() {
            Some(last)
                if is_next && !is_data && !is_item && !last.is_data && !last.is_line() && last.indent == indent =>
            {
                last.text = text.get(last.start..end).unwrap_or(last.text);
            }
            _ => all.push(Paragraph { start, indent, text: inner, is_data, is_next }),
        }
        is_next = true;
    }
    all
}

impl<'t> Paragraph<'t> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// It ends with its line.
    fn is_line(&self) -> bool {
        self.text.starts_with(['#', '|', '/']) || self.code().is_some_and(|(_, behind)| behind.is_empty())
    }

    /// Without the mark of a list.
    pub fn inner(&self) -> &'t str {
        let text = self.text.trim_start_matches(|ch: char| !ch.is_alphanumeric());
        if !is_numbered(self.text) {
            return text;
        }
        text.trim_start_matches(|ch: char| ch.is_ascii_digit() || ".)( ".contains(ch))
    }

    /// The code that it begins with, and what follows.
    pub fn code(&self) -> Option<(&'t str, &'t str)> {
        let text = self.inner();
        let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let (word, behind) = text.split_at_checked(length)?;
        is_code(word).then(|| (word, behind.trim_start_matches(['`', '"', '\'', '*'])))
    }

    /// A line of an example: what follows it was made up.
    fn is_example(&self) -> bool {
        let lower = self.inner().to_lowercase();
        let is_lead =
            ["example", "for example", "sample", "beispiel", "zum beispiel"].iter().any(|lead| lower.starts_with(lead));
        is_lead && lower.ends_with(':') && !reports(&lower)
    }

    fn is_heading(&self, next: Option<&Paragraph<'_>>) -> bool {
        let is_underlined =
            |next: &Paragraph<'_>| next.text.len() > 2 && next.text.bytes().all(|byte| matches!(byte, b'=' | b'-'));
        self.text.starts_with('#') && next.is_some() || next.is_some_and(is_underlined)
    }

    /// `TODO`, and what a release changed, with its version or the mark of a list.
    fn is_note(&self) -> bool {
        let (first, rest) = self.inner().split_once([' ', ':']).unwrap_or_default();
        let version = first.trim_start_matches(['v', 'V']);
        let is_version = version.contains('.') && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let rest = rest.split_once("): ").map_or(rest, |(_, rest)| rest);
        matches!(first, "TODO" | "FIXME")
            || is_version && is_change(rest)
            || self.inner().len() < self.text.len() && is_change(self.inner())
    }

    /// A code on its line, and below it what it means, as in the RFCs.
    fn is_definition(&self, next: Option<&Paragraph<'_>>) -> bool {
        let is_alone = self.code().is_some_and(|(_, behind)| behind.is_empty());
        is_alone
            && next.is_some_and(|next| {
                next.is_next && next.indent > self.indent + 1 && !next.is_data && next.text.contains(' ')
            })
    }

    /// Where each of its sentences is.
    fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.text.match_indices(['.', '!', '?']).filter(|(at, mark)| {
            let behind = self.text.get(at + mark.len()..).unwrap_or_default();
            let next = behind.trim_start();
            next.len() < behind.len() && next.starts_with(|ch: char| ch.is_uppercase() || "`\"'(".contains(ch))
        });
        let mut start = 0;
        let ends: Vec<usize> = ends.map(|(at, mark)| at + mark.len()).chain([self.text.len()]).collect();
        ends.into_iter().map(move |end| {
            let range = self.start + start..self.start + end;
            start = end;
            range
        })
    }
}

/// Whether a line is no prose.
pub(super) fn is_data(line: &str) -> bool {
    let inner = line.trim_start_matches(['[', '(', '"', '\'', '`', '>', ' ']);
    let first = inner.split_whitespace().next().unwrap_or_default();
    let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')).count();
    let (word, behind) = inner.split_at_checked(length).unwrap_or_default();
    let is_error_word =
        ["error", "err", "fehler", "fatal", "exception"].iter().any(|lead| word.eq_ignore_ascii_case(lead));
    let is_numbered = || behind.trim_start().starts_with(|ch: char| ch.is_ascii_digit());
    let behind = behind.trim_start_matches(['"', '\'', '`']);
    let is_labeled = behind.starts_with([':', ')', ']']) || behind.starts_with(" - ");
    let is_error = is_error_word && (is_labeled || is_numbered()) || is_code(word) && is_labeled;
    line.contains(['{', '}'])
        || line.ends_with(';')
        || ["\":", "=>", "</", "error="].iter().any(|sign| line.contains(sign))
        || line.starts_with(['<', '$'])
        // golang.org/x/oauth2, Guzzle, axios.
        || ["oauth2: cannot fetch token", "resulted in a `", "failed with status code"].iter().any(|part| line.contains(part))
        || ["at ", "File \"", "HTTP/", "curl "].iter().any(|lead| line.starts_with(lead))
        || first.contains('=')
        || first.contains("://")
        || is_error
        || !line.starts_with('#') && (ends_with_error(line) || line.split(": ").skip(1).any(is_code))
        || is_class(word.rsplit('.').next().unwrap_or(word)) && behind.starts_with(':')
        || begins_entry(line)
}

/// Whether a sentence says what an error means, and does not tell that it happened.
fn is_explanation(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    names_error(sentence) && explains(&lower) && !reports(&lower) && !ends_with_error(sentence)
}

/// `The user may have declined: access_denied`, `Error code: invalid_request`.
fn ends_with_error(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(|ch: char| !ch.is_ascii_alphanumeric());
    end.rsplit_once(": ").is_some_and(|(_, last)| is_code(last))
}

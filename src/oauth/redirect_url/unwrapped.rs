//! The characters of a pasted text with their places, and what remains after cleaning.

use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::oauth::{Note, NoteKind};

/// A character with its place in the pasted text.
pub(super) type PlacedChar = (usize, char);

#[derive(Default)]
pub(super) struct Notes {
    pub(super) found: Vec<Note>,
}

impl Notes {
    /// Keeps the first place of each kind.
    pub(super) fn add(&mut self, kind: NoteKind, at: usize) {
        match self.found.iter_mut().find(|note| note.kind == kind) {
            Some(note) => note.at = note.at.min(at),
            None => self.found.push(Note { kind, at }),
        }
    }

    /// The notes by place; at the same place, in the order of discovery.
    pub(super) fn in_order(self) -> Vec<Note> {
        let mut all: Vec<Note> = Vec::new();
        for note in self.found {
            let place = all.partition_point(|one| one.at <= note.at);
            all.insert(place, note);
        }
        all
    }
}

/// The characters without whitespace and quotes around them, without line breaks, and with `&` for its HTML forms.
pub(super) fn bare_letters(text: &str, notes: &mut Notes) -> Vec<PlacedChar> {
    let all: Vec<PlacedChar> = text.chars().enumerate().collect();
    let inner = within_quotes(&all, notes);
    let mut chars = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let [ch @ (at, sign), tail @ ..] = rest {
        rest = tail;
        if *sign == '&' {
            while let Some(behind) = ["amp;", "#38;"].iter().find_map(|rest_of_it| behind(rest, rest_of_it)) {
                notes.add(NoteKind::HtmlAmpersand, *at);
                rest = behind;
            }
        }
        if *sign != ' ' && is_space_or_invisible(*sign) {
            notes.add(NoteKind::WhitespaceInside, *at);
        } else {
            chars.push(*ch);
        }
    }
    chars
}

/// The text without the whitespace and quotes around it that [`read_redirect`](super::read_redirect) ignores.
pub(crate) fn unquoted(text: &str) -> String {
    let all: Vec<PlacedChar> = text.chars().enumerate().collect();
    within_quotes(&all, &mut Notes::default()).iter().map(|(_, ch)| *ch).collect()
}

fn within_quotes<'l>(all: &'l [PlacedChar], notes: &mut Notes) -> &'l [PlacedChar] {
    let mut inner = without_space_ends(all);
    while let [(at, first), rest @ ..] = inner
        && opens(*first)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_space_ends(rest);
        // An apostrophe can end a URL, so it is a quote only if there is one at the start too.
        if let [rest @ .., (_, last)] = inner
            && (closes(*last) || (*last == '\'' && *first == '\''))
        {
            inner = without_space_ends(rest);
        }
    }
    while let [rest @ .., (at, last)] = inner
        && closes(*last)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_space_ends(rest);
    }
    inner
}

fn opens(ch: char) -> bool {
    is_quote_or_angle(ch) && ch != '>'
}

/// An apostrophe may be a part of a URL (RFC 3986 §2.2).
fn closes(ch: char) -> bool {
    is_quote_or_angle(ch) && ch != '<' && ch != '\''
}

fn without_space_ends(mut chars: &[PlacedChar]) -> &[PlacedChar] {
    while let [(_, first), rest @ ..] = chars
        && is_space_or_invisible(*first)
    {
        chars = rest;
    }
    while let [rest @ .., (_, last)] = chars
        && is_space_or_invisible(*last)
    {
        chars = rest;
    }
    chars
}

/// What follows `start`, if the characters begin with it.
fn behind<'l>(mut chars: &'l [PlacedChar], start: &str) -> Option<&'l [PlacedChar]> {
    for expected in start.chars() {
        match chars {
            [(_, ch), rest @ ..] if *ch == expected => chars = rest,
            _ => return None,
        }
    }
    Some(chars)
}

/// The parts before and after the first `sign`.
pub(super) fn cut(chars: &[PlacedChar], sign: char) -> (&[PlacedChar], Option<&[PlacedChar]>) {
    let mut parts = chars.splitn(2, |(_, ch)| *ch == sign);
    (parts.next().unwrap_or_default(), parts.next())
}

pub(super) fn without_spaces(chars: &[PlacedChar], notes: &mut Notes) -> String {
    if let Some((at, _)) = chars.iter().find(|(_, ch)| is_space_or_invisible(*ch)) {
        notes.add(NoteKind::WhitespaceInside, *at);
    }
    chars.iter().map(|(_, ch)| *ch).filter(|ch| !is_space_or_invisible(*ch)).collect()
}

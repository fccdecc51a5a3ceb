//! The characters of a pasted text with their places, and what remains after cleaning.

use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::oauth::{Note, NoteKind};

/// A character with its place in the pasted text.
pub(super) type Letter = (usize, char);

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
pub(super) fn bare_letters(text: &str, notes: &mut Notes) -> Vec<Letter> {
    let all: Vec<Letter> = text.chars().enumerate().collect();
    let inner = within_quotes(&all, notes);
    let mut letters = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let [letter @ (at, sign), tail @ ..] = rest {
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
            letters.push(*letter);
        }
    }
    letters
}

/// The text without the whitespace and quotes around it that [`read_redirect`](super::read_redirect) ignores.
pub(crate) fn unquoted(text: &str) -> String {
    let all: Vec<Letter> = text.chars().enumerate().collect();
    within_quotes(&all, &mut Notes::default()).iter().map(|(_, letter)| *letter).collect()
}

fn within_quotes<'l>(all: &'l [Letter], notes: &mut Notes) -> &'l [Letter] {
    let mut inner = without_blank_ends(all);
    while let [(at, first), rest @ ..] = inner
        && opens(*first)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_blank_ends(rest);
        // An apostrophe can end a URL, so it is a quote only if there is one at the start too.
        if let [rest @ .., (_, last)] = inner
            && (closes(*last) || (*last == '\'' && *first == '\''))
        {
            inner = without_blank_ends(rest);
        }
    }
    while let [rest @ .., (at, last)] = inner
        && closes(*last)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_blank_ends(rest);
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

fn without_blank_ends(mut letters: &[Letter]) -> &[Letter] {
    while let [(_, first), rest @ ..] = letters
        && is_space_or_invisible(*first)
    {
        letters = rest;
    }
    while let [rest @ .., (_, last)] = letters
        && is_space_or_invisible(*last)
    {
        letters = rest;
    }
    letters
}

/// What follows `start`, if the characters begin with it.
fn behind<'l>(mut letters: &'l [Letter], start: &str) -> Option<&'l [Letter]> {
    for expected in start.chars() {
        match letters {
            [(_, letter), rest @ ..] if *letter == expected => letters = rest,
            _ => return None,
        }
    }
    Some(letters)
}

/// The parts before and after the first `sign`.
pub(super) fn cut(letters: &[Letter], sign: char) -> (&[Letter], Option<&[Letter]>) {
    let mut parts = letters.splitn(2, |(_, letter)| *letter == sign);
    (parts.next().unwrap_or_default(), parts.next())
}

pub(super) fn without_blanks(letters: &[Letter], notes: &mut Notes) -> String {
    if let Some((at, _)) = letters.iter().find(|(_, letter)| is_space_or_invisible(*letter)) {
        notes.add(NoteKind::WhitespaceInside, *at);
    }
    letters.iter().map(|(_, letter)| *letter).filter(|letter| !is_space_or_invisible(*letter)).collect()
}

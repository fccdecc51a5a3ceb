//! What no text of a card may contain: what nobody sees, and secrets.

use super::draft::Draft;
use super::refusal::CardRefusal;
use strum::VariantArray;

use crate::desk::state::contains_entered;
use crate::desk::{Desk, Field, Session};
use crate::reading::{bare_value, has_secret, unseen};

/// Why this text cannot be in a card, whatever is entered.
#[must_use]
pub fn refused(text: &str) -> Option<CardRefusal> {
    if let Some(ch) = unseen(text) {
        return Some(CardRefusal::Unseen(ch));
    }
    let written = without_holes(text);
    (has_secret(&written) || is_value(&written)).then_some(CardRefusal::Secret)
}

/// The first reason why this card cannot be opened.
#[must_use]
pub fn refused_in(draft: &Draft) -> Option<CardRefusal> {
    let mut first = None;
    draft.each_text(&mut |text| {
        if first.is_none() {
            first = refused(text);
        }
    });
    first
}

/// Why this text cannot be in a card, with what is entered on the page.
pub(in crate::desk) fn refused_here(desk: &Desk, text: &str) -> Option<CardRefusal> {
    let is_entered = || desk.sessions.values().any(|session| is_of(text, session));
    refused(text).or_else(|| is_entered().then_some(CardRefusal::Secret))
}

/// Whether a secret that is entered on the page is in a card.
pub(in crate::desk) fn is_entered(desk: &Desk, draft: &Draft) -> bool {
    let mut is_there = false;
    draft.each_text(&mut |text| {
        is_there = is_there || desk.sessions.values().any(|session| is_of(text, session));
    });
    is_there
}

/// Whether a text contains a secret of this session, or is a part of a masked value.
fn is_of(text: &str, session: &Session) -> bool {
    let part = text.trim();
    let masked = || Field::VARIANTS.iter().filter(|field| session.is_masked(**field));
    // EXPOSE: only whether the one is in the other is computed.
    let is_part = || masked().map(|field| session.entry(*field).expose()).any(|value| has_part(value, part));
    contains_entered(text, session) || part.len() >= LEAST_PART && is_part()
}

/// From this length on, in bytes, a part of a secret is one.
const LEAST_PART: usize = 6;

/// A value without spaces, braces and quotation marks is one that nobody reads: in any other, each word would be a part.
fn has_part(value: &str, part: &str) -> bool {
    let is_opaque = !value.trim().contains(|ch: char| ch.is_whitespace() || matches!(ch, '{' | '"' | '&' | '='));
    is_opaque && value.contains(part)
}

/// The text without the names in braces: those stand for a value, and are none.
fn without_holes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        match after.split_once('}') {
            Some((inside, after)) if is_name(inside) => {
                rest = after;
            }
            _ => {
                plain.push('{');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn is_name(inside: &str) -> bool {
    !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'|'))
}

/// Whether the whole text is one value that has no name, as a token or a client secret is. A value has digits and both
/// cases, and hardly a word in it: names of variables, paths and labels are no values.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    let has = |is: fn(&u8) -> bool| text.as_bytes().iter().any(is);
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    bare_value(text).is_some() && is_mixed && words_in(text) < 2
}

/// How often five lowercase letters follow each other.
fn words_in(text: &str) -> usize {
    text.split(|ch: char| !ch.is_ascii_lowercase()).filter(|word| word.len() >= 5).count()
}

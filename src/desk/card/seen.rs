//! What no text of a card may contain: what nobody sees, and secrets.

use strum::VariantNames as _;

use super::draft::Draft;
use super::edit::block_line;
use super::refusal::CardRefusal;
use super::tree::{Tree, way};
use crate::catalog::{Filter, Placeholder};
use crate::desk::Desk;
use crate::desk::state::leaving::Leaving;
use crate::reading::{bare_value, has_secret, unseen};

/// Why this text cannot be in a card, whatever is entered.
#[must_use]
pub fn refused(text: &str) -> Option<CardRefusal> {
    if let Some(ch) = unseen(text) {
        return Some(CardRefusal::Unseen(ch));
    }
    let written = without_holes(text);
    let mut in_braces = text.split('{').skip(1).flat_map(|after| after.split(['}', '|']).next());
    (has_secret(&written) || is_value(&written) || in_braces.any(is_value)).then_some(CardRefusal::Secret)
}

/// The first reason why this card cannot be opened, whatever is entered.
#[must_use]
pub fn refused_in(draft: &Draft) -> Option<CardRefusal> {
    first_in(draft, &refused).or_else(|| refused_together(draft))
}

/// Why something in a card cannot be there that is in two places: what a secret is called, and the secret.
#[must_use]
pub fn refused_together(draft: &Draft) -> Option<CardRefusal> {
    let facts = &draft.facts;
    let labeled = |one: &Tree, key: &str| format!("{}={}", one.text_at(&way!["label"]), one.text_at(&way![key]));
    let inputs = facts.members_at(&way!["inputs"]).iter().map(|(_, input)| labeled(input, "example"));
    let variants = facts.list_at(&way!["variants"]);
    let list = |key: &'static str| variants.iter().flat_map(move |variant| variant.list_at(&way![key]));
    let values = list("values").map(|value| labeled(value, "template"));
    let lines = list("blocks").flat_map(|block| block.list_at(&way!["lines"])).map(block_line);
    // What is put together from values says itself that it is none.
    let mut all = inputs.chain(values).chain(lines).filter(|text| without_holes(text) == *text);
    all.any(|text| has_secret(&text)).then_some(CardRefusal::Secret)
}

/// The first reason why one of these texts cannot be in a card, with what is entered on the page.
pub(in crate::desk) fn refused_here<'t>(desk: &Desk, texts: impl IntoIterator<Item = &'t str>) -> Option<CardRefusal> {
    let leaving = Leaving::of(desk);
    texts.into_iter().find_map(|text| refused(text).or_else(|| is_entered(&leaving, text)))
}

/// Why this card cannot be opened, kept or given away, with what is entered on the page.
pub(in crate::desk) fn refused_in_here(desk: &Desk, draft: &Draft) -> Option<CardRefusal> {
    let leaving = Leaving::of(desk);
    refused_in(draft).or_else(|| first_in(draft, &|text| is_entered(&leaving, text)))
}

fn is_entered(leaving: &Leaving<'_>, text: &str) -> Option<CardRefusal> {
    leaving.is_entered(text).then_some(CardRefusal::Secret)
}

fn first_in(draft: &Draft, refused: &dyn Fn(&str) -> Option<CardRefusal>) -> Option<CardRefusal> {
    let mut first = None;
    draft.each_text(&mut |text| {
        if first.is_none() {
            first = refused(text);
        }
    });
    first
}

/// The text without the names in braces: those stand for a value, and are none. A name may still be typed.
fn without_holes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        match after.split_once('}') {
            Some((inside, after)) if is_name(inside) => {
                rest = after;
            }
            None if is_begun(after) => {
                rest = "";
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

/// Whether it is the beginning of what a template can have in braces.
fn is_begun(inside: &str) -> bool {
    let begins = |names: &[&str], part: &str| names.iter().any(|name| name.starts_with(part));
    match inside.split_once('|') {
        Some((name, filter)) => Placeholder::VARIANTS.contains(&name) && begins(Filter::VARIANTS, filter),
        None => begins(Placeholder::VARIANTS, inside),
    }
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

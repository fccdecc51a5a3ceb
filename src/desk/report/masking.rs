//! Which words of an error are kept in a report.
//!
//! A server puts anything into its sentence: the Client ID, the code, the name of a person. What is secret there cannot be
//! told from what is not, so it is the other way round: a word is kept if the page itself knows it.

use std::rc::Rc;

use strum::VariantArray;

use super::Words;
use crate::desk::state::leaving::Leaving;
use crate::desk::{Desk, Field};
use crate::texts::english_words;

/// In characters: a shorter value is a part of many words.
const LEAST_VALUE: usize = 4;
/// In digits: the number of an error or a status. A longer one may be anything.
const LONGEST_NUMBER: usize = 5;

/// The words of an error that may be in a report; `None` if there are none at all.
pub(super) fn kept(desk: &Desk, text: &str) -> Option<Words> {
    let known = vocabulary(desk);
    let mut before = "";
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| {
            let word = word.replace('’', "'");
            // Numbers in a row are a longer number.
            let is_one_more = is_number(core(&word)) && is_number(before);
            before = if is_number(core(&word)) { "0" } else { "" };
            if is_kept(&word, &known) && !is_one_more { word } else { Words::MASKED.to_owned() }
        })
        .collect();
    let words = without_entered(desk, words);
    Words::new(words.iter().map(String::as_str))
}

fn core(word: &str) -> &str {
    word.trim_matches(|ch: char| !ch.is_ascii_alphanumeric())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_kept(word: &str, known: &[String]) -> bool {
    let core = core(word);
    if is_number(core) {
        return core.len() <= LONGEST_NUMBER;
    }
    let is_known = |text: &str| known.binary_search(&text.to_ascii_lowercase()).is_ok();
    // `client_id`, `form-encoded`; a host and a path are names of somebody.
    let mut parts = core.split(['_', '-']);
    !core.is_empty()
        && word.len() - core.len() <= 4
        && (is_known(core) || parts.all(|part| part.len() > 1 && is_known(part)))
}

/// Masks what is or contains something that is entered, and everything if a part of a secret is in it.
fn without_entered(desk: &Desk, words: Vec<String>) -> Vec<String> {
    let session = desk.session();
    let values = Field::VARIANTS.iter().filter(|field| field.is_one_value() || session.is_masked(**field));
    let mut words = words;
    for field in values {
        // EXPOSE: only whether it is among the words is computed.
        let value = session.entry(*field).expose().trim();
        if value.chars().count() >= LEAST_VALUE {
            words.iter_mut().filter(|word| word.contains(value)).for_each(|word| Words::MASKED.clone_into(word));
        }
    }
    if Leaving::of(desk).shares_part(&words.join(" ")) {
        return vec![Words::MASKED.to_owned()];
    }
    words
}

/// The words of the page's own English sentences, and those by which the tables of errors know an error: sorted, in
/// lowercase.
fn vocabulary(desk: &Desk) -> Rc<Vec<String>> {
    #[derive(PartialEq)]
    struct OfTables(Vec<String>);
    let tables = desk.errors.iter().map(|(_, files)| files.table.id.clone()).collect();
    desk.session().readings.of(None, OfTables(tables), || {
        let signs = desk.errors.iter().flat_map(|(_, files)| &files.table.rows).flat_map(|row| &row.signs);
        let of_tables = signs.flat_map(|sign| [&sign.error, &sign.says, &sign.code]).flatten();
        let words = of_tables.clone().flat_map(|text| text.split(|ch: char| !ch.is_ascii_alphabetic()));
        let pieces = words.chain(of_tables.flat_map(|text| text.split_whitespace().map(core)));
        let mut all: Vec<String> =
            english_words().map(str::to_ascii_lowercase).chain(pieces.map(str::to_ascii_lowercase)).collect();
        all.retain(|word| !word.is_empty());
        all.sort_unstable();
        all.dedup();
        all
    })
}

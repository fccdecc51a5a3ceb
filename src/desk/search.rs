//! Finding a product by what a person types.

use crate::catalog::{Card, Index};

/// The products in which every word of the query occurs: in the name, the vendor, the labels or the other words.
#[must_use]
pub fn found<'i>(index: &'i Index, query: &str) -> Vec<&'i Card> {
    let words: Vec<String> = query.split_whitespace().map(lower).collect();
    index.products.iter().filter(|card| words.iter().all(|word| text_of(card).contains(word))).collect()
}

fn text_of(card: &Card) -> String {
    let mut text = format!("{} {} ", card.name, card.vendor);
    for word in card.names.values().chain(&card.values).chain(&card.words) {
        text.push_str(word);
        text.push(' ');
    }
    lower(&text)
}

/// In lowercase: the letters of English and of the languages of Latin-1 (`Ü`, `É`). The tables for every other script
/// would cost each visitor more than a search among a few products is worth.
fn lower(text: &str) -> String {
    let chars = text.chars().map(|ch| match ch {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(ch) + 32).unwrap_or(ch),
        _ => ch.to_ascii_lowercase(),
    });
    chars.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::File;

    #[test]
    fn latin_letters_are_found_in_any_case() {
        let latin1: String = ('\0'..='ÿ').collect();
        assert_eq!(lower(&latin1), latin1.to_lowercase());
        assert_eq!(lower("ÜBUNG Ελλάδα"), "übung Ελλάδα");
    }

    #[test]
    fn every_word_must_occur_in_any_case_and_order() {
        let text = r#"{"provider":"p","apps":{},"products":[
            {"id":"a","name":"Verint Recorder","vendor":"Verint","category":"security","values":["Refresh Token"]},
            {"id":"b","name":"KuferSQL","vendor":"Kufer Software GmbH","category":"learning","words":["Volkshochschule"]}]}"#;
        let index: Index = File { name: "index.json", text }.read().unwrap();
        let ids = |query: &str| found(&index, query).iter().map(|card| card.id.as_str()).collect::<String>();
        assert_eq!(ids(""), "ab");
        assert_eq!(ids("  recorder VERINT "), "a");
        assert_eq!(ids("volkshoch"), "b");
        assert_eq!(ids("refresh kufer"), "");
    }
}

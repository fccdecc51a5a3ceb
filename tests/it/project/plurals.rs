//! Where a word depends on a number, each language has the forms that it needs.

use std::collections::BTreeMap;
use std::fs;

use authdesk::reading::FindingKind;
use authdesk::texts::{FindingTexts, Language, Text, filled};
use strum::VariantArray;

use super::sources::root;
use super::texts::all;

/// The languages whose words have one form for all numbers. Any other has a form for one thing, and may have more.
const ONE_FORM: [&str; 1] = ["ja"];

/// A part of a sentence: a text, or what depends on the number of that name, by category.
enum Part<'s> {
    Text(&'s str),
    Forms(&'s str, BTreeMap<&'s str, &'s str>),
}

/// What is before the brace that closes one that is open, and what is after it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut open = 1;
    let brace = |ch: char| {
        open += i32::from(ch == '{') - i32::from(ch == '}');
        open == 0
    };
    let at = text.find(brace)?;
    Some((&text[..at], &text[at + 1..]))
}

fn parts(sentence: &str) -> Vec<Part<'_>> {
    let (mut all, mut rest) = (Vec::new(), sentence);
    while let Some(at) = rest.find('{') {
        let Some((inside, after)) = closed(&rest[at + 1..]) else { break };
        let end = rest.len() - after.len();
        let Some((name, mut forms)) = inside.split_once(", plural, ") else {
            all.push(Part::Text(&rest[..end]));
            rest = after;
            continue;
        };
        all.push(Part::Text(&rest[..at]));
        let mut by_category = BTreeMap::new();
        while let Some((category, after)) = forms.split_once('{') {
            let (form, after) = closed(after).unwrap();
            assert!(by_category.insert(category.trim(), form).is_none(), "{sentence}: {category} twice");
            forms = after;
        }
        assert_eq!(forms, "", "{sentence}");
        all.push(Part::Forms(name, by_category));
        rest = after;
    }
    all.push(Part::Text(rest));
    all
}

/// A sentence as it is said of a category, with names in braces: `{count} products`.
pub fn in_form(sentence: &str, category: &str) -> String {
    let said = parts(sentence).into_iter().map(|part| match part {
        Part::Text(text) => text.to_owned(),
        Part::Forms(name, forms) => {
            let form = forms.get(category).or(forms.get("other"));
            form.unwrap_or_else(|| panic!("{sentence}: no `other`")).replace('#', &format!("{{{name}}}"))
        }
    });
    said.collect()
}

/// Every sentence that has forms, with its place.
fn with_forms() -> Vec<(Language, String, String)> {
    let mut found = Vec::new();
    for texts in all() {
        let language = texts.language();
        let json = fs::read_to_string(root().join("www").join(FindingTexts::file(language))).unwrap();
        let findings = FindingTexts::read(language, &json).unwrap();
        let said = Text::VARIANTS.iter().map(|text| (format!("{text:?}"), texts.say(*text).to_owned()));
        let says = |kind: &FindingKind| (kind.name().to_owned(), findings.text(*kind).unwrap().says.clone());
        let every = said.chain(FindingKind::VARIANTS.iter().map(says)).filter(|(_, says)| says.contains(", plural,"));
        found.extend(every.map(|(name, says)| (language, name, says)));
    }
    found
}

#[test]
fn every_language_has_the_forms_it_needs() {
    let found = with_forms();
    for language in Language::all() {
        let here: Vec<_> = found.iter().filter(|(of, ..)| *of == language).collect();
        assert!(here.len() >= 15, "{language:?}: {}", here.len());
        for (_, name, sentence) in here {
            for part in parts(sentence) {
                let Part::Forms(_, forms) = part else { continue };
                assert!(forms.contains_key("other"), "{language:?}: {name}");
                let has_one = !ONE_FORM.contains(&language.code());
                assert_eq!(forms.contains_key("one"), has_one, "{language:?}: {name}");
                let known = ["zero", "one", "two", "few", "many", "other"];
                assert!(forms.keys().all(|category| known.contains(category)), "{language:?}: {name}");
                assert!(forms.values().all(|form| !form.contains(", plural")), "{language:?}: {name}: forms in a form");
            }
        }
    }
}

#[test]
fn a_sentence_is_complete_for_every_number() {
    let texts = all();
    for (language, name, sentence) in with_forms() {
        let texts = texts.iter().find(|texts| texts.language() == language).unwrap();
        let values = [("name", "a.har"), ("steps", "4"), ("kinds", "x"), ("provider", "Zoom")];
        for number in [0, 1, 2, 5] {
            let numbers = ["count", "done", "taken", "all", "minutes"].map(|name| (name, number));
            let says = texts.filled(&sentence, &numbers, &values);
            assert!(!says.contains(['{', '}', '#']) && !says.trim().is_empty(), "{language:?}: {name}: {says}");
            let category = if number == 1 { "one" } else { "other" };
            let number = number.to_string();
            let by_hand = ["count", "done", "taken", "all", "minutes"].map(|name| (name, number.as_str()));
            let expected = filled(&in_form(&sentence, category), &[values.as_slice(), &by_hand].concat());
            assert_eq!(says, expected, "{language:?}: {name}");
        }
    }
}

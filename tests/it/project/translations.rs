//! What holds for the files of each language: they say what the English ones say. A language needs no line here.

use std::collections::BTreeSet;
use std::fs;

use authdesk::texts::{Language, LaterTexts, Mark, Text, Texts, marked};
use serde_json::Value;
use strum::VariantArray;

use super::english;
use super::plurals::in_form;
use super::sources::{files_below, root};

/// A sentence, or a label, and what a language has in its place.
struct Translated {
    place: String,
    english: String,
    here: String,
}

fn json(path: &str) -> Value {
    let text = fs::read_to_string(root().join("www").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of sentences that are there in English, by their paths below `www/` without `.en.json`.
fn named() -> Vec<String> {
    let www = root().join("www");
    let names = files_below(&www).into_iter().map(|path| path.strip_prefix(&www).unwrap().display().to_string());
    let mut names: Vec<String> = names.filter_map(|name| name.strip_suffix(".en.json").map(str::to_owned)).collect();
    names.sort();
    assert!(names.len() > 80, "{names:?}");
    names
}

fn other_languages() -> impl Iterator<Item = Language> {
    Language::all().filter(|language| *language != Language::ENGLISH)
}

/// Everything that a language says, beside what English says there.
fn all(language: Language) -> Vec<Translated> {
    let mut all = Vec::new();
    let english = english();
    for (file, is_first) in [(Texts::file(language), true), (LaterTexts::file(language), false)] {
        let sentences = Text::VARIANTS.iter().filter(|text| text.is_first() == is_first).map(|text| english.say(*text));
        let here = json(&file);
        let keys: BTreeSet<&str> = here.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, sentences.clone().collect(), "{file}");
        all.extend(sentences.map(|english| Translated {
            place: file.clone(),
            english: english.to_owned(),
            here: here[english].as_str().unwrap().to_owned(),
        }));
    }
    for name in named() {
        let file = format!("{name}.{}.json", language.code());
        let is_product = name.starts_with("catalog/products/");
        let may_be_missing = is_product && !language.has_every_product();
        if !may_be_missing || root().join("www").join(&file).is_file() {
            collect(&file, &json(&format!("{name}.en.json")), &json(&file), is_product, &mut all);
        }
    }
    all
}

fn collect(place: &str, english: &Value, here: &Value, is_product: bool, all: &mut Vec<Translated>) {
    match (english, here) {
        (Value::String(english), Value::String(here)) => {
            all.push(Translated { place: place.to_owned(), english: english.clone(), here: here.clone() });
        }
        (Value::Array(english), Value::Array(here)) => {
            assert_eq!(english.len(), here.len(), "{place}");
            english.iter().zip(here).for_each(|(english, here)| collect(place, english, here, is_product, all));
        }
        (Value::Object(english), Value::Object(here)) => {
            let keys = |one: &serde_json::Map<String, Value>| -> BTreeSet<String> {
                // Names are in the facts; some languages have their own.
                let is_own = |key: &str| key == "$schema" || key == "app_names" || is_product && key == "name";
                one.keys().filter(|key| !is_own(key)).cloned().collect()
            };
            assert_eq!(keys(english), keys(here), "{place}");
            for key in keys(english) {
                collect(&format!("{place}: {key}"), &english[&key], &here[&key], is_product, all);
            }
        }
        _ => assert_eq!(english, here, "{place}"),
    }
}

/// The names between braces.
fn names(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

fn parts(sentence: &str, mark: Mark) -> Vec<&str> {
    let mut parts: Vec<&str> = marked(sentence).iter().filter(|span| span.mark == mark).map(|span| span.text).collect();
    parts.sort_unstable();
    parts
}

#[test]
fn every_language_says_everything_with_the_same_names_code_and_marks() {
    for language in other_languages() {
        for Translated { place, english, here } in all(language) {
            assert!(!here.trim().is_empty(), "{place}: nothing for “{english}”");
            assert!(here.trim() == here || english.trim() != english, "{place}: a space at an end of “{here}”");
            let [english, here] = [english, here].map(|text| in_form(&text, "other"));
            assert_eq!(names(&english), names(&here), "{place}: “{here}”");
            assert_eq!(parts(&english, Mark::Typed), parts(&here, Mark::Typed), "{place}: “{here}”");
            let labels = [&english, &here].map(|text| parts(text, Mark::Label).len());
            assert_eq!(labels[0], labels[1], "{place}: as many bold parts in “{here}” as in “{english}”");
        }
    }
}

/// What German may say as English does is in `texts.rs`, word by word.
#[test]
fn no_sentence_is_left_in_english() {
    for language in other_languages() {
        for Translated { place, english, here } in all(language) {
            let [english, here] = [english, here].map(|text| in_form(&text, "other"));
            let words = english.split(' ').filter(|word| word.chars().any(char::is_lowercase) && !word.contains('{'));
            assert!(here != english || words.count() <= 4, "{place}: “{english}”");
        }
    }
}

/// The labels of buttons and the like: short, and no sentence.
#[test]
fn a_label_is_not_much_longer_than_in_english() {
    let is_label = |english: &str| english.chars().count() <= 24 && !english.ends_with(['.', '?', ':', '!']);
    let length = |text: &str| text.chars().count() as f64;
    for language in other_languages() {
        let counted = |one: Translated| {
            let [english, here] = [&one.english, &one.here].map(|text| in_form(text, "other"));
            Translated { english, here, ..one }
        };
        let labels: Vec<Translated> =
            all(language).into_iter().map(counted).filter(|one| is_label(&one.english)).collect();
        assert!(labels.len() > 300, "{}", labels.len());
        let excess =
            |one: &Translated| length(&one.here) - (length(&one.english) * 1.6).max(length(&one.english) + 6.0);
        let long: Vec<String> = labels
            .iter()
            .filter(|one| excess(one) > 0.0)
            .map(|one| format!("{}: “{}” for “{}”", one.place, one.here, one.english))
            .collect();
        // Words are not everywhere as short as in English. What is far too long would be at any place.
        assert!(long.len() * 12 <= labels.len(), "{} of {}:\n{}", long.len(), labels.len(), long.join("\n"));
        let far = labels.iter().find(|one| excess(one) > 12.0);
        assert!(far.is_none(), "{:?}", far.map(|one| format!("{}: “{}” for “{}”", one.place, one.here, one.english)));
    }
}

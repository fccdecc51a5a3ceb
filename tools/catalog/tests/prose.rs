//! The sentences of the catalog that belong to no product: every language says the same, in plain text. Those of a
//! product are checked with it.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;

use authdesk::texts::Language;
use authdesk_catalog::{Folder, ids, says_the_same, sentences, unplain};

fn read(name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(Folder::of_checkout().path(name)).unwrap();
    sentences(&serde_json::from_str(&text).unwrap())
}

#[test]
fn the_languages_say_the_same_in_plain_text() {
    let mut count = 0;
    for folder in ["providers", "errors", "choosers"] {
        for id in ids(&Folder::of_checkout().path(folder)).unwrap() {
            let english = read(&format!("{folder}/{id}.en.json"));
            for language in Language::all().map(Language::code) {
                let mut sentences = read(&format!("{folder}/{id}.{language}.json"));
                // Names are in the facts; some languages have their own.
                sentences.retain(|path, _| !path.starts_with("app_names."));
                assert_eq!(english.keys().collect::<Vec<_>>(), sentences.keys().collect::<Vec<_>>(), "{folder}/{id}");
                if language != "en" {
                    assert_eq!(says_the_same(&english, &sentences), [], "{folder}/{id}.{language}");
                }
                // Those about other servers quote whole lines of logs.
                if id == "oauth" {
                    continue;
                }
                for (path, sentence) in sentences.iter().filter(|(path, _)| !path.starts_with("clues.")) {
                    assert_eq!(unplain(path, sentence, language), None, "{folder}/{id}.{language}: {path}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 200, "{count}");
}

//! The sentences of the catalog: every language says the same, in plain text.

use std::collections::{BTreeMap, BTreeSet};

use super::load::*;
use authdesk::catalog::{ErrorProse, ErrorTable};

#[test]
fn the_languages_say_the_same() {
    for id in product_ids() {
        let mut english = sentences(&prose(&id, "en").expect("English sentences"));
        let Some(german) = prose(&id, "de").map(|prose| sentences(&prose)) else { continue };
        // The page has the English sentence in the place of one that is missing.
        english.retain(|name, _| german.contains_key(name));
        says_the_same(&id, &english, &german);
    }
    for id in provider_ids() {
        let [english, german] = LANGUAGES.map(|language| provider_sentences(&provider_prose(&id, language)));
        says_the_same(&id, &english, &german);
        let provider = provider(&id);
        let keys: BTreeSet<String> = english.into_keys().collect();
        let facts = provider.tasks.keys().map(|name| format!("tasks.{name}"));
        let facts = facts.chain(provider.apps.keys().map(|name| format!("apps.{name}")));
        let modes = provider.redirect_modes.iter();
        let facts = facts
            .chain(modes.flat_map(|mode| ["name", "says"].map(|part| format!("redirect_modes.{}.{part}", mode.id))));
        assert_eq!(keys, facts.collect(), "{id}: facts and sentences");
    }
    for id in ids("errors") {
        let [english, german] =
            LANGUAGES.map(|language| error_sentences(&read(&format!("errors/{id}.{language}.json"))));
        says_the_same(&id, &english, &german);
    }
    for id in ids("choosers") {
        let [english, german] =
            LANGUAGES.map(|language| chooser_sentences(&read(&format!("choosers/{id}.{language}.json"))));
        says_the_same(&id, &english, &german);
    }
}

#[track_caller]
pub(super) fn says_the_same(id: &str, english: &BTreeMap<String, String>, german: &BTreeMap<String, String>) {
    assert_eq!(english.keys().collect::<Vec<_>>(), german.keys().collect::<Vec<_>>(), "{id}: names in en and de");
    for (name, sentence) in english {
        assert_eq!(marked(sentence), marked(&german[name]), "{id}: {name}: labels and tokens in en and de");
        let differs = sentence != &german[name] || name.ends_with(".name");
        assert!(differs, "{id}: {name} is not translated");
    }
}

#[test]
fn every_sentence_is_plain_text() {
    let check = |id: &str, language: &str, all: BTreeMap<String, String>| {
        for (name, sentence) in all {
            is_plain(&format!("{id}: {language}: {name}"), &sentence, language);
        }
    };
    for language in LANGUAGES {
        for id in product_ids() {
            check(&id, language, prose(&id, language).iter().flat_map(sentences).collect());
        }
        for id in provider_ids() {
            check(&id, language, provider_sentences(&provider_prose(&id, language)));
        }
    }
}

#[test]
fn every_sentence_about_errors_and_apps_is_plain_text() {
    for language in LANGUAGES {
        for (name, sentence) in error_sentences(&read(&format!("errors/zoom.{language}.json"))) {
            is_plain(&format!("errors: {language}: {name}"), &sentence, language);
        }
        for (name, sentence) in chooser_sentences(&read(&format!("choosers/zoom.{language}.json"))) {
            // A question ends with its mark, and is as plain as a sentence otherwise.
            let ends = sentence.strip_suffix('?').map(|asks| format!("{asks}."));
            is_plain(&format!("choosers: {language}: {name}"), ends.as_ref().unwrap_or(&sentence), language);
        }
    }
}

#[track_caller]
fn is_plain(place: &str, sentence: &str, language: &str) {
    assert!(!sentence.is_empty(), "{place}: empty");
    assert_eq!(sentence.trim(), sentence, "{place}: space at an end");
    assert!(!sentence.contains('<') && !sentence.contains("]("), "{place}: HTML or a link");
    assert!(!sentence.contains('—') && !sentence.contains('\n') && !sentence.contains("  "), "{place}: {sentence}");
    assert_eq!(sentence.matches("**").count() % 2, 0, "{place}: a label is not closed");
    assert_eq!(sentence.matches('`').count() % 2, 0, "{place}: a token is not closed");
    let unmarked: String = sentence.split('`').step_by(2).collect();
    assert!(!unmarked.contains("http"), "{place}: an address outside backticks");
    if !place.ends_with(".name") {
        let ends = [".", ")", ".\u{201d}", ".\u{201c}"];
        assert!(ends.iter().any(|end| sentence.ends_with(end)), "{place}: not a sentence: {sentence}");
    }
    if language == "de" {
        assert!(!unmarked.contains('”') && !unmarked.contains('"'), "{place}: quotes are „…“");
        let informal = [" du ", " dein", "Klicke ", "Öffne ", "Wähle ", "fuer", "ueber"];
        assert!(informal.iter().all(|word| !unmarked.contains(word)), "{place}: {sentence}");
    }
}

/// Rows with several causes whose first one the message itself proves.
const PROVEN: [&str; 19] = [
    "api-key-missing",
    "client-ids-differ",
    "code-missing",
    "keycloak-no-secret",
    "no-refresh-token",
    "omniauth-failure",
    "redirect-domain",
    "redirect-missing",
    "refresh-google",
    "refresh-session",
    "request-malformed-entra",
    "scope-missing",
    "scope-missing-marketplace",
    "scope-missing-master",
    "scope-not-allowed",
    "secret-missing",
    "status-400",
    "status-401",
    "verifier-missing",
];

#[test]
fn a_cause_that_is_one_of_several_is_no_fact() {
    const ENGLISH: [&str; 10] =
        ["may", "might", "probably", "usually", "often", "mostly", "if", "either", "or", "reportedly"];
    const GERMAN: [&str; 9] =
        ["vielleicht", "vermutlich", "möglicherweise", "meist", "oft", "wenn", "entweder", "oder", "kann"];
    let mut facts: Vec<String> = Vec::new();
    for name in ["oauth", "zoom"] {
        let table: ErrorTable = read(&format!("errors/{name}.json"));
        for (language, words) in [("en", ENGLISH.as_slice()), ("de", GERMAN.as_slice())] {
            let prose: ErrorProse = read(&format!("errors/{name}.{language}.json"));
            for row in table.rows.iter().filter(|row| !row.names_cause && row.causes.len() > 1) {
                let says = prose.causes.get(&row.causes[0].id).unwrap().says.to_lowercase();
                let mut all = says.split(|ch: char| !ch.is_alphabetic());
                let is_fact = !all.any(|word| words.contains(&word));
                if is_fact && !PROVEN.contains(&row.id.as_str()) {
                    facts.push(format!("{language}: {}: {says}", row.id));
                }
            }
        }
    }
    assert!(facts.is_empty(), "{}", facts.join("\n"));
}

//! The sentences of the catalog: what each is about. How they are written is checked in `tools/catalog`.

use std::collections::BTreeSet;

use super::load::*;
use authdesk::catalog::{ErrorProse, ErrorTable};

#[test]
fn every_sentence_of_a_provider_is_about_a_fact() {
    for id in provider_ids() {
        let provider = provider(&id);
        let facts = provider.tasks.keys().map(|name| format!("tasks.{name}"));
        let facts = facts.chain(provider.apps.keys().map(|name| format!("apps.{name}")));
        let modes = provider.redirect_modes.iter();
        let facts: BTreeSet<String> = facts
            .chain(modes.flat_map(|mode| ["name", "says"].map(|part| format!("redirect_modes.{}.{part}", mode.id))))
            .collect();
        for language in languages() {
            let keys: BTreeSet<String> = provider_sentences(&provider_prose(&id, language)).into_keys().collect();
            assert_eq!(keys, facts, "{id}: {language}: facts and sentences");
        }
    }
}

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
                // Of those the page says that each is possible; and a status of a project is put as a condition.
                let is_hedged = row.id.starts_with("about-") || row.id == "refresh-google";
                if is_fact && !row.is_proven && !is_hedged {
                    facts.push(format!("{language}: {}: {says}", row.id));
                }
            }
        }
    }
    assert!(facts.is_empty(), "{}", facts.join("\n"));
}

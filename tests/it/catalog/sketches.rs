//! The sketches of the provider's pages.

use authdesk::texts::{Mark, marked};

use super::load::*;

/// What the sentences of a provider quote as labels.
fn quoted(id: &str) -> Vec<String> {
    let prose = provider_prose(id, "en");
    let sentences = prose.tasks.values().chain(prose.apps.values()).map(|sentence| sentence.as_str());
    let modes = prose.redirect_modes.values().flat_map(|mode| [mode.name.as_str(), mode.says.as_str()]);
    let mut labels: Vec<String> = Vec::new();
    for sentence in sentences.chain(modes) {
        let pieces = marked(sentence);
        labels.extend(pieces.iter().filter(|piece| piece.mark == Mark::Label).map(|piece| piece.text.to_owned()));
    }
    labels
}

#[test]
fn a_sketch_has_only_words_that_a_sentence_quotes_too_and_sources() {
    for id in provider_ids() {
        let provider = provider(&id);
        let labels = quoted(&id);
        for sketch in &provider.sketches {
            assert!(!sketch.source.is_empty(), "{}", sketch.id);
            for part in &sketch.parts {
                assert!(labels.contains(&part.text), "{}: no sentence says **{}**", sketch.id, part.text);
            }
        }
    }
}

#[test]
fn a_sketch_names_lines_and_sources_that_exist() {
    let mut guide = guide("cirqlive-meets", "en");
    assert_eq!(guide.check(), Ok(()));
    let provider = std::rc::Rc::get_mut(&mut guide.provider).expect("nobody else has it");
    provider.sketches[0].source = vec!["nowhere".into()];
    provider.sketches[1].parts[0].look = vec!["no-line".into()];
    provider.sketches[2].parts.retain(|part| part.look.is_empty());
    provider.sketches[3].id = provider.sketches[4].id.clone();
    let faults = guide.check().unwrap_err();
    let places: Vec<&str> = faults.iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "sketches.build-app.source",
            "sketches.app-types.parts.look",
            "sketches.credentials-server-to-server.parts",
            "sketches.oauth",
        ],
        "{faults:?}"
    );
}

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Broken;

/// Every sentence of a file of prose, by its path of keys. One that is empty is none, and the name of a product is none
/// either.
pub fn sentences(prose: &Value) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (key, value) in prose.as_object().into_iter().flatten() {
        if key != "$schema" && key != "name" {
            collect(key.clone(), value, &mut all);
        }
    }
    all
}

fn collect(path: String, value: &Value, all: &mut BTreeMap<String, String>) {
    match value {
        Value::String(text) if !text.is_empty() => {
            all.insert(path, text.clone());
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| collect(format!("{path}.{key}"), value, all));
        }
        _ => {}
    }
}

/// Whether it is a name and no sentence: a heading, the name of a tab, a label.
fn is_name(path: &str) -> bool {
    let in_list = ["variants.", "inputs.", "redirect_modes."].iter().any(|list| path.starts_with(list));
    path == "title" || in_list && (path.ends_with(".name") || path.ends_with(".label"))
}

/// What is wrong with a sentence alone: it is plain text, but for the marks of labels and tokens.
pub fn unplain(path: &str, sentence: &str, language: &str) -> Option<&'static str> {
    // What is between backticks is there letter by letter.
    let prose: String = sentence.split('`').step_by(2).collect();
    let is_open = |mark: &str, text: &str| !text.matches(mark).count().is_multiple_of(2);
    let has = |words: &[&str]| words.iter().any(|word| prose.contains(word));
    let ends = [".", "?", ")", ".\u{201d}", ".\u{201c}", ".\u{bb}", "\u{3002}", "\u{ff09}", "\u{3002}\u{300d}"];
    let rules = [
        (sentence.trim() != sentence, "a space at an end; take it out"),
        (is_open("`", sentence), "a backtick that is not closed; add the second one"),
        (is_open("**", &prose), "a `**` that is not closed; add the second one"),
        (has(&["<", "]("]), "HTML or a link, which the page shows as it is written; write plain text"),
        (has(&["://"]), "an address; put it into `sources` of the facts, or between backticks if it is to be typed"),
        (sentence.contains('\u{2014}'), "a long dash; write a comma, a colon or a second sentence"),
        (sentence.contains('\n'), "a line break, which the page does not show; take it out"),
        (sentence.contains("  "), "two spaces; keep one of them"),
        (!is_name(path) && !ends.iter().any(|end| sentence.ends_with(end)), "no end of a sentence; add a full stop"),
        (
            language == "de" && has(&["\u{201d}", "\""]),
            "quotation marks that are not German; write \u{201e}\u{2026}\u{201c}",
        ),
        (
            language == "de" && has(&[" du ", " dein", "Klicke ", "Öffne ", "Wähle "]),
            "an informal address; say \u{201e}Sie\u{201c}",
        ),
        (language == "de" && has(&["fuer", "ueber"]), "an umlaut in two letters; write it as one"),
    ];
    rules.into_iter().find(|(is_broken, _)| *is_broken).map(|(_, says)| says)
}

/// What another language does not say as the English sentences do: the same labels and tokens, in words of its own.
/// A sentence that is missing is none of that.
pub fn says_the_same(english: &BTreeMap<String, String>, own: &BTreeMap<String, String>) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (path, sentence) in own {
        let Some(english) = english.get(path) else {
            // Where every fact needs a sentence, the fact without an English one is named.
            let is_optional = ["values.", "blocks."].iter().any(|list| path.starts_with(list));
            if is_optional || path == "title" || path.ends_with(".note") || path.ends_with(".events") {
                let says = "there is no English sentence of this name; add it to the file that ends in `.en.json`, or take it out";
                broken.push(Broken::new(path, says));
            }
            continue;
        };
        let (theirs, ours) = (marked(english), marked(sentence));
        let list = |some: &BTreeSet<String>, others| some.difference(others).cloned().collect::<Vec<_>>().join(", ");
        if theirs != ours {
            let (absent, added) = (list(&theirs, &ours), list(&ours, &theirs));
            let parts = [("lacks", absent), ("has", added)].into_iter().filter(|(_, names)| !names.is_empty());
            let parts: Vec<String> = parts.map(|(verb, names)| format!("{verb} {names}")).collect();
            let says = format!(
                "unlike the English sentence it {}; labels and what is typed are the same in every language",
                parts.join(" and ")
            );
            broken.push(Broken::new(path, says));
        } else if english == sentence && !is_name(path) {
            let says = "the English sentence; translate it, or take it out, and the page shows the English one";
            broken.push(Broken::new(path, says));
        }
    }
    broken
}

/// The labels and the tokens of a sentence, with their marks.
fn marked(sentence: &str) -> BTreeSet<String> {
    let tokens = sentence.split('`').skip(1).step_by(2).map(|token| format!("`{token}`"));
    let prose: String = sentence.split('`').step_by(2).collect();
    let labels: Vec<String> = prose.split("**").skip(1).step_by(2).map(|label| format!("**{label}**")).collect();
    tokens.chain(labels).collect()
}

//! One word for one thing: no sentence of the page uses a word that `www/texts/README.md` has a better one for.

use std::fs;
use std::path::{Path, PathBuf};

use authdesk::texts::{Mark, Text, marked};
use serde_json::Value;
use strum::VariantArray;

use super::english;

/// Words that are wrong wherever they are met in an English sentence. A word that ends in `-` is the beginning of
/// others; one with a capital letter is wrong only so.
const ENGLISH: [&str; 41] = [
    "blank",
    "blanks",
    "mend",
    "mended",
    "mends",
    "mending",
    "letter by letter",
    "byte by byte",
    "answer",
    "answered",
    "tick",
    "ticks",
    "ticked",
    "untick",
    "press",
    "pressed",
    "presses",
    "authorize url",
    "authorize page",
    "redirect address",
    "landed on",
    "land on",
    "first call",
    "kind of app",
    "kinds of app",
    "void",
    "voids",
    "voided",
    "beside",
    "refuse",
    "refuses",
    "refused",
    "carries",
    "carry",
    "list of processes",
    "history of the shell",
    "har recording",
    "our guess",
    "recognis-",
    "licence",
    "organis-",
];

/// The same for German. `Redirect URL` and the like are right as the names of fields, which are marked as labels.
const GERMAN: [&str; 33] = [
    "Redirect URL",
    "Redirect URLs",
    "Authorize-URL",
    "Authorize-Seite",
    "Access Token",
    "Access Tokens",
    "Refresh Token",
    "Refresh Tokens",
    "die Token",
    "der Token",
    "General app",
    "General apps",
    "das State",
    "das state",
    "freiwillig",
    "nach Berichten",
    "Berichten nach",
    "erschlossen",
    "Befund",
    "Befunde",
    "Befunden",
    "anhaken",
    "angehakt",
    "Byte für Byte",
    "Inhaberkonto",
    "benutzerverwaltet-",
    "admin-verwaltet-",
    "Menüwörter",
    "Client-ID",
    "Account-ID",
    "Menüwort",
    "erster Aufruf",
    "ersten Aufruf",
];

/// Sentences in which such a word is right.
const RIGHT: [&str; 3] = [
    // What a person answers to a question of the page is an answer.
    "Your answers so far",
    // Names of values, as the commands prompt for them.
    "Access Token",
    "Refresh Token",
];

struct Sentence {
    place: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path, ending));
        } else if path.file_name().unwrap().to_string_lossy().ends_with(ending) {
            all.push(path);
        }
    }
    all
}

fn collect(value: &Value, place: &str, all: &mut Vec<Sentence>) {
    match value {
        Value::String(text) => all.push(Sentence { place: place.to_owned(), text: text.clone() }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, place, all)),
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| collect(value, &format!("{place}.{name}"), all));
        }
        _ => {}
    }
}

/// Every sentence of a language that is in a file.
fn sentences(language: &str) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut paths = files(&root().join("www"), &format!(".{language}.json"));
    paths.extend(Some(root().join(format!("www/texts/{language}.json"))).filter(|path| path.is_file()));
    assert!(paths.len() > 8, "{language}: {paths:?}");
    for path in paths {
        let place = path.strip_prefix(root()).unwrap().display().to_string();
        collect(&serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap(), &place, &mut all);
    }
    let index: Value =
        serde_json::from_str(&fs::read_to_string(root().join("www/catalog/index.json")).unwrap()).unwrap();
    for app in index["apps"].as_object().unwrap().values() {
        collect(&app[language], "index.json", &mut all);
    }
    // What the page says before the program; in other languages it is in files.
    if language == "en" {
        let page = fs::read_to_string(root().join("index.html")).unwrap();
        let (_, notices) = page.split_once("id=\"notice\"").unwrap();
        for part in notices.split('>').skip(1) {
            let text = part.split('<').next().unwrap().to_owned();
            all.push(Sentence { place: "index.html".to_owned(), text });
        }
    }
    all
}

/// A sentence without its labels and without what is to be typed: those are quoted as they are. What is bold and ends
/// like a sentence is no label.
fn own_words(text: &str) -> String {
    let spans = marked(text);
    let is_own = |mark: Mark, text: &str| match mark {
        Mark::Plain => true,
        Mark::Label => text.ends_with(['.', ':', '?', '!']) || text.split(' ').count() > 6,
        Mark::Typed => false,
    };
    spans.iter().map(|span| if is_own(span.mark, span.text) { span.text } else { "…" }).collect::<Vec<_>>().join(" ")
}

fn contains_word(text: &str, word: &str) -> bool {
    let (stem, is_beginning) = word.strip_suffix('-').map_or((word, false), |stem| (stem, true));
    text.match_indices(stem).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = rest.strip_prefix(stem).and_then(|rest| rest.chars().next());
        let is_of_word = |ch: char| ch.is_alphanumeric() || ch == '-';
        !before.chars().next_back().is_some_and(is_of_word) && (is_beginning || !after.is_some_and(is_of_word))
    })
}

#[track_caller]
fn uses_none(sentences: &[Sentence], words: &[&str], prepared: impl Fn(&str) -> String) {
    let mut found = Vec::new();
    for Sentence { place, text } in sentences {
        let own = prepared(&own_words(text));
        if RIGHT.contains(&text.as_str()) {
            continue;
        }
        let wrong: Vec<&str> = words.iter().copied().filter(|word| contains_word(&own, word)).collect();
        if !wrong.is_empty() {
            found.push(format!("{place}: {wrong:?} in “{text}”"));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn english_sentences_use_the_words_of_the_sheet() {
    let mut all = sentences("en");
    let english = english();
    all.extend(
        Text::VARIANTS.iter().map(|text| Sentence { place: format!("{text:?}"), text: english.say(*text).to_owned() }),
    );
    uses_none(&all, &ENGLISH, str::to_lowercase);
}

#[test]
fn german_sentences_use_the_words_of_the_sheet() {
    uses_none(&sentences("de"), &GERMAN, str::to_owned);
}

#[test]
fn the_documents_use_the_words_of_the_sheet() {
    let wrong: Vec<&str> = ENGLISH.into_iter().filter(|word| *word != "answer").collect();
    for name in ["README.md", "FINDINGS.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let text = text.split("<!-- The rest").next().unwrap();
        let prose: Vec<&str> = text.split("```").step_by(2).collect();
        let prose = prose.iter().map(|text| Sentence { place: name.to_owned(), text: (*text).to_owned() });
        uses_none(&prose.collect::<Vec<_>>(), &wrong, str::to_lowercase);
    }
}

#[test]
fn a_word_is_found_as_a_word() {
    assert!(contains_word("remove the blank.", "blank"));
    assert!(contains_word("recognised", "recognis-"));
    assert!(!contains_word("blanket amendments", "blank") && !contains_word("blanket amendments", "mend"));
    assert_eq!(own_words("Click **Add** or `blank`."), "Click  …  or  … .");
}

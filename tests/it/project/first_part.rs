//! What the first part of the program says is there at a first visit, and nothing else is: the sentences that only its
//! lazy part says come with that part.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use authdesk::texts::Text;
use proc_macro2::{TokenStream, TokenTree};
use strum::VariantArray;

use super::sources::{files_below, root, without_tests};

/// The page outside of its guides, its tools and its parts; which parts it uses follows from these.
const PAGE: [&str; 3] = ["src/page/app.rs", "src/page/hooks", "src/page/views"];

/// What of the desk says something without the lazy part.
const DESK: [&str; 5] =
    ["src/desk/labels.rs", "src/desk/parts/cover.rs", "src/desk/search.rs", "src/desk/state", "src/desk/update"];

/// Where the parts of the page are, some of which only the lazy part uses.
const PARTS: &str = "src/page/parts";

/// Each tool's `LISTED` is what the list of tools says of it; the rest of its file is in the lazy part.
const TOOLS: &str = "src/desk/tools";

fn tokens(path: &Path) -> Vec<TokenTree> {
    let text: TokenStream = without_tests(path).parse().unwrap();
    let mut flat = Vec::new();
    flatten(text, &mut flat);
    flat
}

/// All tokens in order, those of a group after the group.
fn flatten(stream: TokenStream, flat: &mut Vec<TokenTree>) {
    for token in stream {
        flat.push(token.clone());
        if let TokenTree::Group(group) = token {
            flatten(group.stream(), flat);
        }
    }
}

fn words(tokens: &[TokenTree]) -> Vec<String> {
    tokens.iter().filter(|token| !matches!(token, TokenTree::Group(_))).map(TokenTree::to_string).collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|ch: char| ch.is_alphabetic() || ch == '_')
}

/// Which sentences these tokens name.
fn said(words: &[String]) -> BTreeSet<String> {
    let names = words.windows(4).filter(|four| four[0] == "Text" && four[1] == ":" && four[2] == ":");
    names.map(|four| four[3].clone()).collect()
}

/// The names that a file takes from elsewhere: the words of its `use`.
fn used(words: &[String]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for after in words.split(|word| word == "use").skip(1) {
        all.extend(after.iter().take_while(|word| *word != ";").filter(|word| is_name(word)).cloned());
    }
    all
}

/// The parts that the first part of the program uses: those that its views name, and those that these name.
fn first_parts() -> Vec<PathBuf> {
    let parts: BTreeMap<PathBuf, Vec<String>> =
        files_below(&root().join(PARTS)).into_iter().map(|path| (path.clone(), words(&tokens(&path)))).collect();
    // `pub use bar::Bar;`
    let list = &parts[&root().join(PARTS).join("mod.rs")];
    let mut file_of = BTreeMap::new();
    for reexport in list.split(|word| word == "use").skip(1) {
        let file = root().join(PARTS).join(format!("{}.rs", reexport[0]));
        for name in reexport.iter().skip(1).take_while(|word| *word != ";").filter(|word| is_name(word)) {
            file_of.insert(name.clone(), file.clone());
        }
    }
    let named = |words: &[String]| used(words).iter().filter_map(|name| file_of.get(name).cloned()).collect::<Vec<_>>();
    let mut found: Vec<PathBuf> = PAGE
        .iter()
        .flat_map(|place| files_below(&root().join(place)))
        .flat_map(|path| named(&words(&tokens(&path))))
        .collect();
    let mut at = 0;
    while at < found.len() {
        found.extend(named(&parts[&found[at]]).into_iter().filter(|path| !found.contains(path)).collect::<Vec<_>>());
        at += 1;
    }
    found.sort();
    found.dedup();
    found
}

/// What the first part names, each sentence with the files.
fn first_says() -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |path: &Path, names: BTreeSet<String>| {
        let place = path.strip_prefix(root()).unwrap().display().to_string();
        names.into_iter().for_each(|name| all.entry(name).or_default().push(place.clone()));
    };
    for path in PAGE.iter().chain(&DESK).flat_map(|place| files_below(&root().join(place))).chain(first_parts()) {
        add(&path, said(&words(&tokens(&path))));
    }
    for path in files_below(&root().join(TOOLS)) {
        let words = words(&tokens(&path));
        if let Some(at) = words.iter().position(|word| word == "LISTED") {
            let listed: Vec<String> = words[at..].iter().take_while(|word| *word != ";").cloned().collect();
            add(&path, said(&listed));
        }
    }
    all
}

#[test]
fn the_first_part_says_the_sentences_of_a_first_visit_and_no_other() {
    let says = first_says();
    let name = |text: &Text| format!("{text:?}");
    for text in Text::VARIANTS {
        match says.get(&name(text)) {
            Some(places) => assert!(text.is_first(), "{text:?} belongs to `first`: {places:?} say it"),
            None => assert!(!text.is_first(), "{text:?} belongs to `later`: only the lazy part says it"),
        }
    }
    assert!(says.values().flatten().any(|place| place == "src/desk/tools/jwt.rs"), "the lists of tools are read");
}

#[test]
fn the_parts_of_the_first_part_are_found() {
    let found = first_parts();
    let is_found = |name: &str| found.contains(&root().join(PARTS).join(format!("{name}.rs")));
    for name in
        ["bar", "choices", "entry", "failures", "foot", "icon", "loading", "marked_text", "select", "show", "status"]
    {
        assert!(is_found(name), "{name}");
    }
    for name in ["command", "copy", "field", "findings", "pasted_reading", "test_call"] {
        assert!(!is_found(name), "{name}");
    }
}

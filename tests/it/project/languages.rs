//! The list of the languages, and what is told of it outside of the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use authdesk::texts::{Language, Listed};
use serde::Deserialize;

use super::sources::root;

/// `scripts/boot.test.mjs` holds the start script to the same.
#[derive(Deserialize)]
struct Tags {
    languages: Vec<String>,
    tags: BTreeMap<String, String>,
}

#[test]
fn a_tag_leads_to_the_same_language_as_in_the_start_script() {
    let Tags { languages, tags } =
        serde_json::from_str(&fs::read_to_string(root().join("tests/tags.json")).unwrap()).unwrap();
    let listed = |code: String| Listed { code: code.leak(), own_name: "", every_product: false };
    let listed: &'static [Listed] = languages.into_iter().map(listed).collect::<Vec<_>>().leak();
    for (tag, code) in tags {
        let found = Language::best(listed.iter().map(Language::unlisted), &tag);
        assert_eq!(found.map_or("", Language::code), code, "{tag}");
    }
}

#[test]
fn the_list_has_each_language_once_and_english_first() {
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    assert_eq!(codes[0], "en");
    for language in Language::all() {
        assert_eq!(language.code().parse(), Ok(language));
        assert_eq!(Language::of_tag(language.code()), Some(language));
        assert_eq!(codes.iter().filter(|code| code.eq_ignore_ascii_case(language.code())).count(), 1);
    }
    assert_eq!((Language::ENGLISH.code(), Language::default()), ("en", Language::ENGLISH));
    assert!("de-AT".parse::<Language>().is_err(), "a link has the code itself");
}

/// The start script reads it there; `make serve` and `make dist` write it.
#[test]
fn the_page_is_told_the_list() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("languages");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(root().join("index.html"), folder.join("index.html")).unwrap();
    let ran = Command::new(root().join("scripts/languages")).env("TRUNK_STAGING_DIR", &folder).status().unwrap();
    assert!(ran.success());
    let codes: Vec<&str> = Language::all().map(Language::code).collect();
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let told = format!("<html lang=\"en\" data-languages=\"{}\">", codes.join(" "));
    assert_eq!(page.replace(&told, "<html lang=\"en\">"), fs::read_to_string(root().join("index.html")).unwrap());
    assert!(page.contains(&told), "{told}");
}

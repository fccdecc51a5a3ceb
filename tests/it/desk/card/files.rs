//! The files of a card: what goes in comes out.

use std::fs;

use authdesk::catalog::{File, Product, ProductProse};
use authdesk::desk::card::{CardFile, Draft, Tree, Written, read_link, refused, write_link};

use crate::desk::person::read;

/// A product: its id, its facts, and each file of sentences with its language.
type ProductTexts = (String, String, Vec<(String, String)>);

/// Those of the catalog.
pub fn products() -> Vec<ProductTexts> {
    let folder = format!("{}/www/catalog/products", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let ids = names.iter().filter_map(|name| name.strip_suffix(".json")).filter(|stem| !stem.contains('.'));
    let all = ids.map(|id| {
        let prose = ["en", "de"].into_iter().filter(|code| names.contains(&format!("{id}.{code}.json")));
        let prose = prose.map(|code| (code.to_owned(), read(&format!("catalog/products/{id}.{code}.json"))));
        (id.to_owned(), read(&format!("catalog/products/{id}.json")), prose.collect())
    });
    all.collect()
}

/// The draft of a product of the catalog.
pub fn draft_of(facts: &str, prose: &[(String, String)]) -> Draft {
    let prose = prose.iter().map(|(code, text)| (code.clone(), Tree::read(text).unwrap())).collect();
    Draft { facts: Tree::read(facts).unwrap(), prose, language: "en".to_owned() }
}

fn product(text: &str) -> Product {
    File { name: "", text }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

fn prose(text: &str) -> ProductProse {
    File { name: "", text }.read().unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn every_product_of_the_catalog_comes_out_as_it_went_in() {
    let all = products();
    assert!(all.len() > 70);
    for (id, facts, sentences) in &all {
        let draft = draft_of(facts, sentences);
        let files = draft.files();
        assert_eq!(files[0].0, format!("{id}.json"));
        assert_eq!(product(&files[0].1), product(facts), "{id}");
        assert_eq!(Tree::read(&files[0].1).unwrap(), draft.facts, "{id}: the same, in the same order");
        for ((code, text), (name, written)) in sentences.iter().zip(&files[1..]) {
            assert_eq!(*name, format!("{id}.{code}.json"));
            assert_eq!(prose(written), prose(text), "{name}");
        }
        assert!(files.iter().flat_map(|(_, text)| text.lines()).all(|line| line.len() < 700), "{id}");
    }
}

#[test]
fn a_file_is_written_in_the_form_of_the_catalog() {
    let facts = read("catalog/products/tines.json");
    assert_eq!(Written::of(&Tree::read(&facts).unwrap()).text, facts);
    let (mut same, mut all) = (0, 0);
    for (_, facts, sentences) in products() {
        for text in sentences.iter().map(|(_, text)| text).chain([&facts]) {
            all += 1;
            same += usize::from(Written::of(&Tree::read(text).unwrap()).text == *text);
        }
    }
    assert!(same * 2 > all, "{same} of {all} files of the catalog are written as they are");
}

#[test]
fn nothing_in_the_catalog_looks_like_a_secret_or_is_unseen() {
    let mut wrong = Vec::new();
    for (id, facts, sentences) in products() {
        draft_of(&facts, &sentences).each_text(&mut |text| {
            if let Some(refusal) = refused(text) {
                wrong.push(format!("{id}: {refusal:?}: {text}"));
            }
        });
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_product_of_the_catalog_fits_into_a_link() {
    let mut longest = 0;
    for (id, facts, sentences) in products() {
        let draft = draft_of(&facts, &sentences);
        // One has a source without TLS.
        if draft.addresses().any(|url| url.starts_with("http:")) {
            continue;
        }
        let link = write_link(&draft).unwrap_or_else(|refusal| panic!("{id}: {refusal:?}"));
        longest = longest.max(link.len());
        assert_eq!(read_link(&link), Ok(draft), "{id}");
    }
    assert!(longest < 16_000, "{longest}");
}

#[test]
fn what_is_pasted_is_known_by_what_it_contains() {
    let facts = read("catalog/products/tines.json");
    let german = read("catalog/products/tines.de.json");
    assert!(matches!(CardFile::read("", &facts), Ok(CardFile::Facts(_))));
    let named = CardFile::read("my-tines.de.json", &german).unwrap();
    assert!(matches!(named, CardFile::Prose(Some(language), _) if language == "de"));
    assert!(matches!(CardFile::read("", &german), Ok(CardFile::Prose(None, _))));
    let draft = draft_of(&facts, &[("de".to_owned(), german)]);
    let whole = Written::of(&draft.whole()).text;
    let read = CardFile::read("card.json", &whole).unwrap();
    assert_eq!(read, CardFile::Both(Draft { language: "de".to_owned(), ..draft }));
}

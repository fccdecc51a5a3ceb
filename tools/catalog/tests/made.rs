//! What is made from other files is in the checkout as it must be.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;

use authdesk_catalog::{Folder, made};

#[test]
fn every_made_file_is_up_to_date() {
    let catalog = Folder::of_checkout();
    for (name, text) in made(&catalog).unwrap() {
        let there = fs::read_to_string(catalog.path(&name)).unwrap_or_default();
        assert!(there == text, "www/catalog/{name} is out of date: run `make catalogue`");
    }
}

#[test]
fn no_schema_is_left_from_a_kind_of_file_that_is_gone() {
    let catalog = Folder::of_checkout();
    let made: BTreeSet<String> = made(&catalog).unwrap().into_iter().map(|(name, _)| name).collect();
    for entry in fs::read_dir(catalog.path("schema")).unwrap() {
        let name = format!("schema/{}", entry.unwrap().file_name().to_str().unwrap());
        assert!(made.contains(&name), "www/catalog/{name} is made by nothing");
    }
}

//! The walk of `www/catalog/README.md`: its files, in the order in which they are written, give what it says.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use authdesk::catalog::{File, Product};
use authdesk_catalog::Folder;

fn readme() -> String {
    fs::read_to_string(Folder::of_checkout().path("README.md")).unwrap()
}

/// The steps of the walk, each with its text.
fn steps(readme: &str) -> Vec<&str> {
    let (_, walk) = readme.split_once("\n## A walk: ").expect("the walk");
    let (walk, _) = walk.split_once("\n## ").expect("its end");
    walk.split("\n### ").skip(1).collect()
}

/// The file of a step: its path below `www/catalog/`, and its text.
fn file(step: &str) -> Option<(&str, &str)> {
    let (before, rest) = step.split_once("```json\n")?;
    let (_, path) = before.rsplit_once("`www/catalog/").expect("the path of the file");
    Some((path.split('`').next().unwrap(), rest.split("```").next().unwrap()))
}

#[test]
fn the_walk_leads_to_a_valid_product() {
    let readme = readme();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("walk");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut said = Vec::new();
    for (path, text) in steps(&readme).into_iter().filter_map(file) {
        let name = path.strip_prefix("products/").expect("a product");
        fs::write(folder.join(name), text).unwrap();
        said.push(checked(&folder));
    }
    assert_eq!(
        said,
        [
            "www/catalog/products/my-tines.en.json: the file is missing; add it\n",
            "www/catalog/products/my-tines.json: valid (en)\n",
            "www/catalog/products/my-tines.json: valid (en, de)\n",
        ]
    );
    let facts = fs::read_to_string(folder.join("my-tines.json")).unwrap();
    fs::write(
        folder.join("my-tines.json"),
        facts.replace("\"connect-flow\", \"active-first\"", "\"connect-flow\", \"active-frist\""),
    )
    .unwrap();
    said.push(checked(&folder));
    for line in said.iter().flat_map(|said| said.lines()).filter(|line| !line.ends_with("valid (en, de)")) {
        assert!(readme.contains(&format!("\n    {line}\n")), "the walk does not say: {line}");
    }
}

/// What the check says, with the file where the walk has it.
fn checked(folder: &Path) -> String {
    let program = env!("CARGO_BIN_EXE_authdesk-catalog");
    let output = Command::new(program).current_dir(folder).args(["product", "my-tines.json"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().map(|line| format!("www/catalog/products/{line}\n")).collect()
}

#[test]
fn the_walk_is_about_a_product_of_its_own() {
    let readme = readme();
    let (path, text) = steps(&readme).into_iter().find_map(file).expect("the facts");
    let product: Product = File { name: path, text }.read().unwrap();
    assert_eq!(path, format!("products/{}.json", product.id));
}

#[test]
fn the_walk_says_what_the_catalog_says() {
    for (path, text) in steps(&readme()).into_iter().filter_map(file) {
        // Whoever compares the two finds only the name different.
        let there = fs::read_to_string(Folder::of_checkout().path(&path.replace("my-tines", "tines"))).unwrap();
        assert!(text.replace("my-tines", "tines") == there, "{path} is not what the catalog has");
    }
}

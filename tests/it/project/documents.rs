//! What the documents name is there: files, tests, and what `make` can do.

use std::fs;

use super::sources::{files_below, root};

const DOCUMENTS: [&str; 8] = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "DESIGN.md",
    "docs/admins.md",
    "docs/support.md",
    "docs/vendors.md",
];

/// Where a text between backticks that begins so is the path of a file or folder.
const FOLDERS: [&str; 9] = [".ci/", "benches/", "docs/", "fuzz/", "scripts/", "src/", "tests/", "tools/", "www/"];

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What is between backticks in a document, without its blocks of code.
fn typed(document: &str) -> Vec<String> {
    let text = read(document);
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    prose.iter().flat_map(|text| text.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// The text of every source file below these folders.
fn sources(folders: &[&str]) -> String {
    let files = folders.iter().flat_map(|folder| files_below(&root().join(folder)));
    let sources = files.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    sources.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_file_that_a_document_names_is_there() {
    let mut found = 0;
    for document in DOCUMENTS {
        for name in typed(document) {
            // The program that reads a file may come first, and what it is told after it.
            let path = name.trim_start_matches("node ").split(' ').next().unwrap().replace("<language>", "de");
            if FOLDERS.iter().any(|folder| path.starts_with(folder)) && !path.contains(['<', '*', '…']) {
                found += 1;
                assert!(root().join(&path).exists(), "{document} names `{name}`, which is not there");
            }
        }
    }
    assert!(found > 50, "the test reads the right texts");
}

#[test]
fn every_test_that_promises_are_based_on_is_there() {
    let sources = sources(&["tests/it", "tests/browser/tests", "fuzz/src"]);
    let mut found = 0;
    for name in typed("SECURITY.md") {
        let is_function = name.contains('_') && name.chars().all(|ch| ch.is_ascii_lowercase() || ch == '_');
        if is_function {
            found += 1;
            assert!(sources.contains(&format!("fn {name}(")), "SECURITY.md names `{name}`, which is no test any more");
        }
    }
    assert!(found > 30, "the test reads the right names");
}

#[test]
fn make_can_do_what_the_documents_say() {
    let makefile = read("Makefile");
    for document in DOCUMENTS {
        for name in typed(document).iter().filter_map(|text| text.strip_prefix("make ")) {
            let has_target = makefile.lines().any(|line| line.starts_with(&format!("{name}:")));
            assert!(has_target, "{document} says `make {name}`");
        }
    }
}

/// Links of Markdown and the pictures in HTML, without those to other sites and to headings of the same document.
#[test]
fn every_link_of_a_document_leads_to_a_file() {
    let mut found = 0;
    for document in DOCUMENTS {
        let text = read(document);
        let folder = root().join(document).parent().unwrap().to_owned();
        for (start, end) in [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"')] {
            for behind in text.split(start).skip(1) {
                let target = behind.split(end).next().unwrap().split('#').next().unwrap();
                if !target.is_empty() && !target.contains("://") && !target.contains(char::is_whitespace) {
                    found += 1;
                    assert!(folder.join(target).exists(), "{document} links to {target}, which is not there");
                }
            }
        }
    }
    assert!(found > 30, "the test reads the right links: {found}");
}

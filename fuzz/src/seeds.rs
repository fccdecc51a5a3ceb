//! Every rule holds for every seed, and every target has what it needs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ALL;

fn names(folder: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    fs::read_dir(path).expect(folder).map(|entry| stem(entry.expect(folder).path())).collect()
}

#[test]
fn every_target_is_listed_and_has_seeds() {
    let listed: BTreeSet<String> = ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz_targets"), listed, "fuzz_targets/ and ALL in src/lib.rs");
    assert_eq!(names("seeds"), listed, "seeds/ and ALL in src/lib.rs");
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).expect("the manifest");
    for name in listed {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "Cargo.toml has no [[bin]] {name}");
    }
}

#[test]
fn the_rules_hold_for_every_seed() {
    for (name, rule) in ALL {
        let folder = format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut count = 0;
        for entry in fs::read_dir(&folder).expect("seeds") {
            let path = entry.expect("a seed").path();
            let text = fs::read_to_string(&path).expect("a text");
            println!("{}", path.display());
            // Unchanged, without the line break that an editor adds, and cut off at every place.
            rule(&text);
            let text = text.trim_end_matches('\n');
            for (at, _) in text.char_indices() {
                rule(&text[..at]);
            }
            rule(text);
            count += 1;
        }
        assert!(count > 0, "{folder} is empty");
    }
}

#[test]
fn the_rules_hold_for_single_pieces() {
    for (_, rule) in ALL {
        for text in ["", " ", "\n", "§", "¦", "\u{feff}", "\u{200b}", "\"", "%", "&", "=", "{", "\0", "\u{10ffff}"] {
            rule(text);
            rule(&text.repeat(3));
        }
    }
}

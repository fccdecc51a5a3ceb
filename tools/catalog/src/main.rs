//! The program behind `make product` and `make catalogue`.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use authdesk_catalog::{Folder, check, check_local, ids, is_local, made};

const USAGE: &str = "\
Say which product to check: make product FILE=www/catalog/products/<id>.json, or a folder, or a host's local.json.

usage: authdesk-catalog product <file or folder>...    checks products
       authdesk-catalog write                          writes the list of products and the JSON Schemas (make catalogue)
";

fn main() -> ExitCode {
    let words: Vec<_> = env::args_os().skip(1).collect();
    let ran = match words.split_first() {
        Some((what, files)) if what == "product" && files.iter().any(|file| !file.is_empty()) => products(files),
        Some((what, [])) if what == "write" => write(),
        _ => {
            // Nobody is there to read it, if it cannot be written.
            let _ = io::stderr().write_all(USAGE.as_bytes());
            return ExitCode::from(2);
        }
    };
    match ran {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the faults of each product, or that it is valid. Returns whether all are.
fn products(files: &[OsString]) -> Result<bool, String> {
    let mut all = Vec::new();
    for file in files.iter().map(Path::new) {
        if file.is_dir() {
            let ids = ids(file)?;
            if ids.is_empty() {
                return Err(format!(
                    "{}: no product found; name the folder that has the files <id>.json",
                    file.display()
                ));
            }
            all.extend(ids.iter().map(|id| file.join(format!("{id}.json"))));
        } else {
            all.push(file.to_owned());
        }
    }
    let mut lines = Vec::new();
    let mut are_valid = true;
    for file in all {
        let checked = if is_local(&file) { check_local(&file) } else { check(&file) };
        match checked {
            Ok(languages) => lines.push(format!("{}: valid ({})", file.display(), languages.join(", "))),
            Err(found) => {
                are_valid = false;
                lines.extend(found.iter().map(ToString::to_string));
            }
        }
    }
    lines.iter().for_each(|line| say(line));
    Ok(are_valid)
}

/// Writes the made files that are not as they must be.
fn write() -> Result<bool, String> {
    let catalog = Folder::of_checkout();
    for (name, text) in made(&catalog)? {
        let path: PathBuf = catalog.path(&name);
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            continue;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("{}: {error}", path.display()))?;
        say(&format!("{}: written", path.display()));
    }
    Ok(true)
}

/// A line of the output; whoever closes it early does not want the rest.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

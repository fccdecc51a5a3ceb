//! A folder with the files of a catalog.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs};

use authdesk::catalog::{Fault, File};
use serde::de::DeserializeOwned;

/// The folder that a catalog is in.
pub struct Folder {
    root: PathBuf,
}

/// Why there is nothing to read from a file.
#[derive(Debug)]
pub enum NotRead {
    /// It is not there, or it is no text; why.
    Absent(String),
    /// It is not what it should be.
    Faulty(Fault),
}

/// The language in which there must be every sentence.
pub const ENGLISH: &str = "en";

impl Folder {
    /// The catalog of this checkout.
    #[must_use]
    pub fn of_checkout() -> Folder {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/catalog");
        let root = root.canonicalize().unwrap_or(root);
        let here = env::current_dir().unwrap_or_default();
        Folder { root: root.strip_prefix(here).map(Path::to_owned).unwrap_or(root) }
    }

    /// The catalog that the file of a product is in; that of this checkout, if it is in none.
    #[must_use]
    pub fn around(product: &Path) -> Folder {
        let folder = product.parent().unwrap_or(Path::new(""));
        let is_in_catalog = folder.join("../providers").is_dir() && folder.join("../scopes").is_dir();
        if is_in_catalog { Folder { root: folder.join("..") } } else { Folder::of_checkout() }
    }

    /// Where a file is; the library names it by its path below `www/`.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name.strip_prefix("catalog/").unwrap_or(name))
    }

    /// Reads a file by its path below `www/`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with its name.
    pub fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        let path = self.path(name);
        read(&path, name).map_err(|not_read| match not_read {
            NotRead::Absent(says) => format!("{}: {says}", path.display()),
            NotRead::Faulty(fault) => format!("{}: {}: {}", path.display(), fault.place, fault.problem),
        })
    }
}

/// The text of a file.
///
/// # Errors
///
/// What keeps it from being read, and the fix.
pub fn text(path: &Path) -> Result<String, String> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "the file is missing; add it".to_owned(),
        ErrorKind::InvalidData => "the file is not in UTF-8; save it so".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    })?;
    match text.strip_prefix('\u{feff}') {
        Some(_) => Err("the file begins with a byte order mark; save it in UTF-8 without one".to_owned()),
        None => Ok(text),
    }
}

/// Reads a file, which is called so in its faults.
///
/// # Errors
///
/// The file is absent or faulty.
pub fn read<T: DeserializeOwned>(path: &Path, name: &str) -> Result<T, NotRead> {
    let text = text(path).map_err(NotRead::Absent)?;
    if text.trim().is_empty() {
        return Err(NotRead::Absent("the file is empty; write what belongs into it".to_owned()));
    }
    File { name, text: &text }.read().map_err(NotRead::Faulty)
}

/// The products in a folder, in the order of the alphabet: its files without a language in their name.
///
/// # Errors
///
/// The folder cannot be read.
pub fn ids(folder: &Path) -> Result<Vec<String>, String> {
    let names = names(folder)?;
    let stems = names.iter().filter_map(|name| name.strip_suffix(".json"));
    Ok(stems.filter(|stem| !stem.contains('.')).map(str::to_owned).collect())
}

/// The languages of the sentences of a product: English, and then the others in the order of the alphabet.
///
/// # Errors
///
/// The folder cannot be read.
pub fn languages(folder: &Path, id: &str) -> Result<Vec<String>, String> {
    let names = names(folder)?;
    let languages = names.iter().filter_map(|name| name.strip_prefix(id)?.strip_prefix('.')?.strip_suffix(".json"));
    let mut languages: Vec<String> = languages.map(str::to_owned).collect();
    languages.sort_by_key(|language| language != ENGLISH);
    Ok(languages)
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    // A name that is no Unicode is no name of the catalog.
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

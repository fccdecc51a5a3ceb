//! The files of the catalog that are made from others.

use authdesk::catalog::{FileKind, Index, SearchWords};
use strum::VariantArray;

use crate::folder::Folder;
use crate::index::{index, words, written, written_words};

/// Each made file by its path below `www/catalog/`, with the text that it must have: the list of products, what they are
/// found by, and a JSON Schema for each kind of file.
///
/// # Errors
///
/// A product that cannot be read.
pub fn made(catalog: &Folder) -> Result<Vec<(String, String)>, String> {
    let name = |file: &str| file.trim_start_matches("catalog/").to_owned();
    let list = written(&index(catalog)?).map_err(|error| error.to_string())?;
    let found_by = written_words(&words(catalog)?).map_err(|error| error.to_string())?;
    let mut made = vec![(name(Index::FILE), list), (name(SearchWords::FILE), found_by)];
    for kind in FileKind::VARIANTS {
        let schema = serde_json::to_string_pretty(&kind.schema()).map_err(|error| error.to_string())?;
        made.push((kind.schema_file(), schema + "\n"));
    }
    Ok(made)
}

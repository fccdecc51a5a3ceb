//! The list of a host's own products, checked.

use std::path::Path;

use authdesk::catalog::{Index, Local};

use crate::checked::{Found, unread};
use crate::folder::{Folder, NotRead, read, text};
use crate::place;

/// Whether a file is such a list, by its name.
#[must_use]
pub fn is_local(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "local.json")
}

/// Checks a list: the files of each product are there, none is listed twice, and none is one of the release. Returns
/// their names; each of them has faults of its own ([`crate::check`]).
///
/// # Errors
///
/// Everything that is wrong.
pub fn check_local(file: &Path) -> Result<Vec<String>, Vec<Found>> {
    let local: Local = read(file, Local::FILE).map_err(|not_read| vec![unread(file.to_owned(), not_read)])?;
    let folder = file.parent().unwrap_or(Path::new(""));
    // The release that the list belongs to is next to it, or else it is that of this checkout.
    let index: Option<Index> = match read(&folder.join("index.json"), Index::FILE) {
        Ok(index) => Some(index),
        Err(NotRead::Absent(_)) => Folder::of_checkout().read(Index::FILE).ok(),
        Err(not_read) => return Err(vec![unread(folder.join("index.json"), not_read)]),
    };
    let mut found = Vec::new();
    let ids: Vec<&str> = local.products.iter().map(|id| id.as_str()).collect();
    for (at, id) in ids.iter().enumerate() {
        let facts = folder.join("products").join(format!("{id}.json"));
        let says = if ids.iter().take(at).any(|before| before == id) {
            format!("`{id}` is listed twice; take one of them out")
        } else if index.as_ref().is_some_and(|index| index.card(id).is_some()) {
            format!("`{id}` is a product of the release, which cannot be changed this way; give yours another name")
        } else if !facts.is_file() {
            format!("there is no {}; add it, or take `{id}` out", facts.display())
        } else {
            continue;
        };
        let position = text(file).ok().and_then(|text| place::position(&text, "products", Some(id)));
        found.push(Found { file: file.to_owned(), position, path: format!("products.{id}"), says });
    }
    match (found.is_empty(), ids.is_empty()) {
        (false, _) => Err(found),
        (true, true) => Ok(vec!["no product".to_owned()]),
        (true, false) => Ok(ids.into_iter().map(str::to_owned).collect()),
    }
}

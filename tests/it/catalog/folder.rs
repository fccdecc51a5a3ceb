//! Products that are being written, in a folder of their own, checked by the code of the page.
//!
//!     PRODUCTS=<folder> cargo test --no-default-features --test it -- --ignored catalog::folder --nocapture

use std::fs;
use std::path::{Path, PathBuf};

use authdesk::catalog::{File, Guide, Product, ProductProse};
use serde::de::DeserializeOwned;

use super::load::{provider, provider_prose, read, root};

#[test]
#[ignore = "it reads a folder that is named by PRODUCTS"]
fn every_product_of_a_folder_is_whole() {
    let named = std::env::var_os("PRODUCTS").filter(|name| !name.is_empty());
    let folder = named.map_or_else(|| root().join("products"), PathBuf::from);
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut ids: Vec<String> = names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    ids.retain(|id| !id.contains('.'));
    ids.sort();
    let faults: Vec<String> = ids.iter().flat_map(|id| faults_of(&folder, id)).collect();
    println!("{}", faults.join("\n"));
    assert!(faults.is_empty(), "{} faults in {} products", faults.len(), ids.len());
}

fn faults_of(folder: &Path, id: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut files = (read_in::<Product>(folder, &format!("{id}.json"), &mut all), None);
    files.1 = read_in::<ProductProse>(folder, &format!("{id}.en.json"), &mut all);
    let (Some(product), Some(english)) = files else { return all };
    let provider = provider(&product.provider);
    let mut guide = Guide {
        language: "en".to_owned(),
        prose: english,
        provider_prose: provider_prose(&product.provider, "en"),
        scopes: provider.scope_table.as_ref().map(|name| read(&format!("scopes/{name}.json"))),
        product,
        provider,
    };
    all.extend(guide.check().err().unwrap_or_default().iter().map(ToString::to_string));
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let language = name.strip_prefix(&format!("{id}.")).and_then(|rest| rest.strip_suffix(".json"));
        let Some(language) = language.filter(|language| *language != "en") else { continue };
        let Some(mut prose) = read_in::<ProductProse>(folder, &name, &mut all) else { continue };
        let Some(english) = read_in::<ProductProse>(folder, &format!("{id}.en.json"), &mut all) else { continue };
        prose.complete(&english);
        guide.prose = prose;
        guide.language = language.to_owned();
        let faults = guide.check().err().unwrap_or_default().into_iter();
        all.extend(faults.map(|fault| fault.to_string()).filter(|fault| fault.contains(&name)).collect::<Vec<_>>());
    }
    all
}

fn read_in<T: DeserializeOwned>(folder: &Path, name: &str, faults: &mut Vec<String>) -> Option<T> {
    let text = fs::read_to_string(folder.join(name)).map_err(|error| faults.push(format!("{name}: {error}"))).ok()?;
    File { name, text: &text }.read().map_err(|fault| faults.push(fault.to_string())).ok()
}

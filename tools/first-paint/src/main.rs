//! Renders the start view in each language, with the components and the files of the page, and prints a JSON object of
//! them by language code. `scripts/finish.mjs` puts them into `index.html`.
//!
//! ```text
//! authdesk-first-paint <folder of the built site>
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use authdesk::desk::{Desk, FileAction, Loading, Resource, Route};
use authdesk::texts::Language;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("first-paint: which folder?");
        return ExitCode::FAILURE;
    };
    match all(Path::new(&folder)).and_then(|painted| Ok(serde_json::to_string(&painted)?)) {
        Ok(painted) => {
            println!("{painted}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("first-paint: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn all(folder: &Path) -> Result<BTreeMap<&'static str, String>, Box<dyn Error>> {
    Language::all().map(|language| Ok((language.code(), painted(folder, language)?))).collect()
}

fn painted(folder: &Path, language: Language) -> Result<String, Box<dyn Error>> {
    let mut desk = Desk::new(Route::Start, language);
    for resource in [Resource::Texts(language), Resource::Index] {
        desk = desk.after(loaded(folder, &resource)?).ok_or("a file that changes nothing")?;
    }
    Ok(pollster::block_on(authdesk::page::paint(desk)))
}

fn loaded(folder: &Path, resource: &Resource) -> Result<FileAction, Box<dyn Error>> {
    let mut loading = resource.first_loading().ok_or("not a file of the first part")?;
    loop {
        match loading {
            Loading::Done(action) => return Ok(action),
            Loading::Waits(waiting) => {
                let text = fs::read_to_string(folder.join(&waiting.file))?;
                loading = waiting.arrived(&text).map_err(|not_read| format!("{not_read:?}"))?;
            }
        }
    }
}

//! The start view as it is before the program: rendered in English, with the components and the files of the page, and for
//! every other language what is said differently.

mod pieces;
mod said;

use std::error::Error;
use std::fs;
use std::path::Path;

use authdesk::desk::{Desk, FileAction, Loading, Resource, Route};
use authdesk::texts::Language;
use serde_json::{Value, json};

pub use said::Said;

/// What `scripts/finish.mjs` makes the page of: the view in English, the codes of the languages, what the others say in it, and
/// what each says in the notices of `index.html`.
///
/// # Errors
///
/// A file that cannot be read, and a language that says the same in two ways.
pub fn first_paint(folder: &Path, languages: &[Language]) -> Result<Value, Box<dyn Error>> {
    let english = painted(folder, Language::ENGLISH)?;
    let notices = notices(folder)?;
    let (mut said, mut told) = (Said::default(), Said::default());
    for &language in languages.iter().filter(|language| **language != Language::ENGLISH) {
        said.add(language.code(), &english, &painted(folder, language)?)?;
        told.add(language.code(), &notices, &notices_in(folder, language)?)?;
    }
    let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
    Ok(json!({ "view": english, "languages": codes, "said": said.to_json(), "notices": told.by_text() }))
}

/// The markup of the start view in a language. Comments are left out: they are Yew's marks for a page that is taken over, and
/// ours is drawn anew.
///
/// # Errors
///
/// A file that cannot be read.
pub fn painted(folder: &Path, language: Language) -> Result<String, Box<dyn Error>> {
    let mut desk = Desk::new(Route::Start, language);
    for resource in [Resource::Texts(language), Resource::Index] {
        desk = desk.after(loaded(folder, &resource)?).ok_or("a file that changes nothing")?;
    }
    Ok(without_comments(&pollster::block_on(authdesk::page::paint(desk))))
}

fn without_comments(markup: &str) -> String {
    let mut parts = markup.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| Some(part.split_once("-->")?.1)).fold(first, |all, part| all + part)
}

fn loaded(folder: &Path, resource: &Resource) -> Result<FileAction, Box<dyn Error>> {
    let mut loading = resource.first_loading().ok_or("not a file of the first part")?;
    loop {
        match loading {
            Loading::Done(action) => return Ok(action),
            Loading::Waits(waiting) => {
                let text = read(folder, &waiting.file)?;
                loading = waiting.arrived(&text).map_err(|not_read| format!("{not_read:?}"))?;
            }
        }
    }
}

/// The markup of why the page did not start, which is in English in `index.html`.
///
/// # Errors
///
/// There is none.
pub fn notices(folder: &Path) -> Result<String, Box<dyn Error>> {
    let page = read(folder, "index.html")?;
    let (_, rest) = page.split_once("id=\"notice\"").ok_or("index.html has no notice")?;
    let (_, rest) = rest.split_once('>').ok_or("index.html has no notice")?;
    let (notices, _) = rest.split_once("</div>").ok_or("the notice has no end")?;
    // Two are for a visit on which no script runs, which would choose a language.
    let left = [("<p data-why=\"script\">", "</p>"), ("<noscript>", "</noscript>")];
    Ok(left.iter().fold(without_comments(notices), |notices, (start, end)| without(&notices, start, end)))
}

fn without(markup: &str, start: &str, end: &str) -> String {
    let found = markup.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    found.map_or_else(|| markup.to_owned(), |(before, after)| [before, after].concat())
}

/// The same in another language: its file has each sentence of the English markup.
///
/// # Errors
///
/// A file that cannot be read, or that has what the English markup has not.
pub fn notices_in(folder: &Path, language: Language) -> Result<String, Box<dyn Error>> {
    let name = format!("texts/notices.{}.json", language.code());
    let translated: serde_json::Map<String, Value> = serde_json::from_str(&read(folder, &name)?)?;
    let mut notices = notices(folder)?;
    for (english, here) in &translated {
        let (from, here) = (format!(">{english}<"), here.as_str().ok_or("a notice is a text")?);
        let spaced = format!("> {english}<");
        if notices.contains(&from) {
            notices = notices.replace(&from, &format!(">{here}<"));
        } else if notices.contains(&spaced) {
            notices = notices.replace(&spaced, &format!("> {here}<"));
        } else {
            return Err(format!("{name}: index.html has no \u{201c}{english}\u{201d}").into());
        }
    }
    Ok(notices)
}

fn read(folder: &Path, name: &str) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}").into())
}

//! What only the lazy part of the program knows to be needed.

use super::{ProseFiles, Resource};
use crate::desk::parts::{diagnosis, explanation};
use crate::desk::tools::app_type;
use crate::desk::{Desk, Route, Tool, finding_page};
use crate::texts::Language;

/// What is needed and not loaded, besides what the first part of the program knows.
pub(in crate::desk) fn lazily_wanted(desk: &Desk) -> Vec<Resource> {
    let all = [
        later_texts(desk),
        provider(desk),
        provider_prose(desk),
        scopes(desk),
        finding_texts(desk),
        guide(desk),
        card_files(desk),
        app_type::wanted(desk),
        finding_page::files_wanted(desk),
    ];
    let added = desk.added_wanted().into_iter().map(|id| Resource::Added(id.clone()));
    let wanted = all.into_iter().flatten().chain(explanation::wanted(desk)).chain(added);
    let mut wanted: Vec<Resource> = wanted.collect();
    // An example is read as in its own view, with what that needs.
    let example = finding_page::tried(desk).map(|tried| lazily_wanted(&tried)).unwrap_or_default();
    for resource in example {
        if !wanted.contains(&resource) {
            wanted.push(resource);
        }
    }
    wanted
}

fn provider(desk: &Desk) -> Option<Resource> {
    let index = desk.index.as_ref()?;
    // A text in the box for anything is read with what is known of the provider.
    let is_needed = matches!(desk.route, Route::Tool(_) | Route::Findings | Route::Finding(_))
        || desk.shows_box() && desk.has_anything();
    (is_needed && desk.provider.is_none()).then(|| Resource::Provider(index.provider.to_string()))
}

/// What the provider says of its settings and of devices is read by two tools alone.
fn provider_prose(desk: &Desk) -> Option<Resource> {
    let index = desk.index.as_ref()?;
    let is_there = desk.provider_texts.as_ref().is_some_and(|(language, _)| *language == desk.language);
    let is_needed = match desk.route {
        Route::Tool(Tool::CompareRedirects) => true,
        Route::Tool(Tool::TokenRequest) => desk.command.kind.is_for_devices(),
        _ => false,
    };
    (is_needed && !is_there).then(|| Resource::ProviderProse(index.provider.to_string(), desk.language))
}

fn scopes(desk: &Desk) -> Option<Resource> {
    let name = desk.provider.as_ref()?.scope_table.as_ref()?;
    let is_needed = desk.route == Route::Tool(Tool::Scopes) || desk.shows_box() && diagnosis::has_scopes(desk);
    (is_needed && desk.scope_table.is_none()).then(|| Resource::Scopes(name.to_string()))
}

fn later_texts(desk: &Desk) -> Option<Resource> {
    let is_there = desk.texts.later().is_some_and(|texts| texts.language() == desk.language);
    (desk.needs_lazy() && !is_there).then_some(Resource::LaterTexts(desk.language))
}

fn finding_texts(desk: &Desk) -> Option<Resource> {
    let is_there = desk.finding_texts.as_ref().is_some_and(|texts| texts.language() == desk.language);
    (desk.needs_lazy() && !is_there).then_some(Resource::FindingTexts(desk.language))
}

fn card_files(desk: &Desk) -> Option<Resource> {
    let index = desk.index.as_ref()?;
    let is_there = desk.card_files.as_ref().is_some_and(|(language, _)| *language == desk.language);
    (matches!(desk.route, Route::Card { .. }) && !is_there).then(|| Resource::CardFiles {
        provider: index.provider.clone(),
        own_server: index.own_server.clone(),
        language: desk.language,
    })
}

/// What no list names is not requested: there is no such file.
fn guide(desk: &Desk) -> Option<Resource> {
    let card = desk.card(desk.product()?)?;
    let language = desk.language;
    let has = |languages: &[String]| languages.iter().any(|known| known == language.code());
    let files = if language == Language::ENGLISH {
        ProseFiles::Own
    } else if card.added.is_some() {
        ProseFiles::Unknown
    } else if has(&card.languages) {
        ProseFiles::Own
    } else if has(&card.partly) {
        ProseFiles::OwnAndEnglish
    } else {
        ProseFiles::English
    };
    (!desk.has_guide_in_language()).then(|| Resource::Guide(card.id.to_string(), language, files))
}

//! The pages on which a provider has an app set up.

use serde::Deserialize;

use super::{GuideLine, Step, TaskKind};

/// A page of the provider on which an app is set up; in the order in which one goes through them.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// Where the app is created and described.
    #[default]
    App,
    /// Where its redirect URL is set.
    Redirect,
    /// Where its scopes are added.
    Scopes,
    /// Where it is activated.
    Activation,
    /// Where it is added for a test.
    LocalTest,
}

impl Page {
    /// The step of a guide that is done on this page.
    #[must_use]
    pub fn step(self) -> Step {
        match self {
            Page::App => Step::Create,
            Page::Redirect => Step::Redirect,
            Page::Scopes => Step::Scopes,
            Page::Activation => Step::Activate,
            Page::LocalTest => Step::LocalTest,
        }
    }
}

/// The lines that create an app, page by page. A line that names no page is on that of the line before it. A page with
/// nothing to do on it would be a step that nobody can finish: its lines go to the page before it, or else after it.
pub(super) fn by_page<'g>(lines: impl Iterator<Item = GuideLine<'g>>) -> Vec<(Page, Vec<GuideLine<'g>>)> {
    let mut pages: Vec<(Page, Vec<GuideLine<'g>>)> = Vec::new();
    let mut page = Page::default();
    for line in lines {
        page = line.task.page.unwrap_or(page);
        match pages.binary_search_by_key(&page, |(page, _)| *page) {
            Ok(at) => pages.get_mut(at).map(|(_, lines)| lines.push(line)).unwrap_or_default(),
            Err(at) => pages.insert(at, (page, vec![line])),
        }
    }
    let mut joined: Vec<(Page, Vec<GuideLine<'g>>)> = Vec::new();
    for (page, lines) in pages {
        let has_deed = |lines: &[GuideLine<'g>]| lines.iter().any(|line| line.task.kind == TaskKind::Do);
        match joined.last_mut() {
            Some((_, before)) if !has_deed(&lines) => before.extend(lines),
            Some((first, before)) if !has_deed(before) => {
                *first = page;
                before.extend(lines);
            }
            _ => joined.push((page, lines)),
        }
    }
    joined
}

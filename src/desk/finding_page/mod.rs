//! What a finding means: the view of `#/finding/<kind>`, and the list of all of them.
//!
//! Its example is read as everywhere else, by a desk of its own ([`tried`]): what the page shows about it is what it would
//! show to whoever has that text.

mod example;
mod files;
mod list;
mod sources;
mod trying;

pub use self::example::{ExampleFix, ExampleText, ExampleView};
pub use self::files::{Example, FindingExamples, FindingFiles, Subject};
pub use self::list::{FindingGroup, FindingRow, listed};
pub(super) use self::trying::{Entered, enter, example, tried};

use self::sources::rfcs;
use super::{Desk, Resource, Route};
use crate::catalog::Source;
use crate::reading::{FindingKind, Severity};
use crate::texts::{FindingText, Text, add_sentence, unmarked};

/// A finding explained.
#[derive(Debug)]
pub struct FindingView<'d> {
    /// Its stable name is in it.
    pub kind: FindingKind,
    /// How bad it is, in words.
    pub level: Text,
    /// Why it matters and what to do: what the page says, with `…` where it says something of the text.
    pub says: String,
    /// What the page looks for.
    pub meaning: &'d str,
    /// What the texts name as the source, with their URLs.
    pub sources: Vec<Source>,
    /// Whether any text shows it.
    pub has_example: bool,
    /// The example, once what it is read with has arrived.
    pub example: Option<ExampleView>,
}

/// The finding of this view, explained; `None` in any other view, for a name that this version does not have, and while
/// its sentences are loading.
#[must_use]
pub fn view(desk: &Desk) -> Option<FindingView<'_>> {
    let kind = shown_kind(desk)?;
    let files = files(desk)?;
    let text = desk.finding_texts.as_ref()?.text(kind)?;
    let meaning = files.meaning(kind);
    let says = says(desk, text);
    Some(FindingView {
        kind,
        level: level(kind),
        sources: rfcs(&[meaning, &says]),
        says,
        meaning,
        has_example: files.example(kind).is_some(),
        example: example::view(desk),
    })
}

/// Whether the URL names a finding that this version does not have.
#[must_use]
pub fn is_unknown(desk: &Desk) -> bool {
    matches!(desk.route, Route::Finding(_)) && shown_kind(desk).is_none()
}

/// The heading of such a view; `None` while its sentences are loading.
pub(super) fn heading(desk: &Desk) -> Option<String> {
    desk.texts.later()?;
    match &desk.route {
        Route::Finding(_) if is_unknown(desk) => Some(desk.texts.say(Text::FindingUnknownTitle).to_owned()),
        Route::Finding(_) => title(desk, shown_kind(desk)?),
        _ => Some(desk.texts.say(Text::FindingsTitle).to_owned()),
    }
}

/// The files of these views that are needed and have not arrived.
pub(super) fn files_wanted(desk: &Desk) -> Option<Resource> {
    let is_needed = matches!(desk.route, Route::Findings) || shown_kind(desk).is_some();
    let is_there = files(desk).is_some_and(|files| files.language() == desk.language);
    (is_needed && !is_there).then_some(Resource::FindingFiles(desk.language))
}

fn shown_kind(desk: &Desk) -> Option<FindingKind> {
    match &desk.route {
        Route::Finding(name) => FindingKind::named(name),
        _ => None,
    }
}

fn files(desk: &Desk) -> Option<&FindingFiles> {
    desk.finding_files.as_ref()?.downcast_ref()
}

/// What a finding is: the bold beginning of its sentence, as plain text; `None` while the sentences are loading.
fn title(desk: &Desk, kind: FindingKind) -> Option<String> {
    let says = says(desk, desk.finding_texts.as_ref()?.text(kind)?);
    let bold = says.strip_prefix("**").and_then(|rest| rest.split_once("**")).map_or("", |(bold, _)| bold);
    Some(unmarked(bold).replace(OPEN_NOTE, "").trim_end_matches(['.', ':', '。', '\u{a0}']).to_owned())
}

/// What stands for what a sentence says of a text.
const OPEN: &str = "…";

/// A note in brackets that says nothing else.
const OPEN_NOTE: &str = " (…)";

/// The sentence of a finding about no particular text.
fn says(desk: &Desk, text: &FindingText) -> String {
    let open = ["character", "count", "name", "difference"].map(|name| (name, OPEN));
    let provider = [("provider", desk.provider_name())];
    let mut says = desk.texts.filled(&text.says, &[], &provider.into_iter().chain(open).collect::<Vec<_>>());
    if let Some(known) = desk.provider().and_then(|provider| text.at.get(&provider.id)) {
        add_sentence(&mut says, known);
    }
    says
}

fn level(kind: FindingKind) -> Text {
    match kind.severity() {
        Severity::Good => Text::LevelGood,
        Severity::Info => Text::LevelNote,
        Severity::Warning => Text::LevelWarn,
        Severity::Error => Text::LevelBad,
    }
}

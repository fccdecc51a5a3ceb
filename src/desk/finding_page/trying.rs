//! An example is read: entered into a desk of its own, or into the one that is shown.

use strum::VariantArray;

use super::{Example, files, shown_kind};
use crate::desk::update::anything;
use crate::desk::update::enter::{act, prescribed};
use crate::desk::{CodeAction, Desk, Field, Route, Session, StringChoice};
use crate::oauth::Secret;
use crate::reading::FindingKind;

/// What a text of an example is entered into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Entered {
    /// The box for anything.
    Box,
    /// A field.
    Field(Field),
}

/// The name of the box for anything, among those of the fields.
const BOX: &str = "anything";

impl Example {
    /// The view that reads it.
    #[must_use]
    pub fn route(&self) -> Route {
        Route::parse(&self.at)
    }

    /// Whether its texts are all there is to it: entered into a tool or the box for anything, they have the finding.
    /// Nothing made up is entered into the guide of a product, where somebody may be half through.
    pub(in crate::desk) fn is_by_text_alone(&self) -> bool {
        self.minutes.is_none() && self.copies.is_none() && self.route().product().is_none()
    }

    /// Its texts, and what they are entered into; the inputs of a product are those that the session knows.
    pub(in crate::desk) fn entered(&self, session: &Session) -> Vec<(Entered, &str)> {
        let field = |name: &str| {
            let known = Field::VARIANTS.iter().copied().find(|field| field.name() == name);
            known.or_else(|| session.inputs().find(|(input, _)| *input == name).map(|(_, field)| field))
        };
        let entered = |name: &str| if name == BOX { Some(Entered::Box) } else { field(name).map(Entered::Field) };
        self.enter.iter().filter_map(|(name, text)| Some((entered(name)?, text.as_str()))).collect()
    }
}

/// The example of a finding, once the file is there; `None` where no short text has it.
pub(in crate::desk) fn example(desk: &Desk, kind: FindingKind) -> Option<&Example> {
    files(desk)?.example(kind)
}

/// A desk at which nothing happened but that the example of this view was entered; `None` where there is none.
///
/// It has the files of the desk that is shown, and nothing that a person entered there.
pub(in crate::desk) fn tried(desk: &Desk) -> Option<Desk> {
    let example = example(desk, shown_kind(desk)?)?;
    let mut tried = desk.clone();
    tried.route = example.route();
    tried.forget();
    tried.seed = None;
    tried.string = StringChoice::default();
    prescribed::settle(&mut tried, None);
    enter(&mut tried, example);
    for _ in 0..example.copies.unwrap_or_default() {
        act(&mut tried, CodeAction::CopiedCommand.into());
    }
    tried.now += example.minutes.unwrap_or_default() * 60_000;
    Some(tried)
}

/// Enters an example into the view that reads it.
pub(in crate::desk) fn enter(desk: &mut Desk, example: &Example) {
    if let Some(kind) = example.request.as_deref().and_then(|name| name.parse().ok()) {
        desk.command.kind = kind;
    }
    if let Some(format) = example.read_as.as_deref().and_then(|name| name.parse().ok()) {
        desk.string.read_as = Some(format);
    }
    let now = desk.now;
    for (entered, text) in example.entered(desk.session()) {
        match entered {
            Entered::Box => drop(anything::replace(desk, Secret::new(text), Vec::new())),
            Entered::Field(field) => drop(desk.session_mut().type_into(field, Secret::new(text), now)),
        }
    }
}

//! What is done where findings are explained.

use std::rc::Rc;

use crate::desk::effect::{Effect, replace};
use crate::desk::finding_page::{self, Entered};
use crate::desk::update::view::go;
use crate::desk::{Desk, Field, FindingAction};
use crate::oauth::Secret;
use crate::reading::FindingKind;

pub(super) fn act(desk: &mut Desk, action: FindingAction) -> Effect {
    match action {
        FindingAction::Searched(query) => replace(&mut desk.finding_query, query),
        FindingAction::OpenedExample(kind) => open(desk, kind),
    }
}

/// Opens the view that reads an example, with its texts. What was entered there can be restored.
fn open(desk: &mut Desk, kind: FindingKind) -> Effect {
    let Some(example) = finding_page::example(desk, kind).filter(|example| example.is_by_text_alone()).cloned() else {
        return Effect::Unchanged;
    };
    go(desk, example.route());
    let all = example.entered(desk.session());
    let fields = all.iter().filter_map(|(entered, _)| match entered {
        Entered::Field(field) => Some((*field, desk.session().entry(*field).clone())),
        Entered::Box => None,
    });
    let before: Vec<(Field, Secret)> = fields.collect();
    let box_before = desk.anything.text.clone();
    finding_page::enter(desk, &example);
    if before.iter().any(|(_, text)| !text.is_empty()) {
        desk.session_mut().fixes.push(before.into());
    }
    if all.iter().any(|(entered, _)| *entered == Entered::Box) && !box_before.is_empty() {
        Rc::make_mut(&mut desk.anything).before.push(box_before);
    }
    Effect::Changed
}

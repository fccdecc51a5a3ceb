//! What was pasted is detected, and its reader is opened.

use std::rc::Rc;

use crate::desk::effect::Effect;
use crate::desk::parts::cover::cover_of_box;
use crate::desk::parts::diagnosis;
use crate::desk::parts::field_of;
use crate::desk::parts::pasted::{box_route, reader_of};
use crate::desk::update::view::go;
use crate::desk::{Desk, Field, ReaderAction, Route};
use crate::oauth::Secret;
use crate::reading::{PastedKind, labeled_values, what_is};

pub(super) fn act(desk: &mut Desk, action: ReaderAction) -> Effect {
    match action {
        // Whatever the text looks like.
        ReaderAction::ReadAs(kind) => {
            let text = text_for(desk, kind);
            open_reader(desk, kind, &text)
        }
        ReaderAction::WentOn(kind, text) => {
            let Some((tool, field)) = reader_of(kind) else { return Effect::Unchanged };
            go(desk, Route::Tool(tool));
            let now = desk.now;
            fill(desk, field, kind, &text, now);
            Effect::Changed
        }
    }
}

/// Detects the content of the box for anything.
pub(in crate::desk) fn read_anything(desk: &mut Desk) {
    // EXPOSE: the text is read here; what is kept of it contains no part of it.
    let pasted = what_is(desk.anything.text.expose());
    let cover = cover_of_box(desk, &pasted);
    let anything = Rc::make_mut(&mut desk.anything);
    anything.cover = cover;
    anything.kinds.clone_from(&pasted.kinds);
    anything.findings = pasted.findings.as_slice().into();
}

/// The part of the box for the reader of a kind: the piece of that kind, or else what the form of the whole suggests.
fn text_for(desk: &Desk, kind: PastedKind) -> Secret {
    // EXPOSE: the text is read here; the reader gets its part as a secret.
    let pasted = what_is(desk.anything.text.expose());
    let piece = diagnosis::piece_text(desk, kind).filter(|_| pasted.kinds.first() != Some(&kind));
    piece.unwrap_or_else(|| pasted.text_for(kind).clone())
}

fn open_reader(desk: &mut Desk, kind: PastedKind, text: &Secret) -> Effect {
    let Some((tool, field)) = reader_of(kind) else { return Effect::Unchanged };
    let from = if desk.shows_box() { desk.route.clone() } else { box_route(desk) };
    Rc::make_mut(&mut desk.anything).opened = Some((kind, from));
    go(desk, Route::Tool(tool));
    let came_at = desk.anything.came_at;
    fill(desk, field, kind, text, came_at);
    Effect::Changed
}

/// Puts what was pasted into the field of its reader. Its previous content can be restored.
pub(super) fn fill(desk: &mut Desk, field: Field, kind: PastedKind, text: &Secret, now: u64) {
    let session = desk.session_mut();
    if kind == PastedKind::ClientPair {
        // EXPOSE: the two halves go into their fields. A field of one line contains no line break.
        let pair = text.expose().trim_matches(['\n', '\r']);
        let (id, secret) = pair.split_once(':').unwrap_or((pair, ""));
        let (id, secret) = (Secret::new(id), Secret::new(secret));
        session.type_into(Field::ClientId, id, now);
        session.type_into(Field::ClientSecret, secret, now);
        return;
    }
    if kind == PastedKind::LabeledValues {
        // EXPOSE: each value goes into its field.
        for (role, value) in labeled_values(text.expose()) {
            if let Some(field) = field_of(role) {
                session.type_into(field, value, now);
            }
        }
        return;
    }
    let before = session.entry(field).clone();
    if session.type_into(field, text.clone(), now) == Effect::Changed && !before.is_empty() {
        session.fixes.push(vec![(field, before)].into());
    }
}

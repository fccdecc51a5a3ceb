//! What was pasted is detected, and its reader is opened.

use std::rc::Rc;

use crate::desk::effect::Effect;
use crate::desk::parts::cover::cover_of_box;
use crate::desk::parts::pasted::{box_route, reader_of};
use crate::desk::update::view::go;
use crate::desk::{Desk, Field, ReaderAction, Route};
use crate::oauth::Secret;
use crate::reading::{Pasted, PastedKind, what_is};

pub(super) fn act(desk: &mut Desk, action: ReaderAction) -> Effect {
    match action {
        // Whatever the text looks like.
        ReaderAction::ReadAs(kind) => {
            // EXPOSE: the text is read here; the reader gets its part as a secret.
            let pasted = what_is(desk.anything.text.expose());
            open_reader(desk, kind, &pasted)
        }
        ReaderAction::WentOn(kind, text) => {
            let Some((tool, field)) = reader_of(kind) else { return Effect::Unchanged };
            go(desk, Route::Tool(tool));
            fill(desk, field, kind, &text);
            Effect::Changed
        }
    }
}

/// Detects the content of the box for anything, and opens its reader if it was pasted and there is only one.
pub(in crate::desk) fn read_anything(desk: &mut Desk) {
    // EXPOSE: the text is read here; what is kept of it contains no part of it.
    let pasted = what_is(desk.anything.text.expose());
    let cover = cover_of_box(desk, &pasted.kinds);
    let anything = Rc::make_mut(&mut desk.anything);
    anything.cover = cover;
    anything.kinds.clone_from(&pasted.kinds);
    anything.findings = pasted.findings.as_slice().into();
    if let ([kind], true) = (pasted.kinds.as_slice(), desk.anything.is_pasted && desk.shows_box()) {
        open_reader(desk, *kind, &pasted);
    }
}

fn open_reader(desk: &mut Desk, kind: PastedKind, pasted: &Pasted) -> Effect {
    let Some((tool, field)) = reader_of(kind) else { return Effect::Unchanged };
    let from = if desk.shows_box() { desk.route.clone() } else { box_route(desk) };
    Rc::make_mut(&mut desk.anything).opened = Some((kind, from));
    go(desk, Route::Tool(tool));
    fill(desk, field, kind, pasted.text_for(kind));
    Effect::Changed
}

/// Puts what was pasted into the field of its reader. Its previous content can be restored.
fn fill(desk: &mut Desk, field: Field, kind: PastedKind, text: &Secret) {
    let now = desk.now;
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
    let before = session.entry(field).clone();
    if session.type_into(field, text.clone(), now) == Effect::Changed && !before.is_empty() {
        session.fixes.push(vec![(field, before)]);
    }
}

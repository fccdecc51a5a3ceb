//! Texts are entered into fields.

use crate::desk::effect::Effect;
use crate::desk::state::made_up::typed_over;
use crate::desk::state::session::list;
use crate::desk::update::view::go;
use crate::desk::{Desk, Field, FieldAction, Route};
use crate::oauth::Secret;
use crate::reading::TEXT_LIMIT;

pub(super) fn act(desk: &mut Desk, action: FieldAction) -> Effect {
    match action {
        FieldAction::Typed(field, text) => type_into(desk, field, text),
        FieldAction::Opened { tool, entries } => {
            go(desk, Route::Tool(tool));
            for (field, text) in entries {
                type_into(desk, field, text);
            }
            Effect::Changed
        }
        FieldAction::Showed { label, shown } => list(&mut desk.session_mut().shown, label, shown),
    }
}

fn type_into(desk: &mut Desk, field: Field, text: Secret) -> Effect {
    let now = desk.now;
    let session = desk.session_mut();
    // EXPOSE: only its length counts. The field keeps its previous content, and a sentence says so.
    if text.expose().len() > TEXT_LIMIT {
        session.refused = Some(field);
        return Effect::Changed;
    }
    let text = if session.is_made_up(field) { typed_over(session.entry(field), &text) } else { text };
    session.type_into(field, text, now)
}

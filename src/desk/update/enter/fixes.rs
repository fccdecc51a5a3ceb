//! A text is fixed, and a fix is undone.

use super::guide::forget_left_out;
use crate::desk::effect::{Effect, replace};
use crate::desk::parts::diagnosis;
use crate::desk::state::before::Choices;
use crate::desk::update::anything;
use crate::desk::{Desk, Field, FixAction, Session};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: FixAction) -> Effect {
    match action {
        FixAction::Fixed(field, finding) => {
            let changes = desk.fixed(field, &finding);
            enter(desk.session_mut(), changes)
        }
        FixAction::Undone => {
            let session = desk.session_mut();
            let before = session.fixes.pop().unwrap_or_default();
            let mut effect = enter_all(session, before.fields);
            if let Some(choices) = before.choices {
                effect = effect.and(restore(session, choices));
            }
            if let Some(sets) = before.sets {
                session.sets = sets;
                forget_left_out(desk);
                effect = Effect::Changed;
            }
            effect
        }
        FixAction::FixedInBox(finding) => match diagnosis::fixed(desk, &finding) {
            Some(text) => {
                let mut before = desk.anything.before.clone();
                before.push(desk.anything.text.clone());
                anything::replace(desk, text, before)
            }
            None => Effect::Unchanged,
        },
        FixAction::UndoneInBox => {
            let mut before = desk.anything.before.clone();
            before.pop().map_or(Effect::Unchanged, |text| anything::replace(desk, text, before))
        }
    }
}

/// Enters texts so that one more click restores what was there.
pub(super) fn enter(session: &mut Session, changes: Vec<(Field, Secret)>) -> Effect {
    let before: Vec<_> = changes.iter().map(|(field, _)| (*field, session.entry(*field).clone())).collect();
    let effect = enter_all(session, changes);
    if effect == Effect::Changed {
        session.fixes.push(before.into());
    }
    effect
}

/// The sets of scopes that a click replaced can no longer be restored once somebody has chosen others.
pub(super) fn forget_sets(session: &mut Session) {
    session.fixes.iter_mut().for_each(|before| before.sets = None);
}

fn restore(session: &mut Session, choices: Choices) -> Effect {
    replace(&mut session.authentication, choices.authentication).and(replace(&mut session.pkce, choices.pkce))
}

fn enter_all(session: &mut Session, texts: Vec<(Field, Secret)>) -> Effect {
    texts.into_iter().fold(Effect::Unchanged, |effect, (field, text)| effect.and(session.enter(field, text)))
}

//! What is entered is put aside while nobody can see the page, and comes back.

use std::rc::Rc;

use super::{act, settle};
use crate::desk::effect::Effect;
use crate::desk::guide::offered_redirects;
use crate::desk::sealed::{Sealed, change, lost, sealed};
use crate::desk::{CodeAction, Desk, EnterAction, Field, SealAction};
use crate::oauth::Secret;

pub(super) fn seal(desk: &mut Desk, action: SealAction) -> Effect {
    // The page is also seen again when there is nothing to open.
    if desk.is_sealed() == matches!(action, SealAction::Sealed { .. }) {
        return Effect::Unchanged;
    }
    match action {
        SealAction::Sealed { texts, vault } => {
            let mut without = desk.clone();
            let sealed = Sealed::of(&mut without, vault);
            // Something else is entered since: that would be lost.
            let Some((mut sealed, _)) = sealed.filter(|(_, now)| now.same_as(&texts)) else { return Effect::Unchanged };
            sealed.entered.each_session(|session| session.shown.clear());
            without.command.writes_secrets = false;
            without.sealed = Some(Rc::new(sealed));
            *desk = without;
        }
        SealAction::Wanted => change(desk, |sealed| sealed.is_wanted = true),
        SealAction::Unsealed(texts) => unseal(desk, &texts),
        SealAction::Lost => {
            unseal(desk, &Secret::EMPTY);
            desk.say(lost(desk));
        }
    }
    Effect::Changed
}

fn unseal(desk: &mut Desk, texts: &Secret) {
    let Some(mut sealed) = sealed(desk).cloned() else { return };
    desk.sealed = None;
    sealed.entered.put_texts(texts);
    sealed.entered.swap(desk);
    if desk.has_anything() {
        super::reader::read_anything(desk);
    }
    // A field that somebody emptied stays empty, unless its guide arrived just now.
    let offered = sealed.had_guide.then(|| offered_redirects(desk));
    settle(desk, offered.as_deref());
    if desk.handed_over && !sealed.had_handed_over {
        let session = desk.session_mut();
        session.enter(Field::Landed, Secret::EMPTY);
        session.code_at = None;
    }
    if let Some(address) = sealed.landed {
        act(desk, CodeAction::TookOver(address).into());
    }
}

/// A code that another tab hands over meanwhile is entered when everything is back. Nobody does anything else before that: a
/// letter would take the place of the whole text of its field.
pub(super) fn wait(desk: &mut Desk, action: EnterAction) -> Effect {
    let EnterAction::Code(CodeAction::TookOver(address)) = action else { return Effect::Unchanged };
    change(desk, |sealed| sealed.landed = Some(address));
    Effect::Changed
}

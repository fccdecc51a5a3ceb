//! What is entered, as a whole: it gets its random values, is restored, handed over or cleared.

use std::rc::Rc;

use crate::desk::effect::Effect;
use crate::desk::state::session::Seed;
use crate::desk::{Desk, Field, Installation, Kept, Said, SessionAction};
use crate::oauth::{CodeVerifier, Secret, StateToken};

pub(super) fn act(desk: &mut Desk, action: SessionAction) -> Effect {
    match action {
        SessionAction::Seeded { state, verifier } => {
            let (state, verifier) = (StateToken::from_bytes(&state), CodeVerifier::from_bytes(&verifier));
            desk.seed = Some(Seed { state, verifier });
            desk.session_mut();
        }
        SessionAction::Restored(kept) => {
            restore(desk, kept);
            desk.settle(None);
        }
        SessionAction::HandedOver => {
            desk.handed_over = true;
            let session = desk.session_mut();
            session.enter(Field::Landed, Secret::default());
            session.code_at = None;
        }
        SessionAction::Cleared => clear(desk),
    }
    Effect::Changed
}

fn restore(desk: &mut Desk, kept: Vec<Kept>) {
    for one in kept {
        let name = one.session.clone();
        let second = desk.route.product().map(|product| Installation::Second.session_name(product));
        if one.is_shown && second.is_some_and(|second| second == name) {
            desk.installation = Installation::Second;
        }
        let mut session = desk.sessions.remove(&name).unwrap_or_default();
        Rc::make_mut(&mut session).take_up(one.into_session());
        desk.sessions.insert(&name, session);
    }
}

fn clear(desk: &mut Desk) {
    desk.forget();
    desk.say(Said::Cleared);
    desk.settle(None);
}

impl Desk {
    /// What the files of the guide say of its fields is known, and what the product prescribes is in them. `before`: the
    /// redirect URLs that were offered before, where only what depends on them is to be changed.
    pub(super) fn settle(&mut self, before: Option<&[String]>) {
        if let Some(lazy) = self.lazy {
            (lazy.settle)(self, before);
        }
    }
}

//! Fields are filled with what is made up, or emptied of it.

use crate::desk::effect::Effect;
use crate::desk::parts::made_up::offered;
use crate::desk::{Desk, MadeUpAction};

pub(super) fn act(desk: &mut Desk, action: MadeUpAction) -> Effect {
    match action {
        MadeUpAction::Filled => {
            let (offered, session) = (offered(desk), desk.session_mut());
            let entered = offered.into_iter().map(|(field, text)| session.enter(field, text));
            entered.fold(Effect::Unchanged, Effect::and)
        }
        MadeUpAction::Cleared => {
            let has_any = desk.has_made_up();
            desk.clear_made_up();
            Effect::changed_if(has_any)
        }
    }
}

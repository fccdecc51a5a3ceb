//! What is entered, and what is done with it. All of it is in the lazy part of the program.

mod apps;
mod card;
mod code;
mod discovery;
mod fields;
mod findings;
mod fixes;
mod guide;
mod link;
mod made_up;
mod picked;
pub(in crate::desk) mod prescribed;
pub(in crate::desk) mod reader;
mod report;
mod sealing;
mod strings;

use crate::desk::effect::Effect;
use crate::desk::guide::offered_redirects;
use crate::desk::state::leaving::doubted;
use crate::desk::{Desk, EnterAction, card as cards, link as links};

/// What the desk calls through [`Lazy`](crate::desk::Lazy).
pub(in crate::desk) fn act(desk: &mut Desk, action: EnterAction) -> Effect {
    let action = match action {
        EnterAction::Seal(action) => return sealing::seal(desk, action),
        action if desk.is_sealed() => return sealing::wait(desk, action),
        action => action,
    };
    let offered = offered_redirects(desk);
    let effect = match action {
        EnterAction::Seal(_) => Effect::Unchanged,
        EnterAction::Field(action) => fields::act(desk, action),
        EnterAction::Fix(action) => fixes::act(desk, action),
        EnterAction::Reader(action) => reader::act(desk, action),
        EnterAction::Guide(action) => guide::act(desk, action),
        EnterAction::Code(action) => code::act(desk, action),
        EnterAction::Link(action) => link::act(desk, action),
        EnterAction::MadeUp(action) => made_up::act(desk, action),
        EnterAction::Discovery(action) => discovery::act(desk, action),
        EnterAction::String(action) => strings::act(desk, action),
        EnterAction::Report(action) => report::act(desk, action),
        EnterAction::Finding(action) => findings::act(desk, action),
        EnterAction::Card(action) => card::act(desk, action),
        EnterAction::Picked(action) => picked::act(desk, action),
    };
    if effect == Effect::Changed {
        settle(desk, Some(&offered));
    }
    effect
}

/// A pasted report says which guide is needed. In the view of a card its guide is made. The values are those of the app that it needs. What the files of a guide say of its
/// fields is known then: what it prescribes is entered, and what a link brought is compared with it. `before` is that of
/// [`prescribed::settle`]. While everything is put aside, there is nothing to settle.
pub(in crate::desk) fn settle(desk: &mut Desk, before: Option<&[String]>) {
    if desk.is_sealed() {
        return;
    }
    report::settle(desk);
    cards::settle(desk);
    apps::settle(desk);
    prescribed::settle(desk, before);
    links::settle(desk);
    let doubted = doubted(desk);
    if doubted != desk.session().doubted {
        desk.session_mut().doubted = doubted;
    }
}

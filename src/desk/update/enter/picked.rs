//! A file that somebody dropped or chose is read.

use super::fixes;
use crate::desk::effect::Effect;
use crate::desk::parts::picked::{Target, target};
use crate::desk::state::picked::FileStanding;
use crate::desk::update::anything;
use crate::desk::{Desk, PickedAction};
use crate::oauth::Secret;
use crate::reading::Share;

pub(super) fn act(desk: &mut Desk, action: PickedAction) -> Effect {
    let (number, standing, text) = match action {
        PickedAction::Stopped => {
            desk.picked.file = None;
            return Effect::Changed;
        }
        PickedAction::ReadSoFar { number, bytes } => (number, FileStanding::Reading(bytes), None),
        PickedAction::Failed { number } => (number, FileStanding::Failed, None),
        PickedAction::Gathered { number, gathered } => {
            (number, FileStanding::Taken(gathered.share), Some(gathered.text))
        }
    };
    let Some(file) = desk.picked.reading(number) else { return Effect::Unchanged };
    file.standing = standing;
    let target = target(&file.onto);
    // All of it is there to see.
    if standing == FileStanding::Taken(Share::Whole) && !file.has_others {
        desk.picked.file = None;
    }
    // Of a file in which nothing is of use, nothing takes the place of what is there.
    if let Some((text, target)) = text.filter(|text| !text.is_empty()).zip(target) {
        put(desk, target, text);
    }
    Effect::Changed
}

/// What was there before comes back by one more click.
fn put(desk: &mut Desk, target: Target, text: Secret) {
    match target {
        Target::Box => {
            let before = Some(desk.anything.text.clone()).filter(|before| !before.is_empty());
            anything::replace(desk, text, before.into_iter().collect());
        }
        Target::Field(field) => {
            fixes::enter(desk.session_mut(), vec![(field, text)]);
        }
    }
}

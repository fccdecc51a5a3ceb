//! How commands are shown.

use crate::desk::effect::{Effect, replace};
use crate::desk::{CommandAction, Desk};

pub(super) fn act(desk: &mut Desk, action: CommandAction) -> Effect {
    let command = &mut desk.command;
    match action {
        CommandAction::SystemRead(user_agent) => {
            command.suggest(&user_agent);
            Effect::Changed
        }
        CommandAction::ChoseFormat(format) => {
            command.choose(format);
            Effect::Changed
        }
        CommandAction::ChoseRequest(kind) => replace(&mut command.kind, kind),
        CommandAction::ChoseWhole(chosen) => replace(&mut command.does_all, chosen),
        CommandAction::WroteSecrets(chosen) => replace(&mut command.writes_secrets, chosen),
    }
}

//! A code is requested, returned and used.

use super::guide::go_on;
use crate::desk::effect::{Effect, replace};
use crate::desk::parts::command;
use crate::desk::{CodeAction, Desk, Field, Route, Step, Tool};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: CodeAction) -> Effect {
    match action {
        CodeAction::ChosePkce(chosen) => replace(&mut desk.session_mut().pkce, chosen),
        CodeAction::ChoseAuthentication(chosen) => replace(&mut desk.session_mut().authentication, Some(chosen)),
        CodeAction::OpenedAuthorizeUrl => {
            let now = desk.now;
            desk.session_mut().opened_at = Some(now);
            go_on(desk, Step::Authorize)
        }
        CodeAction::Landed { address, from } => {
            desk.route = from.unwrap_or(Route::Tool(Tool::Redirect));
            take_landing(desk, address)
        }
        CodeAction::TookOver(address) => take_landing(desk, address),
        CodeAction::CopiedCommand => {
            let Some(code) = command::code_in_command(desk) else { return Effect::Unchanged };
            desk.session_mut().used_codes.copied(&code);
            Effect::Changed
        }
    }
}

fn take_landing(desk: &mut Desk, address: Secret) -> Effect {
    let now = desk.now;
    let session = desk.session_mut();
    if session.enter(Field::Landed, address) == Effect::Changed {
        session.used_codes.came_anew();
    }
    session.landed_here = true;
    session.code_at = Some(now);
    session.set_fold(Step::Code, true);
    Effect::Changed
}

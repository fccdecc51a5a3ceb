//! A code is requested, returned and used.

use crate::desk::effect::{Effect, replace};
use crate::desk::parts::command;
use crate::desk::tools::redirect;
use crate::desk::{CodeAction, Desk, Field, Route, Session, Step, Tool};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: CodeAction) -> Effect {
    match action {
        CodeAction::ChosePkce(chosen) => {
            let session = desk.session_mut();
            forget_choices(session);
            replace(&mut session.pkce, chosen)
        }
        CodeAction::ChoseAuthentication(chosen) => {
            let session = desk.session_mut();
            forget_choices(session);
            replace(&mut session.authentication, Some(chosen))
        }
        CodeAction::OpenedAuthorizeUrl => {
            let now = desk.now;
            desk.session_mut().opened_at = Some(now);
            Effect::Changed
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

/// A click that changed the choices can no longer be undone once somebody has made one.
fn forget_choices(session: &mut Session) {
    session.fixes.retain(|before| before.choices.is_none());
}

fn take_landing(desk: &mut Desk, address: Secret) -> Effect {
    let now = desk.now;
    if let Some(installation) = redirect::installation(desk, &address) {
        desk.installation = installation;
    }
    let session = desk.session_mut();
    if session.enter(Field::Landed, address) == Effect::Changed {
        session.used_codes.came_anew();
    }
    session.landed_here = true;
    session.code_at = Some(now);
    session.code_pkce = session.pkce;
    session.set_fold(Step::Authorize, true);
    Effect::Changed
}

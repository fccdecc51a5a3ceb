//! A guide is gone through.

use super::apps;
use super::fixes::forget_sets;
use crate::catalog::Choice;
use crate::desk::effect::{Effect, replace};
use crate::desk::state::session::{list, tick_name};
use crate::desk::{Desk, Field, GuideAction, Installation, Progress, Step, guide};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: GuideAction) -> Effect {
    match action {
        GuideAction::Ticked { line, step, ticked } => tick(desk, &line, step, ticked),
        GuideAction::ChoseScopeSet { set, chosen } => counting_scopes(desk, |desk| choose_set(desk, set, chosen)),
        GuideAction::CheckedScope { name, checked } => counting_scopes(desk, |desk| check_scope(desk, name, checked)),
        GuideAction::ChoseAllScopes(shown) => replace(&mut desk.session_mut().all_scopes, shown),
        GuideAction::Folded { step, open } => desk.session_mut().set_fold(step, open),
        GuideAction::Continued(step) => go_on(desk, step),
        GuideAction::ChoseInstallation(installation) => choose_installation(desk, installation),
        GuideAction::TookCredentials => apps::take_over(desk),
    }
}

fn tick(desk: &mut Desk, line: &str, step: Step, ticked: bool) -> Effect {
    let name = tick_name(step, line);
    let effect = list(&mut desk.session_mut().ticks, name, ticked);
    if effect == Effect::Changed && ticked && guide::progress(desk, step) == Progress::Done {
        go_on(desk, step);
    }
    effect
}

fn check_scope(desk: &mut Desk, name: String, checked: bool) -> Effect {
    let is_shown = guide::scopes_view(desk).is_some_and(|view| view.rows().any(|row| row.granular == name));
    if !is_shown {
        return Effect::Unchanged;
    }
    list(&mut desk.session_mut().checked_scopes, name, checked)
}

/// Does something to the scopes. The line that shows them is no longer checked off when one more is to be selected. It is
/// not when the last one is: what was copied last has yet to be selected in the provider, and the step would fold with what
/// to beware of there.
fn counting_scopes(desk: &mut Desk, change: impl FnOnce(&mut Desk) -> Effect) -> Effect {
    let is_complete = |desk: &Desk| guide::scopes_view(desk).is_some_and(|view| view.is_complete());
    let was_complete = is_complete(desk);
    let effect = change(desk);
    if was_complete && !is_complete(desk) {
        for (step, line) in guide::scope_lines(desk) {
            tick(desk, &line, step, false);
        }
    }
    effect
}

/// What belongs to no selected set is not checked off either. Scopes of other ways to connect the product stay.
pub(super) fn forget_left_out(desk: &mut Desk) {
    let Some(view) = guide::scopes_view(desk) else { return };
    let taken: Vec<&str> = view.rows().map(|row| row.granular).collect();
    let left_out = view.sets.iter().filter(|set| !set.taken).flat_map(|set| &set.rows).map(|row| row.granular);
    let left_out: Vec<String> = left_out.filter(|name| !taken.contains(name)).map(str::to_owned).collect();
    if !left_out.is_empty() {
        desk.session_mut().checked_scopes.retain(|name| !left_out.contains(name));
    }
}

fn choose_set(desk: &mut Desk, set: String, chosen: bool) -> Effect {
    let rivals: Vec<String> = desk.variant().map_or_else(Vec::new, |variant| {
        let all = variant.scopes.iter().filter(|one| one.choice == Choice::OneOf);
        all.map(|one| one.id.clone()).collect()
    });
    let session = desk.session_mut();
    if rivals.contains(&set) {
        for rival in rivals {
            session.sets.remove(&rival);
        }
    }
    session.sets.insert(&set, chosen);
    forget_sets(session);
    forget_left_out(desk);
    Effect::Changed
}

/// Folds a step and unfolds the next one.
fn go_on(desk: &mut Desk, step: Step) -> Effect {
    let next = guide::next_step(desk, step);
    let session = desk.session_mut();
    session.set_fold(step, false);
    if let Some(next) = next {
        session.set_fold(next, true);
    }
    Effect::Changed
}

/// Shows an installation. One for which nothing is entered yet begins with what both have in common.
fn choose_installation(desk: &mut Desk, installation: Installation) -> Effect {
    const SHARED: [Field; 3] = [Field::RedirectUrl, Field::AuthorizeEndpoint, Field::TokenEndpoint];
    if desk.shown_installation() == installation {
        return Effect::Unchanged;
    }
    let session = desk.session();
    let inputs = Field::INPUTS.into_iter().filter(|field| !session.is_masked(*field));
    let shared = SHARED.into_iter().chain(inputs).filter(|field| !session.is_made_up(*field));
    let shared: Vec<(Field, Secret)> = shared.map(|field| (field, session.entry(field).clone())).collect();
    let authentication = session.authentication;
    desk.installation = installation;
    let begins = desk.session().is_empty();
    desk.settle(None);
    if begins {
        let session = desk.session_mut();
        session.authentication = authentication;
        for (field, text) in shared {
            session.enter(field, text);
        }
    }
    // It was chosen for the command that was in view.
    desk.command.writes_secrets = false;
    Effect::Changed
}

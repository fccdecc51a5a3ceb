//! What a discovery document says is entered.

use super::reader::fill;
use crate::desk::effect::{Effect, replace};
use crate::desk::parts::discovery;
use crate::desk::state::before::{Before, Choices};
use crate::desk::state::session::list;
use crate::desk::update::view::go;
use crate::desk::{Desk, DiscoveryAction, Field, PlainField, Step};
use crate::oauth::{Secret, joined, scope_list};
use crate::reading::PastedKind;

pub(super) fn act(desk: &mut Desk, action: DiscoveryAction) -> Effect {
    match action {
        DiscoveryAction::Took => take(desk),
        DiscoveryAction::ChoseScope { name, chosen } => choose_scope(desk, name, chosen),
        DiscoveryAction::WentToGuide => go_to_guide(desk),
    }
}

/// Enters everything that the view shows as a change; one click restores what was there.
fn take(desk: &mut Desk) -> Effect {
    let Some(values) = discovery::values(desk) else { return Effect::Unchanged };
    let session = desk.session_mut();
    let choices = Choices { authentication: session.authentication, pkce: session.pkce };
    let fields = values.fields.iter().map(|(field, _)| (*field, session.entry(*field).clone())).collect();
    let mut effect = Effect::Unchanged;
    for (field, text) in values.fields {
        effect = effect.and(session.enter(field, text));
    }
    if let Some(way) = values.authentication {
        effect = effect.and(replace(&mut session.authentication, Some(way)));
    }
    if let Some(pkce) = values.pkce {
        effect = effect.and(replace(&mut session.pkce, pkce));
    }
    if effect == Effect::Changed {
        session.fixes.push(Before { fields, choices: Some(choices), ..Before::default() });
    }
    effect
}

fn choose_scope(desk: &mut Desk, name: String, chosen: bool) -> Effect {
    let session = desk.session_mut();
    let mut scopes = scope_list(session.plain(PlainField::Scopes));
    if list(&mut scopes, name, chosen) == Effect::Unchanged {
        return Effect::Unchanged;
    }
    let before = vec![(Field::Scopes, session.entry(Field::Scopes).clone())];
    let effect = session.enter(Field::Scopes, Secret::new(joined(scopes.iter().map(String::as_str))));
    session.fixes.push(before.into());
    effect
}

fn go_to_guide(desk: &mut Desk) -> Effect {
    let Some(guide) = discovery::guide(desk) else { return Effect::Unchanged };
    let (text, now) = (desk.session().entry(Field::Discovery).clone(), desk.now);
    go(desk, guide.route);
    fill(desk, Field::Discovery, PastedKind::Discovery, &text, now);
    desk.session_mut().set_fold(Step::Credentials, true).and(Effect::Changed)
}

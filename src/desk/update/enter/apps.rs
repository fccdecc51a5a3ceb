//! Each app has a Client ID, a secret and tokens of its own: what is entered for one is put by while a way to connect is
//! shown that needs another app type.

use std::rc::Rc;

use strum::VariantArray;

use super::fixes;
use crate::catalog::GrantType;
use crate::desk::effect::Effect;
use crate::desk::guide::apps::{app_of, other_app, put_by_name};
use crate::desk::{Desk, Field, Installation, Session};

pub(super) fn settle(desk: &mut Desk) {
    let (Some(app), Some(product)) = (app_of(desk), desk.route.product()) else { return };
    let is_pair = desk.variant().is_some_and(|variant| variant.redundant_pair);
    let installations = Installation::VARIANTS.iter().take(if is_pair { Installation::VARIANTS.len() } else { 1 });
    let names: Vec<String> = installations.map(|one| one.session_name(product).into_owned()).collect();
    for name in names {
        settle_session(desk, &name, app);
    }
}

fn settle_session(desk: &mut Desk, name: &str, app: GrantType) {
    let is_begun = desk.sessions.contains_key(&put_by_name(name, app));
    let Some(session) = desk.sessions.get_mut(name).filter(|session| session.app != Some(app)) else { return };
    match session.app.filter(|_| !session.is_empty() || is_begun) {
        Some(of) => change(desk, name, of, app),
        None => Rc::make_mut(session).app = Some(app),
    }
}

fn change(desk: &mut Desk, name: &str, of: GrantType, app: GrantType) {
    let old = desk.sessions.remove(name).unwrap_or_default();
    let mut new = desk.sessions.remove(&put_by_name(name, app)).unwrap_or_default();
    let session: &mut Session = Rc::make_mut(&mut new);
    session.app = Some(app);
    session.share(&old);
    desk.sessions.insert(&put_by_name(name, of), old);
    desk.sessions.insert(name, new);
}

/// The credentials that were entered for the other app turn out to be those of this one.
pub(super) fn take_over(desk: &mut Desk) -> Effect {
    let Some(other) = other_app(desk) else { return Effect::Unchanged };
    let fields = [Field::ClientId, Field::ClientSecret].into_iter().filter(|field| !other.entry(*field).is_empty());
    let changes = fields.map(|field| (field, other.entry(field).clone())).collect();
    fixes::enter(desk.session_mut(), changes)
}

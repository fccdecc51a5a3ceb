//! Each app has a Client ID, a secret and tokens of its own: what is entered for one is put by while a way to connect is
//! shown that needs another app type.

use std::rc::Rc;

use super::fixes;
use crate::catalog::GrantType;
use crate::desk::effect::Effect;
use crate::desk::guide::apps::{app_of, other_app, put_by_name};
use crate::desk::{Desk, Field, Session};

pub(super) fn settle(desk: &mut Desk) {
    let Some(app) = app_of(desk) else { return };
    let name = desk.session_name().into_owned();
    let Some(session) = desk.sessions.get(&name) else { return };
    let of = session.app;
    if of == Some(app) {
        return;
    }
    let other = of.filter(|_| !session.is_empty() || desk.sessions.contains_key(&put_by_name(&name, app)));
    match other {
        Some(of) => change(desk, &name, of, app),
        None => desk.session_mut().app = Some(app),
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

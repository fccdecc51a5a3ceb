//! The app types that the ways to connect a product need.

use strum::VariantArray;

use crate::catalog::GrantType;
use crate::desk::{Desk, Field, Session};
use crate::texts::Text;

/// Which app type the way to connect that is shown needs. A general app is one, whoever manages it.
pub(in crate::desk) fn app_of(desk: &Desk) -> Option<GrantType> {
    desk.route.product()?;
    let app = &desk.variant()?.app;
    desk.provider()?.apps.get(app)?.grant
}

/// Who signs in to authorize the app, and what happens then.
#[must_use]
pub fn authorize_text(desk: &Desk) -> Text {
    let kind = || desk.provider()?.apps.get(&desk.variant()?.app);
    if kind().is_some_and(|kind| kind.by_admin) { Text::AuthorizeAsAdmin } else { Text::AuthorizeText }
}

/// The name under which is kept what is entered for another app. No product's name has a slash.
pub(in crate::desk) fn put_by_name(name: &str, app: GrantType) -> String {
    let app: &'static str = app.into();
    format!("{name}/{app}")
}

/// What is entered for the other app, if anything is.
pub(in crate::desk) fn other_app(desk: &Desk) -> Option<&Session> {
    let (app, name) = (app_of(desk)?, desk.session_name());
    let others = GrantType::VARIANTS.iter().filter(|other| **other != app);
    { others }.find_map(|other| desk.sessions.get(&put_by_name(&name, *other))).map(|session| &**session)
}

/// Whether something is entered for the other app, and its credentials are and this one's are not.
#[must_use]
pub fn put_by(desk: &Desk) -> Option<bool> {
    let is_there = |session: &Session| !session.entry(Field::ClientId).is_empty();
    other_app(desk).map(|other| is_there(other) && !is_there(desk.session()))
}

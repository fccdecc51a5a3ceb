//! A pasted authorization URL.

use std::rc::Rc;

use super::Listed;
use crate::desk::parts::endpoints;
use crate::desk::{Desk, Field, PlainField};
use crate::oauth::Secret;
use crate::reading::{AuthorizeHabits, AuthorizeReading, Finding, read_authorize_url, visible};
use crate::texts::Text;

pub(super) const LISTED: Listed =
    Listed { title: Text::ToolReadAuthorizeUrl, lead: Text::ToolReadAuthorizeUrlLead, reads: true };

/// None besides [`Field::AuthorizeUrl`], which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// How many parameters are shown at most: no authorization URL has more, and thousands of rows would freeze the page.
const SHOWN_PARAMETERS: usize = 50;

/// How many characters of a value are shown at most.
const SHOWN_LENGTH: usize = 2000;

/// What a pasted authorization URL contains.
#[derive(Clone, Debug)]
pub struct AuthorizeReadingView {
    /// Places are in [`Field::AuthorizeUrl`].
    pub findings: Vec<Finding>,
    /// The URL without its query; absent where there are no parameters.
    pub base: Option<ShownValue>,
    /// The parameters in the order of the text, with their names.
    pub parameters: Vec<(String, ShownValue)>,
    /// How many parameters are not shown.
    pub left_out: usize,
}

/// A value for the table.
#[derive(Clone, Debug)]
pub struct ShownValue {
    /// The value, decoded once. If it is not masked, unusual characters are written out, and a long one is cut.
    pub text: Secret,
    /// Whether it is masked until it is shown.
    pub is_masked: bool,
}

/// What the pasted authorization URL contains; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<AuthorizeReadingView> {
    let reading = reading(desk)?;
    let all = reading.parameters.len();
    // EXPOSE: it is searched for the character that ends a user name and a password (RFC 3986 §3.2.1).
    let has_user = reading.base.expose().contains('@');
    let parameters = reading.parameters.iter().take(SHOWN_PARAMETERS);
    let parameters = parameters.map(|one| {
        let name = visible(&one.name.chars().take(SHOWN_LENGTH).collect::<String>(), false);
        (name, ShownValue::new(&one.value, one.is_secret()))
    });
    Some(AuthorizeReadingView {
        findings: reading.findings.clone(),
        base: (all > 0 && !reading.base.is_empty()).then(|| ShownValue::new(&reading.base, has_user)),
        parameters: parameters.collect(),
        left_out: all.saturating_sub(SHOWN_PARAMETERS),
    })
}

/// What was read from the pasted URL; `None` while the field is empty.
pub(in crate::desk) fn reading(desk: &Desk) -> Option<Rc<AuthorizeReading>> {
    let session = desk.session();
    let pasted = session.entry(Field::AuthorizeUrl);
    // EXPOSE: the reader works on the pasted text itself; what it returns contains the values as secrets.
    let read = || with_habits(desk, |habits| read_authorize_url(pasted.expose(), habits));
    let entered = [Field::AuthorizeEndpoint, Field::ClientId, Field::RedirectUrl].map(|field| session.revision(field));
    let key = (desk.provider_id(), entered);
    (!pasted.is_empty()).then(|| session.readings.of(Field::AuthorizeUrl, key, read))
}

/// What is known of the authorization endpoint used here, and what was entered in this view.
pub(in crate::desk) fn with_habits<T>(desk: &Desk, read: impl FnOnce(&AuthorizeHabits<'_>) -> T) -> T {
    let endpoint = endpoints::authorize(desk).ok();
    let provider = desk.provider();
    let api_hosts = names(provider.map(|provider| &provider.api_hosts));
    let government_hosts = names(provider.map(|provider| &provider.government_hosts));
    let more_parameters = names(provider.map(|provider| &provider.more_parameters));
    let own_pages = names(provider.map(|provider| &provider.own_pages));
    read(&AuthorizeHabits {
        endpoint: endpoint.as_ref(),
        // For an unknown provider, the URL is not checked against anything.
        wants_scope: provider.is_none_or(|provider| provider.scope_in_authorize_url),
        needs_redirect: provider.is_some_and(|provider| provider.needs_redirect),
        disputes_localhost: provider.is_some_and(|provider| provider.disputes_localhost),
        takes_loopback_with_pkce: provider.is_some_and(|provider| provider.takes_loopback_with_pkce),
        api_hosts: &api_hosts,
        vanity_suffix: provider.and_then(|provider| provider.vanity_suffix.as_deref()).unwrap_or_default(),
        government_hosts: &government_hosts,
        more_parameters: &more_parameters,
        own_pages: &own_pages,
        client_id: desk.session().plain(PlainField::ClientId),
        redirect_url: desk.session().plain(PlainField::RedirectUrl),
    })
}

impl ShownValue {
    fn new(value: &Secret, is_masked: bool) -> ShownValue {
        if is_masked {
            return ShownValue { text: value.clone(), is_masked };
        }
        // EXPOSE: a value that is no secret, for the table below the field it was pasted into.
        let text = value.expose();
        let mut shown: String = text.chars().take(SHOWN_LENGTH).collect();
        let is_cut = shown.len() < text.len();
        shown = visible(&shown, false);
        if is_cut {
            shown.push('…');
        }
        ShownValue { text: Secret::new(shown), is_masked }
    }
}

fn names(all: Option<&Vec<String>>) -> Vec<&str> {
    all.map(|all| all.iter().map(String::as_str).collect()).unwrap_or_default()
}

//! What a pasted discovery document says, and what it would change in this view.

use std::rc::Rc;

use super::{NameList, client_authentication};
use crate::catalog::{ClientAuthentication, Variant};
use crate::desk::{Desk, Field, PlainField, RequestKind, Route, Tool};
use crate::oauth::{Endpoint, Secret, scope_list};
use crate::reading::{
    Finding, MetadataContext, MetadataEndpoint, MetadataReading, NamedList, RequestGrant, ServerMetadata, read_metadata,
};
use crate::texts::Text;

/// What a document says.
#[derive(Clone, Debug)]
pub struct DiscoveryView {
    /// Places are in [`Field::Discovery`].
    pub findings: Vec<Finding>,
    /// The issuer as it is written.
    pub issuer: Option<Secret>,
    /// What the document says about the fields and choices of this view.
    pub rows: Vec<DiscoveryRow>,
    /// Whether any of these would be changed.
    pub has_changes: bool,
    /// The grant types that it names.
    pub grants: Option<NameList>,
    /// Whether it leaves the list of grant types out.
    pub assumes_grants: bool,
    /// The scopes that it names, each with whether it is entered; at most [`NameList::MOST`].
    pub scopes: Vec<(String, bool)>,
    /// How many more scopes it names.
    pub more_scopes: usize,
}

/// A field or a choice, and what the document says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscoveryRow {
    /// Its label.
    pub label: String,
    /// What is entered or chosen now; empty for an empty field.
    pub now: String,
    /// What the document says; empty if it says nothing about it.
    pub then: String,
    /// All that it names, where the page has to choose.
    pub named: Vec<String>,
    /// What entering the values does to it.
    pub change: DiscoveryChange,
}

/// What entering the values of a document does to a field or a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiscoveryChange {
    /// It is as the document says.
    Same,
    /// It is empty, and is filled.
    New,
    /// It becomes a different one.
    Replaced,
    /// The document says nothing about it, and it stays.
    Kept,
}

/// The guide for a server of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnServerGuide {
    /// Where it is.
    pub route: Route,
    /// What the product is called.
    pub name: String,
}

/// What is changed when the values are entered.
pub(in crate::desk) struct Values {
    pub(in crate::desk) fields: Vec<(Field, Secret)>,
    pub(in crate::desk) authentication: Option<ClientAuthentication>,
    pub(in crate::desk) pkce: Option<bool>,
}

/// What the pasted document says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<DiscoveryView> {
    let reading = reading(desk)?;
    let findings = reading.findings.clone();
    let Some(metadata) = &reading.metadata else {
        return Some(DiscoveryView {
            findings,
            issuer: None,
            rows: Vec::new(),
            has_changes: false,
            grants: None,
            assumes_grants: false,
            scopes: Vec::new(),
            more_scopes: 0,
        });
    };
    let rows = rows(desk, metadata);
    let names: Vec<&str> = metadata.grants.names().iter().map(String::as_str).collect();
    let entered = scope_list(desk.session().plain(PlainField::Scopes));
    let scopes = if asks_scopes(desk) { metadata.scopes.names() } else { &[] };
    Some(DiscoveryView {
        findings,
        issuer: metadata.issuer.as_deref().map(Secret::new),
        has_changes: rows.iter().any(|row| matches!(row.change, DiscoveryChange::New | DiscoveryChange::Replaced)),
        rows,
        grants: NameList::unless_empty(&names),
        assumes_grants: metadata.grants == NamedList::LeftOut,
        scopes: scopes.iter().take(NameList::MOST).map(|name| (name.clone(), entered.contains(name))).collect(),
        more_scopes: scopes.len().saturating_sub(NameList::MOST),
    })
}

/// Whether the last thing that was changed are the values of a document, so that one click restores what was there.
#[must_use]
pub fn can_undo(desk: &Desk) -> bool {
    desk.session().fixes.last().is_some_and(|before| before.choices.is_some())
}

/// The guide for a server that is not in the catalog, where the list of products names one.
#[must_use]
pub fn guide(desk: &Desk) -> Option<OwnServerGuide> {
    let index = desk.index.as_ref()?;
    let id = index.own_server.as_ref()?;
    let name = index.card(id)?.name_in(desk.texts.language().code()).to_owned();
    Some(OwnServerGuide { route: Route::Product { id: id.to_string(), variant: None }, name })
}

/// What entering the values changes; `None` where there is no document.
pub(in crate::desk) fn values(desk: &Desk) -> Option<Values> {
    let reading = reading(desk)?;
    let metadata = reading.metadata.as_ref()?;
    let session = desk.session();
    let fields = endpoints(desk).filter_map(|(which, field)| {
        let endpoint = metadata.endpoint(which)?;
        (session.plain(field) != endpoint.as_str()).then(|| (field.into(), Secret::new(endpoint.as_str())))
    });
    let now = client_authentication::of_request(desk, desk.request_kind());
    Some(Values {
        fields: fields.collect(),
        authentication: authentication(desk, metadata).filter(|way| *way != now),
        pkce: pkce(metadata).filter(|pkce| *pkce != session.pkce),
    })
}

fn reading(desk: &Desk) -> Option<Rc<MetadataReading>> {
    let session = desk.session();
    let pasted = session.entry(Field::Discovery);
    if pasted.is_empty() {
        return None;
    }
    let (grant, endpoints) = wanted(desk);
    let key = (grant, endpoints, session.revision(Field::Scopes));
    let read = || {
        let context = MetadataContext { grant, endpoints, address: None, scopes: session.plain(PlainField::Scopes) };
        // EXPOSE: the reader works on the pasted text itself; what it returns is what a server publishes.
        read_metadata(pasted.expose(), &context)
    };
    Some(session.readings.of(Field::Discovery, key, read))
}

/// The grant type and the endpoints that this view needs; nothing where it needs none in particular.
fn wanted(desk: &Desk) -> (Option<RequestGrant>, Option<&'static [MetadataEndpoint]>) {
    use MetadataEndpoint::{Authorization, DeviceAuthorization, Revocation, Token};
    let kind = desk.request_kind();
    let endpoints: &[MetadataEndpoint] = match (&desk.route, kind) {
        (Route::Product { .. }, _) if desk.variant().is_some_and(Variant::brings_code) => &[Authorization, Token],
        (Route::Product { .. }, _) => &[Token],
        (Route::Tool(Tool::AuthorizeUrl), _) => {
            return (Some(RequestGrant::AuthorizationCode), Some(&[Authorization]));
        }
        (Route::Tool(Tool::TokenRequest), RequestKind::DeviceCode) => &[DeviceAuthorization, Token],
        (Route::Tool(Tool::TokenRequest), RequestKind::Revocation) => &[Revocation],
        (Route::Tool(Tool::TokenRequest), RequestKind::FirstCall) => &[],
        (Route::Tool(Tool::TokenRequest), _) => &[Token],
        _ => return (None, None),
    };
    (kind.grant(), Some(endpoints))
}

/// The endpoints that can be entered in this view: a guide asks for two of them.
fn endpoints(desk: &Desk) -> impl Iterator<Item = (MetadataEndpoint, PlainField)> {
    let count = if desk.route.product().is_some() { 2 } else { 4 };
    let all = [
        (MetadataEndpoint::Authorization, PlainField::AuthorizeEndpoint),
        (MetadataEndpoint::Token, PlainField::TokenEndpoint),
        (MetadataEndpoint::DeviceAuthorization, PlainField::DeviceEndpoint),
        (MetadataEndpoint::Revocation, PlainField::RevocationEndpoint),
    ];
    all.into_iter().take(count)
}

/// Whether scopes can be entered here.
fn asks_scopes(desk: &Desk) -> bool {
    desk.route.product().is_none() || desk.provider().is_some_and(|provider| provider.scope_in_authorize_url)
}

fn rows(desk: &Desk, metadata: &ServerMetadata) -> Vec<DiscoveryRow> {
    let fields = endpoints(desk).filter_map(|(which, field)| {
        let now = desk.session().plain(field);
        endpoint_row(desk.label(field.into()), now, metadata.endpoint(which))
    });
    let mut rows: Vec<DiscoveryRow> = fields.collect();
    if let Some(way) = authentication(desk, metadata) {
        let title = |way| desk.texts.say(client_authentication::title(way)).to_owned();
        let now = client_authentication::of_request(desk, desk.request_kind());
        rows.push(DiscoveryRow {
            label: desk.texts.say(Text::AuthenticationLabel).to_owned(),
            now: title(now),
            then: title(way),
            named: metadata.authentication.names().to_vec(),
            change: if now == way { DiscoveryChange::Same } else { DiscoveryChange::Replaced },
        });
    }
    if let Some(pkce) = pkce(metadata) {
        let title = |pkce| desk.texts.say(if pkce { Text::PkceOn } else { Text::PkceOff }).to_owned();
        let now = desk.session().pkce;
        rows.push(DiscoveryRow {
            label: desk.texts.say(Text::Pkce).to_owned(),
            now: title(now),
            then: title(pkce),
            named: metadata.challenges.names().to_vec(),
            change: if now == pkce { DiscoveryChange::Same } else { DiscoveryChange::Replaced },
        });
    }
    rows
}

/// Nothing where neither the field nor the document has one.
fn endpoint_row(label: String, now: &str, named: Option<&Endpoint>) -> Option<DiscoveryRow> {
    let then = named.map_or("", Endpoint::as_str);
    let change = match (now.is_empty(), then.is_empty()) {
        (true, true) => return None,
        (true, false) => DiscoveryChange::New,
        (false, true) => DiscoveryChange::Kept,
        (false, false) if now == then => DiscoveryChange::Same,
        (false, false) => DiscoveryChange::Replaced,
    };
    Some(DiscoveryRow { label, now: now.to_owned(), then: then.to_owned(), named: Vec::new(), change })
}

/// How the client authenticates at that server; nothing where that is not to be chosen or the page has no way that the
/// server accepts.
fn authentication(desk: &Desk, metadata: &ServerMetadata) -> Option<ClientAuthentication> {
    let token = metadata.endpoint(MetadataEndpoint::Token)?;
    client_authentication::accepted(desk, token, &metadata.authentication_methods())
}

/// Whether a code is to be requested with PKCE; nothing where the document does not say it.
fn pkce(metadata: &ServerMetadata) -> Option<bool> {
    metadata.endpoint(MetadataEndpoint::Authorization)?;
    matches!(metadata.challenges, NamedList::Names(_)).then(|| metadata.challenges.has("S256"))
}

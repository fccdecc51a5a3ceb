//! A discovery document: the metadata that an authorization server publishes about itself (RFC 8414, OpenID Connect
//! Discovery 1.0). It is read from what was pasted; nothing is fetched.

mod address;
mod findings;
mod found;
mod issuer;
mod listing;
mod names;
mod places;
mod values;

pub(super) use address::well_known_in;
pub(super) use found::{first_document, may_have_document};
pub use names::MetadataEndpoint;
pub(super) use names::{is_metadata, is_of_resource};

use strum::EnumCount;

use self::found::Found;
use super::frame::Unframed;
use super::{Finding, RequestGrant, TEXT_LIMIT};
use crate::oauth::Endpoint;

/// What is known besides the document. The default knows nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetadataContext<'c> {
    /// The grant type that a token is to be requested with.
    pub grant: Option<RequestGrant>,
    /// The endpoints that are needed; `None`: the token endpoint, and the authorization endpoint where the document
    /// names a grant type that uses it.
    pub endpoints: Option<&'c [MetadataEndpoint]>,
    /// The URL that the document was read from, where the text itself has none.
    pub address: Option<&'c str>,
    /// The scopes that were entered.
    pub scopes: &'c str,
}

/// What was pasted as a discovery document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetadataReading {
    /// What the document says; `None` where the text contains none.
    pub metadata: Option<ServerMetadata>,
    /// The first one says what the text is. Empty for an empty text. Places are in the pasted text.
    pub findings: Vec<Finding>,
}

/// What a document says, as far as this page uses it. Whatever a server publishes is public, and is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerMetadata {
    /// The issuer as it is written, whatever is wrong with it.
    pub issuer: Option<String>,
    /// In the order of the variants of [`MetadataEndpoint`]; only those that a request can be sent to.
    endpoints: [Option<Endpoint>; MetadataEndpoint::COUNT],
    /// The endpoints that are named, of which nothing can be used.
    unusable: [bool; MetadataEndpoint::COUNT],
    /// `grant_types_supported`.
    pub grants: NamedList,
    /// `token_endpoint_auth_methods_supported`.
    pub authentication: NamedList,
    /// `code_challenge_methods_supported`.
    pub challenges: NamedList,
    /// `scopes_supported`.
    pub scopes: NamedList,
    /// `require_pushed_authorization_requests` is true (RFC 9126 §5).
    pub pushed_only: bool,
}

/// A list of names in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NamedList {
    /// The document leaves it out, or has an empty one.
    #[default]
    LeftOut,
    /// It is no list, or a program has shortened it.
    Unreadable,
    /// Its names, each once.
    Names(Vec<String>),
}

impl NamedList {
    /// The names; none where there is no list.
    #[must_use]
    pub fn names(&self) -> &[String] {
        match self {
            NamedList::Names(names) => names,
            NamedList::LeftOut | NamedList::Unreadable => &[],
        }
    }

    /// Whether it has a name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names().iter().any(|known| known == name)
    }
}

impl ServerMetadata {
    /// An endpoint that requests can be sent to.
    #[must_use]
    pub fn endpoint(&self, which: MetadataEndpoint) -> Option<&Endpoint> {
        self.endpoints.get(which as usize)?.as_ref()
    }

    /// Whether the document names that endpoint, and no request can be sent to what it names.
    #[must_use]
    pub fn is_unusable(&self, which: MetadataEndpoint) -> bool {
        self.unusable.get(which as usize).copied().unwrap_or_default()
    }

    /// The methods of client authentication: without a list, `client_secret_basic` alone (RFC 8414 §2).
    #[must_use]
    pub fn authentication_methods(&self) -> Vec<&str> {
        match &self.authentication {
            NamedList::LeftOut => vec!["client_secret_basic"],
            list => list.names().iter().map(String::as_str).collect(),
        }
    }
}

/// Reads a discovery document from what was pasted: the JSON alone, with a command or a browser's words around it, quoted
/// once more, wrapped by a narrow window, or as a program prints it.
///
/// Deviations from RFC 8414 §2, each with a finding: a list may be a text, an empty list counts as left out, of a
/// repeated name the last one counts, and `http` is accepted on this computer. Runs in linear time.
///
/// ```
/// use authdesk::reading::{Finding, FindingKind, MetadataContext, MetadataEndpoint, read_metadata};
///
/// // RFC 8414 §3.2, shortened.
/// let text = r#"{"issuer": "https://server.example.com",
///     "authorization_endpoint": "https://server.example.com/authorize",
///     "token_endpoint": "https://server.example.com/token",
///     "code_challenge_methods_supported": ["S256"]}"#;
/// let read = read_metadata(text, &MetadataContext::default());
/// assert_eq!(read.findings, [Finding::whole(FindingKind::MetadataRead)]);
/// let metadata = read.metadata.unwrap();
/// assert_eq!(metadata.endpoint(MetadataEndpoint::Token).unwrap().as_str(), "https://server.example.com/token");
/// assert_eq!(metadata.authentication_methods(), ["client_secret_basic"]);
/// ```
#[must_use]
pub fn read_metadata(text: &str, context: &MetadataContext<'_>) -> MetadataReading {
    if text.len() > TEXT_LIMIT {
        return MetadataReading::default();
    }
    let Some(unframed) = Unframed::new(text) else { return read(text, context) };
    let mut reading = read(&unframed.text, context);
    for finding in &mut reading.findings {
        finding.span = finding.span.map(|span| unframed.span(span));
        // What a fix inserts would have no frame.
        finding.fix = finding.fix.take().filter(|_| unframed.is_in_place());
    }
    reading
}

fn read(text: &str, context: &MetadataContext<'_>) -> MetadataReading {
    let (located, form, is_listing) = match found::find(text) {
        None => return MetadataReading::default(),
        Some(Found::Other(finding)) => return MetadataReading { metadata: None, findings: vec![finding] },
        Some(Found::Document { located, form, is_listing }) => (located, form, is_listing),
    };
    let address = well_known_in(text).or(context.address);
    let (metadata, mut findings) = values::read(&located, is_listing);
    findings.extend(issuer::findings(&located, &metadata, address));
    findings.extend(findings::of_use(&located, &metadata, context));
    findings.truncate(super::MOST_FINDINGS);
    let first = Finding::whole(super::FindingKind::MetadataRead);
    MetadataReading { metadata: Some(metadata), findings: [first].into_iter().chain(form).chain(findings).collect() }
}

/// Whether a text without JSON is a document that a program printed.
pub(super) fn is_listing(text: &str) -> bool {
    listing::members(text).is_some()
}

//! What is certainly wrong with settings.

use core::ops::Range;

use super::clients::clients;
use super::misnamed::misnamed;
use super::notation::{Entry, Written, is_of_environment};
use super::{Chars, SettingHabits, SettingRole};
use crate::reading::request::host_of;
use crate::reading::server::is_of_own_network;
use crate::reading::value::{
    ValueRole, ValueShape, is_masked, is_placeholder, is_secret_hash, is_unset, value_findings,
};
use crate::reading::{Detail, Edit, Finding, FindingKind, Fix};

/// A finding with its place and its fix in bytes.
pub(super) struct Found {
    kind: FindingKind,
    place: Range<usize>,
    detail: Option<Detail>,
    edits: Vec<(Range<usize>, String)>,
}

impl Found {
    fn at(kind: FindingKind, place: Range<usize>) -> Found {
        Found { kind, place, detail: None, edits: Vec::new() }
    }

    fn naming(self, name: &'static str) -> Found {
        Found { detail: Some(Detail::Name(name)), ..self }
    }

    fn removing(mut self, place: Range<usize>) -> Found {
        self.edits.push((place, String::new()));
        self
    }

    pub(super) fn in_characters(self, chars: &mut Chars<'_>) -> Finding {
        let span = chars.span(self.place);
        let edits: Vec<Edit> = self
            .edits
            .into_iter()
            .map(|(place, text)| {
                let span = chars.span(place);
                Edit::new(span.start..span.start + span.length, text)
            })
            .collect();
        let fix = (!edits.is_empty()).then(|| Fix::new(edits));
        Finding { span: Some(span), detail: self.detail, fix, ..Finding::whole(self.kind) }
    }
}

/// The findings about settings that stand together, each kind once.
pub(super) fn judged(text: &str, group: &[Entry<'_>], is_only: bool, habits: &SettingHabits<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for client in clients(text, group, is_only) {
        for entry in client.entries {
            let value = text.get(entry.place.clone()).unwrap_or_default();
            notation(entry, value, &mut found);
            if entry.value != Written::Literal {
                continue;
            }
            match entry.role {
                SettingRole::ClientId | SettingRole::ClientSecret => credential(entry, value, group, text, &mut found),
                SettingRole::Redirect => redirect(entry, value, &mut found, || wants_https(text, group, habits)),
                SettingRole::Issuer if client.is_called(text, habits.metadata_as_issuer) => {}
                SettingRole::Issuer => issuer(entry, value, &mut found),
                SettingRole::Authorize | SettingRole::Token | SettingRole::PublicKey | SettingRole::Scopes => {}
            }
        }
    }
    endpoints(text, group, &mut found);
    found
        .extend(misnamed(text, group).map(|(place, name)| Found::at(FindingKind::SettingMisnamed, place).naming(name)));
    pairs(text, group, &mut found);
    let mut kinds = Vec::new();
    found.retain(|one| {
        let is_new = !kinds.contains(&one.kind);
        kinds.push(one.kind);
        is_new
    });
    found
}

/// Quotes and spaces that the notation makes a part of the value, or of nothing at all.
fn notation(entry: &Entry<'_>, value: &str, found: &mut Vec<Found>) {
    let place = &entry.place;
    if entry.keeps_quotes {
        let one = Found::at(FindingKind::QuotesAround, place.start - 1..place.start);
        found.push(one.removing(place.start - 1..place.start).removing(place.end..place.end + 1));
    }
    if entry.keeps_spaces && matches!(entry.role, SettingRole::ClientId | SettingRole::ClientSecret) {
        let end = place.start + value.trim_end().len();
        found.push(Found::at(FindingKind::BlanksAround, end..place.end).removing(end..place.end));
    }
    if let Some(spaces) = &entry.spaces {
        let mut one = Found::at(FindingKind::SpaceAtEquals, spaces.clone());
        one.edits.push((spaces.clone(), "=".to_owned()));
        found.push(one);
    }
}

/// The findings about a value that are certain whatever the server is.
const CERTAIN: [FindingKind; 9] = [
    FindingKind::BlanksAround,
    FindingKind::BlankInside,
    FindingKind::ByteOrderMark,
    FindingKind::BytesAsText,
    FindingKind::InvisibleCharacter,
    FindingKind::LabelIncluded,
    FindingKind::NoBreakSpace,
    FindingKind::QuotesAround,
    FindingKind::TypographicQuotes,
];

fn credential(entry: &Entry<'_>, value: &str, group: &[Entry<'_>], text: &str, found: &mut Vec<Found>) {
    let (start, is_secret) = (entry.place.start, entry.role == SettingRole::ClientSecret);
    let name = if is_secret { "client_secret" } else { "client_id" };
    if is_instruction(value) {
        return found.push(Found::at(FindingKind::PlaceholderWords, entry.place.clone()));
    }
    // In quotes, it is a text like any other.
    if is_of_environment(value) {
        return found.push(Found::at(FindingKind::VariableNameInQuotes, entry.place.clone()).naming(name));
    }
    if is_unset(value) {
        return found.push(Found::at(FindingKind::ValueNotSet, entry.place.clone()).naming(name));
    }
    // What is in round brackets tells where the value is: `(user secrets)`.
    if is_masked(value) || value.starts_with('(') && value.ends_with(')') {
        return;
    }
    if is_secret && is_secret_hash(value) {
        return found.push(Found::at(FindingKind::SecretHashed, entry.place.clone()));
    }
    if is_example(value) {
        // Who hides one value like this hides the others too.
        if value.starts_with(['<', '[', '{']) && hides_others(text, group) {
            return;
        }
        return found.push(Found::at(FindingKind::SettingPlaceholder, entry.place.clone()).naming(name));
    }
    if let Some(scheme) = ["Bearer ", "bearer "].into_iter().find(|scheme| value.starts_with(scheme)) {
        let place = start..start + scheme.len();
        return found.push(Found::at(FindingKind::LabelIncluded, place.clone()).naming("Bearer").removing(place));
    }
    if is_secret && is_public_key(value, group, text) {
        return found.push(Found::at(FindingKind::PublicKeyAsSecret, entry.place.clone()));
    }
    let role = if is_secret { ValueRole::Secret } else { ValueRole::Identifier };
    let bytes = |chars: usize| value.char_indices().nth(chars).map_or(value.len(), |(at, _)| at) + start;
    for finding in value_findings(value, &ValueShape::new(role)) {
        let is_address = is_secret && finding.kind == FindingKind::AddressInstead;
        let Some(span) = finding.span.filter(|_| is_address || CERTAIN.contains(&finding.kind)) else { continue };
        // A sentence about the value.
        if finding.kind == FindingKind::BlankInside && value.split_whitespace().count() > 2 {
            continue;
        }
        // What the notation keeps is told already.
        if entry.keeps_spaces && finding.kind == FindingKind::BlanksAround {
            continue;
        }
        let mut one = Found::at(finding.kind, bytes(span.start)..bytes(span.start + span.length));
        one.detail = finding.detail;
        // EXPOSE: what a fix inserts goes into the same text.
        let edits = finding.edits().iter();
        one.edits =
            edits.map(|edit| (bytes(edit.range.start)..bytes(edit.range.end), edit.text.expose().to_owned())).collect();
        found.push(one);
    }
}

/// Words that tell what to do, and that nobody writes to hide a value: `[Copy from console]`.
fn is_instruction(value: &str) -> bool {
    const VERBS: [&str; 10] = ["copy", "paste", "insert", "enter", "put", "fill", "replace", "add", "type", "change"];
    let inner = value.trim_matches(['[', ']', '<', '>', '{', '}', '(', ')', '*', ' ']);
    let mut words = inner.split([' ', '_', '-']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_ascii_lowercase();
    VERBS.contains(&first.as_str()) && words.next().is_some()
}

/// What an example has in the place of the value, or what somebody wrote to hide it.
fn is_example(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    let lower = value.to_ascii_lowercase();
    let plain: String = lower.chars().filter(char::is_ascii_alphanumeric).collect();
    is_placeholder(&chars)
        || ["changeme", "changeit", "replaceme", "todo", "tbd", "fixme"].contains(&plain.as_str())
        || lower.starts_with("your") && value.contains(['-', '_', ' '])
        || lower.starts_with("my-client")
        || lower.starts_with("my_client")
        || plain.ends_with("here") && value.contains(['-', '_', ' '])
}

/// Whether there are at least two names in angle brackets in and around the settings.
fn hides_others(text: &str, group: &[Entry<'_>]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let around = |at: usize| (0..4).find_map(|more| text.is_char_boundary(at + more).then_some(at + more));
    let from = around(first.start.saturating_sub(AROUND)).unwrap_or(first.start);
    let to = around((last.place.end + AROUND).min(text.len())).unwrap_or(text.len());
    let part = text.get(from..to).unwrap_or_default();
    let is_name = |rest: &str| {
        rest.split_once('>').is_some_and(|(name, _)| {
            !name.is_empty()
                && name.len() < LONGEST_NAME
                && name.chars().all(|ch| ch.is_alphanumeric() || " _-.".contains(ch))
        })
    };
    part.split('<').skip(1).filter(|rest| is_name(rest)).take(2).count() > 1
}

/// How far around settings their other values are, in bytes.
const AROUND: usize = 500;
/// In bytes.
const LONGEST_NAME: usize = 40;

/// A public key or a certificate, as PEM (RFC 7468 §5 and §13) or only its base64 text: an RSA key of 2048 bits and more
/// always begins so (RFC 5280 §4.1.2.7).
fn is_public_key(value: &str, group: &[Entry<'_>], text: &str) -> bool {
    let of_server =
        group.iter().filter(|entry| entry.role == SettingRole::PublicKey && entry.value == Written::Literal);
    value.starts_with("-----BEGIN PUBLIC KEY")
        || value.starts_with("-----BEGIN CERTIFICATE")
        || value.starts_with("MIIBIjANBgkqhkiG9w0B")
        || value.starts_with("MIICIjANBgkqhkiG9w0B")
        || of_server.into_iter().any(|entry| text.get(entry.place.clone()) == Some(value))
}

/// A URL that a client sends, and that a server compares with those that are registered (RFC 6749 §3.1.2).
fn redirect(entry: &Entry<'_>, value: &str, found: &mut Vec<Found>, wants_https: impl FnOnce() -> bool) {
    let start = entry.place.start;
    if !value.contains("://") {
        return;
    }
    if let Some(at) = value.find('#').filter(|at| !value.get(*at..).is_some_and(|rest| rest.starts_with("#{"))) {
        found.push(Found::at(FindingKind::FragmentInAddress, start + at..entry.place.end));
    }
    if let Some(at) = value.find('*') {
        found.push(Found::at(FindingKind::RedirectWildcard, start + at..start + at + 1));
    }
    let inner = value.trim();
    if let Some(at) = inner.find(char::is_whitespace) {
        found.push(Found::at(FindingKind::BlankInAddress, start + at..start + at + 1));
    }
    let is_plain = inner.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"));
    if is_plain && !is_of_own_network(host_of(inner)) && wants_https() {
        found.push(Found::at(FindingKind::RedirectNotHttps, start..start + 4));
    }
}

/// Whether the settings are for a server that takes no `http` but on the own computer.
fn wants_https(text: &str, group: &[Entry<'_>], habits: &SettingHabits<'_>) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let from = text.get(..first.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let part = text.get(from..last.place.end).filter(|part| part.len() < LONGEST_GROUP).unwrap_or_default();
    let part = part.to_ascii_lowercase();
    habits.https_redirects.iter().any(|word| part.contains(word))
}

/// Settings of one server are not longer, in bytes.
const LONGEST_GROUP: usize = 16_384;

/// The URL of the metadata, where a client adds its path itself (OpenID Connect Discovery 1.0 §4).
fn issuer(entry: &Entry<'_>, value: &str, found: &mut Vec<Found>) {
    if let Some(at) = value.find("/.well-known/") {
        let place = entry.place.start + at..entry.place.end;
        found.push(Found::at(FindingKind::DiscoveryAsIssuer, place.clone()).removing(place));
    }
}

/// The two endpoints in each other's place, or one in both.
fn endpoints(text: &str, group: &[Entry<'_>], found: &mut Vec<Found>) {
    let of =
        |role: SettingRole| group.iter().filter(move |entry| entry.role == role && entry.value == Written::Literal);
    let value = |entry: &Entry<'_>| text.get(entry.place.clone()).unwrap_or_default().trim();
    for (authorize, token) in of(SettingRole::Authorize).zip(of(SettingRole::Token)) {
        let (one, other) = (value(authorize), value(token));
        let is_authorize = |url: &str| ["authorize", "auth", "authorization"].contains(&last_segment(url).as_str());
        let is_token = |url: &str| ["token", "access_token", "accesstoken"].contains(&last_segment(url).as_str());
        if one == other && (is_authorize(one) || is_token(one)) {
            let wrong = if is_token(one) { authorize } else { token };
            found.push(Found::at(FindingKind::EndpointsEqual, wrong.place.clone()));
        } else if is_token(one) && is_authorize(other) {
            let mut swapped = Found::at(FindingKind::EndpointsSwapped, authorize.place.clone());
            swapped.edits = vec![(authorize.place.clone(), other.to_owned()), (token.place.clone(), one.to_owned())];
            found.push(swapped);
        }
    }
    for entry in of(SettingRole::Authorize).chain(of(SettingRole::Token)) {
        found.extend(misplaced(value(entry), &entry.place));
    }
}

/// The URL of an endpoint that is another one of the server.
pub(super) fn misplaced(url: &str, place: &Range<usize>) -> Option<Found> {
    other_use(url).map(|name| Found::at(FindingKind::EndpointOfOtherUse, place.clone()).naming(name))
}

/// What a URL is, if it certainly is something else than an authorization or a token endpoint, by its name in the
/// metadata (RFC 8414 §2; OpenID Connect Discovery 1.0 §3). The paths are those of AD FS, Microsoft Entra, Okta, Google
/// and Keycloak in their own metadata.
fn other_use(url: &str) -> Option<&'static str> {
    let lower = url.to_ascii_lowercase();
    let is_of_server = || ["/discovery/", "/oauth2/", "/openid-connect/"].iter().any(|part| lower.contains(part));
    match last_segment(url).as_str() {
        _ if !lower.contains("://") => None,
        "jwks" | "jwks.json" => Some("jwks_uri"),
        "keys" | "certs" if is_of_server() => Some("jwks_uri"),
        "userinfo" => Some("userinfo_endpoint"),
        "logout" | "endsession" | "end_session" => Some("end_session_endpoint"),
        "introspect" | "introspection" => Some("introspection_endpoint"),
        "revoke" | "revocation" => Some("revocation_endpoint"),
        "openid-configuration" => Some("openid-configuration"),
        "oauth-authorization-server" => Some("oauth-authorization-server"),
        _ => None,
    }
}

/// In lowercase.
fn last_segment(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase()
}

/// Client ID and secret beside each other.
fn pairs(text: &str, group: &[Entry<'_>], found: &mut Vec<Found>) {
    let mut id: Option<&Entry<'_>> = None;
    for entry in group {
        match (entry.role, id) {
            (SettingRole::ClientId, _) => id = Some(entry),
            (SettingRole::ClientSecret, Some(id)) => pair(text, id, entry, found),
            _ => {}
        }
    }
}

fn pair(text: &str, id: &Entry<'_>, secret: &Entry<'_>, found: &mut Vec<Found>) {
    let value = |entry: &Entry<'_>| text.get(entry.place.clone()).unwrap_or_default().trim();
    match (id.value, secret.value) {
        // Postman exports no current values (Postman, "Store and reuse values using variables").
        (Written::Literal, Written::Empty) if !text.contains("_postman_variable_scope") => {
            found.push(Found::at(FindingKind::SecretEmpty, secret.place.clone()));
        }
        (Written::Literal, Written::Literal) => {
            let is_real = !is_masked(value(id)) && !is_example(value(id)) && !is_instruction(value(id));
            if value(id) == value(secret) && is_real {
                found.push(Found::at(FindingKind::SameValueTwice, secret.place.clone()));
            }
        }
        _ => {}
    }
}

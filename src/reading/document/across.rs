//! What a text says outside of any request, and what several of its pieces say together.

use core::ops::Range;

use super::compared::not_listed;
use super::expiry::expiry_in_past;
use super::explained::{
    blank_behind_url, blank_behind_value, capitals_in_redirect, parameters_in_query, scope_left_out,
};
use super::listed::listed;
use super::named::{Name, Named, named_values};
use super::{
    DocumentPiece, PieceReading, crossed, discovery_url, jwt_times, nameless, names_read, pkce, proven, retired,
    scheme, signed_body,
};
use crate::oauth::Secret;
use crate::reading::answer::has_token_of_app;
use crate::reading::request::has_response;
use crate::reading::scope_list::{Joined, joined};
use crate::reading::server::takes_commas;
use crate::reading::shell_base64::encoding_commands;
use crate::reading::{Detail, Finding, FindingKind, PastedKind, RefusalText, RequestGrant, Span, Within, addresses_in};

/// In bytes: values are not looked for in a longer text.
const LONGEST: usize = 1 << 20;

/// A piece for each finding.
pub(super) fn pieces(text: &str, known: &[DocumentPiece]) -> Vec<DocumentPiece> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let values = named_values(text);
    let refusal = known.iter().rev().find_map(|piece| match &piece.reading {
        PieceReading::Refusal(refusal) | PieceReading::Prose(refusal) => Some(&**refusal),
        _ => None,
    });
    let taken = taken(text, known);
    let is_in_request = |byte: usize| taken.iter().any(|place| place.contains(&byte));
    let mut found: Vec<Found> = Vec::new();
    // With their places in characters.
    let mut whole: Vec<Finding> = Vec::new();
    let faults = pkce::faults(text, &values, |one| is_in_request(one.place.start));
    found.extend(faults.into_iter().map(|(kind, one)| {
        let is_pair = kind == FindingKind::VerifierDiffers;
        let challenge = values.iter().find(|value| is_pair && value.name == Name::Challenge);
        let other = challenge.map(|value| value.place.clone());
        Found { detail: is_pair.then_some(Detail::Name("S256")), other, ..Found::at(kind, &one.place) }
    }));
    if let Some(refusal) = refusal {
        found.extend(scope(text, &values, refusal));
        // A row of documentation names values too.
        if refusal.is_error {
            let listed = listed(text, &values, refusal.error.is_some());
            found.extend(listed.map(|one| Found { other: one.near, ..Found::at(one.kind, &one.place) }));
        }
        found.extend(redirect(&values, refusal));
        let is_request =
            |piece: &DocumentPiece| matches!(piece.reading, PieceReading::Request(_) | PieceReading::Authorize(_));
        // EXPOSE: only whether it has these words is computed.
        let around = refusal.around.as_ref().or(refusal.sentence.as_ref()).map(Secret::expose).unwrap_or_default();
        let is_around = || around.to_ascii_lowercase().contains("invalid redirect");
        if !known.iter().any(is_request) && (is_about_redirect(refusal) || is_around()) {
            whole.extend(not_listed(text, &values));
        }
        // What is in a request is compared with the authorization URL.
        if !known.iter().any(is_exchange) {
            found.extend(verifier_missing(text, refusal));
        }
        found.extend(code_as_token(text));
    }
    let error = known.iter().rev().find_map(|piece| match &piece.reading {
        PieceReading::Refusal(refusal) => Some(&**refusal),
        _ => None,
    });
    if let Some(refusal) = error {
        let looked_for = [
            parameters_in_query(text, refusal),
            blank_behind_value(text, refusal),
            capitals_in_redirect(text, refusal),
        ];
        // A query in a line of its own looks like a body, so where its URL begins counts.
        let start = |kind: FindingKind, place: &Range<usize>| match kind {
            FindingKind::ParametersInQuery => text.get(..place.start).and_then(|before| before.rfind("http")),
            _ => Some(place.start),
        };
        let is_new = |(kind, place): &(FindingKind, Range<usize>)| !start(*kind, place).is_some_and(is_in_request);
        found.extend(looked_for.into_iter().flatten().filter(is_new).map(|(kind, place)| Found::at(kind, &place)));
    }
    found.extend(blank_behind_url(text).map(|place| Found::at(FindingKind::BlanksAround, &place)));
    found.extend(expiry_in_past(text).map(|place| Found::at(FindingKind::ExpiryInPast, &place)));
    let differing = names_read::variable(text).or_else(|| names_read::member(text));
    found.extend(
        differing.map(|(read, set)| Found { other: Some(set), ..Found::at(FindingKind::NameReadDiffers, &read) }),
    );
    found.extend(names_read::odd_character(text).map(|place| Found::at(FindingKind::SettingNameOdd, &place)));
    found.extend(signed_body::rewritten(text).map(|place| Found::at(FindingKind::SignedBodyRewritten, &place)));
    found.extend(nameless::nameless(text).map(|(place, name)| Found {
        detail: Some(Detail::Name(name)),
        ..Found::at(FindingKind::ParameterMissing, &place)
    }));
    found.extend(crossed::crossed(text).map(|place| Found::at(FindingKind::TokensCrossed, &place)));
    found.extend(
        retired::verification_token(text).map(|place| Found::at(FindingKind::VerificationTokenRetired, &place)),
    );
    // Where the request goes to another URL, nobody reads its header.
    let is_elsewhere =
        known.iter().flat_map(|piece| &piece.findings).any(|one| one.kind == FindingKind::OtherTokenEndpoint);
    let glued = scheme::glued(text).filter(|_| !is_elsewhere);
    found.extend(glued.map(|place| Found::at(FindingKind::SchemeGlued, &place)));
    let endpoint = discovery_url::endpoint_as_discovery(text);
    found.extend(endpoint.map(|place| Found::at(FindingKind::EndpointAsDiscovery, &place)));
    if text.contains("Basic") || text.contains("uthorization") {
        let command = encoding_commands(text).find(|(place, _)| !is_in_request(place.start));
        found.extend(command.map(|(place, kind)| Found::at(kind, &place)));
    }
    let proofs = proven::proofs(text, error, is_in_request).into_iter();
    found.extend(proofs.map(|(kind, place, name)| Found { detail: name.map(Detail::Name), ..Found::at(kind, &place) }));
    let said = || known.iter().flat_map(|piece| &piece.findings);
    // Where no token of its own is accepted, its times do not matter.
    if !said().any(|finding| finding.kind == FindingKind::SelfSignedToken) && !has_token_of_app(text) {
        found.extend(jwt_times::faults(text).map(|(kind, place)| Found::at(kind, &place)));
    }
    let is_new = |one: &Found| !said().any(|other| other.kind == one.kind);
    let left_out = error.and_then(|refusal| scope_left_out(known, refusal));
    whole.extend(left_out.map(|span| Finding { span: Some(span), ..Finding::whole(FindingKind::ScopeLeftOut) }));
    let whole = whole.into_iter().filter_map(|finding| {
        let (span, reading) = (finding.span?, PieceReading::Named);
        Some(DocumentPiece { kind: PastedKind::Unknown, span, reading, findings: vec![finding] })
    });
    found.into_iter().filter(is_new).map(|one| one.piece(text)).chain(whole).collect()
}

/// The requests and authorization URLs, whose readers look at what is in them; in bytes.
fn taken(text: &str, known: &[DocumentPiece]) -> Vec<Range<usize>> {
    let is_read =
        |piece: &&DocumentPiece| matches!(piece.reading, PieceReading::Request(_) | PieceReading::Authorize(_));
    let spans = known.iter().filter(is_read).map(|piece| piece.span);
    let mut bounds: Vec<usize> = spans.clone().flat_map(|span| [span.start, span.start + span.length]).collect();
    bounds.sort_unstable();
    let mut bytes = text.char_indices().map(|(byte, _)| byte).enumerate().peekable();
    let mut at = |bound: usize| {
        while bytes.next_if(|(count, _)| *count < bound).is_some() {}
        bytes.peek().map_or(text.len(), |(_, byte)| *byte)
    };
    let places: Vec<(usize, usize)> = bounds.into_iter().map(|bound| (bound, at(bound))).collect();
    let byte = |bound: usize| places.iter().find(|(known, _)| *known == bound).map_or(text.len(), |(_, byte)| *byte);
    spans.map(|span| byte(span.start)..byte(span.start + span.length)).collect()
}

/// A finding with its place in bytes.
struct Found {
    kind: FindingKind,
    place: Range<usize>,
    detail: Option<Detail>,
    /// What it is compared with.
    other: Option<Range<usize>>,
}

impl Found {
    fn at(kind: FindingKind, place: &Range<usize>) -> Found {
        Found { kind, place: place.clone(), detail: None, other: None }
    }

    fn piece(self, text: &str) -> DocumentPiece {
        let count = |range: Range<usize>| text.get(range).unwrap_or_default().chars().count();
        let (start, length) = (count(0..self.place.start), count(self.place));
        let mut finding = Finding::over(self.kind, start, length).naming(self.detail);
        finding.other =
            self.other.map(|other| Span { within: Within::Pasted, start: count(0..other.start), length: count(other) });
        let span = Span { within: Within::Pasted, start, length };
        DocumentPiece { kind: PastedKind::Unknown, span, reading: PieceReading::Named, findings: vec![finding] }
    }
}

/// Whether an error has that code, or words.
pub(super) fn says(refusal: &RefusalText, words: &[&str]) -> bool {
    // EXPOSE: only whether it has these words is computed.
    let sentence = refusal.sentence.as_ref().map(Secret::expose).unwrap_or_default().to_ascii_lowercase();
    let error = refusal.error.as_deref().unwrap_or_default().to_ascii_lowercase();
    words.iter().any(|word| sentence.contains(word) || error.contains(word))
}

/// Whether the server says that the redirect URL is not the registered one.
pub(super) fn is_about_redirect(refusal: &RefusalText) -> bool {
    says(refusal, &["redirect"]) && says(refusal, &["match", "invalid", "not valid", "not registered"])
}

/// Scopes that are joined by a comma, where the server does not know the scope.
fn scope(text: &str, values: &[Named<'_>], refusal: &RefusalText) -> Option<Found> {
    let is_about = says(refusal, &["invalid_scope", "invalid scope"]);
    if !is_about || addresses_in(text).into_iter().any(takes_commas) {
        return None;
    }
    let is_joined =
        |one: &&Named<'_>| one.name == Name::Scope && matches!(joined(&one.value()), Joined::ByComma { .. });
    values.iter().find(is_joined).map(|one| Found::at(FindingKind::ScopesByComma, &one.place))
}

/// A redirect URL with the code of an earlier response, where the server says that it is not the registered one.
fn redirect(values: &[Named<'_>], refusal: &RefusalText) -> Option<Found> {
    let has_code = |one: &&Named<'_>| one.name == Name::Redirect && has_response(&one.value());
    values
        .iter()
        .find(has_code)
        .filter(|_| is_about_redirect(refusal))
        .map(|one| Found::at(FindingKind::RedirectHasCode, &one.place))
}

/// Whether a piece is the token request of a code.
fn is_exchange(piece: &DocumentPiece) -> bool {
    let PieceReading::Request(request) = &piece.reading else { return false };
    request.grant == Some(RequestGrant::AuthorizationCode)
}

/// A code challenge was sent, and the token request that the server rejected has no verifier (RFC 7636 §4.5).
fn verifier_missing(text: &str, refusal: &RefusalText) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let challenge = ["codechallenge", "code_challenge"].iter().find_map(|name| Some((lower.find(name)?, name.len())));
    let is_of_code = says(refusal, &["invalid_grant", "invalid_request"]);
    if !is_of_code || lower.contains("verifier") {
        return None;
    }
    let at = lower.match_indices("grant_type").find_map(|(at, name)| {
        let behind = lower.get(at + name.len()..)?;
        let value = behind.trim_start_matches(|ch: char| !ch.is_ascii_alphanumeric());
        let joint = behind.len() - value.len();
        let is_code = joint <= 8 && value.starts_with("authorization_code");
        is_code.then(|| at..at + name.len() + joint + "authorization_code".len())
    })?;
    let (from, length) = challenge?;
    Some(Found { other: Some(from..from + length), ..Found::at(FindingKind::VerifierLeftOut, &at) })
}

/// In bytes: the options of a client are looked for so far behind `new`.
const LONGEST_OPTIONS: usize = 400;

/// The authorization code as the token of an API client, `new Client({ token: code })`, in a text that has no access
/// token.
fn code_as_token(text: &str) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    if ["access_token", "accesstoken", "access token", "grant_type"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let is_said = says_code(&lower);
    lower.match_indices("new ").find_map(|(at, _)| {
        let end = (at + LONGEST_OPTIONS).min(text.len());
        let part = (end..text.len()).chain([text.len()]).find_map(|end| text.get(at..end))?;
        let (name, options) = part.get(4..)?.split_once('(')?;
        let is_class = name.starts_with(|ch: char| ch.is_ascii_uppercase()) && !name.contains(char::is_whitespace);
        let options = options.split(')').next().filter(|_| is_class)?;
        let start = at + 4 + name.len() + 1;
        TOKENS.iter().find_map(|option| {
            let from = options.find(option)?;
            let before = options.get(..from)?.chars().next_back();
            let behind = options.get(from + option.len()..)?;
            let value = behind.trim_start().strip_prefix([':', '='])?.trim_start();
            let length = value.find(|ch: char| !(ch.is_alphanumeric() || "_.$".contains(ch))).unwrap_or(value.len());
            let value = value.get(..length).filter(|value| !value.is_empty())?;
            let last = value.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().replace('_', "");
            let is_code = matches!(last.as_str(), "code" | "authcode" | "authorizationcode");
            let is_option = !before.is_some_and(|ch| ch.is_alphanumeric() || ch == '_');
            let place = start + from..start + options.len() - behind.len() + behind.find(value)? + value.len();
            let found = Found::at(FindingKind::NotAnAccessToken, &place);
            (is_option && (is_code || is_said)).then_some(Found { detail: Some(Detail::Name("code")), ..found })
        })
    })
}

/// What the option of a client is called that takes its token.
const TOKENS: [&str; 4] = ["token", "auth", "bearer", "oauth"];

/// Whether somebody tells that the code of the redirect is what is used.
fn says_code(lower: &str) -> bool {
    let words: String = lower.chars().filter(|ch| !matches!(ch, '*' | '`' | '"' | '_')).collect();
    let is_told =
        ["code parameter", "code in the query", "code from the callback", "code in the callback", "temporary code"];
    let is_used =
        ["use this code", "use the code", "using the code", "using this code", "pass the code", "pass this code"];
    is_told.iter().any(|part| words.contains(part)) && is_used.iter().any(|part| words.contains(part))
}

//! Findings about a request.

use super::draft::{Asks, Draft, Param, SyntaxIssue, host_and_path, scheme_is};
use super::piece::{ByteSpan, Fragment};
use super::{RequestGrant, RequestHabits};
use crate::reading::{Detail, FindingKind};

/// A finding with its place in bytes.
#[derive(PartialEq, Eq)]
pub(super) struct ByteFinding {
    pub kind: FindingKind,
    pub span: Option<ByteSpan>,
    pub detail: Option<Detail>,
}

impl ByteFinding {
    pub(super) fn whole(kind: FindingKind) -> ByteFinding {
        ByteFinding { kind, span: None, detail: None }
    }

    fn over(kind: FindingKind, span: ByteSpan) -> ByteFinding {
        ByteFinding { kind, span: Some(span), detail: None }
    }

    fn naming(self, name: &'static str) -> ByteFinding {
        ByteFinding { detail: Some(Detail::Name(name)), ..self }
    }

    pub(super) fn of_issue(issue: &SyntaxIssue) -> ByteFinding {
        match issue {
            SyntaxIssue::CutOff(span) => ByteFinding::over(FindingKind::CommandCutOff, *span),
            SyntaxIssue::LineBreak(span) => ByteFinding::over(FindingKind::LineNotJoined, *span),
            SyntaxIssue::OtherQuotes { open, .. } => ByteFinding::over(FindingKind::QuotesOfAnotherShell, *open),
            SyntaxIssue::Ampersand(span) => ByteFinding::over(FindingKind::AmpersandNotQuoted, *span),
            SyntaxIssue::OtherCurl(span) => ByteFinding::over(FindingKind::CurlOfPowershell, *span),
        }
    }
}

/// The parameters of a token request: RFC 6749 §2.3.1, §4.1.3, §4.4.2 and §6, RFC 7636 §4.5, RFC 8628 §3.4, and
/// `account_id`.
pub(super) const PARAMETERS: [&str; 11] = [
    "grant_type",
    "account_id",
    "code",
    "redirect_uri",
    "refresh_token",
    "client_id",
    "client_secret",
    "code_verifier",
    "device_code",
    "scope",
    "client_assertion",
];

/// The parameters that remain secret for longer than a code does.
const SECRETS: [&str; 4] = ["client_secret", "refresh_token", "password", "client_assertion"];

const IN_NO_ADDRESS: [&str; 2] = ["access_token", "client_secret"];

/// The maximum number of findings of one kind for a request.
const MOST_SAID: usize = 4;

/// The form's media type (RFC 6749 appendix B).
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// Adds the findings about one request.
pub(super) fn found_in(draft: &Draft, habits: &RequestHabits<'_>, found: &mut Vec<ByteFinding>) {
    let asks = draft.asks(habits);
    in_address(draft, &asks, found);
    if asks.is_for_token {
        endpoint(draft, habits, found);
        method(draft, found);
        places_of_parameters(draft, &asks, found);
        content_type(draft, &asks, found);
        parameters(draft, &asks, habits, found);
        if let Some(span) = asks.question_mark {
            found.push(ByteFinding::over(FindingKind::QuestionMarkInBody, span));
        }
        programmed(draft, found);
    }
    if draft.shell.is_some() {
        secrets(draft, &asks, found);
    }
    one_of_each(&draft.issues, found);
}

/// What a program does wrong: the first fault of each kind, the one that spoils most before the others.
fn programmed(draft: &Draft, found: &mut Vec<ByteFinding>) {
    let from = found.len();
    let mut faults: Vec<_> = draft.faults.iter().collect();
    faults.sort_by_key(|(kind, _)| match kind {
        FindingKind::GrantIsCode => 0,
        FindingKind::EncodedBefore => 2,
        _ => 1,
    });
    for (kind, span) in faults {
        if !found.iter().skip(from).any(|known| known.kind == *kind) {
            found.push(ByteFinding::over(*kind, *span));
        }
    }
}

/// The first syntax issue of each kind: the others are reported once it is fixed.
fn one_of_each(issues: &[SyntaxIssue], found: &mut Vec<ByteFinding>) {
    let from = found.len();
    for issue in issues {
        let next = ByteFinding::of_issue(issue);
        if !found.iter().skip(from).any(|known| known.kind == next.kind) {
            found.push(next);
        }
    }
}

fn in_address(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    if let Some((start, end)) = draft.user_name() {
        found.push(ByteFinding::over(FindingKind::UserInAddress, draft.url.part(start, end)));
    }
    if draft.body.in_query {
        return;
    }
    for field in asks.query.iter().filter(|field| IN_NO_ADDRESS.contains(&field.name.as_str())).take(MOST_SAID) {
        found.push(match field.name.as_str() {
            "access_token" => ByteFinding::over(FindingKind::TokenInQuery, field.span),
            _ => ByteFinding::over(FindingKind::SecretInAddress, field.span).naming("client_secret"),
        });
    }
}

fn endpoint(draft: &Draft, habits: &RequestHabits<'_>, found: &mut Vec<ByteFinding>) {
    let address = draft.address();
    if address.is_empty() {
        found.push(ByteFinding::over(FindingKind::NoAddress, draft.head));
        return;
    }
    if address.contains(['$', '{', '<', '%', '`']) {
        return;
    }
    let place = draft.url.part(0, draft.url.text.find(['?', '#']).unwrap_or(draft.url.text.len()));
    let (host, path) = host_and_path(&address);
    let here = host.split(':').next().unwrap_or_default();
    let is_here = here == "localhost" || here.starts_with("127.") || host.starts_with("[::1]");
    let is_path = address.starts_with('/');
    let https = address.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    if !https && !is_here && !is_path {
        found.push(ByteFinding::over(FindingKind::NotHttps, place));
    }
    let is_known = |known: &str| {
        let (known_host, known_path) = host_and_path(known);
        let port = |host: &str| host.strip_suffix(":443").unwrap_or(host).to_ascii_lowercase();
        (is_path || port(host) == port(known_host)) && (if is_path { &address } else { path }) == known_path
    };
    if !habits.token_endpoint.is_empty()
        && !is_known(habits.token_endpoint)
        && !habits.other_token_endpoints.iter().any(|known| is_known(known))
    {
        found.push(ByteFinding::over(FindingKind::OtherTokenEndpoint, place));
    }
}

fn method(draft: &Draft, found: &mut Vec<ByteFinding>) {
    let Some(method) = draft.known_method() else { return };
    // Without a body, PowerShell and curl use GET.
    if !method.eq_ignore_ascii_case("POST") {
        let place = draft.method.as_ref().map_or(draft.head, |method| method.part(0, method.text.len()));
        found.push(ByteFinding::over(FindingKind::MethodNotPost, place));
    }
}

fn places_of_parameters(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    let is_misplaced = |field: &&Param| PARAMETERS.contains(&field.name.as_str());
    // Where an option moves the body into the query, the method is reported instead.
    if !draft.body.in_query
        && let (Some(first), Some(last)) = (asks.query.iter().find(is_misplaced), asks.query.iter().rfind(is_misplaced))
    {
        let span = ByteSpan::new(first.span.start, last.span.end.max(first.span.end));
        found.push(ByteFinding::over(FindingKind::ParametersInQuery, span));
    }
    for name in PARAMETERS {
        if let Some(second) = asks.all().filter(|field| field.name == name).nth(1) {
            found.push(ByteFinding::over(FindingKind::RepeatedParameter, second.span).naming(name));
        }
    }
}

fn content_type(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    let header = draft.header("Content-Type");
    let body = draft.body.parts.first().map(|part| match part {
        super::draft::BodyPart::Text(piece) => piece.span,
        super::draft::BodyPart::Param(field) => field.span,
    });
    if asks.is_json {
        found.push(ByteFinding::over(
            FindingKind::JsonBody,
            body.or(header.map(|header| header.value.span)).unwrap_or(draft.head),
        ));
        return;
    }
    if draft.body.is_empty() || draft.body.in_query {
        return;
    }
    match header {
        Some(header) => {
            let value = &header.value;
            let is_form = value.text.get(..FORM.len()).is_some_and(|start| start.eq_ignore_ascii_case(FORM));
            if !is_form && !value.expands {
                found.push(ByteFinding::over(FindingKind::ContentTypeMissing, value.span));
            }
        }
        None if draft.says_form || draft.body.is_unknown || draft.has_unknown_headers => {}
        None => found.push(ByteFinding::over(FindingKind::ContentTypeMissing, draft.head)),
    }
}

fn parameters(draft: &Draft, asks: &Asks, habits: &RequestHabits<'_>, found: &mut Vec<ByteFinding>) {
    let missing = |name: &'static str| ByteFinding::over(FindingKind::ParameterMissing, draft.head).naming(name);
    let grant = asks.grant();
    if asks.is_known {
        if asks.field("grant_type").is_none() {
            found.push(missing("grant_type"));
        }
        for name in grant.map_or(&[][..], RequestGrant::needs) {
            match asks.field(name) {
                None => found.push(missing(name)),
                Some(field) if field.value.text.is_empty() => {
                    found.push(ByteFinding::over(FindingKind::ParameterEmpty, field.span).naming(name));
                }
                Some(_) => {}
            }
        }
    }
    if let (Some(grant), Some(allowed), Some(field)) = (grant, habits.grants, asks.field("grant_type"))
        && !allowed.contains(&grant)
    {
        let finding = ByteFinding::over(FindingKind::GrantForOtherApp, field.span);
        found.push(if grant == RequestGrant::Other { finding } else { finding.naming(grant.name()) });
    }
}

fn secrets(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    let mut say = |span: ByteSpan| found.push(ByteFinding::over(FindingKind::SecretInCommand, span));
    if let Some(user) = &draft.user
        && let Some(colon) = user.text.find(':')
        && is_literal(user.text.get(colon + 1..).unwrap_or_default())
    {
        say(user.part(colon + 1, user.text.len()));
    }
    if let Some(header) = draft.header("Authorization") {
        let Fragment { text, .. } = &header.value;
        let start = match text.find(' ') {
            Some(space) if scheme_is(text, "basic") || scheme_is(text, "bearer") => space + 1,
            _ => 0,
        };
        if is_literal(text.get(start..).unwrap_or_default()) {
            say(header.value.part(start, text.len()));
        }
    }
    for field in asks.all().filter(|field| SECRETS.contains(&field.name.as_str())).take(MOST_SAID) {
        if is_literal(&field.value.text) {
            say(field.span);
        }
    }
}

/// The minimum number of characters in a secret.
const SHORTEST: usize = 8;
/// The maximum number of characters that are checked.
const LONGEST: usize = 2048;

/// Whether the value itself is there, not a variable or placeholder text.
fn is_literal(value: &str) -> bool {
    let end = value.char_indices().nth(LONGEST).map_or(value.len(), |(at, _)| at);
    let value = value.get(..end).unwrap_or_default();
    let mut chars = value.char_indices().peekable();
    let mut left = String::new();
    while let Some((at, ch)) = chars.next() {
        let rest = value.get(at..).unwrap_or_default();
        let end = match ch {
            '$' if rest.starts_with("$(") => {
                if has_pair(rest) {
                    return true;
                }
                // The rest of a word that contains the output of a command is not checked, because it would be a guess.
                break;
            }
            '$' if rest.starts_with("${") => rest.find('}'),
            '$' => {
                let is_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | ':' | '.');
                let name = rest.char_indices().skip(1).find(|(_, ch)| !is_name(*ch));
                Some(name.map_or(rest.len(), |(end, _)| end).saturating_sub(1))
            }
            '<' => rest.find('>'),
            '{' => rest.find('}'),
            '[' => rest.find(']'),
            '`' => rest.get(1..).and_then(|inner| inner.find('`')).map(|end| end + 1),
            '%' => variable_of_cmd(rest),
            _ => None,
        };
        match end {
            Some(end) => while chars.next_if(|(next, _)| *next <= at + end).is_some() {},
            None => left.push(ch),
        }
    }
    let lower = left.to_ascii_lowercase();
    let is_name = left.contains('_') && left.chars().all(|ch| ch.is_ascii_uppercase() || ch == '_');
    let first = left.chars().next();
    let is_mask = left.chars().all(|ch| Some(ch) == first);
    left.chars().filter(char::is_ascii_alphanumeric).count() >= SHORTEST
        && !is_name
        && !is_mask
        && !lower.starts_with("your")
}

/// The last byte of `%NAME%`.
fn variable_of_cmd(rest: &str) -> Option<usize> {
    let inner = rest.get(1..)?;
    let end = inner.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '_'))?;
    let is_name = inner.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_');
    (is_name && inner.get(end..)?.starts_with('%')).then_some(end + 1)
}

/// Whether client ID and secret are in a command that encodes them.
fn has_pair(text: &str) -> bool {
    let is_part = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-');
    let mut before = 0;
    for (at, ch) in text.char_indices() {
        if ch == ':' && before >= SHORTEST {
            let behind = text.get(at + 1..).unwrap_or_default();
            if behind.chars().take(SHORTEST).filter(|ch| is_part(*ch)).count() == SHORTEST {
                return true;
            }
        }
        before = if is_part(ch) { before + 1 } else { 0 };
    }
    false
}

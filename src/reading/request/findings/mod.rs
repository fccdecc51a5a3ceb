//! Findings about a request.

mod api_call;
mod authentication;
mod body;
mod grant;
mod literal;
mod names;
mod parameters;
mod scope;
mod workflow;

pub(super) use authentication::{misnamed, name_in_value};
pub(in crate::reading) use grant::meant_by;
pub(in crate::reading) use parameters::has_response;
pub(super) use parameters::{cut_redirect, escaped, parts_of_form};
pub(super) use workflow::calls_without_token;

use super::RequestHabits;
use super::draft::{Asks, Draft, Header, Param, SyntaxIssue, host_and_path, scheme_is};
use super::piece::{ByteSpan, Fragment};
use crate::chars::is_line_break;
use crate::reading::server::{Server, is_of_own_network};
use crate::reading::{Detail, FindingKind};
use grant::GrantWord;
use literal::is_literal;

/// A finding with its place in bytes.
#[derive(Clone, PartialEq, Eq)]
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
            SyntaxIssue::NoBlankLine(span) => ByteFinding::over(FindingKind::BlankLineMissing, *span),
            SyntaxIssue::PasteMark(span) => ByteFinding::over(FindingKind::PasteMarks, *span),
            SyntaxIssue::Backslash(span) => ByteFinding::over(FindingKind::BackslashInCmd, *span),
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

/// Further parameters of the grant types of RFC 6749 §4.3, RFC 7521 §4 and RFC 8693 §2.1, and what belongs in other
/// requests.
pub(super) const MORE_PARAMETERS: [&str; 8] = [
    "username",
    "password",
    "state",
    "client_assertion_type",
    "assertion",
    "subject_token",
    "subject_token_type",
    "access_token",
];

/// The parameters that remain secret for longer than a code does.
const SECRETS: [&str; 4] = ["client_secret", "refresh_token", "password", "client_assertion"];

const IN_NO_ADDRESS: [&str; 3] = ["access_token", "client_secret", "password"];

/// The maximum number of findings of one kind for a request.
const MOST_SAID: usize = 4;

/// The form's media type (RFC 6749 appendix B).
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// Adds the findings about one request.
pub(super) fn found_in(draft: &Draft, habits: &RequestHabits<'_>, found: &mut Vec<ByteFinding>) {
    let asks = draft.asks(habits);
    line_breaks(draft, found);
    in_address(draft, &asks, found);
    if asks.is_for_token {
        let server = server(draft, habits);
        endpoint(draft, habits, server, found);
        method(draft, server, found);
        authentication::authentication(draft, &asks, server, found);
        places_of_parameters(draft, &asks, (habits, server), found);
        body::content_type(draft, &asks, server, found);
        parameters::present(draft, &asks, (habits, server), found);
        if let Some((place, names)) = body::blanks_before_names(draft) {
            found.retain(|one| !names.iter().any(|name| one.detail == Some(Detail::Name(name))));
            found.push(ByteFinding::over(FindingKind::BlankBeforeName, place));
        }
        parameters::repeated(&asks, found);
        // Where a quote does not end, a value has more in it than was meant.
        if !draft.issues.iter().any(|issue| matches!(issue, SyntaxIssue::CutOff(_) | SyntaxIssue::OtherQuotes { .. })) {
            grant::grant_type(&asks, habits, server, found);
            parameters::encoding(draft, &asks, found);
            parameters::values(draft, &asks, found);
            parameters::code(&asks, found);
            parameters::variables(&asks, found);
            parameters::shapes(&asks, found);
            parameters::redirect(&asks, found);
            parameters::of_other_request(&asks, found);
            names::misnamed(draft, &asks, server, found);
            scope::by_comma(draft, &asks, found);
        }
        // The URL of a page has the code where it is exchanged.
        let has_code = asks.field("code").is_some();
        let is_told = |kind: FindingKind| match kind {
            FindingKind::SelfSignedToken => false,
            FindingKind::RedirectHasCode => has_code,
            _ => true,
        };
        programmed(draft, is_told, found);
    } else {
        api_call::of_api_call(draft, habits, found);
        let signs = habits.ended_signed_tokens && server(draft, habits) == Server::Provider;
        let is_told =
            |kind: FindingKind| kind == FindingKind::OptionsNotRead || signs && kind == FindingKind::SelfSignedToken;
        programmed(draft, is_told, found);
    }
    if draft.shell.is_some() {
        secrets(draft, &asks, found);
    }
    one_of_each(&draft.issues, found);
}

/// What a program does wrong: the first fault of each kind, the one that spoils most before the others.
fn programmed(draft: &Draft, is_told: impl Fn(FindingKind) -> bool, found: &mut Vec<ByteFinding>) {
    let takes_commas = scope::has_commas(draft);
    let is_fault = |kind: FindingKind| is_told(kind) && (kind != FindingKind::ScopesByComma || !takes_commas);
    let mut faults: Vec<_> = draft.faults.iter().filter(|(kind, _)| is_fault(*kind)).collect();
    faults.sort_by_key(|(kind, _)| match kind {
        FindingKind::GrantIsCode => 0,
        FindingKind::EncodedBefore => 2,
        _ => 1,
    });
    // The call that encodes is the place to mend, not the value.
    if faults.iter().any(|(kind, _)| *kind == FindingKind::EncodedBefore) {
        found.retain(|known| known.kind != FindingKind::EncodedTwice);
    }
    for (kind, span) in faults {
        if !found.iter().any(|known| known.kind == *kind) {
            found.push(ByteFinding::over(*kind, *span));
        }
    }
}

/// Whose server the request goes to.
fn server(draft: &Draft, habits: &RequestHabits<'_>) -> Server {
    let address = draft.address();
    let (host, _) = host_and_path(&address);
    let known = [habits.token_endpoint].into_iter().chain(habits.other_token_endpoints.iter().copied());
    Server::new(host, known.map(|known| host_and_path(known).0))
}

/// A line break in the URL or in a header, which ends the header (RFC 9110 §5.5, RFC 9112 §5).
fn line_breaks(draft: &Draft, found: &mut Vec<ByteFinding>) {
    if draft.url.text.trim().contains(is_line_break) {
        found.push(ByteFinding::over(FindingKind::BlankInAddress, draft.url.span));
    }
    let is_broken = |value: &Fragment| value.text.contains(is_line_break) || value.text.ends_with("\\n");
    if let Some(header) = draft.headers.iter().find(|header| is_broken(&header.value)) {
        found.push(ByteFinding::over(FindingKind::LineBreakInHeader, header.value.span));
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
            "password" => ByteFinding::over(FindingKind::SecretInAddress, field.span).naming("password"),
            _ => ByteFinding::over(FindingKind::SecretInAddress, field.span).naming("client_secret"),
        });
    }
}

fn endpoint(draft: &Draft, habits: &RequestHabits<'_>, server: Server, found: &mut Vec<ByteFinding>) {
    let address = draft.address();
    if draft.is_body_alone {
        return;
    }
    if address.is_empty() {
        found.push(ByteFinding::over(FindingKind::NoAddress, draft.head));
        return;
    }
    if address.contains(['$', '{', '<', '%', '`']) {
        return;
    }
    let place = draft.url.part(0, draft.url.text.find(['?', '#']).unwrap_or(draft.url.text.len()));
    let (host, path) = host_and_path(&address);
    let is_path = address.starts_with('/');
    let https = address.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    if !https && !is_path && !is_of_own_network(host) {
        found.push(ByteFinding::over(FindingKind::NotHttps, place));
    }
    let is_known = |known: &str| {
        let (known_host, known_path) = host_and_path(known);
        let port = |host: &str| host.strip_suffix(":443").unwrap_or(host).to_ascii_lowercase();
        port(host) == port(known_host) && path == known_path
    };
    // A path without a host may be that of any server.
    if !is_path
        && !habits.token_endpoint.is_empty()
        && !server.is_other()
        && !is_known(habits.token_endpoint)
        && !habits.other_token_endpoints.iter().any(|known| is_known(known))
    {
        found.push(ByteFinding::over(FindingKind::OtherTokenEndpoint, place));
    }
}

fn method(draft: &Draft, server: Server, found: &mut Vec<ByteFinding>) {
    let Some(method) = draft.known_method() else { return };
    // Without a body, PowerShell and curl use GET.
    if !method.eq_ignore_ascii_case("POST") && !server.leeway().get {
        let place = draft.method.as_ref().map_or(draft.head, |method| method.part(0, method.text.len()));
        found.push(ByteFinding::over(FindingKind::MethodNotPost, place));
    }
}

fn places_of_parameters(
    draft: &Draft,
    asks: &Asks,
    (habits, server): (&RequestHabits<'_>, Server),
    found: &mut Vec<ByteFinding>,
) {
    let is_misplaced = |field: &&Param| PARAMETERS.contains(&field.name.as_str());
    // Where an option moves the body into the query, the method is reported instead.
    if !draft.body.in_query
        && !server.leeway().query
        && let (Some(first), Some(last)) = (asks.query.iter().find(is_misplaced), asks.query.iter().rfind(is_misplaced))
    {
        let span = ByteSpan::new(first.span.start, last.span.end.max(first.span.end));
        // Next to a body of a different kind, the query may not be read.
        let is_other = |header: &Header| header.value.text.get(..FORM.len()).is_none_or(|media| media != FORM);
        let is_allowed = !server.is_other()
            && !draft.header("Content-Type").is_some_and(is_other)
            && asks.grant().is_some_and(|grant| habits.query_grants.contains(&grant));
        let kind = if is_allowed { FindingKind::ParametersInQueryAllowed } else { FindingKind::ParametersInQuery };
        found.push(ByteFinding::over(kind, span));
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

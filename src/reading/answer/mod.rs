//! Findings about the response of a token endpoint.

mod api;
mod circumstances;
mod facts;
mod jwt;
mod refusal;

pub use api::{ApiAnswer, ApiFact, UserPlan, api_answer};
pub(in crate::reading) use circumstances::has_token_of_app;
pub use circumstances::{Circumstance, circumstances};
pub use facts::{AnswerFacts, AnswerGrant, Expiry, ExpirySource, answer_facts};
pub use jwt::jwt_findings;
pub use refusal::{RefusalForm, RefusalText, read_refusal_text, tells, tells_of_failure, tells_of_one};
pub(in crate::reading) use refusal::{is_calm_entry, is_sound_log, known_error, reported};

use crate::oauth::{AnswerForm, NotAnAnswer, PastedAnswer, PrintedTokens, RefusalShape, TokenAnswer, Tokens};
use crate::reading::value::is_masked;
use crate::reading::{Detail, Finding, FindingKind, Fix};
use jwt::time_findings;

/// What is known besides the response itself. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnswerContext<'a> {
    /// Whether the grant type that was used returns a refresh token, where the grant type is known. RFC 6749 §4.4.3
    /// says no for client credentials.
    pub gives_refresh_token: Option<bool>,
    /// Whether the product needs a refresh token.
    pub needs_refresh_token: bool,
    /// Whether using a refresh token invalidates it, as RFC 6749 §6 allows.
    pub rotates: bool,
    /// The scopes that the product needs; empty where they are not known.
    pub needed_scopes: &'a [RequiredScope],
    /// This computer's clock, in milliseconds since the Unix epoch.
    pub now_ms: Option<u64>,
}

/// A scope that a product needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequiredScope {
    /// As the provider writes it.
    pub name: String,
    /// Alternatives, such as a classic name; any one of them is enough.
    pub instead: Vec<String>,
}

/// Findings about a pasted response; empty for an empty text.
///
/// ```
/// use authdesk::oauth::read_pasted_answer;
/// use authdesk::reading::{AnswerContext, Finding, FindingKind, answer_findings, apply};
///
/// let text = r#"Response: {"access_token":"DemoSecret"}"#;
/// let context = AnswerContext { gives_refresh_token: Some(true), ..AnswerContext::default() };
/// let findings = answer_findings(&read_pasted_answer(text), &context);
/// assert_eq!(findings[0], Finding::whole(FindingKind::TokensRead));
/// assert_eq!(findings[1], Finding::over(FindingKind::TextAroundAnswer, 0, 10));
/// assert_eq!(apply(text, findings[1].fix.as_ref().unwrap()), r#"{"access_token":"DemoSecret"}"#);
/// // RFC 6749 §4.1.4.
/// assert_eq!(findings[2], Finding::whole(FindingKind::RefreshTokenMissing));
/// ```
#[must_use]
pub fn answer_findings(pasted: &PastedAnswer, context: &AnswerContext<'_>) -> Vec<Finding> {
    let kind = match &pasted.answer {
        Ok(TokenAnswer::Tokens(tokens)) => {
            let mut found = vec![Finding::whole(FindingKind::TokensRead)];
            found.extend(form_finding(pasted));
            found.extend(token_findings(tokens, context));
            return found;
        }
        Ok(TokenAnswer::Printed(printed)) => return printed_findings(printed, context),
        Ok(TokenAnswer::DeviceCodes) => FindingKind::DeviceCodesRead,
        Ok(TokenAnswer::Refused(refusal)) => match refusal.shape {
            RefusalShape::Zoom { .. } | RefusalShape::Rfc6749 { .. } => FindingKind::TokenRefused,
            RefusalShape::Authorize { .. } | RefusalShape::Api { .. } => FindingKind::OtherRefusal,
        },
        Err(NotAnAnswer::Empty) => return Vec::new(),
        Err(NotAnAnswer::Html) => FindingKind::AnswerIsPage,
        Err(NotAnAnswer::Truncated) => FindingKind::AnswerCutOff,
        Err(NotAnAnswer::NotJson { at }) => return vec![Finding::at(FindingKind::AnswerNotJson, *at)],
        Err(NotAnAnswer::NotAnObject | NotAnAnswer::NoKnownKey) => FindingKind::AnswerUnknown,
    };
    [Finding::whole(kind)].into_iter().chain(form_finding(pasted)).collect()
}

/// The fix is the plain JSON, without quotes or other text around it.
fn form_finding(pasted: &PastedAnswer) -> Option<Finding> {
    // EXPOSE: a fix keeps it as a secret.
    let plain = || pasted.plain.as_ref().map(|plain| Fix::whole(plain.expose()));
    match pasted.form {
        AnswerForm::Plain | AnswerForm::Dumped | AnswerForm::Printed => None,
        AnswerForm::Quoted { at } => Some(Finding::at(FindingKind::AnswerQuoted, at).with_fix(plain())),
        AnswerForm::Amid { at, length } => {
            Some(Finding::over(FindingKind::TextAroundAnswer, at, length).with_fix(plain()))
        }
        AnswerForm::Wrapped { at } => Some(Finding::at(FindingKind::BlanksLeftOut, at)),
        AnswerForm::Table => Some(Finding::whole(FindingKind::AnswerIsTable)),
        AnswerForm::Form => Some(Finding::whole(FindingKind::AnswerIsForm)),
    }
}

fn token_findings(tokens: &Tokens, context: &AnswerContext<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        refresh_finding(tokens.refresh_token.is_some(), context).map(Finding::whole).into_iter().collect();
    // EXPOSE: only whether it was made unreadable is kept.
    if is_masked(tokens.access_token.expose()) {
        found.push(Finding::whole(FindingKind::ValueMasked));
    }
    if tokens.refresh_token.as_ref().is_some_and(|refresh| refresh.same_as(&tokens.access_token)) {
        found.push(Finding::whole(FindingKind::TokensEqual));
    }
    if !context.needed_scopes.is_empty() {
        found.extend(scope_findings(tokens, context.needed_scopes));
    }
    if tokens.api_url.is_some() {
        found.push(Finding::whole(FindingKind::RegionNamed));
    }
    // A token that is not a JWT has no times.
    found.extend(tokens.jwt.as_ref().map(|jwt| time_findings(jwt, context.now_ms)).into_iter().flatten());
    found
}

/// The access token and the scopes are not known here, so there are no findings about them.
fn printed_findings(printed: &PrintedTokens, context: &AnswerContext<'_>) -> Vec<Finding> {
    let has_token = printed.refresh_token.is_some();
    let refresh = refresh_finding(has_token, context);
    let kinds = if has_token {
        [Some(FindingKind::RefreshTokenRead), refresh]
    } else {
        let is_known = refresh != Some(FindingKind::RefreshTokenAbsent);
        [refresh.filter(|_| is_known).or(Some(FindingKind::RefreshTokenMissing)), None]
    };
    kinds.into_iter().flatten().map(Finding::whole).collect()
}

fn refresh_finding(has_token: bool, context: &AnswerContext<'_>) -> Option<FindingKind> {
    if has_token {
        return context.rotates.then_some(FindingKind::RefreshRotates);
    }
    match context.gives_refresh_token {
        Some(true) => Some(FindingKind::RefreshTokenMissing),
        _ if context.needs_refresh_token => Some(FindingKind::RefreshTokenNeeded),
        Some(false) => Some(FindingKind::NoRefreshToken),
        None => Some(FindingKind::RefreshTokenAbsent),
    }
}

fn scope_findings(tokens: &Tokens, needed: &[RequiredScope]) -> Vec<Finding> {
    if tokens.scopes.is_empty() {
        return vec![Finding::whole(FindingKind::ScopesAbsent)];
    }
    let counted =
        |kind, names: Vec<&str>| (!names.is_empty()).then(|| Finding::whole(kind).naming(Detail::Count(names.len())));
    let missing = counted(FindingKind::ScopesMissing, missing_scopes(tokens, needed));
    let extra = counted(FindingKind::ScopesExtra, extra_scopes(tokens, needed));
    missing.into_iter().chain(extra).collect()
}

/// The names of the required scopes that were not granted, and for which no alternative was granted.
///
/// ```
/// use authdesk::oauth::{TokenAnswer, read_token_answer};
/// use authdesk::reading::{RequiredScope, missing_scopes};
///
/// let text = r#"{"access_token":"DemoSecret","scope":"user:read"}"#;
/// let Ok(TokenAnswer::Tokens(tokens)) = read_token_answer(text) else { panic!("no tokens") };
/// let needed = |name: &str, instead: &[&str]| RequiredScope {
///     name: name.to_owned(),
///     instead: instead.iter().map(|name| (*name).to_owned()).collect(),
/// };
/// let needed = [needed("user:read:user", &["user:read"]), needed("user:write", &[])];
/// assert_eq!(missing_scopes(&tokens, &needed), ["user:write"]);
/// ```
#[must_use]
pub fn missing_scopes<'n>(tokens: &Tokens, needed: &'n [RequiredScope]) -> Vec<&'n str> {
    let granted = in_order(tokens.scopes.iter().map(String::as_str));
    let is_granted = |name: &String| granted.binary_search(&name.as_str()).is_ok();
    let missing = needed.iter().filter(|scope| !is_granted(&scope.name) && !scope.instead.iter().any(is_granted));
    missing.map(|scope| scope.name.as_str()).collect()
}

/// The names of the granted scopes that are not required.
///
/// ```
/// use authdesk::oauth::{TokenAnswer, read_token_answer};
/// use authdesk::reading::{RequiredScope, extra_scopes};
///
/// let text = r#"{"access_token":"DemoSecret","scope":"user:read user:write"}"#;
/// let Ok(TokenAnswer::Tokens(tokens)) = read_token_answer(text) else { panic!("no tokens") };
/// let needed = [RequiredScope { name: "user:read".to_owned(), instead: Vec::new() }];
/// assert_eq!(extra_scopes(&tokens, &needed), ["user:write"]);
/// ```
#[must_use]
pub fn extra_scopes<'t>(tokens: &'t Tokens, needed: &[RequiredScope]) -> Vec<&'t str> {
    let names = needed.iter().flat_map(|scope| [&scope.name].into_iter().chain(&scope.instead));
    let wanted = in_order(names.map(String::as_str));
    tokens.scopes.iter().map(String::as_str).filter(|name| wanted.binary_search(name).is_err()).collect()
}

/// Sorted for binary search, because what is pasted can be long.
fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}

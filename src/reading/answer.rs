//! What is to be said of the answer of a token endpoint.

use super::jwt::time_findings;
use super::{Detail, Finding, FindingKind};
use crate::oauth::{
    AnswerForm, NotAnAnswer, PastedAnswer, PrintedTokens, RefusalShape, Secret, TokenAnswer, Tokens, read_jwt,
    read_pasted_answer,
};

/// What is known besides the answer itself. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnswerContext<'a> {
    /// Whether the grant that was used gives a refresh token (RFC 6749 §4.4.3 says no for the client alone), where the
    /// grant is known.
    pub gives_refresh_token: Option<bool>,
    /// Whether the product needs a refresh token.
    pub needs_refresh_token: bool,
    /// Whether using a refresh token voids it, as RFC 6749 §6 allows a server.
    pub rotates: bool,
    /// The scopes that the product needs; none where they are not known.
    pub needed_scopes: &'a [NeededScope],
    /// This computer's clock, in milliseconds of the Unix epoch.
    pub now_ms: Option<u64>,
}

/// A scope that a product needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededScope {
    /// Its name.
    pub name: String,
    /// Others of which one does as well, such as a classic name.
    pub instead: Vec<String>,
}

/// What is to be said of it.
#[must_use]
pub fn answer_findings(pasted: &PastedAnswer, context: &AnswerContext<'_>) -> Vec<Finding> {
    let kind = match &pasted.answer {
        Ok(TokenAnswer::Tokens(tokens)) => {
            let mut found = vec![Finding::whole(FindingKind::TokensRead)];
            found.extend(form_finding(pasted.form));
            found.extend(token_findings(tokens, context));
            return found;
        }
        Ok(TokenAnswer::Printed(printed)) => return printed_findings(printed, context),
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
    [Finding::whole(kind)].into_iter().chain(form_finding(pasted.form)).collect()
}

fn form_finding(form: AnswerForm) -> Option<Finding> {
    match form {
        AnswerForm::Plain | AnswerForm::Printed => None,
        AnswerForm::Quoted { at } => Some(Finding::at(FindingKind::AnswerQuoted, at)),
        AnswerForm::Amid { at, length } => Some(Finding::over(FindingKind::TextAroundAnswer, at, length)),
        AnswerForm::Wrapped { at } => Some(Finding::at(FindingKind::BlanksLeftOut, at)),
        AnswerForm::Table => Some(Finding::whole(FindingKind::AnswerIsTable)),
    }
}

fn token_findings(tokens: &Tokens, context: &AnswerContext<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        refresh_finding(tokens.refresh_token.is_some(), context).map(Finding::whole).into_iter().collect();
    if tokens.refresh_token.as_ref().is_some_and(|refresh| refresh.same_as(&tokens.access_token)) {
        found.push(Finding::whole(FindingKind::TokensEqual));
    }
    if !context.needed_scopes.is_empty() {
        found.extend(scope_findings(tokens, context.needed_scopes));
    }
    if tokens.api_url.is_some() {
        found.push(Finding::whole(FindingKind::RegionNamed));
    }
    // EXPOSE: it is taken apart for its times; a token that is no JWT has none to be read.
    if let Ok(jwt) = read_jwt(tokens.access_token.expose()) {
        found.extend(time_findings(&jwt, context.now_ms));
    }
    found
}

/// Of the access token and the scopes nothing is known, so nothing is said.
fn printed_findings(printed: &PrintedTokens, context: &AnswerContext<'_>) -> Vec<Finding> {
    let has_token = printed.refresh_token.is_some();
    let refresh = refresh_finding(has_token, context);
    let kinds = if has_token {
        [Some(FindingKind::RefreshTokenRead), refresh]
    } else {
        [refresh.or(Some(FindingKind::RefreshTokenMissing)), None]
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
        None => None,
    }
}

fn scope_findings(tokens: &Tokens, needed: &[NeededScope]) -> Vec<Finding> {
    if tokens.scopes.is_empty() {
        return vec![Finding::whole(FindingKind::ScopesAbsent)];
    }
    let counted =
        |kind, names: Vec<&str>| (!names.is_empty()).then(|| Finding::whole(kind).naming(Detail::Count(names.len())));
    let missing = counted(FindingKind::ScopesMissing, missing_scopes(tokens, needed));
    let extra = counted(FindingKind::ScopesExtra, extra_scopes(tokens, needed));
    missing.into_iter().chain(extra).collect()
}

/// The names of the needed scopes that were not granted, nor another one that does as well.
#[must_use]
pub fn missing_scopes<'n>(tokens: &Tokens, needed: &'n [NeededScope]) -> Vec<&'n str> {
    let granted = in_order(tokens.scopes.iter().map(String::as_str));
    let is_granted = |name: &String| granted.binary_search(&name.as_str()).is_ok();
    let missing = needed.iter().filter(|scope| !is_granted(&scope.name) && !scope.instead.iter().any(is_granted));
    missing.map(|scope| scope.name.as_str()).collect()
}

/// The names of the granted scopes that nothing needs.
#[must_use]
pub fn extra_scopes<'t>(tokens: &'t Tokens, needed: &[NeededScope]) -> Vec<&'t str> {
    let names = needed.iter().flat_map(|scope| [&scope.name].into_iter().chain(&scope.instead));
    let wanted = in_order(names.map(String::as_str));
    tokens.scopes.iter().map(String::as_str).filter(|name| wanted.binary_search(name).is_err()).collect()
}

/// In order of name, to be searched: what is pasted can be long.
fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names
}

/// The JSON alone, instead of a text with quotes or other words around it.
pub(super) fn mended(finding: &Finding, text: &str) -> Option<String> {
    if !matches!(finding.kind, FindingKind::AnswerQuoted | FindingKind::TextAroundAnswer) {
        return None;
    }
    // EXPOSE: it takes the place of the pasted text, in the same field.
    read_pasted_answer(text).plain.as_ref().map(Secret::expose).map(str::to_owned)
}

//! The response of the token endpoint.

use std::rc::Rc;

use super::Listed;
use crate::catalog::{
    BlockLine, GrantType, NeededScopes, Placeholder, ScopeComparison, ScopeIndex, Standing, Template,
};
use crate::desk::parts::time;
use crate::desk::{Desk, Field, NameList, RequestKind, Route, TimeView, Tool, guide};
use crate::oauth::{
    AnswerRefusal, NotAnAnswer, PastedAnswer, Secret, TokenAnswer, Tokens, read_jwt, read_pasted_answer,
};
use crate::reading::{
    AnswerContext, AnswerGrant, ExpirySource, Finding, FindingKind, RequiredScope, answer_facts, answer_findings,
    extra_scopes, missing_scopes,
};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolTokenAnswer, lead: Text::ToolTokenAnswerLead, reads: true };

/// None besides [`Field::Answer`], which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// A response, and the findings about it.
#[derive(Clone, Debug)]
pub struct AnswerView {
    pasted: Rc<PastedAnswer>,
    /// Whether its refresh token can be decoded.
    pub refresh_is_jwt: bool,
    /// Places are in [`Field::Answer`].
    pub findings: Vec<Finding>,
    /// What it contains besides its tokens; `None` if there are none.
    pub told: Option<Told>,
}

/// What a response contains besides its tokens.
#[derive(Clone, Debug)]
pub struct Told {
    /// When the access token expires, and how that is known.
    pub expiry: Option<(TimeView, Text)>,
    /// Whether a user or the client itself was authorized; inferred. Absent where the request says otherwise.
    pub grant: Option<Text>,
    /// The host of the API for the account's region.
    pub region_host: Option<String>,
    /// The scopes that were granted (RFC 6749 §5.1); `None` if the response lists none.
    pub granted: Option<NameList>,
    /// The required scopes that were not granted, in the order of the provider's table.
    pub missing: Option<NameList>,
    /// The required scopes of which only the account level was granted. That it is enough is inferred.
    pub by_admin: Option<NameList>,
    /// The granted scopes that are not required.
    pub extra: Option<NameList>,
}

impl AnswerView {
    /// The tokens, if there are any.
    #[must_use]
    pub fn tokens(&self) -> Option<&Tokens> {
        match &self.pasted.answer {
            Ok(TokenAnswer::Tokens(tokens)) => Some(tokens),
            _ => None,
        }
    }

    /// The tokens that it contains, whole or as the exchange command prints them.
    #[must_use]
    pub fn returned_tokens(&self) -> ReturnedTokens {
        ReturnedTokens::from(&*self.pasted)
    }

    /// Whether its access token can be decoded.
    #[must_use]
    pub fn access_is_jwt(&self) -> bool {
        self.tokens().is_some_and(|tokens| tokens.jwt.is_some())
    }

    /// Whether it ends before it is complete.
    pub(in crate::desk) fn is_cut_off(&self) -> bool {
        matches!(self.pasted.answer, Err(NotAnAnswer::Truncated))
    }

    /// The error, if it is one.
    #[must_use]
    pub fn refusal(&self) -> Option<&AnswerRefusal> {
        match &self.pasted.answer {
            Ok(TokenAnswer::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}

/// The tokens that a response contains.
#[derive(Clone, Debug, Default)]
pub struct ReturnedTokens {
    /// Absent in what the exchange command prints.
    pub access_token: Option<Secret>,
    /// Optional (RFC 6749 §5.1).
    pub refresh_token: Option<Secret>,
}

impl From<&PastedAnswer> for ReturnedTokens {
    fn from(pasted: &PastedAnswer) -> ReturnedTokens {
        match &pasted.answer {
            Ok(TokenAnswer::Tokens(tokens)) => ReturnedTokens {
                access_token: Some(tokens.access_token.clone()),
                refresh_token: tokens.refresh_token.clone(),
            },
            Ok(TokenAnswer::Printed(printed)) => {
                ReturnedTokens { access_token: None, refresh_token: printed.refresh_token.clone() }
            }
            _ => ReturnedTokens::default(),
        }
    }
}

impl ReturnedTokens {
    /// Whether there is neither of them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.access_token.is_none() && self.refresh_token.is_none()
    }
}

/// A token of a response that the product needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededToken {
    /// It goes into a field of the product, or into one of its files.
    Refresh,
    /// The same.
    Access,
}

/// The token that the product of this guide needs first; none if it needs none, and in a tool.
#[must_use]
pub fn needed_token(desk: &Desk) -> Option<NeededToken> {
    let variant = desk.variant()?;
    let needs = |hole: Placeholder, token: NeededToken| variant.needs(hole).then_some(token);
    needs(Placeholder::RefreshToken, NeededToken::Refresh)
        .or_else(|| needs(Placeholder::AccessToken, NeededToken::Access))
}

/// Whether the refresh token can be decoded, as a JSON Web Token can.
fn refresh_is_jwt(desk: &Desk, pasted: &PastedAnswer) -> bool {
    #[derive(PartialEq)]
    struct OfRefreshToken;
    let Some(token) = ReturnedTokens::from(pasted).refresh_token else { return false };
    // EXPOSE: only whether it can be read is kept.
    *desk.session().readings.of(Field::Answer, OfRefreshToken, || read_jwt(token.expose()).is_ok())
}

/// What the pasted response says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<AnswerView> {
    let pasted = pasted_answer(desk)?;
    let tokens = match &pasted.answer {
        Ok(TokenAnswer::Tokens(tokens)) => Some(tokens),
        _ => None,
    };
    let needed = tokens.map(|tokens| needed_scopes(desk, tokens)).unwrap_or_default();
    let context = AnswerContext {
        gives_refresh_token: gives_refresh_token(desk),
        needs_refresh_token: needs_refresh_token(desk),
        rotates: desk.provider().is_some_and(|provider| provider.rotates_refresh_token),
        needed_scopes: &needed.scopes,
        now_ms: desk.clock(),
    };
    let mut findings = answer_findings(&pasted, &context);
    findings.extend(guide::pair_finding(desk, FindingKind::PairSameResponse));
    let told = tokens.map(|tokens| told(desk, tokens, &needed));
    Some(AnswerView { refresh_is_jwt: refresh_is_jwt(desk, &pasted), findings, told, pasted })
}

/// The tokens that the pasted response contains.
#[must_use]
pub fn returned_tokens(desk: &Desk) -> ReturnedTokens {
    pasted_answer(desk).map(|pasted| ReturnedTokens::from(&*pasted)).unwrap_or_default()
}

/// What the pasted response says with its tokens, if it is complete and has any.
#[must_use]
pub fn tokens(desk: &Desk) -> Option<Tokens> {
    match &pasted_answer(desk)?.answer {
        Ok(TokenAnswer::Tokens(tokens)) => Some(tokens.clone()),
        _ => None,
    }
}

fn pasted_answer(desk: &Desk) -> Option<Rc<PastedAnswer>> {
    reading(desk, Field::Answer)
}

/// The content of a field as a response; `None` while it is empty.
pub(in crate::desk) fn reading(desk: &Desk, field: Field) -> Option<Rc<PastedAnswer>> {
    let pasted = desk.session().entry(field);
    // EXPOSE: the reader works on the pasted text itself; what it returns contains the tokens as secrets.
    let read = || read_pasted_answer(pasted.expose());
    (!pasted.is_empty()).then(|| desk.session().readings.of(field, (), read))
}

fn told(desk: &Desk, tokens: &Tokens, needed: &Needed) -> Told {
    let facts = answer_facts(tokens, desk.session().answer_at.unwrap_or(desk.now));
    let expiry = facts.expiry.map(|expiry| {
        let from = match expiry.from {
            ExpirySource::Token => Text::ExpiryFromToken,
            ExpirySource::Pasted => Text::ExpiryFromPaste,
        };
        (time::view(desk, expiry.at), from)
    });
    let grant = match facts.grant {
        AnswerGrant::Person => Some(Text::AnswerFromPerson),
        // A server need not return a refresh token to a user's app either (RFC 6749 §5.1).
        AnswerGrant::Client => (gives_refresh_token(desk) == Some(false)).then_some(Text::AnswerFromClient),
    };
    // If the response names no scopes at all, nobody knows which of them are missing.
    let is_compared = !needed.scopes.is_empty() && !tokens.scopes.is_empty();
    let scopes = if is_compared { needed.scopes.as_slice() } else { &[] };
    let extra = if is_compared { extra_scopes(tokens, scopes) } else { Vec::new() };
    let granted: Vec<&str> = tokens.scopes.iter().map(String::as_str).collect();
    let by_admin: Vec<&str> = needed.by_admin.iter().map(String::as_str).collect();
    Told {
        expiry,
        grant,
        region_host: facts.region_host,
        granted: NameList::unless_empty(&granted),
        missing: NameList::unless_empty(&missing_scopes(tokens, scopes)),
        by_admin: NameList::unless_empty(&by_admin),
        extra: NameList::unless_empty(&extra),
    }
}

/// Whether the grant type of this view returns a refresh token (RFC 6749 §4.4.3: not for client credentials).
fn gives_refresh_token(desk: &Desk) -> Option<bool> {
    if desk.route == Route::Tool(Tool::TokenRequest) {
        return Some(matches!(
            desk.command.kind,
            RequestKind::AuthorizationCode | RequestKind::RefreshToken | RequestKind::DeviceToken
        ));
    }
    Some(desk.variant()?.grant()? == GrantType::AuthorizationCode)
}

/// Whether a field that the product needs contains the refresh token, or one of its files.
fn needs_refresh_token(desk: &Desk) -> bool {
    let holds = |template: &Template| template.placeholders().any(|hole| hole == Placeholder::RefreshToken);
    desk.variant().is_some_and(|variant| {
        let values = variant.values.iter().filter(|value| value.needed).filter_map(|value| value.template.as_ref());
        let lines = variant.blocks.iter().flat_map(|block| &block.lines).filter_map(BlockLine::template);
        values.chain(lines).any(holds)
    })
}

/// The scopes that this way to connect the product requires, next to those that were granted.
fn needed_scopes(desk: &Desk, tokens: &Tokens) -> Rc<Needed> {
    let names = guide::needed_scopes(desk);
    let key: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    desk.session().readings.of(Field::Answer, key, || compared(desk, &names, tokens))
}

fn compared(desk: &Desk, names: &[&str], tokens: &Tokens) -> Needed {
    let index = desk.guide().and_then(|guide| guide.scopes.as_deref()).map(ScopeIndex::new).unwrap_or_default();
    let granted: Vec<&str> = tokens.scopes.iter().map(String::as_str).collect();
    let compared = ScopeComparison::new(&index, &granted, &NeededScopes { all: names, ..NeededScopes::default() });
    let mut needed = Needed::default();
    let mut places = Vec::new();
    for scope in compared.needed {
        let known = scope.known;
        let mut instead: Vec<String> = index.leading_to(scope.name).map(|classic| classic.classic.clone()).collect();
        match scope.standing {
            Standing::ByClassic(at) => instead.extend(tokens.scopes.get(at).cloned()),
            Standing::ByAdmin(at) => {
                instead.extend(tokens.scopes.get(at).cloned());
                needed.by_admin.push(scope.name.to_owned());
            }
            // All of them were granted, so any of them says so.
            Standing::ByGranular(_) => {
                let granular = known.and_then(|known| known.classic).map(|classic| classic.granular.clone());
                instead.extend(granular.unwrap_or_default());
            }
            Standing::Granted(_) | Standing::OtherLevel(_) | Standing::Missing => {}
        }
        let place = known.and_then(|known| known.granular).unwrap_or(usize::MAX);
        let at = places.partition_point(|before| *before <= place);
        places.insert(at, place);
        needed.scopes.insert(at, RequiredScope { name: scope.name.to_owned(), instead });
    }
    needed
}

/// The required scopes for a response.
#[derive(Default)]
struct Needed {
    scopes: Vec<RequiredScope>,
    by_admin: Vec<String>,
}

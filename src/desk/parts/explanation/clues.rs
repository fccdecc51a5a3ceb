//! What this desk knows that makes one cause of an error likelier than another.

use strum::VariantArray;

use crate::catalog::{ChooserStep, Clue, GrantType, Provider, Variant};
use crate::desk::parts::endpoints;
use crate::desk::tools::{compare_redirects, jwt, read_authorize_url, read_header, redirect, token_answer};
use crate::desk::{Desk, Field, PlainField, RequestKind};
use crate::reading::{
    Circumstance, Finding, FindingKind, MentionedRedirect, RedirectText, circumstances, has_state, jwt_findings,
    mentioned_redirects, redirect_findings,
};

/// A clue, and where it was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The fact.
    pub clue: Clue,
    /// The fields that show it; none where it is not about a field.
    pub fields: Vec<Field>,
}

/// Everything this desk knows of the values, the request and the app, each clue once.
#[must_use]
pub fn known(desk: &Desk) -> Vec<Evidence> {
    let mut known = Vec::new();
    clues_of_values(desk, &mut known);
    clues_of_addresses(desk, &mut known);
    clues_of_answers(desk, &mut known);
    clues_of_request(desk, &mut known);
    known
}

fn clues_of_values(desk: &Desk, known: &mut Vec<Evidence>) {
    let session = desk.session();
    for &field in Field::VARIANTS {
        // The error itself is what the clues are for.
        if field == Field::Error || session.entry(field).is_empty() {
            continue;
        }
        for finding in desk.field_findings(field) {
            let other = desk.like(field, finding.kind);
            match clue_of(field, finding.kind) {
                Some(clue) => add(known, clue, &other.into_iter().chain([field]).collect::<Vec<_>>()),
                None => continue,
            }
        }
    }
    let pair = [Field::ClientId, Field::ClientSecret];
    if let Some(header) = read_header::view(desk) {
        for clue in header.findings.iter().filter_map(|finding| clue_of(Field::Header, finding.kind)) {
            // What two values have in common is reported where they are.
            if !matches!(clue, Clue::SameValueTwice | Clue::ValuesSwapped)
                || pair.iter().all(|field| session.entry(*field).is_empty())
            {
                add(known, clue, &[Field::Header]);
            }
        }
    }
}

fn clues_of_addresses(desk: &Desk, known: &mut Vec<Evidence>) {
    let session = desk.session();
    let is_disputed = desk.provider().is_some_and(|provider| provider.disputes_localhost);
    for field in [Field::Registered, Field::Requested] {
        // EXPOSE: the reader works on the text itself; only the kinds of findings are used.
        add_findings(known, field, &redirect_findings(session.entry(field).expose(), is_disputed));
    }
    // The reader of the returned URL compares it with the redirect URL itself.
    if let Some(view) = redirect::view(desk) {
        add_findings(known, Field::Landed, &view.findings);
        if view.code().is_some() && view.time_left.is_some_and(|left| left.seconds == 0) {
            add(known, Clue::CodeOld, &[Field::Landed]);
        }
    }
    // EXPOSE: only whether the code has more text around it is computed.
    let code = session.entry(Field::Code).expose();
    if code.contains(['&', '?', '=', '#']) {
        add(known, Clue::CodeCut, &[Field::Code]);
    }
    for comparison in compare_redirects::reading(desk).iter() {
        if !comparison.differences.is_empty() {
            add(known, Clue::RedirectDiffers, &[compared(comparison.left), compared(comparison.right)]);
        }
    }
    if let Some(reading) = read_authorize_url::reading(desk) {
        add_findings(known, Field::AuthorizeUrl, &reading.findings);
    }
    // Only the tool puts them into the authorization URL of a provider that does not want them there.
    let is_unwanted = desk.provider().is_some_and(|provider| !provider.scope_in_authorize_url);
    if is_unwanted && desk.route.product().is_none() && !session.entry(Field::Scopes).is_empty() {
        add(known, Clue::ScopeInAuthorizeUrl, &[Field::Scopes]);
    }
}

fn clues_of_answers(desk: &Desk, known: &mut Vec<Evidence>) {
    if let Some(view) = token_answer::view(desk) {
        add_findings(known, Field::Answer, &view.findings);
    }
    if let Some(read) = jwt::reading(desk) {
        add_findings(known, Field::Jwt, &jwt_findings(&read, Some(desk.now)));
    }
}

fn clues_of_request(desk: &Desk, known: &mut Vec<Evidence>) {
    let entered = desk.session().plain(PlainField::TokenEndpoint).trim();
    let endpoints = desk.provider().and_then(|provider| provider.endpoints.as_ref());
    if let Some(endpoint) = endpoints.map(|endpoints| endpoints.token.as_str())
        && !entered.is_empty()
        && entered != endpoint
        && !endpoints::other_tokens(desk, endpoint).iter().any(|other| other == entered)
    {
        add(known, Clue::OtherTokenEndpoint, &[Field::TokenEndpoint]);
    }
    // A grant type of the tool that nobody chose says nothing.
    let is_chosen = desk.command.kind != RequestKind::default() || !desk.session().entry(Field::Code).is_empty();
    let of_tool = || (desk.route.product().is_none() && is_chosen).then_some(desk.command.kind);
    let clue = match (desk.variant().and_then(Variant::grant), of_tool()) {
        (Some(GrantType::AuthorizationCode), _) | (None, Some(RequestKind::AuthorizationCode)) => {
            Some(Clue::GrantAuthorizationCode)
        }
        (Some(GrantType::AccountCredentials), _) | (None, Some(RequestKind::AccountCredentials)) => {
            Some(Clue::GrantAccountCredentials)
        }
        (Some(GrantType::ClientCredentials), _) | (None, Some(RequestKind::ClientCredentials)) => {
            Some(Clue::GrantClientCredentials)
        }
        (None, Some(RequestKind::RefreshToken)) => Some(Clue::GrantRefreshToken),
        (None, _) => None,
    };
    if let Some(clue) = clue {
        add(known, clue, &[]);
    }
    match app_grant(desk) {
        Some(GrantType::AccountCredentials) => add(known, Clue::AppTypeServerToServer, &[]),
        Some(GrantType::AuthorizationCode) => add(known, Clue::AppTypeGeneral, &[]),
        Some(GrantType::ClientCredentials) | None => {}
    }
}

/// The grant type of the app type: of the one that the questions led to, or else of the one that the guide
/// requires.
fn app_grant(desk: &Desk) -> Option<GrantType> {
    let chooser = desk.questions.as_ref().map(|(_, files)| &files.chooser);
    let led_to = chooser.and_then(|chooser| chooser.after(desk.answers.iter().map(String::as_str)));
    let app = match led_to {
        Some(ChooserStep::Outcome(outcome)) => outcome.app.as_deref()?,
        _ => desk.variant()?.app.as_str(),
    };
    desk.provider()?.apps.get(app)?.grant
}

/// What the text of an error says about its request: a log contains the method and the URL.
pub(in crate::desk) fn clues_of_text(text: &str, provider: Option<&Provider>) -> Vec<Evidence> {
    let mut known = Vec::new();
    for redirect in mentioned_redirects(text) {
        add(&mut known, clue_of_redirect(redirect), &[]);
    }
    if POPUP.iter().any(|word| text.contains(word)) {
        add(&mut known, Clue::CodeFromPopup, &[]);
    }
    if let Some(clue) = grant_in(text) {
        add(&mut known, clue, &[]);
    }
    for one in circumstances(text) {
        add(&mut known, clue_of_circumstance(one), &[]);
    }
    if has_state(text) == Some(false) {
        add(&mut known, Clue::StateMissing, &[]);
    }
    let Some(endpoints) = provider.and_then(|provider| provider.endpoints.as_ref()) else { return known };
    for (at, address) in text.match_indices(endpoints.token.as_str()) {
        let before = text.get(..at).unwrap_or_default().trim_end_matches(['"', '\'', '`', ' ']);
        let behind = text.get(at + address.len()..).unwrap_or_default();
        if before.ends_with("GET") {
            add(&mut known, Clue::MethodNotPost, &[]);
        }
        if behind.starts_with('?') {
            add(&mut known, Clue::QueryInsteadOfBody, &[]);
        }
    }
    known
}

/// Words of Google's script for the browser (developers.google.com/identity/oauth2/web/guides/use-code-model).
const POPUP: [&str; 5] =
    ["initCodeClient", "ux_mode: 'popup'", "ux_mode: \"popup\"", "grantOfflineAccess", "postmessage"];

/// The grant type of the last request that a text shows.
fn grant_in(text: &str) -> Option<Clue> {
    const GRANTS: [(&str, Clue); 4] = [
        ("authorization_code", Clue::GrantAuthorizationCode),
        ("refresh_token", Clue::GrantRefreshToken),
        ("client_credentials", Clue::GrantClientCredentials),
        ("account_credentials", Clue::GrantAccountCredentials),
    ];
    let values = text.rmatch_indices("grant_type").filter_map(|(at, name)| {
        let behind = text.get(at + name.len()..)?;
        let value = behind.trim_start_matches(|ch: char| ch.is_whitespace() || JOINT.contains(ch));
        // Postman has a list of `{"key": "grant_type", "value": "…"}`.
        let rest = behind.trim_start_matches(['"', ',', ' ', '\n', '\r', '\t']);
        if let Some(of_key) = rest.strip_prefix("value\"").filter(|_| behind.len() - rest.len() <= LONGEST_INDENT) {
            return of_key.trim_start_matches([' ', ':']).strip_prefix('"');
        }
        let joint = behind.get(..behind.len() - value.len())?;
        (joint.len() <= LONGEST_JOINT && joint.contains(['=', ':'])).then_some(value)
    });
    let mut known = values.filter_map(|value| GRANTS.into_iter().find(|(grant, _)| value.starts_with(grant)));
    known.next().map(|(_, clue)| clue)
}

/// What is between `grant_type` and its value in a form, in JSON and in dumps.
const JOINT: &str = "\"'`\u{201c}\u{201d}\u{2018}\u{2019}\\=:>]";
/// In bytes: what is between the two members of such an entry.
const LONGEST_INDENT: usize = 40;
/// In bytes: what is between `grant_type` and its value.
const LONGEST_JOINT: usize = 12;

fn clue_of_circumstance(one: Circumstance) -> Clue {
    match one {
        Circumstance::OwnComputer => Clue::OwnComputer,
        Circumstance::EscapedAmpersand => Clue::EscapedAmpersand,
        Circumstance::PolledEarly => Clue::PolledEarly,
        Circumstance::Refreshing => Clue::Refreshing,
        Circumstance::TimeWithoutZone => Clue::TimeWithoutZone,
        Circumstance::ClientInHeader => Clue::ClientInHeader,
        Circumstance::PowerConnector => Clue::PowerConnector,
        Circumstance::HttpDiscovery => Clue::HttpDiscovery,
        Circumstance::BrowserClient => Clue::BrowserClient,
        Circumstance::PassportPassword => Clue::PassportPassword,
        Circumstance::GraphToken => Clue::GraphToken,
        Circumstance::OnlyDelegated => Clue::OnlyDelegated,
        Circumstance::CookiesShared => Clue::CookiesShared,
        Circumstance::NoSecretSet => Clue::NoSecretSet,
        Circumstance::PlaceholderInText => Clue::PlaceholderInText,
        Circumstance::RetiredNames => Clue::RetiredNames,
        Circumstance::RetiredSignature => Clue::RetiredSignature,
        Circumstance::TenantNotListed => Clue::TenantNotListed,
        Circumstance::KeycloakAuthPath => Clue::KeycloakAuthPath,
        Circumstance::RedirectRelative => Clue::RedirectRelative,
        Circumstance::CodeFixed => Clue::CodeFixed,
        Circumstance::RefreshUnused => Clue::RefreshUnused,
        Circumstance::TokenNotAwaited => Clue::TokenNotAwaited,
        Circumstance::HashInSecret => Clue::HashInSecret,
        Circumstance::ScopeAsUserInfo => Clue::ScopeAsUserInfo,
        Circumstance::IssuerSlash => Clue::IssuerSlash,
        Circumstance::StateReused => Clue::StateReused,
        Circumstance::TokensInTurn => Clue::TokensInTurn,
        Circumstance::TokenKept => Clue::TokenKept,
        Circumstance::OneWordHost => Clue::OneWordHost,
        Circumstance::SettingUndefined => Clue::SettingUndefined,
        Circumstance::GoogleClientsDiffer => Clue::GoogleClientsDiffer,
        Circumstance::CodeShorter => Clue::CodeShorter,
        Circumstance::TokenAged => Clue::TokenAged,
        Circumstance::TokenOpaque => Clue::TokenOpaque,
        Circumstance::SignedByApp => Clue::SignedByApp,
        Circumstance::SecretNotEncoded => Clue::SecretNotEncoded,
        Circumstance::IssuerHosts => Clue::IssuerHosts,
        Circumstance::OtherInstance => Clue::OtherInstance,
        Circumstance::SandboxElsewhere => Clue::SandboxElsewhere,
        Circumstance::TokenEncrypted => Clue::TokenEncrypted,
        Circumstance::SecretInBrowser => Clue::SecretInBrowser,
        Circumstance::RefreshForWeek => Clue::RefreshForWeek,
        Circumstance::OfflineLeftOut => Clue::OfflineLeftOut,
        Circumstance::SlashAdded => Clue::SlashAdded,
        Circumstance::ScopeNotListed => Clue::ScopeNotListed,
        Circumstance::SeveralInstances => Clue::SeveralInstances,
        Circumstance::JsonNotAsked => Clue::JsonNotAsked,
        Circumstance::ObjectSent => Clue::ObjectSent,
        Circumstance::QuotesKept => Clue::QuotesKept,
        Circumstance::ScopeAdded => Clue::ScopeAdded,
        Circumstance::HeaderDropped => Clue::HeaderDropped,
        Circumstance::RedirectsInOne => Clue::RedirectsInOne,
        Circumstance::PageForToken => Clue::PageForToken,
        Circumstance::HttpBehindProxy => Clue::HttpBehindProxy,
    }
}

fn clue_of_redirect(redirect: MentionedRedirect) -> Clue {
    match redirect {
        MentionedRedirect::Http => Clue::RedirectHttp,
        MentionedRedirect::Slash => Clue::RedirectSlash,
        MentionedRedirect::Query => Clue::RedirectQuery,
        MentionedRedirect::Internal => Clue::RedirectInternal,
        MentionedRedirect::Port => Clue::RedirectPort,
        MentionedRedirect::Case => Clue::RedirectCase,
    }
}

fn add(known: &mut Vec<Evidence>, clue: Clue, fields: &[Field]) {
    let place = match known.iter_mut().find(|one| one.clue == clue) {
        Some(place) => place,
        None => {
            known.push(Evidence { clue, fields: Vec::new() });
            let Some(place) = known.last_mut() else { return };
            place
        }
    };
    for field in fields {
        if !place.fields.contains(field) {
            place.fields.push(*field);
        }
    }
}

fn add_findings(known: &mut Vec<Evidence>, field: Field, findings: &[Finding]) {
    for finding in findings {
        let Some(clue) = clue_of(field, finding.kind) else { continue };
        match clue {
            Clue::RedirectDiffers => add(known, clue, &[field, Field::RedirectUrl]),
            _ => add(known, clue, &[field]),
        }
    }
}

/// The clue that a finding in a field amounts to.
fn clue_of(field: Field, kind: FindingKind) -> Option<Clue> {
    use FindingKind as Kind;
    let is_redirect = matches!(field, Field::RedirectUrl | Field::Registered | Field::Requested);
    Some(match kind {
        Kind::BlanksAround
        | Kind::ControlCharacter
        | Kind::NoBreakSpace
        | Kind::InvisibleCharacter
        | Kind::ByteOrderMark
        | Kind::TypographicQuotes
        | Kind::QuotesAround
        | Kind::ListBullet
        | Kind::LineBreakInside
        | Kind::BlankInside
        | Kind::LabelIncluded
        | Kind::TrailingPunctuation
        | Kind::ForeignLetter
        | Kind::ColonInIdentifier
        | Kind::NewlineEncoded => match field {
            Field::ClientId | Field::ClientSecret | Field::Header | Field::Request => Clue::OddValueFound,
            Field::AccountId => Clue::OddAccountId,
            _ => return None,
        },
        Kind::PlaceholderWords => Clue::PlaceholderWords,
        Kind::MaybeSwapped => Clue::ValuesSwapped,
        Kind::SameValueTwice => Clue::SameValueTwice,
        Kind::AccountNumber => Clue::AccountNumber,
        Kind::RetiredKey | Kind::JwtInstead => Clue::RetiredKey,
        Kind::CodeTooOld => Clue::CodeOld,
        Kind::CodeUsedInCommand => Clue::CodeUsed,
        Kind::MoreBehindCode | Kind::StateNotSeen => Clue::CodeCut,
        Kind::AddressDiffers | Kind::RedirectDiffers => Clue::RedirectDiffers,
        Kind::LocalhostRefused | Kind::RedirectNotHttps => Clue::Localhost,
        Kind::NotHttps if is_redirect => Clue::Localhost,
        Kind::StateAbsent | Kind::StateEmpty => Clue::StateMissing,
        Kind::ScopeUnwanted => Clue::ScopeInAuthorizeUrl,
        Kind::ClockAhead => Clue::ClockAhead,
        Kind::ParametersInQuery | Kind::ParametersInQueryAllowed | Kind::TokenInQuery => Clue::QueryInsteadOfBody,
        Kind::JsonBody => Clue::JsonBody,
        Kind::MethodNotPost => Clue::MethodNotPost,
        Kind::OtherTokenEndpoint => Clue::OtherTokenEndpoint,
        _ => return None,
    })
}

fn compared(text: RedirectText) -> Field {
    match text {
        RedirectText::Registered => Field::Registered,
        RedirectText::Requested => Field::Requested,
        RedirectText::Received => Field::Received,
    }
}

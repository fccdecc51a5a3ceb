//! How the client authenticates in a token request: RFC 6749 §2.3 and §3.2.1, RFC 6750 §2.1, RFC 7521 §4.2.

use super::api_call::variable;
use super::literal::loses_part;
use super::{ByteFinding, GrantWord};
use crate::chars::is_quote;
use crate::reading::header::{bearer_fault, read_header};
use crate::reading::request::RequestForm;
use crate::reading::request::draft::{Asks, Draft, Header, SyntaxIssue, scheme_is};
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::server::Server;
use crate::reading::shell_base64::encoding_fault;
use crate::reading::spelling::is_near;
use crate::reading::value::is_email;
use crate::reading::{Finding, FindingKind, PairShape, Severity, Within};

/// What is wrong with how the client authenticates at a token endpoint.
pub(super) fn authentication(draft: &Draft, asks: &Asks, server: Server, found: &mut Vec<ByteFinding>) {
    let header = draft.header("Authorization").filter(|header| !header.value.text.is_empty());
    if header.is_none()
        && let Some(other) = misnamed(draft, asks)
    {
        return found.push(ByteFinding::over(FindingKind::HeaderMisnamed, scheme_of(&other.value)));
    }
    let from = found.len();
    match header {
        Some(header) => of_header(header, draft, asks, found),
        None => {
            found.extend(draft.user.as_ref().and_then(empty_pair));
            let eaten = draft.user.as_ref().filter(|user| user.expands && loses_part(&user.text));
            found.extend(eaten.map(|user| ByteFinding::over(FindingKind::DollarInEnv, user.span)));
            let of_person = draft.user.as_ref().filter(|user| is_login(&user.text));
            found.extend(of_person.map(|user| ByteFinding::over(FindingKind::EmailInstead, user.span)));
            let user = draft.user.as_ref().filter(|user| !user.expands && changes(&user.text));
            found.extend(user.map(|user| ByteFinding::over(FindingKind::PairNeedsEncoding, user.span)));
        }
    }
    if let Some(secret) = asks.field("client_secret").filter(|secret| !secret.value.text.is_empty()) {
        let has_basic = header.map_or(draft.user.is_some(), |header| scheme_is(&header.value.text, "basic"));
        let is_fine = found.iter().skip(from).all(|one| one.kind == FindingKind::PairNeedsEncoding);
        if has_basic && is_fine {
            found.push(ByteFinding::over(FindingKind::TwoAuthentications, secret.span));
        }
    }
    // What is missing may be in the part that is cut off or was not joined.
    let is_in_url = draft.user_name().is_some();
    let is_absent = header.is_none() && draft.user.is_none() && !is_in_url && !draft.has_hidden_authentication;
    let is_whole = draft.issues.iter().all(|issue| matches!(issue, SyntaxIssue::PasteMark(_)));
    if is_absent && is_whole {
        found.extend(absent(draft, asks, server));
    }
}

/// Words that are taken for the name of the header, besides mistyped ones.
const OTHER_NAMES: [&str; 7] =
    ["auth", "authentication", "authenticate", "authenticator", "authorize", "authorisation", "authorise"];

/// How many mistakes the name may have.
const MISTAKES: usize = 2;

/// The header with the client's credentials that no server looks at; `None` where the client authenticates otherwise.
pub(in crate::reading::request) fn misnamed<'d>(draft: &'d Draft, asks: &Asks) -> Option<&'d Header> {
    let has = |name: &str| asks.field(name).is_some();
    if draft.user.is_some() || has("client_secret") || INSTEAD.into_iter().any(has) {
        return None;
    }
    draft.headers.iter().find(|header| {
        let name = header.name.trim().to_ascii_lowercase();
        let is_near = || !name.starts_with("x-") && is_near(&name, "authorization", MISTAKES);
        let is_meant = OTHER_NAMES.contains(&name.as_str()) || is_near();
        // A service may have a header of its own for something else.
        let is_credential = ["basic", "bearer"].iter().any(|scheme| scheme_is(&header.value.text, scheme));
        is_meant && (is_credential || header.value.expands)
    })
}

/// The place of the first word.
fn scheme_of(value: &Fragment) -> ByteSpan {
    let first = value.text.split_whitespace().next().unwrap_or_default();
    value.part(0, first.len())
}

/// Whether the value begins with the header's own name; how long that is, with what follows it.
pub(in crate::reading::request) fn name_in_value(value: &str) -> Option<usize> {
    let rest = value.get("authorization".len()..)?;
    let is_name = value.get(.."authorization".len())?.eq_ignore_ascii_case("authorization");
    let inner = rest.trim_start_matches([':', '=', ' ', '\t']);
    (is_name && inner.len() < rest.len()).then_some(value.len() - inner.len())
}

/// `-u :` and `-u :secret`, as with variables that are not set; `-u id:` is allowed (RFC 7617 §2).
fn empty_pair(user: &Fragment) -> Option<ByteFinding> {
    if user.expands {
        return None;
    }
    match user.text.split_once(':')? {
        ("", _) => Some(ByteFinding::over(FindingKind::PartMissing, user.span)),
        (_, "") => Some(ByteFinding::over(FindingKind::SecretEmpty, user.span)),
        _ => None,
    }
}

/// The parameters with which a client authenticates or is public: then no header is needed.
const INSTEAD: [&str; 4] = ["client_assertion", "code_verifier", "assertion", "subject_token"];

/// No client authentication at all.
fn absent(draft: &Draft, asks: &Asks, server: Server) -> Option<ByteFinding> {
    let has = |name: &str| asks.field(name).is_some();
    let is_own = |header: &Header| {
        let name = header.name.to_ascii_lowercase();
        ["key", "secret", "attestation", "signature"].iter().any(|part| name.contains(part))
    };
    if !asks.is_known || has("client_secret") || INSTEAD.into_iter().any(has) || draft.headers.iter().any(is_own) {
        return None;
    }
    let is_certain = match GrantWord::of(asks)? {
        // RFC 6749 §4.4: only confidential clients may use it.
        GrantWord::ClientCredentials | GrantWord::AccountCredentials => true,
        // RFC 6749 §4.1.3: a client that does not authenticate must send its ID.
        GrantWord::AuthorizationCode => !has("client_id") || server == Server::Provider,
        GrantWord::RefreshToken => server == Server::Provider,
        GrantWord::Password => false,
        GrantWord::Other => return None,
    };
    // A program may authenticate elsewhere, as with the default headers of its client.
    let is_certain = is_certain && draft.form != RequestForm::Program;
    let kind = if is_certain { FindingKind::ClientAuthenticationMissing } else { FindingKind::ClientMaybePublic };
    Some(ByteFinding::over(kind, draft.head))
}

/// Findings about an `Authorization` header at a token endpoint.
fn of_header(header: &Header, draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    let value = &header.value;
    if let Some(length) = name_in_value(&value.text) {
        return found.push(ByteFinding::over(FindingKind::HeaderNameTwice, value.part(0, length)));
    }
    let scheme = value.text.split_whitespace().next().unwrap_or_default();
    if scheme.eq_ignore_ascii_case("basic") {
        return of_basic(value, draft, found);
    }
    let scheme_span = value.part(0, scheme.len());
    if value.text.starts_with(is_quote) {
        return found.push(ByteFinding::over(FindingKind::QuotesAround, value.span));
    }
    if scheme.eq_ignore_ascii_case("bearer") {
        let fault = bearer_fault(value.text.get(scheme.len()..).unwrap_or_default());
        let is_pair = fault.is_some_and(|fault| fault.kind == FindingKind::PairAsBearer);
        if is_pair {
            found.push(ByteFinding::over(FindingKind::PairAsBearer, scheme_span));
        } else if wants_client(asks) {
            found.push(ByteFinding::over(FindingKind::BearerHeader, scheme_span));
        }
        return;
    }
    let is_alone = scheme.len() == value.text.trim().len();
    if !is_alone && is_near(&scheme.trim_end_matches(':').to_ascii_lowercase(), "basic", 2) {
        found.push(ByteFinding::over(FindingKind::SchemeMistyped, scheme_span));
    } else if is_alone && !value.expands {
        let reading = read_header(&value.text, &PairShape::default());
        if reading.findings.iter().any(|finding| finding.kind == FindingKind::PairNotEncoded) {
            found.push(ByteFinding::over(FindingKind::PairNotEncoded, value.span));
        } else if reading.pair.is_some() {
            found.push(ByteFinding::over(FindingKind::BasicMissing, value.span));
        }
    }
}

/// Whether this grant needs the client's authentication in the header, because the body has none.
fn wants_client(asks: &Asks) -> bool {
    // What `curl -v` prints has no body.
    let is_unseen = !asks.is_known && asks.field("grant_type").is_none();
    let is_of_rfc = is_unseen || GrantWord::of(asks).is_some_and(|grant| grant != GrantWord::Other);
    let is_in_body = |name: &str| asks.field(name).is_some();
    is_of_rfc && !is_in_body("client_secret") && !INSTEAD.into_iter().any(is_in_body)
}

/// The findings about credentials that are certain although people make parts unreadable before they paste a request.
const CERTAIN: [FindingKind; 15] = [
    FindingKind::BasicTwice,
    FindingKind::Base64Twice,
    FindingKind::BlanksAround,
    FindingKind::ByteOrderMark,
    FindingKind::BytesAsText,
    FindingKind::ColonEncoded,
    FindingKind::InvisibleCharacter,
    FindingKind::LineBreakInHeader,
    FindingKind::NewlineEncoded,
    FindingKind::NoBreakSpace,
    FindingKind::PairNotEncoded,
    FindingKind::PlaceholderWords,
    FindingKind::SecretHashed,
    FindingKind::Utf16Pair,
    FindingKind::ValueNotSet,
];

fn of_basic(value: &Fragment, draft: &Draft, found: &mut Vec<ByteFinding>) {
    let credentials = value.text.get("basic".len()..).unwrap_or_default().trim();
    if value.expands {
        let is_shown = |kind: &FindingKind| draft.shell.is_some() || *kind != FindingKind::PairNotEncoded;
        let kind = of_recipe(credentials).filter(is_shown);
        return found.extend(kind.map(|kind| ByteFinding::over(kind, value.span)));
    }
    // A variable of Postman and of request files.
    if credentials.starts_with("{{") {
        return;
    }
    if credentials.is_empty() {
        return found.push(ByteFinding::over(FindingKind::PartMissing, value.span));
    }
    if is_recipe_with_pair(credentials) {
        return found.push(ByteFinding::over(FindingKind::PairNotEncoded, value.span));
    }
    let reading = read_header(&value.text, &PairShape::default());
    let is_long = credentials.len() >= LONG_ENOUGH;
    let is_certain = |finding: &Finding| match finding.kind {
        // The rest of a masked text is seldom read as it was meant.
        FindingKind::ColonMissing => is_long && reading.decoded.is_some(),
        FindingKind::PartMissing | FindingKind::SecretEmpty => true,
        kind => CERTAIN.contains(&kind) && kind.severity() >= Severity::Warning,
    };
    for finding in reading.findings.iter().filter(|finding| is_certain(finding)) {
        let is_said = found.iter().any(|said| said.kind == finding.kind);
        if is_said {
            continue;
        }
        let is_mask = finding.kind == FindingKind::PlaceholderWords
            && finding.span.is_some_and(|span| span.within == Within::Pasted)
            && !is_recipe(credentials);
        let kind = if is_mask { FindingKind::ValueMasked } else { finding.kind };
        found.push(ByteFinding { detail: finding.detail, ..ByteFinding::over(kind, value.span) });
    }
    let pair = reading.pair.as_ref();
    if pair.is_some_and(|pair| is_email(&pair.identifier)) {
        found.push(ByteFinding::over(FindingKind::EmailInstead, value.span));
    }
    // EXPOSE: only whether it has such a character is computed.
    if pair.is_some_and(|pair| changes(&pair.identifier) || changes(pair.secret.expose())) {
        found.push(ByteFinding::over(FindingKind::PairNeedsEncoding, value.span));
    }
    if reading.findings.iter().any(|finding| finding.kind == FindingKind::MaskedDots) {
        found.push(ByteFinding::over(FindingKind::ValueMasked, value.span));
    }
}

/// Whether the credentials are those of a person, as values or as variables: a client has an ID and a secret.
fn is_login(pair: &str) -> bool {
    let Some((name, _)) = pair.split_once(':') else { return false };
    let variable = variable(name).unwrap_or_default();
    is_email(name) || ["email", "useremail", "emailaddress"].contains(&variable.as_str())
}

/// Whether form decoding makes something else of a text, and it is not encoded already.
fn changes(pair: &str) -> bool {
    let is_escape = |rest: &str| rest.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    let has_escape = pair.split('%').skip(1).any(is_escape);
    // An even number of them is around the names of variables of cmd.
    !has_escape && (pair.contains('+') || pair.matches('%').count() % 2 == 1)
}

/// A shorter base64 text was probably made up or shortened.
const LONG_ENOUGH: usize = 28;

/// `base64(client_id:client_secret)`: how to make the value instead of the value.
fn is_recipe(credentials: &str) -> bool {
    let lower = credentials.get(..RECIPE).unwrap_or(credentials).to_ascii_lowercase();
    lower.contains('(') && (lower.contains("base64") || lower.contains("encode") || lower.contains("btoa"))
}

const RECIPE: usize = 24;

/// `Base64(s6BhdRkqt3:7Fjfp0ZBr1KtDRbnfVdmIw)`: the words of a guide around the values, which nothing encodes.
fn is_recipe_with_pair(credentials: &str) -> bool {
    let inner =
        credentials.strip_suffix(')').filter(|_| is_recipe(credentials)).and_then(|inner| inner.split_once('('));
    let is_value = |text: &str| {
        let text = text.trim();
        text.len() >= SHORTEST_VALUE
            && text.contains(|ch: char| ch.is_ascii_digit())
            && text.chars().all(|ch| ch.is_ascii_alphanumeric() || "_-.~".contains(ch))
    };
    inner.and_then(|(_, pair)| pair.split_once(':')).is_some_and(|(id, secret)| is_value(id) && is_value(secret))
}

/// In bytes.
const SHORTEST_VALUE: usize = 8;

/// What is wrong with how a shell makes the credentials: a command that encodes a line break too, two variables that
/// nothing encodes, or the word `Basic` once more before a variable.
fn of_recipe(credentials: &str) -> Option<FindingKind> {
    if scheme_is(credentials, "basic") {
        return Some(FindingKind::BasicTwice);
    }
    let command = credentials.strip_prefix("$(").or_else(|| credentials.strip_prefix('`'));
    command
        .and_then(encoding_fault)
        .or_else(|| is_pair_of_variables(credentials).then_some(FindingKind::PairNotEncoded))
}

/// `$ID:$SECRET`, `${ID}:${SECRET}`, `%ID%:%SECRET%`: nothing encodes them.
fn is_pair_of_variables(credentials: &str) -> bool {
    let is_variable = |text: &str| {
        let name = text.strip_prefix('$').or_else(|| text.strip_prefix('%').and_then(|rest| rest.strip_suffix('%')));
        let name = name.map(|name| name.strip_prefix("env:").unwrap_or(name));
        let name = name.map(|name| name.strip_prefix('{').and_then(|name| name.strip_suffix('}')).unwrap_or(name));
        name.is_some_and(|name| !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_'))
    };
    credentials.split_once(':').is_some_and(|(id, secret)| is_variable(id) && is_variable(secret))
}

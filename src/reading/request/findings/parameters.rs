//! The parameters of a token request: missing, empty, repeated, not set, not encoded.

use super::api_call::variable;
use super::grant::meant_by;
use super::literal::loses_part;
use super::{ByteFinding, GrantWord, MORE_PARAMETERS, MOST_SAID, PARAMETERS};
use crate::reading::FindingKind;
use crate::reading::authorize::is_encoded_address;
use crate::reading::request::draft::{Asks, BodyPart, Draft, Param};
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::request::{RequestForm, RequestGrant, RequestHabits};
use crate::reading::server::Server;
use crate::reading::value::{is_masked, is_placeholder, is_secret_hash, is_unset};
use crate::reading::wrapping::bytes_text;

fn names() -> impl Iterator<Item = &'static str> {
    PARAMETERS.into_iter().chain(MORE_PARAMETERS)
}

/// The name as a constant of this program.
fn known(name: &str) -> Option<&'static str> {
    names().find(|known| *known == name)
}

/// Missing and empty parameters, and a grant type of a different app.
pub(super) fn present(
    draft: &Draft,
    asks: &Asks,
    (habits, server): (&RequestHabits<'_>, Server),
    found: &mut Vec<ByteFinding>,
) {
    let missing = |name: &'static str| ByteFinding::over(FindingKind::ParameterMissing, draft.head).naming(name);
    let empty = |field: &Param, name| ByteFinding::over(FindingKind::ParameterEmpty, field.span).naming(name);
    let grant = asks.grant();
    if asks.is_known {
        match asks.field("grant_type") {
            None if is_hidden_grant(draft, asks) || !needs_grant(draft, server) => {}
            None => found.push(missing("grant_type")),
            Some(field) if field.value.text.is_empty() => found.push(empty(field, "grant_type")),
            Some(_) => {}
        }
        for name in needs(asks, server) {
            match asks.field(name) {
                None => found.push(missing(name)),
                Some(field) if field.value.text.is_empty() => found.push(empty(field, name)),
                Some(_) => {}
            }
        }
    }
    if let Some(field) = asks.field("client_id").filter(|field| field.value.text.is_empty() && !field.value.expands) {
        found.push(empty(field, "client_id"));
    }
    if let (Some(grant), Some(allowed), Some(field)) = (grant, habits.grants, asks.field("grant_type"))
        && !allowed.contains(&grant)
    {
        let finding = ByteFinding::over(FindingKind::GrantForOtherApp, field.span);
        found.push(if grant == RequestGrant::Other { finding } else { finding.naming(grant.name()) });
    }
}

/// The required parameters. Whether `redirect_uri` is one depends on the authorization request (RFC 6749 §4.1.3).
pub(super) fn needs(asks: &Asks, server: Server) -> Vec<&'static str> {
    if GrantWord::of(asks) == Some(GrantWord::Password) {
        return vec!["username", "password"];
    }
    // What is missing for the grant type that was meant is missing too.
    let meant = asks.field("grant_type").and_then(|field| meant_by(&field.value.text));
    let grant = meant.and_then(|name| name.parse().ok()).or(asks.grant());
    let all = grant.map_or(&[][..], RequestGrant::needs);
    all.iter().copied().filter(|name| *name != "redirect_uri" || !server.is_other()).collect()
}

/// Some servers know one grant type only, and their endpoint has a name of its own.
fn needs_grant(draft: &Draft, server: Server) -> bool {
    let address = draft.address();
    let last = address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    !server.is_other() || last.eq_ignore_ascii_case("token")
}

/// The grant type is there, but in the middle of something else that is reported.
fn is_hidden_grant(draft: &Draft, asks: &Asks) -> bool {
    let in_text = |part: &BodyPart| matches!(part, BodyPart::Text(piece) if piece.text.contains("name=\"grant_type\""));
    draft.body.parts.iter().any(in_text)
        || asks.all().any(|field| field.name == "?grant_type" || field.value.text.contains("grant_type="))
}

/// Each repeated parameter, at its second place. RFC 8707 §2 and RFC 8693 §2.1 allow `resource` and `audience`.
pub(super) fn repeated(asks: &Asks, found: &mut Vec<ByteFinding>) {
    for name in names() {
        if let Some(second) = asks.all().filter(|field| field.name == name).nth(1) {
            found.push(ByteFinding::over(FindingKind::RepeatedParameter, second.span).naming(name));
        }
    }
}

/// Values that a program did not set, and that somebody made unreadable.
pub(super) fn values(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    let mut masked = None;
    let mut unset = 0;
    for field in asks.all() {
        let Some(name) = known(&field.name).filter(|name| !matches!(*name, "scope" | "state")) else { continue };
        if is_unset(&field.value.text) && unset < MOST_SAID {
            unset += 1;
            found.push(ByteFinding::over(FindingKind::ValueNotSet, field.span).naming(name));
        }
        if matches!(name, "client_secret" | "password") && field.value.expands && loses_part(&field.value.text) {
            found.push(ByteFinding::over(FindingKind::DollarInEnv, field.span));
        }
        if name == "client_secret" && is_secret_hash(&field.value.text) {
            found.push(ByteFinding::over(FindingKind::SecretHashed, field.span));
        }
        let is_placed = || {
            let chars: Vec<char> = field.value.text.chars().take(LONGEST_PLACEHOLDER).collect();
            is_placeholder(&chars) && !field.value.text.starts_with(['$', '%'])
        };
        let is_variable = field.value.expands || field.value.text.starts_with("{{");
        if masked.is_none() && !is_variable && (is_masked(&field.value.text) || is_placed()) {
            let finding = ByteFinding::over(FindingKind::ValueMasked, field.span);
            // Whoever has the other values somewhere else has nothing to hide.
            let is_left = !is_masked(&field.value.text) && has_variables(draft, asks);
            masked = Some(if is_left { finding.naming(name) } else { finding });
        }
    }
    found.extend(masked);
    let is_odd = |field: &&Param| {
        let text = &field.value.text;
        MACHINE_MADE.contains(&field.name.as_str())
            && !field.value.expands
            && text.contains(char::is_whitespace)
            && !text.trim().is_empty()
    };
    if let Some(field) = asks.all().find(is_odd) {
        let text = &field.value.text;
        let is_inside = text.trim().contains(char::is_whitespace);
        let is_said = found.iter().any(|said| said.span == Some(field.span));
        let kind = if is_inside { FindingKind::BlankInside } else { FindingKind::BlanksAround };
        found.extend((!is_said).then(|| ByteFinding::over(kind, field.span)));
    }
}

/// A token where the code belongs, by the name of its variable.
pub(super) fn code(asks: &Asks, found: &mut Vec<ByteFinding>) {
    let Some(field) = asks.field("code").filter(|field| field.value.expands) else { return };
    if GrantWord::of(asks) != Some(GrantWord::AuthorizationCode) {
        return;
    }
    // A getter returns what it is called after.
    let text = &field.value.text;
    let getter = text.strip_suffix("()}").filter(|text| text.rsplit('.').next().is_some_and(is_getter));
    let Some(name) = variable(getter.unwrap_or(text)) else { return };
    let token = [("accesstoken", "access_token"), ("refreshtoken", "refresh_token"), ("idtoken", "id_token")];
    if let Some((_, token)) = token.into_iter().find(|(end, _)| name.ends_with(end)) {
        found.push(ByteFinding::over(FindingKind::OtherValueAsCode, field.span).naming(token));
    }
}

/// The variable of a different value, by its name: `account_id=$CLIENT_ID`. The ends are in lowercase and without signs.
pub(super) fn variables(asks: &Asks, found: &mut Vec<ByteFinding>) {
    const OTHERS: [(&str, &[&str]); 3] = [
        ("account_id", &["clientid", "clientsecret"]),
        ("client_id", &["clientsecret"]),
        ("client_secret", &["clientid"]),
    ];
    for (name, others) in OTHERS {
        let Some(field) = asks.field(name) else { continue };
        let is_other = |variable: String| others.iter().any(|other| variable.ends_with(other));
        if variable(&field.value.text).is_some_and(is_other) {
            found.push(ByteFinding::over(FindingKind::VariableOfOther, field.span).naming(name));
        }
    }
}

fn is_getter(name: &str) -> bool {
    name.strip_prefix("get").is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_uppercase() || ch == '_'))
}

/// Whether a program takes its credentials from variables.
fn has_variables(draft: &Draft, asks: &Asks) -> bool {
    let header = draft.header("Authorization").map(|header| &header.value);
    let secret = asks.field("client_secret").map(|field| &field.value);
    let credentials = [header, secret, draft.user.as_ref()];
    draft.form == RequestForm::Program && credentials.into_iter().flatten().any(|value| value.expands)
}

/// Values with more in them than was meant: encoded once more, or in quotes; and a verifier that is none.
pub(super) fn shapes(asks: &Asks, found: &mut Vec<ByteFinding>) {
    for field in asks.all().filter(|field| !field.value.expands).take(MOST_CHECKED) {
        let text = &field.value.text;
        let is_machine_made = MACHINE_MADE.contains(&field.name.as_str());
        let is_url = field.name == "redirect_uri";
        let is_quoted =
            ["\"", "'"].iter().any(|quote| text.len() > 2 && text.starts_with(quote) && text.ends_with(quote));
        let kind = if known(&field.name).is_some() && bytes_text(text).is_some() {
            FindingKind::BytesAsText
        } else if (is_url && is_encoded_address(text)) || (field.name == "code" && has_escape(text)) {
            FindingKind::EncodedTwice
        } else if is_quoted && (is_machine_made || is_url || field.name == "client_secret") {
            FindingKind::QuotesAround
        } else if field.name == "account_id" && text.len() > LEAST_NUMBER && text.chars().all(|ch| ch.is_ascii_digit())
        {
            FindingKind::AccountNumber
        } else if field.name == "code_verifier" && !text.is_empty() && !is_hidden(text) && !is_verifier(text) {
            FindingKind::NotAVerifier
        } else {
            continue;
        };
        found.push(ByteFinding::over(kind, field.span));
    }
}

/// In digits; the shortest account numbers seen have nine.
const LEAST_NUMBER: usize = 7;

/// How many parameters are checked; no request has more.
const MOST_CHECKED: usize = 32;

fn is_hidden(text: &str) -> bool {
    is_masked(text) || is_unset(text) || has_variable(text) || text.contains(['%', '[']) || text.ends_with("...")
}

/// RFC 7636 §4.1.
fn is_verifier(text: &str) -> bool {
    let is_unreserved = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '.' | '_' | '~');
    (43..=128).contains(&text.len()) && text.chars().all(is_unreserved)
}

fn has_escape(text: &str) -> bool {
    text.split('%').skip(1).any(is_escape)
}

/// No value of these contains whitespace (RFC 6749 appendix A).
const MACHINE_MADE: [&str; 4] = ["code", "refresh_token", "device_code", "client_id"];

const LONGEST_PLACEHOLDER: usize = 100;

/// A redirect URL that contains the response to the authorization request: RFC 6749 §4.1.3 requires the one that was
/// sent.
pub(super) fn redirect(asks: &Asks, found: &mut Vec<ByteFinding>) {
    let Some(field) = asks.field("redirect_uri") else { return };
    if has_response(&field.value.text) {
        found.push(ByteFinding::over(FindingKind::RedirectHasCode, field.span));
    }
}

/// Whether a redirect URL has the parameters of a response (RFC 6749 §4.1.2).
pub(in crate::reading) fn has_response(redirect: &str) -> bool {
    let query = redirect.split_once('?').map_or("", |(_, query)| query);
    let has = |name: &str| query.split('&').any(|pair| pair.split_once('=').is_some_and(|(key, _)| key == name));
    has("code")
}

/// The parameters whose values are made by a machine: a `+` in them is never a space.
const RANDOM: [&str; 8] = [
    "code",
    "refresh_token",
    "client_secret",
    "client_id",
    "device_code",
    "client_assertion",
    "assertion",
    "subject_token",
];

/// Values in a form that was written by hand, in which a `+` is a space, a `%` begins an escape and an `&` ends the value
/// (RFC 6749 appendix B).
pub(super) fn encoding(draft: &Draft, asks: &Asks, found: &mut Vec<ByteFinding>) {
    if asks.is_json || draft.body.is_multipart {
        return;
    }
    let most = found.len() + MOST_SAID;
    for piece in parts_of_form(draft) {
        of_form(&piece, found, most);
    }
}

/// What is written as a form: the query of the URL, and the parts of the body.
pub(in crate::reading::request) fn parts_of_form(draft: &Draft) -> Vec<Fragment> {
    let query = draft.query_part().map(|(start, end)| draft.url.slice(start, end));
    let parts = draft.body.parts.iter().filter_map(|part| match part {
        BodyPart::Text(piece) => Some(piece.clone()),
        BodyPart::Param(_) => None,
    });
    query.into_iter().chain(parts).collect()
}

/// How much of a text that begins with `redirect_uri=` is a redirect URL whose own parameters follow unencoded; `None` if
/// it is not cut off.
pub(in crate::reading::request) fn cut_redirect(text: &str) -> Option<usize> {
    let mut pairs = text.split('&');
    let redirect = pairs.next()?;
    if !redirect.split_once("://")?.1.contains('?') {
        return None;
    }
    let is_own = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        pair.contains('=') && known(name).is_none() && !OF_SERVERS.contains(&name) && !name.contains(['"', '\'', ' '])
    };
    let own: usize = pairs.take_while(is_own).map(|pair| pair.len() + 1).sum();
    (own > 0).then_some(redirect.len() + own)
}

/// Parameters that servers know besides: Auth0, Entra ID, RFC 8707, RFC 9396.
const OF_SERVERS: [&str; 8] = [
    "audience",
    "resource",
    "client_info",
    "requested_token_use",
    "realm",
    "organization",
    "tenant",
    "authorization_details",
];

fn of_form(piece: &Fragment, found: &mut Vec<ByteFinding>, most: usize) {
    let mut start = 0;
    let mut last: Option<(&'static str, ByteSpan)> = None;
    for pair in piece.text.split('&') {
        let end = start + pair.len();
        let span = piece.part(start, end);
        if pair.starts_with("redirect_uri=")
            && !piece.expands
            && let Some(length) = piece.text.get(start..).and_then(cut_redirect)
        {
            found.push(ByteFinding::over(FindingKind::RedirectCutOff, piece.part(start, start + length)));
        }
        start = end + 1;
        if found.len() >= most {
            return;
        }
        let Some((name, value)) = pair.split_once('=') else {
            // A part without a name is the rest of the value before it.
            if let Some((name, place)) = last.take().filter(|(name, _)| is_typed(name) && is_rest(pair)) {
                let place = ByteSpan::new(place.start, span.end.max(place.end));
                found.push(ByteFinding::over(FindingKind::ValueNotEncoded, place).naming(name));
            }
            continue;
        };
        let name = known(name.trim_start_matches('?').trim());
        last = name.map(|name| (name, span));
        let Some(name) = name.filter(|_| !has_variable(value)) else { continue };
        let is_broken = is_plus(name, value) || is_typed(name) && !piece.expands && has_bare_percent(value);
        if is_broken {
            found.push(ByteFinding::over(FindingKind::ValueNotEncoded, span).naming(name));
        }
    }
}

/// Whether the value is made or chosen by somebody, and can have any character.
fn is_typed(name: &str) -> bool {
    RANDOM.contains(&name) || name == "password"
}

fn is_rest(part: &str) -> bool {
    !part.is_empty()
        && !has_variable(part)
        && part.len() < LONGEST_PLACEHOLDER
        && !part.contains(char::is_whitespace)
        && !part.starts_with("amp;")
}

fn has_variable(value: &str) -> bool {
    value.contains(['$', '`', '{', '<'])
}

/// A `+` between the characters of a token, not at an end, where it would be a space that somebody typed.
fn is_plus(name: &str, value: &str) -> bool {
    let is_email = name == "username" && value.split_once('+').is_some_and(|(_, rest)| rest.contains('@'));
    let inner = value.trim_matches('+');
    is_email || RANDOM.contains(&name) && inner.contains('+') && !inner.contains(' ')
}

fn has_bare_percent(value: &str) -> bool {
    value.split('%').skip(1).any(|rest| !is_escape(rest))
}

/// Whether what follows a `%` makes it an escape (RFC 3986 §2.1).
fn is_escape(rest: &str) -> bool {
    matches!(rest.as_bytes(), [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit())
}

/// The text of the same value as it belongs in a form.
pub(in crate::reading::request) fn escaped(pair: &str) -> Option<String> {
    let (name, value) = pair.split_once('=')?;
    let mut escaped = format!("{name}=");
    let mut rest = value;
    while let Some(at) = rest.find(['+', '%', '&']) {
        escaped.push_str(rest.get(..at)?);
        let (sign, behind) = (rest.get(at..at + 1)?, rest.get(at + 1..)?);
        escaped.push_str(match sign {
            "+" => "%2B",
            "&" => "%26",
            _ if is_escape(behind) => "%",
            _ => "%25",
        });
        rest = behind;
    }
    escaped.push_str(rest);
    Some(escaped)
}

/// A parameter of the authorization request in a request that has no grant type.
pub(super) fn of_other_request(asks: &Asks, found: &mut Vec<ByteFinding>) {
    if let Some(field) = asks.field("response_type").filter(|_| asks.field("grant_type").is_none()) {
        found.push(ByteFinding::over(FindingKind::ParameterOfOtherRequest, field.span).naming("response_type"));
    }
}

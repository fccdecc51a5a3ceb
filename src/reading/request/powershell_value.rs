//! Values of the parameters of `Invoke-RestMethod` and `Invoke-WebRequest`.

use super::draft::{Body, BodyPart, Draft, Header, Param};
use super::piece::{ByteSpan, Fragment};

/// The value of a parameter or a variable.
#[derive(Clone)]
pub(super) enum PowerShellValue {
    Text(Fragment),
    Table(Vec<(String, ByteSpan, PowerShellValue)>),
    /// Converted with `ConvertTo-Json`.
    Json(Box<PowerShellValue>),
}

impl PowerShellValue {
    /// The approximate memory of a copy, in bytes.
    pub(super) fn weight(&self) -> usize {
        match self {
            PowerShellValue::Text(piece) => piece.text.len() + MEMBER,
            PowerShellValue::Json(inner) => inner.weight(),
            PowerShellValue::Table(members) => members.iter().map(|(name, _, value)| name.len() + value.weight()).sum(),
        }
    }
}

const MEMBER: usize = 128;

/// The parameters that define a request.
pub(super) const PARAMETERS: [&str; 7] = ["uri", "method", "custommethod", "headers", "contenttype", "body", "infile"];
const AUTHENTICATION: [&str; 5] =
    ["credential", "certificate", "certificatethumbprint", "usedefaultcredentials", "token"];
/// Parameter names may be abbreviated (about_Parameters); shorter ones are ambiguous.
const SHORTEST: usize = 3;

/// Whether a parameter, with or without a value, authenticates with something that is not in the text.
pub(super) fn authenticates(name: &str) -> bool {
    AUTHENTICATION.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Applies a parameter to the request.
pub(super) fn given(name: &str, value: PowerShellValue, draft: &mut Draft) {
    let name = name.to_ascii_lowercase();
    draft.has_hidden_authentication |= authenticates(&name);
    let is_meant = |known: &&&str| **known == name || (name.len() >= SHORTEST && known.starts_with(&name));
    match (PARAMETERS.iter().find(is_meant).copied(), value) {
        (Some("uri"), PowerShellValue::Text(address)) => draft.url = address,
        (Some("method" | "custommethod"), PowerShellValue::Text(method)) => draft.method = Some(method),
        (Some("contenttype"), PowerShellValue::Text(value)) => {
            draft.headers.push(Header { name: "Content-Type".to_owned(), value });
        }
        (Some("headers"), PowerShellValue::Table(members)) => {
            for (name, _, value) in members {
                if let PowerShellValue::Text(value) = value {
                    draft.headers.push(Header { name, value });
                }
            }
        }
        (Some("headers"), PowerShellValue::Text(_)) => draft.has_hidden_authentication = true,
        (Some("body"), value) => draft.body = body(value),
        (Some("infile"), _) => draft.body.is_unknown = true,
        _ => {}
    }
}

fn body(value: PowerShellValue) -> Body {
    let mut body = Body::default();
    match value {
        PowerShellValue::Text(text) if text.expands && !text.text.contains('=') => body.is_unknown = true,
        PowerShellValue::Text(text) => body.parts.push(BodyPart::Text(text)),
        PowerShellValue::Json(inner) => {
            body.is_json = true;
            match *inner {
                PowerShellValue::Text(_) => body.is_unknown = true,
                PowerShellValue::Table(members) => body.parts.extend(members.into_iter().filter_map(field)),
                PowerShellValue::Json(_) => {}
            }
        }
        PowerShellValue::Table(members) => body.parts.extend(members.into_iter().filter_map(field)),
    }
    body
}

fn field((name, start, value): (String, ByteSpan, PowerShellValue)) -> Option<BodyPart> {
    let PowerShellValue::Text(value) = value else { return None };
    // A value may come from a variable in a different place.
    let span = if value.span.start >= start.end { ByteSpan::new(start.start, value.span.end) } else { start };
    Some(BodyPart::Param(Param { name, value, span }))
}

/// A table is sent as a form with POST and as the query with GET; a text is sent as a form with POST (Microsoft,
/// `Invoke-RestMethod`, `-Body`, `-ContentType`).
pub(super) fn finish(draft: &mut Draft) {
    let is_table = matches!(draft.body.parts.as_slice(), [BodyPart::Param(_), ..]) && !draft.body.is_json;
    let is_get = draft.known_method().is_some_and(|method| method.eq_ignore_ascii_case("GET"));
    draft.body.in_query = is_table && is_get;
    draft.says_form = !draft.body.is_json;
}

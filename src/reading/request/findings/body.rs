//! How a body is sent: RFC 6749 appendix B, RFC 9110 §8.3.

use super::{ByteFinding, FORM};
use crate::reading::FindingKind;
use crate::reading::request::RequestForm;
use crate::reading::request::draft::{Asks, BodyPart, Draft, Header};
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::server::Server;

const JSON: &str = "application/json";

/// Findings about the body and its content type.
pub(super) fn content_type(draft: &Draft, asks: &Asks, server: Server, found: &mut Vec<ByteFinding>) {
    let headers = || draft.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("Content-Type"));
    if let Some(second) = headers().nth(1)
        && headers().any(|header| media_type(header) != media_type(second))
    {
        found.push(ByteFinding::over(FindingKind::ContentTypeRepeated, second.value.span));
    }
    let header = headers().next();
    let of_header = header.filter(|_| draft.form == RequestForm::Program).map(|header| header.value.span);
    let body = draft.body.parts.first().map(|part| match part {
        BodyPart::Text(piece) => piece.span,
        BodyPart::Param(field) => field.span,
    });
    let body = body.or(of_header).unwrap_or(draft.place);
    if asks.is_json && asks.form.is_empty() && !asks.query.is_empty() {
        // Nothing is in it: the parameters are elsewhere.
        let place = header.map_or(body, |header| header.value.span);
        let is_wrong = header.is_none_or(|header| !is_of(header, FORM));
        return found.extend(is_wrong.then(|| ByteFinding::over(FindingKind::ContentTypeMissing, place)));
    }
    if asks.is_json {
        return found.extend(of_json(header, draft.says_form, server).map(|kind| ByteFinding::over(kind, body)));
    }
    if let Some(text) = draft.body.parts.iter().find_map(query_sign) {
        found.push(ByteFinding::over(FindingKind::QuestionMarkInBody, text));
    }
    if draft.body.is_multipart {
        return found.extend(of_multipart(draft, server));
    }
    if draft.body.is_empty() || draft.body.in_query {
        return;
    }
    match header {
        Some(header) if header.value.expands || is_of(header, FORM) => {}
        Some(header) if is_of(header, "multipart/form-data") => {
            if !server.leeway().multipart {
                found.push(ByteFinding::over(FindingKind::MultipartBody, header.value.span));
            }
        }
        Some(header) if is_of(header, JSON) && is_form(draft) => {
            found.push(ByteFinding::over(FindingKind::BodyNotAsDeclared, header.value.span));
        }
        Some(header) => found.push(ByteFinding::over(FindingKind::ContentTypeMissing, header.value.span)),
        None if draft.says_form || draft.body.is_unknown || draft.has_unknown_headers => {}
        None => found.push(ByteFinding::over(FindingKind::ContentTypeMissing, draft.head)),
    }
}

fn of_json(header: Option<&Header>, says_form: bool, server: Server) -> Option<FindingKind> {
    match header {
        // The option that sends JSON says so.
        None if !says_form && server.leeway().json => None,
        None if !says_form && server.is_other() => Some(FindingKind::JsonMayFail),
        Some(header) if is_of(header, FORM) => Some(FindingKind::BodyNotAsDeclared),
        Some(_) if server.leeway().json => None,
        Some(header) if server.is_other() && is_of(header, JSON) => Some(FindingKind::JsonMayFail),
        _ => Some(FindingKind::JsonBody),
    }
}

/// A form in one field of a multipart body, or any multipart body: RFC 6749 provides for neither.
fn of_multipart(draft: &Draft, server: Server) -> Option<ByteFinding> {
    let mut fields = draft.body.parts.iter().filter_map(|part| match part {
        BodyPart::Param(field) => Some(field),
        BodyPart::Text(_) => None,
    });
    let first = fields.clone().next()?;
    let whole = fields.find(|field| field.value.text.contains("&grant_type=") || is_whole_form(field));
    if let Some(whole) = whole {
        return Some(ByteFinding::over(FindingKind::FormInOneField, whole.span));
    }
    (!server.leeway().multipart).then(|| ByteFinding::over(FindingKind::MultipartBody, first.span))
}

/// `grant_type=a&code=b` as one field.
fn is_whole_form(field: &super::Param) -> bool {
    let names = super::PARAMETERS.iter().chain(&super::MORE_PARAMETERS);
    let mut rest = field.value.text.split('&').skip(1).filter_map(|pair| pair.split_once('='));
    rest.any(|(name, _)| names.clone().any(|known| *known == name)) && !field.value.text.contains("://")
}

/// The place of a `?` before a form.
fn query_sign(part: &BodyPart) -> Option<ByteSpan> {
    let BodyPart::Text(piece) = part else { return None };
    let start = piece.text.len() - piece.text.trim_start().len();
    let rest = piece.text.get(start..)?.strip_prefix('?')?;
    rest.split('&').next()?.contains('=').then(|| piece.part(start, start + 1))
}

/// The first name that has blanks before it, and the known parameters that are called something else because of that.
pub(super) fn blanks_before_names(draft: &Draft) -> Option<(ByteSpan, Vec<&'static str>)> {
    // Who records traffic breaks its lines to read them.
    draft.shell?;
    let mut first = None;
    let mut names = Vec::new();
    for part in &draft.body.parts {
        let BodyPart::Text(piece) = part else { continue };
        let mut start = 0;
        for pair in piece.text.split('&') {
            let blanks = pair.len() - pair.trim_start_matches(is_between).len();
            let name = pair.get(blanks..).and_then(|pair| Some(pair.split_once('=')?.0));
            let mut known = super::PARAMETERS.iter().chain(&super::MORE_PARAMETERS);
            if let Some(name) = known.find(|known| Some(**known) == name).filter(|_| blanks > 0) {
                first = first.or(Some(piece.part(start + blanks, start + blanks + name.len())));
                names.push(*name);
            }
            start += pair.len() + 1;
        }
    }
    Some((first?, names))
}

/// A single quote keeps the backslash that was meant to join the lines.
fn is_between(ch: char) -> bool {
    ch.is_whitespace() || ch == '\\'
}

/// Whether a body is certainly a form.
fn is_form(draft: &Draft) -> bool {
    let is_pair = |text: &str| {
        text.split('&').next().is_some_and(|first| {
            let name = first.split('=').next().unwrap_or_default();
            name.len() < first.len() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_')
        })
    };
    !draft.body.parts.is_empty()
        && draft.body.parts.iter().all(|part| match part {
            BodyPart::Text(Fragment { text, .. }) => is_pair(text.trim()),
            BodyPart::Param(_) => draft.says_form,
        })
}

/// The media type without its parameters, in lowercase.
fn media_type(header: &Header) -> String {
    header.value.text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn is_of(header: &Header, media: &str) -> bool {
    header.value.text.get(..media.len()).is_some_and(|start| start.eq_ignore_ascii_case(media))
}

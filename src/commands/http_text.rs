//! The request as it goes over the wire.

use super::carried::checked_identifier;
use super::command::carried;
use super::form_body::{form_body, with_query};
use super::lines::Lines;
use super::{Command, CommandError, Purpose, SecretUse};
use crate::oauth::{Authorization, FormValue, HttpRequest, Method, Secret, authorization_header, form_encoded};

/// The request as HTTP/1.1 (RFC 9112), to look at, to compare with a log, or to send with a program that sends it as it
/// is.
///
/// With [`SecretUse::Asked`] eight asterisks replace the credentials in the `Authorization` header, a code and
/// everything else that is secret, so that it can be shown to others. With [`SecretUse::Written`] it is what is sent,
/// byte for byte. `Content-Length` is right for the text as it is. The lines end with CR and LF, as they must (§2.1);
/// the body, which is last, has no line break after it. It prompts for nothing and runs nothing. It has no
/// `User-Agent`, as programs send one of their own.
///
/// # Errors
///
/// The first value that the text cannot contain, see [`CommandError`]; with [`SecretUse::Written`] also
/// [`CommandError::NotKnown`].
pub fn http_text(request: &HttpRequest, secrets: SecretUse<'_>) -> Result<Command, CommandError> {
    let body = form_body(&request.form, |field| match (&field.value, secrets) {
        (FormValue::Plain(value), _) => Ok(form_encoded(value)),
        (FormValue::Secret(_) | FormValue::AskedFor(_), SecretUse::Asked) => Ok(MASK.to_owned()),
        // EXPOSE: it goes into the text, which is a secret again.
        (FormValue::Secret(value), SecretUse::Written(_)) => Ok(form_encoded(value.expose())),
        (FormValue::AskedFor(prompt), SecretUse::Written(_)) => {
            let answer = secrets.answer(prompt).ok_or(CommandError::NotKnown { part: field.name })?;
            // EXPOSE: the same.
            Ok(form_encoded(answer.expose()))
        }
    })?;
    let (authority, target) = origin_form(request.url.as_str());
    let target = with_query(&target, request, &body);
    let mut lines = Lines::of_http();
    lines.add(Purpose::Address, format!("{} {target} HTTP/1.1", request.method.name()));
    lines.add(Purpose::Address, format!("Host: {authority}"));
    if let Some(value) = authorization(&request.authorization, secrets)? {
        // EXPOSE: it goes into the text, which is a secret again.
        lines.add(Purpose::Pair, format!("Authorization: {}", value.expose()));
    }
    for (name, value) in &request.headers {
        lines.add(Purpose::Header(name), format!("{name}: {}", carried(name, value)?));
    }
    match request.method {
        Method::Get => lines.add(Purpose::Frame, ""),
        Method::Post => {
            lines.add(Purpose::Length, format!("Content-Length: {}", body.len()));
            lines.add(Purpose::Frame, "");
            lines.add(Purpose::Body, body);
        }
    }
    Ok(lines.command())
}

/// What replaces a secret. An asterisk stays as it is in a form, and is no character of base64.
const MASK: &str = "********";

fn authorization(authorization: &Authorization, secrets: SecretUse<'_>) -> Result<Option<Secret>, CommandError> {
    let (client_id, encoding) = match authorization {
        Authorization::None => return Ok(None),
        Authorization::Bearer(prompt) => {
            if matches!(secrets, SecretUse::Asked) {
                return Ok(Some(Secret::new(format!("Bearer {MASK}"))));
            }
            let token = secrets.answer(prompt).ok_or(CommandError::NotKnown { part: HEADER })?;
            // EXPOSE: it goes into the header, which is a secret again.
            return Ok(Some(Secret::new(format!("Bearer {}", carried(HEADER, token.expose())?))));
        }
        Authorization::Basic { client_id, encoding } => (client_id, *encoding),
    };
    let id = checked_identifier(client_id, encoding)?;
    if matches!(secrets, SecretUse::Asked) {
        return Ok(Some(Secret::new(format!("Basic {MASK}"))));
    }
    let not_known = CommandError::NotKnown { part: SECRET };
    let secret = secrets.client_secret().filter(|secret| !secret.is_empty()).ok_or(not_known)?;
    // EXPOSE: it is searched for control characters.
    carried(SECRET, secret.expose())?;
    Ok(Some(authorization_header(id, secret, encoding).map_err(|_| not_known)?))
}

const HEADER: &str = "Authorization";
const SECRET: &str = "client_secret";

/// The authority, for `Host` (RFC 9110 §7.2), and the target in origin-form (RFC 9112 §3.2.1), where an empty path is `/`.
fn origin_form(address: &str) -> (&str, String) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, target) = rest.split_at(end);
    (authority, if target.starts_with('/') { target.to_owned() } else { format!("/{target}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{Typed, sample};
    use crate::oauth::Endpoint;

    #[track_caller]
    fn printed(request: &HttpRequest, secrets: SecretUse<'_>) -> String {
        // EXPOSE: the test compares the whole text.
        http_text(request, secrets).unwrap().text().expose().to_owned()
    }

    #[test]
    fn masked_by_default_and_whole_by_choice() {
        let request = sample::exchange();
        assert_eq!(
            printed(&request, SecretUse::default()),
            "POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\nAuthorization: Basic ********\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nContent-Length: 87\r\n\r\n\
             grant_type=authorization_code&code=********&redirect_uri=https%3A%2F%2Fexample.com%2Fcb"
        );
        let secret = Secret::new("DemoClientSecret0000000000000001");
        let typed = SecretUse::Written(Typed { client_secret: Some(&secret), answers: &[] });
        let text = printed(&request, typed);
        assert!(text.contains("\r\nAuthorization: Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1v"), "{text}");
        assert!(text.ends_with("\r\n\r\ngrant_type=authorization_code&code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&redirect_uri=https%3A%2F%2Fexample.com%2Fcb"));
        let refusal = http_text(&request, SecretUse::Written(Typed::default())).unwrap_err();
        assert_eq!(refusal, CommandError::NotKnown { part: "client_secret" });
        let refusal = http_text(&sample::refresh(), typed).unwrap_err();
        assert_eq!(refusal, CommandError::NotKnown { part: "refresh_token" });
    }

    #[test]
    fn rfc_9112_section_3_2_1() {
        for (address, host, target) in [
            ("https://a.example", "a.example", "/"),
            ("https://a.example?x=1", "a.example", "/?x=1"),
            ("https://[2001:db8::1]:8443/t?x=http://b/", "[2001:db8::1]:8443", "/t?x=http://b/"),
        ] {
            let request = HttpRequest { url: Endpoint::parse(address).unwrap(), ..sample::refresh() };
            let text = printed(&request, SecretUse::Asked);
            assert!(text.starts_with(&format!("POST {target} HTTP/1.1\r\nHost: {host}\r\n")), "{text}");
        }
    }

    #[test]
    fn names_the_value_that_cannot_be_carried() {
        sample::refuses_what_no_format_carries(http_text);
    }
}

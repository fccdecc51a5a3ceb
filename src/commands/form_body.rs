//! The form as it goes over the wire.

use crate::oauth::{FormField, HttpRequest, Method, form_encoded};

/// The fields as `application/x-www-form-urlencoded`; `value` gives the value of a field, encoded.
pub(super) fn form_body<E>(
    form: &[FormField],
    mut value: impl FnMut(&FormField) -> Result<String, E>,
) -> Result<String, E> {
    let mut body = String::new();
    for field in form {
        if !body.is_empty() {
            body.push('&');
        }
        body.push_str(&form_encoded(field.name));
        body.push('=');
        body.push_str(&value(field)?);
    }
    Ok(body)
}

/// A URL, with the encoded form appended as its query for [`Method::Get`].
pub(super) fn with_query(address: &str, request: &HttpRequest, form: &str) -> String {
    match request.method {
        Method::Get if !form.is_empty() => {
            let sign = if address.contains('?') { '&' } else { '?' };
            format!("{address}{sign}{form}")
        }
        Method::Get | Method::Post => address.to_owned(),
    }
}

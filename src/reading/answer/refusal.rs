//! An error response in any form that a person may have: JSON, a log line that contains it, the text of a page.

use crate::oauth::{
    AnswerForm, NotAnAnswer, PastedAnswer, RefusalPlace, RefusalShape, Secret, TokenAnswer, read_pasted_answer,
    refusal_number,
};

/// What a pasted text says about an error.
#[derive(Clone, Debug)]
pub struct RefusalText {
    /// What kind of text it was.
    pub form: RefusalForm,
    /// Where the error was shown, as far as the text tells.
    pub place: Option<RefusalPlace>,
    /// The HTTP status, where the text contains one.
    pub status: Option<u32>,
    /// The value of `error`; only lowercase letters, digits and `_`, as in error codes.
    pub error: Option<String>,
    /// The message: `reason`, `message` or a similar member, or the whole text of a page. It can contain a code.
    pub sentence: Option<Secret>,
    /// The provider's error number, where there is one.
    pub number: Option<u32>,
}

/// The form in which an error was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalForm {
    /// The response itself.
    Answer,
    /// A response with other text around it, as in a log, or as a different language prints it.
    Inside,
    /// A web page.
    Page,
    /// Other text.
    Plain,
    /// An empty text.
    Empty,
}

/// Reads an error; `None` where the text is a response with tokens, which is not an error.
///
/// Any other text is accepted: the provider's table decides whether it is an error. Runs in linear time.
#[must_use]
pub fn read_refusal_text(text: &str) -> Option<RefusalText> {
    let PastedAnswer { answer: read, form, .. } = read_pasted_answer(text);
    let found = match &read {
        Ok(TokenAnswer::Tokens(_) | TokenAnswer::Printed(_)) => return None,
        Ok(TokenAnswer::Refused(refusal)) if form == AnswerForm::Plain => of_shape(&refusal.shape),
        Ok(TokenAnswer::Refused(refusal)) => RefusalParts { form: RefusalForm::Inside, ..of_shape(&refusal.shape) },
        Err(NotAnAnswer::Empty) => RefusalParts { form: RefusalForm::Empty, ..RefusalParts::default() },
        Err(_) => RefusalParts::default(),
    };
    let found = if matches!(read, Ok(_) | Err(NotAnAnswer::Empty)) { with_messages(found, text) } else { inside(text) };
    let place = found.place.or_else(|| place_of_error(found.error.as_deref())).or_else(|| place_in(text));
    Some(RefusalText {
        form: found.form,
        place,
        status: status_in(text),
        error: found.error,
        sentence: found.sentence,
        number: found.number,
    })
}

struct RefusalParts {
    form: RefusalForm,
    place: Option<RefusalPlace>,
    error: Option<String>,
    sentence: Option<Secret>,
    number: Option<u32>,
}

impl Default for RefusalParts {
    fn default() -> RefusalParts {
        RefusalParts { form: RefusalForm::Answer, place: None, error: None, sentence: None, number: None }
    }
}

fn of_shape(shape: &RefusalShape) -> RefusalParts {
    let small = |code: &Option<u64>| code.and_then(|code| u32::try_from(code).ok());
    let (place, error, sentence, number) = match shape {
        RefusalShape::Zoom { reason, error } => (Some(RefusalPlace::Token), error.as_deref(), Some(reason), None),
        RefusalShape::Rfc6749 { error, description, .. } => (None, Some(error.as_str()), description.as_ref(), None),
        RefusalShape::Authorize { code, message } => (Some(RefusalPlace::Authorize), None, Some(message), small(code)),
        RefusalShape::Api { code, message } => (Some(RefusalPlace::Api), None, Some(message), small(code)),
    };
    // A value of `error` that is not a code is used as the message, because `error` may only be a code.
    let prose = error.filter(|error| !is_error_code(error)).map(Secret::new);
    let error = error.filter(|error| is_error_code(error)).map(str::to_owned);
    RefusalParts { place, error, sentence: sentence.cloned().or(prose), number, ..RefusalParts::default() }
}

/// A response that contains an error code and, in a list of `errors`, a `message` for each.
fn with_messages(found: RefusalParts, text: &str) -> RefusalParts {
    if found.sentence.is_some() || found.error.is_none() {
        return found;
    }
    match valued(text, "message") {
        Some(message) => {
            RefusalParts { place: Some(RefusalPlace::Manifest), sentence: Some(Secret::new(message)), ..found }
        }
        None => found,
    }
}

/// A text that is not a response as a whole: it is searched for the same keys.
fn inside(text: &str) -> RefusalParts {
    let error = valued(text, "error").filter(|error| is_error_code(error));
    let numbered = |name| valued(text, name).and_then(|digits| digits.parse().ok());
    let kinds = [
        ("reason", Some(RefusalPlace::Token), None),
        ("errorMessage", Some(RefusalPlace::Authorize), numbered("errorCode")),
        ("message", Some(RefusalPlace::Api), numbered("code")),
        ("error_description", None, None),
    ];
    let sentence = kinds.into_iter().find_map(|(name, place, number)| Some((valued(text, name)?, place, number)));
    if let Some((sentence, place, number)) = sentence {
        let is_manifest = place == Some(RefusalPlace::Api) && error.is_some();
        return RefusalParts {
            form: RefusalForm::Inside,
            place: if is_manifest { Some(RefusalPlace::Manifest) } else { place },
            error: error.map(str::to_owned),
            sentence: Some(Secret::new(sentence)),
            number,
        };
    }
    if let Some(error) = error {
        return RefusalParts { form: RefusalForm::Inside, error: Some(error.to_owned()), ..RefusalParts::default() };
    }
    let start = text.trim_start();
    let is_page = start.starts_with('<') || text.contains("<html") || text.contains("<!DOCTYPE");
    RefusalParts {
        form: if is_page { RefusalForm::Page } else { RefusalForm::Plain },
        place: None,
        error: known_error(text).map(str::to_owned),
        sentence: Some(Secret::new(text)),
        number: refusal_number(text),
    }
}

/// The value after a key between quotes or brackets: `"reason":"…"`, `\"reason\": \"…\"`, `'reason': '…'`,
/// `[reason] => …`. It ends at its quote, at the end of its line, or where the text was cut off.
fn valued<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.match_indices(name).find_map(|(at, _)| {
        let before = text.get(..at)?;
        let behind = text.get(at + name.len()..)?.strip_prefix('\\').or(text.get(at + name.len()..))?;
        let opened = before.chars().next_back()?;
        let closed = if opened == '[' { ']' } else { opened };
        if !matches!(opened, '"' | '\'' | '[') {
            return None;
        }
        let behind = behind.strip_prefix(closed)?.trim_start_matches(' ');
        let value = behind.strip_prefix("=>").or_else(|| behind.strip_prefix(':'))?.trim_start_matches(' ');
        let escaped = value.strip_prefix('\\').unwrap_or(value);
        let value = match escaped.chars().next()? {
            quote @ ('"' | '\'') => until_quote(escaped.strip_prefix(quote)?, quote),
            // What follows a brace or bracket is not a string.
            '{' | '[' => return None,
            _ => value.split([',', '}', ']', '\n', '\r']).next()?.trim(),
        };
        (!value.is_empty() && value != "null").then_some(value)
    })
}

/// The text before the quote; `\"` also ends it, because the whole response may be a quoted string itself.
fn until_quote(text: &str, quote: char) -> &str {
    text.split([quote, '\n', '\r']).next().unwrap_or(text).trim_end_matches('\\')
}

fn is_error_code(text: &str) -> bool {
    text.len() <= LONGEST_ERROR
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

const LONGEST_ERROR: usize = 40;

/// RFC 6749 §4.1.2.1 and §5.2, RFC 8628 §3.5.
const ERRORS: [&str; 14] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
    "invalid_scope",
    "access_denied",
    "server_error",
    "temporarily_unavailable",
    "authorization_pending",
    "slow_down",
    "expired_token",
    "invalid_token",
];

/// The first error code that is a word of its own in the text.
fn known_error(text: &str) -> Option<&'static str> {
    let mut words = text.split(|ch: char| !ch.is_ascii_alphanumeric() && ch != '_');
    words.find_map(|word| ERRORS.into_iter().find(|error| *error == word))
}

fn place_of_error(error: Option<&str>) -> Option<RefusalPlace> {
    match error? {
        "authorization_pending" | "slow_down" | "expired_token" => Some(RefusalPlace::Device),
        "invalid_client" | "invalid_grant" | "unsupported_grant_type" => Some(RefusalPlace::Token),
        "invalid_manifest" => Some(RefusalPlace::Manifest),
        _ => None,
    }
}

/// The endpoint that a log mentions next to the error; an error in a returned URL is one of the authorization page
/// (RFC 6749 §4.1.2.1).
fn place_in(text: &str) -> Option<RefusalPlace> {
    if text.contains("://") && ["?error=", "&error=", "#error="].iter().any(|part| text.contains(part)) {
        return Some(RefusalPlace::Authorize);
    }
    const PATHS: [(&str, RefusalPlace); 5] = [
        ("/oauth/token", RefusalPlace::Token),
        ("/oauth/authorize", RefusalPlace::Authorize),
        ("/oauth/devicecode", RefusalPlace::Device),
        ("/marketplace/apps", RefusalPlace::Manifest),
        ("/v2/", RefusalPlace::Api),
    ];
    PATHS.into_iter().find(|(path, _)| text.contains(path)).map(|(_, place)| place)
}

/// The first three-digit number in a context that makes it a status: `HTTP/1.1 400`, `400 Bad Request`, `(400)`,
/// `status code 404`.
pub(super) fn status_in(text: &str) -> Option<u32> {
    const BEHIND: [&str; 7] = ["bad", "unauthorized", "forbidden", "not", "client", "method", "ok"];
    let mut before = "";
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|ch: char| !ch.is_ascii_digit());
        let code = bare.parse().ok().filter(|code| bare.len() == 3 && (*code == 200 || (400..600).contains(code)));
        if let Some(code) = code {
            let behind = words.peek().map(|next| next.to_ascii_lowercase()).unwrap_or_default();
            let behind = behind.trim_matches(|ch: char| !ch.is_ascii_alphabetic());
            let is_led = ["http", "status", "code"].iter().any(|lead| before.to_ascii_lowercase().contains(lead));
            if is_led || word.starts_with('(') || BEHIND.contains(&behind) {
                return Some(code);
            }
        }
        before = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> RefusalText {
        read_refusal_text(text).unwrap()
    }

    #[track_caller]
    fn says(text: &str, form: RefusalForm, error: Option<&str>, sentence: Option<&str>) -> RefusalText {
        let found = read(text);
        // EXPOSE: the tests compare the whole text.
        assert_eq!(found.sentence.as_ref().map(Secret::expose), sentence, "{text}");
        assert_eq!((found.form, found.error.as_deref()), (form, error), "{text}");
        found
    }

    const WRONG_PAIR: &str = "Invalid client_id or client_secret";

    #[test]
    fn the_answer_itself() {
        let found = says(
            r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#,
            RefusalForm::Answer,
            Some("invalid_client"),
            Some(WRONG_PAIR),
        );
        assert_eq!((found.place, found.status, found.number), (Some(RefusalPlace::Token), None, None));
        let found = says(
            r#"{"code":124,"message":"Invalid access token."}"#,
            RefusalForm::Answer,
            None,
            Some("Invalid access token."),
        );
        assert_eq!((found.place, found.number), (Some(RefusalPlace::Api), Some(124)));
        let found = says(
            r#"{"ok":false,"error":"invalid_manifest","errors":[{"setting":"/oauth_information/scopes[0]","message":"x is not a valid scope name"}]}"#,
            RefusalForm::Answer,
            Some("invalid_manifest"),
            Some("x is not a valid scope name"),
        );
        assert_eq!(found.place, Some(RefusalPlace::Manifest));
        says(r#"{"error":"Not a code."}"#, RefusalForm::Answer, None, Some("Not a code."));
        says(r#"{"error":"Not a code.","reason":"x"}"#, RefusalForm::Answer, None, Some("x"));
    }

    #[test]
    fn a_log_around_it() {
        for text in [
            "400 Bad Request: {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
            "Client error: `POST https://zoom.us/oauth/token` resulted in a `400 Bad Request` response:\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}\n",
            "HTTP/1.1 400\n\"{\\\"reason\\\":\\\"Invalid client_id or client_secret\\\",\\\"error\\\":\\\"invalid_client\\\"}\"",
            "400 Client Error: {'reason': 'Invalid client_id or client_secret', 'error': 'invalid_client'}",
            "(400) [reason] => Invalid client_id or client_secret\n[error] => invalid_client\n",
        ] {
            let found = says(text, RefusalForm::Inside, Some("invalid_client"), Some(WRONG_PAIR));
            assert_eq!((found.place, found.status), (Some(RefusalPlace::Token), Some(400)), "{text}");
        }
        let cut = "response:\n{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:re (truncated...)\n";
        let found = says(
            cut,
            RefusalForm::Inside,
            None,
            Some("Invalid access token, does not contain scopes:[user:re (truncated...)"),
        );
        assert_eq!((found.place, found.number), (Some(RefusalPlace::Api), Some(4711)));
    }

    #[test]
    fn the_text_of_a_page_or_of_an_exception() {
        let page = "Invalid redirect: https://example.com/cb (4,700)";
        let found = says(page, RefusalForm::Plain, None, Some(page));
        assert_eq!((found.number, found.status), (Some(4700), None));
        let exception = "400 Client Error: Bad Request for url: https://zoom.us/oauth/token";
        let found = says(exception, RefusalForm::Plain, None, Some(exception));
        assert_eq!((found.place, found.status, found.number), (Some(RefusalPlace::Token), Some(400), None));
        let moodle = "No access token returned";
        says(moodle, RefusalForm::Plain, None, Some(moodle));
        let html = "<html><title>404 Not Found</title></html>";
        assert_eq!(says(html, RefusalForm::Page, None, Some(html)).status, Some(404));
        let powershell = "Invoke-RestMethod : The remote server returned an error: (404) Not Found.";
        assert_eq!(read(powershell).status, Some(404));
        let sentence = "OAuth error: invalid_grant";
        says(sentence, RefusalForm::Plain, Some("invalid_grant"), Some(sentence));
        says(" \n", RefusalForm::Empty, None, None);
        assert!(read_refusal_text(r#"{"access_token":"a"}"#).is_none());
    }

    #[test]
    fn nothing_secret_is_printed() {
        for text in [
            r#"{"reason":"Invalid authorization code hidden-code","error":"invalid_grant"}"#,
            r#"{"reason":"x","error":"Hidden Code"}"#,
            "log: {'error': 'hidden-code'}",
            "hidden-code",
        ] {
            assert!(!format!("{:?}", read(text)).to_lowercase().contains("hidden"), "{text}");
        }
    }
}

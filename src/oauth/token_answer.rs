//! The response of a server: RFC 6749 §5.1 and §5.2, and Zoom's forms.

use super::{Jwt, PrintedTokens, Secret, read_jwt, scope_list};
use crate::pasted_json::{Json, Kind, Member};

/// A response that could be read.
#[derive(Clone, Debug)]
pub enum TokenAnswer {
    /// Tokens (RFC 6749 §5.1).
    Tokens(Tokens),
    /// The codes with which a device asks for an authorization, before there are tokens (RFC 8628 §3.2).
    DeviceCodes,
    /// The part that our exchange command prints, which is not a server's response.
    Printed(PrintedTokens),
    /// An error (RFC 6749 §5.2, or one of Zoom's).
    Refused(AnswerRefusal),
}

/// The tokens of a response.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// The access token; never empty.
    pub access_token: Secret,
    /// The access token decoded, if it is a JSON Web Token: not verified.
    pub jwt: Option<Box<Jwt>>,
    /// The token type, as the server writes it: it is case-insensitive (RFC 6749 §5.1). The RFC requires it; here it
    /// may be missing.
    pub token_type: Option<String>,
    /// The refresh token, if there is one that is not empty.
    pub refresh_token: Option<Secret>,
    /// The ID token, if there is one that is not empty (OpenID Connect Core §3.1.3.3).
    pub id_token: Option<Secret>,
    /// How long the access token is valid, in seconds; a number, or a number in a string.
    pub expires_in: Option<u64>,
    /// The scopes that were granted, each once; empty where the response lists none.
    pub scopes: Vec<String>,
    /// Zoom's field for the API of the account's region, such as `https://api-us.zoom.us`; not checked.
    pub api_url: Option<String>,
}

/// An error response.
#[derive(Clone, Debug)]
pub struct AnswerRefusal {
    /// What it says, by the keys that the server used.
    pub shape: RefusalShape,
}

impl AnswerRefusal {
    /// The error code (`invalid_grant`) or Zoom's number (`4700`), as the server writes it.
    #[must_use]
    pub fn error(&self) -> Option<String> {
        match &self.shape {
            RefusalShape::Zoom { error, .. } => error.clone(),
            RefusalShape::Rfc6749 { error, .. } => Some(error.clone()),
            RefusalShape::Authorize { code, .. } | RefusalShape::Api { code, .. } => code.map(|code| code.to_string()),
        }
    }

    /// The server's message; a secret, see [`RefusalShape`].
    #[must_use]
    pub fn sentence(&self) -> Option<&Secret> {
        match &self.shape {
            RefusalShape::Zoom { reason, .. } => Some(reason),
            RefusalShape::Rfc6749 { description, .. } => description.as_ref(),
            RefusalShape::Authorize { message, .. } | RefusalShape::Api { message, .. } => Some(message),
        }
    }
}

/// The forms of an error response; the keys of the response decide.
///
/// Messages are kept as secrets. Zoom repeats what it was sent ("Invalid authorization code …"), and any other server
/// may too.
#[derive(Clone, Debug)]
pub enum RefusalShape {
    /// The token endpoint of Zoom: `reason`, mostly with `error`.
    Zoom {
        /// Zoom's message. It can contain the code.
        reason: Secret,
        /// The error code of RFC 6749 §5.2; Zoom has used different ones for the same reason over time.
        error: Option<String>,
    },
    /// RFC 6749 §5.2: `error`.
    Rfc6749 {
        /// The error code, such as `invalid_grant`.
        error: String,
        /// The value of `error_description`.
        description: Option<Secret>,
        /// The value of `error_uri`: a page about the error.
        uri: Option<String>,
    },
    /// Zoom's authorization page: `errorCode` and `errorMessage`.
    Authorize {
        /// The value of `errorCode`, such as 4700; a number, or a number in a string.
        code: Option<u64>,
        /// The value of `errorMessage`.
        message: Secret,
    },
    /// The REST API of Zoom: `code` and `message`.
    Api {
        /// The value of `code`, such as 124; a number, or a number in a string.
        code: Option<u64>,
        /// The value of `message`.
        message: Secret,
    },
}

/// Why a text is not a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnAnswer {
    /// Nothing, or only whitespace.
    Empty,
    /// A web page, as a wrong URL or a proxy returns it.
    Html,
    /// JSON, or a token in it, that is cut off.
    Truncated,
    /// Not JSON.
    NotJson {
        /// The place where it stops being JSON, in characters of the given text from 0.
        at: usize,
    },
    /// JSON, but not an object.
    NotAnObject,
    /// An object without a key of a response, or whose values have the wrong type.
    NoKnownKey,
}

/// Reads the response of a token endpoint, or what was pasted as one; [`read_pasted_answer`](super::read_pasted_answer)
/// reports the form in which it was pasted.
///
/// Unknown keys are ignored (RFC 6749 §5.1). Deviations from RFC 6749: `token_type` may be missing; `expires_in` may be
/// a string; `scope` may be a list or have commas; if a key is repeated, the last one counts; a token that ends in an
/// ellipsis counts as cut off.
///
/// # Errors
///
/// What it is instead, see [`NotAnAnswer`].
///
/// ```
/// use authdesk::oauth::{Secret, TokenAnswer, read_token_answer};
///
/// // RFC 6749 §5.1, without the refresh token.
/// let text = r#"{ "access_token": "2YotnFZFEjr1zCsicMWpAA", "token_type": "example", "expires_in": 3600 }"#;
/// let Ok(TokenAnswer::Tokens(tokens)) = read_token_answer(text) else { panic!("no tokens") };
/// assert!(tokens.access_token.same_as(&Secret::new("2YotnFZFEjr1zCsicMWpAA")));
/// assert_eq!(tokens.expires_in, Some(3600));
///
/// // RFC 6749 §5.2.
/// let Ok(TokenAnswer::Refused(refusal)) = read_token_answer(r#"{ "error": "invalid_request" }"#) else { panic!() };
/// assert_eq!(refusal.error().as_deref(), Some("invalid_request"));
/// ```
pub fn read_token_answer(text: &str) -> Result<TokenAnswer, NotAnAnswer> {
    super::read_pasted_answer(text).answer
}

/// The response in an object.
pub(super) fn object_answer(members: &[Member]) -> Result<TokenAnswer, NotAnAnswer> {
    let is_cut = |name| text(members, name).is_some_and(is_shortened);
    if is_cut("access_token") || is_cut("refresh_token") {
        return Err(NotAnAnswer::Truncated);
    }
    answer_of(members).ok_or(NotAnAnswer::NoKnownKey)
}

/// Whether a program printed an ellipsis instead of the rest.
pub(super) fn is_shortened(text: &str) -> bool {
    text.ends_with("...") || text.ends_with('\u{2026}')
}

fn answer_of(answer: &[Member]) -> Option<TokenAnswer> {
    if let Some(access_token) = text(answer, "access_token") {
        return Some(TokenAnswer::Tokens(Tokens {
            jwt: read_jwt(access_token).ok().map(Box::new),
            access_token: Secret::new(access_token),
            token_type: owned(answer, "token_type"),
            refresh_token: text(answer, "refresh_token").map(Secret::new),
            id_token: text(answer, "id_token").map(Secret::new),
            expires_in: value(answer, "expires_in").and_then(number),
            scopes: value(answer, "scope").map(scopes).unwrap_or_default(),
            api_url: owned(answer, "api_url"),
        }));
    }
    // Some servers add a `message` for the user, which is no error.
    if text(answer, "device_code").is_some() && text(answer, "user_code").is_some() {
        return Some(TokenAnswer::DeviceCodes);
    }
    let code = |name| value(answer, name).and_then(number);
    let shape = if let Some(reason) = text(answer, "reason") {
        RefusalShape::Zoom { reason: Secret::new(reason), error: owned(answer, "error") }
    } else if let Some(error) = owned(answer, "error") {
        let description = text(answer, "error_description").map(Secret::new);
        RefusalShape::Rfc6749 { error, description, uri: owned(answer, "error_uri") }
    } else if let Some(message) = text(answer, "errorMessage") {
        RefusalShape::Authorize { code: code("errorCode"), message: Secret::new(message) }
    } else {
        RefusalShape::Api { code: code("code"), message: Secret::new(text(answer, "message")?) }
    };
    Some(TokenAnswer::Refused(AnswerRefusal { shape }))
}

fn value<'a>(answer: &'a [Member], name: &str) -> Option<&'a Json> {
    answer.iter().rfind(|member| member.name == name).map(|member| &member.value)
}

fn text<'a>(answer: &'a [Member], name: &str) -> Option<&'a str> {
    value(answer, name).and_then(Json::text).filter(|text| !text.is_empty())
}

fn owned(answer: &[Member], name: &str) -> Option<String> {
    text(answer, name).map(str::to_owned)
}

fn number(value: &Json) -> Option<u64> {
    match &value.kind {
        Kind::Text(text) => text.trim().parse().ok(),
        Kind::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}

fn scopes(value: &Json) -> Vec<String> {
    match &value.kind {
        Kind::Text(text) => scope_list(text),
        Kind::List(names) => scope_list(&super::joined(names.iter().filter_map(Json::text))),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(secret: &Secret) -> &str {
        // EXPOSE: the tests compare the whole text.
        secret.expose()
    }

    #[track_caller]
    fn tokens(text: &str) -> Tokens {
        match read_token_answer(text) {
            Ok(TokenAnswer::Tokens(tokens)) => tokens,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn refusal(text: &str) -> RefusalShape {
        match read_token_answer(text) {
            Ok(TokenAnswer::Refused(refusal)) => refusal.shape,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn not_an_answer(text: &str, expected: NotAnAnswer) {
        assert_eq!(read_token_answer(text).unwrap_err(), expected);
    }

    #[test]
    fn rfc_6749_section_5_1() {
        let tokens = tokens(
            r#"{
       "access_token":"2YotnFZFEjr1zCsicMWpAA",
       "token_type":"example",
       "expires_in":3600,
       "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA",
       "example_parameter":"example_value"
     }"#,
        );
        assert_eq!(shown(&tokens.access_token), "2YotnFZFEjr1zCsicMWpAA");
        assert_eq!(tokens.token_type.as_deref(), Some("example"));
        assert_eq!(tokens.expires_in, Some(3600));
        assert_eq!(tokens.refresh_token.as_ref().map(shown), Some("tGzv3JOkF0XG5Qx2TlKWIA"));
        assert_eq!(tokens.scopes, [""; 0]);
        assert_eq!(tokens.api_url, None);
    }

    #[test]
    fn rfc_6749_section_5_2() {
        match refusal("{\n       \"error\":\"invalid_request\"\n     }") {
            RefusalShape::Rfc6749 { error, description: None, uri: None } => assert_eq!(error, "invalid_request"),
            other => panic!("{other:?}"),
        }
        match refusal(r#"{"error":"invalid_grant","error_description":"too old","error_uri":"https://a.example/e"}"#) {
            RefusalShape::Rfc6749 { error, description, uri } => {
                assert_eq!(error, "invalid_grant");
                assert_eq!(description.as_ref().map(shown), Some("too old"));
                assert_eq!(uri.as_deref(), Some("https://a.example/e"));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_answer_of_zoom() {
        let tokens = tokens(
            r#"{"access_token":"eyJ.a","token_type":"bearer","refresh_token":"eyJ.r","expires_in":3599,"scope":"user:read:user meeting:read:meeting user:read:user","api_url":"https://api-us.zoom.us"}"#,
        );
        assert_eq!(tokens.expires_in, Some(3599));
        assert_eq!(tokens.scopes, ["user:read:user", "meeting:read:meeting"]);
        assert_eq!(tokens.api_url.as_deref(), Some("https://api-us.zoom.us"));
    }

    #[test]
    fn without_a_refresh_token_and_with_odd_kinds() {
        let tokens =
            tokens(r#"{"access_token":"a","expires_in":"3600","scope":["a:b","c"],"refresh_token":"","token_type":1}"#);
        assert!(tokens.refresh_token.is_none());
        assert_eq!(tokens.expires_in, Some(3600));
        assert_eq!(tokens.scopes, ["a:b", "c"]);
        assert_eq!(tokens.token_type, None);
        for odd in ["-1", "1.5", "null", "\"soon\"", "\"\"", "true", "18446744073709551616"] {
            assert_eq!(super::tests::tokens(&format!(r#"{{"access_token":"a","expires_in":{odd}}}"#)).expires_in, None);
        }
    }

    #[test]
    fn the_refusals_of_zoom() {
        match refusal(r#"{"reason":"Invalid authorization code hidden-code","error":"invalid_grant"}"#) {
            shape @ RefusalShape::Zoom { .. } => {
                assert!(!format!("{shape:?}").contains("hidden-code"));
                let RefusalShape::Zoom { reason, error } = shape else { return };
                assert_eq!(shown(&reason), "Invalid authorization code hidden-code");
                assert_eq!(error.as_deref(), Some("invalid_grant"));
            }
            other => panic!("{other:?}"),
        }
        match refusal(r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid redirect url","result":null}"#) {
            RefusalShape::Authorize { code, message } => {
                assert_eq!((code, shown(&message)), (Some(4700), "Invalid redirect url"));
            }
            other => panic!("{other:?}"),
        }
        match refusal(r#"{"code":124,"message":"Invalid access token."}"#) {
            RefusalShape::Api { code, message } => {
                assert_eq!((code, shown(&message)), (Some(124), "Invalid access token."));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn passes_over_what_stands_around() {
        for text in [
            "\u{feff}{\"access_token\":\"a\"}",
            "\r\n \u{a0}{\"access_token\":\"a\"}\n\n",
            "HTTP/2 200 \r\ncontent-type: application/json\r\n\r\n{\"access_token\":\"a\"}",
            "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nDate: now\n\n{\"access_token\":\"a\"}\n",
        ] {
            assert_eq!(shown(&tokens(text).access_token), "a");
        }
    }

    #[test]
    fn says_what_it_is_instead() {
        not_an_answer("", NotAnAnswer::Empty);
        not_an_answer(" \r\n\u{feff}", NotAnAnswer::Empty);
        not_an_answer("HTTP/1.1 204 No Content\r\n\r\n", NotAnAnswer::Empty);
        not_an_answer("<!DOCTYPE html><html></html>", NotAnAnswer::Html);
        not_an_answer("\n<html>", NotAnAnswer::Html);
        not_an_answer("HTTP/1.1 404 Not Found\n\n<html>{}", NotAnAnswer::Html);
        for cut in ["{", "{\"access_token\":\"eyJ", "{\"access_token\":\"a\",", "{\"access_token\":\"a\"", "[1,"] {
            not_an_answer(cut, NotAnAnswer::Truncated);
        }
        not_an_answer("access_token : eyJhbGciOi...", NotAnAnswer::Truncated);
        not_an_answer("{\"access_token\":eyJh\u{2026}", NotAnAnswer::Truncated);
        for other in ["[]", "\"eyJ\"", "1", "null", "[{\"access_token\":\"a\"}]"] {
            not_an_answer(other, NotAnAnswer::NotAnObject);
        }
        for none in [
            "{}",
            "{\"status\":\"success\"}",
            "{\"access_token\":1}",
            "{\"access_token\":\"\"}",
            "{\"Access_token\":\"a\"}",
        ] {
            not_an_answer(none, NotAnAnswer::NoKnownKey);
        }
    }

    #[test]
    fn names_the_place_where_it_stops_being_json() {
        not_an_answer("eyJhbGciOi", NotAnAnswer::NotJson { at: 0 });
        not_an_answer("  eyJhbGciOi", NotAnAnswer::NotJson { at: 2 });
        not_an_answer("{'access_token':a}", NotAnAnswer::NotJson { at: 1 });
        not_an_answer("{\"ä\":\n \"ö\" x}", NotAnAnswer::NotJson { at: 11 });
        not_an_answer("{\"b\":\"a\"}%", NotAnAnswer::NotJson { at: 9 });
        not_an_answer("HTTP/1.1 200 OK\n\n{ x", NotAnAnswer::NotJson { at: 19 });
    }

    #[test]
    fn a_tower_of_brackets_is_no_danger() {
        assert!(read_token_answer(&"[".repeat(100_000)).is_err());
        assert!(read_token_answer(&"{\"a\":".repeat(100_000)).is_err());
    }

    #[test]
    fn debug_shows_no_token() {
        let answer = read_token_answer(r#"{"access_token":"hidden-a","refresh_token":"hidden-r"}"#).unwrap();
        assert!(!format!("{answer:?}").contains("hidden"));
    }
}

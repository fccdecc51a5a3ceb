//! Words that are known wherever they are: error codes, the codes of products, the programs that write errors.

/// The error codes of the RFCs, of OpenID Connect, and those that servers and libraries use most.
const ERRORS: [&str; 69] = [
    // RFC 6749 §4.1.2.1 and §5.2.
    "access_denied",
    "invalid_client",
    "invalid_grant",
    "invalid_request",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
    // RFC 6750 §3.1, RFC 7009 §2.2.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC 8707 §2, RFC 9449 §5 and §8.
    "insufficient_scope",
    "invalid_token",
    "unsupported_token_type",
    "invalid_client_metadata",
    "invalid_redirect_uri",
    "invalid_software_statement",
    "unapproved_software_statement",
    "authorization_pending",
    "expired_token",
    "slow_down",
    "invalid_target",
    "invalid_dpop_proof",
    "use_dpop_nonce",
    // OpenID Connect Core §3.1.2.6 and CIBA §13.
    "account_selection_required",
    "consent_required",
    "interaction_required",
    "invalid_request_object",
    "invalid_request_uri",
    "login_required",
    "registration_not_supported",
    "request_not_supported",
    "request_uri_not_supported",
    // GitHub: "Troubleshooting OAuth app access token request errors" and "… authorization request errors".
    "application_suspended",
    "bad_verification_code",
    "device_flow_disabled",
    "incorrect_client_credentials",
    "incorrect_device_code",
    "redirect_uri_mismatch",
    "unverified_user_email",
    // Google: "Using OAuth 2.0 for web server applications", authorization errors.
    "admin_policy_enforced",
    "deleted_client",
    "disallowed_useragent",
    "invalid_client_id",
    "org_internal",
    "unsupported_over_http",
    // oauthlib, oauth2/rfc6749/errors.py.
    "bad_session_key",
    "insecure_transport",
    "invalid_redirect",
    "mismatching_redirect_uri",
    "mismatching_state",
    "missing_client_id",
    "missing_code",
    "missing_redirect_uri",
    "missing_response_type",
    "missing_token",
    "missing_token_type",
    "token_expired",
    "unsupported_token",
    // Slack: oauth.v2.access.
    "bad_client_secret",
    "bad_redirect_uri",
    "code_already_used",
    "invalid_auth",
    "invalid_code",
    "token_revoked",
    // Spring Security, omniauth, and Zoom's manifests.
    "authorization_request_not_found",
    "invalid_token_response",
    "csrf_detected",
    "invalid_credentials",
    "invalid_manifest",
];

/// The error code that a word is.
pub(in crate::reading) fn known_error(word: &str) -> Option<&'static str> {
    word.contains('_').then(|| ERRORS.into_iter().find(|error| *error == word)).flatten()
}

/// The longest error code, in bytes.
const LONGEST_ERROR: usize = 60;
/// An error code has a version in it at most, such as `oauth2`; a secret has more.
const MOST_DIGITS: usize = 2;

/// Whether a value of `error` is a code and not a sentence: one word, such as `invalid_grant`, `UNAUTHORIZED` or
/// `invalidGrant`.
pub(super) fn is_error_code(text: &str) -> bool {
    text.len() <= LONGEST_ERROR
        && text.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
        && text.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
        && !text.ends_with('.')
}

/// Whether a word is the code of a product: `AADSTS700016`, `AADB2C90086`, `E0000004`, `INVALID_SESSION_ID`.
pub(super) fn is_product_code(word: &str) -> bool {
    is_entra_code(word) || is_okta_code(word) || is_upper_code(word)
}

/// Microsoft Entra's codes, which are in the sentence.
pub(super) fn is_entra_code(word: &str) -> bool {
    word.starts_with('A')
        && ["AADSTS", "AADB2C"]
            .into_iter()
            .filter_map(|lead| word.strip_prefix(lead))
            .any(|digits| has_digits(digits, 4))
}

fn is_okta_code(word: &str) -> bool {
    word.len() == "E0000004".len() && word.strip_prefix('E').is_some_and(|digits| has_digits(digits, 7))
}

fn has_digits(text: &str, least: usize) -> bool {
    text.len() >= least && text.len() <= 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_upper_code(word: &str) -> bool {
    word.contains('_')
        && is_error_code(word)
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Whether a word is a class of errors, or a program or library that writes errors.
///
/// The words are class names and the first words of messages in the sources of these programs.
pub(super) fn is_exception(word: &str) -> bool {
    // The last part of a name such as `requests.exceptions.HTTPError`.
    is_class(word.rsplit('.').next().unwrap_or(word)) || is_program(word)
}

/// Whether a word is a program or library that writes errors.
pub(super) fn is_program(word: &str) -> bool {
    const PROGRAMS: [&str; 5] = ["GuzzleHttp", "OmniAuth", "WP_Error", "client-oauth2", "client-oauth2.js"];
    PROGRAMS.contains(&word) || word.starts_with("homeassistant.") || word.starts_with("oauthlib.")
}

/// Whether a phrase that programs write about an error begins with this word. `is_numbered`: a number is before it.
pub(super) fn is_phrase(word: &str, behind: &str, is_numbered: impl FnOnce() -> bool) -> bool {
    const PHRASES: [(&str, &str); 11] = [
        // Guzzle.
        ("resulted", " in a `"),
        // golang.org/x/oauth2.
        ("oauth2", ": cannot fetch token"),
        ("oauth2", ": \""),
        // .NET.
        ("remote", " server returned an error: ("),
        ("Response", " status code does not indicate success"),
        // axios.
        ("Request", " failed with status code"),
        // Python's urllib.
        ("HTTP", " Error "),
        ("Authentication", " failure! "),
        // curl.
        ("cURL", " error "),
        ("curl", ": ("),
        ("Max", " retries exceeded with url"),
    ];
    // Python's requests.
    let is_status = matches!(word, "Client" | "Server") && behind.starts_with(" Error: ") && is_numbered();
    let is_first = |first: &str| first.len() == word.len() && first == word;
    is_status || PHRASES.into_iter().any(|(first, rest)| is_first(first) && behind.starts_with(rest))
}

/// A class of an error by its name alone: `ValueError`, `NotAuthorizedException`, and what Moodle calls its own.
pub(super) fn is_class(class: &str) -> bool {
    const OF_MOODLE: [&str; 2] = ["moodle_exception", "coding_exception"];
    OF_MOODLE.contains(&class)
        || class.starts_with(|ch: char| ch.is_ascii_uppercase())
            && ["Error", "Exception"].into_iter().any(|end| class.len() > end.len() && class.ends_with(end))
}

/// Whether a word is a command of PowerShell that prints its errors after a colon.
pub(super) fn is_cmdlet(word: &str) -> bool {
    const VERBS: [&str; 16] = [
        "Add",
        "Connect",
        "ConvertFrom",
        "ConvertTo",
        "Export",
        "Get",
        "Import",
        "Invoke",
        "New",
        "Remove",
        "Restart",
        "Send",
        "Set",
        "Start",
        "Test",
        "Write",
    ];
    word.split_once('-').is_some_and(|(verb, noun)| {
        VERBS.contains(&verb) && noun.len() > 2 && noun.starts_with(|ch: char| ch.is_ascii_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_errors_and_of_products() {
        for code in ["invalid_grant", "UNAUTHORIZED", "invalidGrant", "error-expired", "oauth.v2.Failed"] {
            assert!(is_error_code(code), "{code}");
        }
        for other in ["", "Not a code.", "hunter2hunter9k1", "4700", "Unauthorized!", "a\u{e4}"] {
            assert!(!is_error_code(other), "{other}");
        }
        for code in ["AADSTS700016", "AADB2C90086", "E0000004", "INVALID_SESSION_ID"] {
            assert!(is_product_code(code), "{code}");
        }
        for other in ["AADSTS", "AADSTSx", "E000", "POST", "abc", "AB", "invalid_grant"] {
            assert!(!is_product_code(other), "{other}");
        }
        assert_eq!(known_error("invalid_grant"), Some("invalid_grant"));
        assert_eq!(known_error("my_invalid_grant"), None);
    }

    #[test]
    fn programs_by_their_words() {
        for word in [
            "requests.exceptions.HTTPError",
            "oauthlib.oauth2.rfc6749.errors.InvalidGrantError",
            "GuzzleHttp",
            "pyzoom.err.NotAuthorizedError",
            "ValueError",
        ] {
            assert!(is_exception(word), "{word}");
        }
        for word in ["Error", "error", "onError"] {
            assert!(!is_exception(word), "{word}");
        }
        assert!(is_cmdlet("Invoke-RestMethod") && !is_cmdlet("Content-Type") && !is_cmdlet("Get"));
    }
}

//! What the error codes of a token endpoint mean, for the commands that explain a response by themselves.

/// Each code of RFC 6749 §5.2 and RFC 8628 §3.5 that ends a request, with a sentence.
pub(super) const REFUSALS: [(&str, &str); 8] = [
    ("invalid_client", "Client ID and Client Secret do not match, or one of them is outdated or incomplete."),
    (
        "invalid_grant",
        "The code or token has expired, was already used or revoked, or belongs to a different app, redirect URL or verifier.",
    ),
    ("invalid_request", "A parameter is missing, repeated or wrong, such as the Account ID."),
    ("unauthorized_client", "This app type may not use this grant type."),
    ("unsupported_grant_type", "This app type may not use this grant type, or the server does not support it."),
    ("invalid_scope", "A scope is unknown or not allowed for this app."),
    ("access_denied", "The user denied the request."),
    ("expired_token", "The device code has expired. Start again."),
];

/// For a response with the HTTP status 404 and without a code.
pub(super) const NOTHING_THERE: &str = "Nothing was found at this URL.";

/// For all others.
pub(super) const OTHER_REFUSAL: &str = "This command does not recognize the response.";

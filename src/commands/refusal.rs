//! What the error codes of a token endpoint mean, for the commands that explain an answer by themselves.

/// Each code of RFC 6749 §5.2 and RFC 8628 §3.5 that ends a request, with a sentence.
pub(super) const REFUSALS: [(&str, &str); 8] = [
    ("invalid_client", "Client ID and Client Secret do not belong together, or one is old or not complete."),
    (
        "invalid_grant",
        "The code or token is too old, was used before or revoked, or belongs to another app, redirect URL or verifier.",
    ),
    ("invalid_request", "Something is missing, comes twice or is wrong, such as an Account ID."),
    ("unauthorized_client", "This kind of app may not ask in this way."),
    ("unsupported_grant_type", "This kind of app may not ask in this way, or the server does not know it."),
    ("invalid_scope", "A scope is unknown, or the app may not have it."),
    ("access_denied", "The person who was asked said no."),
    ("expired_token", "The code for the device is too old. Start again."),
];

/// For an answer with the HTTP status 404 and without a code.
pub(super) const NOTHING_THERE: &str = "There is nothing at this address.";

/// For all others.
pub(super) const OTHER_REFUSAL: &str = "The answer is not one that this command knows.";

//! Sentences that explain an error are no reports of it; a report with prose around it is one.

use super::{are_no_errors, leads_to};

#[test]
fn what_an_error_means() {
    are_no_errors(&[
        "If the server returns invalid_grant, the code has expired or was already used.",
        "If you get `redirect_uri_mismatch`, the redirect URI in your request does not match the one registered.",
        "The redirect_uri_mismatch error means that the redirect URL is not registered for this client.",
        "invalid_client means that client authentication failed. Check the client ID and secret.",
        "\"invalid_grant\" usually means the refresh token has been revoked or expired.",
        "The server responds with an HTTP 400 (Bad Request) status code and an error such as invalid_grant.",
        "A 401 Unauthorized response tells the client that the access token has expired; it should then use the refresh token.",
        "The authorization server returns invalid_scope when the requested scope is unknown.",
        "In OAuth 2.0, access_denied is sent to the redirect URI when the resource owner denied the request.",
        "Clients must handle the slow_down error by increasing the polling interval by 5 seconds.",
        "To avoid the \"redirect_uri_mismatch\" error, add every redirect URL of your app in the console.",
        "The invalid_grant error can have several causes: an expired code, a wrong redirect URI or a revoked token.",
        "Access tokens expire after one hour. When that happens, the API returns 401 with error code 124 \"Access token is expired.\"",
        "You will see ECONNREFUSED when the authorization server is not running.",
        "Wenn der Server invalid_grant zur\u{fc}ckgibt, ist der Code abgelaufen oder wurde schon benutzt.",
        "Der Fehler redirect_uri_mismatch bedeutet, dass die Weiterleitungs-URL nicht registriert ist.",
        "invalid_client tritt auf, wenn das Client Secret falsch ist.",
        "Our guide: when the token endpoint returns `invalid_client`, compare the secret.\nIf it says `invalid_scope`, look at the scopes.",
    ]);
}

#[test]
fn what_is_said_of_a_kind() {
    are_no_errors(&[
        "This is about the refresh tokens of our customers. A refresh token is invalid once it has been used, so store the new one.",
        "It would reduce log clutter caused by expired refresh tokens and race conditions with one-time-only ones.",
        "The cleanup job deletes expired refresh tokens every night, and writes how many there were.",
        "Every refresh token expired by the policy is counted, and the number is shown on the dashboard of the tenant.",
        "Der Aufr\u{e4}umdienst l\u{f6}scht expired refresh tokens jede Nacht und schreibt danach, wie viele es waren.",
    ]);
    leads_to(
        "refresh-expired/refresh-ended",
        &[
            "A refresh token is sent by the app every hour. Since yesterday it says that the refresh token has expired.",
            "Expired refresh tokens are deleted at night, but here it says: expired refresh token",
            "Sign-in\n\nYour refresh token has expired.\n\nBack to the home page\nImprint\nPrivacy",
        ],
    );
}

#[test]
fn headings_tables_and_lists() {
    are_no_errors(&[
        "# Error: redirect_uri_mismatch\n\nThis error occurs when the redirect URI passed in the authorization request does not match an authorized redirect URI for the OAuth client ID.",
        "Troubleshooting invalid_grant\n=============================\n\nThe authorization code can be used only once.",
        "### `invalid_client`\n\nThe client could not be authenticated. The secret may be wrong.",
        "| Error | Description |\n|---|---|\n| invalid_grant | The authorization code has expired. |",
        "Code\tDescription\tClient action\ninvalid_request\tProtocol error, such as a missing required parameter.\tFix and resubmit the request.",
        "AADSTS50011\tInvalidReplyTo - The reply address is missing, misconfigured, or doesn't match reply addresses configured for the app.",
        // RFC 6749 §5.2.
        "invalid_grant\n         The provided authorization grant (e.g., authorization\n         code, resource owner credentials) or refresh token is\n         invalid, expired, revoked.",
        "Common errors:\n- invalid_client: wrong client ID or secret\n- invalid_grant: code expired\n- redirect_uri_mismatch: redirect URL not registered",
        "1. invalid_request - a parameter is missing\n2. unauthorized_client - the client is not allowed to use this grant type",
        "Q: Why do I get invalid_grant?\nA: The refresh token was revoked, or the user changed the password.",
        "Example error response:\n\n    HTTP/1.1 400 Bad Request\n    Content-Type: application/json\n\n    {\n      \"error\": \"invalid_request\"\n    }",
        "For example, the authorization server redirects the user-agent by sending:\n  HTTP/1.1 302 Found\n  Location: https://client.example.com/cb?error=access_denied&state=xyz",
    ]);
}

/// Rows of Zoom's page on errors, as a browser copies them.
const ROWS: [[&str; 3]; 4] = [
    ["4700", "Token cannot be empty.", "No token came with the request."],
    ["4702, 4704", "Invalid client. Client ID does not match authenticated client.", "There is no such app."],
    ["4705", "Grant type is not supported from token endpoint.", "Use another grant type."],
    ["4709", "Redirect URI mismatch.", "The redirect_uri is missing or wrong."],
];

#[test]
fn tables_of_numbers() {
    let table = |row: fn(&[&str; 3]) -> String, end: &str| ROWS.iter().map(row).collect::<Vec<_>>().join(end);
    let tabs: fn(&[&str; 3]) -> String = |row| row.join("\t");
    let tables = [
        table(tabs, "\n"),
        table(tabs, "\r\n"),
        format!("OAuth errors\n\nError Code\tMessage\tDescription\n{}", table(tabs, "\n")),
        table(|row| format!("    {}", row.join("\t")), "\n"),
        table(|row| format!("> {}", row.join("\t")), "\n"),
        table(|row| format!("| {} |", row.join(" | ")), "\n"),
        table(|row| row.join("   "), "\n"),
        table(|row| row.join("\n"), "\n"),
        table(|row| row.join("\n"), "\n\n"),
        table(|row| format!("- {} - {}", row[0], row[1]), "\n"),
        table(|row| format!("{}: {}", row[0], row[1]), "\n"),
        table(|row| format!("**{}**: {}", row[0], row[1]), "\n"),
    ];
    are_no_errors(&tables.each_ref().map(String::as_str));
    are_no_errors(&[
        "400\tBad Request\tA parameter is missing.\n401\tUnauthorized\tThe access token is expired.\n403\tForbidden\tThe token lacks a scope.",
        "invalid_code\tValue passed for code was invalid.\nbad_client_secret\tThe client_secret passed was incorrect.\nbad_redirect_uri\tValue passed for redirect_uri did not match.",
    ]);
    // A row alone is what somebody has seen.
    leads_to(
        "number-4705/wrong-grant",
        &[
            "4705\tGrant type is not supported from token endpoint.",
            "4705\tGrant type is not supported from token endpoint.\n4705\tGrant type is not supported from token endpoint.",
            "4705: Grant type is not supported from token endpoint.",
        ],
    );
    // A log whose lines are numbered is no table.
    leads_to(
        "grant-invalid/grant-void",
        &[
            "  101\t2026-03-12 10:00:00 ERROR oauth: invalid_grant\n  102\t2026-03-12 10:00:01 INFO retry\n  103\t2026-03-12 10:00:02 ERROR oauth: invalid_grant",
        ],
    );
}

#[test]
fn what_a_maintainer_explains() {
    are_no_errors(&[
        "`invalid_grant` on a refresh says that the server did not take the refresh token. With this toolkit the usual reason is that each refresh ends the token before it, so an older one is answered with `invalid_grant`. Keep the latest one.\n\nThen look whether the token was revoked or is too old.",
        "`invalid_grant` tells you that the authorization code was already redeemed. Most often the page was loaded twice. Request a new code and use it once.",
        "redirect_uri_mismatch comes from Google when the URI is not in the list. Check whether the redirect URI does not match the one in the console.",
        "`access_denied` is what the server answers when somebody clicks Cancel. Nothing is broken then.",
        "An expired code is answered with `invalid_grant`, and so is one of a different client.",
        "`unauthorized_client` points to the settings of the client: look if the grant type is not allowed for this client.",
        "In most cases `invalid_scope` is a typo. Check whether the requested scope is invalid for this API.",
        "A 401 from the token endpoint is a sign of a wrong secret. See if the client secret is invalid or if the client id is invalid.",
        "`invalid_grant` besagt, dass der Server das Refresh-Token nicht angenommen hat. Der \u{fc}bliche Grund: Es wurde schon benutzt.",
        "`redirect_uri_mismatch` kommt daher, dass die URL nicht eingetragen ist. Ein h\u{e4}ufiger Grund ist der Schr\u{e4}gstrich am Ende.",
        "login_required: true\nconsent_required = false",
    ]);
    leads_to(
        "grant-invalid/grant-void",
        &[
            "Our server returned invalid_grant. The docs say that the token may be old.",
            "{\"error\":\"invalid_grant\"}\n\n`invalid_grant` says that the code is old, but it is not.",
            "Seit gestern kommt invalid_grant. Laut Doku besagt das etwas anderes.",
            "(node:30180) Warning: Error: invalid_grant: the usual reason does not apply",
        ],
    );
    leads_to(
        "refresh-expired/refresh-ended",
        &["When I sign in it says that the refresh token has expired. What now?"],
    );
}

#[test]
fn what_was_changed() {
    are_no_errors(&[
        "## 2.3.1\n- Fixed: invalid_grant is now retried once\n- Added support for PKCE\n- The token endpoint no longer returns invalid_client for public clients",
        "* Fix redirect_uri_mismatch error when behind a proxy (#1234)\n* Improve error message for invalid_state",
        "v1.4.0 (2026-03-01): Handle invalid_token by refreshing the access token.",
        "Fix invalid_grant after refresh token rotation\n\nThe token store kept the old refresh token, so the second refresh failed.",
        "// throws invalid_grant if the refresh token was revoked\nasync function refresh() {}",
        "TODO: handle invalid_grant and show a message to the user.",
        "We should map insufficient_scope to a 403 in our API.",
    ]);
}

#[test]
fn reports_with_prose_around_them() {
    leads_to(
        "grant-invalid/grant-void",
        &[
            "invalid_grant",
            "Error: invalid_grant",
            "I get invalid_grant when I sign in.",
            "I get this error when I exchange the code:\n\n{\"error\":\"invalid_grant\"}\n\nIf I try again it is the same. Please help.",
            "We are getting invalid_grant since this morning. If we try again it works.",
            "The server returned invalid_grant",
            "Login fails with invalid_grant if I use Safari",
            "After updating to 2.3 our app fails with invalid_grant, what does it mean?",
            "Response: invalid_grant\n\nWhat does this mean? Should I contact support?",
            "ERROR [oauth] invalid_grant: request rejected, should be retried",
            "Hello,\n\nwhen I click on Connect I see this:\n\ninvalid_grant\n\nCan you help?",
            "Beim Anmelden kommt invalid_grant. Was muss ich tun?",
            "Der Server antwortet mit invalid_grant, obwohl der Code frisch ist. Was mache ich falsch?",
            "Fehler: invalid_grant. Bitte wenden Sie sich an den Administrator.",
            "Title: invalid_grant after update\n\nSteps: click Login. It fails with this error: invalid_grant",
            "**invalid_grant**",
        ],
    );
    leads_to(
        "request-invalid/parameter-missing",
        &[
            "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            "When I click on Sign in with Google I get\nError 400: redirect_uri_mismatch\nYou can't sign in to this app.",
            "Seit dem Umzug kommt beim Anmelden: redirect_uri_mismatch",
            "# Login broken\n\nSince the move I see redirect_uri_mismatch.",
        ],
    );
    leads_to(
        "state-mismatch/state-lost",
        &["Login fails with \"state mismatch\" after the redirect back from Keycloak", "State mismatch!"],
    );
    leads_to(
        "consent-missing/consent-missing",
        &[
            "Hi, users see \"AADSTS65001: The user or administrator has not consented to use the application with ID '1' named 'x'. Send an interactive authorization request for this user and resource.\" What should I do if I am no admin?",
        ],
    );
}

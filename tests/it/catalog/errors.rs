//! Every error response that is known, from its exact text to the row that explains it, and which clue supports which
//! cause.
//!
//! T, A and R number the responses of the token endpoint, of the authorization page and of the API.

use std::collections::BTreeSet;

use authdesk::catalog::{
    Clue, Confidence, ErrorProse, ErrorTable, Explanation, File, Provider, Shown, ShownForm, Source, WebAddress,
};
use authdesk::oauth::RefusalPlace;
use authdesk::reading::{RefusalForm, read_refusal_text};
use proptest::prelude::*;
use strum::VariantArray;

use super::load::{languages, read, text};

// From the text to the row.

#[test]
fn the_token_endpoint() {
    for (text, row, cause) in [
        // T1
        (
            r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#,
            "client-refused",
            "wrong-value",
        ),
        (r#"{"error":"invalid_client"}"#, "client-refused", "wrong-value"),
        (r#"{"reason":"Something new","error":"invalid_client"}"#, "client-refused", "wrong-value"),
        // T2
        (r#"{"reason":"Bad Request","error":"invalid_request"}"#, "request-not-understood", "wrong-account-id"),
        // T3
        (
            r#"{"reason":"unsupported grant type","error":"unsupported_grant_type"}"#,
            "grant-refused",
            "general-app-made",
        ),
        // T4, T5, T6
        (r#"{"reason":"Invalid authorization code AbC_d-1","error":"invalid_request"}"#, "code-refused", "code-used"),
        (r#"{"reason":"Invalid authorization code AbC_d-1","error":"invalid_grant"}"#, "code-refused", "code-used"),
        (r#"{"reason":"Invalid authorization code","error":"invalid_grant"}"#, "code-refused", "code-used"),
        // T7
        (r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#, "refresh-token-refused", "refresh-rotated"),
        // T8
        (r#"{"error":"invalid_grant"}"#, "grant-void", "code-used"),
        // T9
        (r#"{"reason":"Redirect URI mismatch","error":"invalid_request"}"#, "redirect-mismatch", "redirect-differs"),
        (r#"{"reason":"Redirect URI mismatch"}"#, "redirect-mismatch", "redirect-differs"),
        // T10
        ("<!DOCTYPE html><html><head><title>Zoom</title></head></html>", "page-instead", "other-endpoint"),
        ("HTTP/1.1 404 Not Found\r\n\r\n", "page-instead", "other-endpoint"),
        ("404 Client Error: Not Found for url: https://zoom.us/oauth/tokens", "page-instead", "other-endpoint"),
        // T12
        ("No access token returned", "nothing-returned", "general-app-made"),
        ("", "nothing-returned", "general-app-made"),
        // T15
        (r#"{"error":"authorization_pending"}"#, "device-pending", "not-yet-allowed"),
        (r#"{"error":"slow_down"}"#, "device-too-fast", "asked-too-often"),
        (r#"{"error":"expired_token"}"#, "device-too-late", "device-code-old"),
    ] {
        explains(text, row, cause);
    }
    // T11
    let get = Shown { place: Some(RefusalPlace::Token), status: Some(400), ..Shown::default() };
    is_row(&table().explain(&get, &[Clue::MethodNotPost]), "get-refused", "get-instead-of-post");
    assert!(table().explain(&get, &[]).is_empty());
    // T13, T14
    let short = Shown { form: ShownForm::ScopesShort, ..Shown::default() };
    is_row(&table().explain(&short, &[]), "scopes-short", "scopes-not-spread");
    let no_refresh = Shown { form: ShownForm::NoRefreshToken, ..Shown::default() };
    is_row(&table().explain(&no_refresh, &[]), "no-refresh-token", "grant-without-refresh");
    // T15: the same word as on the authorization page, so the place decides.
    let mut declined = Shown { place: Some(RefusalPlace::Device), error: Some("access_denied"), ..Shown::default() };
    is_row(&table().explain(&declined, &[]), "device-refused", "device-declined");
    declined.place = None;
    let both: Vec<String> = table().explain(&declined, &[]).iter().map(|one| one.row.id.clone()).collect();
    assert_eq!(both, ["device-refused", "consent-declined"]);
}

#[test]
fn the_numbered_table() {
    for (number, message, row, cause) in [
        (4700, "", "number-4700", "depends-on-api"),
        (4700, "Token cannot be empty.", "number-4700-no-token", "token-not-sent"),
        (4700, "Exception message", "number-4700-exception", "unexpected"),
        (4702, "Invalid client.", "number-4702", "wrong-value"),
        (4704, "Invalid client secret.", "number-4702", "wrong-value"),
        (4702, "Client ID does not match authenticated client.", "number-4702", "wrong-value"),
        (4705, "Grant type is not supported from token endpoint.", "number-4705", "wrong-grant"),
        (4706, "Client ID or client secret is missing.", "number-4706-no-client", "credentials-missing"),
        (4706, "Missing grant type.", "number-4706-no-grant", "grant-type-missing"),
        (4709, "Redirect URI mismatch.", "redirect-mismatch", "redirect-differs"),
        (4711, "Refresh token invalid.", "number-4711", "scopes-changed"),
        (4717, "The app has been disabled", "number-4717", "app-disabled"),
        (4724, "Exception error message.", "number-4724", "bad-jwt"),
        (4732, "Creating authorization code error.", "number-4732", "service-down"),
        (4733, "Code is expired", "number-4733", "code-old"),
        (4734, "Invalid authorization code.", "number-4734", "code-bad"),
        (4735, "The owner of the token does not exist.", "number-4735", "user-removed"),
        (4737, "Can not find the authentication for the access token.", "number-4737", "refresh-unknown"),
        (4738, "The token is disabled by admin.", "number-4738", "approval-withdrawn"),
        (4740, "The token ID is out of the token tolerance range.", "number-4740", "refresh-worn-out"),
        (4741, "The token has been revoked.", "number-4741", "newer-token"),
    ] {
        let shown = Shown { number: Some(number), sentence: Some(message), ..Shown::default() };
        let table = table();
        let found = table.explain(&shown, &[]);
        assert_eq!(
            (found[0].row.id.as_str(), found[0].causes[0].of_row.id.as_str()),
            (row, cause),
            "{number} {message}"
        );
        assert_eq!(found[0].row.sure, Confidence::Confirmed, "{row}");
        // Without its text the number still leads to the row, perhaps with others of the same number.
        let bare = Shown { number: Some(number), ..Shown::default() };
        let rows: Vec<&str> = table.explain(&bare, &[]).iter().map(|one| one.row.id.as_str()).collect();
        assert!(rows.contains(&row) || message.starts_with("Token cannot"), "{number}: {rows:?}");
    }
}

#[test]
fn where_zooms_files_disagree_the_number_decides_and_no_text_is_taken_for_sure() {
    let table = table();
    for (number, message, row) in
        [(4733, "Invalid authorization code", "number-4733"), (4735, "Invalid refresh token", "number-4735")]
    {
        let shown = Shown { number: Some(number), sentence: Some(message), ..Shown::default() };
        let found = table.explain(&shown, &[]);
        is_row(&found, row, &found[0].causes[0].of_row.id);
        assert!(found[0].row.is_disputed);
    }
    let disputed: Vec<&str> = table.rows.iter().filter(|row| row.is_disputed).map(|row| row.id.as_str()).collect();
    assert_eq!(disputed, ["number-4711", "number-4733", "number-4735"]);
    for language in languages() {
        let prose = prose(language);
        for id in disputed.iter() {
            let number = id.strip_prefix("number-").unwrap();
            assert!(prose.rows.get(id).unwrap().contains(number), "{language}: {id} shows its number");
        }
    }
}

#[test]
fn the_authorize_page() {
    for (text, row, cause) in [
        // A1, A2
        (
            r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid redirect url","result":null}"#,
            "redirect-refused",
            "one-field-only",
        ),
        ("Invalid redirect: https://example.com/callback (4,700)", "redirect-refused", "one-field-only"),
        ("Invalid redirect: http://localhost:57000/oauth/callback (4,700)", "redirect-refused-local", "localhost"),
        ("Invalid redirect: http://app.example.com/callback (4,700)", "redirect-refused-local", "localhost"),
        ("Invalid redirect: https://localhost/callback (4,700)", "redirect-refused-local", "localhost"),
        ("Wrong URL format", "redirect-refused", "one-field-only"),
        // A3
        ("Invalid client_id: YOUR_CLIENT_ID (4,702)", "client-id-refused", "placeholder"),
        // A4
        (
            r#"{"status":false,"errorCode":4700,"errorMessage":"Invalid client_id: abc","result":null}"#,
            "client-id-of-other-kind",
            "jwt-key-as-client-id",
        ),
        // A5
        ("Invalid scope", "scope-refused", "scope-in-url"),
        ("Invalid scopes", "scope-refused", "scope-in-url"),
        // A6
        ("Oops ... (300)", "microsoft-sign-in", "identity-not-linked"),
        // A7
        ("Invalid state parameter", "product-misses-state", "started-with-add"),
        // A9: the wording was not seen.
        ("The app needs pre-approval", "approval-page", "approval-needed"),
    ] {
        explains(text, row, cause);
    }
    // A8
    let declined = Shown { place: Some(RefusalPlace::Authorize), error: Some("access_denied"), ..Shown::default() };
    is_row(&table().explain(&declined, &[]), "consent-declined", "declined");
    assert_eq!(table().explain(&declined, &[])[0].row.sure, Confidence::Confirmed);
}

#[test]
fn a_number_that_zoom_uses_for_several_things_says_nothing_alone() {
    for text in [
        r#"{"code":1001,"message":"Invalid request param"}"#,
        r#"{"code":3001,"message":"Inbox does not exist: 1."}"#,
        r#"{"code":429,"message":"Phone number batch operation is limited to 200 per request."}"#,
    ] {
        assert!(explained(&table(), text, &[]).is_empty(), "{text}");
    }
}

#[test]
fn the_api() {
    for (text, row, cause) in [
        // Zoom's documented wordings of 4700, and its own sentences in other shapes.
        (
            r#"{"code":4700,"message":"Invalid access token, does not contain scopes."}"#,
            "scope-missing",
            "scope-missing",
        ),
        (
            r#"{"code":4700,"message":"Invalid Access Token: does not contain scopes"}"#,
            "scope-missing",
            "scope-missing",
        ),
        (
            r#"{"code":4700,"message":"Invalid access token, does not contain role:read:admin scope."}"#,
            "scope-missing",
            "scope-missing",
        ),
        (
            r#"{"code":4700,"message":"Invalid access token, does not contain scopes: [report:read:admin]."}"#,
            "scope-missing",
            "scope-missing",
        ),
        (
            r#"{"code":3161,"message":"Meeting hosting and scheduling capabilities are not allowed for your user account."}"#,
            "host-without-licence",
            "host-unlicensed",
        ),
        (
            r#"{"code":200,"message":"Webinar plan subscription is missing. Enable webinar for this user once the subscription is added: a."}"#,
            "not-permitted",
            "role-or-plan",
        ),
        (
            r#"{"code":200,"message":"Only available for paid accounts that have dashboard feature enabled."}"#,
            "dashboard-only",
            "plan-without-dashboard",
        ),
        (r#"{"code":3001,"message":"Webinar does not exist: 5."}"#, "meeting-unknown", "meeting-gone"),
        (
            r#"{"code":1010,"message":"User does not belong to this account: abc."}"#,
            "user-of-other-account",
            "user-of-no-account",
        ),
        (r#"{"code":124,"message":"Access token has expired."}"#, "access-token-expired", "token-expired"),
        ("429 Too Many Requests", "rate-limited", "too-many-calls"),
        (
            r#"{"code":429,"message":"You have reached the maximum per-second rate limit for this API. Try again later."}"#,
            "rate-limited",
            "too-many-calls",
        ),
        (
            r#"{"code":429,"message":"You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user."}"#,
            "rate-limited-host",
            "host-daily-limit",
        ),
        (
            "Connection failed: Access to the Zoom REST API has been denied for this user. Contact Zoom Support for details.",
            "api-denied",
            "api-access-denied",
        ),
        (r#"{"code":2300,"message":"This API endpoint is not recognized."}"#, "endpoint-unknown", "path-unknown"),
        ("Connection failed: Could not resolve host: zoom.us", "host-not-resolved", "network"),
        // R1
        (
            r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:list_users:admin]."}"#,
            "scope-missing",
            "scope-missing",
        ),
        (
            "Invalid access token, does not contain scopes:[user:read:list_users:admin].",
            "scope-missing",
            "scope-missing",
        ),
        // R2
        (
            r#"{"code":201,"message":"Invalid access token, does not contain scopes:[marketplace:write:app:master]."}"#,
            "scope-missing-marketplace",
            "scope-missing",
        ),
        // R3
        (r#"{"code":124,"message":"Invalid access token."}"#, "access-token-refused", "token-ended"),
        (r#"{"code":124,"message":"Access token is expired."}"#, "access-token-expired", "token-expired"),
        // R4
        (
            r#"{"code":124,"message":"Invalid access token, this access token is not supported as query parameter string."}"#,
            "token-in-query",
            "token-in-address",
        ),
        // R5 to R7
        (r#"{"code":124,"message":"This API only supports OAuth2 authorization."}"#, "oauth-only", "no-oauth-token"),
        (r#"{"code":124,"message":"Requires an access token."}"#, "token-required", "token-not-sent"),
        (r#"{"code":124,"message":"Account does not exist: abc"}"#, "account-unknown", "other-account"),
        // R8
        (r#"{"code":200,"message":"Invalid api key or secret."}"#, "api-key-refused", "jwt-call"),
        (r#"{"code":200,"message":"Account does not enabled REST API."}"#, "api-key-refused", "jwt-call"),
        // R9, R10
        (r#"{"code":1001,"message":"User does not exist: a@example.com"}"#, "user-unknown", "not-a-user"),
        (r#"{"code":3001,"message":"Meeting does not exist: 123."}"#, "meeting-unknown", "meeting-gone"),
        // R11
        (r#"{"code":300,"message":"Validation failed."}"#, "input-refused", "bad-input"),
        (r#"{"code":300,"message":"Invalid meeting ID."}"#, "input-refused", "bad-input"),
        (r#"{"code":300,"message":"The next page token is invalid or expired."}"#, "input-refused", "bad-input"),
        ("URL validation failed. Try again later.", "endpoint-not-validated", "challenge-response"),
        // R12
        (r#"{"code":200,"message":"No permission."}"#, "not-permitted", "role-or-plan"),
        (r#"{"code":200,"message":"Webinar plan is missing."}"#, "not-permitted", "role-or-plan"),
        (r#"{"code":200,"message":"Only available for Paid account."}"#, "not-permitted", "role-or-plan"),
        // R13
        (r#"{"code":3161,"message":"x"}"#, "host-without-licence", "host-unlicensed"),
        // R14
        (
            "This API is only available for ZMP and Business or higher accounts that have enabled the Dashboard feature.",
            "dashboard-only",
            "plan-without-dashboard",
        ),
        // The sentence of a product.
        (
            "The Zoom OAuth configuration is missing these required scopes: meeting:read:admin, meeting:write:admin, user:read:admin",
            "moodle-required-scopes",
            "old-plugin",
        ),
    ] {
        explains(text, row, cause);
    }
}

#[test]
fn apps_and_manifests() {
    for (text, row, cause) in [
        (
            r#"{"ok":false,"error":"invalid_manifest","errors":[{"setting":"/oauth_information/scopes[0]","message":"user:read:user:admin is not a valid scope name when usage is USER_OPERATION"}]}"#,
            "manifest-level",
            "level-differs",
        ),
        (
            r#"{"code":1500,"message":"You can only export Draft General app's manifest now"}"#,
            "manifest-export-draft",
            "no-draft",
        ),
        (
            r#"{"code":1500,"message":"You can only export manifest with app support granular scope now"}"#,
            "manifest-export-granular",
            "classic-scopes",
        ),
        (
            r#"{"ok":false,"error":"invalid_manifest","errors":[{"message":"You can only update Draft General app now"}]}"#,
            "manifest-update-draft",
            "no-draft",
        ),
        (r#"{"code":1500,"message":"invalid_scope_value"}"#, "app-scope-value", "no-valid-scope"),
        (r#"{"code":1500,"message":"Use /v2/accounts/{accountId}/marketplace/apps"}"#, "app-create-path", "plain-path"),
    ] {
        explains(text, row, cause);
    }
}

#[test]
fn a_log_around_the_answer_changes_nothing() {
    for around in [
        "400 Bad Request: {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
        "Client error: `POST https://zoom.us/oauth/token` resulted in a `400 Bad Request` response:\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}\n",
        "requests.exceptions.HTTPError: {'reason': 'Invalid client_id or client_secret', 'error': 'invalid_client'}",
    ] {
        explains(around, "client-refused", "wrong-value");
    }
    // The words of HTTP are not Zoom's: nothing is guessed.
    let bare = "400 Client Error: Bad Request for url: https://zoom.us/oauth/token";
    assert!(explained(&table(), bare, &[]).is_empty());
    for unknown in ["hello", "{\"a\":1}", "{\"code\":99999,\"message\":\"x\"}"] {
        assert!(explained(&table(), unknown, &[]).is_empty(), "{unknown}");
    }
}

// What is known already.

#[test]
fn a_clue_puts_its_cause_first() {
    const PAIR: &str = r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#;
    const CODE: &str = r#"{"reason":"Invalid authorization code","error":"invalid_grant"}"#;
    const GRANT: &str = r#"{"reason":"unsupported grant type","error":"unsupported_grant_type"}"#;
    const REDIRECT: &str = r#"{"errorCode":4700,"errorMessage":"Invalid redirect url"}"#;
    const SCOPE: &str = r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[a:b]."}"#;
    const BAD: &str = r#"{"reason":"Bad Request","error":"invalid_request"}"#;
    for (text, clue, first) in [
        (PAIR, Clue::OddValueFound, "odd-character"),
        (PAIR, Clue::ValuesSwapped, "values-swapped"),
        (PAIR, Clue::RetiredKey, "retired-key"),
        (PAIR, Clue::AppTypeGeneral, "pairs-mixed"),
        (CODE, Clue::CodeUsed, "code-used"),
        (CODE, Clue::CodeOld, "code-old"),
        (CODE, Clue::CodeCut, "code-cut"),
        (GRANT, Clue::GrantAccountCredentials, "general-app-made"),
        (GRANT, Clue::GrantAuthorizationCode, "server-app-made"),
        (GRANT, Clue::GrantClientCredentials, "server-app-made"),
        (GRANT, Clue::JsonBody, "json-instead-of-form"),
        (BAD, Clue::AccountNumber, "wrong-account-id"),
        (BAD, Clue::QueryInsteadOfBody, "parameters-unread"),
        (REDIRECT, Clue::RedirectDiffers, "letter-case"),
        (REDIRECT, Clue::Localhost, "localhost"),
        (SCOPE, Clue::ScopesAsked, "scope-missing"),
        (r#"{"error":"invalid_grant"}"#, Clue::GrantRefreshToken, "refresh-rotated"),
        (r#"{"reason":"Redirect URI mismatch"}"#, Clue::RedirectDiffers, "redirect-differs"),
        ("No access token returned", Clue::AppTypeServerToServer, "app-not-active"),
        ("Invalid scope", Clue::ScopeInAuthorizeUrl, "scope-in-url"),
        ("Invalid state parameter", Clue::StateMissing, "started-with-add"),
        ("Invalid client_id: x (4,702)", Clue::PlaceholderWords, "placeholder"),
        (r#"{"code":124,"message":"Access token is expired."}"#, Clue::ClockAhead, "clock-wrong"),
        ("<html>", Clue::OtherTokenEndpoint, "other-endpoint"),
    ] {
        let table = table();
        let found = explained(&table, text, &[clue]);
        assert_eq!(found[0].causes[0].of_row.id, first, "{text} {clue:?}");
        assert!(found[0].causes[0].is_likely, "{text} {clue:?}");
        let without = explained(&table, text, &[]);
        let order: Vec<&str> = without[0].row.causes.iter().map(|cause| cause.id.as_str()).collect();
        let shown: Vec<&str> = without[0].causes.iter().map(|cause| cause.of_row.id.as_str()).collect();
        assert_eq!(order, shown, "{text}: without a clue the order of the row");
        assert_eq!(without[0].causes[0].is_likely, text == SCOPE, "{text}: only the sentence speaks");
        // The others stay, in their order.
        let mut rest: Vec<&str> = order.into_iter().filter(|id| *id != first).collect();
        rest.insert(0, first);
        let with: Vec<&str> = found[0].causes.iter().map(|cause| cause.of_row.id.as_str()).collect();
        assert_eq!(with.iter().collect::<BTreeSet<_>>(), rest.iter().collect::<BTreeSet<_>>(), "{text} {clue:?}");
        assert!(text == SCOPE || with == rest, "{text} {clue:?}: {with:?}");
    }
}

#[test]
fn every_clue_speaks_for_something() {
    let tables = [table(), read("errors/oauth.json")];
    for clue in Clue::VARIANTS {
        let raises = tables.iter().flat_map(|one| one.causes.values()).any(|cause| cause.raised_by.contains(clue));
        let rows = tables.iter().flat_map(|one| &one.rows);
        let recognises = rows.flat_map(|row| &row.signs).any(|sign| sign.clue == Some(*clue));
        assert!(raises || recognises, "{clue:?}");
    }
}

// The files.

#[test]
fn every_table_is_whole_in_every_language() {
    let mut faults = Vec::new();
    for language in languages() {
        if let Err(found) = table().check(&prose(language), language) {
            faults.extend(found.iter().map(ToString::to_string));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    let zoom: Provider = read("providers/zoom.json");
    assert_eq!(zoom.error_table.as_deref(), Some("zoom"));
    assert_eq!(table().id, "zoom");
}

#[test]
fn every_row_can_be_reached_and_every_source_is_used() {
    let table = table();
    let mut used = BTreeSet::new();
    for row in &table.rows {
        used.extend(&row.source);
        used.extend(row.causes.iter().flat_map(|cause| &cause.source));
        for sign in &row.signs {
            let shown = Shown {
                place: sign.place.or(row.places.first().copied()),
                form: sign.form.unwrap_or_default(),
                status: sign.status,
                // A word is looked for only beside a code.
                error: sign.error.as_deref().or(sign.mentions.as_deref()),
                sentence: sign.says.as_deref().or(sign.mentions.as_deref()),
                network: sign.network,
                number: sign.number,
                code: sign.code.as_deref(),
                server: sign.server.as_deref(),
                told: &[],
            };
            let clues: Vec<Clue> = sign.clue.into_iter().collect();
            let found = table.explain(&shown, &clues);
            assert!(found.iter().any(|one| one.row.id == row.id), "{}: {sign:?} leads elsewhere", row.id);
        }
    }
    assert_eq!(used, table.sources.keys().collect());
    for (name, source) in &table.sources {
        let Source { title, url, date } = source;
        assert!(!title.is_empty() && (url.is_some() || date.is_some()), "{name}");
        assert!(url.iter().all(|url| url.as_str().starts_with("https://")), "{name}");
    }
}

#[test]
fn nothing_read_elsewhere_is_called_zooms_word() {
    let table = table();
    let own = |name: &String| {
        let url = table.sources.get(name).unwrap().url.as_ref().map_or("", WebAddress::as_str);
        let by_zoom = ["https://developers.zoom.us/", "https://devsupport.zoom.us/", "https://github.com/zoom/skills/"];
        // The REST description is Zoom's own, kept by others; the README is that of the product whose fault it
        // describes.
        by_zoom.iter().any(|site| url.starts_with(site)) || ["api", "moodle-readme"].contains(&name.as_str())
    };
    for row in &table.rows {
        assert!(row.sure != Confidence::Confirmed || row.source.iter().any(own), "{}", row.id);
        for cause in &row.causes {
            assert!(cause.sure != Confidence::Confirmed || cause.source.iter().any(own), "{}: {}", row.id, cause.id);
        }
    }
}

#[test]
fn a_fault_of_a_table_is_named() {
    let facts = text("errors/zoom.json");
    for (from, to, expected) in [
        (
            "\"id\": \"grant-void\"",
            "\"id\": \"grant-empty\"",
            "catalog/errors/zoom.json: rows: `grant-empty` is missing in catalog/errors/zoom.en.json; add it there, or take it out here",
        ),
        (
            "\"says\": \"redirect uri mismatch\"",
            "\"says\": \"Redirect URI mismatch\"",
            "catalog/errors/zoom.json: rows.redirect-mismatch: a part of the sentence in lower case is missing; add it",
        ),
        (
            "\"id\": \"get-instead-of-post\", \"sure\"",
            "\"id\": \"get-not-post\", \"sure\"",
            "catalog/errors/zoom.json: rows.get-refused: `get-not-post` is not known; use a name of `causes`, or add it there",
        ),
    ] {
        assert!(facts.contains(from), "{from}");
        let changed: ErrorTable = File { name: "x", text: &facts.replacen(from, to, 1) }.read().unwrap();
        let found = changed.check(&prose("en"), "en").unwrap_err();
        assert_eq!(found[0].to_string(), expected);
    }
    let odd = facts.replacen("\"odd-value-found\"", "\"odd\"", 1);
    let fault = File { name: "x", text: &odd }.read::<ErrorTable>().unwrap_err().to_string();
    assert!(fault.contains("unknown variant `odd`, expected one of `odd-value-found`"), "{fault}");
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>(), quoted in "[{}\\[\\]\"'\\\\:=>, a-z(0-9)]{0,80}") {
        for text in [text, quoted] {
            let _ = explained(&table(), &text, &[Clue::CodeUsed]);
        }
    }
}

#[test]
fn a_long_text_is_read_in_one_go() {
    let table = table();
    for part in
        ["(", "(4,", "code ", "\"reason\":", "'error': null", "does not contain scopes:[", "400 ", "[message] => "]
    {
        let _ = explained(&table, &part.repeat(1_000_000 / part.len()), &[]);
    }
}

// Reading.

/// The same way as the page: from the text to its parts, from the parts to the rows.
fn explained<'t>(table: &'t ErrorTable, text: &str, clues: &[Clue]) -> Vec<Explanation<'t>> {
    let Some(read) = read_refusal_text(text) else { return Vec::new() };
    let form = match read.form {
        RefusalForm::Page => ShownForm::Page,
        RefusalForm::Empty => ShownForm::Empty,
        _ => ShownForm::Refusal,
    };
    let shown = Shown {
        place: read.place,
        form,
        status: read.status,
        error: read.error.as_deref(),
        sentence: read.sentence.as_ref().map(|sentence| sentence.expose()),
        number: read.number,
        network: read.network,
        ..Shown::default()
    };
    table.explain(&shown, clues)
}

#[track_caller]
fn explains(text: &str, row: &str, cause: &str) {
    let table = table();
    is_row(&explained(&table, text, &[]), row, cause);
}

#[track_caller]
fn is_row(found: &[Explanation<'_>], row: &str, cause: &str) {
    let rows: Vec<&str> = found.iter().map(|one| one.row.id.as_str()).collect();
    assert_eq!(rows, [row]);
    assert_eq!(found[0].causes[0].of_row.id, cause, "{row}");
}

fn table() -> ErrorTable {
    read("errors/zoom.json")
}

fn prose(language: &str) -> ErrorProse {
    read(&format!("errors/zoom.{language}.json"))
}

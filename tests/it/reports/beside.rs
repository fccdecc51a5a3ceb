//! What a text tells beside its error, and that makes one cause the likely one.

use super::leads_to;

#[track_caller]
fn lead(expected: &str, texts: &[String]) {
    leads_to(expected, &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Each error below or above each text.
fn with(texts: &[&str], errors: &[&str]) -> Vec<String> {
    texts
        .iter()
        .flat_map(|text| {
            errors.iter().flat_map(move |error| [format!("{text}\n\n{error}"), format!("{error}\n\n{text}\n")])
        })
        .collect()
}

#[test]
fn a_token_for_graph_at_a_different_api() {
    let errors = [
        "com.nimbusds.jose.proc.BadJWSException: Signed JWT rejected: Invalid signature",
        "JsonWebTokenError: invalid signature",
        "IDX10511: Signature validation failed. Keys tried: 'System.Text.StringBuilder'.",
    ];
    let token = |audience: &str| {
        format!(
            "{{\n  \"aud\": \"{audience}\",\n  \"iss\": \"https://sts.windows.net/6d20f7c3-81ab-4e95-b3d0-97c25e14fa68/\",\n  \"ver\": \"1.0\"\n}}"
        )
    };
    lead("token-signature/token-for-graph", &with(&[&token("00000003-0000-0000-c000-000000000000")], &errors));
    lead("token-signature/token-for-graph", &with(&[&token("https://graph.microsoft.com")], &errors));
    lead("token-signature/token-signature", &with(&[&token("api://0b93e6d7-4f25-4a18-9c60-d38e71a5b2f4")], &errors));
}

#[test]
fn a_delegated_permission_for_a_program_without_a_user() {
    let error = [
        "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the operation.\"}}",
    ];
    let own = "scope: https://graph.microsoft.com/.default";
    let of = |permissions: &str| with(&[&format!("{own}\n{permissions}")], &error);
    lead(
        "scope-insufficient/only-delegated",
        &of("API permissions: Microsoft Graph | User.Read | Delegated | Granted"),
    );
    lead("scope-insufficient/only-delegated", &of("User.Read.All (Delegated), admin consent granted"));
    lead("scope-insufficient/token-lacks-scope", &of("User.Read.All | Application | Granted"));
    lead("scope-insufficient/token-lacks-scope", &of("User.Read | Delegated\nUser.Read.All | Application"));
    lead("scope-insufficient/token-lacks-scope", &with(&["User.Read | Delegated | Granted"], &error));
}

#[test]
fn a_session_cookie_of_a_different_port() {
    let errors = [
        "Reason: [authorization_request_not_found]",
        "OAuth2AuthenticationException: [authorization_request_not_found]",
    ];
    let from = |host: &str| {
        format!(
            "Redirecting to 'http://localhost:9090/oauth/authorize?response_type=code&client_id=ui&scope=openid&state=7kRtVbQzMw2s&redirect_uri=http://{host}:8080/login/oauth2/code/ui'"
        )
    };
    lead("spring-request-lost/cookie-of-other-port", &with(&[&from("localhost")], &errors));
    lead("spring-request-lost/state-lost", &with(&[&from("127.0.0.1"), &from("ui.example.com")], &errors));
}

#[test]
fn a_scope_that_is_not_selected_at_gitlab() {
    let at = |host: &str| {
        format!(
            "https://{host}/oauth/authorize?client_id=d1869004cae798e1&redirect_uri=https%3A%2F%2Fchat.example.com%2F_oauth%2Fgitlab&response_type=code&state=k3j4h5&scope=read_user"
        )
    };
    let errors = [
        "The requested scope is invalid, unknown, or malformed.",
        "An error has occurred\nThe requested scope is invalid, unknown, or malformed.",
    ];
    lead(
        "scope-gitlab/scope-not-selected",
        &with(&[&at("gitlab.com"), &at("gitlab.example.com"), &at("gitlab.uni.example.org:8443")], &errors),
    );
    lead("scope-invalid/scope-unknown", &with(&[&at("git.example.com"), &at("id.gitlab-users.example.org")], &errors));
}

#[test]
fn settings_of_git_without_a_secret() {
    let error = [
        "2025/02/14 10:00:40 oauth2: \"invalid_client\" \"Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.\"",
    ];
    let settings = "credential.https://git.example.com.oauthclientid 3f7b0c92d41e8a65b7c0f3d19e2a846c\ncredential.https://git.example.com.oauthtokenurl /oauth/token";
    lead(
        "client-auth-rfc/secret-not-set",
        &with(
            &[settings, "[credential \"https://git.example.com\"]\n  oauthClientId = 3f7b0c92d41e8a65b7c0f3d19e2a846c"],
            &error,
        ),
    );
    let kept = format!(
        "{settings}\ncredential.https://git.example.com.oauthclientsecret gloas-8c1d90f253ab4e779d042b6e7f1ac358"
    );
    lead("client-auth-rfc/client-auth-as-sent", &with(&[&kept, "git clone https://git.example.com/optik"], &error));
}

#[test]
fn a_placeholder_in_a_message_or_in_a_program() {
    let entra = |id: &str| {
        format!(
            "AADSTS700016: Application with identifier '{id}' was not found in the directory 'b37e8dbb-57b3-8793-9ae0-aaa8eed61694'."
        )
    };
    lead(
        "client-not-in-tenant/placeholder-in-text",
        &[entra("Insert your client ID here"), entra("Enter your application ID"), entra("insert client id")],
    );
    lead(
        "client-not-in-tenant/client-unknown",
        &[entra("a54c0f87-1d9e-4b32-86e0-c97f2b5d13a8"), entra("api://insert")],
    );
    let error = [
        "Client error: `POST https://api.zoom.us/v2/users/me/meetings` resulted in a `400 Bad Request` response:\n\n{\"code\":300,\"message\":\"Validation Failed.\"}",
    ];
    lead(
        "input-refused/placeholder-in-call",
        &with(
            &[
                "$zoom->createMeeting([\n  \"topic\" => 'Consultation',\n  \"start_time\" => 'set your start time',\n]);",
            ],
            &error,
        ),
    );
    lead(
        "input-refused/bad-input",
        &with(
            &[
                "$zoom->createMeeting([\n  \"topic\" => 'Set up the room',\n  \"start_time\" => '2024-06-01',  // set your start time\n]);",
            ],
            &error,
        ),
    );
    let page = |id: &str| {
        format!(
            "https://zoom.us/oauth/authorize?response_type=code&client_id={id}&redirect_uri=https%3A%2F%2Fa.example.com%2Fcb\n\nInvalid client_id: {id} (4,702)"
        )
    };
    lead("client-id-refused/placeholder-in-link", &[page("zoom_client_id"), page("my-client-id")]);
    lead("client-id-refused/placeholder", &[page("ne1qN8Mm6vkOzb2UDI594R")]);
}

#[test]
fn ways_to_sign_that_zoom_has_retired() {
    let error = [
        "HTTP Request returned Status Code 401. Invalid access token.\n  at vendor/macsidigital/laravel-api-client/src/Support/Builder.php:248\nZoom::user()->all();\nhttps://api.zoom.us/v2/users",
    ];
    lead(
        "access-token-refused/jwt-call",
        &with(
            &[
                "ZOOM_CLIENT_KEY=Wq7hLx2bTkGm4sPzVdR9Nc\nZOOM_CLIENT_SECRET=t5JcZq0YbW8nRkE3vUgXs1LpHd6MaFo2",
                "ZOOM_API_KEY=Wq7hLx2bTkGm4sPzVdR9Nc",
            ],
            &error,
        ),
    );
    lead(
        "access-token-refused/token-ended",
        &with(&["ZOOM_ACCOUNT_ID=a1\nZOOM_CLIENT_KEY=Wq7hLx2bTkGm4sPzVdR9Nc", "The app has a client ID."], &error),
    );
    let join = [
        "{method: 'join', status: false, result: 'Invalid signature.', errorCode: 3712, errorMessage: 'Signature is invalid.'}",
    ];
    let parts = "const timestamp = new Date().getTime() - 30000\nconst msg = Buffer.from(apiKey + meetingNumber + timestamp + role).toString('base64')\nconst hash = crypto.createHmac('sha256', apiSecret).update(msg).digest('base64')";
    lead("sdk-signature/sdk-signature-of-parts", &with(&[parts], &join));
    lead(
        "sdk-signature/sdk-claims",
        &with(
            &[
                "const payload = { appKey, mn: meetingNumber, role, iat, exp }\nreturn KJUR.jws.JWS.sign('HS256', header, JSON.stringify(payload), secret)",
            ],
            &join,
        ),
    );
}

#[test]
fn a_tenant_that_the_token_does_not_reach() {
    let list = "[{\"id\":\"7e95d3a1-2c40-4f8b-9b76-e0d18a53c7f2\",\"tenantId\":\"3ad06b58-f19c-47e2-b583-0c6e9d714fa2\",\"tenantType\":\"ORGANISATION\"}]";
    let error = [
        "GET https://api.xero.com/api.xro/2.0/Invoices: 403\n\n{\"Type\":null,\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthenticationUnsuccessful\"}",
    ];
    let used = |id: &str| format!("tenant_id: \"{id}\"\nhttps://api.xero.com/connections returns {list}");
    lead("forbidden/tenant-not-listed", &with(&[&used("b1f7c02e-64d9-4a35-8e10-72d5c93fa684")], &error));
    lead("forbidden/no-permission", &with(&[&used("3ad06b58-f19c-47e2-b583-0c6e9d714fa2"), list], &error));
}

#[test]
fn a_file_that_the_program_cannot_read() {
    lead(
        "key-file/key-file-unreadable",
        &[
            "[LogicException]\n  Key path \"file:///laravel/storage/oauth-private.key\" does not exist or is not readable".into(),
            "LogicException : Key path \"file:///secret/oauth-private.key\" does not exist or is not readable\nat /vendor/league/oauth2-server/src/CryptKey.php:45".into(),
            "{\"message\": \"Key path \\\"file:///app/storage/oauth-private.key\\\" does not exist or is not readable\", \"exception\": \"ErrorException\"}".into(),
            "Key file \"file:///app/storage/oauth-public.key\" permissions are not correct, recommend changing to 600 or 660 instead of 666".into(),
        ],
    );
    lead(
        "user-of-other-account/user-of-no-account",
        &[
            "Unable to find your account on Zoom. If you are using Zoom for the first time, you must activate your Zoom account by logging into https://zoom.us/profile.".into(),
            "In the settings it says that the connection works.\n\nUnable to find your account on Zoom. If you are using Zoom for the first time, you must activate your Zoom account.".into(),
        ],
    );
    lead(
        "wp-invalid-token/no-openid",
        &["Login Endpoint URL: https://github.com/login/oauth/authorize\n\nERROR (invalid-token): Invalid token."
            .into()],
    );
}

#[test]
fn the_response_directly_below_a_request() {
    let problem = "{\"Type\":null,\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthenticationUnsuccessful\"}";
    lead(
        "forbidden/no-permission",
        &[
            format!("GET https://api.xero.com/api.xro/2.0/Invoices\n{problem}"),
            format!("GET https://api.xero.com/api.xro/2.0/Invoices\n\n{problem}"),
            format!(
                "POST https://api.example.com/v1/invoices\nAuthorization: Bearer $TOKEN\n\n{}",
                problem.to_lowercase()
            ),
        ],
    );
    leads_to(
        "sound",
        &[
            "POST https://api.example.com/v1/tickets\nAuthorization: Bearer $TOKEN\nContent-Type: application/json\n\n{\"title\":\"Login\",\"status\":\"open\",\"detail\":\"It fails.\"}",
        ],
    );
}

//! Wordings of the same errors by other servers and programs, and texts of the same shape that are no errors.

use super::{are_no_errors, leads_to};

#[test]
fn a_message_about_any_failure_counts_less_than_a_telling_one() {
    leads_to(
        "authentication-unsuccessful/key-of-other-kind",
        &[
            "{\n message: \"Authentication Unsuccessful: Request failed with status code 400\"\n}",
            "Authentication Unsuccessful: Request failed with status code 401",
        ],
    );
    leads_to("code-used/code-used", &["AxiosError: Request failed with status code 400: code has already been used"]);
    leads_to(
        "status-400/body-not-shown",
        &["AxiosError: Request failed with status code 400\n    at settle (x.js:1:2)"],
    );
}

/// Zoom's `client_credentials` is for chatbots, and its error does not say so.
#[test]
fn a_grant_type_of_a_different_app_at_zoom() {
    let program = "const r = await axios.post('https://zoom.us/oauth/token', null, { params: { grant_type: 'client_credentials' }, auth: { username: id, password: secret } });";
    let command = "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d grant_type=client_credentials";
    leads_to(
        "grant-narrow",
        &[
            command,
            &format!("{command}\n\n{{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}}"),
            &format!("{command}\n\n{{\"reason\":\"unsupported grant type\",\"error\":\"unsupported_grant_type\"}}"),
            &format!("{command}\n\n{{\"reason\":\"Bad request\",\"error\":\"invalid_request\"}}"),
            &format!(
                "{command}\ncurl -H \"Authorization: Bearer $TOKEN\" https://api.zoom.us/v2/users\n\n{{\"code\":200,\"message\":\"Invalid api key or secret.\"}}"
            ),
            &format!("{program}\n\n{{ reason: 'Invalid client_id or client_secret', error: 'invalid_client' }}"),
            "requests.post('https://zoom.us/oauth/token', auth=(cid, cs), data={'grant_type': 'client_credentials'})\n\n{'reason': 'Invalid client_id or client_secret', 'error': 'invalid_client'}",
        ],
    );
    leads_to(
        "sound",
        &[
            // What it is for.
            &format!(
                "async function getChatbotToken() {{\n{}\n}}",
                program.replace(
                    "null, { params: { grant_type: 'client_credentials' },",
                    "new URLSearchParams({ grant_type: 'client_credentials' }), {"
                )
            ),
            &format!("{command}  # token of the chatbot"),
            // Another server, another grant type.
            "curl -u \"$ID:$SECRET\" https://id.example.com/oauth/token -d grant_type=client_credentials",
            "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d grant_type=account_credentials -d account_id=$ACCOUNT",
        ],
    );
    // The code is what is wrong.
    leads_to(
        "code-refused/code-used",
        &[
            "curl -u \"$ID:$SECRET\" https://zoom.us/oauth/token -d grant_type=authorization_code -d code=$CODE -d redirect_uri=https://a.example/\n\n{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_grant\"}",
        ],
    );
}

/// Zoom's documentation has the parameters of this grant type in the URL.
#[test]
fn parameters_in_the_url_at_zoom() {
    let command = "curl -X POST -u \"$ID:$SECRET\" 'https://zoom.us/oauth/token?grant_type=account_credentials&account_id=abcDEF'";
    let program = "requests.post(f'https://zoom.us/oauth/token?grant_type=account_credentials&account_id={account_id}', auth=(client_id, client_secret))";
    leads_to(
        "sound",
        &[
            command,
            program,
            "axios.post('https://zoom.us/oauth/token', null, { params: { grant_type: 'account_credentials', account_id: a }, auth: { username: id, password: secret } })",
            "$r = Invoke-RestMethod -Uri \"https://zoom.us/oauth/token?grant_type=account_credentials&account_id=$a\" -Headers @{ Authorization = \"Basic $b\" } -Method Post",
            "POST /oauth/token?grant_type=account_credentials&account_id=abcDEF HTTP/1.1\nHost: zoom.us\nAuthorization: Basic YWJjREVGZ2hpSktMbW5vUFFSc3Q6YWJjREVGZ2hpSktMbW5vUFFSc3RVVld4eXpBQkNERUY=",
        ],
    );
    leads_to(
        "parameters-in-query-allowed",
        &[
            &format!("{command}\n\nHTTP/1.1 400 Bad Request\n"),
            &format!("{command}\n\n{{\"reason\":\"Bad request\",\"error\":\"invalid_request\"}}"),
        ],
    );
    // Of this grant type it does not say so, nor does another server.
    leads_to(
        "parameters-in-query",
        &[
            "curl -X POST -u \"$ID:$SECRET\" 'https://zoom.us/oauth/token?grant_type=authorization_code&code=abc&redirect_uri=https://a.example/'",
            "curl -X POST -u \"$ID:$SECRET\" 'https://id.example.com/oauth/token?grant_type=client_credentials'",
        ],
    );
}

#[test]
fn keycloak() {
    leads_to(
        "keycloak-no-secret/secret-of-public-client",
        &[
            r#"{"error":"unauthorized_client","error_description":"Client secret not provided in request"}"#,
            "unauthorized_client - Client secret not provided in request",
            "error: \"unauthorized_client\"\nerror_description: \"Client secret not provided in request\"",
        ],
    );
    leads_to(
        "keycloak-unknown-client/client-not-identified",
        &[
            r#"{"error":"unauthorized_client","error_description":"UNKNOWN_CLIENT: Client was not identified by any client authenticator"}"#,
            "Unable to get token : 400 Bad Request : {\"error\":\"unauthorized_client\",\"error_description\":\"UNKNOWN_CLIENT: Client was not identified by any client authenticator\"}",
        ],
    );
    leads_to(
        "keycloak-credentials/keycloak-secret",
        &[r#"{"error":"invalid_client","error_description":"Invalid client or Invalid client credentials"}"#],
    );
}

#[test]
fn a_method_of_authentication_that_the_client_may_not_use() {
    leads_to(
        "client-auth-method/client-auth-other-way",
        &[
            "time=\"2026-08-23T22:42:13Z\" level=error msg=\"Access Request failed with error: Client authentication failed (e.g., unknown client). The request was determined to be using 'token_endpoint_auth_method' method 'client_secret_basic', however the OAuth 2.0 client registration does not allow this method.\" method=POST path=/api/oidc/token",
            "{\"level\":\"error\",\"msg\":\"Access Request failed with error: Client authentication failed. The request was determined to be using 'token_endpoint_auth_method' method 'none', however the OAuth 2.0 client registration does not allow this method.\",\"time\":\"2026-04-12\"}",
            "level=debug msg=\"Mark 1FA attempt\"\nlevel=error msg=\"The registered client with id 'a' is configured to only support 'token_endpoint_auth_method' method 'client_secret_basic'.\"\nlevel=debug msg=\"done\"",
        ],
    );
}

#[test]
fn pkce_of_an_earlier_sign_in() {
    leads_to(
        "verifier-wrong/verifier-wrong",
        &[
            r#"{"error_description":"can't verify code challenge, expected:abc,actual:def","error":"invalid_request"}"#,
            r#"{"error":"invalid_grant","error_description":"PKCE verification failed: Code mismatch"}"#,
            r#"{"error":"invalid_grant","error_description":"code_verifier did not match the code_challenge"}"#,
        ],
    );
}

#[test]
fn redirect_urls_side_by_side() {
    leads_to(
        "redirect-mismatch/redirect-http",
        &[
            "The redirect URI included is not valid\nCallback: https://a.example.com/cb\n&redirect_uri=http%3A%2F%2Fa.example.com%2Fcb",
            "registered redirect: https://a.example.com/cb\nGET /authorize?client_id=a&redirect_uri=http%3A%2F%2Fa.example.com%2Fcb&response_type=code\nerror=redirect_uri_mismatch",
            "{\"error\":\"invalid_redirect_uri\",\"redirect_uri\":\"http://a.example.com/cb\",\"redirect_uris\":[\"https://a.example.com/cb\"]}",
        ],
    );
    leads_to(
        "redirect-mismatch-http/redirect-http",
        &[
            "AADSTS50011: The redirect URI 'http://a.example.com/cb' specified in the request does not match the redirect URIs configured for the application.",
        ],
    );
    leads_to(
        "redirect-mismatch-local/redirect-differs",
        &[
            "AADSTS50011: The redirect URI 'http://localhost:3000/cb' specified in the request does not match the redirect URIs configured for the application.",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-public-address",
        &[
            "Error 400: redirect_uri_mismatch\nOAuth Redirect URL is\nhttp://localhost:5678/rest/callback\nbut it should be\nhttps://a.example.com/rest/callback",
            "callback shown: https://a.example.com:5678/cb\nregistered callback: https://a.example.com/cb\n{\"error\":\"redirect_uri_mismatch\"}",
            "redirect_uri=http://192.168.1.5:8123/auth/external/callback\nregistered: https://home.example.com/auth/external/callback\nerror: redirect_uri_mismatch",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-slash",
        &[
            "registered callback: https://a.example.com/cb/\n?redirect_uri=https%3A%2F%2Fa.example.com%2Fcb\n{\"error\":\"redirect_uri_mismatch\"}",
        ],
    );
    leads_to(
        "grant-invalid/redirect-query",
        &[
            "registered callback URL: https://a.example.com/cb\nsent: https://a.example.com/cb?from=%2F\n{\"error\":\"invalid_grant\"}",
        ],
    );
    // Nothing is known of the registered one.
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            "{\"error\":\"redirect_uri_mismatch\",\"redirect_uri\":\"http://a.example.com/cb\"}",
            "Invalid redirect_uri: https://a.example.com/sigin-oidc",
        ],
    );
    leads_to(
        "redirect-mismatch-token/redirect-other-than-authorized",
        &["{\"ok\":false,\"error\":\"bad_redirect_uri\"}"],
    );
}

#[test]
fn a_grant_that_is_void_or_from_the_popup() {
    leads_to(
        "grant-invalid/grant-void",
        &[
            r#"{"error":"invalid_grant"}"#,
            "Token request for demo failed (invalid_grant): The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked",
        ],
    );
    leads_to(
        "grant-invalid/refresh-maybe-rotated",
        &["grant_type=refresh_token&refresh_token=abc\n\n{\"error\":\"invalid_grant\"}"],
    );
    leads_to(
        "google-bad-request/redirect-popup",
        &[
            "google.accounts.oauth2.initCodeClient({ ux_mode: 'popup' })\n{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}",
            "auth2.grantOfflineAccess().then(cb);\nGaxiosError: invalid_grant\n{ error: 'invalid_grant', error_description: 'Bad Request' }",
        ],
    );
    leads_to("google-bad-request/grant-void", &["data: { error: 'invalid_grant', error_description: 'Bad Request' }"]);
}

#[test]
fn the_audience_of_a_token() {
    leads_to(
        "token-audience-empty/audience-empty",
        &[
            "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"The audience 'empty' is invalid\"",
            "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidAudienceException: IDX10206: Unable to validate audience. The 'audiences' parameter is empty.",
            "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"The audience '(null)' is invalid\"",
        ],
    );
    leads_to(
        "token-audience-resources/audience-resources",
        &[
            "IDX10214: Audience validation failed. Audiences: 'https://id.example.com/resources'. Did not match: validationParameters.ValidAudience: 'api' or validationParameters.ValidAudiences: 'null'.",
        ],
    );
    leads_to(
        "token-audience-blank/audience-blank",
        &[
            "SecurityTokenInvalidAudienceException: IDX10214: Audience validation failed. Audiences: 'abc'. Did not match: validationParameters.ValidAudience: 'abc ' or validationParameters.ValidAudiences: 'null'.",
        ],
    );
    leads_to(
        "token-audience/token-audience",
        &[
            "IDX10214: Audience validation failed. Audiences: 'abc'. Did not match: validationParameters.ValidAudience: 'def' or validationParameters.ValidAudiences: 'null'.",
            "www-authenticate: Bearer error=\"invalid_token\", error_description=\"The audience 'api://abc' is invalid\"",
        ],
    );
    leads_to(
        "token-signature/token-signature",
        &["WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"The signature key was not found\""],
    );
    leads_to(
        "token-expired/token-expired",
        &[
            "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"The token expired at '02/14/2024 10:00:00'\"",
        ],
    );
}

#[test]
fn a_profile_that_cannot_be_read() {
    leads_to(
        "profile-not-read/profile-refused",
        &[
            "InternalOAuthError: Failed to fetch user profile\n    at /app/node_modules/passport-demo/lib/strategy.js:61:19",
            "InternalOAuthError: failed to fetch user profile\n    at C:\\app\\node_modules\\passport-google-oauth2\\lib\\oauth2.js:92:28",
            "https://app.example.com/?error=server_error&error_description=Error+getting+user+email+from+external+provider",
        ],
    );
    leads_to("browser-network/browser-network", &["TypeError: Failed to fetch\n    at login (app.js:1:2)"]);
}

#[test]
fn who_may_authorize() {
    leads_to(
        "google-blocked/test-users-only",
        &[
            "Access blocked: Demo has not completed the Google verification process\nError 403: access_denied",
            "Error 403: access_denied\nThe developer hasn\u{2019}t given you access to this app. It\u{2019}s currently being tested",
            "Authorization Error\nError 403: access_denied\nThe developer hasn't given you access to this app.",
        ],
    );
    leads_to("access-denied/user-declined", &["https://a.example.com/cb?error=access_denied&state=x"]);
    leads_to(
        "admin-needed/admin-needed",
        &[
            "An account admin is required to install this type of app. Please contact your account admin or IT administrator to install this app.",
        ],
    );
    leads_to("approval-page/approval-needed", &["You cannot authorize Demo App\nPlease contact your account admin."]);
    leads_to(
        "scope-missing-master/scope-master",
        &[
            r#"{"code": 4700, "message": "Invalid access token, does not contain scopes: [report:master, report:read:master]."}"#,
            r#"{"code":4711,"message":"Invalid access token, does not contain scopes:[account:read:list_sub_accounts:master]."}"#,
        ],
    );
}

#[test]
fn proxies() {
    leads_to(
        "proxy-buffer/proxy-buffer",
        &[
            "2018/03/23 16:27:48 [error] 252#252: *210 upstream sent too big header while reading response header from upstream, client: 203.0.113.136, server: auth.example.com, request: \"GET /oauth2/callback?code=abc&state=x HTTP/1.1\", host: \"auth.example.com\"",
            "upstream sent too big header while reading response header from upstream",
        ],
    );
    leads_to(
        "headers-too-large/headers-too-large",
        &[
            "<html>\n<head><title>400 Request Header Or Cookie Too Large</title></head>\n<body>\n<center><h1>400 Bad Request</h1></center>\n<center>Request Header Or Cookie Too Large</center>\n<hr><center>nginx</center>\n</body>\n</html>",
            "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close",
        ],
    );
}

#[test]
fn wordpress() {
    leads_to(
        "wp-state/state-cached",
        &[
            "object(WP_Error)#844 (2) {\n  [\"errors\"]=>\n  array(1) {\n    [\"missing-state\"]=>\n    array(1) {\n      [0]=>\n      string(14) \"Missing state.\"\n    }\n  }\n}",
            "WP_Error Object\n(\n    [errors] => Array\n        (\n            [invalid-state] => Array\n                (\n                    [0] => Invalid state.\n                )\n        )\n)",
            r#"{"errors":{"invalid-state":["Invalid state."]},"error_data":[]}"#,
        ],
    );
}

#[test]
fn other_programs() {
    leads_to(
        "issuer-differs/issuer-differs",
        &[
            "RPError: unexpected iss value, expected https://id.example.com, got: https://id.example.org",
            "oidc: issuer did not match the issuer returned by provider, expected \"http://a\" got \"https://a\"",
            "java.lang.IllegalStateException: The Issuer \"https://id.example.com/a\" provided in the configuration metadata did not match the requested issuer \"http://keycloak:8080/a\"",
        ],
    );
    leads_to(
        "nonce/nonce-lost",
        &[
            "OpenIdConnectProtocolInvalidNonceException: IDX21323: RequireNonce is 'True'. OpenIdConnectProtocolValidationContext.Nonce was null.",
        ],
    );
    leads_to("scope-changed/scope-changed", &["Warning: Scope has changed from \"openid email\" to \"email openid\"."]);
    leads_to(
        "api-disabled/api-disabled",
        &[
            "Google Calendar API has not been used in project 1234 before or it is disabled. Enable it by visiting the console.",
        ],
    );
    leads_to(
        "cors/cors",
        &[
            "Access to fetch at 'https://id.example.com/oauth/token' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
        ],
    );
    leads_to(
        "not-reachable/not-reachable",
        &[
            "2024/01/01 10:00:00 [error] 30#30: *5 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.1, server: a.example.com, request: \"GET /oauth2/callback?code=abc HTTP/1.1\"",
        ],
    );
    leads_to(
        "token-audience/token-audience",
        &[
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token validation failure. Invalid audience.\"}}",
            "[Mon Jan 01 10:00:00 2024] [auth_openidc:error] [pid 123] oidc_proto_validate_aud_and_azp: our configured client_id (abc) could not be found in the array of values for \"aud\" claim",
        ],
    );
    leads_to(
        "go-401/secret-or-encoding",
        &[
            "[invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 Unauthorized: [no body]",
        ],
    );
}

#[test]
fn pages_of_servers() {
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            "We are sorry...\nInvalid parameter: redirect_uri",
            "Es tut uns leid...\nUngültiger Parameter: redirect_uri",
            "Nous sommes désolés...\nParamètre invalide : redirect_uri",
            "Be careful! The redirect_uri is not associated with this application. The application might be misconfigured.",
        ],
    );
    leads_to(
        "client-unknown/client-unknown",
        &[
            "We are sorry...\nClient not found.",
            "Sorry, there was an error : unauthorized_client\nUnknown client or client not enabled",
        ],
    );
    leads_to(
        "origin-mismatch/origin-not-registered",
        &["Error 400: origin_mismatch", "idpiframe: Not a valid origin for the client: http://localhost:3000"],
    );
    leads_to(
        "redirect-kind/redirect-kind",
        &[
            "Error 400: invalid_request\nYou can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy for keeping apps secure.",
        ],
    );
    leads_to("state-mismatch/state-lost", &["Unable to find a valid CSRF token. Please try again."]);
    leads_to(
        "certificate/certificate-untrusted",
        &["Post \"https://id.example.com/token\": x509: certificate signed by unknown authority"],
    );
    leads_to(
        "host-not-resolved/name-not-resolved",
        &["Post \"https://id.example.com/token\": dial tcp: lookup id.example.com on 10.96.0.10:53: no such host"],
    );
}

#[test]
fn texts_that_are_no_errors() {
    are_no_errors(&[
        // Prose and documentation.
        "OAuth 2.0 defines the errors invalid_request, invalid_client and invalid_grant in section 5.2.",
        "The app is registered at the server. Its redirect URL is https://a.example.com/cb and not http://a.example.com/cb.",
        "To install the app, contact the administrator. A redirect URL is required, a scope is optional.",
        "Raise proxy_buffer_size in nginx if headers are large.",
        "The API checks the audience of the token; without one, it is not accepted.",
        "An app in testing can be used by test users only.",
        "Our guide: if you see \"invalid_client\", check the secret. If you see \"invalid_grant\", sign in again.",
        "OAuth error codes\n\ninvalid_request\ninvalid_client\ninvalid_grant\nunauthorized_client\ninvalid_scope",
        "| Error | Meaning |\n|---|---|\n| invalid_client | client authentication failed |\n| invalid_grant | the code has expired |\n| invalid_scope | unknown scope |",
        "level=error msg=\"disk full\"",
        // Logs of something that went well.
        "2018/03/23 16:27:48 [notice] 252#252: signal process started",
        "time=\"2026-08-23T18:19:56Z\" level=debug msg=\"Access Request with id '2650' on client with id 'grafana' has successfully been processed\" method=POST path=/api/oidc/token",
        "time=\"2026-08-23T18:19:56Z\" level=info msg=\"token refreshed\"\ntime=\"2026-08-23T18:20:56Z\" level=warn msg=\"token expires soon\"",
        "2026-03-02 07:22:40.160 INFO (MainThread) [homeassistant.components.oauth] Token refreshed",
        "2026-03-02 07:22:40.160 ERROR (MainThread) [homeassistant.components.esphome] Sensor power_83 did not answer",
        // Data.
        r#"{"errors":[],"user":{"name":"John Smith","redirect_uri":"https://a.example.com/cb"}}"#,
        r#"{"errors":{},"data":{"title":"All is well","severity":"low"}}"#,
        r#"{"name":"app","version":"1.0.0","dependencies":{"passport-oauth2":"^1.6","oauth-errors":"1.0.0"}}"#,
        r#"{"issuer":"https://id.example.com","authorization_endpoint":"https://id.example.com/authorize","token_endpoint":"https://id.example.com/token","token_endpoint_auth_methods_supported":["client_secret_basic"]}"#,
        r#"{"id":3,"level":50,"title":"Level of a game"}"#,
    ]);
}

#[test]
fn a_program_without_a_token() {
    leads_to(
        "no-token-stored/connect-again",
        &[
            "NodeApiError: Unable to sign without access token\n    at ExecuteContext.requestWithAuthentication (/usr/local/lib/node_modules/n8n/node_modules/n8n-core/src/request-helper-functions.ts:1476:10)",
            "Unable to sign without access token",
            "Unable to sign without access token.",
            "{\"errorMessage\":\"Unable to sign without access token\",\"errorDetails\":{},\"n8nDetails\":{\"nodeName\":\"Gmail\"}}",
            "Error: No access, refresh token, API key or refresh handler callback is set.",
            "Error: No access, refresh token or API key is set.",
            "2022/11/24 07:54:27 ERROR : rc: \"operations/list\": error: drive: failed when making oauth client: failed to create oauth client: empty token found - please run \"rclone config reconnect Google:\"",
            "org.springframework.security.oauth2.client.ClientAuthorizationRequiredException: [client_authorization_required] Authorization required for Client Registration Id: google",
        ],
    );
    leads_to(
        "no-token-stored/own-token-request-failed",
        &["grant_type: client_credentials\n\nNodeApiError: Unable to sign without access token"],
    );
    are_no_errors(&[
        "To sign requests, the library needs an access token.",
        "The access token is stored in the credential.",
    ]);
}

const SETTINGS: &str = "client-id: DemoClientId0001\nclient-secret: DemoClientSecret0001\nredirect-uri: https://app.example.com/cb\nauthorization-uri: https://id.example.com/oauth/authorize\ntoken-uri: https://id.example.com/oauth/token\n";

/// The settings with one value replaced, and an error before or after them.
fn beside(old: &str, new: &str, error: &str) -> [String; 3] {
    assert_eq!(SETTINGS.matches(old).count(), 1, "{old}");
    let settings = SETTINGS.replace(old, new);
    [
        format!("{settings}\n{error}\n"),
        format!("I get this:\n\n{error}\n\nand these are my settings:\n\n{settings}"),
        format!("```yaml\n{settings}```\n\n```\n{error}\n```\n"),
    ]
}

#[track_caller]
fn beside_leads_to(expected: &str, (old, new): (&str, &str), error: &str) {
    let texts = beside(old, new, error);
    leads_to(expected, &texts.each_ref().map(String::as_str));
}

const INVALID_CLIENT: &str = r#"{"error":"invalid_client","error_description":"Client authentication failed"}"#;
const SECRET: &str = "DemoClientSecret0001";

#[test]
fn a_fault_in_the_settings_beside_the_error() {
    for (secret, expected) in [
        ("\"[Copy from console]\"", "placeholder-words"),
        ("changeme", "setting-placeholder"),
        ("<secret>", "setting-placeholder"),
        ("YOUR_CLIENT_SECRET", "setting-placeholder"),
        ("\"\"", "secret-empty"),
        ("", "secret-empty"),
        ("\" DemoClientSecret0001\"", "blanks-around"),
        ("Basic DemoClientSecret0001", "label-included"),
        ("DemoClientId0001", "same-value-twice"),
        ("-----BEGIN PUBLIC KEY-----", "public-key-as-secret"),
    ] {
        for error in [INVALID_CLIENT, "error: unauthorized_client\nerror_description: Invalid client credentials"] {
            beside_leads_to(expected, (SECRET, secret), error);
        }
    }
    for (redirect, expected) in
        [("https://app.example.com/*", "redirect-wildcard"), ("https://app.example.com/cb#x", "fragment-in-address")]
    {
        beside_leads_to(expected, ("https://app.example.com/cb", redirect), "Error 400: redirect_uri_mismatch");
    }
    beside_leads_to(
        "endpoints-equal",
        ("https://id.example.com/oauth/token", "https://id.example.com/oauth/authorize"),
        "Failed to exchange the code: 405 Method Not Allowed",
    );
    for error in [
        "Failed to exchange the code: 405 Method Not Allowed",
        "Error: Unexpected error response\n    at sendTokenRequest (file:///app/node_modules/arctic/dist/request.js:74:11)\n    at async OAuth2Client.validateAuthorizationCode (file:///app/node_modules/arctic/dist/client.js:66:24) {\"status\":405}",
    ] {
        beside_leads_to(
            "endpoint-of-other-use",
            ("https://id.example.com/oauth/token", "https://id.example.com/adfs/discovery/keys"),
            error,
        );
    }
}

#[test]
fn settings_that_do_not_explain_the_error() {
    let of_client = "client-auth-failed/client-auth-as-sent";
    for (secret, error) in [
        (SECRET, INVALID_CLIENT),
        ("****************", INVALID_CLIENT),
        ("<redacted>", INVALID_CLIENT),
        ("${CLIENT_SECRET}", INVALID_CLIENT),
    ] {
        beside_leads_to(of_client, (SECRET, secret), error);
    }
    beside_leads_to(of_client, ("https://app.example.com/cb", "https://app.example.com/*"), INVALID_CLIENT);
    beside_leads_to("scope-invalid/scope-unknown", (SECRET, "\"[Copy from console]\""), r#"{"error":"invalid_scope"}"#);
}

#[test]
fn settings_alone() {
    leads_to("sound", &[SETTINGS, &SETTINGS.replace(SECRET, "****"), &SETTINGS.replace(SECRET, "YOUR_SECRET")]);
    leads_to("redirect-wildcard", &[&SETTINGS.replace("/cb", "/*")]);
    leads_to("placeholder-words", &[&SETTINGS.replace(SECRET, "\"[Copy from console]\"")]);
}

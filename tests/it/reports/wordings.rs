//! Errors by the words of many programs, and other words that are none.

use super::{are_no_errors, leads_to};

#[test]
fn a_cookie_that_did_not_come_back() {
    leads_to(
        "state-cookie/state-cookie-lost",
        &[
            "warn: Microsoft.AspNetCore.Authentication.Google.GoogleHandler[15]\n      '.AspNetCore.Correlation.Google.Lwev0vfdTrLb0UiyvMYc' cookie not found.\nfail: An unhandled exception has occurred while executing the request.\nSystem.Exception: An error was encountered while handling the remote login.\n ---> System.Exception: Correlation failed.",
            "Microsoft.AspNetCore.Hosting.Internal.WebHost: Information: Request starting HTTP/1.1 POST http://localhost:8080/signin-oidc application/x-www-form-urlencoded 900\nMicrosoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler: Warning: '.AspNetCore.Correlation.OpenIdConnect.abc' cookie not found.",
            "Microsoft.AspNetCore.Hosting.Internal.WebHost: Information: Request starting HTTP/1.1 POST http://localhost:8080/signin-oidc application/x-www-form-urlencoded 900\nMicrosoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler: Warning: '.AspNetCore.Correlation.OpenIdConnect.abc' cookie not found.\nMicrosoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler: Information: Error from RemoteAuthentication: Correlation failed..",
            "AuthenticationFailureException: Correlation failed.",
            "Warning: .AspNet.Correlation cookie not found for the sign-in: '.AspNet.Correlation.Steam' cookie not found.",
            "[Tue Dec 22 16:42:48.537573 2020] [auth_openidc:error] [pid 29008] [client 192.168.20.122:55670] oidc_restore_proto_state: no \"mod_auth_openidc_state_ozyXg3KHgY88aR\" state cookie found, referer: http://192.168.20.217:8006/",
            "[2026/03/12 10:00:00] [oauthproxy.go:800] Invalid authentication via OAuth2: unable to obtain CSRF cookie",
            "Login failed: http: named cookie not present (OAuth callback)",
            "Debug: auth, unauthenticated, error, oauth\n    Error: Missing custom request token cookie\n    at Object.authenticate (/app/node_modules/bell/lib/oauth.js:201:31)",
            "Error: Missing state on session.\n    at OAuth2Strategy.authenticate (/app/node_modules/remix-auth-oauth2/build/index.js:60:23)",
            "[next-auth][error][OAUTH_CALLBACK_ERROR] State cookie was missing.",
        ],
    );
    are_no_errors(&[
        "Set-Cookie: .AspNetCore.Correlation.Google.abc=N; path=/signin-google; secure; samesite=none; httponly",
        "info: Microsoft.AspNetCore.Hosting[1] Request starting HTTP/1.1 POST http://localhost:8080/signin-oidc application/x-www-form-urlencoded 900\ninfo: Microsoft.AspNetCore.Hosting[2] Request finished in 12ms 302",
        "The state cookie is set when the sign-in begins, and the callback compares it with the parameter.",
        "options.CorrelationCookie.SameSite = SameSiteMode.None;",
        "--cookie-csrf-per-request=true\n--cookie-csrf-expire=5m",
    ]);
}

#[test]
fn a_program_that_cannot_register_itself() {
    leads_to(
        "registration-unsupported/registration-by-hand",
        &[
            "Error: Incompatible auth server: does not support dynamic client registration",
            "Fatal error: Error: Incompatible auth server: does not support dynamic client registration\n    at registerClient (file:///home/a/.npm/_npx/1/node_modules/@modelcontextprotocol/sdk/dist/esm/client/auth.js:707:19)",
            "throw new Error('Incompatible auth server: does not support dynamic client registration');\n            ^\n\nError: Incompatible auth server: does not support dynamic client registration",
            "{\"error\":\"Dynamic client registration is not supported by this server\"}",
            "OAuth error: dynamic registration is not supported",
        ],
    );
    are_no_errors(&[
        "This server does not support dynamic client registration; register a client in the console and copy its ID.",
    ]);
}

#[test]
fn a_setting_that_a_program_lacks() {
    leads_to(
        "setting-missing/setting-missing",
        &[
            "Caused by: java.lang.IllegalArgumentException: authorizationUri cannot be empty\n\tat org.springframework.util.Assert.hasText(Assert.java:284)\n\tat org.springframework.security.oauth2.client.registration.ClientRegistration$Builder.build(ClientRegistration.java:528)",
            "Caused by: java.lang.IllegalArgumentException: redirectUri cannot be empty\n\tat org.springframework.util.Assert.hasText(Assert.java:253) ~[spring-core-6.2.1.jar:6.2.1]",
            "Caused by: java.lang.IllegalArgumentException: clientRegistrationRepository cannot be null\n\tat org.springframework.util.Assert.notNull(Assert.java:198)",
            "TypeError: OAuth2Strategy requires a clientID option\n    at OAuth2Strategy.Strategy (/app/node_modules/passport-oauth2/lib/strategy.js:87:34)",
            "System.ArgumentException: Options.ClientId must be provided\nParameter name: ClientId\n   at Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions.Validate()",
            "System.ArgumentException: The 'ClientId' option must be provided. (Parameter 'ClientId')\n   at Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions.Validate()",
            "System.InvalidOperationException: Provide Authority, MetadataAddress, Configuration, or ConfigurationManager to OpenIdConnectOptions\n   at Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectPostConfigureOptions.PostConfigure()",
            "[main.go:60] ERROR: Failed to load config: invalid configuration:\n  missing setting: client-secret or client-secret-file",
        ],
    );
    // The same words from a server.
    leads_to(
        "parameter-named/parameter-named",
        &["{\"error\":\"invalid_request\",\"error_description\":\"audience cannot be empty\"}"],
    );
}

#[test]
fn a_device_that_is_told_to_slow_down() {
    leads_to(
        "device-too-fast/asked-too-often",
        &[
            "error=slow_down&error_description=Too+many+requests+have+been+made+in+the+same+timeframe.&interval=25",
            "{\"error\":\"slow_down\",\"error_description\":\"Too many requests have been made in the same timeframe.\",\"interval\":10}",
            "failed to authenticate via web browser: Too many requests have been made in the same timeframe. (slow_down)",
            "{\"error\":\"slow_down\",\"error_description\":\"Rate limit of the device exceeded\"}",
            "{\"error\":\"slow_down\"}",
            "HTTP/1.1 429 Too Many Requests\n\n{\"error\":\"slow_down\",\"error_description\":\"Please wait\"}",
        ],
    );
    leads_to(
        "rate-limited/rate-limited",
        &[
            "{\"error\":\"rate_limited\",\"error_description\":\"Too many requests\"}",
            "HTTP/1.1 429 Too Many Requests\n\n{\"message\":\"Please slow down\"}",
        ],
    );
}

#[test]
fn a_host_that_is_the_program_itself() {
    leads_to(
        "not-reachable/own-computer",
        &[
            "Could not authenticate you from KeycloakOpenid because \"Failed to open tcp connection to localhost:1234 (connection refused - connect(2) for \"localhost\" port 1234)\".",
            "Error redeeming code during OAuth2 callback: token exchange failed: Post \"http://127.0.0.1:8080/realms/a/protocol/openid-connect/token\": dial tcp 127.0.0.1:8080: connect: connection refused",
            "InternalOAuthError: Failed to obtain access token\n    at Strategy.OAuth2Strategy._createOAuthError (/app/node_modules/passport-oauth2/lib/strategy.js:408:17)\n    at /app/node_modules/passport-oauth2/lib/strategy.js:175:45 {\n  oauthError: Error: connect ECONNREFUSED 127.0.0.1:8080\n      at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1141:16) {\n    errno: 'ECONNREFUSED',\n    code: 'ECONNREFUSED',\n    syscall: 'connect',\n    address: '127.0.0.1',\n    port: 8080\n  }\n}",
            "TOKEN request failed: I/O error on POST request for \"https://localhost:8443/auth/realms/MyRealm/protocol/openid-connect/token\": Connect to localhost:8443 [localhost/127.0.0.1] failed: Connection refused (Connection refused)",
        ],
    );
    leads_to(
        "not-reachable/not-reachable",
        &[
            "Error redeeming code during OAuth2 callback: token exchange failed: Post \"http://keycloak:8080/realms/a/protocol/openid-connect/token\": dial tcp 172.20.0.2:8080: connect: connection refused",
            "Failed to open TCP connection to id.example.com:443 (Connection refused)\nstarted with http://localhost:3000/oauth/callback",
        ],
    );
}

#[test]
fn a_response_that_is_a_page() {
    leads_to(
        "not-json/not-json",
        &[
            "org.springframework.web.client.RestClientException: Could not extract response: no suitable HttpMessageConverter found for response type [interface java.util.Map] and content type [text/html;charset=utf-8]",
            "Caused by: org.springframework.web.reactive.function.UnsupportedMediaTypeException: Content type 'text/html' not supported for bodyType=java.util.Map<java.lang.String, java.lang.Object>",
            "aiohttp.client_exceptions.ContentTypeError: 200, message='Attempt to decode JSON with unexpected mimetype: text/html', url=URL('https://id.example.com/oauth/token')",
            "java.lang.RuntimeException: Cannot handle text/html;charset=ISO-8859-1 content type. Supported content types include JSON, XML and URLEncoded",
        ],
    );
}

#[test]
fn a_key_that_the_receiver_does_not_know() {
    leads_to(
        "token-key-unknown/token-key-unknown",
        &[
            "com.nimbusds.jose.proc.BadJOSEException: Signed JWT rejected: Another algorithm expected, or no matching key(s) found",
        ],
    );
    leads_to("token-signature/token-signature", &["JsonWebTokenError: invalid signature"]);
}

#[test]
fn an_ampersand_that_was_escaped() {
    leads_to(
        "grant-parameter/ampersand-escaped",
        &[
            r#"{"message":"The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Check the \u0022grant_type\u0022 parameter.","url":"\/oauth\/access_token.json?client_id=a\u0026amp;grant_type=client_credentials","code":400}"#,
        ],
    );
    leads_to(
        "grant-parameter/grant-missing-or-unknown",
        &[
            r#"{"message":"The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Check the \u0022grant_type\u0022 parameter.","url":"\/oauth\/access_token.json?client_id=a\u0026grant_type=x","code":400}"#,
        ],
    );
}

#[test]
fn a_refresh_that_was_rejected() {
    leads_to(
        "status-400/refresh-rejected",
        &[
            "Exception: Error while refreshing access token: 400 Client Error: Bad Request for url: https://api.example.com/v1/oauth/refresh",
            "Token refresh failed: Request failed with status code 400",
        ],
    );
    leads_to(
        "status-400/body-not-shown",
        &[
            "AxiosError: Request failed with status code 400\n    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)",
        ],
    );
}

/// Lines of a program that has nothing to do with OAuth.
const OTHER_ENTRIES: [&str; 4] = [
    "2026-03-12 10:00:01.118 ERROR (MainThread) [homeassistant.components.template.template_entity] TemplateError('ValueError: Template error: float got invalid input 'unavailable' when rendering template '{{ 1 }}'') while processing template",
    "2026-03-12 10:00:02.009 ERROR [scheduler] java.lang.IllegalStateException: Job 12 is already running",
    "2026-03-12 10:00:03.547 ERROR app.reports - KeyError: 'total' in the monthly report",
    "2026-03-12 10:00:04.004 CRITICAL worker.images: ValueError: cannot identify image file of the user",
];

#[test]
fn errors_of_something_else() {
    let calm = "2026-03-12 10:00:00.006 DEBUG [coordinator] Finished fetching data in 0.214 seconds (success: True)\n";
    for other in OTHER_ENTRIES {
        are_no_errors(&[&format!("{calm}{other}\n{calm}"), &format!("{calm}{other}"), &format!("{other}\n{calm}")]);
    }
    are_no_errors(&[&OTHER_ENTRIES.join("\n")]);
    // One that no table has either, of a connection.
    for told in [
        "2026-03-12 10:00:05.004 ERROR [oauth] java.lang.IllegalStateException: Verbindung verloren beim Holen eines Tokens",
        "2026-03-12 10:00:05.004 ERROR app.client - ValueError: unexpected form of the answer from https://api.example.com/v1/users",
    ] {
        leads_to("unknown error", &[&format!("{calm}{told}\n{calm}")]);
    }
    leads_to("unknown error", &["java.lang.IllegalStateException: Job 12 is already running"]);
}

#[test]
fn the_cause_below_an_error_that_a_library_made_up() {
    const TOP: &str = "org.springframework.security.authentication.BadCredentialsException: Could not obtain access token\n\tat a.b.C.d(C.java:1)\nCaused by: error=\"access_denied\", error_description=\"Error requesting access token.\"\n\tat a.b.C.e(C.java:2)\n\t... 66 common frames omitted\n";
    let below =
        |cause: &str| format!("{TOP}Caused by: {cause}\n\tat a.b.C.f(C.java:3)\n\t... 72 common frames omitted\n");
    leads_to(
        "not-json/not-json",
        &[
            &below(
                "org.springframework.web.client.RestClientException: Could not extract response: no suitable HttpMessageConverter found for response type [interface org.springframework.security.oauth2.common.OAuth2AccessToken] and content type [text/html]",
            ),
            &below("com.fasterxml.jackson.core.JsonParseException: Unexpected character: not valid JSON"),
        ],
    );
    leads_to("access-denied/user-declined", &[&below("x.y.RestException: something else happened here"), TOP]);
    leads_to(
        "grant-invalid/grant-void",
        &[
            "x.y.LoginException: failed\nCaused by: error=\"invalid_grant\", error_description=\"Bad code\"\nCaused by: x.y.HttpException: 400 Bad Request",
        ],
    );
}

#[test]
fn the_error_after_a_fallback() {
    let tried = |between: &str, last: &str| {
        format!(
            "[1] Connecting to http://localhost:8000/mcp\n[1] Received error: Error POSTing to endpoint (HTTP 405): {{\"detail\":\"Method Not Allowed\"}}\n[1] {between}\n[1] Using transport strategy: sse-only\n[1] {last}\n"
        )
    };
    let last = "Connection error: Error: Incompatible auth server: does not support dynamic client registration";
    for between in [
        "Recursively reconnecting for reason: falling-back-to-alternate-transport",
        "Falling back to SSE",
        "HTTP failed, trying alternative transport",
    ] {
        leads_to("registration-unsupported/registration-by-hand", &[&tried(between, last)]);
        leads_to("method-not-allowed/method-wrong", &[&tried(between, "connected")]);
    }
    leads_to(
        "client-invalid/client-auth-as-sent",
        &[&tried("Falling back to SSE", "token request: {\"error\":\"invalid_client\"}")],
    );
}

#[test]
fn a_token_that_is_refused_in_a_line_of_a_long_log() {
    let calm = "Execute scheduled task: Elimina i processi vecchi (core\\task\\cleanup)\n... started 06:00:01. Current memory use 7.1 MB.\n... used 8 dbqueries\nScheduled task complete: Elimina i processi vecchi (core\\task\\cleanup)\n\n".repeat(40);
    leads_to(
        "access-token-refused/token-ended",
        &[
            &format!(
                "{calm}Scheduled task failed: Ricevi da Zoom il report (mod_zoom\\task\\get_meeting_reports),Si \u{e8} verificato un errore nel webservice Zoom: Invalid access token\n{calm}"
            ),
            &format!(
                "{calm}Scheduled task failed: Update meetings (mod_zoom\\task\\update_meetings),Zoom webservice error: Invalid access token\n{calm}"
            ),
            &format!(
                "{calm}Geplante Aufgabe fehlgeschlagen: Meetings (mod_zoom\\task\\update),Fehler im Zoom-Webservice: Invalid access token\n"
            ),
        ],
    );
    leads_to("token-invalid/token-rejected", &[&format!("{calm}Sync failed: Invalid access token\n{calm}")]);
    are_no_errors(&[&calm, &format!("{calm}Scheduled task failed: Blog (core\\task\\blog),feed not read\n{calm}")]);
}

#[test]
fn a_value_that_the_server_names() {
    let google = |refused: &str| {
        format!(
            "https://accounts.google.com/o/oauth2/auth?scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fuserinfo.email+https%3A%2F%2Fwww.googleapis.com%2Fauth%2F{}&redirect_uri=https://app.example.com/cb&response_type=code&client_id=1.apps.googleusercontent.com\n\nError: invalid_scope\nSome requested scopes were invalid. {{valid=[https://www.googleapis.com/auth/userinfo.email], invalid=[https://www.googleapis.com/auth/{refused}]}}",
            refused.replace('/', "%2F")
        )
    };
    leads_to("refused-for-slash", &[&google("drive.file/"), &google("calendar/")]);
    leads_to("refused-by-name", &[&google("drive.files"), &google("userinfo.Email")]);
    leads_to(
        "refused-by-name",
        &[
            "https://id.example.com/auth?client_id=a&response_type=code&scope=openid+offline&redirect_uri=https://app.example.com/cb&state=k3j4h5k3j4h5k3j4h5k3j4h5\n\n{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scopes: offline\"}",
            "{\"error\":\"invalid_scope\",\"error_description\":\"scope 'Read' is not in ['read', 'write']\"}",
        ],
    );
    leads_to("unknown error", &["ValueError: 'foo' is not in ['a', 'b']"]);
    leads_to(
        "scope-invalid/scope-unknown",
        &[
            "https://id.example.com/auth?client_id=a&response_type=code&scope=openid+offline&redirect_uri=https://app.example.com/cb&state=k3j4h5k3j4h5k3j4h5k3j4h5\n\n{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scopes: openid offline\"}",
            "Error: invalid_scope\nSome requested scopes were invalid.",
        ],
    );
}

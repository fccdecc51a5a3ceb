//! What a text shows besides the error: colors, ports, times, names of hosts and of settings.

use authdesk::desk::parts::diagnosis;

use super::{leads_to, pasted, says_nothing_of};

/// What is shown as the reason for the first cause.
#[track_caller]
fn is_because(text: &str, words: &str) {
    let person = pasted(text);
    let view = diagnosis::view(&person.0);
    let because = view.as_ref().and_then(|view| view.cause()?.1.because.as_deref()).unwrap_or_default();
    assert!(because.contains(words), "{words} expected: {because}\n{text}");
}

#[test]
fn the_sentence_of_an_access_token_that_has_expired() {
    let said = "{\"code\":124,\"message\":\"Access token is expired.\"}";
    leads_to(
        "access-token-expired/token-expired",
        &[
            &format!(
                "2026-11-12 09:14:02,121 DEBUG sync  access_token=\u{2022}\u{2022}\u{2022}\u{2022}6f2a refresh_token=\u{2022}\u{2022}\u{2022}\u{2022}91bb expires_in=3600\n2026-11-12 09:14:02,611 WARNING sync  401 received, trying refresh\n2026-11-12 09:14:02,612 DEBUG urllib3.connectionpool  POST https://zoom.us/oauth/token?grant_type=refresh_token HTTP/1.1\n2026-11-12 09:14:02,940 ERROR sync  API error: {said}\n"
            ),
            &format!(
                "10:02:11 [debug] POST https://zoom.us/oauth/token grant_type=refresh_token\n10:02:12 [debug] refresh_token saved\n11:14:50 [error] GET https://api.zoom.us/v2/users?page_size=300 -> 401\n11:14:50 [error] {said}\n"
            ),
            "[2026-11-03 07:00:04] production.INFO: refreshing token {\"account\":12}\n[2026-11-03 08:30:05] production.ERROR: Zoom says: Access token is expired. {\"status\":401}\n[2026-11-03 08:30:05] production.ERROR: Client error: `GET https://api.zoom.us/v2/users/me` resulted in a `401 Unauthorized` response\n",
            "08:00:01 GET https://api.zoom.us/v2/report/users\n08:00:01 Response: 401 Unauthorized\n08:00:01 Access token is expired.\n08:00:01 Refresh: POST https://zoom.us/oauth/token  grant_type=refresh_token\n",
        ],
    );
}

#[test]
fn a_token_that_an_app_signed_itself() {
    let said = "{\"code\":124,\"message\":\"Invalid access token.\"}";
    leads_to(
        "access-token-refused/jwt-call",
        &[
            &format!(
                "JWT header:  {{\"alg\":\"HS256\",\"typ\":\"JWT\"}}\nJWT payload: {{\"iss\":\"Kx7vQ2mTRb6yLw9dPzE3gA\",\"exp\":1795953600000}}\n\nPOST https://api.zoom.us/v2/users/me/meetings\n401\n{said}\n"
            ),
            &format!(
                "const token = jwt.sign({{ iss: process.env.ZOOM_API_KEY, exp: new Date().getTime() + 5000 }}, process.env.ZOOM_API_SECRET);\nrp({{ method: 'POST', uri: 'https://api.zoom.us/v2/users/me/meetings', auth: {{ bearer: token }} }})\n// {said}\n"
            ),
            &format!(
                "$token = array(\"iss\" => $key, \"exp\" => time() * 1000 + 60000);\n$jwt = JWT::encode($token, $secret, 'HS256');\n\nGET https://api.zoom.us/v2/users\n\nHTTP/1.1 401 Unauthorized\n{said}\n"
            ),
            &format!(
                "{{\n  \"alg\": \"HS256\"\n}}\n{{\n  \"aud\": null,\n  \"iss\": \"Kx7vQ2mTRb6yLw9dPzE3gA\",\n  \"exp\": 1795953600000\n}}\nZoom answers {said}\n"
            ),
        ],
    );
    // The signature of the Meeting SDK is one of today.
    leads_to(
        "jwt-in-milliseconds",
        &[
            "const signature = jwt.sign({ sdkKey: key, mn: number, role: 0, iat: Date.now(), exp: 1795953600, tokenExp: 1795953600 }, secret)\n// Zoom Meeting SDK: Signature is invalid",
        ],
    );
}

#[test]
fn what_a_terminal_colored() {
    let colored = |text: &str| {
        let plain = text.replace('<', "\u{1b}[31m").replace('>', "\u{1b}[0m");
        let lost = text.replace('<', "[31m").replace('>', "[0m");
        let escaped = text.replace('<', "\\u001b[31m").replace('>', "\\u001b[39m");
        [plain, lost, escaped]
    };
    for (row, text) in [
        (
            "token-invalid/token-rejected",
            "<error>: GET https://api.github.com/user <401>\n<error>: {\"message\":\"<Bad credentials>\",\"documentation_url\":\"https://docs.github.com/rest\"}\n",
        ),
        (
            "about-secret/secret-wrong",
            "2026-11-20T10:11:12Z <ERROR> token exchange failed <error>=invalid_client <error_description>=\"Client <secret> is wrong\"\n",
        ),
        (
            "grant-void/code-used",
            "<POST https://zoom.us/oauth/token 400>\n{\"<reason>\":\"<Invalid Grant>\",\"<error>\":\"<invalid_grant>\"}\n",
        ),
        (
            "code-invalid/code-used-or-old",
            "<error>: token exchange failed {\"<error>\":\"<bad_verification_code>\",\"error_description\":\"The code passed is incorrect or expired.\"}",
        ),
    ] {
        let texts = colored(text);
        leads_to(row, &texts.each_ref().map(String::as_str));
    }
    // Places are those of the text as it is in the box.
    let command = "\u{1b}[32m$\u{1b}[0m curl https://id.example.com/token -d grant_type=client_credential -d client_id=a -d client_secret=b";
    let person = pasted(command);
    let view = diagnosis::view(&person.0).unwrap();
    let authdesk::desk::Lead::Finding(finding) = &view.lead else { panic!("{:?}", view.lead) };
    let span = finding.span.unwrap();
    let place: String = command.chars().skip(span.start).take(span.length).collect();
    assert_eq!(place, "grant_type=client_credential");
    assert!(finding.fix.is_none());
    leads_to("sound", &["rate(errors[5m]) [0m]\nhttps://app.example.com/cb?code=SplxlOBeZQ&state=x1"]);
}

#[test]
fn a_token_that_is_no_jwt() {
    let failed = "JsonWebTokenError: jwt malformed\n    at module.exports [as verify] (/app/node_modules/jsonwebtoken/verify.js:70:17)\n";
    leads_to(
        "token-malformed/token-opaque",
        &[
            &format!("// token = ghu_16C7e42F292c6912E7710c838347Ae178B4a\n{failed}"),
            &format!("access_token: gho_16C7e42F292c6912E7710c\n\n{failed}"),
            &format!("{failed}\nToken: ya29.a0AfB_byDxyz1234567"),
        ],
    );
    leads_to("token-malformed/token-malformed", &[failed]);
    leads_to("sound", &["Authorization: Bearer ghu_16C7e42F292c6912E7710c838347Ae178B4a"]);
}

#[test]
fn redirect_urls_with_two_ports() {
    let differ = "differ only in the port";
    leads_to(
        "redirect-not-registered",
        &[
            "Error 400: redirect_uri_mismatch\n\nredirect_uri=http://localhost:8080/auth/google/callback\n\nIn the console I have under \"Authorized redirect URIs\":\nhttp://localhost:3000/auth/google/callback\n",
        ],
    );
    for text in [
        "Invalid parameter: redirect_uri\nRequest: https://sso.example.com/realms/dev/protocol/openid-connect/auth?client_id=web&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&response_type=code&scope=openid\nValid redirect URIs in Keycloak: http://localhost:8080/callback\n",
        "AADSTS50011: The redirect URI 'http://localhost:5000/signin-oidc' specified in the request does not match the redirect URIs configured for the application.\nConfigured: http://localhost:7001/signin-oidc\n",
        "registered: http://localhost:3000/callback\nsent:       redirect_uri=http://localhost:8080/callback\n{\"error\":\"invalid_grant\",\"error_description\":\"redirect_uri does not match\"}\n",
        "Zoom app settings: OAuth Redirect URL  http://localhost:3000/callback\n\nInvalid redirect: http://localhost:8080/callback (4,700)\n",
        "Error 400: redirect_uri_mismatch\nThe redirect URI in the request, http://localhost:8000/oauth2callback, does not match the ones authorized for the OAuth client.\ncredentials.json: \"redirect_uris\":[\"http://localhost:8080/oauth2callback\"]\n",
    ] {
        is_because(text, differ);
    }
    leads_to(
        "redirect-refused-local/localhost",
        &[
            "Invalid redirect: http://localhost:8080/callback (4,700)\nThe app listens on http://localhost:8080/callback.",
        ],
    );
}

#[test]
fn a_form_with_spaces_around_its_parameters() {
    let request = |body: &str| {
        format!(
            "POST https://sso.example.com/realms/acme/protocol/openid-connect/token\nContent-Type: application/x-www-form-urlencoded\n\n{body}\n"
        )
    };
    let forms = [
        "client_id = {{client_id}} &\ngrant_type = password &\nusername = {{username}} &\npassword = {{password}}",
        "grant_type = password & client_id = acme-app & username = anna & password = geheim",
        "grant_type=password\n&client_id=acme-app\n&username=anna\n&password=geheim",
        "grant_type=password&\nclient_id=acme-app&\nusername=anna&\npassword=geheim",
    ];
    leads_to("sound", &forms.map(request).each_ref().map(String::as_str));
    let said = "{\n    \"error\": \"invalid_grant\",\n    \"error_description\": \"Account is not fully set up\"\n}";
    let answered = forms.map(|form| format!("{}\n{said}\n", request(form)));
    leads_to("account-not-set-up/account-not-set-up", &answered.each_ref().map(String::as_str));
    leads_to("account-not-set-up/account-not-set-up", &[said]);
    // A shell sends them.
    leads_to(
        "parameter-missing",
        &[
            "curl https://sso.example.com/realms/acme/protocol/openid-connect/token -d 'grant_type = password & client_id = acme-app & username = anna & password = geheim'",
        ],
    );
    leads_to(
        "user-blocked/user-blocked",
        &["{\"error\":\"invalid_grant\",\"error_description\":\"Account disabled\"}"],
    );
}

#[test]
fn a_setting_that_is_not_set() {
    leads_to(
        "setting-missing/setting-missing",
        &[
            "\u{274c} Invalid environment variables: [\n  {\n    code: 'invalid_type',\n    expected: 'string',\n    received: 'undefined',\n    path: [ 'ZOOM_CLIENT_ID' ],\n    message: 'Required'\n  }\n]\nError: Invalid environment variables\n",
            "ZodError: [\n  {\n    \"code\": \"invalid_type\",\n    \"expected\": \"string\",\n    \"received\": \"undefined\",\n    \"path\": [\n      \"client_id\"\n    ],\n    \"message\": \"Required\"\n  }\n]\n    at get error [as error] (/app/node_modules/zod/lib/types.js:43:31)\n",
            "\u{274c} Invalid environment variables: { GITHUB_CLIENT_SECRET: [ 'Required' ] }\n/app/node_modules/@t3-oss/env-core/dist/index.js:37\n        throw new Error(\"Invalid environment variables\");\n",
            "pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\nclient_id\n  Field required [type=missing, input_value={}, input_type=dict]\n",
            "Error: Config validation error: \"ZOOM_CLIENT_ID\" is required. \"ZOOM_CLIENT_SECRET\" is required\n    at ConfigModule.forRoot (/app/node_modules/@nestjs/config/dist/config.module.js:71:23)\n",
            "ZodError: [\n  {\n    \"expected\": \"string\",\n    \"code\": \"invalid_type\",\n    \"path\": [ \"client_id\" ],\n    \"message\": \"Invalid input: expected string, received undefined\"\n  }\n]\n",
            "Error: Missing required environment variable: GOOGLE_CLIENT_ID\n    at requireEnv (/app/src/env.ts:12:11)\n",
        ],
    );
    leads_to(
        "nothing",
        &[
            "const env = z.object({\n  ZOOM_CLIENT_ID: z.string().min(1, 'Required'),\n  ZOOM_CLIENT_SECRET: z.string(),\n}).parse(process.env);\n",
        ],
    );
    says_nothing_of(
        "setting-missing/setting-missing",
        &[
            "ZodError: [ { \"code\": \"invalid_type\", \"received\": \"undefined\", \"path\": [ \"email\" ], \"message\": \"Required\" } ]",
            "\u{274c} Invalid environment variables: { DATABASE_URL: [ 'Required' ] }",
            "{\"error\":\"invalid_request\",\"error_description\":\"client_id is required\"}",
        ],
    );
}

#[test]
fn a_token_that_a_log_shows_to_be_old() {
    leads_to(
        "unauthorized/token-expired",
        &[
            "2026-11-20 10:00:00 token received, expires_in=3600\n2026-11-20 10:00:01 GET https://api.example.com/v1/items 200\n2026-11-20 11:12:40 GET https://api.example.com/v1/items 401\n2026-11-20 11:12:40 {\"error\":\"unauthorized\"}\n",
            "2026-11-20T11:00:03Z stored token: expires_at=2026-11-20T12:00:00Z\n2026-11-20T13:15:44Z GET https://api.example.com/orders\n2026-11-20T13:15:44Z 401 Unauthorized\n",
        ],
    );
    leads_to(
        "access-token-refused/token-ended",
        &[
            "2026-11-20T09:00:00.120Z INFO got access token {\"token_type\":\"bearer\",\"expires_in\":3599}\n2026-11-20T09:00:01.001Z INFO GET https://api.zoom.us/v2/users/me 200\n2026-11-20T10:30:00.500Z ERROR GET https://api.zoom.us/v2/users/me 401\n2026-11-20T10:30:00.501Z ERROR {\"code\":124,\"message\":\"Invalid access token.\"}\n",
        ],
    );
    let young = "2026-11-20 10:00:00 token received, expires_in=3600\n2026-11-20 10:12:40 GET https://api.example.com/v1/items 401\n2026-11-20 10:12:40 {\"error\":\"unauthorized\"}\n";
    leads_to("unauthorized/no-usable-authentication", &[young]);
}

#[test]
fn a_refresh_token_that_was_tried_by_hand() {
    let answer = "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"tGzv3JOkF0XG5Qx2TlKW\"}";
    let command = "$ curl -s https://id.example.com/oauth/token -d grant_type=refresh_token -d refresh_token=8xLOxBtZp8Qw -d client_id=web";
    leads_to(
        "grant-invalid/refresh-maybe-rotated",
        &[
            &format!(
                "{command}\n{answer}\n$ ./sync --refresh-token 8xLOxBtZp8Qw\n2026-11-20 10:00:01 ERROR token endpoint: invalid_grant\n"
            ),
            &format!(
                "1. tried it once with curl (works!)\n   {command}\n2. put it into the worker\n3. worker log: {{\"error\":\"invalid_grant\"}}\n"
            ),
        ],
    );
    leads_to("sound", &[&format!("{command}\n{answer}\n")]);
}

#[test]
fn a_host_that_only_containers_know() {
    leads_to(
        "host-not-resolved/one-word-host",
        &[
            "app-1       | Error: getaddrinfo ENOTFOUND keycloak\napp-1       |   errno: -3008,\napp-1       |   code: 'ENOTFOUND',\napp-1       |   hostname: 'keycloak'\n",
            "requests.exceptions.ConnectionError: HTTPConnectionPool(host='keycloak', port=8080): Max retries exceeded with url: /realms/dev/protocol/openid-connect/token (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f1>: Failed to establish a new connection: [Errno -2] Name or service not known'))",
            "Post \"http://keycloak:8080/realms/dev/protocol/openid-connect/token\": dial tcp: lookup keycloak on 127.0.0.11:53: no such host",
            "java.net.UnknownHostException: keycloak: Name or service not known\n\tat java.base/java.net.Inet6AddressImpl.lookupAllHostAddr(Native Method)",
            "curl: (6) Could not resolve host: auth-server",
        ],
    );
    leads_to(
        "host-not-resolved/name-not-resolved",
        &["Error: getaddrinfo ENOTFOUND id.example.com", "curl: (6) Could not resolve host: sso.example.com"],
    );
}

#[test]
fn a_code_that_was_cut() {
    leads_to(
        "grant-invalid/code-cut",
        &[
            "returned code  SplxlOBeZQQYbYS6WxSbIA.M.R3_BAY#1234567\nsent code      SplxlOBeZQQYbYS6WxSbIA.M.R3_BAY\n{\"error\":\"invalid_grant\"}",
        ],
    );
    leads_to(
        "code-invalid/code-cut",
        &[
            "https://app.example.com/cb?code=AQABAAIAA9xyz#q1w2e3r4t5&state=abc987def\nand I used the code: AQABAAIAA9xyz\n{\"error\":\"invalid_grant\",\"error_description\":\"Code not valid\"}",
        ],
    );
    leads_to(
        "code-invalid/code-used-or-old",
        &[
            "code=4f9d2a71b8\nstate=c91e4d07b82a53f6\n{\"error\":\"bad_verification_code\",\"error_description\":\"The code passed is incorrect or expired.\"}",
        ],
    );
    leads_to("sound", &["code=def50200a1b2c3\nstate=xyz"]);
}

#[test]
fn what_a_program_raises_itself() {
    leads_to(
        "nothing",
        &[
            "def login():\n    try:\n        token = oauth.fetch_token(TOKEN_URL, code=code)\n    except Exception as e:\n        raise HTTPException(502, f\"login failed: {e}\")\n",
            "if resp.status_code >= 400:\n    raise HTTPException(status_code=502, detail=\"Bad Gateway\")\n",
        ],
    );
    leads_to(
        "client-auth-method/client-auth-other-way",
        &[
            "    if r.status_code != 200:\n        raise HTTPException(502, detail=\"token endpoint returned an error\")\n    return r.json()\n\n{\"error\":\"invalid_client\",\"error_description\":\"client authentication failed: client is registered for client_secret_basic\"}\n",
            "{\"error\":\"invalid_client\",\"error_description\":\"The client is registered for client_secret_basic, but client_secret_post was used.\"}",
            "OAuth2 error: invalid_client: this client must use client_secret_post",
        ],
    );
    leads_to(
        "grant-invalid/grant-void",
        &[
            "throw new HttpException('Token exchange failed', 502);\nres.status(502).send('token exchange failed');\n{\"error\":\"invalid_grant\"}\n",
        ],
    );
    leads_to("server-error/server-fault", &["POST https://id.example.com/oauth/token 502 Bad Gateway"]);
}

#[test]
fn two_issuers() {
    leads_to(
        "issuer-differs/issuer-slash",
        &[
            "Error: Issuer \"https://id.example.com\" does not match expected issuer \"https://id.example.com/\"",
            "JWTClaimValidationFailed: unexpected \"iss\" claim value\ntoken iss: https://id.example.com/realms/dev\nconfigured issuer: https://id.example.com/realms/dev/\n",
            "RPError: unexpected iss value, expected https://id.example.com, got: https://id.example.com/",
            "jwt.exceptions.InvalidIssuerError: Invalid issuer\nexpected: https://acme.eu.auth0.com\n{\"iss\":\"https://acme.eu.auth0.com/\",\"aud\":\"https://api.acme.example\",\"exp\":1895953600}\n",
            "IDX10205: Issuer validation failed. Issuer: 'https://acme.eu.auth0.com/'. Did not match: validationParameters.ValidIssuer: 'https://acme.eu.auth0.com' or validationParameters.ValidIssuers: 'null'",
            "oidc: id token issued by a different provider, expected \"https://id.example.com/\" got \"https://id.example.com\"",
        ],
    );
    leads_to(
        "issuer-differs/issuer-differs",
        &[
            "java.lang.IllegalStateException: The Issuer \"http://keycloak:8080/realms/dev\" provided in the configuration metadata did not match the requested issuer \"http://localhost:8080/realms/dev\"",
        ],
    );
    leads_to("token-signature/token-signature", &["JsonWebTokenError: invalid signature"]);
}

#[test]
fn an_error_of_a_meeting_beside_one_of_a_token() {
    let failed = "{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}";
    leads_to(
        "bad-user-credentials/user-password",
        &[
            &format!(
                "{{type: \"JOIN_MEETING_FAILED\", reason: \"Fail to join the meeting.\", errorCode: 200}}\n{failed}\n"
            ),
            &format!(
                "08:00:01 POST https://id.example.com/oauth2/token\n08:00:02 {failed}\n08:00:03 ZoomMtg.join error {{errorCode: 3000, errorMessage: \"Meeting not start\"}}\n"
            ),
            &format!(
                "{failed}\njoinMeeting error: {{method: \"join\", errorMessage: \"Signature is invalid.\", errorCode: 3712}}\n"
            ),
        ],
    );
    leads_to(
        "access-token-refused/token-ended",
        &[&format!("{failed}\n{{\"code\":124,\"message\":\"Invalid access token.\"}}\n")],
    );
}

#[test]
fn the_login_of_a_person_as_a_client() {
    let header = "Authorization: Basic YW5uYUBleGFtcGxlLmNvbTpTb21tZXIyMDI2IQ==";
    let body = "Content-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials";
    leads_to(
        "email-instead",
        &[
            header,
            "curl -X POST https://zoom.us/oauth/token -u 'anna@example.com:Sommer2026!' -d grant_type=account_credentials -d account_id=AbC\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
            "requests.post(\"https://id.example.com/oauth/token\", auth=(\"anna@example.com\", \"Sommer2026!\"), data={\"grant_type\": \"client_credentials\"})\n{\"error\":\"invalid_client\"}",
            &format!("POST https://id.example.com/oauth2/token\n{header}\n{body}\n"),
            "const auth = Buffer.from(`${email}:${password}`).toString('base64');\nfetch('https://zoom.us/oauth/token', { method: 'POST', headers: { Authorization: `Basic ${auth}`, 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'grant_type=account_credentials&account_id=AbCdEf' })\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
            "auth = base64.b64encode(f\"{email}:{password}\".encode()).decode()\nr = requests.post(\"https://zoom.us/oauth/token\", headers={\"Authorization\": f\"Basic {auth}\"}, data={\"grant_type\": \"account_credentials\", \"account_id\": \"AbC\"})\n# {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
        ],
    );
    says_nothing_of(
        "email-instead",
        &[
            // An API of its own, with the token of a person.
            "curl -u anna@example.com:ATATT3xFfGF0abc https://acme.atlassian.net/rest/api/3/myself",
            "const auth = btoa(`${email}:${apiToken}`);\nfetch(url, { headers: { Authorization: `Basic ${auth}` } })",
            "curl https://id.example.com/token -u app:secret -d grant_type=password -d username=anna@example.com -d password=geheim",
            "const auth = btoa(`${clientId}:${clientSecret}`); // Basic\nbody: { grant_type: 'password', email: user.email, password: user.password }",
        ],
    );
}

#[test]
fn what_a_client_is_granted() {
    leads_to(
        "client-grant-missing/client-grant-missing",
        &[
            "{\"error\":\"access_denied\",\"error_description\":\"Client is not authorized to access \\\"https://acme-dev.eu.auth0.com/api/v2/\\\". You need to create a \\\"client-grant\\\" associated to this API. See: https://auth0.com/docs/api/v2#!/Client_Grants/post_client_grants\"}",
            "{\"error\":\"access_denied\",\"error_description\":\"Client has not been granted scopes: read:orders\"}",
            "{\"error\":\"unauthorized_client\",\"error_description\":\"Client xT3kQm9vLw2RbYs7cHdPzE5gAfU8nJ1o is not authorized to access resource server https://api.acme.example\"}",
            "https://app.acme.example/callback?error=access_denied&error_description=Client%20%22xT3kQm9v%22%20is%20not%20authorized%20to%20access%20resource%20server%20%22https%3A%2F%2Fapi.acme.example%22.&state=Zm9v",
        ],
    );
    leads_to(
        "access-denied/user-declined",
        &["{\"error\":\"access_denied\",\"error_description\":\"The user denied the request\"}"],
    );
}

#[test]
fn the_files_of_two_clients_at_google() {
    let token = "{\"client_id\":\"418273640912-a1b2c3d4e5f6g7h8.apps.googleusercontent.com\",\"refresh_token\":\"1//0gkQ3vTx8LkZw2\"}";
    let config = "client_id = 905172836451-z9y8x7w6v5u4t3s2.apps.googleusercontent.com";
    let refused = "POST https://oauth2.googleapis.com/token\n400 {\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}";
    leads_to(
        "google-bad-request/refresh-of-other-client",
        &[&format!("config: {config}\nsaved token: {token}\n{refused}\n"), &format!("{token}\n{config}\n{refused}\n")],
    );
    leads_to(
        "unauthorized-client/refresh-of-other-client",
        &[&format!(
            "{token}\n{config}\ngoogle.auth.exceptions.RefreshError: ('unauthorized_client: Unauthorized', {{'error': 'unauthorized_client', 'error_description': 'Unauthorized'}})\n"
        )],
    );
    leads_to("google-bad-request/grant-void", &[&format!("saved token: {token}\n{refused}\n")]);
}

#[test]
fn an_origin_that_google_does_not_know() {
    leads_to(
        "origin-mismatch/origin-not-registered",
        &[
            "Access blocked: This app's request is invalid\n\nYou can't sign in because this app sent an invalid request. You can try again later, or contact the developer about this issue.\nIf you are a developer of this app, see error details.\nError 400: origin_mismatch\n\nRequest details: origin=http://localhost:5173\n",
            "[GSI_LOGGER]: The given origin is not allowed for the given client ID.",
            "Error 400: redirect_uri_mismatch\nThe JavaScript origin in the request, http://localhost:8080, does not match the ones authorized for the OAuth client.",
        ],
    );
}

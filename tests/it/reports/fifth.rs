//! What a text proves comes first; where it proves nothing, the causes are possible ones; and responses that are no
//! errors.

use authdesk::desk::parts::diagnosis;
use authdesk::texts::Text;

use super::fourth::all_lead_to;
use super::{are_no_errors, leads_to, pasted, says_nothing_of};

#[track_caller]
fn all(expected: &str, texts: &[String]) {
    leads_to(expected, &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

#[track_caller]
fn none(unexpected: &str, texts: &[String]) {
    says_nothing_of(unexpected, &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

/// The heading of a diagnosis.
fn title(text: &str) -> Option<Text> {
    diagnosis::view(&pasted(text).0).map(|view| view.title())
}

#[test]
fn several_causes_are_possible_ones() {
    for text in [
        "{\"error\":\"invalid_client\"}",
        "{\"error\":\"invalid_grant\"}",
        "HTTP/1.1 400 Bad Request\n\n{\"error\":\"invalid_grant\",\"error_description\":\"grant is no good today\"}",
        "POST https://a.eu.auth0.com/oauth/token 401\n{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}",
        "{\"code\":124,\"message\":\"Invalid access token.\"}",
        "{\"error\":\"invalid_scope\"}",
        "{\"error\":\"unauthorized_client\"}",
        "Type: invalid-state\nERROR (invalid-state): Invalid state.",
        "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}",
        "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}",
    ] {
        assert_eq!(title(text), Some(Text::DiagnosisOpenTitle), "{text}");
    }
    // The error itself, or something in the text, names one.
    for text in [
        "{\"error\":\"redirect_uri_mismatch\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"Code was already redeemed.\"}",
        "{\"error\":\"invalid_client\"}\nhttps://zoom.us/oauth/token\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}\nclient_secret=pbkdf2_sha256$720000$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo",
        "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:read].\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}\nThe consent screen is External, Testing.",
        "{\"code\":124,\"message\":\"Invalid access token.\"}\nThe token has not expired. Two instances use the same app.",
        "{\"error\":\"invalid_request\",\"error_description\":\"code_verifier is missing\"}",
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The provided client secret keys for app 'x' are expired.\"}",
        "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}\nhttps://a.eu.auth0.com\nAngular sample, Default App",
    ] {
        assert_eq!(title(text), Some(Text::DiagnosisTitle), "{text}");
    }
}

/// What somebody tells beside the error, in the words of the table.
#[test]
fn a_cause_that_the_text_tells_of() {
    let revoked = "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}";
    let beside =
        |error: &str, words: &[&str]| words.iter().map(|words| format!("{error}\n\n{words}\n")).collect::<Vec<_>>();
    all(
        "refresh-google/refresh-testing",
        &beside(
            revoked,
            &[
                "New Cloud project, consent screen External, Testing.",
                "Publishing status: Testing",
                "it is still in testing",
                "It works for 7 days and then stops.",
                "every week the same",
                "Nach 7 Tagen ist Schluss.",
                "we have two test users",
                "User type: External (Testing)",
                "dies after seven\r\ndays",
                "the app is in\n  testing mode",
            ],
        ),
    );
    for other in
        ["I am testing this since Monday.", "published, in production", "17 days ago", "Testing: no", "attesting"]
    {
        assert_eq!(title(&format!("{revoked}\n\n{other}\n")), Some(Text::DiagnosisOpenTitle), "{other}");
    }
    let stale = "GET https://api.zoom.us/v2/users 401 {\"code\":124,\"message\":\"Invalid access token.\"}";
    all(
        "access-token-refused/second-instance",
        &beside(
            stale,
            &[
                "When I look at the token, it has not expired; there's plenty of time left.",
                "Four other scripts use the same Server-to-Server app.",
                "The token is still valid.",
                "we run several instances",
                "The service has three pods.",
                "Zwei Server, gleiche App.",
                "2022-10-04T14:02:11Z worker-2xkqj INFO new access token, expires_in=3599\n2022-10-04T14:19:40Z worker-h8w4t INFO new access token, expires_in=3599",
                "10:00:00 web01 zoom: fetched access token\n10:20:00 web02 zoom: fetched access token",
                "The token hasn't expired.",
                "it was refreshed before the hour was over",
            ],
        ),
    );
    all(
        "access-token-refused/token-ended",
        &beside(
            stale,
            &[
                "since this morning",
                "10:00:00 web01 fetched access token\n11:00:00 web01 fetched access token",
                "tripods",
                "one server",
            ],
        ),
    );
}

#[test]
fn a_program_that_keeps_its_token() {
    let expired = "{ code: 124, message: 'Access token is expired.' }";
    let program = |guard: &str| {
        format!(
            "async function send() {{\n  {guard}\n  return fetch('https://api.zoom.us/v2/users', {{ headers: {{ Authorization: 'Bearer ' + token }} }});\n}}\n\n{expired}\n"
        )
    };
    all(
        "access-token-expired/token-kept",
        &[
            program("if (!token) {\n    await refreshToken();\n  }"),
            program("if (!this.accessToken) { this.accessToken = await getToken(); }"),
            program("if (token === null) {\n    token = await fetchAccessToken();\n  }"),
            program("if (token == \"\") {\n    await requestToken();\n  }"),
            format!("if not token:\n    token = get_token()\n\n{expired}"),
            format!("if self.token is None:\r\n    self.token = self.fetch_token()\r\n\r\n{expired}"),
        ],
    );
    none(
        "access-token-expired/token-kept",
        &[
            program("if (!token || Date.now() > expiresAt) {\n    await refreshToken();\n  }"),
            program("await refreshToken();"),
            program("if (!token) throw new Error('no token');"),
            program("if (!token) {\n    await refreshToken();\n  }\n  setInterval(() => refreshToken(), 3e6);"),
        ],
    );
}

#[test]
fn sentences_of_servers_that_name_their_cause() {
    all_lead_to(
        "audience-missing/audience-missing",
        "No audience parameter was provided, and no default audience has been configured",
        "access_denied",
    );
    all_lead_to(
        "redirect-blocked/redirect-full-url",
        "URL Blocked: This redirect failed because the redirect URI is not whitelisted in the app's Client OAuth Settings.",
        "invalid_request",
    );
    all_lead_to("scope-not-in-store/api-scope-undefined", "Scope api1 not found in store.", "invalid_scope");
    all_lead_to(
        "audience-refused/audience-not-allowed",
        "audience from claim aud with value [account] does not match with any of allowed audiences map[portal:{}]",
        "invalid_token",
    );
    let reply = "AADSTS500112: The reply address 'http://a.example.net/signin-oidc' does not match the reply address 'https://a.example.net/signin-oidc' provided when requesting Authorization code.";
    all(
        "redirect-mismatch-token/redirect-http",
        &[
            reply.into(),
            format!("{{\"error\":\"invalid_client\",\"error_description\":\"{reply}\"}}"),
            format!(
                "MsalServiceException:\n\tErrorCode: invalid_client\n\nMicrosoft.Identity.Client.MsalServiceException: A configuration issue is preventing authentication. Original exception: {reply}\n   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ThrowServerException()"
            ),
        ],
    );
    leads_to(
        "strava-permission/strava-scope",
        &[
            "{\"message\":\"Authorization Error\",\"errors\":[{\"resource\":\"AccessToken\",\"field\":\"activity:read_permission\",\"code\":\"missing\"}]}",
            "{\"message\":\"Authorization Error\",\"errors\":[{\"resource\":\"AccessToken\",\"field\n  \":\"activity:read_permission\",\"code\":\"missing\" (truncated...)",
        ],
    );
    // A message that is cut off before its reason.
    leads_to(
        "message-truncated/message-truncated",
        &[
            "Client error: `POST https://a.example/token` resulted in a `400 Bad Request` response:\n{\"error\":\"invalid_request\",\"error_description\":\"The request is missing a requ (truncated...)",
        ],
    );
}

/// A sentence that no table has, beside a code of OAuth.
#[test]
fn what_an_unknown_sentence_is_about() {
    let said = |code: &str, words: &str| format!("{{\"error\":\"{code}\",\"error_description\":\"{words}\"}}");
    for (row, code, words) in [
        ("about-redirect/redirect-differs", "invalid_request", "The redirect_uri is unsuitable here"),
        ("about-redirect/redirect-differs", "unauthorized_client", "unsuitable callback URL"),
        ("about-scope/scope-not-allowed", "invalid_request", "these scopes are unsuitable"),
        ("about-audience/resource-unknown", "invalid_request", "unsuitable audience"),
        ("about-pkce/verifier-missing", "invalid_grant", "The code_verifier is unsuitable"),
        ("about-secret/secret-wrong", "invalid_request", "unsuitable client_secret given"),
        ("about-client-id/client-unknown", "invalid_request", "the client_id is unsuitable"),
        ("about-grant/grant-maybe-not-allowed", "invalid_request", "that grant_type is unsuitable"),
        ("about-code/code-used-or-old", "invalid_request", "The authorization code is unsuitable"),
        ("about-refresh/refresh-maybe-rotated", "invalid_request", "The refresh_token is unsuitable"),
        ("about-assertion/jwt-claims", "invalid_grant", "The assertion is unsuitable"),
        ("about-issuer/issuer-differs", "invalid_grant", "unsuitable issuer"),
    ] {
        let texts =
            [said(code, words), format!("HTTP 400\n\n{}", said(code, words)), format!("log: {}", said(code, words))];
        all(row, &texts);
        assert_eq!(title(&texts[0]), Some(Text::DiagnosisOpenTitle), "{words}");
    }
    // A word that is only a part of another, or the name of a value.
    leads_to(
        "grant-invalid/grant-void",
        &["{\"error\":\"invalid_grant\",\"error_description\":\"microscope\"}", "invalid_grant scope=\"a\""],
    );
}

#[test]
fn responses_that_are_no_errors() {
    let sound = [
        "{\"active\":true,\"client_id\":\"a\",\"scope\":\"user:read\",\"exp\":1900000000}",
        "{\"active\":true,\"username\":\"anna\",\"token_type\":\"Bearer\",\"exp\":1900000000,\"sub\":\"Z5O3upPC88QrAjx00dis\"}",
        "{\"issued_to\":\"1.apps.googleusercontent.com\",\"audience\":\"1.apps.googleusercontent.com\",\"scope\":\"https://www.googleapis.com/auth/analytics\",\"expires_in\":3579,\"access_type\":\"offline\"}",
        "https://www.googleapis.com/oauth2/v3/tokeninfo?access_token=ya29.PbFuZNcLL9hUyBtbiCVigiIF-3uZeCKl\n\n> {\n>  \"audience\": \"1.apps.googleusercontent.com\",\n>  \"expires_in\": 3579\n> }",
        "{\"azp\":\"1.apps.googleusercontent.com\",\"aud\":\"1.apps.googleusercontent.com\",\"expires_in\":\"3597\",\"email\":\"a@example.com\"}",
        "{\"client_id\":\"27q6v0dkpu005fd8oo90nmz77gqp66\",\"login\":\"anna\",\"scopes\":[\"user:read:email\"],\"user_id\":\"1419\",\"expires_in\":12873}",
        "{\"sub\":\"248289761001\",\"name\":\"Jane Doe\",\"given_name\":\"Jane\",\"email\":\"janedoe@example.com\"}",
        "{\"sub\":\"248289761001\",\"email_verified\":true,\"preferred_username\":\"j.doe\"}",
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"a1\",\"use\":\"sig\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
        "$ curl -H 'Authorization: OAuth 3tncmb1hvq8n5uur9k07tasmzqg9ph' https://id.twitch.tv/oauth2/validate\n{\"client_id\":\"27q6v0dkpu005fd8oo90nmz77gqp66\",\"login\":\"anna\",\"scopes\":[],\"user_id\":\"1419\",\"expires_in\":12873}",
    ];
    leads_to("sound", &sound);
    are_no_errors(&sound);
    leads_to("token-inactive", &["{\"active\":false}", "{\n  \"active\": false\n}"]);
    none(
        "description-read",
        &[
            "{\"error\":\"invalid_token\",\"active\":true,\"scope\":\"a\"}".into(),
            "{\"access_token\":\"a1b2\",\"expires_in\":3599,\"scope\":\"a\",\"user_id\":\"7\"}".into(),
        ],
    );
}

#[test]
fn a_header_for_a_different_endpoint() {
    let basic = "Basic YklXTXBQSk9KX3lWendYOWJzWllNaTpDcE50czhtN3dTbGtLa2t0UXhPODVWbDRDYXlPVGdLdQ==";
    let both = |token: &str, api: &str, line: &str| format!("POST {token}\n{line}\n\nGET {api}\n{line}\n");
    let header = format!("Authorization: {basic}");
    all(
        "basic-at-api",
        &[
            both("https://zoom.us/oauth/token", "https://api.zoom.us/v2/users/me", &header),
            both("https://id.example.com/oauth2/token", "https://api.example.com/v1/orders", &header),
            both(
                "https://id.example.com/token",
                "https://www.example.com/api/me",
                &format!("\"Authorization\": \"{basic}\""),
            ),
            both("https://zoom.us/oauth/token", "https://api.zoom.us/v2/users/me", &header).replace('\n', "\r\n"),
            format!("{}-> 401", both("https://zoom.us/oauth/token", "https://api.zoom.us/v2/users/me", &header)),
        ],
    );
    none(
        "basic-at-api",
        &[
            both("https://zoom.us/oauth/token", "https://zoom.us/oauth/revoke", &header),
            format!("GET https://api.example.com/v1/orders\n{header}\n"),
            format!(
                "POST https://zoom.us/oauth/token\n{header}\n\nGET https://api.zoom.us/v2/users/me\nAuthorization: Bearer eyJ0\n"
            ),
            both("https://id.example.com/token", "https://id.example.com/oauth2/introspect", &header),
        ],
    );
    all(
        "pair-as-bearer",
        &[
            "Authorization: `Bearer ${btoa(\"demo-id:demo-secret\")}`".into(),
            "headers = {'Authorization': 'Bearer ' + b64encode(f'{id}:{secret}'.encode())}".into(),
            "'Authorization' => 'Bearer ' . base64_encode($id . ':' . $secret),".into(),
            "headers: { Authorization: \"Bearer \" + btoa(id + ':' + secret) }".into(),
        ],
    );
    all(
        "pair-decoded",
        &[
            "headers: { Authorization: `Basic ${atob(id + ':' + secret)}` }".into(),
            "headers = {'Authorization': 'Basic ' + base64.b64decode(pair)}".into(),
            "'Authorization: Basic ' . base64_decode($pair)".into(),
            "request.Headers(\"Authorization\") = \"Basic \" & Convert.FromBase64String(pair)".into(),
        ],
    );
    none(
        "pair-decoded",
        &[
            "if (header.startsWith('Basic ')) { const pair = atob(header.slice(6)); }".into(),
            "headers: { Authorization: `Basic ${btoa(id + ':' + secret)}` }".into(),
            "Authorization: `Bearer ${atob(stored)}`".into(),
        ],
    );
}

#[test]
fn a_grant_type_in_any_language() {
    all(
        "grant-mistyped",
        &[
            "Dim postData As String = $\"grant_type=account_credential&account_id={account_id}\"\n\nSystem.Net.WebException: The remote server returned an error: (400) Bad Request.".into(),
            "let body = \"grant_type=client_credential\"".into(),
            "body := \"grant_type=authorization-code&code=\" + code".into(),
            "val form = \"grant_type=refresh-token\"".into(),
            "params.put(\"grant_type\", \"client_credential\");".into(),
        ],
    );
    none(
        "grant-mistyped",
        &[
            "Dim postData As String = $\"grant_type=account_credentials&account_id={account_id}\"".into(),
            "grant_type = my_grant".into(),
            "if grant_type == \"client_credential\"".into(),
            "\"grant_type\": \"urn:ietf:params:oauth:grant-type:jwt-bearer\"".into(),
            "grant_types_supported: client_credentials".into(),
        ],
    );
}

#[test]
fn what_a_printed_request_lacks() {
    let sent = |body: &str, answer: &str| {
        format!(
            "D/Retrofit: ---> HTTP POST https://github.com/login/oauth/access_token\nD/Retrofit: {body}\nD/Retrofit: ---> END HTTP\nD/Retrofit: {answer}\n"
        )
    };
    let bad =
        "{\"error\":\"bad_verification_code\",\"error_description\":\"The code passed is incorrect or expired.\"}";
    let pair = "\"client_id\":\"00c31ca5fe2511c08500\",\"client_secret\":\"0add6e6442acca11aeb807d1a2d72f4445d7bbf5\",\"redirect_uri\":\"https://app.example.com/cb\"";
    all(
        "parameter-missing",
        &[
            sent(&format!("{{{pair}}}"), bad),
            sent(&format!("{{\"state\":\"x1\",{pair}}}"), bad),
            sent("client_id=00c31ca5&client_secret=0add6e64&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb", bad),
        ],
    );
    none(
        "parameter-missing",
        &[sent(&format!("{{{pair},\"code\":\"a1b2c3\"}}"), bad), format!("config: {{{pair}}}\n{bad}")],
    );
    let hash = "pbkdf2_sha256$320000$su2fx5gB4gELpKlpvDFiwO$S3jXgj1rJ+e/f+TY5FFdZzSc0seCk2rS1QnUI4vXY5A=";
    let failed = "{\"error\": \"invalid_client\"}";
    all(
        "secret-hashed",
        &[
            format!(
                "`curl -d \"grant_type=password&username=<admin>&password=<admin>\" -u\"<kqXqzRUanlYMfnU1>:<{hash}>\" http://localhost:8000/o/token/`\n{failed}"
            ),
            format!("client_secret={hash}\n{failed}"),
            format!("secret: \"{hash}\" (client_id kqXqzRUanl)\n{failed}"),
        ],
    );
    none(
        "secret-hashed",
        &[format!("\"password\": \"{hash}\"\n{failed}"), format!("user.password={hash}\nclient_id=a")],
    );
}

#[test]
fn values_of_one_text_side_by_side() {
    let issuers = |one: &str, other: &str| {
        format!(
            "[ERROR] Failed to discover OpenID provider: Validation error: unexpected issuer URI `{one}` (expected `{other}`)"
        )
    };
    all(
        "issuer-differs/issuer-slash",
        &[
            issuers("https://id.example.com/o/a/", "https://id.example.com/o/a"),
            issuers("https://id.example.com", "https://id.example.com/"),
            "oidc: issuer did not match the issuer returned by provider, expected \"https://id.example.com\" got \"https://id.example.com/\"".into(),
        ],
    );
    all(
        "issuer-differs/issuer-differs",
        &[
            issuers("https://id.example.com/o/a", "https://id.example.com/o/b"),
            issuers("http://id.example.com", "https://id.example.com"),
        ],
    );
    let returned = |session: &str| {
        format!(
            "Type: invalid-state\nURI : /wp-admin/admin-ajax.php?action=openid-connect-authorize&state=c91e4d07b82a53f6&session_state={session}&code=4f9d2a71-{session}\nERROR (invalid-state): Invalid state.\n"
        )
    };
    all("state-mismatch/state-fixed", &[returned("91f3c6d8-2e07") + &returned("513ca115-be0c")]);
    for text in [returned("91f3c6d8-2e07"), returned("91f3c6d8-2e07") + &returned("91f3c6d8-2e07")] {
        assert_eq!(title(&text), Some(Text::DiagnosisOpenTitle), "{text}");
    }
    leads_to(
        "redirect-mismatch/redirect-http",
        &[
            "Error code: 500\nError: unauthorized_client : Invalid redirect_uri\n\nhttps://login.xero.com/identity/connect/authorize?response_type=code&client_id=B41D&redirect_uri=http%3A%2F%2Fapp.example.com%2Fcallback&state=pT7w\n\nRedirect URIs:\nhttps://app.example.com/callback\n",
        ],
    );
    leads_to(
        "unauthorized-client/implicit-off",
        &["https://app.example.com/login#error_description=unauthorized_client&state=uFgb&error=invalid_request"],
    );
}

/// PowerShell 7 names the place in the script before what happened there.
#[test]
fn a_record_of_powershell() {
    let record = |said: &str| {
        format!(
            "Invoke-Thing: C:\\Jobs\\Get-Users.ps1:154:25\nLine |\n 154 |  $response = Invoke-Thing -Uri $request.Uri\n     |      ~~~~~~~~~~~~~~\n     | {said}\n"
        )
    };
    all(
        "access-token-refused/token-ended",
        &[
            record("Response status code does not indicate success: 401 (). Invalid access token."),
            record("Response status code does not indicate success: 401 (). Invalid access token.")
                .replace('\n', "\r\n"),
        ],
    );
}

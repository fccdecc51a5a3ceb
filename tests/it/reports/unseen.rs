//! What texts that nobody here had seen were taken for: a response for a request, a mask for the fault, a session for a host.

use super::{leads_to, says_nothing_of};

#[test]
fn a_token_response_below_its_request() {
    let tokens = "{\"access_token\":\"eyJzdiI6IjAwMDAwMSJ9... (cut)\",\"token_type\":\"bearer\",\"expires_in\":3599,\"scope\":\"user:read:user:admin\",\"api_url\":\"https://api.zoom.us\"}";
    let pretty = "{\n  \"access_token\": \"eyJzdiI6IjAwMDAwMSJ9.a.b\",\n  \"token_type\": \"bearer\",\n  \"expires_in\": 3599,\n  \"scope\": \"user:read:user:admin\"\n}";
    says_nothing_of(
        "json-body",
        &[
            &format!("POST /oauth/token -> 200\n{tokens}\n"),
            &format!("POST https://zoom.us/oauth/token\n{pretty}\n"),
            &format!("POST https://zoom.us/oauth/token HTTP/1.1\nHost: zoom.us\n\n{pretty}\n"),
            &format!(
                "POST /oauth/token\n{tokens}\n\nGET /v2/users?page_size=1 -> 200\n{{\"page_count\":1,\"users\":[]}}\n"
            ),
        ],
    );
    // What a client sends as JSON is still a fault.
    leads_to(
        "json-body",
        &[
            "POST https://zoom.us/oauth/token HTTP/1.1\nContent-Type: application/json\nAuthorization: Basic RGVtb0lkOkRlbW9TZWNyZXQ=\n\n{\"grant_type\":\"account_credentials\",\"account_id\":\"Kx7vQ2mTRb6yLw9dPzE3gA\"}\n",
        ],
    );
}

#[test]
fn a_mask_is_not_why_a_redirect_url_differs() {
    for secret in ["d0I1dEtjWDhS************", "••••••••••••••••", "d0I1dEtjWDhS...", "Kx7v****************"]
    {
        leads_to(
            "redirect-mismatch/redirect-differs",
            &[&format!(
                "https://zoom.us/oauth/authorize?response_type=code&client_id=wB5tKcX8RhGq2nYz&redirect_uri=https%3A%2F%2Fapp.example.net%2Fzoom%2Fcb%2F\n\nPOST https://zoom.us/oauth/token   400\n  Request Headers\n    Authorization: Basic {secret}\n  Request Body\n    grant_type: \"authorization_code\"\n    redirect_uri: \"https://app.example.net/zoom/cb\"\n  Response Body\n    {{\"reason\":\"Redirect URI mismatch\",\"error\":\"invalid_request\"}}\n"
            )],
        );
    }
    // Alone, it is what is wrong with the header.
    leads_to("masked-dots", &["Authorization: Basic d0I1dEtjWDhS************\n"]);
}

#[test]
fn a_scheme_without_its_space() {
    let said = "{\"code\":124,\"message\":\"Invalid access token.\"}";
    leads_to(
        "scheme-glued",
        &[
            &format!(
                "HttpRequest.newBuilder().uri(URI.create(\"https://api.zoom.us/v2/users/me\")).header(\"Authorization\", \"Bearer\" + token).GET().build();\n// 401 {said}"
            ),
            &format!(
                "fetch('https://api.zoom.us/v2/users/me', {{ headers: {{ Authorization: `Bearer${{token}}` }} }})\n\n401 {said}"
            ),
            &format!(
                "requests.get('https://api.zoom.us/v2/users/me', headers={{'Authorization': f'Bearer{{token}}'}})\n{said}"
            ),
            &format!("curl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer'.$token]);\n{said}"),
            "req.Header.Set(\"Authorization\", \"Basic\"+base64.StdEncoding.EncodeToString([]byte(id+\":\"+secret)))\n{\"error\":\"invalid_client\"}",
        ],
    );
    says_nothing_of(
        "scheme-glued",
        &[
            &format!("request.header(\"Authorization\", \"Bearer \" + token)\n{said}"),
            &format!(
                "client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);\n{said}"
            ),
            &format!("headers['Authorization'] = 'Bearer' + ' ' + token\n{said}"),
        ],
    );
}

#[test]
fn an_encrypted_token_of_auth0() {
    let token = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwiaXNzIjoiaHR0cHM6Ly9hLmV1LmF1dGgwLmNvbS8ifQ..Qm3fT0Kx7vQ2mT.Rb6yLw9dPzE3gA.aaaa";
    leads_to(
        "token-no-jws/token-without-audience",
        &[
            &format!(
                "issuer: 'https://a.eu.auth0.com/'\nUnauthorizedError: jwt malformed\n  code: 'invalid_token', status: 401\ntoken: {token}\n"
            ),
            &format!(
                "GET https://api.example.com/items\nAuthorization: Bearer {token}\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error=\"invalid_token\"\n\nAUTH0_DOMAIN=https://a.eu.auth0.com\n"
            ),
            "jwt.io shows {\"alg\":\"dir\",\"enc\":\"A256GCM\",\"iss\":\"https://a.eu.auth0.com/\"}\n{\"error\":\"invalid_token\",\"error_description\":\"The access token is invalid\"}\n",
            "{\"alg\": \"dir\", \"enc\": \"A256GCM\", \"iss\": \"https://a.us.auth0.com/\"}\n\nauthlib.jose.errors.DecodeError: Not enough segments\n",
        ],
    );
    says_nothing_of(
        "token-no-jws/token-without-audience",
        &[
            "issuer: 'https://a.eu.auth0.com/'\nUnauthorizedError: jwt malformed\n  code: 'invalid_token', status: 401\n",
            "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"iss\":\"https://a.eu.auth0.com/\"}\n{\"error\":\"invalid_token\"}\n",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}\nhttps://sso.example.com/realms/a\n{\"error\":\"invalid_token\"}\n",
        ],
    );
}

#[test]
fn two_installations_with_one_app() {
    let said = "{\"code\":124,\"message\":\"Invalid access token.\"}";
    leads_to(
        "access-token-refused/second-instance",
        &[
            &format!(
                "Abbiamo due WordPress con le stesse credenziali di Zoom.\nGET https://api.zoom.us/v2/users/me -> 401\n{said}"
            ),
            &format!(
                "Wir haben zwei Moodle mit derselben Server-to-Server-App, beide mit den gleichen Zugangsdaten.\n{said}"
            ),
            &format!("Both instances share the Zoom credentials, it fails at random:\n\n{said}"),
            &format!("Nous avons deux serveurs Nextcloud, la même app Zoom.\n\nHTTP 401\n{said}"),
        ],
    );
    leads_to(
        "access-token-refused/token-ended",
        &[
            said,
            &format!("Two Moodle plugins are installed here.\n{said}"),
            &format!("It is the same on our Moodle as yesterday.\n{said}"),
        ],
    );
}

#[test]
fn an_issuer_that_is_not_the_configured_one() {
    let failed = "(openid_connect) Authentication failure! Issuer mismatch: OpenIDConnect::Discovery::DiscoveryFailed, Issuer mismatch";
    let slash = "issuer: \"https://auth.example.org/application/o/git\",\ndiscovery: true\n\n$ curl -s https://auth.example.org/application/o/git/.well-known/openid-configuration | jq .issuer\n\"https://auth.example.org/application/o/git/\"";
    leads_to(
        "issuer-differs/issuer-slash",
        &[
            &format!("{failed}\n\n{slash}\n"),
            &format!("OpenIDConnect::Discovery::DiscoveryFailed (Issuer mismatch):\n\n{slash}\n"),
            &format!(
                "OpenIDConnect::Discovery::DiscoveryFailed: Issuer mismatch\n{slash}\n404 pages were not found by the crawler\n"
            ),
            "oidc: issuer did not match the issuer returned by provider, expected \"https://auth.example.org/o/git\" got \"https://auth.example.org/o/git/\"\n",
        ],
    );
    leads_to("not-found/endpoint-wrong", &["OpenIDConnect::Discovery::DiscoveryFailed (Not Found):\n"]);
    leads_to(
        "issuer-differs/issuer-hosts",
        &[
            "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=\"dev\", error=\"invalid_token\", error_description=\"Token verification failed\"\n\nkeycloak-1 | Failed to verify identity token: Invalid token issuer. Expected 'http://keycloak:8080/realms/dev', but was 'http://localhost:8180/realms/dev'\n",
            "Invalid token issuer. Expected 'http://sso:8080/realms/a', but was 'https://sso.example.com/realms/a'\n",
            "KEYCLOAK_ISSUER=http://kc:8080/realms/shop\n\n{\"iss\":\"https://id.example.com/realms/shop\"}\n\nHTTP/1.1 401\n{\"error\":\"invalid_token\",\"error_description\":\"Token verification failed\"}\n",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri: http://keycloak:8080/realms/shop\n\"iss\": \"http://localhost:8080/realms/shop\"\n{\"error\":\"invalid_token\"}\n",
        ],
    );
    says_nothing_of(
        "issuer-differs/issuer-hosts",
        &[
            "{\"error\":\"invalid_token\",\"error_description\":\"Token verification failed\"}\n",
            "issuer: https://id.example.com/realms/shop\n{\"error\":\"invalid_token\",\"error_description\":\"Token verification failed\"}\n",
            "issuer: http://kc:8080/realms/shop\niss: http://kc:8080/realms/shop\n{\"error\":\"invalid_token\"}\n",
        ],
    );
}

#[test]
fn a_secret_that_a_server_stores_without_encoding() {
    leads_to(
        "secret-not-encoded/secret-not-encoded",
        &[
            "HTTP/1.1 401\n{\"error\":\"invalid_client\"}\n\nWARN o.s.s.c.bcrypt.BCryptPasswordEncoder : Encoded password does not look like BCrypt\nTRACE Client authentication failed: [invalid_client] Client authentication failed: client_secret\n",
            "java.lang.IllegalArgumentException: There is no PasswordEncoder mapped for the id \"null\"\n",
            "WARN BCryptPasswordEncoder: Encoded password does not look like BCrypt\n",
            "curl -u web:secret https://id.example.com/oauth2/token -d grant_type=client_credentials\n{\"error\":\"invalid_client\"}\n2026-01-02 WARN 1 --- Encoded password does not look like BCrypt\n",
        ],
    );
    says_nothing_of(
        "secret-not-encoded/secret-not-encoded",
        &[
            "{\"error\":\"invalid_client\"}\nClient authentication failed: client_secret\n",
            "new BCryptPasswordEncoder().encode(\"secret\")\n{\"error\":\"invalid_client\"}\n",
            "{\"error\":\"invalid_client\",\"error_description\":\"Bad client credentials\"}\n",
        ],
    );
}

#[test]
fn a_call_at_a_host_of_salesforce_without_the_instance() {
    let answer = "{\"access_token\":\"00D7Y000000abcD!AQEAQ\",\"instance_url\":\"https://acme.my.salesforce.com\",\"token_type\":\"Bearer\"}";
    let said = "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]";
    leads_to(
        "salesforce-instance/instance-url",
        &[
            &format!(
                "{answer}\n$ curl https://acme.lightning.force.com/services/data/v60.0/limits -H \"Authorization: Bearer $AT\"\n{said}\n"
            ),
            &format!(
                "GET https://acme.lightning.force.com/services/data/v58.0/query?q=SELECT+Id+FROM+Lead\n401\n{said}\n"
            ),
            &format!(
                "{answer}\nGET https://login.salesforce.com/services/data/v59.0/sobjects HTTP/1.1\n\nHTTP/1.1 401 Unauthorized\n{said}\n"
            ),
            &format!(
                "{answer}\nrequests.get('https://acme--dev.sandbox.my.salesforce.com/services/data/v60.0/limits', headers=headers)\n{said}\n"
            ),
        ],
    );
    says_nothing_of(
        "salesforce-instance/instance-url",
        &[
            said,
            &format!("{answer}\nGET https://acme.my.salesforce.com/services/data/v60.0/limits\n{said}\n"),
            &format!("POST https://login.salesforce.com/services/oauth2/token\n{said}\n"),
        ],
    );
}

#[test]
fn clocks_that_differ() {
    leads_to(
        "clock/clock-wrong",
        &[
            "ERROR (jwt-verification-failed): JWT verification failed: Cannot handle token with iat prior to 2026-11-16T08:31:44+0000\n",
            "Firebase\\JWT\\BeforeValidException: Cannot handle token prior to 2026-01-05T11:00:04+0000\n",
            "JWTClaimValidationFailed: \"iat\" claim timestamp check failed (it should be in the past)\n",
            "jwt.exceptions.ImmatureSignatureError: The token is not yet valid (iat)\n",
            "Anmeldung fehlgeschlagen: Das Token wurde in der Zukunft ausgestellt (iat)\n",
            "{\"error\":\"invalid_token\",\"error_description\":\"JWT issued at future\"}\n",
        ],
    );
    says_nothing_of(
        "clock/clock-wrong",
        &[
            "{\"error\":\"invalid_token\",\"error_description\":\"The access token expired\"}\n",
            "JWTExpired: \"exp\" claim timestamp check failed\n",
            "{\"iat\":1795950000,\"exp\":1795953600}\n",
        ],
    );
}

#[test]
fn a_refresh_token_of_a_week() {
    let said = "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}";
    leads_to(
        "refresh-google/refresh-testing",
        &[
            &format!(
                "{{\"access_token\":\"ya29.a0\",\"refresh_token\":\"1//09k\",\"refresh_token_expires_in\":604799}}\n\nPOST https://oauth2.googleapis.com/token\n{said}"
            ),
            &format!("'refresh_token_expires_in' => 604798,\n{said}"),
            &format!("refresh_token_expires_in=604800\nhttps://oauth2.googleapis.com/token -> 400 {said}"),
        ],
    );
}

#[test]
fn a_redirect_to_the_url_with_a_slash() {
    leads_to(
        "method-not-allowed/slash-added",
        &[
            "$ curl -sL https://records.example.org/o/token -d grant_type=client_credentials -v\n> POST /o/token HTTP/1.1\n> Host: records.example.org\n< HTTP/1.1 301 Moved Permanently\n< Location: /o/token/\n* Switch from POST to GET\n> GET /o/token/ HTTP/1.1\n< HTTP/1.1 405 Method Not Allowed\n< Allow: POST, OPTIONS\n",
            "\"POST /api/oauth2/token HTTP/1.1\" 301 0\n\"GET /api/oauth2/token/ HTTP/1.1\" 405 41\n{\"detail\":\"Method \\\"GET\\\" not allowed.\"}\n",
            "$ curl -L https://id.example.org/token -d grant_type=client_credentials -v\n> POST /token HTTP/1.1\n< HTTP/1.1 302 Found\n< Location: https://id.example.org/token/\n> GET /token/ HTTP/1.1\n< HTTP/1.1 405 Method Not Allowed\n",
        ],
    );
    leads_to(
        "method-not-allowed/method-wrong",
        &[
            "GET /token/ HTTP/1.1\nHost: id.example.org\n\nHTTP/1.1 405 Method Not Allowed\n",
            "HTTP/1.1 405 Method Not Allowed\n",
        ],
    );
}

#[test]
fn users_of_salesforce() {
    let said = "{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}";
    leads_to(
        "salesforce-user/salesforce-sandbox",
        &[
            &format!(
                "SF_USERNAME=integration@helvion.com.uat\nPOST https://login.salesforce.com/services/oauth2/token\n{said}"
            ),
            &format!(
                "https://login.salesforce.com/services/oauth2/token?grant_type=password&username=api%40acme.de\nIt is our sandbox.\n{said}"
            ),
            "Restforce.new(username: 'api@acme.org.dev', host: 'login.salesforce.com')\n\ninvalid_grant: authentication failure (Restforce::AuthenticationError)\n",
            &format!(
                "login.salesforce.com\n\nthe password works at test.salesforce.com\nPOST https://login.salesforce.com/services/oauth2/token\n{said}"
            ),
        ],
    );
    leads_to(
        "salesforce-user/password-flow-blocked",
        &[
            &format!("It works in the old org.\nPOST https://login.salesforce.com/services/oauth2/token\n{said}"),
            &format!(
                "POST https://login.salesforce.com/services/oauth2/token\n{said}\nIn der neuen Org geht es nicht.\n"
            ),
            &format!("We moved to a new Salesforce org.\nhttps://acme.my.salesforce.com/services/oauth2/token\n{said}"),
        ],
    );
    leads_to(
        "salesforce-user/user-password",
        &[
            &format!("POST https://login.salesforce.com/services/oauth2/token\n{said}"),
            &format!("username=max@helvion.dev\nPOST https://login.salesforce.com/services/oauth2/token\n{said}"),
        ],
    );
}

#[test]
fn a_page_that_has_the_secret() {
    let code = |call: &str| format!("useEffect(() => {{\n  {call}\n}}, []);\n");
    leads_to(
        "secret-in-browser/secret-in-browser",
        &[
            &(code(
                "fetch('https://zoom.us/oauth/token', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: 'Basic ' + btoa(`${import.meta.env.VITE_ID}:${import.meta.env.VITE_SECRET}`) }, body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: 'https://app.example.com/zoom' }) })",
            ) + "Access to fetch at 'https://zoom.us/oauth/token' from origin 'https://app.example.com' has been blocked by CORS policy\nTypeError: Failed to fetch\n"),
            &(code(
                "axios.post('https://id.example.com/oauth/token', new URLSearchParams({ grant_type: 'client_credentials', client_id: process.env.REACT_APP_ID, client_secret: process.env.REACT_APP_SECRET }))",
            ) + "AxiosError: Network Error\nAccess-Control-Allow-Origin missing\n"),
        ],
    );
    says_nothing_of(
        "secret-in-browser/secret-in-browser",
        &[
            "TypeError: Failed to fetch\n",
            "fetch('/api/token')\nAccess to fetch has been blocked by CORS policy\n",
            "app.listen(3000)\nfetch('https://zoom.us/oauth/token', { body: 'grant_type=client_credentials', headers: { Authorization: 'Basic ' + btoa(pair) } })\nTypeError: Failed to fetch\n",
        ],
    );
}

#[test]
fn no_refresh_token_without_offline_access() {
    let said = "google.auth.exceptions.RefreshError: The credentials do not contain the necessary fields need to refresh the access token. You must specify refresh_token, token_uri, client_id, and client_secret.";
    leads_to(
        "refresh-missing/offline-access-missing",
        &[
            &format!("url, state = flow.authorization_url(include_granted_scopes=\"true\")\n\n{said}\n"),
            &format!(
                "https://accounts.google.com/o/oauth2/v2/auth?client_id=a.apps.googleusercontent.com&response_type=code\n\n{said}\n"
            ),
            "import { google } from 'googleapis'\nconst url = client.generateAuthUrl({ scope: SCOPES })\n\nError: No refresh token is set.\nNo refresh token\n",
        ],
    );
    says_nothing_of(
        "refresh-missing/offline-access-missing",
        &[said, &format!("flow.authorization_url(access_type='offline', prompt='consent')\n\n{said}\n")],
    );
}

#[test]
fn a_program_that_does_not_know_its_public_url() {
    leads_to(
        "redirect-refused-local/redirect-public-address",
        &[
            "Invalid redirect: http://localhost:5678/rest/oauth2-credential/callback (4,700)\n\nOAuth Redirect URL   https://n8n.example.org/rest/oauth2-credential/callback\n",
            "Invalid redirect: http://10.0.3.7:3000/login/generic_oauth (4,700)\nregistered redirect URL: https://grafana.example.org/login/generic_oauth\n",
            "Invalid redirect: http://gitlab/users/auth/zoom/callback (4,700)\nredirect URL at Zoom: https://git.example.org/users/auth/zoom/callback\n",
        ],
    );
    leads_to("redirect-refused-local/localhost", &["Invalid redirect: http://localhost:5678/rest/callback (4,700)\n"]);
    leads_to(
        "redirect-mismatch/redirect-my-home-assistant",
        &[
            "Error 400: redirect_uri_mismatch\nredirect_uri=https://my.home-assistant.io/redirect/oauth flowName=GeneralOAuthFlow\nregistered: https://ha.example.org:8123/auth/external/callback\n",
            "Fehler 400: redirect_uri_mismatch\nFehlerdetails: redirect_uri=https://my.home-assistant.io/redirect/oauth\n",
        ],
    );
}

#[test]
fn scopes_that_a_client_may_not_request() {
    let link = "https://id.example.com/v1/authorize?client_id=a1&response_type=code&redirect_uri=https%3A%2F%2Fapp.example.org%2Fcb&scope=spark%3Apeople_read%20meeting%3Aschedules_write&state=c41f0a77";
    let said = "https://app.example.org/cb?error=invalid_scope&error_description=The%20requested%20scope%20is%20invalid.&state=c41f0a77";
    leads_to(
        "scope-invalid/scope-not-allowed",
        &[
            &format!("{said}\n\n{link}\n\nScopes ticked in the integration: spark:all, spark:kms\n"),
            &format!("{link}\n{said}\n\nAllowed scopes of the client:\n- spark:people_read\n- spark:kms\n"),
            &format!("Im Client erlaubte Scopes: spark:kms\n\n{link}\n\n{said}\n"),
        ],
    );
    leads_to(
        "scope-invalid/scope-unknown",
        &[
            &format!("{said}\n\n{link}\n"),
            &format!(
                "{said}\n\n{link}\n\nScopes ticked in the integration: spark:people_read, meeting:schedules_write\n"
            ),
        ],
    );
}

#[test]
fn json_that_github_was_not_asked_for() {
    let call = |headers: &str| {
        format!(
            "r = httpx.post(\n    \"https://github.com/login/oauth/access_token\",\n    data={{\"client_id\": ID, \"client_secret\": SECRET, \"code\": code}},{headers}\n)\nprint(r.json())\n\njson.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n"
        )
    };
    leads_to(
        "form-response/form-encoded-response",
        &[
            &call(""),
            "fetch('https://github.com/login/oauth/access_token', { method: 'POST', body: params }).then(r => r.json())\nSyntaxError: Unexpected token 'a', \"access_tok\"... is not valid JSON\n",
            "http.Post(\"https://github.com/login/oauth/access_token\", form, body)\ninvalid character 'a' looking for beginning of value: cannot parse JSON\n",
        ],
    );
    says_nothing_of(
        "form-response/form-encoded-response",
        &[
            &call("\n    headers={\"Accept\": \"application/json\"},"),
            "https://github.com/login/oauth/access_token\nSyntaxError: Unexpected token < in JSON at position 0\n",
            "https://id.example.com/token\nSyntaxError: Unexpected end of JSON input\n",
        ],
    );
}

#[test]
fn the_helper_of_postman() {
    let collection = |auth: &str| {
        format!(
            "{{\"info\":{{\"name\":\"a\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}},\"auth\":{{\"type\":\"oauth2\",\"oauth2\":{auth}}},\"item\":[{{\"name\":\"users\",\"request\":{{\"method\":\"GET\",\"header\":[],\"url\":\"https://api.zoom.us/v2/users\"}},\"response\":[{{\"name\":\"a\",\"status\":\"Bad Request\",\"code\":400,\"body\":\"{{\\\"code\\\":200,\\\"message\\\":\\\"Invalid api key or secret.\\\"}}\"}}]}}]}}"
        )
    };
    leads_to(
        "api-key-refused/wrong-token-kind",
        &[
            &collection(
                "[{\"key\":\"grant_type\",\"value\":\"client_credentials\",\"type\":\"string\"},{\"key\":\"accessTokenUrl\",\"value\":\"https://zoom.us/oauth/token\"}]",
            ),
            &collection(
                "[{\n \"key\": \"grant_type\",\n \"value\": \"client_credentials\"\n}, {\n \"key\": \"accessTokenUrl\",\n \"value\": \"https://zoom.us/oauth/token\"\n}]",
            ),
            &collection("{\"grant_type\":\"client_credentials\",\"accessTokenUrl\":\"https://zoom.us/oauth/token\"}"),
        ],
    );
}

//! What the text beside an error tells of its cause: the request, the program, the product.

use super::{are_no_errors, leads_to};

const SHORT_LIVED: &str = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.\"}";

#[test]
fn a_time_without_a_zone() {
    let failed = |program: &str| format!("{program}\n\n{SHORT_LIVED}\n");
    leads_to(
        "clock/time-without-zone",
        &[
            &failed(
                "now = datetime.datetime.utcnow()\nclaims = {'iat': now.timestamp(), 'exp': (now + datetime.timedelta(minutes=60)).timestamp()}",
            ),
            &failed("iat = int(datetime.utcnow().timestamp())"),
            &failed("iat = time.mktime(datetime.utcnow().timetuple())"),
            &failed("iat = datetime.utcfromtimestamp(time.time()).timestamp()"),
            &failed("iat = datetime.utcnow().strftime('%s')"),
            &failed("var now = (int)(DateTime.Now - new DateTime(1970, 1, 1)).TotalSeconds;"),
            &failed("var iat = DateTime.Now.Subtract(new DateTime(1970, 1, 1)).TotalSeconds;"),
            &failed("$iat = [int](([DateTime]::Now - [DateTime]'1970-01-01').TotalSeconds)"),
            "iat = time.mktime(datetime.utcnow().timetuple())\nJWT is not yet valid: token used too early, 1700010800 < 1700000000. Check that your computer's clock is set correctly.",
        ],
    );
    leads_to(
        "assertion-expired/time-without-zone",
        &[
            "'exp': int((datetime.utcnow() + timedelta(minutes=5)).timestamp())\n{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700024: Client assertion is not within its valid time range.\"}",
        ],
    );
    leads_to(
        "clock/clock-wrong",
        &[
            SHORT_LIVED,
            &failed("iat = int(time.time())"),
            &failed("iat = int(datetime.now(timezone.utc).timestamp())"),
            &failed("iat = int(datetime.now().timestamp())"),
            &failed("iat = datetime.utcnow().replace(tzinfo=timezone.utc).timestamp()"),
            &failed("iat = calendar.timegm(datetime.utcnow().timetuple())"),
            &failed("payload = {'iat': datetime.utcnow(), 'exp': datetime.utcnow() + timedelta(hours=1)}"),
            &failed("var now = (int)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalSeconds;"),
            &failed("var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();"),
            &failed("var took = DateTime.Now - started;"),
        ],
    );
    are_no_errors(&[
        "now = datetime.utcnow()\npayload = {'iat': int(now.timestamp()), 'exp': int(now.timestamp()) + 3600}\ntoken = jwt.encode(payload, key, algorithm='RS256')\n",
    ]);
}

#[test]
fn the_way_of_authentication_that_was_used() {
    let hubspot = "{\"status\":\"BAD_CLIENT_SECRET\",\"message\":\"missing or invalid client secret\",\"correlationId\":\"b1\",\"requestId\":\"c2\"}";
    let form = "grant_type=refresh_token&refresh_token=eu1-5f1e-7a6b";
    let sent = |header: &str, form: &str, answer: &str| {
        format!(
            "POST /oauth/v1/token HTTP/1.1\nHost: api.hubapi.com\n{header}Content-Type: application/x-www-form-urlencoded\n\n{form}\n\nHTTP/1.1 400 Bad Request\n\n{answer}\n"
        )
    };
    let basic = "Authorization: Basic YWJjMTIzOmRlZjQ1Nmdo\n";
    let pair = format!("{form}&client_id=abc123&client_secret=def456gh");
    leads_to(
        "hubspot-secret/client-auth-body-needed",
        &[
            &sent(basic, form, hubspot),
            &format!("curl -u \"$ID:$SECRET\" https://api.hubapi.com/oauth/v1/token -d '{form}'\n{hubspot}"),
            &format!(
                "curl https://api.hubapi.com/oauth/v1/token -d '{form}' -H 'Authorization: Basic '\"$KEY\"\n{hubspot}"
            ),
            &format!(
                "r = requests.post('https://api.hubapi.com/oauth/v1/token', auth=(ID, SECRET), data={{'grant_type': 'refresh_token', 'refresh_token': token}})\n{hubspot}"
            ),
        ],
    );
    leads_to(
        "hubspot-secret/secret-wrong",
        &[hubspot, &sent("", &pair, hubspot), &format!("https://api.hubapi.com/oauth/v1/token: {hubspot}")],
    );
    let missing = "{\"error\":\"invalid_request\",\"error_description\":\"client_secret is required\"}";
    leads_to(
        "secret-missing/client-auth-body-needed",
        &[&sent(basic, form, missing), &sent(basic, form, &missing.replace("is required", "is missing"))],
    );
    leads_to("secret-missing/secret-not-sent", &[missing]);
    leads_to(
        "client-id-missing/client-auth-body-needed",
        &[&sent(basic, form, &missing.replace("client_secret is required", "Missing parameter: client_id"))],
    );
    leads_to(
        "client-id-missing/client-id-missing",
        &["{\"error\":\"invalid_request\",\"error_description\":\"Missing parameter: client_id\"}"],
    );
    leads_to(
        "secret-wrong/secret-wrong",
        &["{\"error\":\"invalid_client\",\"error_description\":\"Missing or invalid client secret\"}"],
    );
}

#[test]
fn a_discovery_that_leaves_out_the_scheme() {
    let ruby = |issuer: &str, discovery: &str, said: &str| {
        format!(
            "name: 'openid_connect',\nargs: {{\n  issuer: '{issuer}',\n  discovery: {discovery},\n  client_options: {{ identifier: 'abc', secret: ENV['SECRET'], redirect_uri: 'https://git.example/users/auth/openid_connect/callback' }}\n}}\n\nCould not authenticate you from OpenIDConnect because \"Ssl connect returned=1 errno=0 peeraddr=10.1.2.3:8080 state=error: {said}\".\n"
        )
    };
    leads_to(
        "not-tls/discovery-of-http",
        &[
            &ruby("http://10.1.2.3:8080/realms/a", "true", "record layer failure"),
            &ruby("http://10.1.2.3:8080/realms/a", "true", "wrong version number"),
            &ruby("http://10.1.2.3:8080/realms/a", "true", "record layer failure")
                .replace("discovery: ", "discovery => "),
            "OIDC_DISCOVERY=true\nOIDC_ISSUER=http://id.intern:9000/application/o/mastodon/\nOIDC_CLIENT_ID=abc123\n\nFaraday::SSLError (SSL_connect returned=1 errno=0 peeraddr=172.18.0.4:9000 state=error: record layer failure)",
            "OpenIDConnect: SSL_connect returned=1 errno=0 state=error: record layer failure\n\n\"issuer\" => \"http://id.intern\", \"discovery\" => true",
        ],
    );
    leads_to(
        "not-tls/not-tls",
        &[
            &ruby("https://10.1.2.3:8080/realms/a", "true", "record layer failure"),
            &ruby("http://10.1.2.3:8080/realms/a", "false", "record layer failure"),
            "requests.exceptions.SSLError: HTTPSConnectionPool(host='id.example.com', port=8080): Max retries exceeded with url: /oauth/token (Caused by SSLError(SSLError(1, '[SSL] record layer failure (_ssl.c:1033)')))",
            "Error fetching the access token: error:140770FC:SSL routines:SSL23_GET_SERVER_HELLO:unknown protocol",
        ],
    );
    leads_to(
        "certificate/certificate-untrusted",
        &[&ruby("http://10.1.2.3:8080", "true", "certificate verify failed (self signed certificate)")],
    );
    are_no_errors(&[
        "issuer: 'http://10.1.2.3:8080/realms/a',\ndiscovery: true,\nclient_options: { identifier: 'abc', secret: 'def' }",
    ]);
}

#[test]
fn a_connector_without_a_refresh_token() {
    let failed = |service: &str, error: &str| {
        format!(
            "Failed to refresh access token for service: {service}. Correlation Id=7a, UTC TimeStamp=11/2/2023 9:12:01 AM, Error: {error}"
        )
    };
    leads_to(
        "refresh-missing/connector-offline",
        &[
            &failed("oauth2", "Missing refresh token."),
            &failed("oauth2generic", "Missing refresh token."),
            &format!("The flow fails every night:\n> {}\n", failed("oauth2", "Missing refresh token.")),
            "Redirect URL: https://global.consent.azure-apim.net/redirect/contoso\n\nError: Missing refresh token.",
        ],
    );
    leads_to(
        "refresh-missing/refresh-missing",
        &["Error: Missing refresh token.\n    at OAuth2Client.refresh (/app/oauth.js:12:3)"],
    );
    leads_to(
        "refresh-expired/refresh-ended",
        &[&failed(
            "aadcertificate",
            "Failed to acquire token from AAD: {\"error\":\"invalid_grant\",\"error_description\":\"AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.\"}",
        )],
    );
}

#[test]
fn the_platform_of_a_redirect_url_at_entra() {
    let words =
        "AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.";
    leads_to(
        "spa-without-pkce/spa-instead-of-web",
        &[
            words,
            &words["AADSTS9002325: ".len()..],
            &format!(
                "{{\"error\":\"invalid_request\",\"error_description\":\"{words} Trace ID: 1b Correlation ID: 2c\"}}"
            ),
            &format!(
                "InternalOAuthError: Failed to obtain access token\n  oauthError: {{\n    statusCode: 400,\n    data: '{{\"error\":\"invalid_request\",\"error_description\":\"{words}\"}}'\n  }}"
            ),
            "https://app.example.com/callback?error=invalid_request&error_description=AADSTS9002325%3A+Proof+Key+for+Code+Exchange+is+required+for+cross-origin+authorization+code+redemption.&state=x1",
            &format!(
                "[auth]\nclient_id = \"0a1b2c3d-1111-4222-8333-444455556666\"\nclient_secret = \"abc8Q~xyzxyzxyzxyzxyzxyzxyzxyzxyzxyz12\"\n\n{words}"
            ),
        ],
    );
    leads_to(
        "spa-platform/spa-platform",
        &[
            "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
        ],
    );
    leads_to(
        "pkce-missing/pkce-missing",
        &[
            "{\"error\":\"invalid_request\",\"error_description\":\"Proof Key for Code Exchange is required for this client.\"}",
        ],
    );
}

#[test]
fn the_audience_of_a_jwt_at_salesforce() {
    leads_to(
        "salesforce-audience/salesforce-audience",
        &[
            "Error (1): audience is invalid [audience=https://login.salesforce.com login=https://firma--uat.sandbox.my.salesforce.com]",
            "ERROR running auth:jwt:grant:  Reason: invalid_grant - audience is invalid username: ci@firma.example.uat, loginUrl: https://test.salesforce.com, privateKey: server.key",
            "POST https://login.salesforce.com/services/oauth2/token\n{\"error\":\"invalid_grant\",\"error_description\":\"audience is invalid\"}",
            "POST https://test.salesforce.com/services/oauth2/token\n\n{\n  \"error\": \"invalid_grant\",\n  \"error_description\": \"audience is invalid\"\n}",
        ],
    );
    leads_to(
        "token-audience/token-audience",
        &[
            "{\"error\":\"invalid_token\",\"error_description\":\"The audience is invalid\"}",
            "Bearer error=\"invalid_token\", error_description=\"The audience 'api://abc' is invalid\"",
        ],
    );
}

#[test]
fn apache_and_the_url_that_was_opened() {
    let said = |what: &str, own: &str, opened: &str| {
        format!(
            "oidc_authenticate_user: the URL {what} ({own}) of the configured OIDCRedirectURI does not match the URL {what} of the URL being accessed ({opened}): the \"state\" and \"session\" cookies will not be shared between the two!"
        )
    };
    let settings = "OIDCProviderMetadataURL https://id.firma.example/.well-known/openid-configuration\nOIDCClientID abc\nOIDCClientSecret def\nOIDCRedirectURI https://www.firma.example/secure/redirect_uri\nOIDCCryptoPassphrase 1234567890\n";
    leads_to(
        "apache-scheme/apache-scheme",
        &[
            &said("scheme", "https", "http"),
            &said("scheme", "http", "https"),
            &format!(
                "{settings}\n[Mon Sep 12 07:42:01 2022] [auth_openidc:error] [pid 7] [client 10.0.0.1:5] {}",
                said("scheme", "https", "http")
            ),
        ],
    );
    leads_to(
        "apache-host/apache-host",
        &[
            &said("hostname", "sso.firma.example", "www.firma.example"),
            &format!(
                "[Mon Sep 12 07:42:01 2022] [auth_openidc:error] {}\n\n{settings}",
                said("hostname", "a.example", "b.example")
            ),
        ],
    );
    are_no_errors(&[
        settings,
        "The scheme and the host of OIDCRedirectURI should match those of the URL that is accessed, so that the cookies are shared.",
    ]);
}

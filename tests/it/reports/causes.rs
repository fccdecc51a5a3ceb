//! What is behind the error that a program shows: a network that failed, the causes that it lists, a state that is missing.

use super::leads_to;

#[test]
fn a_network_that_failed() {
    leads_to(
        "not-reachable/not-reachable",
        &[
            "InternalOAuthError: Failed to obtain access token\n    at Strategy.OAuth2Strategy._createOAuthError (/app/node_modules/passport-oauth2/lib/strategy.js:408:17)\n    at /app/node_modules/passport-oauth2/lib/strategy.js:175:45 {\n  oauthError: Error: connect ECONNREFUSED 10.0.0.9:8080\n      at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1141:16) {\n    errno: 'ECONNREFUSED',\n    code: 'ECONNREFUSED',\n    syscall: 'connect',\n    address: '10.0.0.9',\n    port: 8080\n  }\n}",
            "Traceback (most recent call last):\n  File \"/usr/lib/python3.8/site-packages/urllib3/connection.py\", line 159, in _new_conn\n    conn = connection.create_connection(\nConnectionRefusedError: [Errno 111] Connection refused\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"a.py\", line 3, in <module>\nrequests.exceptions.ConnectionError: HTTPSConnectionPool(host='id.example.com', port=443): Max retries exceeded with url: /oauth/token (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File \"b.py\", line 5, in <module>\nmyapp.auth.AuthError: OAuth login failed",
            "System.InvalidOperationException: IDX20803: Unable to obtain configuration from: 'https://id.example.com/.well-known/openid-configuration'.\n ---> System.IO.IOException: IDX20804: Unable to retrieve document from: 'https://id.example.com/.well-known/openid-configuration'.\n ---> System.Net.Http.HttpRequestException: No connection could be made because the target machine actively refused it. (id.example.com:443)\n ---> System.Net.Sockets.SocketException (10061): No connection could be made because the target machine actively refused it.\n   at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException(SocketError error)",
            "Faraday::ConnectionFailed (Failed to open TCP connection to id.example.com:443 (Connection refused - connect(2) for \"id.example.com\" port 443)):\n  oauth2 (1.4.7) lib/oauth2/client.rb:97:in `request'\n(oauth2) Authentication failure! failed_to_connect: Faraday::ConnectionFailed",
        ],
    );
    leads_to(
        "host-not-resolved/name-not-resolved",
        &[
            "InternalOAuthError: Failed to obtain access token\n    at /app/node_modules/passport-oauth2/lib/strategy.js:175:45 {\n  oauthError: Error: getaddrinfo ENOTFOUND id.example.invalid\n      at GetAddrInfoReqWrap.onlookup [as oncomplete] (dns.js:66:26) {\n    errno: -3008,\n    code: 'ENOTFOUND',\n    syscall: 'getaddrinfo',\n    hostname: 'id.example.invalid'\n  }\n}",
            "com.google.api.client.auth.oauth2.TokenResponseException: token request failed\n\tat x.Y.z(Y.java:2)\nCaused by: java.net.UnknownHostException: oauth2.googleapis.com\n\tat java.base/java.net.AbstractPlainSocketImpl.connect(AbstractPlainSocketImpl.java:220)",
        ],
    );
    leads_to(
        "certificate/certificate-untrusted",
        &[
            "InternalOAuthError: Failed to obtain access token\n    at x.js:1:1\n  oauthError: Error: self signed certificate in certificate chain\n      at TLSSocket.onConnectSecure (_tls_wrap.js:1514:34) {\n    code: 'SELF_SIGNED_CERT_IN_CHAIN'\n  }",
            "Traceback (most recent call last):\n  File \"/usr/lib/python3/site-packages/urllib3/connectionpool.py\", line 670, in urlopen\n    httplib_response = self._make_request(\nssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1123)\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"/app/auth.py\", line 12, in login\n    token = oauth.fetch_token(token_url)\nauthlib.integrations.base_client.errors.OAuthError: token_request_failed: could not fetch token",
            "org.springframework.security.oauth2.core.OAuth2AuthenticationException: [invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: I/O error on POST request for \"https://id.example.com/token\"\n\tat a.b.C.d(C.java:1)\nCaused by: org.springframework.web.client.ResourceAccessException: I/O error on POST request\n\t... 80 more\nCaused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target\n\t... 100 more",
            "System.Exception: An error was encountered while handling the remote login.\n ---> System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.\n ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch\n   at System.Net.Security.SslStream.SendAuthResetSignal()\n   --- End of inner exception stack trace ---\n   at Microsoft.AspNetCore.Authentication.RemoteAuthenticationHandler`1.HandleRequestAsync()",
            "level=error msg=\"login.OAuthLogin(NewTransportWithCode)\" error=\"Post \\\"https://keycloak.example.com/auth/realms/x/protocol/openid-connect/token\\\": x509: certificate signed by unknown authority\"",
        ],
    );
    leads_to(
        "certificate/certificate-untrusted",
        &[
            "Invoke-RestMethod : Die zugrunde liegende Verbindung wurde geschlossen: F\u{fc}r den gesch\u{fc}tzten SSL/TLS-Kanal konnte keine Vertrauensstellung hergestellt werden.\nIn C:\\token.ps1:3 Zeichen:1",
            // An error of the library that only follows.
            "Traceback (most recent call last):\n  File \"a.py\", line 716, in urlopen\nssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:992)\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"b.py\", line 12, in refresh\noauthlib.oauth2.rfc6749.errors.MissingTokenError: (missing_token) Missing access token parameter.",
        ],
    );
    leads_to(
        "connection-closed/connection-closed",
        &[
            "OAuth: PHP cURL error 35: OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to id.example.com:443",
            "[HA] System.Net.Http.HttpRequestException: token request failed\n ---> System.IO.IOException:  Received an unexpected EOF or 0 bytes from the transport stream.\n   at System.Net.Security.SslStream.ReceiveBlobAsync[TIOAdapter](TIOAdapter adapter)",
            "{\"@timestamp\":\"2025-10-29T15:49:59.544Z\",\"log.level\":\"ERROR\",\"message\":\"Could not exchange code for token.\",\"error.type\":\"java.net.SocketException\",\"error.message\":\"Connection reset\",\"error.stack_trace\":\"java.net.SocketException: Connection reset\\n\\tat java.base/sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:318)\"}",
        ],
    );
    // The message says neither whose certificate it is about nor which version.
    leads_to(
        "tls-version/tls-version",
        &[
            "Error connecting to https://id.example.com/.well-known/openid-configuration. The SSL connection could not be established, see inner exception..",
            "OAuth: javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)",
            "javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake\n\tat com.example.oauth.TokenClient.fetch(TokenClient.java:41)",
        ],
    );
    leads_to(
        "proxy-sign-in/proxy-sign-in",
        &[
            "requests.exceptions.ProxyError: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded with url: /common/oauth2/token (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required')))",
            "System.Net.Http.HttpRequestException: Failed to get an access token\n ---> System.Net.WebException: The remote server returned an error: (407) Proxy Authentication Required.\n   at System.Net.HttpWebRequest.GetResponse()",
            "* CONNECT phase completed!\n< HTTP/1.1 407 Proxy Authentication Required\n< Proxy-Authenticate: NTLM\n* Received HTTP code 407 from proxy after CONNECT\ncurl: (56) Received HTTP code 407 from proxy after CONNECT",
        ],
    );
    leads_to(
        "timed-out/timed-out",
        &[
            "org.springframework.security.oauth2.core.OAuth2AuthorizationException: [invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: I/O error on POST request for \"https://id.example.com/oauth2/token\": Connect to id.example.com:443 failed: connect timed out; nested exception is java.net.SocketTimeoutException: connect timed out\n\tat org.springframework.security.oauth2.client.endpoint.DefaultAuthorizationCodeTokenResponseClient.getResponse(X.java:102)\nCaused by: java.net.SocketTimeoutException: connect timed out\n\tat java.net.Socket.connect(Socket.java:633)",
            "[2026-03-12] production.ERROR: Failed to obtain OAuth access token {\"exception\":\"[object] (GuzzleHttp\\\\Exception\\\\ConnectException(code: 0): cURL error 28: Connection timed out after 10001 milliseconds for https://zoom.us/oauth/token at /var/www/vendor/guzzlehttp/guzzle/src/Handler/CurlFactory.php:210)",
        ],
    );
    leads_to(
        "not-tls/not-tls",
        &[
            "oauth2: cannot fetch token: Post \"https://id.example.com:8080/token\": tls: first record does not look like a TLS handshake",
            "requests.exceptions.SSLError: HTTPSConnectionPool(host='localhost', port=8080): Max retries exceeded with url: /oauth/token (Caused by SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1131)')))",
            "FetchError: request to https://localhost:3000/oauth/token failed, reason: write EPROTO 140735:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/ssl/record/ssl3_record.c:332:",
        ],
    );
    leads_to(
        "connection-closed/connection-closed",
        &[
            "cURL error 56: Recv failure: Connection reset by peer (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for https://login.example.com/oauth/token",
        ],
    );
}

#[test]
fn what_the_server_logs_of_a_refresh_token() {
    leads_to(
        "refresh-invalid/refresh-maybe-rotated",
        &[
            "2024-09-17 16:21:54 {\"message\":\"Invalid refresh token\",\"level\":\"Warning\",\"RequestPath\":\"/connect/token\"}\n2024-09-17 16:21:54 {\"message\":\"Refresh token validation failed. aborting\",\"level\":\"Error\"}\n2024-09-17 16:21:54 {\"message\":\"Token request validation failed with: invalid_grant\",\"level\":\"Error\"}",
            "[10:11:12 ERR] Refresh token validation failed. aborting, {\"ClientId\": \"app\", \"GrantType\": \"refresh_token\"}",
        ],
    );
    leads_to("token-invalid/token-rejected", &["[10:11:12 ERR] Token validation failed: the access token is invalid"]);
}

#[test]
fn the_innermost_cause_that_tells() {
    leads_to(
        "refresh-google/refresh-testing",
        &[
            "java.lang.RuntimeException: Login failed\n\tat a.B.c(B.java:1)\nCaused by: com.example.OAuthException: Could not refresh the access token\n\t... 10 more\nCaused by: com.google.api.client.auth.oauth2.TokenResponseException: 400 Bad Request\n{\n  \"error\" : \"invalid_grant\",\n  \"error_description\" : \"Token has been expired or revoked.\"\n}\n\tat com.google.api.client.auth.oauth2.TokenResponseException.from(TokenResponseException.java:103)\n\t... 20 more",
        ],
    );
    leads_to(
        "redirect-mismatch-token/redirect-other-than-authorized",
        &[
            "org.apache.oltu.oauth2.common.exception.OAuthProblemException: invalid_grant, Authorization code redirect_uri mismatch\n\tat x.Y(Z.java:1)\nCaused by: java.lang.IllegalStateException: response not ok\n\tat x.Y(Z.java:2)",
        ],
    );
    leads_to(
        "secret-wrong-entra/secret-id-used",
        &[
            "System.AggregateException: One or more errors occurred.\n ---> MSAL.NetCore.4.36.0.0.MsalServiceException: \n\tErrorCode: invalid_client\nMicrosoft.Identity.Client.MsalServiceException: A configuration issue is preventing authentication - check the error message from the server for details. Original exception: AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.\r\nTrace ID: 11111111\r\n   --- End of inner exception stack trace ---\n   at System.Threading.Tasks.Task.Wait()",
        ],
    );
    leads_to(
        "code-used/code-used",
        &[
            "Traceback (most recent call last):\n  File \"/app/flow.py\", line 33, in exchange\n    resp.raise_for_status()\nrequests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://id.example.com/oauth/token\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File \"/app/main.py\", line 7, in <module>\nmyapp.OAuthError: token exchange failed: {\"error\": \"invalid_grant\", \"error_description\": \"Authorization code has already been used\"}",
        ],
    );
    leads_to(
        "scope-changed/scope-changed",
        &[
            "Traceback (most recent call last):\n  File \"/x/oauthlib/oauth2/rfc6749/parameters.py\", line 451, in validate_token_parameters\n    raise w\nWarning: Scope has changed from \"openid email\" to \"https://www.googleapis.com/auth/userinfo.email openid\".\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"/app/views.py\", line 5\nException: OAuth callback failed",
        ],
    );
    leads_to(
        "token-expired/token-expired",
        &[
            "jwt.exceptions.ExpiredSignatureError: Signature has expired\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File \"/app/main.py\", line 7, in <module>\nmyapp.errors.Unauthorized: 401 Unauthorized: Invalid token",
        ],
    );
}

#[test]
fn a_state_that_is_missing() {
    leads_to(
        "state-missing/state-not-sent",
        &[
            "Error: Insufficient parameters for OAuth2 callback.\nReceived following query parameters: {\"code\":\"4/0AX4XfWhabcdef\",\"state\":\"\"}",
            "Insufficient parameters for OAuth2 callback. Received following query parameters: {\"code\":\"4/0AX4XfWhabcdef\",\"scope\":\"email profile\"}",
            "https://chat.example.com/calls/complete?code=XLAdP_62EcuEzFS-jo9E4GFE0vVzPm9pq\n\n{\"result\":\"error\",\"msg\":\"Missing 'state' argument\",\"var_name\":\"state\",\"code\":\"REQUEST_VARIABLE_MISSING\"}",
        ],
    );
    leads_to(
        "state-mismatch/state-not-sent",
        &[
            "10.0.0.1 - - [12/Mar/2026:10:00:01 +0000] \"GET /auth/callback?code=Abc123XyzQrs&state= HTTP/1.1\" 400 23\nError: Invalid state parameter\n    at verify (/app/auth.js:10:3)",
            "GET https://app.example.com/oauth/callback?code=Abc123XyzQrs 403\nInvalid state",
            "Started GET \"/auth/google_oauth2/callback?code=4%2F0AX4XfWh&scope=email\" for 127.0.0.1 at 2026-03-12 10:00:00 +0100\n(google_oauth2) Callback phase initiated.\n(google_oauth2) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected",
            "GET /callback?code=Abc123XyzQrs&state=undefined 400\nstate mismatch",
            "[2026-03-12 10:00:00] local.ERROR:  {\"exception\":\"[object] (Laravel\\\\Socialite\\\\Two\\\\InvalidStateException(code: 0):  at /var/www/vendor/laravel/socialite/src/Two/AbstractProvider.php:221)\n[stacktrace]\n#0 /var/www/app/Http/Controllers/AuthController.php(20)\nURL: https://app.example.com/login/callback?code=AQDabcdef",
        ],
    );
    leads_to(
        "state-mismatch/state-lost",
        &["GET https://app.example.com/oauth/callback?code=Abc123XyzQrs&state=k3j4h5k3j4h5 403\nInvalid state"],
    );
    leads_to(
        "state-empty",
        &[
            "Callback URL: https://app.example.com/oauth/callback?code=Abc123XyzQrs&state=\n\nOAuth callback failed with status 500",
        ],
    );
    leads_to(
        "access-denied/user-declined",
        &["https://app.example.com/cb?error=access_denied&error_description=The+user+denied+access&state="],
    );
    leads_to("redirect-mismatch/redirect-differs", &["https://app.example.com/cb?error=redirect_uri_mismatch&state="]);
    leads_to(
        "pkce-missing/pkce-missing",
        &[
            "Error: Insufficient parameters for OAuth2 callback.\nReceived following query parameters: {\"error\":\"invalid_request\",\"error_description\":\"code_challenge: Field required\",\"state\":\"eyJ0b2tlbiI6IkFiQ2RFZiJ9\"}",
        ],
    );
}

#[test]
fn what_slack_says_next_to_the_error() {
    leads_to(
        "client-id-missing/client-id-missing",
        &[
            "{\"ok\":false,\"error\":\"invalid_arguments\",\"response_metadata\":{\"messages\":[\"[ERROR] missing required field: client_id\"]}}",
        ],
    );
    leads_to(
        "code-missing/code-missing",
        &[
            "{\n  \"ok\": false,\n  \"error\": \"invalid_arguments\",\n  \"warning\": \"missing_charset\",\n  \"response_metadata\": {\n    \"warnings\": [\"missing_charset\"],\n    \"messages\": [\"[ERROR] missing required field: code\"]\n  }\n}",
        ],
    );
    leads_to(
        "secret-missing/secret-not-sent",
        &[
            "Error: An API error occurred: invalid_arguments\n    at platformErrorFromResult (/app/node_modules/@slack/web-api/dist/errors.js:51:33)\n{\n  code: 'slack_webapi_platform_error',\n  data: {\n    ok: false,\n    error: 'invalid_arguments',\n    response_metadata: { messages: [ '[ERROR] missing required field: client_secret' ], scopes: [] }\n  }\n}",
        ],
    );
    leads_to(
        "scope-insufficient/token-lacks-scope",
        &["{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\",\"provided\":\"chat:write\"}"],
    );
}

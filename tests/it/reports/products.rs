//! What products and services write that people paste, each with what is said of it first; and texts with the same words
//! that report nothing.

use super::{are_no_errors, leads_to};

#[test]
fn servers_and_programs_by_their_own_words() {
    leads_to(
        "access-denied/user-declined",
        &[
            "2026-03-12 10:00:00 WARN [org.keycloak.events] type=\"LOGIN_ERROR\", clientId=\"wiki\", error=\"rejected_by_user\"",
        ],
    );
    leads_to(
        "adfs-forbidden/adfs-permission",
        &[
            "Microsoft.IdentityServer.Web.Protocols.OAuth.Exceptions.OAuthUnauthorizedClientException: MSIS9321: Received invalid OAuth request. The client 'website.client' is forbidden to access the resource 'website.identifier'.\n   at Microsoft.IdentityServer.Web.Protocols.OAuth.OAuthProtocolContext.Validate()",
        ],
    );
    leads_to(
        "client-unknown/client-unknown",
        &[
            "Client ID Error\nThe client identifier (client_id) is missing or invalid.",
            "Error code: 500\nError: unauthorized_client : Unknown client or client not enabled",
        ],
    );
    leads_to(
        "code-invalid/code-used-or-old",
        &[
            "t=2019-06-19T16:52:44-0400 lvl=eror msg=login.OAuthLogin(NewTransportWithCode) logger=context userId=0 orgId=0 uname= error=\"oauth2: cannot fetch token: 400 Bad Request\\nResponse: {\\\"error\\\":\\\"invalid_grant\\\",\\\"error_description\\\":\\\"MSIS9612: The authorization code received in \\\\u0027code\\\\u0027 parameter is invalid. \\\"}\"",
            "Encountered error during OAuth token request.\nAdditional Data\nException details:\nMicrosoft.IdentityServer.Web.Protocols.OAuth.Exceptions.OAuthAccessTokenInvalidAuthorizationCodeException: MSIS9247: Received invalid OAuth access token request. The authorization code is invalid.",
            "{\"error\":\"invalid_request\",\"error_description\":\"The authorization code was not found or was already used\"}",
            "{\"status\":\"BAD_AUTH_CODE\",\"message\":\"missing or unknown auth code\",\"correlationId\":\"1a2b3c4d-0000-4000-8000-123456789abc\",\"requestId\":\"x\"}",
            "[2021-07-22 10:32:01] local.ERROR: invalid_code {\"userId\":1,\"exception\":\"[object] (League\\\\OAuth2\\\\Client\\\\Provider\\\\Exception\\\\IdentityProviderException(code: 200): invalid_code at /home/a/vendor/asad/oauth2-zoho/src/Provider/Zoho.php:112)",
            "java.lang.Exception: Token request failed: com.google.api.client.auth.oauth2.TokenResponseException: 400 Bad Request\nPOST https://keycloak.local.example/realms/a/protocol/openid-connect/token\n{\n  \"error\": \"invalid_grant\",\n  \"error_description\": \"Code not valid\"\n}\"\n\tat org.kohsuke.stapler.HttpResponses.error(HttpResponses.java:92)",
            "{\"error\": \"invalid_grant\", \"error_description\": \"Invalid \\\"code\\\" in request.\"}",
        ],
    );
    leads_to(
        "code-missing/code-missing",
        &[
            "2017/04/18 09:51:10 oauthproxy.go:478: 127.0.0.1:27048 error redeeming code missing code\n2017/04/18 09:51:10 oauthproxy.go:319: ErrorPage 500 Internal Error Internal Error",
            "ERROR (no-code): No authentication code present in the request.",
        ],
    );
    leads_to("cognito-page/cognito-address", &["An error was encountered with the requested page."]);
    leads_to(
        "cognito-secret-hash/cognito-secret-hash",
        &[
            "{\"code\":\"NotAuthorizedException\",\"name\":\"NotAuthorizedException\",\"message\":\"Unable to verify secret hash for client 3abc\"}",
            "ERROR Unable to verify secret hash for client 2abc",
        ],
    );
    leads_to(
        "email-not-verified/email-not-verified",
        &[
            "[2022/07/04 00:43:01] [oauthproxy.go:723] Error redeeming code during OAuth2 callback: email in id_token (a@example.com) isn't verified",
        ],
    );
    leads_to(
        "grant-invalid/grant-void",
        &[
            "Login failed\nFailed to get token from provider\n\nlogger=authn.service level=error msg=\"Failed to authenticate request\" client=auth.client.generic_oauth error=\"[auth.oauth.token.exchange] failed to exchange code to token: oauth2: \\\"invalid_grant\\\"\"",
        ],
    );
    leads_to("ha-token-data/ha-token-data", &["Received invalid token data."]);
    leads_to(
        "hubspot-scopes/hubspot-scopes",
        &[
            "Couldn't complete the connection\nInsufficient scopes were provided. Please contact the app developer.",
            "Authorization failed because the provided scopes are insufficient. Please contact the app developer.",
        ],
    );
    leads_to(
        "nextcloud-local-rule/nextcloud-local-rule",
        &[
            "OCP\\Http\\Client\\LocalServerException: Host violates local access rules",
            "[no app in context] Warning: Host 10.0.17.6 was not connected to because it violates local access rules",
        ],
    );
    leads_to("nextcloud-provider/nextcloud-unreached", &["Could not reach the OpenID Connect provider."]);
    leads_to(
        "not-found/endpoint-wrong",
        &[
            "E, [2024-07-26T14:29:47.963790 #1] ERROR -- omniauth: (openid_connect) Authentication failure! Not Found: OpenIDConnect::Discovery::DiscoveryFailed, Not Found",
        ],
    );
    leads_to(
        "not-json/not-json",
        &[
            "msg=login.OAuthLogin(NewTransportWithCode) logger=context userId=0 orgId=0 uname= error=\"invalid character 'E' looking for beginning of value\"",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            "Redirect URI Error\nThe request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).",
            "time=\"2023-03-14T23:48:20Z\" level=error msg=\"Authorization Request failed with error: The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.\" method=GET path=/api/oidc/authorization",
            "Error: invalid_request\n\nDescription: The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.\n\nHint: The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered 'redirect_uris'.",
            "Bad Request\n\nUnregistered redirect_uri (\"http://localhost:33768\").",
            "time=\"2017-12-10T01:57:43Z\" level=error msg=\"Failed to parse authorization request: Unregistered redirect_uri (\\\"http://192.168.16.15:5555/callback\\\").\"",
            "{\"error\":\"invalid_request\",\"error_description\":\"The requested redirect_uri is missing in the client configuration. If you have any questions, you may contact the administrator of the application.\"}",
            "Sorry, something went wrong\n\nGo back and try again.\n\nError code: 500\n\nError: unauthorized_client : Invalid redirect_uri",
            "Invalid OAuth2 redirect_uri",
        ],
    );
    leads_to(
        "scope-insufficient/token-lacks-scope",
        &[
            "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}",
            "Internal Server Error\n\nFailed to authenticate: microsoft: get groups: Authorization_RequestDenied: Insufficient privileges to complete the operation.",
        ],
    );
    leads_to("shopify-callback/shopify-callback", &["HMAC validation failed", "Error: Invalid OAuth callback."]);
    leads_to(
        "sign-in-cookie/sign-in-cookie",
        &[
            "message:request_forbidden reason: No CSRF value available in the session cookie. status:Forbidden status_code:403",
        ],
    );
    leads_to(
        "silent-sign-in/silent-cookie",
        &[
            "[Information] AuthorizeInteractionResponseGenerator: Showing error: prompt=none was requested but user is not authenticated\n[Information] AuthorizeEndpoint: {\"ClientId\": \"shop\", \"Error\": \"login_required\", \"EventType\": \"Failure\", \"Id\": 2001}",
            "Silent renew failed: {\"error\":\"login_required\"}",
        ],
    );
    leads_to("slack-url/slack-url", &["{ ok: false, error: 'oauth_authorization_url_mismatch' }"]);
    leads_to(
        "slack-workspace/slack-workspace",
        &[
            "Something's gone wrong while authorising this app.\nTry going back and authorising again.\n\nError details\ninvalid_team_for_non_distributed_app",
        ],
    );
    leads_to(
        "status-400/body-not-shown",
        &[
            "com.intuit.oauth2.exception.OAuthException: failed getting access token\n\tat com.intuit.oauth2.client.OAuth2PlatformClient.refreshToken(OAuth2PlatformClient.java:140)",
            "error/Could not upgrade oauth token",
            "Error code: couldnotgetgoogleaccesstoken\nThe authentication provider sent us a communication error. Please try to sign-in again.",
            "Login failed\nFailed to get token from provider",
            "2026-10-04 11:01:18 - ERROR --> Zoom API Error getting Zoom token: Bad Request",
            "Error resolving OAuth token: 400, message='Bad Request', url='https://api.example.com/oauth/token'",
        ],
    );
    leads_to("tls-version/tls-version", &["javax.net.ssl.SSLException: Unsupported protocol version TLSv1"]);
    leads_to(
        "url-without-scheme/url-without-scheme",
        &[
            "t=2021-11-03T10:58:20+0000 lvl=eror msg=login.OAuthLogin(NewTransportWithCode) logger=context userId=0 orgId=0 uname= error=\"Post \\\"\\\": unsupported protocol scheme \\\"\\\"\"",
            "2024/05/01 10:00:00 Error redeeming code during OAuth2 callback: token exchange failed: Post \"id.example.com/oauth2/token\": unsupported protocol scheme \"\"",
            "requests.exceptions.MissingSchema: Invalid URL 'None': No scheme supplied. Perhaps you meant https://None?",
        ],
    );
    leads_to(
        "user-not-listed/user-not-listed",
        &[
            "Login failed\nRequired email domain not fulfilled",
            "Permission denied\n\nExplanation:\nPolicy binding 'Binding from App #0 to Group Admins' returned result 'False'",
            "10.0.0.1 - a0d2883e - - [2021/06/23 20:26:33] [AuthFailure] Invalid authentication via OAuth2: unauthorized",
            "Login not possible. The user is required to have at least one grant on the application. Please contact your administrator. (APP-asb43)",
        ],
    );
    leads_to(
        "username-claim/username-claim",
        &["no field 'null' was supplied in the UserInfo or the IdToken payload to be used as the username"],
    );
    leads_to(
        "zoho-client/zoho-region",
        &[
            "Client error: `POST https://accounts.zoho.com/oauth/v2/token` resulted in a `200` response: {\"error\":\"invalid_client\"}",
        ],
    );
}

#[test]
fn the_same_words_in_a_description() {
    are_no_errors(&[
        "If the request fails due to a missing, invalid, or mismatching redirection URI, the server informs the user.",
        "Fix unsupported protocol scheme when the token URL is empty",
        "## 1.4.0\n- Handle invalid_team_for_non_distributed_app with a message\n- Fixed: oauth_authorization_url_mismatch",
        "Before you install the app elsewhere, turn on public distribution in its settings at Slack.",
        "2026-03-12 10:00:00 INFO oauth2-proxy: email_verified=true, session stored\n2026-03-12 10:00:01 INFO upstream answered 200",
        "GF_AUTH_GENERIC_OAUTH_ALLOWED_DOMAINS=example.com\nGF_AUTH_GENERIC_OAUTH_SCOPES=openid email",
        "'allow_local_remote_servers' => true,",
        "test oauth::redeems_a_code_and_reports_missing_code ... ok\ntest oauth::rejects_a_bad_request ... ok",
        "Grant-AdfsApplicationPermission -ClientRoleIdentifier wiki -ServerRoleIdentifier https://wiki.example.com",
        "When the e-mail is not verified, oauth2-proxy may answer with a page that says so.",
        "Field to be used as user name: preferred_username",
        "Renewing silently (prompt=none) needs the session cookie of the server.",
    ]);
}

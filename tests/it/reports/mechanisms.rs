//! What happens on the way of a value: quotes that stay, a header that gets lost, an object that becomes a text.

use super::{leads_to, says_nothing_of};

const INVALID: &str = "{\"code\":124,\"message\":\"Invalid access token.\"}";

#[test]
fn an_object_in_the_place_of_the_token() {
    leads_to(
        "access-token-refused/object-sent",
        &[
            &format!(
                "self.config[\"token\"] = util.get_oauth_token(client_id, client_secret, account_id),\nself._headers = {{\"Authorization\": \"Bearer {{}}\".format(self.config[\"token\"])}}\n\n>>> c.get(\"https://api.zoom.us/v2/users/me\").json()\n{INVALID}\n"
            ),
            &format!(
                "import requests\naccess_token = fetch_token(),\nrequests.get('https://api.zoom.us/v2/users/me', headers={{'Authorization': f'Bearer {{access_token}}'}})\n{INVALID}\n"
            ),
        ],
    );
    leads_to(
        "access-token-refused/token-not-awaited",
        &[&format!(
            "\"url\": \"https://api.zoom.us/v2/users/me\",\n\"headers\": [\n {{ \"name\": \"Authorization\", \"value\": \"Bearer [object Promise]\" }}\n],\n\"status\": 401,\n\"text\": \"{}\"\n",
            INVALID.replace('"', "\\\"")
        )],
    );
    says_nothing_of("access-token-refused/object-sent", &[INVALID]);
}

#[test]
fn redirect_urls_that_differ_in_capital_letters() {
    leads_to(
        "redirect-refused/letter-case",
        &[
            "Invalid redirect: https://archive.example.com/OAuthCallback/Zoom (4,700)\n\nOAuth Redirect URL     https://archive.example.com/oauthcallback/zoom\nOAuth Allow Lists      https://archive.example.com/oauthcallback/zoom\n",
            "Invalid redirect: https://archive.example.com/zoom/Callback (4,700)\nregistered redirect: https://archive.example.com/Zoom/callback\n",
        ],
    );
    leads_to(
        "redirect-refused/one-field-only",
        &[
            "Invalid redirect: https://archive.example.com/oauth (4,700)\nOAuth Redirect URL     https://archive.example.com/oauth\n",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-http",
        &[
            "okta shows 400 \"The 'redirect_uri' parameter must be a Login redirect URI in the client app settings\"\nregistered is https://portal.example.com/login/oauth2/code/okta\nLocation: https://dev-1.okta.com/oauth2/default/v1/authorize?response_type=code&client_id=0oa8&redirect_uri=http://portal.example.com:443/login/oauth2/code/okta&state=a\n",
        ],
    );
}

#[test]
fn quotes_that_docker_keeps() {
    let env = "ZOOM_CLIENT_ID=\"hJ3kd92LRmyQx0Vb5TnW4A\"\nZOOM_CLIENT_SECRET=\"**************************\"\n";
    leads_to(
        "client-refused/quotes-kept",
        &[&format!(
            "$ cat .env\n{env}$ docker run --rm --env-file .env recorder:1.8\nPOST https://zoom.us/oauth/token\n400 {{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}}\n"
        )],
    );
    leads_to(
        "client-invalid/quotes-kept",
        &["CLIENT_SECRET='a1b2c3'\n$ docker run --env-file=.env app\n{\"error\":\"invalid_client\"}\n"],
    );
    says_nothing_of(
        "client-refused/quotes-kept",
        &[&format!(
            "{env}$ docker compose --env-file .env up\nPOST https://zoom.us/oauth/token\n400 {{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}}\n"
        )],
    );
}

#[test]
fn a_scope_that_the_app_has_by_now() {
    let said = "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[meeting:write:meeting:admin, meeting:write:meeting].\"}";
    leads_to(
        "scope-missing-added/token-before-scope",
        &[
            &format!(
                "{said}\nhab ich um 13:58 nachgetragen, steht in der App jetzt drin (meeting:write:meeting:admin)\n"
            ),
            &format!("I have added meeting:write:meeting:admin to the app and activated it again.\n\n{said}\n"),
        ],
    );
    leads_to(
        "scope-missing/scope-missing",
        &[said, &format!("{said}\nDo I have to add meeting:write:meeting:admin or is it already there?\n")],
    );
}

#[test]
fn a_scope_that_is_not_in_the_table_of_an_application() {
    let page = |scopes: &str| {
        format!(
            "The requested scope is invalid, unknown, or malformed.\n\nhttps://git.example.com/oauth/authorize?response_type=code&client_id=4be0&redirect_uri=https%3A%2F%2Fa.example.com%2Fcb&scope={scopes}&state=h2Vn0q\n\nConfidential  Yes\nScopes   openid (Authenticate using OpenID Connect)\n         email (Allows read-only access to the user's primary email address)\n"
        )
    };
    leads_to("scope-invalid/scope-not-allowed", &[&page("openid+email+offline_access")]);
    leads_to("scope-invalid/scope-unknown", &[&page("openid+email")]);
}

#[test]
fn a_header_that_the_web_server_keeps_for_itself() {
    let call = "$ curl -v https://shop.example.org/wp-json/wp/v2/users/me -H \"Authorization: Bearer tz8w1kq0v5yhn3xr7mcd\"\n< HTTP/1.1 401 Unauthorized\n< Server: Apache/2.4.58 (Unix)\n<\n{\"code\":\"rest_not_logged_in\",\"message\":\"You are not currently logged in.\",\"data\":{\"status\":401}}\n";
    leads_to(
        "header-dropped/header-dropped",
        &[
            &format!(
                "{call}\n$ curl -s -o /dev/null -w '%{{http_code}}\\n' 'https://shop.example.org/wp-json/wp/v2/users/me?access_token=tz8w1kq0v5yhn3xr7mcd'\n200\n"
            ),
            &format!("{call}\n$_SERVER['HTTP_AUTHORIZATION'] is not set there\n"),
            "> POST /wp-json/wp/v2/posts HTTP/1.1\n> Host: blog.example.net\n> Authorization: Bearer eyJ0eXAi.[...].q7VnX2\n>\n< HTTP/1.1 403 Forbidden\n< Server: Apache/2.4.52 (Ubuntu)\n<\n{\"code\":\"rest_authentication_no_header\",\"message\":\"Authorization header was not found.\",\"data\":{\"status\":403}}\n",
        ],
    );
    says_nothing_of("header-dropped/header-dropped", &[call]);
}

#[test]
fn hosts_and_networks_of_salesforce() {
    leads_to(
        "salesforce-domain/salesforce-my-domain",
        &[
            "curl -X POST https://login.salesforce.com/services/oauth2/token -d grant_type=client_credentials -d client_id=3MVG9 -d client_secret=8F2C\n{\"error\":\"invalid_grant\",\"error_description\":\"request not supported on this domain\"}\n",
            "Authentication error: HTTP 400 - {\"error\":\"invalid_grant\",\"error_description\":\"request not supported on this domain\"}\n",
        ],
    );
    let said = "Error: invalid_grant - authentication failure\n    at /opt/job/node_modules/nforce/index.js:1067:19\n";
    leads_to(
        "salesforce-user/salesforce-security-token",
        &[&format!("we moved the job to AWS, login on the website with this user works:\n\n{said}")],
    );
    leads_to("salesforce-user/user-password", &[said]);
}

#[test]
fn a_form_where_jq_expects_json() {
    leads_to(
        "form-response/form-encoded-response",
        &[
            "% curl -s -X POST https://github.com/login/device/code -d client_id=Iv1.7c0e -d scope=read:org | jq -r .user_code\njq: parse error: Invalid numeric literal at EOF at line 1, column 157\n",
        ],
    );
}

#[test]
fn a_password_that_the_shell_shortens() {
    let said = "{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}";
    let command = |password: &str| {
        format!(
            "$ curl https://login.salesforce.com/services/oauth2/token -d grant_type=password -d client_id=3MVG9aB7kQxT2nLw -d client_secret=7C1E94B05DA2F863 -d username=etl@example.com --data-urlencode {password}\n{said}\n"
        )
    };
    leads_to("dollar-in-env", &[&command("\"password=Winter2024$yvz4VQpL8mRtKx2NcWbHd0sG\"")]);
    says_nothing_of(
        "dollar-in-env",
        &[
            &command("'password=Winter2024$yvz4VQpL8mRtKx2NcWbHd0sG'"),
            &command("\"password=$SF_PASSWORD$SF_TOKEN\""),
            &command("\"password=${SF_PASSWORD}Tk3nOfUser\""),
        ],
    );
}

#[test]
fn a_redirect_url_without_its_www() {
    leads_to(
        "redirect-not-registered",
        &[
            "Ung\u{fc}ltige Umleitung: https://example-school.de/zoom/callback (4.700)\n\nhttps://zoom.us/oauth/authorize?response_type=code&client_id=hT4vQ9mZRxu2Lc_7dKpw3A&redirect_uri=https%3A%2F%2Fexample-school.de%2Fzoom%2Fcallback&state=5f1c0be7a2\nOAuth Redirect URL: https://www.example-school.de/zoom/callback\nOAuth Allow Lists:  https://www.example-school.de/zoom/callback\n",
        ],
    );
    says_nothing_of(
        "redirect-not-registered",
        &[
            "https://zoom.us/oauth/authorize?response_type=code&client_id=hT4vQ9mZRxu2Lc_7dKpw3A&redirect_uri=https%3A%2F%2Fexample-school.de%2Fzoom%2Fcallback&state=5f1c0be7a2\nOAuth Redirect URL: https://example-school.de/zoom/callback\nOAuth Allow Lists:  https://example-school.de/\n",
        ],
    );
}

#[test]
fn pages_of_a_server_in_other_languages() {
    leads_to(
        "google-blocked/test-users-only",
        &[
            "\u{201e}Kalender Sync\u{201c} hat den \u{dc}berpr\u{fc}fungsprozess von Google nicht abgeschlossen. Die App wird derzeit getestet.\nFehler 403: access_denied\n",
            "Error 403: access_denied\nKalender Sync no ha completado el proceso de verificaci\u{f3}n de Google.\n",
            "Zugriff blockiert\nFehler 403: access_denied\n",
        ],
    );
    leads_to(
        "redirect-refused/one-field-only",
        &[
            "Redirection non valide : https://app.example.fr/zoom (4 700)\nhttps://zoom.us/oauth/authorize?response_type=code&client_id=hT4vQ9mZRxu2Lc_7dKpw3A&redirect_uri=https%3A%2F%2Fapp.example.fr%2Fzoom&state=5f1c0be7a2\n",
        ],
    );
}

#[test]
fn a_policy_of_an_authorization_server() {
    leads_to(
        "okta-access-policy/okta-access-policy",
        &[
            "https://intranet.example.com/cb?state=Q0l7wqXn3ZpTfE1u&error=access_denied&error_description=Policy+evaluation+failed+for+this+request%2C+please+check+the+policy+configurations.\nissuer https://example.okta.com/oauth2/default\n",
            "{\"error\":\"access_denied\",\"error_description\":\"Policy evaluation failed for this request, please check the policy configurations.\"}\n",
        ],
    );
}

#[test]
fn what_an_error_record_cuts_off() {
    let command = "$body = @{ grant_type = 'client_credentials'; client_id = '5d0c7e1a'; client_secret = $secret } | ConvertTo-Json\nInvoke-RestMethod -Method Post -Uri \"https://login.microsoftonline.com/e27b84f0-6c1d-4e39-b5a8-0f94d7c2a613/oauth2/v2.0/token\" -ContentType 'application/x-www-form-urlencoded' -Body $body\n";
    let record = "At line:1 char:1\n+ Invoke-RestMethod -Method Post -Uri \"https://login.microsoftonline.co ...\n+ ~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], WebException\n";
    let said = "Invoke-RestMethod : {\"error\":\"invalid_request\",\"error_description\":\"AADSTS900144: The request body must contain the following parameter: 'grant_type'.\"}\n";
    leads_to("body-not-as-declared", &[&format!("{command}{said}{record}")]);
}

#[test]
fn the_line_of_a_program_that_a_traceback_shows() {
    leads_to(
        "refresh-google/refresh-testing",
        &[
            "Traceback (most recent call last):\n  File \"/home/pi/google/oauth2/_client.py\", line 69, in _handle_error_response\n    raise exceptions.RefreshError(\ngoogle.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.', {'error': 'invalid_grant', 'error_description': 'Token has been expired or revoked.'})\n",
        ],
    );
    leads_to(
        "issuer-differs/issuer-hosts",
        &[
            "issuer-uri: http://keycloak:8080/realms/shop\nInvalidBearerTokenException: An error occurred while attempting to decode the Jwt: The iss claim is not valid\n\n{ \"iss\": \"http://localhost:8080/realms/shop\", \"azp\": \"shop-web\", \"typ\": \"Bearer\" }\n",
        ],
    );
}

#[test]
fn a_call_that_worked_with_a_new_token() {
    let log = "06:59:58.402Z INFO GET https://api.zoom.us/v2/users/me/meetings?type=upcoming\n06:59:58.611Z INFO 401 {\"code\":124,\"message\":\"Access token is expired.\"}\n06:59:58.612Z INFO token age 3602 s, refreshing\n06:59:58.613Z INFO POST https://zoom.us/oauth/token grant_type=refresh_token\n06:59:58.947Z INFO 200 token_type=bearer expires_in=3599\n";
    let again = "06:59:59.204Z INFO GET https://api.zoom.us/v2/users/me/meetings?type=upcoming -> 200, 6 meetings\n";
    says_nothing_of("access-token-expired/token-expired", &[&format!("{log}{again}")]);
    leads_to("access-token-expired/token-expired", &[log]);
}

#[test]
fn what_a_server_says_of_a_client() {
    leads_to(
        "issuer-differs/issuer-slash",
        &[
            "OperationProcessingError: \"response\" body \"issuer\" does not match \"expectedIssuer\"\nAUTH_ISSUER=https://auth.example.org/application/o/a\n\n$ curl -s https://auth.example.org/application/o/a/.well-known/openid-configuration | jq .issuer\n\"https://auth.example.org/application/o/a/\"\n",
        ],
    );
    leads_to(
        "redirect-mismatch/redirect-differs",
        &["[WARN] auth.oidc: unauthorized redirect_uri: redirect_uri=http://localhost:8250/oidc/callback\n"],
    );
    leads_to(
        "scope-invalid/scope-not-allowed",
        &[
            "{\"id\":\"48213\",\"name\":\"a\",\"scopes\":[\"read\"],\"redirect_uri\":\"app://oauth/callback\",\"client_id\":\"Zk3XxA1b2c3\",\"client_secret\":\"***\"}\nhttps://social.example.org/oauth/authorize?response_type=code&client_id=Zk3XxA1b2c3&scope=read+write+follow&redirect_uri=app%3A%2F%2Foauth%2Fcallback&state=77ab\nThe requested scope is invalid, unknown, or malformed.\n",
        ],
    );
}

#[test]
fn what_somebody_did_to_an_installation() {
    leads_to(
        "access-token-refused/second-instance",
        &[
            "An error occurred in webservice Zoom: Invalid access token.\n\nwe cloned the production moodle to moodle-test last week (same DB dump, cron is running on both)\n",
            "Zoom: {\"code\":124,\"message\":\"Invalid access token.\"}\nDas Testsystem ist geklont.\n",
        ],
    );
    leads_to(
        "client-refused/secret-renewed",
        &[
            "Zoom authentication failed (HTTP 400): Invalid client_id or client_secret [invalid_client]\n\nYesterday somebody pressed \"Regenerate\" next to the client secret in the Zoom Marketplace.\n",
        ],
    );
}

#[test]
fn times_of_a_signature_in_milliseconds() {
    let program = |iat: &str| {
        format!(
            "const iat = {iat}\nconst exp = iat + 60 * 60 * 2\nconst payload = {{ sdkKey: process.env.ZOOM_SDK_KEY, mn: meetingNumber, role: 0, iat, exp, tokenExp: exp }}\nconst signature = KJUR.jws.JWS.sign('HS256', JSON.stringify({{ alg: 'HS256', typ: 'JWT' }}), JSON.stringify(payload), process.env.ZOOM_SDK_SECRET)\n\n{{method: 'join', status: false, result: 'Invalid signature.', errorCode: 3712, errorMessage: 'Signature is invalid.'}}\n"
        )
    };
    leads_to("jwt-in-milliseconds", &[&program("Date.now()"), &program("new Date().getTime()")]);
    says_nothing_of("jwt-in-milliseconds", &[&program("Math.floor(Date.now() / 1000) - 30")]);
}

#[test]
fn several_redirect_urls_in_one_entry() {
    let said = "2026-11-03T18:36:36.965+0200 [WARN]  auth.oidc.auth_oidc_3ec3aa10: unauthorized redirect_uri: redirect_uri=http://localhost:8250/oidc/callback\n";
    let list = |entries: &str| format!("{said}  allowed_redirect_uris = [{entries}]\n");
    let joined =
        list("\"http://localhost:8250/oidc/callback https://vault.example.com/ui/vault/auth/oidc/oidc/callback\"");
    leads_to("redirect-mismatch/redirects-in-one", &[&joined]);
    let other = list("\"https://vault.example.com/ui/vault/auth/oidc/oidc/callback\", \"https://b.example.com/cb\"");
    // A time is no header, so what follows it is read.
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            said,
            &other,
            "Error authenticating via OIDC: unable to authorize role \"devops\" with redirect_uri \"http://localhost:8250/oidc/callback\". Check Vault logs for more information.\n",
        ],
    );
}

#[test]
fn a_sign_in_at_dropbox_without_offline_access() {
    let stored = "{'access_token': 'sl.u.AFakeFakeFakeFakeFake', 'token_type': 'bearer', 'expires_in': 14400, 'scope': 'files.content.write'}\ndropbox.exceptions.AuthError: AuthError('2c41d0e9aa', AuthError('expired_access_token', None))\n";
    let text = |option: &str| {
        format!(
            "https://www.dropbox.com/oauth2/authorize?client_id=a1b2c3&response_type=code&{option}=offline\n{stored}"
        )
    };
    leads_to("token-expired/offline-access-missing", &[&text("access_type")]);
    leads_to("token-expired/token-expired", &[&text("token_access_type")]);
}

#[test]
fn a_code_is_exchanged_without_a_grant_type() {
    let exchange = |redirect: &str| {
        format!(
            "https://slack.com/oauth/v2/authorize?client_id=3336676.569200954261&scope=chat%3Awrite&state=b7a1c6&redirect_uri=https%3A%2F%2Fbot.acme.example%2Fslack%2Foauth_redirect\n\nconst form = new URLSearchParams({{\n  client_id: env.SLACK_CLIENT_ID,\n  client_secret: env.SLACK_CLIENT_SECRET,\n{redirect}  code: url.searchParams.get(\"code\"),\n}});\nconst r = await fetch(\"https://slack.com/api/oauth.v2.access\", {{ method: \"POST\", body: form }});\n\n{{\"ok\":false,\"error\":\"bad_redirect_uri\"}}\n"
        )
    };
    leads_to("redirect-url-left-out", &[&exchange("")]);
    says_nothing_of(
        "redirect-url-left-out",
        &[&exchange("  redirect_uri: \"https://bot.acme.example/slack/oauth_redirect\",\n")],
    );
}

#[test]
fn what_a_status_is_called_is_no_sentence_of_google() {
    leads_to(
        "grant-invalid/grant-void",
        &[
            "Error: Error while refreshing tokens: 400 (Bad Request)\n{\"error\":\"invalid_grant\"}\n    at withAccessToken(fie)\n",
            "Client error: `POST https://id.example.org/oauth/token` resulted in a `400 Bad Request` response: {\"error\":\"invalid_grant\"}\n",
            "HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{\"error\":\"invalid_grant\"}\n",
            "oauth2: cannot fetch token: 400 Bad Request Response: {\"error\":\"invalid_grant\"}\n",
        ],
    );
    leads_to(
        "google-bad-request/grant-void",
        &[
            "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}\n",
            "400 Bad Request {\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}\n",
            "oauth2: \"invalid_grant\" \"Bad Request\"\n",
        ],
    );
}

#[test]
fn what_is_in_front_of_a_token_endpoint() {
    leads_to(
        "forbidden-page/page-in-front",
        &[
            "[2024/08/01 06:41:43] [oauthproxy.go:881] Error redeeming code during OAuth2 callback: token exchange failed: oauth2: cannot fetch token: 403 Forbidden\nResponse: <!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>403 Forbidden</title>\n",
        ],
    );
    says_nothing_of(
        "forbidden-page/page-in-front",
        &["oauth2: cannot fetch token: 403 Forbidden\nResponse: {\"error\":\"access_denied\"}\n"],
    );
    leads_to(
        "broker-response/broker-response",
        &[
            "20:36:35,390 ERROR [org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider] (default task-4) Failed to make identity provider oauth callback: org.keycloak.broker.provider.IdentityBrokerException: No access_token from server.\n\tat org.keycloak.broker.oidc.OIDCIdentityProvider.verifyAccessToken(OIDCIdentityProvider.java:515)\n",
            "2023-09-13 19:59:10,314 ERROR [org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider] (executor-thread-3) Failed to make identity provider oauth callback: org.keycloak.broker.provider.IdentityBrokerException: Could not decode access token response.\n",
        ],
    );
}

#[test]
fn redirect_urls_behind_a_proxy() {
    let text = |scheme: &str| {
        format!(
            "The redirect URI included is not valid.\n\nhttps://gitlab.example.com/oauth/authorize?scope=openid&response_type=code&redirect_uri={scheme}%3A%2F%2Fakhq.example.com%2Foauth%2Fcallback%2Fgitlab&client_id=669576c3\n\nI use Nginx as reverse proxy to terminate TLS.\n"
        )
    };
    leads_to("redirect-mismatch/redirect-http", &[&text("http")]);
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[
            &text("https"),
            "The redirect URI 'https://app.example.com/oauth2/callback' specified in the request does not match the redirect URIs configured for the application '5f1c'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.\n",
        ],
    );
    leads_to("status-400/body-not-shown", &["Could not upgrade OAuth 2 token. HTTP status for remote endpoint: 401\n"]);
}

#[test]
fn what_omniauth_says_of_the_reason() {
    leads_to(
        "omniauth-reason/reason-behind-because",
        &[
            "Could not authenticate you from Maxkey because \"<html> <head><title>405 not allowed</title></head> <body> <center><h1>405 not allowed</h1></center> <hr><center>nginx/1.23.3</center> </body> </html> \".\n\n\"client_options\" => {\n  \"site\" => \"https://login.example.com\",\n  \"token_url\" => \"/maxkey/authz/oauth/v20/token\",\n},\n",
            "Could not authenticate you from OpenIDConnect because \"Wrong argument type string (expected openssl/evp pkey)\".\n",
        ],
    );
    leads_to(
        "client-id-missing/client-id-missing",
        &[
            "AttrRequired::AttrMissing ('identifier' required.):\n  gems/attr_required-1.0.0/lib/attr_required.rb:59:in `attr_missing!'\n",
        ],
    );
}

#[test]
fn a_token_that_lacks_a_scope_says_so_in_a_header_too() {
    leads_to(
        "scope-insufficient/token-lacks-scope",
        &[
            "HTTP 403 Forbidden\nWWW-Authenticate: Bearer error=\"insufficient_scope\", error_description=\"The access token must provide access to at least one of these scopes - profile, email, address or phone\"\n",
            "{\"statusCode\":403,\"code\":\"ERR10005\",\"message\":\"AUTH_TOKEN_SCOPE_MISMATCH\",\"description\":\"Scopes [a.w, a.r] in authorization token and specification scopes [write:pets] are not matched\"}\n",
        ],
    );
}

#[test]
fn a_code_that_is_called_invalid_is_no_token() {
    leads_to(
        "code-invalid/code-used-or-old",
        &[
            "Error processing zoom oauth2 redirect request: the code [ibcgiRImMi_PatCmZLwQxKCZOUJsBwojQ] for exchanging OAuth token is invalid.\n",
        ],
    );
}

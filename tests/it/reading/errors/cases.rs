//! Errors as people pasted them into public reports, with made-up values.

use super::reads;

#[test]
fn responses_as_they_are() {
    reads(
        r#"{"error_description":"The client MUST NOT use more than one authentication method in each request.","error":"invalid_client"}"#,
        "answer invalid_client",
        "The client MUST NOT use more than one authentication method in each request.",
    );
    reads(
        r#"{"error":"invalid_grant","error_description":"Grant type  is not supported."}"#,
        "answer invalid_grant",
        "Grant type  is not supported.",
    );
    reads(
        "{\n    \"code\": 124,\n    \"message\": \"Invalid access token.\"\n}",
        "answer #124",
        "Invalid access token.",
    );
    // The line break behind the value is what was wrong: it must not get lost.
    reads(
        r#"{
    "error": "unsupported_grant_type",
    "error_description": "AADB2C90086: The supplied grant_type [authorization_code\r\n] is not supported.\r\nCorrelation ID: 1f2e3d4c-5b6a-4789-a0b1-c2d3e4f5a6b7\r\nTimestamp: 2020-03-08 15:24:36Z\r\n"
}"#,
        "answer unsupported_grant_type @AADB2C90086",
        "AADB2C90086: The supplied grant_type [authorization_code\r\n] is not supported.\r\nCorrelation ID: 1f2e3d4c-5b6a-4789-a0b1-c2d3e4f5a6b7\r\nTimestamp: 2020-03-08 15:24:36Z",
    );
    reads(
        r#"{
    "message": "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Check the \u0022grant_type\u0022 parameter.",
    "url": "\/oauth\/access_token.json?client_id=YEssYmf9\u0026amp;redirect_uri=shop.example.com\u0026amp;grant_type=ClientCredentials",
    "code": 400,
    "file": "C:\\xampp\\htdocs\\cake\\vendor\\uafrica\\oauth-server\\src\\Controller\\OAuthController.php",
    "line": 156
}"#,
        "answer #400",
        "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Check the \"grant_type\" parameter.",
    );
    reads(
        "{“reason”:“Invalid authorization code”,“error”:“invalid_grant”}",
        "inside invalid_grant",
        "Invalid authorization code",
    );
}

#[test]
fn dumps_of_languages() {
    reads(
        "400 error : {'code': 200, 'message': 'Invalid api key or secret.'}",
        "inside 400 #200",
        "Invalid api key or secret.",
    );
    reads(
        "{\n  error: 'invalid_client',\n  error_description: 'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',\n  status: 401,\n  statusText: 'Unauthorized'\n}",
        "inside invalid_client 401",
        "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).",
    );
    reads(
        "{ error: 'invalid_request', error_description: 'Invalid Authorization Code',\n error_reason: 'auth_code_not_found' }",
        "inside invalid_request @auth_code_not_found",
        "Invalid Authorization Code",
    );
    reads(
        "{ TokenError: Code was already redeemed.\n    at Strategy.OAuth2Strategy.parseErrorResponse (/Users/demo/node_modules/passport-oauth2/lib/strategy.js:329:12)\n  name: 'TokenError',\n  message: 'Code was already redeemed.',\n  code: 'invalid_grant',\n  uri: undefined,\n  status: 500 }",
        "inside invalid_grant 500",
        "Code was already redeemed.",
    );
    reads(
        "Array ( [code] => 200 [message] => Account does not enabled REST API. )",
        "inside #200",
        "Account does not enabled REST API.",
    );
    reads(
        "{\nmessage: \"Authentication Unsuccessful: Request failed with status code 400\"\n}",
        "inside 400",
        "Authentication Unsuccessful: Request failed with status code 400",
    );
    reads(
        "error: {\n      \"response\": {\n        \"config\": {\n          \"method\": \"POST\",\n          \"url\": \"https://oauth2.googleapis.com/token\",\n          \"data\": \"code=4%2F0AfgeXvs1234567890&client_id=123456789012.apps.googleusercontent.com&client_secret=GOCSPX-abc&grant_type=authorization_code\",\n          \"responseType\": \"json\"\n        },\n        \"data\": {\n          \"error\": \"redirect_uri_mismatch\",\n          \"error_description\": \"Bad Request\"\n        },\n        \"status\": 400\n      }\n}",
        "inside redirect_uri_mismatch 400 at:POST:https://oauth2.googleapis.com/token",
        "Bad Request",
    );
}

#[test]
fn lines_of_programs() {
    reads(
        "oauth2: cannot fetch token: 401 Unauthorized Response: {\"code\":null,\"message\":\"Bad credentials\"}",
        "inside 401",
        "Bad credentials",
    );
    reads(
        "Error: 400 {\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[a:read:list_b, a:read:list_b:admin].\"}",
        "inside 400 #4711",
        "Invalid access token, does not contain scopes:[a:read:list_b, a:read:list_b:admin].",
    );
    reads(
        "DEBUG (MainThread) [homeassistant.helpers.config_entry_oauth2_flow] Token request failed with status=400, body={\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}",
        "inside invalid_grant 400",
        "Invalid Token!",
    );
    reads(
        "Client error: `POST http://localhost:8000/oauth/token` resulted in a `400 Bad Request` response: {\"error\":\"invalid_request\",\"error_description\":\"The request is missing a required parameter, includes an invalid paramet (truncated...)\n",
        "inside invalid_request 400 at:POST:http://localhost:8000/oauth/token",
        "The request is missing a required parameter, includes an invalid paramet (truncated...)",
    );
    reads(
        "Error: Insufficient parameters for OAuth2 callback.\nMore details\nReceived following query parameters: {\"error\":\"invalid_request\",\"error_description\":\"code_challenge: Field required\",\"state\":\"eyJ0b2tlbiI6IkFiQ2RFZiJ9\"}\nFailed to connect. The window can be closed now.",
        "inside invalid_request",
        "code_challenge: Field required",
    );
    reads(
        "at getAuthError (/usr/local/lib/node_modules/n8n/node_modules/client-oauth2/src/client-oauth2.js:122:15),\nat async /usr/local/lib/node_modules/n8n/dist/src/Server.js:1101:36 {,\nError: 401,\nERROR RESPONSE,\n  body: { message: 'Unauthorized', error: 401 },,\n  code: 'EAUTH',\n}",
        "inside 401 @EAUTH",
        "Unauthorized",
    );
    reads(
        "ValueError: Invalid header value 'Basic ZGVtb3NvdXJjZTpob2t1c3Bva3Vz\\n': http://foobar.example",
        "inside",
        "Invalid header value 'Basic ZGVtb3NvdXJjZTpob2t1c3Bva3Vz\n': http://foobar.example",
    );
    reads(
        "Request failed with status code 400 { reason: 'unsupported grant type', error: 'unsupported_grant_type' }",
        "inside unsupported_grant_type 400",
        "unsupported grant type",
    );
    reads(
        "OAuth error: Redirect URI mismatch. Please check your credentials.json redirect URI configuration.",
        "inside",
        "Redirect URI mismatch. Please check your credentials.json redirect URI configuration.",
    );
}

#[test]
fn logs_with_more_than_one_line() {
    reads(
        "ERROR:root:Unsuccessful request to https://api.zoom.us/v2/users/me/meetings: [401] {'code': 124, 'message': 'Access token is expired.'}\nERROR 2024-06-20 15:28:26,604 Internal Server Error: /api/meetings/4749/start\n\npyzoom.err.NotAuthorized: {'code': 124, 'message': 'Access token is expired.'}\n",
        "inside 401 #124 at:https://api.zoom.us/v2/users/me/meetings",
        "Access token is expired.",
    );
    reads(
        "backend_1   | 1a. code param exists: 6KOBS41vo1U7JVOGNF5DJ-P6yB3t4E6Cn\nbackend_1   |\nbackend_1   | GET /api/zoomapp/auth?code=6KOBS41vo1U7JVOGNF5DJ-P6yB3t4E6Cn 400 1.282 ms - 1126\nbackend_1   | Error: Invalid state parameter\nbackend_1   |     at auth (/home/node/app/api/zoomapp/controller.js:173:21)\n",
        "inside 400",
        "Invalid state parameter",
    );
    reads(
        "$ curl -v -u ${client_id}:${client_secret} -XPOST http://127.0.0.1:5000/oauth/token -F grant_type=password\n*   Trying 127.0.0.1...\n> POST /oauth/token HTTP/1.1\n> Host: 127.0.0.1:5000\n> Authorization: Basic Og==\n>\n< HTTP/1.1 100 Continue\n< HTTP/1.0 401 UNAUTHORIZED\n< WWW-Authenticate: Basic error=\"invalid_client\", error_description=\"\"\n< Content-Length: 27\n<\n* Closing connection 0\n{\"error\": \"invalid_client\"}",
        "inside invalid_client 401 at:POST:http://127.0.0.1:5000/oauth/token",
        "",
    );
    reads(
        "Restart-ZoomRoom -RoomId ab123IyMSUCrgNsnCfUhKQ\nInvoke-ZoomRestMethod : The remote server returned an error: (401) Unauthorized.\nAt C:\\Program Files\\WindowsPowerShell\\Modules\\PSZoom\\Restart-ZoomRoom.ps1:68 char:25\n+ ... $response = Invoke-ZoomRestMethod -Uri $request.Uri -Body $RequestBod ...\n    + CategoryInfo          : AuthenticationError: (https://api.zoo...CfUhKQ/zrclient:) [Write-Error], WriteErrorException\n    + FullyQualifiedErrorId : 401,Invoke-ZoomRestMethod",
        "inside 401",
        "The remote server returned an error: (401) Unauthorized.",
    );
    reads(
        "Invoke-RestMethod : The 'Content-Type' header must be modified using the appropriate property or method.\nParameter name: name\nAt C:\\temp\\manageRefresh.ps1:78 char:1\n    + CategoryInfo          : NotSpecified: (:) [Invoke-RestMethod], ArgumentException\n",
        "inside",
        "The 'Content-Type' header must be modified using the appropriate property or method.",
    );
    reads(
        "ConvertFrom-Json : Cannot bind argument to parameter 'InputObject' because it is null.\nAt C:\\PSZoom\\New-OAuthToken.ps1:78 char:35\n $token = ($response. Content | ConvertFrom-Json).access_token\n\nConnect-PSZoom : Unable to retrieve token for account ID xQ2mV7TzR5aNcP0yLk8WdA.",
        "inside",
        "Unable to retrieve token for account ID xQ2mV7TzR5aNcP0yLk8WdA.\nCannot bind argument to parameter 'InputObject' because it is null.",
    );
}

#[test]
fn a_request_and_its_response_below() {
    reads(
        "› curl \"https://api.createsend.example/oauth/token\" -X POST -d \"grant_type=refresh_token&refresh_token=25814D9bC+4VznScM7bewEJkYL==\"\n{\"error\":\"invalid_grant\",\"error_description\":\"Specified refresh_token was invalid or expired\"}%",
        "inside invalid_grant at:https://api.createsend.example/oauth/token",
        "Specified refresh_token was invalid or expired",
    );
    reads(
        "curl --location --request POST 'https://allegro.pl.example/auth/oauth/token?grant_type=client_credentials' \\\n--header 'Authorization: MWIyYzNkNGU1ZjYw'\n\n{\n    \"error\": \"Unauthorized\",\n    \"error_description\": \"Unauthorized\"\n}",
        "inside Unauthorized at:POST:https://allegro.pl.example/auth/oauth/token",
        "Unauthorized",
    );
    reads(
        "curl -X POST \\\n  'https://allegro.pl/auth/oauth/token?grant_type=client_credentials' \\\n  -H 'Authorization: Basic #=' \\\n\nRESPONSE 2020-04-09 07:52:11.5460531  Duration: 46,8499ms\n{\n  \"Data\": null,\n  \"Exception\": {\n    \"ClassName\": \"System.Net.WebException\",\n    \"Message\": \"The remote server returned an error: (400) Bad Request.\",\n    \"HResult\": -2146233079,\n    \"Source\": \"System\"\n  },\n  \"Error\": true,\n  \"StatusCode\": 400,\n  \"Message\": \"\"\n}",
        "inside 400 at:POST:https://allegro.pl/auth/oauth/token",
        "The remote server returned an error: (400) Bad Request.",
    );
    reads(
        "curl -L -X POST \"https://www.googleapis.com/oauth2/v4/token?client_id=1.apps.googleusercontent.com&code=4/0Afge\"\n\nError 411 (Length Required)!!1",
        "plain 411 at:POST:https://www.googleapis.com/oauth2/v4/token",
        "…",
    );
    reads(
        "http://localhost:8000/oauth2/authorize?response_type=code&client_id=e4d1af&state=xyz&redirect_uri=http%3A%2F%2Fwww%2Eexample%2Ecom%2fcallback_url\n{\"state\": \"xyz\", \"error\": \"mismatching_redirect_uri\"} (HTTP 400)",
        "inside mismatching_redirect_uri 400 at:http://localhost:8000/oauth2/authorize",
        "",
    );
}

#[test]
fn pages() {
    reads(
        "Error 400: redirect_uri_mismatch\nThe redirect URI in the request, http://ldap.example.com/cxf/oidc/rp/complete, does not match the ones authorized for the OAuth client. To update the authorized redirect URIs, visit:",
        "plain redirect_uri_mismatch 400",
        "…",
    );
    reads(
        "Error: redirect_uri_mismatch\nApplication: DemoID\nThe redirect URI in the request: http://id.example.ca:3100/login/google/callback/\ndid not match a registered redirect URI.",
        "plain redirect_uri_mismatch",
        "…",
    );
    reads(
        "{\"status\":false,\"errorCode\":4700,\"errorMessage\":\"Invalid redirect url\",\"result\":null}\nInvalid redirect: http://localhost:57000/oauth/callback (4,700)",
        "inside #4700",
        "Invalid redirect url\nInvalid redirect: http://localhost:57000/oauth/callback (4,700)",
    );
    reads(
        "<table><tr><th>Exception</th><td>invalid_grant: The given code has expired.\n{&quot;error&quot;:&quot;invalid_grant&quot;,&quot;error_description&quot;:&quot;The given code has expired.&quot;}</td></tr><tr><th>Last Occurrence</th><td>July 19, 2013 12:13:43 +0000</td></tr></table>",
        "inside invalid_grant",
        "The given code has expired.",
    );
}

//! The same error in every syntax in which it is printed.

use super::reads;

const SAID: &str = "The code has expired";

/// `error` and `error_description` with nothing else, in a text around which nothing tells more.
#[track_caller]
fn is_grant(texts: &[&str]) {
    for text in texts {
        reads(text, "inside invalid_grant", SAID);
    }
}

#[test]
fn json_in_all_dresses() {
    for text in [
        r#"{"error":"invalid_grant","error_description":"The code has expired"}"#,
        "{\r\n\t\"error_description\" : \"The code has expired\",\r\n\t\"error\" : \"invalid_grant\"\r\n}",
        "\u{feff}{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\",\"error_uri\":\"https://a.example/x\"}\n",
        r#"{"body":"{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}"}"#,
        r#"{"errorDescription":"The code has expired","error":"invalid_grant","state":"x","extra":{"a":[1,2]}}"#,
    ] {
        reads(text, "answer invalid_grant", SAID);
    }
    is_grant(&[
        r#""{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}""#,
        r#"{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}"#,
        r#"body: "{\\\"error\\\":\\\"invalid_grant\\\",\\\"error_description\\\":\\\"The code has expired\\\"}""#,
        "{&quot;error&quot;:&quot;invalid_grant&quot;,&quot;error_description&quot;:&quot;The code has expired&quot;}",
        "{“error”:“invalid_grant”,“error_description”:“The code has expired”}",
        "```json\n{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}\n```",
        "> {\n>   \"error\": \"invalid_grant\",\n>   \"error_description\": \"The code has expired\"\n> }",
        "backend_1  | {\nbackend_1  |   \"error\": \"invalid_grant\",\nbackend_1  |   \"error_description\": \"The code has expired\"\nbackend_1  | }",
        "\"2024-01-02\",\"{\"\"error\"\":\"\"invalid_grant\"\",\"\"error_description\"\":\"\"The code has expired\"\"}\",\"x\"",
        "| when | {\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"} |",
        "Response body: {\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}\nAt line:1 char:1",
    ]);
}

#[test]
fn dumps_of_programs() {
    is_grant(&[
        "{'error': 'invalid_grant', 'error_description': 'The code has expired', 'x': None, 'y': True}",
        "{u'error': u'invalid_grant', u'error_description': u'The code has expired'}",
        "b'{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}'",
        "{ error: 'invalid_grant', error_description: 'The code has expired', }",
        "{\n  error: \"invalid_grant\",\n  error_description: `The code has expired`,\n  response: [Object],\n}",
        "{ data:\n   { error: 'invalid_grant',\n     error_description: 'The code ' +\n      'has expired' } }",
        "array(2) {\n  [\"error\"]=>\n  string(13) \"invalid_grant\"\n  [\"error_description\"]=>\n  string(20) \"The code has expired\"\n}",
        "array (\n  'error' => 'invalid_grant',\n  'error_description' => 'The code has expired',\n)",
        "Array\n(\n    [error] => invalid_grant\n    [error_description] => The code has expired\n)",
        "stdClass Object ( [error] => invalid_grant [error_description] => The code has expired )",
        "{\"error\"=>\"invalid_grant\", \"error_description\"=>\"The code has expired\"}",
        "{:error=>\"invalid_grant\", :error_description=>\"The code has expired\"}",
        "{error: \"invalid_grant\", error_description: \"The code has expired\"}",
        "%{\"error\" => \"invalid_grant\", \"error_description\" => \"The code has expired\"}",
        "{error=invalid_grant, error_description=The code has expired}",
        "{error_description=The code has expired, error=invalid_grant}",
        "map[error:invalid_grant error_description:The code has expired]",
        "error: invalid_grant\nerror_description: The code has expired",
        "error             : invalid_grant\r\nerror_description : The code has expired\r\n",
        "level=warn error=invalid_grant error_description=\"The code has expired\" attempt=2",
    ]);
}

#[test]
fn headers_queries_and_markup() {
    is_grant(&[
        "<OAuth><error>invalid_grant</error><error_description>The code has expired</error_description></OAuth>",
        "<?xml version=\"1.0\"?>\n<response>\n  <error>invalid_grant</error>\n  <error_description lang=\"en\">The code has expired</error_description>\n</response>",
        "<s:Envelope><s:Body><ns:error>invalid_grant</ns:error><ns:error_description>The code has expired</ns:error_description></s:Body></s:Envelope>",
        "?error=invalid_grant&error_description=The+code+has+expired",
        "error=invalid_grant&error_description=The%20code%20has%20expired&state=x",
        "?error=invalid_grant&amp;error_description=The+code+has+expired",
        "Location: https://client.example.com/cb?error=invalid_grant&error_description=The+code+has+expired&state=x",
        "myapp://cb#error_description=The%20code%20has+expired&error=invalid_grant",
        "WWW-Authenticate: Bearer realm=\"x\", error=\"invalid_grant\", error_description=\"The code has expired\"",
        "< www-authenticate: Bearer error=\"invalid_grant\",error_description=\"The code has expired\"",
    ]);
    reads(
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"The access token expired\"\r\nContent-Length: 0\r\n\r\n",
        "inside invalid_token 401",
        "The access token expired",
    );
    reads(
        "HTTP/2 400\r\ncontent-type: application/json\r\n\r\n{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired\"}",
        "answer invalid_grant 400",
        SAID,
    );
}

#[test]
fn the_words_wherever_they_are() {
    for (text, expected, sentence) in [
        (
            r#"{"error":{"code":401,"message":"Request had invalid authentication credentials.","status":"UNAUTHENTICATED"}}"#,
            "answer 401 @UNAUTHENTICATED",
            "Request had invalid authentication credentials.",
        ),
        (
            r#"{"error":{"message":"Error validating access token","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"A"}}"#,
            "answer #190 @463",
            "Error validating access token",
        ),
        (
            r#"{"errorCode":"E0000004","errorSummary":"Authentication failed","errorLink":"E0000004","errorId":"oae1","errorCauses":[]}"#,
            "answer @E0000004",
            "Authentication failed",
        ),
        (
            r#"[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"#,
            "answer @INVALID_SESSION_ID",
            "Session expired or invalid",
        ),
        (r#"{"errcode":40029,"errmsg":"invalid code, rid: 5f"}"#, "answer #40029", "invalid code, rid: 5f"),
        (
            r#"{"fault":{"faultstring":"Invalid client identifier {0}","detail":{"errorcode":"oauth.v2.InvalidClientIdentifier"}}}"#,
            "answer",
            "Invalid client identifier {0}",
        ),
        (r#"{"errors":[{"message":"Invalid or expired token","code":89}]}"#, "answer #89", "Invalid or expired token"),
        (r#"{"ok":false,"error":"code_already_used"}"#, "answer code_already_used", ""),
        (
            r#"{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}"#,
            "answer 401",
            "Bad credentials",
        ),
        (
            r#"{"error":"invalid_request","error_description":"The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.","hint":"Check the `code_verifier` parameter"}"#,
            "answer invalid_request",
            "Check the `code_verifier` parameter\nThe request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.",
        ),
        (
            r#"{"timestamp":"2024-01-02T03:04:05.000+00:00","status":401,"error":"Unauthorized","message":"Full authentication is required","path":"/oauth/token"}"#,
            "answer Unauthorized 401",
            "Full authentication is required",
        ),
        (
            r#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215],"timestamp":"2024-01-02 03:04:05Z"}"#,
            "answer invalid_client @AADSTS7000215",
            "AADSTS7000215: Invalid client secret provided.",
        ),
        (
            r#"{"type":"about:blank","title":"Unauthorized","status":401,"detail":"The token is not valid."}"#,
            "answer 401",
            "The token is not valid.",
        ),
        (
            r#"{"detail":"Authentication credentials were not provided."}"#,
            "answer",
            "Authentication credentials were not provided.",
        ),
        (r#"{"error":["Unknown client","Twice"]}"#, "answer", "Unknown client"),
        (r#"{"error":"UNAUTHORIZED","message":"Token is wrong"}"#, "answer UNAUTHORIZED", "Token is wrong"),
        (r#"{"error":"invalidGrant","error_message":"No such code"}"#, "answer invalidGrant", "No such code"),
        (
            "oauth2: \"invalid_grant\" \"Token has been expired or revoked.\"",
            "inside invalid_grant",
            "Token has been expired or revoked.",
        ),
        (
            "oauthlib.oauth2.rfc6749.errors.InvalidGrantError: (invalid_grant) Bad code verifier.",
            "inside invalid_grant",
            "Bad code verifier.",
        ),
        (
            "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.', {'error': 'invalid_grant', 'error_description': 'Token has been expired or revoked.'})",
            "inside invalid_grant",
            "Token has been expired or revoked.",
        ),
        (
            r#"{"level":"error","msg":"exchange failed","err":"oauth2: \"invalid_grant\" \"Code not valid\"","status":400}"#,
            "answer invalid_grant 400",
            "Code not valid",
        ),
        (
            "level=error description=\"The client supports another method.\" error=invalid_client hint=\"Ask the admin\"",
            "inside invalid_client",
            "Ask the admin\nThe client supports another method.",
        ),
        (
            r#"{"errors":[{"errorType":"invalid_client","message":"Invalid authorization header."}],"success":false}"#,
            "answer invalid_client",
            "Invalid authorization header.",
        ),
        (
            "{'error': {'message': 'Token expired', 'code': 'InvalidAuthenticationToken'}}",
            "inside @InvalidAuthenticationToken",
            "Token expired",
        ),
        (
            "(google_oauth2) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected",
            "plain csrf_detected",
            "…",
        ),
        (
            "OAuth2::Error (invalid_client: Client authentication failed.)",
            "inside invalid_client",
            "Client authentication failed.",
        ),
    ] {
        reads(text, expected, sentence);
    }
}

#[test]
fn numbers_alone() {
    for (text, expected) in [
        ("4733", "none plain #4733"),
        ("error 4733", "none plain #4733"),
        ("Fehler 4700", "none plain #4700"),
        ("Fehlercode: 4,702", "none plain #4702"),
        ("code=124", "none plain #124"),
        ("Error code: 4711", "none plain #4711"),
        ("(4,700)", "none plain #4700"),
        ("meeting 4700", "none plain"),
        ("2024", "none plain #2024"),
    ] {
        reads(text, expected, "…");
    }
}

//! Calls of an API that fail for a reason of their own.

use authdesk::desk::parts::diagnosis;

use super::{leads_to, pasted, says_nothing_of};

#[test]
fn a_body_that_is_no_json() {
    let dumped = |head: &str| {
        format!(
            "Array\n(\n    [headers] => Array\n        (\n            [content-type] => application/xml;charset=UTF-8\n        )\n\n    [body] => {head}\n    [response] => Array\n        (\n            [code] => 400\n            [message] => Bad Request\n        )\n\n    [url] => https://api.zoom.us/v2/webinars/938/registrants\n)"
        )
    };
    leads_to(
        "body-not-json/body-not-json",
        &[
            &dumped(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><error><code>300</code><message>Request Body should be a valid JSON object.</message></error>",
            ),
            &dumped("{\"code\":300,\"message\":\"Request Body should be a valid JSON object.\"}"),
            "{\"code\":300,\"message\":\"Request Body should be a valid JSON object.\"}",
            "Zoom: Request Body should be a valid JSON object. (300)",
            "{\n  endpoint: \"https://api.zoom.us/v2/users\",\n  request_body: \"{\"action\":\"create\",\"user_info\":[\"email\",\"type\"]}\",\n  response: {\n    code: 300,\n    message: \"Request Body should be a valid JSON object.\"\n  }\n}",
        ],
    );
}

/// The body of a dumped response says why; its status below says nothing more.
#[test]
fn a_status_below_the_body_of_a_dump() {
    let dumped = |body: &str| {
        format!(
            "Array\n(\n    [body] => {body}\n    [response] => Array\n        (\n            [code] => 400\n            [message] => Bad Request\n        )\n)"
        )
    };
    leads_to(
        "redirect-mismatch/redirect-differs",
        &[&dumped("{\"error\":\"redirect_uri_mismatch\",\"message\":\"Bad Request\"}")],
    );
    leads_to(
        "code-refused/code-used",
        &[&dumped("{\"reason\":\"Invalid authorization code\",\"error\":\"invalid_request\"}")],
    );
}

#[test]
fn a_form_where_an_api_takes_json() {
    let log = |address: &str, said: &str| {
        format!(
            "POST {address}\n\nHeaders\naccept: */*\nauthorization: ******\ncontent-type: application/x-www-form-urlencoded\n\nResponse Info :\n\nStatus\n415\nData\n{{\n    \"code\": 300,\n    \"message\": \"{said}\"\n}}"
        )
    };
    leads_to(
        "body-type/form-to-api",
        &[
            &log("https://api.zoom.us/v2/users/a@example.com/meetings", "Unsupported Content Type"),
            &log("https://api.zoom.us/v2/users/me/meetings", "Unsupported Media Type"),
            "{\"code\":300,\"message\":\"Unsupported Content Type\"}",
        ],
    );
    // What the log hides is no broken header.
    let person = pasted(&log("https://api.zoom.us/v2/users/me/meetings", "Unsupported Content Type"));
    assert_eq!(diagnosis::view(&person.0).unwrap().others, []);
    leads_to(
        "sound",
        &[
            "Issuer: https://id.example.com\nAuthorization: https://id.example.com/authorize\nToken: https://id.example.com/token\n\nclient_id: abc\nclient_secret: s3cretValue42x",
        ],
    );
    leads_to(
        "content-type-api/body-of-other-type",
        &["POST https://api.example.com/v2/orders\n\nHTTP/1.1 415\n\n{\"message\":\"Unsupported Media Type\"}"],
    );
    leads_to(
        "content-type/body-not-form",
        &["{\"error\":\"invalid_request\",\"error_description\":\"Unsupported content type\"}"],
    );
}

#[test]
fn a_message_of_a_chatbot() {
    let request = |authorization: &str, body: &str| {
        format!(
            "POST /v2/im/chat/messages HTTP/1.1\nHost: api.zoom.us\nContent-Type: application/json\nAuthorization: Bearer {authorization}\n\n{body}"
        )
    };
    let body =
        "{\n  \"robot_jid\": \"v1abc@xmpp.zoom.us\",\n  \"content\": { \"head\": { \"text\": \"A } in it\" } }\n}";
    let error = "{\"code\": 7010,\"message\":\"Invalid authorization token.\",\"result\":false}";
    let sent = request("abc123def456ghi789", body);
    leads_to(
        "chatbot-token-refused/chatbot-user-token",
        &[
            error,
            &format!("{sent}\n\nResponse:\n{error}"),
            &format!("{sent}\n{error}"),
            &format!("{sent}\n\nHTTP/1.1 401\n\n{error}"),
            &format!("{sent}\n\nAnswer: {error}"),
            &format!("grant_type=authorization_code\n\n{sent}\n\n{error}"),
            &format!("{}\n\n--> {error}", request("abc123def456ghi789", "{\"robot_jid\":\"v1\"}")),
        ],
    );
    says_nothing_of(
        "chatbot-token-refused/chatbot-user-token",
        &[
            &sent,
            "{\"code\": 7010, \"message\": \"Order is closed\"}",
            &format!("{sent}\n\n{{\"message_id\":\"20190910\"}}"),
        ],
    );
}

/// Nothing is between the request and what came back.
#[test]
fn an_error_directly_below_a_request() {
    let below = |request: &str| format!("{request}\n\n{{\"code\":124,\"message\":\"Invalid access token.\"}}");
    leads_to(
        "access-token-refused/token-ended",
        &[
            &below("GET /v2/users HTTP/1.1\nHost: api.zoom.us\nAuthorization: Bearer abc123def456"),
            &below(
                "GET https://api.zoom.us/v2/users\nContent-Type: application/json\nAuthorization: Bearer abc123def456",
            ),
            &below("POST /v2/users HTTP/1.1\nHost: api.zoom.us\nAuthorization: Bearer abc123def456"),
            &below(
                "PATCH https://api.zoom.us/v2/users/me HTTP/1.1\nAuthorization: Bearer abc123def456\n\n{\"type\": 1}",
            ),
        ],
    );
    leads_to(
        "sound",
        &[
            "POST /v2/users HTTP/1.1\nHost: api.zoom.us\nContent-Type: application/json\nAuthorization: Bearer abc123def456\n\n{\"message\":\"hello\",\"to\":\"me\"}",
            "POST /v2/users HTTP/1.1\nHost: api.zoom.us\nContent-Type: application/json\nAuthorization: Bearer abc123def456\n\n{\"action\":\"create\",\"user_info\":{\"email\":\"a@example.com\",\"type\":1}}",
        ],
    );
}

#[test]
fn a_download_that_took_longer_than_the_token() {
    leads_to(
        "download-refused/download-token-old",
        &[
            "{\"status\":false,\"errorCode\":124,\"errorMessage\":\"Forbidden\"}",
            "==> Downloading (1 of 17) as audio_only: https://us02web.zoom.us/rec/download/L9s2r9\n100%|███| 491M/491M\n\n$ cat a.m4a\n{\"status\":false,\"errorCode\":124,\"errorMessage\":\"Forbidden\"}",
        ],
    );
    leads_to("access-token-refused/token-ended", &["{\"code\":124,\"message\":\"Invalid access token.\"}"]);
    leads_to("forbidden/no-permission", &["{\"status\":403,\"message\":\"Forbidden\"}"]);
}

#[test]
fn a_meeting_for_somebody_else() {
    leads_to(
        "schedule-for/schedule-privilege",
        &[
            "{\"code\":3000,\"message\":\"You cannot schedule a meeting for kQeyVn2PTaGd1sWc7hmD5w.\"}",
            "PATCH https://api.zoom.us/v2/meetings/86120447395\n{\n  schedule_for: \"kQeyVn2PTaGd1sWc7hmD5w\"\n}\n\nError:\n{\n  code: 3000,\n  message: 'You cannot schedule a meeting for kQeyVn2PTaGd1sWc7hmD5w.'\n}",
        ],
    );
}

#[test]
fn a_signature_of_the_meeting_sdk() {
    leads_to(
        "sdk-signature/sdk-claims",
        &[
            "{type: 'JOIN_MEETING_FAILED', reason: 'Signature is invalid.', errorCode: 3712}",
            "{method: \"join\", status: false, result: \"Invalid signature.\", errorCode: 3712}",
            "{\"type\":\"JOIN_MEETING_FAILED\",\"reason\":\"Signature is invalid.\",\"errorCode\":3712}",
        ],
    );
    leads_to("sdk-arguments/sdk-arguments", &["ERR [Error: Error= 1 (invalidArguments), internalErrorCode=0]"]);
    leads_to(
        "token-signature/token-signature",
        &["{\"error\":\"invalid_token\",\"error_description\":\"signature is invalid\"}"],
    );
}

#[test]
fn a_scope_that_a_client_lacks() {
    leads_to(
        "scope-not-allowed/scope-not-allowed",
        &[
            "Error code: 500\nError: unauthorized_client : Invalid scope for client",
            "{\"error\":\"unauthorized_client\",\"error_description\":\"Invalid scope for client\"}",
        ],
    );
    leads_to(
        "scope-invalid/scope-unknown",
        &["{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scope: abc\"}"],
    );
}

#[test]
fn a_token_that_kubernetes_rejects() {
    let line = |said: &str| {
        format!(
            "E0817 14:02:51.338914       1 authentication.go:63] \"Unable to authenticate the request\" err=\"[invalid bearer token, oidc: verify token: {said}]\""
        )
    };
    leads_to(
        "token-audience-client/token-of-other-client",
        &[
            &line("oidc: expected audience \\\"kubernetes\\\" got [\\\"headlamp\\\"]"),
            "invalid bearer token, oidc: verify token: oidc: expected audience \"a\" got [\"b\"]",
        ],
    );
    leads_to(
        "token-expired/token-expired",
        &[&line("oidc: token is expired (Token Expiry: 2026-10-02 19:35:14 +0000 UTC)")],
    );
    leads_to(
        "token-signature/token-signature",
        &[&line("failed to verify signature: failed to verify id token signature")],
    );
}

/// RFC 7519 §4.1.4: whoever shows a response shows it later than it came.
#[test]
fn an_old_token_in_a_response() {
    const OLD: &str =
        "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    let response = format!(
        "{{\"access_token\":\"{OLD}\",\"token_type\":\"bearer\",\"expires_in\":3600,\"refresh_token\":\"abc\"}}"
    );
    let request = "POST /oauth/token HTTP/1.1\nHost: id.example.com\nAuthorization: Basic YWJjZGVmOmdoaWprbG1ub3A=\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=old\n\nHTTP/1.1 200\nContent-Type: application/json\n";
    leads_to(
        "sound",
        &[
            &response,
            &format!("{request}\n{response}"),
            &format!("$ curl -u $ID:$SECRET https://id.example.com/token -d grant_type=client_credentials\n{response}"),
            &format!("08:52:26 < 200 {response}"),
        ],
    );
    leads_to("jwt-expired", &[OLD, &format!("  {OLD}\n")]);
    says_nothing_of("sound", &[&format!("{response}\n\n{{\"error\":\"invalid_token\"}}")]);
}

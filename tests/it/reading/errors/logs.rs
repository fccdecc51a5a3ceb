//! Logs: the request, the program, and which of several errors counts.

use super::reads;

#[test]
fn the_last_attempt_counts() {
    reads(
        "401 {\"error\":\"invalid_client\",\"error_description\":\"First\"}\nretry\n400 {\"error\":\"invalid_grant\",\"error_description\":\"Second\"}\n",
        "inside invalid_grant 400",
        "Second",
    );
    reads(
        "10:00 error: invalid_client\n10:01 error: invalid_scope\nerror_description: Not for you\n",
        "inside invalid_scope",
        "Not for you",
    );
    reads(
        "first {\"access_token\":\"DemoSecret\",\"expires_in\":60}\nlater HTTP/1.1 401\n{\"error\":\"invalid_token\",\"error_description\":\"Gone\"}",
        "inside invalid_token 401",
        "Gone",
    );
    reads(
        "java.lang.RuntimeException: Token request failed\n\tat a.B.c(B.java:401)\nCaused by: org.example.OAuth2AuthorizationException: [invalid_grant] The code is unknown\n\tat a.B.d(B.java:122)",
        "inside invalid_grant",
        "The code is unknown",
    );
}

#[test]
fn the_program_and_its_request() {
    for (text, expected, sentence) in [
        (
            "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.example.com/oauth/token?x=secret",
            "inside 401 at:https://api.example.com/oauth/token",
            "401 Client Error: Unauthorized for url: https://api.example.com/oauth/token?x=secret",
        ),
        ("urllib.error.HTTPError: HTTP Error 403: Forbidden", "inside 403", "HTTP Error 403: Forbidden"),
        ("AxiosError: Request failed with status code 401", "inside 401", "Request failed with status code 401"),
        ("InternalOAuthError: Failed to obtain access token", "inside", "Failed to obtain access token"),
        (
            "System.Net.WebException: The remote server returned an error: (400) Bad Request.",
            "inside 400",
            "The remote server returned an error: (400) Bad Request.",
        ),
        (
            "System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).",
            "inside 401",
            "Response status code does not indicate success: 401 (Unauthorized).",
        ),
        (
            "League\\OAuth2\\Client\\Provider\\Exception\\IdentityProviderException: invalid_client in /var/www/x.php:122",
            "plain invalid_client",
            "…",
        ),
        (
            "FetchError: request to https://id.example.com/token failed, reason: getaddrinfo ENOTFOUND id.example.com",
            "inside at:https://id.example.com/token",
            "request to https://id.example.com/token failed, reason: getaddrinfo ENOTFOUND id.example.com",
        ),
        ("curl: (22) The requested URL returned error: 401", "plain 401", "…"),
        (
            "Connection refused while calling POST https://id.example.com/token",
            "plain at:POST:https://id.example.com/token",
            "…",
        ),
    ] {
        reads(text, expected, sentence);
    }
}

#[test]
fn the_error_at_the_end_of_a_long_text() {
    let lines = "2024-01-02 10:00:00 INFO request 401 of many {\"id\": 1}\n".repeat(4000);
    assert!(lines.len() > 200_000);
    reads(
        &format!(
            "{lines}2024-01-02 10:00:01 ERROR HTTP 400 {{\"error\":\"invalid_grant\",\"error_description\":\"At last\"}}"
        ),
        "inside invalid_grant 400",
        "At last",
    );
    let plain = format!(
        "{}2024-01-02 10:00:01 redirect_uri_mismatch was returned",
        "2024-01-02 10:00:00 INFO nothing\n".repeat(7000)
    );
    let read = authdesk::reading::read_refusal_text(&plain).unwrap();
    assert_eq!((read.is_error, read.error.as_deref()), (true, Some("redirect_uri_mismatch")));
    // EXPOSE: the test compares the text.
    let said = read.sentence.as_ref().unwrap().expose();
    assert!(said.len() < 2000 && said.ends_with("redirect_uri_mismatch was returned"), "{said}");
}

#[test]
fn what_is_cut_off() {
    for (text, expected, sentence) in [
        (
            r#"{"error":"invalid_request","error_description":"The request is mis"#,
            "inside invalid_request",
            "The request is mis",
        ),
        (
            r#"{"error":"invalid_request","error_description":"The request is mis (truncated...)"#,
            "inside invalid_request",
            "The request is mis (truncated...)",
        ),
        (
            r#"log: {"error":"invalid_request","error_description":"The request is…"#,
            "inside invalid_request",
            "The request is…",
        ),
        (r#"{"error":"invalid_request","error_description":"Whole","#, "inside invalid_request", "Whole"),
        (r#"{"error":"invalid_request","error_description":"Whole"}"#, "answer invalid_request", "Whole"),
    ] {
        reads(text, expected, sentence);
    }
}

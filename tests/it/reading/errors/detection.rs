//! The box for anything knows an error by what the reader reads, not by its words.

use authdesk::reading::{PastedKind, what_is};

fn is_error(text: &str) -> bool {
    what_is(text).kinds.contains(&PastedKind::ErrorAnswer)
}

#[test]
fn errors_in_words_that_no_list_has() {
    for text in [
        "oauth2: cannot fetch token: 401 Unauthorized Response: {\"code\":null,\"message\":\"Bad credentials\"}",
        "{ TokenError: Code was already redeemed.\n  name: 'TokenError',\n  code: 'invalid_grant',\n  status: 500 }",
        "{\nmessage: \"Authentication Unsuccessful: Request failed with status code 400\"\n}",
        "Invoke-ZoomRestMethod : The remote server returned an error: (401) Unauthorized.\nAt C:\\x.ps1:68 char:25",
        "ValueError: Invalid header value 'Basic ZGVtbzpkZW1v\\n': http://foobar.example",
        "Error 400: redirect_uri_mismatch\nThe redirect URI in the request, http://a.example/cb, does not match",
        "array(1) {\n  [\"error\"]=>\n  string(9) \"bad_thing\"\n}",
        "Error: Something about the client is wrong",
        "HTTP 401 Unauthorized",
        "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"x\"",
        "AADSTS700016: Application with identifier 'x' was not found in the directory 'y'.",
        "{\"timestamp\":\"2024-01-02\",\"status\":401,\"error\":\"Unauthorized\",\"path\":\"/oauth/token\"}",
        "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://a.example/token",
    ] {
        assert!(is_error(text), "{text}");
    }
    let long = format!(
        "{}Caused by: a.b.OAuth2AuthorizationException: [invalid_grant] Gone",
        "10:00 INFO all is well\n".repeat(9000)
    );
    assert!(is_error(&long));
}

#[test]
fn other_texts_of_the_same_shape() {
    for text in [
        r#"{"id":"u1","email":"a@example.com","name":"A","status":200,"message":"Hello","title":"Dr"}"#,
        r#"{"name":"app","version":"1.0.0","dependencies":{"passport-oauth2":"^1.6"}}"#,
        "request(options, function(error, response, body) {\n   if (error) throw new Error(error);\n});",
        "axios({ method: 'post', url: 'http://localhost:2002/token', data: { a: 1 } })",
        "2024-01-02 10:00:00 INFO started\n2024-01-02 10:00:01 INFO ready, 401 users",
        "The error is described below.",
        "message: hello",
        "const { error, data } = useQuery(key);",
        "Meeting 401 123 4567",
        "HTTP/1.1 200 OK\n\nfine",
    ] {
        assert!(!is_error(text), "{text}");
    }
}

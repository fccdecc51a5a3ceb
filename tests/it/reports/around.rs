//! What a client, a server or a log says around an error, and what it is not the point of.

use super::{are_no_errors, leads_to};

#[test]
fn the_line_of_a_client_beside_the_words_of_the_server() {
    let grant = "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.";
    for line in [
        "Status code was 400 and not [200, 201]: HTTP Error 400: Bad Request",
        "HTTP Error 400: Bad Request",
        "400 Client Error: Bad Request",
        "400 Bad Request",
        "Request failed with status code 400",
    ] {
        let text = format!(
            "fatal: [localhost]: FAILED! => {{\"json\": {{\"error\": \"invalid_grant\", \"error_description\": \"{grant}\"}}, \"msg\": \"{line}\", \"status\": 400, \"url\": \"http://10.0.0.7:8181/oauth/token\"}}"
        );
        leads_to("grant-invalid/grant-void", &[&text]);
    }
    // Google's own words.
    leads_to(
        "google-bad-request/grant-void",
        &[
            "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}",
            "Request failed with status code 400\n{\n  \"error\": \"invalid_grant\",\n  \"error_description\": \"Bad Request\"\n}",
        ],
    );
}

#[test]
fn a_state_beside_the_500_that_follows_from_it() {
    leads_to(
        "state-mismatch/state-not-sent",
        &[
            "The browser shows\n\ninvalid state\n500 internal server error\n\n{\"level\":\"info\",\"msg\":\"stateComponents: [], state:\",\"plugin_id\":\"zoom\"}\n{\"level\":\"error\",\"msg\":\"Health check failed for plugin\",\"error\":\"Plugin RPC connection is not responding\"}",
            "Internal Server Error: invalid state (received state: )\n",
            "HTTP/1.1 500 Internal Server Error\n\ninvalid state, state=\"\"",
        ],
    );
    leads_to(
        "state-mismatch/state-lost",
        &[
            "invalid state\n502 Bad Gateway",
            "500 Internal Server Error\n{\"level\":\"error\",\"msg\":\"OAuth callback: invalid state\"}",
        ],
    );
    leads_to(
        "server-error/server-fault",
        &[
            "HTTP/1.1 500 Internal Server Error\nContent-Type: application/json\nContent-Length: 0\n\n",
            "POST https://id.example.com/oauth/token 503 Service Unavailable",
        ],
    );
}

#[test]
fn a_state_that_a_program_misses() {
    leads_to(
        "state-missing/state-not-sent",
        &[
            "{\"result\":\"error\",\"msg\":\"Missing 'state' argument\",\"var_name\":\"state\",\"code\":\"REQUEST_VARIABLE_MISSING\"}",
            "Error: Missing 'state' argument",
        ],
    );
}

#[test]
fn a_connection_that_ended_without_an_answer() {
    leads_to(
        "connection-closed/connection-closed",
        &[
            "  !! Error updating Zoom meeting activity for Zoom meeting ID 86500000001: moodle_exception: Erreur webservice Zoom : Encountered end of file. in /var/www/mod/zoom/classes/webservice.php:265\nStack trace:\n#0 /var/www/mod/zoom/classes/webservice.php(763): mod_zoom_webservice->make_call('meetings/865...')\n#1 {main}",
            "curl: (52) Empty reply from server",
            "cURL error 52: Empty reply from server (see https://curl.haxx.se/libcurl/c/libcurl-errors.html) for https://zoom.us/oauth/token",
            "java.net.SocketException: Unexpected end of file from server\n\tat sun.net.www.http.HttpClient.parseHTTPHeader(HttpClient.java:866)",
            "I/O error on POST request for \"https://id.example.com/oauth/token\": Unexpected end of file from server",
        ],
    );
    are_no_errors(&[
        "Reads lines until it has encountered end of file, then refreshes the token.",
        "The parser stops at the end of file and returns an empty list.",
    ]);
}

#[test]
fn a_redirect_url_without_https() {
    leads_to(
        "redirect-https/redirect-not-https",
        &[
            "{\"ok\":false,\"error\":\"bad_redirect_uri\",\"response_metadata\":{\"messages\":[\"[WARN] Auth request OAuth redirect url must use https\"]}}",
            "{\"error\":\"invalid_request\",\"error_description\":\"redirect_uri must use HTTPS\"}",
            "Error: redirect uri must be https",
        ],
    );
    // The URL of the request.
    leads_to(
        "https-required/https-needed",
        &[
            "{\"error\":\"invalid_request\",\"error_description\":\"HTTPS required\"}",
            "(insecure_transport) OAuth 2 MUST utilize https.",
        ],
    );
}

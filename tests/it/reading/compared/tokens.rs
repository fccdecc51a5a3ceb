//! Tokens that were returned, and what is sent in their place.

use super::{EXCHANGE, REFUSED, TOKENS, fits, found, says, says_in_all};

const CALL: &str = "curl https://api.example.com/v1/me -H \"Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA\"";
const VOID: &str = r#"{"error":"invalid_token"}"#;

fn called_with(token: &str) -> String {
    format!("{EXCHANGE}\n{TOKENS}\n{}\n{VOID}\n", CALL.replace("2YotnFZFEjr1zCsicMWpAA", token))
}

#[test]
fn a_different_token_from_the_one_that_was_returned() {
    let text = called_with("mF_9B5f41JqMzz12");
    says_in_all(&text, "two-access-tokens");
    assert_eq!(found(&text), "two-access-tokens [Bearer mF_9B5f41JqMzz12] [2YotnFZFEjr1zCsicMWpAA]");
    let http = "GET /v1/me HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer mF_9B5f41JqMzz12\n\nHTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{}\n";
    says(&format!("{TOKENS}\n\n{http}"), "two-access-tokens");
    let python = "requests.get('https://api.example.com/v1/me', headers={'Authorization': 'Bearer mF_9B5f41JqMzz12'})";
    says(&format!("{TOKENS}\n\n{python}\n\n{VOID}"), "two-access-tokens");
    let powershell =
        "Invoke-RestMethod https://api.example.com/v1/me -Headers @{ Authorization = 'Bearer mF_9B5f41JqMzz12' }";
    says(&format!("{TOKENS}\n\n{powershell}\n\n{VOID}"), "two-access-tokens");
}

#[test]
fn the_token_that_was_returned() {
    for token in [
        "2YotnFZFEjr1zCsicMWpAA",
        "$TOKEN",
        "${TOKEN}",
        "{{token}}",
        "<access_token>",
        "ACCESS_TOKEN",
        "your-token",
        "eyJ0eXAi...",
        "****",
        "xxxxxxxxxxxx",
        "abc",
        "[REDACTED]",
    ] {
        fits(&called_with(token));
    }
    let other = called_with("mF_9B5f41JqMzz12");
    // An example of a response, and one of a call.
    fits(&other.replace(VOID, ""));
    fits(&other.replace(VOID, r#"{"id":"a"}"#));
    // The response is masked.
    for token in ["***", "<token>", "2Yot...", "ACCESS_TOKEN"] {
        fits(&other.replace("2YotnFZFEjr1zCsicMWpAA", token));
    }
    // With the old one the call failed, then a new one was requested.
    let call = CALL.replace("2YotnFZFEjr1zCsicMWpAA", "mF_9B5f41JqMzz12");
    fits(&format!("{call}\n{VOID}\n{EXCHANGE}\n{TOKENS}\n{CALL}\n{VOID}\n"));
    // Two apps.
    let more = TOKENS.replace("2YotnFZFEjr1zCsicMWpAA", "mF_9B5f41JqMzz12");
    fits(&format!("{EXCHANGE}\n{more}\n{EXCHANGE} -v\n{TOKENS}\n{call}\n{VOID}\n"));
}

#[test]
fn something_else_in_the_place_of_the_token() {
    says_in_all(&called_with("tGzv3JOkF0XG5Qx2TlKWIA"), "other-value-as-token=refresh_token");
    says(&called_with("tGzv3JOkF0XG5Qx2TlKWIA").replace(VOID, ""), "other-value-as-token=refresh_token");
    says(&called_with("SplxlOBeZQQYbYS6WxSbIA"), "other-value-as-token=code");
    says(&called_with("s6BhdRkqt3"), "other-value-as-token=client_id");
    says(&called_with("gX1fBat3bV99").replace("$SECRET", "gX1fBat3bV99"), "other-value-as-token=client_secret");
    let with_id = called_with("eyJ0.NiJ9.eyJ1c2Vy")
        .replace("\"token_type\"", "\"id_token\":\"eyJ0.NiJ9.eyJ1c2Vy\",\"token_type\"");
    says_in_all(&with_id, "id-token-as-token");
    // An API that wants it.
    fits(
        "GET /v1/me HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer eyJ0.NiJ9.eyJ1c2Vy\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{}\n",
    );
}

#[test]
fn the_access_token_in_the_place_of_the_refresh_token() {
    let refresh = |token: &str| {
        format!(
            "{TOKENS}\ncurl -u $A https://id.example.com/token -d grant_type=refresh_token -d refresh_token={token}\n{REFUSED}\n"
        )
    };
    says_in_all(&refresh("2YotnFZFEjr1zCsicMWpAA"), "other-value-as-refresh-token");
    for token in ["tGzv3JOkF0XG5Qx2TlKWIA", "$OLD", "mF_9B5f41JqMzz12", "REFRESH_TOKEN"] {
        fits(&refresh(token));
    }
    // A server may use one text for both.
    fits(&refresh("2YotnFZFEjr1zCsicMWpAA").replace("tGzv3JOkF0XG5Qx2TlKWIA", "2YotnFZFEjr1zCsicMWpAA"));
}

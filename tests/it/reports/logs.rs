//! Logs: what is about something else is not taken for the error, and of several attempts the last counts.

use super::{are_no_errors, leads_to};

/// The time, the level and the name of a logger, as programs write them.
const HEADS: [fn(usize, &str, &str) -> String; 6] = [
    |at, level, name| format!("2026-03-12 10:00:{at:02},123 {level} [{name}] "),
    |at, level, name| format!("[2026-03-12T10:00:{at:02}.000Z] {level} {name}: "),
    |at, level, name| {
        format!("{{\"time\":\"2026-03-12T10:00:{at:02}Z\",\"level\":\"{level}\",\"logger\":\"{name}\",\"msg\":\"")
    },
    |at, level, name| format!("Mar 12 10:00:{at:02} host app[12]: {level} {name} "),
    |_, level, name| format!("{level}:{name}:"),
    |at, level, name| format!("10:00:{at:02}.123 [main] {level} com.example.{name} - "),
];

const OTHERS: [(&str, &str, &str); 5] = [
    ("ERROR", "db", "connection to server at \"10.0.0.5\", port 5432 failed: Connection refused"),
    ("WARN", "plugin.seo", "sitemap could not be written: timed out"),
    ("ERROR", "redis", "Could not connect to Redis at redis:6379: getaddrinfo ENOTFOUND redis"),
    ("ERROR", "mail", "SMTP server smtp.example.com: certificate verify failed"),
    ("INFO", "web", "GET /health 200"),
];

fn log(head: fn(usize, &str, &str) -> String, at: usize, entry: Option<(&str, &str)>) -> String {
    let line = |at: usize, level: &str, name: &str, message: &str| {
        let front = head(at, level, name);
        match front.starts_with('{') {
            true => format!("{front}{}\"}}", message.replace('"', "\\\"")),
            false => front + message,
        }
    };
    let mut lines: Vec<String> =
        OTHERS.iter().enumerate().map(|(at, (level, name, message))| line(2 * at, level, name, message)).collect();
    if let Some((name, message)) = entry {
        lines.insert(at, line(2 * at + 1, "ERROR", name, message));
    }
    lines.join("\n")
}

#[test]
fn what_else_a_log_is_full_of() {
    for (name, message, expected) in [
        (
            "oauth",
            "token request failed: {\"error\":\"invalid_client\",\"error_description\":\"Invalid client secret\"}",
            "secret-wrong/secret-wrong",
        ),
        ("auth", "OAuth callback failed: state mismatch", "state-mismatch/state-lost"),
        ("oauth2", "Error while exchanging the code: redirect_uri_mismatch", "redirect-mismatch/redirect-differs"),
        ("oauth", "token request failed: connect ECONNREFUSED 10.0.0.9:443", "not-reachable/not-reachable"),
        (
            "oauth",
            "failed to get a token from https://id.example.com/oauth/token: x509: certificate signed by unknown authority",
            "certificate/certificate-untrusted",
        ),
    ] {
        let logs: Vec<String> =
            HEADS.iter().enumerate().map(|(at, head)| log(*head, at % 6, Some((name, message)))).collect();
        leads_to(expected, &logs.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let logs: Vec<String> = HEADS.iter().map(|head| log(*head, 0, None)).collect();
    are_no_errors(&logs.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn warnings_of_php_around_it() {
    leads_to(
        "grant-invalid/grant-void",
        &[
            "[12-Mar-2026 10:00:00 UTC] PHP Warning:  Undefined array key \"title\" in /var/www/html/wp-content/plugins/seo/main.php on line 12\n[12-Mar-2026 10:00:02 UTC] OAuth token request failed: {\"error\":\"invalid_grant\"}\n[12-Mar-2026 10:00:03 UTC] PHP Warning:  file_get_contents(): SSL operation failed with code 1 in /var/www/html/wp-content/plugins/fonts/load.php on line 9",
        ],
    );
}

#[test]
fn the_last_attempt_counts() {
    leads_to(
        "secret-wrong/secret-wrong",
        &[
            "2026-03-12 10:00:00 INFO Requesting token (attempt 1/2)\n2026-03-12 10:00:01 WARN Token request failed: connect ETIMEDOUT 10.0.0.1:443\n2026-03-12 10:00:15 INFO Requesting token (attempt 2/2)\n2026-03-12 10:00:16 ERROR Token request failed: 401 {\"error\":\"invalid_client\",\"error_description\":\"Invalid client secret\"}",
            "Attempt 1: connect ECONNREFUSED 10.0.0.1:443\nAttempt 2: 401 {\"error\":\"invalid_client\",\"error_description\":\"Invalid client secret\"}",
        ],
    );
    leads_to(
        "not-reachable/not-reachable",
        &[
            "2026-03-12 10:00:16 ERROR Token request failed: 400 {\"error\":\"invalid_grant\",\"error_description\":\"code has already been used\"}\n2026-03-12 10:05:00 INFO Requesting token (attempt 2/3)\n2026-03-12 10:05:01 ERROR Token request failed: connect ECONNREFUSED 10.0.0.1:443",
            "2026-03-12 10:00:16 ERROR Token request failed: getaddrinfo ENOTFOUND id.example.com\n2026-03-12 10:05:01 ERROR Token request failed: connect ECONNREFUSED 10.0.0.1:443",
        ],
    );
    are_no_errors(&[
        "2026-03-12 10:00:01 WARN Token request failed: connect ETIMEDOUT 10.0.0.1:443, retrying\n2026-03-12 10:00:05 INFO Requesting token (attempt 2/3)\n2026-03-12 10:00:06 INFO Token received, expires in 3600 seconds",
    ]);
}

#[test]
fn events_that_succeeded() {
    let keycloak = |level: &str, event: &str, more: &str| {
        format!(
            "2026-03-12 10:00:00,902 {level} [org.keycloak.events] (executor-thread-4) type=\"{event}\", realmName=\"intranet\", clientId=\"wiki\", auth_method=\"openid-connect\", response_type=\"code\", redirect_uri=\"https://wiki.example.com/cb\", consent=\"no_consent_required\"{more}"
        )
    };
    let login = keycloak("INFO ", "LOGIN", "");
    let both = format!("{login}\n{}", keycloak("INFO ", "CODE_TO_TOKEN", ", grant_type=\"authorization_code\""));
    let sound = [
        login.clone(),
        both.clone(),
        both.replace('\n', "\r\n"),
        both.replace('"', ""),
        both.lines().map(|line| format!("> {line}\n")).collect(),
        both.lines().map(|line| format!("    {line}\n")).collect(),
        both.lines().map(|line| format!("keycloak-1  | {line}\n")).collect(),
        format!("```\n{both}\n```"),
        format!("Login works, here is the log:\n\n{both}"),
        both.replace(" INFO ", " DEBUG"),
    ];
    leads_to("sound", &sound.each_ref().map(String::as_str));
    are_no_errors(&[
        r#"{"eventType":"app.oauth2.as.token.grant.access_token","outcome":{"result":"SUCCESS","reason":null},"severity":"INFO","displayMessage":"OAuth2 access token is granted"}"#,
        r#"{"appDisplayName":"Wiki","status":{"errorCode":0,"failureReason":"Other.","additionalDetails":"MFA requirement satisfied by claim in the token"}}"#,
        r#"{"type":"seacft","description":"Authorization Code for Access Token","client_name":"Wiki","details":{"code":"*********Kx"}}"#,
        "[10:00:00 INF] {\"ClientId\":\"wiki\",\"Endpoint\":\"Token\",\"Name\":\"Token Issued Success\",\"EventType\":\"Success\",\"Id\":2000}\n[10:00:01 INF] Request finished in 12.5ms 200",
        r#"{"action":"authorize_application","context":{"scopes":"openid email"},"event":"Created Event","level":"info","logger":"authentik.events.models"}"#,
        "time=2026-03-12T10:00:00Z level=info msg=completed handling request http_response=map[status:200 text_status:OK]\ntime=2026-03-12T10:00:01Z level=info msg=access token granted, consent_required=false",
        "time=\"2026-03-12T10:00:00Z\" level=debug msg=\"Authorization Request with id 'x' on client with id 'wiki' was successfully processed\"",
        "2026-03-12 10:00:00 INFO app: user consent screen shown\n2026-03-12 10:00:05 INFO app: consent is required by policy, showing page",
    ]);
    let failed =
        |event: &str, error: &str| format!("{login}\n{}", keycloak("WARN ", event, &format!(", error=\"{error}\"")));
    for (event, error, expected) in [
        ("LOGIN_ERROR", "invalid_redirect_uri", "redirect-mismatch/redirect-differs"),
        ("CODE_TO_TOKEN_ERROR", "invalid_client_credentials", "credentials-wrong/secret-or-encoding"),
        ("CODE_TO_TOKEN_ERROR", "invalid_code", "code-invalid/code-used-or-old"),
        ("LOGIN_ERROR", "consent_required", "consent-missing/consent-missing"),
    ] {
        let failed = failed(event, error);
        leads_to(expected, &[&failed, failed.split_once('\n').unwrap().1]);
    }
    // Of a calm level, and no success.
    leads_to(
        "credentials-wrong/secret-or-encoding",
        &["2026-03-12 10:00:00 INFO app: starting\n2026-03-12 10:00:01 INFO app: bad client credentials, login failed"],
    );
}

//! What is odd in a text, and what a server answered all the same.

use super::leads_to;

#[test]
fn a_reason_that_the_server_gave_before_a_url_without_tls() {
    let asked = |host: &str, said: &str| {
        format!(
            "http://{host}/oauth/authorize?client_id=d1869004cae798e1&redirect_uri=http://chat.example.com/_oauth/gitlab&response_type=code&state=k3j4h5&scope=read_user\n\n{said}"
        )
    };
    let scope = "The requested scope is invalid, unknown, or malformed.";
    leads_to(
        "scope-invalid/scope-unknown",
        &[
            &asked("git.example.com", scope),
            &asked("git.example.com:8080", &format!("An error has occurred\n{scope}")),
            &asked("id.example.org", "{\"error\":\"invalid_scope\"}"),
        ],
    );
    leads_to("not-https", &[&asked("git.example.com", "It does not work.")]);
}

#[test]
fn a_state_that_is_percent_encoded() {
    let sent = |state: &str| {
        format!(
            "https://zoom.us/oauth/authorize?response_type=code&client_id=ne1qN8Mm6vkOzb2UDI594R&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state={state}"
        )
    };
    let states = ["%7B%22returnTo%22%3A%22%2Fapps%22%7D", "a%20b", "%5B1%2C2%5D"];
    leads_to("sound", &states.map(sent).each_ref().map(String::as_str));
    let failing = states.map(|state| format!("The sign-in fails after this:\n\n{}", sent(state)));
    leads_to("state-not-url-safe", &failing.each_ref().map(String::as_str));
}

#[test]
fn the_hash_of_a_secret() {
    let hashes = [
        "pbkdf2_sha256$720000$VvoZOwbcYAsEOk5MYdOyDY$sfdZc1BCJRe5l6YwdAvEGL3tSHwLUuAHsVCV1L4pPTl=",
        "$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b1dWRWJTmaaJObG",
        "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "scrypt:32768:8:1$cZB9rN1tZ0kXo2Qy$46c2b8f1a6d3e0977f3b6f0c9d1e2a3b4c5d6e7f",
    ];
    for hash in hashes {
        let error = "{\n  \"error\": \"invalid_client\"\n}";
        leads_to(
            "secret-hashed",
            &[
                &format!(
                    "POST http://127.0.0.1:8000/auth/token\nContent-Type: application/json\n\n{{\"grant_type\":\"password\",\"username\":\"a\",\"password\":\"b\",\"client_id\":\"ftbw4WjHWD2R4DmN\",\"client_secret\":\"{hash}\"}}\n\n{error}"
                ),
                &format!(
                    "curl -X POST https://id.example.com/o/token/ -d 'grant_type=client_credentials' -d 'client_id=ftbw4WjHWD2R4DmN' --data-urlencode 'client_secret={hash}'\n{error}"
                ),
                &format!(
                    "client_id: ftbw4WjHWD2R4DmN\nclient_secret: '{hash}'\ntoken_url: https://id.example.com/o/token/"
                ),
            ],
        );
    }
    // In a header, too.
    leads_to(
        "secret-hashed",
        &[
            "curl -X POST https://id.example.com/o/token/ -H 'Authorization: Basic ZnRidzRXakhXRDJSNERtTjokMnkkMTAkTjlxbzh1TE9pY2tneDJaTVJab015ZUlqWkFnY2ZsN3A5MmxkR3hhZDY4TEpaZEwxN2xoV3k=' -d grant_type=client_credentials\n{\"error\":\"invalid_client\"}",
        ],
    );
    leads_to(
        "sound",
        &[
            "curl -X POST https://id.example.com/o/token/ -d 'grant_type=client_credentials&client_id=ftbw4WjHWD2R4DmN' --data-urlencode 'client_secret=$2y$10$short'",
        ],
    );
}

#[test]
fn a_command_with_the_prompts_of_its_shell() {
    let rest = "-H 'Content-Type: application/x-www-form-urlencoded' \\\n> -d 'grant_type=authorization_code&code=U0pDMDFQMDVQ&redirect_uri=https://app.example.com/cb'";
    leads_to(
        "sound",
        &[
            &format!("$ curl https://id.example.com/oauth/token \\\n> -X POST -u id:secret \\\n> {rest}\n"),
            &format!("$ curl \\\n> 'https://id.example.com/oauth/token' \\\n>     -u id:secret \\\n>   {rest}\n"),
            // A file that the response is written to.
            "curl https://id.example.com/oauth/token -u id:secret -d grant_type=client_credentials \\\n> out.json\n",
        ],
    );
    leads_to(
        "client-authentication-missing",
        &[&format!(
            "$ curl 'https://id.example.com/oauth/token' \\\n>     -X POST \\\n> {rest}\n{{\n  \"error\" : \"invalid_client\",\n  \"error_description\" : \"Client authentication is required\"\n}}"
        )],
    );
}

#[test]
fn scopes_of_another_server_by_the_same_name() {
    leads_to(
        "sound",
        &[
            "[DEBUG] http request url: https://slack.com/api/oauth.v2.access\n[DEBUG] http request result: {\"ok\":true,\"scope\":\"channels:read,chat:write,app_mentions:read,im:write,commands,users:read\",\"token_type\":\"bot\",\"access_token\":\"xoxb-4827103956218-Qm3vTx8LkZw2RbYs9cHd\"}",
        ],
    );
    leads_to(
        "scope-unknown",
        &[
            "meeting:read:meeting:admin user:read:user:admin meeting:raed:list_meetings:admin",
            // Where nothing names a different server, one known name is enough, however many are mistyped.
            "meeting:read:meeting:admin user:raed:user:admin meeting:raed:list_meetings:admin meeting:wirte:meeting:admin",
        ],
    );
}

#[test]
fn a_url_that_a_program_puts_together() {
    let start = "https://zoom.us/oauth/authorize?response_type=code&client_id=";
    leads_to(
        "sound",
        &[
            &format!("return '{start}' + clientID +\n\t\t'&redirect_uri=' + encodeURIComponent(redirectURL);"),
            &format!("$url = '{start}' . CLIENT_ID .\n    '&redirect_uri=' . urlencode(REDIRECT_URI);"),
            &format!("url = (\"{start}\" + CLIENT_ID\n       + \"&redirect_uri=\" + quote(REDIRECT_URI))"),
        ],
    );
    leads_to("parameter-missing", &[&format!("const url = '{start}' + clientID;")]);
}

#[test]
fn the_reason_in_an_object_that_was_escaped_once_more() {
    let object = |escape: &str| {
        format!(
            "when the token has expired every request stops with\n\n\"error\": {{\n  \"status\": 400,\n  \"body\": \"{{{escape}\"status{escape}\":400,{escape}\"message{escape}\":{escape}\"redirect_uri must not be blank{escape}\"}}\",\n  \"code\": \"ERR_BAD_REQUEST\",\n  \"message\": \"Request failed with status code 400\"\n}}"
        )
    };
    leads_to("redirect-missing/redirect-missing", &[&object("\\"), &object("\\\\"), &object("\\\\\\\\")]);
}

#[test]
fn what_only_a_part_of_the_servers_says() {
    let google = "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.";
    leads_to(
        "google-delegation/scopes-not-delegated",
        &[
            &format!("google.auth.exceptions.RefreshError: ('unauthorized_client: {google}', '{{}}')"),
            &format!("{{\"error\":\"unauthorized_client\",\"error_description\":\"{google}\"}}"),
        ],
    );
    leads_to(
        "discovery-not-read/well-known-twice",
        &[
            "Error writing data to auth/oidc/config: Error making API request.\n\nURL: PUT https://vault.example.com/v1/auth/oidc/config\nCode: 400. Errors:\n\n* error checking oidc discovery URL",
        ],
    );
}

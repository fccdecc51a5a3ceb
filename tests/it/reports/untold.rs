//! Texts that tell of a failure of which the page reads nothing, and what a server or a program says in words of its own.

use super::{are_no_errors, leads_to, says_nothing_of};

const REQUEST: &str =
    "curl https://id.example.com/token -d client_id=demo1 -d grant_type=refresh_token -d refresh_token=$OLD";

fn around(words: &[&str], place: fn(&str) -> String) -> Vec<String> {
    words.iter().map(|words| place(words)).collect()
}

/// Nothing is wrong in what was read, and it did not work.
#[test]
fn a_failure_beside_a_sound_request() {
    let words = [
        "It fails, and I do not know why.",
        "The sign-in failed twice today.",
        "This does not work since Monday.",
        "It doesn't work on the second server.",
        "I get an error on the page.",
        "Das Anmelden schl\u{e4}gt fehl.",
        "Die Verbindung geht nicht.",
        "Die Anmeldung ist fehlgeschlagen.",
        "Der Abruf funktioniert nicht.",
        "The import is not working.",
    ];
    let places: [fn(&str) -> String; 2] =
        [|words| format!("{REQUEST}\n\n{words}\n"), |words| format!("{words}\r\n\r\n{REQUEST}\r\n")];
    for place in places {
        let texts = around(&words, place);
        leads_to("untold", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// What may fail in a program, and what a sound text says, is no failure.
#[test]
fn no_failure_beside_a_sound_request() {
    let words = [
        "This is how we do it.",
        "# if this fails, ask Mara",
        "// throws an error without a token",
        "Das ist der Befehl, wie er im Handbuch steht.",
        "throw new Error('the request failed');",
        "console.error(\"an error\", err);",
        "raise RuntimeError(\"refresh failed\")",
        "10:00:00 INFO token received",
        "Works with all three servers.",
        "if (failed) { retry(); }",
    ];
    let texts = around(&words, |words| format!("{REQUEST}\n\n{words}\n"));
    leads_to("sound", &texts.iter().map(String::as_str).collect::<Vec<_>>());
}

/// A sentence behind a word that only errors begin with is shown, although no table has it.
#[test]
fn a_sentence_that_no_table_has() {
    leads_to(
        "unknown error",
        &[
            "Error: the directory of tenants cannot be opened",
            "ERROR: the directory of tenants cannot be opened",
            "web-1  | Error: the directory of tenants cannot be opened",
            "\u{274c} The directory of tenants cannot be opened",
            "\u{2717} the directory of tenants cannot be opened",
            "Fehler: Das Verzeichnis der Mandanten ist nicht lesbar",
            "fatal: the directory of tenants cannot be opened",
            "Starting.\nReady.\nError: the directory of tenants cannot be opened\n$",
        ],
    );
    are_no_errors(&[
        "console.log('Error: the directory cannot be opened');",
        "const text = 'Error: the directory cannot be opened';",
        "throw new Error(`the directory cannot be opened`);",
        "- Error: 7",
        "Errors: none",
    ]);
}

/// The body in the message of an error that Node prints, above the status in its members.
#[test]
fn a_body_above_the_members_of_its_error() {
    let dump = |source: &str, message: &str| {
        format!(
            "{source}{message}: {{\"error\":\"device_flow_disabled\",\"error_description\":\"Device Flow must be explicitly enabled for this App\"}}\n    at request (/a/index.js:88:21)\n    at async main (/a/main.js:16:7) {{\n  status: 400,\n  response: {{\n    url: 'https://github.com/login/device/code',\n    status: 400,\n"
        )
    };
    let source = "/a/index.js:88\n      const error = new requestError.RequestError(toErrorMessage(data), status, {\n                    ^\n\n";
    let texts = [
        dump("", "HttpError"),
        dump("", "RequestError [HttpError]: Unknown error"),
        dump(source, "RequestError [HttpError]: Unknown error"),
        dump(source, "Error"),
        dump("$ npm init demo\n", "Error: Request failed"),
        dump("", "Uncaught Error: 400"),
        "{\"error\":\"device_flow_disabled\"}".to_owned(),
        "error=device_flow_disabled&error_description=x".to_owned(),
        "HTTP/1.1 400 Bad Request\n\n{\"error\":\"device_flow_disabled\"}".to_owned(),
        "400 Bad Request: {\"error\": \"device_flow_disabled\", \"error_uri\": \"https://docs.github.com\"}".to_owned(),
    ];
    leads_to("device-flow-off/device-flow-off", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    // Another attempt, whose response has no body.
    let second = "{\"error\":\"device_flow_disabled\"}\nsecond attempt\n{\"error\":\"server_error\"}\n";
    says_nothing_of("device-flow-off/device-flow-off", &[second]);
}

/// A token endpoint that redirects: the words that a library has for any failed callback say less.
#[test]
fn a_token_endpoint_that_redirects() {
    let dump = |status: &str| {
        format!(
            "[next-auth][error][OAUTH_CALLBACK_ERROR]\nhttps://next-auth.js.org/errors#oauth_callback_error expected 200 OK, got: {status} {{\n  error: OPError: expected 200 OK, got: {status}\n      at processResponse (/a/process_response.js:41:11) {{\n    name: 'OAuthCallbackError',\n    code: undefined\n  }},\n  providerId: 'keycloak'\n}}"
        )
    };
    let statuses =
        ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"];
    let mut texts: Vec<String> = statuses.iter().map(|status| dump(status)).collect();
    texts.extend(statuses.iter().map(|status| format!("OPError: expected 200 OK, got: {status}")));
    leads_to("token-redirected/endpoint-redirects", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    says_nothing_of(
        "token-redirected/endpoint-redirects",
        &[
            "OPError: expected 200 OK, got: 500 Internal Server Error",
            "OPError: expected 200 OK, got: 404 Not Found",
            "< HTTP/1.1 301 Moved Permanently\n< Location: https://app.example.com/",
            "HTTP 302, then the login page",
        ],
    );
}

/// The number of an error at the end of a sentence, and the messages of a log that writes objects.
#[test]
fn words_of_programs() {
    let coded = [
        "The following error code was returned by Zoom's API when trying to create a new meeting: 1001.",
        "The following error code was returned by Zoom's API when trying to create a new meeting: 1001.\r\nPlease contact the administrator.",
        "Error code from Zoom: 1001",
        "Zoom meeting could not be made, error code: 1001.",
        "Fehlercode von Zoom: 1001",
    ];
    leads_to("user-unknown/not-a-user", &coded);
    says_nothing_of("user-unknown/not-a-user", &["Room code at Zoom: 1001", "Zoom has 1001 users: all of them active"]);
    let entry = |message: &str| {
        format!(
            "{{\"reqId\":\"a\",\"level\":3,\"time\":\"2026-02-11T08:14:52+00:00\",\"app\":\"core\",\"message\":\"{message}\",\"data\":[]}}"
        )
    };
    let rule = "Host 192.168.40.12 was not connected to because it violates local access rules";
    leads_to(
        "nextcloud-local-rule/nextcloud-local-rule",
        &[
            &entry(rule),
            &format!("{}\n{}", entry(rule), entry("Could not reach the provider at URL https://id.example.com/a")),
            rule,
        ],
    );
    are_no_errors(&[
        &entry("the local access rules were read"),
        &entry(rule).replace("\"level\":3", "\"level\":\"info\""),
    ]);
}

/// The words beside a code of Microsoft Entra, and not those of the program that got them.
#[test]
fn a_subject_that_entra_does_not_know() {
    let words = "No matching federated identity record found for presented assertion subject 'repo:a/b:environment:Production'.";
    let texts = [
        format!("Error: AADSTS700213: {words} Trace ID: 3e71"),
        format!("Error: AADSTS7002138: {words} Trace ID: 3e71"),
        format!("AADSTS70021: {words}"),
        format!(
            "Error: AADSTS700213: {words}\n\nError: Interactive authentication is needed. Please run:\naz login\n\nError: Login failed with Error: The process '/usr/bin/az' failed with exit code 1."
        ),
        format!("##[error]Script failed with error: ERROR: AADSTS700213: {words}"),
        format!("{{\"error\":\"invalid_client\",\"error_description\":\"AADSTS700213: {words}\"}}"),
    ];
    leads_to("federated-credential/federated-subject", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    says_nothing_of(
        "federated-credential/federated-subject",
        &[
            "AADSTS7000215: Invalid client secret provided.",
            "AADSTS700016: Application with identifier 'a' was not found.",
        ],
    );
}

/// A client of the wrong kind, where its ID and secret may be right.
#[test]
fn a_client_of_another_kind() {
    let refused = "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\",\"message\":\"Client authentication failed\"}";
    let table =
        "| id | name | personal_access_client | password_client |\n|  1 | Demo Personal Access Client | 1 | 0 |";
    let texts = [
        format!("Request Body\n{{\n  \"grant_type\":\"password\",\n  \"client_id\":1\n}}\n\n{refused}\n\n{table}"),
        format!(
            "grant_type=password&client_id=1&client_secret=abc123&username=a&password=b\n{refused}\nI made it with php artisan passport:client --personal"
        ),
        format!("'grant_type' => 'password',\n'client_id' => 1,\n\n{refused}\n\nLaravel Passport 12"),
    ];
    leads_to("client-auth-failed/client-not-for-password", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    says_nothing_of(
        "client-auth-failed/client-not-for-password",
        &[
            refused,
            &format!("grant_type=client_credentials\n{refused}\n{table}"),
            &format!("grant_type=password\n{refused}"),
        ],
    );

    let event = "WARN  [org.keycloak.events] (default task-14) type=CODE_TO_TOKEN_ERROR, realmId=demo, clientId=web, error=invalid_client_credentials, grant_type=authorization_code";
    let programs = [
        "keycloak.init({ config: { realm: 'demo', clientId: 'web' } });",
        "import Keycloak from 'keycloak-js';",
        "function init(keycloak: KeycloakService) { return 1 }",
        "initOptions: { onLoad: 'check-sso' }",
        "new Keycloak({ realm: 'demo', clientId: 'web' })",
    ];
    let texts: Vec<String> = programs.iter().map(|program| format!("{program}\n\nServer log:\n\n{event}")).collect();
    leads_to("credentials-wrong/secret-of-public-client", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    says_nothing_of(
        "credentials-wrong/secret-of-public-client",
        &[event, &format!("keycloak-js on the page, client_secret=abc in the backend\n{event}")],
    );
}

/// Only users of the account that made it can authorize a Zoom app that is not published.
#[test]
fn an_app_of_another_account() {
    leads_to(
        "authorize-page-error/app-of-other-account",
        &[
            "She signs in with her own account and lands on\n\nhttps://marketplace.zoom.us/error\n\nSomething went wrong\n\nI see nothing in my log.",
            "My colleague gets https://marketplace.zoom.us/error after the login.",
            "https://marketplace.zoom.us/error\nSomething went wrong",
        ],
    );
    says_nothing_of(
        "authorize-page-error/app-of-other-account",
        &["My app is at https://marketplace.zoom.us/develop", "I opened https://marketplace.zoom.us/ and it was fine."],
    );
}

/// The attribute of a method in C# says which requests come in.
#[test]
fn an_attribute_is_no_request() {
    let action = |attribute: &str| {
        format!(
            "[ApiController]\n[Route(\"api/[controller]\")]\npublic class HookController : ControllerBase\n{{\n    {attribute}\n    public async Task<IActionResult> Handle()\n    {{\n        return Ok();\n    }}\n}}\n"
        )
    };
    for attribute in ["[HttpPost(\"handle\")]", "[HttpGet(\"handle\")]", "[Authorize, HttpPost(\"handle\")]"] {
        let person = super::pasted(&action(attribute));
        let view = authdesk::desk::parts::diagnosis::view(&person.0);
        assert!(view.is_none_or(|view| view.requests.is_empty()), "{attribute}");
    }
}

/// A redirect URL and those that are registered, in the dump of a server.
#[test]
fn a_redirect_url_that_a_server_lists() {
    let dump = |sent: &str, registered: &str| {
        format!(
            "2017-12-28 17:43:47.916 -05:00 [Error] Invalid redirect_uri: {sent}\n\"{{\n  \\\"ClientId\\\": \\\"demo\\\",\n  \\\"AllowedRedirectUris\\\": [\n    \\\"{registered}\\\"\n  ],\n  \\\"Raw\\\": {{\n    \\\"redirect_uri\\\": \\\"{sent}\\\"\n  }}\n}}\"\n"
        )
    };
    let pairs = [
        ("https://a.example.com/sigin-oidc", "https://a.example.com/signin-oidc"),
        ("https://a.example.com/callback", "https://a.example.com/auth/callback"),
        ("https://a.example.com/Signin-oidc", "https://a.example.com/signin-oidc"),
        ("https://localhost:44300/cb", "https://localhost:44301/cb"),
        ("https://a.example.com/cb", "https://www.a.example.com/cb"),
    ];
    let texts: Vec<String> = pairs.iter().map(|(sent, registered)| dump(sent, registered)).collect();
    let plain = texts.iter().map(|text| text.replace("\\\"", "\""));
    let all: Vec<String> = plain.chain(texts.iter().cloned()).collect();
    leads_to("redirect-not-registered", &all.iter().map(String::as_str).collect::<Vec<_>>());
    let same = dump("https://a.example.com/cb", "https://a.example.com/cb");
    says_nothing_of("redirect-not-registered", &[&same, &same.replace("AllowedRedirectUris", "PostLogoutUris")]);
}

/// Blanks at the end of a URL in a setting, which get into the middle of every URL that is made of it.
#[test]
fn a_blank_behind_the_url_of_a_setting() {
    leads_to(
        "blanks-around",
        &[
            "WEBHOOK_URL=\"https://flows.example.com \"",
            "export BASE_URL='https://flows.example.com/ '",
            "baseUrl: \"https://flows.example.com  \"",
            "  \"root_url\": \"https://flows.example.com \",\n",
            "const baseUrl = 'x';\nROOT_URL = \"https://flows.example.com\t\"\n",
            "The redirect URL has a space.\n\nN8N_HOST=a\nWEBHOOK_URL=\"https://flows.example.com \"\nN8N_PROTOCOL=https\r\n",
        ],
    );
    says_nothing_of(
        "blanks-around",
        &[
            "WEBHOOK_URL=\"https://flows.example.com\"",
            "url = \"https://flows.example.com \" + path",
            "message: \"see https://flows.example.com \"",
            "scope: \"https://a.example.com/x https://a.example.com/y \"",
            "print(\"https://flows.example.com \")",
            "He wrote \"https://flows.example.com \".",
        ],
    );
}

/// A time of expiry that a program computes with a minus, and a JWS that is none.
#[test]
fn tokens_of_programs() {
    leads_to(
        "expiry-in-past",
        &[
            "Every call refreshes the token:\n\n    'access_token_expires': time() - token['expires_in'] - 60,\n",
            "this.expiresAt = Date.now() - data.expires_in * 1000;",
        ],
    );
    says_nothing_of(
        "expiry-in-past",
        &["expires_at = time() + token['expires_in'] - 60", "if (Date.now() - issued > expires_in) refresh();"],
    );
    leads_to(
        "token-no-jws/token-without-audience",
        &[
            "InvalidTokenError: Invalid Compact JWS",
            "InvalidTokenError: Invalid Compact JWS\n    at /a/index.js:307:19\n    at process.x (node:internal:96:5) {\n  code: 'invalid_token',\n  status: 401,\n  statusCode: 401\n}",
            "WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"Invalid Compact JWS\"",
        ],
    );
    says_nothing_of(
        "token-no-jws/token-without-audience",
        &["{\"error\":\"invalid_token\"}", "JsonWebTokenError: jwt malformed"],
    );
}

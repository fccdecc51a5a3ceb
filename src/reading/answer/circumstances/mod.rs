//! What a text with an error tells of the request that failed, apart from its parameters.

mod added_scopes;
mod asked_scopes;
mod browser;
mod circumstance;
mod compared;
mod cookies;
mod encrypted;
mod entra;
mod forms;
mod google;
mod headers;
mod instances;
mod issuers;
mod logged;
mod named;
mod objects;
mod placeholders;
mod polling;
mod programs;
mod redirected;
mod retired;
mod salesforce;
mod settings;
mod tenants;
mod times;

pub use self::circumstance::Circumstance;
pub(in crate::reading) use self::retired::has_token_of_app;
use crate::chars::is_quote;
use crate::reading::variables::is_of_name;

/// What a text tells of the request that failed. Runs in linear time.
///
/// ```
/// use authdesk::reading::{Circumstance, circumstances};
///
/// let text = "dial tcp 127.0.0.1:8080: connect: connection refused";
/// assert_eq!(circumstances(text), [Circumstance::OwnComputer]);
/// ```
#[must_use]
pub fn circumstances(text: &str) -> Vec<Circumstance> {
    let lower = text.to_ascii_lowercase();
    let all = [
        (Circumstance::OwnComputer, is_refused_by_itself(&lower)),
        (Circumstance::EscapedAmpersand, has_escaped_ampersand(&lower)),
        (Circumstance::PolledEarly, polling::is_early(&lower)),
        (Circumstance::Refreshing, REFRESHING.iter().any(|part| lower.contains(part))),
        (Circumstance::TimeWithoutZone, times::has_time_without_zone(&lower)),
        (Circumstance::ClientInHeader, has_client_in_header(&lower)),
        (Circumstance::PowerConnector, CONNECTOR.iter().any(|part| lower.contains(part))),
        (Circumstance::HttpDiscovery, has_http_discovery(&lower)),
        (Circumstance::BrowserClient, browser::has_client(&lower)),
        (Circumstance::PassportPassword, is_password_at_passport(&lower)),
        (Circumstance::GraphToken, entra::has_graph_token(&lower)),
        (Circumstance::OnlyDelegated, entra::has_only_delegated(&lower)),
        (Circumstance::CookiesShared, cookies::are_shared(text)),
        (Circumstance::NoSecretSet, lower.contains("oauthclientid") && !lower.contains("secret")),
        (
            Circumstance::PlaceholderInText,
            placeholders::has_instruction(&lower) || placeholders::has_name_of_client(&lower),
        ),
        (Circumstance::RetiredNames, retired::has_names_of_key(&lower)),
        (Circumstance::RetiredSignature, retired::has_signature_of_parts(&lower)),
        (Circumstance::TenantNotListed, tenants::is_of_other(&lower)),
        (Circumstance::KeycloakAuthPath, settings::has_no_auth_path(&lower)),
        (Circumstance::RedirectRelative, settings::has_relative_callback(text)),
        (Circumstance::CodeFixed, settings::has_fixed_code(text)),
        (Circumstance::RefreshUnused, programs::has_no_refresh_token(&lower)),
        (Circumstance::TokenNotAwaited, programs::sends_no_token(text) || objects::has_promise(&lower)),
        (Circumstance::HashInSecret, settings::has_hash_in_secret(text)),
        (Circumstance::ScopeAsUserInfo, settings::has_scope_as_user_info(text)),
        (Circumstance::IssuerSlash, compared::has_issuer_slash(text)),
        (Circumstance::StateReused, compared::has_state_reused(text)),
        (Circumstance::TokensInTurn, compared::has_tokens_in_turn(&lower)),
        (Circumstance::TokenKept, compared::has_token_kept(text)),
        (Circumstance::OneWordHost, named::has_one_word_host(&lower)),
        (Circumstance::SettingUndefined, named::has_undefined_setting(&lower)),
        (Circumstance::GoogleClientsDiffer, named::has_two_google_clients(&lower)),
        (Circumstance::CodeShorter, compared::has_shorter_code(text)),
        (Circumstance::TokenAged, logged::is_token_aged(&lower)),
        (Circumstance::TokenOpaque, named::has_opaque_token(text)),
        (Circumstance::SignedByApp, retired::has_token_of_app(text)),
        (Circumstance::SecretNotEncoded, SPRING_ENCODER.iter().any(|part| lower.contains(part))),
        (Circumstance::IssuerHosts, issuers::has_two_hosts(text)),
        (Circumstance::OtherInstance, salesforce::has_other_instance(&lower)),
        (Circumstance::SandboxElsewhere, salesforce::is_sandbox_elsewhere(&lower)),
        (Circumstance::TokenEncrypted, encrypted::has_token(text)),
        (Circumstance::SecretInBrowser, browser::requests_token(&lower)),
        (Circumstance::RefreshForWeek, google::has_token_of_a_week(&lower)),
        (Circumstance::OfflineLeftOut, google::is_offline_left_out(&lower)),
        (Circumstance::SlashAdded, redirected::has_slash_added(&lower)),
        (Circumstance::ScopeNotListed, asked_scopes::has_one_not_listed(text)),
        (Circumstance::SeveralInstances, instances::has_several(&text.to_lowercase())),
        (Circumstance::JsonNotAsked, forms::is_json_not_asked(&lower)),
        (Circumstance::ObjectSent, objects::are_sent(text)),
        (Circumstance::QuotesKept, settings::has_quotes_kept(&lower)),
        (Circumstance::ScopeAdded, added_scopes::has_one(&lower)),
        (Circumstance::HeaderDropped, headers::is_dropped(&lower)),
        (Circumstance::RedirectsInOne, settings::has_redirects_in_one(&lower)),
        (Circumstance::PageForToken, forms::has_page_for_token(&lower)),
        (Circumstance::HttpBehindProxy, redirected::is_http_behind_proxy(&lower)),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(one, _)| one).collect()
}

/// What Spring Security says of a stored secret that has no encoding, or not that of its encoder.
const SPRING_ENCODER: [&str; 2] =
    ["encoded password does not look like bcrypt", "there is no passwordencoder mapped for the id"];

const REFRESHING: [&str; 8] = [
    "refreshing access token",
    "refreshing the access token",
    "refresh access token",
    "refresh the access token",
    "refreshing token",
    "refresh_access_token",
    "token refresh failed",
    "failed to refresh token",
];

/// What Power Automate and Power Apps say, and the redirect URL of their connectors.
const CONNECTOR: [&str; 3] =
    ["failed to refresh access token for service", "consent.azure-apim.net/redirect", "azure-apihub.net/redirect"];

/// Whether the header is that of a client, and its secret is not in the body.
fn has_client_in_header(lower: &str) -> bool {
    let is_joint = |ch: char| ch.is_whitespace() || "\"'`:=>,\\".contains(ch);
    let is_header = lower.match_indices("authorization").any(|(at, name)| {
        let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
        // `Proxy-Authorization` is for a proxy; `HTTP_AUTHORIZATION` is what CGI calls the header (RFC 3875 §4.1.18).
        let is_whole = !before.ends_with(|ch: char| is_of_name(ch) || ch == '-') || before.ends_with("http_");
        let behind = behind.get(name.len()..).unwrap_or_default();
        let value = behind.trim_start_matches(is_joint);
        is_whole && value.len() < behind.len() && value.starts_with("basic ")
    });
    const CALLS: [&str; 3] = ["httpbasicauth(", "setbasicauth(", "auth=("];
    let is_in_body =
        ["client_secret=", "client_secret\":", "client_secret':", "client_secret' =>", "client_secret\" =>"];
    (is_header || CALLS.iter().any(|call| lower.contains(call)) || has_option_of_curl(lower))
        && !is_in_body.iter().any(|part| lower.contains(part))
}

/// Whether a command of curl has the option for the credentials of the client. Other programs have one of that name.
fn has_option_of_curl(lower: &str) -> bool {
    let (mut is_curl, mut is_continued) = (false, false);
    lower.lines().any(|line| {
        is_curl = is_curl && is_continued;
        is_continued = line.trim_end().ends_with(['\\', '^', '`']);
        line.split_whitespace().any(|word| {
            let name = word.trim_matches(is_quote).rsplit(['/', '\\', '(']).next().unwrap_or_default();
            let is_end = word.ends_with([';', '|', '&']);
            let is_option = is_curl && (word == "-u" || word == "--user" || word.starts_with("--user="));
            is_curl = !is_end && (is_curl || matches!(name.trim_start_matches('`'), "curl" | "curl.exe"));
            is_option
        })
    })
}

/// Whether the settings of Ruby's `openid_connect` have both. Go and Java read such an issuer with `http`.
fn has_http_discovery(lower: &str) -> bool {
    let is_value = |name: &str, value: &str| {
        lower.match_indices(name).any(|(at, _)| {
            let behind = lower.get(at + name.len()..).unwrap_or_default();
            let inner = behind.trim_start_matches(|ch: char| ch == ' ' || "\"':=>".contains(ch));
            inner.len() < behind.len() && inner.starts_with(value)
        })
    };
    is_value("discovery", "true") && is_value("issuer", "http://")
}

/// Whether the grant type of a request is `password`, and the text names Laravel's server or the kinds of its clients.
fn is_password_at_passport(lower: &str) -> bool {
    const NAMES: [&str; 5] = [
        "passport:client",
        "personal access client",
        "personal_access_client",
        "laravel\\passport",
        "laravel passport",
    ];
    let is_password = lower.match_indices("grant_type").any(|(at, name)| {
        let behind = lower.get(at + name.len()..).unwrap_or_default();
        let value = behind.trim_start_matches(|ch: char| ch == ' ' || "\"'`:=>\\".contains(ch));
        behind.len() > value.len() && value.starts_with("password")
    });
    is_password && NAMES.iter().any(|name| lower.contains(name))
}

/// Whether a line says that a connection was refused, and that it was one to this computer.
fn is_refused_by_itself(lower: &str) -> bool {
    const REFUSED: [&str; 7] = [
        "refused",
        "failed to connect",
        "could not connect",
        "couldn't connect",
        "failed to establish a new connection",
        "failed to open tcp connection",
        "verweiger",
    ];
    let is_refused = |line: &&str| REFUSED.iter().any(|part| line.contains(part));
    lower.lines().filter(is_refused).any(|line| OWN_HOSTS.iter().any(|host| has_host(line, host)))
}

const OWN_HOSTS: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// Whether a host is in a line, and not as a part of a longer name.
fn has_host(line: &str, host: &str) -> bool {
    let is_of_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.');
    line.match_indices(host).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let behind = line.get(at + host.len()..).unwrap_or_default();
        // The dot that ends a sentence is none of a name.
        let is_longer = behind.trim_start_matches('.').starts_with(|ch: char| ch.is_alphanumeric() || ch == '-')
            || behind.starts_with('_');
        !before.is_some_and(|ch| is_of_name(ch) || ch == ':') && !is_longer
    })
}

/// Whether the name of a parameter follows `&amp;`. The source of a page has it in every link.
fn has_escaped_ampersand(lower: &str) -> bool {
    const NAMES: [&str; 6] =
        ["grant_type=", "client_id=", "client_secret=", "redirect_uri=", "code=", "refresh_token="];
    if ["<a ", "<html", "<form", "href="].iter().any(|mark| lower.contains(mark)) {
        return false;
    }
    let escaped = ["&amp;", "\\u0026amp;", "%26amp%3b", "&amp%3b"];
    escaped.iter().any(|amp| {
        lower.match_indices(amp).any(|(at, _)| {
            let behind = lower.get(at + amp.len()..).unwrap_or_default();
            NAMES.iter().any(|name| behind.starts_with(name))
        })
    })
}

/// That a function finds it in each of some texts, and in none of others.
#[cfg(test)]
#[track_caller]
fn tells_apart(is: fn(&str) -> bool, yes: &[&str], no: &[&str]) {
    yes.iter().for_each(|text| assert!(is(text), "{text}"));
    no.iter().for_each(|text| assert!(!is(text), "{text}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn tells(one: Circumstance, texts: &[&str]) {
        for text in texts {
            assert!(circumstances(text).contains(&one), "{one:?}: {text}");
        }
    }

    #[track_caller]
    fn tells_not(one: Circumstance, texts: &[&str]) {
        for text in texts {
            assert!(!circumstances(text).contains(&one), "{one:?}: {text}");
        }
    }

    #[test]
    fn the_computer_that_asks() {
        tells(
            Circumstance::OwnComputer,
            &[
                "Failed to open TCP connection to localhost:1234 (Connection refused - connect(2) for \"localhost\" port 1234)",
                "connect ECONNREFUSED 127.0.0.1:8080",
                "connect ECONNREFUSED ::1:8080",
                "dial tcp [::1]:8080: connect: connection refused",
                "Post \"http://127.0.0.1:8080/realms/a/protocol/openid-connect/token\": connection refused",
                "Connect to localhost:8443 [localhost/127.0.0.1] failed: Connection refused (Connection refused)",
                "HTTPConnectionPool(host='localhost', port=8080): Max retries exceeded with url: /token (Caused by NewConnectionError('Failed to establish a new connection: [Errno 111] Connection refused'))",
                "No connection could be made because the target machine actively refused it. (localhost:5001)",
                "Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte. (localhost:5001)",
                "curl: (7) Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server",
                "cURL error 7: Failed to connect to 127.0.0.1 port 9000: Connection refused for http://127.0.0.1:9000/token",
                "Connection refused: localhost.",
            ],
        );
        tells_not(
            Circumstance::OwnComputer,
            &[
                "connect ECONNREFUSED 10.0.0.9:443",
                "dial tcp 172.20.0.2:8888: connect: connection refused",
                "Failed to connect to localhost.example.com port 443",
                "Failed to connect to my-localhost port 443",
                "connect ECONNREFUSED fd00::1:8080",
                "connect ECONNREFUSED 1.127.0.0.1",
                "http://localhost:8080/callback\ninvalid_grant",
                "connect ECONNREFUSED 10.0.0.9:443\nstarted at http://localhost:3000",
                "the server refused the code",
                "",
            ],
        );
    }

    #[test]
    fn an_ampersand_from_the_source_of_a_page() {
        tells(
            Circumstance::EscapedAmpersand,
            &[
                "POST /token?client_id=a&amp;grant_type=client_credentials",
                r#"{"url":"/token?client_id=a\u0026amp;grant_type=x"}"#,
                "grant_type=password&AMP;client_secret=x",
                "/token?a=b%26amp%3Bcode=c",
            ],
        );
        tells_not(
            Circumstance::EscapedAmpersand,
            &[
                "POST /token?client_id=a&grant_type=client_credentials",
                "<a href=\"/authorize?client_id=a&amp;code=c\">",
                "Tom &amp; Jerry: code=c",
                "&amp;lang=en",
            ],
        );
    }

    #[test]
    fn a_device_that_asks_too_early() {
        tells(
            Circumstance::PolledEarly,
            &[
                "* Request at 2026-01-16 11:57:10.344 +0100\nerror=slow_down&interval=25\n* Request at 2026-01-16 11:57:32.783 +0100\n",
                "10:00:00 POST /token\n{\"error\":\"authorization_pending\",\"interval\": 5}\n10:00:03 POST /token",
                "18:47:05.1 New interval: 10s\n18:47:08.449 polling for token\n18:47:11.383 polling for token",
            ],
        );
        tells_not(
            Circumstance::PolledEarly,
            &[
                "* Request at 2026-01-16 11:57:10.344\nerror=slow_down&interval=25\n* Request at 2026-01-16 11:57:35.783",
                "10:00:00 POST /token\n10:00:03 POST /token",
                "10:00:00 POST /token\ninterval=5\n10:00:01 GET /health",
                "23:59:59 POST /token\ninterval=5\n00:00:01 POST /token",
                "interval=5",
            ],
        );
    }

    #[test]
    fn what_the_program_and_the_product_are() {
        tells(
            Circumstance::TimeWithoutZone,
            &[
                "int(datetime.utcnow().timestamp())",
                "time.mktime(datetime.utcnow().timetuple())",
                "now = datetime.utcnow()\niat = int(now.timestamp())",
                "now = datetime.datetime.utcnow()\nlog(now)\nexp = (now + timedelta(hours=1)).timestamp()",
                "exp = int((\n    datetime.utcnow() + timedelta(minutes=5)\n).timestamp())",
                "t = datetime.utcnow()\niat = time.mktime(t.timetuple())",
                "iat = datetime.utcnow().strftime('%s')",
                "iat = datetime.utcfromtimestamp(time.time()).timestamp()",
                "print(datetime.now()); iat = datetime.utcnow().timestamp()",
                "DateTime.Now - epoch",
            ],
        );
        tells_not(
            Circumstance::TimeWithoutZone,
            &[
                "datetime.now(timezone.utc).timestamp()",
                "datetime.utcnow()",
                "calendar.timegm(datetime.utcnow().timetuple())",
                "log(datetime.utcnow())\niat = int(datetime.now().timestamp())",
                "log(datetime.utcnow()); iat = int(datetime.now().timestamp())",
                "log(datetime.utcnow(), datetime.now().timestamp())",
                "started = datetime.utcnow()\niat = int(datetime.now().timestamp())\nlog(started)",
                "now = datetime.utcnow()\niat = int(event.now.timestamp())",
                "iat = time.mktime(datetime.now().timetuple())\nrow.created = datetime.utcnow()",
                "now = datetime.utcnow()\niat = calendar.timegm(now.timetuple())",
                "DateTime.UtcNow - new DateTime(1970, 1, 1)",
                "DateTime.Now - started;\nnew DateTime(1970, 1, 1)",
            ],
        );
        tells(
            Circumstance::ClientInHeader,
            &[
                "Authorization: Basic abc",
                "{'Authorization': 'Basic abc'}",
                "\"HTTP_AUTHORIZATION\" => \"Basic abc\"",
                "curl -H 'Authorization: Basic abc' https://a.example/token",
                "curl -u a:b",
                "curl https://a.example/token --user a:b -d x",
                "curl -X POST https://a.example/token \\\n  -u \"$ID:$SECRET\" \\\n  -d x",
                "curl.exe --user=a:b https://a.example/token",
                "out=$(curl -s -u a:b https://a.example/token)",
                "/usr/bin/curl -u a:b https://a.example/token",
                "auth=(a, b)",
            ],
        );
        tells_not(
            Circumstance::ClientInHeader,
            &[
                "Authorization: Bearer abc",
                "authorization basics",
                "Authorization: Basic a\n\nclient_secret=b",
                "systemctl --user restart app\n{\"error\":\"invalid_request\",\"error_description\":\"client_secret is required\"}",
                "Proxy-Authorization: Basic abc\n{\"error\":\"invalid_request\",\"error_description\":\"client_secret is required\"}",
                "X-Authorization: Basic abc",
                "curl https://a.example/token -d x\nsystemctl --user restart app",
                "curl https://a.example/token; systemctl --user restart app",
                "curl https://a.example/token | sort -u",
                "curl https://a.example/token && git push -u origin main",
                "docker run -u 1000 app",
                "curl --proxy-user a:b https://a.example/token",
            ],
        );
        tells(Circumstance::PowerConnector, &["https://global.consent.azure-apim.net/redirect"]);
        tells_not(Circumstance::PowerConnector, &["https://contoso.azure-apim.net/token"]);
        tells(Circumstance::HttpDiscovery, &["issuer: 'http://a', discovery: true", "DISCOVERY=true\nISSUER=http://a"]);
        tells_not(
            Circumstance::HttpDiscovery,
            &[
                "issuer: 'https://a', discovery: true",
                "issuer: 'http://a', discovery: false",
                "issuer http, discovery true",
            ],
        );
    }
}

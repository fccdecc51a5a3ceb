//! What a text with an error tells of the request that failed, apart from its parameters.

mod asked_scopes;
mod browser;
mod compared;
mod cookies;
mod encrypted;
mod entra;
mod forms;
mod google;
mod instances;
mod issuers;
mod logged;
mod named;
mod placeholders;
mod programs;
mod redirected;
mod retired;
mod salesforce;
mod settings;
mod tenants;

pub(in crate::reading) use self::retired::has_token_of_app;
use crate::chars::{front_of, is_quote};
use crate::reading::variables::{is_of_name, target};

/// What a text tells of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circumstance {
    /// The host that refused the connection is the computer, or the container, that asked.
    OwnComputer,
    /// The parameters are separated by `&amp;`.
    EscapedAmpersand,
    /// A device asked again before the interval that the server named was over (RFC 8628 §3.5).
    PolledEarly,
    /// A new access token was requested with a refresh token.
    Refreshing,
    /// A program makes seconds of a time of day that has no time zone.
    TimeWithoutZone,
    /// The client authenticated in the header, and not in the body too (RFC 6749 §2.3.1).
    ClientInHeader,
    /// It is from a connector of Microsoft's Power Platform.
    PowerConnector,
    /// The issuer begins with `http`, and a Ruby program looks for its discovery document.
    HttpDiscovery,
    /// The client is a program in the browser, and the text has no secret.
    BrowserClient,
    /// A password was sent to Laravel Passport for a token.
    PassportPassword,
    /// A decoded token is one for Microsoft Graph.
    GraphToken,
    /// A permission is a delegated one, and the program has a token without a user.
    OnlyDelegated,
    /// The authorization endpoint and the redirect URL are on two ports of one host (RFC 6265 §8.5).
    CookiesShared,
    /// The settings of `git` have a client ID, and the text has no secret.
    NoSecretSet,
    /// A placeholder of a sample is in the place of a value.
    PlaceholderInText,
    /// The settings are those of a JWT app of Zoom.
    RetiredNames,
    /// A program makes a signature for Zoom's Meeting SDK that is no JWT.
    RetiredSignature,
    /// The tenant that a program uses is none of those that Xero lists for the token.
    TenantNotListed,
    /// A URL has the path that Keycloak had before version 17.
    KeycloakAuthPath,
    /// The `callbackURL` of Passport is a path without the slash at its front.
    RedirectRelative,
    /// An authorization code is a setting or a constant of a program.
    CodeFixed,
    /// A program keeps the access token of a code, and no refresh token.
    RefreshUnused,
    /// A program uses the result of a function before there is one.
    TokenNotAwaited,
    /// A secret in the file of an environment has a `#` and no quotes.
    HashInSecret,
    /// The URL of the profile is the name of a scope.
    ScopeAsUserInfo,
    /// Two issuers differ only in the slash at the end.
    IssuerSlash,
    /// One `state` came back from several sign-ins.
    StateReused,
    /// Several programs request a token in turn.
    TokensInTurn,
    /// A program requests a token only where it has none.
    TokenKept,
    /// The host that could not be resolved is a name without a dot.
    OneWordHost,
    /// A program has checked its own settings, and one of this connection is not set.
    SettingUndefined,
    /// There is a refresh token, and the IDs of two clients at Google.
    GoogleClientsDiffer,
    /// A code is the beginning of a longer one.
    CodeShorter,
    /// By the times of a log, a token was used after it had expired.
    TokenAged,
    /// A token is one of GitHub or Google that nobody else can decode.
    TokenOpaque,
    /// A token is one that an app has signed itself, as the JWT apps of Zoom did.
    SignedByApp,
    /// A server of Spring stores the secret of a client without encoding it.
    SecretNotEncoded,
    /// One issuer is named under two hosts, one of them internal.
    IssuerHosts,
    /// Salesforce's API is called at a host other than that of the instance.
    OtherInstance,
    /// Somebody of a sandbox signs in at Salesforce's host for production.
    SandboxElsewhere,
    /// The access token is encrypted (RFC 7516).
    TokenEncrypted,
    /// A page in the browser requests a token with a secret.
    SecretInBrowser,
    /// The refresh token lasts for a week, by the response it came with.
    RefreshForWeek,
    /// A sign-in at Google does not ask for offline access.
    OfflineLeftOut,
    /// A redirect added a slash to the URL and made a `GET` of the `POST`.
    SlashAdded,
    /// A request asks for a scope that is not in the list of the client.
    ScopeNotListed,
    /// Several installations of a product use one app.
    SeveralInstances,
    /// A request to GitHub's token endpoint does not ask for JSON.
    JsonNotAsked,
}

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
        (Circumstance::PolledEarly, polled_early(&lower)),
        (Circumstance::Refreshing, REFRESHING.iter().any(|part| lower.contains(part))),
        (Circumstance::TimeWithoutZone, has_time_without_zone(&lower)),
        (Circumstance::ClientInHeader, has_client_in_header(&lower)),
        (Circumstance::PowerConnector, CONNECTOR.iter().any(|part| lower.contains(part))),
        (Circumstance::HttpDiscovery, has_http_discovery(&lower)),
        (Circumstance::BrowserClient, is_in_browser(&lower)),
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
        (Circumstance::TokenNotAwaited, programs::sends_no_token(text)),
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

/// Whether Python's `utcnow()` is taken for local time (its documentation, `datetime.timestamp`), or local time for UTC in
/// .NET.
fn has_time_without_zone(lower: &str) -> bool {
    const ZONES: [&str; 4] = ["timezone.utc", "tzinfo=", "pytz.utc", "datetime.utc)"];
    let is_dotnet = ["datetime.now - ", "datetime.now.subtract(", "datetime]::now - "].iter().any(|part| {
        lower.match_indices(part).any(|(at, _)| {
            let operand = front_of(lower.get(at + part.len()..).unwrap_or_default(), LONGEST_OPERAND);
            operand.lines().next().is_some_and(|operand| operand.contains("1970") || operand.contains("epoch"))
        })
    });
    makes_seconds_of_utc(lower) && !ZONES.iter().any(|part| lower.contains(part)) || is_dotnet
}

/// Whether a statement of Python makes seconds of `utcnow()`, or of a variable that has it.
fn makes_seconds_of_utc(lower: &str) -> bool {
    const TIMES: [&str; 2] = ["utcnow()", "utcfromtimestamp("];
    if !TIMES.iter().any(|time| lower.contains(time)) {
        return false;
    }
    let mut variables: Vec<&str> = Vec::new();
    for statement in statements(lower) {
        let time = TIMES.iter().filter_map(|time| Some((statement.find(time)?, *time))).min();
        let has_seconds = |part: &str| {
            let ends = [".timestamp()", "strftime('%s')", "strftime(\"%s\")"].iter().filter_map(|end| part.find(end));
            // Seconds of another time are sound.
            ends.min().is_some_and(|end| part.get(..end).is_some_and(|before| !before.contains("now(")))
        };
        let has_call = |part: &str| part.rsplit_once("mktime(").is_some_and(|(_, inner)| !inner.contains(')'));
        let is_of = |at: usize, length: usize| {
            let (before, behind) = statement.split_at_checked(at).unwrap_or_default();
            has_call(before) || has_seconds(behind.get(length..).unwrap_or_default())
        };
        let is_of_variable = |name: &&str| {
            statement.match_indices(*name).take(MOST_VARIABLES).any(|(at, _)| {
                let (before, behind) = statement.split_at_checked(at).unwrap_or_default();
                let is_whole = !before.ends_with(is_of_name) && !before.ends_with('.');
                is_whole
                    && !behind.get(name.len()..).unwrap_or_default().starts_with(is_of_name)
                    && is_of(at, name.len())
            })
        };
        if time.is_some_and(|(at, time)| is_of(at, time.len())) || variables.iter().any(is_of_variable) {
            return true;
        }
        let set = time.and_then(|(at, _)| target(statement.get(..at)?));
        variables.extend(set.filter(|_| variables.len() < MOST_VARIABLES));
    }
    false
}

/// How many variables have the time, and how many places of one are looked at in a statement.
const MOST_VARIABLES: usize = 16;

/// The statements of a program: a line, or several that brackets hold together.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut length) = (0_usize, 0_usize);
    text.split(move |ch| {
        length += 1;
        match ch {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_end = ch == ';' || ch == '\n' && (depth == 0 || length > LONGEST_STATEMENT);
        if is_end {
            (depth, length) = (0, 0);
        }
        is_end
    })
}

/// In characters: a line behind so many begins a statement in any case.
const LONGEST_STATEMENT: usize = 400;

/// In bytes.
const LONGEST_OPERAND: usize = 80;

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

/// Whether a text has a library that is a client in the browser, and no secret.
fn is_in_browser(lower: &str) -> bool {
    const LIBRARIES: [&str; 12] = [
        "keycloak-js",
        "keycloak-angular",
        "keycloakservice",
        "keycloak.init(",
        "new keycloak(",
        "check-sso",
        "reactkeycloakprovider",
        "angular-oauth2-oidc",
        "angular-auth-oidc-client",
        "react-oidc-context",
        "oidc-client-ts",
        "oidc-client-js",
    ];
    LIBRARIES.iter().any(|library| lower.contains(library)) && !SECRETS.iter().any(|name| lower.contains(name))
}

/// The names that a secret has in requests and in settings, in lowercase.
const SECRETS: [&str; 5] = ["client_secret", "clientsecret", "client-secret", "secret:", "secret="];

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

/// Whether two requests that a log dates are closer together than the interval that it has before the second one.
fn polled_early(lower: &str) -> bool {
    let (mut interval, mut last) = (None, None);
    for line in lower.lines() {
        if let Some(now) = request_time(line) {
            let is_early = |(interval, before): (f64, f64)| now > before && now - before < interval;
            if interval.zip(last).is_some_and(is_early) {
                return true;
            }
            last = Some(now);
        }
        interval = seconds_of_interval(line).or(interval);
    }
    false
}

/// The time of day, in seconds, of a line that tells of a request.
fn request_time(line: &str) -> Option<f64> {
    if !["request at", "post ", "poll"].iter().any(|part| line.contains(part)) {
        return None;
    }
    line.match_indices(':').find_map(|(at, _)| {
        let hours: f64 = line.get(at.checked_sub(2)?..at)?.parse().ok()?;
        let rest = line.get(at + 1..)?;
        let minutes: f64 = rest.get(..2)?.parse().ok()?;
        let behind = rest.get(2..)?.strip_prefix(':')?;
        let length = behind.bytes().take(12).take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let seconds: f64 = behind.get(..length)?.trim_end_matches('.').parse().ok()?;
        (hours < 24.0 && minutes < 60.0 && seconds < 61.0).then_some(hours * 3600.0 + minutes * 60.0 + seconds)
    })
}

/// The number behind the last `interval` of a line.
fn seconds_of_interval(line: &str) -> Option<f64> {
    let (_, behind) = line.rsplit_once("interval")?;
    let digits = behind.trim_start_matches(|ch: char| "\"':= \\".contains(ch));
    let length = digits.bytes().take(6).take_while(u8::is_ascii_digit).count();
    digits.get(..length)?.parse().ok().filter(|_| digits.len() < behind.len())
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

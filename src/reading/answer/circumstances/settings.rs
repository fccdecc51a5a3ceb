//! Settings that say something else than was meant.

use crate::chars::{end_of, front_of, is_quote};

/// Whether the file of an environment has a secret with a `#` in it and without quotes: from there on it is a comment to
/// some programs that read such a file.
pub(super) fn has_hash_in_secret(text: &str) -> bool {
    const NAMES: [&str; 4] = ["SECRET", "PASSWORD", "_KEY", "TOKEN"];
    text.lines().filter_map(|line| line.trim().split_once('=')).any(|(name, value)| {
        let is_variable = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        is_variable
            && NAMES.iter().any(|part| name.contains(part))
            && !value.starts_with(|ch| is_quote(ch) || ch == '#')
            && value.contains('#')
            && !value.contains([' ', '\t', '{'])
    })
}

/// Whether Docker gets the file of an environment, and a value of a client in it has quotes: `docker run` keeps them, as
/// `docker compose` and Node do not. `lower` is the text in lowercase.
pub(super) fn has_quotes_kept(lower: &str) -> bool {
    const RUNS: [&str; 4] = ["docker run", "docker container run", "docker create", "podman run"];
    const NAMES: [&str; 5] = ["client", "secret", "account_id", "token", "password"];
    let mut lines = lower.lines();
    let is_run = lines.any(|line| line.contains("--env-file") && RUNS.iter().any(|run| line.contains(run)));
    is_run
        && lower.lines().filter_map(|line| line.trim().split_once('=')).any(|(name, value)| {
            let is_variable = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            let quote = value.chars().next().filter(|ch| matches!(ch, '"' | '\''));
            is_variable
                && NAMES.iter().any(|part| name.contains(part))
                && quote.is_some_and(|quote| value.len() > 2 && value.ends_with(quote))
        })
}

/// Whether a server has nothing at a URL with the path that Keycloak had before version 17. Keycloak knows the path where
/// it tells of the realm. `lower` is the text in lowercase.
pub(super) fn has_no_auth_path(lower: &str) -> bool {
    const GONE: [&str; 3] = ["404", "could not find resource", "unable to find matching target"];
    if !lower.contains(AUTH_PATH) || lower.contains("realm does not exist") {
        return false;
    }
    let (mut path, mut gone) = (None, None);
    lower.lines().enumerate().any(|(at, line)| {
        path = if line.contains(AUTH_PATH) { Some(at) } else { path };
        gone = if GONE.iter().any(|part| line.contains(part)) { Some(at) } else { gone };
        path.zip(gone).is_some_and(|(path, gone): (usize, usize)| path.abs_diff(gone) <= MOST_LINES)
    })
}

const AUTH_PATH: &str = "/auth/realms/";
/// How many lines a request has, up to its response.
const MOST_LINES: usize = 6;

/// Whether an authorization code is a setting, or a constant of a program.
pub(super) fn has_fixed_code(text: &str) -> bool {
    text.lines().any(|line| {
        let Some((name, value)) = setting(line) else { return false };
        let value = value.trim_end_matches([';', ',']).trim_matches(is_quote);
        let is_code = value.len() >= SHORTEST_CODE
            && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./%".contains(&byte))
            && value.bytes().any(|byte| byte.is_ascii_digit())
            && !value.contains("env.");
        is_code && ["authcode", "authorizationcode"].iter().any(|end| name.ends_with(end))
    })
}

/// In bytes.
const SHORTEST_CODE: usize = 12;

/// Whether the option of a strategy of Passport has a path without the slash at its front.
pub(super) fn has_relative_callback(text: &str) -> bool {
    text.match_indices("callbackURL").any(|(at, option)| {
        let behind = text.get(at + option.len()..).unwrap_or_default().trim_start_matches(is_quote).trim_start();
        let value = behind.strip_prefix(':').map(str::trim_start).unwrap_or_default();
        let Some(quote) = value.chars().next().filter(|ch| is_quote(*ch)) else { return false };
        let path = value.get(quote.len_utf8()..).and_then(|inner| inner.split(quote).next()).unwrap_or_default();
        let first = path.split('/').next().unwrap_or_default();
        // Without a dot, it is no host.
        path.contains('/')
            && !first.is_empty()
            && first.chars().all(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-'))
    })
}

/// Whether one entry of a list of redirect URLs, `["https://a https://b"]`, has several of them. `lower` is the text in
/// lowercase.
pub(super) fn has_redirects_in_one(lower: &str) -> bool {
    const LONGEST_ENTRY: usize = 400;
    const LONGEST_LEAD: usize = 400;
    const MOST: usize = 200;
    ["\"http", "'http"].iter().flat_map(|start| lower.match_indices(start).take(MOST)).any(|(at, start)| {
        let (before, from) = lower.split_at_checked(at).unwrap_or_default();
        let (Some(quote), Some(entry)) = (start.chars().next(), from.get(1..)) else { return false };
        let entry = front_of(entry, LONGEST_ENTRY).split([quote, '\n']).next().unwrap_or_default();
        let urls = entry.split([' ', ',', ';']).filter(|part| part.starts_with("http") && part.contains("://"));
        let before = end_of(before, LONGEST_LEAD);
        let list = before.rfind('[').and_then(|open| before.split_at_checked(open));
        urls.take(2).count() == 2
            && list.is_some_and(|(label, inner)| {
                let line = label.rsplit('\n').next().unwrap_or_default();
                !inner.contains(']') && ["redirect", "callback"].iter().any(|word| line.contains(word))
            })
    })
}

/// Whether the URL from which the profile is read is the name of a scope: one of Google's, or one that is requested.
pub(super) fn has_scope_as_user_info(text: &str) -> bool {
    text.lines().any(|line| {
        let Some((name, value)) = setting(line) else { return false };
        let url = value.trim_matches(is_quote).split('?').next().unwrap_or_default();
        let is_user_info = ["userinfouri", "userinfourl", "userinfoendpoint"].iter().any(|end| name.ends_with(end));
        let is_scope = || {
            url.contains("googleapis.com/auth/")
                || text.lines().filter_map(setting).any(|(name, value)| {
                    ["scope", "scopes"].iter().any(|end| name.ends_with(end)) && value.contains(url)
                })
        };
        is_user_info && url.starts_with("http") && is_scope()
    })
}

/// The name of a setting without what separates its words, in lowercase, and its value.
fn setting(line: &str) -> Option<(String, &str)> {
    let at = line.find([':', '='])?;
    let (before, behind) = line.split_at_checked(at)?;
    let value = behind.trim_start_matches([':', '=', '>', ' ', '\t']).trim_end();
    let last = before.split_whitespace().last()?;
    let name: String = last.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect();
    (!value.is_empty() && before.len() <= LONGEST_NAME).then_some((name, value))
}

/// In bytes.
const LONGEST_NAME: usize = 160;

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_secret_that_becomes_a_comment() {
        tells_apart(
            has_hash_in_secret,
            &[
                "OFFICE365_SECRET_APP_KEY=hT2#vQ9$kLw7!pX",
                "A=1\r\nCLIENT_SECRET=abc#def\r\n",
                "  AZURE_CLIENT_SECRET=a~b#c",
                "DB_PASSWORD=x#1",
                "ACCESS_TOKEN=a#b",
            ],
            &[
                "CLIENT_SECRET=\"hT2#vQ9\"",
                "CLIENT_SECRET='hT2#vQ9'",
                "CLIENT_SECRET=abc # the new one",
                "CLIENT_SECRET=#todo",
                "CLIENT_SECRET=abc",
                "COLOR=#ff0000",
                "APP_URL=https://a.example/#/cb",
                "clientSecret=a#b",
                "CLIENT_SECRET=#{ENV}",
                "",
            ],
        );
    }

    #[test]
    fn quotes_that_docker_keeps() {
        tells_apart(
            has_quotes_kept,
            &[
                "zoom_client_id=\"hj3kd92l\"\r\ndocker run --rm --env-file .env recorder:1.8",
                "$ docker run --env-file=prod.env a\nclient_secret='abc'",
                "podman run --env-file .env a\nzoom_account_id=\"pq7r\"",
            ],
            &[
                "",
                "client_secret=\"abc\"",
                "docker run --env-file .env a\nclient_secret=abc",
                "docker compose --env-file .env up\nclient_secret=\"abc\"",
                "node --env-file=.env a.js\nclient_secret=\"abc\"",
                "docker run --env-file .env a\ntz=\"europe/vienna\"",
                "docker run --env-file .env a\nclient_secret=\"\"",
            ],
        );
    }

    #[test]
    fn a_path_that_is_gone() {
        tells_apart(
            has_no_auth_path,
            &[
                "post http://localhost:8080/auth/realms/a/token\nhttp/1.1 404 not found",
                "could not find resource for full path: http://localhost:8080/auth/realms/a/token",
                "request failed with status code 404\n  method: 'post',\n  url: 'https://a.example/auth/realms/a/token'",
                "404: https://a.example/auth/realms/a",
            ],
            &[
                "post http://localhost:8080/realms/a/token\n404 not found",
                "get https://a.example/auth/realms/a 404\n{\"error\":\"realm does not exist\"}",
                "issuer: https://a.example/auth/realms/a\n\n\n\n\n\n\n\nget https://api.example/orders 404",
                "post https://a.example/auth/realms/a/token 200",
                "",
            ],
        );
    }

    #[test]
    fn a_code_that_is_used_each_time() {
        tells_apart(
            has_fixed_code,
            &[
                "ZOOM_AUTH_CODE=6bEYElqUZY_EmxGyJBYetjfeejD8LMILI",
                "const authCode = '6bEYElqUZY_EmxGyJBYetjfeejD8LMILI';",
                "AUTHORIZATION_CODE = \"6bEYElqUZY-EmxGyJBYet\"",
                "$auth_code = '4/0AX4XfWh6bEYElqUZY';",
                "  authorization_code: 6bEYElqUZY_EmxGyJBYet",
                "export AUTH_CODE=6bEYElqUZY_EmxGyJBYet\r\n",
            ],
            &[
                "ZOOM_AUTH_CODE = os.getenv(\"ZOOM_AUTH_CODE\")",
                "const authCode = req.query.code;",
                "grant_type=authorization_code",
                "\"grant_type\": \"authorization_code\",",
                "AUTH_CODE=",
                "AUTH_CODE=process.env.AUTH_CODE2024",
                "error_code: 6bEYElqUZY_EmxGyJBYet",
                "authCode = input(\"code: \")",
                "",
            ],
        );
    }

    #[test]
    fn a_path_without_its_slash() {
        tells_apart(
            has_relative_callback,
            &[
                "callbackURL: \"auth/google/callback\",",
                "callbackURL: 'auth/callback'",
                "\"callbackURL\": `oauth2/redirect/google`",
                "callbackURL : 'api/v1/cb'",
            ],
            &[
                "callbackURL: \"/auth/google/callback\"",
                "callbackURL: 'https://app.example.com/cb'",
                "callbackURL: 'localhost:3000/cb'",
                "callbackURL: 'app.example.com/cb'",
                "callbackURL: `${base}/cb`",
                "callbackURL: process.env.CALLBACK",
                "callbackURL: 'callback'",
                "callbackURL",
            ],
        );
    }

    #[test]
    fn several_redirect_urls_in_one_entry() {
        tells_apart(
            has_redirects_in_one,
            &[
                "allowed_redirect_uris = [\"http://localhost:8250/oidc/callback https://vault.example.com/cb\"]",
                "redirect_uris: ['https://a.example/cb,https://b.example/cb']",
                "\"redirecturis\": [\n  \"https://a.example/cb; https://b.example/cb\"\n]",
                "callback_urls = [\"https://a.example/cb\", \"https://b.example/cb https://c.example/cb\"]",
            ],
            &[
                "",
                "allowed_redirect_uris = [\"http://localhost:8250/oidc/callback\", \"https://vault.example.com/cb\"]",
                // Its entries may be parted by spaces.
                "redirect_uris=\"https://a.example/cb https://b.example/cb\"",
                "redirect_uris = []\nnote = \"https://a.example/cb https://b.example/cb\"",
                "hosts = [\"https://a.example/cb https://b.example/cb\"]",
                "redirect_uris: ['https://a.example/cb?next=https://b.example/cb']",
            ],
        );
    }

    #[test]
    fn a_scope_where_the_profile_should_be() {
        tells_apart(
            has_scope_as_user_info,
            &[
                "user-info-uri: https://www.googleapis.com/auth/contacts.readonly?alt=json",
                "spring.security.oauth2.client.provider.google.user-info-uri=https://www.googleapis.com/auth/calendar",
                "userInfoUrl: 'https://www.googleapis.com/auth/drive'",
                "scope: openid https://api.example.com/read\nuserinfo_endpoint: https://api.example.com/read",
            ],
            &[
                "user-info-uri: https://openidconnect.googleapis.com/v1/userinfo",
                "user-info-uri: https://www.googleapis.com/oauth2/v3/userinfo",
                "scope: https://www.googleapis.com/auth/contacts.readonly",
                "user-info-uri: ${USER_INFO}",
                "scope: openid\nuserinfo_endpoint: https://api.example.com/me",
                "",
            ],
        );
    }
}

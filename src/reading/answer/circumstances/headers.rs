//! A header that gets lost between the web server and the program behind it.

/// Whether the program behind a web server does not get the header: somebody looked, or the same token is accepted in the
/// URL. `lower` is in lowercase.
pub(super) fn is_dropped(lower: &str) -> bool {
    let is_named =
        || NAMES.iter().any(|name| lines_with(lower, name).any(|line| LOST.iter().any(|word| line.contains(word))));
    is_named() || is_accepted_in_url(lower)
}

/// What programs call the header: CGI (RFC 3875 §4.1.18), Apache's rewrites.
const NAMES: [&str; 2] = ["http_authorization", "redirect_http_authorization"];
/// What people and programs say of it when it is not there.
const LOST: [&str; 17] = [
    " no ",
    "not set",
    "not there",
    "isn't",
    "is not",
    "missing",
    "empty",
    "undefined",
    "null",
    "none",
    "fehlt",
    "leer",
    "kein ",
    "vide",
    "absent",
    "vac\u{ed}o",
    "vazio",
];

fn lines_with<'t>(lower: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    lower.lines().filter(move |line| line.len() < LONGEST && line.contains(name))
}

/// In bytes: no sentence about a header is longer.
const LONGEST: usize = 400;

/// Whether Apache or PHP refused a token in the header with 401, and the text then has it in the URL and a 200.
fn is_accepted_in_url(lower: &str) -> bool {
    let Some(refused) = lower.find("authorization: bearer ") else { return false };
    let is_of_apache = lower.contains("server: apache") || lower.contains("x-powered-by: php");
    let behind = lower.get(refused..).unwrap_or_default();
    let in_url = behind.find("access_token=").and_then(|at| behind.split_at_checked(at));
    is_of_apache && in_url.is_some_and(|(before, after)| before.contains(" 401") && has_success(after))
}

fn has_success(text: &str) -> bool {
    text.lines().take(MOST_LINES).any(|line| line.split_whitespace().any(|word| word == "200"))
}

/// How many lines a request has, up to the status of its response.
const MOST_LINES: usize = 8;

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_header_that_does_not_arrive() {
        tells_apart(
            is_dropped,
            &[
                "print_r($_server) on the host has no http_authorization at all",
                "$_server['http_authorization'] is empty",
                "var_dump($_server['http_authorization']); // null",
                "> authorization: bearer a1b2\n< http/1.1 401 unauthorized\n< server: apache/2.4.58\n\n$ curl 'https://a.example/me?access_token=a1b2'\n200",
            ],
            &[
                "",
                "$token = $_server['http_authorization'];",
                "> authorization: bearer a1b2\n< http/1.1 401 unauthorized\n< server: apache/2.4.58",
                "> authorization: bearer a1b2\n< http/1.1 401 unauthorized\n< server: nginx\n\ncurl 'https://a.example/me?access_token=a1b2'\n200",
                "curl 'https://a.example/me?access_token=a1b2'\n200\nserver: apache",
            ],
        );
    }
}

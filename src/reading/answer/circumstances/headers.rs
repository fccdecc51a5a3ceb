//! A header that gets lost between the web server and the program behind it.

/// Whether the program behind a web server does not get the header: somebody looked, or the same token is accepted in the
/// URL. `lower` is in lowercase.
pub(super) fn is_dropped(lower: &str) -> bool {
    let is_named =
        || NAMES.iter().any(|name| lines_with(lower, name).any(|line| LOST.iter().any(|word| line.contains(word))));
    is_named() || is_accepted_in_url(lower) || is_sent_and_not_found(lower)
}

/// Whether a program behind Apache or PHP says that there is no such header, and the request has one.
fn is_sent_and_not_found(lower: &str) -> bool {
    const NOT_FOUND: [&str; 6] = [
        "authorization header was not found",
        "authorization header not found",
        "no authorization header",
        "missing authorization header",
        "authorization header is missing",
        "authorization header missing",
    ];
    let request = lower.lines().position(|line| line.trim_start_matches([' ', '>']).starts_with(SENT));
    let said = lower.lines().position(|line| NOT_FOUND.iter().any(|words| line.contains(words)));
    request.zip(said).is_some_and(|(request, said)| request < said) && is_of_apache(lower)
}

const SENT: &str = "authorization: bearer ";

/// Whether Apache or PHP answers, by their headers.
fn is_of_apache(lower: &str) -> bool {
    lower.contains("server: apache") || lower.contains("x-powered-by: php")
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
    let Some(refused) = lower.find(SENT) else { return false };
    let behind = lower.get(refused..).unwrap_or_default();
    let in_url = behind.find("access_token=").and_then(|at| behind.split_at_checked(at));
    is_of_apache(lower) && in_url.is_some_and(|(before, after)| before.contains(" 401") && has_success(after))
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
                "> post /wp-json/a http/1.1\n> authorization: bearer eyj0\n< http/1.1 403 forbidden\n< server: apache/2.4.52\n{\"message\":\"authorization header was not found.\"}",
            ],
            &[
                "",
                "> post /a http/1.1\n< server: apache/2.4.52\n{\"message\":\"authorization header was not found.\"}",
                "> post /a http/1.1\n> authorization: bearer eyj0\n{\"message\":\"authorization header was not found.\"}",
                "$token = $_server['http_authorization'];",
                "> authorization: bearer a1b2\n< http/1.1 401 unauthorized\n< server: apache/2.4.58",
                "> authorization: bearer a1b2\n< http/1.1 401 unauthorized\n< server: nginx\n\ncurl 'https://a.example/me?access_token=a1b2'\n200",
                "curl 'https://a.example/me?access_token=a1b2'\n200\nserver: apache",
            ],
        );
    }
}

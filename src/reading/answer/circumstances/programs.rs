//! What a program in a text does with the token that it requests.

use crate::chars::{front_of, is_quote};
use crate::reading::variables::is_of_name;

/// Whether a program, in lowercase, takes the access token that it gets for a code, and nothing to renew it with.
pub(super) fn has_no_refresh_token(lower: &str) -> bool {
    const READS: [&str; 5] =
        [".access_token", "[\"access_token\"]", "['access_token']", "(\"access_token\")", "('access_token')"];
    // `const { access_token } = response.data`
    let is_taken = || {
        lower.match_indices("access_token").any(|(at, name)| {
            let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
            before.trim_end().ends_with(['{', ','])
                && behind.get(name.len()..).is_some_and(|behind| behind.trim_start().starts_with(['}', ',']))
        })
    };
    lower.contains("authorization_code")
        && (READS.iter().any(|read| lower.contains(read)) || is_taken())
        && !lower.contains("refresh")
        && !lower.contains("offline")
}

/// Whether a header gets the result of a function before that has one: it is asynchronous and nobody waits for it, or it
/// returns the token only from inside a callback.
pub(super) fn sends_no_token(text: &str) -> bool {
    text.match_indices("Bearer ").take(MOST).any(|(at, scheme)| {
        let Some(inserted) = text.get(at + scheme.len()..).and_then(inserted) else { return false };
        if is_called(text, inserted) {
            return true;
        }
        let name = name_of(inserted);
        !name.is_empty()
            && text.match_indices(name).take(MOST_PLACES).any(|(at, _)| {
                let (before, from) = text.split_at_checked(at).unwrap_or_default();
                let behind = from.get(name.len()..).unwrap_or_default().trim_start();
                let value = behind.strip_prefix('=').filter(|value| !value.starts_with(['=', '>']));
                !before.ends_with(|ch| is_of_name(ch) || ch == '.')
                    && value.is_some_and(|value| is_called(text, value.trim_start()))
            })
    })
}

/// How many headers, places of a variable and definitions are looked at.
const MOST: usize = 16;
const MOST_PLACES: usize = 64;

/// What follows the scheme: `Bearer ' + token`, `Bearer ${token}`.
fn inserted(behind: &str) -> Option<&str> {
    let rest = behind.trim_start_matches(|ch| ch == ' ' || is_quote(ch));
    rest.strip_prefix('+').map(str::trim_start).or_else(|| rest.strip_prefix("${")).or_else(|| rest.strip_prefix('{'))
}

fn name_of(text: &str) -> &str {
    text.get(..text.find(|ch| !is_of_name(ch)).unwrap_or(text.len())).unwrap_or_default()
}

/// Whether a value is the call of a function that has no result yet. `await`, and what is done with the result later,
/// wait for it.
fn is_called(text: &str, value: &str) -> bool {
    let name = name_of(value);
    let Some(arguments) = value.get(name.len()..).filter(|behind| !name.is_empty() && behind.starts_with('(')) else {
        return false;
    };
    let end = closing(arguments).unwrap_or(arguments.len());
    let is_last = !arguments.get(end..).unwrap_or_default().trim_start().starts_with('.');
    is_last && is_too_early(text, name)
}

/// Whether a function of this name returns no token to whoever calls it.
fn is_too_early(text: &str, name: &str) -> bool {
    text.match_indices(name).take(MOST_PLACES).any(|(at, _)| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let behind = from.get(name.len()..).unwrap_or_default();
        if before.ends_with(is_of_name) || behind.starts_with(is_of_name) {
            return false;
        }
        let value = behind.trim_start().strip_prefix('=').map(str::trim_start);
        if before.ends_with("async def ") || before.ends_with("async function ") {
            return true;
        }
        let body = match value {
            Some(value) if value.starts_with("async ") || value.starts_with("async(") => return true,
            Some(value) if value.starts_with("function") || value.starts_with('(') => value,
            None if before.ends_with("function ") => behind,
            _ => return false,
        };
        returns_inside(front_of(body, LONGEST))
    })
}

/// In bytes: how long a function is.
const LONGEST: usize = 6000;

/// Whether a function returns a value only from inside a callback.
fn returns_inside(text: &str) -> bool {
    // Behind the parameters; an arrow may be between.
    let Some(body) = text.find('(').and_then(|at| {
        let end = at + closing(text.get(at..)?)?;
        let open = end + text.get(end..)?.find('{')?;
        text.get(..open).filter(|_| open - end <= " => ".len()).map(|_| open)
    }) else {
        return false;
    };
    // For each brace that is open, whether it is that of a function.
    let mut open: Vec<bool> = Vec::new();
    let mut is_inside = false;
    for (at, ch) in text.char_indices().skip_while(|(at, _)| *at < body) {
        match ch {
            '{' => open.push(at > body && begins_function(text.get(..at).unwrap_or_default())),
            '}' => {
                open.pop();
                if open.is_empty() {
                    break;
                }
            }
            'r' if is_return(text, at) => {
                if !open.contains(&true) {
                    return false;
                }
                is_inside = true;
            }
            _ => {}
        }
    }
    is_inside
}

/// Whether a value is returned here.
fn is_return(text: &str, at: usize) -> bool {
    let (before, from) = text.split_at_checked(at).unwrap_or_default();
    let value = from.strip_prefix("return").filter(|_| !before.ends_with(is_of_name));
    value.is_some_and(|value| value.starts_with([' ', '(']) && !value.trim_start().starts_with(';'))
}

/// Whether a brace behind this opens a function: `=>`, `function (…)`.
fn begins_function(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with("=>") {
        return true;
    }
    let mut depth = 0_usize;
    let open = before.char_indices().rev().find(|(_, ch)| {
        match ch {
            ')' => depth += 1,
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let head = open.and_then(|(at, _)| before.get(..at)).unwrap_or_default().trim_end();
    let word = |text: &str| text.len() - text.rsplit(|ch| !is_of_name(ch)).next().map_or(0, str::len);
    let name = head.split_at_checked(word(head)).unwrap_or_default();
    before.ends_with(')') && (name.1 == "function" || name.0.trim_end().ends_with("function"))
}

/// Where the bracket that a text begins with is closed: behind it.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().take(LONGEST).find_map(|(at, ch)| {
        match ch {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLBACK: &str = "function getAuth() {\n  request(options, function (error, response, body) {\n    if (error) throw error;\n    return body.access_token;\n  });\n}\n";

    #[test]
    fn a_token_that_is_not_there_yet() {
        let uses =
            ["const token = getAuth();\nauthorization: 'Bearer ' + token", "headers: { a: `Bearer ${getAuth()}` }"];
        for program in [
            CALLBACK,
            "function getAuth() { request(o, (e, r, b) => { if (e) { return; } return b.token; }); }\n",
            "const getAuth = () => { request(o, (e, r, b) => { return b.token }) }\n",
            "const getAuth = function () {\n  axios.post(u).then(res => { return res.data.access_token })\n}\n",
            "async function getAuth() { const r = await fetch(u); return (await r.json()).access_token }\n",
            "const getAuth = async () => { return 1 };\n",
            "let getAuth = async function () { return 1 };\n",
        ] {
            for used in uses {
                assert!(sends_no_token(&format!("{program}{used}")), "{program}{used}");
            }
        }
        assert!(sends_no_token("async def get_token():\n    return 1\n\ntoken = get_token()\nh = f\"Bearer {token}\""));
    }

    #[test]
    fn a_token_that_is_there() {
        for text in [
            "",
            "async function getAuth() { return 1 }\nconst token = await getAuth();\n'Bearer ' + token",
            "async function getAuth() { return 1 }\ngetAuth().then(token => send(`Bearer ${token}`))",
            "async function getAuth() { return 1 }\n`Bearer ${await getAuth()}`",
            "function getAuth() { return cache.token; }\nconst token = getAuth();\n'Bearer ' + token",
            "function getAuth() { if (a) { return cache.token } request(o, (e) => { return 1 }) }\nconst token = getAuth();\n'Bearer ' + token",
            "def get_token():\n    return 1\n\ntoken = get_token()\nh = f\"Bearer {token}\"",
            "async def get_token():\n    return 1\n\ntoken = await get_token()\nh = f\"Bearer {token}\"",
            "async def get_token():\n    return 1\n\ntoken = asyncio.run(get_token())\nh = f\"Bearer {token}\"",
            "const token = process.env.TOKEN;\n'Bearer ' + token",
            "function getAuth(done) { request(o, function (e, r, b) { done(b.token); }); }\ngetAuth(function (token) { send('Bearer ' + token) })",
            "async function getAuth() { return 1 }\nconst token = getAuth().then(t => t)\n'Bearer ' + token",
        ] {
            assert!(!sends_no_token(text), "{text}");
        }
    }

    #[test]
    fn a_token_without_a_way_to_renew_it() {
        for text in [
            "grant_type: 'authorization_code'\nlet accesstoken = response.data.access_token;",
            "'grant_type': 'authorization_code'\ntoken = r.json()[\"access_token\"]",
            "grant_type=authorization_code\n$token = $json['access_token'];",
            "grant_type: 'authorization_code'\nconst { access_token } = response.data;",
            "grant_type: 'authorization_code'\nconst {token_type, access_token, scope} = response.data;",
        ] {
            assert!(has_no_refresh_token(text), "{text}");
        }
        for text in [
            "grant_type: 'authorization_code'\nsave(data.access_token, data.refresh_token)",
            "grant_type: 'client_credentials'\nlet token = data.access_token",
            "grant_type=authorization_code\n{\"access_token\":\"a\"}",
            "authorization_code\nd.access_token // how do i refresh it?",
            "",
        ] {
            assert!(!has_no_refresh_token(text), "{text}");
        }
    }
}

//! What a program sends where it makes text of something else than a token.

use crate::reading::variables::is_of_name;

/// How many headers are looked at.
const MOST: usize = 64;

/// How a promise, a coroutine or a task begins as text, in lowercase: JavaScript, Python, .NET, Dart.
const AWAITED: [&str; 6] = [
    "[object promise]",
    "promise {",
    "<coroutine object",
    "<task ",
    "system.threading.tasks.task",
    "instance of 'future",
];

/// How another object begins as text, in lowercase: a whole response, a tuple and bytes of Python, an array of PHP, a map of
/// Go.
const OBJECTS: [&str; 11] =
    ["('", "(\"", "b'", "b\"", "{'", "{\"", "['", "[\"", "[object object]", "map[access_token:", "<response ["];

/// Whether a header has a promise in the place of the token. `lower` is in lowercase.
pub(super) fn has_promise(lower: &str) -> bool {
    sent(lower).any(|value| AWAITED.iter().any(|begin| value.starts_with(begin)))
}

/// Whether a whole object is in the place of the token: a header shows it, or a comma made a tuple of it in Python.
pub(super) fn are_sent(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    sent(&lower).any(|value| OBJECTS.iter().any(|begin| value.starts_with(begin))) || has_tuple(&lower)
}

/// What headers have behind their scheme. A program that builds the header has a variable there.
fn sent(lower: &str) -> impl Iterator<Item = &str> {
    lower.match_indices("bearer ").take(MOST).filter_map(|(at, scheme)| {
        let (before, behind) = lower.split_at_checked(at)?;
        let value = behind.get(scheme.len()..)?;
        // `"Bearer " + …` ends the text that the header begins with.
        let is_built = value.trim_start_matches(' ').starts_with(['+', '.', ',', '%', ')']);
        (!is_built && !before.ends_with(is_of_name)).then_some(value)
    })
}

/// Whether a Python program assigns what a function returned, with a comma behind it: to a variable for a token, in a line
/// of its own.
fn has_tuple(lower: &str) -> bool {
    const PYTHON: [&str; 4] = ["def ", "import ", ">>> ", "self."];
    // What is in brackets has commas between its members.
    let mut depth = 0_usize;
    PYTHON.iter().any(|word| lower.contains(word))
        && lower.lines().any(|line| {
            let line = line.trim();
            let is_outside = depth == 0;
            for ch in line.chars() {
                match ch {
                    '(' | '[' | '{' => depth += 1,
                    ')' | ']' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            let Some((target, value)) = line.split_once(" = ") else { return false };
            let is_token = target.trim_end_matches(['"', '\'', ']']).ends_with("token");
            is_outside && is_token && value.contains('(') && value.ends_with("),") && !target.starts_with("const ")
        })
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn a_promise_in_a_header() {
        tells_apart(
            has_promise,
            &[
                "authorization: bearer [object promise]",
                "{ \"name\": \"authorization\", \"value\": \"bearer [object promise]\" }",
                "'authorization': 'bearer <coroutine object get_token at 0x7f3a>'",
                "authorization: bearer system.threading.tasks.task`1[system.string]",
                "authorization: bearer instance of 'future<string>'",
            ],
            &[
                "",
                "authorization: bearer eyj0",
                "authorization: bearer ${await gettoken()}",
                "'bearer ' + promise",
                "the bearer of a promise {",
            ],
        );
    }

    #[test]
    fn an_object_in_a_header() {
        tells_apart(
            are_sent,
            &[
                "Authorization: Bearer ('eyJ0.a.b',)",
                "Authorization: Bearer b'eyJ0.a.b'",
                "Authorization: Bearer {'access_token': 'eyJ0'}",
                "Authorization: Bearer {\"access_token\":\"eyJ0\"}",
                "headers: { Authorization: 'Bearer [object Object]' }",
                "self.config[\"token\"] = util.get_token(a, b),\n",
                "import x\n\naccess_token = get_token(),\n",
            ],
            &[
                "",
                "Authorization: Bearer eyJ0.a.b",
                "headers = {\"Authorization\": \"Bearer {}\".format(self.token)}",
                "f\"Bearer {token}\"",
                "`Bearer ${token}`",
                "'Bearer ' . $token",
                "\"Bearer \" + (\"a\")",
                "def a():\n    call(\n        token = get_token(),\n        b = 1,\n    )\n",
                "let token = getToken(),\n    user = getUser();",
                "import x\nself.token = get_token()\n",
                "WWW-Authenticate: Bearer realm=\"a\"",
            ],
        );
    }
}

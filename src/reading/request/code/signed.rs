//! A token that a program signs itself.

use super::program::Program;
use super::value::Value;

impl Program<'_> {
    /// Whether a value is such a token, or what a function of the program returns that signs one.
    pub(super) fn signs(&self, value: &Value) -> bool {
        signs(value) || self.returns_signed(value)
    }

    fn returns_signed(&self, value: &Value) -> bool {
        let links = value.resolved().links();
        let [.., call] = links.as_slice() else { return false };
        if !call.is_call() || call.name.is_empty() || !self.spends(self.text.len() / 8) {
            return false;
        }
        let is_part = |ch: char| ch.is_alphanumeric() || ch == '_';
        self.text.match_indices(call.name.as_str()).take(MOST_NAMED).any(|(at, name)| {
            let before = self.text.get(..at).unwrap_or_default().trim_end_matches([' ', '&', '*']);
            let behind = self.text.get(at + name.len()..).unwrap_or_default();
            let is_defined = DEFINES.iter().any(|word| {
                before.strip_suffix(word).is_some_and(|before| !before.ends_with(is_part))
                    && !behind.starts_with(is_part)
            });
            let is_next =
                |line: &str| line.starts_with('}') || NEXT.iter().any(|word| line.trim_start().starts_with(word));
            let mut lines = behind.lines().enumerate().take(MOST_LINES);
            let mut body = lines.by_ref().take_while(|(number, line)| *number == 0 || !is_next(line));
            is_defined && body.any(|(_, line)| SIGNERS.iter().any(|signer| line.contains(signer)))
        })
    }
}

/// How many places of a name are looked at.
const MOST_NAMED: usize = 16;
/// A function that signs a token is not longer.
const MOST_LINES: usize = 40;
/// How the line begins with which the next function does.
const NEXT: [&str; 9] =
    ["function ", "def ", "func ", "async ", "export ", "public ", "private ", "protected ", "module.exports"];
/// Words before the name of a function.
const DEFINES: [&str; 7] = ["function", "def", "func", "const", "let", "var", "String"];
/// What signs a token: jsonwebtoken, PyJWT, firebase/php-jwt, ruby-jwt, java-jwt, golang-jwt.
const SIGNERS: [&str; 6] = ["jwt.sign(", "jwt.encode(", "JWT::encode(", "JWT.encode", "JWT.create(", ".SignedString("];

/// Whether a value is a token that the program signs: `jwt.sign(…)`, `jwt.encode(…)`, `JWT::encode(…)`.
fn signs(value: &Value) -> bool {
    let links = value.resolved().links();
    let is_library = |name: &str| matches!(name, "jwt" | "JWT" | "jsonwebtoken" | "Jwts" | "jose" | "SignJWT");
    let is_signer = |name: &str| matches!(name, "sign" | "encode" | "signWith");
    let of_library = links.iter().position(|link| is_library(&link.name));
    of_library.is_some_and(|at| links.iter().skip(at).any(|link| is_signer(&link.name) && link.is_call()))
}

//! Values that a server stores instead of the secret.

use core::ops::Range;

use crate::chars::{end_of, is_quote};

/// How stored secrets begin: Django's hashers ("Password management in Django"), those of Werkzeug (`werkzeug.security`),
/// crypt(3) and bcrypt, argon2's encoded form, and the names that Spring Security puts in braces before them.
const STARTS: [&str; 14] = [
    "pbkdf2_sha256$",
    "pbkdf2_sha1$",
    "bcrypt_sha256$",
    "argon2$argon2",
    "scrypt$",
    "pbkdf2:sha",
    "scrypt:",
    "$2a$",
    "$2b$",
    "$2y$",
    "$argon2",
    "$5$",
    "$6$",
    "{bcrypt}$2",
];

/// In bytes: a shorter text is no hash.
const SHORTEST: usize = 40;

/// Where a text has such a value, and not that of a user's password; in bytes.
pub(in crate::reading) fn hash_in(text: &str) -> Option<Range<usize>> {
    STARTS.iter().flat_map(|start| text.match_indices(start)).find_map(|(at, _)| {
        let (before, from) = text.split_at_checked(at)?;
        let is_end = |ch: char| ch.is_whitespace() || is_quote(ch) || matches!(ch, '<' | '>' | '&' | ',' | ';');
        let value = from.split(is_end).next()?;
        let is_value = before.ends_with(|ch: char| is_quote(ch) || matches!(ch, ':' | '=' | '<' | ' '));
        let is_of_user = end_of(before, NAME).to_ascii_lowercase().contains("passw");
        (is_value && !is_of_user && is_secret_hash(value)).then(|| at..at + value.len())
    })
}

/// In bytes: what a value is called is so close before it.
const NAME: usize = 24;

/// Whether a text is a salted hash of a secret, as servers store it. Who sends it instead of the secret is rejected:
/// django-oauth-toolkit says so in its change log (2.0.0), and shows it in the same field as the secret before.
pub(in crate::reading) fn is_secret_hash(text: &str) -> bool {
    text.len() >= SHORTEST && STARTS.iter().any(|start| text.starts_with(start))
}

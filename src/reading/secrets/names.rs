//! The names of values that must not be read by others.

/// What is known about a value by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A code, if it is not that of an error.
    Code,
    /// A token, a password, a client secret.
    Secret,
    /// A header whose value is the rest of the line.
    Header,
}

/// Whether a value of that name is a secret, or a code, which is not one but works once.
#[must_use]
pub fn is_secret_name(name: &str) -> bool {
    let name: String = name.chars().filter(|ch| !matches!(ch, '-' | '_')).take(LONGEST + 1).collect();
    named(&name.to_ascii_lowercase()).is_some()
}

/// What a name says. It is written as `client_secret`, `clientSecret`, `client-secret` or `CLIENT_SECRET`, perhaps with
/// more in front of it; it comes in lowercase and without the signs between its words.
pub(super) fn named(name: &str) -> Option<Named> {
    match name {
        // RFC 6749 §4.1.2; the same without a provider's own addition.
        "code" | "authcode" | "authorizationcode" => return Some(Named::Code),
        // RFC 9110 §11.6.2, RFC 6265.
        "authorization" | "proxyauthorization" | "cookie" | "setcookie" => return Some(Named::Header),
        _ => {}
    }
    // RFC 6749 §2.3.1, §4.3.2, §5.1 and §6, RFC 7521 §4, RFC 7636 §4.5, RFC 8628 §3.2, and those of APIs.
    let is_whole = matches!(name, "devicecode" | "jwt" | "passwd" | "pwd" | "privatekey" | "passphrase" | "zak");
    let last = name.as_bytes().last();
    let mut endings = ENDINGS.iter().filter(|ending| ending.as_bytes().last() == last);
    let is_secret = is_whole || endings.any(|ending| name.ends_with(ending));
    (is_secret && !HARMLESS.iter().any(|ending| name.ends_with(ending))).then_some(Named::Secret)
}

/// Whatever is in front of these, in English and German.
const ENDINGS: [&str; 11] = [
    "apikey",
    "assertion",
    "codeverifier",
    "geheimnis",
    "kennwort",
    "password",
    "passwort",
    "schluessel",
    "secret",
    "secretkey",
    "token",
];

/// These say where in a list to go on.
const HARMLESS: [&str; 4] = ["pagetoken", "synctoken", "nexttoken", "continuationtoken"];

/// The longest of these names, with more in front of it, in characters.
pub(super) const LONGEST: usize = 40;

//! Several installations of a product that request tokens with the same app.

/// How a few are counted, in the languages of the page and some more; in lowercase. No digits: a version of HTTP is one.
const NUMBERS: [&str; 18] = [
    "two", "both", "three", "zwei", "beide", "beiden", "drei", "deux", "trois", "dos", "ambos", "tres", "dois", "duas",
    "due", "entrambi", "tre", "twee",
];
/// What they are, by the beginning of the word.
const THINGS: [&str; 15] = [
    "moodle",
    "wordpress",
    "instance",
    "instanz",
    "instancia",
    "instanci",
    "inst\u{e2}ncia",
    "istanz",
    "server",
    "serveur",
    "servidor",
    "site",
    "installation",
    "nextcloud",
    "worker",
];
/// That it is the same.
const SAME: [&str; 22] = [
    "same",
    "share",
    "shares",
    "shared",
    "sharing",
    "stessa",
    "stesse",
    "stesso",
    "condividono",
    "dieselbe",
    "dieselben",
    "derselben",
    "selben",
    "gleiche",
    "gleichen",
    "gemeinsame",
    "m\u{ea}me",
    "m\u{ea}mes",
    "misma",
    "mismas",
    "mesma",
    "zelfde",
];
/// What is: a word, or the beginning of one.
const OF_APP: [&str; 14] = [
    "app",
    "oauth",
    "client",
    "credential",
    "cr\u{e9}dential",
    "credencia",
    "credenzial",
    "zugangsdaten",
    "anwendung",
    "aplica",
    "identifiant",
    "account",
    "key",
    "secret",
];
/// In words: how far behind the one that says that it is the same.
const NEAR: usize = 5;

/// Whether a text counts several, and tells that they have the app or its credentials in common. `lower` is in lowercase.
pub(super) fn has_several(lower: &str) -> bool {
    let begins = |word: &&str, all: &[&str]| all.iter().any(|one| word.starts_with(one));
    let words: Vec<&str> = lower.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let behind = |at: usize, count: usize| words.get(at + 1..).unwrap_or_default().iter().take(count);
    let is_counted = |(at, word): (usize, &&str)| {
        // `due to a server error` counts nothing.
        NUMBERS.contains(word)
            && behind(at, 1).all(|next| *next != "to")
            && behind(at, 2).any(|next| begins(next, &THINGS))
    };
    let is_shared =
        |(at, word): (usize, &&str)| SAME.contains(word) && behind(at, NEAR).any(|next| begins(next, &OF_APP));
    words.iter().enumerate().any(is_counted) && words.iter().enumerate().any(is_shared)
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn several_with_one_app() {
        tells_apart(
            has_several,
            &[
                "abbiamo due moodle (produzione e test) con la stessa app zoom",
                "we run two moodle sites with the same server-to-server app",
                "zwei wordpress-seiten, dieselbe app",
                "nous avons deux serveurs avec la même app",
                "dos instancias con las mismas credenciales",
                "both production servers share the credentials",
            ],
            &[
                "",
                "moodle with a server-to-server app",
                "the same error on moodle since two days",
                "two moodle plugins are installed, each with its own app",
                "the same error on both servers",
                "due to a server error we see the same message in the app",
                "due to server load, same app",
                "< http/2 401\n< server: nginx\n< set-cookie: a=b; samesite=none\nthe same app",
                "two sites in sharepoint, one app",
            ],
        );
    }
}

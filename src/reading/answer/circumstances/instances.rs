//! Several installations of a product that request tokens with the same app.

/// How a few are counted, in the languages of the page and some more; in lowercase.
const NUMBERS: [&str; 20] = [
    "two", "both", "three", "2", "3", "zwei", "beide", "beiden", "drei", "deux", "trois", "dos", "ambos", "tres",
    "dois", "duas", "due", "entrambi", "tre", "twee",
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
/// That it is the same app, by the beginning of the word.
const SAME: [&str; 12] = [
    "same",
    "share",
    "stess",
    "dieselbe",
    "selben",
    "gleiche",
    "gemeinsam",
    "m\u{ea}me",
    "mism",
    "mesm",
    "condivid",
    "zelfde",
];

/// Whether a text tells of several, and that something of them is the same. `lower` is in lowercase.
pub(super) fn has_several(lower: &str) -> bool {
    let begins = |word: &str, all: &[&str]| all.iter().any(|one| word.starts_with(one));
    let words = || lower.split(|ch: char| !ch.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_counted = words()
        .zip(words().skip(1).chain([""]))
        .zip(words().skip(2).chain(["", ""]))
        .any(|((one, two), three)| NUMBERS.contains(&one) && (begins(two, &THINGS) || begins(three, &THINGS)));
    is_counted && words().any(|word| begins(word, &SAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_with_one_app() {
        for text in [
            "abbiamo due moodle (produzione e test) con la stessa app zoom",
            "we run two moodle sites with the same server-to-server app",
            "zwei wordpress-seiten, dieselbe app",
            "nous avons deux serveurs avec la même app",
            "dos instancias con las mismas credenciales",
            "both production servers share the credentials",
        ] {
            assert!(has_several(text), "{text}");
        }
        for text in [
            "",
            "moodle with a server-to-server app",
            "the same error on moodle since two days",
            "two moodle plugins are installed, each with its own app",
            "2 users, same error",
        ] {
            assert!(!has_several(text), "{text}");
        }
    }
}

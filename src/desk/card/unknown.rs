//! Names in templates that nothing has yet, and what an input of such a name would be.

use strum::VariantNames;

use super::tree::{Key, Tree, way};
use crate::catalog::{Placeholder, Template};
use crate::reading::is_near;

/// The names in a template that no input has and one can have, each once.
pub(super) fn unknown_names(text: &str, inputs: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    if let Ok(template) = Template::parse(text) {
        for name in template.inputs().filter(|name| !inputs.contains(name)) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// A name that no input can have, as one can have it.
pub(super) fn as_name(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase().replace([' ', '-', '.'], "_");
    (unknown_names(&format!("{{{name}}}"), &[]) == [name.as_str()]).then_some(name)
}

/// The name that somebody has misspelled.
pub(super) fn misspelled<'n>(name: &str, inputs: &[&'n str]) -> Option<&'n str> {
    let fixed = Placeholder::VARIANTS.iter().copied();
    let is_stem_of = |known: &str| stem(known).is_some_and(|stem| stem != name && is_slip(name, stem, 5));
    let is_fixed = |known: &&str| is_misspelled(name, known, 3) || is_stem_of(known);
    let of_inputs = || inputs.iter().copied().find(|known| is_misspelled(name, known, 5));
    fixed.clone().find(is_fixed).or_else(of_inputs)
}

/// The name that somebody may have meant who left out the `id` at its end.
pub(super) fn shortened(name: &str) -> Option<&'static str> {
    Placeholder::VARIANTS.iter().copied().find(|known| stem(known) == Some(name))
}

fn stem(known: &str) -> Option<&str> {
    known.strip_suffix("_id")
}

/// Whether all parts of two names are the same but for a slip in one of them. Names that differ in a number or in a
/// letter that stands for itself (`host_a`, `host_b`) are two on purpose.
fn is_misspelled(name: &str, known: &str, shortest: usize) -> bool {
    let parts = |text: &str| text.split('_').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (parts(name), parts(known));
    let mut different = one.iter().zip(&other).filter(|(one, other)| one != other);
    let is_one = match (different.next(), different.next()) {
        (Some((one, other)), None) => is_slip(one, other, shortest),
        _ => false,
    };
    one.concat() == other.concat() || one.len() == other.len() && is_one
}

/// Whether a word has one mistake. `shortest`: how long it is at least where that is no other word.
fn is_slip(one: &str, other: &str, shortest: usize) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    // Swapped letters make no other word as easily as another letter does.
    let length = one.len().max(other.len()) + usize::from(letters(one) == letters(other));
    length >= shortest && digits(one) == digits(other) && is_near(one, other, 1)
}

/// The first name in the templates of a card that an input can have and none has.
pub(super) fn first_unknown(facts: &Tree) -> Option<String> {
    let inputs: Vec<&str> = facts.members_at(&way!["inputs"]).iter().map(|(name, _)| name.as_str()).collect();
    let names = templates(facts).into_iter().flat_map(|(_, template)| unknown_names(template, &inputs));
    names.into_iter().find(|name| misspelled(name, &inputs).is_none())
}

/// What an input is, by where the templates name it.
pub(super) fn kind_of(facts: &Tree, name: &str) -> &'static str {
    let kinds = templates(facts).into_iter().filter_map(|(is_redirect, template)| {
        let filtered = || {
            let (before, rest) = template.split_once(&format!("{{{name}|"))?;
            Some((before, rest.split_once('}')?.1))
        };
        let (before, after) = template.split_once(&format!("{{{name}}}")).or_else(filtered)?;
        Some(kind_between(before, after, is_redirect))
    });
    { kinds }.find(|kind| *kind != TEXT).unwrap_or(TEXT)
}

/// What anything can be.
const TEXT: &str = "text";

fn kind_between(before: &str, after: &str, is_redirect: bool) -> &'static str {
    let authority = before.rsplit_once("://").map(|(_, authority)| authority).filter(|text| !text.contains('/'));
    let is_end = after.is_empty() || after.starts_with(['/', ':', '?', '#']);
    match authority {
        Some("") if is_end => "host",
        Some(authority) if is_end && authority.ends_with(':') => "port",
        _ if is_redirect && before.is_empty() && after.starts_with('/') => "site",
        _ if is_redirect && before.is_empty() && after.is_empty() => "url",
        _ if is_redirect || before.contains("://") => "word",
        _ => TEXT,
    }
}

/// The templates of a card, and whether each is a redirect URL.
fn templates(facts: &Tree) -> Vec<(bool, &str)> {
    let mut all = Vec::new();
    for variant in facts.list_at(&way!["variants"]) {
        for list in ["offered", "allow_list"] {
            all.extend(variant.texts_at(&way!["redirect", list]).map(|text| (true, text)));
        }
        let endpoint = variant.text_at(&way!["events", "endpoint"]);
        let values = variant.list_at(&way!["values"]).iter().map(|value| value.text_at(&way!["template"]));
        let lines = variant.list_at(&way!["blocks"]).iter().flat_map(|block| block.list_at(&way!["lines"]));
        let lines = lines.map(|line| line.text_at(&[Key::At(1)]));
        all.extend(core::iter::once(endpoint).chain(values).chain(lines).map(|text| (false, text)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_another_name() {
        for (name, known) in [
            ("acount_id", "account_id"),
            ("account_di", "account_id"),
            ("acount", "account_id"),
            ("clinet", "client_id"),
            ("client_secert", "client_secret"),
            ("clientsecret", "client_secret"),
            ("client_secrets", "client_secret"),
            ("redirect_uri", "redirect_url"),
            ("scope", "scopes"),
            ("tennant", "tenant"),
            ("tenand", "tenant"),
            ("hots", "host"),
            ("hosst", "host"),
            ("regoin_name", "region_name"),
        ] {
            assert_eq!(misspelled(name, &["host", "tenant", "region_name"]), Some(known), "{name}");
        }
        for name in [
            "account",
            "client",
            "host2",
            "host_a",
            "port",
            "post",
            "tenant_b",
            "tenant_name",
            "client_ip",
            "client_id2",
            "client_id_b",
            "basis",
            "server",
            "site",
            "user_id",
            "region",
        ] {
            assert_eq!(misspelled(name, &["host", "tenant", "tenant_a", "host_1", "region_name"]), None, "{name}");
        }
        assert_eq!((shortened("account"), shortened("client"), shortened("host")), {
            (Some("account_id"), Some("client_id"), None)
        });
    }

    #[test]
    fn a_name_is_spelled_as_an_input_can_have_it() {
        for (text, name) in
            [("Host", "host"), (" Host Name", "host_name"), ("tenant-id", "tenant_id"), ("URL2", "url2")]
        {
            assert_eq!(as_name(text).as_deref(), Some(name), "{text}");
        }
        for text in ["", " ", "9", "größe", "a|b", "a{b", "_a", "Client ID"] {
            assert_eq!(as_name(text), None, "{text}");
        }
    }

    #[test]
    fn what_an_input_is_follows_from_where_it_stands() {
        for (template, kind) in [
            ("https://{x}/zoom/callback", "host"),
            ("https://{x}", "host"),
            ("https://{x}:{port}/a", "host"),
            ("https://{x|url}/a", "host"),
            ("https://{host}:{x}/a", "port"),
            ("https://{x}.example.com/a", "word"),
            ("https://login.example.com/{x}/callback", "word"),
            ("https://{host}/a?b={x}", "word"),
            ("https://a.example.com/b:{x}", "word"),
            ("{x}/callback", "site"),
            ("{x}", "url"),
        ] {
            let redirect = format!(r#"{{"variants": [{{"redirect": {{"offered": ["{template}"]}}}}]}}"#);
            assert_eq!(kind_of(&Tree::read(&redirect).unwrap(), "x"), kind, "{template}");
        }
        for (template, kind) in
            [("{x}", "text"), ("{x}/{y}", "text"), ("Room {x}", "text"), ("wss://{x}/a", "host"), ("{y}", "text")]
        {
            let value = format!(r#"{{"variants": [{{"values": [{{"template": "{template}"}}]}}]}}"#);
            assert_eq!(kind_of(&Tree::read(&value).unwrap(), "x"), kind, "{template}");
        }
    }
}

//! Templates that somebody writes who has not seen one: names without braces, and words that are to encode something.

use super::Insertion;
use crate::catalog::{Filter, Template};

/// What a template says that is hardly meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistaken {
    pub reason: Reason,
    /// The template that is meant, where that is certain.
    pub meant: Option<String>,
}

/// Why it is hardly meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The name of a value, as a text.
    Name,
    /// Words that encode nothing where they are.
    Encoding,
    /// Braces around more than a name, or twice around one.
    Braces,
}

/// What is hardly meant in a template. `all`: the values that it can have.
pub(super) fn mistaken(text: &str, all: &[Insertion]) -> Option<Mistaken> {
    let holes = Template::parse(text).ok().map(|template| template.holes().count());
    if text.contains("{{") && holes.is_some() {
        let single = text.replace("{{", "{").replace("}}", "}");
        // What is in doubled braces may be JSON, or anything else that has braces.
        let is_meant = all.iter().any(|one| text.contains(&format!("{{{}}}", one.written))) && {
            Template::parse(&single).is_ok_and(|template| template.holes().count() > 0)
        };
        return is_meant.then_some(Mistaken { reason: Reason::Braces, meant: Some(single) });
    }
    if let Some(Encoded { before, inner, after, filter }) = encoded(text) {
        let plain = unbraced(inner.trim());
        let is_outer =
            before.is_empty() && after.is_empty() || before.eq_ignore_ascii_case("basic ") && after.is_empty();
        let meant = filter.filter(|_| is_outer).and_then(|filter| filtered(&braced(&plain, all)?, filter));
        let has_value = holes.is_some_and(|count| count > 0) || has_name(text, all);
        return has_value.then(|| {
            let meant = meant.map(|meant| [before, &meant].concat());
            Mistaken { reason: Reason::Encoding, meant }
        });
    }
    if holes.is_none() {
        let meant = braced(&unbraced(text), all)?;
        return Some(Mistaken { reason: Reason::Braces, meant: Some(meant) });
    }
    let meant = braced(text, all)?;
    Some(Mistaken { reason: Reason::Name, meant: Some(meant) })
}

/// The text without its braces.
fn unbraced(text: &str) -> String {
    text.replace(['{', '}'], "")
}

/// A template as a filter writes it: of one value, or of the pair that has a value of its own.
fn filtered(template: &str, filter: &str) -> Option<String> {
    let one = template.strip_prefix('{')?.strip_suffix('}')?;
    if filter == "base64" && template == "{client_id}:{client_secret}" {
        return Some("{basic_credentials}".to_owned());
    }
    let is_one = !one.contains(['{', '}']);
    is_one.then(|| format!("{{{one}|{filter}}}"))
}

/// What words want to encode.
struct Encoded<'t> {
    before: &'t str,
    inner: &'t str,
    after: &'t str,
    /// The filter that does so, if one does.
    filter: Option<&'static str>,
}

impl<'t> Encoded<'t> {
    /// With nothing before and after it.
    fn whole(inner: &'t str, filter: &'static str) -> Encoded<'t> {
        Encoded { before: "", inner, after: "", filter: Some(filter) }
    }
}

fn encoded(text: &str) -> Option<Encoded<'_>> {
    called(text).or_else(|| piped(text)).or_else(|| worded(text))
}

/// `base64(…)`, `b64(…)`, `encode(…)`.
fn called(text: &str) -> Option<Encoded<'_>> {
    let (head, rest) = text.split_once('(')?;
    let head = head.trim_end();
    let before = head.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '.' | '-'));
    let filter = encoder(head.get(before.len()..)?)?;
    let (inner, after) = rest.rsplit_once(')').unwrap_or((rest, ""));
    Some(Encoded { before, inner, after, filter })
}

/// The filter that a function is, if it encodes anything.
fn encoder(name: &str) -> Option<Option<&'static str>> {
    let name: String = name.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if name.contains("base64") || name.contains("b64") || name == "btoa" {
        return Some(Some("base64"));
    }
    (name.ends_with("encode") || name.contains("urlencode") || name.starts_with("encodeuri")).then_some(None)
}

/// `…|base64`, outside of braces.
fn piped(text: &str) -> Option<Encoded<'_>> {
    let (inner, word) = text.rsplit_once('|')?;
    // In braces that can be read it is a filter.
    if word.contains('}') && Template::parse(text).is_ok() {
        return None;
    }
    let word = word.trim().trim_end_matches('}').to_ascii_lowercase();
    let filter = match word.as_str() {
        "b64" => "base64",
        word => { <Filter as strum::VariantNames>::VARIANTS }.iter().find(|name| **name == word)?,
    };
    Some(Encoded::whole(inner, filter))
}

/// `Base64 …`, `… as Base64`, `… (base64)`.
fn worded(text: &str) -> Option<Encoded<'_>> {
    // Somebody who knows how it is done may say so besides.
    if text.contains("|base64}") || text.contains("{basic_credentials}") {
        return None;
    }
    // Case does not change how long it is.
    let lower = text.to_ascii_lowercase();
    let inner = ["base64", "b64"].iter().find_map(|word| {
        let suffixes = [format!("({word})"), format!(" as {word}"), format!(" {word}")];
        let prefixes = [format!("{word}: "), format!("{word} ")];
        let before = suffixes.iter().find_map(|suffix| text.get(..lower.strip_suffix(suffix.as_str())?.len()));
        let after =
            || prefixes.iter().find_map(|prefix| text.get(lower.len() - lower.strip_prefix(prefix.as_str())?.len()..));
        before.or_else(after)
    });
    inner.map(|inner| Encoded::whole(inner, "base64"))
}

/// Whether the name of a value of two words is in a text.
fn has_name(text: &str, all: &[Insertion]) -> bool {
    let starts = text.char_indices().filter(|(at, ch)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        ch.is_alphanumeric() && before.is_none_or(|ch| !ch.is_alphanumeric())
    });
    starts.filter_map(|(at, _)| text.get(at..)).any(|rest| {
        all.iter().filter_map(known_name).any(|name| name.contains(['_', '.']) && after_name(rest, name).is_some())
    })
}

/// The name of a value of the flow in templates.
fn known_name(one: &Insertion) -> Option<&str> {
    let name = one.written.strip_prefix('{')?.strip_suffix('}')?;
    name.parse::<crate::catalog::Placeholder>().is_ok().then_some(name)
}

/// The template that is meant by a text that is nothing but names of values, some without braces, and signs between them;
/// `None` for any other: it may be meant as it is.
fn braced(text: &str, all: &[Insertion]) -> Option<String> {
    let known = all.iter().filter_map(known_name);
    let mut template = String::new();
    let mut last: Option<&str> = None;
    let mut is_found = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_alphanumeric() {
            let longest = known.clone().filter_map(|name| Some((name, after_name(rest, name)?)));
            let (name, after) = longest.min_by_key(|(_, after)| after.len())?;
            // A label before its value is meant as it is.
            let sign = after.trim_start_matches([' ', '"', '\'']);
            let labels = sign.starts_with('=') || {
                let value = sign.trim_start_matches([':', ' ']);
                value.len() < after.len() && value.starts_with(&format!("{{{name}"))
            };
            if labels {
                return None;
            }
            if last != Some(name) || !template.ends_with('}') {
                template.push_str(&format!("{{{name}}}"));
            }
            (last, is_found, rest) = (Some(name), true, after);
        } else if first == '{' {
            let (inside, after) = rest.strip_prefix('{')?.split_once('}')?;
            // A name that nothing has may be a known one in another spelling.
            let is_known = all.iter().any(|one| one.written == format!("{{{inside}}}"));
            let meant = known.clone().find(|name| !is_known && after_name(inside, name) == Some(""));
            is_found |= meant.is_some();
            let name = meant.unwrap_or(inside);
            if last != Some(name) || !template.ends_with('}') {
                template.push_str(&format!("{{{name}}}"));
            }
            (last, rest) = (Some(name), after);
        } else if first == '}' {
            return None;
        } else {
            template.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    is_found.then_some(template)
}

/// What follows a name in any of its spellings: `AccountID`, `account id`, `ACCOUNT-ID`.
fn after_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = text;
    for part in name.split(['_', '.']) {
        rest = rest.strip_prefix([' ', '_', '-', '.']).filter(|_| rest.len() < text.len()).unwrap_or(rest);
        let head = rest.get(..part.len()).filter(|head| head.eq_ignore_ascii_case(part))?;
        rest = rest.get(head.len()..)?;
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Insertion> {
        let names = [
            "account_id",
            "client_id",
            "client_secret",
            "basic_credentials",
            "redirect_url",
            "scopes",
            "second.client_id",
            "host",
        ];
        let insertion = |name: &str| Insertion { says: name.to_owned(), written: format!("{{{name}}}") };
        names.map(insertion).to_vec()
    }

    #[track_caller]
    fn meant(text: &str, reason: Reason, meant: Option<&str>) {
        let found = mistaken(text, &all());
        assert_eq!(found, Some(Mistaken { reason, meant: meant.map(str::to_owned) }), "{text}");
    }

    #[test]
    fn names_in_any_spelling_get_their_braces() {
        for (text, template) in [
            ("AccountID:ClientID", "{account_id}:{client_id}"),
            ("account_id", "{account_id}"),
            ("Account ID", "{account_id}"),
            ("Account-ID / Client-ID", "{account_id} / {client_id}"),
            ("CLIENT_ID:CLIENT_SECRET", "{client_id}:{client_secret}"),
            ("clientId|clientSecret", "{client_id}|{client_secret}"),
            ("<client_id>", "<{client_id}>"),
            ("[Redirect URL]", "[{redirect_url}]"),
            ("Scopes", "{scopes}"),
            ("second.client_id", "{second.client_id}"),
            ("$CLIENT_ID", "${client_id}"),
            ("{account_id}:ClientID", "{account_id}:{client_id}"),
            ("Account ID{account_id}", "{account_id}"),
            ("{account_id}Account ID", "{account_id}"),
            ("Client ID:{client_secret}", "{client_id}:{client_secret}"),
            ("{clientid}", "{client_id}"),
        ] {
            meant(text, Reason::Name, Some(template));
        }
    }

    #[test]
    fn words_that_encode_nothing_become_what_does() {
        for (text, template) in [
            ("base64({client_id}:{client_secret})", "{basic_credentials}"),
            ("Base64(ClientID:ClientSecret)", "{basic_credentials}"),
            ("b64( {client_secret} )", "{client_secret|base64}"),
            ("Basic base64({client_id}:{client_secret})", "Basic {basic_credentials}"),
            ("base64_encode({client_id}:{client_secret})", "{basic_credentials}"),
            ("btoa({client_secret})", "{client_secret|base64}"),
            ("{client_id}:{client_secret}|base64", "{basic_credentials}"),
            ("{client_id}:{client_secret} | Base64", "{basic_credentials}"),
            ("{client_secret}|url", "{client_secret|url}"),
            ("{client_id:client_secret|base64}", "{basic_credentials}"),
            ("{client_id}:{client_secret} (Base64)", "{basic_credentials}"),
            ("ClientID:ClientSecret as Base64", "{basic_credentials}"),
            ("Base64 {client_id}:{client_secret}", "{basic_credentials}"),
        ] {
            meant(text, Reason::Encoding, Some(template));
        }
        for text in [
            "encode({client_id}:{client_secret})",
            "urlencode({client_secret})",
            "base64({client_id}{host})x",
            "echo -n {client_id}:{client_secret} | base64",
            "base64({client_id}",
        ] {
            let found = mistaken(text, &all()).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.reason, Reason::Encoding, "{text}");
        }
        meant("encode({client_id}:{client_secret})", Reason::Encoding, None);
    }

    #[test]
    fn braces_around_more_than_a_name_are_set_right() {
        meant("{{client_id}}", Reason::Braces, Some("{client_id}"));
        meant("{{client_id}}:{{client_secret}}", Reason::Braces, Some("{client_id}:{client_secret}"));
        meant("{client_id:client_secret}", Reason::Braces, Some("{client_id}:{client_secret}"));
        meant("{Client ID}", Reason::Braces, Some("{client_id}"));
        meant("{client_id", Reason::Braces, Some("{client_id}"));
    }

    #[test]
    fn what_may_be_meant_as_it_is_is_left_alone() {
        for text in [
            "",
            ":",
            "EU",
            "{account_id}",
            "ClientIDs",
            "My Client ID",
            "ClientID2",
            "https://zoom.us",
            "host",
            "Verint",
            "access_token",
            "Konto-ID",
            "Base64",
            "base64 encoded",
            "Encode (UTF-8)",
            "{client_secret|base64}",
            "{basic_credentials}",
            "Basic {basic_credentials}",
            "base64:{client_secret|base64}",
            "https://www.example.com/base64/{client_id}",
            "https://{host}/encode?id={client_id|url}",
            "encoding=base64&id={client_id}",
            "client_id={client_id}&client_secret={client_secret}",
            "Client ID: {client_id}",
            "ClientId={client_id};ClientSecret={client_secret}",
            "{{\"id\": \"{client_id}\"}}",
            "{client_id}|{client_secret}",
            "({client_id}:{client_secret})",
        ] {
            assert_eq!(mistaken(text, &all()), None, "{text}");
        }
    }
}

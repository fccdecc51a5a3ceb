//! Names of values without their braces, as somebody writes a template who has not seen one.

use crate::catalog::Placeholder;

/// The template that is meant by a text that is nothing but names of values and signs between them; `None` for any other:
/// it may be meant as it is.
pub(super) fn braced(text: &str, names: &[String]) -> Option<String> {
    let known = names.iter().filter(|name| name.parse::<Placeholder>().is_ok());
    let mut template = String::new();
    let mut is_found = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_alphanumeric() {
            let longest = known.clone().filter_map(|name| Some((name, after_name(rest, name)?)));
            let (name, after) = longest.min_by_key(|(_, after)| after.len())?;
            template.push_str(&format!("{{{name}}}"));
            is_found = true;
            rest = after;
        } else if matches!(first, '{' | '}') {
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

    fn names() -> Vec<String> {
        ["account_id", "client_id", "client_secret", "redirect_url", "scopes", "second.client_id", "host"]
            .map(str::to_owned)
            .to_vec()
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
        ] {
            assert_eq!(braced(text, &names()).as_deref(), Some(template), "{text}");
        }
    }

    #[test]
    fn what_has_braces_or_says_anything_else_is_left_alone() {
        for text in [
            "",
            ":",
            "{account_id}",
            "{account_id}:ClientID",
            "account_id}",
            "ClientIDs",
            "My Client ID",
            "ClientID2",
            "https://zoom.us",
            "host",
            "Verint",
            "access_token",
            "Konto-ID",
        ] {
            assert_eq!(braced(text, &names()), None, "{text}");
        }
    }
}

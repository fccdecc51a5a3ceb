//! Placeholders of a guide or a sample in the place of values, in a message or in a program.

use crate::chars::front_of;

/// How the text of a placeholder begins, in lowercase.
const VERBS: [&str; 8] =
    ["set your ", "insert your ", "enter your ", "put your ", "paste your ", "add your ", "insert ", "replace with "];
/// In bytes.
const LONGEST: usize = 60;
/// How many quotes of a kind are looked at.
const MOST: usize = 2000;

/// Whether a text in quotes tells what to write there: `'Insert your client ID here'`. The words of a form or of a page are
/// no values, so it follows the `=`, `:` or `>` of one, or is a client ID that a server repeats.
pub(super) fn has_instruction(lower: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        lower.match_indices(*quote).take(MOST).any(|(at, _)| {
            let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
            let inner = front_of(behind.get(1..).unwrap_or_default(), LONGEST);
            let text = inner.split(*quote).next().unwrap_or_default();
            let is_whole = text.len() < inner.len() && !text.contains(['\n', '<', '{', '$']);
            let before = before.trim_end();
            let is_value = before.ends_with(['=', ':', '>']) || before.ends_with("identifier");
            is_whole && is_value && VERBS.iter().any(|verb| text.starts_with(verb))
        })
    })
}

/// Whether the client ID in a URL is the name of the value: `client_id=zoom_client_id`.
pub(super) fn has_name_of_client(lower: &str) -> bool {
    lower.match_indices("client_id=").any(|(at, name)| {
        let before = lower.get(..at).unwrap_or_default();
        let value = lower.get(at + name.len()..).unwrap_or_default();
        let ends = |ch: char| !(ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-'));
        let value = value.split(ends).next().unwrap_or_default();
        let word: String = value.chars().filter(|ch| ch.is_ascii_alphanumeric()).collect();
        before.ends_with(['?', '&']) && word.ends_with("clientid") && value.contains(['_', '-'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sample_says_instead_of_a_value() {
        for text in [
            "application with identifier 'insert your client id here' was not found",
            "\"start_time\" => 'set your start time',",
            "client_id: \"enter your client id\"",
            "clientid = 'put your client id here';",
            "\"timezone\": \"set your timezone\"",
            "identifier \"insert your application id\"",
            "'schedule_for' => 'set your schedule for profile email '",
            "password='paste your password'",
            "topic: 'insert topic'",
            "const key = \"replace with your key\"",
        ] {
            assert!(has_instruction(text), "{text}");
        }
        for text in [
            "",
            "the page says \"enter your password\" and i did",
            "click 'insert your card'",
            "placeholder text 'set your start time",
            "label: `enter your name`",
            "\"topic\": \"setup\"",
            "title: \"insertion of records\"",
            "\"type\" => 2, // set your type",
            "\"hint\": \"your meeting\"",
            "summary = 'put your ${thing} here'",
        ] {
            assert!(!has_instruction(text), "{text}");
        }
    }

    #[test]
    fn the_name_of_a_client_id() {
        for text in [
            "https://zoom.us/oauth/authorize?client_id=zoom_client_id&x=y",
            "?client_id=client_id",
            "?a=b&client_id=google-client-id",
            "&client_id=my_client_id\n",
            "?client_id=github_client_id\"",
        ] {
            assert!(has_name_of_client(text), "{text}");
        }
        for text in [
            "?client_id=s6bhdrkqt3",
            "?client_id=a_client_1",
            "client_id=zoom_client_id",
            "?client_id=${client_id}",
            "?client_id=<client_id>",
            "?client_id=",
            "?client_id=clientid&x",
            "?client_id=client_id_2",
            "?x_client_id=client_id",
        ] {
            assert!(!has_name_of_client(text), "{text}");
        }
    }
}

//! What a text tells of the tokens and permissions of Microsoft Entra.

use crate::reading::variables::is_of_name;

/// The audiences of Microsoft Graph (learn.microsoft.com, "Troubleshoot access token signature validation errors").
const GRAPH: [&str; 4] = [
    "00000003-0000-0000-c000-000000000000",
    "https://graph.microsoft.com",
    "https://graph.microsoft.us",
    "https://dod-graph.microsoft.us",
];

/// In bytes: what is between `aud` and its value.
const LONGEST_JOINT: usize = 24;

/// Whether a decoded token in the text, which is in lowercase, is one for Microsoft Graph.
pub(super) fn has_graph_token(lower: &str) -> bool {
    lower.match_indices("aud").any(|(at, name)| {
        let (before, behind) = lower.split_at_checked(at).unwrap_or_default();
        let behind = behind.get(name.len()..).unwrap_or_default();
        let value = behind.trim_start_matches(|ch: char| ch.is_whitespace() || "\"'`\\:=>[](".contains(ch));
        let joint = behind.get(..behind.len() - value.len()).unwrap_or_default();
        let is_key = joint.contains([':', '=']) && joint.len() <= LONGEST_JOINT;
        let is_whole = |rest: &str| !rest.starts_with(|ch: char| ch.is_alphanumeric() || ch == '-');
        !before.ends_with(is_of_name)
            && is_key
            && GRAPH.iter().any(|known| value.strip_prefix(known).is_some_and(is_whole))
    })
}

/// How a program asks for a token of its own, without a user, in lowercase.
const OWN_TOKEN: [&str; 6] = [
    "/.default",
    "client_credentials",
    "acquiretokenforclient",
    "acquire_token_for_client",
    "acquiretokenbyclientcredential",
    "clientsecretcredential",
];

/// Whether a text, which is in lowercase, lists a permission as delegated, none as one of the application, and the program
/// has a token without a user.
pub(super) fn has_only_delegated(lower: &str) -> bool {
    if !lower.contains("delegated") || !OWN_TOKEN.iter().any(|part| lower.contains(part)) {
        return false;
    }
    let permissions = || {
        lower.lines().filter(|line| {
            line.split(|ch: char| ch.is_whitespace() || matches!(ch, '|' | ',' | ';')).any(is_permission)
        })
    };
    let says = |line: &str, kind: &str| line.split(|ch: char| !ch.is_alphabetic()).any(|word| word == kind);
    permissions().any(|line| says(line, "delegated")) && !permissions().any(|line| says(line, "application"))
}

/// `User.Read.All`: the names of Graph's permissions, in lowercase.
fn is_permission(word: &str) -> bool {
    const ACTIONS: [&str; 7] = ["read", "readwrite", "readbasic", "send", "create", "manage", "access"];
    let word = word.trim_matches(|ch: char| !ch.is_ascii_alphabetic());
    let mut parts = word.split('.');
    let is_thing =
        parts.next().is_some_and(|thing| thing.len() > 2 && thing.chars().all(|ch| ch.is_ascii_alphabetic()));
    is_thing && parts.next().is_some_and(|action| ACTIONS.contains(&action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_for_graph() {
        for text in [
            "{\"aud\": \"00000003-0000-0000-c000-000000000000\"}",
            "\"aud\":\"https://graph.microsoft.com\"",
            "\"aud\" : \"https://graph.microsoft.com/\",",
            "'aud': 'https://graph.microsoft.us'",
            "aud: 00000003-0000-0000-c000-000000000000",
            "aud = https://dod-graph.microsoft.us/",
            "[aud] => 00000003-0000-0000-c000-000000000000",
            "\\\"aud\\\":\\\"00000003-0000-0000-c000-000000000000\\\"",
            "aud=https://graph.microsoft.com, iss=https://sts.windows.net/a/",
            "the claim `aud`: `https://graph.microsoft.com`",
            "\"aud\": [\"https://graph.microsoft.com\"]",
        ] {
            assert!(has_graph_token(text), "{text}");
        }
        for text in [
            "",
            "\"aud\": \"api://0b93e6d7-4f25-4a18-9c60-d38e71a5b2f4\"",
            "\"aud\": \"0b93e6d7-4f25-4a18-9c60-d38e71a5b2f4\"",
            "\"aud\": \"00000002-0000-0000-c000-000000000000\"",
            "\"aud\": \"https://graph.microsoft.com.example.org\"".replace(".example", "-example").as_str(),
            "\"iss\": \"https://graph.microsoft.com\"",
            "GET https://graph.microsoft.com/v1.0/me",
            "fraud: https://graph.microsoft.com",
            "the audience is wrong: https://graph.microsoft.com",
            "aud https://graph.microsoft.com",
            "aud: {\n\n  id: 1\n}\nresource: https://graph.microsoft.com",
        ] {
            assert!(!has_graph_token(text), "{text}");
        }
    }

    #[test]
    fn a_delegated_permission_of_a_program_without_a_user() {
        for text in [
            "scope: https://graph.microsoft.com/.default\nmicrosoft graph | user.read | delegated | granted",
            "grant_type=client_credentials\n\nuser.read.all (delegated)",
            "app.acquire_token_for_client(scopes)\nmail.send  delegated  send mail as a user  yes",
            "new clientsecretcredential(a, b, c)\n- delegated: files.readwrite.all",
            "acquiretokenforclient\npermissions: user.read, delegated",
            "client_credentials\nit has group.readwrite.all as delegated permission",
            "\"scope\": [\"https://graph.microsoft.com/.default\"]\n`calendars.read` — delegated",
            "acquiretokenbyclientcredential\nuser.read\tdelegated\tno",
            "client_credentials\nuser.read delegated\nmail.read delegated",
            "client_credentials\nchannelmessage.send|delegated",
        ] {
            assert!(has_only_delegated(text), "{text}");
        }
        for text in [
            "",
            "client_credentials\nuser.read.all | application | granted",
            "client_credentials\nuser.read | delegated\nuser.read.all | application",
            "user.read | delegated | granted",
            "client_credentials\nuser.read",
            "client_credentials with delegated permissions",
            "client_credentials\ndelegated to login.microsoftonline.com",
            "authorization_code\nmail.send delegated",
            "client_credentials\nuser.reader delegated",
            "client_credentials\nthe app needs application permissions, such as user.read.all; mail.read is delegated",
        ] {
            assert!(!has_only_delegated(text), "{text}");
        }
    }
}

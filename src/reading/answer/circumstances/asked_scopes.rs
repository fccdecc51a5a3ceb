//! The scopes that a request asks for, and those that a text says the client has.

use crate::chars::front_of;
use crate::reading::query::decoded;

/// How many lists and lines of a list are looked at.
const MOST: usize = 16;
/// In bytes: no list is longer.
const LONGEST: usize = 2000;

/// What somebody writes before the scopes of a client, in lowercase; the scopes are behind its colon.
const LISTED: [&str; 18] = [
    "ticked",
    "selected",
    "checked",
    "enabled",
    "allowed",
    "registered",
    "configured",
    "assigned",
    "granted to the",
    "of the app",
    "in the app",
    "of the integration",
    "of the client",
    "angehakt",
    "ausgew\u{e4}hlt",
    "erlaubt",
    "coch\u{e9}s",
    "seleccionados",
];

/// Whether a request asks for a scope that is not in the list of the client that the text has.
pub(super) fn has_one_not_listed(text: &str) -> bool {
    let asked: Vec<String> = text
        .match_indices("scope=")
        .take(MOST)
        .filter_map(|(at, name)| {
            let value = front_of(text.get(at + name.len()..)?, LONGEST);
            let ends = |ch: char| ch.is_whitespace() || "&\"'`<>;)]}#".contains(ch);
            value.split(ends).next().map(decoded)
        })
        .flat_map(|value| value.split([' ', '+', ',']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|scope| is_scope(scope))
        .collect();
    let listed = listed(text);
    !listed.is_empty() && asked.iter().any(|scope| !listed.contains(&scope.as_str()))
}

/// The scopes that a server says it has registered a client with: `"scopes":["read"]` next to `"client_id"`.
fn registered(text: &str) -> Option<Vec<&str>> {
    let line =
        text.lines().take(MOST_LINES).find(|line| line.contains("\"scopes\"") && line.contains("\"client_id\""))?;
    let (_, behind) = line.split_once("\"scopes\"")?;
    let (list, _) = behind.trim_start_matches([':', ' ']).strip_prefix('[')?.split_once(']')?;
    Some(list.split(',').map(|one| one.trim().trim_matches('"')).filter(|one| is_scope(one)).collect())
}

/// How many lines are looked at for that.
const MOST_LINES: usize = 200;

/// The scopes that the client has, by the first such list.
fn listed(text: &str) -> Vec<&str> {
    if let Some(all) = registered(text) {
        return all;
    }
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(first) = first_of_table(line) {
            let below = lines.clone().take(MOST).map_while(described);
            return core::iter::once(first).chain(below).collect();
        }
        let Some((label, rest)) =
            line.split_once(": ").or_else(|| line.trim_end().strip_suffix(':').map(|one| (one, "")))
        else {
            continue;
        };
        let lower = label.to_lowercase();
        let is_label = (lower.contains("scope") || lower.contains("permission"))
            && label.len() < 100
            && !label.contains(['=', '{', '"'])
            && LISTED.iter().any(|word| lower.contains(word));
        if !is_label {
            continue;
        }
        let below = lines.clone().take(MOST).take_while(|line| !line.trim().is_empty() && !line.contains(": "));
        let own = core::iter::once(rest).chain(below.filter(|_| rest.is_empty()));
        let all: Vec<&str> = own
            .filter(|line| line.len() < LONGEST)
            .flat_map(|line| line.split([',', ' ', ';', '\t']))
            .map(|one| one.trim_matches(|ch: char| !ch.is_alphanumeric()))
            .filter(|one| is_scope(one) && *one != "and" && *one != "und")
            .collect();
        // Words of a sentence are no scopes.
        if !all.is_empty() && all.iter().filter(|one| one.contains([':', '.', '_', '/'])).count() * 2 >= all.len() {
            return all;
        }
    }
    Vec::new()
}

/// The first scope of a list as the page of an application at GitLab has it: `Scopes   openid (Authenticate using …)`.
fn first_of_table(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let label = line.get(..6).filter(|label| label.eq_ignore_ascii_case("scopes"))?;
    let rest = line.get(label.len()..)?;
    described(rest).filter(|_| rest.starts_with(['\t', ' ']))
}

/// The scope of a line that describes it in brackets.
fn described(line: &str) -> Option<&str> {
    let (scope, description) = line.trim().split_once(" (")?;
    (is_scope(scope) && description.ends_with(')')).then_some(scope)
}

fn is_scope(text: &str) -> bool {
    text.len() >= 2 && text.chars().all(|ch| ch.is_ascii_alphanumeric() || ":._-/".contains(ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_that_a_client_does_not_have() {
        let link = "https://id.example.com/authorize?client_id=a&scope=spark%3Apeople_read%20meeting%3Aschedules_write&state=b\n";
        for list in [
            "Scopes ticked in the integration: spark:all, spark:kms",
            "selected scopes:\n- spark:people_read\n- spark:kms\n",
            "Allowed scopes of the client: spark:people_read spark:rooms_read",
            "Im Client erlaubte Scopes: spark:people_read, spark:kms",
        ] {
            assert!(has_one_not_listed(&format!("{link}{list}")), "{list}");
            assert!(has_one_not_listed(&format!("{list}\n\n{link}")), "{list}");
        }
        let answer = "{\"id\":\"4\",\"scopes\":[\"read\"],\"client_id\":\"Zk3\",\"client_secret\":\"***\"}\n";
        let asked = |scopes: &str| format!("{answer}https://social.example/oauth/authorize?scope={scopes}&state=77ab");
        assert!(has_one_not_listed(&asked("read+write")) && !has_one_not_listed(&asked("read")));
        let page = "Scopes   openid (Authenticate using OpenID Connect)\n         profile (Allows read-only access)\n";
        let link_of =
            |scopes: &str| format!("https://git.example.com/oauth/authorize?scope={scopes}&state=b\n\n{page}");
        assert!(has_one_not_listed(&link_of("openid+profile+offline_access")));
        assert!(!has_one_not_listed(&link_of("openid+profile")));
        for list in [
            "",
            "Scopes ticked in the integration: spark:people_read, meeting:schedules_write, spark:kms",
            "selected scopes:\n- spark:people_read\n- meeting:schedules_write\n",
            "The scopes are allowed, says the admin: everything is right there",
            "scopes: openid profile",
        ] {
            assert!(!has_one_not_listed(&format!("{link}{list}")), "{list}");
        }
    }
}

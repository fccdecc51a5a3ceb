//! What two places of a text show together: two issuers, one `state` twice, two programs that request tokens.

use crate::chars::front_of;
use crate::reading::addresses_in;
use crate::reading::variables::is_of_name;

/// How many values are compared; a log repeats them.
const MOST: usize = 64;

/// Whether two issuers differ only in the slash at the end (OpenID Connect Discovery 1.0 §4.3).
pub(super) fn has_issuer_slash(text: &str) -> bool {
    let names = ["issuer", "authority", "issued by", "expected"];
    // The claim of a token (RFC 7519 §4.1.1) is no part of a word.
    let has_claim = |line: &str| line.split(|ch| !is_of_name(ch)).any(|word| word == "iss");
    let is_named = |line: &&str| {
        let lower = line.to_ascii_lowercase();
        names.iter().any(|name| lower.contains(name)) || has_claim(&lower)
    };
    // A command that prints the issuer has it in the line below.
    let lines = || text.lines();
    let printed = lines().zip(lines().skip(1)).filter(|(line, _)| line.contains("jq ") && is_named(line));
    let printed = printed.map(|(_, below)| below).filter(|below| below.trim().trim_matches('"').starts_with("http"));
    let issuers: Vec<&str> = lines().filter(is_named).chain(printed).flat_map(addresses_in).take(MOST).collect();
    let ends = |with: bool| issuers.iter().filter(move |issuer| issuer.ends_with('/') == with);
    ends(true).any(|with| ends(false).any(|without| with.strip_suffix('/') == Some(without)))
}

/// Whether one `state` came back with two codes, or from two sessions: it was made for one sign-in.
pub(super) fn has_state_reused(text: &str) -> bool {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let parts =
        text.split(|ch: char| ch.is_whitespace() || "\"'`<>".contains(ch)).filter(|part| part.contains("state="));
    for part in parts.take(MOST) {
        let pairs = part.split(['?', '&', '#', ';']);
        let value = |name: &str| {
            let mut all = pairs.clone();
            all.find_map(|pair| pair.strip_prefix(name)).filter(|value| is_made(value))
        };
        let Some(state) = value("state=") else { continue };
        let Some(session) = value("session_state=").or_else(|| value("code=")) else { continue };
        if seen.iter().any(|(known, other)| *known == state && *other != session) {
            return true;
        }
        seen.push((state, session));
    }
    false
}

/// Whether a value was made by a program, and nobody put something else in its place.
fn is_made(value: &str) -> bool {
    let has_digit = value.contains(|ch: char| ch.is_ascii_digit());
    let is_run = |((one, two), three)| one == two && two == three;
    let mut runs = value.bytes().zip(value.bytes().skip(1)).zip(value.bytes().skip(2));
    value.len() >= SHORTEST && has_digit && !value.contains("..") && !runs.any(is_run)
}

/// In bytes.
const SHORTEST: usize = 8;

/// Whether an authorization code is there as a whole and as the beginning of it. Codes are cut where `#`, `+`, `%` or `&`
/// are something else to whoever read them.
pub(super) fn has_shorter_code(text: &str) -> bool {
    let ends = |ch: char| ch.is_whitespace() || "\"'`<>(){}[],;|".contains(ch);
    let values = text.match_indices("code").take(MOST_CODES).filter_map(|(at, name)| {
        let (before, behind) = text.split_at_checked(at)?;
        let behind = front_of(behind.get(name.len()..)?, LONGEST_CODE);
        let value = behind.trim_start_matches(|ch: char| ch == ' ' || "\"'`\\:=>".contains(ch));
        let joint = behind.get(..behind.len() - value.len())?;
        let is_joint = joint.contains([':', '=']) || joint.len() > 1 && joint.trim().is_empty();
        let is_name = !before.ends_with(|ch: char| is_of_name(ch) && ch != '_') || before.ends_with("auth");
        let whole = value.split(ends).next()?;
        let value = whole.split("&state=").next()?;
        (is_joint && is_name && joint.len() <= LONGEST_JOINT && value.len() >= SHORTEST && !value.contains("://"))
            .then_some(value)
    });
    let values: Vec<&str> = values.collect();
    let is_cut = |short: &str, long: &str| {
        let rest = long.strip_prefix(short).unwrap_or_default();
        let joint = rest.trim_start_matches(['#', '+', '%', '&', '=', '/', '.', '-', '~']);
        let is_code = joint.len() >= LEAST_COMMON && !joint.split(['&', '#']).any(|part| part.contains('='));
        joint.len() < rest.len() && is_code && is_made(short)
    };
    values.iter().any(|short| values.iter().any(|long| is_cut(short, long)))
}

/// In bytes: no code is longer.
const LONGEST_CODE: usize = 4096;
/// How many codes are looked at.
const MOST_CODES: usize = 100;
/// In bytes: what is between `code` and its value.
const LONGEST_JOINT: usize = 12;

/// Whether two senders of a log request a token for themselves: two lines that differ in a name only.
pub(super) fn has_tokens_in_turn(lower: &str) -> bool {
    const VERBS: [&str; 9] =
        ["new ", "got ", "fetched", "obtained", "requested", "requesting", "refreshed", "received", "acquired"];
    let is_time = |word: &&str| !word.contains(|ch: char| ch.is_alphabetic() && !matches!(ch, 't' | 'z'));
    let lines = lower.lines().filter(|line| line.len() < LONGEST_LINE && line.contains("token"));
    let lines = lines.filter(|line| VERBS.iter().any(|verb| line.contains(verb)));
    let lines: Vec<Vec<&str>> =
        lines.take(MOST).map(|line| line.split_whitespace().filter(|word| !is_time(word)).collect()).collect();
    let is_of_other = |one: &[&str], other: &[&str]| {
        let mut pairs = one.iter().zip(other).filter(|(one, other)| one != other);
        let (Some((first, second)), None) = (pairs.next(), pairs.next()) else { return false };
        let common = first.bytes().zip(second.bytes()).take_while(|(one, other)| one == other).count();
        one.len() == other.len() && common >= LEAST_COMMON && first.len() == second.len()
    };
    lines.iter().enumerate().any(|(at, one)| lines.iter().skip(at + 1).any(|other| is_of_other(one, other)))
}

/// In bytes.
const LONGEST_LINE: usize = 400;
/// In bytes: what the names of two instances begin with.
const LEAST_COMMON: usize = 3;

/// Whether a program requests a token only where it has none, and nothing else in it does.
pub(super) fn has_token_kept(text: &str) -> bool {
    text.match_indices("if").any(|(at, word)| {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        let condition = behind.get(word.len()..).unwrap_or_default();
        let is_word = !before.ends_with(is_of_name) && condition.starts_with([' ', '(']);
        let Some(body) = is_word.then(|| behind_absence(condition)).flatten() else { return false };
        let called = body.lines().take(MOST_LINES).find_map(called_for_token);
        called.is_some_and(|name| {
            calls(text, name) == 1 && !body.lines().take(MOST_LINES).any(|line| line.contains("else"))
        })
    })
}

/// How many lines of what is done then are looked at.
const MOST_LINES: usize = 5;

/// What is behind the condition that there is no token: `!token`, `not token`, `token is None`, `$token === null`.
fn behind_absence(condition: &str) -> Option<&str> {
    let line = condition.lines().next()?;
    let mut depth = 0_usize;
    let end = line.find(|ch| {
        match ch {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(ch, ')' | ':')
    })?;
    let (asked, rest) = (line.get(..end)?, condition.get(end..)?);
    let words: String = asked.chars().filter(|ch| !matches!(ch, '(' | ')' | ' ' | '$' | '@')).collect();
    let lower = words.to_ascii_lowercase();
    let name = lower.strip_prefix('!').or_else(|| lower.strip_prefix("not")).or_else(|| {
        let ends = [
            "isnone",
            "===null",
            "==null",
            "==nil",
            "===undefined",
            "==\"\"",
            "===\"\"",
            "==''",
            "===''",
            ".nil?",
            "isnothing",
            "isnullorempty",
        ];
        ends.iter().find_map(|end| lower.strip_suffix(end))
    })?;
    let is_name = name.ends_with("token") && name.chars().all(|ch| is_of_name(ch) || matches!(ch, '.' | '>' | '-'));
    is_name.then_some(rest)
}

/// The function of a line that requests a token, by its name.
fn called_for_token(line: &str) -> Option<&str> {
    const VERBS: [&str; 7] = ["refresh", "get", "fetch", "request", "renew", "obtain", "acquire"];
    line.match_indices('(').find_map(|(at, _)| {
        let before = line.get(..at)?;
        let name = before.get(before.rfind(|ch| !is_of_name(ch)).map_or(0, |at| at + 1)..)?;
        let lower = name.to_ascii_lowercase();
        (lower.contains("token") && VERBS.iter().any(|verb| lower.contains(verb))).then_some(name)
    })
}

/// How often a function is called, without where it is made.
fn calls(text: &str, name: &str) -> usize {
    const MAKERS: [&str; 6] = ["function", "def", "func", "sub", "fun", "Function"];
    text.match_indices(name)
        .filter(|(at, _)| {
            let (before, behind) =
                (text.get(..*at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
            let is_whole = !before.ends_with(is_of_name) && behind.starts_with('(');
            let maker = before.trim_end().rsplit(|ch| !is_of_name(ch)).next().unwrap_or_default();
            let is_method =
                behind.split_once(')').is_some_and(|(_, rest)| rest.trim_start_matches(' ').starts_with('{'));
            is_whole && !MAKERS.contains(&maker) && !is_method
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::super::tells_apart;
    use super::*;

    #[test]
    fn two_issuers() {
        tells_apart(
            has_issuer_slash,
            &[
                "unexpected issuer URI `https://a.example/o/x/` (expected `https://a.example/o/x`)",
                "issuer did not match: expected \"https://a.example\" got \"https://a.example/\"",
                "SSO_AUTHORITY=https://a.example/o\n\n\"issuer\":\"https://a.example/o/\"",
                "OIDC_ISSUER=https://a.example/realms/b/\r\nissuer mismatch: https://a.example/realms/b",
                "unexpected iss value, expected https://a.example, got: https://a.example/",
                "issued by a different provider, expected \"https://a.example/\" got \"https://a.example\"",
                "Invalid issuer\nexpected: https://a.example\n{\"iss\":\"https://a.example/\"}",
                "{\"iss\":\"https://a.example/\"}\nconfigured issuer: https://a.example",
                "issuer: https://a.example/o/b\n$ curl -s https://a.example/o/b/.well-known/openid-configuration | jq -r .issuer\nhttps://a.example/o/b/",
            ],
            &[
                "",
                "issuer `https://a.example/x/` (expected `https://a.example/y`)",
                "the issuer is https://a.example/\nlogin at https://a.example",
                "the issuer is https://a.example/\nopen an issue at https://a.example",
                "issuer: https://a.example/\nissuer: https://a.example/",
                "issuer did not match: http://a.example https://a.example",
            ],
        );
    }

    #[test]
    fn a_state_that_was_used_before() {
        tells_apart(
            has_state_reused,
            &[
                "/cb?state=c91e4d07b82a&session_state=91f3c6d8&code=\n/cb?state=c91e4d07b82a&session_state=513ca115&code=",
                "https://a.example/cb?code=4f9d2a71aa&state=c91e4d07b82a\r\nhttps://a.example/cb?code=8e7c6b5d1f&state=c91e4d07b82a",
            ],
            &[
                "",
                "/cb?state=c91e4d07b82a&code=4f9d2a71aa\n/cb?state=c91e4d07b82a&code=4f9d2a71aa",
                "/cb?state=c91e4d07b82a&code=4f9d2a71aa\n/cb?state=d02f5e18c93b&code=8e7c6b5d1f",
                "/cb?state=***&code=4f9d2a71aa\n/cb?state=***&code=8e7c6b5d1f",
                "/cb?state=xxxxxxxx1&code=4f9d2a71aa\n/cb?state=xxxxxxxx1&code=8e7c6b5d1f",
                "authorize?state=c91e4d07b82a\n/cb?state=c91e4d07b82a&code=4f9d2a71aa",
            ],
        );
    }

    #[test]
    fn a_code_that_was_cut() {
        tells_apart(
            has_shorter_code,
            &[
                "returned code  M.R3_BAY.1a2b#4567890\nsent code      M.R3_BAY.1a2b",
                "https://a.example/cb?code=SplxlOBe9Q+bYS6WxSbIA&state=x\n{\"code\": \"SplxlOBe9Q\"}",
                "GET /cb?code=AQABAAIAA9#xyz123&state=abc\ncode: AQABAAIAA9",
                "?code=4/0AX4XfWh9%2Fp3kq\n'code' => '4/0AX4XfWh9'",
            ],
            &[
                "",
                "code=SplxlOBe9Q\ncode=SplxlOBe9Q",
                "code=SplxlOBe9Q&state=x1\ncode=SplxlOBe9Q",
                "code=SplxlOBe9Q&scope=a&state=x1\ncode=SplxlOBe9Q",
                "code=SplxlOBe9Q...\ncode=SplxlOBe9Qabc",
                "code=SplxlOBe9Qabc\ncode=SplxlOBe9Q",
                "error code: 4700\nstatus code: 4700-1",
                "https://a.example/cb?code=SplxlOBe9Q#_=_\ncode=SplxlOBe9Q",
                "code=SplxlOBe9Q#\ncode=SplxlOBe9Q",
            ],
        );
    }

    #[test]
    fn two_that_request_tokens() {
        tells_apart(
            has_tokens_in_turn,
            &[
                "2022-10-04t14:02:11z worker-2xkqj info new access token, expires_in=3599\n2022-10-04t14:19:40z worker-h8w4t info new access token, expires_in=3599",
                "10:00:01 [node-1] got token\n10:05:00 [node-2] got token\n",
                "oct 4 10:00 web01 zoom: fetched access token\noct 4 10:20 web02 zoom: fetched access token",
            ],
            &[
                "",
                "10:00 worker-1 new access token\n11:00 worker-1 new access token",
                "10:00 worker-1 new access token",
                "10:00 got token a\n10:01 got token for user b and more",
                "10:00 new token for anna\n10:01 new token for bert",
            ],
        );
    }

    #[test]
    fn a_token_that_is_never_renewed() {
        tells_apart(
            has_token_kept,
            &[
                "if (!access_token) {\n    console.log('no token');\n    await refreshToken();\n  }\nasync function refreshToken() {\n",
                "if not self.token:\n    self.token = self.get_token()\n\ndef get_token(self):\n",
                "if token is None:\n    token = fetch_token()\n",
                "if ($this->token === null) {\n  $this->token = $this->requestToken();\n}\nprivate function requestToken() {\n",
                "if (this.token == null) {\r\n  this.token = await this.fetchToken();\r\n}",
            ],
            &[
                "",
                "if (!token || isExpired()) {\n  await refreshToken();\n}",
                "if (!token) {\n  await refreshToken();\n}\nsetInterval(() => refreshToken(), 3000000)",
                "if (!token) { throw new Error('no token') }",
                "if (!token) return res.redirect('/login')",
                "if (response.status === 401) {\n  await refreshToken();\n}",
                "if not token:\n    token = get_token()\nelse:\n    check(token)",
            ],
        );
    }
}

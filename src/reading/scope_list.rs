//! How the scopes of a request are joined: RFC 6749 §3.3 says by spaces.

/// How a list of scopes is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// By commas. `is_standard`: scopes of OpenID Connect, Google or Microsoft are among them, whose servers want spaces.
    ByComma { is_standard: bool },
    /// By spaces, or it is one scope, or none.
    Otherwise,
}

/// In bytes; a longer text is no list of scopes.
const LONGEST: usize = 4096;

/// How the value of a `scope` parameter is joined, decoded.
pub(super) fn joined(value: &str) -> Joined {
    let value = value.trim();
    let is_list = value.len() <= LONGEST && value.contains(',') && !value.contains(['"', '{', '[', '<', '(', '$', '*']);
    if !is_list {
        return Joined::Otherwise;
    }
    let mut words = value.split([',', ' ']).filter(|word| !word.is_empty()).peekable();
    let is_word = |word: &str| word.chars().all(|ch| ch.is_ascii_graphic() && ch != '\\');
    let all: Vec<&str> = words.by_ref().collect();
    if all.len() < 2 || !all.iter().all(|word| is_word(word)) {
        return Joined::Otherwise;
    }
    Joined::ByComma { is_standard: all.iter().any(|word| is_standard(word)) }
}

/// OpenID Connect Core §5.4 and §11, Google's scopes that are URLs, and Microsoft's `.default`.
fn is_standard(scope: &str) -> bool {
    matches!(scope, "openid" | "profile" | "offline_access")
        || scope.starts_with("https://www.googleapis.com/auth/")
        || scope == "https://mail.google.com/"
        || scope.ends_with("/.default")
        || scope.starts_with("https://graph.microsoft.com/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        for (value, is_standard) in [
            ("read,write", false),
            ("read, write", false),
            ("repo,user:email,read:org", false),
            ("openid,profile,email", true),
            ("https://www.googleapis.com/auth/calendar,https://mail.google.com/", true),
            ("api://a/.default,offline_access", true),
        ] {
            assert_eq!(joined(value), Joined::ByComma { is_standard }, "{value}");
        }
        for value in
            ["", ",", "read", "read write", "read,", "[\"a\",\"b\"]", "${a},b", "<scope1>,<scope2>", "a,b\u{e4}"]
        {
            assert_eq!(joined(value), Joined::Otherwise, "{value}");
        }
    }
}

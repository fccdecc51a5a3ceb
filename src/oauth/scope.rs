//! Lists of scopes: RFC 6749 §3.3.

/// The scopes of a text, in their order, each once.
///
/// RFC 6749 §3.3 separates them by one space. Deviation: commas, line breaks and any other whitespace separate too,
/// because people paste them from guides. Capitalization is significant. Names are not checked.
///
/// ```
/// use authdesk::oauth::scope_list;
///
/// assert_eq!(scope_list("user:read, meeting:read\nuser:read User:read"), ["user:read", "meeting:read", "User:read"]);
/// ```
#[must_use]
pub fn scope_list(text: &str) -> Vec<String> {
    // Sorted for binary search, because what is pasted can be long.
    let mut seen = Vec::new();
    let mut names = Vec::new();
    for name in text.split(|ch: char| ch.is_whitespace() || ch == ',') {
        if !name.is_empty()
            && let Err(place) = seen.binary_search(&name)
        {
            seen.insert(place, name);
            names.push(name.to_owned());
        }
    }
    names
}

/// The names separated by one space (RFC 6749 §3.3); their order stays, nothing is dropped.
///
/// ```
/// use authdesk::oauth::joined;
///
/// assert_eq!(joined(["user:read", "meeting:read"]), "user:read meeting:read");
/// ```
pub fn joined(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut text = String::new();
    for name in names {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(name.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_spaces_commas_and_lines() {
        assert_eq!(scope_list("user:read:user"), ["user:read:user"]);
        assert_eq!(scope_list("b:x, a:y\r\nc:z\tb:x ,, a:Y\n"), ["b:x", "a:y", "c:z", "a:Y"]);
        assert_eq!(scope_list("a\u{a0}b"), ["a", "b"]);
        assert_eq!(scope_list(""), [""; 0]);
        assert_eq!(scope_list(" ,\n, "), [""; 0]);
    }

    #[test]
    fn joins_with_one_space() {
        assert_eq!(joined(["b:x", "a:y"]), "b:x a:y");
        assert_eq!(joined(scope_list("b:x,a:y")), "b:x a:y");
        assert_eq!(joined([""; 0]), "");
    }
}

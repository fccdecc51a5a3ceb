//! Which variable of a program gets a value.

/// What is a letter of a name in programs.
pub(in crate::reading) fn is_of_name(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || matches!(ch, '_' | '$')
}

/// The variable that a statement sets, of which this is what is before some place in the value: `const token = req.`,
/// `token := `, `let token: string = `. A comparison sets none.
pub(in crate::reading) fn target(before: &str) -> Option<&str> {
    let is_sign = |at: usize| {
        let (left, right) = before.split_at_checked(at).unwrap_or_default();
        let right = right.get(1..).unwrap_or_default();
        !left.ends_with(['=', '!', '<', '>', '~']) && !right.starts_with(['=', '>', '~'])
    };
    let (at, _) = before.match_indices('=').find(|(at, _)| is_sign(*at))?;
    let left = before.get(..at)?.trim_end();
    let left = left.strip_suffix(':').unwrap_or(left).trim_end();
    // A type behind the name.
    let left = left.rsplit_once(": ").filter(|(_, kind)| kind.chars().all(is_of_name)).map_or(left, |(name, _)| name);
    left.rsplit(|ch| !is_of_name(ch)).next().filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn the_variable_of_a_statement() {
        for (before, name) in [
            ("const token = req.headers.", Some("token")),
            ("token := r.Header.", Some("token")),
            ("let token: string = ", Some("token")),
            ("std::string token = ", Some("token")),
            ("$token = $request->", Some("$token")),
            ("self.token = ", Some("token")),
            ("h := r.Header.", Some("h")),
            ("if (token == ", None),
            ("if (token !== ", None),
            ("['token' => ", None),
            ("handle(", None),
        ] {
            assert_eq!(target(before), name, "{before}");
        }
    }
}

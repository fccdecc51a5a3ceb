//! What is a secret itself, not a variable or placeholder text.

/// The minimum number of characters in a secret.
const SHORTEST: usize = 8;
/// The maximum number of characters that are checked.
const LONGEST: usize = 2048;

/// Whether the value itself is there, not a variable or placeholder text.
pub(super) fn is_literal(value: &str) -> bool {
    let end = value.char_indices().nth(LONGEST).map_or(value.len(), |(at, _)| at);
    let value = value.get(..end).unwrap_or_default();
    let mut chars = value.char_indices().peekable();
    let mut left = String::new();
    while let Some((at, ch)) = chars.next() {
        let rest = value.get(at..).unwrap_or_default();
        let end = match ch {
            '$' if rest.starts_with("$(") => {
                if has_pair(rest) {
                    return true;
                }
                // The rest of a word that contains the output of a command is not checked, because it would be a guess.
                break;
            }
            '$' if rest.starts_with("${") => rest.find('}'),
            '$' => {
                let is_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | ':' | '.');
                let name = rest.char_indices().skip(1).find(|(_, ch)| !is_name(*ch));
                Some(name.map_or(rest.len(), |(end, _)| end).saturating_sub(1))
            }
            '<' => rest.find('>'),
            '{' => rest.find('}'),
            '[' => rest.find(']'),
            '`' => rest.get(1..).and_then(|inner| inner.find('`')).map(|end| end + 1),
            '%' => variable_of_cmd(rest),
            _ => None,
        };
        match end {
            Some(end) => while chars.next_if(|(next, _)| *next <= at + end).is_some() {},
            None => left.push(ch),
        }
    }
    let lower = left.to_ascii_lowercase();
    let is_name = left.contains('_') && left.chars().all(|ch| ch.is_ascii_uppercase() || ch == '_');
    let first = left.chars().next();
    let is_mask = left.chars().all(|ch| Some(ch) == first);
    left.chars().filter(char::is_ascii_alphanumeric).count() >= SHORTEST
        && !is_name
        && !is_mask
        && !lower.starts_with("your")
}

/// Whether a shell replaces the end of a password or a secret, because what follows a `$` in it would be the name of a
/// variable. Nobody calls a variable as programs make passwords: `Winter2024$yvz4VQpL8m`, but `$PASSWORD$TOKEN`.
pub(super) fn loses_part(value: &str) -> bool {
    let Some((kept, lost)) = value.split_once('$') else { return false };
    let is_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    let name = lost.get(..lost.find(|ch| !is_name(ch)).unwrap_or(lost.len())).unwrap_or_default();
    let kept = kept.rsplit(':').next().unwrap_or_default();
    let has = |is: fn(&char) -> bool| name.chars().any(|ch| is(&ch));
    kept.chars().any(char::is_alphanumeric)
        && name.len() >= SHORTEST
        && !name.starts_with(|ch: char| ch.is_ascii_digit())
        && has(char::is_ascii_lowercase)
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_digit)
}

/// The last byte of `%NAME%`.
fn variable_of_cmd(rest: &str) -> Option<usize> {
    let inner = rest.get(1..)?;
    let end = inner.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '_'))?;
    let is_name = inner.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_');
    (is_name && inner.get(end..)?.starts_with('%')).then_some(end + 1)
}

/// Whether client ID and secret are in a command that encodes them.
fn has_pair(text: &str) -> bool {
    let is_part = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-');
    let mut before = 0;
    for (at, ch) in text.char_indices() {
        if ch == ':' && before >= SHORTEST {
            let behind = text.get(at + 1..).unwrap_or_default();
            if behind.chars().take(SHORTEST).filter(|ch| is_part(*ch)).count() == SHORTEST {
                return true;
            }
        }
        before = if is_part(ch) { before + 1 } else { 0 };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_password() {
        for value in ["Winter2024$yvz4VQpL8m", "a1b2$Kx7vQ2mT", "client:Abc$xY3zzzzzz"] {
            assert!(loses_part(value), "{value}");
        }
        for value in [
            "",
            "$PASSWORD$TOKEN",
            "$password",
            "Winter2024",
            "pre$SECRET_2",
            "client:$Kx7vQ2mT",
            "a$b",
            "$Kx7vQ2mT1",
            "USD 5$ a",
        ] {
            assert!(!loses_part(value), "{value}");
        }
    }
}

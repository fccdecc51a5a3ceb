//! Commands of a shell that encode client ID and secret, and what they encode besides.

use super::FindingKind;

/// In bytes: how much of a command is looked at.
const LONGEST: usize = 1024;
/// GNU's `base64` begins a new line after 76 characters, OpenSSL's after 64 (their manuals): of so many bytes.
const WRAPPED: usize = 57;
const WRAPPED_BY_OPENSSL: usize = 48;

/// What is wrong with a command line that encodes `id:secret`: the line break that `echo` and a here-string add, or
/// those that the encoder adds to a long text. `None` if it encodes something else, or nothing.
pub(super) fn encoding_fault(command: &str) -> Option<FindingKind> {
    let command = head(command);
    let segments: Vec<&str> = command.split('|').map(str::trim).collect();
    let at = segments.iter().position(|segment| Encoder::of(segment).is_some())?;
    let (before, rest) = segments.split_at_checked(at)?;
    let (segment, behind) = rest.split_first()?;
    let encoder = Encoder::of(segment)?;
    let (text, has_break) = match before {
        [] => (segment.split_once("<<<")?.1, true),
        [first] => echoed(first)?,
        // What stands between may remove the line break.
        _ => return None,
    };
    let text = text.trim();
    if !is_pair(text) {
        return None;
    }
    if has_break {
        return Some(FindingKind::NewlineEncoded);
    }
    let is_joined = encoder.is_one_line || !behind.is_empty();
    let plain = text.trim_matches(['"', '\'']);
    let limit = if encoder.is_openssl { WRAPPED_BY_OPENSSL } else { WRAPPED };
    (!is_joined && !plain.contains(['$', '%', '{', '<', '`']) && plain.len() > limit)
        .then_some(FindingKind::Base64Wrapped)
}

/// The place of each such command in a text, in bytes.
pub(super) fn encoding_commands(text: &str) -> impl Iterator<Item = (core::ops::Range<usize>, FindingKind)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let from = start;
        start += line.len();
        (from, line.trim_end())
    });
    lines.filter_map(|(from, line)| {
        let at = ["echo ", "printf ", "base64 <<<", "openssl "].iter().filter_map(|word| line.find(word)).min()?;
        let is_word = line.get(..at)?.chars().next_back().is_none_or(|ch| !ch.is_alphanumeric() && ch != '-');
        let command = line.get(at..).filter(|_| is_word)?;
        // The command may stand in `$(…)` or in backticks.
        let end = closing(command).unwrap_or(command.len());
        let kind = encoding_fault(command.get(..end)?)?;
        Some((from + at..from + at + end, kind))
    })
}

/// Where the bracket or the backtick closes that was opened before.
fn closing(command: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, ch) in command.char_indices().take(LONGEST) {
        match ch {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            '`' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

fn head(command: &str) -> &str {
    let end = command.char_indices().nth(LONGEST).map_or(command.len(), |(at, _)| at);
    command.get(..end).unwrap_or(command)
}

/// A command that encodes.
struct Encoder {
    is_openssl: bool,
    /// An option keeps the result in one line.
    is_one_line: bool,
}

impl Encoder {
    fn of(segment: &str) -> Option<Encoder> {
        let mut words = segment.split_whitespace().map(|word| word.trim_end_matches([')', '`', '"', '\'', ';']));
        let first = words.next()?;
        let options: Vec<&str> = words.take_while(|word| *word != "<<<").collect();
        let has = |names: &[&str]| options.iter().any(|option| names.iter().any(|name| option.starts_with(name)));
        let is_openssl = first == "openssl";
        let is_encoder = match first {
            "base64" | "gbase64" => true,
            "openssl" => {
                let is_enc = has(&["enc"]) && (has(&["-base64"]) || options.contains(&"-a"));
                has(&["base64"]) || is_enc
            }
            _ => false,
        };
        let decodes = options.iter().any(|option| matches!(*option, "-d" | "-D" | "--decode" | "-di"));
        let is_one_line = if is_openssl { options.contains(&"-A") } else { has(&["-w", "--wrap", "-b", "--break"]) };
        (is_encoder && !decodes).then_some(Encoder { is_openssl, is_one_line })
    }
}

/// What `echo` or `printf` prints, and whether a line break follows it.
fn echoed(segment: &str) -> Option<(&str, bool)> {
    let (name, rest) = segment.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    match name {
        "printf" => Some((rest, rest.trim_end_matches(['"', '\'']).ends_with("\\n"))),
        "echo" => {
            let option = rest.split_whitespace().next().filter(|word| word.starts_with('-'));
            let has_n = option.is_some_and(|option| option.contains('n'));
            let text = option.map_or(rest, |option| rest.get(option.len()..).unwrap_or_default());
            let is_cut = text.trim_end_matches(['"', '\'']).ends_with("\\c");
            Some((text, !has_n && !is_cut))
        }
        _ => None,
    }
}

/// Whether a text is `id:secret`, perhaps with variables.
fn is_pair(text: &str) -> bool {
    let plain = text.trim_matches(['"', '\'']);
    // `${name:-default}`
    let outside = plain.replace(":-", "").replace(":?", "");
    let Some((id, secret)) = outside.split_once(':') else { return false };
    let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    is_word(id) && is_word(secret) && !secret.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_that_are_encoded() {
        for command in [
            "echo \"$ID:$SECRET\" | base64",
            "echo $ID:$SECRET | base64",
            "echo '208:qtz' | openssl enc -base64",
            "echo \"208:qtz\" | openssl base64",
            "echo \"${ID}:${SECRET}\" | base64 -w0",
            "echo \"$ID:$SECRET\" | base64 | tr -d '\\n'",
            "echo -e \"$ID:$SECRET\" | base64",
            "base64 <<< \"$ID:$SECRET\"",
            "base64 -w 0 <<< $ID:$SECRET",
            "printf \"a:b\\n\" | base64",
        ] {
            assert_eq!(encoding_fault(command), Some(FindingKind::NewlineEncoded), "{command}");
        }
    }

    #[test]
    fn a_long_text_is_wrapped() {
        let long = "a".repeat(60);
        for command in [
            format!("printf '{long}:b' | base64"),
            format!("echo -n \"{long}:b\" | base64"),
            format!("echo -n {long}:b | openssl base64"),
        ] {
            assert_eq!(encoding_fault(&command), Some(FindingKind::Base64Wrapped), "{command}");
        }
    }

    #[test]
    fn sound_commands() {
        let long = "a".repeat(60);
        for command in [
            "echo -n \"$ID:$SECRET\" | base64".to_owned(),
            "echo -ne 'a:b' | base64".to_owned(),
            "printf '%s:%s' \"$ID\" \"$SECRET\" | base64".to_owned(),
            "printf \"$ID:$SECRET\" | base64".to_owned(),
            "echo \"a:b\\c\" | base64".to_owned(),
            "echo \"a:b\" | tr -d '\\n' | base64".to_owned(),
            "echo \"$TOKEN\" | base64 -d".to_owned(),
            "echo \"YTpi\" | base64 --decode".to_owned(),
            "echo \"password\" | base64".to_owned(),
            "echo 'https://a.example' | base64".to_owned(),
            "echo \"note: a text\" | base64".to_owned(),
            "echo \"${A:-b}\" | base64".to_owned(),
            "base64 file.txt".to_owned(),
            "openssl rand -base64 32".to_owned(),
            format!("printf '{long}:b' | base64 -w0"),
            format!("printf '{long}:b' | openssl base64 -A"),
            format!("printf '{long}:b' | base64 | tr -d '\\n'"),
            format!("printf '{}:b' | base64", "a".repeat(40)),
        ] {
            assert_eq!(encoding_fault(&command), None, "{command}");
        }
    }

    #[test]
    fn commands_in_a_text() {
        let text = "AUTH=$(echo \"$ID:$SECRET\" | base64)\ncurl -H \"Authorization: Basic `echo a:b | base64`\"\necho -n a:b | base64\n";
        let found: Vec<&str> = encoding_commands(text).filter_map(|(place, _)| text.get(place)).collect();
        assert_eq!(found, ["echo \"$ID:$SECRET\" | base64", "echo a:b | base64"]);
    }
}

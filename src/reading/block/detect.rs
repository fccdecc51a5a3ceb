//! Which format a pasted text has, by its form alone.

use super::url::authority;
use crate::blocks::BlockFormat;
use crate::chars::is_space_or_invisible;
use crate::reading::pasted::is_header_line;
use crate::reading::request::shell_words::shell_line;

/// How many lines decide.
const MOST_LINES: usize = 200;

/// The formats that a text may have, the likeliest first; empty where none fits.
///
/// Several formats have lines like `NAME = "value"`: what the values and the names look like then decides the order.
///
/// ```
/// use authdesk::blocks::BlockFormat;
/// use authdesk::reading::block_formats;
///
/// assert_eq!(block_formats("export ZOOM_CLIENT_ID='s6BhdRkqt3'\n")[0], BlockFormat::Shell);
/// assert_eq!(block_formats("zoom:\n  client_id: s6BhdRkqt3\n"), [BlockFormat::Yaml]);
/// assert!(block_formats("hello world").is_empty());
/// ```
#[must_use]
pub fn block_formats(text: &str) -> Vec<BlockFormat> {
    let text = text.trim_matches(is_space_or_invisible);
    let lines: Vec<&str> = text.lines().map(without_prompt).filter(|line| is_content(line)).take(MOST_LINES).collect();
    let Some(first) = lines.first() else { return Vec::new() };
    // A header looks like a line of YAML.
    if lines.len() == 1 && is_header_line(first) {
        return Vec::new();
    }
    if is_object(text) {
        return vec![BlockFormat::Json];
    }
    if is_url(text) {
        return vec![BlockFormat::Url];
    }
    if lines.iter().any(|line| is_docker_run(line)) {
        return vec![BlockFormat::DockerRun];
    }
    if lines.iter().any(|line| is_cmdlet(line)) {
        return vec![BlockFormat::PowerShellCommand];
    }
    if lines.iter().any(|line| line.strip_prefix("export ").is_some_and(|rest| rest.contains('='))) {
        return vec![BlockFormat::Shell, BlockFormat::Env];
    }
    if lines.iter().any(|line| is_block_header(line)) {
        return vec![BlockFormat::Hcl];
    }
    if lines.len() == 1 && is_connection_string(first) {
        return vec![BlockFormat::ConnectionString];
    }
    let (pairs, assignments) = (lines.iter().filter(|line| is_pair(line)).count(), assignments(&lines));
    if pairs > 0 && pairs * 2 > lines.len() && assignments.count < pairs {
        return match first.starts_with(['"', '\u{201c}']) {
            true => vec![BlockFormat::Json, BlockFormat::Yaml],
            false => vec![BlockFormat::Yaml],
        };
    }
    if assignments.count > 0 {
        return assignments.formats();
    }
    if is_command_for_each(&lines) { vec![BlockFormat::ShellCommand] } else { Vec::new() }
}

/// Manuals begin a line with the prompt.
fn without_prompt(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix("$ ").or_else(|| line.strip_prefix("% ")).unwrap_or(line)
}

fn is_content(line: &str) -> bool {
    !line.is_empty() && !["#", ";", "//", "---"].iter().any(|start| line.starts_with(start))
}

fn is_object(text: &str) -> bool {
    let rest = text.strip_prefix('[').unwrap_or(text).trim_start();
    rest.strip_prefix('{').is_some_and(|rest| !rest.starts_with('{'))
}

fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let is_scheme = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '+' | '.' | '-');
    let query = rest.split_once('?').map(|(_, query)| query);
    let has_password = authority(rest).rsplit_once('@').is_some_and(|(user, _)| user.contains(':'));
    scheme.starts_with(|ch: char| ch.is_ascii_alphabetic())
        && scheme.chars().all(is_scheme)
        && !text.contains(['\n', '"'])
        && (has_password || query.is_some_and(|query| query.contains('=')))
}

fn is_docker_run(line: &str) -> bool {
    let mut words = line.split_whitespace().skip_while(|word| *word == "sudo");
    words.next().is_some_and(|word| matches!(word, "docker" | "podman" | "nerdctl"))
        && words.take_while(|word| matches!(*word, "container" | "run")).any(|word| word == "run")
}

/// `Verb-Noun` (Microsoft, "Approved Verbs for PowerShell Commands") at the beginning of a command, and a parameter.
fn is_cmdlet(line: &str) -> bool {
    let Some((command, rest)) = line.split_once(char::is_whitespace) else { return false };
    let is_word = |word: &str| {
        word.starts_with(|ch: char| ch.is_ascii_uppercase()) && word.chars().all(|ch| ch.is_ascii_alphanumeric())
    };
    let is_command = command.split_once('-').is_some_and(|(verb, noun)| is_word(verb) && is_word(noun));
    let is_parameter = |word: &str| {
        word.trim_start_matches(['-', '\u{2013}', '\u{2014}']).len() < word.len()
            && word.chars().nth(1).is_some_and(char::is_alphabetic)
    };
    // Lines are joined by a backtick.
    is_command && (rest.ends_with('`') || rest.split_whitespace().any(is_parameter))
}

/// `provider "zoom" {`.
fn is_block_header(line: &str) -> bool {
    let Some(header) = line.strip_suffix('{') else { return false };
    let mut words = header.split_whitespace();
    let is_type = |word: &str| word.chars().all(|ch| ch.is_ascii_lowercase() || ch == '_');
    let is_label = |word: &str| word.len() > 2 && word.starts_with('"') && word.ends_with('"');
    words.next().is_some_and(is_type) && words.all(is_label)
}

fn is_connection_string(line: &str) -> bool {
    let is_pair = |piece: &str| {
        let name = piece.split_once('=').map(|(name, _)| name.trim());
        name.is_some_and(|name| {
            !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || " _-".contains(ch))
        })
    };
    let pieces = line.split(';').filter(|piece| !piece.trim().is_empty());
    line.contains(';')
        && line.split(';').next().is_some_and(is_pair)
        && pieces.filter(|piece| is_pair(piece)).count() > 1
}

/// `key: value` or `key:`, with or without the hyphen of a list.
fn is_pair(line: &str) -> bool {
    let line = line.trim_start_matches("- ");
    let Some((name, value)) = line.split_once(':') else { return false };
    let name = name.trim_matches(['"', '\'', '\u{201c}', '\u{201d}']);
    let is_of_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | '.');
    !name.is_empty() && name.chars().all(is_of_name) && !value.starts_with("//")
}

/// What the lines with `=` have in common.
#[derive(Default)]
struct Assignments {
    count: usize,
    has_section: bool,
    /// Spaces around `=`.
    spaced: usize,
    double_quoted: usize,
    single_quoted: usize,
    /// Numbers and `true`, which TOML has without quotes.
    literal: usize,
    /// `True`, `None`, or a call.
    of_python: usize,
    /// Names as of environment variables and of settings in Python.
    uppercase: usize,
}

fn assignments(lines: &[&str]) -> Assignments {
    let mut all = Assignments::default();
    for line in lines {
        if line.starts_with('[') && line.ends_with(']') && !line.contains(['=', ',']) {
            all.has_section = true;
            continue;
        }
        let Some((name, value)) = line.split_once('=') else { continue };
        let is_of_name = |ch: char| ch.is_alphanumeric() || "_.-\"".contains(ch);
        if name.trim().is_empty() || !name.trim().chars().all(is_of_name) {
            continue;
        }
        let inner = value.trim();
        let counts = [
            (&mut all.count, true),
            (&mut all.spaced, name.ends_with(' ') && value.starts_with(' ')),
            (&mut all.double_quoted, inner.starts_with(['"', '\u{201c}', '[', '{'])),
            (&mut all.single_quoted, inner.starts_with('\'')),
            (&mut all.literal, super::unquoted::is_literal(inner)),
            (&mut all.of_python, matches!(inner, "True" | "False" | "None") || inner.starts_with("os.")),
            (&mut all.uppercase, !name.contains(|ch: char| ch.is_lowercase())),
        ];
        for (count, is_so) in counts {
            *count += usize::from(is_so);
        }
    }
    all
}

impl Assignments {
    fn formats(&self) -> Vec<BlockFormat> {
        let are_texts = self.double_quoted + self.single_quoted + self.literal == self.count;
        let has_texts = self.double_quoted + self.single_quoted > 0;
        if self.has_section {
            return match are_texts && has_texts {
                true => vec![BlockFormat::Toml, BlockFormat::Ini],
                false => vec![BlockFormat::Ini, BlockFormat::Toml],
            };
        }
        if self.spaced == 0 {
            return match are_texts && has_texts && self.uppercase * 2 < self.count {
                true => vec![BlockFormat::Toml, BlockFormat::Env, BlockFormat::Hcl, BlockFormat::Python],
                false => vec![BlockFormat::Env, BlockFormat::Ini],
            };
        }
        let is_python = self.of_python > 0 || (has_texts && self.uppercase == self.count);
        match (is_python, are_texts && has_texts, self.single_quoted > 0) {
            (true, ..) => vec![BlockFormat::Python, BlockFormat::Toml, BlockFormat::Env],
            (false, true, true) => vec![BlockFormat::Python, BlockFormat::Toml, BlockFormat::Ini],
            (false, true, false) => vec![BlockFormat::Toml, BlockFormat::Hcl, BlockFormat::Python, BlockFormat::Ini],
            (false, false, _) if has_texts => {
                vec![BlockFormat::Hcl, BlockFormat::Toml, BlockFormat::Python, BlockFormat::Ini]
            }
            (false, false, _) => vec![BlockFormat::Ini, BlockFormat::Env],
        }
    }
}

/// The same command in every line, with a quoted value at the end.
fn is_command_for_each(lines: &[&str]) -> bool {
    let is_command = |word: &str| {
        word.starts_with(|ch: char| ch.is_ascii_lowercase())
            && word.chars().all(|ch| ch.is_ascii_alphanumeric() || "-_./".contains(ch))
    };
    let of_line = |line: &&str| {
        let words = shell_line(line, 0).words;
        let (first, last) = (words.first()?, words.last()?);
        let raw = line.get(last.span.start..last.span.end)?;
        let is_quoted = raw.starts_with(['\'', '"', '\u{2018}', '\u{201c}']);
        (words.len() > 2 && is_command(&first.text)).then(|| (first.text.clone(), is_quoted))
    };
    let read: Option<Vec<(String, bool)>> = lines.iter().map(of_line).collect();
    read.is_some_and(|read| {
        let same = read.windows(2).all(|pair| matches!(pair, [(one, _), (other, _)] if one == other));
        same && read.iter().any(|(_, is_quoted)| *is_quoted)
    })
}

//! The sentences that a program has for its errors and its log, `fmt.Errorf("failed to get token: %v", err)`: nothing
//! that happened. Where one of them happened, it is in the text a second time.

use core::ops::Range;
use std::borrow::Cow;

use crate::reading::blanked::blanked;

/// What is called with a sentence, whatever it is a member of.
const PRINTS: [&str; 30] = [
    "fmt.Errorf",
    "fmt.Print",
    "fmt.Printf",
    "fmt.Println",
    "fmt.Sprintf",
    "http.Error",
    "errors.New",
    "errors.Wrap",
    "errors.Wrapf",
    "System.out.println",
    "System.out.printf",
    "System.err.println",
    "Console.WriteLine",
    "Console.Error.WriteLine",
    "sys.exit",
    "HTTPException",
    "print",
    "printf",
    "println",
    "println!",
    "eprintln!",
    "anyhow!",
    "bail!",
    "panic!",
    "panic",
    "die",
    "exit",
    "error_log",
    "alert",
    "reject",
];

/// What a log can do, in lowercase.
const LEVELS: [&str; 20] = [
    "debug",
    "error",
    "errorf",
    "exception",
    "fatal",
    "fatalf",
    "fatalln",
    "info",
    "infof",
    "critical",
    "log",
    "print",
    "printf",
    "println",
    "severe",
    "trace",
    "warn",
    "warnf",
    "warning",
    "notice",
];

/// What stands before a sentence without a parenthesis: Ruby, PHP, PowerShell, JavaScript.
const SAYS: [&str; 9] =
    ["raise ", "throw ", "puts ", "echo ", "die ", "print ", "Write-Host ", "Write-Error ", "Write-Output "];

/// In bytes: no such call is longer.
const LONGEST: usize = 600;

/// The text with spaces in place of the sentences that a program has; every other character stays where it is.
pub(super) fn without_own_sentences(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = without_shown_source(text);
    let mut gone: Vec<Range<usize>> = Vec::new();
    for (open, _) in text.match_indices('(') {
        if is_own_call(text.get(..open).unwrap_or_default()) {
            literals(text.get(open..).unwrap_or_default(), open, &mut gone);
        }
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start();
        if SAYS.iter().any(|word| inner.starts_with(word)) && is_statement(inner) {
            literals(line, at, &mut gone);
        }
        at += line.len();
    }
    blanked(text, gone)
}

/// The text without the statements that Node and Python show above carets, and Python below the place in a file, because
/// they failed: the brackets that one opens are closed nowhere.
fn without_shown_source(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut gone: Vec<Range<usize>> = Vec::new();
    let (mut at, mut before) = (0, 0..0);
    for line in text.split_inclusive('\n') {
        let marks = line.trim();
        let place = text.get(before.clone()).unwrap_or_default().trim_start();
        let is_below_place = place.starts_with("File \"") && place.contains("\", line ");
        if is_below_place && marks.ends_with(['(', '[', '{', ',']) {
            gone.push(at..at + line.trim_end().len());
        }
        if !marks.is_empty() && marks.chars().all(|ch| matches!(ch, '^' | '~')) {
            let is_statement = text.get(before.clone()).is_some_and(|line| line.ends_with(['{', '(', ')', ',', ';']));
            gone.extend(is_statement.then(|| before.clone()));
        }
        before = at..at + line.trim_end().len();
        at += line.len();
    }
    blanked(text, gone)
}

/// Whether what is before a parenthesis makes an error or prints a sentence.
fn is_own_call(before: &str) -> bool {
    let is_of_name = |ch: char| ch.is_ascii_alphanumeric() || "_.$:!\\>-".contains(ch);
    let start = before.trim_end_matches(is_of_name).len();
    let name = before.get(start..).unwrap_or_default();
    if name.is_empty() || before.len() - start > LONGEST_NAME {
        return false;
    }
    let word_before = before.get(..start).unwrap_or_default().trim_end_matches([' ', '\t']);
    let follows = |word: &str| word_before.len() < start && word_before.ends_with(word);
    let is_error = || ["Error", "Exception", "Failure"].iter().any(|end| name.ends_with(end));
    if follows("raise") || follows("throw") || follows("new") && is_error() || PRINTS.contains(&name) {
        return true;
    }
    let Some((receiver, last)) = name.rsplit_once(['.', ':', '>']) else { return false };
    let receiver = receiver.to_ascii_lowercase();
    let last = last.to_ascii_lowercase();
    let is_log = receiver.contains("log") || receiver.ends_with("console");
    is_log && (LEVELS.contains(&last.as_str()) || last.starts_with("log"))
}

/// In bytes.
const LONGEST_NAME: usize = 80;

/// Whether a line says its sentence in quotes, as a program does: `raise ApiError, "no token"`.
fn is_statement(line: &str) -> bool {
    let words = line.split_once(' ').map_or("", |(_, rest)| rest).trim_start();
    let class = words.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || matches!(ch, ':' | '_'));
    let is_class = words.starts_with(|ch: char| ch.is_ascii_uppercase());
    words.starts_with(['"', '\'', '`']) || is_class && class.starts_with(", ")
}

/// The places of the strings in a call, or in a line.
fn literals(text: &str, offset: usize, gone: &mut Vec<Range<usize>>) {
    let mut depth = 0_usize;
    let mut open: Option<(char, usize)> = None;
    let mut is_escaped = false;
    for (at, ch) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match (open, ch) {
            _ if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some((quote, start)), _) if quote == ch => {
                gone.push(offset + start..offset + at);
                open = None;
            }
            // Only a template has several lines.
            (Some(('"' | '\'', _)), '\n') => return,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => open = Some((ch, at + ch.len_utf8())),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_a_program() {
        for text in [
            "return \"\", fmt.Errorf(\"QQQ: status %d: %s\", resp.StatusCode, string(body))",
            "return nil, errors.New(\"QQQ\")",
            "throw new Error('QQQ ' + res.status);",
            "throw new \\Exception('QQQ');",
            "throw new Error(\n    `QQQ ${res.status}`\n);",
            "raise ValueError(f\"QQQ {e}\")",
            "raise HTTPException(status_code=400, detail=\"QQQ\")",
            "raise ApiError, \"QQQ\"",
            "  raise 'QQQ' unless token",
            "log.error(f\"QQQ {e}\")",
            "this.logger.warn('QQQ')",
            "Log::error('QQQ', ['status' => 1]);",
            "_logger.LogError(\"QQQ\");",
            "console.log(\"it's QQQ\", err)",
            "print('QQQ')",
            "echo 'QQQ';",
            "Write-Host \"QQQ $x\"",
            "die(\"QQQ\");",
            "throw \"QQQ\"",
            "http.Error(w, \"QQQ\", http.StatusBadRequest)",
        ] {
            let shown = without_own_sentences(Cow::Borrowed(text));
            assert!(!shown.contains("QQQ"), "{text}: {shown}");
            assert_eq!(shown.chars().count(), text.chars().count());
        }
    }

    #[test]
    fn what_happened() {
        let long = "print(\"".repeat(20_000);
        assert_eq!(without_own_sentences(Cow::Borrowed(&long)).len(), long.len());
        for text in [
            "Error: QQQ \"QQQ\"",
            "ValueError('QQQ')",
            "OAuth2Error(\"QQQ\")",
            "Uncaught exception 'QQQ' with message 'QQQ'",
            "the server says \"QQQ\" (code 'QQQ')",
            "raise for the error \"QQQ\"",
            "throw back: \"QQQ\"",
            "{\"error\":\"QQQ\"}",
            "time=10:11 level=error msg=\"QQQ (\"",
            "[error] Login(\"QQQ\")",
            "res.json({ error: 'QQQ' })",
            "print(\"QQQ",
        ] {
            assert_eq!(without_own_sentences(Cow::Borrowed(text)), text);
        }
    }
}

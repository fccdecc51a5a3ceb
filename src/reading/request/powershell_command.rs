//! `Invoke-RestMethod` and `Invoke-WebRequest` of PowerShell 5.1 and 7, and curl where PowerShell runs it.
//!
//! A variable that is set in the same text is replaced where it is a whole value, because Chrome's copied commands,
//! Postman's exports and splatting (Microsoft, about_Splatting) use variables that way. Nothing else is replaced.

use super::draft::{Draft, Shell, SyntaxIssue};
use super::piece::{ByteSpan, Fragment};
use super::powershell_value::{PARAMETERS, PowerShellValue, authenticates, finish, given};
use super::powershell_words::{Lexeme, Token, lexemes};
use super::shell_words::CommandLine;
use super::{MOST, RequestForm, curl_command};
use crate::chars::end_of;

const COMMANDS: [&str; 4] = ["invoke-restmethod", "invoke-webrequest", "irm", "iwr"];
/// In Windows PowerShell these can be aliases of `Invoke-WebRequest`.
const ALIASES: [&str; 4] = ["curl", "curl.exe", "wget", "wget.exe"];

/// Whether a text shows that it was written for PowerShell.
pub(super) fn is_powershell(text: &str) -> bool {
    let names = |word: &str| COMMANDS.iter().any(|command| word.eq_ignore_ascii_case(command));
    text.split(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '-' || ch == '$')).any(names)
        || (text.contains("curl")
            && (text.contains("$env:")
                || text.lines().any(|line| line.trim_end().ends_with(" `") || line.trim_start().starts_with("PS "))))
}

/// The commands of a text.
pub(super) fn read(text: &str) -> Vec<Draft> {
    let (all, issues) = lexemes(text);
    let mut reader = CmdletReader { all: &all, at: 0, known: Vec::new(), left: MOST_FILLED_IN, drafts: Vec::new() };
    while reader.at < all.len() && reader.drafts.len() < MOST {
        reader.statement();
    }
    let mut drafts = reader.drafts;
    let last = drafts.len().saturating_sub(1);
    for issue in issues {
        // The tokens are read before the commands, so each syntax issue is assigned to the command that contains it.
        let (SyntaxIssue::CutOff(span)
        | SyntaxIssue::LineBreak(span)
        | SyntaxIssue::Ampersand(span)
        | SyntaxIssue::OtherCurl(span)) = issue
        else {
            continue;
        };
        // What an error record cuts off is no fault of the command.
        if is_echo(text, span.start) {
            continue;
        }
        let found = drafts.iter().position(|draft| span.start <= draft.place.end);
        // A URL or a sentence above a command is no part of it.
        let is_before = found.and_then(|at| drafts.get(at)).is_some_and(|draft| span.end <= draft.place.start);
        if matches!(issue, SyntaxIssue::Ampersand(_)) && is_before && !is_of_statement(text, span.start) {
            continue;
        }
        if let Some(draft) = drafts.get_mut(found.unwrap_or(last)) {
            draft.issues.push(issue);
        }
    }
    drafts.retain(|draft| !is_echo(text, draft.place.start));
    drafts
}

/// Whether a place is in a line that sets a variable, or goes on with what a line before began.
fn is_of_statement(text: &str, at: usize) -> bool {
    let before = end_of(text.get(..at).unwrap_or_default(), LONGEST_LINE);
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with(['$', '@', '-', '"', '\'', '['])
}

/// In bytes.
const LONGEST_LINE: usize = 1000;

/// Whether a place is in the line that an error record repeats, shortened, after a plus sign.
fn is_echo(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default().trim_start().starts_with("+ ")
}

/// The maximum nesting of brackets, and the maximum number of variables.
const DEEPEST: usize = 16;
const MOST_VARIABLES: usize = 64;
/// The maximum that replacing variables may add to the text, in bytes: nested tables would double with each line.
const MOST_FILLED_IN: usize = 1 << 20;

/// A variable that is set in the text.
struct Known {
    /// In lowercase.
    name: String,
    value: PowerShellValue,
    weight: usize,
}

struct CmdletReader<'l> {
    all: &'l [Lexeme],
    at: usize,
    known: Vec<Known>,
    /// How many bytes replacing variables may still add.
    left: usize,
    drafts: Vec<Draft>,
}

impl<'l> CmdletReader<'l> {
    fn peek(&self) -> Option<&'l Lexeme> {
        self.all.get(self.at)
    }

    fn peek_second(&self) -> Option<&'l Lexeme> {
        self.all.get(self.at + 1)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let is_next = self.peek().is_some_and(|next| next.is_sign(sign));
        self.at += usize::from(is_next);
        is_next
    }

    fn statement(&mut self) {
        let Some(first) = self.peek() else { return };
        self.at += 1;
        if first.token != Token::Bare {
            return;
        }
        let word = first.piece.text.to_ascii_lowercase();
        if COMMANDS.contains(&word.as_str()) {
            return self.command(first);
        }
        if ALIASES.contains(&word.as_str()) {
            return if self.is_alias() { self.command(first) } else { self.curl(first) };
        }
        if let Some(name) = word.strip_prefix('$') {
            if self.takes("=") {
                let runs = self.peek().is_some_and(|next| self.is_command(next));
                if !runs && let Some(value) = self.value(0, false) {
                    self.set(name, value);
                }
            } else if let Some(table) = name.strip_suffix(".add")
                && self.takes("(")
            {
                self.added(table);
            }
        }
    }

    fn is_command(&self, lexeme: &Lexeme) -> bool {
        let word = lexeme.piece.text.to_ascii_lowercase();
        lexeme.token == Token::Bare && (COMMANDS.contains(&word.as_str()) || ALIASES.contains(&word.as_str()))
    }

    /// Whether a `curl` command has the parameters of `Invoke-WebRequest`.
    fn is_alias(&self) -> bool {
        let line = self.all.iter().skip(self.at).take(MOST).take_while(|lexeme| !lexeme.is_sign("\n"));
        line.filter(|lexeme| lexeme.token == Token::Bare).any(|lexeme| {
            let name = lexeme.piece.text.to_ascii_lowercase();
            ["-uri", "-method", "-headers", "-body", "-usebasicparsing"].contains(&name.as_str())
        })
    }

    /// `$table.Add("name", "value")`, as Postman writes headers.
    fn added(&mut self, table: &str) {
        let name = self.value(1, true);
        self.takes(",");
        // Up to the bracket: something may be appended to it.
        let value = self.value(1, false);
        if let (Some(PowerShellValue::Text(name)), Some(value)) = (name, value) {
            self.put(table, &name.text, name.span, value);
        }
    }

    /// `$name`, `$name['key']` or `$name.key`, in lowercase.
    fn set(&mut self, name: &str, value: PowerShellValue) {
        let index = name.find(['[', '.']);
        match index.and_then(|at| Some((name.get(..at)?, name.get(at + 1..)?))) {
            Some((table, key)) => {
                let span = match &value {
                    PowerShellValue::Text(text) => text.span,
                    _ => ByteSpan::new(0, 0),
                };
                self.put(table, key.trim_matches(['[', ']', '"', '\'']), span, value);
            }
            None if self.known.len() < MOST_VARIABLES => {
                self.known.retain(|known| known.name != name);
                let weight = value.weight();
                self.known.push(Known { name: name.to_owned(), value, weight });
            }
            None => {}
        }
    }

    fn put(&mut self, table: &str, key: &str, span: ByteSpan, value: PowerShellValue) {
        let weight = key.len() + value.weight();
        let member = (key.to_owned(), span, value);
        let has_space_left = self.known.len() < MOST_VARIABLES;
        match self.known.iter_mut().find(|known| known.name == table) {
            Some(Known { value: PowerShellValue::Table(members), weight: sum, .. }) => {
                members.push(member);
                *sum += weight;
            }
            Some(known) => (known.value, known.weight) = (PowerShellValue::Table(vec![member]), weight),
            None if has_space_left => {
                self.known.push(Known { name: table.to_owned(), value: PowerShellValue::Table(vec![member]), weight });
            }
            None => {}
        }
    }

    /// A value with what is appended to it. In an argument, a space ends the value, and only brackets can contain an
    /// expression.
    fn value(&mut self, depth: usize, is_argument: bool) -> Option<PowerShellValue> {
        let first = self.peek()?;
        let start = self.at;
        self.at += 1;
        let mut value = if depth < DEEPEST && first.is_sign("@{") {
            self.table(depth)
        } else if depth < DEEPEST && first.is_sign("(") {
            let inner = self.value(depth + 1, false);
            let is_whole = self.takes(")");
            if !is_whole {
                self.skip_bracket();
            }
            inner.filter(|_| is_whole).unwrap_or_else(|| self.expression(start))
        } else if first.token == Token::Sign {
            self.at = start;
            return None;
        } else {
            self.resolved(&first.piece)
        };
        if is_argument {
            return Some(value);
        }
        let stops = |next: &Lexeme| [";", "\n", "}", ")", "|"].iter().any(|sign| next.is_sign(sign));
        if self.peek().is_some_and(|next| !stops(next)) {
            while self.peek().is_some_and(|next| !stops(next)) {
                let opens =
                    self.peek().is_some_and(|next| next.is_sign("(") || next.is_sign("{") || next.is_sign("@{"));
                self.at += 1;
                if opens {
                    self.skip_bracket();
                }
            }
            value = self.joined(value, start);
        }
        if self.peek().is_some_and(|next| next.is_sign("|"))
            && self.peek_second().is_some_and(|next| next.piece.text.eq_ignore_ascii_case("ConvertTo-Json"))
        {
            while self.peek().is_some_and(|next| next.is_sign("|") || !stops(next)) {
                self.at += 1;
            }
            value = PowerShellValue::Json(Box::new(value));
        }
        Some(value)
    }

    /// Moves to after the bracket that closes the previous one.
    fn skip_bracket(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            let Some(next) = self.peek() else { return };
            if ["(", "{", "@{"].iter().any(|sign| next.is_sign(sign)) {
                depth += 1;
            }
            if next.is_sign(")") || next.is_sign("}") {
                depth -= 1;
            }
            self.at += 1;
        }
    }

    /// A value that is only known at run time.
    fn expression(&self, start: usize) -> PowerShellValue {
        let end = self.at.saturating_sub(1).max(start);
        let span = |at: usize| self.all.get(at).map(|lexeme| lexeme.piece.span);
        let span = match (span(start), span(end)) {
            (Some(first), Some(last)) => ByteSpan::new(first.start, last.end),
            _ => ByteSpan::new(0, 0),
        };
        PowerShellValue::Text(Fragment { text: "$(…)".to_owned(), span, expands: true, at: None })
    }

    /// `"Basic " + …` or `"Basic {0}" -f …`: the text is known, the rest is not.
    fn joined(&self, value: PowerShellValue, start: usize) -> PowerShellValue {
        match (value, self.expression(start)) {
            (PowerShellValue::Text(first), PowerShellValue::Text(all)) => {
                let text = format!("{}{}", first.text, all.text);
                PowerShellValue::Text(Fragment { text, ..all })
            }
            (_, all) => all,
        }
    }

    fn resolved(&mut self, piece: &Fragment) -> PowerShellValue {
        let known = piece.text.strip_prefix('$').and_then(|name| {
            let is_meant = |known: &&Known| known.name.eq_ignore_ascii_case(name);
            self.known.iter().find(is_meant).filter(|known| known.weight <= self.left)
        });
        let Some(known) = known else { return PowerShellValue::Text(piece.clone()) };
        self.left -= known.weight;
        known.value.clone()
    }

    /// Names and values up to `}`.
    fn table(&mut self, depth: usize) -> PowerShellValue {
        let mut members = Vec::new();
        while let Some(next) = self.peek() {
            self.at += 1;
            if next.is_sign("}") {
                break;
            }
            if next.token != Token::Sign
                && self.takes("=")
                && let Some(value) = self.value(depth + 1, false)
            {
                members.push((next.piece.text.clone(), next.piece.span, value));
            }
        }
        PowerShellValue::Table(members)
    }

    /// Words up to the end of the line, for curl.
    fn curl(&mut self, name: &Lexeme) {
        let mut words = vec![name.piece.clone()];
        while let Some(next) = self.peek() {
            if ["\n", ";", "|", ")"].iter().any(|sign| next.is_sign(sign)) {
                break;
            }
            self.at += 1;
            let piece = &next.piece;
            // `=` and `,` are ordinary characters of an argument.
            match words.last_mut() {
                Some(last) if last.span.end == piece.span.start && last.span != name.piece.span => {
                    last.text.push_str(&piece.text);
                    last.span.end = piece.span.end;
                    last.expands |= piece.expands;
                }
                _ => words.push(piece.clone()),
            }
        }
        let line = CommandLine { words, end: 0, issues: Vec::new() };
        self.drafts.extend(curl_command::read(line, Shell::Pwsh));
    }

    fn command(&mut self, name: &Lexeme) {
        let empty = Fragment { text: String::new(), span: name.piece.span, expands: false, at: None };
        let mut draft = Draft::new(RequestForm::PowerShell, Some(Shell::Pwsh), name.piece.span, empty);
        // `+ Invoke-RestMethod …` is the line of an error record that repeats the command, often cut.
        let before = self.at.checked_sub(2).and_then(|at| self.all.get(at));
        let is_quoted = before.is_some_and(|before| before.piece.text == "+");
        while let Some(next) = self.peek() {
            if ["\n", ";", "|", ")", "}"].iter().any(|sign| next.is_sign(sign)) {
                break;
            }
            let text = &next.piece.text;
            if next.token == Token::Bare && text.starts_with('-') {
                self.at += 1;
                self.parameter(&next.piece, &mut draft);
            } else if let Some(table) = text.strip_prefix('@').filter(|_| next.token == Token::Bare) {
                self.at += 1;
                let variable = Fragment { text: format!("${table}"), ..next.piece.clone() };
                if let PowerShellValue::Table(members) = self.resolved(&variable) {
                    for (name, _, value) in members {
                        given(&name, value, &mut draft);
                    }
                }
            } else {
                match self.value(0, true) {
                    Some(PowerShellValue::Text(address)) if draft.url.text.is_empty() => draft.url = address,
                    Some(_) => {}
                    None => self.at += 1,
                }
            }
            let last = self.all.get(self.at.saturating_sub(1));
            draft.place.end = last.map_or(draft.place.end, |last| last.piece.span.end);
        }
        finish(&mut draft);
        // What PowerShell prints of an error begins like a command: `Invoke-RestMethod : The remote server …`.
        let is_address = draft.url.expands || draft.url.text.contains(['/', '.', '$', '{']);
        if is_address && !is_quoted {
            self.drafts.push(draft);
        }
    }

    /// `-Name value` or `-Name:value`; a switch has none.
    fn parameter(&mut self, name: &Fragment, draft: &mut Draft) {
        let text = name.text.trim_start_matches('-');
        let (known, inner) = text.split_once(':').unwrap_or((text, ""));
        if !inner.is_empty() {
            let from = name.text.len() - inner.len();
            let value = self.resolved(&name.tail(from));
            return given(known, value, draft);
        }
        let is_switch = self.peek().is_some_and(|next| next.token == Token::Bare && next.piece.text.starts_with('-'));
        draft.has_hidden_authentication |= authenticates(known);
        if is_switch || ["usebasicparsing", "skipcertificatecheck"].contains(&known.to_ascii_lowercase().as_str()) {
            return;
        }
        match self.value(0, true) {
            Some(value) => given(known, value, draft),
            None if self.peek().is_none() && PARAMETERS.contains(&known.to_ascii_lowercase().as_str()) => {
                draft.issues.push(SyntaxIssue::CutOff(name.span));
            }
            None => {}
        }
    }
}

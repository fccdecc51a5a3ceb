//! An export of Insomnia in its format 5, which is YAML (`collection.insomnia.rest/5.0`): the part of YAML that it is
//! written in, which is blocks, strings and empty braces.

use super::value::{Chain, Link, Member, TextPart, Value, ValueKind};
use crate::reading::request::piece::{ByteSpan, Fragment};

/// How deep folders may be in each other, with what is in them.
const DEEPEST: usize = 48;

/// Whether a text is such an export.
pub(super) fn is_insomnia(text: &str) -> bool {
    text.lines().any(|line| line.trim_matches(['"', '\'', ' ', '\r']).starts_with("type: collection.insomnia.rest/5"))
}

/// The document as a value.
pub(super) fn value_of(text: &str) -> Value {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '\t']);
        let skipped = line.len() - inner.len();
        // YAML has no tabs there, but what it was copied through may.
        let tabs = line.bytes().take(skipped).filter(|byte| *byte == b'\t').count();
        lines.push(Line { indent: skipped + 3 * tabs, text: inner.trim_end(), start: start + skipped });
        start += line.len();
    }
    // What is before the first name is not of the document.
    let first = lines.iter().position(|line| line.text.starts_with("type:")).unwrap_or_default();
    let indent = lines.get(first).map_or(0, |line| line.indent);
    Reader { source: text, lines, at: first, depth: 0 }.block(indent)
}

/// A line without its indent, with the byte where it begins.
#[derive(Clone, Copy)]
struct Line<'t> {
    indent: usize,
    text: &'t str,
    start: usize,
}

struct Reader<'t> {
    source: &'t str,
    lines: Vec<Line<'t>>,
    at: usize,
    depth: usize,
}

impl<'t> Reader<'t> {
    /// The next line that says something.
    fn line(&mut self) -> Option<Line<'t>> {
        while let Some(line) = self.lines.get(self.at) {
            if !line.text.is_empty() && !line.text.starts_with('#') {
                return Some(*line);
            }
            self.at += 1;
        }
        None
    }

    /// A list or an object whose lines have this indent.
    fn block(&mut self, indent: usize) -> Value {
        let start = self.line().map_or(self.source.len(), |line| line.start);
        self.depth += 1;
        let kind = if self.depth > DEEPEST {
            while self.line().is_some_and(|line| line.indent >= indent) {
                self.at += 1;
            }
            ValueKind::Unknown
        } else if self.line().is_some_and(|line| is_item(line.text)) {
            ValueKind::List(self.items(indent))
        } else {
            ValueKind::Object(self.members(indent))
        };
        self.depth -= 1;
        let last = self.at.checked_sub(1).and_then(|last| self.lines.get(last));
        let end = last.map_or(start, |line| line.start + line.text.len());
        Value::new(kind, ByteSpan::new(start, end.max(start)))
    }

    fn items(&mut self, indent: usize) -> Vec<Value> {
        let mut items = Vec::new();
        while let Some(line) = self.line().filter(|line| line.indent == indent && is_item(line.text)) {
            let rest = line.text.get(1..).unwrap_or_default();
            let inner = rest.trim_start();
            let skipped = line.text.len() - inner.len();
            if inner.is_empty() {
                self.at += 1;
                items.push(self.behind(indent, line));
            } else if is_item(inner) || key(inner).is_some() {
                let own = Line { indent: indent + skipped, text: inner, start: line.start + skipped };
                if let Some(slot) = self.lines.get_mut(self.at) {
                    *slot = own;
                }
                items.push(self.block(own.indent));
            } else {
                self.at += 1;
                items.push(self.scalar(indent, inner, line.start + skipped));
            }
        }
        items
    }

    fn members(&mut self, indent: usize) -> Vec<Member> {
        let mut members = Vec::new();
        while let Some(line) = self.line().filter(|line| line.indent == indent) {
            self.at += 1;
            // What is no member is left out.
            let Some((name, behind)) = key(line.text) else { continue };
            let inner = behind.trim_start();
            let value = if inner.is_empty() {
                self.behind(indent, line)
            } else {
                self.scalar(indent, inner, line.start + line.text.len() - inner.len())
            };
            members.push(Member { name: name.to_owned(), span: ByteSpan::new(line.start, value.span.end), value });
        }
        // What is indented less or more than its object does not belong to it.
        members
    }

    /// The block below a name or a hyphen; a list may have the indent of its name.
    fn behind(&mut self, indent: usize, before: Line<'t>) -> Value {
        let end = before.start + before.text.len();
        match self.line() {
            Some(next)
                if next.indent > indent || next.indent == indent && is_item(next.text) && !is_item(before.text) =>
            {
                self.block(next.indent)
            }
            _ => Value::unknown(ByteSpan::new(end, end)),
        }
    }

    /// A string of one or several lines, or an empty object.
    fn scalar(&mut self, indent: usize, text: &'t str, start: usize) -> Value {
        if matches!(text.get(..1), Some("|" | ">")) && text.len() <= 3 {
            return self.text_block(indent, text.starts_with('>'), start);
        }
        let mut written = text.to_owned();
        let mut end = start + text.len();
        let quote = text.chars().next().filter(|mark| matches!(mark, '"' | '\''));
        let is_closed = |written: &str| quote.is_none_or(|mark| closes(written, mark));
        // A long string goes on in lines that are indented more.
        while let Some(next) =
            self.line().filter(|next| next.indent > indent && (quote.is_none() || !is_closed(&written)))
        {
            let joint = if written.ends_with('\\') { "" } else { " " };
            written.truncate(written.trim_end_matches('\\').len());
            written.push_str(joint);
            written.push_str(next.text);
            end = next.start + next.text.len();
            self.at += 1;
        }
        let span = ByteSpan::new(start, end);
        let plain = match quote {
            Some('"') => unescaped(between_marks(&written, '"')),
            Some(mark) => between_marks(&written, mark).replace("''", "'"),
            None => written,
        };
        let is_word = quote.is_none() && matches!(plain.as_str(), "true" | "false" | "null" | "~");
        match plain.as_str() {
            "{}" if quote.is_none() => Value::new(ValueKind::Object(Vec::new()), span),
            "[]" if quote.is_none() => Value::new(ValueKind::List(Vec::new()), span),
            _ if is_word => {
                let link = Link { name: plain, span, arguments: None, set: None };
                Value::new(ValueKind::Chain(Chain { root: None, links: vec![link] }), span)
            }
            _ => self.text(plain, span),
        }
    }

    /// What follows `|` or `>`.
    fn text_block(&mut self, indent: usize, is_folded: bool, start: usize) -> Value {
        let mut written = String::new();
        let (mut first, mut end) = (None, start);
        while let Some(line) = self.lines.get(self.at).filter(|line| line.text.is_empty() || line.indent > indent) {
            let outer = *first.get_or_insert(line.indent);
            if !written.is_empty() {
                written.push(if is_folded && !line.text.is_empty() { ' ' } else { '\n' });
            }
            written.extend(core::iter::repeat_n(' ', line.indent.saturating_sub(outer)));
            written.push_str(line.text);
            end = line.start + line.text.len();
            self.at += 1;
        }
        self.text(written.trim_end().to_owned(), ByteSpan::new(start, end))
    }

    fn text(&self, text: String, span: ByteSpan) -> Value {
        // A tag, such as one that takes the value from a response.
        let expands = text.contains("{%");
        let fragment = Fragment::new(self.source, text, span, expands);
        Value::new(ValueKind::Text(vec![TextPart::Literal(fragment)]), span)
    }
}

fn is_item(text: &str) -> bool {
    text == "-" || text.starts_with("- ")
}

/// The name of a member, and what follows its colon.
fn key(text: &str) -> Option<(&str, &str)> {
    let (name, behind) = match text.find(": ") {
        Some(at) => (text.get(..at)?, text.get(at + 2..)?),
        None => (text.strip_suffix(':')?, ""),
    };
    let name = name.trim_matches(['"', '\'']);
    let is_name = !name.is_empty() && name.chars().all(|ch| ch.is_alphanumeric() || "_-. ".contains(ch));
    is_name.then_some((name, behind))
}

/// Whether a string in quotes is complete.
fn closes(written: &str, mark: char) -> bool {
    let inner = written.get(1..).unwrap_or_default();
    let Some(before) = inner.strip_suffix(mark) else { return false };
    let odd = |sign: char| before.chars().rev().take_while(|ch| *ch == sign).count() % 2 == 1;
    if mark == '"' { !odd('\\') } else { !odd('\'') }
}

/// What is between the marks of a string; the last one may be missing.
fn between_marks(written: &str, mark: char) -> &str {
    let inner = written.strip_prefix(mark).unwrap_or(written);
    if closes(written, mark) { inner.strip_suffix(mark).unwrap_or(inner) } else { inner }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(ch) = chars.next() {
        match (ch, if ch == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => plain.push('\n'),
            ('\\', Some('t')) => plain.push('\t'),
            ('\\', Some('r')) => plain.push('\r'),
            ('\\', Some(other)) => plain.push(other),
            (other, _) => plain.push(other),
        }
    }
    plain
}

//! Strings and comments of programs: quotes, escapes, and expressions inside.

use core::cell::Cell;

use super::language::Language;
use super::tokens::{Lexeme, StringPart, Token};
use crate::reading::request::piece::{ByteSpan, Fragment};

/// A cursor over a program.
pub(super) struct StringReader<'t> {
    pub text: &'t str,
    /// The next byte.
    pub at: usize,
    pub language: Language,
    /// How many bytes may still be looked at in vain for the end of something.
    pub left: Cell<usize>,
}

/// How a string ends, and what its characters mean.
#[derive(Clone, Copy)]
struct Quotes<'t> {
    end: &'t str,
    escapes: Escapes,
    /// Expressions in it: `${…}`, `#{…}`, `{…}` and `$name`.
    dollar_brace: bool,
    hash_brace: bool,
    brace: bool,
    dollar_name: bool,
    many_lines: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    All,
    /// Only those of the backslash and the quote.
    Quote,
    /// None; a quote is doubled.
    Doubled,
    None,
}

/// The longest string that has its end in a different line, and the longest expression in a string, in bytes.
const LONGEST: usize = 8192;
/// The longest prefix of a string, as in `rb"…"` and `$@"…"`.
const LONGEST_PREFIX: usize = 2;
/// How many bytes may be looked at in vain, besides once all of them.
const IN_VAIN: usize = 1 << 16;
/// The longest string of one line, in bytes.
const LONGEST_LINE: usize = 1 << 16;

impl<'t> StringReader<'t> {
    pub(super) fn new(text: &'t str, at: usize, language: Language) -> StringReader<'t> {
        let left = Cell::new(text.len().saturating_sub(at) + IN_VAIN);
        StringReader { text, at, language, left }
    }

    fn fails(&self, bytes: usize) {
        self.left.set(self.left.get().saturating_sub(bytes.max(1)));
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn skip_while(&mut self, is_part: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|ch| !is_part(ch)).unwrap_or(rest.len());
    }

    fn skip_line(&mut self) {
        self.skip_while(|ch| ch != '\n');
    }

    /// Moves behind a comment, if there is one.
    pub(super) fn skips_comment(&mut self) -> bool {
        let rest = self.rest();
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if (rest.starts_with("//") && self.language != Language::Python && before != Some(':'))
            || (rest.starts_with('#') && !rest.starts_with("#[") && before != Some('.'))
        {
            self.skip_line();
        } else {
            return false;
        }
        true
    }

    /// The string that begins here.
    pub(super) fn string(&mut self, before: &[Lexeme<'t>]) -> Option<Vec<StringPart>> {
        let rest = self.rest();
        let is_prefix = |ch: &u8| ch.is_ascii_alphabetic() || matches!(ch, b'$' | b'@');
        let word = rest.bytes().take(LONGEST_PREFIX + 1).take_while(is_prefix).count();
        let (prefix, quoted) = rest.split_at_checked(word)?;
        let first = quoted.chars().next()?;
        if !matches!(first, '"' | '\'' | '`') {
            return self.here_text(rest).or_else(|| self.regular_expression(rest, before));
        }
        let is_plain = prefix.is_empty();
        let is_python = prefix.len() <= 2 && prefix.chars().all(|ch| "fFbBrRuU".contains(ch)) && first != '`';
        let is_csharp = prefix.len() <= 2 && prefix.chars().all(|ch| "$@".contains(ch)) && first == '"';
        if !is_plain && !is_python && !is_csharp {
            return None;
        }
        let language = self.language;
        let triple = ["\"\"\"", "'''"].iter().find(|triple| quoted.starts_with(**triple));
        let has = |ch: char| prefix.contains([ch, ch.to_ascii_uppercase()]);
        let is_raw = (is_python && has('r')) || (first == '`' && language == Language::Go);
        let is_verbatim = is_csharp && has('@');
        let is_double = first == '"';
        let by_name = matches!(language, Language::Php | Language::Kotlin) && is_double;
        let is_shell = first == '`' && matches!(language, Language::Ruby | Language::Php);
        let quotes = Quotes {
            end: triple.copied().unwrap_or(match first {
                '"' => "\"",
                '\'' => "'",
                _ => "`",
            }),
            escapes: match first {
                _ if is_verbatim => Escapes::Doubled,
                _ if is_raw => Escapes::None,
                '\'' if matches!(language, Language::Php | Language::Ruby) => Escapes::Quote,
                _ => Escapes::All,
            },
            dollar_brace: (first == '`' && language == Language::Script) || by_name,
            hash_brace: language == Language::Ruby && first != '\'',
            brace: (is_python && has('f') && !is_plain) || (is_csharp && has('$') && !is_plain),
            dollar_name: by_name || (is_shell && language == Language::Php),
            many_lines: triple.is_some()
                || is_verbatim
                || first == '`'
                || matches!(language, Language::Php | Language::Ruby),
        };
        let start = self.at + prefix.len() + quotes.end.len();
        let (parts, end) = self.parts(start, quotes)?;
        self.at = end;
        Some(parts)
    }

    /// `<<<NAME` of PHP and `<<~NAME` of Ruby: the lines up to one that is only the name.
    fn here_text(&mut self, rest: &'t str) -> Option<Vec<StringPart>> {
        if !rest.starts_with("<<") || self.left.get() == 0 {
            return None;
        }
        let name =
            rest.strip_prefix("<<<").or_else(|| rest.strip_prefix("<<~")).or_else(|| rest.strip_prefix("<<-"))?;
        let line_end = name.find('\n')?;
        let (line, _) = name.split_at_checked(line_end)?;
        let name = line.trim().split(['.', ',', ')']).next()?.trim_matches(['"', '\'']);
        if name.is_empty() || !name.chars().all(|ch| ch.is_ascii_uppercase() || ch == '_') {
            return None;
        }
        let head = rest.find('\n')? + 1;
        let mut end = head;
        for line in rest.get(head..)?.split_inclusive('\n') {
            if line.trim().trim_end_matches([';', ')', ',']) == name {
                let body = ByteSpan::new(self.at + head, self.at + end);
                let after = line.find(name).map_or(line.len(), |at| at + name.len());
                let inner = StringReader::new(self.text.get(..body.end)?, body.start, self.language);
                let quotes = Quotes {
                    end: "\0",
                    escapes: Escapes::None,
                    dollar_brace: self.language == Language::Php,
                    hash_brace: self.language == Language::Ruby,
                    brace: false,
                    dollar_name: self.language == Language::Php,
                    many_lines: true,
                };
                let (parts, _) = inner.parts(body.start, quotes).unwrap_or_default();
                self.at += end + after;
                return Some(parts);
            }
            end += line.len();
            if end > LONGEST {
                break;
            }
        }
        self.fails(end);
        None
    }

    /// A regular expression of JavaScript or Ruby, where only a value can stand: it may contain quotes.
    fn regular_expression(&mut self, rest: &'t str, before: &[Lexeme<'t>]) -> Option<Vec<StringPart>> {
        let is_place = before.last().is_some_and(|last| {
            matches!(last.token, Token::Sign) && ["(", ",", "=", ":", "[", "&&", "||", "!"].contains(&last.raw)
        });
        let line = rest.strip_prefix('/')?;
        if !is_place || !matches!(self.language, Language::Script | Language::Ruby) {
            return None;
        }
        let mut is_escaped = false;
        let chars = line.char_indices().take(LONGEST).take_while(|(_, ch)| *ch != '\n');
        let end = chars.into_iter().find(|(_, ch)| {
            let ends = *ch == '/' && !is_escaped;
            is_escaped = *ch == '\\' && !is_escaped;
            ends
        })?;
        let start = self.at;
        self.at += end.0 + 2;
        self.skip_while(|ch| ch.is_ascii_lowercase());
        Some(vec![StringPart::Inner(ByteSpan::new(start, start))])
    }

    /// The parts from the first byte inside of the quotes on, and the byte behind the closing one.
    fn parts(&self, start: usize, quotes: Quotes<'_>) -> Option<(Vec<StringPart>, usize)> {
        let mut parts = Vec::new();
        let mut literal = Literal::at(start);
        let mut at = start;
        let limit = if quotes.many_lines { LONGEST } else { LONGEST_LINE };
        if self.left.get() == 0 {
            return None;
        }
        loop {
            let rest = self.text.get(at..)?;
            if rest.starts_with(quotes.end) || (rest.is_empty() && quotes.end == "\0") {
                if quotes.escapes == Escapes::Doubled && rest.starts_with("\"\"") {
                    literal.escaped('"');
                    at += 2;
                    continue;
                }
                literal.finish(self.text, at, &mut parts);
                return Some((parts, at + quotes.end.len()));
            }
            let ch = rest.chars().next();
            let is_over = at - start > limit || (ch == Some('\n') && !quotes.many_lines);
            let Some(ch) = ch.filter(|_| !is_over) else {
                self.fails(at - start);
                return None;
            };
            if let Some((inner, end)) = self.inner(at, rest, quotes) {
                literal.finish(self.text, at, &mut parts);
                parts.push(StringPart::Inner(inner));
                literal = Literal::at(end);
                at = end;
                continue;
            }
            let doubled = quotes.brace && (rest.starts_with("{{") || rest.starts_with("}}"));
            if doubled {
                literal.escaped(ch);
                at += 2;
                continue;
            }
            if ch != '\\' || matches!(quotes.escapes, Escapes::Doubled | Escapes::None) {
                literal.text.push(ch);
                at += ch.len_utf8();
                continue;
            }
            at += self.escape(rest, quotes, &mut literal);
        }
    }

    /// An escape; returns its length.
    fn escape(&self, rest: &str, quotes: Quotes<'_>, literal: &mut Literal) -> usize {
        let mut chars = rest.chars();
        chars.next();
        let Some(next) = chars.next() else { return rest.len() };
        if quotes.escapes == Escapes::Quote && next != '\\' && !quotes.end.starts_with(next) {
            literal.text.push('\\');
            return 1;
        }
        let hex = |from: usize, length: usize| {
            let digits = rest.get(from..from + length)?;
            Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, from + length))
        };
        let (meant, length) = match next {
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            '0' => ('\0', 2),
            'u' => hex(2, 4).unwrap_or(('u', 2)),
            'x' => hex(2, 2).unwrap_or(('x', 2)),
            // The line goes on.
            '\n' => {
                literal.is_changed = true;
                return 2;
            }
            '\r' => {
                literal.is_changed = true;
                return if rest.starts_with("\\\r\n") { 3 } else { 2 };
            }
            other => (other, 1 + other.len_utf8()),
        };
        literal.escaped(meant);
        length
    }

    /// The place of an expression that begins here, and the byte behind it.
    fn inner(&self, at: usize, rest: &str, quotes: Quotes<'_>) -> Option<(ByteSpan, usize)> {
        let is_php = self.language == Language::Php;
        let opening =
            if (quotes.dollar_brace && rest.starts_with("${")) || (quotes.hash_brace && rest.starts_with("#{")) {
                2
            } else if (quotes.brace && rest.starts_with('{') && !rest.starts_with("{{"))
                || (is_php && quotes.dollar_name && rest.starts_with("{$"))
            {
                1
            } else if quotes.dollar_name && rest.starts_with('$') {
                let name = rest.get(1..)?;
                let end = name.find(|ch: char| !(ch.is_alphanumeric() || ch == '_')).unwrap_or(name.len());
                if end == 0 {
                    return None;
                }
                let mut length = end + 1;
                let behind = rest.get(length..)?;
                if is_php && let Some(member) = behind.strip_prefix("->") {
                    length += 2 + member.find(|ch: char| !(ch.is_alphanumeric() || ch == '_')).unwrap_or(member.len());
                } else if is_php && behind.starts_with('[') {
                    length += behind.char_indices().take(64).find(|(_, ch)| *ch == ']')?.0 + 1;
                }
                let from = if is_php { at } else { at + 1 };
                return Some((ByteSpan::new(from, at + length), at + length));
            } else {
                return None;
            };
        if self.left.get() == 0 {
            return None;
        }
        let Some(length) = balanced(rest.get(opening..)?) else {
            self.fails(rest.len().min(LONGEST));
            // It is not closed: what it inserts is not known.
            return (opening == 2).then(|| (ByteSpan::new(at, at), at + opening));
        };
        let start = at + opening;
        Some((ByteSpan::new(start, start + length), start + length + 1))
    }
}

/// The byte of the brace that closes an expression in a string.
fn balanced(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote: Option<char> = None;
    let mut is_escaped = false;
    for (at, ch) in text.char_indices().take(LONGEST) {
        match (quote, ch) {
            _ if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), _) if open == ch => quote = None,
            // A template in a template: its braces are counted as well.
            (Some('`'), '{') | (None, '{') => depth += 1,
            (Some('`'), '}') | (None, '}') if depth > 0 => depth -= 1,
            (None, '}') => return Some(at),
            (None, '"' | '\'' | '`') => quote = Some(ch),
            _ => {}
        }
    }
    None
}

/// A literal part of a string while it is read.
struct Literal {
    text: String,
    start: usize,
    /// It differs from how it is written.
    is_changed: bool,
}

impl Literal {
    fn at(start: usize) -> Literal {
        Literal { text: String::new(), start, is_changed: false }
    }

    fn escaped(&mut self, ch: char) {
        self.text.push(ch);
        self.is_changed = true;
    }

    fn finish(&mut self, source: &str, end: usize, parts: &mut Vec<StringPart>) {
        let text = core::mem::take(&mut self.text);
        if text.is_empty() && !parts.is_empty() {
            return;
        }
        let span = ByteSpan::new(self.start, end);
        let is_plain = !self.is_changed && source.get(span.start..span.end) == Some(text.as_str());
        let at = is_plain.then_some(self.start);
        parts.push(StringPart::Literal(Fragment { text, span, expands: false, at }));
    }
}

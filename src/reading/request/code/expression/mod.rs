//! Expressions of a program, tolerantly: what is not understood becomes an unknown value, and nothing is read twice.
//!
//! Here are the operators between values, and what decides how an operand is read.

mod chain;
mod function;
mod written;

use std::rc::Rc;

use super::language::Language;
use super::program::Program;
use super::tokens::{Lexeme, Token};
use super::value::{Argument, Chain, Link, TextPart, Value, ValueKind};
use crate::reading::request::piece::{ByteSpan, Fragment};
use chain::called;

/// How deep brackets may be nested: deeper ones are unknown.
const DEEPEST: usize = 24;

/// Reads values from lexemes.
pub(super) struct ExpressionReader<'l, 't, 'p> {
    pub program: &'p mut Program<'t>,
    pub all: &'l [Lexeme<'t>],
    pub at: usize,
    pub end: usize,
    /// How many brackets are open.
    pub depth: usize,
    /// The number of strings around.
    pub strings: usize,
    /// The number of calls without parentheses around.
    pub commands: usize,
    /// Blocks of functions that stand in an expression: statements to be read afterwards.
    pub blocks: Vec<(usize, usize)>,
    /// Values that are part of nothing that is understood, but may contain a request.
    pub loose: Vec<Value>,
}

/// Words before a value that do not change it.
const PREFIXES: [&str; 9] = ["new", "await", "async", "yield", "return", "throw", "typeof", "not", "print"];

impl<'l, 't> ExpressionReader<'l, 't, '_> {
    pub(super) fn peek(&self) -> Option<&'l Lexeme<'t>> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, count: usize) -> Option<&'l Lexeme<'t>> {
        let at = self.at + count;
        if at < self.end { self.all.get(at) } else { None }
    }

    fn next_is(&self, sign: &str) -> bool {
        self.peek().is_some_and(|next| next.is_sign(sign))
    }

    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let is_next = self.next_is(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn language(&self) -> Language {
        self.program.language
    }

    fn byte(&self) -> usize {
        self.peek().or_else(|| self.all.get(self.end.saturating_sub(1))).map_or(0, |lexeme| lexeme.span.start)
    }

    fn span_from(&self, start: usize) -> ByteSpan {
        let last = self.at.checked_sub(1).and_then(|last| self.all.get(last));
        ByteSpan::new(start, last.map_or(start, |last| last.span.end.max(start)))
    }

    /// Whether the expression ends before the next lexeme.
    fn ends(&self) -> bool {
        let Some(next) = self.peek() else { return true };
        let is_end = matches!(next.token, Token::Sign) && [",", ";", ")", "]", "}"].contains(&next.raw);
        is_end || (self.depth == 0 && next.after_break && !self.goes_on(next))
    }

    /// Whether a line that begins so continues the one before.
    fn goes_on(&self, next: &Lexeme<'_>) -> bool {
        matches!(next.token, Token::Sign)
            && ([".", "->", "?.", "&.", "+", "?", ":", "||", "&&", "??", "=>"].contains(&next.raw)
                || (next.raw == "::" && !self.language().is_by_lines()))
    }

    /// A value. Takes at least one lexeme, unless there is none or the next one ends an expression.
    pub(super) fn value(&mut self) -> Value {
        let start = self.byte();
        let first = self.operand();
        let mut parts: Vec<Value> = vec![first];
        let mut is_known = true;
        while !self.ends() {
            let Some(next) = self.peek() else { break };
            let is_joined = next.is_sign("+") || (next.is_sign(".") && self.language() == Language::Php);
            if is_joined {
                self.at += 1;
                parts.push(self.operand());
            } else if next.is_sign("%")
                && self.language() == Language::Python
                && parts.last().is_some_and(|last| matches!(last.kind, ValueKind::Text(_)))
            {
                self.at += 1;
                let inserted = self.operand();
                let last = parts.pop().unwrap_or_else(|| Value::unknown(inserted.span));
                let span = ByteSpan::new(last.span.start, inserted.span.end);
                let arguments = match inserted.kind {
                    ValueKind::List(values) => values,
                    kind => vec![Value { kind, ..Value::unknown(inserted.span) }],
                };
                parts.push(called(last, "%", arguments, span));
            } else if next.is_word("as") || next.is_sign("!") || next.is_word("if") || next.is_word("unless") {
                break;
            } else if self.is_operator(next) {
                self.at += 1;
                let other = self.operand();
                self.loose.push(other);
                is_known = false;
            } else {
                break;
            }
        }
        let span = self.span_from(start);
        if !is_known {
            self.loose.append(&mut parts);
            return Value::unknown(span);
        }
        match parts.len() {
            1 => parts.pop().unwrap_or_else(|| Value::unknown(span)),
            _ => Value::new(ValueKind::Text(parts.into_iter().map(part_of).collect()), span),
        }
    }

    fn is_operator(&self, next: &Lexeme<'_>) -> bool {
        match next.token {
            Token::Word => ["or", "and", "in", "is", "instanceof", "else"].contains(&next.raw),
            Token::Sign => {
                let signs = [
                    "?", "?:", "??", "||", "&&", "==", "===", "!=", "!==", "-", "*", "/", "%", "<", ">", "<=", ">=",
                    "|",
                ];
                signs.contains(&next.raw) || (next.is_sign(":") && self.is_ternary())
            }
            _ => false,
        }
    }

    /// Whether a colon belongs to `a ? b : c`: only where the operator before it is near.
    fn is_ternary(&self) -> bool {
        let from = self.at.saturating_sub(16);
        let before = self.all.get(from..self.at).unwrap_or_default();
        before
            .iter()
            .rev()
            .take_while(|lexeme| !lexeme.is_sign(",") && !lexeme.is_sign("{"))
            .any(|lexeme| lexeme.is_sign("?"))
    }

    fn operand(&mut self) -> Value {
        let start = self.byte();
        if self.depth > DEEPEST {
            self.skip_brackets();
            return Value::unknown(self.span_from(start));
        }
        let mut is_new = false;
        while let Some(next) = self.peek() {
            let is_prefix = match next.token {
                Token::Word => {
                    PREFIXES.contains(&next.raw)
                        && self.ahead(1).is_some_and(|after| {
                            !after.after_break && (!matches!(after.token, Token::Sign) || "([{!".contains(after.raw))
                        })
                        && !(next.raw == "print" && self.ahead(1).is_some_and(|after| !after.is_sign("(")))
                }
                Token::Sign => ["!", "&", "*", "-", "...", "**", "|"].contains(&next.raw),
                _ => false,
            };
            if !is_prefix {
                break;
            }
            is_new = next.raw == "new";
            self.at += 1;
        }
        let Some(next) = self.peek() else { return Value::unknown(self.span_from(start)) };
        let value = match &next.token {
            Token::Text(_)
                if next.raw.starts_with('`') && matches!(self.language(), Language::Ruby | Language::Php) =>
            {
                let text = self.strings();
                let link = Link { name: "`".to_owned(), span: next.span, arguments: None, set: None };
                let arguments = Some(vec![Argument { name: None, value: text }]);
                let chain = Chain { root: None, links: vec![Link { arguments, ..link }] };
                Value::new(ValueKind::Chain(chain), next.span)
            }
            Token::Text(_) => self.strings(),
            Token::Number => {
                self.at += 1;
                let text =
                    Fragment { text: next.raw.to_owned(), span: next.span, expands: false, at: Some(next.span.start) };
                Value::new(ValueKind::Text(vec![TextPart::Literal(text)]), next.span)
            }
            Token::Word if self.is_function(next) => return self.function(start),
            // `map[string]string{…}` of Go.
            Token::Word
                if next.raw == "map"
                    && self.language() == Language::Go
                    && self.ahead(1).is_some_and(|open| open.is_sign("[")) =>
            {
                self.at += 1;
                self.skip_brackets();
                while self.next_is("*") || self.next_is("[") {
                    self.skip_brackets();
                }
                return self.chain(start, false);
            }
            // `array(…)` of PHP is the same as `[…]`.
            Token::Word if next.raw == "array" && self.ahead(1).is_some_and(|open| open.is_sign("(")) => {
                self.at += 1;
                self.array(start)
            }
            Token::Word => return self.chain(start, is_new),
            Token::Sign => match next.raw {
                "(" => return self.parenthesis(start),
                "[" => {
                    let value = self.array(start);
                    // A type of Go, such as `[]byte`.
                    let is_type = value.list().is_empty() && value.members().is_none();
                    if is_type && self.peek().is_some_and(|next| next.is_close && matches!(next.token, Token::Word)) {
                        return self.chain(start, false);
                    }
                    value
                }
                "{" => self.braces(start),
                ":" if self.ahead(1).is_some_and(|word| word.is_close && matches!(word.token, Token::Word)) => {
                    let word = self.ahead(1).map_or("", |word| word.raw);
                    self.at += 2;
                    let span = self.span_from(start);
                    let text = Fragment { text: word.to_owned(), span, expands: false, at: None };
                    Value::new(ValueKind::Text(vec![TextPart::Literal(text)]), span)
                }
                "," | ";" | ")" | "]" | "}" => return Value::unknown(ByteSpan::new(start, start)),
                _ => {
                    self.at += 1;
                    return Value::unknown(self.span_from(start));
                }
            },
        };
        self.continued(value, start, is_new)
    }

    /// Moves behind the next lexeme, and behind all that is in its brackets.
    pub(super) fn skip_brackets(&mut self) {
        let Some(next) = self.peek() else { return };
        self.at = if next.partner > self.at { (next.partner + 1).min(self.end) } else { self.at + 1 };
    }
}

fn part_of(value: Value) -> TextPart {
    match value.kind {
        ValueKind::Text(mut parts) if parts.len() == 1 => {
            parts.pop().unwrap_or_else(|| TextPart::Value(Rc::new(Value::unknown(value.span))))
        }
        kind => TextPart::Value(Rc::new(Value { kind, ..value })),
    }
}

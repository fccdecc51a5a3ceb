//! Values that are written out: strings, lists, and objects.

use std::rc::Rc;

use super::ExpressionReader;
use super::chain::key_of;
use crate::reading::request::code::language::Language;
use crate::reading::request::code::tokens::{Lexeme, StringPart, Token, lexemes};
use crate::reading::request::code::value::{Link, Member, TextPart, Value, ValueKind};
use crate::reading::request::piece::{ByteSpan, Fragment};

/// How deep expressions in strings may be nested: deeper ones are unknown.
const DEEPEST_STRING: usize = 3;

impl ExpressionReader<'_, '_, '_> {
    /// A list, or an array with keys.
    pub(super) fn array(&mut self, start: usize) -> Value {
        let members = self.list();
        let span = self.span_from(start);
        if members.iter().any(|member| !member.name.is_empty()) {
            return Value::new(ValueKind::Object(members), span);
        }
        Value::new(ValueKind::List(members.into_iter().map(|member| member.value).collect()), span)
    }

    /// One or more strings, as Python and C join them.
    pub(super) fn strings(&mut self) -> Value {
        let start = self.byte();
        let mut parts = Vec::new();
        while let Some(next) = self.peek() {
            let Token::Text(pieces) = &next.token else { break };
            let is_first = self.byte() == start;
            if !is_first && (self.language() != Language::Python || (next.after_break && self.depth == 0)) {
                break;
            }
            self.at += 1;
            for piece in pieces {
                match piece {
                    StringPart::Literal(text) => {
                        // The place of a whole string includes its quotes.
                        let span = if pieces.len() == 1 { next.span } else { text.span };
                        parts.push(TextPart::Literal(Fragment { span, ..text.clone() }));
                    }
                    StringPart::Inner(span) => parts.push(TextPart::Value(Rc::new(self.inner(*span)))),
                }
            }
        }
        let span = self.span_from(start);
        Value::new(ValueKind::Text(parts), span)
    }

    /// The value of an expression in a string.
    fn inner(&mut self, span: ByteSpan) -> Value {
        if self.strings >= DEEPEST_STRING {
            return Value::unknown(span);
        }
        let all = lexemes(self.program.text, span, self.language());
        let mut reader = ExpressionReader {
            program: self.program,
            all: &all,
            at: 0,
            end: all.len(),
            depth: 1,
            strings: self.strings + 1,
            commands: 0,
            blocks: Vec::new(),
            loose: Vec::new(),
        };
        let value = reader.value();
        let mut loose = reader.loose;
        self.loose.append(&mut loose);
        value
    }

    /// What is between two brackets; the names are those of `name => value`, `name: value` and `name = value`.
    pub(super) fn list(&mut self) -> Vec<Member> {
        let Some(open) = self.peek() else { return Vec::new() };
        let close = open.partner.min(self.end);
        let end = core::mem::replace(&mut self.end, close);
        self.at += 1;
        self.depth += 1;
        let mut members = Vec::new();
        while self.at < self.end {
            let before = self.at;
            if self.takes(",") || self.takes(";") {
                continue;
            }
            let member = self.member();
            members.push(member);
            if self.at == before {
                self.at += 1;
            }
            self.skip_rest();
        }
        if open.partner >= self.all.len() {
            // The text ends before the bracket is closed.
            let span = self.span_from(open.span.start);
            members.push(Member { name: String::new(), span, value: Value::unknown(span) });
        }
        self.depth -= 1;
        self.end = end;
        self.at = (close + 1).min(end);
        members
    }

    /// What is left of an element: it is not understood, but may contain a request.
    fn skip_rest(&mut self) {
        while self.at < self.end && !self.next_is(",") && !self.next_is(";") {
            let before = self.at;
            if self.peek().is_some_and(|next| next.after_break && !matches!(next.token, Token::Sign)) {
                // A comma was forgotten, or statements stand where an object was expected.
                return;
            }
            let value = self.operand();
            self.loose.push(value);
            if self.at == before {
                self.at += 1;
            }
        }
    }

    /// `name: value`, `name => value`, `name = value`, a name alone, or a value.
    pub(super) fn member(&mut self) -> Member {
        let start = self.byte();
        if self.next_is("...") || self.next_is("**") {
            self.at += 1;
            let value = self.value();
            return Member { name: String::new(), span: self.span_from(start), value };
        }
        let is_key = |lexeme: &Lexeme<'_>| !matches!(lexeme.token, Token::Sign);
        let sign = self.ahead(1).filter(|sign| matches!(sign.token, Token::Sign));
        let is_pair = sign.is_some_and(|sign| ["=", ":", "=>"].contains(&sign.raw))
            && self.peek().is_some_and(is_key)
            && !(self.is_arrow_at(1)
                && self.peek().is_some_and(|next| matches!(next.token, Token::Word))
                && self.has_arrows());
        if is_pair && let Some(key) = self.peek() {
            let name = match &key.token {
                Token::Text(parts) => match parts.as_slice() {
                    [StringPart::Literal(text)] => text.text.clone(),
                    _ => String::new(),
                },
                _ => key.raw.to_owned(),
            };
            self.at += 2;
            let value = self.value();
            return Member { name, span: self.span_from(start), value };
        }
        // `["name"] = value` or `[name]: value`
        if self.next_is("[") {
            let close = self.peek().map_or(self.end, |open| open.partner);
            let after = self.all.get(close + 1).filter(|_| close + 1 < self.end);
            if after.is_some_and(|after| after.is_sign("=") || after.is_sign(":")) {
                let key = self.list().pop().map(|member| member.value);
                self.at += 1;
                let name = key.as_ref().and_then(Value::literal).unwrap_or_default().to_owned();
                let value = self.value();
                return Member { name, span: self.span_from(start), value };
            }
        }
        // A method of an object.
        if sign.is_some_and(|sign| sign.raw == "(") && self.peek().is_some_and(|next| matches!(next.token, Token::Word))
        {
            let close = self.ahead(1).map_or(self.end, |open| open.partner);
            if self.all.get(close + 1).is_some_and(|after| after.is_sign("{") && close + 1 < self.end) {
                self.at = close + 1;
                self.body();
                return Member {
                    name: String::new(),
                    span: self.span_from(start),
                    value: Value::unknown(self.span_from(start)),
                };
            }
        }
        let value = self.value();
        // Name and value as `key => value`, where the key is an expression.
        if self.takes("=>") {
            let name = key_of(&value);
            let value = self.value();
            return Member { name, span: self.span_from(start), value };
        }
        Member { name: String::new(), span: self.span_from(start), value }
    }

    fn has_arrows(&self) -> bool {
        !matches!(self.language(), Language::Php | Language::Ruby)
    }

    /// An object, or a list in braces.
    pub(super) fn braces(&mut self, start: usize) -> Value {
        if self.ahead(1).is_some_and(|next| next.is_sign("|")) {
            self.body();
            return Value::unknown(self.span_from(start));
        }
        let mut members = self.list();
        let span = self.span_from(start);
        let is_list = !members.is_empty()
            && members.iter().all(|member| member.name.is_empty())
            && !members.iter().all(|member| member.value.is_name());
        if is_list {
            return Value::new(ValueKind::List(members.into_iter().map(|member| member.value).collect()), span);
        }
        // `{ name }` of JavaScript.
        for member in members.iter_mut().filter(|member| member.name.is_empty()) {
            if let ValueKind::Chain(chain) = &member.value.kind
                && let ([], Some((name, _))) | ([Link { name, arguments: None, .. }], None) =
                    (chain.links.as_slice(), &chain.root)
                && member.span.start == member.value.span.start
            {
                member.name.clone_from(name);
            }
        }
        Value::new(ValueKind::Object(members), span)
    }
}

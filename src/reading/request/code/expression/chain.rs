//! A name with what follows it: members, calls, indexes.

use std::rc::Rc;

use super::ExpressionReader;
use crate::reading::request::code::language::Language;
use crate::reading::request::code::tokens::{Lexeme, Token};
use crate::reading::request::code::value::{Argument, Chain, Link, Member, Value, ValueKind};
use crate::reading::request::piece::ByteSpan;

impl ExpressionReader<'_, '_, '_> {
    /// A name with what follows it.
    pub(super) fn chain(&mut self, start: usize, is_new: bool) -> Value {
        let Some(word) = self.peek() else { return Value::unknown(self.span_from(start)) };
        self.at += 1;
        let mut name = self.program.module(word.raw).unwrap_or(word.raw).to_owned();
        let mut root = self.program.known(&name);
        if root.is_none() && matches!(word.raw, "this" | "self" | "$this" | "cls" | "@") {
            // A member of the object itself: one name.
            while let Some(sign) = self.peek()
                && [".", "->", "::", "?."].contains(&sign.raw)
                && let Some(member) = self.ahead(1).filter(|member| matches!(member.token, Token::Word))
                && !self.ahead(2).is_some_and(|open| open.is_sign("("))
            {
                name = format!("{name}.{}", member.raw.trim_start_matches('$'));
                self.at += 2;
                // What a class declares has no `this` there.
                let declared =
                    || self.program.known(member.raw).or_else(|| self.program.known(&format!("${}", member.raw)));
                root = self.program.known(&name).or_else(declared);
                if root.is_some() {
                    break;
                }
            }
        }
        let span = self.span_from(word.span.start);
        let links = match root {
            Some(_) => Vec::new(),
            None => vec![Link { name: name.clone(), span, arguments: None, set: None }],
        };
        let chain = Chain { root: root.map(|root| (name, root)), links };
        self.continued(Value::new(ValueKind::Chain(chain), span), start, is_new)
    }

    /// What is done with a value: members, calls, indexes.
    pub(super) fn continued(&mut self, value: Value, start: usize, is_new: bool) -> Value {
        let mut chain = match value.kind {
            ValueKind::Chain(chain) => chain,
            kind => Chain { root: Some((String::new(), Rc::new(Value { kind, ..value }))), links: Vec::new() },
        };
        let before = chain.links.len();
        let mut is_called = false;
        while let Some(next) = self.peek() {
            chain.links.truncate(MOST_LINKS);
            let is_open = !next.after_break || self.depth > 0;
            let is_member = matches!(next.token, Token::Sign)
                && match next.raw {
                    "." => self.language() != Language::Php,
                    "->" | "?." | "::" | "&." | "!!" => true,
                    "!" => self.ahead(1).is_some_and(|after| after.is_sign(".") && after.is_close),
                    _ => false,
                };
            if is_member && !(next.after_break && self.depth == 0 && !self.goes_on(next)) {
                let after = self.ahead(1);
                match after {
                    Some(after) if matches!(after.token, Token::Word) => {
                        self.at += 2;
                        let name = after.raw.to_owned();
                        chain.links.push(Link { name, span: after.span, arguments: None, set: None });
                    }
                    // `a?.(b)`, `a?.[b]`, `a!.b`, and `a::<b>`.
                    _ => self.at += 1,
                }
                is_called = false;
            } else if next.is_sign("(") && is_open {
                let arguments = self.arguments();
                match chain.links.last_mut().filter(|link| link.arguments.is_none()) {
                    Some(link) => link.arguments = Some(arguments),
                    None => {
                        let span = self.span_from(start);
                        chain.links.push(Link { name: String::new(), span, arguments: Some(arguments), set: None });
                    }
                }
                is_called = true;
            } else if next.is_sign("[") && is_open && (next.is_close || self.language() != Language::Ruby) {
                let open = next.span.start;
                let key = self.list().pop().map(|member| member.value);
                let name = key.as_ref().map(key_of).unwrap_or_default();
                chain.links.push(Link { name, span: self.span_from(open), arguments: None, set: None });
                is_called = false;
            } else if next.is_sign("<")
                && let Some(length) = self.generics()
            {
                self.at += length;
            } else if next.is_sign("{")
                && ((is_new && is_open_brace(is_called, self.language()))
                    || (self.language() == Language::Go && next.is_close && !chain.links.is_empty())
                    || self.is_printed(next, &chain, is_called))
            {
                let open = next.span.start;
                if is_new && let Some(link) = chain.links.last_mut() {
                    link.arguments.get_or_insert_default();
                }
                let value = self.braces(open);
                let arguments = Some(vec![Argument { name: None, value }]);
                chain.links.push(Link { name: "{".to_owned(), span: self.span_from(open), arguments, set: None });
            } else if next.is_sign("{") && self.ahead(1).is_some_and(|after| after.is_sign("|")) {
                self.body();
            } else if self.is_command(next, &chain, is_called) {
                let arguments = self.command_arguments();
                if let Some(link) = chain.links.last_mut() {
                    link.arguments = Some(arguments);
                }
                is_called = true;
            } else {
                break;
            }
        }
        if chain.links.len() == before && chain.root.as_ref().is_some_and(|(name, _)| name.is_empty()) && !is_called {
            let inner = chain.root.map(|(_, root)| Rc::try_unwrap(root).unwrap_or_else(|root| (*root).clone()));
            return inner.unwrap_or_else(|| Value::unknown(self.span_from(start)));
        }
        let span = self.span_from(start);
        Value::new(ValueKind::Chain(chain), span)
    }

    /// An object as Node prints it, with its class: `Headers {`, `Object [AxiosHeaders] {`.
    fn is_printed(&self, next: &Lexeme<'_>, chain: &Chain, is_called: bool) -> bool {
        let is_class = |link: &Link| link.name.starts_with(|ch: char| ch.is_ascii_uppercase());
        self.language() == Language::Script
            && self.depth > 0
            && !is_called
            && !next.after_break
            && chain.root.is_none()
            && chain.links.last().is_some_and(is_class)
    }

    /// Ruby calls without parentheses.
    fn is_command(&self, next: &Lexeme<'_>, chain: &Chain, is_called: bool) -> bool {
        let is_value = match next.token {
            Token::Text(_) | Token::Number => true,
            Token::Word => !["do", "if", "unless", "rescue", "and", "or", "then", "end", "in"].contains(&next.raw),
            Token::Sign => next.is_sign(":") && self.ahead(1).is_some_and(|after| after.is_close),
        };
        self.language() == Language::Ruby
            && self.commands < MOST_COMMANDS
            && is_value
            && !is_called
            && !next.after_break
            && !next.is_close
            && chain.links.last().is_some_and(|link| link.arguments.is_none())
    }

    fn command_arguments(&mut self) -> Vec<Argument> {
        let mut arguments = Vec::new();
        self.commands += 1;
        loop {
            let before = self.at;
            let Member { name, value, .. } = self.member();
            arguments.push(Argument { name: Some(name).filter(|name| !name.is_empty()), value });
            if self.at == before || !self.takes(",") {
                self.commands -= 1;
                return arguments;
            }
        }
    }

    fn arguments(&mut self) -> Vec<Argument> {
        let members = self.list().into_iter();
        members
            .map(|Member { name, value, .. }| Argument { name: Some(name).filter(|name| !name.is_empty()), value })
            .collect()
    }

    /// The number of lexemes of `<Type, Type>` before a bracket or a name.
    fn generics(&self) -> Option<usize> {
        let mut depth = 0_usize;
        for count in 0..MOST_GENERIC {
            let next = self.ahead(count)?;
            match (&next.token, next.raw) {
                (Token::Sign, "<") => depth += 1,
                (Token::Sign, "<<") => depth += 2,
                (Token::Sign, ">") => depth = depth.checked_sub(1)?,
                (Token::Sign, "," | "." | "?" | "[" | "]" | "::") | (Token::Word, _) => {}
                _ => return None,
            }
            if depth == 0 {
                let after = self.ahead(count + 1)?;
                let is_meant = ["(", "{", "[", ".", "::"].iter().any(|sign| after.is_sign(sign))
                    || matches!(after.token, Token::Word);
                return is_meant.then_some(count + 1);
            }
        }
        None
    }
}

const MOST_GENERIC: usize = 24;
/// How many calls of Ruby without parentheses may stand in one another.
const MOST_COMMANDS: usize = 4;
/// The longest chain; the links behind are left out.
const MOST_LINKS: usize = 128;

/// Whether braces after a call with `new` are its initializer.
fn is_open_brace(is_called: bool, language: Language) -> bool {
    language == Language::CSharp || (is_called && language == Language::Java)
}

/// The text of a key; the last part of a name, such as `CURLOPT_POST` or `RequestOptions::FORM_PARAMS`.
pub(super) fn key_of(value: &Value) -> String {
    match value.literal() {
        Some(text) => text.to_owned(),
        None => match &value.kind {
            ValueKind::Chain(chain) => chain.links.last().map(|link| link.name.clone()).unwrap_or_default(),
            _ => String::new(),
        },
    }
}

/// A value with which something is done.
pub(super) fn called(value: Value, name: &str, arguments: Vec<Value>, span: ByteSpan) -> Value {
    let arguments = arguments.into_iter().map(|value| Argument { name: None, value }).collect();
    let link = Link { name: name.to_owned(), span, arguments: Some(arguments), set: None };
    let chain = Chain { root: Some((String::new(), Rc::new(value))), links: vec![link] };
    Value::new(ValueKind::Chain(chain), span)
}

//! One statement after the other: what it assigns, and what it does besides.

use super::Program;
use crate::reading::request::code::expression::ExpressionReader;
use crate::reading::request::code::language::Language;
use crate::reading::request::code::ruby;
use crate::reading::request::code::tokens::{Lexeme, Token};
use crate::reading::request::code::value::{Chain, Link, Value, ValueKind};

/// Words that begin a statement and are followed by a condition or a resource in brackets.
const CONTROL: &[&str] = &[
    "if",
    "elif",
    "elsif",
    "while",
    "for",
    "foreach",
    "switch",
    "catch",
    "try",
    "using",
    "with",
    "unless",
    "until",
    "when",
    "synchronized",
    "lock",
    "match",
    "elseif",
];

/// Words before a statement that do not change it.
const SKIPPED: &[&str] = &[
    "const",
    "let",
    "var",
    "val",
    "final",
    "public",
    "private",
    "protected",
    "internal",
    "static",
    "readonly",
    "export",
    "default",
    "return",
    "await",
    "async",
    "throw",
    "else",
    "do",
    "begin",
    "end",
    "then",
    "in",
    "yield",
    "local",
    "my",
    "our",
    "override",
    "lateinit",
    "echo",
    "go",
    "defer",
    "finally",
    "ensure",
    "rescue",
    "p",
    "puts",
    "and",
    "or",
    "not",
    "import",
    "case",
];

/// The number of lexemes in `do |name|`.
const BLOCK: usize = 4;

const FUNCTIONS: &[&str] = &["def", "function", "func", "fun", "sub", "fn"];

impl<'t> Program<'t> {
    /// The next statement, or the part of one that can be read alone; returns where the next one is, and the blocks of
    /// functions in it.
    pub(super) fn statement(&mut self, all: &[Lexeme<'t>], at: usize, end: usize) -> (usize, Vec<(usize, usize)>) {
        let nothing = Vec::new;
        let Some(first) = all.get(at) else { return (end, nothing()) };
        let second = all.get(at + 1).filter(|_| at + 1 < end);
        match first.token {
            Token::Sign if !["(", "[", "!", "&", "*", ":", "{"].contains(&first.raw) => return (at + 1, nothing()),
            Token::Sign if first.raw == "{" && !self.is_object(all, at, end) => return (at + 1, nothing()),
            Token::Sign if first.raw == ":" => return (at + 1, nothing()),
            // An attribute of C#, or `[a, b] = …`.
            Token::Word if CONTROL.contains(&first.raw) => {
                return (at + 1 + usize::from(second.is_some_and(|next| next.is_sign("("))), nothing());
            }
            Token::Word if FUNCTIONS.contains(&first.raw) && second.is_some() => {
                return (self.shadow(all, at, end), nothing());
            }
            Token::Word
                if SKIPPED.contains(&first.raw)
                    && second.is_some_and(|next| !matches!(next.token, Token::Sign) || "([{:$".contains(next.raw)) =>
            {
                return (at + 1, nothing());
            }
            _ => {}
        }
        let mut reader = ExpressionReader {
            program: self,
            all,
            at,
            end,
            depth: 0,
            strings: 0,
            commands: 0,
            blocks: Vec::new(),
            loose: Vec::new(),
        };
        let value = reader.value();
        let mut assigned: Option<(&'static str, Value)> = None;
        let is_typed =
            value.is_name() && reader.peek().is_some_and(|next| matches!(next.token, Token::Word) && !next.after_break);
        let mut target = value;
        if is_typed && reader.peek().is_some_and(|next| next.is_word("as")) {
            // `with … as name:` of Python has a value before `as`.
        } else if is_typed {
            return (reader.at, nothing());
        }
        // Go: `name, err := …`
        let comma = reader.at;
        while reader.takes(",") && reader.peek().is_some_and(|next| matches!(next.token, Token::Word)) {
            reader.at += 1;
        }
        let is_many = reader.peek().is_some_and(|next| next.is_sign(":=") || next.is_sign("="));
        if !is_many || !target.is_name() {
            reader.at = comma;
        }
        if let Some(next) = reader.peek() {
            let operator =
                ["=", ":=", "+=", ".=", "<<", "||=", "??=", ":", "=>"].iter().find(|sign| next.is_sign(sign));
            let is_meant = |sign: &str| match sign {
                ":" | "=>" => {
                    (target.is_name() || target.literal().is_some())
                        && reader.ahead(1).is_some_and(|after| !after.after_break && !after.is_sign(")"))
                }
                _ => true,
            };
            if let Some(operator) = operator.filter(|sign| is_meant(sign)) {
                reader.at += 1;
                let mut right = reader.value();
                // `name: Type = value`, or `a = b = value`.
                while reader.peek().is_some_and(|next| next.is_sign("=")) {
                    if *operator != ":" {
                        target = right;
                    }
                    reader.at += 1;
                    right = reader.value();
                }
                assigned = Some((operator, right));
            } else if next.is_word("as")
                && let Some(name) = reader.ahead(1).filter(|name| matches!(name.token, Token::Word))
            {
                let link = Link { name: name.raw.to_owned(), span: name.span, arguments: None, set: None };
                let chain = Chain { root: None, links: vec![link] };
                let name = Value::new(ValueKind::Chain(chain), name.span);
                reader.at += 2;
                assigned = Some(("=", core::mem::replace(&mut target, name)));
            }
        }
        let next = reader.at;
        let (blocks, loose) = (core::mem::take(&mut reader.blocks), core::mem::take(&mut reader.loose));
        for value in &loose {
            self.walk(value);
        }
        // `connection.post(path) do |request|`
        if let Some(name) = self.block_parameter(all, next, end) {
            let sent = assigned.as_ref().map_or(&target, |(_, value)| value);
            if ruby::takes_block(sent) {
                self.begin(name, sent.clone());
                return (next + BLOCK, blocks);
            }
        }
        match assigned {
            Some((operator, value)) => self.assign(target, operator, value),
            None => self.stand_alone(target),
        }
        (next, blocks)
    }

    /// The name of what a block of Ruby gets.
    fn block_parameter(&self, all: &[Lexeme<'t>], at: usize, end: usize) -> Option<&'t str> {
        match all.get(at..(at + BLOCK).min(end))? {
            [begin, open, name, close]
                if self.language == Language::Ruby
                    && begin.is_word("do")
                    && open.is_sign("|")
                    && close.is_sign("|")
                    && matches!(name.token, Token::Word) =>
            {
                Some(name.raw)
            }
            _ => None,
        }
    }

    /// Whether braces at the start of a statement are an object: `{ name: …`.
    fn is_object(&self, all: &[Lexeme<'_>], at: usize, end: usize) -> bool {
        let ahead = |count: usize| all.get(at + count).filter(|_| at + count < end);
        let is_key = ahead(1).is_some_and(|key| matches!(key.token, Token::Text(_) | Token::Word));
        is_key && ahead(2).is_some_and(|sign| sign.is_sign(":") || sign.is_sign("=>"))
    }

    /// The parameters of a function are no longer what a variable of that name was; returns where they end.
    fn shadow(&mut self, all: &[Lexeme<'_>], at: usize, end: usize) -> usize {
        let mut open = at + 1;
        for _ in 0..4 {
            match all.get(open).filter(|_| open < end) {
                Some(next) if next.is_sign("(") => {
                    let close = next.partner.min(end);
                    for parameter in all.get(open + 1..close).unwrap_or_default() {
                        if matches!(parameter.token, Token::Word) {
                            self.known.remove(parameter.raw);
                        }
                    }
                    // The receiver of Go comes before the name.
                    if self.language == Language::Go && open == at + 1 {
                        open = close + 1;
                        continue;
                    }
                    return (close + 1).min(end);
                }
                Some(next) if matches!(next.token, Token::Word) || next.is_sign(".") => open += 1,
                _ => break,
            }
        }
        at + 1
    }
}

//! The statements of a program: which variables have which value, and where a request is.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::expression::ExpressionReader;
use super::language::Language;
use super::tokens::{Lexeme, Token, lexemes};
use super::value::{Chain, Link, TextPart, Value, ValueKind};
use crate::reading::request::MOST;
use crate::reading::request::draft::Draft;
use crate::reading::request::piece::ByteSpan;

/// What is known about a program while it is read.
pub(super) struct Program<'t> {
    pub text: &'t str,
    pub language: Language,
    pub drafts: Vec<Draft>,
    known: BTreeMap<String, Rc<Value>>,
    /// The variables with a request that is put together in several statements.
    open: Vec<String>,
    /// Objects that were read, in the order of the text.
    objects: Vec<Rc<Value>>,
    /// How many bytes and values may still be looked at: variables in variables would double with each line.
    left: Cell<usize>,
}

/// More than any program needs.
const LEAST_LEFT: usize = 1 << 18;
/// How deep the values of variables may contain each other.
const DEEPEST: usize = 64;
/// How many brackets that are not closed are looked at.
const MOST_OPEN: usize = 256;
/// How many objects are kept.
const MOST_OBJECTS: usize = 64;

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

const FUNCTIONS: &[&str] = &["def", "function", "func", "fun", "sub", "fn"];

impl<'t> Program<'t> {
    pub(super) fn new(text: &'t str, language: Language) -> Program<'t> {
        Program {
            text,
            language,
            drafts: Vec::new(),
            known: BTreeMap::new(),
            open: Vec::new(),
            objects: Vec::new(),
            left: Cell::new(LEAST_LEFT.max(text.len().saturating_mul(2))),
        }
    }

    /// Reads all statements.
    pub(super) fn run(&mut self) {
        let all = lexemes(self.text, ByteSpan::new(0, self.text.len()), self.language);
        let is_open = |lexeme: &&Lexeme<'_>| lexeme.partner >= all.len();
        let unclosed: Vec<usize> = all.iter().filter(is_open).map(|open| open.span.start).take(MOST_OPEN).collect();
        // What is left to read, the next part last.
        let mut ranges = vec![(0, all.len())];
        while let Some((at, end)) = ranges.pop() {
            if at >= end || self.drafts.len() >= MOST {
                continue;
            }
            let (next, mut blocks) = self.statement(&all, at, end);
            ranges.push((next.max(at + 1), end));
            blocks.reverse();
            ranges.append(&mut blocks);
        }
        for name in core::mem::take(&mut self.open) {
            self.close(&name);
        }
        if self.drafts.is_empty() {
            for object in core::mem::take(&mut self.objects) {
                self.recorded(&object);
            }
        }
        let end = self.text.trim_end().len();
        for draft in &mut self.drafts {
            complete_address(draft);
            let is_cut_off = |place: ByteSpan| unclosed.iter().any(|open| place.start <= *open && *open < place.end);
            draft.faults.retain(|(_, span)| span.end < end && !is_cut_off(*span));
            if is_cut_off(draft.place) {
                draft.has_unknown_headers = true;
                draft.has_unknown_fields = true;
                // The value that is cut off.
                if let Some(header) = draft.headers.last_mut() {
                    header.value.expands = true;
                }
            }
            draft.has_hidden_authentication |= draft.has_unknown_headers;
        }
        self.drafts.retain(says_something);
        self.drafts.sort_by_key(|draft| draft.place.start);
        self.drafts.truncate(MOST);
    }

    /// Whether nothing follows that place, not even the end of the statement.
    pub(super) fn is_last(&self, place: ByteSpan) -> bool {
        self.text.get(place.end..).is_none_or(|rest| rest.trim().is_empty())
    }

    /// Whether so much may still be looked at.
    pub(super) fn spends(&self, cost: usize) -> bool {
        match self.left.get().checked_sub(cost) {
            Some(left) => {
                self.left.set(left);
                true
            }
            None => false,
        }
    }

    pub(super) fn known(&self, name: &str) -> Option<Rc<Value>> {
        self.known.get(name).cloned()
    }

    fn set(&mut self, name: &str, value: Value) {
        if value.depth > DEEPEST {
            self.known.remove(name);
        } else {
            self.known.insert(name.to_owned(), Rc::new(value));
        }
    }

    /// The next statement, or the part of one that can be read alone; returns where the next one is, and the blocks of
    /// functions in it.
    fn statement(&mut self, all: &[Lexeme<'t>], at: usize, end: usize) -> (usize, Vec<(usize, usize)>) {
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
        match assigned {
            Some((operator, value)) => self.assign(target, operator, value),
            None => self.stand_alone(target),
        }
        (next, blocks)
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

    fn assign(&mut self, target: Value, operator: &str, value: Value) {
        if matches!(value.resolved().kind, ValueKind::Object(_)) && self.objects.len() < MOST_OBJECTS {
            self.objects.push(Rc::new(value.clone()));
        }
        let Some(name) = name_of(&target) else {
            self.walk(&value);
            return self.set_member(target, value);
        };
        if matches!(operator, "+=" | ".=" | "<<") {
            self.walk(&value);
            let span = value.span;
            let old = self.known(&name).map(TextPart::Value);
            let Some(old) = old else { return };
            self.set(&name, Value::new(ValueKind::Text(vec![old, TextPart::Value(Rc::new(value))]), span));
            return;
        }
        if self.opens(&value) {
            self.close(&name);
            self.walk_inside(&value);
            self.open.push(name.clone());
        } else {
            self.walk(&value);
        }
        if matches!(value.kind, ValueKind::Unknown) {
            self.known.remove(&name);
        } else {
            self.set(&name, value);
        }
    }

    /// `name.member = value`, `name["member"] = value`.
    fn set_member(&mut self, target: Value, value: Value) {
        let ValueKind::Chain(mut chain) = target.kind else { return };
        let Some(last) = chain.links.last_mut() else { return };
        last.set = Some(Rc::new(value));
        self.extend(chain, target.span);
    }

    /// An expression alone: what it does with a variable is kept.
    fn stand_alone(&mut self, value: Value) {
        if matches!(value.kind, ValueKind::Object(_)) && self.objects.len() < MOST_OBJECTS {
            self.objects.push(Rc::new(value.clone()));
        }
        if self.walk(&value) {
            return;
        }
        let ValueKind::Chain(chain) = value.kind else { return };
        if chain.links.iter().any(Link::is_call) {
            let first = chain.links.first();
            if let Some(link) = first.filter(|link| link.name.starts_with("curl_setopt")) {
                return self.set_option(link.clone());
            }
            self.write_to_open(&chain);
            self.extend(chain, value.span);
        }
    }

    /// `curl_setopt($ch, …)` changes `$ch`.
    fn set_option(&mut self, link: Link) {
        let Some(name) = link.argument(0).and_then(name_of) else { return };
        let root = self.known(&name).map(|root| (name.clone(), root));
        if root.is_none() || !self.open.contains(&name) {
            self.open.push(name.clone());
        }
        let span = link.span;
        self.set(&name, Value::new(ValueKind::Chain(Chain { root, links: vec![link] }), span));
    }

    /// Java and .NET write the body to a stream of the request.
    fn write_to_open(&mut self, chain: &Chain) {
        let Some(link) = chain.links.last() else { return };
        let is_write = ["write", "writeBytes", "Write", "print", "WriteLine", "append", "WriteAsync"]
            .contains(&link.name.as_str());
        let of_request = chain.root.as_ref().is_none_or(|(name, _)| !self.open.contains(name));
        if !is_write || !of_request || link.argument(0).is_none() {
            return;
        }
        let is_stream = chain.links.iter().map(|link| link.name.as_str()).any(is_stream_name)
            || chain.root.as_ref().is_some_and(|(_, root)| is_stream(root, 4));
        if is_stream && let Some(name) = self.open.last().cloned() {
            let root = self.known(&name).map(|root| (name.clone(), root));
            let span = link.span;
            self.set(&name, Value::new(ValueKind::Chain(Chain { root, links: vec![link.clone()] }), span));
        }
    }

    /// Keeps what is done with a variable.
    fn extend(&mut self, chain: Chain, span: ByteSpan) {
        let name = match (&chain.root, chain.links.first()) {
            (Some((name, _)), _) => name.clone(),
            (None, Some(first)) if first.arguments.is_none() && chain.links.len() > 1 => first.name.clone(),
            _ => return,
        };
        if !name.is_empty() {
            self.set(&name, Value::new(ValueKind::Chain(chain), span));
        }
    }

    /// The request of a variable is complete.
    fn close(&mut self, name: &str) {
        self.open.retain(|open| open != name);
        if let Some(value) = self.known(name)
            && let Some(draft) = self.request_of(&value, None)
        {
            self.drafts.push(draft);
        }
    }

    /// A request that is sent by something that has settings of its own; it is complete.
    pub(super) fn sent(&mut self, value: &Value) -> Option<Rc<Value>> {
        let name = name_of(value)?;
        let found = self.open.iter().position(|open| *open == name)?;
        self.open.remove(found);
        self.known(&name)
    }

    /// Looks for requests in a value; returns whether it is one itself.
    fn walk(&mut self, value: &Value) -> bool {
        if !self.spends(1) {
            return false;
        }
        self.walk_inside(value);
        let ValueKind::Chain(chain) = &value.kind else { return false };
        if !chain.links.iter().any(Link::is_call) {
            return false;
        }
        match self.request_in(value, chain.links.len()) {
            Some(draft) => {
                self.drafts.push(draft);
                true
            }
            None => match &chain.root {
                // What is done with a request that is not complete yet.
                Some((name, _)) if self.open.contains(name) => {
                    self.extend(chain.clone(), value.span);
                    true
                }
                _ => false,
            },
        }
    }

    fn walk_inside(&mut self, value: &Value) {
        match &value.kind {
            ValueKind::Text(parts) => {
                for part in parts {
                    if let TextPart::Value(value) = part {
                        self.walk(value);
                    }
                }
            }
            ValueKind::Object(members) => members.iter().for_each(|member| {
                self.walk(&member.value);
            }),
            ValueKind::List(values) => values.iter().for_each(|value| {
                self.walk(value);
            }),
            ValueKind::Chain(chain) => {
                if let Some((name, root)) = &chain.root
                    && name.is_empty()
                {
                    self.walk(root);
                }
                for argument in chain.links.iter().flat_map(|link| link.arguments.iter().flatten()) {
                    self.walk(&argument.value);
                }
            }
            ValueKind::Unknown => {}
        }
    }
}

fn is_stream_name(name: &str) -> bool {
    matches!(name, "getOutputStream" | "GetRequestStream" | "GetRequestStreamAsync" | "outputStream")
}

/// Whether a variable is the stream of a request, or writes to one.
fn is_stream(value: &Value, depth: usize) -> bool {
    value.links().iter().any(|link| {
        is_stream_name(&link.name)
            || (depth > 0
                && link.arguments.iter().flatten().take(2).any(|argument| is_stream(&argument.value, depth - 1)))
    })
}

/// The name of a variable, if it is nothing else.
fn name_of(value: &Value) -> Option<String> {
    if let Some(text) = value.literal().filter(|_| matches!(value.kind, ValueKind::Text(_))) {
        return Some(text.to_owned());
    }
    let ValueKind::Chain(chain) = &value.kind else { return None };
    match (&chain.root, chain.links.as_slice()) {
        (Some((name, _)), []) => Some(name.clone()).filter(|name| !name.is_empty()),
        (None, [link]) if link.arguments.is_none() => Some(link.name.clone()),
        _ => None,
    }
}

/// Whether anything is known about a request but that there is one.
fn says_something(draft: &Draft) -> bool {
    draft.url.text.contains(['/', '.']) && !draft.url.text.starts_with("${")
        || !draft.body.parts.is_empty()
        || !draft.url_query.is_empty()
        || draft.url.text.contains("}/")
}

/// A path whose host is not known.
fn complete_address(draft: &mut Draft) {
    let url = &mut draft.url;
    let first = url.text.split(['/', '?']).next().unwrap_or_default();
    if !url.text.is_empty() && !first.is_empty() && !first.contains(['.', ':', '$', '{', '=']) && first != "localhost" {
        url.text.insert_str(0, "${…}/");
        (url.expands, url.at) = (true, None);
    }
}

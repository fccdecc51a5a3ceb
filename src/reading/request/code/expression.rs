//! Expressions of a program, tolerantly: what is not understood becomes an unknown value, and nothing is read twice.

use std::rc::Rc;

use super::language::Language;
use super::program::Program;
use super::tokens::{Lexeme, StringPart, Token, lexemes};
use super::value::{Argument, Chain, Link, Member, TextPart, Value, ValueKind};
use crate::reading::request::piece::{ByteSpan, Fragment};

/// How deep brackets, and expressions in strings, may be nested: deeper ones are unknown.
const DEEPEST: usize = 24;
const DEEPEST_STRING: usize = 3;

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

    /// A list, or an array with keys.
    fn array(&mut self, start: usize) -> Value {
        let members = self.list();
        let span = self.span_from(start);
        if members.iter().any(|member| !member.name.is_empty()) {
            return Value::new(ValueKind::Object(members), span);
        }
        Value::new(ValueKind::List(members.into_iter().map(|member| member.value).collect()), span)
    }

    /// Moves behind the next lexeme, and behind all that is in its brackets.
    pub(super) fn skip_brackets(&mut self) {
        let Some(next) = self.peek() else { return };
        self.at = if next.partner > self.at { (next.partner + 1).min(self.end) } else { self.at + 1 };
    }

    /// One or more strings, as Python and C join them.
    fn strings(&mut self) -> Value {
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

    fn is_function(&self, next: &Lexeme<'_>) -> bool {
        let is_word = ["function", "func", "fn", "lambda"].contains(&next.raw);
        is_word && self.ahead(1).is_some_and(|after| matches!(after.token, Token::Word) || after.is_sign("("))
            || (self.is_arrow_at(1) && !matches!(self.language(), Language::Php | Language::Ruby))
    }

    fn is_arrow_at(&self, count: usize) -> bool {
        self.ahead(count).is_some_and(|sign| sign.is_sign("=>"))
    }

    /// A function in an expression: what it does is read later.
    fn function(&mut self, start: usize) -> Value {
        if self.is_arrow_at(1) {
            self.at += 2;
            self.body();
            return Value::unknown(self.span_from(start));
        }
        let is_lambda = self.peek().is_some_and(|next| next.is_word("lambda"));
        self.at += 1;
        if is_lambda {
            return Value::unknown(self.span_from(start));
        }
        while let Some(next) = self.peek() {
            if next.is_sign("{") {
                self.body();
                break;
            }
            let ends = matches!(next.token, Token::Sign) && [";", ",", ")", "]", "}"].contains(&next.raw);
            if ends {
                break;
            }
            if next.is_sign("=>") {
                self.at += 1;
                self.body();
                break;
            }
            self.skip_brackets();
        }
        Value::unknown(self.span_from(start))
    }

    /// The body of a function: a block, or an expression.
    fn body(&mut self) {
        match self.peek() {
            Some(next) if next.is_sign("{") => {
                self.blocks.push((self.at + 1, next.partner.min(self.end)));
                self.skip_brackets();
            }
            Some(_) => {
                self.depth += 1;
                let value = self.value();
                self.depth -= 1;
                self.loose.push(value);
            }
            None => {}
        }
    }

    /// `(value)`, `(a, b)`, `(type) value` or the parameters of a function.
    fn parenthesis(&mut self, start: usize) -> Value {
        let close = self.peek().map_or(self.end, |open| open.partner).min(self.end);
        let after = self.all.get(close + 1).filter(|_| close + 1 < self.end);
        if after.is_some_and(|after| after.is_sign("=>")) && !matches!(self.language(), Language::Php | Language::Ruby)
        {
            self.at = close + 2;
            self.body();
            return Value::unknown(self.span_from(start));
        }
        let is_short = close.saturating_sub(self.at) <= 5;
        let members = self.list();
        let mut values: Vec<Value> = members.into_iter().map(|member| member.value).collect();
        let is_cast = is_short
            && self.peek().is_some_and(|next| !next.after_break && matches!(next.token, Token::Word | Token::Text(_)))
            && !self.peek().is_some_and(|next| self.is_operator(next) || ["as", "if", "for"].contains(&next.raw))
            && values.first().is_some_and(Value::is_name)
            && values.len() == 1;
        if is_cast {
            return self.operand();
        }
        let span = self.span_from(start);
        let value = match values.len() {
            1 => values.pop().unwrap_or_else(|| Value::unknown(span)),
            _ => Value::new(ValueKind::List(values), span),
        };
        self.continued(value, start, false)
    }

    /// What is between two brackets; the names are those of `name => value`, `name: value` and `name = value`.
    fn list(&mut self) -> Vec<Member> {
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
    fn member(&mut self) -> Member {
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
    fn braces(&mut self, start: usize) -> Value {
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

    /// A name with what follows it.
    fn chain(&mut self, start: usize, is_new: bool) -> Value {
        let Some(word) = self.peek() else { return Value::unknown(self.span_from(start)) };
        self.at += 1;
        let mut name = word.raw.to_owned();
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
    fn continued(&mut self, value: Value, start: usize, is_new: bool) -> Value {
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
fn key_of(value: &Value) -> String {
    match value.literal() {
        Some(text) => text.to_owned(),
        None => match &value.kind {
            ValueKind::Chain(chain) => chain.links.last().map(|link| link.name.clone()).unwrap_or_default(),
            _ => String::new(),
        },
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

/// A value with which something is done.
pub(super) fn called(value: Value, name: &str, arguments: Vec<Value>, span: ByteSpan) -> Value {
    let arguments = arguments.into_iter().map(|value| Argument { name: None, value }).collect();
    let link = Link { name: name.to_owned(), span, arguments: Some(arguments), set: None };
    let chain = Chain { root: Some((String::new(), Rc::new(value))), links: vec![link] };
    Value::new(ValueKind::Chain(chain), span)
}

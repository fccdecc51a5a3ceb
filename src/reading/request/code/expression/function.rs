//! Functions in an expression, and what else a parenthesis can be.

use super::ExpressionReader;
use crate::reading::request::code::language::Language;
use crate::reading::request::code::tokens::{Lexeme, Token};
use crate::reading::request::code::value::{Value, ValueKind};

impl ExpressionReader<'_, '_, '_> {
    pub(super) fn is_function(&self, next: &Lexeme<'_>) -> bool {
        let is_word = ["function", "func", "fn", "lambda"].contains(&next.raw);
        is_word && self.ahead(1).is_some_and(|after| matches!(after.token, Token::Word) || after.is_sign("("))
            || (self.is_arrow_at(1) && !matches!(self.language(), Language::Php | Language::Ruby))
    }

    pub(super) fn is_arrow_at(&self, count: usize) -> bool {
        self.ahead(count).is_some_and(|sign| sign.is_sign("=>"))
    }

    /// A function in an expression: what it does is read later.
    pub(super) fn function(&mut self, start: usize) -> Value {
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
    pub(super) fn body(&mut self) {
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
    pub(super) fn parenthesis(&mut self, start: usize) -> Value {
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
}

//! The grammar: RFC 8259 §2 to §7.

use super::{Json, JsonError, Kind, Member};

/// How deep arrays and objects may be nested: the reader calls itself, and many brackets must not use up the stack.
const DEEPEST: usize = 128;

/// Reads a text that is one JSON value.
///
/// Deviations from RFC 8259: nesting ends at 128; a `\u` escape that is half a surrogate pair is rejected, because no
/// `str` can contain it.
///
/// # Errors
///
/// The first byte that JSON cannot have there.
///
/// ```
/// use authdesk::pasted_json::{JsonError, Kind, parse};
///
/// let Ok(Kind::Object(members)) = parse(r#"{"expires_in": 3599}"#).map(|value| value.kind) else { panic!() };
/// assert_eq!((members[0].name.as_str(), members[0].end), ("expires_in", 12));
/// assert!(members[0].value.kind == Kind::Number("3599".to_owned()));
///
/// assert_eq!(parse("{} x").err(), Some(JsonError { at: 3, reason: "trailing characters" }));
/// ```
pub fn parse(text: &str) -> Result<Json, JsonError> {
    let mut reader = JsonReader { text, at: 0 };
    let value = reader.value(0)?;
    reader.skip_spaces();
    if reader.peek().is_some() { Err(reader.error("trailing characters")) } else { Ok(value) }
}

/// Reads the JSON value at the start of a text, and returns it with the rest of the text. Otherwise as [`parse`].
///
/// # Errors
///
/// The first byte that JSON cannot have there.
///
/// ```
/// let (value, rest) = authdesk::pasted_json::parse_front("[1] and more").unwrap();
/// assert_eq!((value.end, rest), (2, " and more"));
/// ```
pub fn parse_front(text: &str) -> Result<(Json, &str), JsonError> {
    let mut reader = JsonReader { text, at: 0 };
    let value = reader.value(0)?;
    Ok((value, text.get(reader.at..).unwrap_or_default()))
}

struct JsonReader<'t> {
    text: &'t str,
    at: usize,
}

impl JsonReader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn error(&self, reason: &'static str) -> JsonError {
        JsonError { at: self.at, reason }
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Skips whitespace and that character, if it comes next.
    fn takes(&mut self, sign: u8) -> bool {
        self.skip_spaces();
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.skip_spaces();
        if depth > DEEPEST {
            return Err(self.error("recursion limit exceeded"));
        }
        let kind = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.error("expected value")),
        };
        Ok(Json { end: self.at.saturating_sub(1), kind })
    }

    fn object(&mut self, depth: usize) -> Result<Kind, JsonError> {
        let mut members = Vec::new();
        self.at += 1;
        if self.takes(b'}') {
            return Ok(Kind::Object(members));
        }
        loop {
            self.skip_spaces();
            if self.peek() != Some(b'"') {
                return Err(self.error("key must be a string"));
            }
            let name = self.string()?;
            let end = self.at.saturating_sub(1);
            if !self.takes(b':') {
                return Err(self.error("expected `:`"));
            }
            members.push(Member { end, name, value: self.value(depth + 1)? });
            if self.takes(b'}') {
                return Ok(Kind::Object(members));
            }
            if !self.takes(b',') {
                return Err(self.error("expected `,` or `}`"));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Kind, JsonError> {
        let mut values = Vec::new();
        self.at += 1;
        if self.takes(b']') {
            return Ok(Kind::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Ok(Kind::List(values));
            }
            if !self.takes(b',') {
                return Err(self.error("expected `,` or `]`"));
            }
        }
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<Kind, JsonError> {
        for ch in word.bytes() {
            if self.peek() != Some(ch) {
                return Err(self.error("expected ident"));
            }
            self.at += 1;
        }
        Ok(kind)
    }

    fn number(&mut self) -> Result<Kind, JsonError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Kind::Number(self.since(start).to_owned()))
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.error("invalid number")) } else { Ok(()) }
    }

    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn string(&mut self) -> Result<String, JsonError> {
        let mut text = String::new();
        self.at += 1;
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    text.push_str(self.since(start));
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    text.push_str(self.since(start));
                    self.at += 1;
                    text.push(self.escape()?);
                    start = self.at;
                }
                None | Some(..b' ') => return Err(self.error("string is not closed")),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let ch = match self.peek() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'u') => return self.code_point(),
            _ => return Err(self.error("invalid escape")),
        };
        self.at += 1;
        Ok(ch)
    }

    fn code_point(&mut self) -> Result<char, JsonError> {
        let mut code = self.hex()?;
        if (0xD800..0xDC00).contains(&code) {
            for sign in *b"\\u" {
                if self.peek() != Some(sign) {
                    return Err(self.error("lone surrogate"));
                }
                self.at += usize::from(sign == b'\\');
            }
            let low = self.hex()?;
            if !(0xDC00..0xE000).contains(&low) {
                return Err(self.error("lone surrogate"));
            }
            code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        char::from_u32(code).ok_or_else(|| self.error("lone surrogate"))
    }

    /// Four digits, after the `u` that comes next.
    fn hex(&mut self) -> Result<u32, JsonError> {
        let mut code = 0;
        for _ in 0..4 {
            self.at += 1;
            let digit = self.peek().and_then(|sign| char::from(sign).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.error("invalid escape"))?;
        }
        self.at += 1;
        Ok(code)
    }
}

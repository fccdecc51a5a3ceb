//! The words, strings and signs of a program in any language with braces or indents, tolerantly.

use super::language::Language;
use super::strings::StringReader;
use crate::reading::request::piece::{ByteSpan, Fragment};

/// What a lexeme is.
#[derive(Clone)]
pub(super) enum Token {
    /// An identifier, with a leading `$`, `@` or `@@`; also a keyword.
    Word,
    Number,
    /// A string.
    Text(Vec<StringPart>),
    Sign,
}

/// A part of a string.
#[derive(Clone)]
pub(super) enum StringPart {
    Literal(Fragment),
    /// The place of an expression whose value is inserted.
    Inner(ByteSpan),
}

#[derive(Clone)]
pub(super) struct Lexeme<'t> {
    pub token: Token,
    /// As it was written.
    pub raw: &'t str,
    pub span: ByteSpan,
    /// It is the first one of its line.
    pub after_break: bool,
    /// There is no space before it.
    pub is_close: bool,
    /// Of an opening bracket: the number of the lexeme that closes it, or the number of lexemes.
    pub partner: usize,
}

impl Lexeme<'_> {
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(self.token, Token::Sign) && self.raw == sign
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self.token, Token::Word) && self.raw == word
    }
}

/// Signs of several characters, the longest first; every other sign is one character.
const SIGNS: [&str; 25] = [
    "===", "!==", "...", "**=", "||=", "??=", "=>", "->", "::", "==", "!=", ":=", "+=", ".=", "?.", "?:", "??", "||",
    "&&", "<<", "&.", "**", "!!", "<=", ">=",
];

/// The lexemes of a part of a text.
pub(super) fn lexemes(text: &str, range: ByteSpan, language: Language) -> Vec<Lexeme<'_>> {
    let text = text.get(..range.end).unwrap_or_default();
    let mut reader = StringReader::new(text, range.start, language);
    let mut all: Vec<Lexeme<'_>> = Vec::new();
    let (mut after_break, mut is_close) = (true, false);
    while let Some(ch) = reader.peek() {
        let start = reader.at;
        if ch.is_whitespace() || ch == '\u{feff}' {
            reader.at += ch.len_utf8();
            after_break |= ch == '\n';
            is_close = false;
            continue;
        }
        if reader.skips_comment() {
            is_close = false;
            continue;
        }
        let token = if let Some(parts) = reader.string(&all) {
            Token::Text(parts)
        } else if ch.is_ascii_digit() {
            reader.skip_while(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '.'));
            Token::Number
        } else if is_of_word(ch) || matches!(ch, '$' | '@') {
            reader.at += ch.len_utf8();
            if ch == '@' && reader.peek() == Some('@') {
                reader.at += 1;
            }
            reader.skip_while(|ch| is_of_word(ch) || ch == '$');
            Token::Word
        } else {
            let rest = reader.rest();
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            reader.at += sign.map_or(ch.len_utf8(), |sign| sign.len());
            Token::Sign
        };
        let span = ByteSpan::new(start, reader.at);
        let raw = text.get(span.start..span.end).unwrap_or_default();
        all.push(Lexeme { token, raw, span, after_break, is_close, partner: 0 });
        (after_break, is_close) = (false, true);
    }
    close_brackets(&mut all);
    all
}

fn is_of_word(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_'
}

/// How many brackets that are open are compared with one that closes.
const MOST_OPEN: usize = 16;

/// Finds the partner of each bracket; one that is not closed ends with the text.
fn close_brackets(all: &mut [Lexeme<'_>]) {
    let count = all.len();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut partners: Vec<(usize, usize)> = Vec::new();
    for (number, lexeme) in all.iter().enumerate() {
        let Token::Sign = lexeme.token else { continue };
        let opening = match lexeme.raw {
            "(" | "[" | "{" => {
                open.push((number, lexeme.raw));
                continue;
            }
            ")" => "(",
            "]" => "[",
            "}" => "{",
            _ => continue,
        };
        let found = open.iter().rev().take(MOST_OPEN).position(|(_, sign)| *sign == opening);
        let Some(found) = found else { continue };
        for (start, _) in open.drain(open.len().saturating_sub(found + 1)..) {
            partners.push((start, number));
        }
    }
    partners.extend(open.into_iter().map(|(start, _)| (start, count)));
    for (start, end) in partners {
        if let Some(lexeme) = all.get_mut(start) {
            lexeme.partner = end;
        }
    }
}

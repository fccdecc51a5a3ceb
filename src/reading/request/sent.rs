//! What a request sends of OAuth's values, with their places, to compare it with other parts of the text.

use core::fmt;

use super::draft::{Asks, Draft, Param, scheme_is};
use super::piece::{ByteSpan, Fragment};
use crate::oauth::Secret;
use crate::reading::header::read_header;
use crate::reading::{PairShape, Span};

/// The values of OAuth in a request.
pub struct Sent {
    /// Those that a standard defines, the first of each name; the client ID also from the `Authorization` header.
    pub values: Vec<SentValue>,
    /// No other parameter can be there: none is in a file, a variable or a part of a program that was not read.
    pub is_complete: bool,
    /// It is meant for a token endpoint.
    pub is_for_token: bool,
    /// The name of the command, or the method.
    pub head: Span,
}

/// A value that a request sends. `Debug` prints nothing of it.
pub struct SentValue {
    /// The parameter; [`Sent::BEARER`] and [`Sent::BASIC_ID`] for what the header contains.
    pub name: &'static str,
    /// Decoded; `None` where it is a variable.
    pub value: Option<Secret>,
    /// Where it is: a parameter with its name.
    pub span: Span,
}

impl fmt::Debug for SentValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentValue").field("name", &self.name).field("span", &self.span).finish_non_exhaustive()
    }
}

impl Sent {
    /// The name of the token of a `Bearer` header (RFC 6750 §2.1).
    pub const BEARER: &'static str = "Bearer";
    /// The name of the client ID of a `Basic` header (RFC 7617 §2).
    pub const BASIC_ID: &'static str = "Basic";

    /// The value of that name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&SentValue> {
        self.values.iter().find(|value| value.name == name)
    }
}

/// RFC 6749 §2.3.1, §4.1.1, §4.1.2, §4.1.3 and §6, RFC 7636 §4.3 and §4.5, RFC 6750 §2.3.
const NAMES: [&str; 11] = [
    "response_type",
    "client_id",
    "client_secret",
    "redirect_uri",
    "state",
    "code",
    "code_challenge",
    "code_challenge_method",
    "code_verifier",
    "refresh_token",
    "access_token",
];

/// The same before its places are counted in characters.
pub(super) struct SentDraft {
    values: Vec<(&'static str, Option<String>)>,
    pub(super) spans: Vec<ByteSpan>,
    is_complete: bool,
    is_for_token: bool,
}

impl SentDraft {
    pub(super) fn new(draft: &Draft, asks: &Asks) -> SentDraft {
        let mut sent = SentDraft {
            values: Vec::new(),
            spans: vec![draft.head],
            // What is missing may be in the part that is cut off or was not joined.
            is_complete: asks.is_known && draft.issues.is_empty(),
            is_for_token: asks.is_for_token,
        };
        for name in NAMES {
            if let Some(Param { value, span, .. }) = asks.field(name) {
                sent.add(name, (!value.expands).then(|| value.text.clone()), *span);
            }
        }
        sent.header(draft);
        sent
    }

    fn add(&mut self, name: &'static str, value: Option<String>, span: ByteSpan) {
        self.values.push((name, value));
        self.spans.push(span);
    }

    fn header(&mut self, draft: &Draft) {
        if let Some(header) = draft.header("Authorization") {
            let Fragment { text, span, expands, .. } = &header.value;
            if scheme_is(text, "bearer") {
                let token = text.split_whitespace().nth(1).filter(|_| !expands).map(str::to_owned);
                self.add(Sent::BEARER, token, *span);
            } else if scheme_is(text, "basic") && !expands {
                let pair = read_header(text, &PairShape::default()).pair;
                self.add(Sent::BASIC_ID, pair.map(|pair| pair.identifier), *span);
            }
        } else if let Some(user) = &draft.user {
            // Often only the secret is a variable.
            let id = user.text.split(':').next().map(str::to_owned);
            self.add(Sent::BASIC_ID, id, user.part(0, user.text.find(':').unwrap_or(user.text.len())));
        }
    }

    /// The values with their places, which are the next ones of `places`.
    pub(super) fn placed(self, places: &mut impl Iterator<Item = Span>) -> Option<Sent> {
        let head = places.next()?;
        let placed = |((name, value), span): ((&'static str, Option<String>), Span)| SentValue {
            name,
            value: value.map(Secret::new),
            span,
        };
        Some(Sent {
            values: self.values.into_iter().zip(places).map(placed).collect(),
            is_complete: self.is_complete,
            is_for_token: self.is_for_token,
            head,
        })
    }
}

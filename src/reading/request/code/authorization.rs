//! How a program composes `Authorization`: `Basic`, and the base64 text of client ID and secret (RFC 7617 §2).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::base64_call::{Base64, Breaks, base64_of};
use super::content::{TemplatePart, View, template_of};
use super::language::Language;
use super::program::Program;
use super::value::{Link, TextPart, Value, ValueKind};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Fragment};

/// A part of a composed text.
pub(super) enum Piece<'v> {
    Literal(&'v str, ByteSpan),
    /// A value that is not known, and whether it is inserted into a text, which converts it to one.
    Value(&'v Value, bool),
}

/// The value of a header, and what is wrong with how it is composed.
pub(super) struct Composed {
    pub value: Fragment,
    pub faults: Vec<(FindingKind, ByteSpan)>,
}

impl Program<'_> {
    /// The pieces of a text.
    pub(super) fn pieces<'v>(&self, value: &'v Value) -> Vec<Piece<'v>> {
        let mut pieces = Vec::new();
        self.collect(value, false, &mut pieces);
        pieces
    }

    fn collect<'v>(&self, value: &'v Value, is_inserted: bool, pieces: &mut Vec<Piece<'v>>) {
        let value = value.resolved();
        if !self.spends(8) {
            return pieces.push(Piece::Value(value, is_inserted));
        }
        match &value.kind {
            ValueKind::Text(parts) => {
                for part in parts {
                    match part {
                        TextPart::Literal(text) => pieces.push(Piece::Literal(&text.text, text.span)),
                        TextPart::Value(value) => self.collect(value, self.is_inserted(value.span), pieces),
                    }
                }
            }
            ValueKind::Chain(_) => self.collect_chain(value, is_inserted, pieces),
            _ => pieces.push(Piece::Value(value, is_inserted)),
        }
    }

    fn collect_chain<'v>(&self, value: &'v Value, is_inserted: bool, pieces: &mut Vec<Piece<'v>>) {
        if base64_of(value).is_some() {
            return pieces.push(Piece::Value(value, is_inserted));
        }
        let mut view = View::of(value);
        while let Some(link) = view.links.pop() {
            if let Some(template) = template_of(&link.name, link, &view) {
                for part in template.parts() {
                    match part {
                        TemplatePart::Literal("") => {}
                        TemplatePart::Literal(text) => pieces.push(Piece::Literal(text, value.span)),
                        TemplatePart::Value(Some(inner)) => self.collect(inner, true, pieces),
                        TemplatePart::Value(None) => pieces.push(Piece::Value(value, is_inserted)),
                    }
                }
                return;
            }
            let is_join = link.name == "join" || link.name == "implode";
            if is_join {
                return self.collect_joined(value, link, &view, pieces);
            }
            if ["encode", "getBytes", "trim", "toString", "to_s", "strip", "ToString"].contains(&link.name.as_str())
                && (view.root.is_some() || !view.links.is_empty())
            {
                continue;
            }
            if ["GetBytes", "byte", "bytes", "str", "String", "from", "utf8_encode", "parse"]
                .contains(&link.name.as_str())
                && let Some(argument) = link.argument(0)
            {
                return self.collect(argument, is_inserted, pieces);
            }
            return pieces.push(Piece::Value(value, is_inserted));
        }
        match view.root {
            Some(root) if !matches!(root.kind, ValueKind::Chain(_)) => self.collect(root, is_inserted, pieces),
            _ => pieces.push(Piece::Value(value, is_inserted)),
        }
    }

    /// `[id, secret].join(':')`, `':'.join([id, secret])`, `implode(':', [$id, $secret])`.
    fn collect_joined<'v>(&self, value: &'v Value, link: &'v Link, view: &View<'v>, pieces: &mut Vec<Piece<'v>>) {
        let (root, first) = (view.root.filter(|_| view.links.is_empty()), link.argument(0));
        let (list, sign) = match (root, first, link.argument(1)) {
            (_, Some(sign), Some(list)) if link.name == "implode" || link.name == "join" => (list, sign),
            (Some(root), Some(first), None) if !root.list().is_empty() => (root, first),
            (Some(root), Some(first), None) => (first, root),
            _ => return pieces.push(Piece::Value(value, false)),
        };
        let (values, Some(text)) = (list.list(), sign.literal()) else {
            return pieces.push(Piece::Value(value, false));
        };
        if values.is_empty() {
            return pieces.push(Piece::Value(value, false));
        }
        for (number, item) in values.iter().enumerate() {
            if number > 0 && !text.is_empty() {
                pieces.push(Piece::Literal(text, sign.span));
            }
            self.collect(item, false, pieces);
        }
    }

    /// The value of an `Authorization` header.
    pub(super) fn composed(&self, pieces: &[Piece<'_>], whole: ByteSpan) -> Composed {
        let mut faults = Vec::new();
        let mut text = String::new();
        let mut expands = false;
        let mut at = None;
        let mut has_base64 = false;
        for (number, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Literal(literal, span) => {
                    if pieces.len() == 1 {
                        at = self.place_of(literal, *span);
                    }
                    text.push_str(literal);
                }
                Piece::Value(value, is_inserted) => {
                    if let Some(base64) = base64_of(value) {
                        if !has_base64 {
                            self.judge(&base64, &text, value.span, *is_inserted, &mut faults);
                            let behind = pieces.get(number + 1..).unwrap_or_default();
                            if self.is_half(&base64, &text, behind) {
                                faults.push((FindingKind::PairHalfEncoded, whole));
                            }
                        }
                        has_base64 = true;
                        if let Some(pair) = self.known_base64(value) {
                            text.push_str(&pair);
                            continue;
                        }
                    }
                    expands = true;
                    text.push_str(&self.name_of(value));
                }
            }
        }
        if !has_base64 && is_bare_pair(pieces) {
            faults.push((FindingKind::PairNotEncoded, whole));
        }
        expands |= text.contains("{{");
        Composed { value: Fragment { text, span: whole, expands, at }, faults }
    }

    fn place_of(&self, literal: &str, span: ByteSpan) -> Option<usize> {
        let raw = self.text.get(span.start..span.end)?;
        raw.find(literal).map(|at| span.start + at)
    }

    fn judge(
        &self,
        base64: &Base64<'_>,
        before: &str,
        span: ByteSpan,
        is_inserted: bool,
        faults: &mut Vec<(FindingKind, ByteSpan)>,
    ) {
        match before.trim_end() {
            "" => faults.push((FindingKind::BasicMissing, span)),
            scheme if scheme.eq_ignore_ascii_case("basic") && scheme.len() == before.len() => {
                faults.push((FindingKind::BasicWithoutSpace, span));
            }
            _ => {}
        }
        if base64.breaks == Breaks::Added {
            faults.push((FindingKind::Base64LineBreaks, span));
        }
        if base64.is_shown || (base64.is_bytes && is_inserted) {
            faults.push((FindingKind::BytesAsText, span));
        }
        if base64.is_for_urls {
            faults.push((FindingKind::UrlAlphabet, span));
        }
        let Some(pair) = base64.pair else { return };
        if base64_of(pair).is_some() {
            faults.push((FindingKind::Base64Twice, span));
        } else if base64.is_browsers && pair.members().is_some() {
            faults.push((FindingKind::ObjectEncoded, pair.span));
        } else if self.has_no_colon(pair) {
            faults.push((FindingKind::ColonLeftOut, pair.span));
        } else if self.has_no_value(pair) {
            faults.push((FindingKind::VariableAsText, pair.span));
        }
    }

    /// Whether only a part of `id:secret` is encoded, or each of them alone: the colon is outside, or one of the two is
    /// all that is encoded.
    fn is_half(&self, base64: &Base64<'_>, before: &str, behind: &[Piece<'_>]) -> bool {
        let is_basic = before.trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic"));
        let is_open =
            |piece: &Piece<'_>| matches!(piece, Piece::Literal(text, _) if text.trim_start().starts_with(':'));
        let is_after = is_basic && before.trim_end().ends_with(':');
        let ends_with_colon = |pair: &Value| {
            let pieces = self.pieces(pair);
            pieces.len() > 1 && matches!(pieces.last(), Some(Piece::Literal(text, _)) if text.ends_with(':'))
        };
        let is_before = match behind.first() {
            Some(Piece::Value(..)) => base64.pair.is_some_and(ends_with_colon),
            Some(piece) => is_open(piece),
            None => false,
        };
        let is_alone = || base64.pair.is_some_and(|pair| is_one_of_two(&self.name_of(pair)));
        is_after || is_before || base64.leaves_out || is_alone()
    }

    /// Whether an expression stands in braces of a string, or is an argument of `format`.
    fn is_inserted(&self, span: ByteSpan) -> bool {
        let before = self.text.get(..span.start).unwrap_or_default().trim_end();
        before.ends_with('{')
    }

    /// Whether ID and secret are joined without a colon: at least two values, and no colon in any text between them.
    fn has_no_colon(&self, pair: &Value) -> bool {
        // `btoa([id, secret])` has a comma.
        if pair.list().len() == 2 {
            return true;
        }
        let pieces = self.pieces(pair);
        let is_sure = pieces.iter().all(|piece| match piece {
            Piece::Literal(..) => true,
            Piece::Value(value, _) => value.is_name(),
        });
        let has_colon =
            pieces.iter().any(|piece| matches!(piece, Piece::Literal(text, _) if text.contains([':', '%'])));
        let names = pieces.iter().filter(|piece| match piece {
            Piece::Literal(text, _) => text.len() > 3,
            Piece::Value(..) => true,
        });
        is_sure && !has_colon && pieces.len() > 1 && names.count() > 1
    }

    /// Whether the names of variables are encoded as they are written: `'$id:$secret'` in PHP, `'${id}:${secret}'` in
    /// JavaScript, `"{id}:{secret}"` without an `f` in Python, `'#{id}:#{secret}'` in Ruby.
    fn has_no_value(&self, pair: &Value) -> bool {
        let pieces = self.pieces(pair);
        let [Piece::Literal(text, _)] = pieces.as_slice() else { return false };
        let sign = match self.language {
            Language::Php => "$",
            Language::Script => "${",
            Language::Python => "{",
            Language::Ruby => "#{",
            _ => return false,
        };
        let is_name = |part: &str| {
            let name = part.strip_prefix(sign).unwrap_or_default().trim_end_matches('}');
            name.starts_with(|ch: char| ch.is_ascii_alphabetic() || ch == '_')
                && name.chars().all(|ch| ch.is_ascii_alphanumeric() || "_.>-[]'\"".contains(ch))
        };
        text.split_once(':').is_some_and(|(id, secret)| is_name(id) && is_name(secret))
    }

    /// The base64 text, where ID and secret are known.
    pub(super) fn known_base64(&self, value: &Value) -> Option<String> {
        let base64 = base64_of(value)?;
        let pair = self.text_of(base64.pair?);
        let is_plain = base64.breaks != Breaks::Added && !base64.is_shown && !base64.is_for_urls;
        let is_fault =
            base64.leaves_out || base64.is_browsers && base64.pair.is_some_and(|pair| pair.members().is_some());
        let is_known = is_plain && !is_fault && !pair.expands && !pair.text.contains(['$', '{']);
        is_known.then(|| STANDARD.encode(&pair.text))
    }
}

/// `Basic`, two values and a colon between them, and nothing that encodes them.
fn is_bare_pair(pieces: &[Piece<'_>]) -> bool {
    let all: Vec<&Piece<'_>> = pieces.iter().filter(|piece| !matches!(piece, Piece::Literal("", _))).collect();
    let (scheme, id, colon, secret, end) = match all[..] {
        [Piece::Literal(scheme, _), Piece::Value(id, _), Piece::Literal(colon, _), Piece::Value(secret, _)] => {
            (scheme, id, colon, secret, "")
        }
        [
            Piece::Literal(scheme, _),
            Piece::Value(id, _),
            Piece::Literal(colon, _),
            Piece::Value(secret, _),
            Piece::Literal(end, _),
        ] => (scheme, id, colon, secret, end.trim()),
        _ => return false,
    };
    let lower = scheme.trim().to_ascii_lowercase();
    let Some(call) = lower.strip_prefix("basic").map(str::trim) else { return false };
    // The words of a guide inside of the text: `Basic Base64(${id}:${secret})`.
    let is_recipe = call.ends_with('(') && ["base64", "btoa", "encode"].iter().any(|word| call.contains(word));
    let is_whole = if is_recipe { end == ")" } else { call.is_empty() && end.is_empty() };
    is_whole && *colon == ":" && id.is_name() && secret.is_name()
}

/// Whether a value is the client ID or the secret, by its name.
fn is_one_of_two(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|ch| ch.to_ascii_lowercase()).collect();
    ["clientid", "clientsecret"].iter().any(|end| plain.ends_with(end))
}

//! How a program composes `Authorization`: `Basic`, and the base64 text of client ID and secret (RFC 7617 §2).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::content::{TemplatePart, View, template_of};
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

/// A call that encodes to base64.
struct Base64<'v> {
    /// What is encoded, if it is one value.
    pair: Option<&'v Value>,
    /// It adds line breaks, and nothing removes them.
    breaks: bool,
    /// It returns bytes (Python), and nothing decodes them.
    is_bytes: bool,
    /// The bytes are converted to text as `b'…'`.
    is_shown: bool,
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
        for piece in pieces {
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
        if base64.breaks {
            faults.push((FindingKind::Base64LineBreaks, span));
        }
        if base64.is_shown || (base64.is_bytes && is_inserted) {
            faults.push((FindingKind::BytesAsText, span));
        }
        if let Some(pair) = base64.pair
            && self.has_no_colon(pair)
        {
            faults.push((FindingKind::ColonLeftOut, pair.span));
        }
    }

    /// Whether an expression stands in braces of a string, or is an argument of `format`.
    fn is_inserted(&self, span: ByteSpan) -> bool {
        let before = self.text.get(..span.start).unwrap_or_default().trim_end();
        before.ends_with('{')
    }

    /// Whether ID and secret are joined without a colon: at least two values, and no colon in any text between them.
    fn has_no_colon(&self, pair: &Value) -> bool {
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

    /// The base64 text, where ID and secret are known.
    pub(super) fn known_base64(&self, value: &Value) -> Option<String> {
        let base64 = base64_of(value)?;
        let pair = self.text_of(base64.pair?);
        (!pair.expands && !base64.breaks && !base64.is_shown).then(|| STANDARD.encode(&pair.text))
    }
}

/// Functions that add line breaks to base64 text: Ruby's `Base64.encode64` (RFC 2045), Python's `encodebytes`, Java's
/// MIME encoder, PHP's `chunk_split`, and .NET's `InsertLineBreaks`.
const WITH_BREAKS: &[&str] = &["encode64", "encodestring", "encodebytes", "getMimeEncoder", "BASE64Encoder"];

/// What a call encodes to base64; `None` if it does something else.
fn base64_of(value: &Value) -> Option<Base64<'_>> {
    let value = value.resolved();
    let ValueKind::Chain(_) = value.kind else { return None };
    let mut view = View::of(value);
    let (mut is_decoded, mut is_shown, mut is_changed) = (false, false, false);
    loop {
        let link = view.links.pop()?;
        let name = link.name.as_str();
        if is_encoder(link, &view) {
            // `Buffer.from(x).toString("base64")`
            let is_script = name == "toString";
            let call = if is_script { view.links.pop()? } else { link };
            let is_one = call.argument(1).is_none_or(|second| {
                second.literal().is_some() || second.links().last().is_some_and(|link| link.name == "InsertLineBreaks")
            });
            let pair = call.argument(0).filter(|_| is_one || is_script);
            let in_dotnet = link
                .argument(1)
                .is_some_and(|option| option.links().iter().any(|link| link.name == "InsertLineBreaks"));
            let is_mime = view.links.iter().any(|link| WITH_BREAKS.contains(&link.name.as_str()));
            let is_pack = name == "pack" && link.argument(0).and_then(Value::literal) == Some("m");
            let adds = WITH_BREAKS.contains(&name) || is_mime || in_dotnet || is_pack;
            let pair = if name == "pack" { view.root.and_then(|root| root.list().first()) } else { pair };
            let is_bytes = matches!(name, "b64encode" | "encodebytes" | "standard_b64encode") && !is_decoded;
            return Some(Base64 { pair, breaks: adds && !is_changed, is_bytes, is_shown: is_shown && is_bytes });
        }
        match name {
            "decode" | "toString" | "to_s" | "encode" | "ToString" if view.root.is_some() || !view.links.is_empty() => {
                is_decoded |= name == "decode";
            }
            "str" | "String" | "string" | "quote" if link.argument(0).is_some() => {
                is_shown =
                    name == "str" && link.argument(1).is_none() && link.named("encoding").is_none() && !is_decoded;
                is_decoded |= !is_shown;
                view = View::of(link.argument(0)?);
            }
            "chunk_split" => {
                let inner = base64_of(link.argument(0)?)?;
                return Some(Base64 { breaks: !is_changed, ..inner });
            }
            "str_replace" | "preg_replace" | "strtr" => {
                is_changed = true;
                view = View::of(link.argument(2).or_else(|| link.argument(0))?);
            }
            "trim" | "rtrim" if link.argument(0).is_some() => {
                is_changed = true;
                view = View::of(link.argument(0)?);
            }
            "gsub" | "delete" | "tr" | "replace" | "Replace" | "replaceAll" | "strip" | "chomp" | "trim" | "Trim"
            | "split" | "join" | "rstrip" | "squish" | "remove" | "" | "gsub!" | "sub" | "Split" => is_changed = true,
            _ => return None,
        }
    }
}

fn is_encoder(link: &Link, view: &View<'_>) -> bool {
    if !link.is_call() {
        return false;
    }
    let name = link.name.to_ascii_lowercase();
    let of_base64 = || view.links.iter().any(|link| link.name.to_ascii_lowercase().contains("base64"));
    match name.as_str() {
        "btoa" | "encodestring" | "encodebytes" => true,
        "encode" | "encodetostring" | "encodebuffer" => of_base64(),
        "tostring" => {
            link.argument(0).and_then(Value::literal).is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64"))
        }
        "pack" => link.argument(0).and_then(Value::literal).is_some_and(|format| matches!(format, "m" | "m0")),
        name => {
            let is_named = name.contains("base64") || name.contains("b64") || name.contains("encode64");
            is_named && !name.contains("decode") && !name.starts_with("from") && link.argument(0).is_some()
        }
    }
}

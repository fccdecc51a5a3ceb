//! Calls that encode to base64, in all the languages.

use super::content::View;
use super::value::{Link, Value, ValueKind};

/// A call that encodes to base64.
pub(super) struct Base64<'v> {
    /// What is encoded, if it is one value.
    pub pair: Option<&'v Value>,
    pub breaks: Breaks,
    /// It returns bytes (Python), and nothing decodes them.
    pub is_bytes: bool,
    /// The bytes are converted to text as `b'…'`.
    pub is_shown: bool,
    /// It uses the alphabet for URLs (RFC 4648 §5).
    pub is_for_urls: bool,
    /// It has a second value as argument, which the function does not look at.
    pub leaves_out: bool,
    /// `btoa`, which makes a text of anything.
    pub is_browsers: bool,
}

/// Whether line breaks are in the base64 text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    None,
    /// The function adds them.
    Added,
    /// The function adds them, and something is done with the text that may remove them.
    PerhapsRemoved,
}

/// Functions that add line breaks to base64 text: Ruby's `Base64.encode64` (RFC 2045), Python's `encodebytes`, Java's
/// MIME encoder, PHP's `chunk_split`, and .NET's `InsertLineBreaks`.
const WITH_BREAKS: &[&str] = &["encode64", "encodestring", "encodebytes", "getMimeEncoder", "BASE64Encoder"];

/// What a call encodes to base64; `None` if it does something else.
pub(super) fn base64_of(value: &Value) -> Option<Base64<'_>> {
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
            let leaves_out = matches!(name, "btoa" | "base64_encode" | "strict_encode64") && call.argument(1).is_some();
            let pair = call.argument(0).filter(|_| is_one || is_script);
            let in_dotnet = link
                .argument(1)
                .is_some_and(|option| option.links().iter().any(|link| link.name == "InsertLineBreaks"));
            let is_mime = view.links.iter().any(|link| WITH_BREAKS.contains(&link.name.as_str()));
            let is_pack = name == "pack" && link.argument(0).and_then(Value::literal) == Some("m");
            let adds = WITH_BREAKS.contains(&name) || is_mime || in_dotnet || is_pack;
            let pair = if name == "pack" { view.root.and_then(|root| root.list().first()) } else { pair };
            let is_bytes =
                matches!(name, "b64encode" | "encodebytes" | "standard_b64encode" | "urlsafe_b64encode") && !is_decoded;
            let breaks = match (adds, is_changed) {
                (false, _) => Breaks::None,
                (true, false) => Breaks::Added,
                (true, true) => Breaks::PerhapsRemoved,
            };
            let is_for_urls = !is_changed && is_of_url_alphabet(link, &view);
            let is_browsers = name == "btoa";
            let is_shown = is_shown && is_bytes;
            return Some(Base64 { pair, breaks, is_bytes, is_shown, is_for_urls, leaves_out, is_browsers });
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
                let breaks = if is_changed { Breaks::PerhapsRemoved } else { Breaks::Added };
                return Some(Base64 { breaks, ..inner });
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
        "encode" | "encodetostring" | "encodebuffer" | "stringify" => of_base64(),
        "tostring" => {
            // That of a text looks at no argument: only a buffer encodes.
            let is_text =
                view.links.is_empty() && view.root.is_some_and(|root| matches!(root.kind, ValueKind::Text(_)));
            let encoding = link.argument(0).and_then(Value::literal);
            !is_text && encoding.is_some_and(|encoding| is_encoding(encoding, &["base64", "base64url"]))
        }
        "pack" => link.argument(0).and_then(Value::literal).is_some_and(|format| matches!(format, "m" | "m0")),
        name => {
            let is_named = name.contains("base64") || name.contains("b64") || name.contains("encode64");
            is_named && !name.contains("decode") && !name.starts_with("from") && link.argument(0).is_some()
        }
    }
}

fn is_encoding(name: &str, known: &[&str]) -> bool {
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Functions with the alphabet for URLs: Python's `urlsafe_b64encode`, Ruby's `urlsafe_encode64`, Java's
/// `getUrlEncoder`, Go's `URLEncoding`, Node's `base64url`, .NET's `Base64UrlEncode`.
fn is_of_url_alphabet(link: &Link, view: &View<'_>) -> bool {
    let is_named = |link: &Link| {
        let name = link.name.to_ascii_lowercase();
        name.contains("urlsafe")
            || name.contains("base64url")
            || matches!(&*name, "geturlencoder" | "urlencoding" | "rawurlencoding" | "encodeuri")
    };
    let encoding = link.argument(0).and_then(Value::literal);
    let is_url = link.name == "toString" && encoding.is_some_and(|encoding| is_encoding(encoding, &["base64url"]));
    is_url || is_named(link) || view.links.iter().any(|link| is_named(link))
}

//! The parts of the pasted text: URL, query, fragment, and the parameters of a response in them.

use percent_encoding::percent_decode_str;

use super::unwrapped::{Notes, PlacedChar, cut, without_spaces};
use crate::oauth::{NoteKind, PastedForm, Secret};

/// The parameters of a response: RFC 6749 §4.1.2 and §4.1.2.1, RFC 9207 §2.
const NAMES: [&str; 6] = ["code", "state", "error", "error_description", "error_uri", "iss"];

/// The parameter that is a sentence: its spaces stay, and a `+` is read as a space.
pub(super) const SENTENCE: &str = "error_description";

/// The text split at `?` and `#`.
pub(super) struct UrlParts<'l> {
    pub(super) form: PastedForm,
    pub(super) address: Option<&'l [PlacedChar]>,
    query: Option<&'l [PlacedChar]>,
    fragment: Option<&'l [PlacedChar]>,
    bare: Option<&'l [PlacedChar]>,
}

impl<'l> UrlParts<'l> {
    pub(super) fn split(chars: &'l [PlacedChar], notes: &mut Notes) -> UrlParts<'l> {
        let (front, fragment) = cut(chars, '#');
        // A page that uses the fragment for routing has the query there, after a `?`.
        let fragment = fragment.map(|part| cut(part, '?').1.unwrap_or(part)).filter(|part| is_of_an_answer(part));
        let (address, query) = cut(front, '?');
        let pieces = UrlParts { form: PastedForm::Address, address: Some(address), query, fragment, bare: None };
        match (address, query, fragment) {
            ([], Some(_), _) => UrlParts { form: PastedForm::Query, address: None, ..pieces },
            ([], None, _) => UrlParts { form: PastedForm::Fragment, address: None, ..pieces },
            (_, Some(_), _) => pieces,
            (_, None, _) if is_of_an_answer(address) => {
                UrlParts { form: PastedForm::FormBody, address: None, query: Some(address), ..pieces }
            }
            (_, None, Some(_)) => pieces,
            (_, None, None) if looks_like_an_address(address, notes) => pieces,
            (_, None, None) => UrlParts::without_names(address, pieces),
        }
    }

    /// Characters without `?`, and without a parameter of a response at their start.
    fn without_names(chars: &'l [PlacedChar], pieces: UrlParts<'l>) -> UrlParts<'l> {
        let (first, others) = cut(chars, '&');
        let padding = first.iter().rev().take_while(|(_, ch)| *ch == '=').count();
        let has_equals = first.iter().rev().skip(padding).any(|(_, ch)| *ch == '=');
        if has_equals || first.is_empty() {
            return UrlParts { form: PastedForm::FormBody, address: None, query: Some(chars), ..pieces };
        }
        UrlParts { form: PastedForm::BareCode, address: None, query: others, bare: Some(first), ..pieces }
    }

    /// The parameters of a response, in the order of the text.
    pub(super) fn parameters(&self, notes: &mut Notes) -> Vec<Parameter> {
        let mut found = Vec::new();
        if let Some(bare) = self.bare {
            found.extend(Parameter::read("code", bare, notes));
        }
        for pair in self.query.into_iter().flat_map(pairs) {
            found.extend(Parameter::read_pair(pair, notes));
        }
        for pair in self.fragment.into_iter().flat_map(pairs) {
            let parameter = Parameter::read_pair(pair, notes);
            if let Some(parameter) = &parameter {
                notes.add(NoteKind::InFragment, parameter.at);
            }
            found.extend(parameter);
        }
        for name in NAMES {
            if let Some(second) = found.iter().filter(|parameter| parameter.name == name).nth(1) {
                notes.add(NoteKind::RepeatedParameter(name), second.at);
            }
        }
        found
    }
}

/// Whether a text without `?` is a URL and not a code: its part before the first `/` looks like a host or a scheme, or
/// it begins with an encoded scheme.
fn looks_like_an_address(chars: &[PlacedChar], notes: &mut Notes) -> bool {
    let (host, path) = cut(chars, '/');
    let is_host = |ch: char| ch.is_ascii_alphanumeric() || "-.:".contains(ch);
    let has_mark = |mark: char| host.iter().any(|(_, ch)| *ch == mark);
    if path.is_some() && (has_mark('.') || has_mark(':')) && host.iter().all(|(_, ch)| is_host(*ch)) {
        return true;
    }
    // The whole URL, encoded once more.
    let scheme: String = chars.iter().map(|(_, ch)| ch.to_ascii_lowercase()).take(14).collect();
    let encoded = ["http%3a%2f%2f", "https%3a%2f%2f"].iter().any(|start| scheme.starts_with(start));
    if let (true, Some((at, _))) = (encoded, chars.iter().find(|(_, ch)| *ch == '%')) {
        notes.add(NoteKind::EncodedTwice, *at);
    }
    encoded
}

fn pairs(chars: &[PlacedChar]) -> impl Iterator<Item = &[PlacedChar]> {
    chars.split(|(_, ch)| *ch == '&')
}

/// Whether one of the pairs is a parameter of a response.
fn is_of_an_answer(chars: &[PlacedChar]) -> bool {
    pairs(chars).next().and_then(known_name).is_some()
        || pairs(chars).skip(1).any(|pair| matches!(known_name(pair), Some("code" | "error")))
}

/// The name of a pair `name=value`, if it is a parameter of a response.
fn known_name(pair: &[PlacedChar]) -> Option<&'static str> {
    let (name, value) = cut(pair, '=');
    value?;
    // Longer names need not be read; `error_description` has 17 characters, each of which may be escaped.
    let written: String = name.iter().map(|(_, ch)| *ch).filter(|ch| *ch != ' ').take(52).collect();
    NAMES.into_iter().find(|known| percent_decode_str(&written).eq(known.bytes()))
}

/// A parameter of a response.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) value: Secret,
    pub(super) at: usize,
}

impl Parameter {
    fn read_pair(pair: &[PlacedChar], notes: &mut Notes) -> Option<Parameter> {
        let Some(name) = known_name(pair) else {
            note_encoded_name(pair, notes);
            return None;
        };
        let mut parameter = Parameter::read(name, cut(pair, '=').1?, notes)?;
        parameter.at = pair.first().map_or(parameter.at, |(at, _)| *at);
        Some(parameter)
    }

    fn read(name: &'static str, written: &[PlacedChar], notes: &mut Notes) -> Option<Parameter> {
        let text = if name == SENTENCE {
            written.iter().map(|(_, ch)| if *ch == '+' { ' ' } else { *ch }).collect()
        } else {
            without_spaces(written, notes)
        };
        if name == "code" {
            note_oddities(written, notes);
        }
        // Bytes that are not UTF-8 would be lost, so the value stays encoded.
        let decoded = percent_decode_str(&text).decode_utf8().map_or_else(|_| text.clone(), Into::into);
        Some(Parameter { name, value: Secret::new(decoded), at: written.first().map_or(0, |(at, _)| *at) })
    }
}

/// A pair such as `code%3D…`, where the `=` was encoded with the rest.
fn note_encoded_name(pair: &[PlacedChar], notes: &mut Notes) {
    let written: String = pair.iter().map(|(_, ch)| *ch).take("code%3D".len()).collect();
    let at = pair.iter().find(|(_, ch)| *ch == '%');
    if let (true, Some((at, _))) = (written.eq_ignore_ascii_case("code%3d"), at) {
        notes.add(NoteKind::EncodedTwice, *at);
    }
}

/// Notes what is unusual about a code before decoding.
fn note_oddities(written: &[PlacedChar], notes: &mut Notes) {
    if let Some((at, _)) = written.iter().find(|(_, ch)| *ch == '+') {
        notes.add(NoteKind::PlusInCode, *at);
    }
    let twice = written.windows(5).find(|five| {
        matches!(five, [(_, '%'), (_, '2'), (_, '5'), (_, a), (_, b)] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
    });
    if let Some([(at, _), ..]) = twice {
        notes.add(NoteKind::EncodedTwice, *at);
    }
}

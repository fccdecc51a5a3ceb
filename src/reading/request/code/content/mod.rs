//! What a value is when it is sent: a form, JSON, a text.

mod names;
mod template;
mod text;

use super::program::Program;
use super::value::{Link, Value, ValueKind};
use crate::reading::request::piece::ByteSpan;
pub(super) use names::ENCODERS;
use names::{ADDERS, COLLECTIONS, FORM_TEXTS, KEPT, TO_TEXT, WRAPPERS};
pub(super) use template::{TemplatePart, template_of};

/// How fields are encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Not yet: what becomes of it is decided by what sends it.
    Object,
    Form,
    Json,
    Multipart,
}

/// Names with their values.
pub(super) struct Entries<'v> {
    pub list: Vec<Entry<'v>>,
    /// There are no others.
    pub is_known: bool,
    pub encoding: Encoding,
    /// They are a text by now: what sends it does not know that it is a form.
    pub is_text: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Entry<'v> {
    pub name: &'v str,
    pub value: &'v Value,
    pub span: ByteSpan,
}

/// What a body is.
pub(super) enum Content<'v> {
    Entries(Entries<'v>),
    Text(&'v Value),
    Unknown,
}

/// A chain as a start and its links.
pub(super) struct View<'v> {
    pub root: Option<&'v Value>,
    pub links: Vec<&'v Link>,
}

impl<'v> View<'v> {
    pub(super) fn of(value: &'v Value) -> View<'v> {
        View { root: value.root(), links: value.links() }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.links.iter().any(|link| link.name == name)
    }
}

impl<'t> Program<'t> {
    /// What a value is as a body.
    pub(super) fn content<'v>(&self, value: &'v Value) -> Content<'v> {
        if !self.spends(1) {
            return Content::Unknown;
        }
        let value = value.resolved();
        match &value.kind {
            ValueKind::Text(_) => Content::Text(value),
            ValueKind::Unknown => Content::Unknown,
            ValueKind::Object(_) | ValueKind::List(_) => match entries_of(value) {
                Some(entries) => Content::Entries(entries),
                None => Content::Unknown,
            },
            ValueKind::Chain(_) => self.chain_content(value),
        }
    }

    /// Names and values, however they are collected; `None` if it is something else.
    pub(super) fn entries<'v>(&self, value: &'v Value) -> Option<Entries<'v>> {
        match self.content(value) {
            Content::Entries(entries) => Some(entries),
            Content::Text(_) | Content::Unknown => None,
        }
    }

    fn chain_content<'v>(&self, value: &'v Value) -> Content<'v> {
        let mut view = View::of(value);
        let mut added: Vec<Entry<'v>> = Vec::new();
        let (mut is_known, mut is_text) = (true, false);
        let finished =
            |mut entries: Entries<'v>, mut added: Vec<Entry<'v>>, is_known: bool, encoding, is_text: bool| {
                entries.is_text |= is_text;
                added.reverse();
                entries.list.append(&mut added);
                entries.is_known &= is_known;
                if entries.encoding == Encoding::Object {
                    entries.encoding = encoding;
                }
                Content::Entries(entries)
            };
        while let Some(link) = view.links.pop() {
            let name = link.name.as_str();
            let collection = COLLECTIONS.iter().find(|(known, _)| *known == name).map(|(_, encoding)| *encoding);
            let collection = match name {
                "stringify" | "generate" if view.has("JSON") => Some(Encoding::Json),
                "stringify" => Some(Encoding::Form),
                "encode" if link.argument(0).is_some() && (view.has("querystring") || view.has("qs")) => {
                    Some(Encoding::Form)
                }
                "param" if view.has("$") || view.has("jQuery") => Some(Encoding::Form),
                // `Map.of("a", "b")`
                "of" | "ofEntries" if view.has("Map") => Some(Encoding::Object),
                "Builder" if view.has("FormBody") => Some(Encoding::Form),
                "Builder" if view.has("MultipartBody") => Some(Encoding::Multipart),
                _ => collection,
            };
            if let Some(set) = &link.set {
                if name.is_empty() {
                    is_known = false;
                } else {
                    added.push(Entry { name, value: set, span: ByteSpan::new(link.span.start, set.span.end) });
                }
            } else if ADDERS.contains(&name) && link.is_call() && link.argument(1).is_some() {
                match (link.argument(0).and_then(Value::literal), link.argument(1)) {
                    (Some(name), Some(value)) => {
                        let span = ByteSpan::new(link.span.start, value.span.end.max(link.span.end));
                        added.push(Entry { name, value, span });
                    }
                    _ => is_known = false,
                }
            } else if name == "{" {
                match link.argument(0).and_then(entries_of) {
                    Some(mut entries) => {
                        entries.list.reverse();
                        is_known &= entries.is_known;
                        added.append(&mut entries.list);
                    }
                    None => is_known = false,
                }
            } else if ["Add", "add", "append", "update", "push", "merge", "putAll"].contains(&name)
                && let Some(argument) = link.argument(0)
            {
                if let Some(pair) = pair_of(argument) {
                    added.push(pair);
                    continue;
                }
                match self.entries(argument) {
                    Some(mut entries) => {
                        entries.list.reverse();
                        is_known &= entries.is_known;
                        added.append(&mut entries.list);
                    }
                    None => is_known = false,
                }
            } else if let Some(encoding) = collection {
                is_text |= FORM_TEXTS.contains(&name) && encoding == Encoding::Form;
                let mut entries = Entries { list: Vec::new(), is_known: true, encoding, is_text: false };
                let arguments = link.arguments.as_deref().unwrap_or_default();
                let pairs = arguments.len() > 1 && (name == "of" || name == "fromFormData");
                if pairs {
                    for pair in arguments.chunks(2) {
                        if let [name, value] = pair
                            && let Some(name) = name.value.literal()
                        {
                            entries.list.push(Entry { name, value: &value.value, span: value.value.span });
                        } else {
                            entries.is_known = false;
                        }
                    }
                } else if arguments.iter().any(|argument| argument.name.is_some()) {
                    entries.list.extend(arguments.iter().filter_map(|argument| {
                        let name = argument.name.as_deref()?;
                        Some(Entry { name, value: &argument.value, span: argument.value.span })
                    }));
                } else if let Some(argument) = link.argument(0) {
                    match self.content(argument) {
                        Content::Entries(inner) => {
                            // What is encoded already stays so.
                            entries = Entries { encoding, ..inner };
                        }
                        Content::Text(text) => return Content::Text(text),
                        Content::Unknown if name == "to_query" || name == "to_json" => entries.is_known = false,
                        Content::Unknown => entries.is_known = false,
                    }
                } else if (name == "to_query" || name == "to_json")
                    && let Some(root) = view.root
                {
                    match entries_of(root) {
                        Some(inner) => entries = Entries { encoding, ..inner },
                        None => entries.is_known = false,
                    }
                }
                return finished(entries, added, is_known, encoding, is_text);
            } else if KEPT.contains(&name) && (link.is_call() || name.starts_with("to_")) && link.argument(1).is_none()
            {
                is_text |= TO_TEXT.contains(&name);
            } else if WRAPPERS.contains(&name)
                && let Some(argument) = link.argument(0)
            {
                return match self.content(argument) {
                    Content::Entries(entries) => finished(entries, added, is_known, Encoding::Object, is_text),
                    other => other,
                };
            } else {
                if !added.is_empty() && link.arguments.is_none() {
                    // Fields of a variable whose other fields are not known.
                    let entries =
                        Entries { list: Vec::new(), is_known: false, encoding: Encoding::Object, is_text: false };
                    return finished(entries, added, false, Encoding::Object, is_text);
                }
                return Content::Unknown;
            }
        }
        match view.root.map(|root| (root, self.content(root))) {
            Some((_, Content::Entries(entries))) => finished(entries, added, is_known, Encoding::Object, is_text),
            Some((_, other)) if added.is_empty() => other,
            _ => Content::Unknown,
        }
    }
}

/// The names and values of an object or a list.
pub(super) fn entries_of(value: &Value) -> Option<Entries<'_>> {
    let mut list = Vec::new();
    let mut is_known = true;
    match &value.resolved().kind {
        ValueKind::Object(members) => {
            for member in members {
                if !member.name.is_empty() {
                    list.push(Entry { name: &member.name, value: &member.value, span: member.span });
                } else if let Some(inner) = entries_of(&member.value) {
                    is_known &= inner.is_known;
                    list.extend(inner.list);
                } else {
                    is_known = false;
                }
            }
        }
        ValueKind::List(values) => {
            for value in values {
                list.push(pair_of(value)?);
            }
        }
        _ => return None,
    }
    Some(Entries { list, is_known, encoding: Encoding::Object, is_text: false })
}

/// A pair in a list: `("name", value)`, `new KeyValuePair("name", value)`, `"name" to value`,
/// `{ name: "name", value: value }`.
fn pair_of(value: &Value) -> Option<Entry<'_>> {
    let span = value.span;
    match &value.resolved().kind {
        ValueKind::List(values) => match values.as_slice() {
            [name, value] => Some(Entry { name: name.literal()?, value, span }),
            _ => None,
        },
        ValueKind::Object(_) => {
            let name = value.member("name").or_else(|| value.member("key"))?.literal()?;
            let inner = value.member("value").or_else(|| value.member("contents"))?;
            Some(Entry { name, value: inner, span })
        }
        ValueKind::Chain(_) => {
            let links = value.links();
            let call = links.iter().rev().find(|link| link.is_call() && link.argument(1).is_some())?;
            Some(Entry { name: call.argument(0)?.literal()?, value: call.argument(1)?, span })
        }
        _ => None,
    }
}

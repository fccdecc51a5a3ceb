//! What a value is when it is sent: a form, JSON, a text; and the text of a value.

use super::program::Program;
use super::value::{Link, TextPart, Value, ValueKind};
use crate::oauth::form_encoded;
use crate::reading::request::piece::{ByteSpan, Fragment};

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

/// Methods that do not change what is sent.
const KEPT: &[&str] = &[
    "toString",
    "ToString",
    "to_s",
    "encode",
    "decode",
    "trim",
    "strip",
    "chomp",
    "getBytes",
    "toByteArray",
    "build",
    "Build",
    "buildAndExpand",
    "Encode",
    "to_str",
    "freeze",
    "copy",
    "dup",
    "to_h",
    "ToArray",
    "ToList",
    "entries",
    "toJSON",
    "utf8",
    "setType",
    "asString",
    "Trim",
    "unwrap",
    "html_safe",
    "force_encoding",
    "to_string",
    "clone",
];

/// Functions whose first argument is what is sent.
const WRAPPERS: &[&str] = &[
    "URI",
    "Uri",
    "URL",
    "create",
    "Create",
    "parse",
    "Parse",
    "NewReader",
    "NewBufferString",
    "NewBuffer",
    "GetBytes",
    "ofString",
    "String",
    "str",
    "bytes",
    "bytearray",
    "from",
    "Buffer",
    "byte",
    "StringEntity",
    "HttpEntity",
    "UrlEncodedFormEntity",
    "StringReader",
    "utf8",
    "encodeURI",
    "toBuffer",
    "fromValue",
    "just",
    "GetUri",
    "assign",
    "HttpUrl",
    "UriComponentsBuilder",
    "fromUriString",
    "fromHttpUrl",
    "utf8_encode",
    "trim",
    "rtrim",
    "strval",
    "stripslashes",
    "Value",
    "escape_javascript",
    "Object",
    "List",
    "listOf",
    "asList",
    "of",
    "ArrayList",
    "HashMap",
    "Dictionary",
    "Hash",
    "dict",
    "urljoin",
    "collect",
    "array",
    "list",
    "Headers",
    "HttpHeaders",
];

/// Methods that add a name with its value.
const ADDERS: &[&str] = &[
    "append",
    "set",
    "Set",
    "add",
    "Add",
    "put",
    "Put",
    "with",
    "store",
    "addEncoded",
    "addFormDataPart",
    "header",
    "addHeader",
    "AddHeader",
    "field",
    "formParam",
    "setRequestProperty",
    "addRequestProperty",
    "TryAddWithoutValidation",
    "AddParameter",
    "addParameter",
    "queryParam",
    "to",
    "putIfAbsent",
    "AddOrUpdateHeader",
    "AddUrlSegment",
    "param",
    "parameter",
    "set_header",
    "add_header",
    "putheader",
    "setHeader",
    "setRequestHeader",
    "add_field",
    "AddQueryParameter",
];

/// Methods that make a text of a form.
const TO_TEXT: &[&str] = &["toString", "ToString", "to_s", "Encode", "encode"];

/// Functions that return a form as a text.
const FORM_TEXTS: &[&str] =
    &["urlencode", "http_build_query", "encode_www_form", "to_query", "stringify", "encode", "param"];

/// What collects fields, and how it encodes them.
const COLLECTIONS: &[(&str, Encoding)] = &[
    ("URLSearchParams", Encoding::Form),
    ("urlencode", Encoding::Form),
    ("http_build_query", Encoding::Form),
    ("encode_www_form", Encoding::Form),
    ("FormUrlEncodedContent", Encoding::Form),
    ("UrlEncodedFormEntity", Encoding::Form),
    ("to_query", Encoding::Form),
    ("LinkedMultiValueMap", Encoding::Form),
    ("MultiValueMap", Encoding::Form),
    ("FormBody", Encoding::Form),
    ("fromFormData", Encoding::Form),
    ("HttpParams", Encoding::Form),
    ("Values", Encoding::Form),
    ("FormData", Encoding::Multipart),
    ("MultipartFormDataContent", Encoding::Multipart),
    ("MultipartBody", Encoding::Multipart),
    ("dumps", Encoding::Json),
    ("json_encode", Encoding::Json),
    ("wp_json_encode", Encoding::Json),
    ("to_json", Encoding::Json),
    ("SerializeObject", Encoding::Json),
    ("Serialize", Encoding::Json),
    ("Marshal", Encoding::Json),
    ("writeValueAsString", Encoding::Json),
    ("JSONObject", Encoding::Json),
    ("JsonObject", Encoding::Json),
    ("toJson", Encoding::Json),
    ("JsonContent", Encoding::Json),
    ("jsonEncode", Encoding::Json),
    ("HashMap", Encoding::Object),
    ("LinkedHashMap", Encoding::Object),
    ("TreeMap", Encoding::Object),
    ("Dictionary", Encoding::Object),
    ("Map", Encoding::Object),
    ("mapOf", Encoding::Object),
    ("mutableMapOf", Encoding::Object),
    ("dict", Encoding::Object),
    ("ArrayList", Encoding::Object),
    ("List", Encoding::Object),
    ("listOf", Encoding::Object),
    ("asList", Encoding::Object),
    ("Headers", Encoding::Object),
    ("HttpHeaders", Encoding::Object),
    ("NameValueCollection", Encoding::Object),
    ("KeyValuePair", Encoding::Object),
    ("Header", Encoding::Object),
    ("AxiosHeaders", Encoding::Object),
    ("Object", Encoding::Object),
    ("map", Encoding::Object),
    ("string", Encoding::Object),
    ("interface", Encoding::Object),
    ("any", Encoding::Object),
    ("array", Encoding::Object),
];

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

    /// The text of a value, with `${…}` for what is not known.
    pub(super) fn text_of(&self, value: &Value) -> Fragment {
        let value = value.resolved();
        if let ValueKind::Text(parts) = &value.kind
            && let [TextPart::Literal(text)] = parts.as_slice()
        {
            return with_variables(text.clone());
        }
        let mut text = String::new();
        let mut expands = false;
        self.write(value, &mut text, &mut expands);
        with_variables(Fragment { text, span: value.span, expands, at: None })
    }

    fn write(&self, value: &Value, text: &mut String, expands: &mut bool) {
        let value = value.resolved();
        if !self.spends(8) {
            *expands = true;
            return;
        }
        match &value.kind {
            ValueKind::Text(parts) => {
                for part in parts {
                    match part {
                        TextPart::Literal(literal) => {
                            if self.spends(literal.text.len()) {
                                text.push_str(&literal.text);
                                *expands |= literal.expands;
                            } else {
                                *expands = true;
                            }
                        }
                        TextPart::Value(value) => self.write(value, text, expands),
                    }
                }
            }
            ValueKind::Chain(_) if self.write_chain(value, text, expands) => {}
            _ => {
                *expands = true;
                text.push_str(&self.name_of(value));
            }
        }
    }

    /// The text of a chain that only wraps or formats a text.
    fn write_chain(&self, value: &Value, text: &mut String, expands: &mut bool) -> bool {
        if let Some(pair) = self.known_base64(value) {
            text.push_str(&pair);
            return true;
        }
        let mut view = View::of(value);
        while let Some(link) = view.links.pop() {
            let name = link.name.as_str();
            if let Some(template) = template_of(name, link, &view) {
                return self.write_formatted(&template, text, expands);
            }
            if ENCODERS.contains(&name)
                && let Some(argument) = link.argument(0)
            {
                let inner = self.text_of(argument);
                *expands |= inner.expands;
                text.push_str(&if inner.expands { inner.text } else { form_encoded(&inner.text) });
                return true;
            }
            if KEPT.contains(&name) && link.argument(1).is_none() && !is_base64_argument(link) {
                continue;
            }
            if WRAPPERS.contains(&name)
                && let Some(argument) = link.argument(0)
            {
                self.write(argument, text, expands);
                return true;
            }
            return false;
        }
        match view.root {
            Some(root) if matches!(root.kind, ValueKind::Text(_)) => {
                self.write(root, text, expands);
                true
            }
            _ => false,
        }
    }

    fn write_formatted(&self, template: &Template<'_>, text: &mut String, expands: &mut bool) -> bool {
        for part in template.parts() {
            match part {
                TemplatePart::Literal(literal) => text.push_str(literal),
                TemplatePart::Value(Some(value)) => self.write(value, text, expands),
                TemplatePart::Value(None) => {
                    *expands = true;
                    text.push_str("${…}");
                }
            }
        }
        true
    }

    /// `${name}` for a value that is not known.
    pub(super) fn name_of(&self, value: &Value) -> String {
        let raw = self.text.get(value.span.start..value.span.end).unwrap_or_default();
        let name = raw.trim_start_matches('$');
        let is_name = name.contains(char::is_alphanumeric)
            && name.len() < 48
            && name.chars().all(|ch| ch.is_alphanumeric() || "_.->:()[]'\"".contains(ch));
        if is_name { format!("${{{name}}}") } else { "${…}".to_owned() }
    }
}

/// Functions that percent-encode a value.
pub(super) const ENCODERS: &[&str] = &[
    "encodeURIComponent",
    "urlencode",
    "rawurlencode",
    "quote",
    "quote_plus",
    "escape",
    "encode_www_form_component",
    "UrlEncode",
    "EscapeDataString",
    "QueryEscape",
];

fn is_base64_argument(link: &Link) -> bool {
    link.argument(0).and_then(Value::literal).is_some_and(|argument| argument.eq_ignore_ascii_case("base64"))
}

/// A text of a program may contain a variable of Postman or of a template.
fn with_variables(mut text: Fragment) -> Fragment {
    text.expands |= text.text.contains("{{");
    text
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

/// A text with places for values: `%s`, `{}`, `{0}`.
pub(super) struct Template<'v> {
    text: &'v str,
    arguments: Vec<&'v Value>,
    named: Vec<(&'v str, &'v Value)>,
    has_percent: bool,
}

pub(super) enum TemplatePart<'v> {
    Literal(&'v str),
    Value(Option<&'v Value>),
}

/// The template that a call formats.
pub(super) fn template_of<'v>(name: &str, link: &'v Link, view: &View<'v>) -> Option<Template<'v>> {
    let arguments = || link.arguments.iter().flatten();
    let unnamed = || arguments().filter(|argument| argument.name.is_none()).map(|argument| &argument.value);
    let named = || arguments().filter_map(|argument| Some((argument.name.as_deref()?, &argument.value))).collect();
    let is_text = view.links.is_empty() && view.root.is_some_and(|root| matches!(root.kind, ValueKind::Text(_)));
    if is_text && matches!(name, "format" | "%" | "formatted") {
        let text = view.root?.literal()?;
        let has_percent = name != "format";
        return Some(Template { text, arguments: unnamed().collect(), named: named(), has_percent });
    }
    if matches!(name, "format" | "Format" | "Sprintf" | "sprintf") {
        let text = unnamed().next()?.literal()?;
        let has_percent = text.contains('%');
        return Some(Template { text, arguments: unnamed().skip(1).collect(), named: named(), has_percent });
    }
    None
}

impl<'v> Template<'v> {
    pub(super) fn parts(&self) -> Vec<TemplatePart<'v>> {
        let mut parts = Vec::new();
        let mut rest = self.text;
        let mut number = 0;
        let sign = if self.has_percent { '%' } else { '{' };
        while let Some((literal, behind)) = rest.split_once(sign) {
            parts.push(TemplatePart::Literal(literal));
            if self.has_percent {
                let end =
                    behind.find(|ch: char| ch.is_ascii_alphabetic() || ch == '%').map_or(behind.len(), |at| at + 1);
                let is_sign = behind.starts_with('%');
                rest = behind.get(end..).unwrap_or_default();
                if is_sign {
                    parts.push(TemplatePart::Literal("%"));
                    continue;
                }
                parts.push(TemplatePart::Value(self.arguments.get(number).copied()));
                number += 1;
            } else {
                let Some((name, behind)) = behind.split_once('}') else { break };
                rest = behind;
                let place = name.parse().ok().or(name.is_empty().then_some(number));
                number += 1;
                let value = match place {
                    Some(place) => self.arguments.get(place).copied(),
                    None => self.named.iter().find(|(known, _)| *known == name).map(|(_, value)| *value),
                };
                parts.push(TemplatePart::Value(value));
            }
        }
        parts.push(TemplatePart::Literal(rest));
        parts
    }
}

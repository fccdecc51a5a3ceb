//! A request while it is put together from what a program says.

use super::authorization::Piece;
use super::content::{Content, ENCODERS, Encoding, Entries, Entry};
use super::program::Program;
use super::value::{Value, ValueKind};
use crate::reading::FindingKind;
use crate::reading::request::RequestForm;
use crate::reading::request::draft::{BodyPart, Draft, Header, Param};
use crate::reading::request::piece::{ByteSpan, Fragment};

/// What sends a request, with its habits.
pub(super) struct Sending<'p, 't> {
    program: &'p Program<'t>,
    pub draft: Draft,
    has_url: bool,
}

impl<'p, 't> Sending<'p, 't> {
    /// A request that a call or a constructor at that place makes.
    pub(super) fn new(program: &'p Program<'t>, place: ByteSpan, head: ByteSpan) -> Sending<'p, 't> {
        let url = Fragment { text: "${…}".to_owned(), span: head, expands: true, at: None };
        let mut draft = Draft::new(RequestForm::Program, None, place, url);
        draft.head = head;
        Sending { program, draft, has_url: false }
    }

    /// Something about the request is in a variable that is not known, or behind the end of the text.
    pub(super) fn unknown(&mut self) {
        self.method_unknown();
        self.draft.body.is_unknown = true;
        self.draft.has_unknown_headers = true;
        self.draft.has_unknown_fields = true;
    }

    /// What is known may not be all: the program is cut off before it sends the request.
    pub(super) fn undecided(&mut self) {
        if self.draft.usual_method == "GET" {
            self.method_unknown();
        }
        self.draft.has_unknown_headers = true;
        self.draft.has_unknown_fields = true;
        self.draft.body.is_unknown |= self.draft.body.parts.is_empty();
    }

    /// A method that is not stated may be stated where nobody sees it.
    pub(super) fn method_unknown(&mut self) {
        if self.draft.method.is_none() {
            let span = self.draft.head;
            self.draft.method = Some(Fragment { text: "${…}".to_owned(), span, expands: true, at: None });
        }
    }

    /// Options of a request; whether something among them is not known.
    pub(super) fn options(&mut self, options: &Value) {
        let is_known = options.members().is_some_and(|members| members.iter().all(|member| !member.name.is_empty()));
        if !is_known {
            self.unknown();
        }
    }

    /// Options that the library does not read; what is in them is not sent, but was meant to be.
    pub(super) fn not_read(&mut self, span: ByteSpan) {
        self.fault(FindingKind::OptionsNotRead, span);
        self.draft.has_hidden_authentication = true;
        self.draft.has_unknown_headers = true;
    }

    pub(super) fn fault(&mut self, kind: FindingKind, span: ByteSpan) {
        self.draft.faults.push((kind, span));
    }

    pub(super) fn url(&mut self, value: &Value) {
        self.draft.url = self.program.text_of(value);
        self.has_url = true;
    }

    /// The scheme and the host, or the start of the path; what is there already follows it.
    pub(super) fn base(&mut self, value: &Value) {
        let base = self.program.text_of(value);
        let url = &self.draft.url.text;
        if url.contains("://") {
            return;
        }
        if !self.has_url {
            self.draft.url = base;
            self.has_url = true;
            return;
        }
        if url.starts_with("${") {
            return;
        }
        let text = format!("{}/{}", base.text.trim_end_matches('/'), url.trim_start_matches('/'));
        self.draft.url =
            Fragment { text, expands: base.expands || self.draft.url.expands, at: None, span: self.draft.url.span };
    }

    pub(super) fn host(&mut self, host: &Value, path: Option<&Value>) {
        let host = self.program.text_of(host);
        let path = path.map(|path| self.program.text_of(path));
        let scheme = if host.text.contains("://") || host.text.starts_with("${") { "" } else { "https://" };
        let text = format!("{scheme}{}{}", host.text, path.as_ref().map_or("", |path| &path.text));
        let expands = host.expands || path.as_ref().is_some_and(|path| path.expands);
        let span = path.map_or(host.span, |path| path.span);
        self.draft.url = Fragment { text, span, expands, at: None };
    }

    pub(super) fn method(&mut self, value: &Value) {
        let mut method = self.program.text_of(value);
        // `HttpMethod.Post`, `Method.POST`, `http.MethodPost`, `:post`
        if value.resolved().literal().is_none()
            && let Some(name) = value.links().last().map(|link| link.name.as_str())
        {
            let name = name.strip_prefix("Method").unwrap_or(name);
            let name = name.strip_prefix("METHOD_").unwrap_or(name);
            if METHODS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                method = Fragment { text: name.to_ascii_uppercase(), expands: false, at: None, ..method };
            }
        }
        self.draft.method = Some(method);
    }

    /// A method that the name of a call states.
    pub(super) fn method_named(&mut self, name: &str, span: ByteSpan) {
        let text = name.to_ascii_uppercase();
        self.draft.method = Some(Fragment { text, span, expands: false, at: None });
    }

    pub(super) fn headers(&mut self, value: &Value) {
        match self.program.content(value) {
            Content::Entries(entries) => {
                self.draft.has_unknown_headers |= !entries.is_known;
                for entry in entries.list {
                    self.header(entry.name, entry.value);
                }
            }
            _ => self.header_lines(value),
        }
    }

    /// Headers as a list of lines, `'Name: value'`.
    pub(super) fn header_lines(&mut self, value: &Value) {
        let lines = value.list();
        if lines.is_empty() && !matches!(&value.resolved().kind, ValueKind::List(_) | ValueKind::Text(_)) {
            self.draft.has_unknown_headers = true;
            return;
        }
        let one = core::slice::from_ref(value);
        for line in if lines.is_empty() { one } else { lines } {
            self.header_line(line);
        }
    }

    fn header_line(&mut self, line: &Value) {
        let program = self.program;
        let pieces = program.pieces(line);
        if !matches!(pieces.first(), Some(Piece::Literal(..))) {
            self.draft.has_unknown_headers |= !pieces.is_empty();
            return;
        }
        // Several lines in one text.
        let mut own: Vec<Piece<'_>> = Vec::new();
        for piece in pieces {
            let Piece::Literal(text, span) = piece else {
                own.push(piece);
                continue;
            };
            let mut parts = text.split('\n');
            own.extend(parts.next().map(|first| Piece::Literal(first.trim_end_matches('\r'), span)));
            for part in parts {
                self.one_header(core::mem::take(&mut own), line.span);
                own.push(Piece::Literal(part.trim_end_matches('\r'), span));
            }
        }
        self.one_header(own, line.span);
    }

    fn one_header(&mut self, mut pieces: Vec<Piece<'_>>, span: ByteSpan) {
        let Some(Piece::Literal(first, place)) = pieces.first() else { return };
        let (first, place) = (*first, *place);
        let Some((name, rest)) = first.split_once(':') else { return };
        let rest = rest.trim_start();
        let rest = if pieces.len() == 1 { rest.trim_end() } else { rest };
        if rest.is_empty() {
            pieces.remove(0);
        } else if let Some(first) = pieces.first_mut() {
            *first = Piece::Literal(rest, place);
        }
        self.composed_header(name.trim(), &pieces, span);
    }

    pub(super) fn header(&mut self, name: &str, value: &Value) {
        // Several values of a header, as Go and Node write them.
        if let [value] = value.list() {
            return self.header(name, value);
        }
        let pieces = self.program.pieces(value);
        self.composed_header(name, &pieces, value.resolved().span);
    }

    fn composed_header(&mut self, name: &str, pieces: &[Piece<'_>], span: ByteSpan) {
        let composed = self.program.composed(pieces, span);
        if name.eq_ignore_ascii_case("Authorization") {
            self.draft.faults.extend(composed.faults);
            let signed = pieces.iter().find_map(|piece| match piece {
                Piece::Value(value, _) if self.program.signs(value) => Some(value.span),
                _ => None,
            });
            self.draft.faults.extend(signed.map(|span| (FindingKind::SelfSignedToken, span)));
        }
        self.push_header(name, composed.value);
    }

    /// `Authorization` as a scheme and what follows it.
    pub(super) fn scheme_and_value(&mut self, scheme: &Value, value: Option<&Value>) {
        let span = ByteSpan::new(scheme.span.start, value.map_or(scheme.span.end, |value| value.span.end));
        let scheme = self.program.text_of(scheme);
        let first = format!("{} ", scheme.text);
        let mut pieces = vec![Piece::Literal(&first, span)];
        if let Some(value) = value {
            pieces.extend(self.program.pieces(value));
        }
        let composed = self.program.composed(&pieces, span);
        self.draft.faults.extend(composed.faults);
        self.draft.headers.push(Header { name: "Authorization".to_owned(), value: composed.value });
    }

    /// Client ID and secret that what sends the request makes a header of.
    pub(super) fn basic(&mut self, id: &Value, secret: Option<&Value>) {
        let Some(secret) = secret else {
            self.draft.has_hidden_authentication = true;
            return;
        };
        let (id, secret) = (self.program.text_of(id), self.program.text_of(secret));
        let end = secret.span.end.max(id.span.end);
        let span = ByteSpan::new(id.span.start.min(secret.span.start), end);
        let text = format!("{}:{}", id.text, secret.text);
        self.draft.user = Some(Fragment { text, span, expands: id.expands || secret.expands, at: None });
    }

    /// Client ID and secret as one text with a colon.
    pub(super) fn user(&mut self, value: &Value) {
        self.draft.user = Some(self.program.text_of(value));
    }

    /// An option for authentication: a pair, a call with two values, or something that is not known.
    pub(super) fn authentication(&mut self, value: &Value) {
        let value = value.resolved();
        let by_name = |names: [&str; 4]| names.iter().find_map(|name| value.member(name));
        let id = by_name(["username", "user", "login", "Username"]);
        let secret = by_name(["password", "pass", "secret", "Password"]);
        if let Some(id) = id {
            return self.basic(id, secret);
        }
        if let [id, secret, ..] = value.list() {
            return self.basic(id, Some(secret));
        }
        let links = value.links();
        let call = links.iter().rev().find(|link| link.argument(1).is_some());
        if let Some(call) = call {
            let is_digest = call.name.contains("Digest");
            if !is_digest && let (Some(id), secret) = (call.argument(0), call.argument(1)) {
                return self.basic(id, secret);
            }
        }
        self.draft.has_hidden_authentication = true;
    }

    pub(super) fn query(&mut self, value: &Value) {
        match self.program.entries(value) {
            Some(entries) => {
                for entry in &entries.list {
                    let field = self.field(entry);
                    self.draft.url_query.push(field);
                }
            }
            None => {
                // A text is part of the address; anything else is not known.
                let text = self.program.text_of(value);
                if !text.expands {
                    crate::reading::request::draft::fields_of(&text, &mut self.draft.url_query);
                } else {
                    self.draft.has_unknown_fields = true;
                }
            }
        }
    }

    /// One parameter of the address.
    pub(super) fn query_field(&mut self, name: &str, value: &Value, span: ByteSpan) {
        let field = self.field(&Entry { name, value, span });
        self.draft.url_query.push(field);
    }

    /// The body; what sends it makes this of an object.
    pub(super) fn body(&mut self, value: &Value, object: Encoding) {
        match self.program.content(value) {
            Content::Entries(mut entries) => {
                if entries.encoding == Encoding::Object {
                    entries.encoding = object;
                }
                self.fields(&entries);
            }
            Content::Text(text) => {
                let text = self.program.text_of(text);
                if text.text.is_empty() {
                    // An empty body, as some programs need one for POST.
                } else if text.expands && !text.text.contains('=') || text.text.starts_with("{{") {
                    self.draft.body.is_unknown = true;
                } else {
                    self.draft.body.is_unknown |= text.text.starts_with("${");
                    self.draft.body.parts.push(BodyPart::Text(text));
                }
            }
            Content::Unknown => {
                // `null`, `None` and `nil` are no body.
                let links = value.links();
                let is_nothing =
                    matches!(links.as_slice(), [link] if NOTHING.contains(&link.name.as_str()) && !link.is_call());
                self.draft.body.is_unknown |= !is_nothing;
            }
        }
    }

    /// A body whose fields are known.
    pub(super) fn fields(&mut self, entries: &Entries<'_>) {
        self.draft.has_unknown_fields |= !entries.is_known;
        match entries.encoding {
            Encoding::Json => self.draft.body.is_json = true,
            Encoding::Form | Encoding::Object => self.draft.says_form |= !entries.is_text,
            Encoding::Multipart => self.draft.body.is_multipart = true,
        }
        for entry in &entries.list {
            let field = self.field(entry);
            if entries.encoding == Encoding::Form || entries.encoding == Encoding::Object {
                self.encoded_twice(entry);
            }
            self.draft.body.parts.push(BodyPart::Param(field));
        }
        if entries.list.is_empty() {
            self.draft.body.is_unknown = true;
        }
    }

    /// A parameter of a form that is sent with this request.
    pub(super) fn form_field(&mut self, name: &str, value: &Value, span: ByteSpan) {
        let entry = Entry { name, value, span };
        self.encoded_twice(&entry);
        let field = self.field(&entry);
        self.draft.says_form = true;
        self.draft.body.parts.push(BodyPart::Param(field));
    }

    /// A parameter whose value a library states.
    pub(super) fn field_is(&mut self, name: &str, text: &str, span: ByteSpan) {
        let value = Fragment { text: text.to_owned(), span, expands: false, at: None };
        self.draft.says_form = true;
        self.draft.body.parts.push(BodyPart::Param(Param { name: name.to_owned(), value, span }));
    }

    fn field(&mut self, entry: &Entry<'_>) -> Param {
        let value = entry.value;
        // Go and Java write a list with one value.
        let value = match (value.list(), value.members()) {
            ([only], _) => only,
            (_, Some([only])) => &only.value,
            _ => value,
        };
        if entry.name == "grant_type" && is_code(value) {
            self.draft.faults.push((FindingKind::GrantIsCode, entry.span));
        }
        if entry.name == "redirect_uri" && is_present_url(value) {
            self.draft.faults.push((FindingKind::RedirectHasCode, entry.span));
        }
        if entry.name == "scope" && is_joined_by_comma(value) {
            self.draft.faults.push((FindingKind::ScopesByComma, entry.span));
        }
        Param { name: entry.name.to_owned(), value: self.program.text_of(value), span: entry.span }
    }

    /// A value that is percent-encoded already, where the form is encoded as a whole.
    fn encoded_twice(&mut self, entry: &Entry<'_>) {
        let links = entry.value.resolved().links();
        let is_encoded = links.last().is_some_and(|link| {
            let by_function = ENCODERS.contains(&link.name.as_str()) && link.argument(0).is_some();
            let joined = link.argument(0).and_then(Value::literal);
            by_function || (link.name == "join" && matches!(joined, Some("%20" | "+")))
        });
        if is_encoded {
            self.draft.faults.push((FindingKind::EncodedBefore, entry.span));
        }
    }

    pub(super) fn content_type(&mut self, value: &Value) {
        let value = self.program.text_of(value);
        self.push_header("Content-Type", value);
    }

    /// The type that a library sends where the program states none.
    pub(super) fn content_type_is(&mut self, text: &str, span: ByteSpan) {
        self.push_header("Content-Type", Fragment { text: text.to_owned(), span, expands: false, at: None });
    }

    /// Of several types, libraries send the last one.
    fn push_header(&mut self, name: &str, value: Fragment) {
        if name.eq_ignore_ascii_case("Content-Type") {
            self.draft.headers.retain(|header| !header.name.eq_ignore_ascii_case(name));
        }
        self.draft.headers.push(Header { name: name.to_owned(), value });
    }
}

/// `scopes.join(",")`, `",".join(scopes)`, `implode(',', $scopes)`, `strings.Join(scopes, ",")`.
fn is_joined_by_comma(value: &Value) -> bool {
    let value = value.resolved();
    let is_comma = |value: &Value| value.literal().is_some_and(|text| text.trim_end() == ",");
    let links = value.links();
    let is_join = |name: &str| matches!(name, "join" | "Join" | "implode" | "joinToString" | "joined");
    let Some(link) = links.last().filter(|link| is_join(&link.name)) else { return false };
    link.arguments.iter().flatten().any(|argument| is_comma(&argument.value)) || value.root().is_some_and(is_comma)
}

/// The URL of the page or the request as a whole, which has the code where one arrives.
fn is_present_url(value: &Value) -> bool {
    let links = value.links();
    let names: Vec<&str> = links.iter().map(|link| link.name.as_str()).collect();
    let is_bare = links.iter().all(|link| link.arguments.as_ref().is_none_or(Vec::is_empty));
    is_bare
        && matches!(
            names.as_slice(),
            ["window" | "document", "location"]
                | ["window" | "document", "location", "href"]
                | ["location", "href"]
                | ["document", "URL" | "url"]
                | ["req" | "request", "url" | "originalUrl" | "original_url"]
                | ["request", "build_absolute_uri"]
        )
}

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

const NOTHING: [&str; 5] = ["null", "None", "nil", "undefined", "NULL"];

/// Whether a value is obviously the authorization code: `code`, `req.query.code`, `params.get("code")`.
fn is_code(value: &Value) -> bool {
    if value.literal().is_some() {
        return false;
    }
    if let ValueKind::Chain(chain) = &value.kind
        && let (Some((name, _)), []) = (&chain.root, chain.links.as_slice())
    {
        return CODES.contains(&name.as_str());
    }
    let links = value.links();
    let Some(last) = links.last() else { return false };
    match &last.arguments {
        None => CODES.contains(&last.name.as_str()),
        Some(_) => last.argument(0).and_then(Value::literal) == Some("code"),
    }
}

/// Names that variables with the code have.
const CODES: [&str; 6] = ["code", "$code", "authCode", "auth_code", "$auth_code", "authorizationCode"];

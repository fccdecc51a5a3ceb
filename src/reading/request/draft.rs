//! A request as it was read, before secrets are hidden. There is no `Debug`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::piece::{ByteSpan, Fragment};
use super::{FormPair, RequestBody, RequestForm, RequestGrant, RequestHabits};
use crate::oauth::Secret;
use crate::pasted_json::{self, Kind};
use crate::reading::FindingKind;
use crate::reading::parameter_names::meant_by;

/// The shell that a command was written for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shell {
    /// bash and zsh.
    Posix,
    /// cmd.exe.
    Cmd,
    /// PowerShell 5.1 and 7.
    Pwsh,
}

/// A syntax issue: the command does something different from what was meant.
#[derive(Clone, Copy)]
pub(in crate::reading) enum SyntaxIssue {
    /// An unclosed quote or bracket, or a character that joins lines at the end of the text.
    CutOff(ByteSpan),
    /// A line break that ends the command although an option follows.
    LineBreak(ByteSpan),
    /// Quotes that this shell treats as ordinary characters.
    OtherQuotes { open: ByteSpan, close: Option<ByteSpan> },
    /// An `&` outside quotes.
    Ampersand(ByteSpan),
    /// `curl` in Windows PowerShell, where it is a different command.
    OtherCurl(ByteSpan),
    /// A form that follows the headers without an empty line.
    NoBlankLine(ByteSpan),
    /// What a terminal puts around pasted text.
    PasteMark(ByteSpan),
    /// A backslash at the end of a line of cmd.exe, where it joins nothing.
    Backslash(ByteSpan),
}

pub(super) struct Header {
    pub name: String,
    pub value: Fragment,
}

/// A parameter; the value is decoded.
#[derive(Clone)]
pub(super) struct Param {
    /// Empty where there is no `=`.
    pub name: String,
    pub value: Fragment,
    /// Name and value.
    pub span: ByteSpan,
}

/// A part of a body; curl joins several with `&`.
pub(super) enum BodyPart {
    /// Already encoded.
    Text(Fragment),
    /// Not encoded yet.
    Param(Param),
}

#[derive(Default)]
pub(super) struct Body {
    pub parts: Vec<BodyPart>,
    /// The body or a part of it is in a file or a variable, or was not recorded.
    pub is_unknown: bool,
    /// The option that passes the body converts it to JSON.
    pub is_json: bool,
    /// An option moves the body into the query.
    pub in_query: bool,
    /// The option that passes the body sends it as multipart (RFC 7578).
    pub is_multipart: bool,
}

impl Body {
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty() && !self.is_unknown
    }
}

pub(super) struct Draft {
    pub form: RequestForm,
    /// The shell of a command; `None` for recorded traffic.
    pub shell: Option<Shell>,
    pub place: ByteSpan,
    /// The name of the command, or the method of the request line.
    pub head: ByteSpan,
    /// The method that is stated explicitly.
    pub method: Option<Fragment>,
    /// The method if none is stated.
    pub usual_method: &'static str,
    /// The option that moves the body into the query.
    pub query_option: Option<ByteSpan>,
    pub url: Fragment,
    /// Scheme and host, where the URL is only a path.
    pub base: String,
    /// Parameters that an option adds to the query.
    pub url_query: Vec<Param>,
    pub headers: Vec<Header>,
    /// The tool sends the body as a form unless told otherwise.
    pub says_form: bool,
    pub body: Body,
    /// Client ID and secret, joined by a colon.
    pub user: Option<Fragment>,
    /// An option authenticates with something that is not in the text: a certificate, a file, the signed-in user.
    pub has_hidden_authentication: bool,
    /// Only the body was pasted, so nothing is known of the URL, the method and the headers.
    pub is_body_alone: bool,
    pub issues: Vec<SyntaxIssue>,
    /// What a program does wrong when it puts the request together.
    pub faults: Vec<(FindingKind, ByteSpan)>,
    /// It is a node of a workflow, whose other nodes are in the text too.
    pub is_of_workflow: bool,
    /// There may be headers, and with them client authentication, that are not known.
    pub has_unknown_headers: bool,
    /// There may be parameters in the query or in the body, besides those that are known.
    pub has_unknown_fields: bool,
    pub status: Option<u16>,
    pub answer: Option<String>,
}

/// The parameters of a request, and what it is for.
pub(super) struct Asks {
    pub query: Vec<Param>,
    /// The fields of the body, including those of flat JSON.
    pub form: Vec<Param>,
    pub is_json: bool,
    /// All parameters are known.
    pub is_known: bool,
    /// The request is meant for a token endpoint.
    pub is_for_token: bool,
}

impl Asks {
    /// All parameters, those of the query first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Param> {
        self.query.iter().chain(&self.form)
    }

    pub(super) fn field(&self, name: &str) -> Option<&Param> {
        self.all().find(|field| field.name == name)
    }

    pub(super) fn grant(&self) -> Option<RequestGrant> {
        let field = self.field("grant_type").filter(|field| !field.value.expands && !field.value.text.is_empty())?;
        Some(field.value.text.parse().unwrap_or(RequestGrant::Other))
    }
}

impl Draft {
    pub(super) fn new(form: RequestForm, shell: Option<Shell>, place: ByteSpan, url: Fragment) -> Draft {
        Draft {
            form,
            shell,
            place,
            head: place,
            method: None,
            usual_method: "GET",
            query_option: None,
            url,
            base: String::new(),
            url_query: Vec::new(),
            headers: Vec::new(),
            says_form: false,
            body: Body::default(),
            user: None,
            has_hidden_authentication: false,
            is_body_alone: false,
            issues: Vec::new(),
            faults: Vec::new(),
            is_of_workflow: false,
            has_unknown_headers: false,
            has_unknown_fields: false,
            status: None,
            answer: None,
        }
    }

    /// Sets the place of everything: the request was read from a text that stands nowhere.
    pub(super) fn moved(&mut self, place: ByteSpan) {
        let move_to = |piece: &mut Fragment| (piece.span, piece.at) = (place, None);
        (self.place, self.head) = (place, place);
        move_to(&mut self.url);
        self.method.iter_mut().chain(&mut self.user).for_each(move_to);
        self.headers.iter_mut().for_each(|header| move_to(&mut header.value));
        for part in &mut self.body.parts {
            match part {
                BodyPart::Text(text) => move_to(text),
                BodyPart::Param(field) => {
                    field.span = place;
                    move_to(&mut field.value);
                }
            }
        }
        for field in &mut self.url_query {
            field.span = place;
            move_to(&mut field.value);
        }
        self.query_option = self.query_option.map(|_| place);
        self.issues.clear();
    }

    /// What ends where the text ends may be a part of a value.
    pub(super) fn cut_off(&mut self, end: usize) {
        let field = |part: &mut BodyPart| match part {
            BodyPart::Text(text) => text.expands |= text.span.end >= end,
            BodyPart::Param(field) => field.value.expands |= field.value.span.end >= end,
        };
        self.body.parts.iter_mut().for_each(field);
        let values =
            self.headers.iter_mut().map(|header| &mut header.value).chain(&mut self.method).chain(&mut self.user);
        let values = values.chain(self.url_query.iter_mut().map(|field| &mut field.value)).chain([&mut self.url]);
        values.filter(|value| value.span.end >= end).for_each(|value| value.expands = true);
    }

    /// The method; `None` if it is a variable or not a word.
    pub(super) fn known_method(&self) -> Option<&str> {
        let method = self.method.as_ref().map_or(self.usual_method, |method| &method.text);
        let is_word = method.len() < 16 && method.chars().all(|ch| ch.is_ascii_alphabetic());
        (is_word && !method.is_empty()).then_some(method)
    }

    pub(super) fn header(&self, name: &str) -> Option<&Header> {
        self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))
    }

    /// The byte range of the user name in the URL, including its `@`.
    pub(super) fn user_name(&self) -> Option<(usize, usize)> {
        let start = self.url.text.find("://").map_or(0, |at| at + 3);
        let rest = self.url.text.get(start..)?;
        let authority = rest.split(['/', '?', '#']).next()?;
        authority.rfind('@').map(|at| (start, start + at + 1))
    }

    /// The URL without user name, query and fragment.
    pub(super) fn address(&self) -> String {
        let address = self.url.text.split(['?', '#']).next().unwrap_or_default();
        match self.user_name() {
            Some((start, end)) => {
                let behind = address.get(end..).unwrap_or_default();
                format!("{}{behind}", address.get(..start).unwrap_or_default())
            }
            None => format!("{}{address}", self.base),
        }
    }

    /// The header as a server would receive it; `None` where a variable is part of it.
    pub(super) fn authorization(&self) -> Option<Secret> {
        if let Some(header) = self.header("Authorization") {
            return (!header.value.expands).then(|| Secret::new(header.value.text.clone()));
        }
        let user = self.user.as_ref().filter(|user| !user.expands && user.text.contains(':'))?;
        Some(Secret::new(format!("Basic {}", STANDARD.encode(&user.text))))
    }

    /// The byte range of the query in the URL.
    pub(super) fn query_part(&self) -> Option<(usize, usize)> {
        let start = self.url.text.find('?')? + 1;
        let rest = self.url.text.get(start..)?;
        Some((start, start + rest.find('#').unwrap_or(rest.len())))
    }

    pub(super) fn asks(&self, habits: &RequestHabits<'_>) -> Asks {
        let mut query = self.url_query.clone();
        if let Some((start, end)) = self.query_part() {
            fields_of(&self.url.slice(start, end), &mut query);
        }
        let mut form = Vec::new();
        let mut is_known = !self.body.is_unknown && !self.has_unknown_fields;
        let only_text = match self.body.parts.as_slice() {
            [BodyPart::Text(text)] => Some(text),
            _ => None,
        };
        let json = only_text.filter(|text| self.body.is_json || text.text.trim_start().starts_with('{'));
        match json {
            Some(text) => is_known &= json_fields(text, &mut form),
            None => {
                for part in &self.body.parts {
                    match part {
                        BodyPart::Text(text) => {
                            let from = form.len();
                            fields_of(text, &mut form);
                            if self.form == RequestForm::Http {
                                form.iter_mut().skip(from).for_each(joined);
                            }
                        }
                        BodyPart::Param(field) => form.push(field.clone()),
                    }
                }
            }
        }
        is_known &= !form.iter().chain(&query).any(|field| field.name.is_empty() && field.value.expands);
        if self.body.in_query {
            query.append(&mut form);
        }
        let is_json = json.is_some() || self.body.is_json;
        let mut asks = Asks { query, form, is_json, is_known, is_for_token: false };
        asks.is_for_token = self.is_for_token(&asks, habits);
        asks
    }

    fn is_for_token(&self, asks: &Asks, habits: &RequestHabits<'_>) -> bool {
        let address = self.address();
        let (host, path) = host_and_path(&address);
        // A page that sends a code to a path of its own server, which has names of its own.
        let is_own_server = self.form == RequestForm::Program && asks.is_json && self.url.text.starts_with('/');
        if is_own_server && asks.field("grant_type").is_none() {
            return false;
        }
        let (known_host, known_path) = host_and_path(habits.token_endpoint);
        let has_pair = self.user.is_some()
            || self.header("Authorization").is_some_and(|header| scheme_is(&header.value.text, "basic"));
        let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let is_named = matches!(last.split('.').next(), Some("token" | "access_token" | "accesstoken"));
        // RFC 7009 §2, RFC 7662 §2, RFC 8628 §3.1.
        let is_of_other_endpoint = matches!(&*last, "revoke" | "introspect" | "devicecode" | "device");
        // An app may receive codes at a path of that name.
        let is_post = self.known_method().is_none_or(|method| method.eq_ignore_ascii_case("POST"));
        let sends = |names: &[&str]| asks.all().any(|field| names.contains(&field.name.as_str()));
        // Many an API has tokens of its own.
        let is_of_oauth =
            sends(&["client_secret"]) || sends(&["code", "refresh_token"]) && sends(&["client_id", "redirect_uri"]);
        // RFC 6749 §4.1.3, whatever the URL is: nobody else gets a code with the credentials of the client.
        let has_secret = sends(&["client_secret"]);
        let is_exchange = is_post
            && sends(&["code"])
            && (sends(&["redirect_uri"]) && (has_secret || has_pair) || sends(&["client_id"]) && has_secret);
        // Without the blank too.
        let has_basic = || self.header("Authorization").is_some_and(|header| begins_with_basic(&header.value.text));
        let is_grant = |field: &Param| meant_by(&field.name).is_some_and(|meant| meant.name == "grant_type");
        asks.field("grant_type").is_some()
            || (!asks.is_json && asks.all().any(is_grant))
            || asks.all().any(|field| field.name == "?grant_type" || field.value.text.contains("grant_type="))
            || path.ends_with("/oauth/token")
            || is_exchange
            || (is_named
                && is_post
                && (is_of_oauth || ["oauth", "openid", "connect/"].iter().any(|part| path.contains(part))))
            || (!known_path.is_empty() && path == known_path)
            || ((has_pair || has_basic())
                && !is_of_other_endpoint
                && !known_host.is_empty()
                && host.eq_ignore_ascii_case(known_host))
    }

    pub(super) fn kept_body(&self, form: Vec<Param>, is_json: bool) -> RequestBody {
        match self.body.parts.as_slice() {
            _ if self.body.is_unknown => RequestBody::Unknown,
            [] => RequestBody::None,
            [BodyPart::Text(text)] if is_json => RequestBody::Json(Secret::new(text.text.clone())),
            [BodyPart::Text(text)] if !text.text.contains('=') => RequestBody::Text(Secret::new(text.text.clone())),
            _ => {
                let kept = |field: Param| FormPair { name: field.name, value: Secret::new(field.value.text) };
                RequestBody::Form(form.into_iter().map(kept).collect())
            }
        }
    }
}

/// `Basic …`, or `Basic` with the credentials directly behind it.
fn begins_with_basic(value: &str) -> bool {
    value.trim_start().get(..5).is_some_and(|front| front.eq_ignore_ascii_case("basic"))
}

/// Whether a header begins with that scheme (RFC 9110 §11.1).
pub(super) fn scheme_is(value: &str, scheme: &str) -> bool {
    value.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(scheme))
}

/// Host with port, and path. The URL must have no user name and no query.
pub(in crate::reading) fn host_and_path(address: &str) -> (&str, &str) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    match rest.find('/') {
        Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at..).unwrap_or_default()),
        None => (rest, ""),
    }
}

/// The parameters of a query or a form: RFC 6749 appendix B. A part without `=` is a value without a name.
pub(super) fn fields_of(piece: &Fragment, fields: &mut Vec<Param>) {
    let mut start = 0;
    for pair in piece.text.split('&') {
        let end = start + pair.len();
        if !pair.is_empty() {
            let split = pair.find('=');
            let name = split.and_then(|at| pair.get(..at)).map(decoded).unwrap_or_default();
            let from = start + split.map_or(0, |at| at + 1);
            let mut value = piece.slice(from, end);
            value.text = decoded(&value.text);
            value.expands &= has_sign_of_variable(&value.text);
            fields.push(Param { name, value, span: piece.part(start, end) });
        }
        start = end + 1;
    }
}

/// The clients that send the requests of a file take spaces and line breaks around a name and its value away (JetBrains
/// HTTP Client, "Form data"; REST Client, "application/x-www-form-urlencoded").
fn joined(field: &mut Param) {
    let name = field.name.trim();
    if name.len() < field.name.len() || field.value.text.ends_with('\n') {
        field.name = name.to_owned();
        field.value.text = field.value.text.trim().to_owned();
    }
}

fn decoded(text: &str) -> String {
    if text.contains(['$', '`', '=']) {
        return text.to_owned();
    }
    let pair = form_urlencoded::parse(text.as_bytes()).next();
    pair.map(|(decoded, _)| decoded.into_owned()).unwrap_or_default()
}

/// The word may contain a variable in a different field than this one.
fn has_sign_of_variable(text: &str) -> bool {
    text.contains(['$', '`', '%'])
}

/// Adds the members of a flat object; returns `false` if the text is not an object.
fn json_fields(piece: &Fragment, fields: &mut Vec<Param>) -> bool {
    let Ok(value) = pasted_json::parse(piece.text.trim()) else { return false };
    let Kind::Object(members) = value.kind else { return false };
    for member in members {
        let text = match member.value.kind {
            Kind::Text(text) | Kind::Number(text) => text,
            Kind::Bool(is_true) => is_true.to_string(),
            _ => continue,
        };
        let value =
            Fragment { expands: piece.expands && text.contains(['$', '`', '%']), text, span: piece.span, at: None };
        fields.push(Param { name: member.name, value, span: piece.span });
    }
    true
}

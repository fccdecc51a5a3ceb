//! The steps of the protocol that a document shows: RFC 6749 §4.1, figure 3, and the calls that follow.

use super::value::{Field, Value};
use crate::oauth::{Outcome as Returned, RefusalPlace, Secret, TokenAnswer, Tokens, read_token_answer};
use crate::reading::query::PastedAddress;
use crate::reading::{
    AuthorizeReading, CharIndex, DocumentPiece, FindingKind, HeaderReading, Landed, PieceReading, ReadRequest,
    RequestForm, RequestGrant, Sent, Span, Within,
};

/// How many steps of a kind are compared: the last ones, because the last attempt counts.
const MOST: usize = 24;

/// All of them, in the order of the text.
pub(super) struct Steps {
    pub authorizations: Vec<Authorization>,
    pub returns: Vec<ReturnedUrl>,
    pub exchanges: Vec<Exchange>,
    pub issued: Vec<Issued>,
    pub calls: Vec<Call>,
    /// Where each error of the text was shown, as far as that is known.
    pub errors: Vec<Option<RefusalPlace>>,
}

/// An authorization request (RFC 6749 §4.1.1).
pub(super) struct Authorization {
    pub piece: usize,
    pub span: Span,
    /// The URL without its query.
    pub address: String,
    pub client_id: Field,
    pub redirect_uri: Field,
    pub state: Field,
    pub challenge: Field,
    pub method: Field,
}

/// An authorization response (RFC 6749 §4.1.2).
pub(super) struct ReturnedUrl {
    pub piece: usize,
    pub span: Span,
    /// The URL without its query.
    pub address: Option<String>,
    pub code: Field,
    pub state: Field,
}

/// A request at a token endpoint (RFC 6749 §4.1.3, §6).
pub(super) struct Exchange {
    pub piece: usize,
    pub span: Span,
    /// The name of the command, or the method.
    pub head: Span,
    pub form: RequestForm,
    pub address: String,
    pub client_id: Field,
    /// The client ID of the `Basic` header.
    pub basic_id: Field,
    pub secret: Field,
    pub redirect_uri: Field,
    pub code: Field,
    pub verifier: Field,
    pub refresh_token: Field,
    pub status: Option<u16>,
    pub outcome: Outcome,
    /// It is certainly not read as it is meant.
    pub is_misread: bool,
}

/// Tokens that were returned.
pub(super) struct Issued {
    pub span: Span,
    pub access_token: Field,
    pub refresh_token: Field,
    pub id_token: Field,
}

/// A request with an access token (RFC 6750 §2).
pub(super) struct Call {
    pub piece: usize,
    pub span: Span,
    pub token: Value,
    pub outcome: Outcome,
}

/// What came of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Unknown,
    Worked,
    Failed,
}

impl Exchange {
    /// The ID of the client, wherever it is.
    pub(super) fn client(&self) -> &Field {
        if self.client_id.known().is_some() { &self.client_id } else { &self.basic_id }
    }

    /// Whether it is a request for tokens with a code.
    pub(super) fn has_code(&self) -> bool {
        !self.code.is_absent()
    }
}

impl Steps {
    /// Whether an error may be one of the token endpoint or an API.
    pub(super) fn has_later_error(&self) -> bool {
        self.errors.iter().any(|place| *place != Some(RefusalPlace::Authorize))
    }

    pub(super) fn new(pieces: &[DocumentPiece], text: &str) -> Steps {
        let mut steps = Steps {
            authorizations: Vec::new(),
            returns: Vec::new(),
            exchanges: Vec::new(),
            issued: Vec::new(),
            calls: Vec::new(),
            errors: pieces.iter().filter_map(place_of_error).collect(),
        };
        let source = Source { text, index: CharIndex::new(text) };
        for (at, piece) in pieces.iter().enumerate() {
            match &piece.reading {
                PieceReading::Authorize(read) => steps.authorizations.extend(source.authorization(at, piece, read)),
                PieceReading::Landing(read) => steps.returns.push(source.returned(at, piece, read)),
                PieceReading::Tokens(tokens) => {
                    steps.issued.push(Issued::new(source.place_of_tokens(piece, tokens), tokens))
                }
                PieceReading::Header(read) => steps.calls.extend(source.header(at, piece, read, pieces)),
                PieceReading::Request(request) => steps.request(at, request, &source, pieces),
                PieceReading::Refusal(_)
                | PieceReading::Settings(_)
                | PieceReading::Prose(_)
                | PieceReading::Named
                | PieceReading::Other => {}
            }
        }
        keep_last(&mut steps.authorizations);
        keep_last(&mut steps.returns);
        keep_last(&mut steps.exchanges);
        keep_last(&mut steps.issued);
        keep_last(&mut steps.calls);
        steps
    }

    fn request(&mut self, at: usize, request: &ReadRequest, source: &Source<'_>, pieces: &[DocumentPiece]) {
        let Some(piece) = pieces.get(at) else { return };
        let sent = &request.sent;
        // A shell takes `<client id>` for a file, and reads the rest as something else.
        let is_shell = matches!(request.form, RequestForm::Curl | RequestForm::PowerShell);
        let is_complete = sent.is_complete && !(is_shell && has_placeholder(source.part(piece.span)));
        let field = |name: &str| match sent.value(name) {
            Some(value) => Field::of_sent(value),
            None if is_complete => Field::Absent,
            None => Field::Hidden,
        };
        let has = |name: &str| sent.value(name).is_some();
        let outcome = outcome(at, request, pieces);
        if has("response_type") && request.grant.is_none() {
            return self.authorizations.push(Authorization {
                piece: at,
                span: piece.span,
                address: request.url.clone(),
                client_id: field("client_id"),
                redirect_uri: field("redirect_uri"),
                state: field("state"),
                challenge: field("code_challenge"),
                method: field("code_challenge_method"),
            });
        }
        let is_get = request.method.eq_ignore_ascii_case("GET");
        let is_of_client = ["client_id", "client_secret", "code_verifier"].into_iter().any(has);
        // With `response_mode=form_post`, the browser sends the response as a form.
        let is_returned = has("code") && (is_get || has("state")) && !sent.is_for_token && !is_of_client;
        if is_returned && request.grant.is_none() {
            return self.returns.push(ReturnedUrl {
                piece: at,
                span: piece.span,
                address: Some(request.url.clone()),
                code: field("code"),
                state: field("state"),
            });
        }
        if sent.is_for_token {
            let is_of_code =
                matches!(request.grant, None | Some(RequestGrant::AuthorizationCode | RequestGrant::Other));
            let is_misread = |kind: FindingKind| MISREAD.contains(&kind);
            self.exchanges.push(Exchange {
                piece: at,
                span: piece.span,
                head: sent.head,
                form: request.form,
                address: request.url.clone(),
                client_id: field("client_id"),
                basic_id: sent.value(Sent::BASIC_ID).map_or(Field::Absent, Field::of_sent),
                secret: field("client_secret"),
                redirect_uri: field("redirect_uri"),
                code: if has("code") && is_of_code { field("code") } else { Field::Absent },
                verifier: field("code_verifier"),
                refresh_token: field("refresh_token"),
                status: request.status,
                outcome,
                is_misread: piece.findings.iter().any(|finding| is_misread(finding.kind)),
            });
            // EXPOSE: it is read as the response that it is; what is kept of it is a secret or compared here.
            let answer = request.answer.as_ref().map(|answer| read_token_answer(answer.expose()));
            if let Some(Ok(TokenAnswer::Tokens(tokens))) = answer {
                self.issued.push(Issued::new(piece.span, &tokens));
            }
            return;
        }
        let token = [Sent::BEARER, "access_token"].into_iter().find_map(|name| sent.value(name));
        if let Some(Field::Known(token)) = token.map(Field::of_sent) {
            self.calls.push(Call { piece: at, span: piece.span, token, outcome });
        }
    }
}

/// Where an error was shown.
fn place_of_error(piece: &DocumentPiece) -> Option<Option<RefusalPlace>> {
    match &piece.reading {
        PieceReading::Refusal(refusal) => Some(refusal.place),
        _ => None,
    }
}

fn has_placeholder(command: &str) -> bool {
    command.match_indices('<').any(|(at, _)| {
        let inner = command.get(at + 1..).unwrap_or_default();
        inner.starts_with(char::is_alphabetic) && inner.contains('>')
    })
}

/// What makes the values of a request others than those that were meant.
const MISREAD: [FindingKind; 6] = [
    FindingKind::CommandCutOff,
    FindingKind::QuotesOfAnotherShell,
    FindingKind::EncodedTwice,
    FindingKind::EncodedBefore,
    FindingKind::RedirectCutOff,
    FindingKind::RedirectHasCode,
];

impl Issued {
    fn new(span: Span, tokens: &Tokens) -> Issued {
        let field = |token: Option<&Secret>| {
            // EXPOSE: it is compared with what a later request sends; nothing of it is in a finding.
            token.map_or(Field::Absent, |token| Field::new(token.expose(), span))
        };
        Issued {
            span,
            access_token: field(Some(&tokens.access_token)),
            refresh_token: field(tokens.refresh_token.as_ref()),
            id_token: field(tokens.id_token.as_ref()),
        }
    }
}

/// What came of the request with this number: what was recorded with it, or what is before the next request.
fn outcome(at: usize, request: &ReadRequest, pieces: &[DocumentPiece]) -> Outcome {
    // EXPOSE: only whether it contains tokens is computed.
    let answer = request.answer.as_ref().map(|answer| read_token_answer(answer.expose()));
    match (answer, request.status) {
        (Some(Ok(TokenAnswer::Tokens(_))), _) => Outcome::Worked,
        // Some servers return an error with the status 200.
        (Some(Ok(TokenAnswer::Refused(_))), _) | (_, Some(400..)) => Outcome::Failed,
        (_, Some(200..=299)) => Outcome::Worked,
        _ => outcome_behind(at, pieces),
    }
}

fn outcome_behind(at: usize, pieces: &[DocumentPiece]) -> Outcome {
    let behind = pieces.get(at + 1..).unwrap_or_default();
    let behind = behind.iter().take_while(|piece| !matches!(piece.reading, PieceReading::Request(_)));
    let mut outcomes = behind.filter_map(|piece| match piece.reading {
        PieceReading::Tokens(_) => Some(Outcome::Worked),
        PieceReading::Refusal(_) => Some(Outcome::Failed),
        _ => None,
    });
    outcomes.next().unwrap_or(Outcome::Unknown)
}

fn keep_last<T>(steps: &mut Vec<T>) {
    steps.drain(..steps.len().saturating_sub(MOST));
}

/// The text itself, for what the readings do not keep.
struct Source<'t> {
    text: &'t str,
    index: CharIndex,
}

impl Source<'_> {
    fn authorization(&self, at: usize, piece: &DocumentPiece, read: &AuthorizeReading) -> Option<Authorization> {
        // EXPOSE: host and path are compared with those of the token request.
        let address = read.base.expose().to_owned();
        let end = self.end_of(piece.span);
        let field = |name: &str| {
            let Some((number, parameter)) =
                read.parameters.iter().enumerate().find(|(_, parameter)| parameter.name == name)
            else {
                return if end == End::Open { Field::Hidden } else { Field::Absent };
            };
            let is_last = number + 1 == read.parameters.len();
            let span = Span { start: piece.span.start + parameter.span.start, ..parameter.span };
            // EXPOSE: it is compared with what the token request sends; nothing of it is in a finding.
            let value = parameter.value.expose();
            if value.is_empty() {
                Field::Absent
            } else if is_last && end != End::Closed || is_misread(piece, span) {
                Field::Hidden
            } else {
                Field::new(value, span)
            }
        };
        let is_request = read.parameters.iter().any(|parameter| {
            matches!(parameter.name.as_str(), "response_type" | "client_id" | "redirect_uri" | "code_challenge")
        });
        is_request.then(|| Authorization {
            piece: at,
            span: piece.span,
            address,
            client_id: field("client_id"),
            redirect_uri: field("redirect_uri"),
            state: field("state"),
            challenge: field("code_challenge"),
            method: field("code_challenge_method"),
        })
    }

    fn returned(&self, at: usize, piece: &DocumentPiece, read: &Landed) -> ReturnedUrl {
        let code = match &read.landing.outcome {
            // EXPOSE: it is compared with the code of a token request; nothing of it is in a finding.
            Returned::Code(code) => Field::new(code.expose(), piece.span),
            _ => Field::Absent,
        };
        let part = self.part(piece.span);
        // EXPOSE: the inner URL has the parameters.
        let inner = read.unwrapped.as_ref().map(|unwrapped| unwrapped.inner.expose());
        let address = PastedAddress::split(inner.unwrap_or(part));
        let place = |start: usize, length: usize| match inner {
            None => Span { within: Within::Pasted, start: piece.span.start + start, length },
            Some(_) => piece.span,
        };
        let is_cut = self.end_of(piece.span) != End::Closed;
        let last = address.parts.last().map(|part| part.start);
        let field = |name: &str| match address.part(name) {
            Some(part) if Some(part.start) == last && is_cut => Field::Hidden,
            Some(part) => Field::new(&part.decoded(), place(part.start, part.length)),
            None => Field::Absent,
        };
        let code = match (code, address.part("code")) {
            (Field::Known(_), Some(part)) if Some(part.start) == last && is_cut => Field::Hidden,
            (Field::Known(value), Some(part)) => Field::Known(Value { span: place(part.start, part.length), ..value }),
            (code, _) => code,
        };
        ReturnedUrl { piece: at, span: piece.span, address: read.landing.address.clone(), code, state: field("state") }
    }

    fn header(&self, at: usize, piece: &DocumentPiece, read: &HeaderReading, pieces: &[DocumentPiece]) -> Option<Call> {
        // EXPOSE: it is compared with the tokens that were returned; nothing of it is in a finding.
        let token = Field::new(read.token.as_ref()?.expose(), piece.span);
        let outcome = outcome_behind(at, pieces);
        token.known().map(|token| Call { piece: at, span: piece.span, token: token.clone(), outcome })
    }

    /// Where the access token of a response is.
    fn place_of_tokens(&self, piece: &DocumentPiece, tokens: &Tokens) -> Span {
        // EXPOSE: only its place is computed.
        let token = tokens.access_token.expose();
        let part = self.part(piece.span);
        let before = part.find(token).and_then(|at| part.get(..at));
        before.map_or(piece.span, |before| Span {
            start: piece.span.start + before.chars().count(),
            length: token.chars().count(),
            ..piece.span
        })
    }

    fn part(&self, span: Span) -> &str {
        self.index.slice(self.text, span.start..span.start + span.length)
    }

    /// Whether a URL goes on in the next line, as in documentation and in windows that are narrow.
    fn end_of(&self, span: Span) -> End {
        let url = self.part(span);
        let end = span.start + span.length;
        let behind = self.index.slice(self.text, end..end + LONGEST_LINE);
        let mut lines = behind.split('\n');
        let rest = lines.next().unwrap_or_default().trim();
        let next = lines.next().unwrap_or_default().trim();
        let is_cut = url.ends_with("...") || rest.starts_with("...") || rest.starts_with('\u{2026}');
        if is_cut || url.ends_with(['?', '&', '=']) || next.starts_with('&') || rest.starts_with(['{', '$', '<', '+']) {
            return End::Open;
        }
        let is_target = next.starts_with('/') && next.contains('?');
        let is_word = !next.is_empty() && !next.contains(char::is_whitespace) && !next.contains("://") && !is_target;
        if rest.is_empty() && is_word && next.contains('&') {
            return End::Open;
        }
        if rest.is_empty() && is_word && !next.starts_with(['{', '}', '`', '<', '[', ']', ')', '"', '\'', '-', '#']) {
            return End::Doubtful;
        }
        End::Closed
    }
}

/// In characters.
const LONGEST_LINE: usize = 400;

/// Where a URL ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Closed,
    /// The next line may be the rest of the last value.
    Doubtful,
    /// There are more parameters.
    Open,
}

/// Whether a value of an authorization URL is not the one that was meant, which is said already.
fn is_misread(piece: &DocumentPiece, span: Span) -> bool {
    const KINDS: [FindingKind; 5] = [
        FindingKind::EncodedTwice,
        FindingKind::RedirectCutOff,
        FindingKind::RedirectHalfEncoded,
        FindingKind::RedirectHasCode,
        FindingKind::FragmentInAddress,
    ];
    piece.findings.iter().any(|finding| {
        let is_there = finding.span.is_some_and(|place| {
            place.start < span.start + span.length && span.start < place.start + place.length.max(1)
        });
        is_there && KINDS.contains(&finding.kind)
    })
}

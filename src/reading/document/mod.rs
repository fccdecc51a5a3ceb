//! A text of several pieces: a command and its response, a log, an email with a URL in it.
//!
//! The requests are found first, because their readers know where each ends. What is between them is read piece by
//! piece: an error, a returned URL, a header, tokens.

mod across;
mod between;
mod compared;
mod crossed;
mod discovery_url;
mod expiry;
mod explained;
mod failure;
mod jwt_claims;
mod jwt_times;
mod line_kinds;
mod listed;
mod named;
mod nameless;
mod names_read;
mod own_answers;
mod own_sentences;
mod pkce;
mod proven;
mod renewal;
mod retired;
mod scheme;
mod signed_body;

pub use self::failure::Failure;
use self::failure::failure;
use self::renewal::end_of_renewal;
use super::discovery::well_known_in;
use super::frame::Unframed;
use super::{
    AuthorizeHabits, AuthorizeReading, CharIndex, Finding, FindingKind, HeaderReading, Landed, PairShape, PastedKind,
    ReadRequest, ReadSettings, RefusalText, RequestForm, RequestHabits, SettingHabits, Span, TEXT_LIMIT, Within,
    read_refusal_text, read_request,
};
use crate::chars::is_space_or_invisible;
use crate::oauth::{Secret, Tokens};

/// What is known besides the text. The default knows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct DocumentHabits<'h> {
    /// What is known of the provider's requests.
    pub request: RequestHabits<'h>,
    /// What is known of its authorization endpoint.
    pub authorize: AuthorizeHabits<'h>,
    /// What is known of its client IDs and secrets.
    pub pair: PairShape,
    /// This computer's clock, in milliseconds of the Unix epoch.
    pub now_ms: Option<u64>,
    /// What is known of clients and servers by the words of their settings.
    pub settings: SettingHabits<'h>,
}

/// What a text consists of.
#[derive(Debug, Default)]
pub struct Document {
    /// In the order of the text; empty for a text in which nothing is known, and for one over [`TEXT_LIMIT`].
    pub pieces: Vec<DocumentPiece>,
    /// What it tells of a failure, whatever was read of it.
    pub failure: Failure,
}

/// A piece of a document.
#[derive(Debug)]
pub struct DocumentPiece {
    /// What it is.
    pub kind: PastedKind,
    /// Its place in the document.
    pub span: Span,
    /// What was read from it.
    pub reading: PieceReading,
    /// What was found in it. Places are in the document.
    pub findings: Vec<Finding>,
}

/// What was read from a piece, as far as more than its findings is needed.
#[derive(Debug)]
pub enum PieceReading {
    /// A command, a recorded request, or program code that sends one.
    Request(Box<ReadRequest>),
    /// An error.
    Refusal(Box<RefusalText>),
    /// A returned URL, or a code.
    Landing(Box<Landed>),
    /// An authorization URL.
    Authorize(Box<AuthorizeReading>),
    /// An `Authorization` header, or its base64 text.
    Header(Box<HeaderReading>),
    /// Settings of a product.
    Settings(Box<ReadSettings>),
    /// The response of a token endpoint.
    Tokens(Box<Tokens>),
    /// Words that may be those of an error, if a table knows them.
    Prose(Box<RefusalText>),
    /// A value that the text names, or a command, outside of any request.
    Named,
    /// Anything else, of which there are only findings.
    Other,
}

/// Cuts a text into its pieces and reads each. Runs in linear time.
///
/// ```
/// use authdesk::reading::{DocumentHabits, PastedKind, read_document};
///
/// // RFC 6749 §5.2: what came back is below the command.
/// let text = "$ curl https://server.example.com/token -d grant_type=refresh_token -d refresh_token=$OLD\n\
///     {\"error\":\"invalid_grant\"}";
/// let document = read_document(text, &DocumentHabits::default());
/// let kinds: Vec<PastedKind> = document.pieces.iter().map(|piece| piece.kind).collect();
/// assert_eq!(kinds, [PastedKind::CurlCommand, PastedKind::ErrorAnswer]);
/// ```
#[must_use]
pub fn read_document(text: &str, habits: &DocumentHabits<'_>) -> Document {
    if text.len() > TEXT_LIMIT {
        return Document::default();
    }
    match Unframed::without_colors(text) {
        Some(plain) => within(&plain, framed(&plain.text, habits)),
        None => framed(text, habits),
    }
}

fn framed(text: &str, habits: &DocumentHabits<'_>) -> Document {
    match Unframed::new(text) {
        Some(unframed) => within(&unframed, cut(&unframed.text, habits)),
        None => cut(text, habits),
    }
}

/// The same document with its places in the text that it was taken out of.
fn within(unframed: &Unframed, mut document: Document) -> Document {
    for piece in &mut document.pieces {
        piece.span = unframed.span(piece.span);
        for finding in &mut piece.findings {
            finding.span = finding.span.map(|span| unframed.span(span));
            finding.other = finding.other.map(|span| unframed.span(span));
            // What a fix inserts would have no frame.
            finding.fix = finding.fix.take().filter(|_| unframed.is_in_place());
        }
    }
    document
}

/// The pieces of a text without a frame.
fn cut(text: &str, habits: &DocumentHabits<'_>) -> Document {
    let mut pieces = requests(text, habits);
    // A file of requests contains nothing else.
    if pieces.iter().any(|piece| matches!(piece.kind, PastedKind::Har | PastedKind::PostmanFile)) {
        let errors: Vec<DocumentPiece> = pieces.iter().filter_map(recorded_error).collect();
        pieces.extend(errors);
    } else {
        // The readers of requests read one notation each, and a text may have a command and a program.
        if !pieces.is_empty() && !is_verbose(text) {
            let others = between_requests(text, &pieces, |part| requests(part, habits));
            pieces.extend(others);
        }
        pieces.sort_by_key(|piece| piece.span.start);
        let address = well_known_in(text);
        let sent: Vec<Secret> = pieces.iter().filter_map(sent_header).collect();
        let read = |part: &str| {
            let found = between::pieces(part, address, habits).into_iter();
            found.filter(|piece| !is_sent(piece, part, &sent)).collect()
        };
        pieces.extend(between_requests(text, &pieces, read));
    }
    pieces.sort_by_key(|piece| piece.span.start);
    compared::compare(&mut pieces, text);
    pieces.extend(across::pieces(text, &pieces));
    pieces.sort_by_key(|piece| piece.span.start);
    if let Some(end) = end_of_renewal(text) {
        let end = CharIndex::new(text).number(text, end);
        let is_error =
            |piece: &DocumentPiece| matches!(piece.reading, PieceReading::Refusal(_) | PieceReading::Prose(_));
        // What a program got over is no error.
        pieces.retain(|piece| piece.span.start >= end || !is_error(piece));
    }
    Document { pieces, failure: failure(text) }
}

/// Whether curl printed what it sent, which is the same request as the command.
fn is_verbose(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("< HTTP/") || line.starts_with("> Host:"))
}

/// What is read from the parts of a text that no piece takes.
fn between_requests(
    text: &str,
    pieces: &[DocumentPiece],
    read: impl Fn(&str) -> Vec<DocumentPiece>,
) -> Vec<DocumentPiece> {
    let taken: Vec<Span> = pieces.iter().map(|piece| piece.span).collect();
    let parts = gaps(text, &taken).into_iter();
    parts.flat_map(|(start, part)| read(part).into_iter().map(move |piece| piece.moved(start))).collect()
}

/// The requests of a text.
fn requests(text: &str, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    let read = read_request(text, &habits.request);
    let mut pieces: Vec<DocumentPiece> = Vec::new();
    let ends: Vec<usize> = read.requests.iter().skip(1).map(|next| next.span.start).chain([usize::MAX]).collect();
    let mut findings = read.findings.into_iter().filter(|finding| finding.span.is_some()).peekable();
    for (request, end) in read.requests.into_iter().zip(ends) {
        let mut found = Vec::new();
        while let Some(finding) = findings.next_if(|one| one.span.is_some_and(|span| span.start < end)) {
            found.push(finding);
        }
        pieces.push(DocumentPiece {
            kind: request.form.kind(),
            span: request.span,
            reading: PieceReading::Request(Box::new(request)),
            findings: found,
        });
    }
    // What a shell said of a command that is not in the text.
    pieces.extend(findings.find(|finding| finding.kind == FindingKind::PasteMarks).and_then(|finding| {
        let span = finding.span.filter(|_| pieces.is_empty())?;
        let reading = PieceReading::Other;
        Some(DocumentPiece { kind: PastedKind::CurlCommand, span, reading, findings: vec![finding] })
    }));
    pieces
}

/// The header of a request that a program sends.
fn sent_header(piece: &DocumentPiece) -> Option<Secret> {
    let PieceReading::Request(request) = &piece.reading else { return None };
    let header = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("Authorization"))?;
    (request.form == RequestForm::Program).then(|| header.1.clone())
}

/// Whether a line is the header of a program's request, which was read with it: its options may be somewhere else.
fn is_sent(piece: &DocumentPiece, part: &str, sent: &[Secret]) -> bool {
    if sent.is_empty() || !matches!(piece.reading, PieceReading::Header(_)) {
        return false;
    }
    let line: String = part.chars().skip(piece.span.start).take(piece.span.length).collect();
    // EXPOSE: only whether the line contains the header is computed.
    sent.iter().any(|header| line.contains(header.expose()))
}

/// The response to a recorded request, if it is an error.
fn recorded_error(piece: &DocumentPiece) -> Option<DocumentPiece> {
    let PieceReading::Request(request) = &piece.reading else { return None };
    // EXPOSE: the reader works on the response itself; what it returns contains the sentence as a secret.
    let answer = request.answer.as_ref().filter(|_| request.status.is_some_and(|status| status >= 400))?.expose();
    let refusal = read_refusal_text(answer)?;
    let reading = PieceReading::Refusal(Box::new(refusal));
    Some(DocumentPiece { kind: PastedKind::ErrorAnswer, span: piece.span, reading, findings: Vec::new() })
}

/// The parts of a text that no request takes, each with the number of characters before it.
fn gaps<'t>(text: &'t str, taken: &[Span]) -> Vec<(usize, &'t str)> {
    let mut all = Vec::new();
    let mut rest = text;
    let mut at = 0;
    let cut = |rest: &'t str, count: usize| -> (&'t str, &'t str) {
        let byte = rest.char_indices().nth(count).map_or(rest.len(), |(byte, _)| byte);
        rest.split_at_checked(byte).unwrap_or((rest, ""))
    };
    for span in taken {
        let (part, behind) = cut(rest, span.start.saturating_sub(at));
        all.push((at, part));
        at = at.max(span.start);
        let length = (span.start + span.length).saturating_sub(at);
        rest = cut(behind, length).1;
        at += length;
    }
    all.push((at, rest));
    all.retain(|(_, part)| part.contains(|ch: char| !is_space_or_invisible(ch)));
    all
}

impl DocumentPiece {
    /// A piece with its place in a part of the document.
    fn new(kind: PastedKind, start: usize, text: &str, reading: PieceReading, findings: Vec<Finding>) -> DocumentPiece {
        let span = Span { within: Within::Pasted, start: 0, length: text.chars().count() };
        DocumentPiece { kind, span, reading, findings }.moved(start)
    }

    /// The same piece with this many more characters before it.
    fn moved(mut self, by: usize) -> DocumentPiece {
        self.span.start += by;
        if let PieceReading::Request(request) = &mut self.reading {
            request.moved(by);
        }
        for finding in &mut self.findings {
            if let Some(span) = finding.span.as_mut().filter(|span| span.within == Within::Pasted) {
                span.start += by;
            }
            finding.fix = finding.fix.take().and_then(|fix| fix.moved(by));
        }
        self
    }
}

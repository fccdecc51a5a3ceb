//! What is wrong with what was pasted into the box for anything: the most probable cause first.

mod rank;

use std::rc::Rc;

use self::rank::{Candidate, ErrorCode, Rank, Told, rank_of_finding, rank_of_scopes};
use crate::desk::parts::explanation::{self, CauseView, ErrorView, ExplanationView, KnownOfText, Meaning, ReadError};
use crate::desk::tools::{read_authorize_url, request, scopes};
use crate::desk::{Desk, Field, FoundIn};
use crate::oauth::{Outcome, Secret};
use crate::reading::{
    Document, DocumentHabits, DocumentPiece, Finding, FindingKind, PairShape, PastedKind, PieceReading, RefusalText,
    RequestGrant, SettingHabits, Severity, Span, addresses_in, apply, read_document, read_refusal_text,
    tells_of_failure, without_colors,
};
use crate::texts::Text;

/// What is wrong with a text.
#[derive(Debug)]
pub struct DiagnosisView<'d> {
    /// Where its findings are.
    pub found_in: FoundIn<'static>,
    /// The last error in it, in the server's own words.
    pub error: Option<ErrorView<'d>>,
    /// The line of the box that it is in, from 1; `None` in a text of one line.
    pub error_line: Option<usize>,
    /// What comes first.
    pub lead: Lead,
    /// Each request, by its method, URL and grant type.
    pub requests: Vec<String>,
    /// Where nothing is wrong, what was read. Places are in the box.
    pub read: Vec<Finding>,
    /// What else was found, the most probable first.
    pub others: Vec<Finding>,
}

/// What a diagnosis begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Something in the text; its place is in the box.
    Finding(Finding),
    /// The first cause of the error.
    Cause,
    /// The error, which no table has.
    Error,
    /// Nothing is wrong in what was read, but the text tells of a failure all the same, or what was read is a small part.
    Untold,
    /// Nothing is wrong, as far as a text can be judged of which only the form tells what it is.
    Guess(Guess),
    /// Nothing is wrong.
    Sound,
}

/// A text alone that may be something else: what is guessed cannot be called right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Two values, the second as long as a client ID is: this many characters.
    Ids(usize),
    /// Any other two values with a colon between them.
    Pair,
    /// One value.
    Value,
    /// A URL with nothing in it that a server returns.
    Url,
}

/// What is read of a document once.
struct Read {
    document: Document,
    error: Option<ReadError>,
    /// The first character of the error, or of the words that may be one.
    error_at: Option<usize>,
    /// The error is words in an entry of a log, which may be about anything.
    is_aside: bool,
    /// The words that may be an error, the last first.
    prose: Vec<ReadError>,
    /// What a program or a server says behind a word that only errors begin with.
    said: Option<ReadError>,
    addresses: Vec<String>,
}

/// The diagnosis of the content of the box; `None` where nothing in it is known, or while what explains it is loading.
#[must_use]
pub fn view(desk: &Desk) -> Option<DiagnosisView<'_>> {
    let read = reading(desk)?;
    let error = match read.error.clone() {
        Some(error) => Some(explanation::view_of(desk, error)),
        None => read.prose.iter().find_map(|prose| explanation::of_prose(desk, prose.clone())),
    };
    // What no table knows, in an entry of a log that is about something else, is no error of a connection.
    let error = error.filter(|error| !read.is_aside || !matches!(error.meaning, Meaning::Unknown));
    let said = || Some(explanation::view_of(desk, read.said.clone()?));
    let error = match error {
        // A status alone is what a program answers in the end; what it says of the reason tells more.
        Some(error)
            if matches!(error.meaning, Meaning::Unknown)
                && error.error.as_ref().or(error.sentence.as_ref()).is_none() =>
        {
            said().filter(|said| matches!(said.meaning, Meaning::Known(_))).or(Some(error))
        }
        error => error.or_else(said),
    };
    let is_left = |piece: &DocumentPiece| is_known(piece) && !(read.is_aside && is_refusal(piece));
    if error.is_none() && !read.document.pieces.iter().any(is_left) {
        return None;
    }
    if error.as_ref().is_some_and(|error| matches!(error.meaning, Meaning::Waits)) {
        return None;
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    let row = error.as_ref().and_then(ErrorView::row);
    let code = read.error.as_ref().filter(|_| error.is_some()).map(|error| ErrorCode {
        error: error.error.as_deref(),
        status: error.status,
        row,
    });
    // EXPOSE: only whether it has these words is computed.
    let told = Told { failure: tells_of_failure(desk.anything.text.expose()), row };
    for (at, piece) in read.document.pieces.iter().enumerate() {
        let is_of_attempt = !is_other_attempt(&read.document, at);
        candidates.extend(piece.findings.iter().map(|finding| Candidate {
            rank: rank_of_finding(finding, piece, is_of_attempt, code, told),
            finding: Some(finding.clone()),
        }));
    }
    candidates.extend(
        scope_findings(desk, &read)
            .iter()
            .map(|finding| Candidate { rank: rank_of_scopes(finding), finding: Some(finding.clone()) }),
    );
    candidates.extend(error.as_ref().map(|error| Candidate { rank: rank_of_error(error), finding: None }));
    candidates.sort_by_key(Candidate::order);
    let lead = match candidates.first() {
        Some(Candidate { rank, finding: Some(finding) }) if *rank < Rank::Noted => Lead::Finding(finding.clone()),
        Some(Candidate { rank: Rank::Unexplained, finding: None }) => Lead::Error,
        Some(Candidate { finding: None, .. }) => Lead::Cause,
        _ if read.document.failure.is_told || !has_substance(&read.document) => Lead::Untold,
        _ => guess_of(desk, &read).map_or(Lead::Sound, Lead::Guess),
    };
    let is_lead = |finding: &Finding| matches!(&lead, Lead::Finding(first) if first == finding);
    let findings = candidates.into_iter().filter_map(|one| one.finding).filter(|finding| !is_lead(finding));
    let is_sound = matches!(lead, Lead::Sound | Lead::Guess(_) | Lead::Untold);
    let (sound, others) = findings.partition(|finding| is_sound && finding.kind.severity() <= Severity::Info);
    let found_in =
        FoundIn { is_in_box: true, is_of_other_server: is_of_other_server(desk, &read), ..FoundIn::default() };
    let requests = read.document.pieces.iter().filter_map(summary).collect();
    let error_line = error.as_ref().and(read.error_at).and_then(|at| desk.box_index().line(at));
    Some(DiagnosisView { found_in, error, error_line, lead, requests, read: sound, others })
}

/// What a request does; nothing where all of that is a variable.
fn summary(piece: &DocumentPiece) -> Option<String> {
    let PieceReading::Request(request) = &piece.reading else { return None };
    let grant = request.grant.map(RequestGrant::name).filter(|name| !name.is_empty());
    let grant = grant.map(|name| format!("grant_type={name}"));
    let parts = [Some(request.method.as_str()), Some(request.url.as_str()), grant.as_deref()];
    let line = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// What the only piece of a text may be, if nothing but its form tells that.
fn guess_of(desk: &Desk, read: &Read) -> Option<Guess> {
    let mut pieces = read.document.pieces.iter();
    let piece = pieces.next().filter(|_| pieces.next().is_none())?;
    match (piece.kind, &piece.reading) {
        (PastedKind::Code, _) => Some(Guess::Value),
        (PastedKind::RedirectAddress, PieceReading::Landing(landed)) => {
            matches!(landed.landing.outcome, Outcome::Missing(_)).then_some(Guess::Url)
        }
        (PastedKind::ClientPair, _) => {
            // EXPOSE: only the length of its second value is used.
            let text = part(desk.anything.text.expose(), piece);
            let second = text.split_once(':').map_or(0, |(_, second)| second.trim().chars().count());
            let PairShape { identifier, secret } = desk.pair_shape();
            let is_like = |length: Option<usize>| length == Some(second);
            Some(match () {
                () if is_like(identifier.length) && !is_like(secret.length) => Guess::Ids(second),
                () => Guess::Pair,
            })
        }
        _ => None,
    }
}

/// What the text in the box may be, where only its form tells and nothing is wrong with it.
pub(in crate::desk) fn guess(desk: &Desk) -> Option<Guess> {
    match view(desk)?.lead {
        Lead::Guess(guess) => Some(guess),
        _ => None,
    }
}

/// Whether the box contains a list of scopes.
pub(in crate::desk) fn has_scopes(desk: &Desk) -> bool {
    kinds(desk).contains(&PastedKind::Scopes)
}

/// What is wrong with a list of scopes, by the provider's table; nothing until that is loaded.
fn scope_findings(desk: &Desk, read: &Read) -> Rc<Vec<Finding>> {
    #[derive(PartialEq)]
    struct OfScopes(bool);
    desk.anything.readings.of(None, OfScopes(desk.scope_table.is_some()), || {
        let is_elsewhere = is_of_other_server(desk, read);
        // EXPOSE: only names of scopes are taken out of it.
        let text = desk.anything.text.expose();
        let pieces = read.document.pieces.iter().filter(|piece| piece.kind == PastedKind::Scopes);
        let mut found = Vec::new();
        for piece in pieces {
            let moved = scopes::findings_in(desk, &part(text, piece), is_elsewhere).into_iter().map(|mut finding| {
                finding.span = finding.span.map(|span| Span { start: span.start + piece.span.start, ..span });
                finding.without_fix()
            });
            found.extend(moved);
        }
        found
    })
}

/// The content of the box with a finding about it fixed; `None` if it has no such finding, or that no fix.
pub(in crate::desk) fn fixed(desk: &Desk, finding: &Finding) -> Option<Secret> {
    let read = reading(desk)?;
    let mut findings = read.document.pieces.iter().flat_map(|piece| &piece.findings);
    let fix = findings.find(|known| *known == finding)?.fix.as_ref()?;
    // EXPOSE: the fix works on the text itself; the result goes back into the box.
    Some(Secret::new(apply(desk.anything.text.expose(), fix)))
}

/// The kinds of the pieces in the box, in the order of the text, each once.
pub(in crate::desk) fn kinds(desk: &Desk) -> Vec<PastedKind> {
    let mut kinds = Vec::new();
    for piece in reading(desk).iter().flat_map(|read| &read.document.pieces).filter(|piece| is_known(piece)) {
        if !kinds.contains(&piece.kind) && piece.kind != PastedKind::Unknown {
            kinds.push(piece.kind);
        }
    }
    kinds
}

/// The text of the last piece of a kind, if the box contains more than that. An error is read with all that is around
/// it, and a discovery document with the URL that it was read from.
pub(in crate::desk) fn piece_text(desk: &Desk, kind: PastedKind) -> Option<Secret> {
    let read = reading(desk)?;
    let piece = read.document.pieces.iter().rfind(|piece| piece.kind == kind)?;
    // EXPOSE: the part that is cut out is a secret again.
    let text = desk.anything.text.expose();
    match kind {
        PastedKind::ErrorAnswer | PastedKind::Discovery => Some(desk.anything.text.clone()),
        _ if piece.span.length == text.chars().count() => None,
        _ => Some(Secret::new(part(text, piece))),
    }
}

fn part(text: &str, piece: &DocumentPiece) -> String {
    text.chars().skip(piece.span.start).take(piece.span.length).collect()
}

/// Whether the text has URLs, and none that is the provider's comes first.
fn is_of_other_server(desk: &Desk, read: &Read) -> bool {
    let addresses: Vec<&str> = read.addresses.iter().map(String::as_str).collect();
    !addresses.is_empty() && explanation::server_at(desk, &addresses) != desk.provider_id().as_deref()
}

/// Whether a request is none that the error is a response to: it was sent once more before the error, because of several
/// attempts the last counts, or only after it. A request to a different URL is no attempt of the same.
fn is_other_attempt(document: &Document, at: usize) -> bool {
    let address = |piece: &DocumentPiece| match &piece.reading {
        PieceReading::Request(request) => Some(request.url.clone()),
        _ => None,
    };
    let Some(own) = document.pieces.get(at).and_then(address) else { return false };
    let error = document.pieces.iter().rposition(is_refusal);
    let before = document.pieces.get(..error.unwrap_or(0)).unwrap_or_default();
    if error.is_some_and(|error| error < at) && before.iter().any(|piece| address(piece).is_some()) {
        return true;
    }
    if error.is_some_and(|error| error > at && has_worked(document, at, error)) {
        return true;
    }
    let end = error.filter(|error| *error > at).unwrap_or(document.pieces.len());
    let later = document.pieces.get(at + 1..end).unwrap_or_default();
    later.iter().filter_map(address).any(|other| other == own)
}

/// Whether tokens follow a request before anything else was sent.
fn has_worked(document: &Document, at: usize, error: usize) -> bool {
    let later = document.pieces.get(at + 1..error).unwrap_or_default().iter().map(|piece| &piece.reading);
    let mut answers = later.filter(|one| matches!(one, PieceReading::Tokens(_) | PieceReading::Request(_)));
    matches!(answers.next(), Some(PieceReading::Tokens(_)))
}

/// Whether anything was read that can be right as a whole: a value alone in a program is a small part of it.
fn has_substance(document: &Document) -> bool {
    let is_unknown = |finding: &Finding| finding.kind == FindingKind::AnswerUnknown;
    document.pieces.iter().any(|piece| {
        !matches!(piece.reading, PieceReading::Prose(_) | PieceReading::Named) && !piece.findings.iter().any(is_unknown)
    })
}

fn rank_of_error(error: &ErrorView<'_>) -> Rank {
    match &error.meaning {
        Meaning::Known(all) if all.iter().any(|one: &ExplanationView<'_>| one.names_cause) => Rank::Named,
        Meaning::Known(all) if all.iter().all(|one| one.is_vague) => Rank::Vague,
        Meaning::Known(_) => Rank::Explained,
        Meaning::Waits | Meaning::Unknown => Rank::Unexplained,
    }
}

fn reading(desk: &Desk) -> Option<Rc<Read>> {
    // What it says of errors is not what went wrong here.
    if desk.anything.kinds.contains(&PastedKind::Report) {
        return None;
    }
    // Until it is known what the provider's requests look like, its own would be taken for faulty.
    let provider = desk.provider()?.id.clone();
    let [takers, https] = explanation::settings_by_words(desk);
    let entered = [Field::AuthorizeEndpoint, Field::ClientId, Field::RedirectUrl];
    let key = (provider, takers.len(), entered.map(|field| desk.session().revision(field)));
    // EXPOSE: the reader works on the pasted text itself; what it returns contains values as secrets.
    let text = desk.anything.text.expose();
    Some(desk.anything.readings.of(None, key, || {
        let document = request::with_habits(desk, |request| {
            read_authorize_url::with_habits(desk, |authorize| {
                let habits = DocumentHabits {
                    request: *request,
                    authorize: *authorize,
                    pair: desk.pair_shape(),
                    now_ms: desk.clock(),
                    settings: SettingHabits { metadata_as_issuer: &takers, https_redirects: &https },
                };
                read_document(text, &habits)
            })
        });
        let text = &*without_colors(text);
        let addresses = addresses_in(text);
        let known = KnownOfText::new(desk, text);
        let read = |refusal: &RefusalText| explanation::read_refusal(&known, refusal.clone(), text, &addresses);
        let last = last_error(&document).or_else(|| all_prose(&document).next());
        let error_at = last.map(|(at, _)| at);
        let is_aside = last_error(&document).is_some_and(|(_, refusal)| refusal.is_aside);
        let error = last_error(&document).map(|(_, refusal)| read(refusal));
        let prose = all_prose(&document).map(|(_, prose)| read(prose)).take(MOST_PROSE).collect();
        // EXPOSE: the reader works on the sentence itself; what it returns contains it as a secret.
        let said = document.failure.sentence.as_ref().and_then(|said| read_refusal_text(said.expose()));
        let said = said.map(|said| read(&said));
        let addresses = addresses.into_iter().map(str::to_owned).collect();
        Read { document, error, error_at, is_aside, prose, said, addresses }
    }))
}

fn is_refusal(piece: &DocumentPiece) -> bool {
    matches!(piece.reading, PieceReading::Refusal(_))
}

/// Words alone are no piece that anybody would name.
fn is_known(piece: &DocumentPiece) -> bool {
    !matches!(piece.reading, PieceReading::Prose(_))
}

/// How many parts of a text are looked through for words that a table knows.
const MOST_PROSE: usize = 16;

/// The parts of a text that may be the words of an error, with their places, the last first.
fn all_prose(document: &Document) -> impl Iterator<Item = (usize, &RefusalText)> {
    document.pieces.iter().rev().filter_map(|piece| match &piece.reading {
        PieceReading::Prose(prose) => Some((piece.span.start, &**prose)),
        _ => None,
    })
}

/// Of several attempts the last counts: the place of its error, and what was read of it.
fn last_error(document: &Document) -> Option<(usize, &RefusalText)> {
    document.pieces.iter().rev().find_map(|piece| match &piece.reading {
        PieceReading::Refusal(refusal) => Some((piece.span.start, &**refusal)),
        _ => None,
    })
}

impl<'d> DiagnosisView<'d> {
    /// What the error means and its first cause, where the diagnosis begins with that.
    #[must_use]
    pub fn cause(&self) -> Option<(&ExplanationView<'d>, &CauseView<'d>)> {
        match &self.error.as_ref()?.meaning {
            Meaning::Known(all) if self.lead == Lead::Cause => {
                all.first().and_then(|row| Some((row, row.causes.first()?)))
            }
            _ => None,
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn title(&self) -> Text {
        match &self.lead {
            Lead::Cause if self.cause().is_some_and(|(row, _)| row.is_open()) => Text::DiagnosisOpenTitle,
            Lead::Finding(_) | Lead::Cause => Text::DiagnosisTitle,
            Lead::Error => Text::DiagnosisUnknownTitle,
            Lead::Untold => Text::DiagnosisUntoldTitle,
            Lead::Guess(_) => Text::DiagnosisGuessTitle,
            Lead::Sound => Text::DiagnosisSoundTitle,
        }
    }

    /// What is to be pasted too where nothing is wrong in what was read, or why nothing can be said of it.
    #[must_use]
    pub fn request_for_more(&self) -> Text {
        match &self.lead {
            Lead::Sound => Text::DiagnosisSound,
            Lead::Guess(guess) => guess.text(),
            _ => Text::DiagnosisUntold,
        }
    }

    /// How bad what comes first is: at least worth a look, because nothing else explains the error.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match &self.lead {
            Lead::Finding(finding) => finding.kind.severity().max(Severity::Warning),
            Lead::Cause | Lead::Error => Severity::Error,
            Lead::Guess(_) | Lead::Untold => Severity::Info,
            Lead::Sound => Severity::Good,
        }
    }
}

impl Guess {
    /// What is said of it.
    fn text(self) -> Text {
        match self {
            Guess::Ids(_) => Text::DiagnosisGuessIds,
            Guess::Pair => Text::DiagnosisGuessPair,
            Guess::Value => Text::DiagnosisGuessValue,
            Guess::Url => Text::DiagnosisGuessUrl,
        }
    }

    /// What the text is called, if it has one name.
    pub(in crate::desk) fn kind(self) -> Option<Text> {
        match self {
            Guess::Ids(_) => Some(Text::KindIds),
            Guess::Url => Some(Text::KindUrl),
            Guess::Pair | Guess::Value => None,
        }
    }
}

/// The sentence of [`DiagnosisView::request_for_more`], with the names in it.
#[must_use]
pub fn more_sentence(desk: &Desk, view: &DiagnosisView<'_>) -> String {
    let count = match view.lead {
        Lead::Guess(Guess::Ids(count)) => Some(("count", count)),
        _ => None,
    };
    desk.texts.count(view.request_for_more(), count.as_slice(), &[("provider", desk.provider_name())])
}

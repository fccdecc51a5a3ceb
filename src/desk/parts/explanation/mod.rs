//! What an error means, from wherever it was pasted.

pub mod clues;
mod sentence;
mod tables;

pub use clues::Evidence;
pub use sentence::AskedView;

use self::sentence::{asked, shortened, shown_request, shown_sentence};
use self::tables::Tables;
pub(in crate::desk) use self::tables::settings_by_words;
use crate::catalog::{
    Clue, Confidence, ErrorProse, ErrorTable, Explanation, LikelyCause, Server, Shown, ShownForm, Source,
};
use crate::desk::parts::test_call;
use crate::desk::tools::{redirect, report, token_answer};
use crate::desk::{Desk, Field, RequestKind, Resource, Route, Tool};
use crate::oauth::{NetworkFault, RefusalPlace, Secret, TokenAnswer, Tokens, asked_scopes};
use crate::reading::{FindingKind, RefusalForm, RefusalText, addresses_in, read_refusal_text, tells, tells_of_one};
use crate::texts::filled;

/// The error responses of a provider, or of servers in general, in one language.
#[derive(Debug)]
pub struct ErrorFiles {
    /// The rows and causes, as data.
    pub table: ErrorTable,
    /// The sentences of the same table, in the language that was requested.
    pub prose: ErrorProse,
}

/// An error, and what it means.
#[derive(Clone, Debug)]
pub struct ErrorView<'d> {
    /// Whose server it is from, if the text tells.
    pub server: Option<&'d str>,
    /// The error code or the number, as the server writes it.
    pub error: Option<String>,
    /// The server's sentence; what may be a code or a token in it is masked. `None` if the whole text is the sentence.
    pub sentence: Option<String>,
    /// The request that failed, where the text names its method and URL; what may be a token in it is masked.
    pub request: Option<String>,
    /// No server was reached, so the words are those of the program.
    pub is_of_program: bool,
    /// The scopes that the sentence names.
    pub asked: Option<AskedView>,
    /// What the tables of errors say about it.
    pub meaning: Meaning<'d>,
}

/// What is known of an error.
#[derive(Clone, Debug)]
pub enum Meaning<'d> {
    /// A table is on its way, or did not arrive.
    Waits,
    /// No table has it.
    Unknown,
    /// What it means; several where the same text is used for different errors.
    Known(Vec<ExplanationView<'d>>),
}

/// What an error means.
#[derive(Clone, Debug)]
pub struct ExplanationView<'d> {
    /// The stable name of the row in the table; `data-error`.
    pub row: &'d str,
    /// What the provider means.
    pub says: &'d str,
    /// Whether the error itself says what is wrong.
    pub names_cause: bool,
    /// Whether the first cause is certain, by the error itself.
    pub is_proven: bool,
    /// Whether little more than the status is known of the error.
    pub is_vague: bool,
    /// How sure the meaning is.
    pub sure: Confidence,
    /// Where that was read, in the order of the catalog's file.
    pub sources: Vec<&'d Source>,
    /// What may have caused it: the causes that a clue supports, then the others, the likeliest first.
    pub causes: Vec<CauseView<'d>>,
}

impl<'d> ExplanationView<'d> {
    /// The causes that are read first, and the others: those that a clue supports; where it is open which it is, some
    /// that are as likely; or else the likeliest one.
    #[must_use]
    pub fn first_causes(&self) -> (&[CauseView<'d>], &[CauseView<'d>]) {
        let supported = self.causes.iter().take_while(|cause| cause.because.is_some()).count();
        let count = if self.is_open() { MOST_OPEN } else { supported.max(1) };
        self.causes.split_at_checked(count).unwrap_or((&self.causes, &[]))
    }

    /// Whether nothing tells which of its causes it is: neither the error itself nor anything beside it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let is_supported = self.causes.first().is_some_and(|cause| cause.because.is_some());
        !self.is_proven && self.causes.len() > 1 && !is_supported
    }
}

/// How many causes are read at once.
const MOST_OPEN: usize = 3;

/// What may have caused an error.
#[derive(Clone, Debug)]
pub struct CauseView<'d> {
    /// Its stable name in the table; `data-cause`.
    pub id: &'d str,
    /// The sentence that names the cause.
    pub says: &'d str,
    /// What to do.
    pub fix: &'d str,
    /// Why it is likely, if it is: what goes on after "Likely, because".
    pub because: Option<String>,
    /// Where it is fixed at the provider, in its own menu words.
    pub path: Option<String>,
    /// How sure the cause is.
    pub sure: Confidence,
    /// Where it was read; empty if it was where the row was.
    pub sources: Vec<&'d Source>,
}

/// An error as far as it can be read without the table.
#[derive(Clone)]
pub(in crate::desk) struct ReadError {
    /// What the response is as a whole; several where more than one thing is missing in it.
    forms: Vec<ShownForm>,
    place: Option<RefusalPlace>,
    pub(in crate::desk) status: Option<u32>,
    pub(in crate::desk) error: Option<String>,
    sentence: Option<Secret>,
    /// What is around it in the text, for an error that itself says nothing.
    around: Option<Secret>,
    network: Option<NetworkFault>,
    request: Option<String>,
    number: Option<u32>,
    code: Option<String>,
    /// The sentence is a separate part of the text; otherwise it is the whole text, or there is none.
    is_quoted: bool,
    /// What the text says about the request.
    clues: Vec<Evidence>,
    /// The causes that the words of the text tell of, each with those words.
    told: Vec<(String, String)>,
    /// The URLs in the text.
    addresses: Vec<String>,
    /// It has the members that the provider of the tools uses: `reason` where RFC 6749 has `error_description`.
    has_own_form: bool,
}

/// The tables of errors that this view needs and that are not there in the chosen language.
pub(in crate::desk) fn wanted(desk: &Desk) -> Vec<Resource> {
    let is_there =
        |name: &str| desk.errors.iter().any(|(language, files)| *language == desk.language && files.table.id == name);
    let missing: Vec<&str> = tables::names(desk).filter(|name| !is_there(name)).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let is_needed = match desk.route {
        Route::Tool(Tool::ErrorAnswer) => true,
        Route::Tool(Tool::TokenAnswer) => read_answer(desk).is_some(),
        Route::Tool(Tool::Redirect) => read_landed(desk).is_some(),
        Route::Tool(Tool::TokenRequest) => desk.command.kind == RequestKind::FirstCall && read_call(desk).is_some(),
        Route::Tool(Tool::Report) => report::has_errors(desk),
        Route::Start | Route::Tools => desk.has_anything(),
        Route::Product { .. } => [read_answer(desk), read_landed(desk), read_call(desk)].iter().any(Option::is_some),
        _ => false,
    };
    let missing = missing.into_iter().filter(|_| is_needed);
    missing.map(|name| Resource::Errors(name.to_owned(), desk.language)).collect()
}

/// What the text in the field for errors means; `None` while it is empty, or if it is not an error.
pub(in crate::desk) fn of_error(desk: &Desk) -> Option<ErrorView<'_>> {
    let read = match &token_answer::reading(desk, Field::Error)?.answer {
        Ok(TokenAnswer::Tokens(tokens)) => ReadError::of_tokens(short_forms(tokens))?,
        Ok(TokenAnswer::Refused(_) | TokenAnswer::Printed(_) | TokenAnswer::DeviceCodes) | Err(_) => {
            read_field(desk, Field::Error)?
        }
    };
    Some(view_of(desk, read))
}

/// What the error in the field for the token response means, or what is missing in that response.
#[must_use]
pub fn of_answer(desk: &Desk) -> Option<ErrorView<'_>> {
    let view = view_of(desk, read_answer(desk)?);
    view.is_worth_showing().then_some(view)
}

/// What the error in the field for the response to the test call means.
#[must_use]
pub fn of_call(desk: &Desk) -> Option<ErrorView<'_>> {
    let view = view_of(desk, read_call(desk)?);
    view.is_worth_showing().then_some(view)
}

/// What the error that was returned instead of a code means.
#[must_use]
pub fn of_landing(desk: &Desk) -> Option<ErrorView<'_>> {
    let view = view_of(desk, read_landed(desk)?);
    view.is_worth_showing().then_some(view)
}

fn read_answer(desk: &Desk) -> Option<ReadError> {
    let view = token_answer::view(desk)?;
    if view.tokens().is_some() {
        let has = |kinds: [FindingKind; 2]| view.findings.iter().any(|finding| kinds.contains(&finding.kind));
        let scopes = has([FindingKind::ScopesMissing, FindingKind::ScopesAbsent]);
        let refresh = has([FindingKind::RefreshTokenMissing, FindingKind::RefreshTokenNeeded]);
        let forms = [(scopes, ShownForm::ScopesShort), (refresh, ShownForm::NoRefreshToken)];
        return ReadError::of_tokens(forms.into_iter().filter(|(is, _)| *is).map(|(_, form)| form).collect());
    }
    // EXPOSE: only whether it names a token is computed.
    let names_token = || desk.session().entry(Field::Answer).expose().contains("access_token");
    // Half a response is no error; what there is of it is a token.
    if view.is_cut_off() && names_token() {
        return None;
    }
    let read = read_field(desk, Field::Answer)?;
    // A code of their own, which no table has, is shown as it is written.
    let error = read.error.or_else(|| view.refusal()?.error());
    Some(ReadError { place: read.place.or(Some(RefusalPlace::Token)), error, ..read })
}

fn read_call(desk: &Desk) -> Option<ReadError> {
    let refusal = || test_call::answer(desk)?.refusal.clone();
    read_once(desk, Field::CallAnswer, |_| refusal())
}

fn read_landed(desk: &Desk) -> Option<ReadError> {
    let view = redirect::view(desk)?;
    if let Some(refusal) = view.refusal() {
        return Some(ReadError {
            forms: vec![ShownForm::Refusal],
            place: Some(RefusalPlace::Authorize),
            status: None,
            error: Some(refusal.error.clone()),
            sentence: refusal.description.as_deref().map(Secret::new),
            around: None,
            network: None,
            request: None,
            number: None,
            code: None,
            is_quoted: true,
            clues: Vec::new(),
            told: Vec::new(),
            addresses: Vec::new(),
            has_own_form: false,
        });
    }
    // EXPOSE: only whether it has spaces is computed. The text of a page has some; a URL or a code has none.
    if !desk.session().entry(Field::Landed).expose().trim().contains(char::is_whitespace) {
        return None;
    }
    let read = read_field(desk, Field::Landed)?;
    Some(ReadError { place: read.place.or(Some(RefusalPlace::Authorize)), ..read })
}

/// The content of a field as an error; `None` if it is none.
fn read_field(desk: &Desk, field: Field) -> Option<ReadError> {
    read_once(desk, field, read_refusal_text)
}

fn read_once(desk: &Desk, field: Field, read: impl FnOnce(&str) -> Option<RefusalText>) -> Option<ReadError> {
    let session = desk.session();
    let read = session.readings.of(field, (desk.provider_id(), desk.errors.len()), || {
        // EXPOSE: the reader works on the text itself; what it returns contains the sentence as a secret.
        let text = session.entry(field).expose();
        Some(read_refusal(&KnownOfText::new(desk, text), read(text)?, text, &addresses_in(text)))
    });
    read.as_ref().clone()
}

/// The id of the server that one of these URLs is of, if it is known.
pub(in crate::desk) fn server_at<'d>(desk: &'d Desk, addresses: &[&str]) -> Option<&'d str> {
    Tables::of(desk)?.server_of(addresses, "").map(|(id, _)| id)
}

/// What words mean that have no form of an error, if a table has them: at least so many characters of them that they
/// are hardly there by chance. Fewer are enough where somebody tells what happened, or where there is nothing else.
pub(in crate::desk) fn of_prose(desk: &Desk, read: ReadError) -> Option<ErrorView<'_>> {
    let tables = Tables::of(desk)?;
    let server = read.server(&tables).map(|(id, _)| id);
    // EXPOSE: the tables search it for their own words.
    let sentence = read.sentence.as_ref().map(Secret::expose);
    let shown = Shown { sentence, server, network: read.network, place: read.place, ..Shown::default() };
    let (found, _) = tables.explain(&shown, &[], read.has_own_form);
    let is_known = found.first().is_some_and(|row| {
        let words = sentence.unwrap_or_default();
        let said = row.fit.said();
        if words.len() <= 2 * said || tells(words) {
            return said >= LEAST_TOLD_WORDS;
        }
        let mut parts = row.row.signs.iter().filter_map(|sign| sign.says.as_deref()).filter(|part| part.len() == said);
        said >= LEAST_KNOWN_WORDS && parts.any(|part| tells_of_one(words, part))
    });
    is_known.then(|| view_of(desk, ReadError { is_quoted: false, ..read }))
}

/// In characters.
const LEAST_KNOWN_WORDS: usize = 16;
const LEAST_TOLD_WORDS: usize = 10;

pub(in crate::desk) fn read_refusal(
    known: &KnownOfText,
    read: RefusalText,
    text: &str,
    addresses: &[&str],
) -> ReadError {
    let form = match read.form {
        RefusalForm::Page => ShownForm::Page,
        // With a status that is an error, what was left out is not the point.
        RefusalForm::Empty if read.status.is_none_or(|status| status < 400) => ShownForm::Empty,
        RefusalForm::Empty | RefusalForm::Answer | RefusalForm::Inside | RefusalForm::Plain | RefusalForm::Other => {
            ShownForm::Refusal
        }
    };
    ReadError {
        forms: vec![form],
        place: read.place,
        status: read.status,
        error: read.error,
        sentence: read.sentence.map(shortened),
        around: read.around,
        network: read.network,
        // EXPOSE: what may be secret in it is masked.
        request: read.method.zip(read.url.as_ref()).map(|(method, url)| shown_request(&method, url.expose())),
        number: read.number,
        code: read.code,
        is_quoted: matches!(read.form, RefusalForm::Answer | RefusalForm::Inside),
        clues: known.clues_at(text, read.place),
        told: known.told.clone(),
        // EXPOSE: the tables compare its host and path with those of servers. The URL of the request that failed tells
        // most, so it comes first.
        addresses: read.url.iter().map(Secret::expose).chain(addresses.iter().copied()).map(str::to_owned).collect(),
        has_own_form: has_key(text, "reason") && !has_key(text, "error_description"),
    }
}

/// What a text says about the request that failed.
pub(in crate::desk) struct KnownOfText {
    clues: Vec<Evidence>,
    told: Vec<(String, String)>,
}

impl KnownOfText {
    pub(in crate::desk) fn new(desk: &Desk, text: &str) -> KnownOfText {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let told = Tables::of(desk).map(|tables| tables.told(&words)).unwrap_or_default();
        KnownOfText { clues: clues::clues_of_text(text, desk.provider()), told }
    }

    /// How a token was requested says nothing about a call of the API.
    fn clues_at(&self, text: &str, place: Option<RefusalPlace>) -> Vec<Evidence> {
        let is_in_url = || ["?access_token=", "&access_token="].iter().any(|part| text.contains(part));
        let is_left = |clue| clue != Clue::QueryInsteadOfBody || place != Some(RefusalPlace::Api) || is_in_url();
        self.clues.iter().filter(|one| is_left(one.clue)).cloned().collect()
    }
}

/// Whether a key is in the text, as JSON and the dumps of Python, JavaScript and PHP write one.
fn has_key(text: &str, key: &str) -> bool {
    let is_in_word = |ch: char| ch.is_alphanumeric() || ch == '_';
    text.match_indices(key).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + key.len()..).unwrap_or_default();
        let rest = behind.trim_start_matches(|ch: char| !is_in_word(ch) && !":=>".contains(ch));
        !before.is_some_and(is_in_word) && rest.starts_with([':', '=']) && behind.len() - rest.len() <= LONGEST_JOINT
    })
}

/// In bytes: what is between a key and its colon, such as an escaped quote and a space.
const LONGEST_JOINT: usize = 4;

/// What an error means that was read already.
pub(in crate::desk) fn view_of(desk: &Desk, read: ReadError) -> ErrorView<'_> {
    // EXPOSE: it is looked through for names of scopes, and what may be secret in it is masked before it is shown.
    let sentence = read.sentence.as_ref().map(Secret::expose);
    let server = Tables::of(desk).and_then(|tables| read.server(&tables));
    let (meaning, is_of_provider) = meaning(desk, &read);
    // Only the provider writes what its own table has.
    let provider = desk.provider().filter(|_| is_of_provider).map(|provider| provider.name.as_str());
    ErrorView {
        server: server.map(|(_, server)| server.name.as_str()).or(provider),
        error: read
            .error
            .as_deref()
            .map(shown_sentence)
            .or_else(|| read.code.clone())
            .or_else(|| read.number.map(|number| number.to_string())),
        sentence: sentence.filter(|_| read.is_quoted).map(shown_sentence),
        request: read.request,
        is_of_program: read.network.is_some() || sentence.is_some_and(is_of_powershell),
        asked: sentence.and_then(asked),
        meaning,
    }
}

/// Whether PowerShell itself says it, of a parameter of its command (`ParameterBindingException`): nothing was sent.
fn is_of_powershell(sentence: &str) -> bool {
    const STARTS: [&str; 3] =
        ["Missing an argument for parameter '", "Cannot bind parameter '", "A parameter cannot be found that matches"];
    STARTS.iter().any(|start| sentence.starts_with(start))
}

/// What an error means, and whether that is in the table of the provider.
fn meaning<'d>(desk: &'d Desk, read: &ReadError) -> (Meaning<'d>, bool) {
    let Some(tables) = Tables::of(desk) else { return (Meaning::Waits, false) };
    let server = read.server(&tables).map(|(id, _)| id);
    // EXPOSE: the tables search it for their own words.
    let sentence = read.sentence.as_ref().map(Secret::expose);
    let mut known = clues::known(desk);
    known.extend(read.clues.iter().cloned());
    if sentence.and_then(asked_scopes).is_some() {
        known.push(Evidence { clue: Clue::ScopesAsked, fields: Vec::new() });
    }
    let clues: Vec<Clue> = known.iter().map(|one| one.clue).collect();
    let mut all = Vec::new();
    let mut is_of_provider = false;
    for form in &read.forms {
        let ReadError { place, status, number, network, .. } = *read;
        let error = read.error.as_deref();
        let code = read.code.as_deref();
        let shown =
            Shown { place, form: *form, status, error, sentence, network, number, code, server, told: &read.told };
        let (mut found, mut files) = tables.explain(&shown, &clues, read.has_own_form);
        // EXPOSE: the tables search it for their own words.
        if let Some(around) = read.around.as_ref().map(Secret::expose)
            && (sentence.is_none() || found.iter().all(|one| one.is_vague))
        {
            let more = tables.explain(&Shown { sentence: Some(around), ..shown }, &clues, read.has_own_form);
            let is_vague = found.iter().all(|one| one.is_vague);
            // Of a code alone only what its own row says of it beside: the other words may be about anything.
            let tells = |one: &Explanation<'_>| !one.is_vague && (is_vague || one.fit.has_code_and_words());
            if more.0.iter().any(tells) {
                (found, files) = more;
            }
        }
        is_of_provider |= !found.is_empty() && files.table.id != ErrorTable::GENERAL;
        all.extend(found.into_iter().map(|one| explained(desk, files, &one, &known, &read.told)));
    }
    (if all.is_empty() { Meaning::Unknown } else { Meaning::Known(all) }, is_of_provider)
}

fn explained<'d>(
    desk: &Desk,
    files: &'d ErrorFiles,
    explanation: &Explanation<'d>,
    known: &[Evidence],
    told: &[(String, String)],
) -> ExplanationView<'d> {
    let row = explanation.row;
    let sources = |names: &'d [String]| names.iter().filter_map(|name| files.table.sources.get(name)).collect();
    let causes = explanation.causes.iter().filter_map(|cause| {
        let prose = files.prose.causes.get(&cause.of_row.id)?;
        let path = &cause.cause.in_provider;
        Some(CauseView {
            id: &cause.of_row.id,
            says: &prose.says,
            fix: &prose.fix,
            because: because(desk, files, cause, known).or_else(|| told_of(files, cause, told)),
            path: (!path.is_empty()).then(|| path.join(" › ")),
            sure: cause.of_row.sure,
            sources: if cause.of_row.source == row.source { Vec::new() } else { sources(&cause.of_row.source) },
        })
    });
    ExplanationView {
        row: &row.id,
        says: files.prose.rows.get(&row.id).map_or("", String::as_str),
        names_cause: row.names_cause,
        is_proven: row.names_cause || row.is_proven,
        is_vague: explanation.is_vague,
        sure: row.sure,
        sources: sources(&row.source),
        causes: causes.collect(),
    }
}

/// The first of a cause's clues that is known, in words.
fn because(desk: &Desk, files: &ErrorFiles, cause: &LikelyCause<'_>, known: &[Evidence]) -> Option<String> {
    let mut raising = cause.cause.raised_by.iter();
    let clue = raising.find_map(|clue| known.iter().find(|known| known.clue == *clue))?;
    let labels: Vec<String> = clue.fields.iter().map(|field| format!("**{}**", desk.label(*field))).collect();
    let sentence = files.prose.clues.get(clue.clue.name())?;
    Some(filled(sentence, &[("fields", &desk.texts.list(&labels))]))
}

/// The words of the text that tell of a cause.
fn told_of(files: &ErrorFiles, cause: &LikelyCause<'_>, told: &[(String, String)]) -> Option<String> {
    let (_, words) = told.iter().find(|(id, _)| *id == cause.of_row.id)?;
    Some(filled(files.prose.clues.get(ErrorProse::TOLD)?, &[("words", words)]))
}

impl ErrorView<'_> {
    /// The stable name of what the tables say about it first.
    pub(in crate::desk) fn row(&self) -> Option<&str> {
        match &self.meaning {
            Meaning::Known(all) => all.first().map(|one| one.row),
            Meaning::Waits | Meaning::Unknown => None,
        }
    }

    /// Whether it says more than that a text is not known: a field that is for something else may contain text that is
    /// not an error.
    fn is_worth_showing(&self) -> bool {
        self.error.is_some() || self.sentence.is_some() || matches!(self.meaning, Meaning::Known(_))
    }
}

impl ReadError {
    /// Whose server it is from: by its URLs, or by its words.
    fn server<'d>(&self, tables: &Tables<'d>) -> Option<(&'d str, &'d Server)> {
        let addresses: Vec<&str> = self.addresses.iter().map(String::as_str).collect();
        // EXPOSE: the table searches them for the words of servers.
        let words = |text: &Option<Secret>| text.as_ref().map(|text| text.expose().to_lowercase()).unwrap_or_default();
        tables.server_of(&addresses, &words(&self.sentence)).or_else(|| tables.server_of(&[], &words(&self.around)))
    }

    /// A response with tokens; `None` if nothing is missing in it.
    fn of_tokens(forms: Vec<ShownForm>) -> Option<ReadError> {
        (!forms.is_empty()).then(|| ReadError {
            forms,
            place: Some(RefusalPlace::Token),
            status: None,
            error: None,
            sentence: None,
            around: None,
            network: None,
            request: None,
            number: None,
            code: None,
            is_quoted: false,
            clues: Vec::new(),
            told: Vec::new(),
            addresses: Vec::new(),
            has_own_form: false,
        })
    }
}

/// What may be missing in a response that somebody takes for an error.
fn short_forms(tokens: &Tokens) -> Vec<ShownForm> {
    let missing = [
        (tokens.scopes.is_empty(), ShownForm::ScopesShort),
        (tokens.refresh_token.is_none(), ShownForm::NoRefreshToken),
    ];
    missing.into_iter().filter(|(is, _)| *is).map(|(_, form)| form).collect()
}

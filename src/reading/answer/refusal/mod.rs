//! An error response in any form that a person may have: JSON, a dump of any language, headers, a log, a page.

mod bare;
mod causes;
mod coded;
mod found;
mod level;
mod member;
mod name;
mod network;
mod page;
mod place;
mod record;
mod report;
mod request;
mod scan;
mod status;
mod syntax;
mod value;
mod word;

pub(in crate::reading) use report::{is_calm_entry, is_sound_log, reported};
pub use report::{tells, tells_of_failure, tells_of_one};
pub(super) use status::status_in;
pub(in crate::reading) use word::known_error;

use self::bare::sentence_of;
use self::causes::innermost_cause;
use self::coded::coded_line;
use self::found::Found;
use self::level::is_on_topic;
use self::page::{is_page, shown_text};
use self::place::{place_in, place_of_error, place_of_request};
use self::record::Record;
use self::report::{is_of_other_entry, last_attempt, without_mentioned_types};
use self::scan::scan;
use self::value::without_entities;
use crate::oauth::{
    AnswerForm, NetworkFault, NotAnAnswer, PastedAnswer, RefusalPlace, Secret, TokenAnswer, grouped_number,
    read_pasted_answer, refusal_number,
};
use crate::reading::colors::without_colors;
use std::borrow::Cow;

/// What a pasted text says about an error: of several, the last one.
#[derive(Clone, Debug)]
pub struct RefusalText {
    /// What kind of text it was.
    pub form: RefusalForm,
    /// Where the error was shown, as far as the text tells.
    pub place: Option<RefusalPlace>,
    /// The HTTP status, where the text contains one.
    pub status: Option<u32>,
    /// The value of `error`, if it is a code, as the server writes it: one word, such as `invalid_grant` or
    /// `UNAUTHORIZED`.
    pub error: Option<String>,
    /// The server's own words, without escapes: those of `error_description`, `reason`, `message` or a similar member;
    /// several are on a line each, the most telling first. Where none of them is separate, the whole text, or what a
    /// page shows; of a long text, the lines around the error. It can contain an authorization code.
    pub sentence: Option<Secret>,
    /// What is around the error in a text that contains more: the causes that a program gives, or the lines of a log.
    pub around: Option<Secret>,
    /// Why there was no response, where that is what a program tells.
    pub network: Option<NetworkFault>,
    /// The provider's error number, where there is one.
    pub number: Option<u32>,
    /// The provider's code, where it is text: `AADSTS700016`, `E0000004`, `INVALID_SESSION_ID`.
    pub code: Option<String>,
    /// The method of the request that the text names.
    pub method: Option<String>,
    /// The URL of that request: scheme, host and path only, which can contain secrets too.
    pub url: Option<Secret>,
    /// Whether the text certainly is, or contains, an error.
    pub is_error: bool,
    /// Whether all that is an error are words in an entry of a log, which may be about anything.
    pub is_aside: bool,
}

/// The form in which an error was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalForm {
    /// The response itself.
    Answer,
    /// A response with other text around it, as in a log, or as a different language prints it.
    Inside,
    /// A web page.
    Page,
    /// Other text.
    Plain,
    /// An empty text.
    Empty,
    /// JSON that is something else: a package, a collection of requests, a profile. Or a description of several errors.
    Other,
}

/// Reads an error; `None` where the text is a response with tokens, which is not an error.
///
/// Any other text is accepted: the provider's table decides whether it is an error. Runs in linear time.
///
/// ```
/// use authdesk::oauth::{RefusalPlace, Secret};
/// use authdesk::reading::{RefusalForm, read_refusal_text};
///
/// let log = r#"400 Bad Request: {"reason":"Invalid client","error":"invalid_client"}"#;
/// let read = read_refusal_text(log).unwrap();
/// assert_eq!((read.form, read.status), (RefusalForm::Inside, Some(400)));
/// assert_eq!((read.place, read.error.as_deref()), (Some(RefusalPlace::Token), Some("invalid_client")));
/// assert!(read.sentence.unwrap().same_as(&Secret::new("Invalid client")));
///
/// assert!(read_refusal_text(r#"{"access_token":"DemoSecret"}"#).is_none());
/// ```
#[must_use]
pub fn read_refusal_text(text: &str) -> Option<RefusalText> {
    let text = &*without_colors(text);
    let answer = answer_of(text);
    let has_tokens = matches!(answer.answer, Ok(TokenAnswer::Tokens(_) | TokenAnswer::Printed(_)));
    if has_tokens && !matches!(answer.form, AnswerForm::Amid { .. }) {
        return None;
    }
    let is_html = is_page(text);
    let shown = if is_html { shown_text(text) } else { without_quote_entities(text) };
    let shown = without_mentioned_types(shown);
    let report = reported(&shown);
    let pasted = Pasted { text, answer: &answer, has_tokens, is_html };
    // What a program tried before something else failed is not why it gave up.
    let last = last_attempt(&report).and_then(|last| pasted.read(&last)).filter(|read| read.is_error && read.says());
    if last.is_some() {
        return last;
    }
    let read = pasted.read(&report)?;
    if read.is_error || matches!(report, Cow::Borrowed(_)) {
        return Some(read);
    }
    // Nothing of it happened. What it is about can be said all the same, to somebody who asks.
    Some(RefusalText { is_error: false, ..pasted.read(&shown)? })
}

/// The text as a response. A long one without a token is none, and is not parsed to see that.
fn answer_of(text: &str) -> PastedAnswer {
    if text.len() <= LONGEST_ANSWER || ["oken", "OKEN"].iter().any(|part| text.contains(part)) {
        return read_pasted_answer(text);
    }
    let answer = match text.trim_start().chars().next() {
        Some('{') => NotAnAnswer::NoKnownKey,
        Some('[') => NotAnAnswer::NotAnObject,
        _ => NotAnAnswer::NotJson { at: 0 },
    };
    PastedAnswer { answer: Err(answer), form: AnswerForm::Plain, plain: None }
}

/// In bytes.
const LONGEST_ANSWER: usize = 100_000;

/// A text, and what is known of it as a response.
struct Pasted<'t> {
    text: &'t str,
    answer: &'t PastedAnswer,
    has_tokens: bool,
    is_html: bool,
}

impl Pasted<'_> {
    /// Reads what of the text is a report.
    fn read(&self, report: &str) -> Option<RefusalText> {
        let Pasted { text, answer, has_tokens, is_html } = *self;
        let found = scan(report);
        let record = found.last_error().map(|last| found.before_meeting(last, report));
        // Of several attempts the last one counts.
        let last_token = found.records.iter().filter(|record| record.has_token).map(|record| record.at).next_back();
        if has_tokens && record.is_none_or(|record| last_token.is_none_or(|token| record.at <= token)) {
            return None;
        }
        if record.is_none_or(|record| record.is_line) && found.is_list_of_errors(report) {
            return Some(RefusalText::new(RefusalForm::Other));
        }
        if record.is_none() && matches!(answer.answer, Err(NotAnAnswer::Empty)) {
            let status = status_in(text);
            let is_error = status.is_some_and(|status| status >= 400);
            return Some(RefusalText { status, is_error, ..RefusalText::new(RefusalForm::Empty) });
        }
        let is_json = match &answer.answer {
            Ok(_) | Err(NotAnAnswer::NoKnownKey) => answer.form == AnswerForm::Plain,
            Err(NotAnAnswer::NotAnObject) => text.trim_start().starts_with('['),
            Err(_) => false,
        };
        let form = match record {
            Some(_) if is_json => RefusalForm::Answer,
            Some(record) if is_html && !record.is_certain() => RefusalForm::Page,
            Some(record) if record.is_structured || !record.sentences.is_empty() => RefusalForm::Inside,
            None if is_json => RefusalForm::Other,
            None if is_html => RefusalForm::Page,
            Some(_) | None => RefusalForm::Plain,
        };
        let mut read = RefusalText::new(form);
        if let Some(record) = record {
            read.take(record, &found);
            read.is_aside = !record.is_certain() && is_of_other_entry(report, record.at);
            if let Some(cause) = innermost_cause(report, record.at) {
                // EXPOSE: the words go back into a secret.
                let said = read.sentence.iter().map(Secret::expose);
                read.sentence = Some(Secret::new([cause].into_iter().chain(said).collect::<Vec<_>>().join("\n")));
            }
        }
        read.complete(report, &found, record);
        read.place = read.place.or_else(|| place_of_error(read.error.as_deref()));
        // EXPOSE: only the form of its path counts.
        let of_request = || read.url.as_ref().and_then(|url| place_of_request(url.expose()));
        read.place = read.place.or_else(of_request).or_else(|| place_in(text));
        Some(read)
    }
}

/// A text that somebody copied from the source of a page.
fn without_quote_entities(text: &str) -> String {
    let is_escaped = |text: &str| ["&quot;", "&#34;", "&#39;", "&amp;quot;"].iter().any(|part| text.contains(part));
    let mut plain = text.to_owned();
    for _ in 0..2 {
        if is_escaped(&plain) {
            plain = without_entities(&plain);
        }
    }
    plain
}

impl RefusalText {
    fn new(form: RefusalForm) -> RefusalText {
        RefusalText {
            form,
            place: None,
            status: None,
            error: None,
            sentence: None,
            around: None,
            network: None,
            number: None,
            code: None,
            method: None,
            url: None,
            is_error: false,
            is_aside: false,
        }
    }

    /// Whether it has a code, or words of its own.
    fn says(&self) -> bool {
        // EXPOSE: only whether there are several words is computed.
        let has_words = |sentence: &Secret| sentence.expose().split_whitespace().nth(LEAST_WORDS - 1).is_some();
        self.error.is_some() || self.code.is_some() || self.sentence.as_ref().is_some_and(has_words)
    }

    fn take(&mut self, record: &Record, found: &Found) {
        self.error.clone_from(&record.error);
        self.code.clone_from(&record.code);
        self.number = record.number;
        let same = |other: &&Record| other.error.is_some() && other.error == record.error && !other.has_token;
        let elsewhere = || found.records.iter().rev().filter(same).find_map(Record::sentence);
        // The messages of a program belong together: the last one is the deepest cause, or the last attempt.
        let messages = || {
            let others = found.records.iter().rev().filter(|other| other.is_message).filter_map(Record::sentence);
            others.fold(Vec::new(), |mut all: Vec<String>, one| {
                if all.len() < MOST_MESSAGES && !all.contains(&one) {
                    all.push(one);
                }
                all
            })
        };
        let said = if record.is_message { Some(messages().join("\n")) } else { record.sentence().or_else(elsewhere) };
        self.sentence = said.map(Secret::new);
        self.status = record.status;
        // `code` is a status where the response says so in another way too.
        match record.called_code {
            Some(status) if record.status == Some(status) => {}
            Some(status) if record.is_bad || record.code.is_some() => self.status = self.status.or(Some(status)),
            Some(status) => self.number = self.number.or(Some(status)),
            None => {}
        }
        self.place = record.place();
        self.is_error = record.is_certain() || record.is_likely();
    }

    fn complete(&mut self, text: &str, found: &Found, record: Option<&Record>) {
        let at = record.map(|record| record.at);
        self.status = self.status.or_else(|| found.status_near(at));
        let request = found.requests.iter().find(|(_, request)| request.is_certain && request.url.contains("://"));
        if let Some((_, request)) =
            request.or_else(|| found.requests.iter().find(|(_, request)| request.url.contains("://")))
        {
            self.method.clone_from(&request.method);
            self.url = Some(Secret::new(request.url.as_str()));
        }
        if self.form == RefusalForm::Other {
            return;
        }
        if self.code.is_none()
            && let Some((at, code)) = found.codes.last()
        {
            self.code = Some(code.clone());
            // EXPOSE: the words beside the code tell more than those of the program that got them.
            let said = self.sentence.as_ref().map(Secret::expose);
            let beside = text.get(*at..).filter(|beside| beside.starts_with(code.as_str())).and_then(sentence_of);
            if let Some(beside) = beside.filter(|_| said.is_none_or(|said| !said.contains(code.as_str()))) {
                self.sentence =
                    Some(Secret::new([beside.as_str()].into_iter().chain(said).collect::<Vec<_>>().join("\n")));
            }
        }
        if matches!(self.form, RefusalForm::Plain | RefusalForm::Page) {
            let lines = around(text, found.last_evidence());
            self.number = self.number.or_else(|| number_in(lines));
            if self.error.is_none() {
                self.error = found.errors.last().map(|(_, error)| (*error).to_owned());
            }
            self.sentence = Some(Secret::new(without_gaps(lines)));
        }
        if matches!(self.form, RefusalForm::Inside | RefusalForm::Answer) {
            self.around = Some(Secret::new(around(text, at)));
        }
        let network = found.network(text);
        self.network = network.map(|(_, fault)| fault);
        let coded = if self.error.is_none() { coded_line(text) } else { None };
        if let Some((number, line)) = coded {
            self.number = Some(number);
            self.sentence = Some(Secret::new(line));
        }
        // The page below the response that it was made from says more.
        if let (Some(number), Some(said)) = (self.number, &self.sentence)
            && let Some(line) = line_of_number(text, number)
        {
            // EXPOSE: the line goes back into a secret.
            self.sentence = Some(Secret::new([said.expose(), line].join("\n")));
        }
        let is_status = self.status.is_some_and(|status| status >= 400)
            && (text.len() < LONGEST_STATUS_LINE || request.is_some() || !found.exceptions.is_empty());
        let is_program = found.exceptions.iter().any(|(.., is_error)| *is_error);
        let is_network = network.is_some_and(|(place, _)| {
            text.len() < LONGEST_STATUS_LINE
                || request.is_some()
                || !found.exceptions.is_empty()
                || is_on_topic(around(text, Some(place)))
        });
        self.is_error |=
            coded.is_some() || self.error.is_some() || is_program || is_status || is_network || self.code.is_some();
    }
}

const LEAST_WORDS: usize = 3;
const MOST_MESSAGES: usize = 4;
/// In bytes: a longer text with a status and no request may be about anything.
const LONGEST_STATUS_LINE: usize = 300;
/// In bytes: a longer text is a log, and only the lines around the error count.
const LONGEST_SENTENCE: usize = 4000;
/// How much of such a text counts, before and after the error, in bytes.
const MOST_AROUND: usize = 1000;

/// The text, or the whole lines of a long text that are next to the place.
fn around(text: &str, at: Option<usize>) -> &str {
    let Some(at) = at.filter(|_| text.len() > LONGEST_SENTENCE) else { return text };
    let from = at.saturating_sub(MOST_AROUND);
    let boundary = |wanted: usize| (wanted..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let (from, to) = (boundary(from), boundary((at + MOST_AROUND).min(text.len())));
    let lines = text.get(from..to).unwrap_or(text);
    let first = if from == 0 { lines } else { lines.split_once('\n').map_or(lines, |(_, rest)| rest) };
    if to == text.len() { first } else { first.rsplit_once('\n').map_or(first, |(rest, _)| rest) }
}

/// The lines without the gaps of what is no report.
fn without_gaps(lines: &str) -> Cow<'_, str> {
    const GAP: &str = "        ";
    if !lines.contains(GAP) {
        return Cow::Borrowed(lines);
    }
    let kept = lines.lines().map(str::trim_end).filter(|line| !line.trim_start().is_empty());
    Cow::Owned(kept.collect::<Vec<_>>().join("\n"))
}

/// The last line of a page with this number: `Invalid redirect: https://client.example.com/cb (4,700)`.
fn line_of_number(text: &str, number: u32) -> Option<&str> {
    let number_of = |line: &str| grouped_number(line.trim_end().strip_suffix(')')?.rsplit_once('(')?.1);
    let line = text.lines().rev().find(|line| number_of(line) == Some(number));
    line.map(str::trim).filter(|line| line.len() < text.trim().len())
}

/// The number of a page or of a line, or a number that is the whole text: `4733`, `Fehler 4700`.
fn number_in(text: &str) -> Option<u32> {
    refusal_number(text).or_else(|| {
        let text = text.trim().trim_matches(['(', ')', '#', '.', ':']);
        let digits = match text.rsplit_once([' ', '=', ':', '#']) {
            Some((word, digits)) => {
                let word = word.trim_end_matches([' ', ':', '=', '#']).to_lowercase();
                let is_word =
                    ["error", "fehler", "code", "fehlercode", "errorcode", "erreur", "errno"].contains(&word.as_str());
                Some(digits).filter(|_| is_word)?
            }
            None => text,
        };
        refusal_number(&format!("({})", digits.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> RefusalText {
        read_refusal_text(text).unwrap()
    }

    #[track_caller]
    fn says(text: &str, form: RefusalForm, error: Option<&str>, sentence: Option<&str>) -> RefusalText {
        let found = read(text);
        // EXPOSE: the tests compare the whole text.
        assert_eq!(found.sentence.as_ref().map(Secret::expose), sentence, "{text}");
        assert_eq!((found.form, found.error.as_deref()), (form, error), "{text}");
        found
    }

    const WRONG_PAIR: &str = "Invalid client_id or client_secret";

    #[test]
    fn the_answer_itself() {
        let found = says(
            r#"{"reason":"Invalid client_id or client_secret","error":"invalid_client"}"#,
            RefusalForm::Answer,
            Some("invalid_client"),
            Some(WRONG_PAIR),
        );
        assert_eq!((found.place, found.status, found.number), (Some(RefusalPlace::Token), None, None));
        let found = says(
            r#"{"code":124,"message":"Invalid access token."}"#,
            RefusalForm::Answer,
            None,
            Some("Invalid access token."),
        );
        assert_eq!((found.place, found.number), (Some(RefusalPlace::Api), Some(124)));
        let found = says(
            r#"{"ok":false,"error":"invalid_manifest","errors":[{"setting":"/oauth_information/scopes[0]","message":"x is not a valid scope name"}]}"#,
            RefusalForm::Answer,
            Some("invalid_manifest"),
            Some("x is not a valid scope name"),
        );
        assert_eq!(found.place, Some(RefusalPlace::Manifest));
        says(r#"{"error":"Not a code."}"#, RefusalForm::Answer, None, Some("Not a code."));
        says(r#"{"error":"Not a code.","reason":"x"}"#, RefusalForm::Answer, None, Some("x\nNot a code."));
    }

    #[test]
    fn a_log_around_it() {
        for text in [
            "400 Bad Request: {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
            "Client error: `POST https://zoom.us/oauth/token` resulted in a `400 Bad Request` response:\n{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}\n",
            "HTTP/1.1 400\n\"{\\\"reason\\\":\\\"Invalid client_id or client_secret\\\",\\\"error\\\":\\\"invalid_client\\\"}\"",
            "400 Client Error: {'reason': 'Invalid client_id or client_secret', 'error': 'invalid_client'}",
            "(400) [reason] => Invalid client_id or client_secret\n[error] => invalid_client\n",
        ] {
            let found = says(text, RefusalForm::Inside, Some("invalid_client"), Some(WRONG_PAIR));
            assert_eq!((found.place, found.status), (Some(RefusalPlace::Token), Some(400)), "{text}");
        }
        let cut = "response:\n{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:re (truncated...)\n";
        let found = says(
            cut,
            RefusalForm::Inside,
            None,
            Some("Invalid access token, does not contain scopes:[user:re (truncated...)"),
        );
        assert_eq!((found.place, found.number), (Some(RefusalPlace::Api), Some(4711)));
    }

    #[test]
    fn the_text_of_a_page_or_of_an_exception() {
        let page = "Invalid redirect: https://example.com/cb (4,700)";
        let found = says(page, RefusalForm::Plain, None, Some(page));
        assert_eq!((found.number, found.status), (Some(4700), None));
        let exception = "400 Client Error: Bad Request for url: https://zoom.us/oauth/token";
        let found = says(exception, RefusalForm::Plain, None, Some(exception));
        assert_eq!((found.place, found.status, found.number), (Some(RefusalPlace::Token), Some(400), None));
        let moodle = "No access token returned";
        says(moodle, RefusalForm::Plain, None, Some(moodle));
        let html = "<html><title>404 Not Found</title></html>";
        assert_eq!(says(html, RefusalForm::Page, None, Some("404 Not Found")).status, Some(404));
        let powershell = "Invoke-RestMethod : The remote server returned an error: (404) Not Found.";
        assert_eq!(read(powershell).status, Some(404));
        let sentence = "OAuth error: invalid_grant";
        says(sentence, RefusalForm::Plain, Some("invalid_grant"), Some(sentence));
        says(" \n", RefusalForm::Empty, None, None);
        assert!(read_refusal_text(r#"{"access_token":"a"}"#).is_none());
    }

    #[test]
    fn nothing_secret_is_printed() {
        for text in [
            r#"{"reason":"Invalid authorization code hidden-code","error":"invalid_grant"}"#,
            r#"{"reason":"x","error":"Hidden Code"}"#,
            "log: {'error': 'hidden-code-4711'}",
            "hidden-code",
        ] {
            assert!(!format!("{:?}", read(text)).to_lowercase().contains("hidden"), "{text}");
        }
    }
}

//! What was seen in a text, and which of it counts.

use super::bare::first_line;
use super::level::is_on_topic;
use super::record::Record;
use super::report::begins_entry;
use super::word::known_error;
use crate::oauth::NetworkFault;

/// What was seen in a text, in its order. Places are in bytes.
#[derive(Default)]
pub(super) struct Found {
    pub records: Vec<Record>,
    /// The HTTP statuses.
    pub statuses: Vec<(usize, u32)>,
    /// The requests.
    pub requests: Vec<(usize, Request)>,
    /// The known error codes.
    pub errors: Vec<(usize, &'static str)>,
    /// What programs say of a connection that failed.
    pub networks: Vec<(usize, NetworkFault)>,
    /// The codes of products.
    pub codes: Vec<(usize, String)>,
    /// The programs and classes, and whether they are only where an error is.
    pub exceptions: Vec<(usize, bool)>,
    /// What no record is there for.
    pub spare: Record,
}

/// A request that a text names.
#[derive(Clone, Default)]
pub(super) struct Request {
    pub method: Option<String>,
    /// Without query, fragment and credentials.
    pub url: String,
    /// The text says that it is a request.
    pub is_certain: bool,
}

impl Found {
    /// How much was found of records, to see whether more was.
    pub fn content(&self) -> (usize, usize) {
        let last = self.records.last();
        (self.records.len(), last.map_or(0, |record| record.sentences.len() + usize::from(record.error.is_some())))
    }

    /// The last one that is certain, else the last one that is likely.
    pub fn last_error(&self) -> Option<&Record> {
        if self.records.iter().any(|record| record.is_file) {
            return None;
        }
        let with_content = || self.records.iter().rev().filter(|record| record.has_content());
        let mut certain = with_content().filter(|record| record.is_certain());
        let Some(last) = certain.next() else { return with_content().find(|record| record.is_likely()) };
        // Of a dumped response, the body before its status.
        let body =
            certain.next().filter(|body| last.is_bare_status() && !body.is_bare_status() && last.is_next_to(body));
        body.or(Some(last))
    }

    /// The error of OAuth that is before one, where that one is how Zoom's Meeting SDK says that a person could not join
    /// (`errorCode`, `errorMessage`): that follows from it, or is about something else.
    pub fn before_meeting<'f>(&'f self, last: &'f Record, report: &str) -> &'f Record {
        let line = report.get(..last.at).map_or(0, |before| before.rfind('\n').map_or(0, |end| end + 1));
        let said = report.get(line..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let is_of_sdk = last.error.is_none() && said.contains("errorCode") && {
            let lower = said.to_ascii_lowercase();
            ["join", "meeting"].iter().any(|word| lower.contains(word))
        };
        let is_known = |record: &&Record| record.error.as_deref().and_then(known_error).is_some();
        let mut before = self.records.iter().rev().filter(|record| record.at < last.at && record.is_certain());
        before.find(is_known).filter(|_| is_of_sdk).unwrap_or(last)
    }

    /// The status next to the place, the one before it first; an error counts more than a success.
    pub fn status_near(&self, at: Option<usize>) -> Option<u32> {
        let at = at.unwrap_or(usize::MAX);
        let errors = || self.statuses.iter().filter(|(_, status)| *status >= 400);
        let before = errors().rfind(|(place, _)| *place <= at);
        before.or_else(|| errors().next()).or_else(|| self.statuses.last()).map(|(_, status)| *status)
    }

    /// Whether a text only describes errors: three of them, or two in a line, and nothing that happened.
    pub fn is_list_of_errors(&self, text: &str) -> bool {
        let Some((last, _)) = self.errors.last() else { return false };
        let line = text.get(..*last).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let count = |from: usize| {
            let mut names: Vec<&str> = Vec::new();
            for (_, error) in self.errors.iter().rev().take(MOST_LISTED).filter(|(at, _)| *at >= from) {
                if !names.contains(error) {
                    names.push(error);
                }
            }
            names.len()
        };
        let happened = !self.exceptions.is_empty()
            || !self.networks.is_empty()
            || !self.statuses.is_empty()
            || !self.requests.is_empty();
        !happened && (count(0) > 2 || count(line) > 1)
    }

    /// Why the last request got no response: what a program says after the last response, and nothing else, because a
    /// network that failed in an earlier attempt is no reason. The causes that a program lists belong together.
    pub fn network(&self, text: &str) -> Option<(usize, NetworkFault)> {
        let answered = self.records.iter().rfind(|record| record.is_answer()).map(|record| record.at);
        let after = |place: usize| answered.is_none_or(|at| place > at);
        let last = self.networks.iter().map(|(place, _)| *place).rfind(|place| after(*place))?;
        if answered.is_some() && !is_on_topic(line_at(text, last)) {
            return None;
        }
        let is_same = |place: usize| {
            let between = text.get(place..last).filter(|between| between.len() <= MOST_OF_CAUSES);
            between.is_some_and(|between| !between.lines().skip(1).any(begins_entry))
        };
        let near = self.networks.iter().rev().take(MOST_LISTED).filter(|(place, _)| after(*place) && is_same(*place));
        near.map(|(_, fault)| *fault).min().map(|fault| (last, fault))
    }

    /// The place of the last thing that only errors have.
    pub fn last_evidence(&self) -> Option<usize> {
        let errors = self.errors.last().map(|(at, _)| *at);
        let exceptions = self.exceptions.last().map(|(at, ..)| *at);
        let statuses = self.statuses.iter().rfind(|(_, status)| *status >= 400).map(|(at, _)| *at);
        let networks = self.networks.last().map(|(at, _)| *at);
        [errors, exceptions, statuses, networks].into_iter().flatten().max()
    }
}

const MOST_LISTED: usize = 20;
/// How far apart the causes of one failure are, in bytes: a stack trace is between them.
const MOST_OF_CAUSES: usize = 20_000;

/// The line around a place.
fn line_at(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    first_line(text.get(start..).unwrap_or_default())
}

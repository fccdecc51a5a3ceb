//! One error of a text: what is said of it in one place.

use super::name::Role;
use super::status::is_reason_phrase;
use super::word::{is_error_code, is_product_code, known_error};
use crate::oauth::RefusalPlace;

/// What belongs together: the members of one object, or lines next to each other.
#[derive(Default)]
pub(super) struct Record {
    pub at: usize,
    /// The object, by its number in the text.
    pub root: Option<u32>,
    /// The line of the last member, and which names it has, outside of objects.
    pub line: usize,
    pub names: Vec<Role>,
    pub error: Option<String>,
    pub code: Option<String>,
    pub number: Option<u32>,
    pub status: Option<u32>,
    /// With their ranks, see [`Role::Sentence`].
    pub sentences: Vec<(u8, String)>,
    /// The HTTP status that is called a code.
    pub called_code: Option<u32>,
    /// How many names say nothing about an error.
    pub others: usize,
    /// The response says that it succeeded.
    pub is_good: bool,
    /// The response says that it did not, without a reason.
    pub is_bad: bool,
    /// It is an entry of a log about something that went well.
    pub is_calm: bool,
    pub has_token: bool,
    /// A file that is no response.
    pub is_file: bool,
    /// There are names between quotes or brackets.
    pub is_structured: bool,
    /// It is a part of a line, and no more belongs to it.
    pub is_line: bool,
    /// The message of a class or a program, not the server's words.
    pub is_message: bool,
}

/// The rank of a sentence that says nothing but the status or a code.
const RANK_OF_REASON_PHRASE: u8 = 20;
/// The rank of what every server says for this error code.
const RANK_OF_GENERIC: u8 = 10;

impl Record {
    pub fn add_error(&mut self, value: &str) {
        if let Some(status) = self.status_of(value) {
            self.status.get_or_insert(status);
        } else if let Some(number) = number_of(value) {
            self.number.get_or_insert(number);
        } else if is_error_code(value) {
            let is_better = known_error(value).is_some() && self.error.as_deref().and_then(known_error).is_none();
            if self.error.is_none() || is_better {
                self.error = Some(value.to_owned());
            }
        } else {
            self.add_sentence(3, value);
        }
    }

    pub fn add_code(&mut self, value: &str) {
        if let Some(status) = self.status_of(value) {
            self.called_code.get_or_insert(status);
        } else if let Some(number) = number_of(value) {
            self.number.get_or_insert(number);
        } else if known_error(value).is_some() {
            self.error.get_or_insert_with(|| value.to_owned());
        } else if is_product_code(value) || is_node_code(value) || is_snake_code(value) || is_camel_code(value) {
            self.code.get_or_insert_with(|| value.to_owned());
        }
    }

    pub fn add_status(&mut self, value: &str) -> Option<u32> {
        let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
        if let Some(status) = self.status_of(&digits) {
            self.status = Some(status);
            return Some(status);
        }
        match value.to_ascii_lowercase().as_str() {
            "true" | "success" | "ok" => self.is_good = true,
            _ if digits.starts_with('2') && digits.len() == 3 => self.is_good = true,
            "false" | "error" | "fail" | "failed" | "failure" => self.is_bad = true,
            _ if value.len() > 3
                && value.len() <= 40
                && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') =>
            {
                self.code.get_or_insert_with(|| value.to_owned());
            }
            _ => {}
        }
        None
    }

    pub fn add_sentence(&mut self, rank: u8, value: &str) {
        let value = value.trim();
        if value.is_empty() || matches!(value, "null" | "undefined" | "None" | "nil" | "true" | "false" | "{}" | "[]") {
            return;
        }
        if ["success", "ok", "succeeded", "done"].iter().any(|good| value.eq_ignore_ascii_case(good)) {
            self.is_good = true;
            return;
        }
        // A reason that is a code, such as `auth_code_not_found`.
        if value.contains('_') && is_error_code(value) {
            if known_error(value).is_some() {
                self.error.get_or_insert_with(|| value.to_owned());
            } else {
                self.code.get_or_insert_with(|| value.to_owned());
            }
        }
        let rank = if is_reason_phrase(value) || value.contains('_') && is_error_code(value) {
            RANK_OF_REASON_PHRASE
        } else if is_generic(value) {
            RANK_OF_GENERIC + rank
        } else {
            rank
        };
        if !self.sentences.iter().any(|(_, known)| known == value) && self.sentences.len() < MOST_SENTENCES {
            self.sentences.push((rank, value.to_owned()));
        }
    }

    fn status_of(&self, value: &str) -> Option<u32> {
        value.parse().ok().filter(|status| value.len() == 3 && (400..600).contains(status))
    }

    /// The sentences, each on its line, the most telling first; one that only names the status counts only alone.
    pub fn sentence(&self) -> Option<String> {
        let mut sentences: Vec<&(u8, String)> = self.sentences.iter().collect();
        sentences.sort_by_key(|(rank, _)| *rank);
        if sentences.first().is_some_and(|(rank, _)| *rank != RANK_OF_REASON_PHRASE) {
            sentences.retain(|(rank, _)| *rank != RANK_OF_REASON_PHRASE);
        }
        let texts: Vec<&str> = sentences.into_iter().map(|(_, text)| text.as_str()).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// The server's own words, in a form that only errors have.
    pub fn is_certain(&self) -> bool {
        if self.is_message || self.is_file || self.has_token {
            return false;
        }
        let says = self.sentences.iter().any(|(rank, _)| *rank != 6);
        let has_description = self.sentences.iter().any(|(rank, _)| rank % RANK_OF_GENERIC <= 3);
        let is_numbered =
            self.number.is_some_and(|number| number > 0) || self.status.is_some() || self.called_code.is_some();
        let is_marked = is_numbered || self.code.is_some() || self.is_bad;
        self.error.is_some() && !(self.is_good && self.sentences.is_empty())
            || has_description && (self.is_structured || is_marked) && !self.is_good && self.is_concise()
            || says && is_marked && !self.is_good && (self.is_structured || self.is_bad)
    }

    /// The response of a server, not the words of the program that waited for one.
    pub fn is_answer(&self) -> bool {
        let is_of_program =
            matches!(self.error.as_deref(), Some("invalid_token_response" | "failed_to_connect" | "missing_token"));
        self.is_certain()
            && !is_of_program
            && (self.is_structured || self.error.as_deref().is_some_and(|error| known_error(error).is_some()))
    }

    /// Whether it says nothing but the status.
    pub fn is_bare_status(&self) -> bool {
        let is_phrase = |(rank, _): &(u8, String)| *rank == RANK_OF_REASON_PHRASE;
        self.error.is_none() && self.code.is_none() && self.number.is_none() && self.sentences.iter().all(is_phrase)
    }

    /// Whether it follows that one, with little between them.
    pub fn is_next_to(&self, before: &Record) -> bool {
        self.root == before.root && self.line.saturating_sub(before.line) <= MOST_LINES_APART
    }

    /// The names that Zoom's endpoints use: `reason`, `errorMessage` next to `errorCode`, `message`.
    pub fn place(&self) -> Option<RefusalPlace> {
        let has = |rank| self.names.contains(&Role::Sentence(rank)) && !self.names.contains(&Role::Level);
        if has(2) {
            Some(RefusalPlace::Token)
        } else if has(3) && self.number.is_some() {
            Some(RefusalPlace::Authorize)
        } else if has(4) && self.error.is_none() {
            Some(RefusalPlace::Api)
        } else {
            None
        }
    }

    /// A message alone: it may be one about something else.
    pub fn is_likely(&self) -> bool {
        let is_message = self.is_structured && self.sentences.iter().any(|(rank, _)| *rank != 6) && self.is_concise();
        let is_line = self.is_message || self.names.contains(&Role::Error) && !self.sentences.is_empty();
        let is_numbered = self.number.is_some() && self.names.iter().any(|role| matches!(role, Role::Sentence(0..=5)));
        let is_line = is_line || is_numbered;
        let says = self.error.is_some() || (is_message || is_line) && !self.is_calm;
        !self.is_file && !self.has_token && !self.is_good && says
    }

    /// A profile, a list or a configuration has more names that say nothing about an error.
    fn is_concise(&self) -> bool {
        let has_description = self.sentences.iter().any(|(rank, _)| *rank <= 3);
        let most = if has_description { 2 * MOST_OTHERS } else { MOST_OTHERS };
        self.others <= most || self.error.is_some() || self.code.is_some()
    }

    pub fn has_content(&self) -> bool {
        self.error.is_some()
            || self.code.is_some()
            || self.number.is_some()
            || self.status.is_some()
            || !self.sentences.is_empty()
    }
}

/// How many lines are from the end of a body to the end of its status, in the dump of a response.
const MOST_LINES_APART: usize = 6;
const MOST_SENTENCES: usize = 12;
const MOST_OTHERS: usize = 2;

/// A number of an error: an HTTP status is none, and 0 means none.
fn number_of(value: &str) -> Option<u32> {
    value.parse().ok().filter(|number| *number > 0)
}

/// `user_not_found`: a one-time code has capitals or digits.
fn is_snake_code(value: &str) -> bool {
    value.contains('_') && value.len() <= 60 && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// `InvalidAuthenticationToken`: a one-time code has more capitals, or digits.
fn is_camel_code(value: &str) -> bool {
    let capitals = value.bytes().filter(u8::is_ascii_uppercase).count();
    let is_word = value.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word && (8..=40).contains(&value.len()) && capitals > 0 && capitals * 4 <= value.len()
}

/// The codes of Node's system errors, such as `ECONNREFUSED`.
fn is_node_code(value: &str) -> bool {
    value.len() <= 14 && value.starts_with('E') && value.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// What the libraries say for every error of this code, whatever its cause: RFC 6749 §4.1.2.1 and §5.2.
fn is_generic(sentence: &str) -> bool {
    const STARTS: [&str; 5] = [
        "The request is missing a required parameter, includes an",
        "The provided authorization grant (e.g., authorization code",
        "The provided authorization grant is invalid, expired, revoked",
        "The authorization grant type is not supported by the authorization server",
        "An error occurred",
    ];
    STARTS.into_iter().any(|start| sentence.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_and_its_status() {
        let record = |root: Option<u32>, line| Record { root, line, ..Record::default() };
        for (body, status, is_next) in [
            (record(Some(1), 3), record(Some(1), 3), true),
            (record(Some(1), 3), record(Some(1), 9), true),
            (record(None, 3), record(None, 9), true),
            // What is further down is another attempt, and what is in another object another response.
            (record(Some(1), 3), record(Some(1), 10), false),
            (record(None, 3), record(None, 40), false),
            (record(Some(1), 3), record(Some(2), 4), false),
            (record(Some(1), 3), record(None, 4), false),
            (record(None, 3), record(Some(1), 4), false),
        ] {
            assert_eq!(status.is_next_to(&body), is_next, "{:?} {}", status.root, status.line);
        }
    }
}

//! A token response as people paste it: quoted, escaped, wrapped, printed as a table, or with other text around it.

use core::ops::Range;

use super::printed_tokens::printed_tokens;
use super::token_answer::{NotAnAnswer, TokenAnswer, is_shortened, object_answer};
use super::{Secret, answer_table, dumped_answer};
use crate::chars::{is_quote, is_space_or_invisible};
use crate::pasted_json::{Kind, Member, parse, parse_front};

/// What was pasted as a response, and in which form.
#[derive(Clone, Debug)]
pub struct PastedAnswer {
    /// What the response contains, or why it is none.
    pub answer: Result<TokenAnswer, NotAnAnswer>,
    /// How it was pasted.
    pub form: AnswerForm,
    /// Only the JSON, where there was more, or where it was quoted or wrapped.
    pub plain: Option<Secret>,
}

/// How a response was pasted. Places and lengths are in characters of the whole text, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// As a server sends it, possibly after the header lines of HTTP; or it is not a response.
    Plain,
    /// Quoted or escaped once or more.
    Quoted {
        /// The first character of the response.
        at: usize,
    },
    /// With other text before or after it.
    Amid {
        /// The first character of the first other text.
        at: usize,
        /// The length of that text.
        length: usize,
    },
    /// With line breaks inside a string, as added by a window when its text is copied.
    Wrapped {
        /// The first place that is not JSON.
        at: usize,
    },
    /// The list or table of PowerShell.
    Table,
    /// A form, as some servers send it to a client that does not ask for JSON.
    Form,
    /// What a program printed of it: an array or an object of PHP, a literal of Python or Ruby.
    Dumped,
    /// The lines of our own exchange command.
    Printed,
}

/// The maximum number of layers of quotes that are removed.
const MOST_LAYERS: usize = 3;

/// Reads the response of a token endpoint from what was pasted.
///
/// Skipped silently: whitespace and a byte order mark around it, and the header lines that `curl --include` prints.
/// Also read, and reported in [`AnswerForm`]: a response in quotes or with `\"`, with line breaks inside a string, as
/// PowerShell's list or table, a form, what a program printed of it, the lines of our exchange command, and, among other
/// text, an object that has a key of a response.
///
/// ```
/// use authdesk::oauth::{AnswerForm, Secret, TokenAnswer, read_pasted_answer};
///
/// let pasted = read_pasted_answer(r#""{\"access_token\":\"DemoSecret\"}""#);
/// assert!(matches!(pasted.answer, Ok(TokenAnswer::Tokens(_))));
/// assert_eq!(pasted.form, AnswerForm::Quoted { at: 0 });
/// assert!(pasted.plain.unwrap().same_as(&Secret::new(r#"{"access_token":"DemoSecret"}"#)));
/// ```
#[must_use]
pub fn read_pasted_answer(text: &str) -> PastedAnswer {
    let body = body_of(text);
    let start = text.chars().count() - body.chars().count();
    let body = body.trim_end_matches(is_space_or_invisible);
    let fault = match json_answer(body) {
        Err(fault) => fault,
        answer => return PastedAnswer { answer, form: AnswerForm::Plain, plain: None },
    };
    let readers: &[fn(&str) -> Option<PastedAnswer>] = match fault {
        NotAnAnswer::NotJson { .. } | NotAnAnswer::Truncated if is_page(body) => {
            return PastedAnswer { answer: Err(NotAnAnswer::Html), form: AnswerForm::Plain, plain: None };
        }
        NotAnAnswer::NotJson { .. } | NotAnAnswer::Truncated => &[quoted, amid, wrapped, dumped, table, form, printed],
        NotAnAnswer::NotAnObject => &[quoted],
        NotAnAnswer::Empty | NotAnAnswer::Html | NotAnAnswer::NoKnownKey => &[],
    };
    let mut refused = fault;
    for found in readers.iter().filter_map(|read| read(body)) {
        match found.answer {
            Ok(_) => return PastedAnswer { form: found.form.moved(start), ..found },
            Err(_) => refused = NotAnAnswer::Truncated,
        }
    }
    let refused = match refused {
        NotAnAnswer::NotJson { at } => NotAnAnswer::NotJson { at: start + at },
        other => other,
    };
    PastedAnswer { answer: Err(refused), form: AnswerForm::Plain, plain: None }
}

impl AnswerForm {
    fn moved(self, start: usize) -> AnswerForm {
        match self {
            AnswerForm::Quoted { at } => AnswerForm::Quoted { at: at + start },
            AnswerForm::Amid { at, length } => AnswerForm::Amid { at: at + start, length },
            AnswerForm::Wrapped { at } => AnswerForm::Wrapped { at: at + start },
            AnswerForm::Plain | AnswerForm::Table | AnswerForm::Form | AnswerForm::Dumped | AnswerForm::Printed => self,
        }
    }
}

/// The text after the header lines of HTTP, which end with an empty line (RFC 9112 §2.1). A server may send more than
/// one response, and a proxy adds its own.
fn body_of(text: &str) -> &str {
    let mut body = text.trim_start_matches(is_space_or_invisible);
    for _ in 0..4 {
        if !body.starts_with("HTTP/") {
            break;
        }
        let gaps = ["\r\n\r\n", "\n\n"].into_iter().filter_map(|gap| body.split_once(gap));
        body = match gaps.min_by_key(|(header, _)| header.len()) {
            Some((_, behind)) => behind.trim_start_matches(is_space_or_invisible),
            None => body.trim_start_matches(|ch| ch != '{' && ch != '<'),
        };
    }
    body
}

/// A response that is plain JSON and nothing else.
fn json_answer(body: &str) -> Result<TokenAnswer, NotAnAnswer> {
    if body.is_empty() {
        return Err(NotAnAnswer::Empty);
    }
    if body.starts_with('<') {
        return Err(NotAnAnswer::Html);
    }
    match parse(body).map(|value| value.kind) {
        Ok(Kind::Object(members)) => object_answer(&members),
        Ok(_) => Err(NotAnAnswer::NotAnObject),
        Err(error) if error.at >= body.len() => Err(NotAnAnswer::Truncated),
        // A terminal may shorten what it prints.
        Err(_) if is_shortened(body) => Err(NotAnAnswer::Truncated),
        Err(error) => {
            Err(NotAnAnswer::NotJson { at: body.char_indices().take_while(|(byte, _)| *byte < error.at).count() })
        }
    }
}

fn is_page(body: &str) -> bool {
    let begins = |line: &str, tag: &str| line.get(..tag.len()).is_some_and(|front| front.eq_ignore_ascii_case(tag));
    body.lines().map(str::trim_start).any(|line| begins(line, "<!doctype") || begins(line, "<html"))
}

/// A result for a response that was found, even if it is cut off.
fn found(answer: Result<TokenAnswer, NotAnAnswer>, form: AnswerForm, plain: &str) -> Option<PastedAnswer> {
    match answer {
        Ok(_) | Err(NotAnAnswer::Truncated) => Some(PastedAnswer { answer, form, plain: Some(Secret::new(plain)) }),
        Err(_) => None,
    }
}

fn quoted(body: &str) -> Option<PastedAnswer> {
    let mut text = body.to_owned();
    for _ in 0..MOST_LAYERS {
        text = without_layer(&text)?;
        if let Some(found) = found(json_answer(&text), AnswerForm::Quoted { at: 0 }, &text) {
            return Some(found);
        }
    }
    None
}

/// The text without the quotes around it and without the backslashes that the quotes required.
pub(crate) fn without_layer(text: &str) -> Option<String> {
    let opened = text.strip_prefix(is_quote).map(|rest| rest.strip_suffix(is_quote).unwrap_or(rest));
    let inner = opened.unwrap_or(text).trim();
    let behind_brace = inner.trim_start_matches(|ch: char| ch == '{' || ch.is_whitespace());
    if !behind_brace.starts_with('\\') {
        return opened.map(|_| inner.to_owned());
    }
    let mut plain = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(ch) = chars.next() {
        match (ch, if ch == '\\' { chars.next() } else { None }) {
            (_, Some('n' | 'r' | 't')) => plain.push(' '),
            (_, Some(escaped @ ('"' | '\'' | '\\' | '/'))) => plain.push(escaped),
            (_, Some(other)) => plain.extend([ch, other]),
            (_, None) => plain.push(ch),
        }
    }
    Some(plain)
}

/// A response among other text: one with tokens before any other, and an error before the codes of a device, because they
/// are what the text comes to.
fn amid(body: &str) -> Option<PastedAnswer> {
    let mut best: Option<(u8, Result<TokenAnswer, NotAnAnswer>, Range<usize>)> = None;
    let mut rest = body;
    while let Some(front) = rest.find('{').and_then(|brace| rest.get(brace..)) {
        rest = match parse_front(front) {
            Ok((value, behind)) => {
                let Kind::Object(members) = value.kind else { return None };
                let answer = object_answer(&members);
                let rank = match answer {
                    Ok(TokenAnswer::DeviceCodes) => 1,
                    Ok(TokenAnswer::Refused(_)) => 2,
                    Ok(_) | Err(NotAnAnswer::Truncated) => 3,
                    Err(_) => 0,
                };
                if rank > best.as_ref().map_or(0, |(best, ..)| *best) {
                    best = Some((rank, answer, body.len() - front.len()..body.len() - behind.len()));
                }
                if rank == 3 {
                    break;
                }
                behind
            }
            Err(error) if error.at >= front.len() => {
                if best.is_none() && front.contains("\"access_token\"") {
                    return found(Err(NotAnAnswer::Truncated), AnswerForm::Plain, "");
                }
                break;
            }
            // What was read so far contains no object of its own.
            Err(error) => front.get(error.at.max(1)..)?,
        };
    }
    let (_, answer, place) = best?;
    let json = body.get(place.clone())?;
    // The other text is measured only around a response, because there may be many objects.
    let before = body.get(..place.start)?;
    let behind = body.get(place.end..)?.trim_start();
    let at = if before.is_empty() { body.chars().count() - behind.chars().count() } else { 0 };
    let length = if before.is_empty() { behind } else { before }.chars().count();
    found(answer, AnswerForm::Amid { at, length }, json)
}

fn wrapped(body: &str) -> Option<PastedAnswer> {
    let before = body.find('{')?;
    let fault = parse(body.get(before..)?).err()?;
    let at = before + fault.at;
    if !matches!(body.as_bytes().get(at), Some(b'\r' | b'\n')) {
        return None;
    }
    let joined = body.replace(['\r', '\n'], "");
    let form = AnswerForm::Wrapped { at: body.char_indices().take_while(|(byte, _)| *byte < at).count() };
    found(json_answer(&joined), form, &joined).or_else(|| Some(PastedAnswer { form, ..amid(&joined)? }))
}

fn table(body: &str) -> Option<PastedAnswer> {
    let members = answer_table::members(body)?;
    let answer = if members.iter().any(is_cut) { Err(NotAnAnswer::Truncated) } else { object_answer(&members) };
    found(answer, AnswerForm::Table, "").map(|found| PastedAnswer { plain: None, ..found })
}

fn form(body: &str) -> Option<PastedAnswer> {
    let line = body.lines().map(str::trim).find(|line| line.split('&').any(is_of_answer))?;
    let is_form = !line.contains(|ch: char| ch.is_whitespace() || "?#{".contains(ch));
    let answer = object_answer(&answer_table::form(line.as_bytes()));
    found(answer, AnswerForm::Form, "").filter(|_| is_form).map(|found| PastedAnswer { plain: None, ..found })
}

fn is_of_answer(pair: &str) -> bool {
    pair.starts_with("access_token=") || pair.starts_with("user_code=")
}

fn dumped(body: &str) -> Option<PastedAnswer> {
    let members = dumped_answer::members(body)?;
    let answer = object_answer(&members);
    found(answer, AnswerForm::Dumped, "").map(|found| PastedAnswer { plain: None, ..found })
}

fn printed(body: &str) -> Option<PastedAnswer> {
    let answer = printed_tokens(body)?.map(TokenAnswer::Printed);
    Some(PastedAnswer { answer, form: AnswerForm::Printed, plain: None })
}

/// Whether a value of a table is incomplete, or a token contains a space because the columns were moved.
fn is_cut(member: &Member) -> bool {
    let value = member.value.text().unwrap_or_default();
    is_shortened(value) || (member.name.ends_with("_token") && value.contains(char::is_whitespace))
}

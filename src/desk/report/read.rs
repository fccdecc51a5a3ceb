//! A pasted report, as far as it can be read.
//!
//! Nothing in it is trusted: only names, numbers and words of a fixed form are taken, and everything else is left out and
//! said to be. What is read there is shown as a text, and used for nothing but the choices of a guide.

use core::str::FromStr;

use super::pieces::{END, Entry, Item, Part, Word, entries};
use super::{
    Browser, CharKind, ErrorReport, FieldReport, FoundReport, LastFour, Name, NameCount, RedirectReport, Report, Stamp,
    Subject, VERSION, Words,
};
use crate::desk::{Progress, Step};
use crate::reading::{FindingKind, ReportHead};

/// A report, and what of it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadReport {
    /// What was read.
    pub report: Report,
    /// The version of its form.
    pub version: u32,
    /// What was not understood, by its key: each once.
    pub unread: Vec<String>,
    /// The keys that appear more than once; the first entry counts.
    pub repeated: Vec<String>,
    /// Its end is missing.
    pub is_cut: bool,
    /// How many entries are missing, by what its end says.
    pub lost: usize,
    /// The text contains one more report, which is not read.
    pub is_followed: bool,
}

impl ReadReport {
    /// Whether the form is newer than the one that this page knows.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.version > VERSION
    }
}

const KEYS: [&str; 14] = [
    "page",
    "made",
    "browser",
    "guide",
    "tool",
    "steps",
    "checked",
    "unchecked",
    "scope-sets",
    "authentication",
    "granted",
    "missing",
    "field",
    "redirect",
];
/// The key of an error; an email and a program write it too, but not at this place of a report.
const ERROR: &str = "error";

/// How many entries of one kind, and names in a list, are read.
const MOST: usize = 300;
/// How many names of what could not be read are kept.
const MOST_UNREAD: usize = 20;

/// The first report in a text; `None` if there is none.
#[must_use]
pub fn read(text: &str) -> Option<ReadReport> {
    let head = ReportHead::find(text, 0)?;
    let next = ReportHead::find(text, head.body);
    let body = text.get(head.body..next.map_or(text.len(), |next| next.start))?;
    let keys: Vec<&str> = KEYS.into_iter().chain([ERROR]).collect();
    let all = entries(body, &keys);
    let mut reader = Reader::default();
    let mut count = 0;
    let mut announced = None;
    for entry in &all {
        if entry.key == END {
            announced = number(entry.parts().first());
        } else if keys.contains(&entry.key.as_str()) {
            count += 1;
            reader.take(entry);
        } else {
            reader.unread(&entry.key);
        }
    }
    Some(ReadReport {
        report: reader.report,
        version: head.version,
        unread: reader.unread,
        repeated: reader.repeated,
        is_cut: announced.is_none(),
        lost: announced.unwrap_or(count).saturating_sub(count),
        is_followed: next.is_some(),
    })
}

#[derive(Default)]
struct Reader {
    report: Report,
    seen: Vec<String>,
    unread: Vec<String>,
    repeated: Vec<String>,
}

impl Reader {
    fn unread(&mut self, key: &str) {
        note(&mut self.unread, key);
    }

    fn take(&mut self, entry: &Entry) {
        let key = entry.key.as_str();
        let parts = entry.parts();
        let is_list = matches!(key, "field" | "redirect" | ERROR);
        if !is_list && self.seen.iter().any(|seen| seen == key) {
            note(&mut self.repeated, key);
            return;
        }
        self.seen.push(key.to_owned());
        if !self.take_parts(key, &parts) {
            self.unread(key);
        }
    }

    /// Whether all of it was understood.
    fn take_parts(&mut self, key: &str, parts: &[Part]) -> bool {
        let report = &mut self.report;
        let mut is_whole = true;
        let is_there = match key {
            "page" => put(&mut report.page, one(parts).and_then(Name::new)),
            "made" => {
                let words = words_of(parts.first().and_then(|part| part.first()));
                put(&mut report.made, words.and_then(|words| stamp(&words)))
            }
            "browser" => put(&mut report.browser, browser(parts)),
            "guide" => {
                let guide = guide(parts, &mut is_whole);
                let is_read = guide.is_some();
                report.subject = guide.or_else(|| report.subject.take());
                is_read
            }
            "tool" => {
                let tool = one(parts).and_then(Name::new).map(Subject::Tool);
                let is_read = tool.is_some();
                report.subject = report.subject.take().or(tool);
                is_read
            }
            "steps" => put_list(&mut report.steps, each_once(list(parts.first(), &mut is_whole, pair))),
            "checked" => put_list(&mut report.checked, list(parts.first(), &mut is_whole, name)),
            "unchecked" => put_list(&mut report.unchecked, list(parts.first(), &mut is_whole, name)),
            "scope-sets" => put_list(&mut report.sets, list(parts.first(), &mut is_whole, set)),
            "authentication" => put(&mut report.authentication, one(parts).and_then(|word| word.parse().ok())),
            "granted" => put(&mut report.granted, count(parts, &mut is_whole)),
            "missing" => put(&mut report.missing, count(parts, &mut is_whole)),
            "field" => self.take_field(parts, &mut is_whole),
            "redirect" => push(&mut report.redirects, redirect(parts, &mut is_whole)),
            _ => push(&mut report.errors, error(parts, &mut is_whole)),
        };
        is_there && is_whole
    }

    fn take_field(&mut self, parts: &[Part], is_whole: &mut bool) -> bool {
        let Some(field) = field(parts, is_whole) else { return false };
        if self.report.fields.iter().any(|known| known.name == field.name) {
            note(&mut self.repeated, field.name.as_str());
            return true;
        }
        push(&mut self.report.fields, Some(field))
    }
}

/// Names it once, if that is what somebody would read.
fn note(names: &mut Vec<String>, name: &str) {
    if names.len() < MOST_UNREAD && names.iter().all(|known| known != name) {
        names.push(name.to_owned());
    }
}

fn push<T>(all: &mut Vec<T>, one: Option<T>) -> bool {
    match one.filter(|_| all.len() < MOST) {
        Some(one) => {
            all.push(one);
            true
        }
        None => false,
    }
}

/// The items that `read` understands. `is_whole` becomes false if it does not understand one.
fn list<T>(part: Option<&Part>, is_whole: &mut bool, read: impl Fn(&[&str]) -> Option<T>) -> Vec<T> {
    let items = part.map_or(&[][..], Vec::as_slice);
    let mut all = Vec::new();
    for item in items {
        match words_of(Some(item)).and_then(|words| read(&words)).filter(|_| all.len() < MOST) {
            Some(one) => all.push(one),
            None => *is_whole = false,
        }
    }
    all
}

/// The words of an item that has no quotations.
fn words_of(item: Option<&Item>) -> Option<Vec<&str>> {
    item?
        .iter()
        .map(|word| match word {
            Word::Plain(text) => Some(text.as_str()),
            Word::Quoted(_) => None,
        })
        .collect()
}

/// The only word of an entry.
fn one(parts: &[Part]) -> Option<&str> {
    only(&words_of(parts.first()?.first())?)
}

/// The only word of an item.
fn only<'w>(words: &[&'w str]) -> Option<&'w str> {
    match words {
        [word] => Some(word),
        _ => None,
    }
}

fn number(part: Option<&Part>) -> Option<usize> {
    count_of(only(&words_of(part?.first())?)?)
}

/// A number that nobody doubts.
fn count_of(word: &str) -> Option<usize> {
    word.parse().ok().filter(|_| word.len() <= LONGEST_NUMBER && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// In digits.
const LONGEST_NUMBER: usize = 9;

fn stamp(words: &[&str]) -> Option<Stamp> {
    match words {
        [date, time, "UTC"] => Stamp::new(date, time),
        _ => None,
    }
}

fn browser(parts: &[Part]) -> Option<Browser> {
    let [name, version] = *words_of(parts.first()?.first())?.as_slice() else { return None };
    let system = named(parts, "system").and_then(|words| only(&words)?.parse().ok())?;
    Some(Browser { name: name.parse().ok()?, version: u32::try_from(count_of(version)?).ok()?, system })
}

/// What follows a word at the beginning of a part.
fn named<'p>(parts: &'p [Part], name: &str) -> Option<Vec<&'p str>> {
    parts.iter().skip(1).find_map(|part| {
        let words = words_of(part.first())?;
        (words.first() == Some(&name)).then(|| words.get(1..).unwrap_or_default().to_vec())
    })
}

fn guide(parts: &[Part], is_whole: &mut bool) -> Option<Subject> {
    let product = one(parts).and_then(Name::new)?;
    let mut part = |key: &str| {
        let words = named(parts, key)?;
        let read = name(&words);
        *is_whole &= read.is_some();
        read
    };
    Some(Subject::Guide {
        product,
        way: part("way"),
        provider: part("provider"),
        app: part("app"),
        facts: part("facts"),
        installation: part("installation"),
    })
}

fn pair<A: FromStr, B: FromStr>(words: &[&str]) -> Option<(A, B)> {
    match words {
        [one, other] => Some((one.parse().ok()?, other.parse().ok()?)),
        _ => None,
    }
}

/// Each step once: two steps of an older page may be one by now, which is as far as the one that is behind.
fn each_once(steps: Vec<(Step, Progress)>) -> Vec<(Step, Progress)> {
    let mut each: Vec<(Step, Progress)> = Vec::new();
    for (step, progress) in steps {
        match each.iter_mut().find(|(known, _)| *known == step) {
            None => each.push((step, progress)),
            Some((_, known)) if *known == Progress::Done || progress == Progress::Attention => *known = progress,
            Some(_) => {}
        }
    }
    each
}

fn name(words: &[&str]) -> Option<Name> {
    Name::new(only(words)?)
}

fn set(words: &[&str]) -> Option<(Name, bool)> {
    match words {
        [set, "yes"] => Some((Name::new(set)?, true)),
        [set, "no"] => Some((Name::new(set)?, false)),
        _ => None,
    }
}

/// A part without the word at its beginning.
fn rest(part: &Part) -> Option<(&str, Part)> {
    let mut items = part.clone();
    let first = items.first_mut()?;
    first.remove(0);
    if first.is_empty() {
        items.remove(0);
    }
    match part.first()?.first()? {
        Word::Plain(word) => Some((word, items)),
        Word::Quoted(_) => None,
    }
}

fn count(parts: &[Part], is_whole: &mut bool) -> Option<NameCount> {
    let count = number(parts.first())?;
    let mut names = Vec::new();
    for part in parts.iter().skip(1) {
        match rest(part) {
            Some(("names", items)) => names = list(Some(&items), is_whole, name),
            _ => *is_whole = false,
        }
    }
    Some(NameCount { count, names })
}

/// Without its length nothing is known of what is in it: it would seem to be empty.
fn field(parts: &[Part], is_whole: &mut bool) -> Option<FieldReport> {
    let mut length = None;
    let mut field = FieldReport {
        name: one(parts).and_then(Name::new)?,
        is_needed: false,
        length: 0,
        has: Vec::new(),
        findings: Vec::new(),
        ends: None,
    };
    for part in parts.iter().skip(1) {
        match rest(part) {
            Some(("needed", items)) if items.is_empty() => field.is_needed = true,
            Some(("length", items)) => length = number(Some(&items)),
            Some(("has", items)) => {
                field.has = list(Some(&items), is_whole, |words| only(words)?.parse::<CharKind>().ok());
            }
            Some(("findings", items)) => field.findings = list(Some(&items), is_whole, found),
            Some(("ends", items)) => {
                field.ends = words_of(items.first()).and_then(|words| LastFour::new(only(&words)?));
                *is_whole &= field.ends.is_some();
            }
            _ => *is_whole = false,
        }
    }
    field.length = length?;
    Some(field)
}

fn found(words: &[&str]) -> Option<FoundReport> {
    let (first, more) = words.split_first()?;
    let mut found = FoundReport { kind: FindingKind::named(first)?, place: None, character: None, count: None };
    for word in more {
        if let Some(code) = word.strip_prefix("U+") {
            found.character = Some(u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?);
        } else if let Some(count) = count_of(word) {
            found.count = Some(count);
        } else {
            found.place = Some(word.parse().ok()?);
        }
    }
    Some(found)
}

fn redirect(parts: &[Part], is_whole: &mut bool) -> Option<RedirectReport> {
    let [left, right] = parts.first()?.as_slice() else { return None };
    let side = |item: &Item| only(&words_of(Some(item))?)?.parse().ok();
    let (left, right) = (side(left)?, side(right)?);
    let (verdict, kinds) = rest(parts.get(1)?)?;
    let differs = match verdict {
        "same" => Vec::new(),
        "differs" => list(Some(&kinds), is_whole, |words| FindingKind::named(only(words)?)),
        _ => return None,
    };
    // Without what differs, it would be the same.
    (verdict == "same" || !differs.is_empty()).then_some(RedirectReport { left, right, differs })
}

fn error(parts: &[Part], is_whole: &mut bool) -> Option<ErrorReport> {
    let mut error =
        ErrorReport { field: one(parts).and_then(Name::new)?, code: None, row: None, words: None, asks: Vec::new() };
    for part in parts.iter().skip(1) {
        let Some((key, items)) = rest(part) else {
            *is_whole = false;
            continue;
        };
        let quoted = match items.first().map(Vec::as_slice) {
            Some([Word::Quoted(text)]) => Words::new(text.split_whitespace()),
            _ => None,
        };
        *is_whole &= match key {
            "code" => put(&mut error.code, quoted),
            "says" => put(&mut error.words, quoted),
            "means" => put(&mut error.row, words_of(items.first()).and_then(|words| name(&words))),
            "asks" => put_list(&mut error.asks, list(Some(&items), is_whole, name)),
            _ => false,
        }
    }
    Some(error)
}

/// Whether there is something.
fn put<T>(place: &mut Option<T>, read: Option<T>) -> bool {
    *place = read;
    place.is_some()
}

/// A list without anything says something, too.
fn put_list<T>(place: &mut Vec<T>, read: Vec<T>) -> bool {
    *place = read;
    true
}

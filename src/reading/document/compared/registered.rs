//! The redirect URLs that a text lists as registered, and the one that is sent (RFC 6749 §3.1.2.3).

use super::Found;
use super::pair::{is_comparable, of_differences};
use super::steps::Steps;
use super::value::{Value, host_of};
use crate::reading::document::named::{Name, Named};
use crate::reading::redirect::{MentionedRedirect, mentioned_redirects, sent_differences};
use crate::reading::{CharIndex, Finding, FindingKind, Span, Within};

pub(super) fn compare(steps: &Steps, text: &str, found: &mut Found) {
    let authorization = steps.authorizations.last().map(|one| (one.piece, &one.redirect_uri));
    let exchange = steps.exchanges.last().map(|one| (one.piece, &one.redirect_uri));
    let Some((piece, field)) = authorization.or(exchange) else { return };
    let Some(sent) = field.known() else { return };
    let registered = registered_in(text, sent.span);
    if registered.is_empty() || registered.iter().any(|one| is_accepted(&one.text, &sent.text)) {
        return;
    }
    let host = site_of(&sent.text);
    let same_host = registered.iter().find(|one| site_of(&one.text) == host);
    // Of a list in a text without an error, the one that matters may be left out.
    let is_told = || !steps.errors.is_empty() || tells_of_redirect(text);
    let other = same_host.or_else(|| registered.first().filter(|_| is_told()));
    let Some(other) = other.filter(|other| is_comparable(other, sent)) else { return };
    // Some servers accept whatever is below what is registered.
    let is_below = sent.text.strip_prefix(other.text.as_str()).is_some_and(|rest| rest.trim_matches('/').len() > 1);
    if is_below && steps.errors.is_empty() {
        return;
    }
    let finding = Finding { span: Some(sent.span), ..Finding::whole(FindingKind::RedirectNotRegistered) };
    let finding = finding.naming(of_differences(sent_differences(&other.text, &sent.text)));
    found.push((piece, finding.compared_with(other.span)));
}

/// The redirect URL that a log or a dump names as the one of a request, and that is none of those which it lists as
/// registered. `values` are those that have a name.
pub(in crate::reading::document) fn not_listed(text: &str, values: &[Named<'_>]) -> Option<Finding> {
    // What a difference of a known kind may come from is told as a cause of the error.
    let is_told = |one: &MentionedRedirect| !matches!(one, MentionedRedirect::Port | MentionedRedirect::Case);
    if mentioned_redirects(text).iter().any(is_told) {
        return None;
    }
    let is_sent = |one: &&Named<'_>| one.name == Name::Redirect && one.value().contains("://");
    let sent = values.iter().rfind(is_sent)?;
    let index = CharIndex::new(text);
    let (value, start) = (sent.value(), index.number(text, sent.place.start));
    let span = Span { within: Within::Pasted, start, length: value.chars().count() };
    let registered = registered_in(text, span);
    if registered.iter().any(|one| is_accepted(&one.text, &value)) {
        return None;
    }
    let host = site_of(&value);
    let other = registered.iter().find(|one| site_of(&one.text) == host).or_else(|| registered.first())?;
    let sent = Value { text: value, span };
    let finding = Finding { span: Some(span), ..Finding::whole(FindingKind::RedirectNotRegistered) };
    let finding = finding.naming(of_differences(sent_differences(&other.text, &sent.text)));
    is_comparable(other, &sent).then(|| finding.compared_with(other.span))
}

/// The host of a URL, with or without `www`: people forget which of both they registered.
fn site_of(url: &str) -> Option<String> {
    let host = host_of(url)?;
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// Whether a line without a URL says that the redirect URL was rejected.
fn tells_of_redirect(text: &str) -> bool {
    text.lines().filter(|line| line.len() <= LONGEST_URL && !line.contains("://")).any(|line| {
        let lower = line.to_ascii_lowercase();
        lower.contains("redirect")
            && ["invalid", "mismatch", "not match", "not valid"].iter().any(|part| lower.contains(part))
    })
}

/// Whether both are the same, or what is registered is a pattern.
fn is_accepted(registered: &str, sent: &str) -> bool {
    match registered.split_once('*') {
        Some((front, end)) => sent.starts_with(front) && sent.ends_with(end),
        None => registered == sent,
    }
}

/// The words of settings and of client metadata (RFC 7591 §2), and the places where they are.
const LABELS: [&str; 23] = [
    "oauth redirect url",
    "oauth allow list",
    "authorized redirect",
    "authorised redirect",
    "registered redirect",
    "allowed redirect",
    "configured redirect",
    "valid redirect",
    "valid oauth redirect",
    "registered callback",
    "allowed callback",
    "authorization callback url",
    "redirect_uris",
    "redirecturis",
    "redirects at ",
    "redirects in ",
    "redirect urls in ",
    "redirect uris in ",
    "redirects:",
    "partner dashboard",
    "developer console",
    "developer portal",
    "app settings",
];

/// What is between a label and its URL.
const JOINTS: [&str; 19] = [
    "s",
    "uri",
    "uris",
    "url",
    "urls",
    "is",
    "are",
    "the",
    "oauth",
    "web",
    "list",
    "set",
    "at",
    "in",
    "developer",
    "portal",
    "console",
    "app",
    "settings",
];

/// How many are read.
const MOST: usize = 40;
/// In bytes: how far after a label its URL is.
const LONGEST_LABEL: usize = 60;

/// The URLs after such words, in the same line or each in a line of its own. `sent` is none of them.
fn registered_in(text: &str, sent: Span) -> Vec<Value> {
    let mut all: Vec<(usize, &str)> = Vec::new();
    let mut is_list = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let label = label_end(line);
        let from = match label {
            Some(end) => end,
            None if is_list => 0,
            None => line.len(),
        };
        let urls = urls_in(line.get(from..).unwrap_or_default(), label.is_some());
        // The list goes on as long as there is nothing else, and begins in the line after its label.
        is_list = !urls.is_empty() || label.is_some() && ends_as_label(line) || is_list && line.trim().is_empty();
        all.extend(urls.into_iter().map(|(at, url)| (start + from + at, url)));
        start += line.len();
        if all.len() >= MOST {
            break;
        }
    }
    if all.is_empty() {
        return Vec::new();
    }
    let index = CharIndex::new(text);
    let placed = all.into_iter().map(|(byte, url)| {
        let span = Span { within: Within::Pasted, start: index.number(text, byte), length: url.chars().count() };
        Value { text: url.to_owned(), span }
    });
    let is_sent =
        |one: &Value| one.span.start < sent.start + sent.length && sent.start < one.span.start + one.span.length;
    placed.filter(|one| !is_sent(one)).collect()
}

/// The byte after the last label of a line.
fn label_end(line: &str) -> Option<usize> {
    let lower = line.to_ascii_lowercase();
    // `Invalid redirect_uri` names the one that was sent.
    let is_label = |at: &usize| !lower.get(..*at).is_some_and(|before| before.ends_with("in"));
    LABELS.iter().filter_map(|label| lower.rfind(label).filter(is_label).map(|at| at + label.len())).max()
}

/// Whether nothing but the rest of the words follows, as in `Authorized redirect URIs:`.
fn ends_as_label(line: &str) -> bool {
    let line = line.trim_end();
    line.len() < LONGEST_LABEL && !line.ends_with(['.', '?', '!'])
}

/// The URLs of a line. After a label they are close to it; in a line of a list there is nothing else.
fn urls_in(line: &str, is_after_label: bool) -> Vec<(usize, &str)> {
    let Some(first) = line.find("http") else { return Vec::new() };
    let before = line.get(..first).unwrap_or_default();
    let is_joint = |before: &str| {
        // `Redirects at discord.com/developers:` names the place, and a colon ends the label.
        let is_place =
            |word: &&str| before.trim_end().ends_with(':') && word.trim_end_matches(['.', ':']).contains('.');
        let words = before.split_whitespace().filter(|word| !is_place(word));
        let mut letters =
            words.flat_map(|word| word.split(|ch: char| !ch.is_alphabetic())).filter(|word| !word.is_empty());
        before.len() < LONGEST_LABEL && letters.all(|word| JOINTS.contains(&&*word.to_ascii_lowercase()))
    };
    let is_bullet = |before: &str| before.chars().all(|ch| !ch.is_alphabetic());
    if !(if is_after_label { is_joint(before) } else { is_bullet(before) }) {
        return Vec::new();
    }
    let ends = |ch: char| ch.is_whitespace() || "\"'`,;<>[](){}|\\".contains(ch);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find("http")) {
        let start = from + at;
        let rest = line.get(start..).unwrap_or_default();
        let url = rest.split(ends).next().unwrap_or_default().trim_end_matches(['.', ':']);
        from = start + url.len().max("http".len());
        let is_redirect = url.contains("://") && !["redirect_uri=", "client_id="].iter().any(|name| url.contains(name));
        if is_redirect && url.len() <= LONGEST_URL && found.len() < MOST {
            found.push((start, url));
        }
    }
    // Words behind a URL make it a sentence.
    let behind = line.get(from..).unwrap_or_default();
    let is_alone = is_after_label || behind.chars().all(|ch| !ch.is_alphabetic());
    if is_alone { found } else { Vec::new() }
}

/// In bytes.
const LONGEST_URL: usize = 400;

//! What is between the requests of a document: responses, log lines, URLs, headers, prose.

use std::borrow::Cow;

use super::line_kinds::{is_instruction, is_of_request, is_setting, tells_failure};
use super::own_answers::without_own_answers;
use super::own_sentences::without_own_sentences;
use super::{DocumentHabits, DocumentPiece, PieceReading, requests};
use crate::chars::{is_quote, is_space_or_invisible};
use crate::oauth::{
    MissingReason, NotAnAnswer, Outcome, Secret, TokenAnswer, is_dumped_answer, read_jwt, read_pasted_answer,
};
use crate::reading::answer::{is_calm_entry, is_sound_log, reported, tells_of_failure};
use crate::reading::discovery::{first_document, may_have_document};
use crate::reading::insertions::marked;
use crate::reading::pasted::{address_in_line, described, form_of, is_header_line};
use crate::reading::{
    AnswerContext, Detail, Finding, FindingKind, LandingContext, MetadataContext, PastedKind, RefusalForm, RefusalText,
    Span, answer_findings, jwt_findings, landed, read_authorize_url, read_header, read_metadata, read_refusal_text,
    read_settings_with, tells, unwrapped, what_is,
};

/// The pieces of a text that contains no request, with their places in it. `address` is the URL of a discovery document
/// that is anywhere around it.
pub(super) fn pieces(text: &str, address: Option<&str>, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    let mut found = Vec::new();
    let (mut rest, mut before) = (text, 0);
    let has_documents = may_have_document(text);
    // Its names are those of what errors are about, so nothing else is looked for in it.
    while let Some((part, json, behind)) = Some(rest).filter(|_| has_documents).and_then(around_document) {
        found.extend(read_part(part, habits).into_iter().map(|piece| piece.moved(before)));
        before += part.chars().count();
        let findings = read_metadata(json, &MetadataContext { address, ..MetadataContext::default() }).findings;
        found.push(DocumentPiece::new(PastedKind::Discovery, before, json, PieceReading::Other, findings));
        before += json.chars().count();
        rest = behind;
    }
    found.extend(read_part(rest, habits).into_iter().map(|piece| piece.moved(before)));
    found
}

/// What is before the first discovery document in a text, that itself, and what is after it.
fn around_document(text: &str) -> Option<(&str, &str, &str)> {
    let (start, end) = first_document(text)?;
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// The pieces of a text that contains neither a request nor a discovery document.
fn read_part(text: &str, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    if text.chars().all(is_space_or_invisible) {
        return Vec::new();
    }
    let inner = without_prompt(text.trim());
    let before = text.chars().count() - text.trim_start().chars().count();
    let (kind, is_whole) = if inner.len() > LONGEST_VALUE {
        (form_of(inner), true)
    } else {
        let pasted = what_is(inner);
        // A wrapped URL has a finding, and is read as a whole.
        let is_whole = !pasted.findings.is_empty() || pasted.text.same_as(&Secret::new(inner));
        (pasted.kinds.first().copied(), is_whole)
    };
    let kind = kind.unwrap_or(PastedKind::Unknown);
    let is_part = !is_whole && matches!(kind, PastedKind::AuthorizeUrl | PastedKind::RedirectAddress);
    let is_value = is_one_value(kind, inner) && !is_part && !is_error_text(kind, inner);
    let mut found = if is_value { read_as(kind, inner, habits) } else { Vec::new() };
    // A list of scopes that somebody adds to what a program says.
    if found.is_empty() || kind == PastedKind::Scopes && tells_of_failure(inner) {
        let mut others = of_several(inner, kind, habits);
        others.append(&mut found);
        found = others;
    }
    found.into_iter().map(|piece| piece.moved(before)).collect()
}

/// The text without the prompt of the command that follows it.
fn without_prompt(text: &str) -> &str {
    let Some((before, last)) = text.rsplit_once('\n') else { return text };
    let last = last.trim();
    let is_prompt = last.ends_with(['$', '#', '%', '>']) && (last.len() == 1 || last.contains(['@', ':', '\\']));
    if is_prompt && last.len() < LONGEST_PROMPT { before.trim_end() } else { text }
}

/// In bytes.
const LONGEST_PROMPT: usize = 80;

/// In bytes: no value is longer, and an error in a longer text is looked for anyway.
const LONGEST_VALUE: usize = 16_000;

/// Whether a text of that kind is nothing else: lists, tokens and JSON may have several lines, a URL or a header only
/// where an email or a terminal wrapped it.
fn is_one_value(kind: PastedKind, text: &str) -> bool {
    let is_wrapped = || text.len() <= LONGEST_VALUE && !text.contains([' ', '\t']) && !has_several_urls(text);
    match kind {
        PastedKind::TokenAnswer | PastedKind::Base64 | PastedKind::Jwt | PastedKind::Scopes | PastedKind::Discovery => {
            true
        }
        PastedKind::AuthorizationHeader
        | PastedKind::ClientPair
        | PastedKind::LabeledValues
        | PastedKind::AuthorizeUrl
        | PastedKind::RedirectAddress
        | PastedKind::Code => text.len() <= LONGEST_VALUE && !text.contains('\n') || is_wrapped(),
        PastedKind::ErrorAnswer
        | PastedKind::CurlCommand
        | PastedKind::PowerShellCommand
        | PastedKind::HttpExchange
        | PastedKind::Har
        | PastedKind::ProgramCode
        | PastedKind::PostmanFile
        | PastedKind::Settings
        | PastedKind::Report
        | PastedKind::TooLong
        | PastedKind::Unknown => false,
    }
}

/// Whether a URL begins in a line of its own, and not as a value of the URL before it; or an empty line ends the first.
fn has_several_urls(text: &str) -> bool {
    if text.lines().any(|line| line.trim().is_empty()) {
        return true;
    }
    let pairs = text.lines().zip(text.lines().skip(1));
    pairs.into_iter().any(|(before, line)| {
        let is_url = ["https://", "http://"].iter().any(|scheme| line.starts_with(scheme));
        let is_target = line.starts_with('/') && line.contains('?');
        (is_url || is_target) && !before.trim_end().ends_with('=')
    })
}

/// Whether a line is about an error, and the URL in it only tells of what; or a page shows an error, or one follows
/// tokens.
fn is_error_text(kind: PastedKind, text: &str) -> bool {
    let is_text = match kind {
        PastedKind::RedirectAddress | PastedKind::AuthorizeUrl => text.contains(' '),
        // Of several responses, the last counts.
        PastedKind::TokenAnswer => text.starts_with('<') || ["rror", "RROR"].iter().any(|part| text.contains(part)),
        _ => false,
    };
    is_text && read_refusal_text(text).is_some_and(|read| read.is_error)
}

/// A text that is one value of a kind.
fn read_as(kind: PastedKind, text: &str, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    let (reading, findings) = match kind {
        PastedKind::AuthorizationHeader | PastedKind::Base64 => {
            let mut read = read_header(text, &habits.pair);
            let mut findings = core::mem::take(&mut read.findings);
            // What a program puts behind the scheme is not in its quotes.
            let is_absent = |one: &Finding| matches!(one.kind, FindingKind::BearerEmpty | FindingKind::PartMissing);
            findings.retain(|one| !is_absent(one) || !has_operator(text));
            (PieceReading::Header(Box::new(read)), findings)
        }
        PastedKind::AuthorizeUrl => {
            let mut read = read_authorize_url(text, &habits.authorize);
            let mut findings = core::mem::take(&mut read.findings);
            // The target of a request line has no host, and needs none.
            findings.retain(|finding| finding.kind != FindingKind::NoAddress || !text.starts_with('/'));
            (PieceReading::Authorize(Box::new(read)), findings)
        }
        PastedKind::RedirectAddress | PastedKind::Code => {
            let mut read = landed(text, None, &LandingContext::default());
            if let (Outcome::Refused(_), Some(refusal)) = (&read.landing.outcome, read_refusal_text(text)) {
                let reading = PieceReading::Refusal(Box::new(refusal));
                return vec![DocumentPiece::new(kind, 0, text, reading, Vec::new())];
            }
            let mut findings = core::mem::take(&mut read.findings);
            // A URL with nothing of a response in it is one to be registered.
            // The answer of Microsoft's admin consent has none, nor has a URL to sign out.
            let others = ["admin_consent=", "post_logout_redirect_uri=", "id_token_hint="];
            let is_without_code = !has_parameters(text) || others.iter().any(|name| text.contains(name));
            if matches!(read.landing.outcome, Outcome::Missing(MissingReason::NoCode)) && is_without_code {
                findings.retain(|finding| finding.kind != FindingKind::CodeMissing);
            }
            (PieceReading::Landing(Box::new(read)), findings)
        }
        PastedKind::TokenAnswer if described(text).is_some() => (PieceReading::Other, description(text)),
        PastedKind::TokenAnswer => {
            let context = AnswerContext { now_ms: habits.now_ms, ..AnswerContext::default() };
            let pasted = read_pasted_answer(text);
            // The names of a response are in many other texts too.
            if matches!(pasted.answer, Err(NotAnAnswer::NotJson { .. } | NotAnAnswer::NotAnObject)) {
                return Vec::new();
            }
            let mut findings = answer_findings(&pasted, &context);
            // Somebody shortened a value of a whole response.
            let is_whole = ["...\"", "...'", "\u{2026}\""].iter().any(|end| text.contains(end));
            for finding in findings.iter_mut().filter(|one| is_whole && one.kind == FindingKind::AnswerCutOff) {
                finding.kind = FindingKind::ValueMasked;
            }
            match pasted.answer {
                Ok(TokenAnswer::Tokens(tokens)) => (PieceReading::Tokens(Box::new(tokens)), findings),
                _ => (PieceReading::Other, findings),
            }
        }
        PastedKind::Discovery => (PieceReading::Other, read_metadata(text, &MetadataContext::default()).findings),
        PastedKind::Jwt => (PieceReading::Other, jwt_findings(&read_jwt(text), habits.now_ms)),
        _ => (PieceReading::Other, Vec::new()),
    };
    vec![DocumentPiece::new(kind, 0, text, reading, findings)]
}

/// A text of several things: an error anywhere in it, tokens, and the lines that have a URL or a header.
fn of_several(text: &str, kind: PastedKind, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    let report = reported(text);
    let mut found = lines(text, &report, habits);
    settings(text, habits, &mut found);
    let said = without_own_sentences(without_own_answers(text));
    if let Some(refusal) = read_refusal_text(&said) {
        let span = place_of(&refusal, text);
        let is_whole = matches!(said, Cow::Borrowed(_));
        let is_error = is_whole && kind == PastedKind::ErrorAnswer || refusal.is_error;
        let has_settings = found.iter().any(|piece| piece.kind == PastedKind::Settings);
        if is_error {
            let reading = PieceReading::Refusal(Box::new(without_settings(refusal, has_settings)));
            found.push(DocumentPiece { kind: PastedKind::ErrorAnswer, span, reading, findings: Vec::new() });
        } else if let Some(words) = refusal_words(&said, refusal.form, has_settings) {
            let told = reported(&said);
            // What was left out is not what they are about.
            let is_left = |part: &String| told.contains(part.as_str());
            let refusal = RefusalText {
                error: refusal.error.filter(is_left),
                code: refusal.code.filter(is_left),
                number: refusal.number.filter(|number| is_left(&number.to_string())),
                sentence: Some(Secret::new(words)),
                ..refusal
            };
            let reading = PieceReading::Prose(Box::new(refusal));
            found.push(DocumentPiece { kind: PastedKind::Unknown, span, reading, findings: Vec::new() });
        }
    }
    let has_tokens = || matches!(read_pasted_answer(text).answer, Ok(TokenAnswer::Tokens(_)));
    if text.contains("access_token") && has_tokens() || is_dumped_answer(text) {
        found.extend(read_as(PastedKind::TokenAnswer, text, habits));
    }
    // In a quote of an email, each line has a mark of its own.
    let is_error = |piece: &DocumentPiece| matches!(piece.reading, PieceReading::Refusal(_) | PieceReading::Tokens(_));
    if !found.iter().any(is_error) {
        found.extend(
            (!description(text).is_empty())
                .then(|| DocumentPiece::new(PastedKind::Unknown, 0, text, PieceReading::Other, description(text))),
        );
    }
    if found.iter().all(|piece| matches!(piece.reading, PieceReading::Prose(_))) && is_sound_log(text) {
        found.push(DocumentPiece::new(PastedKind::Unknown, 0, text, PieceReading::Other, Vec::new()));
    }
    found
}

/// What a response says that is about a token, a user or keys.
fn description(text: &str) -> Vec<Finding> {
    let Some(name) = described(text) else { return Vec::new() };
    let plain: String = text.chars().filter(|ch| !ch.is_whitespace()).take(LONGEST_VALUE).collect();
    let inactive = plain.contains("\"active\":false").then(|| Finding::whole(FindingKind::TokenInactive));
    let read = Finding::whole(FindingKind::DescriptionRead).naming(Detail::Name(name));
    inactive.into_iter().chain([read]).collect()
}

/// An error whose sentence is the whole text, without the settings beside it.
fn without_settings(refusal: RefusalText, has_settings: bool) -> RefusalText {
    // EXPOSE: the lines go back into a secret.
    let told = refusal.sentence.as_ref().filter(|_| refusal.form == RefusalForm::Plain).and_then(|sentence| {
        let lines: Vec<&str> = sentence.expose().lines().filter(|line| !is_setting(line, has_settings)).collect();
        (!lines.is_empty()).then(|| Secret::new(lines.join("\n")))
    });
    RefusalText { sentence: told.or(refusal.sentence), ..refusal }
}

/// Settings; the URLs in them are no pieces of their own.
fn settings(text: &str, habits: &DocumentHabits<'_>, found: &mut Vec<DocumentPiece>) {
    for mut settings in read_settings_with(text, &habits.settings) {
        let span = settings.span;
        let is_inside = |piece: &DocumentPiece| {
            piece.kind == PastedKind::RedirectAddress
                && (span.start..span.start + span.length).contains(&piece.span.start)
        };
        found.retain(|piece| !is_inside(piece));
        let findings = core::mem::take(&mut settings.findings);
        let reading = PieceReading::Settings(Box::new(settings));
        found.push(DocumentPiece { kind: PastedKind::Settings, span, reading, findings });
    }
}

/// What may be the words of an error in a text that certainly contains none: its lines, or the messages of a log that
/// writes an object for each of its entries.
fn refusal_words(said: &str, form: RefusalForm, has_settings: bool) -> Option<String> {
    match form {
        RefusalForm::Plain => words(&reported(said), has_settings).or_else(|| logged_messages(said)),
        RefusalForm::Other | RefusalForm::Inside | RefusalForm::Answer => logged_messages(said),
        // A sentence that quotes a page.
        RefusalForm::Page if !said.trim_start().starts_with('<') => words(&reported(said), has_settings),
        RefusalForm::Page | RefusalForm::Empty => None,
    }
}

/// The messages of the objects that are a line each, apart from those about what went well.
fn logged_messages(text: &str) -> Option<String> {
    let mut left = LONGEST_PROSE;
    let entries = text.lines().rev().map(str::trim).filter(|line| line.starts_with("{\"") && line.ends_with('}'));
    let messages = entries.filter(|line| !is_calm_entry(line)).filter_map(|line| {
        let behind = ["\"message\":", "\"msg\":"].iter().find_map(|name| Some(line.split_once(name)?.1))?;
        let message = behind.trim_start().strip_prefix('"')?;
        message.split('"').next().filter(|message| message.contains(' ') && !message.ends_with('\\'))
    });
    let is_left = |message: &&str| {
        left = left.saturating_sub(message.len() + 1);
        left > 0
    };
    let mut messages: Vec<&str> = messages.take_while(is_left).collect();
    messages.reverse();
    (!messages.is_empty()).then(|| messages.join("\n"))
}

/// The lines that may be the words of an error. A single word, such as the prompt before a command, is none.
fn words(report: &str, has_settings: bool) -> Option<String> {
    // A log: of its lines only those that tell a failure.
    let is_long = report.len() > LONGEST_PROSE;
    let is_other = |line: &&str| {
        is_long && !(line.len() <= LONGEST_PROSE && tells_failure(line))
            || is_of_request(line)
            || is_calm_entry(line)
            || is_setting(line, has_settings)
    };
    let mut left = LONGEST_PROSE;
    let is_left = |line: &&str| {
        left = left.saturating_sub(line.len() + 1);
        left > 0
    };
    let lines = report.lines().rev().map(str::trim_end).filter(|line| !is_other(line)).filter_map(told);
    let mut lines: Vec<&str> = lines.take_while(is_left).collect();
    lines.reverse();
    let has_words = lines.iter().any(|line| line.split_whitespace().nth(1).is_some());
    has_words.then(|| lines.join("\n"))
}

/// What a line tells: all of it, or what is before an advice, as in `The URL is not registered. Please contact …`.
fn told(line: &str) -> Option<&str> {
    if !is_instruction(line) || tells(line) {
        return Some(line);
    }
    let mut ends = line.match_indices(". ").map(|(at, _)| line.split_at_checked(at + 1).unwrap_or_default());
    let before = ends.by_ref().take_while(|(before, _)| !is_instruction(before)).last();
    before.map(|(before, _)| before)
}

/// Whether a returned URL, or one in it that was wrapped, has parameters of its own.
fn has_parameters(text: &str) -> bool {
    let inner = unwrapped(text);
    // EXPOSE: only whether it has a query is computed.
    let address = inner.as_ref().map_or(text, |inner| inner.inner.expose());
    address.contains(['?', '#', '='])
}

/// In bytes: of a longer text without anything that errors have, only some lines can be about an error.
const LONGEST_PROSE: usize = 4000;

/// How many lines are read as pieces of their own: nobody reads more.
const MOST_LINES: usize = 100;

fn lines(text: &str, report: &str, habits: &DocumentHabits<'_>) -> Vec<DocumentPiece> {
    let mut found: Vec<DocumentPiece> = Vec::new();
    let (mut at, mut byte) = (0, 0);
    for line in text.split_inclusive('\n') {
        let is_told = report.get(byte..byte + line.len()).is_some_and(|told| !told.trim().is_empty());
        byte += line.len();
        if !is_told {
            at += line.chars().count();
            continue;
        }
        if let Some((start, address, kind)) = address_in_line(line) {
            let before = line.get(..start).unwrap_or_default().chars().count();
            let mut pieces = read_as(kind, address, habits);
            let behind = line.get(start + address.len()..).unwrap_or_default();
            // `'http://' + host + '?code=' + code`: a program makes it, and nobody was sent there.
            if kind == PastedKind::RedirectAddress && has_operator(address) {
                at += line.chars().count();
                continue;
            }
            let next = text.get(byte..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            if is_put_together(address, behind, next) {
                pieces.iter_mut().for_each(|piece| {
                    piece.findings.retain(|finding| !is_of_absence(finding.kind));
                });
            }
            // What a program inserts is no value that somebody left in place.
            if line.get(..start).is_some_and(|before| before.ends_with(is_quote)) && marked(address).is_some() {
                pieces.iter_mut().for_each(|piece| {
                    piece.findings.retain(|finding| finding.kind != FindingKind::PlaceholderWords);
                });
            }
            found.extend(pieces.into_iter().map(|piece| piece.moved(at + before)));
        } else if is_header_line(line) && !has_variable(line) && !is_no_header(line) {
            let pieces = read_as(PastedKind::AuthorizationHeader, line.trim_end(), habits);
            found.extend(pieces.into_iter().map(|piece| piece.moved(at)));
        } else if let Some((start, form)) = form_in_line(line) {
            let before = line.get(..start).unwrap_or_default().chars().count();
            found.extend(requests(form, habits).into_iter().map(|piece| piece.moved(at + before)));
        }
        if found.len() >= MOST_LINES {
            break;
        }
        at += line.chars().count();
    }
    found
}

/// Whether a text goes on behind its quotes with an operator.
fn has_operator(address: &str) -> bool {
    let mut quotes = address.match_indices(is_quote);
    quotes.any(|(at, quote)| {
        let behind = address.get(at + quote.len()..).unwrap_or_default().trim_start();
        behind.strip_prefix(['+', '.']).is_some_and(|rest| rest.starts_with(|ch: char| ch == ' ' || ch.is_alphabetic()))
    })
}

/// Whether a program puts more behind a URL: an operator stands where its text ends, or before the next one.
fn is_put_together(address: &str, behind: &str, next: &str) -> bool {
    let is_operator = |ch| matches!(ch, '+' | '.' | '&' | '\\');
    let goes_on = address.ends_with(is_operator)
        || next.trim_start().strip_prefix(is_operator).is_some_and(|rest| rest.trim_start().starts_with(is_quote));
    address.contains(is_quote) && goes_on
        || behind.strip_prefix(is_quote).is_some_and(|rest| rest.trim_start().starts_with(is_operator))
}

/// What can only be said of a URL that is there as a whole.
fn is_of_absence(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::ParameterMissing | FindingKind::ParameterEmpty | FindingKind::StateMissing)
}

/// Whether a log has hidden the value of a header, `authorization: ******`, or it is a list of endpoints that calls one
/// of them so.
fn is_no_header(line: &str) -> bool {
    let value = line.split_once(':').map_or("", |(_, value)| value).trim_matches([' ', '\r', '\n', '"', '\'', ',']);
    let is_hidden = value.len() > 2 && value.chars().all(|ch| matches!(ch, '*' | '\u{2022}' | '\u{25cf}'));
    is_hidden || ["https://", "http://"].iter().any(|scheme| value.starts_with(scheme))
}

/// Whether the value of a header is a variable of a program, `authorization: access_token,`: a word alone, without any
/// of what makes base64 text look random.
fn has_variable(line: &str) -> bool {
    let value = line.split_once(':').map_or("", |(_, value)| value).trim();
    let name = value.trim_end_matches([',', ';', ')', '(', '}', ' ']);
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_word = !last.is_empty()
        && !last.contains(|ch: char| ch.is_ascii_digit())
        && name.chars().all(|ch| ch.is_ascii_alphabetic() || matches!(ch, '_' | '.' | '$' | '@'));
    let lower = last.to_ascii_lowercase();
    let is_named = ["token", "auth", "header", "basic", "bearer", "credential", "cred", "secret", "key"]
        .iter()
        .any(|word| lower.contains(word));
    is_word && (is_named || last == lower)
}

/// The form of a token request in a line of a log, with the byte where it begins.
fn form_in_line(line: &str) -> Option<(usize, &str)> {
    let name = line.find("grant_type=")?;
    let map = name.checked_sub(1).and_then(|brace| Some((brace, line.get(brace..)?)));
    if let Some((brace, map)) = map.filter(|(_, map)| map.starts_with("{grant_type=[")) {
        let end = map.find("]}")? + "]}".len();
        return Some((brace, map.get(..end)?));
    }
    let is_around = |ch: char| ch.is_whitespace() || "\"'`<>[](){},;|".contains(ch);
    let before = line.get(..name)?;
    let word = before
        .rfind(is_around)
        .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    // What is before the first parameter is no part of it, as in `body=grant_type=…`.
    let start = if before.get(word..)?.contains('&') { word } else { name };
    let form = line.get(start..)?.split(is_around).next()?.trim_end_matches('.');
    // A program puts its values together, and is read as such.
    let is_pair = |pair: &str| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty() && !value.contains('$'));
    let is_form = !form.contains("://") && form.split('&').all(is_pair) && !before.ends_with('?');
    (is_form && form.contains('&')).then_some((start, form))
}

/// Where an error is: at its last words, or else anywhere in the text.
fn place_of(refusal: &RefusalText, text: &str) -> Span {
    // EXPOSE: only where it is in the text is computed.
    let sentence = refusal.sentence.as_ref().map(Secret::expose).filter(|sentence| sentence.len() < text.len());
    let parts = [sentence, refusal.error.as_deref()];
    let place = parts.into_iter().flatten().find_map(|part| Some((text.rfind(part)?, part)));
    let (start, part) = place.unwrap_or((0, text));
    let before = text.get(..start).unwrap_or_default();
    Span { within: crate::reading::Within::Pasted, start: before.chars().count(), length: part.chars().count() }
}

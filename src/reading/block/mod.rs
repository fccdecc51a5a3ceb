//! A block as somebody has it in a file or on a command line: which values are in it, and what is wrong with its quoting.
//!
//! The counterpart of `blocks`, which writes them. A reader for each format creates a draft with byte places; this module
//! converts it to the result.

mod connection_string;
mod credential;
mod detect;
mod draft;
mod env;
mod hcl;
mod ini;
mod json;
mod line;
mod literal;
mod powershell;
mod python;
mod shell;
mod toml;
mod unquoted;
mod url;
mod variables;
mod yaml;

use core::fmt;

pub use detect::block_formats;
use draft::{BlockDraft, Entry};

use super::request::in_characters;
use super::request::piece::ByteSpan;
use super::value::findings_in;
use super::{Detail, Edit, Finding, FindingKind, Fix, MOST_FINDINGS, Span};
use crate::blocks::BlockFormat;
use crate::oauth::Secret;

/// What a text in some format contains.
#[derive(Debug)]
pub struct BlockReading {
    /// The values in the order of the text.
    pub values: Vec<ReadValue>,
    /// Places are characters of the text.
    pub findings: Vec<Finding>,
}

/// A key with its value. `Debug` prints neither, because a misplaced value can look like a key.
pub struct ReadValue {
    /// The name, with dots between the levels.
    pub key: String,
    /// Without quotes and escapes; variables stay as they were written.
    pub value: Secret,
    /// The place of the value with its quotes.
    pub span: Span,
    /// Whether its key names a secret.
    pub is_secret: bool,
}

impl fmt::Debug for ReadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Reads a text in a format, such as the first of [`block_formats`]. Runs in linear time; nothing is run or replaced.
///
/// A value is what the readers of the format get, as far as there is one rule; what is wrong is read as it was meant, and
/// reported. Values that are named as credentials are also searched for what is easily copied with them.
///
/// ```
/// use authdesk::blocks::BlockFormat;
/// use authdesk::oauth::Secret;
/// use authdesk::reading::{Finding, FindingKind, apply, read_block};
///
/// let text = "docker run -e ZOOM_CLIENT_ID=abc ZOOM_CLIENT_SECRET=def image";
/// let reading = read_block(text, BlockFormat::DockerRun);
/// assert!(reading.values[1].value.same_as(&Secret::new("def")));
/// let missing = Finding::over(FindingKind::OptionMissing, 33, 22);
/// assert_eq!(reading.findings[1], missing);
/// let fixed = apply(text, reading.findings[1].fix.as_ref().unwrap());
/// assert_eq!(fixed, "docker run -e ZOOM_CLIENT_ID=abc -e ZOOM_CLIENT_SECRET=def image");
/// ```
#[must_use]
pub fn read_block(text: &str, format: BlockFormat) -> BlockReading {
    let BlockDraft { entries, mut issues, .. } = draft(text, format);
    issues.sort_by_key(|issue| issue.span.start);
    issues.truncate(MOST_ISSUES);
    let mut spans: Vec<ByteSpan> = entries.iter().map(|entry| entry.value.span).collect();
    spans.extend(entries.iter().map(inner_span));
    spans.extend(
        issues.iter().flat_map(|issue| [issue.span].into_iter().chain(issue.fix.iter().map(|(span, _)| *span))),
    );
    let mut places = in_characters(text, &spans).into_iter();
    let outer: Vec<Span> = places.by_ref().take(entries.len()).collect();
    let inner: Vec<Span> = places.by_ref().take(entries.len()).collect();
    let broken: Vec<usize> =
        issues.iter().filter(|issue| hides_the_end(issue.kind)).map(|issue| issue.span.start).collect();
    let mut findings = Vec::new();
    if !entries.is_empty() {
        findings.push(Finding::whole(FindingKind::BlockRead).naming(Detail::Count(entries.len())));
    }
    for issue in issues {
        let span = places.next();
        let edits = issue.fix.into_iter().zip(places.by_ref());
        let edits = edits.map(|((_, text), span)| Edit::new(span.start..span.start + span.length, text));
        let fix = Some(Fix::new(edits)).filter(|fix| !fix.edits().is_empty());
        findings.push(Finding { kind: issue.kind, span, detail: None, other: None, fix });
    }
    if findings.is_empty() {
        findings.push(Finding::whole(FindingKind::NoValueFound));
    }
    of_values(text, &entries, (&inner, &broken), &mut findings);
    repeated(&entries, &outer, &mut findings);
    let values = entries.into_iter().zip(outer);
    let values = values.map(|(entry, span)| ReadValue {
        is_secret: credential::is_secret(&entry.key),
        key: entry.key,
        value: Secret::new(entry.value.text),
        span,
    });
    BlockReading { values: values.collect(), findings }
}

/// The most findings about how a text is written.
const MOST_ISSUES: usize = 2 * MOST_FINDINGS;

fn draft(text: &str, format: BlockFormat) -> BlockDraft {
    match format {
        BlockFormat::Env => env::read(text),
        BlockFormat::DockerRun => shell::read_docker(text),
        BlockFormat::Shell => shell::read_exports(text),
        BlockFormat::ShellCommand => shell::read_commands(text),
        BlockFormat::PowerShellCommand => powershell::read(text),
        BlockFormat::Ini => ini::read(text),
        BlockFormat::Python => python::read(text),
        BlockFormat::Json => json::read(text),
        BlockFormat::Yaml => yaml::read(text),
        BlockFormat::Toml => toml::read(text),
        BlockFormat::Hcl => hcl::read(text),
        BlockFormat::ConnectionString => connection_string::read(text),
        BlockFormat::Url => url::read(text),
    }
}

/// The place of the text itself, where it stands as it is; otherwise an empty one.
fn inner_span(entry: &Entry) -> ByteSpan {
    match entry.value.at {
        Some(at) => ByteSpan::new(at, at + entry.value.text.len()),
        None => ByteSpan::new(entry.value.span.start, entry.value.span.start),
    }
}

/// Whether it is not known where a value ends.
fn hides_the_end(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::QuoteNotClosed | FindingKind::TextAfterQuote | FindingKind::CommandCutOff)
}

/// What was copied with a value, or in its place.
fn of_values(text: &str, entries: &[Entry], (places, broken): (&[Span], &[usize]), findings: &mut Vec<Finding>) {
    let chars: Vec<char> = text.chars().collect();
    for (entry, place) in entries.iter().zip(places) {
        let is_whole = !broken.iter().any(|at| entry.value.span.holds(*at));
        let is_text = !entry.is_literal && is_whole && !is_reference(entry);
        let Some(shape) = credential::shape(&entry.key).filter(|_| is_text) else {
            continue;
        };
        let (found, _) = findings_in(&chars, place.start..place.start + place.length, &shape);
        // In quotes of its own, a value can end with another one.
        let is_quoted = entry.value.at.is_some_and(|at| at > entry.value.span.start);
        let is_content = |one: &Finding| is_quoted && one.kind == FindingKind::QuotesAround && one.edits().len() == 1;
        let new: Vec<Finding> = found.into_iter().filter(|one| !is_content(one) && !is_there(one, findings)).collect();
        findings.extend(new);
        if findings.len() > MOST_ISSUES + MOST_FINDINGS {
            return;
        }
    }
}

/// Whether a finding about the same characters is there already.
fn is_there(one: &Finding, findings: &[Finding]) -> bool {
    let range = |finding: &Finding| finding.span.map(|span| span.start..span.start + span.length.max(1));
    let Some(range_of_one) = range(one) else { return false };
    findings.iter().filter_map(range).any(|other| other.start < range_of_one.end && range_of_one.start < other.end)
}

/// Whether a value is taken from elsewhere when the text is used: a variable, a secret of Home Assistant, an expression.
fn is_reference(entry: &Entry) -> bool {
    let text = entry.value.text.trim();
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '_');
    let is_expression = ["${", "$(", "{{", "!"].iter().any(|start| text.starts_with(start));
    entry.value.expands || is_expression || text.strip_prefix('$').is_some_and(is_name)
}

/// The same key twice with different values: of most formats only one counts.
fn repeated(entries: &[Entry], places: &[Span], findings: &mut Vec<Finding>) {
    let mut numbers: Vec<usize> = (0..entries.len()).collect();
    let key = |number: &usize| entries.get(*number).map(|entry| entry.key.as_str()).unwrap_or_default();
    numbers.sort_by(|one, other| key(one).cmp(key(other)).then(one.cmp(other)));
    let mut found: Vec<usize> = Vec::new();
    for pair in numbers.windows(2) {
        let [one, other] = pair else { continue };
        let text = |number: &usize| entries.get(*number).map(|entry| entry.value.text.as_str());
        if key(one) == key(other) && text(one) != text(other) {
            found.push(*other);
        }
    }
    found.sort_unstable();
    let places = found.iter().take(MOST_FINDINGS).filter_map(|number| places.get(*number));
    findings.extend(places.map(|span| Finding { span: Some(*span), ..Finding::whole(FindingKind::KeyRepeated) }));
}

//! A JSON object, or members of one.

use super::draft::{BlockDraft, Issue, below};
use crate::chars::{is_curly_double, is_curly_single};
use crate::pasted_json::{Json, JsonError, Kind, Member, parse};
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Fragment};

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let object = Wrapped::new(text);
    match parse(&object.text) {
        Ok(json) => object.values(&json, "", None, &mut draft),
        Err(error) => {
            let issue = object.issue(error);
            // What is right but for one comma is read nevertheless: a space in its place moves nothing.
            if issue.kind == FindingKind::CommaExtra {
                let at = issue.span.start + object.before;
                let without: String =
                    object.text.char_indices().map(|(byte, ch)| if byte == at { ' ' } else { ch }).collect();
                if let Ok(json) = parse(&without) {
                    object.values(&json, "", None, &mut draft);
                }
            }
            draft.issues.push(issue);
        }
    }
    draft
}

/// The text as an object: members alone get braces.
struct Wrapped<'t> {
    source: &'t str,
    text: String,
    /// How many bytes were put before it.
    before: usize,
}

impl Wrapped<'_> {
    fn new(source: &str) -> Wrapped<'_> {
        let is_members = source.trim_start().starts_with('"');
        match is_members {
            true => Wrapped { source, text: format!("{{{}}}", source.trim_end().trim_end_matches(',')), before: 1 },
            false => Wrapped { source, text: source.to_owned(), before: 0 },
        }
    }

    /// Adds the values below one; `name_end` is the last byte of its name.
    fn values(&self, json: &Json, path: &str, name_end: Option<usize>, draft: &mut BlockDraft) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { below(&format!("{path}."), name) };
        match &json.kind {
            Kind::Object(members) => {
                for Member { end, name, value } in members {
                    self.values(value, &below(name), Some(*end), draft);
                }
            }
            Kind::List(items) => {
                for (place, item) in items.iter().enumerate() {
                    self.values(item, &below(&place.to_string()), None, draft);
                }
            }
            Kind::Text(text) => draft.text(path, self.fragment(json, text, 2, name_end)),
            Kind::Number(text) => draft.literal(path, self.fragment(json, text, 0, name_end)),
            Kind::Bool(true) => draft.literal(path, self.fragment(json, "true", 0, name_end)),
            Kind::Bool(false) => draft.literal(path, self.fragment(json, "false", 0, name_end)),
            Kind::Null => draft.literal(path, self.fragment(json, "null", 0, name_end)),
        }
    }

    /// The value with its place: after its name, or before its end, where it stands as it is. `quotes`: how many it has.
    fn fragment(&self, json: &Json, text: &str, quotes: usize, name_end: Option<usize>) -> Fragment {
        let end = json.end + 1 - self.before;
        let start = match name_end {
            Some(at) => {
                let from = at + 1 - self.before;
                let between = self.source.get(from..end).unwrap_or_default();
                end - between.trim_start_matches(|ch: char| ch == ':' || ch.is_whitespace()).len()
            }
            None => end.saturating_sub(text.len() + quotes),
        };
        Fragment::new(self.source, text.to_owned(), ByteSpan::new(start, end), false)
    }

    /// What is wrong where JSON ends.
    fn issue(&self, error: JsonError) -> Issue {
        let at = error.at.saturating_sub(self.before).min(self.source.len());
        let rest = self.source.get(at..).unwrap_or_default();
        let Some(ch) = rest.chars().next() else {
            let last = self.source.trim_end().len();
            return Issue::new(FindingKind::BlockCutOff, ByteSpan::new(last, last));
        };
        let place = ByteSpan::new(at, at + ch.len_utf8());
        if is_curly_double(ch) || is_curly_single(ch) {
            let is_same = if is_curly_double(ch) { is_curly_double } else { is_curly_single };
            return Issue::new(FindingKind::CurlyQuotes, place).fixed(self.straightened(is_same));
        }
        if ch == '\'' {
            return Issue::new(FindingKind::QuotesOfOtherFormat, place).fixed(self.straightened(|ch| ch == '\''));
        }
        let before = self.source.get(..at).unwrap_or_default().trim_end();
        if matches!(ch, '}' | ']') && before.ends_with(',') {
            let comma = ByteSpan::new(before.len() - 1, before.len());
            return Issue::new(FindingKind::CommaExtra, comma).replaced_by("");
        }
        match error.reason {
            "expected `,` or `}`" | "expected `,` or `]`" if matches!(ch, '"' | '{' | '[') => {
                let behind = ByteSpan::new(before.len(), before.len());
                Issue::new(FindingKind::CommaMissing, place).fixed(vec![(behind, ",".to_owned())])
            }
            "key must be a string" if is_of_name(&ch) => {
                let name = rest.find(|ch| !is_of_name(&ch)).unwrap_or(rest.len());
                let span = ByteSpan::new(at, at + name);
                let quoted = format!("\"{}\"", rest.get(..name).unwrap_or_default());
                Issue::new(FindingKind::QuotesMissing, span).replaced_by(quoted)
            }
            "invalid escape" => {
                let slash = at - usize::from(before.ends_with('\\'));
                let fix = vec![(ByteSpan::new(slash, slash + 1), "\\\\".to_owned())];
                Issue::new(FindingKind::EscapeUnknown, ByteSpan::new(slash, place.end)).fixed(fix)
            }
            "string is not closed" => {
                let start = before.rfind('"').unwrap_or(at);
                Issue::new(FindingKind::QuoteNotClosed, ByteSpan::new(start, start + 1))
            }
            _ => Issue::new(FindingKind::LineNotRead, place),
        }
    }

    /// Each of these quotes as a straight one, if that makes it JSON.
    fn straightened(&self, is_quote: impl Fn(char) -> bool) -> Vec<(ByteSpan, String)> {
        let straight: String = self.text.chars().map(|ch| if is_quote(ch) { '"' } else { ch }).collect();
        let quotes = self.source.char_indices().filter(|(_, ch)| is_quote(*ch));
        match parse(&straight) {
            Ok(_) => quotes.map(|(at, ch)| (ByteSpan::new(at, at + ch.len_utf8()), "\"".to_owned())).collect(),
            Err(_) => Vec::new(),
        }
    }
}

fn is_of_name(ch: &char) -> bool {
    ch.is_ascii_alphanumeric() || matches!(ch, '_' | '-')
}

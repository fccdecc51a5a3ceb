//! A report as a text with stable keys: `REPORT.md` describes it.

use super::{ErrorReport, FieldReport, FoundReport, Name, NameCount, Report, Subject, VERSION};
use crate::reading::ReportHead;

/// In characters: an email wraps what is longer than 76, and quotes it with two more.
const WIDEST: usize = 72;

impl Report {
    /// The English text, which [`read`](super::read) reads.
    #[must_use]
    pub fn written(&self) -> String {
        let mut entries: Vec<String> = Vec::new();
        let mut add = |key: &str, value: String| {
            if !value.is_empty() {
                entries.push(format!("{key}: {value}"));
            }
        };
        add("page", self.page.as_ref().map(Name::to_string).unwrap_or_default());
        add("made", self.made.as_ref().map(|made| made.to_string()).unwrap_or_default());
        if let Some(browser) = self.browser {
            let (name, system): (&str, &str) = (browser.name.into(), browser.system.into());
            add("browser", format!("{name} {}; system {system}", browser.version));
        }
        match &self.subject {
            Some(Subject::Guide { product, way, provider, app, facts, installation }) => {
                let parts = [
                    ("way", way),
                    ("provider", provider),
                    ("app", app),
                    ("facts", facts),
                    ("installation", installation),
                ];
                let parts = parts.iter().filter_map(|(key, name)| Some(format!("{key} {}", name.as_ref()?)));
                add("guide", [product.to_string()].into_iter().chain(parts).collect::<Vec<_>>().join("; "));
            }
            Some(Subject::Tool(tool)) => add("tool", tool.to_string()),
            None => {}
        }
        add("steps", listed(self.steps.iter().map(|(step, progress)| format!("{} {}", step.name(), progress.name()))));
        add("checked", listed(&self.checked));
        add("unchecked", listed(&self.unchecked));
        add("scope-sets", listed(self.sets.iter().map(|(set, is_chosen)| format!("{set} {}", yes_or_no(*is_chosen)))));
        add("authentication", self.authentication.map(|way| way.name().to_owned()).unwrap_or_default());
        for field in &self.fields {
            add("field", field_value(field));
        }
        for one in &self.redirects {
            let differs = match one.differs.as_slice() {
                [] => "same".to_owned(),
                kinds => format!("differs {}", listed(kinds.iter().map(|kind| kind.name()))),
            };
            add("redirect", format!("{}, {}; {differs}", one.left.name(), one.right.name()));
        }
        add("granted", self.granted.as_ref().map(count_value).unwrap_or_default());
        add("missing", self.missing.as_ref().map(count_value).unwrap_or_default());
        for error in &self.errors {
            add("error", error_value(error));
        }
        let count = entries.len();
        let head = format!("{} {VERSION}", ReportHead::WRITTEN);
        let lines = entries.iter().flat_map(|entry| wrapped(entry));
        let all: Vec<String> = [head].into_iter().chain(lines).chain([format!("end: {count}")]).collect();
        let mut text = all.join("\n");
        text.push('\n');
        text
    }
}

fn listed(items: impl IntoIterator<Item = impl ToString>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

fn yes_or_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn field_value(field: &FieldReport) -> String {
    let mut parts = vec![field.name.to_string()];
    if field.is_needed {
        parts.push("needed".to_owned());
    }
    parts.push(format!("length {}", field.length));
    if !field.has.is_empty() {
        parts.push(format!("has {}", listed(field.has.iter().map(|kind| kind.name()))));
    }
    if !field.findings.is_empty() {
        parts.push(format!("findings {}", listed(field.findings.iter().map(found_value))));
    }
    parts.extend(field.ends.as_ref().map(|ends| format!("ends {}", ends.as_str())));
    parts.join("; ")
}

fn found_value(found: &FoundReport) -> String {
    let place = found.place.map(|place| <&str>::from(place).to_owned());
    let character = found.character.map(|ch| format!("U+{:04X}", u32::from(ch)));
    let count = found.count.map(|count| count.to_string());
    let words = [Some(found.kind.name().to_owned()), place, character, count];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn count_value(count: &NameCount) -> String {
    if count.names.is_empty() {
        return count.count.to_string();
    }
    format!("{}; names {}", count.count, listed(&count.names))
}

fn error_value(error: &ErrorReport) -> String {
    let mut parts = vec![error.field.to_string()];
    parts.extend(error.code.as_ref().map(|code| format!("code \"{}\"", code.as_str())));
    parts.extend(error.row.as_ref().map(|row| format!("means {row}")));
    if !error.asks.is_empty() {
        parts.push(format!("asks {}", listed(&error.asks)));
    }
    parts.extend(error.words.as_ref().map(|words| format!("says \"{}\"", words.as_str())));
    parts.join("; ")
}

/// The lines of an entry, each after the first with an indent.
fn wrapped(entry: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in entry.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDEST => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(format!("  {word}")),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

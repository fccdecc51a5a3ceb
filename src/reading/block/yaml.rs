//! A YAML mapping in block style: YAML 1.2.2 §8.2. Values in flow style, and texts of several lines, are left out.

use super::draft::{BlockDraft, Issue, below};
use super::line::{bare, check_quoted, rest_of_line, skip_line};
use super::literal::{Escapes, QuoteRules, quoted};
use super::unquoted::is_literal;
use crate::quoting::escaped_quoted;
use crate::reading::FindingKind;
use crate::reading::block::credential::is_credential;
use crate::reading::request::piece::{ByteSpan, Cursor, Fragment};

/// §5.7.
const DOUBLE: QuoteRules =
    QuoteRules { quote: "\"", escapes: Escapes::Strict("\n0abtnvfre \"/\\N_LPxuU\t"), many_lines: true };
const SINGLE: QuoteRules = QuoteRules { quote: "'", escapes: Escapes::Doubled, many_lines: true };

/// How deep mappings may be nested.
const DEEPEST: usize = 64;

pub(super) fn read(text: &str) -> BlockDraft {
    let mut reader = YamlReader {
        chars: Cursor { text, at: 0 },
        levels: Vec::new(),
        skips_below: None,
        goes_on: None,
        first_tab: None,
        draft: BlockDraft::default(),
    };
    while !reader.chars.rest().is_empty() {
        reader.line();
        skip_line(&mut reader.chars);
    }
    reader.draft
}

/// A mapping or a list that the next lines may be in.
struct Level {
    indent: usize,
    /// With a dot at its end.
    path: String,
    /// How many items there are so far, if it is a list.
    items: Option<usize>,
}

struct YamlReader<'t> {
    chars: Cursor<'t>,
    levels: Vec<Level>,
    /// The indentation of a key whose text is in the lines below it.
    skips_below: Option<usize>,
    /// The indentation of a key whose plain value may go on.
    goes_on: Option<usize>,
    /// The number of the finding about tabs.
    first_tab: Option<usize>,
    draft: BlockDraft,
}

impl YamlReader<'_> {
    fn line(&mut self) {
        let line = rest_of_line(&self.chars);
        let inner = line.trim_start_matches([' ', '\t']);
        let is_marker = ["#", "---", "...", "%"].iter().any(|start| inner.starts_with(start));
        if inner.trim_end().is_empty() || is_marker {
            return;
        }
        let length = line.len() - inner.len();
        // A tab is as wide as what replaces it.
        let indent = length + line.get(..length).unwrap_or_default().matches('\t').count();
        if self.skips_below.is_some_and(|above| indent > above) {
            return;
        }
        self.skips_below = None;
        self.tabs(line, length);
        let continues = self.goes_on.take().filter(|above| indent > *above);
        self.chars.at += length;
        let mut column = indent;
        while self.chars.takes("- ") {
            self.item(column);
            let before = self.chars.at;
            self.chars.skip_spaces();
            column += 2 + self.chars.at - before;
        }
        while self.levels.last().is_some_and(|level| level.indent >= column) {
            self.levels.pop();
        }
        self.content(column, column > indent, continues);
    }

    /// §6.1: indentation is of spaces. All lines with tabs are one finding, at the first.
    fn tabs(&mut self, line: &str, length: usize) {
        let start = self.chars.at;
        let before = line.get(..length).unwrap_or_default();
        let tabs = before.match_indices('\t').map(|(at, _)| ByteSpan::new(start + at, start + at + 1));
        for tab in tabs {
            let fix = (tab, "  ".to_owned());
            let first = *self.first_tab.get_or_insert(self.draft.issues.len());
            match self.draft.issues.get_mut(first) {
                Some(issue) => issue.fix.push(fix),
                None => self.draft.issues.push(Issue::new(FindingKind::TabInIndent, tab).fixed(vec![fix])),
            }
        }
    }

    /// One more item of the list whose hyphens are in this column, which may be that of the list's own key.
    fn item(&mut self, column: usize) {
        while self.levels.last().is_some_and(|level| level.indent > column) {
            self.levels.pop();
        }
        match self.levels.last_mut() {
            Some(Level { indent, items: Some(items), .. }) if *indent == column => *items += 1,
            _ => self.push(column, self.path(), Some(1)),
        }
    }

    fn push(&mut self, indent: usize, path: String, items: Option<usize>) {
        if self.levels.len() < DEEPEST {
            self.levels.push(Level { indent, path, items });
        }
    }

    /// The path of what comes next.
    fn path(&self) -> String {
        self.levels.last().map_or_else(String::new, |level| match level.items {
            None => level.path.clone(),
            Some(items) => below(&level.path, &items.saturating_sub(1).to_string()) + ".",
        })
    }

    /// `key: value`, `key:`, or the value of an item.
    fn content(&mut self, column: usize, is_item: bool, continues: Option<usize>) {
        let line = rest_of_line(&self.chars);
        let path = self.path();
        let Some((name, length)) = key(&self.chars) else {
            if is_item {
                self.value(path.trim_end_matches('.').to_owned(), column);
            } else if continues.is_some() {
                self.goes_on = continues;
            } else {
                self.no_key(line);
            }
            return;
        };
        let key = below(&path, &name);
        self.chars.at += length + 1;
        let value = rest_of_line(&self.chars).trim_start();
        if value.is_empty() || value.starts_with('#') {
            self.push(column, format!("{key}."), None);
        } else {
            self.value(key, column);
        }
    }

    /// A line that is no pair.
    fn no_key(&mut self, line: &str) {
        let start = self.chars.at;
        let name = line.find(':').filter(|at| {
            let name = line.get(..*at).unwrap_or_default();
            let behind = line.get(at + 1..).unwrap_or_default();
            let is_name = name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-'));
            // A URL, a time or a path of Windows has a colon too.
            is_name
                && name.len() > 1
                && !behind.starts_with(['/', '\\', ':'])
                && !name.ends_with(|ch: char| ch.is_ascii_digit())
        });
        match name {
            Some(at) => {
                let behind = ByteSpan::new(start + at + 1, start + at + 1);
                let place = ByteSpan::new(start + at, start + at + 1);
                let issue = Issue::new(FindingKind::SpaceAfterColon, place).fixed(vec![(behind, " ".to_owned())]);
                self.draft.issues.push(issue);
            }
            None if !line.starts_with(['}', ']', '{', '[', '"', '\'']) => {
                self.draft.issue(FindingKind::LineNotRead, ByteSpan::new(start, start + line.trim_end().len()));
            }
            None => {}
        }
    }

    fn value(&mut self, key: String, column: usize) {
        self.chars.skip_spaces();
        let rules = match self.chars.peek() {
            Some('"') => Some(DOUBLE),
            Some('\'') => Some(SINGLE),
            _ => None,
        };
        if let Some(rules) = rules {
            let read = quoted(&mut self.chars, rules, &mut self.draft);
            check_quoted(&self.chars, &read, &["#"], &mut self.draft);
            return self.draft.text(key, folded(read.value, self.chars.text));
        }
        let line = rest_of_line(&self.chars);
        let value = bare(&self.chars, line.find(" #").unwrap_or(line.len()));
        match value.text.chars().next() {
            Some('|' | '>') => self.skips_below = Some(column),
            // An anchor, a tag, or a value in flow style.
            Some('&' | '*' | '!') => {}
            Some('[') => self.skips_below = Some(column),
            Some('{') if !is_placeholder(&value.text) => self.skips_below = Some(column),
            _ => self.plain(key, value, column),
        }
    }

    /// §7.3.3, and the types that YAML 1.1 and 1.2 give a plain value.
    fn plain(&mut self, key: String, value: Fragment, column: usize) {
        let text = value.text.as_str();
        self.goes_on = Some(column);
        let is_forbidden = text.starts_with(['@', '`', '%']) || text.contains(": ") || text.ends_with(':');
        let is_other = is_literal(text) || is_yaml_word(text);
        let quotes = || escaped_quoted(text);
        if is_forbidden {
            let issue = Issue::new(FindingKind::QuotesMissing, value.span).replaced_by(quotes());
            self.draft.issues.push(issue);
        } else if is_other && is_credential(&key) {
            self.draft.issues.push(Issue::new(FindingKind::ValueNotText, value.span).replaced_by(quotes()));
        }
        match is_other {
            true => self.draft.literal(key, value),
            false => self.draft.text(key, value),
        }
    }
}

/// §6.5: over several lines, each line break is a space. Texts with escapes are left alone.
fn folded(value: Fragment, source: &str) -> Fragment {
    let raw = source.get(value.span.start..value.span.end).unwrap_or_default();
    if !raw.contains('\n') || raw.contains('\\') {
        return value;
    }
    let text = value.text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    Fragment { text, at: None, ..value }
}

/// The key that comes next, and how long it is up to its colon.
fn key(chars: &Cursor<'_>) -> Option<(String, usize)> {
    let line = rest_of_line(chars);
    let rules = match line.chars().next()? {
        '"' => DOUBLE,
        '\'' => SINGLE,
        _ => {
            let colon = line.match_indices(':').map(|(at, _)| at).find(|at| is_end(line.get(at + 1..)))?;
            return Some((line.get(..colon)?.trim_end().to_owned(), colon));
        }
    };
    let mut ahead = *chars;
    let read = quoted(&mut ahead, QuoteRules { many_lines: false, ..rules }, &mut BlockDraft::default());
    ahead.skip_spaces();
    let is_key = read.is_closed && ahead.peek() == Some(':') && is_end(ahead.rest().get(1..));
    is_key.then_some((read.value.text, ahead.at - chars.at))
}

/// Whether a colon with this behind it ends a key.
fn is_end(behind: Option<&str>) -> bool {
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\t', '\r', '\n']))
}

/// `{client_id}` as a manual writes it, which YAML would read as a mapping.
fn is_placeholder(text: &str) -> bool {
    text.ends_with('}') && !text.contains([':', ',', '"'])
}

/// YAML 1.1 types `bool` and `null` (yaml.org/type), and numbers to the base 60 and 8.
fn is_yaml_word(text: &str) -> bool {
    const WORDS: [&str; 10] = ["~", "y", "n", "yes", "no", "true", "false", "on", "off", "null"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

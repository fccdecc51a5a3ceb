//! The marks that a terminal puts around what is pasted (xterm, Control Sequences, "Bracketed Paste Mode"), where the
//! program that read them did not know them and took them for a part of the command.

use super::piece::ByteSpan;

/// The marks of a text: before what was pasted, or after it.
pub(super) struct PasteMarks {
    /// The text with spaces in place of the marks, so that everything else stays where it is.
    pub text: String,
    pub places: Vec<ByteSpan>,
}

/// How the escape character before a mark is shown, or written; it may be missing.
const ESCAPES: [&str; 7] = ["\u{1b}", "^[", "\\e", "\\E", "\\x1b", "\\033", "\\u001b"];
/// What is left where the program took the first characters for a key.
const RESTS: [&str; 3] = ["200~", "00~", "0~"];
/// No text has more.
const MOST: usize = 64;

/// `None` for a text without marks.
pub(super) fn paste_marks(text: &str) -> Option<PasteMarks> {
    let mut places = Vec::new();
    for (at, mark) in text.match_indices("[20").take(MOST) {
        let is_mark = ["[200~", "[201~"].iter().any(|mark| text.get(at..).is_some_and(|rest| rest.starts_with(mark)));
        if is_mark {
            let before = text.get(..at).unwrap_or_default();
            let escape = ESCAPES.iter().find(|escape| before.ends_with(**escape)).map_or(0, |escape| escape.len());
            places.push(ByteSpan::new(at - escape, at + mark.len() + "0~".len()));
        }
    }
    rests(text, &mut places);
    if places.is_empty() {
        return None;
    }
    places.sort_by_key(|place| place.start);
    let mut blank = String::with_capacity(text.len());
    for place in &places {
        blank.push_str(text.get(blank.len()..place.start).unwrap_or_default());
        blank.extend(core::iter::repeat_n(' ', place.end.saturating_sub(blank.len())));
    }
    blank.push_str(text.get(blank.len()..).unwrap_or_default());
    Some(PasteMarks { text: blank, places })
}

/// The rest of a mark directly before a command, and the `~` that is left of the one after it.
fn rests(text: &str, places: &mut Vec<ByteSpan>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if places.len() >= MOST {
            return;
        }
        let inner = line.trim_start().trim_start_matches(['$', '#', '%', '>']).trim_start();
        let from = start + line.len() - inner.len();
        let rest = RESTS.iter().find(|rest| inner.strip_prefix(**rest).is_some_and(is_command));
        places.extend(rest.map(|rest| ByteSpan::new(from, from + rest.len())));
        let end = start + line.trim_end().len();
        let is_begun = places.iter().any(|place| (start..end).contains(&place.start));
        if is_begun && line.trim_end().ends_with('~') && !places.iter().any(|place| place.end == end) {
            places.push(ByteSpan::new(end - 1, end));
        }
        start += line.len();
    }
}

fn is_command(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
    ["curl", "curl.exe", "irm", "iwr", "invoke-restmethod", "invoke-webrequest"].contains(&word.as_str())
}

impl PasteMarks {
    /// The marks before or after a command, in its lines.
    pub(super) fn of(&self, command: ByteSpan) -> impl Iterator<Item = ByteSpan> {
        let line = self.text.get(..command.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let behind = self.text.get(command.end..).unwrap_or_default();
        let end = command.end + behind.find('\n').unwrap_or(behind.len());
        self.places.iter().copied().filter(move |place| (line..=end).contains(&place.start))
    }

    /// The first mark directly before a command, of which there may be nothing else in the text.
    pub(super) fn before_command(&self) -> Option<ByteSpan> {
        self.places.iter().copied().find(|place| {
            let behind = self.text.get(place.end..).unwrap_or_default();
            let word = behind.split(|ch: char| !(ch.is_alphanumeric() || ch == '-')).next().unwrap_or_default();
            is_command(word)
        })
    }
}

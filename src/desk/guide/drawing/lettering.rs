//! How wide a text is, without a browser: never wider than in the wide fonts among those of the page.

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lettering {
    /// The heading of a box.
    Title,
    /// What a field is called.
    Label,
    /// A remark below it.
    Remark,
    /// A text to be read character by character, below it.
    Form,
}

impl Lettering {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Lettering::Title => "title",
            Lettering::Label => "label",
            Lettering::Remark => "remark",
            Lettering::Form => "form",
        }
    }

    /// From one line of it to the next.
    pub(super) fn line_height(self) -> i32 {
        match self {
            Lettering::Title | Lettering::Label => 18,
            Lettering::Remark | Lettering::Form => 16,
        }
    }

    /// The height of its characters, in thousandths of which their widths are.
    fn size(self) -> i32 {
        match self {
            Lettering::Title => 15,
            Lettering::Label => 14,
            Lettering::Remark | Lettering::Form => 12,
        }
    }

    /// How wide a text is at most.
    #[must_use]
    pub fn width(self, text: &str) -> i32 {
        let each = |ch| if self == Lettering::Form { 620 } else { advance(ch) };
        let thousandths: i32 = text.chars().map(each).sum();
        (thousandths * self.size()).div_euclid(1000) + 1
    }

    /// A text in lines that are no wider than this: broken after a space or a separator, in `camelCase`, or else anywhere.
    pub(super) fn wrapped(self, text: &str, width: i32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        let spaced = text.split_inclusive([' ', '_', '-', '.', '/', ':', '=']);
        for piece in spaced.flat_map(humps) {
            let whole = [line.as_str(), piece].concat();
            if self.width(whole.trim_end()) <= width {
                line = whole;
                continue;
            }
            if !line.trim().is_empty() {
                lines.push(line.trim_end().to_owned());
            }
            line = String::new();
            for ch in piece.chars() {
                if self.width(&line) + self.width(&ch.to_string()) > width {
                    lines.push(core::mem::take(&mut line));
                }
                line.push(ch);
            }
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// A word in the pieces that begin with a capital letter after a small one.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    core::iter::from_fn(move || {
        let mut before = None;
        let is_hump = |(_, ch): &(usize, char)| {
            let after_small = before.replace(*ch).is_some_and(char::is_lowercase);
            after_small && ch.is_uppercase()
        };
        let at = rest.char_indices().find(is_hump).map_or(rest.len(), |(at, _)| at);
        let (piece, next) = rest.split_at_checked(at)?;
        rest = next;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The width of a character, in thousandths of the height, as in DejaVu Sans.
fn advance(ch: char) -> i32 {
    match ch {
        ' ' | '.' | ',' | ':' | ';' | '\'' | 'i' | 'j' | 'l' | 'I' | '|' | '/' | '\\' | 'ı' => 350,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '!' | '"' => 430,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 1010,
        'A'..='Z' | 'Ä' | 'Ö' | 'Ü' => 790,
        _ if ch.is_ascii() || matches!(ch, 'ä' | 'ö' | 'ü' | 'ß' | '’' | '“' | '„' | '”') => 650,
        _ => 1010,
    }
}

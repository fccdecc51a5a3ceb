//! Markup, taken apart into what is said and the rest.

/// The attributes that say something; `www/boot.js` knows them too.
pub(crate) const SAYING: [&str; 4] = ["aria-label", "placeholder", "title", "alt"];

/// A part of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Tags, and attributes that say nothing, as they are written.
    Markup(String),
    /// A text between tags.
    Text(String),
    /// The value of an attribute that says something.
    Value(String),
}

impl Piece {
    /// What it says, if it says something.
    pub(crate) fn says(&self) -> Option<&str> {
        match self {
            Piece::Markup(_) => None,
            Piece::Text(text) | Piece::Value(text) => Some(text),
        }
    }

    /// The same place with something else in it.
    pub(crate) fn saying(&self, text: &str) -> Piece {
        match self {
            Piece::Markup(markup) => Piece::Markup(markup.clone()),
            Piece::Text(_) => Piece::Text(text.to_owned()),
            Piece::Value(_) => Piece::Value(text.to_owned()),
        }
    }

    fn written(&self) -> String {
        match self {
            Piece::Markup(markup) => markup.clone(),
            Piece::Text(text) => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
            Piece::Value(text) => text.replace('&', "&amp;").replace('"', "&quot;"),
        }
    }
}

/// The pieces of a markup, in their order. Between two tags there is always a text, which may be empty.
pub(crate) fn pieces(markup: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = markup;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        pieces.push(Piece::Text(unescaped(text)));
        let (tag, after) = tag.split_at(tag_length(tag));
        take_apart(tag, &mut pieces);
        rest = after;
    }
    pieces
}

/// The markup of pieces.
pub(crate) fn written(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::written).collect()
}

/// Up to its `>`, which may also be in a value.
fn tag_length(tag: &str) -> usize {
    let mut is_in_value = false;
    for (at, ch) in tag.char_indices() {
        match ch {
            '"' => is_in_value = !is_in_value,
            '>' if !is_in_value => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn take_apart(tag: &str, pieces: &mut Vec<Piece>) {
    let mut markup = String::new();
    let mut parts = tag.split('"');
    while let Some(before) = parts.next() {
        markup.push_str(before);
        let Some(value) = parts.next() else { break };
        markup.push('"');
        let name = before.trim_end_matches('=').rsplit(' ').next().unwrap_or_default();
        if SAYING.contains(&name) {
            pieces.push(Piece::Markup(std::mem::take(&mut markup)));
            pieces.push(Piece::Value(unescaped(value)));
        } else {
            markup.push_str(value);
        }
        markup.push('"');
    }
    if !markup.is_empty() {
        pieces.push(Piece::Markup(markup));
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

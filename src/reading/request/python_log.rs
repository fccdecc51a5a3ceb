//! What Python's `http.client` prints of its requests with `set_debuglevel(1)` (its documentation, "HTTPConnection
//! Objects"): `send: b'…'` for each part that is sent, and `reply: '…'` for the status line.

use super::draft::Draft;
use super::http_text::{read_plain, status_line};
use super::piece::ByteSpan;
use super::{Drafts, MOST};

/// A request while its lines are read.
struct Sent {
    text: String,
    place: ByteSpan,
    status: Option<u16>,
}

/// The requests of such a log. Their places are those of the lines: what is in them is escaped.
pub(super) fn read_sent(text: &str) -> Drafts {
    let mut all: Vec<Sent> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim_start();
        let place = ByteSpan::new(start + line.len() - inner.len(), start + line.trim_end().len());
        start += line.len();
        if let Some(sent) = inner.strip_prefix("send: ").and_then(printed) {
            match all.last_mut().filter(|last| last.status.is_none() && !is_head(&sent)) {
                Some(last) => {
                    last.text.push_str(&sent);
                    last.place.end = place.end;
                }
                None => all.push(Sent { text: sent, place, status: None }),
            }
            if all.len() > MOST {
                break;
            }
        } else if let (Some(reply), Some(last)) = (inner.strip_prefix("reply: ").and_then(printed), all.last_mut()) {
            last.status = status_line(&reply).or(last.status);
        }
    }
    let drafts: Vec<Draft> = all.into_iter().take(MOST).filter_map(Sent::draft).collect();
    Drafts { drafts, ..Drafts::default() }
}

impl Sent {
    fn draft(self) -> Option<Draft> {
        let mut draft = read_plain(&self.text).drafts.pop()?;
        draft.moved(self.place);
        draft.status = self.status;
        Some(draft)
    }
}

/// Whether a part begins with a request line.
fn is_head(sent: &str) -> bool {
    sent.lines().next().is_some_and(|line| line.contains(" HTTP/1."))
}

/// The text of `b'…'` or `'…'`, as Python prints it.
fn printed(text: &str) -> Option<String> {
    let text = text.trim_end();
    let quoted = text.strip_prefix('b').unwrap_or(text);
    let quote = quoted.chars().next().filter(|first| matches!(first, '\'' | '"'))?;
    let inner = quoted.strip_prefix(quote)?;
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    let mut plain = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(ch) = chars.next() {
        if ch != '\\' {
            plain.push(ch);
            continue;
        }
        match chars.next()? {
            'r' => {}
            'n' => plain.push('\n'),
            't' => plain.push('\t'),
            'x' => plain.push(hexadecimal(&mut chars)?),
            other => plain.push(other),
        }
    }
    Some(plain)
}

fn hexadecimal(chars: &mut core::str::Chars<'_>) -> Option<char> {
    let digits = chars.as_str().get(..2)?;
    let byte = u8::from_str_radix(digits, 16).ok()?;
    chars.nth(1);
    Some(char::from(byte))
}

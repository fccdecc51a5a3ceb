//! Links for a colleague.

use authdesk::desk::{Link, LinkReading, Route};

use crate::rules::{prints_no_secret, with_secrets};

/// The fragment of a URL, from whoever made it.
pub fn link(text: &str) {
    let text = &with_secrets(text);
    let reading = LinkReading::of(text);
    let values: Vec<&str> = reading.link.values.iter().map(|(_, text)| text.as_str()).collect();
    let variant = match &reading.link.route {
        Route::Product { id, variant } => vec![id.as_str(), variant.as_deref().unwrap_or_default()],
        _ => Vec::new(),
    };
    prints_no_secret(&reading, &[values, variant].concat());
    assert!(values_fit(&reading.link));

    // What was read is written so that it is read again, and nothing of it is left out then.
    let written = reading.link.write();
    let again = LinkReading::of(&written);
    if reading.link.route == Route::Nowhere {
        assert_eq!(written, "#/");
        return;
    }
    assert_eq!(again.link, reading.link);
    assert!(again.left_out.is_empty() && !again.is_newer, "{written}: {again:?}");
    assert_eq!(again.link.write(), written);
    assert_eq!(Route::parse(&written), reading.link.route, "{written}");
}

/// Nothing that is not seen, nothing too long, each key once.
fn values_fit(link: &Link) -> bool {
    let is_odd = |ch: char| ch.is_control() || matches!(ch, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    let mut keys: Vec<String> = link.values.iter().map(|(key, _)| key.to_string()).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    keys.len() == count
        && count <= Link::MOST
        && link.values.iter().all(|(_, text)| text.len() <= Link::LONGEST_VALUE && !text.contains(is_odd))
}

//! Blocks that people paste: what is wrong with them, and what only looks so. What we write ourselves is in
//! `tests/it/blocks/read.rs`.

mod command_lines;
mod detection;
mod files;

use super::fixed;
use crate::notation::{assert_said, at, said};
use authdesk::blocks::BlockFormat;
use authdesk::reading::{FindingKind, read_block};

/// The values, and no fault.
#[track_caller]
fn sound(format: BlockFormat, text: &str, values: &[(&str, &str)]) {
    let read = read_block(text, format);
    let expected = if values.is_empty() { "no-value-found".to_owned() } else { format!("block-read={}", values.len()) };
    assert_said(&read.findings, &expected, text);
    // EXPOSE: they are compared.
    let found: Vec<(&str, &str)> = read.values.iter().map(|one| (one.key.as_str(), one.value.expose())).collect();
    assert_eq!(found, values, "{text}");
}

/// One fault, at this part of the text, which the fix ends. What comes after `¦` only says which of several it is.
#[track_caller]
fn faulty(format: BlockFormat, text: &str, (kind, part): (FindingKind, &str), right: &str) {
    let read = read_block(text, format);
    let found: Vec<_> = read.findings.iter().filter(|one| one.kind != FindingKind::BlockRead).collect();
    let (marked, context) = part.split_once('¦').unwrap_or((part, ""));
    let place = at(text, &format!("{marked}{context}"));
    let start = place.split('+').next().unwrap();
    let expected = format!("{}{start}+{}", kind.name(), marked.chars().count());
    // What a sentence names beyond that is the concern of others.
    let said = said(found.iter().copied());
    assert_eq!(said.split('=').next().unwrap(), expected, "{text}: {said}");
    let after = fixed(found[0], text);
    assert_eq!(after.as_deref(), Some(right).filter(|right| !right.is_empty()), "{text}");
    if let Some(after) = after {
        let again = read_block(&after, format);
        assert!(again.findings.iter().all(|one| one.kind != kind), "{after}");
    }
}

/// Values are not printed, and neither are keys: a misplaced value may look like one.
#[test]
fn nothing_of_a_block_is_printed() {
    let read = read_block("HUNTER2=hunter2\n", BlockFormat::Env);
    assert!(!format!("{read:?}").to_lowercase().contains("hunter"));
}

#[test]
fn what_is_copied_with_a_credential_is_found_in_it() {
    use FindingKind as Kind;
    for (text, kind, part, right) in [
        ("ZOOM_CLIENT_ID=YOUR_CLIENT_ID", Kind::PlaceholderWords, "YOUR_CLIENT_ID", ""),
        ("ZOOM_CLIENT_SECRET=abc,", Kind::TrailingPunctuation, ",", "ZOOM_CLIENT_SECRET=abc"),
        ("ZOOM_CLIENT_ID=\" abc\"", Kind::BlanksAround, " ", "ZOOM_CLIENT_ID=\"abc\""),
        ("ZOOM_CLIENT_ID=ab\u{200b}c", Kind::InvisibleCharacter, "\u{200b}", "ZOOM_CLIENT_ID=abc"),
        ("ZOOM_SECRET_TOKEN=********", Kind::MaskedDots, "********", ""),
    ] {
        let read = read_block(text, BlockFormat::Env);
        let found = read.findings.iter().find(|one| one.kind == kind).unwrap_or_else(|| panic!("{text}"));
        assert!(said([found]).contains(&at(text, part)), "{text}");
        assert_eq!(fixed(found, text).unwrap_or_default(), right);
    }
    for text in [
        // No credential.
        "APP_NAME=\"My \u{201c}App\u{201d}\"",
        "APP_NAME=YOUR_CLIENT_ID",
        // It comes from elsewhere.
        "ZOOM_CLIENT_ID=${CLIENT_ID}",
        "ZOOM_CLIENT_SECRET=\"$SECRET\"",
    ] {
        assert_said(&read_block(text, BlockFormat::Env).findings, "block-read=1", text);
    }
}

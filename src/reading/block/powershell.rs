//! A command of PowerShell with its parameters.

use super::draft::{BlockDraft, Issue};
use super::variables::{Shell, loose_dollar};
use crate::quoting::powershell_quoted;
use crate::reading::FindingKind;
use crate::reading::request::piece::{ByteSpan, Fragment};
use crate::reading::request::powershell_words::{Lexeme, Token, lexemes};

pub(super) fn read(text: &str) -> BlockDraft {
    let mut draft = BlockDraft::default();
    let (found, issues) = lexemes(text);
    draft.issues.extend(issues.iter().map(Issue::of_syntax));
    let mut rest = found.iter().peekable();
    while let Some(lexeme) = rest.next() {
        let Some(name) = parameter(lexeme) else { continue };
        // `-Force:$true`
        if let Some((name, value)) = name.split_once(':') {
            let value_start = lexeme.piece.text.len() - value.len();
            match value.is_empty().then(|| rest.next_if(|next| is_value(next))).flatten() {
                Some(next) => add(text, name, next, &mut draft),
                None => draft.literal(name, lexeme.piece.tail(value_start)),
            }
            continue;
        }
        if let Some(value) = rest.next_if(|next| is_value(next)) {
            add(text, &name, value, &mut draft);
        }
    }
    draft
}

/// The name of a parameter, with a hyphen; four dashes begin one (the language specification §2.3.4, `dash`).
fn parameter(lexeme: &Lexeme) -> Option<String> {
    let is_dash = |ch: char| matches!(ch, '-' | '\u{2013}'..='\u{2015}');
    let name = lexeme.piece.text.strip_prefix(is_dash)?;
    (lexeme.token == Token::Bare && name.starts_with(|ch: char| ch.is_ascii_alphabetic())).then(|| format!("-{name}"))
}

fn is_value(lexeme: &Lexeme) -> bool {
    lexeme.token != Token::Sign && parameter(lexeme).is_none()
}

fn add(text: &str, name: &str, value: &Lexeme, draft: &mut BlockDraft) {
    let piece: &Fragment = &value.piece;
    if let Some(place) = loose_dollar(text, piece.span, Shell::PowerShell) {
        let raw = text.get(piece.span.start..piece.span.end).unwrap_or_default();
        let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
        let is_plain = !inner.contains(['"', '`']) && !inner.contains("$(");
        let fix: Vec<(ByteSpan, String)> =
            is_plain.then(|| (piece.span, powershell_quoted(inner))).into_iter().collect();
        draft.issues.push(Issue::new(FindingKind::VariableInValue, place).fixed(fix));
    }
    match value.token == Token::Bare && (piece.text.parse::<f64>().is_ok() || piece.text.starts_with('$')) {
        true => draft.literal(name, piece.clone()),
        false => draft.text(name, piece.clone()),
    }
}

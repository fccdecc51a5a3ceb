//! The parts of one text side by side: what is right in each of them, and does not fit together.
//!
//! Only what certainly belongs together is compared: many a text is a page of documentation with examples of several
//! apps, and people replace what is secret by something else, in every place anew.

mod codes;
mod pair;
mod registered;
mod states;
mod steps;
mod tenant;
mod tokens;
mod value;

pub(super) use self::registered::not_listed;
use super::DocumentPiece;
use crate::reading::Finding;
use steps::Steps;

/// Findings, each with the number of the piece that it is about.
type Found = Vec<(usize, Finding)>;

/// Adds to the pieces what does not fit to other pieces.
pub(super) fn compare(pieces: &mut [DocumentPiece], text: &str) {
    let steps = Steps::new(pieces, text);
    let mut found = Found::new();
    pair::compare(&steps, &mut found);
    codes::compare(&steps, &mut found);
    states::compare(&steps, &mut found);
    registered::compare(&steps, text, &mut found);
    tokens::compare(&steps, &mut found);
    for (number, finding) in found {
        if let Some(piece) = pieces.get_mut(number) {
            piece.findings.push(finding);
        }
    }
}

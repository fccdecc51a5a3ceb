//! What comes first in a diagnosis.

use crate::desk::parts::explanation::ReadError;
use crate::reading::{DocumentPiece, Finding, FindingKind, PieceReading, Severity};

/// Something that may be the cause.
pub(super) struct Candidate {
    pub rank: Rank,
    /// Absent: the error itself.
    pub finding: Option<Finding>,
}

/// The most probable first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The error itself says what is wrong.
    Named,
    /// The request must fail because of it.
    Fault,
    /// The request will likely fail because of it.
    Doubt,
    /// The error has known causes, none of which is in the text.
    Explained,
    /// Something else in the text must fail.
    OtherFault,
    /// Something else in the text will likely fail.
    OtherDoubt,
    /// There is an error, and no table has it.
    Unexplained,
    /// Worth knowing, and no reason for an error.
    Noted,
}

pub(super) fn rank_of_finding(
    finding: &Finding,
    piece: &DocumentPiece,
    is_of_attempt: bool,
    error: Option<&ReadError>,
) -> Rank {
    let severity = finding.kind.severity();
    if !is_of_attempt || never_fails(finding.kind) {
        return Rank::Noted;
    }
    let is_of_request = matches!(piece.reading, PieceReading::Request(_) | PieceReading::Header(_));
    match (severity, is_of_request || error.is_none()) {
        (Severity::Error, true) => Rank::Fault,
        (Severity::Error, false) => Rank::OtherFault,
        (Severity::Warning, true) => Rank::Doubt,
        (Severity::Warning, false) => Rank::OtherDoubt,
        (Severity::Good | Severity::Info, _) => Rank::Noted,
    }
}

/// A danger to secrets is no reason for an error.
fn never_fails(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::SecretInCommand)
}

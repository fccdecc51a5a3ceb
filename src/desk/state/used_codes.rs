//! The codes that were copied in a command: a code works once (RFC 6749 §4.1.2).

use crate::oauth::{Secret, StateToken};

/// By their fingerprints alone; a code is as hard to guess as a state (RFC 6749 §10.10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::desk) struct UsedCodes(Vec<UsedCode>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct UsedCode {
    fingerprint: String,
    /// It was copied a second time, or pasted anew after it was copied. Right after the first copy there is nothing to
    /// warn of: that command is about to be run.
    is_again: bool,
}

impl UsedCodes {
    /// A command with this code was copied.
    pub(in crate::desk) fn copied(&mut self, code: &Secret) {
        let fingerprint = StateToken::fingerprint(code);
        match self.0.iter_mut().find(|used| used.fingerprint == fingerprint) {
            Some(used) => used.is_again = true,
            None => self.0.push(UsedCode { fingerprint, is_again: false }),
        }
    }

    /// A code was pasted or came automatically: one that was copied before is there again.
    pub(in crate::desk) fn came_anew(&mut self) {
        for used in &mut self.0 {
            used.is_again = true;
        }
    }

    /// Whether a command with this code was copied before, and it is about to be used again.
    pub(in crate::desk) fn is_again(&self, code: &Secret) -> bool {
        // Without any, nothing is hashed at each rendering.
        let fingerprint = if self.0.is_empty() { return false } else { StateToken::fingerprint(code) };
        self.0.iter().any(|used| used.is_again && used.fingerprint == fingerprint)
    }
}

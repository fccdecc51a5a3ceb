//! The readers for requests, and for texts that contain some.

use authdesk::reading::{DocumentHabits, Finding, RequestHabits, Within, read_document, read_request};

use crate::rules::{fixes_lead_on, lies_in, places, prints_no_secret, with_secrets};

/// A command, an exchange or a HAR file.
pub fn request(text: &str) {
    let text = &with_secrets(text);
    let habits = RequestHabits {
        token_endpoint: "https://zoom.us/oauth/token",
        authorize_endpoint: "https://zoom.us/oauth/authorize",
        ..RequestHabits::default()
    };
    let read = read_request(text, &habits);
    prints_no_secret(&read, &[]);
    places(&read.findings, text, None);
    read.requests.iter().for_each(|one| lies_in(&one.span, text));
    let again = read_request(text, &habits);
    assert_eq!(read.findings, again.findings);
    assert_eq!(read.requests.len(), again.requests.len());
    let findings = |text: &str| read_request(text, &habits).findings;
    fixes_lead_on(text, findings);
}

/// A program that sends a request, in every language.
pub fn program(text: &str) {
    request(text);
}

/// A text of several pieces.
pub fn document(text: &str) {
    let text = &with_secrets(text);
    let read = read_document(text, &DocumentHabits::default());
    prints_no_secret(&read, &[]);
    for piece in &read.pieces {
        lies_in(&piece.span, text);
        let pasted: Vec<_> = piece.findings.iter().filter(|finding| is_in_text(finding)).cloned().collect();
        places(&pasted, text, None);
    }
    assert!(read.pieces.is_sorted_by_key(|piece| piece.span.start));
    assert_eq!(read.pieces.len(), read_document(text, &DocumentHabits::default()).pieces.len());
}

/// The credentials of a header are not a part of the text.
fn is_in_text(finding: &Finding) -> bool {
    finding.span.is_none_or(|span| span.within == Within::Pasted)
}

//! The readers for requests, and for texts that contain some.

use authdesk::reading::{DocumentHabits, Finding, RequestHabits, Within, read_document, read_request, request_code};

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

/// A program that sends a request: in every language, and its lines alone say the same as the whole text.
pub fn program(text: &str) {
    request(text);
    let text = &with_secrets(text);
    let Some(code) = request_code(text) else { return };
    assert!(text.get(code.lines.clone()).is_some(), "the lines are a part of the text");
    for request in &code.requests {
        assert!(text.get(request.clone()).is_some(), "a request is a part of the text");
        assert!(code.lines.start <= request.start, "a request is in the lines");
    }
    assert_eq!(request_code(text), Some(code));
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

//! The reader for requests.

use authdesk::reading::{RequestHabits, read_request};

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

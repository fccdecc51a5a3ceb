//! The readers: what they find in a text, and how it is fixed.

mod across;
mod answer;
mod api_answer;
mod api_calls;
mod authorize;
mod authorize_servers;
mod bearer;
mod block;
mod code;
mod codes_found;
mod compared;
mod discovery;
mod document;
mod dumped_answer;
mod errors;
mod explained;
mod findings;
mod gathering;
mod header;
mod header_properties;
mod http_file;
mod inputs;
mod insertions;
mod jwt;
mod landing;
mod linear;
mod paste_marks;
mod pasted;
mod printed;
mod redirect_comparison;
mod request;
mod request_authentication;
mod request_bodies;
mod request_grants;
mod request_names;
mod request_servers;
mod request_values;
mod scopes;
mod secrets;
mod settings;
mod values;

use authdesk::reading::{Finding, apply};

/// The text with the fix of a finding applied, where it has one.
fn fixed(finding: &Finding, text: &str) -> Option<String> {
    finding.fix.as_ref().map(|fix| apply(text, fix))
}

//! The readers: what they find in a text, and how it is fixed.

mod answer;
mod api_answer;
mod authorize;
mod findings;
mod header;
mod header_properties;
mod jwt;
mod landing;
mod linear;
mod pasted;
mod redirect_comparison;
mod request;
mod scopes;
mod values;

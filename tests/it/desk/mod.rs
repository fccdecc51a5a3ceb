//! The desk, driven by actions alone as a person would drive it.

mod addresses;
mod answers;
mod anything;
mod blocks;
mod calls;
mod checklist;
mod client_authentication;
mod commands;
mod covers;
mod credential_string;
mod diagnosis;
mod discovery;
mod errors;
mod every_kind;
mod guide;
mod inputs;
mod languages;
mod link;
mod pair;
pub mod person;
mod products;
mod progress;
mod readings;
mod report;
mod request;
mod start;
mod values;

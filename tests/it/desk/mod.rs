//! The desk, driven by actions alone as a person would drive it.

mod addresses;
mod answers;
mod anything;
mod blocks;
mod calls;
mod card;
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
pub mod person;
mod products;
mod progress;
mod readings;
mod request;
mod start;
mod values;

//! The tests of the library. They are one program, because linking takes longer than running most of them; a part of them
//! runs with `cargo test --no-default-features --test it reading::header`.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice, clippy::unwrap_used)]
#![allow(clippy::print_stdout)]

mod blocks;
mod catalog;
mod commands;
mod desk;
#[cfg(target_os = "linux")]
mod driver;
mod notation;
mod oauth;
mod pasted_json;
mod processor_time;
mod project;
mod reading;
mod reports;
mod secret_part;

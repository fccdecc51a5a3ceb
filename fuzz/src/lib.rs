//! Rules for every text that can be pasted, one function for each reader.
//!
//! A function panics where its rule is broken. The fuzzer calls them with texts that it generates (`fuzz_targets/`), a
//! plain test with the seeds (`src/seeds.rs`, part of `make check`). To add one: the function here, its line in
//! [`ALL`], three lines in `fuzz_targets/`, a `[[bin]]` in `Cargo.toml`, and a folder of seeds; the test reports what
//! is missing.
//!
//! In a text, `§` is replaced by a secret that must never be printed, and `¦` separates the texts of a reader that
//! takes several. `cargo fuzz run header` works too, where that is installed.

mod addresses;
mod answers;
mod blocks;
mod cards;
mod links;
mod metadata;
mod reports;
mod requests;
mod rules;
#[cfg(test)]
mod seeds;
mod values;

pub use addresses::{authorize, comparison, endpoint, landing, wrapped};
pub use answers::{answer, api_answer, json, jwt, refusal};
pub use blocks::block;
pub use cards::card;
pub use links::link;
pub use metadata::discovery;
pub use reports::report;
pub use requests::{document, program, request};
pub use values::{excerpt, header, pasted, scopes, secrets, value};

/// A rule for a text; panics where it is broken.
pub type Rule = fn(&str);

/// All targets by name.
pub const ALL: &[(&str, Rule)] = &[
    ("answer", answer),
    ("api_answer", api_answer),
    ("authorize", authorize),
    ("block", block),
    ("card", card),
    ("comparison", comparison),
    ("discovery", discovery),
    ("document", document),
    ("endpoint", endpoint),
    ("excerpt", excerpt),
    ("header", header),
    ("json", json),
    ("jwt", jwt),
    ("landing", landing),
    ("link", link),
    ("pasted", pasted),
    ("program", program),
    ("refusal", refusal),
    ("report", report),
    ("request", request),
    ("scopes", scopes),
    ("secrets", secrets),
    ("value", value),
    ("wrapped", wrapped),
];

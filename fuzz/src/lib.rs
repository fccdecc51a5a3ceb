//! What must be so of every text that somebody can paste, one function a reader.
//!
//! A function panics where it is not so. The fuzzer calls them with texts of its own making (`fuzz_targets/`), a plain
//! test with the seeds (`src/seeds.rs`, part of `make check`). To add one: the function here, its line in [`ALL`], three
//! lines in `fuzz_targets/`, a `[[bin]]` in `Cargo.toml`, and a folder of seeds; the test says what is missing.
//!
//! In a text `§` stands for a secret that nothing may print, and `¦` parts the texts of a reader that takes several.
//! `cargo fuzz run header` works too, where that is installed.

mod addresses;
mod answers;
mod requests;
mod rules;
#[cfg(test)]
mod seeds;
mod values;

pub use addresses::{authorize, comparison, endpoint, landing, wrapped};
pub use answers::{answer, api_answer, json, jwt, refusal};
pub use requests::request;
pub use values::{excerpt, header, pasted, scopes, value};

/// What must be so of a text.
pub type Rule = fn(&str);

/// Every target by its name.
pub const ALL: &[(&str, Rule)] = &[
    ("answer", answer),
    ("api_answer", api_answer),
    ("authorize", authorize),
    ("comparison", comparison),
    ("endpoint", endpoint),
    ("excerpt", excerpt),
    ("header", header),
    ("json", json),
    ("jwt", jwt),
    ("landing", landing),
    ("pasted", pasted),
    ("refusal", refusal),
    ("request", request),
    ("scopes", scopes),
    ("value", value),
    ("wrapped", wrapped),
];

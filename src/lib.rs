//! Authdesk: the library of the page.
//!
//! An [`Action`](desk) becomes the next desk, and pure functions derive everything on the screen from the desk. The
//! modules, each with its own rule for what it may use (`tests/it/project/walls.rs` checks them):
//!
//! | module | contains | may use |
//! |---|---|---|
//! | `chars` | the classes of characters that copied texts contain: spaces, quotes, invisible ones | nothing of ours |
//! | [`pasted_json`] | JSON that a person pasted, with the place of each value | nothing of ours |
//! | [`named`] | things by name, as our own files list them | nothing of ours |
//! | `quoting` | texts as programs read them back: strings of shells and languages | nothing of ours |
//! | [`oauth`] | the protocol: headers, URLs, requests and responses | `chars`, `pasted_json` |
//! | [`reading`] | what a person typed or pasted: findings, each with its fix | `chars`, `pasted_json`, `quoting`, `oauth`, the formats of `blocks` |
//! | [`commands`] | a token request as something to run | `oauth`, `quoting` |
//! | [`blocks`] | values in a file, a command line or a field | `oauth`, `quoting` |
//! | [`catalog`] | providers and products as data, read strictly | `named`, `oauth` |
//! | [`texts`] | every sentence of the page, by language | `named`, the kinds of `reading` |
//! | [`desk`] | what the page is showing | all of the above but `chars`, `pasted_json` and `quoting` |
//! | `browser` | the only module that names the browser | plain types |
//! | `page` | Yew components: render and emit actions | all of the above but `chars`, `named`, `pasted_json` and `quoting` |
//!
//! Without the feature `page` the modules down to `desk` build alone: no browser, no clock, no randomness, no I/O.

#[cfg(all(feature = "schema", target_family = "wasm"))]
compile_error!("the feature `schema` is for tools/catalog, and no part of the page");

pub mod blocks;
pub mod catalog;
mod chars;
pub mod commands;
pub mod desk;
pub mod named;
pub mod oauth;
pub mod pasted_json;
mod quoting;
pub mod reading;
pub mod texts;

#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod page;

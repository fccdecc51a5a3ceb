//! Authdesk: the library behind the page.
//!
//! An [`Action`](desk) becomes the next desk, and everything on the screen is worked out from the desk by pure
//! functions. The rooms, each with its own crate-level rule (`tests/walls.rs` checks them):
//!
//! | room | holds | may use |
//! |---|---|---|
//! | [`json`] | JSON, read strictly | nothing of ours |
//! | [`oauth`] | the protocol: headers, URLs, requests and answers | `json` |
//! | [`reading`] | what a person typed or pasted, and what is to be said of it | `json`, `oauth` |
//! | [`commands`] | a token request as something to run | `json`, `oauth` |
//! | [`catalog`] | providers and products as data, read strictly | `json`, `oauth` |
//! | [`texts`] | every sentence of the page, by language | `json`, the kinds of `reading` |
//! | [`desk`] | what the page is showing | all of the above |
//! | `browser` | the only room that names the browser | plain types |
//! | `page` | Yew components: render and emit actions | all |
//!
//! Without the feature `page` the rooms down to `desk` build alone: no browser, no clock, no randomness, no I/O.

pub mod catalog;
pub mod commands;
pub mod desk;
pub mod json;
pub mod oauth;
pub mod reading;
pub mod texts;

#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod page;

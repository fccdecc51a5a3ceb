//! The browser: the only module that names `web_sys`, `js_sys` and `gloo_net`.
//!
//! It imports nothing of ours: texts, numbers and bytes go in and out. What the browser refuses (storage that is
//! switched off, a clipboard that is not allowed) is an `Option`, a `bool` or a reason, never a panic.

pub mod address_bar;
pub mod boot;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod files;
pub mod formats;
pub mod handover;
mod listener;
pub mod painted;
pub mod paper;
pub mod picked;
pub mod preferences;
pub mod random;
pub mod saving;
pub mod sealing;
pub mod sharing;
pub mod tab_storage;

pub use listener::Listener;

/// The window. There is none where views are painted without a browser.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_family = "wasm") { web_sys::window() } else { None }
}

//! The clipboard.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Puts a text into the clipboard; false where the browser refuses, as it does on pages without https.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    // `navigator.clipboard` is undefined outside a secure context (W3C Clipboard API, §7.1).
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

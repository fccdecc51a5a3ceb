//! The clipboard.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Copies a text to the clipboard; false if the browser does not allow it, as on pages without HTTPS.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    // `navigator.clipboard` is undefined outside a secure context (W3C Clipboard API, §7.1).
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

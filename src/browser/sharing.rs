//! The system's own way to send something to somebody.

use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

#[wasm_bindgen]
extern "C" {
    /// `navigator.share` (W3C Web Share API).
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn navigator_share(data: &JsValue) -> Result<Promise, JsValue>;
}

/// Whether the browser has one; it is undefined outside of a secure context and in many browsers.
#[must_use]
pub fn is_there() -> bool {
    window().is_some_and(|window| Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or_default())
}

/// Offers it to the system: a JSON object with `title`, `text` and `url`. Only as long as a click lasts.
pub async fn share(data: &str) {
    let shared = JSON::parse(data).and_then(|data| navigator_share(&data));
    if let Ok(shared) = shared {
        // Whoever closes the system's dialog has shared nothing, and knows it.
        let _ = JsFuture::from(shared).await;
    }
}

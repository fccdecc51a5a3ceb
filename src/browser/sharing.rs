//! The system's own way to send something to somebody (W3C Web Share API).

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;

// Only these two are imported: whatever is, a first visit loads too.
#[wasm_bindgen]
extern "C" {
    /// A `Navigator` that may lack the method.
    type Sharer;

    #[wasm_bindgen(method, getter, js_name = share)]
    fn way(this: &Sharer) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = share)]
    fn share(this: &Sharer, data: &Object) -> Result<Promise, JsValue>;
}

fn sharer() -> Option<Sharer> {
    let sharer: Sharer = window()?.navigator().unchecked_into();
    // It is undefined outside of a secure context, and in many browsers.
    (!sharer.way().is_undefined()).then_some(sharer)
}

/// Whether the browser has one.
#[must_use]
pub fn is_there() -> bool {
    sharer().is_some()
}

/// Offers a URL to the system. Browsers allow it only as long as a click lasts.
pub async fn share(title: &str, url: &str) {
    let (Some(sharer), data) = (sharer(), Object::new()) else { return };
    for (name, text) in [("title", title), ("url", url)] {
        // A new object takes every property.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &JsValue::from_str(text));
    }
    if let Ok(shared) = sharer.share(&data) {
        // Whoever closes the system's dialog has shared nothing, and knows it.
        let _ = JsFuture::from(shared).await;
    }
}

//! The start script, `www/boot.js`.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The digest of a file of this release, as `integrity` of a request; empty if it is none of them, or if this is no
    /// release. `None` as long as only [`LIST`] can tell.
    #[wasm_bindgen(js_namespace = authdesk)]
    pub fn digest(name: &str) -> Option<String>;

    /// The URL of a file, with the version that keeps a cache from giving a file of a different release.
    #[wasm_bindgen(js_namespace = authdesk)]
    pub fn address(name: &str) -> String;

    /// Takes the content of [`LIST`]. It throws only for what is not JSON, and the digest of the list was right.
    #[wasm_bindgen(js_namespace = authdesk)]
    pub fn learn(list: &str);

    /// The response for a file that the start script has requested already and found to be the one of this release;
    /// `undefined` if it did not, and as what the promise resolves to if nothing came of it.
    #[wasm_bindgen(js_namespace = authdesk)]
    pub fn early(name: &str) -> Option<Promise>;

    /// Puts down the lazy part of the program, for the loader that the splitter wrote.
    #[wasm_bindgen(js_namespace = authdesk)]
    pub fn give(bytes: &JsValue);
}

/// The file that has the digests of all files that a first visit does not fetch.
pub const LIST: &str = "digests.json";

//! The start script, `www/boot.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = authdeskLazyFailure)]
    fn authdesk_lazy_failure() -> String;
}

/// Why the lazy part of the program could not be loaded, for whoever keeps the site; empty if nothing went wrong.
#[must_use]
pub fn lazy_failure() -> String {
    authdesk_lazy_failure()
}

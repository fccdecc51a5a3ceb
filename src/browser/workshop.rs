//! The second part of the program.

use wasm_bindgen::prelude::*;

/// Its file, in the folder of the page.
pub const FILE: &str = "workshop.wasm";

#[wasm_bindgen]
extern "C" {
    /// Of `www/boot.js`, which knows the release's digest and what the first part exports.
    #[wasm_bindgen(js_name = authdeskWorkshop, catch)]
    async fn authdesk_workshop() -> Result<JsValue, JsValue>;
}

/// Fetches it and joins it to the first one. In a build that is not split it is there already.
///
/// # Errors
///
/// The reason, for whoever keeps the site.
pub async fn fetch() -> Result<(), String> {
    match authdesk_workshop().await {
        Ok(_) => Ok(()),
        Err(fault) => Err(fault.as_string().unwrap_or_default()),
    }
}

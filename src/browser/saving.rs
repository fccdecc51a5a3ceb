//! Files among the downloads.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Has the browser save what a `data:` URL contains, as if a link to it were clicked. The link is nowhere in the page.
pub fn save(name: &str, address: &str) {
    let link = window().and_then(|window| window.document()?.create_element("a").ok());
    let Some(link) = link else { return };
    // Rejected only for a name that is not valid for an attribute.
    let _ = link.set_attribute("download", name);
    let _ = link.set_attribute("href", address);
    if let Ok(link) = link.dyn_into::<HtmlElement>() {
        link.click();
    }
}

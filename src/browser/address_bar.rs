//! The address bar: the fragment is the route, and a query means that this page was a redirect URL.

use wasm_bindgen::JsValue;
use web_sys::Location;

use super::{Listener, window};

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// The fragment with its `#`; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// The query with its `?`; empty where there is none.
#[must_use]
pub fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

/// The whole URL.
#[must_use]
pub fn address() -> String {
    location().and_then(|location| location.href().ok()).unwrap_or_default()
}

/// The URL without query and fragment: what to register if this page is to be the redirect URL.
#[must_use]
pub fn own_address() -> String {
    let text = address();
    text.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether nobody on the way could have changed the page: HTTPS, or this computer.
#[must_use]
pub fn is_secure() -> bool {
    window().is_some_and(|window| window.is_secure_context())
}

/// Replaces the whole URL with a different fragment. No trace of the old URL stays in the tab's history.
pub fn replace(fragment: &str) {
    let Some(window) = window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    if let Ok(history) = window.history() {
        // Rejected only for a URL of a different origin, and the path is our own.
        let _: Result<(), JsValue> =
            history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{fragment}")));
    }
}

/// Goes to a different fragment, as a link would.
pub fn go(fragment: &str) {
    if let Some(location) = location() {
        // Rejected only in a document that is being left.
        let _: Result<(), JsValue> = location.set_hash(fragment);
    }
}

/// Calls a function whenever the fragment changes.
#[must_use]
pub fn on_change(mut function: impl FnMut(String) + 'static) -> Option<Listener> {
    Listener::on(window()?.into(), "hashchange", move |_| function(fragment()))
}

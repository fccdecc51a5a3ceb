//! What the browser remembers for good: the language and the command format, and nothing else.

use web_sys::Storage;

use super::window;

/// The start script reads the same key before the first paint.
const LANGUAGE: &str = "authdesk.language";

const FORMAT: &str = "authdesk.format";

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Remembers the code of the chosen language.
pub fn remember_language(code: &str) {
    remember(LANGUAGE, code);
}

/// Remembers the name of the chosen command format.
pub fn remember_format(name: &str) {
    remember(FORMAT, name);
}

/// The name of the command format that was chosen here before.
#[must_use]
pub fn format() -> Option<String> {
    storage()?.get_item(FORMAT).ok()?
}

/// What the browser says of itself and of the system it runs on.
#[must_use]
pub fn user_agent() -> String {
    window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // If the storage is full or blocked, the choice is forgotten; the page works without it.
        let _ = storage.set_item(key, value);
    }
}

//! What the browser remembers for good: the language, and nothing else.

use web_sys::{Storage, window};

/// The start script reads the same key before the first paint.
const LANGUAGE: &str = "authdesk.language";

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Remembers the code of the chosen language.
pub fn remember_language(code: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage forgets the choice; the page works without it.
        let _ = storage.set_item(LANGUAGE, code);
    }
}

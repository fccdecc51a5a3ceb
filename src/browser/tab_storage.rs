//! What this tab keeps over a reload. It is gone when the tab is closed.

use web_sys::{Storage, window};

const WORK: &str = "authdesk.work";
const CARD: &str = "authdesk.card";
const CAME_FROM: &str = "authdesk.came-from";

fn storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn write(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // If the storage is full or blocked, nothing is kept; the page works without it.
        let _ = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
    }
}

/// What was kept of the session.
#[must_use]
pub fn session() -> Option<String> {
    read(WORK)
}

/// Keeps the session; an empty text forgets it.
pub fn keep_session(text: &str) {
    write(WORK, text);
}

/// What was kept of a card of one's own.
#[must_use]
pub fn card() -> Option<String> {
    read(CARD)
}

/// Keeps a card of one's own; an empty text forgets it.
pub fn keep_card(text: &str) {
    write(CARD, text);
}

/// The guide from which the authorization URL was opened.
#[must_use]
pub fn came_from() -> Option<String> {
    read(CAME_FROM)
}

/// Keeps the guide that is shown; an empty text forgets it.
pub fn keep_came_from(fragment: &str) {
    write(CAME_FROM, fragment);
}

//! The document around the page: its title, its language, its focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, PageTransitionEvent, window};

use super::Listener;

fn document() -> Option<Document> {
    window()?.document()
}

/// The element that the page is drawn in.
#[must_use]
pub fn root() -> Option<Element> {
    by_id("page")
}

/// The element of that id, if it is there.
#[must_use]
pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The language that the start script chose.
#[must_use]
pub fn language() -> String {
    let element = document().and_then(|document| document.document_element());
    element.and_then(|element| element.get_attribute("lang")).unwrap_or_default()
}

/// Says which language the document is in.
pub fn set_language(code: &str) {
    if let Some(element) = document().and_then(|document| document.document_element()) {
        // Rejected only for a name that is not valid for an attribute.
        let _ = element.set_attribute("lang", code);
    }
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element of that id, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The id of the element that has the focus; empty if it has none.
#[must_use]
pub fn focused_id() -> String {
    document().and_then(|document| document.active_element()).map(|element| element.id()).unwrap_or_default()
}

/// Calls a function when the page is shown again as it was left, from the browser's back/forward cache, until the listener
/// is dropped.
#[must_use]
pub fn on_restored(function: impl Fn() + 'static) -> Option<Listener> {
    Listener::on(window()?.into(), "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            function();
        }
    })
}

/// Calls a function when `/` is pressed outside of a field, until the listener is dropped.
#[must_use]
pub fn on_slash(function: impl Fn() + 'static) -> Option<Listener> {
    Listener::on(window()?.into(), "keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.as_deref() == Some("/") && !is_typing() {
            event.prevent_default();
            function();
        }
    })
}

fn is_typing() -> bool {
    let element = document().and_then(|document| document.active_element());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Scrolls to the top, as a new view begins there.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

//! The document around the page: its title, its language, its focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement, KeyboardEvent, PageTransitionEvent};

use super::{Listener, window};

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
pub fn by_id(id: &str) -> Option<Element> {
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
    by_id(id).map(focus_on);
}

/// The same, also if it is folded away: what it is in is unfolded.
pub fn unfold_and_focus(id: &str) {
    let Some(element) = by_id(id) else { return };
    while let Some(folded) = element.closest("details:not([open])").ok().flatten() {
        if folded.set_attribute("open", "").is_err() {
            break;
        }
    }
    focus_on(element);
}

/// Moves the focus to the first element that a selector finds, if there is one.
pub fn focus_first(selector: &str) -> bool {
    first(selector).is_some_and(focus_on)
}

fn focus_on(element: Element) -> bool {
    // An element that cannot take the focus leaves it where it is.
    element.dyn_into::<HtmlElement>().is_ok_and(|element| element.focus().is_ok())
}

/// Moves the focus to the element of that id, and scrolls so far that what is seen begins with it: the page, or what
/// `column` finds around it where that scrolls by itself.
pub fn focus_at_top(id: &str, column: &str) {
    let Some(element) = by_id(id) else { return };
    // The focus scrolls as well, but only so far that the element is seen.
    focus_on(element.clone());
    let height = document().and_then(|document| document.document_element()).map_or(0, |root| root.client_height());
    let scrolls =
        |column: &Element| column.scroll_height() > column.client_height() && column.client_height() <= height;
    match element.closest(column).ok().flatten().filter(scrolls) {
        Some(column) => {
            let (seen, place) = (column.get_bounding_client_rect(), element.get_bounding_client_rect());
            column.scroll_by_with_x_and_y(0.0, place.top() - seen.top());
        }
        None => element.scroll_into_view(),
    }
}

/// Moves the focus from one of the elements that a selector finds to a different one. Which one, the function says: it gets
/// the place of the one that has it and their number.
pub fn move_focus(selector: &str, to: impl FnOnce(usize, usize) -> Option<usize>) -> bool {
    let (Some(from), Some(all)) =
        (focused_in(selector), document().and_then(|it| it.query_selector_all(selector).ok()))
    else {
        return false;
    };
    let nodes: Vec<Element> = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect();
    let Some(at) = nodes.iter().position(|element| *element == from) else { return false };
    to(at, nodes.len()).and_then(|at| nodes.into_iter().nth(at)).is_some_and(focus_on)
}

/// Whether a selector finds anything.
#[must_use]
pub fn is_there(selector: &str) -> bool {
    first(selector).is_some()
}

fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// Whether what has the focus is, or is in, what a selector finds.
#[must_use]
pub fn is_focused_in(selector: &str) -> bool {
    focused_in(selector).is_some()
}

fn focused_in(selector: &str) -> Option<Element> {
    document()?.active_element()?.closest(selector).ok()?
}

/// Clicks what `target` finds in the element around the focus that `around` finds, or in what comes next after it.
pub fn click_beside_focus(around: &str, target: &str) -> bool {
    let mut place = focused_in(around);
    while let Some(element) = place {
        let found = element.query_selector(target).ok().flatten();
        if let Some(button) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            button.click();
            return true;
        }
        place = element.next_element_sibling();
    }
    false
}

/// Opens the dialog of that id, if it is there.
pub fn open_dialog(id: &str) -> bool {
    // One that is open already stays so.
    dialog(id).is_some_and(|dialog| dialog.show_modal().is_ok())
}

/// Closes it.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    by_id(id)?.dyn_into().ok()
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

/// Whether nobody can see the page: another tab is in front of it, or the window is minimized.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls a function when that changes, until the listener is dropped.
#[must_use]
pub fn on_hiding(function: impl Fn() + 'static) -> Option<Listener> {
    Listener::on(document()?.into(), "visibilitychange", move |_| function())
}

/// Calls a function when a key is pressed, until the listener is dropped: with the key, and whether Ctrl, Alt or Meta is
/// held. Where it says that it did something, the browser does nothing else.
#[must_use]
pub fn on_key(function: impl Fn(&str, bool) -> bool + 'static) -> Option<Listener> {
    Listener::on(window()?.into(), "keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_held = pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key();
        // What the element itself has done is done.
        if !event.default_prevented() && function(&pressed.key(), is_held) {
            event.prevent_default();
        }
    })
}

/// Whether what has the focus takes letters.
#[must_use]
pub fn is_typing() -> bool {
    is_focused_in("input:not([type=checkbox], [type=radio]), textarea, select")
}

/// Scrolls what `column` finds, and nothing around it, so far that one of the elements that `selector` finds in it is seen.
pub fn show_within(column: &str, selector: &str, at: usize) {
    let Some(column) = first(column) else { return };
    let found = column.query_selector_all(selector).ok();
    let place = u32::try_from(at).ok();
    let Some(element) = found.zip(place).and_then(|(found, at)| found.get(at)?.dyn_into::<Element>().ok()) else {
        return;
    };
    let (seen, place) = (column.get_bounding_client_rect(), element.get_bounding_client_rect());
    // Its beginning comes first, if it is higher than the column.
    let down = (place.bottom() - seen.bottom()).max(0.0).min(place.top() - seen.top());
    column.scroll_by_with_x_and_y(0.0, down);
}

/// How far the page is scrolled down, in CSS pixels.
#[must_use]
pub fn scrolled() -> f64 {
    let element = document().and_then(|document| document.document_element());
    element.map_or(0.0, |element| -element.get_bounding_client_rect().top())
}

/// Scrolls the page down that far.
pub fn scroll_down_to(down: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, down);
    }
}

/// Scrolls to the top, as a new view begins there.
pub fn scroll_to_top() {
    scroll_down_to(0.0);
}

//! The first paint, which the build wrote into `index.html`, and what a person did in it before the program was there.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, InputEventInit,
};

use super::document;

/// Whether a view is painted; a page that is being developed has none.
#[must_use]
pub fn is_there() -> bool {
    document::root().is_some_and(|root| root.has_attribute("data-painted"))
}

/// Its end: what is below the root from now on is the program's.
pub fn end() {
    if let Some(root) = document::root() {
        // Rejected only for a name that is not valid for an attribute.
        let _ = root.remove_attribute("data-painted");
    }
}

/// What was typed and chosen in it.
#[derive(Default)]
pub struct Early {
    entries: Vec<(String, String)>,
    focused: String,
}

/// What has been typed and chosen up to now.
#[must_use]
pub fn early() -> Early {
    let fields = document::root().and_then(|root| root.query_selector_all("input, textarea, select").ok());
    let all = (0..fields.as_ref().map_or(0, |fields| fields.length())).filter_map(|at| fields.as_ref()?.item(at));
    let entries = all.filter_map(|node| changed(&node.dyn_into().ok()?));
    Early { entries: entries.collect(), focused: document::focused_id() }
}

/// The id and the value of a field that is not as it was painted: only those in which something is chosen have a value
/// then.
fn changed(field: &Element) -> Option<(String, String)> {
    let value = if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        Some(select.value()).filter(|value| *value != painted_choice(field))
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        Some(area.value())
    } else {
        field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
    };
    Some((field.id(), value.filter(|value| !value.is_empty())?))
}

fn painted_choice(select: &Element) -> String {
    let option = select.query_selector("option[selected]").ok().flatten();
    option.and_then(|option| option.get_attribute("value")).unwrap_or_default()
}

impl Early {
    /// Enters it again, as the keyboard does.
    pub fn enter(self) {
        for (id, value) in self.entries {
            let Some(field) = document::by_id(&id) else { continue };
            let event = if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
                select.set_value(&value);
                bubbling_change()
            } else {
                if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                    input.set_value(&value);
                } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
                    area.set_value(&value);
                }
                bubbling_input()
            };
            if let Some(event) = event {
                // It says whether somebody prevented what the browser would do, which is nothing.
                let _ = field.dispatch_event(&event);
            }
        }
        if !self.focused.is_empty() && document::focused_id() != self.focused {
            document::focus(&self.focused);
        }
    }
}

fn bubbling_input() -> Option<Event> {
    let init = InputEventInit::new();
    init.set_bubbles(true);
    InputEvent::new_with_event_init_dict("input", &init).ok().map(Event::from)
}

fn bubbling_change() -> Option<Event> {
    let init = EventInit::new();
    init.set_bubbles(true);
    Event::new_with_event_init_dict("change", &init).ok()
}

//! What a person has entered, as the event of an element tells it.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{NodeRef, TargetCast};

/// The text of the input, text area or select that the event is about.
pub fn entered_text(event: &Event) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    let area = || event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
    let select = || event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
    input.or_else(area).or_else(select).unwrap_or_default()
}

/// Whether the checkbox or radio button that the event is about is selected.
pub fn is_selected(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Puts a text into an input or a text area, unless it is there: the cursor stays where somebody types.
pub fn show_entered(element: &NodeRef, text: &str) {
    if let Some(input) = element.cast::<HtmlInputElement>() {
        if input.value() != text {
            input.set_value(text);
        }
    } else if let Some(area) = element.cast::<HtmlTextAreaElement>().filter(|area| area.value() != text) {
        area.set_value(text);
    }
}

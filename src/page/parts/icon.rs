use yew::prelude::*;

/// A symbol of `index.html`; it says nothing to a screen reader.
pub fn icon(name: &str) -> Html {
    // The size is for a page without its style sheet.
    html! { <svg width="20" height="20" aria-hidden="true"><use href={format!("#{name}")} /></svg> }
}

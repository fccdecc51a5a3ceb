use yew::prelude::*;

/// A symbol of `index.html`; it says nothing to a screen reader.
pub fn icon(name: &str) -> Html {
    html! { <svg aria-hidden="true"><use href={format!("#{name}")} /></svg> }
}

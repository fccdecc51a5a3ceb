use yew::prelude::*;

/// What the icon shows.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// A symbol of `index.html`.
    pub name: &'static str,
}

/// A symbol of `index.html`; it says nothing to a screen reader.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! { <svg aria-hidden="true"><use href={format!("#{}", props.name)} /></svg> }
}

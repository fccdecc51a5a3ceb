use yew::prelude::*;

/// What just happened.
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// Empty while there is nothing to say.
    pub says: AttrValue,
}

/// Says what just happened, to screen readers too.
#[component]
pub fn Status(StatusProps { says }: &StatusProps) -> Html {
    html! { <div class="status" role="status">{ says }</div> }
}

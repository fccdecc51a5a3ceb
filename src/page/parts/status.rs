use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;

/// The status line.
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// Says what just happened, aloud too.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    html! { <div class="status" role="status">{ props.desk.said_sentence() }</div> }
}

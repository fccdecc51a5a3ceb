use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;

/// Says what just happened, aloud too.
pub fn status(desk: &DeskHandle) -> Html {
    html! { <div class="status" role="status">{ desk.said_sentence() }</div> }
}

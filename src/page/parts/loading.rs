use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Says that something is loading that belongs here. What does not arrive is told above the view.
pub fn loading(desk: &DeskHandle) -> Html {
    html! {
        if desk.is_waiting() {
            <p class="quiet" role="status">{ desk.text(Text::Loading) }</p>
        }
    }
}

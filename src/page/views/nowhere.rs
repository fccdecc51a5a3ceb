use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Says that the URL leads nowhere, and where to go.
pub fn nowhere_view(desk: &DeskHandle) -> Html {
    html! {
        <div class="plain">
            <h1>{ desk.heading() }</h1>
            <p>{ desk.text(Text::NowhereText) }</p>
            <div class="row">
                <a class="button button--main" href="#/">{ desk.text(Text::NowhereBack) }</a>
            </div>
        </div>
    }
}

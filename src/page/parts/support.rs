use yew::prelude::*;

use super::link::{link_box, link_button};
use crate::page::desk_handle::DeskHandle;

/// What goes from here to somebody else: a link to this view.
pub fn support(desk: &DeskHandle) -> Html {
    if !desk.can_be_linked() {
        return Html::default();
    }
    html! {
        <section class="support stack">
            <div class="row">{ link_button(desk) }</div>
            { link_box(desk) }
        </section>
    }
}

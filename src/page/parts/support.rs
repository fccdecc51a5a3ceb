use yew::prelude::*;

use super::link::{link_box, link_button};
use super::report::{report_button, report_panel};
use crate::page::desk_handle::DeskHandle;

/// What goes from here to somebody else: a link to this view, and a report about it.
pub fn support(desk: &DeskHandle) -> Html {
    html! {
        <section class="support stack">
            <div class="row">
                if desk.can_be_linked() {
                    { link_button(desk) }
                }
                { report_button(desk) }
            </div>
            if desk.can_be_linked() {
                { link_box(desk) }
            }
            { report_panel(desk) }
        </section>
    }
}

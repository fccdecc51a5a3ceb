use yew::prelude::*;

use super::report::{report_button, report_panel};
use crate::page::desk_handle::DeskHandle;

/// What a support team needs of this view.
pub fn support(desk: &DeskHandle) -> Html {
    html! {
        <section class="support stack">
            <div class="row">
                { report_button(desk) }
            </div>
            { report_panel(desk) }
        </section>
    }
}

use yew::prelude::*;

use super::marked_text;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::texts::Text;

/// A choice to make or not: its label, and what to know about it before.
pub fn check_line(
    desk: &DeskHandle,
    id: &'static str,
    (label, hint): (Text, Option<Text>),
    is_chosen: bool,
    on_choose: Callback<bool>,
) -> Html {
    let hint_id = format!("{id}-hint");
    let choose = move |event: Event| on_choose.emit(is_selected(&event));
    html! {
        <div class="todo__line" key={id}>
            <input
                type="checkbox"
                {id}
                aria-describedby={hint.map(|_| hint_id.clone())}
                checked={is_chosen}
                onchange={choose}
            />
            <div>
                <label for={id}>{ desk.text(label) }</label>
                if let Some(hint) = hint {
                    <span class="quiet small" id={hint_id}>{ marked_text(desk.text(hint)) }</span>
                }
            </div>
        </div>
    }
}

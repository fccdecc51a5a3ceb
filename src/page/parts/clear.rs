use yew::prelude::*;

use crate::desk::{SessionAction, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The button that forgets all that was entered. It asks where that is more than what is on the screen: it cannot be undone,
/// because nothing is kept to undo it with.
pub fn clear_everything(desk: &DeskHandle) -> Html {
    let clear = desk.callback(|_| SessionAction::Cleared);
    let others = parts::clearing::also_cleared(desk);
    if others.is_empty() {
        return html! {
            <div class="row">
                <button type="button" class="button" onclick={clear}>{ desk.text(Text::ClearEverything) }</button>
            </div>
        };
    }
    html! {
        <details class="clears">
            <summary class="button">{ desk.text(Text::ClearEverything) }</summary>
            <div class="stack small">
                <p>{ desk.fill(Text::ClearsAlso, &[("names", &desk.texts.list(&others))]) }</p>
                <div class="row">
                    <button type="button" class="button" onclick={clear}>{ desk.text(Text::ClearAllOfThem) }</button>
                </div>
            </div>
        </details>
    }
}

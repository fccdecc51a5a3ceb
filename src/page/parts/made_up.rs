use yew::prelude::*;

use super::marked_text;
use crate::desk::{MadeUpAction, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Says that a value is made up.
pub fn made_up_mark(desk: &DeskHandle) -> Html {
    html! { <span class="made-up">{ desk.text(Text::MadeUp) }</span> }
}

/// Says the same of what is built from such values.
pub fn made_up_note(desk: &DeskHandle) -> Html {
    html! { <p class="small">{ marked_text(desk.text(Text::MadeUpResult)) }</p> }
}

/// Fills the empty fields of the view with made-up values, and clears these.
pub fn made_up_box(desk: &DeskHandle) -> Html {
    let (fill, clear) = (desk.callback(|_| MadeUpAction::Filled), desk.callback(|_| MadeUpAction::Cleared));
    let has_any = desk.has_made_up();
    if !has_any && !parts::made_up::can_be_filled(desk) {
        return Html::default();
    }
    html! {
        <div class="row" data-made-up={has_any.then_some("")}>
            if has_any {
                <p class="small" role="status">{ marked_text(desk.text(Text::MadeUpThere)) }</p>
                <button type="button" class="button" onclick={clear}>{ desk.text(Text::MadeUpClear) }</button>
            } else {
                <button type="button" class="button button--bare" onclick={fill}>{ desk.text(Text::MadeUpFill) }</button>
                <span class="quiet small">{ desk.text(Text::MadeUpHint) }</span>
            }
        </div>
    }
}

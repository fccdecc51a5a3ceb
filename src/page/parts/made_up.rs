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
    let has_any = desk.has_made_up();
    let change = desk.callback(move |_| if has_any { MadeUpAction::Cleared } else { MadeUpAction::Filled });
    if !has_any && !parts::made_up::can_be_filled(desk) {
        return Html::default();
    }
    let (class, does, says) = match has_any {
        true => ("button", Text::MadeUpClear, Text::MadeUpThere),
        false => ("button button--bare", Text::MadeUpFill, Text::MadeUpHint),
    };
    // One button for both keeps the focus, and one text that changes is announced.
    html! {
        <div class="row" data-made-up={has_any.then_some("")}>
            <button type="button" {class} onclick={change}>{ desk.text(does) }</button>
            <p class="small" role="status">{ marked_text(desk.text(says)) }</p>
        </div>
    }
}

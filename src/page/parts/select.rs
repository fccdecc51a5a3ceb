use yew::prelude::*;

use super::RadioChoice;
use crate::page::entered::entered_text;

/// A choice of one among many; `on_choose` gets the value.
pub fn select_box(id: &'static str, label: &str, all: &[RadioChoice], on_choose: &Callback<String>) -> Html {
    let choose = on_choose.reform(|event: Event| entered_text(&event));
    html! {
        <div class="field" key={id}>
            <label for={id}>{ label }</label>
            <div class="field__box">
                <select {id} onchange={choose}>
                    for (value, says, is_chosen) in all {
                        <option value={value.clone()} selected={*is_chosen}>{ says }</option>
                    }
                </select>
            </div>
        </div>
    }
}

use yew::prelude::*;

use crate::page::entered::entered_text;

/// One of several: its value, what it says, and whether it is chosen.
pub type RadioChoice = (String, String, bool);

/// A choice of one among several; `on_choose` gets the value.
pub fn choices(legend: &str, name: &'static str, all: &[RadioChoice], on_choose: &Callback<String>) -> Html {
    let choose = on_choose.reform(|event: Event| entered_text(&event));
    html! {
        <fieldset class="variants">
            <legend>{ legend }</legend>
            <div class="variants__choices">
                for (value, says, is_chosen) in all {
                    <label>
                        <input
                            type="radio"
                            {name}
                            value={value.clone()}
                            checked={*is_chosen}
                            onchange={choose.clone()}
                        />
                        <span>{ says }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

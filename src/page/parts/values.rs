use yew::prelude::*;

use super::{CopyLine, CopyMark, button, copy_line, marked_text, sure_mark};
use crate::catalog::Sure;
use crate::desk::{Action, PanelValue, ValueState};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The values of the product's fields: what the whole page is for.
pub fn values(desk: &DeskHandle) -> Html {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return html! {} };
    let language = &guide.product.labels_language;
    html! {
        <section class="values" aria-labelledby="values-title">
            <h2 id="values-title">{ desk.fill(Text::ValuesFor, &[("product", &guide.product.name)]) }</h2>
            if !variant.place.is_empty() {
                <p class="small quiet" lang={language.clone()}>{ variant.place.join(" › ") }</p>
            }
            <dl>
                for value in desk.panel() {
                    { one_value(desk, &value, language) }
                }
            </dl>
            <div class="row">
                { button(desk, "button", desk.text(Text::ClearEverything), || Action::Cleared) }
            </div>
            <p class="small quiet">{ desk.text(Text::KeptShort) }</p>
        </section>
    }
}

fn one_value(desk: &DeskHandle, value: &PanelValue<'_>, language: &str) -> Html {
    let label = value.label;
    let none = |text: AttrValue| html! { <dd class="values__none" data-value={label.to_owned()}>{ text }</dd> };
    let content = match &value.state {
        ValueState::Ready(text) => {
            let line = CopyLine { label, value: text, masked: value.is_secret, mark: CopyMark::Value(label) };
            html! { <dd>{ copy_line(desk, &line) }</dd> }
        }
        ValueState::Waits(step) => none(desk.fill(Text::ValueWaits, &[("step", &desk.number(*step).to_string())])),
        ValueState::Own => none(desk.text(Text::ValueOwn)),
    };
    html! {
        <div key={value.label}>
            <dt><span lang={language.to_owned()}>{ label }</span>
                if !value.needed {
                    <span class="quiet small">{ " · " }{ desk.text(Text::ValueOptional) }</span>
                }
            </dt>
            { content }
            if let Some(remark) = value.remark {
                <dd class="small quiet">{ marked_text(remark) }</dd>
            }
            if value.sure != Sure::Confirmed {
                <dd>{ sure_mark(desk, value.sure) }</dd>
            }
        </div>
    }
}

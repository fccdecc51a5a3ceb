use yew::prelude::*;

use super::{CopyLine, MarkedText, SecretProp, SureMark};
use crate::catalog::Sure;
use crate::desk::{Action, PanelValue, ValueState};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The values panel.
#[derive(Properties, PartialEq)]
pub struct ValuesProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The values of the product's fields: what the whole page is for.
#[component]
pub fn Values(props: &ValuesProps) -> Html {
    let desk = &props.desk;
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return html! {} };
    let language = guide.product.labels_language.clone();
    html! {
        <section class="values" aria-labelledby="values-title">
            <h2 id="values-title">{ desk.fill(Text::ValuesFor, &[("product", &guide.product.name)]) }</h2>
            if !variant.place.is_empty() {
                <p class="small quiet" lang={language.clone()}>{ variant.place.join(" › ") }</p>
            }
            <dl>
                for value in desk.panel() {
                    { one_value(desk, &value, &language) }
                }
            </dl>
            <div class="row">
                <button class="button" type="button" onclick={desk.callback(|_: MouseEvent| Action::Cleared)}>
                    { desk.text(Text::ClearEverything) }
                </button>
            </div>
            <p class="small quiet">{ desk.text(Text::KeptShort) }</p>
        </section>
    }
}

fn one_value(desk: &DeskHandle, value: &PanelValue<'_>, language: &str) -> Html {
    let label = AttrValue::from(value.label.to_owned());
    let none = |text: AttrValue| html! { <dd class="values__none" data-value={label.clone()}>{ text }</dd> };
    let content = match &value.state {
        ValueState::Ready(text) => html! {
            <dd><CopyLine desk={desk.clone()} label={label.clone()} value={SecretProp::from(text)} masked={value.is_secret}
                data_value={label.clone()} /></dd>
        },
        ValueState::Waits(step) => none(desk.fill(Text::ValueWaits, &[("step", &desk.number(*step).to_string())])),
        ValueState::Own => none(desk.text(Text::ValueOwn)),
    };
    html! {
        <div key={value.label}>
            <dt><span lang={language.to_owned()}>{ &label }</span>
                if !value.needed {
                    <span class="quiet small">{ " · " }{ desk.text(Text::ValueOptional) }</span>
                }
            </dt>
            { content }
            if let Some(remark) = value.remark {
                <dd class="small quiet"><MarkedText text={remark.to_owned()} /></dd>
            }
            if value.sure != Sure::Confirmed {
                <dd><SureMark desk={desk.clone()} sure={value.sure} /></dd>
            }
        </div>
    }
}

use yew::prelude::*;

use crate::catalog::{Confidence, Leave};
use crate::desk::{PanelBlock, PanelValue, SessionAction, ValueState, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, block_box, copy_line, marked_text, prose_text, source_list, sure_mark};
use crate::texts::Text;

/// The values of the product's fields: what the whole page is for.
pub fn values(desk: &DeskHandle) -> Html {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Html::default() };
    let language = &guide.product.labels_language;
    let clear = desk.callback(|_| SessionAction::Cleared);
    let all = guide::values(desk);
    html! {
        <section class="values" aria-labelledby="values-title">
            <h2 id="values-title">{ desk.sentence(Text::ValuesFor) }</h2>
            if !variant.place.is_empty() {
                <p class="small quiet" lang={language.clone()}>{ variant.place.join(" › ") }</p>
            }
            for group in all.chunk_by(|one, next| one.group == next.group) {
                if let Some(heading) = group.first().and_then(|value| value.group) {
                    <h3 lang={language.clone()}>{ heading }</h3>
                }
                <dl>
                    for value in group {
                        { one_value(desk, value, language) }
                    }
                </dl>
            }
            for block in guide::blocks(desk) {
                { one_block(desk, &block) }
            }
            <div class="row">
                <button type="button" class="button" onclick={clear}>{ desk.text(Text::ClearEverything) }</button>
            </div>
            <p class="small quiet">{ desk.text(Text::KeptShort) }</p>
        </section>
    }
}

/// A file or a command with the values in it.
fn one_block(desk: &DeskHandle, block: &PanelBlock<'_>) -> Html {
    html! {
        <div class="stack" key={block.id} data-block={block.id.to_owned()}>
            <h3>{ &block.view.name }</h3>
            if let Some(remark) = block.remark {
                <p class="small quiet">{ prose_text(remark) }</p>
            }
            { block_box(desk, &block.view, None) }
            if block.sure != Confidence::Confirmed {
                <div>{ sure_mark(desk, block.sure) }</div>
            }
            { source_list(desk, &block.sources) }
        </div>
    }
}

fn one_value(desk: &DeskHandle, value: &PanelValue<'_>, language: &str) -> Html {
    html! {
        <div key={value.name.as_str()}>
            <dt>
                <span lang={language.to_owned()}>{ value.label }</span>
                if !value.needed {
                    <span class="quiet small">{ " · " }{ desk.text(Text::ValueOptional) }</span>
                }
            </dt>
            { content(desk, value) }
            if let Some(remark) = value.remark {
                <dd class="small quiet">{ prose_text(remark) }</dd>
            }
            if value.sure != Confidence::Confirmed {
                <dd>{ sure_mark(desk, value.sure) }</dd>
            }
        </div>
    }
}

fn content(desk: &DeskHandle, value: &PanelValue<'_>) -> Html {
    let label = value.name.as_str();
    let none = match &value.state {
        ValueState::Ready(text) => {
            let line = CopyLine { label, value: text, masked: value.is_secret, mark: CopyMark::Value(label) };
            return html! { <dd>{ copy_line(desk, &line) }</dd> };
        }
        ValueState::Waits(step) => desk.fill(Text::ValueWaits, &[("step", &guide::number(desk, *step).to_string())]),
        ValueState::Choose(item) => desk.fill(Text::ValueChoose, &[("item", item)]),
        ValueState::Press(button) => desk.fill(Text::ValuePress, &[("button", button)]),
        ValueState::Leave(Leave::Empty) => desk.text(Text::ValueLeaveEmpty).to_owned(),
        ValueState::Leave(Leave::AsIs) => desk.text(Text::ValueLeaveAsIs).to_owned(),
        ValueState::Own => desk.text(Text::ValueOwn).to_owned(),
    };
    html! { <dd class="values__none" data-value={label.to_owned()}>{ marked_text(&none) }</dd> }
}

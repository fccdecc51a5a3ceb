use strum::VariantArray;
use yew::prelude::*;

use super::step::go_to;
use crate::catalog::Confidence;
use crate::desk::{GuideAction, Installation, PanelBlock, PanelValue, Step, ValueState, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    CopyLine, CopyMark, block_box, clear_everything, copy_line, marked_text, prose_text, source_list, sure_mark,
};
use crate::texts::Text;

/// The id of the heading of the values.
pub const VALUES: &str = "values-title";

/// The values of the product's fields: what the whole page is for.
pub fn values(desk: &DeskHandle) -> Html {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Html::default() };
    let language = &guide.product.labels_language;
    html! {
        <section class="values" aria-labelledby={VALUES}>
            <h2 id={VALUES} tabindex="-1">{ desk.sentence(Text::ValuesFor) }</h2>
            if !variant.place.is_empty() {
                <p class="small quiet" lang={language.clone()}>{ variant.place.join(" › ") }</p>
            }
            if guide::needs_pair(desk) {
                <div class="values__pair">
                    for installation in Installation::VARIANTS {
                        { of_installation(desk, *installation, language) }
                    }
                </div>
            } else {
                { fields(desk, language) }
            }
            { clear_everything(desk) }
            <p class="small quiet">{ desk.text(Text::KeptShort) }</p>
        </section>
    }
}

/// The values of one installation of a pair, next to those of the other.
fn of_installation(desk: &DeskHandle, installation: Installation, language: &str) -> Html {
    let other = (installation != desk.shown_installation()).then(|| desk.in_other_installation());
    let desk = other.as_ref().unwrap_or(desk);
    let title = desk.fill(Text::PairNumber, &[("number", installation.number())]);
    html! {
        <section
            aria-label={title.clone()}
            data-installation={installation.number()}
            aria-current={(!desk.is_other()).then_some("true")}
        >
            <h3>{ title }</h3>
            { fields(desk, language) }
        </section>
    }
}

/// The fields and blocks of the product.
fn fields(desk: &DeskHandle, language: &str) -> Html {
    let all = guide::values(desk);
    html! {
        <>
            for group in all.chunk_by(|one, next| one.group == next.group) {
                if let Some(heading) = group.first().and_then(|value| value.group) {
                    <h3 lang={language.to_owned()}>{ heading }</h3>
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
        </>
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
            if let Some(attention) = &value.attention {
                <dd class="small" data-attention={value.name.clone()}>{ marked_text(attention) }</dd>
            }
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
    // There is one value of that name: that of the installation that is shown.
    let marked = (!desk.is_other()).then_some(label);
    if let ValueState::Ready(text) = &value.state {
        let mark = marked.map_or(CopyMark::None, CopyMark::Value);
        let line = CopyLine { label, value: text, masked: value.is_secret, mark };
        return html! { <dd>{ copy_line(desk, &line) }</dd> };
    }
    let none = guide::value_sentence(desk, &value.state).unwrap_or_default();
    html! {
        <dd class="values__none" data-value={marked.map(str::to_owned)}>
            if let (ValueState::Waits(step), Some(_)) = (&value.state, marked) {
                { to_step(desk, *step, &none) }
            } else {
                { marked_text(&none) }
            }
        </dd>
    }
}

/// The sentence that names a step, as the way there.
fn to_step(desk: &DeskHandle, step: Step, says: &str) -> Html {
    let told = desk.clone();
    let go = move |_: MouseEvent| go_to(&told, GuideAction::Folded { step, open: true }, step);
    html! { <button type="button" class="plainlink" onclick={go}>{ marked_text(says) }</button> }
}

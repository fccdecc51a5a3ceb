use yew::prelude::*;

use super::field::form_field;
use crate::browser::document;
use crate::desk::CardAction;
use crate::desk::card::{CardList, FaultAdd, FaultFix, FaultView, FormField, FormList, FormRow, add_id, list_name};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::entered_text;
use crate::page::parts::marked_text;
use crate::texts::{Text, unmarked};

/// The rows of a list, and what adds one.
pub fn form_list(desk: &DeskHandle, list: &FormList) -> Html {
    let which = list.list;
    let name = list_name(which);
    let count = list.rows.len();
    let add = desk.callback(move |_| CardAction::Added { list: which, choice: None });
    html! {
        <div class="stack" key={name} data-list={name}>
            { fault_list(desk, &list.faults, None) }
            if count > 0 {
                <ol class="stack">
                    for (at, row) in list.rows.iter().enumerate() {
                        { form_row(desk, which, at, count, row) }
                    }
                </ol>
            }
            <div class="row">
                <button type="button" class="button" id={add_id(which)} onclick={add}>{ desk.text(list.add) }</button>
            </div>
            { choices(desk, list) }
        </div>
    }
}

/// The guide beside the form, which scrolls by itself where there is room for both.
pub const PREVIEW: &str = ".own-card > [data-state]";

/// Where the guide has what the rows of a list become, one for each in their order.
fn shown_at(list: CardList) -> Option<&'static str> {
    match list {
        CardList::Values => Some(".values dl > div"),
        CardList::Blocks => Some(".values [data-block]"),
        CardList::Inputs | CardList::Scopes | CardList::Lines(_) | CardList::Sources => None,
    }
}

fn form_row(desk: &DeskHandle, list: CardList, at: usize, count: usize, row: &FormRow) -> Html {
    let moved = |up: bool| desk.callback(move |_| CardAction::Moved { list, at, up });
    let remove = desk.callback(move |_| CardAction::Removed { list, at });
    let says = |text: Text| desk.fill(text, &[("row", &row.called)]);
    let shown = shown_at(list);
    let show = move |_: InputEvent| shown.into_iter().for_each(|selector| document::show_within(PREVIEW, selector, at));
    html! {
        <li key={row.id.clone()} oninput={show}>
            <div class="own-card__row" role="group" aria-label={row.called.clone()} id={row.id.clone()} tabindex="-1">
            if let Some(sentence) = &row.sentence {
                <p class="small">{ marked_text(sentence) }</p>
            }
            for field in &row.fields {
                { form_field(desk, field) }
            }
            { fault_list(desk, &row.faults, None) }
            <div class="row">
                if at > 0 {
                    <button type="button" class="button button--icon" title={says(Text::CardUp)} aria-label={says(Text::CardUp)} onclick={moved(true)}>
                        { "↑" }
                    </button>
                }
                if at + 1 < count {
                    <button type="button" class="button button--icon" title={says(Text::CardDown)} aria-label={says(Text::CardDown)} onclick={moved(false)}>
                        { "↓" }
                    </button>
                }
                <button type="button" class="button button--icon" title={says(Text::CardRemove)} aria-label={says(Text::CardRemove)} onclick={remove}>
                    { "✕" }
                </button>
            </div>
            </div>
        </li>
    }
}

/// The lines of the provider that are not in the step.
fn choices(desk: &DeskHandle, list: &FormList) -> Html {
    if list.choices.is_empty() {
        return Html::default();
    }
    let which = list.list;
    let id = format!("card-add-{}", list_name(which));
    let provider = desk.provider().map_or("", |provider| provider.name.as_str());
    let choose = desk.callback(move |event: Event| {
        let choice = Some(entered_text(&event)).filter(|choice| !choice.is_empty());
        CardAction::Added { list: which, choice }
    });
    // Another list of choices is another element, so that nothing stays chosen.
    let key = list.choices.len().to_string();
    html! {
        <div class="field" {key}>
            <label for={id.clone()}>{ desk.fill(Text::CardAddKnown, &[("provider", provider)]) }</label>
            <div class="field__box">
                <select {id} onchange={choose}>
                    <option value="" selected=true>{ desk.text(Text::ChooseOne) }</option>
                    for (name, says) in &list.choices {
                        <option value={name.clone()}>{ unmarked(says) }</option>
                    }
                </select>
            </div>
        </div>
    }
}

/// What is wrong, in words. `field`: the one that it is about, if it is about one.
pub fn fault_list(desk: &DeskHandle, faults: &[FaultView], field: Option<&FormField>) -> Html {
    html! {
        if !faults.is_empty() {
            <ul class="stack small" id={field.map(|field| format!("{}-faults", field.id))}>
                for fault in faults {
                    <li data-fault={if fault.is_open { "open" } else { "wrong" }}>
                        if fault.is_open {
                            { marked_text(&desk.fill(Text::CardOpenFault, &[("says", &fault.says)])) }
                        } else {
                            <strong>{ marked_text(&fault.says) }</strong>
                        }
                        if let Some(detail) = &fault.detail {
                            { " " }<code lang="en">{ detail }</code>
                        }
                        if let Some(fix) = &fault.fix {
                            { fix_button(desk, fix) }
                        }
                        if let Some(adds) = &fault.adds {
                            { add_button(desk, adds) }
                        }
                    </li>
                }
            </ul>
        }
    }
}

fn fix_button(desk: &DeskHandle, fix: &FaultFix) -> Html {
    let FaultFix { id, place, way, text, .. } = fix.clone();
    let put = desk.callback(move |_| CardAction::Typed {
        id: id.clone(),
        place: place.clone(),
        way,
        text: Secret::new(text.as_str()),
    });
    html! { <div><button type="button" class="button" onclick={put}>{ marked_text(&fix.says) }</button></div> }
}

fn add_button(desk: &DeskHandle, FaultAdd { says, name }: &FaultAdd) -> Html {
    let name = name.clone();
    let add = desk.callback(move |_| CardAction::Added { list: CardList::Inputs, choice: Some(name.clone()) });
    html! { <div><button type="button" class="button" onclick={add}>{ marked_text(says) }</button></div> }
}

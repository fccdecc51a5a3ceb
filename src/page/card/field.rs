use yew::prelude::*;

use super::rows::fault_list;
use crate::desk::CardAction;
use crate::desk::card::{Control, FormField, Insertion};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::{entered_text, is_selected, show_entered};
use crate::page::parts::marked_text;
use crate::texts::Text;

/// A field of the form with its label, its hint and what is wrong with it.
pub fn form_field(desk: &DeskHandle, field: &FormField) -> Html {
    let id = field.id.clone();
    let (hint_id, faults_id) = (format!("{id}-hint"), format!("{id}-faults"));
    let mut described = String::new();
    if field.hint.is_some() {
        described.push_str(&hint_id);
    }
    if !field.faults.is_empty() {
        described.push(' ');
        described.push_str(&faults_id);
    }
    let hint =
        field.hint.map(|hint| html! { <span class="field__hint" id={hint_id}>{ marked_text(desk.text(hint)) }</span> });
    if field.control == Control::Check {
        let choose = typed(desk, field).reform(|event: Event| is_selected(&event).to_string());
        return html! {
            <div class="todo__line" key={id.clone()}>
                <input
                    type="checkbox"
                    id={id.clone()}
                    aria-describedby={described}
                    checked={field.value == "true"}
                    onchange={choose}
                />
                <div>
                    <label for={id}>{ desk.text(field.label) }</label>
                    if let Some(hint) = hint {
                        { hint }
                    }
                    { fault_list(desk, &field.faults, Some(field)) }
                </div>
            </div>
        };
    }
    html! {
        <div class="field" key={id.clone()} data-level={field.faults.iter().any(|fault| !fault.is_open).then_some("warn")}>
            <label for={id}>{ desk.text(field.label) }</label>
            if let Some(hint) = hint {
                { hint }
            }
            <div class="field__box">{ element(desk, field, &described) }</div>
            { sample(desk, field) }
            { names(desk, field) }
            { fault_list(desk, &field.faults, Some(field)) }
        </div>
    }
}

/// Tells the desk what is in the field now.
fn typed(desk: &DeskHandle, field: &FormField) -> Callback<String> {
    let (id, place, way) = (field.id.clone(), field.place.clone(), field.way);
    desk.callback(move |text: String| CardAction::Typed {
        id: id.clone(),
        place: place.clone(),
        way,
        text: Secret::new(text),
    })
}

fn element(desk: &DeskHandle, field: &FormField, described: &str) -> Html {
    let typed = typed(desk, field);
    if let Control::Choice(all) = &field.control {
        let choose = typed.reform(|event: Event| entered_text(&event));
        return html! {
            <select id={field.id.clone()} aria-describedby={described.to_owned()} onchange={choose}>
                for (value, says) in all {
                    <option value={value.clone()} selected={*value == field.value}>{ says }</option>
                }
            </select>
        };
    }
    let rows = matches!(field.control, Control::Lines | Control::Templates(_));
    html! {
        <Typed
            id={field.id.clone()}
            is_long={rows}
            described_by={described.to_owned()}
            text={field.value.clone()}
            on_type={typed}
        />
    }
}

#[derive(Properties, PartialEq)]
struct TypedProps {
    id: AttrValue,
    /// Whether it has several lines.
    is_long: bool,
    described_by: AttrValue,
    /// What is in it.
    text: String,
    on_type: Callback<String>,
}

/// What is typed is put into the element itself, as in [`Entry`](crate::page::parts::Entry): an attribute would keep a
/// secret that was typed there by mistake.
#[component]
fn Typed(props: &TypedProps) -> Html {
    let element = use_node_ref();
    let (shown, text) = (element.clone(), props.text.clone());
    use_effect(move || show_entered(&shown, &text));
    let tag = if props.is_long { "textarea" } else { "input" };
    let enter = props.on_type.reform(|event: InputEvent| entered_text(&event));
    html! {
        <@{tag}
            ref={element}
            id={props.id.clone()}
            rows={props.is_long.then_some("2")}
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            aria-describedby={props.described_by.clone()}
            oninput={enter}
        />
    }
}

/// What a template would be with made-up values.
fn sample(desk: &DeskHandle, field: &FormField) -> Html {
    html! {
        if let Some(sample) = &field.sample {
            <p class="small quiet own-card__sample" data-sample={field.id.clone()}>
                { desk.text(Text::CardSample) }<code>{ sample }</code>
            </p>
        }
    }
}

/// The values that can be in a template, each a button that puts it there.
fn names(desk: &DeskHandle, field: &FormField) -> Html {
    let (Control::Template(all) | Control::Templates(all)) = &field.control else { return Html::default() };
    if all.is_empty() {
        return Html::default();
    }
    html! {
        // Whoever does not know what to write is shown what can be there.
        <details class="sources" open={field.value.is_empty()}>
            <summary>{ desk.text(Text::CardInsert) }</summary>
            <div class="row">
                for one in all {
                    { one_name(desk, field, one, all) }
                }
            </div>
            <p class="small quiet">{ marked_text(desk.text(Text::CardFiltersHint)) }</p>
        </details>
    }
}

fn one_name(desk: &DeskHandle, field: &FormField, one: &Insertion, all: &[Insertion]) -> Html {
    let text = one.put_into(&field.value, all);
    let insert = typed(desk, field).reform(move |_: MouseEvent| text.clone());
    html! {
        <button type="button" class="button" key={one.written.clone()} onclick={insert}>
            { &one.says }{ " " }<code>{ &one.written }</code>
        </button>
    }
}

use yew::prelude::*;

use crate::catalog::{Confidence, Input, InputKind};
use crate::desk::{Field, FieldAction, Step, guide};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::entered_text;
use crate::page::parts::{FieldBox, field_box, prose_text, source_list, sure_mark};
use crate::texts::Text;

/// What the admin knows besides the credentials, as far as a step needs it.
pub fn inputs(desk: &DeskHandle, step: Step) -> Html {
    html! {
        for field in guide::inputs(desk, step) {
            { one_input(desk, field) }
        }
    }
}

/// An input of the product, and where it was read.
pub fn one_input(desk: &DeskHandle, field: Field) -> Html {
    let Some(input) = desk.input_facts(field) else { return Html::default() };
    html! {
        <div class="stack" key={field.name()}>
            if input.kind == InputKind::Choice {
                { choice(desk, field, input) }
            } else {
                { text(desk, field, input) }
            }
            if input.sure != Confidence::Confirmed {
                <div>{ sure_mark(desk, input.sure) }</div>
            }
            { source_list(desk, &guide::product_sources(desk, &input.source)) }
        </div>
    }
}

fn text(desk: &DeskHandle, field: Field, input: &Input) -> Html {
    let shown = FieldBox {
        hint: guide::input_note(desk, field).map(prose_text),
        placeholder: input.example.clone(),
        keyboard: keyboard(input.kind),
        label_language: guide::label_language(desk, field).map(str::to_owned),
        ..FieldBox::line(field, None, desk.field_findings(field))
    };
    field_box(desk, shown)
}

/// The keyboard of a phone that has what is typed there.
fn keyboard(kind: InputKind) -> Option<&'static str> {
    match kind {
        InputKind::Host | InputKind::Site | InputKind::Url => Some("url"),
        InputKind::Port => Some("numeric"),
        InputKind::Email => Some("email"),
        InputKind::Word | InputKind::Text | InputKind::Choice | InputKind::Secret => None,
    }
}

fn choice(desk: &DeskHandle, field: Field, input: &Input) -> Html {
    let id = format!("field-{}", field.name());
    // EXPOSE: it is compared with what there is to choose from.
    let chosen = desk.session().entry(field).expose();
    let choose = desk.callback(move |event: Event| FieldAction::Typed(field, Secret::new(entered_text(&event))));
    let language = guide::label_language(desk, field).map(str::to_owned);
    html! {
        <div class="field">
            <label for={id.clone()} lang={language}>{ desk.label(field) }</label>
            if let Some(note) = guide::input_note(desk, field) {
                <span class="field__hint">{ prose_text(note) }</span>
            }
            <div class="field__box">
                <select {id} onchange={choose}>
                    <option value="" selected={chosen.is_empty()}>{ desk.text(Text::ChooseOne) }</option>
                    for item in &input.of {
                        <option value={item.clone()} selected={item == chosen}>{ item }</option>
                    }
                </select>
            </div>
        </div>
    }
}

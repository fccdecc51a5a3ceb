use yew::prelude::*;

use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box, marked_text};
use crate::desk::{CodeView, Field};
use crate::oauth::{Refusal, Secret};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The field for the address one landed on, and what it says.
pub fn code_reading(desk: &DeskHandle) -> Html {
    let view = desk.code_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    html! {
        <div class="stack">
            if desk.work().landed_here() {
                <p>{ desk.text(Text::CodeArrived) }</p>
            }
            { field_box(desk, FieldBox::lines(Field::Landed, "3", desk.landed_hint(), findings)) }
            { view.as_ref().map(|view| reading(desk, view)).unwrap_or_default() }
        </div>
    }
}

fn reading(desk: &DeskHandle, view: &CodeView) -> Html {
    let is_over = view.time_left.is_some_and(|left| left.seconds == 0);
    html! {
        <>
            if let Some(refusal) = view.refusal() {
                { refused(desk, refusal) }
            }
            if let Some(code) = view.code() {
                { code_line(desk, code) }
                if is_over {
                    <p role="alert">{ desk.time_over_sentence(view) }</p>
                }
            }
        </>
    }
}

fn refused(desk: &DeskHandle, refusal: &Refusal) -> Html {
    html! {
        <div class="stack">
            <p>{ marked_text(&desk.fill(Text::RefusedWith, &[("error", &refusal.error)])) }</p>
            if let Some(description) = &refusal.description {
                <p>{ desk.fill(Text::RefusedMeaning, &[("description", description)]) }</p>
            }
        </div>
    }
}

fn code_line(desk: &DeskHandle, code: &Secret) -> Html {
    let label = desk.text(Text::CodeLabel);
    copy_line(
        desk,
        &CopyLine { label: &label, value: code, masked: false, mark: CopyMark::Output("authorization-code") },
    )
}

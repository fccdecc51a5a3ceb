use yew::prelude::*;

use super::{CopyLine, FieldBox, MarkedText, SecretProp};
use crate::desk::{CodeView, Field};
use crate::oauth::Refusal;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The address one landed on.
#[derive(Properties, PartialEq)]
pub struct CodeReadingProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The field for the address one landed on, and what it says.
#[component]
pub fn CodeReading(props: &CodeReadingProps) -> Html {
    let desk = &props.desk;
    let view = desk.code_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    html! {
        <div class="stack">
            if desk.work().landed_here() {
                <p>{ desk.text(Text::CodeArrived) }</p>
            }
            <FieldBox desk={desk.clone()} field={Field::Landed} hint={desk.landed_hint()} rows="3" {findings} />
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
                <CopyLine desk={desk.clone()} label={desk.text(Text::CodeLabel)} value={SecretProp::from(code)}
                    output="authorization-code" />
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
            <p><MarkedText text={desk.fill(Text::RefusedWith, &[("error", &refusal.error)])} /></p>
            if let Some(description) = &refusal.description {
                <p>{ desk.fill(Text::RefusedMeaning, &[("description", description)]) }</p>
            }
        </div>
    }
}

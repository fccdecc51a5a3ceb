use yew::prelude::*;

use super::{FieldBox, explanation, field_box};
use crate::desk::{CallFact, Field};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The field for the response to the test call, and what it says.
pub fn call_reading(desk: &DeskHandle) -> Html {
    let view = desk.call_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let facts = view.map(|view| view.facts).filter(|facts| !facts.is_empty());
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::CallAnswer, "4", desk.sentence(Text::HintCallAnswer), findings)) }
            if let Some(facts) = facts {
                <dl class="parts" data-output="call-facts">
                    for fact in &facts {
                        { row(desk, fact) }
                    }
                </dl>
            }
            if let Some(error) = desk.call_error() {
                { explanation(desk, &error) }
            }
        </div>
    }
}

fn row(desk: &DeskHandle, fact: &CallFact) -> Html {
    html! {
        <div>
            <dt>{ desk.text(fact.name) }</dt>
            // EXPOSE: it is shown to the person who pasted it, just below.
            <dd class="value">{ fact.value.expose() }</dd>
        </div>
    }
}

use super::{FieldBox, explanation, field_box};
use crate::desk::{CallFact, Field};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// The field for the response to the test call, and what it says.
pub fn call_reading(desk: &DeskHandle) -> Element {
    let view = desk.call_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let facts = view.map(|view| view.facts).filter(|facts| !facts.is_empty());
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::CallAnswer, "4", desk.sentence(Text::HintCallAnswer), findings)))
        .maybe(facts.map(|facts| el("dl.parts[data-output=call-facts]").each(facts.iter().map(|fact| row(desk, fact)))))
        .maybe(desk.call_error().map(|error| explanation(desk, &error)))
}

fn row(desk: &DeskHandle, fact: &CallFact) -> Element {
    // EXPOSE: it is shown to the person who pasted it, just below.
    let value = el("dd.value").text(fact.value.expose());
    el("div").with(el("dt").say(desk, fact.name)).with(value)
}

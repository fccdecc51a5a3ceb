use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box};
use crate::desk::{CodeView, Field};
use crate::oauth::{Refusal, Secret};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for the address one landed on, and what it says.
pub fn code_reading(desk: &DeskHandle) -> Element {
    let view = desk.code_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    el("div.stack")
        .maybe(desk.work().landed_here().then(|| el("p").say(desk, Text::CodeArrived)))
        .with(field_box(desk, FieldBox::lines(Field::Landed, "3", desk.landed_hint(), findings)))
        .maybe(view.as_ref().map(|view| reading(desk, view)))
}

fn reading(desk: &DeskHandle, view: &CodeView) -> Element {
    let is_over = view.time_left.is_some_and(|left| left.seconds == 0);
    let code = view.code().map(|code| {
        let over = is_over.then(|| el("p[role=alert]").text(&desk.time_over_sentence(view)));
        group().with(code_line(desk, code)).maybe(over)
    });
    group().maybe(view.refusal().map(|refusal| refused(desk, refusal))).maybe(code)
}

fn refused(desk: &DeskHandle, refusal: &Refusal) -> Element {
    let meaning = refusal
        .description
        .as_ref()
        .map(|description| el("p").fill(desk, Text::RefusedMeaning, &[("description", description)]));
    el("div.stack").with(el("p").marked(&desk.fill(Text::RefusedWith, &[("error", &refusal.error)]))).maybe(meaning)
}

fn code_line(desk: &DeskHandle, code: &Secret) -> Element {
    let label = desk.text(Text::FieldCode);
    copy_line(desk, &CopyLine { label, value: code, masked: false, mark: CopyMark::Output("authorization-code") })
}

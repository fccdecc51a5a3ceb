use super::{FieldBox, explanation, field_box};
use crate::desk::Field;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// The field for an error, wherever it was shown, and what it means.
pub fn error_reading(desk: &DeskHandle) -> Element {
    let hint = desk.sentence(Text::HintError);
    let findings = desk.field_findings(Field::Error);
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Error, "4", hint, findings)))
        .maybe(desk.error_view().map(|view| explanation(desk, &view)))
}

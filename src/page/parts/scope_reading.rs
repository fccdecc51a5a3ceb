use super::{FieldBox, field_box};
use crate::desk::Field;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};

/// TODO
pub fn scope_reading(desk: &DeskHandle) -> Element {
    el("div.stack").with(field_box(desk, FieldBox::lines(Field::PastedScopes, "4", String::new(), Vec::new())))
}

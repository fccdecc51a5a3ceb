use super::{FieldBox, field_box};
use crate::desk::Field;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};

/// TODO
pub fn error_reading(desk: &DeskHandle) -> Element {
    el("div.stack").with(field_box(desk, FieldBox::lines(Field::Error, "4", String::new(), Vec::new())))
}

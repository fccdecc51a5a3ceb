use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};

/// TODO
pub fn app_chooser(_desk: &DeskHandle) -> Element {
    el("div.stack")
}

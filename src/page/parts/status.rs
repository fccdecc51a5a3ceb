use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};

/// Says what just happened, to screen readers too.
pub fn status(desk: &DeskHandle) -> Element {
    el("div.status[role=status]").text(&desk.said_sentence())
}

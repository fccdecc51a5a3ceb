use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// Says that the URL leads nowhere, and where to go.
pub fn nowhere_view(desk: &DeskHandle) -> Element {
    let back = el("a.button.button--main[href=#/]").say(desk, Text::NowhereBack);
    el("div.plain")
        .with(el("h1").text(&desk.heading()))
        .with(el("p").say(desk, Text::NowhereText))
        .with(el("div.row").with(back))
}

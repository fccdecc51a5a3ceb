use super::button;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// Says that the files are loading, or what went wrong and how to try again.
pub fn missing(desk: &DeskHandle) -> Element {
    let Some(failure) = &desk.failure else {
        return el("p.quiet[role=status]").say(desk, Text::Loading);
    };
    let names = [("file", failure.file.as_str()), ("reason", failure.reason.as_str())];
    el("div.stack[role=alert]")
        .with(el("p").say(desk, Text::NotLoaded))
        .with(el("p.quiet.small").marked(&desk.fill(Text::NotLoadedFile, &names)))
        .with(
            el("div.row")
                .with(button(desk, "button button--main", desk.text(Text::TryAgain), || Action::TriedAgain))
                .with(el("a.button[href=#/]").say(desk, Text::NowhereBack)),
        )
}

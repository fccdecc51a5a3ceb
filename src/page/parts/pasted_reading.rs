use super::{button, finding_list};
use crate::desk::{Action, PastedView, ReadAs};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// What is in the box for anything, and the readers that can be opened for it.
#[inline(never)]
pub fn pasted_reading(desk: &DeskHandle) -> Element {
    let Some(view) = desk.pasted_view() else { return group() };
    let others = (!view.others.is_empty()).then(|| {
        if view.is_unknown {
            group().with(el("p").say(desk, Text::PastedUnknown)).with(buttons(desk, &view.others, "button"))
        } else {
            others(desk, &view)
        }
    });
    el("div.pasted[role=status]")
        .maybe((!view.says.is_empty()).then(|| el("p").marked(&view.says)))
        .with(finding_list(desk, &view.findings, None, None))
        .maybe((!view.ways.is_empty()).then(|| buttons(desk, &view.ways, "button button--main")))
        .maybe(others)
}

/// In the reader that was opened: what was pasted, what else it could be, and the way back to the box.
#[inline(never)]
pub fn opened_note(desk: &DeskHandle) -> Option<Element> {
    let view = desk.opened_view()?;
    let back = el("a.button").attr("href", &desk.box_route().to_string()).say(desk, Text::PastedBack);
    let ways = view.ways.iter().map(|way| read_as(desk, way, "button"));
    Some(
        el("aside.pasted")
            .attr("aria-label", desk.text(Text::PasteLabel))
            .with(el("p").marked(&view.says))
            .with(finding_list(desk, &view.findings, None, None))
            .with(el("div.row").each(ways).with(back))
            .with(others(desk, &view)),
    )
}

fn others(desk: &DeskHandle, view: &PastedView) -> Element {
    el("details.more").with(el("summary").say(desk, Text::PastedOther)).with(buttons(desk, &view.others, "button"))
}

fn buttons(desk: &DeskHandle, ways: &[ReadAs], class: &str) -> Element {
    el("div.row").each(ways.iter().map(|way| read_as(desk, way, class)))
}

fn read_as(desk: &DeskHandle, way: &ReadAs, class: &str) -> Element {
    let kind = way.kind;
    button(desk, class, &way.label, move || Action::ReadAs(kind)).key(kind.name())
}

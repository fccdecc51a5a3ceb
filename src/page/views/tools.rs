use crate::desk::{Desk, Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::page::parts::paste_box;
use crate::texts::Text;

/// The list of tools.
pub fn tools_view(desk: &DeskHandle) -> Element {
    el("div.stack")
        .with(el("h1").text(&desk.heading()))
        .with(el("p.lead").say(desk, Text::ToolsLead))
        .with(paste_box(desk))
        .with(list(desk, Text::ToolsRead, true))
        .with(list(desk, Text::ToolsMake, false))
}

fn list(desk: &DeskHandle, title: Text, reads: bool) -> Element {
    let all = Tool::NAMES.into_iter().filter(|(tool, _)| tool.reads() == reads).map(|(tool, name)| {
        let link = el("a").attr("href", &Route::Tool(tool).to_string()).say(desk, Desk::tool_title(tool));
        el("li.card")
            .key(name)
            .with(el("h3").with(link))
            .with(el("p.quiet.small").marked(desk.text(Desk::tool_lead(tool))))
    });
    el("section.stack").with(el("h2").say(desk, title)).with(el("ul.tools__list").each(all))
}

use crate::browser::address_bar;
use crate::desk::{Action, Desk, Field, Route, Tool};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el};

/// A button that opens a tool with texts to read; they are computed when it is clicked.
pub fn open_tool(
    desk: &DeskHandle,
    says: &str,
    tool: Tool,
    entries: impl Fn(&Desk) -> Vec<(Field, Secret)> + 'static,
) -> Element {
    let desk = desk.clone();
    let open = move || {
        desk.emit(Action::Opened { tool, entries: entries(&desk) });
        // The desk is there already; the address bar follows, so that the Back button leads here.
        address_bar::go(&Route::Tool(tool).to_string());
    };
    el("button.button[type=button]").text(says).hear(On::Click, Box::new(move |_| open()))
}

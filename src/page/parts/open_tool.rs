use yew::prelude::*;

use crate::browser::address_bar;
use crate::desk::{Desk, Field, FieldAction, Route, Tool};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;

/// A button that opens a tool with texts to read; they are computed when it is clicked.
pub fn open_tool(
    desk: &DeskHandle,
    says: &str,
    tool: Tool,
    entries: impl Fn(&Desk) -> Vec<(Field, Secret)> + 'static,
) -> Html {
    let desk = desk.clone();
    let open = move |_: MouseEvent| {
        desk.emit(FieldAction::Opened { tool, entries: entries(&desk) });
        // The desk is there already; the address bar follows, so that the Back button leads here.
        address_bar::go(&Route::Tool(tool).to_string());
    };
    html! { <button type="button" class="button" onclick={open}>{ says }</button> }
}

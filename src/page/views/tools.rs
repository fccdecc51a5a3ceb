use yew::prelude::*;

use crate::desk::{Desk, Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::marked_text;
use crate::texts::Text;

/// The list of tools.
pub fn tools_view(desk: &DeskHandle) -> Html {
    html! {
        <div class="stack">
            <h1>{ desk.heading() }</h1>
            <p class="lead">{ desk.text(Text::ToolsLead) }</p>
            <ul class="tools__list">
                for (tool, name) in Tool::NAMES {
                    <li class="card" key={name}>
                        <h2><a href={Route::Tool(tool).to_string()}>{ desk.text(Desk::tool_title(tool)) }</a></h2>
                        <p class="quiet small">{ marked_text(&desk.text(Desk::tool_lead(tool))) }</p>
                    </li>
                }
            </ul>
        </div>
    }
}

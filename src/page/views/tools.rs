use yew::prelude::*;

use crate::desk::{Desk, Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::MarkedText;
use crate::texts::Text;

/// The list of tools.
#[derive(Properties, PartialEq)]
pub struct ToolsViewProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The list of tools.
#[component]
pub fn ToolsView(props: &ToolsViewProps) -> Html {
    let desk = &props.desk;
    html! {
        <div class="stack">
            <h1>{ desk.heading() }</h1>
            <p class="lead">{ desk.text(Text::ToolsLead) }</p>
            <ul class="tools__list">
                for (tool, name) in Tool::NAMES {
                    <li class="card" key={name}>
                        <h2><a href={Route::Tool(tool).to_string()}>{ desk.text(Desk::tool_title(tool)) }</a></h2>
                        <p class="quiet small"><MarkedText text={desk.text(Desk::tool_lead(tool))} /></p>
                    </li>
                }
            </ul>
        </div>
    }
}

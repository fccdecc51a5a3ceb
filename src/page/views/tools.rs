use strum::VariantArray;
use yew::prelude::*;

use super::own_card;
use crate::desk::{Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{PasteBox, marked_text};
use crate::texts::Text;

/// The list of tools.
pub fn tools_view(desk: &DeskHandle) -> Html {
    html! {
        <div class="stack">
            <h1>{ desk.heading() }</h1>
            <p class="lead">{ desk.text(Text::ToolsLead) }</p>
            <PasteBox desk={desk.clone()} />
            { list(desk, Text::ToolsRead, true) }
            { list(desk, Text::ToolsMake, false) }
            { own_card(desk) }
        </div>
    }
}

fn list(desk: &DeskHandle, title: Text, reads: bool) -> Html {
    html! {
        <section class="stack">
            <h2>{ desk.text(title) }</h2>
            <ul class="tools__list">
                for tool in Tool::VARIANTS.iter().filter(|tool| tool.reads() == reads) {
                    <li class="card" key={tool.name()}>
                        <h3><a href={Route::Tool(*tool).to_string()}>{ desk.text(tool.title()) }</a></h3>
                        <p class="quiet small">{ marked_text(desk.text(tool.lead())) }</p>
                    </li>
                }
            </ul>
        </section>
    }
}

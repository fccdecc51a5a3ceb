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
            { readers(desk) }
            { builders(desk) }
            { own_card(desk) }
        </div>
    }
}

/// The box above recognizes what they read, so they are only named.
fn readers(desk: &DeskHandle) -> Html {
    html! {
        <section class="stack">
            <h2>{ desk.text(Text::ToolsRead) }</h2>
            <ul class="tools__line">
                for tool in Tool::VARIANTS.iter().filter(|tool| tool.reads()) {
                    <li key={tool.name()}><a href={Route::Tool(*tool).to_string()}>{ desk.text(tool.title()) }</a></li>
                }
            </ul>
        </section>
    }
}

fn builders(desk: &DeskHandle) -> Html {
    html! {
        <section class="stack">
            <h2>{ desk.text(Text::ToolsMake) }</h2>
            <ul class="tools__list">
                for tool in Tool::VARIANTS.iter().filter(|tool| !tool.reads()) {
                    <li class="card" key={tool.name()}>
                        <h3><a href={Route::Tool(*tool).to_string()}>{ desk.text(tool.title()) }</a></h3>
                        <p class="quiet small">{ marked_text(desk.text(tool.lead())) }</p>
                    </li>
                }
            </ul>
        </section>
    }
}

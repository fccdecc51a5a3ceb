use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A view for an address that leads nowhere.
#[derive(Properties, PartialEq)]
pub struct NowhereViewProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// Says that the address leads nowhere, and where to go.
#[component]
pub fn NowhereView(props: &NowhereViewProps) -> Html {
    let desk = &props.desk;
    html! {
        <div class="plain">
            <h1>{ desk.heading() }</h1>
            <p>{ desk.text(Text::NowhereText) }</p>
            <div class="row"><a class="button button--main" href="#/">{ desk.text(Text::NowhereBack) }</a></div>
        </div>
    }
}

use yew::prelude::*;

use crate::browser::address_bar;
use crate::desk::parts::discovery;
use crate::desk::{DiscoveryAction, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{discovery_box, open_tool};
use crate::texts::Text;

/// The document, and where its values are used: in the guide for a server of one's own, or in other tools.
pub fn view(desk: &DeskHandle) -> Html {
    let has_document = discovery::view(desk).is_some_and(|view| !view.rows.is_empty());
    html! {
        <div class="stack">
            { discovery_box(desk) }
            if has_document {
                <div class="row">
                    { to_guide(desk) }
                    { open_tool(desk, desk.text(Tool::AuthorizeUrl.title()), Tool::AuthorizeUrl, |_| Vec::new()) }
                    { open_tool(desk, desk.text(Tool::TokenRequest.title()), Tool::TokenRequest, |_| Vec::new()) }
                </div>
            }
        </div>
    }
}

fn to_guide(desk: &DeskHandle) -> Html {
    let Some(guide) = discovery::guide(desk) else { return Html::default() };
    let says = desk.fill(Text::DiscoveryGuide, &[("product", &guide.name)]);
    let desk = desk.clone();
    let go = move |_: MouseEvent| {
        desk.emit(DiscoveryAction::WentToGuide);
        // The desk is there already; the address bar follows, so that the Back button leads here.
        address_bar::go(&guide.route.to_string());
    };
    html! { <button type="button" class="button" onclick={go}>{ says }</button> }
}

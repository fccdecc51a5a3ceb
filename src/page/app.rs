//! The frame around every view, and what starts with the page.

use yew::prelude::*;

use super::desk_handle::{DeskHandle, Held};
use super::hooks::{use_address_bar, use_clock, use_files, use_handover, use_kept_work, use_seed};
use super::parts::{Bar, Foot, Status};
use super::views::{GuideView, NowhereView, SecretsView, StartView, ToolView, ToolsView};
use crate::browser::{address_bar, document, tab_storage};
use crate::desk::{Action, Desk, Kept, Route, is_landing};
use crate::oauth::Secret;
use crate::texts::Language;

/// The whole page.
#[component]
pub fn App() -> Html {
    let reducer = use_reducer(|| Held(std::rc::Rc::new(first_desk())));
    let desk = DeskHandle::of(&reducer);
    use_seed(&desk);
    use_address_bar(&desk);
    use_files(&desk);
    use_kept_work(&desk);
    use_clock(&desk);
    use_handover(&desk);
    let view = match &desk.route {
        Route::Start => html! { <StartView desk={desk.clone()} /> },
        Route::Product { .. } => html! { <GuideView desk={desk.clone()} /> },
        Route::Tools => html! { <ToolsView desk={desk.clone()} /> },
        Route::Tool(tool) => html! { <ToolView desk={desk.clone()} tool={*tool} /> },
        Route::Secrets => html! { <SecretsView desk={desk.clone()} /> },
        Route::Nowhere => html! { <NowhereView desk={desk.clone()} /> },
    };
    html! {
        <>
            <Bar desk={desk.clone()} />
            <main class="main" id="main" tabindex="-1">{ view }</main>
            <Foot desk={desk.clone()} />
            <Status desk={desk} />
        </>
    }
}

/// The desk as the page finds it: the address, the language, what the tab kept, and what a server sent along.
fn first_desk() -> Desk {
    let language = Language::of_tag(&document::language()).unwrap_or_default();
    let mut desk = Desk::new(Route::parse(&address_bar::fragment()), language);
    let mut tell = |action| {
        if let Some(next) = desk.after(action) {
            desk = next;
        }
    };
    tell(Action::ClockRead(crate::browser::clock::now()));
    if let Some(kept) = tab_storage::work() {
        // What another release kept and this one cannot read is forgotten.
        tell(Action::Restored(serde_json::from_str::<Vec<Kept>>(&kept).unwrap_or_default()));
    }
    if is_landing(&address_bar::query()) {
        let address = Secret::new(address_bar::address());
        let from = tab_storage::came_from().map(|fragment| Route::parse(&fragment));
        tell(Action::Landed { address, from: from.filter(|route| *route != Route::Nowhere) });
        address_bar::replace(&desk.route.to_string());
    }
    desk
}

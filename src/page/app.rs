//! The frame around every view, and what starts with the page.

use yew::prelude::*;

use super::desk_handle::{DeskHandle, Held};
use super::element::{el, group};
use super::hooks::{use_address_bar, use_clock, use_files, use_handover, use_kept_work, use_seed, use_slash};
use super::parts::{bar, foot, status};
use super::views::{guide_view, nowhere_view, secrets_view, start_view, tool_view, tools_view};
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
    use_slash();
    let view = match &desk.route {
        Route::Start => start_view(&desk),
        Route::Product { .. } => guide_view(&desk),
        Route::Tools => tools_view(&desk),
        Route::Tool(tool) => tool_view(&desk, *tool),
        Route::Secrets => secrets_view(&desk),
        Route::Nowhere => nowhere_view(&desk),
    };
    group()
        .with(bar(&desk))
        .with(el("main.main[id=main][tabindex=-1]").with(view))
        .with(foot(&desk))
        .with(status(&desk))
        .into()
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
        tell(Action::Restored(Kept::read(&kept)));
    }
    if is_landing(&address_bar::query()) {
        let address = Secret::new(address_bar::address());
        let from = tab_storage::came_from().map(|fragment| Route::parse(&fragment));
        tell(Action::Landed { address, from: from.filter(|route| *route != Route::Nowhere) });
        address_bar::replace(&desk.route.to_string());
    }
    desk
}

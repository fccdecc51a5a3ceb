//! The frame around every view, and what starts with the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::desk_handle::{DeskHandle, Held};
use super::element::{el, group};
use super::hooks::{bring, use_following, use_listening};
use super::parts::{bar, foot, status};
use super::views::{guide_view, nowhere_view, secrets_view, start_view, tool_view, tools_view};
use crate::browser::{address_bar, clock, document, tab_storage};
use crate::desk::{Action, Desk, Kept, Route, Wanted, is_landing};
use crate::oauth::Secret;
use crate::texts::Language;

/// Puts the page in place of its first paint, once the sentences of its language are there.
pub fn start() {
    spawn_local(async {
        let language = Language::of_tag(&document::language()).unwrap_or_default();
        let texts = bring(Wanted::Texts(language)).await;
        let Some(root) = document::root() else { return };
        let first = Held(Rc::new(first_desk(language, texts)));
        yew::Renderer::<App>::with_root_and_props(root, AppProps { first }).render();
    });
}

/// What the page starts with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The first desk.
    first: Held,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let reducer = use_reducer(|| props.first.clone());
    let desk = DeskHandle::of(&reducer);
    use_following(&desk);
    use_listening(&desk);
    let view = match &desk.route {
        _ if desk.leads_nowhere() => nowhere_view(&desk),
        Route::Start => start_view(&desk),
        Route::Product { .. } => guide_view(&desk),
        Route::Tools => tools_view(&desk),
        Route::Tool(tool) => tool_view(&desk, *tool),
        Route::Secrets => secrets_view(&desk),
        Route::Nowhere => nowhere_view(&desk),
    };
    group()
        .with(bar(&desk))
        .with(
            el("main.main[id=main][tabindex=-1]").attr_if("aria-busy", desk.is_waiting().then_some("true")).with(view),
        )
        .with(foot(&desk))
        .with(status(&desk))
        .into()
}

/// The desk as the page finds it: the address, the language, what the tab kept, and what a server sent along.
fn first_desk(language: Language, texts: Action) -> Desk {
    let mut desk = Desk::new(Route::parse(&address_bar::fragment()), language);
    let mut tell = |action| {
        if let Some(next) = desk.after(action) {
            desk = next;
        }
    };
    tell(Action::ClockRead(clock::now()));
    tell(texts);
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

//! The frame around every view, and what starts with the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::desk_handle::{DeskHandle, Held};
use super::hooks::{bring, use_following, use_listening};
use super::lazy::lazy;
use super::parts::{Bar, Foot, Status, missing};
use super::views::{StartView, nowhere_view, secrets_view, tools_view};
use crate::browser::{address_bar, clock, document};
use crate::desk::{Action, Desk, Route, Wanted};
use crate::texts::Language;

/// Puts the page in place of its first paint, once the sentences of its language are there, and the complete program
/// where the first view needs it.
pub fn start() {
    spawn_local(async {
        let language = Language::of_tag(&document::language()).unwrap_or_default();
        let mut desk = Desk::new(Route::parse(&address_bar::fragment()), language);
        // A query may be the response of a server, which only the complete program reads.
        let needs_lazy = !address_bar::query().is_empty() || desk.wanted().contains(&Wanted::Lazy);
        let mut tell = |action| {
            if let Some(next) = desk.after(action) {
                desk = next;
            }
        };
        tell(Action::ClockRead(clock::now()));
        for wanted in [Wanted::Texts(language)].into_iter().chain(needs_lazy.then_some(Wanted::Lazy)) {
            tell(bring(wanted).await);
        }
        if let Some(lazy) = lazy() {
            (lazy.restore)(&mut |action| desk = desk.after(action).unwrap_or_else(|| desk.clone()));
        }
        let Some(root) = document::root() else { return };
        yew::Renderer::<App>::with_root_and_props(root, AppProps { first: Held(Rc::new(desk)) }).render();
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
    let view = match (&desk.route, lazy()) {
        _ if desk.leads_nowhere() => nowhere_view(&desk),
        (Route::Start, _) => html! { <StartView desk={desk.clone()} /> },
        (Route::Product { .. } | Route::Tool(_), None) => {
            html! { <div class="plain"><h1>{ desk.heading() }</h1>{ missing(&desk) }</div> }
        }
        (Route::Product { .. }, Some(lazy)) => (lazy.guide_view)(&desk),
        (Route::Tools, _) => tools_view(&desk),
        (Route::Tool(tool), Some(lazy)) => (lazy.tool_view)(&desk, *tool),
        (Route::Secrets, _) => secrets_view(&desk),
        (Route::Nowhere, _) => nowhere_view(&desk),
    };
    html! {
        <>
            <Bar desk={desk.clone()} />
            <main class="main" id="main" tabindex="-1" aria-busy={desk.is_waiting().then_some("true")}>{ view }</main>
            <Foot desk={desk.clone()} />
            <Status says={desk.said_sentence()} />
        </>
    }
}

//! The frame around every view, and what starts with the page.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::desk_handle::{DeskHandle, DeskState};
use super::hooks::{load, use_following, use_listening};
use super::lazy::lazy;
use super::parts::{Bar, Foot, Status, failures, loading};
use super::views::{StartView, about_view, nowhere_view, tools_view};
use crate::browser::painted::Early;
use crate::browser::{address_bar, clock, document, painted};
use crate::desk::{Action, ClockAction, Desk, FileAction, Resource, Route, ViewAction};
use crate::texts::Language;

/// Puts the page in place of its first paint, once the sentences of its language are there, and what else the first view
/// needs: the complete program, or the list of products where the start view is painted with it. What does not arrive, or
/// not in time, is what the page then tells.
pub fn start() {
    let language = Language::of_tag(&document::language()).unwrap_or_default();
    let first = First::with(Desk::new(Route::parse(&address_bar::fragment()), language));
    first.tell(ClockAction::ClockRead(clock::now()).into());
    if !address_bar::query().is_empty() {
        first.tell(ViewAction::LandingWaits.into());
    }
    spawn_local(async move {
        let needs_lazy = first.asks(|desk| desk.wanted().contains(&Resource::Lazy));
        let is_painted = painted::is_there() && first.asks(|desk| desk.route == Route::Start);
        let more = [(needs_lazy, Resource::Lazy), (is_painted, Resource::Index)];
        let more = more.into_iter().filter_map(|(is_needed, resource)| is_needed.then_some(resource));
        for wanted in [Resource::Texts(language)].into_iter().chain(more) {
            let teller = first.clone();
            load(wanted, 0, move |action| teller.tell(action.into())).await;
        }
        if let Some(lazy) = lazy() {
            (lazy.restore)(&mut |action| first.tell(action));
        }
        first.mount();
    });
}

/// The first desk, until the page is mounted with it.
#[derive(Clone)]
struct First(Rc<Cell<Option<Desk>>>);

impl First {
    fn with(desk: Desk) -> First {
        First(Rc::new(Cell::new(Some(desk))))
    }

    fn tell(&self, action: Action) {
        let has_failed = matches!(action, Action::File(FileAction::Failed { .. }));
        let desk = self.0.take();
        self.0.set(desk.map(|desk| desk.after(action).unwrap_or(desk)));
        if has_failed {
            self.mount();
        }
    }

    fn asks(&self, question: impl FnOnce(&Desk) -> bool) -> bool {
        let desk = self.0.take();
        let is_so = desk.as_ref().is_some_and(question);
        self.0.set(desk);
        is_so
    }

    /// Whatever was clicked meanwhile is the view now, and whatever was typed is in its field.
    fn mount(&self) {
        let route = Route::parse(&address_bar::fragment());
        if self.asks(|desk| desk.route != route) {
            self.tell(ViewAction::Went(route).into());
        }
        if let (Some(desk), Some(root)) = (self.0.take(), document::root()) {
            let props = AppProps::of(desk, painted::early());
            yew::Renderer::<App>::with_root_and_props(root, props).render();
            painted::end();
        }
    }
}

/// What the page starts with.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    first: Given,
}

impl AppProps {
    /// The first desk, and what a person did before it was there.
    pub fn of(desk: Desk, early: Early) -> AppProps {
        AppProps { first: Given(Rc::new(Takable { desk: Cell::new(Some(desk)), early: Cell::new(early) })) }
    }
}

/// What is given to the page, until it has taken it. Props stay as long as the page does, and what is entered must not.
#[derive(Clone)]
struct Given(Rc<Takable>);

struct Takable {
    desk: Cell<Option<Desk>>,
    early: Cell<Early>,
}

impl PartialEq for Given {
    fn eq(&self, other: &Given) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let reducer = use_reducer(|| {
        DeskState(Rc::new(props.first.0.desk.take().unwrap_or_else(|| Desk::new(Route::Nowhere, Language::ENGLISH))))
    });
    let desk = DeskHandle::of(&reducer);
    use_following(&desk, {
        let first = props.first.clone();
        move || first.0.early.take().enter()
    });
    use_listening(&desk);
    // Its views are made of sentences that may still be on their way.
    let view = match (&desk.route, lazy().filter(|_| desk.texts.later().is_some())) {
        _ if desk.leads_nowhere() => nowhere_view(&desk),
        (Route::Start, _) => html! { <StartView desk={desk.clone()} /> },
        (Route::Tools, _) => tools_view(&desk),
        (Route::About(about), lazy) => {
            about_view(&desk, *about, lazy.map(|lazy| (lazy.view)(&desk)).unwrap_or_default())
        }
        (Route::Nowhere, _) => nowhere_view(&desk),
        (Route::Product { .. } | Route::Card { .. } | Route::Tool(_) | Route::Findings | Route::Finding(_), lazy) => {
            match lazy {
                Some(lazy) => (lazy.view)(&desk),
                None => html! { <div class="plain"><h1>{ desk.heading() }</h1>{ loading(&desk) }</div> },
            }
        }
    };
    html! {
        <>
            <Bar desk={desk.clone()} />
            <main class="main" id="main" tabindex="-1" aria-busy={desk.is_waiting().then_some("true")}>
                { failures(&desk) }
                { view }
            </main>
            <Foot desk={desk.clone()} />
            <Status says={desk.said_sentence()} />
        </>
    }
}

use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, Event};
use yew::TargetCast;
use yew::prelude::*;

use crate::browser::clock::Timeout;
use crate::browser::{address_bar, document};
use crate::catalog::{Card, Category};
use crate::desk::{
    AppFilter, Hit, HitGroup, Route, Tool, ViewAction, app_filters, category_title, found, is_found_otherwise,
};
use crate::page::desk_handle::{DeskHandle, DeskProps};
use crate::page::entered::entered_text;
use crate::page::parts::{PasteBox, RadioChoice, icon, loading, select_box};
use crate::texts::Text;

/// The id of the search field.
const SEARCH: &str = "search-products";

/// Find a product, or paste what you have.
#[component]
pub fn StartView(DeskProps { desk }: &DeskProps) -> Html {
    let groups = found(desk);
    let foresight = use_mut_ref(|| None);
    let ids: Vec<String> = groups.iter().flat_map(|group| &group.hits).map(|hit| hit.card.id.to_string()).collect();
    html! {
        <div class="start">
            <div class="start__head">
                <h1>{ desk.heading() }</h1>
                <p class="lead">{ desk.text(Text::StartLead) }</p>
                { search(desk, ids.first().cloned()) }
            </div>
            // What was searched for is next to the search.
            for key in if desk.query.trim().is_empty() { ["box", "list"] } else { ["list", "box"] } {
                <div {key}>
                    if key == "box" {
                        <PasteBox desk={desk.clone()} />
                    } else {
                        { list(desk, &groups, ids.clone(), &foresight) }
                    }
                </div>
            }
        </div>
    }
}

fn list(desk: &DeskHandle, groups: &[HitGroup<'_>], ids: Vec<String>, foresight: &Foresight) -> Html {
    if desk.index.is_none() {
        return loading(desk);
    }
    html! {
        <div
            onkeydown={moving(ids)}
            onpointerover={foreseeing(desk, foresight)}
            onfocusin={foreseeing(desk, foresight)}
        >
            { count(desk, groups) }
            for group in groups {
                { one_group(desk, group) }
            }
            { which_app(desk) }
            { own_card(desk) }
        </div>
    }
}

/// The field, with the ways from it to what it finds: Enter opens the first product, the arrow goes to it.
fn search(desk: &DeskHandle, first: Option<String>) -> Html {
    let typed = desk.callback(|event: InputEvent| ViewAction::Searched(entered_text(&event)));
    let pressed = Callback::from(move |event: KeyboardEvent| {
        let Some(first) = &first else { return };
        match event.key().as_str() {
            "Enter" => address_bar::go(&route(first)),
            "ArrowDown" => document::focus(&link_id(first)),
            _ => return,
        }
        event.prevent_default();
    });
    html! {
        <div class="find">
            { icon("find") }
            <label class="visually-hidden" for={SEARCH}>{ desk.text(Text::SearchProducts) }</label>
            <input
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-keyshortcuts="/"
                id={SEARCH}
                placeholder={desk.text(Text::SearchHint).to_owned()}
                value={desk.query.clone()}
                oninput={typed}
                onkeydown={pressed}
            />
        </div>
    }
}

/// The arrows go from product to product, and from the first one back to the search.
fn moving(ids: Vec<String>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let focused = document::focused_id();
        let Some(at) = ids.iter().position(|id| link_id(id) == focused) else { return };
        let next = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => at + 1,
            "ArrowUp" | "ArrowLeft" if at == 0 => {
                event.prevent_default();
                return document::focus(SEARCH);
            }
            "ArrowUp" | "ArrowLeft" => at - 1,
            "Home" => 0,
            "End" => ids.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(id) = ids.get(next) {
            document::focus(&link_id(id));
        }
    })
}

/// The card that somebody points at, until it is clear that the pointer stays.
type Foresight = Rc<RefCell<Option<Timeout>>>;

/// In milliseconds: a pointer that only passes is gone by then.
const PASSING: u32 = 80;

/// What the guide of a card needs is loaded while somebody points at it.
fn foreseeing<E: AsRef<Event> + 'static>(desk: &DeskHandle, foresight: &Foresight) -> Callback<E> {
    let (teller, foresight) = (desk.teller(), Rc::clone(foresight));
    Callback::from(move |event: E| {
        let target = event.as_ref().target_dyn_into::<Element>();
        let link = target.and_then(|element| element.closest(".card").ok()??.query_selector("a").ok()?);
        let Some(id) = link.and_then(|link| link.id().strip_prefix(LINK).map(str::to_owned)) else { return };
        let teller = teller.clone();
        *foresight.borrow_mut() = Some(Timeout::new(PASSING, move || teller.emit(ViewAction::Foresaw(id))));
    })
}

fn filters(desk: &DeskHandle) -> Html {
    let offered = app_filters(desk);
    let choice = |(filter, name, count): &(AppFilter, &str, usize)| -> RadioChoice {
        (filter.name().to_owned(), format!("{name} ({count})"), *filter == desk.filter)
    };
    let all: Vec<RadioChoice> = offered.iter().map(choice).collect();
    let known: Vec<AppFilter> = offered.into_iter().map(|(filter, ..)| filter).collect();
    let choose = desk.callback(move |name: String| {
        ViewAction::Filtered(known.iter().find(|filter| filter.name() == name).cloned().unwrap_or_default())
    });
    select_box("app-filter", desk.text(Text::FilterLabel), &all, &choose)
}

/// How many products there are; a screen reader says it when it changes.
fn count(desk: &DeskHandle, groups: &[HitGroup<'_>]) -> Html {
    let says = match groups.iter().map(|group| group.hits.len()).sum() {
        0 if is_found_otherwise(desk) => desk.fill(Text::FoundNoneOfType, &[("query", desk.query.trim())]),
        0 => desk.fill(Text::FoundNone, &[("query", desk.query.trim())]),
        number => desk.count(Text::FoundCount, &[("count", number)], &[]),
    };
    let all = desk.callback(|_| ViewAction::ListedAll);
    html! {
        <div class="start__count">
            <p class="quiet" role="status">{ says }</p>
            { filters(desk) }
            if !desk.query.trim().is_empty() || desk.filter != AppFilter::All {
                <button type="button" class="button" onclick={all}>{ desk.text(Text::ClearSearch) }</button>
            }
            if groups.is_empty() {
                <a class="button" href="#/card">{ desk.fill(Text::MakeGuide, &[("query", desk.query.trim())]) }</a>
                <a class="button" href={Route::Tools.to_string()}>{ desk.text(Text::NavTools) }</a>
            }
        </div>
    }
}

fn one_group(desk: &DeskHandle, group: &HitGroup<'_>) -> Html {
    let (key, title) = match group.category {
        Some(category) => (Category::name(category), category_title(category)),
        None => ("found", Text::NavProducts),
    };
    let title_class = if group.category.is_some() { "start__group" } else { "visually-hidden" };
    html! {
        <section {key}>
            <h2 class={title_class}>{ desk.text(title) }</h2>
            <ul class="cards">
                for hit in &group.hits {
                    { one_card(desk, hit) }
                }
            </ul>
        </section>
    }
}

fn one_card(desk: &DeskHandle, Hit { card, by }: &Hit<'_>) -> Html {
    let language = desk.texts.language().code();
    html! {
        <li class="card" key={card.id.as_str()}>
            <h3><a id={link_id(&card.id)} href={route(&card.id)}>{ card.name_in(language) }</a></h3>
            if card.vendor != card.name {
                <p class="quiet small">{ &card.vendor }</p>
            }
            if let Some(word) = by {
                <p class="small">{ desk.fill(Text::CardMatch, &[("word", word)]) }</p>
            }
            <div class="tags">{ apps(desk, card) }</div>
        </li>
    }
}

fn apps(desk: &DeskHandle, card: &Card) -> Html {
    let language = desk.texts.language().code();
    let tag = |name: &str| html! { <span class="tag tag--accent">{ name.to_owned() }</span> };
    if card.apps.is_empty() {
        return tag(desk.text(Text::TagNoApp));
    }
    let Some(index) = &desk.index else { return Html::default() };
    card.apps.iter().map(|app| tag(index.app(app, language))).collect()
}

/// A link for people who do not know which app type they have created at the provider.
fn which_app(desk: &DeskHandle) -> Html {
    html! {
        <p class="start__which quiet">
            <a href={Route::Tool(Tool::AppType).to_string()}>{ desk.text(Text::ToolAppType) }</a>
            { " " }
            { desk.text(Text::ToolAppTypeLead) }
        </p>
    }
}

/// The way to the form for a product that is not in the list.
pub fn own_card(desk: &DeskHandle) -> Html {
    html! { <p><a href="#/card">{ desk.text(Text::AnotherProduct) }</a></p> }
}

fn route(id: &str) -> String {
    Route::Product { id: id.to_owned(), variant: None }.to_string()
}

/// What the ids of the links on cards begin with; www/boot.js knows it too.
const LINK: &str = "product-";

fn link_id(id: &str) -> String {
    [LINK, id].concat()
}

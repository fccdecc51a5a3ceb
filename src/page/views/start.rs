use yew::prelude::*;

use crate::catalog::{Card, Index};
use crate::desk::{Route, Tool, ViewAction, found};
use crate::page::desk_handle::{DeskHandle, DeskProps};
use crate::page::entered::entered_text;
use crate::page::parts::{PasteBox, icon, loading};
use crate::texts::Text;

/// The id of the search field, which `/` goes to.
pub const SEARCH: &str = "search-products";

/// Find a product, or paste what you have.
#[component]
pub fn StartView(DeskProps { desk }: &DeskProps) -> Html {
    let search = desk.callback(|event: InputEvent| ViewAction::Searched(entered_text(&event)));
    html! {
        <div class="start">
            <div class="start__head">
                <h1>{ desk.heading() }</h1>
                <p class="lead">{ desk.text(Text::StartLead) }</p>
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
                        oninput={search}
                    />
                </div>
            </div>
            <PasteBox desk={desk.clone()} />
            if let Some(index) = &desk.index {
                { cards(desk, index) }
            } else {
                { loading(desk) }
            }
        </div>
    }
}

fn cards(desk: &DeskHandle, index: &Index) -> Html {
    let shown = found(index, &desk.query);
    let count = match shown.len() {
        0 => return found_none(desk),
        1 => desk.text(Text::FoundOne).to_owned(),
        number => desk.fill(Text::FoundCount, &[("count", &number.to_string())]),
    };
    html! {
        <div>
            <h2 class="visually-hidden">{ desk.text(Text::NavProducts) }</h2>
            <p class="visually-hidden" role="status">{ count }</p>
            <ul class="cards">
                for card in shown {
                    { one_card(desk, index, card) }
                }
            </ul>
            { which_app(desk) }
        </div>
    }
}

fn found_none(desk: &DeskHandle) -> Html {
    let clear = desk.callback(|_| ViewAction::Searched(String::new()));
    html! {
        <div class="stack" role="status">
            <p>{ desk.fill(Text::FoundNone, &[("query", desk.query.trim())]) }</p>
            <div class="row">
                <button type="button" class="button" onclick={clear}>{ desk.text(Text::ClearSearch) }</button>
                <a class="button" href={Route::Tools.to_string()}>{ desk.text(Text::NavTools) }</a>
            </div>
        </div>
    }
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

fn one_card(desk: &DeskHandle, index: &Index, card: &Card) -> Html {
    let route = Route::Product { id: card.id.to_string(), variant: None };
    let language = desk.texts.language().code();
    html! {
        <li class="card" key={card.id.as_str()}>
            <h3><a href={route.to_string()}>{ card.name_in(language) }</a></h3>
            <p class="quiet small">{ desk.fill(Text::CardValues, &[("values", &card.values.join(", "))]) }</p>
            <div class="tags">
                for app in &card.apps {
                    <span class="tag tag--accent">{ index.app(app, language) }</span>
                }
            </div>
        </li>
    }
}

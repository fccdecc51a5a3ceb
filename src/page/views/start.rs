use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::catalog::{Card, Index};
use crate::desk::{Action, Route, found};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{button, icon, missing};
use crate::texts::Text;

/// The id of the search field, which `/` goes to.
pub const SEARCH: &str = "search-products";

/// Find a product.
pub fn start_view(desk: &DeskHandle) -> Html {
    let oninput = desk.callback(|event: InputEvent| {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::Searched(text.unwrap_or_default())
    });
    html! {
        <div class="start">
            <div class="start__head">
                <h1>{ desk.heading() }</h1>
                <p class="lead">{ desk.text(Text::StartLead) }</p>
                <div class="find">
                    { icon("find") }
                    <label class="visually-hidden" for={SEARCH}>{ desk.text(Text::SearchProducts) }</label>
                    <input id={SEARCH} type="search" placeholder={desk.text(Text::SearchHint)} value={desk.query.clone()}
                        autocomplete="off" spellcheck="false" {oninput} aria-keyshortcuts="/" />
                </div>
            </div>
            if let Some(index) = &desk.index {
                { cards(desk, index) }
            } else {
                { missing(desk) }
            }
        </div>
    }
}

fn cards(desk: &DeskHandle, index: &Index) -> Html {
    let shown = found(index, &desk.query);
    let count = match shown.len() {
        1 => desk.text(Text::FoundOne),
        count => desk.fill(Text::FoundCount, &[("count", &count.to_string())]),
    };
    if shown.is_empty() {
        return html! {
            <div class="stack" role="status">
                <p>{ desk.fill(Text::FoundNone, &[("query", desk.query.trim())]) }</p>
                <div class="row">
                    { button(desk, "button", desk.text(Text::ClearSearch), || Action::Searched(String::new())) }
                    <a class="button" href={Route::Tools.to_string()}>{ desk.text(Text::NavTools) }</a>
                </div>
            </div>
        };
    }
    html! {
        <div>
            <h2 class="visually-hidden">{ desk.text(Text::NavProducts) }</h2>
            <p class="visually-hidden" role="status">{ count }</p>
            <ul class="cards">
                for card in shown {
                    { one_card(desk, index, card) }
                }
            </ul>
        </div>
    }
}

fn one_card(desk: &DeskHandle, index: &Index, card: &Card) -> Html {
    let route = Route::Product { id: card.id.clone(), variant: None };
    let tag = index.tag(card, desk.texts.language().code()).to_owned();
    html! {
        <li class="card" key={card.id.clone()}>
            <h3><a href={route.to_string()}>{ &card.name }</a></h3>
            <p class="quiet small">{ desk.fill(Text::CardValues, &[("values", &card.values.join(", "))]) }</p>
            <div class="tags">
                <span class="tag tag--accent">{ tag }</span>
                <span class="tag">{ desk.fill(Text::Minutes, &[("minutes", &card.minutes.to_string())]) }</span>
            </div>
        </li>
    }
}

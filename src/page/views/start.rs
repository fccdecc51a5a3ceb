use crate::catalog::{Card, Index};
use crate::desk::{Action, Route, Tool, found};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, typed};
use crate::page::parts::{button, icon, missing, paste_box};
use crate::texts::Text;

/// The id of the search field, which `/` goes to.
pub const SEARCH: &str = "search-products";

/// Find a product, or paste what you have.
pub fn start_view(desk: &DeskHandle) -> Element {
    let search = el("input[type=search][autocomplete=off][spellcheck=false][aria-keyshortcuts=/]")
        .attr("id", SEARCH)
        .attr("placeholder", desk.text(Text::SearchHint))
        .value(&desk.query)
        .on(On::Input, desk, |event| Action::Searched(typed(event)));
    let find = el("div.find")
        .with(icon("find"))
        .with(el("label.visually-hidden").attr("for", SEARCH).say(desk, Text::SearchProducts))
        .with(search);
    let head = el("div.start__head")
        .with(el("h1").text(&desk.heading()))
        .with(el("p.lead").say(desk, Text::StartLead))
        .with(find);
    let found = match &desk.index {
        Some(index) => cards(desk, index),
        None => missing(desk),
    };
    el("div.start").with(head).with(found).with(paste_box(desk))
}

fn cards(desk: &DeskHandle, index: &Index) -> Element {
    let shown = found(index, &desk.query);
    if shown.is_empty() {
        let clear = button(desk, "button", desk.text(Text::ClearSearch), || Action::Searched(String::new()));
        let tools = el("a.button").attr("href", &Route::Tools.to_string()).say(desk, Text::NavTools);
        return el("div.stack[role=status]")
            .with(el("p").fill(desk, Text::FoundNone, &[("query", desk.query.trim())]))
            .with(el("div.row").with(clear).with(tools));
    }
    let count = el("p.visually-hidden[role=status]");
    let count = match shown.len() {
        1 => count.say(desk, Text::FoundOne),
        number => count.fill(desk, Text::FoundCount, &[("count", &number.to_string())]),
    };
    el("div")
        .with(el("h2.visually-hidden").say(desk, Text::NavProducts))
        .with(count)
        .with(el("ul.cards").each(shown.into_iter().map(|card| one_card(desk, index, card))))
        .with(which_app(desk))
}

/// A link for people who do not know which app type they have created at the provider.
fn which_app(desk: &DeskHandle) -> Element {
    let link = el("a").attr("href", &Route::Tool(Tool::AppType).to_string()).say(desk, Text::ToolAppType);
    el("p.start__which.quiet").with(link).text(" ").say(desk, Text::ToolAppTypeLead)
}

fn one_card(desk: &DeskHandle, index: &Index, card: &Card) -> Element {
    let route = Route::Product { id: card.id.clone(), variant: None };
    let language = desk.texts.language().code();
    let tags = el("div.tags")
        .with(el("span.tag.tag--accent").text(index.tag(card, language)))
        .with(el("span.tag").fill(desk, Text::Minutes, &[("minutes", &card.minutes.to_string())]));
    el("li.card")
        .key(&card.id)
        .with(el("h3").with(el("a").attr("href", &route.to_string()).text(card.name_in(language))))
        .with(el("p.quiet.small").fill(desk, Text::CardValues, &[("values", &card.values.join(", "))]))
        .with(tags)
}

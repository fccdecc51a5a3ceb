use yew::prelude::*;

use crate::desk::finding_page::{FindingGroup, FindingRow, listed};
use crate::desk::{FindingAction, Route};
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::entered_text;
use crate::page::parts::{icon, loading};
use crate::texts::Text;

/// The search; its label names it for screen readers.
const SEARCH: &str = "search-findings";

/// All findings by subject, with a search.
pub fn list_view(desk: &DeskHandle) -> Html {
    let typed = desk.callback(|event: InputEvent| FindingAction::Searched(entered_text(&event)));
    html! {
        <div class="stack">
            <h1>{ desk.heading() }</h1>
            <p class="lead">{ desk.text(Text::FindingsLead) }</p>
            <div class="find">
                { icon("find") }
                <label class="visually-hidden" for={SEARCH}>{ desk.text(Text::FindingsSearch) }</label>
                <input
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    id={SEARCH}
                    placeholder={desk.text(Text::FindingsHint).to_owned()}
                    value={desk.finding_query.clone()}
                    oninput={typed}
                />
            </div>
            if let Some(groups) = listed(desk) {
                <p class="quiet" role="status">{ count(desk, &groups) }</p>
                for group in &groups {
                    { one_group(desk, group) }
                }
            } else {
                { loading(desk) }
            }
        </div>
    }
}

/// How many findings there are; a screen reader says it when it changes.
fn count(desk: &DeskHandle, groups: &[FindingGroup]) -> String {
    match groups.iter().map(|group| group.rows.len()).sum::<usize>() {
        0 => desk.fill(Text::FindingsNone, &[("query", desk.finding_query.trim())]),
        number => desk.count(Text::FindingsCount, &[("count", number)], &[]),
    }
}

fn one_group(desk: &DeskHandle, group: &FindingGroup) -> Html {
    let key: &'static str = group.subject.into();
    html! {
        <section class="stack" {key}>
            <h2>{ desk.text(group.subject.title()) }</h2>
            <ul class="finding-list">
                for row in &group.rows {
                    { one_row(row) }
                }
            </ul>
        </section>
    }
}

fn one_row(row: &FindingRow) -> Html {
    let name = row.kind.name();
    let level = row.kind.severity().name();
    html! {
        <li key={name} data-level={level}>
            { icon(level) }
            <a href={Route::Finding(name.to_owned()).to_string()}>{ &row.title }</a>
            { " " }
            <code class="quiet small">{ name }</code>
        </li>
    }
}

use yew::prelude::*;

use crate::catalog::{Choice, Confidence, Sentence};
use crate::desk::{ClassicRow, GuideAction, ScopeGroup, ScopeRow, ScopesView, SetOf, Tool, guide, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::page::parts::{copy_button, copying, icon, marked_text, open_tool, prose_text, source_list, sure_mark};
use crate::texts::Text;

/// The scopes to select, by today's names; the classic ones of the vendor's guide are folded below them.
pub fn scopes(desk: &DeskHandle) -> Html {
    let Some(view) = guide::scopes_view(desk) else { return Html::default() };
    html! {
        <div class="stack">
            if !view.sets.is_empty() {
                <div class="scopes">
                    if let Some(lead) = view.lead {
                        <p class="quiet small">{ guide::scopes_sentence(desk, lead) }</p>
                    }
                    for set in view.sets.iter().filter(|set| set.is_choice) {
                        { choice(desk, set) }
                    }
                    { to_select(desk, &view) }
                    { about(desk, &view) }
                </div>
            }
            <div>
                { classic(desk, &view) }
                { migrated(desk, &view) }
            </div>
            <div class="row">
                { open_tool(desk, desk.text(Text::ScopesCompareWith), Tool::Scopes, tools::scopes::to_compare) }
            </div>
        </div>
    }
}

/// A set that one can do without. Its first sentence says what it is; the others are below the list.
fn choice(desk: &DeskHandle, set: &SetOf<'_>) -> Html {
    let facts = set.facts;
    let first = guide::set_sentence(desk, &facts.id).map(Sentence::first);
    html! {
        <div class="scope" key={facts.id.as_str()} data-set={facts.id.clone()}>
            <p class="says">
                <label>{ set_choice(desk, set) }{ " " }{ first.as_ref().map(prose_text).unwrap_or_default() }</label>
                { " " }{ sure_mark(desk, facts.sure) }
                if set.is_required {
                    { " " }<span class="todo__sure">{ desk.text(Text::ScopeSetRequired) }</span>
                }
            </p>
            if set.is_missed() {
                <div class="finding" data-level="warn" data-missed="" role="status">
                    { icon("warn") }<div>{ marked_text(&guide::scopes_sentence(desk, Text::ScopeSetCleared)) }</div>
                </div>
            }
        </div>
    }
}

/// What each set is for and where its names come from.
fn about(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    let is_grouped = view.groups.iter().any(|group| group.name.is_some());
    html! {
        <details class="more scopes__about" data-about="">
            <summary>{ desk.text(Text::ScopesAbout) }{ " " }{ sure_mark(desk, view.sure) }</summary>
            <div class="stack small">
                for set in &view.sets {
                    <p key={set.facts.id.as_str()}>
                        { guide::set_sentence(desk, &set.facts.id).map(prose_text).unwrap_or_default() }
                        { " " }{ sure_mark(desk, set.facts.sure) }
                        { " " }{ source_list(desk, &guide::product_sources(desk, &set.facts.source)) }
                    </p>
                }
                if is_grouped {
                    <p>{ desk.sentence(Text::ScopesGrouped) }{ " " }{ sure_mark(desk, Confidence::Inferred) }</p>
                }
            </div>
        </details>
    }
}

fn set_choice(desk: &DeskHandle, set: &SetOf<'_>) -> Html {
    let id = set.facts.id.clone();
    let choose = desk.callback(move |event: Event| {
        let chosen = is_selected(&event);
        GuideAction::ChoseScopeSet { set: id.clone(), chosen }
    });
    match set.facts.choice {
        Choice::OneOf => html! { <input type="radio" name="scope-set" checked={set.taken} onchange={choose} /> },
        _ => html! { <input type="checkbox" checked={set.taken} onchange={choose} /> },
    }
}

/// The scopes of the selected sets, to copy one after the other while one goes through the provider's picker.
fn to_select(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    if view.groups.is_empty() {
        return Html::default();
    }
    let numbers = [("done", view.checked_count()), ("count", view.taken_count())];
    let (all, label) = (Secret::new(view.as_text()), desk.text(Text::ScopesToSelect).to_owned());
    let copy_all = copying(desk.clone(), label, all, None);
    html! {
        <div class="picks" data-output="scopes">
            <div class="picks__head">
                <strong role="status">{ desk.count(Text::ScopesChecked, &numbers, &[]) }</strong>
                <button type="button" class="button" onclick={copy_all}>
                    { icon("copy") }{ desk.text(Text::ScopesCopyAll) }
                </button>
            </div>
            <p class="quiet small">{ desk.text(Text::ScopesHint) }</p>
            <div class="picks__groups">
                for group in &view.groups {
                    { one_group(desk, group, view.next()) }
                }
            </div>
        </div>
    }
}

fn one_group(desk: &DeskHandle, group: &ScopeGroup<'_>, next: Option<&str>) -> Html {
    let name = group.name.map(str::to_owned);
    html! {
        <div key={group.name.unwrap_or_default()}>
            if let Some(name) = &name {
                <p class="picks__title" aria-hidden="true">{ name }</p>
            }
            <ul aria-label={name.clone()}>
                for row in &group.rows {
                    { one_row(desk, row, next == Some(row.granular)) }
                }
            </ul>
        </div>
    }
}

/// One click copies the name and checks it off; a second one takes the check mark away.
fn one_row(desk: &DeskHandle, row: &ScopeRow<'_>, is_next: bool) -> Html {
    let (name, checked) = (row.granular.to_owned(), !row.is_checked);
    let copy = copying(desk.clone(), name.clone(), Secret::new(name.as_str()), None);
    let teller = desk.clone();
    let click = Callback::from(move |event: MouseEvent| {
        teller.emit(GuideAction::CheckedScope { name: name.clone(), checked });
        if checked {
            copy.emit(event);
        }
    });
    html! {
        <li key={row.granular}>
            <button
                type="button"
                role="checkbox"
                class="pick"
                data-scope={row.granular.to_owned()}
                aria-checked={if row.is_checked { "true" } else { "false" }}
                aria-current={is_next.then_some("true")}
                onclick={click}
            >
                <span class="pick__box">
                    if row.is_checked {
                        { icon("check") }
                    }
                </span>
                <span>
                    { scope_name(row.granular) }
                    if !row.is_listed {
                        { " " }<span class="todo__sure" data-unlisted="">{ desk.sentence(Text::ScopeUnlisted) }</span>
                    }
                </span>
                if is_next {
                    <span class="pick__next">{ desk.text(Text::ScopeNext) }</span>
                }
            </button>
        </li>
    }
}

/// A name that is broken after its own separators only: people compare it with Zoom's letter by letter.
fn scope_name(name: &str) -> Html {
    html! {
        <span class="value scope__name">
            for part in name.split_inclusive([':', '_']) {
                { part }<wbr />
            }
        </span>
    }
}

fn classic(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    let sure = desk.variant().map(|variant| variant.classic_sure).unwrap_or_default();
    html! {
        if !view.classic.is_empty() {
            <details class="more" open={view.sets.is_empty()}>
                <summary>{ desk.text(Text::ScopesClassicOnly) }{ format!(" ({})", view.classic.len()) }</summary>
                <div class="stack">
                    <p class="quiet small">{ desk.text(Text::ScopesClassicHint) }</p>
                    if sure != Confidence::Confirmed {
                        <p class="quiet small">{ desk.text(Text::ScopesClassicInferred) }</p>
                    }
                    <dl class="parts">
                        for ClassicRow { name, says, became, supplement } in &view.classic {
                            <div>
                                <dt><code>{ *name }</code></dt>
                                <dd>
                                    { *says }
                                    for name in became {
                                        <div>{ scope_name(name) }</div>
                                    }
                                    for name in supplement {
                                        <div>{ scope_name(name) }{ " " }{ sure_mark(desk, Confidence::Inferred) }</div>
                                    }
                                </dd>
                            </div>
                        }
                    </dl>
                </div>
            </details>
        }
    }
}

fn migrated(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    if view.migrated_count == 0 || view.sets.is_empty() {
        return Html::default();
    }
    let is_shown = desk.session().shows_all_scopes();
    let show = desk.callback(move |event: MouseEvent| {
        // The desk decides whether the list is open.
        event.prevent_default();
        GuideAction::ChoseAllScopes(!is_shown)
    });
    html! {
        <details class="more" open={is_shown}>
            <summary onclick={show}>{ desk.count(Text::ScopesAll, &[("count", view.migrated_count)], &[]) }</summary>
            if is_shown {
                { migrated_list(desk, &view.migrated.join("\n")) }
            }
        </details>
    }
}

fn migrated_list(desk: &DeskHandle, all: &str) -> Html {
    let name = desk.text(Text::ScopesName);
    let says = desk.fill(Text::CopyLabel, &[("label", name)]);
    html! {
        <div class="stack">
            <p class="quiet small">{ desk.text(Text::ScopesAllHint) }{ " " }{ sure_mark(desk, Confidence::Inferred) }</p>
            <pre class="code">{ all }</pre>
            <div class="row">{ copy_button(desk, name, &Secret::new(all), Some(&says)) }</div>
        </div>
    }
}

use yew::prelude::*;

use crate::catalog::{Choice, Confidence};
use crate::desk::{ClassicRow, GuideAction, ScopesView, SetOf, Tool, guide, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::page::parts::{copy_button, open_tool, prose_text, source_list, sure_mark};
use crate::texts::Text;

/// The scopes to select: today's names, with the classic ones of the vendor's guide next to them.
pub fn scopes(desk: &DeskHandle) -> Html {
    let Some(view) = guide::scopes_view(desk) else { return Html::default() };
    let count = view.taken_count().to_string();
    html! {
        <div class="stack">
            if !view.sets.is_empty() {
                <p>
                    <strong>{ desk.fill(Text::ScopesCount, &[("count", &count)]) }</strong>
                    { " " }
                    <span class="quiet">{ desk.text(Text::ScopesHint) }</span>
                </p>
                for set in &view.sets {
                    { one_set(desk, set) }
                }
            }
            { classic(desk, &view) }
            { migrated(desk, &view) }
            <div class="row">
                { open_tool(desk, desk.text(Text::ScopesCompareWith), Tool::Scopes, tools::scopes::to_compare) }
            </div>
        </div>
    }
}

fn one_set(desk: &DeskHandle, set: &SetOf<'_>) -> Html {
    let facts = set.facts;
    let says = guide::set_sentence(desk, &facts.id).map(prose_text).unwrap_or_default();
    html! {
        <div class="scopes" key={facts.id.as_str()} data-set={facts.id.clone()}>
            <div class="scope">
                <div class="says">
                    if set.is_choice {
                        <label>{ set_choice(desk, set) }{ " " }{ says }</label>
                    } else {
                        <p>{ says }</p>
                    }
                    { " " }{ sure_mark(desk, facts.sure) }
                    { " " }{ source_list(desk, &guide::product_sources(desk, &facts.source)) }
                </div>
            </div>
            if set.taken {
                { rows(desk, set) }
            }
        </div>
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

fn rows(desk: &DeskHandle, set: &SetOf<'_>) -> Html {
    html! {
        <ul>
            for row in &set.rows {
                <li class="scope__line" key={row.granular}>
                    { scope_name(row.granular) }
                    { copy_button(desk, row.granular, &Secret::new(row.granular), None) }
                    if !row.is_listed {
                        <span class="todo__sure" data-unlisted="">{ desk.sentence(Text::ScopeUnlisted) }</span>
                    }
                </li>
            }
        </ul>
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
                        for ClassicRow { name, says, became } in &view.classic {
                            <div>
                                <dt><code>{ *name }</code></dt>
                                <dd>
                                    { *says }
                                    for name in became {
                                        <div>{ scope_name(name) }</div>
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
    let count = view.migrated_count.to_string();
    let is_shown = desk.session().shows_all_scopes();
    let show = desk.callback(move |event: MouseEvent| {
        // The desk decides whether the list is open.
        event.prevent_default();
        GuideAction::ChoseAllScopes(!is_shown)
    });
    html! {
        <details class="more" open={is_shown}>
            <summary onclick={show}>{ desk.fill(Text::ScopesAll, &[("count", &count)]) }</summary>
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

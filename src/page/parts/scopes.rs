use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_button, copy_line, marked_text, source_list, sure_mark};
use crate::catalog::{Choice, Sure};
use crate::desk::{Action, ScopesView, SetOf};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The scopes to tick: today's names, with the classic ones of the vendor's guide beside them.
pub fn scopes(desk: &DeskHandle) -> Html {
    let Some(view) = desk.scopes_view() else { return html! {} };
    let count = view.taken_count().to_string();
    html! {
        <div class="stack">
            if !view.sets.is_empty() {
                <p><strong>{ desk.fill(Text::ScopesCount, &[("count", &count)]) }</strong>{ " " }
                    <span class="quiet">{ desk.text(Text::ScopesHint) }</span></p>
                for set in view.sets.iter() {
                    { one_set(desk, set) }
                }
            }
            { classic(desk, &view) }
            { migrated(desk, &view) }
        </div>
    }
}

fn one_set(desk: &DeskHandle, set: &SetOf<'_>) -> Html {
    let name = set.facts.id.clone();
    let onchange = desk.callback(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::ChoseScopeSet { set: name.clone(), chosen }
    });
    let says = desk.set_sentence(&set.facts.id);
    let is_radio = set.facts.choice == Choice::OneOf;
    html! {
        <div class="scopes" key={set.facts.id.clone()} data-set={set.facts.id.clone()}>
            <div class="scope">
                if set.is_choice {
                    <label>
                        <input type={if is_radio { "radio" } else { "checkbox" }} name={is_radio.then_some("scope-set")}
                            checked={set.taken} {onchange} />
                        <span>{ marked_text(says) }</span>
                    </label>
                } else {
                    <p>{ marked_text(says) }</p>
                }
                if set.facts.sure != Sure::Confirmed {
                    <div>{ sure_mark(desk, set.facts.sure) }</div>
                }
                { source_list(desk, &desk.product_sources(&set.facts.source)) }
            </div>
            if set.taken {
                <div class="scopes__head" aria-hidden="true">
                    <span>{ desk.text(Text::ScopesGranular) }</span><span>{ desk.text(Text::ScopesClassic) }</span>
                </div>
                <ul>
                    for row in set.rows.iter() {
                        <li class="scope" key={row.granular}>
                            <div class="scope__pair">
                                <div class="scope__side" data-label={desk.text(Text::ScopesGranular)}>
                                    { scope_line(desk, row.granular) }
                                </div>
                                <div class="scope__side" data-label={desk.text(Text::ScopesClassic)}>
                                    for classic in row.classic.iter() {
                                        <span class="value quiet">{ *classic }</span>
                                    }
                                </div>
                            </div>
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn scope_line(desk: &DeskHandle, name: &str) -> Html {
    copy_line(desk, &CopyLine { label: name, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn classic(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    if view.classic.is_empty() {
        return html! {};
    }
    let is_all = view.sets.is_empty();
    let sure = desk.variant().map(|variant| variant.classic_sure).unwrap_or_default();
    html! {
        <details class="more" open={is_all}>
            <summary>{ desk.text(Text::ScopesClassicOnly) }{ format!(" ({})", view.classic.len()) }</summary>
            <div class="stack">
                <p class="quiet small">{ desk.text(Text::ScopesClassicHint) }</p>
                if sure != Sure::Confirmed {
                    <p class="quiet small">{ desk.text(Text::ScopesClassicInferred) }</p>
                }
                <dl class="parts">
                    for (name, shown) in view.classic.iter() {
                        <div><dt><code>{ *name }</code></dt><dd>{ *shown }</dd></div>
                    }
                </dl>
            </div>
        </details>
    }
}

fn migrated(desk: &DeskHandle, view: &ScopesView<'_>) -> Html {
    if view.migrated_count == 0 || view.sets.is_empty() {
        return html! {};
    }
    let count = view.migrated_count.to_string();
    let is_shown = desk.work().shows_all_scopes();
    let onclick = desk.callback(move |event: MouseEvent| {
        // The desk decides whether the list is open.
        event.prevent_default();
        Action::ChoseAllScopes(!is_shown)
    });
    let (all, name) = (view.migrated.join("\n"), desk.text(Text::ScopesName));
    html! {
        <details class="more" open={is_shown}>
            <summary {onclick}>{ desk.fill(Text::ScopesAll, &[("count", &count)]) }</summary>
            if is_shown {
                <div class="stack">
                    <p class="quiet small">{ desk.text(Text::ScopesAllHint) }{ " " }
                        { sure_mark(desk, Sure::Inferred) }</p>
                    <pre class="code">{ &all }</pre>
                    <div class="row">
                        { copy_button(desk, &name, &Secret::new(all.as_str()), Some(desk.fill(Text::CopyLabel, &[("label", &name)]))) }
                    </div>
                </div>
            }
        </details>
    }
}

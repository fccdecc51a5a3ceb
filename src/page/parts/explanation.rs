use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_button, copy_line, loading, marked_text, source_list, sure_mark};
use crate::catalog::{Confidence, Source};
use crate::desk::{AskedView, CauseView, ErrorView, ExplanationView, Meaning};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// An error as the server writes it, what it means, what may have caused it, and where it is fixed.
pub fn explanation(desk: &DeskHandle, view: &ErrorView<'_>) -> Html {
    html! {
        <div class="explanation">
            if let Some(error) = &view.error {
                <p>{ marked_text(&desk.fill(Text::RefusedWith, &[("error", error)])) }</p>
            }
            if let Some(sentence) = &view.sentence {
                <p>{ desk.text(Text::AnswerReason) }{ ": " }<code>{ sentence }</code></p>
            }
            if let Some(asked) = &view.asked {
                { scopes(desk, asked) }
            }
            { meaning(desk, &view.meaning) }
        </div>
    }
}

fn meaning(desk: &DeskHandle, meaning: &Meaning<'_>) -> Html {
    match meaning {
        Meaning::Waits => loading(desk),
        Meaning::Unknown => html! { <p>{ desk.sentence(Text::ErrorUnknown) }</p> },
        Meaning::Known(all) => all.iter().map(|one| explained(desk, one)).collect(),
    }
}

fn explained(desk: &DeskHandle, view: &ExplanationView<'_>) -> Html {
    let (first, more) = view.first_causes();
    let title = match first.len() {
        _ if view.is_open() => Text::DiagnosisOpenTitle,
        0..=1 => Text::DiagnosisTitle,
        _ => Text::ErrorFirstCauses,
    };
    // Causes of which none is more likely have no order.
    let (list, start) = if view.is_open() { ("ul", None) } else { ("ol", Some((first.len() + 1).to_string())) };
    html! {
        <div class="explanation__row" key={view.row} data-error={view.row.to_owned()}>
            <p><strong>{ marked_text(view.says) }</strong>{ " " }{ sure_mark(desk, view.sure) }</p>
            { source_list(desk, &view.sources) }
            <p class="quiet">{ desk.text(title) }</p>
            <@{list} class="explanation__causes">
                for one in first {
                    { cause(desk, one) }
                }
            </@>
            if !more.is_empty() {
                <details class="more">
                    <summary>{ desk.count(Text::ErrorMoreCauses, &[("count", more.len())], &[]) }</summary>
                    <@{list} class="explanation__causes" {start}>
                        for one in more {
                            { cause(desk, one) }
                        }
                    </@>
                </details>
            }
        </div>
    }
}

/// A cause in a list of several.
pub fn cause(desk: &DeskHandle, view: &CauseView<'_>) -> Html {
    html! {
        <li
            class="explanation__cause"
            key={view.id}
            data-cause={view.id.to_owned()}
            data-likely={view.because.is_some().then_some("data-likely")}
        >
            { cause_text(desk, view, &view.sources) }
        </li>
    }
}

/// What is wrong, why that is likely, what to do and where, and from where that is known.
pub fn cause_text(desk: &DeskHandle, view: &CauseView<'_>, sources: &[&Source]) -> Html {
    let provider = desk.provider().map_or("", |provider| provider.name.as_str());
    html! {
        <>
            <p class="explanation__says">{ marked_text(view.says) }</p>
            if let Some(reason) = &view.because {
                <p class="explanation__likely">
                    { marked_text(&desk.fill(Text::ErrorLikely, &[("reason", reason)])) }
                </p>
            }
            <p>{ marked_text(view.fix) }</p>
            if let Some(path) = &view.path {
                <p>{ marked_text(&desk.fill(Text::ErrorWhere, &[("provider", provider), ("path", path)])) }</p>
            }
            if view.sure != Confidence::Confirmed {
                <div>{ sure_mark(desk, view.sure) }</div>
            }
            { source_list(desk, sources) }
        </>
    }
}

fn scopes(desk: &DeskHandle, asked: &AskedView) -> Html {
    let label = desk.text(Text::AskedScopes);
    let says = desk.fill(Text::CopyLabel, &[("label", label)]);
    let several = asked.names.len() > 1;
    html! {
        <div class="explanation__row">
            <p><strong>{ label }</strong></p>
            if several {
                <p>{ desk.text(Text::AskedOne) }{ " " }{ sure_mark(desk, Confidence::Inferred) }</p>
            }
            if asked.is_cut {
                <p class="quiet">{ desk.text(Text::AskedCut) }</p>
            }
            <ul class="explanation__scopes">
                for name in &asked.names {
                    <li key={name.as_str()} data-scope={name.clone()}>{ scope(desk, name) }</li>
                }
            </ul>
            if several {
                <div class="row">
                    { copy_button(desk, label, &Secret::new(asked.names.join("\n")), Some(&says)) }
                </div>
            }
        </div>
    }
}

fn scope(desk: &DeskHandle, name: &str) -> Html {
    copy_line(desk, &CopyLine { label: name, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

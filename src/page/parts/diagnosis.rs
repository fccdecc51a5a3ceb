use yew::prelude::*;

use super::findings::{box_finding_list, lead_finding};
use super::{explanation, marked_text, source_list, sure_mark};
use crate::catalog::Confidence;
use crate::desk::parts::diagnosis;
use crate::desk::{DiagnosisView, ErrorView, Lead, Meaning};
use crate::page::desk_handle::DeskHandle;
use crate::reading::Severity;
use crate::texts::Text;

/// What is wrong with the content of the box for anything: the server's own words, the most likely cause, and folded
/// below it what else was noticed.
pub fn diagnosis(desk: &DeskHandle) -> Html {
    let Some(view) = diagnosis::view(desk) else { return Html::default() };
    let severity = view.severity();
    let title = if severity <= Severity::Info { Text::DiagnosisSoundTitle } else { Text::DiagnosisTitle };
    html! {
        <section class="diagnosis" data-level={severity.name()} aria-labelledby="diagnosis-title">
            if let Some(error) = &view.error {
                { returned(desk, error) }
            }
            <h3 id="diagnosis-title">{ desk.text(title) }</h3>
            { lead(desk, &view) }
            { more(desk, &view) }
        </section>
    }
}

fn returned(desk: &DeskHandle, error: &ErrorView<'_>) -> Html {
    let server = error.server.unwrap_or(desk.text(Text::DiagnosisServer));
    let said = match &error.error {
        Some(code) => desk.fill(Text::DiagnosisReturned, &[("server", server), ("error", code)]),
        None => desk.fill(Text::DiagnosisReturnedAlone, &[("server", server)]),
    };
    html! {
        if error.error.is_some() || error.sentence.is_some() {
            <p class="diagnosis__returned">
                { marked_text(&said) }
                if let Some(sentence) = &error.sentence {
                    { ": " }<code>{ sentence }</code>
                }
            </p>
        }
    }
}

fn lead(desk: &DeskHandle, view: &DiagnosisView<'_>) -> Html {
    match (&view.lead, &view.error) {
        (Lead::Finding(finding), _) => lead_finding(desk, finding, view.found_in),
        (Lead::Cause, Some(error)) => cause(desk, error),
        (Lead::Error, _) => html! { <p>{ desk.text(Text::DiagnosisUnknown) }</p> },
        (Lead::Cause | Lead::Sound, _) => html! {
            <>
                for request in &view.requests {
                    <p><code>{ request }</code></p>
                }
                { box_finding_list(desk, &view.read, view.found_in) }
                <p>{ desk.text(Text::DiagnosisSound) }</p>
            </>
        },
    }
}

/// The first cause of an error, and what to do.
fn cause(desk: &DeskHandle, error: &ErrorView<'_>) -> Html {
    let Meaning::Known(all) = &error.meaning else { return Html::default() };
    let Some((row, cause)) = all.first().and_then(|row| Some((row, row.causes.first()?))) else {
        return Html::default();
    };
    let provider = desk.provider().map_or("", |provider| provider.name.as_str());
    html! {
        <div class="diagnosis__cause" data-error={row.row.to_owned()} data-cause={cause.id.to_owned()}>
            <p><strong>{ marked_text(row.says) }</strong></p>
            <p>{ marked_text(cause.says) }</p>
            if let Some(reason) = &cause.because {
                <p class="explanation__likely">
                    { marked_text(&desk.fill(Text::ErrorLikely, &[("reason", reason)])) }
                </p>
            }
            <p>{ marked_text(cause.fix) }</p>
            if let Some(path) = &cause.path {
                <p>{ marked_text(&desk.fill(Text::ErrorWhere, &[("provider", provider), ("path", path)])) }</p>
            }
            if cause.sure != Confidence::Confirmed {
                <div>{ sure_mark(desk, cause.sure) }</div>
            }
            { source_list(desk, if cause.sources.is_empty() { &row.sources } else { &cause.sources }) }
        </div>
    }
}

fn more(desk: &DeskHandle, view: &DiagnosisView<'_>) -> Html {
    let explained = view.error.as_ref().filter(|error| matches!(error.meaning, Meaning::Known(_)));
    html! {
        if explained.is_some() || !view.others.is_empty() {
            <details class="more">
                <summary>{ desk.text(Text::DiagnosisMore) }</summary>
                { box_finding_list(desk, &view.others, view.found_in) }
                if let Some(error) = explained {
                    { explanation(desk, error) }
                }
            </details>
        }
    }
}

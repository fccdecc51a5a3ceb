use yew::prelude::*;

use super::explanation::{cause, cause_text};
use super::findings::{box_finding_list, lead_finding};
use super::{explanation, marked_text};
use crate::desk::parts::diagnosis;
use crate::desk::{CauseView, DiagnosisView, ErrorView, ExplanationView, Lead, Meaning};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// What is wrong with the content of the box for anything: the server's own words, the most likely cause, and folded
/// below it what else was noticed.
pub fn diagnosis(desk: &DeskHandle) -> Html {
    let Some(view) = diagnosis::view(desk) else { return Html::default() };
    html! {
        <section class="diagnosis" data-level={view.severity().name()} aria-labelledby="diagnosis-title">
            if let Some(error) = &view.error {
                { returned(desk, error, view.error_line) }
            }
            <h3 id="diagnosis-title">{ desk.text(view.title()) }</h3>
            { lead(desk, &view) }
            { more(desk, &view) }
        </section>
    }
}

/// The server's own words, and where they are in a text of several lines.
fn returned(desk: &DeskHandle, error: &ErrorView<'_>, line: Option<usize>) -> Html {
    let server = error.server.unwrap_or(desk.text(Text::DiagnosisServer));
    let said = match &error.error {
        Some(code) if error.is_of_program => format!("{} **{code}**", desk.text(Text::DiagnosisReported)),
        None if error.is_of_program => desk.text(Text::DiagnosisReported).to_owned(),
        Some(code) => desk.fill(Text::DiagnosisReturned, &[("server", server), ("error", code)]),
        None => desk.fill(Text::DiagnosisReturnedAlone, &[("server", server)]),
    };
    let has_stop = error.sentence.as_ref().is_some_and(|sentence| sentence.ends_with(['.', '!', '?']));
    html! {
        if error.error.is_some() || error.sentence.is_some() {
            <p class="diagnosis__returned">
                { marked_text(&said) }
                if let Some(sentence) = &error.sentence {
                    { ": " }<code>{ sentence }</code>
                }
                if !has_stop {
                    { "." }
                }
                if let Some(line) = line {
                    { " " }{ desk.fill(Text::AtLine, &[("line", &line.to_string())]) }
                }
                if let Some(request) = &error.request {
                    { " " }{ desk.text(Text::DiagnosisRequest) }{ ": " }<code>{ request }</code>
                }
            </p>
        }
    }
}

fn lead(desk: &DeskHandle, view: &DiagnosisView<'_>) -> Html {
    match &view.lead {
        Lead::Finding(finding) => lead_finding(desk, finding, view.found_in),
        Lead::Cause => match view.cause() {
            Some((row, _)) if row.is_open() => open_causes(desk, row),
            Some((row, cause)) => first_cause(desk, row, cause),
            None => Html::default(),
        },
        Lead::Error => html! { <p>{ desk.text(Text::DiagnosisUnknown) }</p> },
        Lead::Sound | Lead::Guess(_) | Lead::Untold => html! {
            <>
                for request in &view.requests {
                    <p><code>{ request }</code></p>
                }
                { box_finding_list(desk, &view.read, view.found_in) }
                <p>{ marked_text(&diagnosis::more_sentence(desk, view)) }</p>
            </>
        },
    }
}

/// What an error means, and its first cause.
fn first_cause(desk: &DeskHandle, row: &ExplanationView<'_>, cause: &CauseView<'_>) -> Html {
    let sources = if cause.sources.is_empty() { &row.sources } else { &cause.sources };
    html! {
        <div class="diagnosis__cause" data-error={row.row.to_owned()} data-cause={cause.id.to_owned()}>
            <p><strong>{ marked_text(row.says) }</strong></p>
            { cause_text(desk, cause, sources) }
        </div>
    }
}

/// What an error means, and the causes between which nothing in the text decides.
fn open_causes(desk: &DeskHandle, row: &ExplanationView<'_>) -> Html {
    html! {
        <div class="diagnosis__cause" data-error={row.row.to_owned()}>
            <p><strong>{ marked_text(row.says) }</strong></p>
            <p>{ desk.text(Text::DiagnosisOpen) }</p>
            <ul class="explanation__causes">
                for one in row.first_causes().0 {
                    { cause(desk, one) }
                }
            </ul>
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

use yew::prelude::*;

use super::shown::shown;
use super::sketch::sketches;
use crate::catalog::{GuideLine, Sentence, TaskKind};
use crate::desk::guide::{StepLine, StepLines};
use crate::desk::{GuideAction, Step, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::page::parts::{icon, prose_text, source_list, sure_mark};
use crate::texts::Text;

/// What to do, what not to do and what to know in a step, line by line.
pub fn lines(desk: &DeskHandle, step: Step) -> Html {
    lines_around(desk, step, Html::default(), None)
}

/// The same, with the fields of the step before what only some need to know; how to tell the app type is a part of that.
pub fn lines_around(desk: &DeskHandle, step: Step, fields: Html, app: Option<&Sentence>) -> Html {
    let StepLines { lines, good_to_know } = guide::step_lines(desk, step);
    let count = good_to_know.len() + usize::from(app.is_some());
    html! {
        <>
            if !lines.is_empty() {
                <ul class="todo">
                    for StepLine { line, notes } in &lines {
                        { one_line(desk, step, line, notes) }
                    }
                </ul>
            }
            { fields }
            if count > 0 {
                <details class="more">
                    <summary>{ desk.count(Text::GoodToKnow, &[("count", count)], &[]) }</summary>
                    <ul class="todo">
                        if let Some(app) = app {
                            <li class="todo__line" data-kind="know">
                                { icon("note") }
                                <p>{ prose_text(app) }</p>
                            </li>
                        }
                        for line in &good_to_know {
                            { one_line(desk, step, line, &[]) }
                        }
                    </ul>
                </details>
            }
        </>
    }
}

fn one_line(desk: &DeskHandle, step: Step, line: &GuideLine<'_>, notes: &[GuideLine<'_>]) -> Html {
    let (kind, symbol) = match line.task.kind {
        TaskKind::Do => ("do", None),
        TaskKind::Avoid => ("avoid", Some("warn")),
        TaskKind::Know => ("know", Some("note")),
        TaskKind::Caution => ("caution", Some("warn")),
        TaskKind::Danger => ("danger", Some("bad")),
    };
    let id = ["line-", step.name(), "-", &line.name.replace('/', "-")].concat();
    html! {
        <li class="todo__line" key={line.name} data-kind={kind}>
            if let Some(symbol) = symbol {
                { icon(symbol) }
            } else {
                { tick(desk, step, line.name, id.clone()) }
            }
            <div>
                <div class="says">
                    if symbol.is_some() {
                        <p>{ prose_text(line.sentence) }</p>
                    } else {
                        <label for={id}>{ prose_text(line.sentence) }</label>
                    }
                    { " " }{ sure_mark(desk, line.task.sure) }
                    { " " }{ source_list(desk, &line.sources()) }
                    { sketches(desk, line.name) }
                </div>
                if !notes.is_empty() {
                    <ul class="todo todo--notes">
                        for note in notes {
                            { one_line(desk, step, note, &[]) }
                        }
                    </ul>
                }
                if let Some(shows) = line.task.shows {
                    { shown(desk, shows) }
                }
            </div>
        </li>
    }
}

fn tick(desk: &DeskHandle, step: Step, line: &str, id: String) -> Html {
    let is_ticked = desk.session().is_ticked(step, line);
    let line = line.to_owned();
    let tick = desk.callback(move |event: Event| {
        let ticked = is_selected(&event);
        GuideAction::Ticked { line: line.clone(), step, ticked }
    });
    html! { <input type="checkbox" {id} checked={is_ticked} onchange={tick} /> }
}

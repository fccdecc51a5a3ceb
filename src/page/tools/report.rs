use yew::prelude::*;

use crate::desk::tools::report::{self, FieldRow, GuideOfReport, ReportView, StepRow};
use crate::desk::{Field, ReportAction, Tool};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{FieldBox, field_box, icon, loading, marked_text, open_tool, prose_text};
use crate::reading::FindingKind;
use crate::texts::Text;

/// The field for a report, and what the admin had.
pub fn view(desk: &DeskHandle) -> Html {
    let hint = desk.text(Text::HintReport).to_owned();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Report, "8", hint, Vec::new())) }
            { reading(desk) }
        </div>
    }
}

fn reading(desk: &DeskHandle) -> Html {
    match report::view(desk) {
        None => Html::default(),
        Some(None) => {
            html! { <p role="status" data-output="report-nothing">{ marked_text(desk.text(Text::ReportNothing)) }</p> }
        }
        // Its steps have the names of the product's guide.
        Some(Some(_)) if desk.is_waiting() => loading(desk),
        Some(Some(view)) => report(desk, &view),
    }
}

fn report(desk: &DeskHandle, view: &ReportView<'_>) -> Html {
    html! {
        <div class="stack" data-output="report-view">
            if !view.gaps.is_empty() {
                <ul class="findings" data-output="report-gaps">
                    for gap in &view.gaps {
                        { line("warn", None, gap) }
                    }
                </ul>
            }
            { differences(desk, view) }
            if let Some(guide) = &view.guide {
                { open_guide(desk, guide) }
            }
            { errors(desk, view) }
            { steps(desk, &view.steps) }
            { fields(desk, &view.fields) }
            { more(desk, view) }
            <h2>{ desk.text(Text::ReportAbout) }</h2>
            <dl class="parts" data-output="report-about">
                for (label, value) in &view.about {
                    <div key={label.as_str()}><dt>{ label }</dt><dd>{ value }</dd></div>
                }
            </dl>
        </div>
    }
}

fn line(level: &'static str, finding: Option<FindingKind>, says: &str) -> Html {
    html! {
        <li class="finding" data-level={level} data-finding={finding.map(FindingKind::name)}>
            { icon(level) }
            <div>{ marked_text(says) }</div>
        </li>
    }
}

fn differences(desk: &DeskHandle, view: &ReportView<'_>) -> Html {
    html! {
        if view.is_sound() || !view.differs.is_empty() {
            <h2>{ desk.text(Text::ReportDiffers) }</h2>
            if view.is_sound() {
                <ul class="findings">{ line("good", None, desk.text(Text::ReportSound)) }</ul>
            } else {
                <ul class="findings" data-output="report-differs">
                    for one in &view.differs {
                        <li class="finding" data-level={one.severity.name()} data-differs={one.name}>
                            { icon(one.severity.name()) }
                            <div>{ marked_text(&one.says) }</div>
                        </li>
                    }
                </ul>
            }
        }
    }
}

fn open_guide(desk: &DeskHandle, guide: &GuideOfReport) -> Html {
    let says = desk.text(if guide.asks { Text::ReportReplace } else { Text::ReportOpenGuide });
    let open = desk.callback(|_| ReportAction::OpenedGuide);
    html! {
        <div class="stack">
            if guide.asks {
                <p role="status">{ desk.text(Text::ReportAsks) }</p>
            }
            <div class="row">
                <button type="button" class="button button--main" onclick={open}>{ says }</button>
            </div>
        </div>
    }
}

fn steps(desk: &DeskHandle, all: &[StepRow<'_>]) -> Html {
    html! {
        if !all.is_empty() {
            <h2>{ desk.text(Text::ReportSteps) }</h2>
            <ul class="todo" data-output="report-steps">
                for row in all {
                    <li class="stack" key={row.step.name()} data-step={row.step.name()} data-state={row.progress.name()}>
                        <p><strong>{ &row.title }</strong>{ ": " }{ &row.says }</p>
                        { lines(desk, row) }
                    </li>
                }
            </ul>
        }
    }
}

fn lines(desk: &DeskHandle, row: &StepRow<'_>) -> Html {
    html! {
        if !row.lines.is_empty() {
            <ul>
                for (sentence, is_checked) in &row.lines {
                    <li class="small" data-checked={is_checked.to_string()}>
                        { prose_text(sentence) }
                        { " " }
                        <span class="quiet">
                            { desk.text(if *is_checked { Text::ReportChecked } else { Text::ReportUnchecked }) }
                        </span>
                    </li>
                }
            </ul>
        }
    }
}

fn fields(desk: &DeskHandle, all: &[FieldRow]) -> Html {
    html! {
        if !all.is_empty() {
            <h2>{ desk.text(Text::ReportFields) }</h2>
            <ul class="todo" data-output="report-fields">
                for field in all {
                    <li class="stack" key={field.label.as_str()}>
                        <p><strong>{ &field.label }</strong>{ ": " }{ &field.says }</p>
                        if !field.findings.is_empty() {
                            <ul class="findings">
                                for (kind, says) in &field.findings {
                                    { line(kind.severity().name(), Some(*kind), says) }
                                }
                            </ul>
                        }
                    </li>
                }
            </ul>
        }
    }
}

fn errors(desk: &DeskHandle, view: &ReportView<'_>) -> Html {
    html! {
        if !view.errors.is_empty() {
            <h2>{ desk.text(Text::ReportErrors) }</h2>
            <ul class="todo" data-output="report-errors">
                for error in &view.errors {
                    <li class="stack">
                        // EXPOSE: nothing secret is in a report.
                        <p><strong>{ &error.label }</strong>{ ": " }{ error.words.expose() }</p>
                        if let Some(means) = error.means {
                            <p>{ marked_text(means) }</p>
                        }
                        if !error.asks.is_empty() {
                            <p>for name in &error.asks { <code>{ name }</code>{ " " } }</p>
                        }
                        if !error.words.is_empty() {
                            <div class="row">{ explain(desk, &error.words) }</div>
                        }
                    </li>
                }
            </ul>
        }
    }
}

fn explain(desk: &DeskHandle, text: &Secret) -> Html {
    let text = text.clone();
    open_tool(desk, desk.text(Text::ReportExplain), Tool::ErrorAnswer, move |_| vec![(Field::Error, text.clone())])
}

fn more(desk: &DeskHandle, view: &ReportView<'_>) -> Html {
    html! {
        <>
            if !view.sets.is_empty() {
                <h2>{ desk.text(Text::ReportSets) }</h2>
                <ul data-output="report-sets">
                    for (says, is_chosen) in &view.sets {
                        <li data-checked={is_chosen.to_string()}>
                            { marked_text(says) }
                            { " " }
                            <span class="quiet small">
                                { desk.text(if *is_chosen { Text::ReportChosen } else { Text::ReportNotChosen }) }
                            </span>
                        </li>
                    }
                </ul>
            }
            if !view.matches.is_empty() {
                <h2>{ desk.text(Text::RedirectsCompared) }</h2>
                <ul data-output="report-redirects">
                    for says in &view.matches {
                        <li>{ marked_text(says) }</li>
                    }
                </ul>
            }
            if let Some(granted) = &view.granted {
                <h2>{ desk.text(Text::ReportGranted) }</h2>
                <p data-output="report-granted">{ granted }</p>
            }
        </>
    }
}

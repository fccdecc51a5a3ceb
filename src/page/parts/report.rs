use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{check_line, copy_button, marked_text, save_button};
use crate::browser::{document, preferences};
use crate::desk::ReportAction;
use crate::desk::report::{is_offered, panel};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The element that the button shows and hides.
const PANEL: &str = "report-panel";

/// Shows or hides the report about this view.
pub fn report_button(desk: &DeskHandle) -> Html {
    if !is_offered(desk) {
        return Html::default();
    }
    let is_shown = desk.shows_report();
    let told = desk.clone();
    let show = move |_: MouseEvent| {
        told.emit(ReportAction::Showed(!is_shown));
        if !is_shown {
            // It is only there once it is drawn.
            spawn_local(async { document::focus(PANEL) });
        }
    };
    html! {
        <button
            type="button"
            class="button"
            aria-expanded={is_shown.to_string()}
            aria-controls={is_shown.then_some(PANEL)}
            onclick={show}
        >
            { desk.text(Text::ToolReport) }
        </button>
    }
}

/// The report about this view: all of it, before it is copied or saved.
pub fn report_panel(desk: &DeskHandle) -> Html {
    let Some(panel) = panel(desk, &preferences::user_agent()) else { return Html::default() };
    let label = desk.text(Text::ToolReport);
    let choose = desk.callback(ReportAction::ChoseEnds);
    html! {
        <div class="panel stack" id={PANEL} tabindex="-1">
            <h2>{ label }</h2>
            <p>{ marked_text(desk.text(Text::ReportText)) }</p>
            if panel.has_ends {
                { check_line(desk, "report-ends", (Text::ReportEnds, Some(Text::ReportEndsHint)), desk.report.ends, choose) }
            }
            <pre class="code" tabindex="0" role="region" aria-label={label.to_owned()} data-output="report">
                // EXPOSE: nothing secret is in a report, and the person sees all of it before it goes anywhere.
                { panel.text.expose() }
            </pre>
            <div class="row">
                { copy_button(desk, label, &panel.text, Some(desk.text(Text::ReportCopy))) }
                { save_button(desk, panel.file, &panel.text) }
            </div>
        </div>
    }
}

use yew::prelude::*;

use super::compare_redirects::redirect_sides;
use crate::desk::{CodeView, Field, parts, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, FieldBox, dotted_copy_line, explanation, field_box, finding_list};
use crate::texts::Text;

/// The field for the returned URL, and what it says.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::redirect::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    html! {
        <div class="stack">
            if desk.session().landed_here() {
                <p>{ desk.text(Text::CodeArrived) }</p>
            }
            { field_box(desk, FieldBox::lines(Field::Landed, "3", tools::redirect::hint(desk), findings)) }
            if let Some(error) = parts::explanation::of_landing(desk) {
                { explanation(desk, &error) }
            }
            if let Some(view) = &view {
                { reading(desk, view) }
            }
        </div>
    }
}

fn reading(desk: &DeskHandle, view: &CodeView) -> Html {
    // A guide has it in the line of the step.
    let clock = desk.route.product().is_none().then(|| code_clock(desk, view)).flatten();
    html! {
        <>
            if let Some(pair) = tools::compare_redirects::landing_pair(desk, view) {
                <div class="stack">
                    <p>{ desk.text(Text::LandingDiffers) }</p>
                    { redirect_sides(desk, &pair) }
                    { finding_list(desk, &pair.findings, None, None) }
                </div>
            }
            if let Some(code) = view.code() {
                { code_line(desk, code) }
            }
            if let Some(clock) = clock {
                <p>{ clock }</p>
            }
        </>
    }
}

/// How long the code is still valid. A screen reader announces once that it has expired: the finding about it is read
/// only when one comes to it.
pub fn code_clock(desk: &DeskHandle, view: &CodeView) -> Option<Html> {
    view.code()?;
    let (time, left) = (tools::redirect::time_left(view)?, view.time_left?);
    Some(match left.seconds {
        0 => html! { <span class="clock" role="alert" data-level="bad">{ desk.text(Text::CodeTimeOver) }</span> },
        _ => html! {
            <span class="clock" role="timer" data-level="warn">
                { desk.fill(Text::CodeTimeLeft, &[("time", &time)]) }
            </span>
        },
    })
}

fn code_line(desk: &DeskHandle, code: &Secret) -> Html {
    let label = desk.text(Text::FieldCode);
    dotted_copy_line(desk, &CopyLine { label, value: code, masked: true, mark: CopyMark::Output("authorization-code") })
}

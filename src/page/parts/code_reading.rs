use super::{CopyLine, CopyMark, FieldBox, copy_line, explanation, field_box, finding_list, redirect_sides};
use crate::desk::{CodeView, Desk, Field};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for the returned URL, and what it says.
pub fn code_reading(desk: &DeskHandle) -> Element {
    let view = desk.code_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    el("div.stack")
        .maybe(desk.work().landed_here().then(|| el("p").say(desk, Text::CodeArrived)))
        .with(field_box(desk, FieldBox::lines(Field::Landed, "3", desk.landed_hint(), findings)))
        .maybe(desk.landed_error().map(|error| explanation(desk, &error)))
        .maybe(view.as_ref().map(|view| reading(desk, view)))
}

fn reading(desk: &DeskHandle, view: &CodeView) -> Element {
    // A guide has it in the line of the step.
    let clock = desk.route.product().is_none().then(|| code_clock(desk, view)).flatten();
    let code = view.code().map(|code| code_line(desk, code));
    group()
        .maybe(desk.landing_pair(view).map(|pair| {
            el("div.stack")
                .with(el("p").say(desk, Text::LandingDiffers))
                .with(redirect_sides(desk, &pair))
                .with(finding_list(desk, &pair.findings, None, None))
        }))
        .maybe(code)
        .maybe(clock.map(|clock| el("p").with(clock)))
}

/// How long the code is still valid. A screen reader announces once that it has expired: the finding about it is read
/// only when one comes to it.
pub fn code_clock(desk: &DeskHandle, view: &CodeView) -> Option<Element> {
    view.code()?;
    let (time, left) = (Desk::time_left(view)?, view.time_left?);
    Some(match left.seconds {
        0 => el("span.clock[role=alert][data-level=bad]").say(desk, Text::CodeTimeOver),
        _ => el("span.clock[role=timer][data-level=warn]").fill(desk, Text::CodeTimeLeft, &[("time", &time)]),
    })
}

fn code_line(desk: &DeskHandle, code: &Secret) -> Element {
    let label = desk.text(Text::FieldCode);
    copy_line(desk, &CopyLine { label, value: code, masked: false, mark: CopyMark::Output("authorization-code") })
}

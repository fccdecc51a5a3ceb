use super::{CopyLine, CopyMark, FieldBox, button, copy_line, field_box};
use crate::desk::{Action, Field, GoOn, OneRequest, RequestPartView, RequestRow, RequestView};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for a command, an exchange or a HAR file, and each request that is in it.
pub fn request_reading(desk: &DeskHandle) -> Element {
    let view = desk.request_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.text(Text::HintRequest).to_owned();
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Request, "6", hint, findings)))
        .maybe(view.as_ref().map(|view| reading(desk, view)))
}

fn reading(desk: &DeskHandle, view: &RequestView) -> Element {
    let more =
        (view.more > 0).then(|| el("p.quiet").fill(desk, Text::RequestMore, &[("count", &view.more.to_string())]));
    let all = view.requests.iter().enumerate().map(|(at, request)| one(desk, request, at));
    group().maybe(more).maybe(view.answer.as_ref().map(|on| el("div.row").with(go_on(desk, on)))).each(all)
}

/// Several are folded but for the first, so that a HAR file is easy to scan.
fn one(desk: &DeskHandle, request: &OneRequest, at: usize) -> Element {
    let line = (!request.line.is_empty()).then(|| el("p.value[data-output=request-line]").text(&request.line));
    let status = request.status.map(|status| {
        el("p[data-output=request-status]").fill(desk, Text::RequestStatus, &[("status", &status.to_string())])
    });
    let on = (!request.on.is_empty()).then(|| el("div.row").each(request.on.iter().map(|on| go_on(desk, on))));
    let parts = request.parts.iter().map(|part| table(desk, part));
    el("details.request")
        .key(&at.to_string())
        .flag("open", at == 0)
        .with(el("summary").with(el("h2").text(&request.title)))
        .with(el("div.stack").maybe(line).maybe(status).maybe(on).each(parts))
}

fn table(desk: &DeskHandle, part: &RequestPartView) -> Element {
    if part.rows.is_empty() {
        return el("p.quiet").say(desk, Text::RequestBodyUnknown);
    }
    let rows = part.rows.iter().map(|row| {
        el("tr").with(el("th[scope=row]").with(el("code").text(&row.name))).with(el("td").with(value(desk, row)))
    });
    el("table.request__part").with(el("caption").say(desk, part.title)).with(el("tbody").each(rows))
}

fn value(desk: &DeskHandle, row: &RequestRow) -> Element {
    copy_line(desk, &CopyLine { label: &row.label, value: &row.value, masked: row.is_masked, mark: CopyMark::None })
}

fn go_on(desk: &DeskHandle, on: &GoOn) -> Element {
    let (kind, text) = (on.kind, on.text.clone());
    button(desk, "button", desk.text(on.label), move || Action::WentOn(kind, text.clone()))
}

use yew::prelude::*;

use crate::desk::{Field, GoOn, OneRequest, ReaderAction, RequestPartView, RequestRow, RequestView, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, FieldBox, copy_line, field_box};
use crate::texts::Text;

/// The field for a command, an exchange or a HAR file, and each request that is in it.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::request::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.text(Text::HintRequest).to_owned();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Request, "6", hint, findings)) }
            if let Some(view) = &view {
                { reading(desk, view) }
            }
        </div>
    }
}

fn reading(desk: &DeskHandle, view: &RequestView) -> Html {
    html! {
        <>
            if let Some(on) = &view.answer {
                <div class="row">{ go_on(desk, on) }</div>
            }
            for (at, request) in view.requests.iter().enumerate() {
                { one(desk, request, at) }
            }
        </>
    }
}

/// Several are folded but for the first, so that a HAR file is easy to scan.
fn one(desk: &DeskHandle, request: &OneRequest, at: usize) -> Html {
    html! {
        <details class="request" key={at} open={at == 0}>
            <summary><h2>{ &request.title }</h2></summary>
            <div class="stack">
                if !request.line.is_empty() {
                    <p class="value" data-output="request-line">{ &request.line }</p>
                }
                if let Some(status) = request.status {
                    <p data-output="request-status">
                        { desk.fill(Text::RequestStatus, &[("status", &status.to_string())]) }
                    </p>
                }
                if !request.on.is_empty() {
                    <div class="row">
                        for on in &request.on {
                            { go_on(desk, on) }
                        }
                    </div>
                }
                for part in &request.parts {
                    { table(desk, part) }
                }
            </div>
        </details>
    }
}

fn table(desk: &DeskHandle, part: &RequestPartView) -> Html {
    if part.rows.is_empty() {
        return html! { <p class="quiet">{ desk.text(Text::RequestBodyUnknown) }</p> };
    }
    html! {
        <table class="request__part">
            <caption>{ desk.text(part.title) }</caption>
            <tbody>
                for row in &part.rows {
                    <tr>
                        <th scope="row"><code>{ &row.name }</code></th>
                        <td>{ value(desk, row) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn value(desk: &DeskHandle, row: &RequestRow) -> Html {
    copy_line(desk, &CopyLine { label: &row.label, value: &row.value, masked: row.is_masked, mark: CopyMark::None })
}

fn go_on(desk: &DeskHandle, on: &GoOn) -> Html {
    let (kind, text) = (on.kind, on.text.clone());
    let go_on = desk.callback(move |_| ReaderAction::WentOn(kind, text.clone()));
    html! { <button type="button" class="button" onclick={go_on}>{ desk.text(on.label) }</button> }
}

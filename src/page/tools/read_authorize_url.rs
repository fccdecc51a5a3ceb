use yew::prelude::*;

use crate::desk::{AuthorizeReadingView, Field, ShownValue, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, FieldBox, copy_line, field_box};
use crate::texts::Text;

/// The field for an authorization URL, what it contains, and the values that it is compared with.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::read_authorize_url::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.sentence(Text::HintReadAuthorizeUrl);
    let own = |field| {
        let hint = desk.sentence(Text::HintCompareOwn);
        field_box(desk, FieldBox::line(field, Some(hint), desk.field_findings(field)))
    };
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::AuthorizeUrl, "4", hint, findings)) }
            if let Some(view) = view.filter(|view| !view.parameters.is_empty()) {
                { parameters(desk, &view) }
            }
            <h2>{ desk.text(Text::CompareOwnTitle) }</h2>
            { own(Field::ClientId) }
            { own(Field::RedirectUrl) }
        </div>
    }
}

fn parameters(desk: &DeskHandle, view: &AuthorizeReadingView) -> Html {
    let endpoint = desk.text(Text::PartEndpoint);
    html! {
        <>
            <h2 id="parameters-title">{ desk.text(Text::ParametersTitle) }</h2>
            <table class="authorize-reading" data-output="authorize-parameters" aria-labelledby="parameters-title">
                <thead>
                    <tr>
                        <th scope="col">{ desk.text(Text::ParameterName) }</th>
                        <th scope="col">{ desk.text(Text::ParameterValue) }</th>
                    </tr>
                </thead>
                <tbody>
                    if let Some(base) = &view.base {
                        <tr data-parameter="">
                            <th scope="row">{ endpoint }</th>
                            <td>{ shown(desk, endpoint, base) }</td>
                        </tr>
                    }
                    for (name, value) in &view.parameters {
                        <tr data-parameter={name.clone()}>
                            <th scope="row"><code>{ name }</code></th>
                            <td>{ shown(desk, if name.is_empty() { endpoint } else { name }, value) }</td>
                        </tr>
                    }
                </tbody>
            </table>
            if view.left_out > 0 {
                <p class="quiet">
                    { desk.count(Text::ParametersLeftOut, &[("count", view.left_out)], &[]) }
                </p>
            }
        </>
    }
}

fn shown(desk: &DeskHandle, label: &str, value: &ShownValue) -> Html {
    if value.is_masked {
        return copy_line(desk, &CopyLine { label, value: &value.text, masked: true, mark: CopyMark::None });
    }
    // EXPOSE: no secret; it is in the field above too.
    html! { <span class="value">{ value.text.expose() }</span> }
}

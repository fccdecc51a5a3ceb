use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box};
use crate::desk::{AuthorizeReadingView, Field, ShownValue};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for an authorization URL, what it contains, and the values that it is compared with.
pub fn authorize_reading(desk: &DeskHandle) -> Element {
    let view = desk.authorize_reading_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.sentence(Text::HintReadAuthorizeUrl);
    let own = [Field::ClientId, Field::RedirectUrl].map(|field| {
        let hint = desk.sentence(Text::HintCompareOwn);
        field_box(desk, FieldBox::line(field, Some(hint), desk.field_findings(field)))
    });
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::AuthorizeUrl, "4", hint, findings)))
        .maybe(view.as_ref().filter(|view| !view.parameters.is_empty()).map(|view| parameters(desk, view)))
        .with(el("h2").say(desk, Text::CompareOwnTitle))
        .each(own)
}

fn parameters(desk: &DeskHandle, view: &AuthorizeReadingView) -> Element {
    let base = view.base.as_ref().map(|base| row(desk, group().say(desk, Text::PartEndpoint), "", base));
    let rows = view.parameters.iter().map(|(name, value)| row(desk, el("code").text(name), name, value));
    let head = el("tr")
        .with(el("th[scope=col]").say(desk, Text::ParameterName))
        .with(el("th[scope=col]").say(desk, Text::ParameterValue));
    let table = el("table.authorize-reading[data-output=authorize-parameters][aria-labelledby=parameters-title]")
        .with(el("thead").with(head))
        .with(el("tbody").maybe(base).each(rows));
    let left_out = (view.left_out > 0)
        .then(|| el("p.quiet").fill(desk, Text::ParametersLeftOut, &[("count", &view.left_out.to_string())]));
    group().with(el("h2[id=parameters-title]").say(desk, Text::ParametersTitle)).with(table).maybe(left_out)
}

fn row(desk: &DeskHandle, title: Element, name: &str, value: &ShownValue) -> Element {
    let shown = if value.is_masked {
        let label = if name.is_empty() { desk.text(Text::PartEndpoint) } else { name };
        copy_line(desk, &CopyLine { label, value: &value.text, masked: true, mark: CopyMark::None })
    } else {
        // EXPOSE: no secret; it is in the field above too.
        el("span.value").text(value.text.expose())
    };
    el("tr").attr("data-parameter", name).with(el("th[scope=row]").with(title)).with(el("td").with(shown))
}

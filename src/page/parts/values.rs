use super::{CopyLine, CopyMark, button, copy_line, sure_mark};
use crate::catalog::Sure;
use crate::desk::{Action, PanelValue, ValueState};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The values of the product's fields: what the whole page is for.
pub fn values(desk: &DeskHandle) -> Element {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return group() };
    let language = &guide.product.labels_language;
    let place = (!variant.place.is_empty())
        .then(|| el("p.small.quiet").attr("lang", language).text(&variant.place.join(" › ")));
    el("section.values[aria-labelledby=values-title]")
        .with(el("h2[id=values-title]").text(&desk.sentence(Text::ValuesFor)))
        .maybe(place)
        .with(el("dl").each(desk.panel().iter().map(|value| one_value(desk, value, language))))
        .with(el("div.row").with(button(desk, "button", desk.text(Text::ClearEverything), || Action::Cleared)))
        .with(el("p.small.quiet").say(desk, Text::KeptShort))
}

fn one_value(desk: &DeskHandle, value: &PanelValue<'_>, language: &str) -> Element {
    let label = value.label;
    let none = || el("dd.values__none").attr("data-value", label);
    let content = match &value.state {
        ValueState::Ready(text) => {
            let line = CopyLine { label, value: text, masked: value.is_secret, mark: CopyMark::Value(label) };
            el("dd").with(copy_line(desk, &line))
        }
        ValueState::Waits(step) => none().fill(desk, Text::ValueWaits, &[("step", &desk.number(*step).to_string())]),
        ValueState::Own => none().say(desk, Text::ValueOwn),
    };
    let optional = (!value.needed).then(|| el("span.quiet.small").text(" · ").say(desk, Text::ValueOptional));
    el("div")
        .key(label)
        .with(el("dt").with(el("span").attr("lang", language).text(label)).maybe(optional))
        .with(content)
        .maybe(value.remark.map(|remark| el("dd.small.quiet").marked(remark)))
        .maybe((value.sure != Sure::Confirmed).then(|| el("dd").with(sure_mark(desk, value.sure))))
}

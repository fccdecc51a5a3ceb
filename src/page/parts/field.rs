use std::rc::Rc;

use super::{button, finding_list, show_button};
use crate::desk::{Action, Field};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, typed};
use crate::reading::{Finding, Level};
use crate::texts::Text;

/// A field with its label, its hint and what was noticed in it.
pub struct FieldBox {
    /// Which one.
    pub field: Field,
    /// What to enter.
    pub hint: Option<String>,
    /// How many lines it has; absent: one, and no line break can be typed.
    pub rows: Option<&'static str>,
    /// What was noticed in it.
    pub findings: Vec<Finding>,
    /// What is next to the text.
    pub beside: Option<Element>,
}

impl FieldBox {
    /// A field of one line.
    pub fn line(field: Field, hint: Option<String>, findings: Vec<Finding>) -> FieldBox {
        FieldBox { field, hint, rows: None, findings, beside: None }
    }

    /// A field of several lines.
    pub fn lines(field: Field, rows: &'static str, hint: String, findings: Vec<Finding>) -> FieldBox {
        FieldBox { field, hint: Some(hint), rows: Some(rows), findings, beside: None }
    }
}

/// A field.
pub fn field_box(desk: &DeskHandle, shown: FieldBox) -> Element {
    let FieldBox { field, hint, rows, mut findings, beside } = shown;
    findings.extend(desk.field_refusal(field));
    let label = desk.label(field);
    let id = format!("field-{}", field.name());
    let (hint_id, findings_id) = (format!("{id}-hint"), format!("{id}-findings"));
    let mut described = String::new();
    if hint.is_some() {
        described.push_str(&hint_id);
    }
    if !findings.is_empty() {
        described.push(' ');
        described.push_str(&findings_id);
    }
    let level = findings.iter().map(|finding| finding.kind.level()).max();
    let is_shown = desk.work().is_shown(&label);
    let kind = if field.is_masked() && !is_shown { "password" } else { "text" };
    let text = match rows {
        Some(rows) => el("textarea").attr("rows", rows),
        None => el("input").attr("type", kind),
    };
    let text = text
        .attr("id", &id)
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("aria-describedby", &described)
        // EXPOSE: the text goes back into the field it was typed into; as a property, so it is not in the markup.
        .value(desk.work().entry(field).expose())
        .on(On::Input, desk, move |event| Action::Typed(field, Secret::new(typed(event))));
    let show = field.is_masked().then(|| show_button(desk, &label, is_shown));
    let undo = desk
        .work()
        .can_undo(field)
        .then(|| el("div").with(button(desk, "button button--bare", desk.text(Text::Undo), || Action::Unmended)));
    el("div.field")
        .key(field.name())
        .attr_if("data-level", level.map(Level::name))
        .with(el("label").attr("for", &id).text(&label))
        .maybe(hint.map(|hint| el("span.field__hint").attr("id", &hint_id).marked(&hint)))
        .with(el("div.field__box").with(text).maybe(show).maybe(beside))
        .with(finding_list(desk, &findings, Some(field), Some(&findings_id)))
        .maybe(undo)
}

/// One of several: its value, what it says, and whether it is chosen.
pub type Choice = (String, String, bool);

/// A choice of one among several; `on_choose` gets the value.
pub fn choices(legend: &str, name: &str, all: &[Choice], on_choose: impl Fn(String) + 'static) -> Element {
    let on_choose: Rc<dyn Fn(String)> = Rc::new(on_choose);
    let list = all.iter().map(|(value, says, chosen)| {
        let on_choose = Rc::clone(&on_choose);
        let input = el("input[type=radio]")
            .attr("name", name)
            .value(value)
            .checked(*chosen)
            .hear(On::Change, Box::new(move |event| on_choose(typed(event))));
        el("label").with(input).with(el("span").text(says))
    });
    el("fieldset.variants").with(el("legend").text(legend)).with(el("div.variants__choices").each(list))
}

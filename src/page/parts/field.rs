use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{button, finding_list, marked_text, show_button};
use crate::desk::{Action, Field};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
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
    /// What stands beside the text.
    pub beside: Html,
}

impl FieldBox {
    /// A field of one line.
    pub fn line(field: Field, hint: Option<String>, findings: Vec<Finding>) -> FieldBox {
        FieldBox { field, hint, rows: None, findings, beside: html! {} }
    }

    /// A field of several lines.
    pub fn lines(field: Field, rows: &'static str, hint: String, findings: Vec<Finding>) -> FieldBox {
        FieldBox { field, hint: Some(hint), rows: Some(rows), findings, beside: html! {} }
    }
}

/// A field.
pub fn field_box(desk: &DeskHandle, shown: FieldBox) -> Html {
    let FieldBox { field, hint, rows, findings, beside } = shown;
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
    // EXPOSE: the text goes back into the field it was typed into; as a property, so it is not in the markup.
    let value = desk.work().entry(field).expose().to_owned();
    let level = findings.iter().map(|finding| finding.kind.level()).max();
    let is_shown = desk.work().is_shown(&label);
    let kind = if field.is_masked() && !is_shown { "password" } else { "text" };
    let oninput = desk.callback(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        let text = input.or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()));
        Action::Typed(field, Secret::new(text.unwrap_or_default()))
    });
    html! {
        <div class="field" key={field.name()} data-level={level.map(Level::name)}>
            <label for={id.clone()}>{ label.clone() }</label>
            if let Some(hint) = hint {
                <span class="field__hint" id={hint_id}>{ marked_text(&hint) }</span>
            }
            <div class="field__box">
                if let Some(rows) = rows {
                    <textarea {id} {rows} spellcheck="false" autocapitalize="off" autocomplete="off" {oninput} {value}
                        aria-describedby={described} />
                } else {
                    <input {id} type={kind} spellcheck="false" autocapitalize="off" autocomplete="off" {oninput} {value}
                        aria-describedby={described} />
                }
                if field.is_masked() {
                    { show_button(desk, &label, is_shown) }
                }
                { beside }
            </div>
            { finding_list(desk, &findings, Some(field), Some(findings_id)) }
            if desk.work().can_undo(field) {
                <div>{ button(desk, "button button--bare", desk.text(Text::Undo), || Action::Unmended) }</div>
            }
        </div>
    }
}

/// One of several: its value, what it says, and whether it is chosen.
pub type Choice = (String, AttrValue, bool);

/// A choice of one among several; `on_choose` gets the value.
pub fn choices(legend: AttrValue, name: &'static str, all: &[Choice], on_choose: &Callback<String>) -> Html {
    let on_choose = on_choose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_choose.emit(input.value());
        }
    });
    html! {
        <fieldset class="variants">
            <legend>{ legend }</legend>
            <div class="variants__choices">
                for (value, says, chosen) in all {
                    <label>
                        <input type="radio" {name} value={value.clone()} checked={*chosen} onchange={onchange.clone()} />
                        <span>{ says }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

use yew::prelude::*;

use super::{Entry, entry_button, file_note, finding_list, made_up_mark, marked_text};
use crate::desk::{Field, FixAction};
use crate::page::desk_handle::DeskHandle;
use crate::reading::{Finding, Severity};
use crate::texts::Text;

/// A field with its label, its hint and what was noticed in it.
pub struct FieldBox {
    /// Which one.
    pub field: Field,
    /// What to enter.
    pub hint: Option<Html>,
    /// How many lines it has; absent: one, and no line break can be typed.
    pub rows: Option<&'static str>,
    /// What was noticed in it.
    pub findings: Vec<Finding>,
    /// What is next to the text.
    pub beside: Html,
    /// What is there before anything is typed.
    pub placeholder: Option<String>,
    /// Which keyboard a phone shows (HTML, `inputmode`).
    pub keyboard: Option<&'static str>,
    /// The language of the label, if it is not that of the page.
    pub label_language: Option<String>,
}

impl FieldBox {
    /// A field of one line.
    pub fn line(field: Field, hint: Option<String>, findings: Vec<Finding>) -> FieldBox {
        let hint = hint.map(|hint| marked_text(&hint));
        FieldBox { hint, findings, ..FieldBox::empty(field) }
    }

    /// A field of several lines.
    pub fn lines(field: Field, rows: &'static str, hint: String, findings: Vec<Finding>) -> FieldBox {
        FieldBox { hint: Some(marked_text(&hint)), rows: Some(rows), findings, ..FieldBox::empty(field) }
    }

    fn empty(field: Field) -> FieldBox {
        FieldBox {
            field,
            hint: None,
            rows: None,
            findings: Vec::new(),
            beside: Html::default(),
            placeholder: None,
            keyboard: None,
            label_language: None,
        }
    }
}

/// A field.
pub fn field_box(desk: &DeskHandle, shown: FieldBox) -> Html {
    let FieldBox { field, hint, rows, mut findings, beside, placeholder, keyboard, label_language } = shown;
    findings.extend(desk.field_refusal(field));
    // A field is not red without words: what the findings say is a file of its own.
    findings.retain(|_| desk.finding_texts.is_some());
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
    let note_id = id.clone();
    let is_made_up = desk.session().is_made_up(field);
    let mark_id = format!("{id}-made-up");
    if is_made_up {
        described.push(' ');
        described.push_str(&mark_id);
    }
    let level = findings.iter().map(|finding| finding.kind.severity()).max();
    let undo = desk.callback(|_| FixAction::Undone);
    html! {
        <div
            class="field"
            key={field.name()}
            data-level={level.map(Severity::name)}
            data-made-up={is_made_up.then_some("")}
        >
            <div class="field__label">
                <label for={id.clone()} lang={label_language}>{ &label }</label>
                if is_made_up {
                    <span id={mark_id}>{ made_up_mark(desk) }</span>
                }
            </div>
            if let Some(hint) = hint {
                <span class="field__hint" id={hint_id}>{ hint }</span>
            }
            <div class="field__box">
                <Entry
                    desk={desk.clone()}
                    {field}
                    {id}
                    {rows}
                    described_by={described}
                    placeholder={placeholder.map(AttrValue::from)}
                    {keyboard}
                />
                { entry_button(desk, Some(field)) }
                { beside }
            </div>
            { file_note(desk, &note_id) }
            { finding_list(desk, &findings, Some(field), Some(&findings_id)) }
            if desk.session().can_undo(field) {
                <div>
                    <button type="button" class="button button--bare" onclick={undo}>{ desk.text(Text::Undo) }</button>
                </div>
            }
        </div>
    }
}

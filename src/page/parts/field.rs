use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{FindingList, MarkedText, ShowButton};
use crate::desk::{Action, Field};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::reading::Finding;
use crate::texts::Text;

/// A field.
#[derive(Properties, PartialEq)]
pub struct FieldBoxProps {
    /// The desk.
    pub desk: DeskHandle,
    /// Which one.
    pub field: Field,
    /// What to enter.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How many lines it has; absent: one, and no line break can be typed.
    #[prop_or_default]
    pub rows: Option<&'static str>,
    /// What was noticed in it.
    #[prop_or_default]
    pub findings: Vec<Finding>,
    /// What stands beside the text.
    #[prop_or_default]
    pub children: Html,
}

/// A field with its label, its hint and what was noticed in it.
#[component]
pub fn FieldBox(props: &FieldBoxProps) -> Html {
    let FieldBoxProps { desk, field, hint, rows, findings, children } = props;
    let field = *field;
    let label = AttrValue::from(desk.label(field));
    let id = format!("field-{}", field.name());
    let (hint_id, findings_id) = (format!("{id}-hint"), format!("{id}-findings"));
    let described: Vec<&str> = [(hint.is_some(), &hint_id), (!findings.is_empty(), &findings_id)]
        .into_iter()
        .filter_map(|(is_there, id)| is_there.then_some(id.as_str()))
        .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    // EXPOSE: the text goes back into the field it was typed into; as a property, so it is not in the markup.
    let value = desk.work().entry(field).expose().to_owned();
    let level = findings.iter().map(|finding| finding.kind.level()).max();
    let is_shown = desk.work().is_shown(&label);
    let is_hidden = field.is_masked() && !is_shown;
    let oninput = desk.callback(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        let text = input.or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()));
        Action::Typed(field, Secret::new(text.unwrap_or_default()))
    });
    html! {
        <div class="field" data-level={level.map(crate::reading::Level::name)}>
            <label for={id.clone()}>{ &label }</label>
            if let Some(hint) = hint {
                <span class="field__hint" id={hint_id}><MarkedText text={hint.clone()} /></span>
            }
            <div class="field__box">
                if let Some(rows) = *rows {
                    <textarea {id} {rows} spellcheck="false" autocapitalize="off" autocomplete="off" {oninput} {value}
                        aria-describedby={described} />
                } else {
                    <input {id} type={if is_hidden { "password" } else { "text" }} spellcheck="false"
                        autocapitalize="off" autocomplete="off" {oninput} {value} aria-describedby={described} />
                    if field.is_masked() {
                        <ShowButton desk={desk.clone()} {label} {is_shown} />
                    }
                }
                { children.clone() }
            </div>
            <FindingList desk={desk.clone()} findings={findings.clone()} {field} id={findings_id} />
            if desk.work().can_undo(field) {
                <div><button class="button button--bare" type="button"
                    onclick={desk.callback(|_: MouseEvent| Action::Unmended)}>{ desk.text(Text::Undo) }</button></div>
            }
        </div>
    }
}

/// A choice of one among several.
#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// What is chosen.
    pub legend: AttrValue,
    /// A name for the group.
    pub name: AttrValue,
    /// The choices: value, what it says, whether it is chosen.
    pub choices: Vec<(AttrValue, AttrValue, bool)>,
    /// Gets the chosen value.
    pub on_choose: Callback<String>,
}

/// A choice of one among several.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let on_choose = props.on_choose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            on_choose.emit(input.value());
        }
    });
    html! {
        <fieldset class="variants">
            <legend>{ &props.legend }</legend>
            <div class="variants__choices">
                for (value, says, chosen) in props.choices.iter() {
                    <label>
                        <input type="radio" name={props.name.clone()} value={value.clone()} checked={*chosen}
                            onchange={onchange.clone()} />
                        <span>{ says }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

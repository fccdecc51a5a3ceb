//! The values of the product's own fields: what the whole page is for.

use super::fields::brings;
use super::number;
use super::progress::warns;
use crate::catalog::{Confidence, Leave, Placeholder, Sentence, Step, Template, Value, ValueContent, Variant};
use crate::desk::parts::command;
use crate::desk::parts::template::{Filling, filled_from, is_secret};
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::texts::Text;

/// A field of the product, and what to enter there.
#[derive(Clone, Debug)]
pub struct PanelValue<'d> {
    /// The heading it is under in the product, if it has one.
    pub group: Option<&'d str>,
    /// Its label, exactly as the product shows it.
    pub label: &'d str,
    /// The label, with the group before it where several fields have that label: no two values have the same name.
    pub name: String,
    /// Its value, or why there is none yet.
    pub state: ValueState<'d>,
    /// Whether there is a secret in it, by its template or by what was entered, so that it is masked until it is shown.
    pub is_secret: bool,
    /// Whether the product requires it.
    pub needed: bool,
    /// How sure label and content are.
    pub sure: Confidence,
    /// Which fields it comes from that need attention, as a sentence: what is in there is likely to fail.
    pub attention: Option<String>,
    /// The product file's sentence about it, if it has one.
    pub remark: Option<&'d Sentence>,
}

/// What goes into a field.
#[derive(Clone, Debug)]
pub enum ValueState<'d> {
    /// The value.
    Ready(Secret),
    /// Something is missing that comes with this step of the guide.
    Waits(Step),
    /// This is to be chosen.
    Choose(&'d str),
    /// The button of that name fills it.
    Press(&'d str),
    /// Nothing is changed.
    Leave(Leave),
    /// The admin's own; the remark explains it.
    Own,
}

/// The values for the product, in the order of its fields.
#[must_use]
pub fn values(desk: &Desk) -> Vec<PanelValue<'_>> {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Vec::new() };
    let filling = Filling::new(desk);
    let panel_value = |value| {
        let name = variant.value_name(value);
        let state = state(desk, &filling, value);
        let template = value.template.as_ref().filter(|_| matches!(state, ValueState::Ready(_)));
        PanelValue {
            group: value.group.as_deref(),
            label: &value.label,
            state,
            is_secret: value.template.as_ref().is_some_and(|template| is_secret(desk, template)),
            needed: value.needed,
            sure: value.sure,
            attention: template.and_then(|template| attention(desk, template)),
            remark: guide.prose.values.get(&name),
            name,
        }
    };
    shown_values(desk, variant).map(panel_value).collect()
}

/// The fields of the product that are entered: a public client has no secret.
pub(super) fn shown_values<'v>(desk: &Desk, variant: &'v Variant) -> impl Iterator<Item = &'v Value> + use<'v> {
    let has_secret = command::asks_client_secret(desk, desk.request_kind());
    let is_there =
        move |template: &Template| has_secret || !template.placeholders().any(Placeholder::has_client_secret);
    variant.values.iter().filter(move |value| value.template.as_ref().is_none_or(is_there))
}

fn attention(desk: &Desk, template: &Template) -> Option<String> {
    // What is said of two values is said at one of them.
    let is_doubted = |field: &Field| desk.session().doubted.contains(field) || warns(&desk.findings_about(*field));
    let fields = filled_from(desk, template).into_iter().filter(is_doubted);
    let labels: Vec<String> = fields.map(|field| desk.label(field)).collect();
    (!labels.is_empty()).then(|| desk.texts.fill(Text::ValueAttention, &[("fields", &desk.texts.list(&labels))]))
}

fn state<'d>(desk: &Desk, filling: &Filling<'_>, value: &'d Value) -> ValueState<'d> {
    match value.content() {
        ValueContent::Template(template) => {
            filling.fill(template).map_or_else(|hole| ValueState::Waits(brings(desk, hole)), ValueState::Ready)
        }
        ValueContent::Choose(item) => ValueState::Choose(item),
        ValueContent::Press(button) => ValueState::Press(button),
        ValueContent::Leave(leave) => ValueState::Leave(leave),
        ValueContent::Own => ValueState::Own,
    }
}

/// What to do with a field that no text goes into, or why there is none yet.
#[must_use]
pub fn value_sentence(desk: &Desk, state: &ValueState<'_>) -> Option<String> {
    Some(match state {
        ValueState::Ready(_) => return None,
        ValueState::Waits(step) => desk.texts.fill(Text::ValueWaits, &[("step", &number(desk, *step).to_string())]),
        ValueState::Choose(item) => desk.texts.fill(Text::ValueChoose, &[("item", item)]),
        ValueState::Press(button) => desk.texts.fill(Text::ValuePress, &[("button", button)]),
        ValueState::Leave(Leave::Empty) => desk.texts.say(Text::ValueLeaveEmpty).to_owned(),
        ValueState::Leave(Leave::AsIs) => desk.texts.say(Text::ValueLeaveAsIs).to_owned(),
        ValueState::Own => desk.texts.say(Text::ValueOwn).to_owned(),
    })
}

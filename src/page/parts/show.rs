use yew::prelude::*;

use super::icon;
use crate::desk::{Field, FieldAction};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Shows or hides what is masked in a field, or without a field in the box for anything.
pub fn entry_button(desk: &DeskHandle, field: Option<Field>) -> Html {
    if desk.can_show_entry(field) {
        show_button(desk, &desk.entry_label(field), desk.is_entry_shown(field))
    } else {
        Html::default()
    }
}

/// Shows or hides a masked value.
pub fn show_button(desk: &DeskHandle, label: &str, is_shown: bool) -> Html {
    let (text, name) = if is_shown { (Text::Hide, "eye-off") } else { (Text::Show, "eye") };
    let says = desk.fill(text, &[("label", label)]);
    let label = label.to_owned();
    let show = desk.callback(move |_| FieldAction::Showed { label: label.clone(), shown: !is_shown });
    html! {
        <button type="button" class="button button--icon" aria-label={says} onclick={show}>{ icon(name) }</button>
    }
}

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon;
use crate::browser::clipboard;
use crate::desk::Action;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A value with the ways to take it along.
pub struct CopyLine<'a> {
    /// What the value is called.
    pub label: &'a str,
    /// The value.
    pub value: &'a Secret,
    /// Whether it is masked until it is shown.
    pub masked: bool,
    /// How tests and screen readers' users find it.
    pub mark: CopyMark<'a>,
}

/// The attribute by which a value is found.
pub enum CopyMark<'a> {
    /// By its label alone.
    None,
    /// Among the outputs of the tools: `data-output`.
    Output(&'static str),
    /// Among the values of a product: `data-value`.
    Value(&'a str),
}

/// A value, with a button to copy it and, if it is masked, one to show it.
pub fn copy_line(desk: &DeskHandle, line: &CopyLine<'_>) -> Html {
    let is_shown = !line.masked || desk.work().is_shown(line.label);
    let text = if is_shown {
        // EXPOSE: it is no secret, or the person asked for it to be shown.
        line.value.expose().to_owned()
    } else {
        line.value.masked()
    };
    let (output, data_value) = match line.mark {
        CopyMark::None => (None, None),
        CopyMark::Output(name) => (Some(name), None),
        CopyMark::Value(name) => (None, Some(name.to_owned())),
    };
    html! {
        <div class="copyline">
            <span class="value" data-output={output} data-value={data_value}>{ text }</span>
            if line.masked {
                { show_button(desk, line.label, is_shown) }
            }
            { copy_button(desk, line.label, line.value, None) }
        </div>
    }
}

/// Copies a value and says so; without a text of its own, the button shows only the icon.
pub fn copy_button(desk: &DeskHandle, label: &str, value: &Secret, text: Option<AttrValue>) -> Html {
    let name = desk.fill(Text::CopyLabel, &[("label", label)]);
    let (handle, value, label) = (desk.clone(), value.clone(), label.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (desk, value, label) = (handle.clone(), value.clone(), label.clone());
        spawn_local(async move {
            // EXPOSE: the person asked for it to be copied.
            let done = clipboard::copy(value.expose()).await;
            desk.emit(Action::Copied { label, done });
        });
    });
    let class = if text.is_some() { "button button--main" } else { "button button--icon" };
    let aria_label = text.is_none().then_some(name);
    html! { <button {class} type="button" {onclick} aria-label={aria_label}>{ icon("copy") }{ text.unwrap_or_default() }</button> }
}

/// Shows or hides a masked value.
pub fn show_button(desk: &DeskHandle, label: &str, is_shown: bool) -> Html {
    let (text, name) = if is_shown { (Text::Hide, "eye-off") } else { (Text::Show, "eye") };
    let aria_label = desk.fill(text, &[("label", label)]);
    let label = label.to_owned();
    let onclick = desk.callback(move |_: MouseEvent| Action::Showed { label: label.clone(), shown: !is_shown });
    html! { <button class="button button--icon" type="button" {onclick} aria-label={aria_label}>{ icon(name) }</button> }
}

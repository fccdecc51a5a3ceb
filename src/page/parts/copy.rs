use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::icon;
use crate::browser::clipboard;
use crate::desk::Action;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el};
use crate::texts::Text;

/// A value with the ways to copy it.
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
pub fn copy_line(desk: &DeskHandle, line: &CopyLine<'_>) -> Element {
    let is_shown = !line.masked || desk.work().is_shown(line.label);
    let text = if is_shown {
        // EXPOSE: it is no secret, or the person asked for it to be shown.
        line.value.expose().to_owned()
    } else {
        line.value.masked()
    };
    let value = el("span.value").text(&text);
    let value = match line.mark {
        CopyMark::None => value,
        CopyMark::Output(name) => value.attr("data-output", name),
        CopyMark::Value(name) => value.attr("data-value", name),
    };
    el("div.copyline")
        .with(value)
        .maybe(line.masked.then(|| show_button(desk, line.label, is_shown)))
        .with(copy_button(desk, line.label, line.value, None))
}

/// Copies a value and says so; without a text of its own, the button shows only the icon.
pub fn copy_button(desk: &DeskHandle, label: &str, value: &Secret, text: Option<&str>) -> Element {
    copy_and_tell(desk, label, value, text, None)
}

/// As [`copy_button`]; when the browser has copied it, the desk is told that too.
pub fn copy_and_tell(
    desk: &DeskHandle,
    label: &str,
    value: &Secret,
    text: Option<&str>,
    then: Option<fn() -> Action>,
) -> Element {
    let button = match text {
        Some(text) => el("button.button.button--main[type=button]").with(icon("copy")).text(text),
        None => el("button.button.button--icon[type=button]")
            .attr("aria-label", &desk.fill(Text::CopyLabel, &[("label", label)]))
            .with(icon("copy"))
            .text(""),
    };
    let (handle, value, label) = (desk.clone(), value.clone(), label.to_owned());
    let copy = move |_: &Event| {
        let (desk, value, label) = (handle.clone(), value.clone(), label.clone());
        spawn_local(async move {
            // EXPOSE: the person asked for it to be copied.
            let done = clipboard::copy(value.expose()).await;
            if let Some(then) = then.filter(|_| done) {
                desk.emit(then());
            }
            desk.emit(Action::Copied { label, done });
        });
    };
    button.hear(On::Click, Box::new(copy))
}

/// Shows or hides a masked value.
pub fn show_button(desk: &DeskHandle, label: &str, is_shown: bool) -> Element {
    let (text, name) = if is_shown { (Text::Hide, "eye-off") } else { (Text::Show, "eye") };
    let says = desk.fill(text, &[("label", label)]);
    let label = label.to_owned();
    el("button.button.button--icon[type=button]").attr("aria-label", &says).with(icon(name)).on(
        On::Click,
        desk,
        move |_| Action::Showed { label: label.clone(), shown: !is_shown },
    )
}

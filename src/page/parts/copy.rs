use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{icon, made_up_mark, show_button};
use crate::browser::clipboard;
use crate::desk::{Action, CodeAction};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
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
pub fn copy_line(desk: &DeskHandle, line: &CopyLine<'_>) -> Html {
    let is_shown = !line.masked || desk.session().is_shown(line.label);
    let text = if is_shown {
        // EXPOSE: it is no secret, or the person asked for it to be shown.
        line.value.expose().to_owned()
    } else {
        line.value.masked()
    };
    drawn_line(desk, line, &text, is_shown, None)
}

/// The same for a code, whose text stays in the markup and is only drawn as dots: it works once, and for minutes.
pub fn dotted_copy_line(desk: &DeskHandle, line: &CopyLine<'_>) -> Html {
    // EXPOSE: the style sheet draws dots until the person asks for it to be shown.
    let text = line.value.expose();
    if text.len() > LONGEST_DOTTED {
        return copy_line(desk, line);
    }
    let is_shown = desk.session().is_shown(line.label);
    drawn_line(desk, line, text, is_shown, (!is_shown).then_some("dots"))
}

/// In bytes. Browsers take long to draw dots for more, and no code is as long.
const LONGEST_DOTTED: usize = 10_000;

fn drawn_line(desk: &DeskHandle, line: &CopyLine<'_>, text: &str, is_shown: bool, mask: Option<&'static str>) -> Html {
    let (output, value) = match line.mark {
        CopyMark::None => (None, None),
        CopyMark::Output(name) => (Some(name), None),
        CopyMark::Value(name) => (None, Some(name.to_owned())),
    };
    html! {
        <div class="copyline" data-made-up={desk.is_made_up(line.value).then_some("")}>
            <span class="value" data-output={output} data-value={value} data-mask={mask}>{ text }</span>
            if line.masked {
                { show_button(desk, line.label, is_shown) }
            }
            { copy_button(desk, line.label, line.value, None) }
        </div>
    }
}

/// Copies a value and says so; without a text of its own, the button shows only the icon.
pub fn copy_button(desk: &DeskHandle, label: &str, value: &Secret, text: Option<&str>) -> Html {
    copy_and_tell(desk, label, value, text, None)
}

/// As [`copy_button`]; when the browser has copied it, the desk is told that too. In place of a button there are words
/// where the value is made up: whoever pasted it would have it for real.
pub fn copy_and_tell(
    desk: &DeskHandle,
    label: &str,
    value: &Secret,
    text: Option<&str>,
    then: Option<CodeAction>,
) -> Html {
    if desk.is_made_up(value) {
        return made_up_mark(desk);
    }
    let copy = copying(desk.clone(), label.to_owned(), value.clone(), then);
    if let Some(text) = text {
        return html! {
            <button type="button" class="button button--main" data-copies="" onclick={copy}>{ icon("copy") }{ text }</button>
        };
    }
    let says = desk.fill(Text::CopyLabel, &[("label", label)]);
    html! {
        <button type="button" class="button button--icon" data-copies="" aria-label={says} onclick={copy}>{ icon("copy") }</button>
    }
}

/// What copies a value and says so, wherever it is clicked.
pub fn copying(desk: DeskHandle, label: String, value: Secret, then: Option<CodeAction>) -> Callback<MouseEvent> {
    Callback::from(move |_| {
        let (desk, label, value, then) = (desk.clone(), label.clone(), value.clone(), then.clone());
        spawn_local(async move {
            // EXPOSE: the person asked for it to be copied.
            let done = clipboard::copy(value.expose()).await;
            if let Some(then) = then.filter(|_| done) {
                desk.emit(then);
            }
            desk.emit(Action::Copied { label, done });
        });
    })
}

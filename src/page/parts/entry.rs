use yew::prelude::*;

use crate::desk::{Action, EntryMask, Field, FieldAction, FixAction};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::{entered_text, show_entered};

/// The element that a person types into.
#[derive(Properties, PartialEq)]
pub struct EntryProps {
    /// The desk of this moment.
    pub desk: DeskHandle,
    /// The field; absent for the box for anything.
    #[prop_or_default]
    pub field: Option<Field>,
    /// Its id.
    pub id: AttrValue,
    /// How many lines it has; absent: one, and no line break can be typed.
    #[prop_or_default]
    pub rows: Option<&'static str>,
    /// The ids of what describes it.
    pub described_by: AttrValue,
    /// What is there before anything is typed.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Which keyboard a phone shows (HTML, `inputmode`).
    #[prop_or_default]
    pub keyboard: Option<&'static str>,
}

/// A field's element, and over a text with secrets in it the same text with dots in their place: the element keeps what
/// was typed, and none of it is drawn. What is typed into it is never an attribute: Yew's tree keeps the first value of an input for as long
/// as the element is there, whatever it becomes, so the text is put into the element itself.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let EntryProps { desk, field, id, rows, described_by, placeholder, keyboard } = props;
    let element = use_node_ref();
    let (shown, field) = ((element.clone(), desk.clone()), *field);
    use_effect(move || {
        let (element, desk) = shown;
        let text = field.map_or(desk.anything(), |field| desk.session().entry(field));
        // EXPOSE: the text goes back into the element that it was typed into.
        show_entered(&element, text.expose());
    });
    let enter = desk.callback(move |event: InputEvent| {
        let text = Secret::new(entered_text(&event));
        field.map_or(Action::TypedAnything(text.clone()), |field| FieldAction::Typed(field, text).into())
    });
    // The browser's own history ends where a fix puts a text into the element, so its key for "Undo" undoes the fix first.
    let can_undo = field.map_or_else(|| desk.can_undo_in_box(), |field| desk.session().can_undo(field));
    let is_box = field.is_none();
    let undone = desk.callback(move |()| if is_box { FixAction::UndoneInBox } else { FixAction::Undone });
    let undoes = can_undo.then(|| {
        Callback::from(move |event: KeyboardEvent| {
            if is_undo_key(&event) {
                event.prevent_default();
                undone.emit(());
            }
        })
    });
    let mask = desk.entry_mask(field);
    let (tag, kind) = match rows {
        Some(_) => ("textarea", None),
        None => ("input", Some(if is_drawn_masked(&mask) { "password" } else { "text" })),
    };
    let typed_into = html! {
        <@{tag}
            ref={element}
            {id}
            type={kind}
            rows={*rows}
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            aria-describedby={described_by}
            placeholder={placeholder.clone()}
            inputmode={*keyboard}
            oninput={enter}
            onkeydown={undoes}
        />
    };
    if rows.is_none() {
        return typed_into;
    }
    html! {
        <div class="entry" data-mask={mask_name(&mask)}>
            if let EntryMask::Dotted(text) = &mask {
                // EXPOSE: there are dots in place of what is secret in it.
                <div class="entry__mirror" aria-hidden="true">{ mirrored(text.expose()) }</div>
            }
            { typed_into }
        </div>
    }
}

/// Ctrl+Z, or Cmd+Z on a Mac; with the Shift key it is "Redo".
fn is_undo_key(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key())
        && !event.shift_key()
        && !event.alt_key()
        && event.key().eq_ignore_ascii_case("z")
}

/// What the style sheet does with it.
fn mask_name(mask: &EntryMask) -> Option<&'static str> {
    match mask {
        EntryMask::Open => None,
        EntryMask::Shown => Some("shown"),
        EntryMask::Dotted(_) => Some("dotted"),
        EntryMask::Whole => Some("whole"),
    }
}

/// One line cannot be masked in parts: it scrolls to the side.
fn is_drawn_masked(mask: &EntryMask) -> bool {
    matches!(mask, EntryMask::Dotted(_) | EntryMask::Whole)
}

/// A text area has a line after the last line break, another element does not.
fn mirrored(text: &str) -> String {
    let more = if text.ends_with('\n') { "\n" } else { "" };
    [text, more].concat()
}

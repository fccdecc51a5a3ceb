use yew::prelude::*;

use crate::desk::{Action, Field, FieldAction};
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
    /// What is typed is masked.
    #[prop_or_default]
    pub is_masked: bool,
}

/// A field's element. What is typed into it is never an attribute: Yew's tree keeps the first value of an input for as long
/// as the element is there, whatever it becomes, so the text is put into the element itself.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let EntryProps { desk, field, id, rows, described_by, placeholder, is_masked } = props;
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
    html! {
        if let Some(rows) = *rows {
            <textarea
                ref={element}
                {id}
                {rows}
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby={described_by}
                placeholder={placeholder.clone()}
                oninput={enter}
            />
        } else {
            <input
                ref={element}
                {id}
                type={if *is_masked { "password" } else { "text" }}
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby={described_by}
                placeholder={placeholder.clone()}
                oninput={enter}
            />
        }
    }
}

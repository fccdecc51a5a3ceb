use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use crate::browser::picked::{PickedFiles, has_files, read_picked};
use crate::desk::CardAction;
use crate::desk::card::LONGEST_FILE;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::{entered_text, show_entered};
use crate::texts::Text;

/// What is done with files that are dragged over the form, and dropped there. A browser would leave the page for them.
pub fn dropping(desk: &DeskHandle) -> (Callback<DragEvent>, Callback<DragEvent>) {
    let over = Callback::from(|event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let desk = desk.clone();
    let drop = Callback::from(move |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            open(&desk, PickedFiles::of_drop(&event));
        }
    });
    (over, drop)
}

/// Where files of a product are chosen or pasted.
pub fn open_box(desk: &DeskHandle) -> Html {
    let choose = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                open(&desk, PickedFiles::of_input(&input));
            }
        })
    };
    html! {
        <details class="more">
            <summary>{ desk.text(Text::CardOpenTitle) }</summary>
            <div class="drop">
                <p class="quiet" id="card-open-hint">{ desk.text(Text::CardOpenLead) }</p>
                <div class="field">
                    <label for="card-open-files">{ desk.text(Text::CardOpenFiles) }</label>
                    <input
                        type="file"
                        id="card-open-files"
                        multiple=true
                        accept=".json,application/json"
                        aria-describedby="card-open-hint"
                        onchange={choose}
                    />
                </div>
                <div class="field">
                    <label for="card-open-text">{ desk.text(Text::CardOpenPaste) }</label>
                    <div class="field__box">
                        <Paste on_paste={desk.callback(|text: String| CardAction::Opened(vec![(String::new(), Secret::new(text))]))} />
                    </div>
                </div>
            </div>
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct PasteProps {
    on_paste: Callback<String>,
}

/// What is pasted is opened at once, or refused, and does not stay here: it could have a secret in it.
#[component]
fn Paste(props: &PasteProps) -> Html {
    let element = use_node_ref();
    let (shown, told) = (element.clone(), props.on_paste.clone());
    let paste = Callback::from(move |event: InputEvent| {
        let text = entered_text(&event);
        show_entered(&shown, "");
        if !text.trim().is_empty() {
            told.emit(text);
        }
    });
    html! {
        <textarea
            ref={element}
            id="card-open-text"
            rows="3"
            spellcheck="false"
            autocomplete="off"
            aria-describedby="card-open-hint"
            oninput={paste}
        />
    }
}

fn open(desk: &DeskHandle, files: Option<PickedFiles>) {
    let Some(files) = files else { return };
    let teller = desk.teller();
    spawn_local(async move {
        let read = read_picked(files, i32::try_from(LONGEST_FILE).unwrap_or(i32::MAX)).await;
        let read = read.into_iter().map(|(name, text)| (name, Secret::new(text))).collect();
        teller.emit(CardAction::Opened(read));
    });
}

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Entry, entry_button, loading};
use crate::browser::picked::PickedFiles;
use crate::desk::Action;
use crate::page::desk_handle::DeskProps;
use crate::page::lazy::lazy;
use crate::texts::Text;

/// The id of its text area.
pub const BOX: &str = "field-anything";

/// The box for anything, and below it what its content is read as.
///
/// It is on the start view: the readers that it calls are in the lazy part of the program.
#[component]
pub fn PasteBox(DeskProps { desk }: &DeskProps) -> Html {
    let lazy = lazy().filter(|_| desk.finding_texts.is_some() && desk.texts.later().is_some());
    let teller = desk.clone();
    let chosen = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let picked = PickedFiles::of_input(&input).and_then(PickedFiles::keep_first);
        // The same file can be chosen once more.
        input.set_value("");
        if let Some((name, size, has_others)) = picked {
            teller.emit(Action::Picked { name, size, onto: BOX.to_owned(), has_others });
        }
    });
    html! {
        <section class="drop" aria-labelledby="anything-title">
            <h2 id="anything-title">{ desk.text(Text::PasteTitle) }</h2>
            <p class="quiet" id="field-anything-hint">{ desk.text(Text::PasteText) }</p>
            <div class="field">
                <label class="visually-hidden" for="field-anything">{ desk.text(Text::PasteLabel) }</label>
                <div class="field__box">
                    <Entry
                        desk={desk.clone()}
                        id={BOX}
                        rows="3"
                        described_by="field-anything-hint"
                        placeholder="https://…  ·  Basic …  ·  {\"reason\": …}  ·  curl …"
                    />
                    { entry_button(desk, None) }
                </div>
            </div>
            <label class="button button--bare">
                <input type="file" class="visually-hidden" onchange={chosen} />
                { desk.text(Text::FileChoose) }
            </label>
            if desk.has_anything() || desk.has_file() {
                if let Some(lazy) = lazy {
                    { (lazy.pasted_reading)(desk) }
                } else {
                    { loading(desk) }
                }
            }
        </section>
    }
}

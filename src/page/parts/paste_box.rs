use yew::prelude::*;

use super::{Entry, entry_button, loading};
use crate::page::desk_handle::DeskProps;
use crate::page::lazy::lazy;
use crate::texts::Text;

/// The box for anything, and below it what its content is read as.
///
/// It is on the start view: the readers that it calls are in the lazy part of the program.
#[component]
pub fn PasteBox(DeskProps { desk }: &DeskProps) -> Html {
    let lazy = lazy().filter(|_| desk.finding_texts.is_some() && desk.texts.later().is_some());
    html! {
        <section class="drop" aria-labelledby="anything-title">
            <h2 id="anything-title">{ desk.text(Text::PasteTitle) }</h2>
            <p class="quiet" id="field-anything-hint">{ desk.text(Text::PasteText) }</p>
            <div class="field">
                <label class="visually-hidden" for="field-anything">{ desk.text(Text::PasteLabel) }</label>
                <div class="field__box">
                    <Entry
                        desk={desk.clone()}
                        id="field-anything"
                        rows="3"
                        described_by="field-anything-hint"
                        placeholder="https://…  ·  Basic …  ·  {\"reason\": …}  ·  curl …"
                    />
                    { entry_button(desk, None) }
                </div>
            </div>
            if desk.has_anything() {
                if let Some(lazy) = lazy {
                    { (lazy.pasted_reading)(desk) }
                } else {
                    { loading(desk) }
                }
            }
        </section>
    }
}

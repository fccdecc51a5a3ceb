use yew::prelude::*;

use super::icon;
use crate::browser::saving;
use crate::desk::parts::command::data_address;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Saves a text as a file. No link as below a command: the text may have secrets in it that are masked, and a link would
/// have them in the markup. What is made up is not saved.
pub fn save_button(desk: &DeskHandle, file: &str, text: &Secret) -> Html {
    if desk.is_made_up(text) {
        return Html::default();
    }
    let (file, text) = (file.to_owned(), text.clone());
    let save = Callback::from(move |_: MouseEvent| {
        // EXPOSE: the person asked for it to be saved.
        saving::save(&file, data_address(&text).expose());
    });
    html! {
        <button type="button" class="button" onclick={save}>{ icon("download") }{ desk.text(Text::SaveFile) }</button>
    }
}

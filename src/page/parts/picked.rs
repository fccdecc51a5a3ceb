use yew::prelude::*;

use super::marked_text;
use crate::desk::{PickedAction, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// What is said of a file that was dropped on the element of that id, or chosen for it: how far it is read, or what was taken.
pub fn file_note(desk: &DeskHandle, id: &str) -> Html {
    let Some(note) = parts::picked::note(desk, id) else { return Html::default() };
    html! {
        <div class="picked">
            <p class="small" role="status">{ marked_text(&note.says) }</p>
            if let Some((read, size)) = note.progress {
                <div class="row">
                    <progress aria-label={desk.text(Text::FileProgress).to_owned()} value={read.to_string()} max={size.to_string()} />
                    <button type="button" class="button" onclick={desk.callback(|_| PickedAction::Stopped)}>
                        { desk.text(Text::FileStop) }
                    </button>
                </div>
            }
        </div>
    }
}

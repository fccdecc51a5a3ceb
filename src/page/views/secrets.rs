use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{loading, marked_text};

/// How this page keeps secrets, and what it cannot do.
pub fn secrets_view(desk: &DeskHandle) -> Html {
    html! {
        <div class="plain prose">
            <h1>{ desk.heading() }</h1>
            if let Some((_, paragraphs)) = &desk.secrets {
                for paragraph in paragraphs.iter() {
                    <p>{ marked_text(paragraph) }</p>
                }
            } else {
                { loading(desk) }
            }
        </div>
    }
}

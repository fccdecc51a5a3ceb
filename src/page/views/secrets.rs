use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::page::parts::marked_text;
use crate::texts::Text;

const PARAGRAPHS: [Text; 6] = [
    Text::SecretsNothing,
    Text::SecretsStored,
    Text::SecretsMasked,
    Text::SecretsRandom,
    Text::SecretsRedirect,
    Text::SecretsCannot,
];

/// How this page keeps secrets, and what it cannot do.
pub fn secrets_view(desk: &DeskHandle) -> Html {
    html! {
        <div class="plain prose">
            <h1>{ desk.heading() }</h1>
            for paragraph in PARAGRAPHS {
                <p>{ marked_text(&desk.text(paragraph)) }</p>
            }
        </div>
    }
}

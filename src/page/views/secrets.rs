use yew::prelude::*;

use crate::page::desk_handle::DeskHandle;
use crate::page::parts::MarkedText;
use crate::texts::Text;

/// How the page keeps secrets.
#[derive(Properties, PartialEq)]
pub struct SecretsViewProps {
    /// The desk.
    pub desk: DeskHandle,
}

const PARAGRAPHS: [Text; 6] = [
    Text::SecretsNothing,
    Text::SecretsStored,
    Text::SecretsMasked,
    Text::SecretsRandom,
    Text::SecretsRedirect,
    Text::SecretsCannot,
];

/// How this page keeps secrets, and what it cannot do.
#[component]
pub fn SecretsView(props: &SecretsViewProps) -> Html {
    let desk = &props.desk;
    html! {
        <div class="plain prose">
            <h1>{ desk.heading() }</h1>
            for paragraph in PARAGRAPHS {
                <p><MarkedText text={desk.text(paragraph)} /></p>
            }
        </div>
    }
}

use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
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
pub fn secrets_view(desk: &DeskHandle) -> Element {
    el("div.plain.prose")
        .with(el("h1").text(&desk.heading()))
        .each(PARAGRAPHS.into_iter().map(|paragraph| el("p").marked(desk.text(paragraph))))
}

use super::missing;
use crate::desk::Action;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, typed};
use crate::page::lazy::lazy;
use crate::texts::Text;

/// The box for anything, and below it what its content is read as.
///
/// It is on the start view: the readers that it calls wait for the second part of the program.
pub fn paste_box(desk: &DeskHandle) -> Element {
    let area = el("textarea[id=field-anything][rows=3][spellcheck=false][autocapitalize=off][autocomplete=off]")
        .attr("aria-describedby", "field-anything-hint")
        .attr("placeholder", "https://…  ·  Basic …  ·  {\"reason\": …}  ·  curl …")
        // EXPOSE: the text goes back into the box it was typed into; as a property, so it is not in the markup.
        .value(desk.anything().expose())
        .on(On::Input, desk, |event| Action::TypedAnything(Secret::new(typed(event))));
    let lazy = lazy().filter(|_| desk.finding_texts.is_some());
    let read = desk.has_anything().then(|| lazy.map_or_else(|| missing(desk), |lazy| (lazy.pasted_reading)(desk)));
    el("section.drop[aria-labelledby=anything-title]")
        .with(el("h2[id=anything-title]").say(desk, Text::PasteTitle))
        .with(el("p.quiet[id=field-anything-hint]").say(desk, Text::PasteText))
        .with(
            el("div.field")
                .with(el("label.visually-hidden[for=field-anything]").say(desk, Text::PasteLabel))
                .with(el("div.field__box").with(area)),
        )
        .maybe(read)
}

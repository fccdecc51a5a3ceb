use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::page::parts::missing;

/// How this page keeps secrets, and what it cannot do.
pub fn secrets_view(desk: &DeskHandle) -> Element {
    let page = el("div.plain.prose").with(el("h1").text(&desk.heading()));
    match &desk.secrets {
        Some((_, paragraphs)) => page.each(paragraphs.iter().map(|paragraph| el("p").marked(paragraph))),
        None => page.with(missing(desk)),
    }
}

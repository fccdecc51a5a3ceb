use crate::page::element::{Element, el};

/// A symbol of `index.html`; it says nothing to a screen reader.
pub fn icon(name: &str) -> Element {
    el("svg[aria-hidden=true]").with(el("use").attr("href", &["#", name].concat()))
}

use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el};

/// A button that tells the desk something.
pub fn button(desk: &DeskHandle, class: &str, text: &str, action: impl Fn() -> Action + 'static) -> Element {
    el("button[type=button]").attr("class", class).text(text).on(On::Click, desk, move |_| action())
}

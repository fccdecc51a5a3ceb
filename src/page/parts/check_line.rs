use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, ticked};
use crate::texts::Text;

/// A choice to make or not: its label, and what to know about it before.
pub fn check_line(
    desk: &DeskHandle,
    id: &str,
    (label, hint): (Text, Option<Text>),
    is_ticked: bool,
    action: impl Fn(bool) -> Action + 'static,
) -> Element {
    let hint_id = [id, "-hint"].concat();
    let says = hint.map(|hint| el("span.quiet.small").attr("id", &hint_id).marked(desk.text(hint)));
    el("div.todo__line")
        .key(id)
        .with(
            el("input[type=checkbox]")
                .attr("id", id)
                .attr_if("aria-describedby", hint.map(|_| &*hint_id))
                .checked(is_ticked)
                .on(On::Change, desk, move |event| action(ticked(event))),
        )
        .with(el("div").with(el("label").attr("for", id).say(desk, label)).maybe(says))
}

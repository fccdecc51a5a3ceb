use super::{CopyLine, CopyMark, copy_button, copy_line};
use crate::desk::NameList;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// Names, one below the other.
pub fn name_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Element {
    let all = names.shown.iter().map(|name| el("li").with(el("code").text(name)));
    el("ul.names").attr("data-output", output).each(all).maybe(more(desk, names.left_out))
}

/// Names to search for one after the other: each can be copied.
pub fn copy_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Element {
    let all = names.shown.iter().map(|name| {
        let value = Secret::new(name.as_str());
        el("li").with(copy_line(desk, &CopyLine { label: name, value: &value, masked: false, mark: CopyMark::None }))
    });
    el("ul.names").attr("data-output", output).each(all).maybe(more(desk, names.left_out))
}

/// Names that are missing, to be selected one after the other; all of them can be copied too.
pub fn tick_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Element {
    let label = desk.text(Text::ScopesMissingName);
    let says = desk.fill(Text::CopyLabel, &[("label", label)]);
    el("div.stack").with(copy_list(desk, names, output)).with(el("div.row").with(copy_button(
        desk,
        label,
        &names.all,
        Some(&says),
    )))
}

fn more(desk: &DeskHandle, left_out: usize) -> Option<Element> {
    (left_out > 0).then(|| el("li.quiet").text(&more_sentence(desk, left_out)))
}

/// That there are more than are shown.
pub fn more_sentence(desk: &DeskHandle, left_out: usize) -> String {
    desk.fill(Text::MoreNames, &[("count", &left_out.to_string())])
}

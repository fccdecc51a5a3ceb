use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_button, copy_line};
use crate::desk::NameList;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Names, one below the other.
pub fn name_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Html {
    html! {
        <ul class="names" data-output={output}>
            for name in &names.shown {
                <li><code>{ name }</code></li>
            }
            { more(desk, names.left_out) }
        </ul>
    }
}

/// Names to search for one after the other: each can be copied.
pub fn copy_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Html {
    html! {
        <ul class="names" data-output={output}>
            for name in &names.shown {
                <li>{ name_to_copy(desk, name) }</li>
            }
            { more(desk, names.left_out) }
        </ul>
    }
}

/// Names that are missing, to be selected one after the other; all of them can be copied too.
pub fn tick_list(desk: &DeskHandle, names: &NameList, output: &'static str) -> Html {
    let label = desk.text(Text::ScopesMissingName);
    let says = desk.fill(Text::CopyLabel, &[("label", label)]);
    html! {
        <div class="stack">
            { copy_list(desk, names, output) }
            <div class="row">{ copy_button(desk, label, &names.all, Some(&says)) }</div>
        </div>
    }
}

fn name_to_copy(desk: &DeskHandle, name: &str) -> Html {
    copy_line(desk, &CopyLine { label: name, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn more(desk: &DeskHandle, left_out: usize) -> Html {
    html! {
        if left_out > 0 {
            <li class="quiet">{ more_sentence(desk, left_out) }</li>
        }
    }
}

/// That there are more than are shown.
pub fn more_sentence(desk: &DeskHandle, left_out: usize) -> String {
    desk.count(Text::MoreNames, &[("count", left_out)], &[])
}

use yew::prelude::*;

use crate::desk::{Step, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{prose_text, source_list, sure_mark};
use crate::texts::Text;

/// What the vendor's guide has wrong: all of it, or what matters in a step.
pub fn corrections(desk: &DeskHandle, step: Option<Step>) -> Html {
    let all = guide::corrections(desk, step);
    let title = if step.is_some() { Text::CorrectionsHere } else { Text::CorrectionsTitle };
    html! {
        if !all.is_empty() {
            <details class="more">
                <summary>{ desk.count(title, &[("count", all.len())], &[]) }</summary>
                <ul class="todo">
                    for (one, sentence) in all {
                        <li class="says" key={one.id.as_str()}>
                            <p>{ prose_text(sentence) }</p>
                            { " " }{ sure_mark(desk, one.sure) }
                            { " " }{ source_list(desk, &guide::product_sources(desk, &one.source)) }
                        </li>
                    }
                </ul>
            </details>
        }
    }
}

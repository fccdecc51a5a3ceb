use yew::prelude::*;

use crate::catalog::{Confidence, Sketch, SketchPart};
use crate::desk::guide;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{source_list, sure_mark};
use crate::texts::Text;

/// Sketches of the provider's pages for a line, folded.
pub fn sketches(desk: &DeskHandle, line: &str) -> Html {
    html! {
        for (task, sketch) in guide::sketches(desk, line) {
            { " " }{ one_sketch(desk, task, sketch) }
        }
    }
}

fn one_sketch(desk: &DeskHandle, task: &str, sketch: &Sketch) -> Html {
    html! {
        <details class="aside" data-sketch={sketch.id.clone()}>
            <summary>{ desk.text(Text::SketchTitle) }</summary>
            <figure class="sketch">
                // The words are the provider's own, in English.
                <ul lang="en">
                    for part in &sketch.parts {
                        { one_part(desk, task, part) }
                    }
                </ul>
                <figcaption>
                    { desk.sentence(Text::SketchNote) }
                    if sketch.sure != Confidence::Confirmed {
                        { " " }{ sure_mark(desk, sketch.sure) }
                    }
                    { source_list(desk, &guide::provider_sources(desk, &sketch.source)) }
                </figcaption>
            </figure>
        </details>
    }
}

fn one_part(desk: &DeskHandle, task: &str, part: &SketchPart) -> Html {
    let look = part.is_for(task);
    let language = desk.language.code();
    html! {
        <li data-kind={part.kind.name()} data-look={look.then_some("")}>
            <span>{ &part.text }</span>
            if look {
                <strong lang={language}>{ desk.text(Text::SketchLook) }</strong>
            }
        </li>
    }
}

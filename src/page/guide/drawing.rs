use yew::prelude::*;

use crate::desk::guide::drawing::{Drawing, DrawnBox, DrawnSentence, DrawnText, MARK};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{icon, marked_text};
use crate::texts::Text;

/// Where each value comes from and goes, folded.
pub fn folded_drawing(desk: &DeskHandle, drawing: &Drawing) -> Html {
    let numbers = [("count", drawing.filled), ("all", drawing.all)];
    html! {
        <details class="more" data-drawing="">
            <summary>
                { desk.text(Text::DrawingTitle) }
                <span class="drawing__count">{ desk.count(Text::DrawingCount, &numbers, &[]) }</span>
            </summary>
            { drawn(desk, drawing) }
        </details>
    }
}

/// The same on paper.
pub fn drawing_on_paper(desk: &DeskHandle, drawing: &Drawing) -> Html {
    html! { <><h2>{ desk.text(Text::DrawingTitle) }</h2>{ drawn(desk, drawing) }</> }
}

/// The picture, and the same in words: for screen readers, and for everybody where there is no room for the picture.
fn drawn(desk: &DeskHandle, drawing: &Drawing) -> Html {
    html! {
        <div class="drawing">
            { picture(desk, drawing) }
            <ul class="drawing__says">
                for sentence in &drawing.sentences {
                    { one_sentence(desk, sentence) }
                }
            </ul>
        </div>
    }
}

fn picture(desk: &DeskHandle, drawing: &Drawing) -> Html {
    let (width, height) = (drawing.width, drawing.height);
    let language = desk.guide().map(|guide| guide.product.labels_language.clone());
    html! {
        <svg
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
            aria-hidden="true"
            focusable="false"
        >
            for one in &drawing.boxes {
                { frame(one) }
            }
            for line in &drawing.lines {
                <g class="drawing__line" data-there={line.is_there.then_some("")} data-to={line.to.clone()}>
                    <path d={line.path()} />
                    if let Some(arrow) = line.arrow() {
                        <path class="drawing__arrow" d={arrow} />
                    }
                </g>
            }
            for joint in &drawing.joints {
                <rect
                    class="drawing__joint"
                    data-there={joint.is_there.then_some("")}
                    x={joint.x.to_string()}
                    y={joint.y.to_string()}
                    width={joint.width.to_string()}
                    height={joint.height.to_string()}
                    rx="3"
                />
            }
            for one in &drawing.boxes {
                for text in &one.texts {
                    { writing(text, language.as_ref()) }
                }
                for mark in &one.marks {
                    <g class="drawing__mark" data-there={mark.is_there.then_some("")}>
                        <circle cx={mark.x.to_string()} cy={mark.y.to_string()} r={MARK.to_string()} />
                        if mark.is_there {
                            <path d={format!("M{} {}l2 3 4 -5", mark.x - 3, mark.y)} />
                        }
                    </g>
                }
            }
        </svg>
    }
}

fn frame(one: &DrawnBox) -> Html {
    html! {
        <rect
            class="drawing__box"
            x={one.x.to_string()}
            y={one.y.to_string()}
            width={one.width.to_string()}
            height={one.height.to_string()}
            rx="8"
        />
    }
}

fn writing(text: &DrawnText, language: Option<&String>) -> Html {
    let language = language.filter(|_| text.is_label).cloned();
    html! {
        <text
            class="drawing__text"
            data-lettering={text.lettering.name()}
            x={text.x.to_string()}
            y={text.y.to_string()}
            lang={language}
        >
            { &text.text }
        </text>
    }
}

fn one_sentence(desk: &DeskHandle, sentence: &DrawnSentence) -> Html {
    let (state, says) = match sentence.is_there {
        Some(true) => ("there", Some(Text::DrawingThere)),
        Some(false) => ("missing", Some(Text::DrawingMissing)),
        None => ("fixed", None),
    };
    html! {
        <li data-state={state}>
            if sentence.is_there == Some(true) {
                { icon("check") }
            }
            <p>
                if let Some(says) = says {
                    <span class="visually-hidden">{ desk.text(says) }{ " " }</span>
                }
                { marked_text(&sentence.text) }
            </p>
        </li>
    }
}

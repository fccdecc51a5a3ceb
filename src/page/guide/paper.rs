use yew::prelude::*;

use super::drawing::drawing_on_paper;
use crate::browser::{address_bar, paper};
use crate::catalog::{Confidence, TaskKind};
use crate::desk::guide::drawing::Drawing;
use crate::desk::guide::{self, Checklist, PaperField, PaperLine, PaperStep, PaperText};
use crate::desk::link::{link_url, qr_code_of};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{prose_text, qr_code, sure_mark};
use crate::texts::Text;

/// The button that prints the guide.
pub fn print_button(desk: &DeskHandle) -> Html {
    let print = Callback::from(|_: MouseEvent| paper::print());
    html! {
        <div class="row">
            <button type="button" class="button" onclick={print}>{ desk.text(Text::PrintGuide) }</button>
        </div>
    }
}

/// The guide on paper. It is always in the page and never drawn: a browser that is about to print waits for nothing.
pub fn on_paper(desk: &DeskHandle, drawing: Option<&Drawing>) -> Html {
    if desk.guide().is_none() {
        return Html::default();
    }
    let Checklist { about, steps, values, sources } = guide::checklist(desk);
    let link = link_url(desk, &address_bar::own_address());
    html! {
        <div class="paper">
            <h2>{ desk.heading() }</h2>
            <p>{ about.join(" · ") }</p>
            if let Some(link) = &link {
                <p>{ link }</p>
                if let Some(code) = &*qr_code_of(desk, link) {
                    <p>{ qr_code(desk, code) }</p>
                }
            }
            for step in &steps {
                { one_step(desk, step) }
            }
            <h2>{ desk.sentence(Text::ValuesFor) }</h2>
            { fields(desk, &values) }
            if let Some(drawing) = drawing {
                { drawing_on_paper(desk, drawing) }
            }
            if !sources.is_empty() {
                <h2>{ desk.text(Text::Sources) }</h2>
                <ol>
                    for source in sources {
                        <li>
                            { &source.title }
                            if let Some(url) = &source.url {
                                <br />
                                { url.as_str() }
                            }
                        </li>
                    }
                </ol>
            }
        </div>
    }
}

fn one_step(desk: &DeskHandle, step: &PaperStep<'_>) -> Html {
    html! {
        <section>
            <h2><span class="paper__box" />{ step.number }{ ". " }{ &step.title }</h2>
            if step.lines.is_empty() && step.fields.is_empty() {
                <p>{ desk.text(Text::PaperOnPage) }</p>
            }
            <ul>
                for line in &step.lines {
                    { one_line(desk, line) }
                }
            </ul>
            { fields(desk, &step.fields) }
        </section>
    }
}

fn one_line(desk: &DeskHandle, line: &PaperLine<'_>) -> Html {
    let sources = line.sources.iter().map(|number| format!("[{number}]")).collect::<Vec<_>>().join(" ");
    html! {
        <li>
            if line.kind == TaskKind::Do {
                <span class="paper__box">{ if line.is_ticked { "✓" } else { "" } }</span>
            } else {
                <span class="paper__box paper__box--none">{ if line.kind == TaskKind::Know { "i" } else { "!" } }</span>
            }
            <div>
                { prose_text(line.sentence) }
                if !sources.is_empty() {
                    { " " }<small>{ sources }</small>
                }
                if line.sure != Confidence::Confirmed {
                    { " " }{ sure_mark(desk, line.sure) }
                }
                for text in &line.shown {
                    <div><span class="paper__box" />{ on_line(desk, text) }</div>
                }
            </div>
        </li>
    }
}

fn fields(desk: &DeskHandle, fields: &[PaperField]) -> Html {
    html! {
        if !fields.is_empty() {
            <table>
                for field in fields {
                    <tr><th scope="row">{ &field.label }</th><td>{ on_line(desk, &field.text) }</td></tr>
                }
            </table>
        }
    }
}

fn on_line(desk: &DeskHandle, text: &PaperText) -> Html {
    match text {
        PaperText::Text(text) => html! { <code>{ text }</code> },
        PaperText::Says(says) => html! { { says } },
        PaperText::Secret => html! { <em>{ desk.text(Text::PaperSecret) }</em> },
        PaperText::None => html! { <span class="paper__line" /> },
    }
}

use yew::prelude::*;

use super::{BOX, diagnosis, file_note, finding_list, marked_text};
use crate::desk::{FixAction, PastedView, ReadAs, ReaderAction, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// What is in the box for anything, and the readers that can be opened for it.
pub fn pasted_reading(desk: &DeskHandle) -> Html {
    html! { <>{ file_note(desk, BOX) }{ read(desk) }</> }
}

fn read(desk: &DeskHandle) -> Html {
    let Some(view) = parts::pasted::view(desk) else { return Html::default() };
    html! {
        <div class="pasted" role="status">
            if !view.says.is_empty() {
                <p>{ marked_text(&view.says) }</p>
            }
            { finding_list(desk, &view.findings, None, None) }
            { diagnosis(desk) }
            if desk.can_undo_in_box() {
                <div>
                    <button type="button" class="button button--bare" onclick={desk.callback(|_| FixAction::UndoneInBox)}>
                        { desk.text(Text::Undo) }
                    </button>
                </div>
            }
            if !view.ways.is_empty() {
                { buttons(desk, &view.ways, "button button--main") }
            }
            if !view.products.is_empty() {
                <p class="row">
                    { desk.text(Text::PastedProducts) }
                    for product in &view.products {
                        <a key={product.route.to_string()} href={product.route.to_string()}>{ product.name }</a>
                    }
                </p>
            }
            if !view.others.is_empty() {
                { others(desk, &view) }
            }
        </div>
    }
}

/// In the reader that was opened: what was pasted, what else it could be, and the way back to the box.
pub fn opened_note(desk: &DeskHandle) -> Html {
    let Some(view) = parts::pasted::opened_view(desk) else { return Html::default() };
    html! {
        <aside class="pasted" aria-label={desk.text(Text::PasteLabel).to_owned()}>
            <p>{ marked_text(&view.says) }</p>
            { finding_list(desk, &view.findings, None, None) }
            <div class="row">
                for way in &view.ways {
                    { read_as(desk, way, "button") }
                }
                <a class="button" href={parts::pasted::box_route(desk).to_string()}>{ desk.text(Text::PastedBack) }</a>
            </div>
            { others(desk, &view) }
        </aside>
    }
}

fn others(desk: &DeskHandle, view: &PastedView<'_>) -> Html {
    html! {
        <details class="more">
            <summary>{ desk.text(Text::PastedOther) }</summary>
            { buttons(desk, &view.others, "button") }
        </details>
    }
}

fn buttons(desk: &DeskHandle, ways: &[ReadAs], class: &'static str) -> Html {
    html! {
        <div class="row">
            for way in ways {
                { read_as(desk, way, class) }
            }
        </div>
    }
}

fn read_as(desk: &DeskHandle, way: &ReadAs, class: &'static str) -> Html {
    let kind = way.kind;
    let read = desk.callback(move |_| ReaderAction::ReadAs(kind));
    html! { <button type="button" {class} key={kind.name()} onclick={read}>{ &way.label }</button> }
}

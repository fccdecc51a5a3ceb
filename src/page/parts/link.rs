use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_button, copy_line, marked_text, select_box, table};
use crate::browser::{address_bar, document, sharing};
use crate::desk::link::{self, ArrivalView, LeftOutView, LinkRow, LinkView, OfferedValue, QrCode};
use crate::desk::{Link, LinkAction, LinkKey};
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::texts::Text;

/// Opens what a link to this view would contain.
pub fn link_button(desk: &DeskHandle) -> Html {
    let is_open = desk.shows_link();
    let unfold = desk.callback(move |_| LinkAction::Unfolded(!is_open));
    html! {
        <button
            type="button"
            class="button"
            aria-expanded={is_open.to_string()}
            aria-controls="link-box"
            onclick={unfold}
        >
            { desk.text(Text::LinkButton) }
        </button>
    }
}

/// A link to this view, and what is in it.
pub fn link_box(desk: &DeskHandle) -> Html {
    let view = link::link_view(desk, &address_bar::own_address());
    html! {
        <div class="stack" id="link-box">
            if let Some(view) = view {
                <p class="quiet">{ marked_text(desk.text(Text::LinkLead)) }</p>
                if !view.values.is_empty() {
                    { values(desk, &view.values) }
                }
                if !view.steps.is_empty() {
                    { places(desk, &view) }
                }
                { sending(desk, &view) }
            }
        </div>
    }
}

fn values(desk: &DeskHandle, values: &[OfferedValue]) -> Html {
    html! {
        <fieldset class="stack">
            <legend><strong>{ desk.text(Text::LinkValues) }</strong></legend>
            for value in values {
                { offered(desk, value) }
            }
        </fieldset>
    }
}

fn offered(desk: &DeskHandle, value: &OfferedValue) -> Html {
    let key = value.key.clone();
    let id = format!("link-{key}");
    let hint_id = format!("{id}-hint");
    let choose = desk.callback(move |event: Event| {
        let selected = is_selected(&event);
        LinkAction::SelectedValue { key: key.clone(), selected }
    });
    html! {
        <div class="todo__line" key={id.clone()}>
            <input
                type="checkbox"
                id={id.clone()}
                aria-describedby={hint_id.clone()}
                checked={value.is_selected == Some(true)}
                disabled={value.is_selected.is_none()}
                onchange={choose}
            />
            <div>
                <label for={id}>
                    { &value.label }
                    if !value.value.is_empty() {
                        { " " }
                        { foreign(&value.value) }
                    }
                </label>
                <span class="quiet small" id={hint_id}>{ &value.says }</span>
            </div>
        </div>
    }
}

/// A text that somebody else may have written: it stays a text, and its direction ends with it.
fn foreign(text: &str) -> Html {
    html! { <code><bdi>{ text }</bdi></code> }
}

fn places(desk: &DeskHandle, view: &LinkView) -> Html {
    let is_beginning = view.steps.iter().all(|(.., is_chosen)| !is_chosen);
    let beginning = (String::new(), desk.text(Text::LinkBeginning).to_owned(), is_beginning);
    let steps = view.steps.iter().map(|(step, title, is_chosen)| (step.name().to_owned(), title.clone(), *is_chosen));
    let all: Vec<_> = core::iter::once(beginning).chain(steps).collect();
    let choose = desk.callback(|name: String| LinkAction::ChoseStep(name.parse().ok()));
    select_box("link-step", desk.text(Text::LinkOpensAt), &all, &choose)
}

fn sending(desk: &DeskHandle, view: &LinkView) -> Html {
    let (label, message) = (desk.text(Text::LinkLabel), desk.text(Text::LinkMessageLabel));
    html! {
        <>
            { copy_line(desk, &CopyLine { label, value: &view.url, masked: false, mark: CopyMark::Output("link") }) }
            if sharing::is_there() {
                <div class="row">{ share_button(desk, view) }</div>
            }
            if let Some(code) = &*view.qr_code {
                { qr_code(desk, code) }
            } else {
                <p class="quiet">{ desk.text(Text::LinkNoQrCode) }</p>
            }
            <p><strong>{ message }</strong></p>
            <pre class="code" tabindex="0" role="region" data-output="link-message" aria-label={message.to_owned()}>
                // EXPOSE: it contains the link that is shown above, and names.
                { view.message.expose() }
            </pre>
            <div class="row">{ copy_button(desk, message, &view.message, Some(desk.text(Text::LinkCopyMessage))) }</div>
        </>
    }
}

fn share_button(desk: &DeskHandle, view: &LinkView) -> Html {
    let (title, url) = (desk.heading(), view.url.clone());
    let share = Callback::from(move |_: MouseEvent| {
        let (title, url) = (title.clone(), url.clone());
        spawn_local(async move {
            // EXPOSE: it is the link that is shown above.
            sharing::share(&title, url.expose()).await;
        });
    });
    html! { <button type="button" class="button" onclick={share}>{ desk.text(Text::LinkShare) }</button> }
}

/// A QR code, dark on light in every theme: a reader expects it so.
pub fn qr_code(desk: &DeskHandle, code: &QrCode) -> Html {
    let (size, pixels) = (code.size.to_string(), code.pixels.to_string());
    html! {
        <svg
            data-output="link-qr-code"
            role="img"
            aria-label={desk.text(Text::LinkQrCode).to_owned()}
            viewBox={format!("0 0 {size} {size}")}
            width={pixels.clone()}
            height={pixels}
            shape-rendering="crispEdges"
        >
            <rect width={size.clone()} height={size} fill="#fff" />
            <path d={code.path.clone()} fill="#000" />
        </svg>
    }
}

/// What the link that led here brought, and what of it is to be used.
pub fn arrived_link(desk: &DeskHandle) -> Html {
    let Some(view) = link::arrival_view(desk) else { return Html::default() };
    let title = desk.text(Text::LinkArrivedTitle).to_owned();
    html! {
        <aside class="pasted" aria-label={title.clone()} data-link="arrived">
            <h2>{ title }</h2>
            { remarks(desk, &view) }
            if !view.rows.is_empty() {
                <p>{ desk.text(Text::LinkAsks) }</p>
                { rows(desk, &view.rows) }
            }
            { buttons(desk, &view) }
        </aside>
    }
}

fn remarks(desk: &DeskHandle, view: &ArrivalView) -> Html {
    html! {
        <>
            if view.had_secret {
                <p role="alert">{ marked_text(desk.text(Text::LinkHadSecret)) }</p>
            }
            if view.is_too_long {
                <p>{ marked_text(&desk.count(Text::LinkTooLong, &[("count", Link::LONGEST)], &[])) }</p>
            }
            if view.has_too_many {
                <p>{ marked_text(&desk.count(Text::LinkTooMany, &[("count", Link::MOST)], &[])) }</p>
            }
            if view.is_newer {
                <p>{ marked_text(desk.text(Text::LinkNewer)) }</p>
            }
            if !view.left_out.is_empty() {
                <div>
                    <p>{ desk.text(Text::LinkLeftOut) }</p>
                    <ul>
                        for left in &view.left_out {
                            <li>{ left_out(desk, left) }</li>
                        }
                    </ul>
                </div>
            }
        </>
    }
}

fn left_out(desk: &DeskHandle, left: &LeftOutView) -> Html {
    html! {
        <>
            if let Some(name) = &left.name {
                { foreign(name) }
            } else {
                { desk.text(Text::LinkOtherName) }
            }
            { ": " }
            { desk.text(left.says) }
        </>
    }
}

fn rows(desk: &DeskHandle, rows: &[LinkRow]) -> Html {
    let heads = [
        desk.text(Text::ColumnName),
        desk.text(Text::LinkBrings),
        desk.text(Text::DiscoveryNow),
        desk.text(Text::LinkUse),
    ];
    table(desk.text(Text::LinkValues), "link-values", &heads, rows.iter().map(|row| cells(desk, row)))
}

fn cells(desk: &DeskHandle, row: &LinkRow) -> Vec<Html> {
    let now = match row.now.as_str() {
        "" => html! { <span class="quiet">{ desk.text(Text::DiscoveryEmpty) }</span> },
        now => foreign(now),
    };
    vec![html! { { &row.label } }, foreign(&row.brings), now, selection(desk, &row.key, &row.label, row.is_selected)]
}

fn selection(desk: &DeskHandle, key: &LinkKey, label: &str, is_chosen: bool) -> Html {
    let says = desk.fill(Text::LinkUseRow, &[("label", label)]);
    let key = key.clone();
    let choose = desk.callback(move |event: Event| {
        let selected = is_selected(&event);
        LinkAction::SelectedRow { key: key.clone(), selected }
    });
    html! { <input type="checkbox" aria-label={says} checked={is_chosen} onchange={choose} /> }
}

fn buttons(desk: &DeskHandle, view: &ArrivalView) -> Html {
    // The button is gone afterwards, and the focus must be somewhere.
    let done = |action: LinkAction| {
        desk.callback(move |_| {
            document::focus("main");
            action.clone()
        })
    };
    let (use_them, dismiss) = (done(LinkAction::Used), done(LinkAction::Dismissed));
    let none = if view.rows.is_empty() { Text::LinkClose } else { Text::LinkUseNone };
    let is_none_selected = view.rows.iter().all(|row| !row.is_selected);
    html! {
        <div class="row">
            if !view.rows.is_empty() {
                <button type="button" class="button button--main" disabled={is_none_selected} onclick={use_them}>
                    { desk.text(Text::LinkUseSelected) }
                </button>
            }
            <button type="button" class="button" onclick={dismiss}>{ desk.text(none) }</button>
        </div>
    }
}

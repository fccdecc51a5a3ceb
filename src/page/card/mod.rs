//! The form for a card of one's own, with its guide next to it.

mod field;
mod files;
mod focus;
mod offer;
mod output;
mod rows;

use yew::prelude::*;

use self::field::form_field;
use self::files::{dropping, open_box};
use self::focus::Focus;
use self::offer::{discard_box, offer_box};
use self::output::output_box;
pub use self::rows::PREVIEW;
use self::rows::{fault_list, form_list};
use super::guide::guide_body;
use crate::browser::document;
use crate::desk::card::{self, FormList, FormSection, list_name};
use crate::desk::{CardAction, Route};
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::entered_text;
use crate::page::parts::{loading, marked_text};
use crate::texts::{Text, unmarked};

/// The form, and the guide of what is in it. A card that came with a link comes before both.
pub fn card_view(desk: &DeskHandle) -> Html {
    let (over, drop) = dropping(desk);
    html! { <div ondragover={over} ondrop={drop}>{ card_body(desk) }</div> }
}

fn card_body(desk: &DeskHandle) -> Html {
    let view = card::view(desk);
    if let Some(offer) = &view.offer {
        return offer_box(desk, offer);
    }
    if view.is_discarding {
        return discard_box(desk);
    }
    let Some(form) = card::form(desk).filter(|_| view.has_draft) else {
        return html! { <div class="plain"><h1>{ desk.heading() }</h1>{ loading(desk) }</div> };
    };
    // Whoever gets a card wants its guide; the form is there for whoever made it.
    let is_sent = view.is_sent;
    let form = form_box(desk, &view, &form);
    html! {
        <div class="own-card" data-sent={is_sent.then_some("")}>
            <div class="guide__head">
                <nav class="crumbs"><a href={Route::Start.to_string()}>{ desk.text(Text::NavProducts) }</a></nav>
                // Whoever gets a card wants to see at once which product it is for.
                <h1>{ if is_sent { unmarked(&view.name) } else { desk.heading() } }</h1>
                if is_sent {
                    <p role="note"><strong>{ desk.text(Text::CardSent) }</strong></p>
                } else {
                    <p class="lead">{ desk.text(Text::CardLead) }</p>
                    <p>{ desk.text(Text::CardNoSecrets) }</p>
                    { open_box(desk) }
                }
                if let Some(wanted) = &view.waiting {
                    { waiting(desk, &view.name, wanted) }
                }
                // Also for a card that somebody sent, where the box for files is folded away.
                if let Some(refused) = &view.refused {
                    <p role="alert" data-refused=""><strong>{ marked_text(refused) }</strong></p>
                }
            </div>
            if !is_sent {
                { form.clone() }
            }
            <section
                class="stack"
                aria-labelledby="card-guide"
                data-state={if view.is_current { "current" } else { "old" }}
            >
                <h2 id="card-guide">{ desk.guide_heading().unwrap_or_else(|| desk.text(Text::CardGuideTitle).to_owned()) }</h2>
                if !card::is_shown(desk) {
                    <p class="quiet">{ desk.text(Text::CardNoGuide) }</p>
                } else if !view.is_current {
                    <p role="status"><strong>{ desk.text(Text::CardNotCurrent) }</strong></p>
                }
                { guide_body(desk) }
            </section>
            if is_sent {
                <details class="more">
                    <summary>{ desk.text(Text::CardEdit) }</summary>
                    { open_box(desk) }
                    { form }
                </details>
            }
        </div>
    }
}

fn form_box(desk: &DeskHandle, view: &card::CardView, form: &card::FormView) -> Html {
    let discard = desk.callback(|_| CardAction::AskedToDiscard);
    html! {
            <section class="stack" aria-labelledby="card-form">
                <h2 id="card-form">{ desk.text(Text::CardFormTitle) }</h2>
                { language(desk, &view.languages) }
                for section in &form.sections {
                    { form_section(desk, section) }
                }
                { standing(desk, form) }
                { output_box(desk, view.output.as_ref(), form.unfinished.as_deref()) }
                <div class="row">
                    <button type="button" class="button" onclick={discard}>{ desk.text(Text::CardDiscard) }</button>
                </div>
                <Focus to={view.focus.clone()} />
            </section>
    }
}

/// There is one card at a time.
fn waiting(desk: &DeskHandle, name: &str, wanted: &str) -> Html {
    let discard = desk.callback(|_| CardAction::AskedToDiscard);
    html! {
        <div class="stack" data-waiting="">
            <p role="note">
                <strong>{ desk.fill(Text::CardWaiting, &[("name", &unmarked(name)), ("wanted", &unmarked(wanted))]) }</strong>
            </p>
            <div class="row">
                <button type="button" class="button" onclick={discard}>{ desk.text(Text::CardDiscard) }</button>
            </div>
        </div>
    }
}

fn language(desk: &DeskHandle, languages: &[(String, String, bool)]) -> Html {
    let choose = desk.callback(|event: Event| CardAction::ChoseLanguage(entered_text(&event)));
    html! {
        <div class="field">
            <label for="card-language">{ desk.text(Text::CardLanguage) }</label>
            <div class="field__box">
                <select id="card-language" onchange={choose}>
                    for (code, name, is_shown) in languages {
                        <option value={code.clone()} selected={*is_shown}>{ name }</option>
                    }
                </select>
            </div>
        </div>
    }
}

fn form_section(desk: &DeskHandle, section: &FormSection) -> Html {
    let id = format!("card-section-{}", section.name);
    html! {
        <section class="panel" key={section.name} aria-labelledby={id.clone()} data-section={section.name}>
            <h3 {id}>{ desk.text(section.title) }</h3>
            if let Some(lead) = section.lead {
                <p class="quiet small">{ desk.text(lead) }</p>
            }
            for field in &section.fields {
                { form_field(desk, field) }
            }
            for list in &section.lists {
                { listed(desk, list) }
            }
            for field in &section.folded {
                <Folded key={field.id.clone()} title={desk.text(field.label).to_owned()} is_needed={!field.value.is_empty()}>
                    { form_field(desk, field) }
                </Folded>
            }
        </section>
    }
}

/// The lines of a step are folded as long as they are the usual ones.
fn listed(desk: &DeskHandle, list: &FormList) -> Html {
    let Some(title) = &list.title else { return form_list(desk, list) };
    let title = format!("{title} ({})", list.rows.len());
    html! { <Folded key={list_name(list.list)} {title} is_needed={!list.is_usual()}>{ form_list(desk, list) }</Folded> }
}

#[derive(Properties, PartialEq)]
struct FoldedProps {
    title: AttrValue,
    /// Whether something is in it.
    is_needed: bool,
    children: Html,
}

/// What few need. Whoever empties what is in it goes on typing there, so it is not folded again.
#[component]
fn Folded(FoldedProps { title, is_needed, children }: &FoldedProps) -> Html {
    let is_open = use_mut_ref(|| false);
    *is_open.borrow_mut() |= *is_needed;
    let open = *is_open.borrow();
    html! { <details class="more" {open}><summary>{ title }</summary>{ children.clone() }</details> }
}

/// What is still to be done, and what is in the card besides.
fn standing(desk: &DeskHandle, form: &card::FormView) -> Html {
    let count = form.fault_count.to_string();
    html! {
        <div class="stack" data-faults={count.clone()}>
            <p role="status">
                if form.fault_count == 0 {
                    { desk.text(Text::CardNoFaults) }
                } else {
                    <strong>{ desk.count(Text::CardFaultsTitle, &[("count", form.fault_count)], &[]) }</strong>
                }
            </p>
            if let Some((id, name)) = form.first_fault(desk) {
                <p>
                    <button type="button" class="plainlink" onclick={move |_| document::unfold_and_focus(&id)}>
                        { desk.fill(Text::CardFaultsFirst, &[("name", &unmarked(&name))]) }
                    </button>
                </p>
            }
            { fault_list(desk, &form.faults, None) }
            if form.without_source > 0 {
                <p class="quiet small">
                    { desk.count(Text::CardUnsourced, &[("count", form.without_source)], &[]) }
                </p>
            }
            if !form.kept.is_empty() {
                <p class="quiet small">{ desk.fill(Text::CardKept, &[("what", &desk.texts.list(&form.kept))]) }</p>
            }
        </div>
    }
}

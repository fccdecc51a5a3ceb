use yew::prelude::*;

use super::step::step_box;
use crate::catalog::Guide;
use crate::desk::Route;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{Choice, choices, marked_text, missing, source_list, sure_mark, values};
use crate::texts::Text;

/// The steps of a product, and its values beside them.
pub fn guide_view(desk: &DeskHandle) -> Html {
    let Some(guide) = desk.guide() else {
        return missing(desk);
    };
    html! {
        <div class="guide">
            <div class="guide__head">
                <nav class="crumbs">
                    <a href="#/">{ desk.text(Text::NavProducts) }</a><span>{ "/ " }{ &guide.product.vendor }</span>
                </nav>
                <h1>{ desk.heading() }</h1>
                <p class="lead">{ marked_text(&guide.prose.summary) }</p>
                { tags(desk, guide) }
                { variants(desk, guide) }
                { corrections(desk, guide) }
                { progress(desk) }
                if desk.handed_over {
                    <p role="status"><strong>{ desk.text(Text::CodeHandedOver) }</strong></p>
                }
            </div>
            <div class="steps">
                for step in desk.steps() {
                    { step_box(desk, *step) }
                }
            </div>
            { values(desk) }
        </div>
    }
}

fn tags(desk: &DeskHandle, guide: &Guide) -> Html {
    let minutes = guide.product.minutes.to_string();
    let scopes = desk.scopes_view().map_or(0, |view| view.taken_count());
    html! {
        <div class="tags">
            <span class="tag tag--accent">{ desk.app_name().to_owned() }</span>
            <span class="tag">{ desk.fill(Text::Minutes, &[("minutes", &minutes)]) }</span>
            if scopes > 0 {
                <span class="tag">{ desk.fill(Text::TagScopes, &[("count", &scopes.to_string())]) }</span>
            }
            if guide.product.redundant_pair {
                <span class="tag">{ desk.text(Text::TagPair) }</span>
            }
            <span class="tag">{ desk.fill(Text::TagChecked, &[("month", &guide.product.checked)]) }</span>
        </div>
    }
}

fn variants(desk: &DeskHandle, guide: &Guide) -> Html {
    if guide.product.variants.len() < 2 {
        return html! {};
    }
    let chosen = desk.variant().map(|variant| variant.id.as_str());
    let all: Vec<Choice> = guide
        .product
        .variants
        .iter()
        .filter_map(|variant| {
            let prose = guide.prose.variants.get(&variant.id)?;
            Some((variant.id.clone(), prose.name.clone().into(), chosen == Some(variant.id.as_str())))
        })
        .collect();
    let when = chosen.and_then(|id| guide.prose.variants.get(id)).map_or("", |prose| prose.when.as_str());
    let id = guide.product.id.clone();
    let on_choose = Callback::from(move |variant: String| {
        crate::browser::address_bar::go(&Route::Product { id: id.clone(), variant: Some(variant) }.to_string());
    });
    html! {
        <>
            { choices(desk.text(Text::VariantsLabel), "variant", &all, &on_choose) }
            <p class="small quiet">{ marked_text(when) }</p>
        </>
    }
}

fn corrections(desk: &DeskHandle, guide: &Guide) -> Html {
    let all = &guide.product.corrections;
    if all.is_empty() {
        return html! {};
    }
    html! {
        <details class="more">
            <summary>{ desk.fill(Text::CorrectionsTitle, &[("count", &all.len().to_string())]) }</summary>
            <ul class="todo">
                for one in all.iter() {
                    <li key={one.id.clone()} class="stack">
                        <p>{ marked_text(guide.prose.corrections.get(&one.id).map_or("", String::as_str)) }{ " " }
                            { sure_mark(desk, one.sure) }</p>
                        { source_list(desk, &desk.product_sources(&one.source)) }
                    </li>
                }
            </ul>
        </details>
    }
}

fn progress(desk: &DeskHandle) -> Html {
    let count = desk.steps().len().to_string();
    let label = match desk.current() {
        Some(step) => desk.fill(Text::ProgressLabel, &[("step", &desk.number(step).to_string()), ("count", &count)]),
        None => desk.fill(Text::ProgressDone, &[("count", &count)]),
    };
    html! {
        <ol class="progress" aria-label={label}>
            for step in desk.steps() {
                <li data-state={desk.progress(*step).name()} title={desk.step_title(*step)} />
            }
        </ol>
    }
}

use yew::prelude::*;

use super::step::StepBox;
use crate::catalog::Guide;
use crate::desk::Route;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{Choices, MarkedText, Missing, SourceList, SureMark, Values, source_rows};
use crate::texts::Text;

/// The guide of a product.
#[derive(Properties, PartialEq)]
pub struct GuideViewProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The steps of a product, and its values beside them.
#[component]
pub fn GuideView(props: &GuideViewProps) -> Html {
    let desk = &props.desk;
    let Some(guide) = desk.guide() else {
        return html! { <Missing desk={desk.clone()} /> };
    };
    html! {
        <div class="guide">
            <div class="guide__head">
                <nav class="crumbs">
                    <a href="#/">{ desk.text(Text::NavProducts) }</a><span>{ "/ " }{ &guide.product.vendor }</span>
                </nav>
                <h1>{ desk.heading() }</h1>
                <p class="lead"><MarkedText text={guide.prose.summary.clone()} /></p>
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
                    <StepBox key={step.name()} desk={desk.clone()} step={*step} />
                }
            </div>
            <Values desk={desk.clone()} />
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
    let choices: Vec<_> = guide
        .product
        .variants
        .iter()
        .filter_map(|variant| {
            let prose = guide.prose.variants.get(&variant.id)?;
            Some((variant.id.clone().into(), prose.name.clone().into(), chosen == Some(variant.id.as_str())))
        })
        .collect();
    let when = chosen.and_then(|id| guide.prose.variants.get(id)).map(|prose| prose.when.clone()).unwrap_or_default();
    let id = guide.product.id.clone();
    let on_choose = Callback::from(move |variant: String| {
        crate::browser::address_bar::go(&Route::Product { id: id.clone(), variant: Some(variant) }.to_string());
    });
    html! {
        <>
            <Choices legend={desk.text(Text::VariantsLabel)} name="variant" {choices} {on_choose} />
            <p class="small quiet"><MarkedText text={when} /></p>
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
                        <p><MarkedText text={guide.prose.corrections.get(&one.id).cloned().unwrap_or_default()} />{ " " }
                            <SureMark desk={desk.clone()} sure={one.sure} /></p>
                        <SourceList desk={desk.clone()} sources={source_rows(&one.source, &guide.product.sources)} />
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

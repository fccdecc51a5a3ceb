//! The guide of a product.

mod code_way;
mod corrections;
mod drawing;
mod inputs;
mod lines;
mod pair;
mod paper;
mod scopes;
mod shown;
mod sketch;
mod step;
mod values;

use yew::prelude::*;

use self::corrections::corrections;
use self::drawing::folded_drawing;
pub use self::inputs::one_input;
use self::pair::pair;
use self::paper::{on_paper, print_button};
use self::step::step_box;
pub use self::step::summary_id;
use self::values::values;
use crate::browser::address_bar;
use crate::catalog::Guide;
use crate::desk::{GuideAction, guide};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{RadioChoice, arrived_link, choices, loading, made_up_box, prose_text, support};
use crate::texts::Text;

/// The steps of a product, and its values next to them.
pub fn guide_view(desk: &DeskHandle) -> Html {
    let Some(guide) = desk.guide() else {
        return html! { <div class="plain"><h1>{ desk.heading() }</h1>{ loading(desk) }</div> };
    };
    let head = html! {
        <>
            <nav class="crumbs">
                <a href="#/">{ desk.text(Text::NavProducts) }</a>
                <span>{ "/ " }{ &guide.product.vendor }</span>
            </nav>
            <h1>{ desk.heading() }</h1>
        </>
    };
    whole(desk, guide, head)
}

/// The same below a heading of its own, once it is there.
pub fn guide_body(desk: &DeskHandle) -> Html {
    desk.guide().map(|guide| whole(desk, guide, Html::default())).unwrap_or_default()
}

fn whole(desk: &DeskHandle, guide: &Guide, head: Html) -> Html {
    let drawing = guide::drawing::drawing(desk);
    html! {
        <div class="guide" data-pair={guide::needs_pair(desk).then_some("")}>
            <div class="guide__head">
                { head }
                <p class="lead">{ prose_text(&guide.prose.summary) }</p>
                { tags(desk, guide) }
                { about_files(desk) }
                { variants(desk, guide) }
                { pair(desk) }
                if let Some(drawing) = &drawing {
                    { folded_drawing(desk, drawing) }
                }
                { arrived_link(desk) }
                { progress(desk) }
                { made_up_box(desk) }
                if desk.handed_over {
                    <p role="status"><strong>{ desk.text(Text::CodeHandedOver) }</strong></p>
                }
            </div>
            <div class="steps">
                for step in guide::steps(desk) {
                    { step_box(desk, step) }
                }
                { corrections(desk, None) }
                { support(desk) }
                { print_button(desk) }
                { on_paper(desk, drawing.as_ref()) }
            </div>
            { values(desk) }
        </div>
    }
}

fn tags(desk: &DeskHandle, guide: &Guide) -> Html {
    let product = &guide.product;
    let scopes = guide::scopes_view(desk).map_or(0, |view| view.taken_count());
    html! {
        <div class="tags">
            <span class="tag tag--accent">
                if product.no_app.is_some() {
                    { desk.text(Text::TagNoApp) }
                } else {
                    { guide::app_name(desk) }
                }
            </span>
            <span class="tag">{ desk.count(Text::Minutes, &[("minutes", product.minutes as usize)], &[]) }</span>
            if scopes > 0 {
                <span class="tag">{ desk.count(Text::TagScopes, &[("count", scopes)], &[]) }</span>
            }
            if guide::needs_pair(desk) {
                <span class="tag">{ desk.text(Text::TagPair) }</span>
            }
            if let Some(month) = guide::verified(desk) {
                <span class="tag">{ desk.fill(Text::TagChecked, &[("month", &desk.texts.formats().date(month))]) }</span>
            }
        </div>
    }
}

/// What is to be said of the files that the guide is made from: that a part is not translated, and what is wrong.
fn about_files(desk: &DeskHandle) -> Html {
    let Some(loaded) = desk.loaded_guide() else { return Html::default() };
    let count = loaded.faults.len().to_string();
    html! {
        <>
            if loaded.untranslated > 0 {
                <p class="quiet" role="note">{ desk.text(Text::GuideEnglish) }</p>
            }
            if !loaded.faults.is_empty() {
                <div class="stack" role="note" data-faults={count.clone()}>
                    <p><strong>{ desk.count(Text::GuideFaults, &[("count", loaded.faults.len())], &[]) }</strong></p>
                    <ul lang="en">
                        for fault in loaded.faults.iter() {
                            <li><code>{ fault.to_string() }</code></li>
                        }
                    </ul>
                </div>
            }
        </>
    }
}

/// The ways to connect the product, to choose from.
pub fn variant_choices(desk: &DeskHandle) -> Vec<RadioChoice> {
    let all = guide::variants(desk).into_iter();
    all.map(|(id, name, is_shown)| (id.to_owned(), name.to_owned(), is_shown)).collect()
}

fn variants(desk: &DeskHandle, guide: &Guide) -> Html {
    let all = variant_choices(desk);
    if all.is_empty() {
        return Html::default();
    }
    let shown = desk.variant().and_then(|variant| guide.prose.variants.get(&variant.id));
    let when = shown.map(|prose| prose_text(&prose.when));
    let route = desk.route.clone();
    let choose = Callback::from(move |variant| address_bar::go(&route.with_variant(variant).to_string()));
    html! {
        <>
            { choices(desk.text(Text::VariantsLabel), "variant", &all, &choose) }
            if let Some(when) = when {
                <p class="small quiet">{ when }</p>
            }
            if let Some(can_take) = guide::apps::put_by(desk) {
                <p class="small" data-put-by="">{ desk.sentence(Text::VariantOtherApp) }</p>
                if can_take {
                    <div class="row">
                        <button type="button" class="button" onclick={desk.callback(|_| GuideAction::TookCredentials)}>
                            { desk.text(Text::VariantTake) }
                        </button>
                    </div>
                }
            }
        </>
    }
}

fn progress(desk: &DeskHandle) -> Html {
    html! {
        <ol class="progress" aria-label={guide::progress_sentence(desk)}>
            for step in guide::steps(desk) {
                <li
                    data-state={guide::progress(desk, step).name()}
                    title={guide::step_title_with_progress(desk, step)}
                />
            }
        </ol>
    }
}

use super::step::step_box;
use crate::browser::address_bar;
use crate::catalog::Guide;
use crate::desk::{Route, Step};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::page::parts::{Choice, choices, missing, source_list, sure_mark, values};
use crate::texts::Text;

/// The steps of a product, and its values next to them.
#[inline(never)]
pub fn guide_view(desk: &DeskHandle) -> Element {
    let Some(guide) = desk.guide() else {
        return el("div.plain").with(el("h1").text(&desk.heading())).with(missing(desk));
    };
    let crumbs = el("nav.crumbs")
        .with(el("a[href=#/]").say(desk, Text::NavProducts))
        .with(el("span").text("/ ").text(&guide.product.vendor));
    let handed_over = desk.handed_over.then(|| el("p[role=status]").with(el("strong").say(desk, Text::CodeHandedOver)));
    let head = el("div.guide__head")
        .with(crumbs)
        .with(el("h1").text(&desk.heading()))
        .with(el("p.lead").marked(&guide.prose.summary))
        .with(tags(desk, guide))
        .maybe(variants(desk, guide))
        .maybe(corrections(desk, guide))
        .with(progress(desk))
        .maybe(handed_over);
    el("div.guide")
        .with(head)
        .with(el("div.steps").each(desk.steps().iter().map(|step| step_box(desk, *step))))
        .with(values(desk))
}

fn tags(desk: &DeskHandle, guide: &Guide) -> Element {
    let product = &guide.product;
    let scopes = desk.scopes_view().map_or(0, |view| view.taken_count());
    let tag = || el("span.tag");
    let scopes = (scopes > 0).then(|| tag().fill(desk, Text::TagScopes, &[("count", &scopes.to_string())]));
    el("div.tags")
        .with(el("span.tag.tag--accent").text(desk.app_name()))
        .with(tag().fill(desk, Text::Minutes, &[("minutes", &product.minutes.to_string())]))
        .maybe(scopes)
        .maybe(desk.needs_pair().then(|| tag().say(desk, Text::TagPair)))
        .with(tag().fill(desk, Text::TagChecked, &[("month", &product.checked)]))
}

fn variants(desk: &DeskHandle, guide: &Guide) -> Option<Element> {
    if guide.product.variants.len() < 2 {
        return None;
    }
    let chosen = desk.variant().map(|variant| variant.id.as_str());
    let all = guide.product.variants.iter().filter_map(|variant| {
        let prose = guide.prose.variants.get(&variant.id)?;
        Some((variant.id.clone(), prose.name.clone(), chosen == Some(variant.id.as_str())))
    });
    let all: Vec<Choice> = all.collect();
    let when = chosen.and_then(|id| guide.prose.variants.get(id)).map_or("", |prose| prose.when.as_str());
    let id = guide.product.id.clone();
    let choice = choices(desk.text(Text::VariantsLabel), "variant", &all, move |variant| {
        address_bar::go(&Route::Product { id: id.clone(), variant: Some(variant) }.to_string());
    });
    Some(group().with(choice).with(el("p.small.quiet").marked(when)))
}

fn corrections(desk: &DeskHandle, guide: &Guide) -> Option<Element> {
    let all = &guide.product.corrections;
    if all.is_empty() {
        return None;
    }
    let list = all.iter().map(|one| {
        let sentence = guide.prose.corrections.get(&one.id).map_or("", String::as_str);
        el("li.stack")
            .key(&one.id)
            .with(el("p").marked(sentence).text(" ").with(sure_mark(desk, one.sure)))
            .with(source_list(desk, &desk.product_sources(&one.source)))
    });
    Some(
        el("details.more")
            .with(el("summary").fill(desk, Text::CorrectionsTitle, &[("count", &all.len().to_string())]))
            .with(el("ul.todo").each(list)),
    )
}

fn progress(desk: &DeskHandle) -> Element {
    let mark = |step: &Step| {
        let item = el("li").attr("data-state", desk.progress(*step).name());
        item.attr("title", &desk.step_title_with_progress(*step))
    };
    el("ol.progress").attr("aria-label", &desk.progress_sentence()).each(desk.steps().iter().map(mark))
}

use web_sys::HtmlSelectElement;
use yew::TargetCast;

use super::icon;
use crate::browser::document;
use crate::desk::{Action, Route};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el};
use crate::texts::{Language, Text};

/// The bar above every view.
pub fn bar(desk: &DeskHandle) -> Element {
    let is_tools = matches!(desk.route, Route::Tools | Route::Tool(_));
    let is_products = matches!(desk.route, Route::Start | Route::Product { .. });
    let current = |here: bool| here.then_some("page");
    // A link would change the route, so the skip link moves the focus itself.
    let skip = el("a.skip[href=#/]").say(desk, Text::SkipToContent).hear(
        On::Click,
        Box::new(|event| {
            event.prevent_default();
            document::focus("main");
        }),
    );
    let picture = el("svg[viewBox=0 0 28 28][aria-hidden=true]")
        .with(el("rect.brand__tile[width=28][height=28][rx=7]"))
        .with(el("path.brand__line[d=M8 18.5V17a6 6 0 0 1 12 0v1.5M6 18.5h16M14 7v2.5]"));
    let views = el("nav")
        .attr("aria-label", desk.text(Text::NavMain))
        .with(el("a[href=#/]").attr_if("aria-current", current(is_products)).say(desk, Text::NavProducts))
        .with(el("a[href=#/tools]").attr_if("aria-current", current(is_tools)).say(desk, Text::NavTools));
    let languages = el("select.button[id=language]")
        .on(On::Change, desk, |event| {
            let code = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            Action::ChoseLanguage(code.and_then(|code| Language::of_tag(&code)).unwrap_or_default())
        })
        .each(Language::ALL.into_iter().map(|language| {
            el("option")
                .attr("value", language.code())
                .attr("lang", language.code())
                .flag("selected", language == desk.language)
                .text(language.own_name())
        }));
    el("header.bar").with(
        el("div.bar__inner")
            .with(skip)
            .with(el("a.brand[href=#/]").with(picture).say(desk, Text::Title))
            .with(views)
            .with(
                el("div.bar__end")
                    .with(
                        el("a.seal").attr("href", &Route::Secrets.to_string()).with(icon("lock")).say(desk, Text::Seal),
                    )
                    .with(el("label.visually-hidden[for=language]").say(desk, Text::LanguageLabel))
                    .with(languages),
            ),
    )
}

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon;
use crate::desk::{Action, Route};
use crate::page::desk_handle::DeskHandle;
use crate::texts::{Language, Text};

/// The bar above every view.
pub fn bar(desk: &DeskHandle) -> Html {
    let is_tools = matches!(desk.route, Route::Tools | Route::Tool(_));
    let is_products = matches!(desk.route, Route::Start | Route::Product { .. });
    let current = |here: bool| here.then_some("page");
    let onchange = desk.callback(|event: Event| {
        let code = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        Action::ChoseLanguage(code.and_then(|code| Language::of_tag(&code)).unwrap_or_default())
    });
    // A link would change the route, so the skip link moves the focus itself.
    let onskip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::document::focus("main");
    });
    html! {
        <header class="bar"><div class="bar__inner">
            <a class="skip" href="#/" onclick={onskip}>{ desk.text(Text::SkipToContent) }</a>
            <a class="brand" href="#/">
                <svg viewBox="0 0 28 28" aria-hidden="true">
                    <rect class="brand__tile" width="28" height="28" rx="7" />
                    <path class="brand__line" d="M8 18.5V17a6 6 0 0 1 12 0v1.5M6 18.5h16M14 7v2.5" />
                </svg>
                { desk.text(Text::Title) }
            </a>
            <nav aria-label={desk.text(Text::NavMain)}>
                <a href="#/" aria-current={current(is_products)}>{ desk.text(Text::NavProducts) }</a>
                <a href="#/tools" aria-current={current(is_tools)}>{ desk.text(Text::NavTools) }</a>
            </nav>
            <div class="bar__end">
                <a class="seal" href={Route::Secrets.to_string()}>{ icon("lock") }{ desk.text(Text::Seal) }</a>
                <label class="visually-hidden" for="language">{ desk.text(Text::LanguageLabel) }</label>
                <select class="button" id="language" {onchange}>
                    for language in Language::ALL {
                        <option value={language.code()} lang={language.code()} selected={language == desk.language}>
                            { language.own_name() }
                        </option>
                    }
                </select>
            </div>
        </div></header>
    }
}

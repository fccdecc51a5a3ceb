use yew::prelude::*;

use super::icon;
use crate::browser::document;
use crate::desk::{About, Route, ViewAction};
use crate::page::desk_handle::DeskProps;
use crate::page::entered::entered_text;
use crate::texts::{Language, Text};

/// The bar above every view.
#[component]
pub fn Bar(DeskProps { desk }: &DeskProps) -> Html {
    let is_products = matches!(desk.route, Route::Start | Route::Product { .. });
    let is_tools = matches!(desk.route, Route::Tools | Route::Tool(_));
    let current = |is_here: bool| is_here.then_some("page");
    // A link would change the route, so the skip link moves the focus itself.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        document::focus("main");
    };
    let choose_language = desk.callback(|event: Event| {
        ViewAction::ChoseLanguage(Language::of_tag(&entered_text(&event)).unwrap_or_default())
    });
    html! {
        <header class="bar">
            <div class="bar__inner">
                <a class="skip" href="#/" onclick={skip}>{ desk.text(Text::SkipToContent) }</a>
                <a class="brand" href="#/">
                    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
                        <rect class="brand__tile" width="28" height="28" rx="7" />
                        <path class="brand__line" d="M8 18.5V17a6 6 0 0 1 12 0v1.5M6 18.5h16M14 7v2.5" />
                    </svg>
                    { desk.text(Text::Title) }
                </a>
                <nav aria-label={desk.text(Text::NavMain).to_owned()}>
                    <a href="#/" aria-current={current(is_products)}>{ desk.text(Text::NavProducts) }</a>
                    <a href="#/tools" aria-current={current(is_tools)}>{ desk.text(Text::NavTools) }</a>
                </nav>
                <div class="bar__end">
                    <a class="seal" href={Route::About(About::Secrets).to_string()}>{ icon("lock") }{ desk.text(Text::Seal) }</a>
                    <label class="visually-hidden" for="language">{ desk.text(Text::LanguageLabel) }</label>
                    <select class="button" id="language" onchange={choose_language}>
                        for language in Language::all() {
                            <option
                                value={language.code()}
                                lang={language.code()}
                                selected={language == desk.language}
                            >
                                { language.own_name() }
                            </option>
                        }
                    </select>
                </div>
            </div>
        </header>
    }
}

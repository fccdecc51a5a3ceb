use yew::prelude::*;

use crate::catalog::{Confidence, Source};
use crate::desk::card::is_shown;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The sources, one click away.
pub fn source_list(desk: &DeskHandle, sources: &[&Source]) -> Html {
    html! {
        if !sources.is_empty() {
            <details class="sources">
                <summary>{ desk.text(Text::Sources) }</summary>
                <ul>
                    for source in sources {
                        { one_source(desk, source) }
                    }
                </ul>
            </details>
        }
    }
}

fn one_source(desk: &DeskHandle, source: &Source) -> Html {
    html! {
        <li>
            if let Some(url) = &source.url {
                <a target="_blank" rel="noopener noreferrer" href={url.as_str().to_owned()}>
                    { &source.title }
                    // Where it leads is no secret of whoever made the card.
                    if is_shown(desk) {
                        { " " }{ url.as_str() }
                    }
                </a>
            } else {
                { &source.title }
            }
            if let Some(date) = &source.date {
                { " · " }{ desk.fill(Text::SourceDate, &[("date", &desk.texts.formats().date(date))]) }
            }
        </li>
    }
}

/// Marks a fact that nobody of the provider or the vendor has said.
pub fn sure_mark(desk: &DeskHandle, sure: Confidence) -> Html {
    let text = match sure {
        Confidence::Confirmed => return Html::default(),
        Confidence::ThirdParty => Text::SureThirdParty,
        Confidence::Inferred => Text::SureInferred,
    };
    html! { <span class="todo__sure" data-sure="">{ desk.text(text) }</span> }
}

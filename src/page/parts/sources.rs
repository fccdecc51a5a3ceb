use yew::prelude::*;

use crate::catalog::{Source, Sure};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The sources, one click away.
pub fn source_list(desk: &DeskHandle, sources: &[&Source]) -> Html {
    if sources.is_empty() {
        return html! {};
    }
    html! {
        <details class="sources">
            <summary>{ desk.text(Text::Sources) }</summary>
            <ul>
                for source in sources {
                    <li>
                        if let Some(url) = &source.url {
                            <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ &source.title }</a>
                        } else {
                            { &source.title }
                        }
                        if let Some(date) = &source.date {
                            { " · " }{ desk.fill(Text::SourceDate, &[("date", date)]) }
                        }
                    </li>
                }
            </ul>
        </details>
    }
}

/// Marks a fact that nobody of the provider or the vendor has said.
pub fn sure_mark(desk: &DeskHandle, sure: Sure) -> Html {
    let text = match sure {
        Sure::Confirmed => return html! {},
        Sure::ThirdParty => Text::SureThirdParty,
        Sure::Inferred => Text::SureInferred,
    };
    html! { <span class="todo__sure" data-sure="">{ desk.text(text) }</span> }
}

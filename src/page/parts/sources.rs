use std::collections::BTreeMap;

use yew::prelude::*;

use crate::catalog::{Source, Sure};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Where a fact was read.
#[derive(Properties, PartialEq)]
pub struct SourceListProps {
    /// The desk.
    pub desk: DeskHandle,
    /// Title, address and date of each source.
    pub sources: Vec<SourceRow>,
}

/// Title, address and date of a source.
pub type SourceRow = (AttrValue, Option<AttrValue>, Option<AttrValue>);

/// The sources of those names.
pub fn source_rows(names: &[String], known: &BTreeMap<String, Source>) -> Vec<SourceRow> {
    let owned = |text: &Option<String>| text.clone().map(AttrValue::from);
    let named = names.iter().filter_map(|name| known.get(name));
    named.map(|source| (source.title.clone().into(), owned(&source.url), owned(&source.date))).collect()
}

/// The sources, one click away.
#[component]
pub fn SourceList(props: &SourceListProps) -> Html {
    let SourceListProps { desk, sources } = props;
    if sources.is_empty() {
        return html! {};
    }
    html! {
        <details class="sources">
            <summary>{ desk.text(Text::Sources) }</summary>
            <ul>
                for (title, url, date) in sources.iter() {
                    <li>
                        if let Some(url) = url {
                            <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ title }</a>
                        } else {
                            { title }
                        }
                        if let Some(date) = date {
                            { " · " }{ desk.fill(Text::SourceDate, &[("date", date)]) }
                        }
                    </li>
                }
            </ul>
        </details>
    }
}

/// How sure a fact is.
#[derive(Properties, PartialEq)]
pub struct SureMarkProps {
    /// The desk.
    pub desk: DeskHandle,
    /// How sure.
    pub sure: Sure,
}

/// Marks a fact that nobody of the provider or the vendor has said.
#[component]
pub fn SureMark(props: &SureMarkProps) -> Html {
    let text = match props.sure {
        Sure::Confirmed => return html! {},
        Sure::ThirdParty => Text::SureThirdParty,
        Sure::Inferred => Text::SureInferred,
    };
    html! { <span class="todo__sure" data-sure="">{ props.desk.text(text) }</span> }
}

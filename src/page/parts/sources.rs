use crate::catalog::{Source, Sure};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The sources, one click away.
pub fn source_list(desk: &DeskHandle, sources: &[&Source]) -> Element {
    if sources.is_empty() {
        return group();
    }
    let list = sources.iter().map(|source| {
        let title = match &source.url {
            Some(url) => el("a[target=_blank][rel=noopener noreferrer]").attr("href", url),
            None => group(),
        };
        let date = source.date.as_ref();
        let date = date.map(|date| group().text(" · ").fill(desk, Text::SourceDate, &[("date", date)]));
        el("li").with(title.text(&source.title)).maybe(date)
    });
    el("details.sources").with(el("summary").say(desk, Text::Sources)).with(el("ul").each(list))
}

/// Marks a fact that nobody of the provider or the vendor has said.
pub fn sure_mark(desk: &DeskHandle, sure: Sure) -> Element {
    let text = match sure {
        Sure::Confirmed => return group(),
        Sure::ThirdParty => Text::SureThirdParty,
        Sure::Inferred => Text::SureInferred,
    };
    el("span.todo__sure[data-sure]").say(desk, text)
}

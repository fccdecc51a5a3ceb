use super::{CopyLine, CopyMark, copy_button, copy_line, missing, source_list, sure_mark};
use crate::catalog::Sure;
use crate::desk::{AskedView, CauseView, ErrorView, ExplanationView, Meaning};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// An error as the server writes it, what it means, what may have caused it, and where it is fixed.
pub fn explanation(desk: &DeskHandle, view: &ErrorView<'_>) -> Element {
    let error = view.error.as_ref().map(|error| el("p").marked(&desk.fill(Text::RefusedWith, &[("error", error)])));
    let sentence = view.sentence.as_ref();
    let sentence = sentence.map(|text| el("p").say(desk, Text::AnswerReason).text(": ").with(el("code").text(text)));
    let meaning = match &view.meaning {
        Meaning::NoTable => group(),
        Meaning::Waits => missing(desk),
        Meaning::Unknown => el("p").text(&desk.sentence(Text::ErrorUnknown)),
        Meaning::Known(all) => group().each(all.iter().map(|one| explained(desk, one))),
    };
    el("div.explanation")
        .maybe(error)
        .maybe(sentence)
        .maybe(view.asked.as_ref().map(|asked| scopes(desk, asked)))
        .with(meaning)
}

fn explained(desk: &DeskHandle, view: &ExplanationView<'_>) -> Element {
    let says = el("p").with(el("strong").marked(view.says)).text(" ").with(sure_mark(desk, view.sure));
    el("div.explanation__row")
        .key(view.row)
        .attr("data-error", view.row)
        .with(says)
        .with(source_list(desk, &view.sources))
        .with(el("p.quiet").say(desk, Text::ErrorCauses))
        .with(el("ol.explanation__causes").each(view.causes.iter().map(|one| cause(desk, one))))
}

fn cause(desk: &DeskHandle, view: &CauseView<'_>) -> Element {
    let because = view.because.as_ref();
    let likely =
        because.map(|reason| el("p.explanation__likely").marked(&desk.fill(Text::ErrorLikely, &[("reason", reason)])));
    let place = view.path.as_ref().map(|path| {
        let provider = desk.provider().map_or("", |provider| provider.name.as_str());
        el("p").marked(&desk.fill(Text::ErrorWhere, &[("provider", provider), ("path", path)]))
    });
    el("li.explanation__cause")
        .key(view.id)
        .attr("data-cause", view.id)
        .flag("data-likely", view.because.is_some())
        .with(el("p").marked(view.says))
        .maybe(likely)
        .with(el("p").marked(view.mend))
        .maybe(place)
        .maybe((view.sure != Sure::Confirmed).then(|| el("div").with(sure_mark(desk, view.sure))))
        .with(source_list(desk, &view.sources))
}

fn scopes(desk: &DeskHandle, asked: &AskedView) -> Element {
    let label = desk.text(Text::AskedScopes);
    let several = asked.names.len() > 1;
    let one = several.then(|| el("p").say(desk, Text::AskedOne).text(" ").with(sure_mark(desk, Sure::Inferred)));
    let cut = asked.is_cut.then(|| el("p.quiet").say(desk, Text::AskedCut));
    let lines = asked.names.iter().map(|name| {
        let line = CopyLine { label: name, value: &Secret::new(name.as_str()), masked: false, mark: CopyMark::None };
        el("li").key(name).attr("data-scope", name).with(copy_line(desk, &line))
    });
    let all = several.then(|| {
        let says = desk.fill(Text::CopyLabel, &[("label", label)]);
        el("div.row").with(copy_button(desk, label, &Secret::new(asked.names.join("\n")), Some(&says)))
    });
    el("div.explanation__row")
        .with(el("p").with(el("strong").text(label)))
        .maybe(one)
        .maybe(cut)
        .with(el("ul.explanation__scopes").each(lines))
        .maybe(all)
}

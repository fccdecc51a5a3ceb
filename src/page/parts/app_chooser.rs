use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use super::{missing, source_list, sure_mark};
use crate::browser::document;
use crate::desk::{Action, AnsweredView, ChooserNow, ChooserView, Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, group};
use crate::texts::Text;

/// The heading of the question that is asked now, which takes the focus when the one before was answered.
const NOW: &str = "chooser-now";

/// Questions that tell the app types apart, one at a time, and what they lead to.
pub fn app_chooser(desk: &DeskHandle) -> Element {
    match desk.chooser_view() {
        Some(view) => chooser(desk, &view),
        None => missing(desk),
    }
}

/// That the app may be of a different type than the values require, and how to find out.
pub fn app_doubt(desk: &DeskHandle) -> Option<Element> {
    let link = el("a").attr("href", &Route::Tool(Tool::AppType).to_string()).say(desk, Text::ToolAppType);
    desk.account_doubt().map(|doubt| el("p.small.quiet").marked(&doubt).text(" ").with(link))
}

fn chooser(desk: &DeskHandle, view: &ChooserView<'_>) -> Element {
    let now = || el("h2[tabindex=-1]").attr("id", NOW);
    let (name, id, heading, body) = match &view.now {
        ChooserNow::Question { id, asks, answers } => {
            let all = answers.iter().map(|answer| {
                let button = answering(desk, "button", &answer.then).marked(answer.says);
                el("li").key(answer.id).with(button.attr("data-answer", answer.id))
            });
            ("question", *id, now().marked(asks), el("ul.chooser__answers").attr("aria-labelledby", NOW).each(all))
        }
        ChooserNow::Outcome { id, app, says, next } => {
            let app = app.map(|app| el("p").marked(&desk.fill(Text::ChooserKind, &[("app", app)])));
            ("outcome", *id, now().marked(says), group().maybe(app).with(el("p").marked(next)))
        }
    };
    let back = view.way.last().map(|last| {
        let again = (view.way.len() > 1).then(|| answering(desk, "button", &[]).say(desk, Text::ChooserAgain));
        let back = answering(desk, "button", &last.before).say(desk, Text::ChooserBack);
        el("div.row").with(back).maybe(again)
    });
    el("div.chooser")
        .maybe((!view.way.is_empty()).then(|| way(desk, &view.way)))
        .with(
            el("div.chooser__now")
                .attr("data-chooser", name)
                .attr("data-step", id)
                .with(heading)
                .with(body)
                .with(el("div").with(sure_mark(desk, view.sure)))
                .with(source_list(desk, &view.sources)),
        )
        .maybe(back)
}

fn way(desk: &DeskHandle, answered: &[AnsweredView<'_>]) -> Element {
    let all = answered.iter().map(|one| {
        let change = answering(desk, "button button--bare", &one.before)
            .attr("aria-label", &one.change)
            .say(desk, Text::ChooserChange);
        el("li")
            .key(one.id)
            .attr("data-answered", one.id)
            .with(el("div").with(el("p.quiet.small").marked(one.asks)).with(el("p").marked(one.says)))
            .with(change)
    });
    el("ol.chooser__way").attr("aria-label", desk.text(Text::ChooserWay)).each(all)
}

/// A button that gives these answers. It is gone afterwards, so the next question takes the focus.
fn answering(desk: &DeskHandle, class: &str, answers: &[String]) -> Element {
    let (desk, answers) = (desk.clone(), answers.to_vec());
    let answer = move |_: &Event| {
        desk.emit(Action::Answered(answers.clone()));
        // The new question is drawn first.
        spawn_local(async { document::focus(NOW) });
    };
    el("button[type=button]").attr("class", class).hear(On::Click, Box::new(answer))
}

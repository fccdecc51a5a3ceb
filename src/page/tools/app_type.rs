use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::document;
use crate::desk::{Action, AnsweredView, ChooserNow, ChooserView, Route, Tool, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{loading, marked_text, source_list, sure_mark};
use crate::texts::Text;

/// The heading of the question that is asked now, which takes the focus when the one before was answered.
const NOW: &str = "chooser-now";

/// Questions that tell the app types apart, one at a time, and what they lead to.
pub fn view(desk: &DeskHandle) -> Html {
    match tools::app_type::view(desk) {
        Some(view) => chooser(desk, &view),
        None => loading(desk),
    }
}

/// That the app may be of a different type than the values require, and how to find out.
pub fn app_doubt(desk: &DeskHandle) -> Html {
    html! {
        if let Some(doubt) = tools::app_type::account_doubt(desk) {
            <p class="small quiet">
                { marked_text(&doubt) }
                { " " }
                <a href={Route::Tool(Tool::AppType).to_string()}>{ desk.text(Text::ToolAppType) }</a>
            </p>
        }
    }
}

fn chooser(desk: &DeskHandle, view: &ChooserView<'_>) -> Html {
    let (name, id) = match &view.now {
        ChooserNow::Question { id, .. } => ("question", *id),
        ChooserNow::Outcome { id, .. } => ("outcome", *id),
    };
    html! {
        <div class="chooser">
            if !view.way.is_empty() {
                { way(desk, &view.way) }
            }
            <div class="chooser__now" data-chooser={name} data-step={id.to_owned()}>
                { now(desk, &view.now) }
                <div>{ sure_mark(desk, view.sure) }</div>
                { source_list(desk, &view.sources) }
            </div>
            if let Some(last) = view.way.last() {
                <div class="row">
                    <button type="button" class="button" onclick={answering(desk, &last.before)}>
                        { desk.text(Text::ChooserBack) }
                    </button>
                    if view.way.len() > 1 {
                        <button type="button" class="button" onclick={answering(desk, &[])}>
                            { desk.text(Text::ChooserAgain) }
                        </button>
                    }
                </div>
            }
        </div>
    }
}

fn now(desk: &DeskHandle, now: &ChooserNow<'_>) -> Html {
    match now {
        ChooserNow::Question { asks, answers, .. } => html! {
            <>
                <h2 tabindex="-1" id={NOW}>{ marked_text(asks) }</h2>
                <ul class="chooser__answers" aria-labelledby={NOW}>
                    for answer in answers {
                        <li key={answer.id}>
                            <button
                                type="button"
                                class="button"
                                data-answer={answer.id.to_owned()}
                                onclick={answering(desk, &answer.then)}
                            >
                                { marked_text(answer.says) }
                            </button>
                        </li>
                    }
                </ul>
            </>
        },
        ChooserNow::Outcome { app, says, next, .. } => html! {
            <>
                <h2 tabindex="-1" id={NOW}>{ marked_text(says) }</h2>
                if let Some(app) = app {
                    <p>{ marked_text(&desk.fill(Text::ChooserKind, &[("app", app)])) }</p>
                }
                <p>{ marked_text(next) }</p>
            </>
        },
    }
}

fn way(desk: &DeskHandle, answered: &[AnsweredView<'_>]) -> Html {
    html! {
        <ol class="chooser__way" aria-label={desk.text(Text::ChooserWay).to_owned()}>
            for one in answered {
                <li key={one.id} data-answered={one.id.to_owned()}>
                    <div><p class="quiet small">{ marked_text(one.asks) }</p><p>{ marked_text(one.says) }</p></div>
                    <button
                        type="button"
                        class="button button--bare"
                        aria-label={one.change.clone()}
                        onclick={answering(desk, &one.before)}
                    >
                        { desk.text(Text::ChooserChange) }
                    </button>
                </li>
            }
        </ol>
    }
}

/// Gives these answers. The button that was clicked is gone afterwards, so the next question takes the focus.
fn answering(desk: &DeskHandle, answers: &[String]) -> Callback<MouseEvent> {
    let (desk, answers) = (desk.clone(), answers.to_vec());
    Callback::from(move |_| {
        desk.emit(Action::Answered(answers.clone()));
        // The new question is drawn first.
        spawn_local(async { document::focus(NOW) });
    })
}

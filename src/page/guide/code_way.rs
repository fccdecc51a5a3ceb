use strum::VariantArray;
use yew::prelude::*;

use crate::desk::guide::{self, CodeStage, CodeWay};
use crate::desk::{Step, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::icon;
use crate::texts::Text;

/// The way of the code, and where on it one is, with the time that the code still has.
pub fn code_way(desk: &DeskHandle, step: Step) -> Html {
    if !matches!(step, Step::Authorize | Step::Exchange) {
        return Html::default();
    }
    let Some(way) = guide::code_way(desk) else { return Html::default() };
    html! {
        <ol class="code-way" aria-label={desk.text(Text::CodeWayTitle).to_owned()} data-here={way.here.name()}>
            for stage in CodeStage::VARIANTS {
                { one_stage(desk, way, *stage) }
            }
        </ol>
    }
}

fn one_stage(desk: &DeskHandle, way: CodeWay, stage: CodeStage) -> Html {
    let name = desk.text(match stage {
        CodeStage::Authorize => Text::CodeWayAuthorize,
        CodeStage::Code => Text::CodeWayCode,
        CodeStage::Exchange => Text::CodeWayExchange,
        CodeStage::Token => Text::RefreshToken,
    });
    let is_here = way.here == stage;
    let is_done = stage < way.here || way.here == CodeStage::Token;
    let state = match (is_done, is_here) {
        (true, _) => "done",
        (false, true) => "here",
        (false, false) => "open",
    };
    let here = if way.is_again { Text::CodeWayAgain } else { Text::CodeWayHere };
    // The line of the step has the clock that a screen reader announces.
    let view = tools::redirect::view(desk).filter(|_| stage == CodeStage::Code && way.here != CodeStage::Token);
    let time = view.as_ref().and_then(tools::redirect::time_left).filter(|_| !way.is_again);
    html! {
        <li data-stage={stage.name()} data-state={state} aria-current={is_here.then_some("step")}>
            if is_done {
                { icon("check") }
            }
            <span>{ name }</span>
            if let Some(time) = time {
                <span class="clock">{ desk.fill(Text::CodeTimeLeft, &[("time", &time)]) }</span>
            }
            if is_here && !is_done {
                <strong>{ desk.text(here) }</strong>
            }
        </li>
    }
}

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::desk::{Action, Desk, Field, Progress, Step};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    FieldBox, button, code_reading, command_box, field_box, header_box, icon, lines, marked_text, token_reading,
    url_box,
};
use crate::texts::Text;

/// A step of a guide: a line that says how far it is, and below it what to do.
pub fn step_box(desk: &DeskHandle, step: Step) -> Html {
    let progress = desk.progress(step);
    let is_open = desk.is_open(step);
    let ontoggle = desk.callback(move |event: Event| {
        let open = event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open());
        Action::Folded { step, open }
    });
    html! {
        <details class="step" key={step.name()} data-step={step.name()} data-state={progress.name()} open={is_open} {ontoggle}>
            <summary id={format!("step-{}", step.name())} aria-current={(progress == Progress::Now).then_some("step")}>
                <span class="step__mark">
                    if progress == Progress::Done {
                        { icon("check") }
                    } else {
                        { desk.number(step) }
                    }
                </span>
                <h2>{ desk.step_title(step) }</h2>
                { note(desk, step, progress) }
            </summary>
            <div class="step__body">
                { body(desk, step) }
                { onward(desk, step) }
            </div>
        </details>
    }
}

fn note(desk: &DeskHandle, step: Step, progress: Progress) -> Html {
    let (ticked, all) = desk.ticked(step);
    if step == Step::Code
        && let Some(view) = desk.code_view().filter(|view| view.code().is_some())
        && let (Some(time), Some(left)) = (Desk::time_left(&view), view.time_left)
    {
        let text = if left.seconds == 0 {
            desk.text(Text::CodeTimeOver)
        } else {
            desk.fill(Text::CodeTimeLeft, &[("time", &time)])
        };
        let level = if left.seconds == 0 { "bad" } else { "warn" };
        return html! { <span class="clock" role="timer" data-level={level}>{ text }</span> };
    }
    if all > 0 && matches!(step, Step::Create | Step::Enter) {
        let names = [("done", ticked.to_string()), ("count", all.to_string())];
        let names = names.each_ref().map(|(name, text)| (*name, text.as_str()));
        return html! { <span class="step__note">{ desk.fill(Text::StepTicked, &names) }</span> };
    }
    if progress == Progress::Done {
        return html! { <span class="step__note">{ desk.text(Text::StepDone) }</span> };
    }
    html! {}
}

fn body(desk: &DeskHandle, step: Step) -> Html {
    match step {
        Step::Create => html! { <><p>{ marked_text(desk.app_sentence()) }</p>{ lines(desk, step) }</> },
        Step::Credentials => html! {
            <>
                { lines(desk, step) }
                for field in desk.needed_fields() {
                    { field_box(desk, FieldBox::line(field, desk.guide_hint(field), desk.field_findings(field))) }
                }
            </>
        },
        Step::Authorize => html! {
            <>
                <p>{ desk.text(Text::AuthorizeText) }</p>
                if desk.asks_scopes() {
                    { field_box(desk, FieldBox::line(Field::Scopes, Some(desk.sentence(Text::HintScopes)), Vec::new())) }
                }
                { url_box(desk) }
            </>
        },
        Step::Code => html! {
            <>
                if !desk.work().landed_here() {
                    <p>{ desk.text(Text::CodeText) }</p>
                }
                { code_reading(desk) }
            </>
        },
        Step::Exchange | Step::Try => html! {
            <>
                <p>{ desk.command_sentence(step) }</p>
                if step == Step::Try {
                    <p class="quiet">{ marked_text(&desk.text(Text::TryMayVoid)) }</p>
                }
                { command_box(desk) }
                <details class="more">
                    <summary>{ desk.text(Text::HeaderInstead) }</summary>
                    { header_box(desk) }
                </details>
                { token_reading(desk) }
            </>
        },
        Step::Enter => html! {
            <>
                { place(desk) }
                { lines(desk, step) }
                if desk.guide().is_some_and(|guide| guide.product.redundant_pair) {
                    <div class="stack">
                        <p>{ desk.text(Text::PairAgainText) }</p>
                        <div class="row">{ button(desk, "button", desk.text(Text::PairAgain), || Action::BeganSecond) }</div>
                    </div>
                }
            </>
        },
    }
}

fn place(desk: &DeskHandle) -> Html {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return html! {} };
    if variant.place.is_empty() {
        return html! {};
    }
    html! { <p><strong lang={guide.product.labels_language.clone()}>{ variant.place.join(" › ") }</strong></p> }
}

fn onward(desk: &DeskHandle, step: Step) -> Html {
    let Some(next) = desk.next_step(step) else { return html! {} };
    let (target, title) = (format!("step-{}", next.name()), desk.step_title(next));
    let class = if desk.progress(step) == Progress::Done { "button button--main" } else { "button" };
    let text = desk.fill(Text::NextStep, &[("step", &title)]);
    let go_on = button(desk, class, text, move || {
        crate::browser::document::focus(&target);
        Action::Continued(step)
    });
    html! { <div class="row">{ go_on }</div> }
}

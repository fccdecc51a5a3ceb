use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::code_way::code_way;
use super::corrections::corrections;
use super::inputs::inputs;
use super::lines::{lines, lines_around};
use super::pair::PAIR;
use super::values::VALUES;
use crate::browser::document;
use crate::catalog::Confidence;
use crate::desk::{Field, GuideAction, Progress, Step, guide, parts, tools};
use crate::page::card::PREVIEW;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    FieldBox, authentication_choice, brief_command_box, call_box, call_reading, field_box, folded_discovery, icon,
    marked_text, sure_mark,
};
use crate::page::tools::{app_type, authorize_url, basic_header, redirect, token_answer};
use crate::texts::Text;

/// A step of a guide: a line that says how far it is, and below it what to do.
pub fn step_box(desk: &DeskHandle, step: Step) -> Html {
    let progress = guide::progress(desk, step);
    let current = (guide::current(desk) == Some(step)).then_some("step");
    let fold = desk.callback(move |event: Event| {
        let open = event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open());
        GuideAction::Folded { step, open }
    });
    html! {
        <details
            class="step"
            key={step.name()}
            data-step={step.name()}
            data-state={progress.name()}
            open={guide::is_open(desk, step)}
            ontoggle={fold}
        >
            <summary id={summary_id(step)} aria-current={current}>
                <span class="step__mark">{ mark(desk, step, progress) }</span>
                <h2>{ guide::step_title(desk, step) }</h2>
                { note(desk, step, progress) }
            </summary>
            <div class="step__body">
                { code_way(desk, step) }
                { body(desk, step) }
                { corrections(desk, Some(step)) }
                { onward(desk, step) }
            </div>
        </details>
    }
}

/// The id of the line of a step.
pub fn summary_id(step: Step) -> String {
    format!("step-{}", step.name())
}

fn mark(desk: &DeskHandle, step: Step, progress: Progress) -> Html {
    match progress {
        Progress::Done => icon("check"),
        Progress::Attention => icon("warn"),
        Progress::Now | Progress::Later => html! { { guide::number(desk, step) } },
    }
}

fn note(desk: &DeskHandle, step: Step, progress: Progress) -> Html {
    let (ticked, all) = guide::ticked(desk, step);
    let clock = tools::redirect::view(desk)
        .filter(|_| step == Step::Authorize)
        .and_then(|view| redirect::code_clock(desk, &view));
    let is_ticked = step.creates_app() || matches!(step, Step::Second | Step::Events | Step::Enter | Step::Instead);
    let counts = is_ticked || progress == Progress::Attention && ticked < all;
    let numbers = [("done", ticked), ("count", all)];
    let counted = (all > 0 && counts).then(|| desk.count(Text::StepTicked, &numbers, &[]));
    let says = match progress {
        Progress::Attention => Some(desk.text(Text::StepAttention)),
        Progress::Done if clock.is_none() && counted.is_none() => Some(desk.text(Text::StepDone)),
        Progress::Done | Progress::Now | Progress::Later => None,
    };
    html! {
        <span class="step__end">
            if let Some(installation) = guide::installation_shown(desk) {
                <span class="step__note">{ installation }</span>
            }
            if let Some(clock) = clock {
                { clock }
            }
            if let Some(says) = says {
                <span class="step__note">{ says }</span>
            }
            if let Some(counted) = counted {
                <span class="step__note">{ counted }</span>
            }
        </span>
    }
}

fn body(desk: &DeskHandle, step: Step) -> Html {
    match step {
        Step::Create => html! {
            <>
                { inputs(desk, step) }
                { lines_around(desk, step, Html::default(), guide::app_sentence(desk)) }
            </>
        },
        Step::Redirect | Step::Scopes | Step::Activate | Step::LocalTest | Step::Events => {
            html! { <>{ inputs(desk, step) }{ lines(desk, step) }</> }
        }
        Step::Second => {
            let fields = html! {
                for field in guide::SECOND {
                    { credential(desk, field) }
                }
            };
            lines_around(desk, step, fields, guide::second_app_sentence(desk))
        }
        Step::Instead => lines(desk, step),
        Step::Credentials => {
            let fields = html! {
                <>
                    if desk.has_unnamed_server() {
                        { folded_discovery(desk) }
                    }
                    for field in guide::needed_fields(desk) {
                        if field == Field::ClientId {
                            { authentication_choice(desk, desk.request_kind()) }
                        }
                        { credential(desk, field) }
                        if field == Field::AccountId {
                            { app_type::app_doubt(desk) }
                        }
                    }
                </>
            };
            lines_around(desk, step, fields, None)
        }
        Step::Authorize => {
            let hint = desk.sentence(Text::HintScopes);
            html! {
                <ol class="acts">
                    <li class="stack">
                        <p>{ desk.text(guide::apps::authorize_text(desk)) }</p>
                        if guide::asks_scopes(desk) {
                            { field_box(desk, FieldBox::line(Field::Scopes, Some(hint), Vec::new())) }
                        }
                        { authorize_url::view(desk) }
                    </li>
                    <li class="stack">
                        if !desk.session().landed_here() {
                            <p>{ desk.text(Text::CodeText) }</p>
                        }
                        { redirect::view(desk) }
                    </li>
                </ol>
            }
        }
        Step::Exchange | Step::Try => html! {
            <>
                <p>{ guide::command_sentence(desk, step) }</p>
                if step == Step::Try {
                    <p class="quiet small">{ marked_text(desk.text(Text::TryMayVoid)) }</p>
                }
                { brief_command_box(desk, desk.request_kind()) }
                if desk.client_authentication().is_in_header() {
                    <details class="more">
                        <summary>{ desk.text(Text::HeaderInstead) }</summary>
                        { basic_header::view(desk) }
                    </details>
                }
                { token_answer::view(desk) }
                { first_call(desk) }
            </>
        },
        Step::Enter => html! {
            <>
                { place(desk) }
                { to_values(desk) }
                { inputs(desk, step) }
                { lines(desk, step) }
                { other_installation(desk) }
            </>
        },
    }
}

fn credential(desk: &DeskHandle, field: Field) -> Html {
    field_box(desk, FieldBox::line(field, guide::field_hint(desk, field), desk.field_findings(field)))
}

/// One more thing that can be done with a token.
fn first_call(desk: &DeskHandle) -> Html {
    let field = Field::CallAddress;
    let call = html! {
        <>
            <p>{ desk.text(Text::CallText) }</p>
            if parts::test_call::known(desk).is_none() {
                { field_box(desk, FieldBox::line(field, tools::hint(desk, field), desk.field_findings(field))) }
            }
            { call_box(desk) }
            { call_reading(desk) }
        </>
    };
    let title = desk.text(Text::CallTitle);
    html! { <details class="more"><summary>{ title }</summary><div class="stack">{ call }</div></details> }
}

/// The way to the values, where there is no room for them beside the steps.
fn to_values(desk: &DeskHandle) -> Html {
    let go = |_: MouseEvent| document::focus_at_top(VALUES, PREVIEW);
    html! {
        <div class="row to-values">
            <button type="button" class="button" onclick={go}>{ desk.sentence(Text::ValuesFor) }</button>
        </div>
    }
}

/// The way to the other installation of a pair, once this one is entered.
fn other_installation(desk: &DeskHandle) -> Html {
    if !guide::needs_pair(desk) {
        return Html::default();
    }
    let other = desk.shown_installation().other();
    let go = desk.callback(move |_| {
        document::focus(PAIR);
        GuideAction::ChoseInstallation(other)
    });
    html! {
        <div class="row">
            <button type="button" class="button" onclick={go}>
                { desk.fill(Text::PairGo, &[("number", other.number())]) }
            </button>
        </div>
    }
}

fn place(desk: &DeskHandle) -> Html {
    let (Some(guide), Some(variant)) = (desk.guide(), desk.variant()) else { return Html::default() };
    html! {
        if !variant.place.is_empty() {
            <p>
                <strong lang={guide.product.labels_language.clone()}>{ variant.place.join(" › ") }</strong>
                if variant.place_sure != Confidence::Confirmed {
                    { " " }
                    { sure_mark(desk, variant.place_sure) }
                }
            </p>
        }
    }
}

/// Does something that folds or unfolds steps, and goes to one of them.
pub fn go_to(desk: &DeskHandle, action: GuideAction, step: Step) {
    desk.emit(action);
    // Only once the steps are drawn as they are then is it known where it is.
    spawn_local(async move { document::focus_at_top(&summary_id(step), PREVIEW) });
}

fn onward(desk: &DeskHandle, step: Step) -> Html {
    let Some(next) = guide::next_step(desk, step) else { return Html::default() };
    let class = if guide::progress(desk, step) == Progress::Done { "button button--main" } else { "button" };
    let told = desk.clone();
    let go_on = move |_: MouseEvent| go_to(&told, GuideAction::Continued(step), next);
    html! {
        <div class="row">
            <button type="button" {class} onclick={go_on}>
                { desk.fill(Text::NextStep, &[("step", &guide::step_title(desk, next))]) }
            </button>
        </div>
    }
}

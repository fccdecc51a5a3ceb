use web_sys::HtmlDetailsElement;
use yew::TargetCast;

use crate::browser::document;
use crate::desk::{Action, Field, Progress, Step};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, group};
use crate::page::parts::{
    FieldBox, app_doubt, button, call_box, call_reading, code_clock, code_reading, command_box, field_box, header_box,
    icon, lines, token_reading, url_box,
};
use crate::texts::Text;

/// A step of a guide: a line that says how far it is, and below it what to do.
pub fn step_box(desk: &DeskHandle, step: Step) -> Element {
    let progress = desk.progress(step);
    let is_open = desk.is_open(step);
    let mark = el("span.step__mark");
    let mark = match progress {
        Progress::Done => mark.with(icon("check")),
        Progress::Attention => mark.with(icon("warn")),
        _ => mark.text(&desk.number(step).to_string()),
    };
    let summary = el("summary")
        .attr("id", &summary_id(step))
        .attr_if("aria-current", (desk.current() == Some(step)).then_some("step"))
        .with(mark)
        .with(el("h2").text(&desk.step_title(step)))
        .with(note(desk, step, progress));
    el("details.step")
        .key(step.name())
        .attr("data-step", step.name())
        .attr("data-state", progress.name())
        .flag("open", is_open)
        .on(On::Toggle, desk, move |event| {
            let open = event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open());
            Action::Folded { step, open }
        })
        .with(summary)
        .with(el("div.step__body").with(body(desk, step)).maybe(onward(desk, step)))
}

fn summary_id(step: Step) -> String {
    ["step-", step.name()].concat()
}

fn note(desk: &DeskHandle, step: Step, progress: Progress) -> Element {
    let note = || el("span.step__note");
    let (ticked, all) = desk.ticked(step);
    let clock = desk.code_view().filter(|_| step == Step::Code).and_then(|view| code_clock(desk, &view));
    let counts = matches!(step, Step::Create | Step::Enter) || progress == Progress::Attention && ticked < all;
    let counted = (all > 0 && counts).then(|| {
        let (done, count) = (ticked.to_string(), all.to_string());
        note().fill(desk, Text::StepTicked, &[("done", &done), ("count", &count)])
    });
    let says = match progress {
        Progress::Attention => Some(note().say(desk, Text::StepAttention)),
        Progress::Done if clock.is_none() && counted.is_none() => Some(note().say(desk, Text::StepDone)),
        Progress::Done | Progress::Now | Progress::Later => None,
    };
    el("span.step__end").maybe(clock).maybe(says).maybe(counted)
}

fn body(desk: &DeskHandle, step: Step) -> Element {
    match step {
        Step::Create => group().with(el("p").marked(desk.app_sentence())).with(lines(desk, step)),
        Step::Credentials => {
            let fields = desk.needed_fields().into_iter().map(|field| {
                let doubt = (field == Field::AccountId).then(|| app_doubt(desk)).flatten();
                group()
                    .with(field_box(desk, FieldBox::line(field, desk.guide_hint(field), desk.field_findings(field))))
                    .maybe(doubt)
            });
            group().with(lines(desk, step)).each(fields)
        }
        Step::Authorize => {
            let scopes = desk.asks_scopes().then(|| {
                field_box(desk, FieldBox::line(Field::Scopes, Some(desk.sentence(Text::HintScopes)), Vec::new()))
            });
            group().with(el("p").say(desk, Text::AuthorizeText)).maybe(scopes).with(url_box(desk))
        }
        Step::Code => {
            let text = (!desk.work().landed_here()).then(|| el("p").say(desk, Text::CodeText));
            group().maybe(text).with(code_reading(desk))
        }
        Step::Exchange | Step::Try => {
            let may_void = (step == Step::Try).then(|| el("p.quiet").marked(desk.text(Text::TryMayVoid)));
            let header = el("details.more").with(el("summary").say(desk, Text::HeaderInstead)).with(header_box(desk));
            group()
                .with(el("p").text(&desk.command_sentence(step)))
                .maybe(may_void)
                .with(command_box(desk, desk.request_kind()))
                .with(header)
                .with(token_reading(desk))
                .with(first_call(desk, step))
        }
        Step::Enter => {
            group().maybe(place(desk)).with(lines(desk, step)).maybe(desk.needs_pair().then(|| second_pair(desk)))
        }
    }
}

/// A part of testing the credentials; after an exchange it is one more thing that can be done.
fn first_call(desk: &DeskHandle, step: Step) -> Element {
    let call = group()
        .with(el("p").say(desk, Text::CallText))
        .maybe(desk.known_call().is_none().then(|| {
            let field = Field::CallAddress;
            field_box(desk, FieldBox::line(field, desk.tool_hint(field), desk.field_findings(field)))
        }))
        .with(call_box(desk))
        .with(call_reading(desk));
    if step == Step::Try {
        return el("section.stack").with(el("h3").say(desk, Text::CallTitle)).with(call);
    }
    el("details.more").with(el("summary").say(desk, Text::CallTitle)).with(el("div.stack").with(call))
}

fn second_pair(desk: &DeskHandle) -> Element {
    let again = button(desk, "button", desk.text(Text::PairAgain), || Action::BeganSecond);
    el("div.stack").with(el("p").say(desk, Text::PairAgainText)).with(el("div.row").with(again))
}

fn place(desk: &DeskHandle) -> Option<Element> {
    let (guide, variant) = (desk.guide()?, desk.variant()?);
    if variant.place.is_empty() {
        return None;
    }
    let language = &guide.product.labels_language;
    Some(el("p").with(el("strong").attr("lang", language).text(&variant.place.join(" › "))))
}

fn onward(desk: &DeskHandle, step: Step) -> Option<Element> {
    let next = desk.next_step(step)?;
    let target = summary_id(next);
    let class = if desk.progress(step) == Progress::Done { "button button--main" } else { "button" };
    let text = desk.fill(Text::NextStep, &[("step", &desk.step_title(next))]);
    let go_on = button(desk, class, &text, move || {
        document::focus(&target);
        Action::Continued(step)
    });
    Some(el("div.row").with(go_on))
}

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    CopyLine, CopyMark, FieldBox, button, copy_button, copy_line, field_box, icon, marked_text, scopes, source_list,
    sure_mark,
};
use crate::browser::address_bar;
use crate::catalog::{Line, Shows, Sure, TaskKind};
use crate::desk::{Action, Field, Step};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// What to do, what not to do and what to know in a step, line by line.
pub fn lines(desk: &DeskHandle, step: Step) -> Html {
    html! {
        <ul class="todo">
            for line in desk.lines(step) {
                { one_line(desk, step, &line) }
            }
        </ul>
    }
}

fn one_line(desk: &DeskHandle, step: Step, line: &Line<'_>) -> Html {
    let id = format!("line-{}-{}", step.name(), line.name.replace('/', "-"));
    let kind = match line.task.kind {
        TaskKind::Do => "do",
        TaskKind::Avoid => "avoid",
        TaskKind::Know => "know",
    };
    let name = line.name.to_owned();
    let onchange = desk.callback(move |event: Event| {
        let ticked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        Action::Ticked { line: name.clone(), step, ticked }
    });
    let sentence = marked_text(line.sentence);
    html! {
        <li class="todo__line" key={line.name} data-kind={kind}>
            if line.task.kind == TaskKind::Do {
                <input type="checkbox" id={id.clone()} checked={desk.work().is_ticked(step, line.name)} {onchange} />
            } else {
                { icon(if line.task.kind == TaskKind::Avoid { "warn" } else { "note" }) }
            }
            <div>
                if line.task.kind == TaskKind::Do {
                    <label for={id}>{ sentence }</label>
                } else {
                    <p>{ sentence }</p>
                }
                if line.task.sure != Sure::Confirmed {
                    <div>{ sure_mark(desk, line.task.sure) }</div>
                }
                { line.task.shows.map(|shows| shown(desk, shows)).unwrap_or_default() }
                { source_list(desk, &line.sources()) }
            </div>
        </li>
    }
}

fn shown(desk: &DeskHandle, shows: Shows) -> Html {
    match shows {
        Shows::AppName => app_name(desk),
        Shows::RedirectUrl => redirect(desk),
        Shows::Scopes => scopes(desk),
    }
}

fn app_name(desk: &DeskHandle) -> Html {
    let Some(name) = desk.variant().and_then(|variant| variant.app_name.as_deref()) else { return html! {} };
    let label = desk.text(Text::AppName);
    copy_line(desk, &CopyLine { label: &label, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn redirect(desk: &DeskHandle) -> Html {
    let field = Field::RedirectUrl;
    let hint = desk.redirect_hint().map(str::to_owned);
    let beside = copy_button(desk, &desk.label(field), desk.work().entry(field), None);
    let enter = |address: String, says: AttrValue| {
        button(desk, "button", says, move || Action::Typed(field, Secret::new(address.as_str())))
    };
    html! {
        <div class="stack">
            { field_box(desk, FieldBox { beside, ..FieldBox::line(field, hint, desk.field_findings(field)) }) }
            <div class="row">
                for offered in desk.offered_redirects() {
                    { enter(offered.clone(), offered.into()) }
                }
                if desk.can_be_redirect() {
                    { enter(address_bar::own_address(), desk.text(Text::UseThisPage)) }
                    <span class="quiet small">{ desk.text(Text::HintOwnPage) }</span>
                }
            </div>
        </div>
    }
}

use yew::prelude::*;

use super::scopes::scopes;
use crate::browser::address_bar;
use crate::catalog::{Confidence, GuideLine, Shows, TaskKind};
use crate::desk::{Field, FieldAction, GuideAction, Step, guide};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, copy_button, copy_line, field_box, icon, prose_text, source_list, sure_mark,
};
use crate::texts::Text;

/// What to do, what not to do and what to know in a step, line by line.
pub fn lines(desk: &DeskHandle, step: Step) -> Html {
    html! {
        <ul class="todo">
            for line in guide::lines(desk, step) {
                { one_line(desk, step, &line) }
            }
        </ul>
    }
}

fn one_line(desk: &DeskHandle, step: Step, line: &GuideLine<'_>) -> Html {
    let (kind, symbol) = match line.task.kind {
        TaskKind::Do => ("do", None),
        TaskKind::Avoid => ("avoid", Some("warn")),
        TaskKind::Know => ("know", Some("note")),
        TaskKind::Caution => ("caution", Some("warn")),
        TaskKind::Danger => ("danger", Some("bad")),
    };
    let id = ["line-", step.name(), "-", &line.name.replace('/', "-")].concat();
    html! {
        <li class="todo__line" key={line.name} data-kind={kind}>
            if let Some(symbol) = symbol {
                { icon(symbol) }
            } else {
                { tick(desk, step, line.name, id.clone()) }
            }
            <div>
                if symbol.is_some() {
                    <p>{ prose_text(line.sentence) }</p>
                } else {
                    <label for={id}>{ prose_text(line.sentence) }</label>
                }
                if line.task.sure != Confidence::Confirmed {
                    <div>{ sure_mark(desk, line.task.sure) }</div>
                }
                if let Some(shows) = line.task.shows {
                    { shown(desk, shows) }
                }
                { source_list(desk, &line.sources()) }
            </div>
        </li>
    }
}

fn tick(desk: &DeskHandle, step: Step, line: &str, id: String) -> Html {
    let is_ticked = desk.session().is_ticked(step, line);
    let line = line.to_owned();
    let tick = desk.callback(move |event: Event| {
        let ticked = is_selected(&event);
        GuideAction::Ticked { line: line.clone(), step, ticked }
    });
    html! { <input type="checkbox" {id} checked={is_ticked} onchange={tick} /> }
}

fn shown(desk: &DeskHandle, shows: Shows) -> Html {
    match shows {
        Shows::AppName => app_name(desk),
        Shows::RedirectUrl => redirect(desk),
        Shows::Scopes => scopes(desk),
        Shows::AllowList | Shows::EventUrl | Shows::Events | Shows::SecretToken => Html::default(),
    }
}

fn app_name(desk: &DeskHandle) -> Html {
    let Some(name) = desk.variant().and_then(|variant| variant.app_name.as_deref()) else { return Html::default() };
    let label = desk.text(Text::AppName);
    copy_line(desk, &CopyLine { label, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn redirect(desk: &DeskHandle) -> Html {
    let field = Field::RedirectUrl;
    let hint = guide::redirect_hint(desk).map(prose_text);
    let beside = copy_button(desk, &desk.label(field), desk.session().entry(field), None);
    html! {
        <div class="stack">
            { field_box(desk, FieldBox { beside, hint, ..FieldBox::line(field, None, desk.field_findings(field)) }) }
            <div class="row">
                for offered in guide::offered_redirects(desk) {
                    { enter(desk, offered.clone(), &offered) }
                }
                if guide::can_be_redirect(desk) {
                    { enter(desk, address_bar::own_address(), desk.text(Text::UseThisPage)) }
                    <span class="quiet small">{ desk.text(Text::HintOwnPage) }</span>
                }
            </div>
        </div>
    }
}

fn enter(desk: &DeskHandle, address: String, says: &str) -> Html {
    let enter = desk.callback(move |_| FieldAction::Typed(Field::RedirectUrl, Secret::new(address.as_str())));
    html! { <button type="button" class="button" onclick={enter}>{ says }</button> }
}

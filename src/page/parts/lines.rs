use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{CopyLine, FieldBox, Icon, MarkedText, Scopes, SecretProp, SourceList, SureMark, source_rows};
use crate::browser::address_bar;
use crate::catalog::{Line, Shows, TaskKind};
use crate::desk::{Action, Field, Step};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::reading::redirect_findings;
use crate::texts::Text;

/// The lines of a step.
#[derive(Properties, PartialEq)]
pub struct LinesProps {
    /// The desk.
    pub desk: DeskHandle,
    /// The step.
    pub step: Step,
}

/// What to do, what not to do and what to know in a step, line by line.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let LinesProps { desk, step } = props;
    html! {
        <ul class="todo">
            for line in desk.lines(*step) {
                { one_line(desk, *step, &line) }
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
    let said = |text: Text| html! { <strong>{ desk.text(text) }{ ": " }</strong> };
    let sentence = html! { <MarkedText text={line.sentence.to_owned()} /> };
    html! {
        <li class="todo__line" key={line.name} data-kind={kind}>
            if line.task.kind == TaskKind::Do {
                <input type="checkbox" id={id.clone()} checked={desk.work().is_ticked(step, line.name)} {onchange} />
            } else {
                <Icon name={if line.task.kind == TaskKind::Avoid { "warn" } else { "note" }} />
            }
            <div>
                if line.task.kind == TaskKind::Do {
                    <label for={id}>{ sentence }</label>
                } else {
                    <p>{ said(if line.task.kind == TaskKind::Avoid { Text::TaskAvoid } else { Text::TaskKnow }) }{ sentence }</p>
                }
                if line.task.sure != crate::catalog::Sure::Confirmed {
                    <div><SureMark desk={desk.clone()} sure={line.task.sure} /></div>
                }
                { line.task.shows.map(|shows| shown(desk, shows)).unwrap_or_default() }
                <SourceList desk={desk.clone()} sources={source_rows(&line.task.source, line.sources)} />
            </div>
        </li>
    }
}

fn shown(desk: &DeskHandle, shows: Shows) -> Html {
    let Some(variant) = desk.variant() else { return html! {} };
    match shows {
        Shows::AppName => html! {
            <CopyLine desk={desk.clone()} label={desk.text(Text::AppName)}
                value={SecretProp(Secret::new(variant.app_name.clone().unwrap_or_default()))} />
        },
        Shows::RedirectUrl => redirect(desk),
        Shows::Scopes => html! { <Scopes desk={desk.clone()} /> },
    }
}

fn redirect(desk: &DeskHandle) -> Html {
    let hint = desk.redirect_hint().map(|hint| AttrValue::from(hint.to_owned()));
    let refuses = desk.provider().is_some_and(|provider| provider.refuses_localhost);
    let entry = desk.work().entry(Field::RedirectUrl);
    let enter =
        |text: String| desk.callback(move |_: MouseEvent| Action::Typed(Field::RedirectUrl, Secret::new(text.clone())));
    html! {
        <div class="stack">
            <FieldBox desk={desk.clone()} field={Field::RedirectUrl} {hint}
                findings={redirect_findings(desk.work().plain(Field::RedirectUrl), refuses)}>
                <super::CopyButton desk={desk.clone()} label={desk.label(Field::RedirectUrl)} value={SecretProp::from(entry)} />
            </FieldBox>
            <div class="row">
                for offered in desk.offered_redirects() {
                    <button class="button" type="button" onclick={enter(offered.clone())}><code>{ offered }</code></button>
                }
                if desk.can_be_redirect() {
                    <button class="button" type="button" onclick={enter(address_bar::own_address())}>
                        { desk.text(Text::UseThisPage) }
                    </button>
                    <span class="quiet small">{ desk.text(Text::HintOwnPage) }</span>
                }
            </div>
        </div>
    }
}

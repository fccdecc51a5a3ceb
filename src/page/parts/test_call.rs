use yew::prelude::*;

use super::command::command;
use super::{FieldBox, explanation, field_box, source_list, sure_mark, table};
use crate::desk::{CallFact, Field, KnownCall, RequestKind, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The test call, in the format that is chosen for the command above it.
pub fn call_box(desk: &DeskHandle) -> Html {
    html! {
        <div class="stack">
            if let Some(call) = parts::test_call::known(desk) {
                <p class="quiet small">{ desk.text(Text::CallWhy) }{ " " }{ sure_mark(desk, call.sure) }</p>
                { source_list(desk, &parts::test_call::sources(desk, call)) }
            }
            { command(desk, RequestKind::FirstCall) }
        </div>
    }
}

/// The test calls of the provider, with what each needs: a token may be from any app.
pub fn known_calls(desk: &DeskHandle) -> Html {
    let all = parts::test_call::all(desk);
    let heads = [Text::CallsAddress, Text::CallsToken, Text::CallsScopes].map(|head| desk.text(head));
    let rows = all.iter().map(|known| known_call(desk, known));
    html! {
        if !all.is_empty() {
            <details class="more">
                <summary>{ desk.text(Text::CallsTitle) }</summary>
                { table(desk.text(Text::CallsCaption), "known-calls", &heads, rows) }
            </details>
        }
    }
}

fn known_call(desk: &DeskHandle, known: &KnownCall<'_>) -> Vec<Html> {
    let call = known.call;
    let address = html! {
        <>
            <code>{ known.address.as_str() }</code>
            { " " }
            { sure_mark(desk, call.sure) }
            { source_list(desk, &parts::test_call::sources(desk, call)) }
        </>
    };
    let apps = known.apps.iter().map(|name| html! { <div>{ *name }</div> }).collect();
    let scopes = call.any_of.iter().map(|name| html! { <div>{ name }</div> }).collect();
    vec![address, apps, scopes]
}

/// The field for the response to the test call, and what it says.
pub fn call_reading(desk: &DeskHandle) -> Html {
    let view = parts::test_call::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let facts = view.map(|view| view.facts).filter(|facts| !facts.is_empty());
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::CallAnswer, "4", desk.sentence(Text::HintCallAnswer), findings)) }
            if let Some(facts) = facts {
                <dl class="parts" data-output="call-facts">
                    for fact in &facts {
                        { row(desk, fact) }
                    }
                </dl>
            }
            if let Some(error) = parts::explanation::of_call(desk) {
                { explanation(desk, &error) }
            }
        </div>
    }
}

fn row(desk: &DeskHandle, fact: &CallFact) -> Html {
    html! {
        <div>
            <dt>{ desk.text(fact.name) }</dt>
            // EXPOSE: it is shown to the person who pasted it, just below.
            <dd class="value">{ fact.value.expose() }</dd>
        </div>
    }
}

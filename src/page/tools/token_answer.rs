use yew::prelude::*;

use crate::catalog::Confidence;
use crate::desk::{AnswerView, Field, NameList, Told, Tool, parts, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, copy_line, explanation, field_box, name_list, open_tool, sure_mark, tick_list, time,
};
use crate::texts::Text;

/// The field for the token response, and what it says.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::token_answer::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let view = view.as_ref();
    let returned_tokens = view.map(|view| view.returned_tokens()).unwrap_or_default();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Answer, "4", desk.sentence(Text::HintAnswer), findings)) }
            if let Some(token) = &returned_tokens.refresh_token {
                { token_line(desk, Text::RefreshToken, token, "refresh-token", view.is_some_and(|view| view.refresh_is_jwt)) }
            }
            if let Some(token) = &returned_tokens.access_token {
                { token_line(desk, Text::AccessToken, token, "access-token", view.is_some_and(AnswerView::access_is_jwt)) }
            }
            if let Some(told) = view.and_then(|view| view.told.as_ref()) {
                { facts(desk, told) }
            }
            if let Some(error) = parts::explanation::of_answer(desk) {
                { explanation(desk, &error) }
            }
        </div>
    }
}

fn token_line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str, is_jwt: bool) -> Html {
    let label = desk.text(name);
    let line = CopyLine { label, value, masked: true, mark: CopyMark::Output(output) };
    let token = value.clone();
    let says = desk.fill(Text::ReadTheToken, &[("label", label)]);
    html! {
        <>
            <p><strong>{ label }</strong></p>
            { copy_line(desk, &line) }
            if is_jwt {
                <div class="row">
                    { open_tool(desk, &says, Tool::Jwt, move |_| vec![(Field::Jwt, token.clone())]) }
                </div>
            }
        </>
    }
}

fn facts(desk: &DeskHandle, told: &Told) -> Html {
    let inferred = || sure_mark(desk, Confidence::Inferred);
    html! {
        <dl class="parts">
            if let Some((at, from)) = &told.expiry {
                <div>
                    <dt>{ desk.sentence(Text::AnswerExpiry) }</dt>
                    <dd>{ time(at, Some("token-expiry")) }<p class="quiet small">{ desk.text(*from) }</p></dd>
                </div>
            }
            if let Some(grant) = told.grant {
                <div>
                    <dt>{ desk.sentence(Text::GrantLabel) }</dt>
                    <dd>{ desk.text(grant) }{ " " }{ inferred() }</dd>
                </div>
            }
            if let Some(host) = &told.region_host {
                <div>
                    <dt>{ desk.sentence(Text::AnswerApi) }</dt>
                    <dd><code data-output="region-host">{ host }</code></dd>
                </div>
            }
            if let Some(names) = &told.missing {
                <div>
                    <dt>{ desk.sentence(Text::ScopesMissingTitle) }</dt>
                    <dd>{ tick_list(desk, names, "missing-scopes") }</dd>
                </div>
            }
            if let Some(names) = &told.by_admin {
                <div>
                    <dt>{ desk.sentence(Text::AnswerByAdmin) }</dt>
                    <dd>{ name_list(desk, names, "scopes-by-admin") }{ " " }{ inferred() }</dd>
                </div>
            }
            if let Some(names) = &told.extra {
                <div>
                    <dt>{ desk.sentence(Text::ScopesExtraTitle) }</dt>
                    <dd>{ name_list(desk, names, "extra-scopes") }</dd>
                </div>
            }
            if let Some(names) = &told.granted {
                { granted(desk, names) }
            }
        </dl>
    }
}

fn granted(desk: &DeskHandle, names: &NameList) -> Html {
    html! {
        <div>
            <dt>{ desk.fill(Text::AnswerScopes, &[("count", &names.count().to_string())]) }</dt>
            <dd class="stack">
                { name_list(desk, names, "granted-scopes") }
                <div class="row">
                    { open_tool(desk, desk.text(Text::ToolScopes), Tool::Scopes, tools::scopes::to_compare) }
                </div>
            </dd>
        </div>
    }
}

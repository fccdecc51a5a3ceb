use yew::prelude::*;

use crate::catalog::Confidence;
use crate::desk::tools::token_answer::NeededToken;
use crate::desk::{AnswerView, Field, NameList, Told, Tool, parts, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, copy_line, explanation, field_box, icon, name_list, open_tool, sure_mark, tick_list,
    time,
};
use crate::texts::Text;

/// The field for the token response, and what it says: in a guide first what the product needs, the rest on wish.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::token_answer::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let is_in_guide = desk.route.product().is_some();
    let rows = if is_in_guide { "2" } else { "4" };
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Answer, rows, desk.sentence(Text::HintAnswer), findings)) }
            if let Some(view) = &view {
                if is_in_guide {
                    { in_guide(desk, view) }
                } else {
                    { token(desk, view, NeededToken::Refresh) }
                    { token(desk, view, NeededToken::Access) }
                    if let Some(told) = &view.told {
                        { facts(desk, told, true) }
                    }
                }
            }
            if let Some(error) = parts::explanation::of_answer(desk) {
                { explanation(desk, &error) }
            }
        </div>
    }
}

fn in_guide(desk: &DeskHandle, view: &AnswerView) -> Html {
    let needed = tools::token_answer::needed_token(desk);
    let rest = [NeededToken::Refresh, NeededToken::Access].into_iter().filter(|token| Some(*token) != needed);
    let told = view.told.as_ref();
    html! {
        <>
            if let Some(needed) = needed {
                { token(desk, view, needed) }
            }
            if let Some(missing) = told.and_then(|told| told.missing.as_ref()) {
                <dl class="parts">{ missing_scopes(desk, missing) }</dl>
            }
            if let Some(told) = told {
                <details class="more">
                    <summary>{ desk.text(Text::AnswerRest) }</summary>
                    <div class="stack">
                        for token_of_rest in rest {
                            { token(desk, view, token_of_rest) }
                        }
                        { facts(desk, told, false) }
                    </div>
                </details>
            }
        </>
    }
}

/// A token, if it is there; the one that the product needs says where it is now.
fn token(desk: &DeskHandle, view: &AnswerView, which: NeededToken) -> Html {
    let tokens = view.returned_tokens();
    let (name, value, output, is_jwt) = match which {
        NeededToken::Refresh => (Text::RefreshToken, tokens.refresh_token, "refresh-token", view.refresh_is_jwt),
        NeededToken::Access => (Text::AccessToken, tokens.access_token, "access-token", view.access_is_jwt()),
    };
    let Some(value) = value else { return Html::default() };
    let title = if tools::token_answer::needed_token(desk) == Some(which) {
        let values = desk.sentence(Text::ValuesFor);
        let says = desk.fill(Text::TokenFilledIn, &[("label", desk.text(name)), ("values", &values)]);
        html! { <p class="needed">{ icon("check") }<strong>{ says }</strong></p> }
    } else {
        html! { <p><strong>{ desk.text(name) }</strong></p> }
    };
    html! { <>{ title }{ token_line(desk, name, &value, output, is_jwt) }</> }
}

fn token_line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str, is_jwt: bool) -> Html {
    let label = desk.text(name);
    let line = CopyLine { label, value, masked: true, mark: CopyMark::Output(output) };
    let token = value.clone();
    let says = desk.fill(Text::ReadTheToken, &[("label", label)]);
    html! {
        <>
            { copy_line(desk, &line) }
            if is_jwt {
                <div class="row">
                    { open_tool(desk, &says, Tool::Jwt, move |_| vec![(Field::Jwt, token.clone())]) }
                </div>
            }
        </>
    }
}

fn facts(desk: &DeskHandle, told: &Told, with_missing: bool) -> Html {
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
            if let Some(names) = told.missing.as_ref().filter(|_| with_missing) {
                { missing_scopes(desk, names) }
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

fn missing_scopes(desk: &DeskHandle, names: &NameList) -> Html {
    html! {
        <div>
            <dt>{ desk.sentence(Text::ScopesMissingTitle) }</dt>
            <dd>{ tick_list(desk, names, "missing-scopes") }</dd>
        </div>
    }
}

fn granted(desk: &DeskHandle, names: &NameList) -> Html {
    html! {
        <div>
            <dt>{ desk.count(Text::AnswerScopes, &[("count", names.count())], &[]) }</dt>
            <dd class="stack">
                { name_list(desk, names, "granted-scopes") }
                <div class="row">
                    { open_tool(desk, desk.text(Text::ToolScopes), Tool::Scopes, tools::scopes::to_compare) }
                </div>
            </dd>
        </div>
    }
}

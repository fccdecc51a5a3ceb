use yew::prelude::*;

use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box, marked_text};
use crate::desk::Field;
use crate::oauth::{AnswerRefusal, Secret, Tokens, joined};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The field for the answer, and what it says.
pub fn token_reading(desk: &DeskHandle) -> Html {
    let view = desk.answer_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Answer, "4", desk.sentence(Text::HintAnswer), findings)) }
            if let Some(tokens) = view.as_ref().and_then(|view| view.tokens()) {
                { granted(desk, tokens) }
            }
            if let Some(refusal) = view.as_ref().and_then(|view| view.refusal()) {
                { refused(desk, refusal) }
            }
        </div>
    }
}

fn granted(desk: &DeskHandle, tokens: &Tokens) -> Html {
    let minutes = tokens.expires_in.map(|seconds| (seconds / 60).to_string());
    html! {
        <>
            if let Some(token) = &tokens.refresh_token {
                { token_line(desk, Text::RefreshToken, token, "refresh-token") }
                <p class="quiet small">{ desk.text(Text::RotationWarning) }</p>
            }
            { token_line(desk, Text::AccessToken, &tokens.access_token, "access-token") }
            if let Some(minutes) = minutes {
                <p class="small">{ desk.fill(Text::AnswerExpires, &[("minutes", &minutes)]) }</p>
            }
            if !tokens.scopes.is_empty() {
                <p class="small">{ desk.fill(Text::AnswerScopes, &[("scopes", &joined(&tokens.scopes))]) }</p>
            }
            if let Some(host) = &tokens.api_url {
                <p class="small">{ marked_text(&desk.fill(Text::AnswerApi, &[("host", host)])) }</p>
            }
        </>
    }
}

fn token_line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Html {
    let label = desk.text(name);
    let line = CopyLine { label: &label, value, masked: true, mark: CopyMark::Output(output) };
    html! { <><p><strong>{ &label }</strong></p>{ copy_line(desk, &line) }</> }
}

fn refused(desk: &DeskHandle, refusal: &AnswerRefusal) -> Html {
    // EXPOSE: the server's sentence is shown to the person who pasted it.
    let reason = refusal.sentence().map(Secret::expose).map(str::to_owned);
    html! {
        <>
            if let Some(error) = refusal.error() {
                <p>{ marked_text(&desk.fill(Text::AnswerSays, &[("error", &error)])) }</p>
            }
            if let Some(reason) = reason {
                <p>{ desk.text(Text::AnswerReason) }{ ": " }<code>{ reason }</code></p>
            }
        </>
    }
}

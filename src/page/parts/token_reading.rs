use yew::prelude::*;

use super::{CopyLine, FieldBox, MarkedText, SecretProp};
use crate::desk::Field;
use crate::oauth::{AnswerRefusal, Secret, Tokens, joined};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The answer of the token endpoint.
#[derive(Properties, PartialEq)]
pub struct TokenReadingProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The field for the answer, and what it says.
#[component]
pub fn TokenReading(props: &TokenReadingProps) -> Html {
    let desk = &props.desk;
    let view = desk.answer_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    html! {
        <div class="stack">
            <FieldBox desk={desk.clone()} field={Field::Answer} hint={desk.text(Text::HintAnswer)} rows="4" {findings} />
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
                <p><strong>{ desk.text(Text::RefreshToken) }</strong></p>
                <CopyLine desk={desk.clone()} label={desk.text(Text::RefreshToken)} value={SecretProp::from(token)} masked=true
                    output="refresh-token" />
                <p class="quiet small">{ desk.text(Text::RotationWarning) }</p>
            }
            <p><strong>{ desk.text(Text::AccessToken) }</strong></p>
            <CopyLine desk={desk.clone()} label={desk.text(Text::AccessToken)} value={SecretProp::from(&tokens.access_token)}
                masked=true output="access-token" />
            if let Some(minutes) = minutes {
                <p class="small">{ desk.fill(Text::AnswerExpires, &[("minutes", &minutes)]) }</p>
            }
            if !tokens.scopes.is_empty() {
                <p class="small">{ desk.fill(Text::AnswerScopes, &[("scopes", &joined(&tokens.scopes))]) }</p>
            }
            if let Some(host) = &tokens.api_url {
                <p class="small"><MarkedText text={desk.fill(Text::AnswerApi, &[("host", host)])} /></p>
            }
        </>
    }
}

fn refused(desk: &DeskHandle, refusal: &AnswerRefusal) -> Html {
    // EXPOSE: the server's sentence is shown to the person who pasted it.
    let reason = refusal.sentence().map(Secret::expose).map(str::to_owned);
    html! {
        <>
            if let Some(error) = refusal.error() {
                <p><MarkedText text={desk.fill(Text::AnswerSays, &[("error", &error)])} /></p>
            }
            if let Some(reason) = reason {
                <p>{ desk.text(Text::AnswerReason) }{ ": " }<code>{ reason }</code></p>
            }
        </>
    }
}

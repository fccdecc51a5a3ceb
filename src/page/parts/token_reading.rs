use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box};
use crate::desk::Field;
use crate::oauth::{AnswerRefusal, Secret, Tokens, joined};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for the answer, and what it says.
pub fn token_reading(desk: &DeskHandle) -> Element {
    let view = desk.answer_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let view = view.as_ref();
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Answer, "4", desk.sentence(Text::HintAnswer), findings)))
        .maybe(view.and_then(|view| view.tokens()).map(|tokens| granted(desk, tokens)))
        .maybe(view.and_then(|view| view.refusal()).map(|refusal| refused(desk, refusal)))
}

fn granted(desk: &DeskHandle, tokens: &Tokens) -> Element {
    let refresh = tokens.refresh_token.as_ref().map(|token| {
        group()
            .with(token_line(desk, Text::RefreshToken, token, "refresh-token"))
            .with(el("p.quiet.small").say(desk, Text::RotationWarning))
    });
    let expires = tokens.expires_in.map(|seconds| (seconds / 60).to_string());
    let expires = expires.map(|minutes| el("p.small").fill(desk, Text::AnswerExpires, &[("minutes", &minutes)]));
    let scopes = (!tokens.scopes.is_empty())
        .then(|| el("p.small").fill(desk, Text::AnswerScopes, &[("scopes", &joined(&tokens.scopes))]));
    let api = tokens.api_url.as_ref().map(|host| el("p.small").marked(&desk.fill(Text::AnswerApi, &[("host", host)])));
    group()
        .maybe(refresh)
        .with(token_line(desk, Text::AccessToken, &tokens.access_token, "access-token"))
        .maybe(expires)
        .maybe(scopes)
        .maybe(api)
}

fn token_line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Element {
    let label = desk.text(name);
    let line = CopyLine { label, value, masked: true, mark: CopyMark::Output(output) };
    group().with(el("p").with(el("strong").text(label))).with(copy_line(desk, &line))
}

fn refused(desk: &DeskHandle, refusal: &AnswerRefusal) -> Element {
    let error = refusal.error().map(|error| el("p").marked(&desk.fill(Text::RefusedWith, &[("error", &error)])));
    // EXPOSE: the server's sentence is shown to the person who pasted it.
    let reason = refusal.sentence().map(Secret::expose);
    let reason = reason.map(|reason| el("p").say(desk, Text::AnswerReason).text(": ").with(el("code").text(reason)));
    group().maybe(error).maybe(reason)
}

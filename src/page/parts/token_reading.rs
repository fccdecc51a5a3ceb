use super::{
    CopyLine, CopyMark, FieldBox, copy_line, explanation, field_box, name_list, open_tool, sure_mark, tick_list, time,
};
use crate::catalog::Sure;
use crate::desk::{Desk, Field, Told, Tool, is_jwt};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The field for the token response, and what it says.
pub fn token_reading(desk: &DeskHandle) -> Element {
    let view = desk.answer_view();
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let view = view.as_ref();
    let brought = view.map(|view| view.brought()).unwrap_or_default();
    let told = view.and_then(|view| view.told.as_ref());
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Answer, "4", desk.sentence(Text::HintAnswer), findings)))
        .maybe(brought.refresh_token.map(|token| token_line(desk, Text::RefreshToken, &token, "refresh-token")))
        .maybe(brought.access_token.map(|token| token_line(desk, Text::AccessToken, &token, "access-token")))
        .maybe(told.map(|told| facts(desk, told)))
        .maybe(desk.answer_error().map(|error| explanation(desk, &error)))
}

fn token_line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Element {
    let label = desk.text(name);
    let line = CopyLine { label, value, masked: true, mark: CopyMark::Output(output) };
    let token = value.clone();
    let read = is_jwt(value).then(|| {
        let says = desk.fill(Text::ReadTheToken, &[("label", label)]);
        el("div.row").with(open_tool(desk, &says, Tool::Jwt, move |_| vec![(Field::Jwt, token.clone())]))
    });
    group().with(el("p").with(el("strong").text(label))).with(copy_line(desk, &line)).maybe(read)
}

fn facts(desk: &DeskHandle, told: &Told) -> Element {
    let row = |name: &str, content: Element| el("div").with(el("dt").text(name)).with(content);
    let titled = |name: Text, content: Element| row(&desk.sentence(name), el("dd").with(content));
    let expiry = told.expiry.as_ref().map(|(at, from)| {
        let says = group().with(time(at, Some("token-expiry"))).with(el("p.quiet.small").say(desk, *from));
        titled(Text::AnswerExpiry, says)
    });
    let inferred = || group().text(" ").with(sure_mark(desk, Sure::Inferred));
    let grant = told.grant.map(|grant| titled(Text::GrantLabel, group().say(desk, grant).with(inferred())));
    let host = told.region_host.as_ref().map(|host| {
        let host = el("code[data-output=region-host]").text(host);
        titled(Text::AnswerApi, host)
    });
    let granted = told.granted.as_ref().map(|names| {
        let name = desk.fill(Text::AnswerScopes, &[("count", &names.count().to_string())]);
        let compare = open_tool(desk, desk.text(Text::ToolScopes), Tool::Scopes, Desk::scopes_to_compare);
        let list = name_list(desk, names, "granted-scopes");
        row(&name, el("dd.stack").with(list).with(el("div.row").with(compare)))
    });
    let missing =
        told.missing.as_ref().map(|names| titled(Text::ScopesMissingTitle, tick_list(desk, names, "missing-scopes")));
    let by_admin = told.by_admin.as_ref().map(|names| {
        titled(Text::AnswerByAdmin, group().with(name_list(desk, names, "scopes-by-admin")).with(inferred()))
    });
    let extra = told.extra.as_ref().map(|names| titled(Text::ScopesExtraTitle, name_list(desk, names, "extra-scopes")));
    el("dl.parts").maybe(expiry).maybe(grant).maybe(host).maybe(missing).maybe(by_admin).maybe(extra).maybe(granted)
}

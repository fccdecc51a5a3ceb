use crate::desk::{Action, Desk, RequestKind, Route, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, app_chooser, authorize_reading, button, call_reading, check_line, choices,
    code_reading, command_box, copy_line, error_reading, field_box, header_box, header_reading, jwt_reading,
    known_calls, opened_note, redirect_comparison, request_reading, scope_reading, source_list, token_reading, url_box,
};
use crate::texts::Text;

/// One tool alone, built from the same parts as a guide.
#[inline(never)]
pub fn tool_view(desk: &DeskHandle, tool: Tool) -> Element {
    let heading = desk.heading();
    let crumb = el("a").attr("href", &Route::Tools.to_string()).say(desk, Text::NavTools);
    let head = el("div.stack")
        .with(el("nav.crumbs").with(crumb))
        .with(el("h1").text(&heading))
        .with(el("p.lead").marked(desk.text(Desk::tool_lead(tool))))
        .maybe(opened_note(desk))
        .maybe(desk.handed_over.then(|| el("p[role=status]").say(desk, Text::CodeHandedOver)));
    let panel = el("section.panel").attr("aria-label", &heading).with(fields(desk, tool)).with(output(desk, tool));
    let foot = el("div.row")
        .with(button(desk, "button", desk.text(Text::ClearEverything), || Action::Cleared))
        .with(el("span.quiet.small").say(desk, Text::KeptShort));
    el("div.tool").with(head).with(panel).with(foot)
}

fn fields(desk: &DeskHandle, tool: Tool) -> Element {
    let all = desk
        .tool_fields(tool)
        .into_iter()
        .map(|field| field_box(desk, FieldBox::line(field, desk.tool_hint(field), desk.field_findings(field))));
    group().maybe((tool == Tool::TokenRequest).then(|| requests(desk))).each(all)
}

fn output(desk: &DeskHandle, tool: Tool) -> Element {
    match tool {
        Tool::BasicHeader => header_box(desk),
        Tool::AuthorizeUrl => url_box(desk),
        Tool::Redirect => code_reading(desk),
        Tool::TokenRequest => {
            let kind = desk.command.kind;
            let condition = desk.request_condition(kind).map(|(sentence, sources)| {
                el("div[role=note]").with(el("p").marked(sentence)).with(source_list(desk, &sources))
            });
            group()
                .maybe(Desk::request_warning(kind).map(|text| el("p[role=note]").say(desk, text)))
                .maybe(condition)
                .with(el("p").say(desk, Text::CommandTextServer))
                .with(command_box(desk, kind))
                .maybe(
                    (kind == RequestKind::FirstCall).then(|| group().maybe(known_calls(desk)).with(call_reading(desk))),
                )
        }
        Tool::TokenAnswer => token_reading(desk),
        Tool::CredentialString => credential_string(desk),
        Tool::Values => group(),
        Tool::AppType => app_chooser(desk),
        Tool::ReadHeader => header_reading(desk),
        Tool::ReadAuthorizeUrl => authorize_reading(desk),
        Tool::CompareRedirects => redirect_comparison(desk),
        Tool::ErrorAnswer => error_reading(desk),
        Tool::Jwt => jwt_reading(desk),
        Tool::Scopes => scope_reading(desk),
        Tool::Request => request_reading(desk),
    }
}

fn requests(desk: &DeskHandle) -> Element {
    let choice = &desk.command;
    let all = RequestKind::NAMES
        .map(|(kind, name)| (name.to_owned(), desk.text(Desk::request_title(kind)).to_owned(), kind == choice.kind));
    let choosing = desk.clone();
    let is_public =
        || check_line(desk, "public-client", (Text::PublicClient, None), choice.is_public, Action::ChosePublic);
    group()
        .with(choices(desk.text(Text::RequestLabel), "request", &all, move |name| {
            choosing.emit(Action::ChoseRequest(RequestKind::named(&name).unwrap_or_default()));
        }))
        .maybe(choice.kind.takes_public_client().then(is_public))
}

fn credential_string(desk: &DeskHandle) -> Element {
    let label = desk.text(Text::ToolCredentialString);
    match desk.credential_string() {
        Ok(string) => {
            let mark = CopyMark::Output("credential-string");
            copy_line(desk, &CopyLine { label, value: &string.text, masked: string.is_secret, mark })
        }
        Err(sentence) => el("p.quiet").marked(&sentence),
    }
}

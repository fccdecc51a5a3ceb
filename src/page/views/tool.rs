use yew::prelude::*;

use crate::desk::{Action, Desk, Route, Tool, ToolGrant};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, button, choices, code_reading, command_box, copy_line, field_box, header_box,
    marked_text, token_reading, url_box,
};
use crate::texts::Text;

/// One tool alone, made of the same parts as a guide.
pub fn tool_view(desk: &DeskHandle, tool: Tool) -> Html {
    html! {
        <div class="tool">
            <div class="stack">
                <nav class="crumbs"><a href={Route::Tools.to_string()}>{ desk.text(Text::ToolsTitle) }</a></nav>
                <h1>{ desk.heading() }</h1>
                <p class="lead">{ marked_text(&desk.text(Desk::tool_lead(tool))) }</p>
                if desk.handed_over {
                    <p role="status">{ desk.text(Text::CodeHandedOver) }</p>
                }
            </div>
            <section class="panel" aria-label={desk.heading()}>
                { fields(desk, tool) }
                { output(desk, tool) }
            </section>
            <div class="row">
                { button(desk, "button", desk.text(Text::ClearEverything), || Action::Cleared) }
                <span class="quiet small">{ desk.text(Text::KeptShort) }</span>
            </div>
        </div>
    }
}

fn fields(desk: &DeskHandle, tool: Tool) -> Html {
    html! {
        <>
            if tool == Tool::TokenRequest {
                { grants(desk) }
            }
            for field in desk.tool_fields(tool) {
                { field_box(desk, FieldBox::line(field, desk.tool_hint(field), desk.field_findings(field))) }
            }
        </>
    }
}

fn output(desk: &DeskHandle, tool: Tool) -> Html {
    match tool {
        Tool::BasicHeader => header_box(desk),
        Tool::AuthorizeUrl => url_box(desk),
        Tool::Redirect => code_reading(desk),
        Tool::TokenRequest => html! {
            <>
                if desk.grant == ToolGrant::RefreshToken {
                    <p role="note">{ desk.text(Text::RefreshVoids) }</p>
                }
                <p>{ desk.text(Text::CommandTextServer) }</p>
                { command_box(desk) }
            </>
        },
        Tool::TokenAnswer => token_reading(desk),
        Tool::CredentialString => credential_string(desk),
    }
}

fn grants(desk: &DeskHandle) -> Html {
    let all = ToolGrant::NAMES
        .map(|(grant, name)| (name.to_owned(), desk.text(Desk::grant_title(grant)), grant == desk.grant));
    let on_choose = desk.callback(|name: String| Action::ChoseGrant(ToolGrant::named(&name).unwrap_or_default()));
    choices(desk.text(Text::GrantLabel), "grant", &all, &on_choose)
}

fn credential_string(desk: &DeskHandle) -> Html {
    let label = desk.text(Text::ToolCredentialString);
    match desk.credential_string() {
        Ok(string) => {
            let mark = CopyMark::Output("credential-string");
            copy_line(desk, &CopyLine { label: &label, value: &string.text, masked: string.is_secret, mark })
        }
        Err(sentence) => html! { <p class="quiet">{ marked_text(&sentence) }</p> },
    }
}

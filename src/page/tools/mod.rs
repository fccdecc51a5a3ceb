//! One tool alone: a file for each, with how it looks. What it shows is in the file of the same name in `desk/tools/`.

pub mod app_type;
pub mod authorize_url;
pub mod basic_header;
pub mod compare_redirects;
pub mod credential_string;
pub mod discovery;
pub mod error_answer;
pub mod jwt;
pub mod read_authorize_url;
pub mod read_header;
pub mod redirect;
pub mod report;
pub mod request;
pub mod scopes;
pub mod token_answer;
pub mod token_request;

use yew::prelude::*;

use crate::desk::{Route, Tool, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::guide::one_input;
use crate::page::parts::{
    FieldBox, arrived_link, authentication_choice, clear_everything, field_box, folded_discovery, made_up_box,
    marked_text, opened_note, support,
};
use crate::texts::Text;

/// One tool alone, built from the same parts as a guide.
pub fn tool_view(desk: &DeskHandle, tool: Tool) -> Html {
    let heading = desk.heading();
    html! {
        <div class="tool">
            <div class="stack">
                <nav class="crumbs"><a href={Route::Tools.to_string()}>{ desk.text(Text::NavTools) }</a></nav>
                <h1>{ &heading }</h1>
                <p class="lead">{ marked_text(desk.text(tool.lead())) }</p>
                { arrived_link(desk) }
                { opened_note(desk) }
                { made_up_box(desk) }
                if desk.handed_over {
                    <p role="status">{ desk.text(Text::CodeHandedOver) }</p>
                }
            </div>
            <section class="panel" aria-label={heading}>
                if tool == Tool::TokenRequest {
                    { token_request::choice(desk) }
                }
                if matches!(tool, Tool::AuthorizeUrl | Tool::TokenRequest) {
                    { folded_discovery(desk) }
                }
                if tool == Tool::CredentialString {
                    { credential_string::choice(desk) }
                }
                for field in tool.fields(desk).into_iter().filter(|field| field.input().is_some()) {
                    { one_input(desk, field) }
                }
                for field in tool.fields(desk).into_iter().filter(|field| field.input().is_none()) {
                    { field_box(desk, FieldBox::line(field, tools::hint(desk, field), desk.field_findings(field))) }
                }
                if tool == Tool::TokenRequest {
                    { authentication_choice(desk, desk.command.kind) }
                }
                { output(desk, tool) }
            </section>
            { support(desk) }
            { clear_everything(desk) }
        </div>
    }
}

/// What it shows below its fields; a tool that only checks says it next to them.
fn output(desk: &DeskHandle, tool: Tool) -> Html {
    match tool {
        Tool::BasicHeader => basic_header::view(desk),
        Tool::AuthorizeUrl => authorize_url::view(desk),
        Tool::Redirect => redirect::view(desk),
        Tool::TokenRequest => token_request::view(desk),
        Tool::TokenAnswer => token_answer::view(desk),
        Tool::CredentialString => credential_string::view(desk),
        Tool::Values => Html::default(),
        Tool::AppType => app_type::view(desk),
        Tool::ReadHeader => read_header::view(desk),
        Tool::ReadAuthorizeUrl => read_authorize_url::view(desk),
        Tool::CompareRedirects => compare_redirects::view(desk),
        Tool::ErrorAnswer => error_answer::view(desk),
        Tool::Jwt => jwt::view(desk),
        Tool::Scopes => scopes::view(desk),
        Tool::Request => request::view(desk),
        Tool::Discovery => discovery::view(desk),
        Tool::Report => report::view(desk),
    }
}

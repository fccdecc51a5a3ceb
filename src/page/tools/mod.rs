//! One tool alone: a file for each, with how it looks.

mod app_type;
mod authorize_url;
mod basic_header;
mod compare_redirects;
mod error_answer;
mod jwt;
mod read_authorize_url;
mod read_header;
mod redirect;
mod request;
mod scopes;
mod token_answer;

use strum::VariantArray;
use yew::prelude::*;

use crate::desk::{CommandAction, Desk, RequestKind, Route, SessionAction, Tool};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    Choice, CopyLine, CopyMark, FieldBox, call_reading, check_line, choices, command_box, copy_line, field_box,
    known_calls, marked_text, opened_note, source_list,
};
use crate::texts::Text;

pub use self::app_type::{app_chooser, app_doubt};
pub use self::authorize_url::url_box;
pub use self::basic_header::header_box;
pub use self::compare_redirects::redirect_comparison;
pub use self::error_answer::error_reading;
pub use self::jwt::jwt_reading;
pub use self::read_authorize_url::authorize_reading;
pub use self::read_header::header_reading;
pub use self::redirect::{code_clock, code_reading};
pub use self::request::request_reading;
pub use self::scopes::scope_reading;
pub use self::token_answer::token_reading;

/// One tool alone, built from the same parts as a guide.
pub fn tool_view(desk: &DeskHandle, tool: Tool) -> Html {
    let heading = desk.heading();
    let clear = desk.callback(|_| SessionAction::Cleared);
    html! {
        <div class="tool">
            <div class="stack">
                <nav class="crumbs"><a href={Route::Tools.to_string()}>{ desk.text(Text::NavTools) }</a></nav>
                <h1>{ &heading }</h1>
                <p class="lead">{ marked_text(desk.text(Desk::tool_lead(tool))) }</p>
                { opened_note(desk) }
                if desk.handed_over {
                    <p role="status">{ desk.text(Text::CodeHandedOver) }</p>
                }
            </div>
            <section class="panel" aria-label={heading}>
                if tool == Tool::TokenRequest {
                    { requests(desk) }
                }
                for field in desk.tool_fields(tool) {
                    { field_box(desk, FieldBox::line(field, desk.tool_hint(field), desk.field_findings(field))) }
                }
                { output(desk, tool) }
            </section>
            <div class="row">
                <button type="button" class="button" onclick={clear}>{ desk.text(Text::ClearEverything) }</button>
                <span class="quiet small">{ desk.text(Text::KeptShort) }</span>
            </div>
        </div>
    }
}

fn output(desk: &DeskHandle, tool: Tool) -> Html {
    match tool {
        Tool::BasicHeader => header_box(desk),
        Tool::AuthorizeUrl => url_box(desk),
        Tool::Redirect => code_reading(desk),
        Tool::TokenRequest => token_request(desk, desk.command.kind),
        Tool::TokenAnswer => token_reading(desk),
        Tool::CredentialString => credential_string(desk),
        Tool::Values => Html::default(),
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

fn token_request(desk: &DeskHandle, kind: RequestKind) -> Html {
    html! {
        <>
            if let Some(warning) = Desk::request_warning(kind) {
                <p role="note">{ desk.text(warning) }</p>
            }
            if let Some((sentence, sources)) = desk.request_condition(kind) {
                <div role="note"><p>{ marked_text(sentence) }</p>{ source_list(desk, &sources) }</div>
            }
            <p>{ desk.text(Text::CommandTextServer) }</p>
            { command_box(desk, kind) }
            if kind == RequestKind::FirstCall {
                { known_calls(desk) }
                { call_reading(desk) }
            }
        </>
    }
}

fn requests(desk: &DeskHandle) -> Html {
    let chosen = &desk.command;
    let choice = |kind: &RequestKind| -> Choice {
        (kind.name().to_owned(), desk.text(Desk::request_title(*kind)).to_owned(), *kind == chosen.kind)
    };
    let all: Vec<Choice> = RequestKind::VARIANTS.iter().map(choice).collect();
    let choose = desk.callback(|name: String| CommandAction::ChoseRequest(name.parse().unwrap_or_default()));
    let choose_public = desk.callback(CommandAction::ChosePublic);
    html! {
        <>
            { choices(desk.text(Text::RequestLabel), "request", &all, &choose) }
            if chosen.kind.takes_public_client() {
                { check_line(desk, "public-client", (Text::PublicClient, None), chosen.is_public, choose_public) }
            }
        </>
    }
}

fn credential_string(desk: &DeskHandle) -> Html {
    let label = desk.text(Text::ToolCredentialString);
    match desk.credential_string() {
        Ok(string) => {
            let mark = CopyMark::Output("credential-string");
            copy_line(desk, &CopyLine { label, value: &string.text, masked: string.is_secret, mark })
        }
        Err(sentence) => html! { <p class="quiet">{ marked_text(&sentence) }</p> },
    }
}

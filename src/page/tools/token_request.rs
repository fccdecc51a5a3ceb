use strum::VariantArray;
use yew::prelude::*;

use crate::catalog::ClientAuthentication;
use crate::desk::parts::client_authentication;
use crate::desk::{CodeAction, CommandAction, RequestKind, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    RadioChoice, call_reading, check_line, choices, command_box, known_calls, prose_text, source_list,
};
use crate::texts::Text;

/// The request as a command, and what to know before it is run.
pub fn view(desk: &DeskHandle) -> Html {
    let kind = desk.command.kind;
    html! {
        <>
            if let Some(warning) = tools::token_request::warning(kind) {
                <p role="note">{ desk.text(warning) }</p>
            }
            if let Some((sentence, sources)) = tools::token_request::condition(desk, kind) {
                <div role="note"><p>{ prose_text(sentence) }</p>{ source_list(desk, &sources) }</div>
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

/// What is requested.
pub fn choice(desk: &DeskHandle) -> Html {
    let chosen = desk.command.kind;
    let one = |kind: &RequestKind| -> RadioChoice {
        (kind.name().to_owned(), desk.text(tools::token_request::title(*kind)).to_owned(), *kind == chosen)
    };
    let all: Vec<RadioChoice> = RequestKind::VARIANTS.iter().map(one).collect();
    let choose = desk.callback(|name: String| CommandAction::ChoseRequest(name.parse().unwrap_or_default()));
    let is_public = client_authentication::of_request(desk, chosen) == ClientAuthentication::None;
    let default = desk.provider().map_or(ClientAuthentication::BasicRaw, |provider| provider.client_authentication);
    let choose_public = desk.callback(move |is_public| {
        CodeAction::ChoseAuthentication(if is_public { ClientAuthentication::None } else { default })
    });
    html! {
        <>
            { choices(desk.text(Text::RequestLabel), "request", &all, &choose) }
            if chosen.takes_public_client() && client_authentication::offered(desk, chosen).is_empty() {
                { check_line(desk, "public-client", (Text::PublicClient, None), is_public, choose_public) }
            }
        </>
    }
}

use yew::prelude::*;

use super::{RadioChoice, choices, marked_text};
use crate::catalog::ClientAuthentication;
use crate::desk::parts::client_authentication;
use crate::desk::{CodeAction, RequestKind};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// How the client authenticates, where the server is the admin's own.
pub fn authentication_choice(desk: &DeskHandle, kind: RequestKind) -> Html {
    let offered = client_authentication::offered(desk, kind);
    let chosen = client_authentication::of_request(desk, kind);
    let choice = |way: &ClientAuthentication| -> RadioChoice {
        let says = desk.text(client_authentication::title(*way)).to_owned();
        (way.name().to_owned(), says, *way == chosen)
    };
    let all: Vec<RadioChoice> = offered.iter().map(choice).collect();
    let choose = desk.callback(move |name: String| CodeAction::ChoseAuthentication(name.parse().unwrap_or(chosen)));
    html! {
        if !all.is_empty() {
            { choices(desk.text(Text::AuthenticationLabel), "client-authentication", &all, &choose) }
            <p class="small quiet">{ marked_text(desk.text(Text::AuthenticationHint)) }</p>
        }
    }
}

use yew::prelude::*;

use super::{CopyButton, MarkedText, SecretProp};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The command.
#[derive(Properties, PartialEq)]
pub struct CommandBoxProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The token request as a command, or what it still needs.
#[component]
pub fn CommandBox(props: &CommandBoxProps) -> Html {
    let desk = &props.desk;
    match desk.command_view() {
        Ok(view) => {
            // EXPOSE: the command is there to be run; the code in it works once and only with the secret, which it asks for.
            let text = view.command.text().expose().to_owned();
            html! {
                <div class="stack">
                    <p class="quiet small">{ desk.text(Text::CommandFor) }</p>
                    <pre class="code" data-output="token-command" tabindex="0" aria-label={desk.text(Text::CommandLabel)}
                        role="region">{ text }</pre>
                    <div class="row">
                        <CopyButton desk={desk.clone()} label={desk.text(Text::CommandLabel)}
                            value={SecretProp::from(view.command.text())} text={desk.text(Text::CopyCommand)} />
                    </div>
                </div>
            }
        }
        Err(needs) => html! {
            <p class="quiet"><MarkedText text={desk.needs_sentence(Text::CommandNeeds, &needs)} /></p>
        },
    }
}

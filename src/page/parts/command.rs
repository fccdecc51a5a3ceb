use yew::prelude::*;

use super::{copy_button, marked_text};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The token request as a command, or what it still needs.
pub fn command_box(desk: &DeskHandle) -> Html {
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
                        { copy_button(desk, &desk.text(Text::CommandLabel), view.command.text(), Some(desk.text(Text::CopyCommand))) }
                    </div>
                </div>
            }
        }
        Err(needs) => html! {
            <p class="quiet">{ marked_text(&desk.needs_sentence(Text::CommandNeeds, &needs)) }</p>
        },
    }
}

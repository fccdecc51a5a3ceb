use super::copy_and_tell;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// The token request as a command, or what it still needs.
pub fn command_box(desk: &DeskHandle) -> Element {
    match desk.command_view() {
        Ok(view) => {
            let (label, text) = (desk.text(Text::CommandLabel), view.command.text());
            el("div.stack")
                .with(el("p.quiet.small").say(desk, Text::CommandFor))
                .with(
                    el("pre.code[data-output=token-command][tabindex=0][role=region]")
                        .attr("aria-label", label)
                        // EXPOSE: the command is there to be run; the code in it works once and only with the secret,
                        // which it asks for.
                        .text(text.expose()),
                )
                .with(el("div.row").with(copy_and_tell(
                    desk,
                    label,
                    text,
                    Some(desk.text(Text::CopyCommand)),
                    Some(|| Action::CopiedCommand),
                )))
        }
        Err(needs) => el("p.quiet").marked(&desk.needs_sentence(Text::CommandNeeds, &needs)),
    }
}

use super::{Choice, choices, copy_and_tell};
use crate::commands::Format;
use crate::desk::{Action, Desk};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// The token request as something to run, in the form that is chosen, or what it still needs.
pub fn command_box(desk: &DeskHandle) -> Element {
    let view = desk.command_view();
    let shown = match &view {
        Ok(view) => {
            let (label, text) = (desk.text(Text::CommandLabel), view.command.text());
            el("div.stack")
                .with(el("p.quiet.small").marked(desk.text(Desk::format_texts(desk.format).1)))
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
        Err(needs) => el("p.quiet").marked(&desk.needs_sentence(Text::CommandNeeds, needs)),
    };
    el("div.stack").with(formats(desk)).with(shown)
}

fn formats(desk: &DeskHandle) -> Element {
    let all: Vec<Choice> = Format::NAMES
        .iter()
        .map(|(format, name)| {
            let says = desk.text(Desk::format_texts(*format).0).to_owned();
            ((*name).to_owned(), says, *format == desk.format)
        })
        .collect();
    let choosing = desk.clone();
    choices(desk.text(Text::FormatLabel), "format", &all, move |name| {
        choosing.emit(Action::ChoseFormat(Format::named(&name).unwrap_or_default()));
    })
}

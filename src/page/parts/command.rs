use strum::VariantArray;
use yew::prelude::*;

use super::{RadioChoice, check_line, choices, copy_and_tell, icon, made_up_note, marked_text};
use crate::commands::Format;
use crate::desk::{CodeAction, CommandAction, CommandFile, CommandView, RequestKind, parts};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A request as something to run, in the chosen format, or what it still needs.
pub fn command_box(desk: &DeskHandle, kind: RequestKind) -> Html {
    html! { <div class="stack">{ formats(desk) }{ ways(desk, kind) }{ command(desk, kind) }</div> }
}

/// The same with the choices folded: in a guide the command comes first.
pub fn brief_command_box(desk: &DeskHandle, kind: RequestKind) -> Html {
    let format = desk.text(parts::command::texts::of_format(desk.command.format()).name);
    html! {
        <div class="stack stack--brief">
            <details class="more">
                <summary>{ desk.fill(Text::FormatChosen, &[("format", format)]) }</summary>
                <div class="stack">{ formats(desk) }{ ways(desk, kind) }</div>
            </details>
            { command(desk, kind) }
        </div>
    }
}

fn formats(desk: &DeskHandle) -> Html {
    let choice = |format: &Format| -> RadioChoice {
        let says = desk.text(parts::command::texts::of_format(*format).name).to_owned();
        (format.name().to_owned(), says, *format == desk.command.format())
    };
    let all: Vec<RadioChoice> = Format::VARIANTS.iter().map(choice).collect();
    let choose = desk.callback(|name: String| CommandAction::ChoseFormat(name.parse().unwrap_or_default()));
    choices(desk.text(Text::FormatLabel), "format", &all, &choose)
}

/// What else can be chosen for a command. What comes of written-in secrets is said to whoever chose them.
fn ways(desk: &DeskHandle, kind: RequestKind) -> Html {
    let choice = &desk.command;
    let written = choice.writes_secrets.then(|| parts::command::texts::of_format(choice.format()).written);
    let writes = (Text::WriteSecrets, written);
    let (choose_whole, write_secrets) =
        (desk.callback(CommandAction::ChoseWhole), desk.callback(CommandAction::WroteSecrets));
    html! {
        <>
            if let Some(text) = parts::command::whole_text(desk, kind) {
                { check_line(desk, "does-all", (text, None), choice.does_all, choose_whole) }
            }
            { check_line(desk, "writes-secrets", writes, choice.writes_secrets, write_secrets) }
        </>
    }
}

/// The command itself, or what it still needs.
pub(super) fn command(desk: &DeskHandle, kind: RequestKind) -> Html {
    match parts::command::view(desk, kind) {
        Ok(view) => ready(desk, kind, &view),
        Err(needs) => html! {
            <p class="quiet">{ marked_text(&parts::needs::sentence(desk, Text::CommandNeeds, &needs)) }</p>
        },
    }
}

fn ready(desk: &DeskHandle, kind: RequestKind, view: &CommandView) -> Html {
    let is_call = kind == RequestKind::FirstCall && desk.request_kind() != kind;
    let (label, copy, output) = match is_call {
        true => (Text::CallCommandLabel, Text::CopyCall, "call-command"),
        false => (Text::CommandLabel, Text::CopyCommand, "token-command"),
    };
    let (label, text) = (desk.text(label), view.command.text());
    let then = (kind == RequestKind::AuthorizationCode).then_some(CodeAction::CopiedCommand);
    let says = if desk.command.writes_secrets && !view.holds_secret {
        Text::WrittenNothing
    } else {
        parts::command::texts::of_format(desk.command.format()).use_it
    };
    let is_made_up = desk.is_made_up(text);
    html! {
        <>
            if is_made_up {
                { made_up_note(desk) }
            } else if !view.holds_secret {
                <p class="quiet small">{ marked_text(desk.text(says)) }</p>
            }
            <div class="row">
                { copy_and_tell(desk, label, text, Some(desk.text(copy)), then) }
                if let Some(file) = view.file.as_ref().filter(|_| !is_made_up) {
                    { save(desk, file) }
                }
            </div>
            <pre
                class="code"
                tabindex="0"
                role="region"
                data-output={output}
                data-made-up={is_made_up.then_some("")}
                aria-label={label.to_owned()}
            >
                // EXPOSE: the command is there to be run; the code in it works once and only with the secret, which it
                // prompts for, unless the person chose to have that in it.
                { text.expose() }
            </pre>
            { explained(desk, view) }
        </>
    }
}

/// A link, because the browser itself saves what it leads to; nothing is fetched.
fn save(desk: &DeskHandle, file: &CommandFile) -> Html {
    // EXPOSE: it is the command that is shown above.
    let address = file.address.expose().to_owned();
    html! {
        <a class="button" download={file.name} href={address}>{ icon("download") }{ desk.text(Text::SaveFile) }</a>
    }
}

fn explained(desk: &DeskHandle, view: &CommandView) -> Html {
    html! {
        <details class="more">
            <summary>{ desk.text(Text::WhatDoesThisDo) }</summary>
            <ol class="explained">
                for lines in parts::command::explained_lines(desk, &view.command) {
                    <li class="stack">
                        <p>{ marked_text(&lines.says) }</p>
                        // EXPOSE: these are lines of the command that is shown above.
                        <pre class="code">{ lines.text.expose() }</pre>
                    </li>
                }
            </ol>
        </details>
    }
}

use strum::VariantArray;
use yew::prelude::*;

use super::{Choice, check_line, choices, copy_and_tell, icon, marked_text, source_list, sure_mark, table};
use crate::commands::Format;
use crate::desk::{CodeAction, CommandAction, CommandFile, CommandView, Desk, KnownCall, RequestKind};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A request as something to run, in the chosen format, or what it still needs.
pub fn command_box(desk: &DeskHandle, kind: RequestKind) -> Html {
    html! { <div class="stack">{ formats(desk) }{ ways(desk, kind) }{ command(desk, kind) }</div> }
}

/// The test call, in the format that is chosen for the command above it.
pub fn call_box(desk: &DeskHandle) -> Html {
    html! {
        <div class="stack">
            if let Some(call) = desk.known_call() {
                <p class="quiet small">{ desk.text(Text::CallWhy) }{ " " }{ sure_mark(desk, call.sure) }</p>
                { source_list(desk, &desk.call_sources(call)) }
            }
            { command(desk, RequestKind::FirstCall) }
        </div>
    }
}

/// The test calls of the provider, with what each needs: a token may be from any app.
pub fn known_calls(desk: &DeskHandle) -> Html {
    let all = desk.known_calls();
    let heads = [Text::CallsAddress, Text::CallsToken, Text::CallsScopes].map(|head| desk.text(head));
    let rows = all.iter().map(|known| known_call(desk, known));
    html! {
        if !all.is_empty() {
            <details class="more">
                <summary>{ desk.text(Text::CallsTitle) }</summary>
                { table(desk.text(Text::CallsCaption), "known-calls", &heads, rows) }
            </details>
        }
    }
}

fn known_call(desk: &DeskHandle, known: &KnownCall<'_>) -> Vec<Html> {
    let call = known.call;
    let address = html! {
        <>
            <code>{ known.address.as_str() }</code>
            { " " }
            { sure_mark(desk, call.sure) }
            { source_list(desk, &desk.call_sources(call)) }
        </>
    };
    let apps = known.apps.iter().map(|name| html! { <div>{ *name }</div> }).collect();
    let scopes = call.any_of.iter().map(|name| html! { <div>{ name }</div> }).collect();
    vec![address, apps, scopes]
}

fn formats(desk: &DeskHandle) -> Html {
    let choice = |format: &Format| -> Choice {
        let says = desk.text(Desk::format_texts(*format).name).to_owned();
        (format.name().to_owned(), says, *format == desk.command.format())
    };
    let all: Vec<Choice> = Format::VARIANTS.iter().map(choice).collect();
    let choose = desk.callback(|name: String| CommandAction::ChoseFormat(name.parse().unwrap_or_default()));
    choices(desk.text(Text::FormatLabel), "format", &all, &choose)
}

/// What else can be chosen for a command; each choice says beforehand what it leads to.
fn ways(desk: &DeskHandle, kind: RequestKind) -> Html {
    let choice = &desk.command;
    let writes = (Text::WriteSecrets, Some(Desk::format_texts(choice.format()).written));
    let (choose_whole, write_secrets) =
        (desk.callback(CommandAction::ChoseWhole), desk.callback(CommandAction::WroteSecrets));
    html! {
        <>
            if let Some(text) = desk.whole_text(kind) {
                { check_line(desk, "does-all", (text, None), choice.does_all, choose_whole) }
            }
            { check_line(desk, "writes-secrets", writes, choice.writes_secrets, write_secrets) }
        </>
    }
}

fn command(desk: &DeskHandle, kind: RequestKind) -> Html {
    match desk.command_view(kind) {
        Ok(view) => ready(desk, kind, &view),
        Err(needs) => html! {
            <p class="quiet">{ marked_text(&desk.needs_sentence(Text::CommandNeeds, &needs)) }</p>
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
        Desk::format_texts(desk.command.format()).use_it
    };
    html! {
        <>
            if !view.holds_secret {
                <p class="quiet small">{ marked_text(desk.text(says)) }</p>
            }
            <pre class="code" tabindex="0" role="region" data-output={output} aria-label={label.to_owned()}>
                // EXPOSE: the command is there to be run; the code in it works once and only with the secret, which it
                // prompts for, unless the person chose to have that in it.
                { text.expose() }
            </pre>
            <div class="row">
                { copy_and_tell(desk, label, text, Some(desk.text(copy)), then) }
                if let Some(file) = &view.file {
                    { save(desk, file) }
                }
            </div>
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
                for lines in desk.explained_lines(&view.command) {
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

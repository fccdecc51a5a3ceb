use super::{Choice, check_line, choices, copy_and_tell, icon, source_list, sure_mark, table};
use crate::commands::Format;
use crate::desk::{Action, CommandFile, CommandView, Desk, RequestKind};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// A request as something to run, in the chosen format, or what it still needs.
pub fn command_box(desk: &DeskHandle, kind: RequestKind) -> Element {
    el("div.stack").with(formats(desk)).with(ways(desk, kind)).with(command(desk, kind))
}

/// The test call, in the format that is chosen for the command above it.
pub fn call_box(desk: &DeskHandle) -> Element {
    let why = desk.known_call().map(|call| {
        group()
            .with(el("p.quiet.small").say(desk, Text::CallWhy).text(" ").with(sure_mark(desk, call.sure)))
            .with(source_list(desk, &desk.call_sources(call)))
    });
    el("div.stack").maybe(why).with(command(desk, RequestKind::FirstCall))
}

/// The test calls of the provider, with what each needs: a token may be from any app.
pub fn known_calls(desk: &DeskHandle) -> Option<Element> {
    let all = desk.known_calls();
    if all.is_empty() {
        return None;
    }
    let heads = [Text::CallsAddress, Text::CallsToken, Text::CallsScopes].map(|head| desk.text(head));
    let rows = all.iter().map(|known| {
        let call = known.call;
        let names = |names: Vec<&str>| group().each(names.into_iter().map(|name| el("div").text(name)));
        vec![
            group()
                .with(el("code").text(known.address.as_str()))
                .text(" ")
                .with(sure_mark(desk, call.sure))
                .with(source_list(desk, &desk.call_sources(call))),
            names(known.apps.clone()),
            names(call.any_of.iter().map(String::as_str).collect()),
        ]
    });
    let caption = desk.text(Text::CallsCaption);
    Some(el("details.more").with(el("summary").say(desk, Text::CallsTitle)).with(table(
        caption,
        "known-calls",
        &heads,
        rows,
    )))
}

fn formats(desk: &DeskHandle) -> Element {
    let all: Vec<Choice> = Format::NAMES
        .iter()
        .map(|(format, name)| {
            let says = desk.text(Desk::format_texts(*format).name).to_owned();
            ((*name).to_owned(), says, *format == desk.command.format())
        })
        .collect();
    let choosing = desk.clone();
    choices(desk.text(Text::FormatLabel), "format", &all, move |name| {
        choosing.emit(Action::ChoseFormat(Format::named(&name).unwrap_or_default()));
    })
}

/// What else can be chosen for a command; each choice says beforehand what it leads to.
fn ways(desk: &DeskHandle, kind: RequestKind) -> Element {
    let choice = &desk.command;
    let whole = desk
        .whole_text(kind)
        .map(|text| check_line(desk, "does-all", (text, None), choice.does_all, Action::ChoseWhole));
    let written = Desk::format_texts(choice.format()).written;
    let writes = (Text::WriteSecrets, Some(written));
    group().maybe(whole).with(check_line(desk, "writes-secrets", writes, choice.writes_secrets, Action::WroteSecrets))
}

fn command(desk: &DeskHandle, kind: RequestKind) -> Element {
    match desk.command_view(kind) {
        Ok(view) => ready(desk, kind, &view),
        Err(needs) => el("p.quiet").marked(&desk.needs_sentence(Text::CommandNeeds, &needs)),
    }
}

fn ready(desk: &DeskHandle, kind: RequestKind, view: &CommandView) -> Element {
    let is_call = kind == RequestKind::FirstCall && desk.request_kind() != kind;
    let (label, copy, output) = match is_call {
        true => (Text::CallCommandLabel, Text::CopyCall, "call-command"),
        false => (Text::CommandLabel, Text::CopyCommand, "token-command"),
    };
    let (label, text) = (desk.text(label), view.command.text());
    let then = (kind == RequestKind::AuthorizationCode).then_some((|| Action::CopiedCommand) as fn() -> Action);
    let says = if desk.command.writes_secrets && !view.holds_secret {
        Text::WrittenNothing
    } else {
        Desk::format_texts(desk.command.format()).use_it
    };
    group()
        .maybe((!view.holds_secret).then(|| el("p.quiet.small").marked(desk.text(says))))
        .with(
            el("pre.code[tabindex=0][role=region]")
                .attr("data-output", output)
                .attr("aria-label", label)
                // EXPOSE: the command is there to be run; the code in it works once and only with the secret, which it
                // prompts for, unless the person chose to have that in it.
                .text(text.expose()),
        )
        .with(
            el("div.row")
                .with(copy_and_tell(desk, label, text, Some(desk.text(copy)), then))
                .maybe(view.file.as_ref().map(|file| save(desk, file))),
        )
        .with(explained(desk, view))
}

/// A link, because the browser itself saves what it leads to; nothing is fetched.
fn save(desk: &DeskHandle, file: &CommandFile) -> Element {
    el("a.button")
        .attr("download", file.name)
        // EXPOSE: it is the command that is shown above.
        .attr("href", file.address.expose())
        .with(icon("download"))
        .say(desk, Text::SaveFile)
}

fn explained(desk: &DeskHandle, view: &CommandView) -> Element {
    let all = desk.explained_lines(&view.command).into_iter().map(|lines| {
        // EXPOSE: these are lines of the command that is shown above.
        let text = el("pre.code").text(lines.text.expose());
        el("li.stack").with(el("p").marked(&lines.says)).with(text)
    });
    el("details.more").with(el("summary").say(desk, Text::WhatDoesThisDo)).with(el("ol.explained").each(all))
}

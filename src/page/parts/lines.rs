use super::{
    CopyLine, CopyMark, FieldBox, button, copy_button, copy_line, field_box, icon, scopes, source_list, sure_mark,
};
use crate::browser::address_bar;
use crate::catalog::{Line, Shows, Sure, TaskKind};
use crate::desk::{Action, Field, Step};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, group, ticked};
use crate::texts::Text;

/// What to do, what not to do and what to know in a step, line by line.
pub fn lines(desk: &DeskHandle, step: Step) -> Element {
    el("ul.todo").each(desk.lines(step).iter().map(|line| one_line(desk, step, line)))
}

fn one_line(desk: &DeskHandle, step: Step, line: &Line<'_>) -> Element {
    let id = ["line-", step.name(), "-", &line.name.replace('/', "-")].concat();
    let (kind, symbol) = match line.task.kind {
        TaskKind::Do => ("do", None),
        TaskKind::Avoid => ("avoid", Some("warn")),
        TaskKind::Know => ("know", Some("note")),
    };
    let name = line.name.to_owned();
    let (mark, sentence) = match symbol {
        Some(symbol) => (icon(symbol), el("p")),
        None => {
            let tick = el("input[type=checkbox]").attr("id", &id).checked(desk.work().is_ticked(step, line.name)).on(
                On::Change,
                desk,
                move |event| Action::Ticked { line: name.clone(), step, ticked: ticked(event) },
            );
            (tick, el("label").attr("for", &id))
        }
    };
    el("li.todo__line").key(line.name).attr("data-kind", kind).with(mark).with(
        el("div")
            .with(sentence.marked(line.sentence))
            .maybe((line.task.sure != Sure::Confirmed).then(|| el("div").with(sure_mark(desk, line.task.sure))))
            .maybe(line.task.shows.map(|shows| shown(desk, shows)))
            .with(source_list(desk, &line.sources())),
    )
}

fn shown(desk: &DeskHandle, shows: Shows) -> Element {
    match shows {
        Shows::AppName => app_name(desk),
        Shows::RedirectUrl => redirect(desk),
        Shows::Scopes => scopes(desk),
    }
}

fn app_name(desk: &DeskHandle) -> Element {
    let Some(name) = desk.variant().and_then(|variant| variant.app_name.as_deref()) else { return group() };
    let label = desk.text(Text::AppName);
    copy_line(desk, &CopyLine { label, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn redirect(desk: &DeskHandle) -> Element {
    let field = Field::RedirectUrl;
    let hint = desk.redirect_hint().map(str::to_owned);
    let beside = Some(copy_button(desk, &desk.label(field), desk.work().entry(field), None));
    let enter = |address: String, says: &str| {
        button(desk, "button", says, move || Action::Typed(field, Secret::new(address.as_str())))
    };
    let own = desk.can_be_redirect().then(|| {
        group()
            .with(enter(address_bar::own_address(), desk.text(Text::UseThisPage)))
            .with(el("span.quiet.small").say(desk, Text::HintOwnPage))
    });
    let offered = desk.offered_redirects().into_iter().map(|offered| enter(offered.clone(), &offered));
    el("div.stack")
        .with(field_box(desk, FieldBox { beside, ..FieldBox::line(field, hint, desk.field_findings(field)) }))
        .with(el("div.row").each(offered).maybe(own))
}

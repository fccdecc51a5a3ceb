use super::{FieldBox, copy_list, field_box, missing, more_sentence, name_list, sure_mark, table, tick_list};
use crate::catalog::Sure;
use crate::desk::{Field, GivenScopesView, NameList, NamedScope, OneOfView, ScopeRows};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The granted scopes, next to the required ones.
pub fn scope_reading(desk: &DeskHandle) -> Element {
    let view = desk.given_scopes_view();
    let hint = desk.fill(Text::HintNeededScopes, &[("button", desk.text(Text::ScopesCompareWith))]);
    let given =
        FieldBox::lines(Field::PastedScopes, "4", desk.text(Text::HintPastedScopes).to_owned(), view.findings.clone());
    let needed = FieldBox::lines(Field::NeededScopes, "4", hint, view.needed_findings.clone());
    let not_loaded = desk.scope_table.is_none() && desk.failure.is_some();
    el("div.stack")
        .with(field_box(desk, given))
        .with(field_box(desk, needed))
        .maybe(not_loaded.then(|| missing(desk)))
        .maybe(view.waits.then(|| el("p.quiet").say(desk, Text::ScopesNeedBoth)))
        .each(view.one_of.iter().map(|one_of| one_of_several(desk, one_of)))
        .maybe(
            view.to_tick
                .as_ref()
                .map(|names| titled(desk, Text::ScopesMissingTitle, tick_list(desk, names, "missing-scopes"))),
        )
        .maybe(rows(desk, &view.table))
        .with(others(desk, &view))
}

fn titled(desk: &DeskHandle, title: Text, content: Element) -> Element {
    el("section.stack").with(el("h2").text(&desk.sentence(title))).with(content)
}

fn others(desk: &DeskHandle, view: &GivenScopesView) -> Element {
    let list = |title, names: &Option<NameList>, output| {
        names.as_ref().map(|names| titled(desk, title, name_list(desk, names, output)))
    };
    group().maybe(list(Text::ScopesExtraTitle, &view.extra, "extra-scopes")).maybe(list(
        Text::ScopesUnknownTitle,
        &view.unknown,
        "unknown-scopes",
    ))
}

fn one_of_several(desk: &DeskHandle, one_of: &OneOfView) -> Element {
    let classic = one_of.classic.as_ref().map(|names| {
        group().with(el("p").say(desk, Text::ScopesOneOfClassic)).with(name_list(desk, names, "one-of-classic"))
    });
    let content = group()
        .with(el("p").with(sure_mark(desk, Sure::Inferred)))
        .maybe(one_of.had.as_ref().map(|had| el("p").marked(had)))
        .maybe(one_of.granular.as_ref().map(|names| copy_list(desk, names, "one-of-scopes")))
        .maybe(classic);
    titled(desk, Text::ScopesOneOf, content)
}

fn rows(desk: &DeskHandle, all: &ScopeRows) -> Option<Element> {
    if all.rows.is_empty() {
        return None;
    }
    let (caption, last) = if all.is_compared {
        (Text::ScopesNeededTable, Text::ColumnStanding)
    } else {
        (Text::ScopesGivenTable, Text::ColumnLevel)
    };
    let heads = [Text::ColumnGranular, Text::ColumnClassic, last].map(|text| desk.text(text));
    let more = (all.left_out > 0).then(|| el("p.quiet.small").text(&more_sentence(desk, all.left_out)));
    let rows = all.rows.iter().map(|row| cells(desk, row));
    Some(group().with(table(desk.text(caption), "scope-table", &heads, rows)).maybe(more))
}

fn cells(desk: &DeskHandle, row: &NamedScope) -> Vec<Element> {
    let names = |names: &[String]| {
        // The name that was pasted is set off from its counterparts.
        let one = |name: &String| el(if *name == row.name { "code" } else { "code.quiet" }).text(name);
        match names {
            [] => el("span.quiet").text("–"),
            names => el("div.names").each(names.iter().map(one)),
        }
    };
    let mark = row.is_inferred.then(|| group().text(" ").with(sure_mark(desk, Sure::Inferred)));
    let level = row.is_missing.then_some("bad");
    vec![
        names(&row.granular),
        names(&row.classic),
        el("span.standing").attr_if("data-level", level).marked(&row.says).maybe(mark),
    ]
}

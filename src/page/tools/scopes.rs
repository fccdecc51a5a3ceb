use yew::prelude::*;

use crate::catalog::Confidence;
use crate::desk::{Field, NamedScope, OneOfView, ScopeRows, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    FieldBox, copy_list, field_box, marked_text, more_sentence, name_list, sure_mark, table, tick_list,
};
use crate::texts::Text;

/// The granted scopes, next to the required ones.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::scopes::view(desk);
    let hint = desk.fill(Text::HintNeededScopes, &[("button", desk.text(Text::ScopesCompareWith))]);
    let given =
        FieldBox::lines(Field::PastedScopes, "4", desk.text(Text::HintPastedScopes).to_owned(), view.findings.clone());
    let needed = FieldBox::lines(Field::NeededScopes, "4", hint, view.needed_findings.clone());
    html! {
        <div class="stack">
            { field_box(desk, given) }
            { field_box(desk, needed) }
            if view.waits {
                <p class="quiet">{ desk.text(Text::ScopesNeedBoth) }</p>
            }
            for one_of in &view.one_of {
                { titled(desk, Text::ScopesOneOf, one_of_several(desk, one_of)) }
            }
            if let Some(names) = &view.to_tick {
                { titled(desk, Text::ScopesMissingTitle, tick_list(desk, names, "missing-scopes")) }
            }
            { rows(desk, &view.table) }
            if let Some(names) = &view.extra {
                { titled(desk, Text::ScopesExtraTitle, name_list(desk, names, "extra-scopes")) }
            }
            if let Some(names) = &view.unknown {
                { titled(desk, Text::ScopesUnknownTitle, name_list(desk, names, "unknown-scopes")) }
            }
        </div>
    }
}

fn titled(desk: &DeskHandle, title: Text, content: Html) -> Html {
    html! { <section class="stack"><h2>{ desk.sentence(title) }</h2>{ content }</section> }
}

fn one_of_several(desk: &DeskHandle, one_of: &OneOfView) -> Html {
    html! {
        <>
            <p>{ sure_mark(desk, Confidence::Inferred) }</p>
            if let Some(had) = &one_of.had {
                <p>{ marked_text(had) }</p>
            }
            if let Some(names) = &one_of.granular {
                { copy_list(desk, names, "one-of-scopes") }
            }
            if let Some(names) = &one_of.classic {
                <p>{ desk.text(Text::ScopesOneOfClassic) }</p>
                { name_list(desk, names, "one-of-classic") }
            }
        </>
    }
}

fn rows(desk: &DeskHandle, all: &ScopeRows) -> Html {
    let (caption, last) = if all.is_compared {
        (Text::ScopesNeededTable, Text::ColumnStanding)
    } else {
        (Text::ScopesGivenTable, Text::ColumnLevel)
    };
    let heads = [Text::ColumnGranular, Text::ColumnClassic, last].map(|text| desk.text(text));
    let rows = all.rows.iter().map(|row| cells(desk, row));
    html! {
        if !all.rows.is_empty() {
            { table(desk.text(caption), "scope-table", &heads, rows) }
            if all.left_out > 0 {
                <p class="quiet small">{ more_sentence(desk, all.left_out) }</p>
            }
        }
    }
}

fn cells(desk: &DeskHandle, row: &NamedScope) -> Vec<Html> {
    let standing = html! {
        <span class="standing" data-level={row.is_missing.then_some("bad")}>
            { marked_text(&row.says) }
            if row.is_inferred {
                { " " }{ sure_mark(desk, Confidence::Inferred) }
            }
        </span>
    };
    vec![names(&row.granular, &row.name), names(&row.classic, &row.name), standing]
}

/// The name that was pasted is set off from its counterparts.
fn names(all: &[String], pasted: &str) -> Html {
    if all.is_empty() {
        return html! { <span class="quiet">{ "–" }</span> };
    }
    html! {
        <div class="names">
            for name in all {
                <code class={(name != pasted).then_some("quiet")}>{ name }</code>
            }
        </div>
    }
}

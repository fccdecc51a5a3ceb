use super::{CopyLine, CopyMark, copy_button, copy_line, open_tool, source_list, sure_mark};
use crate::catalog::{Choice, Sure};
use crate::desk::{Action, Desk, ScopesView, SetOf, Tool};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, group, ticked};
use crate::texts::Text;

/// The scopes to select: today's names, with the classic ones of the vendor's guide next to them.
pub fn scopes(desk: &DeskHandle) -> Element {
    let Some(view) = desk.scopes_view() else { return group() };
    let count = view.taken_count().to_string();
    let sets = (!view.sets.is_empty()).then(|| {
        let head = el("p")
            .with(el("strong").fill(desk, Text::ScopesCount, &[("count", &count)]))
            .text(" ")
            .with(el("span.quiet").say(desk, Text::ScopesHint));
        group().with(head).each(view.sets.iter().map(|set| one_set(desk, set)))
    });
    let compare = open_tool(desk, desk.text(Text::ScopesCompareWith), Tool::Scopes, Desk::scopes_to_compare);
    el("div.stack")
        .maybe(sets)
        .maybe(classic(desk, &view))
        .maybe(migrated(desk, &view))
        .with(el("div.row").with(compare))
}

fn one_set(desk: &DeskHandle, set: &SetOf<'_>) -> Element {
    let facts = set.facts;
    let says = desk.set_sentence(&facts.id);
    let choice = if set.is_choice {
        let name = facts.id.clone();
        let input = match facts.choice {
            Choice::OneOf => el("input[type=radio][name=scope-set]"),
            _ => el("input[type=checkbox]"),
        };
        let input = input
            .checked(set.taken)
            .on(On::Change, desk, move |event| Action::ChoseScopeSet { set: name.clone(), chosen: ticked(event) });
        el("label").with(input).with(el("span").marked(says))
    } else {
        el("p").marked(says)
    };
    let head = el("div.scope")
        .with(choice)
        .maybe((facts.sure != Sure::Confirmed).then(|| el("div").with(sure_mark(desk, facts.sure))))
        .with(source_list(desk, &desk.product_sources(&facts.source)));
    el("div.scopes").key(&facts.id).attr("data-set", &facts.id).with(head).maybe(set.taken.then(|| rows(desk, set)))
}

fn rows(desk: &DeskHandle, set: &SetOf<'_>) -> Element {
    let (granular, classic) = (desk.text(Text::ScopesGranular), desk.text(Text::ScopesClassic));
    // A side with nothing on it is no side: some vendors name no classic scopes.
    let has_classic = set.rows.iter().any(|row| !row.classic.is_empty());
    let head = el("div.scopes__head[aria-hidden=true]")
        .with(el("span").text(granular))
        .maybe(has_classic.then(|| el("span").text(classic)));
    let side = |label: &str| el("div.scope__side").attr("data-label", label);
    let all = set.rows.iter().map(|row| {
        let classics = row.classic.iter().map(|name| el("span.value.quiet").text(name));
        el("li.scope").key(row.granular).with(
            el("div.scope__pair")
                .with(side(granular).with(scope_line(desk, row.granular)))
                .maybe(has_classic.then(|| side(classic).each(classics))),
        )
    });
    group().with(head).with(el("ul").each(all))
}

fn scope_line(desk: &DeskHandle, name: &str) -> Element {
    copy_line(desk, &CopyLine { label: name, value: &Secret::new(name), masked: false, mark: CopyMark::None })
}

fn classic(desk: &DeskHandle, view: &ScopesView<'_>) -> Option<Element> {
    if view.classic.is_empty() {
        return None;
    }
    let sure = desk.variant().map(|variant| variant.classic_sure).unwrap_or_default();
    let inferred = (sure != Sure::Confirmed).then(|| el("p.quiet.small").say(desk, Text::ScopesClassicInferred));
    let all = view
        .classic
        .iter()
        .map(|(name, shown)| el("div").with(el("dt").with(el("code").text(name))).with(el("dd").text(shown)));
    let count = [" (", &view.classic.len().to_string(), ")"].concat();
    Some(
        el("details.more")
            .flag("open", view.sets.is_empty())
            .with(el("summary").say(desk, Text::ScopesClassicOnly).text(&count))
            .with(
                el("div.stack")
                    .with(el("p.quiet.small").say(desk, Text::ScopesClassicHint))
                    .maybe(inferred)
                    .with(el("dl.parts").each(all)),
            ),
    )
}

fn migrated(desk: &DeskHandle, view: &ScopesView<'_>) -> Option<Element> {
    if view.migrated_count == 0 || view.sets.is_empty() {
        return None;
    }
    let count = view.migrated_count.to_string();
    let is_shown = desk.work().shows_all_scopes();
    let summary = el("summary").fill(desk, Text::ScopesAll, &[("count", &count)]).on(On::Click, desk, move |event| {
        // The desk decides whether the list is open.
        event.prevent_default();
        Action::ChoseAllScopes(!is_shown)
    });
    let list = is_shown.then(|| {
        let (all, name) = (view.migrated.join("\n"), desk.text(Text::ScopesName));
        let says = desk.fill(Text::CopyLabel, &[("label", name)]);
        let hint = el("p.quiet.small").say(desk, Text::ScopesAllHint).text(" ").with(sure_mark(desk, Sure::Inferred));
        el("div.stack").with(hint).with(el("pre.code").text(&all)).with(el("div.row").with(copy_button(
            desk,
            name,
            &Secret::new(all.as_str()),
            Some(&says),
        )))
    });
    Some(el("details.more").flag("open", is_shown).with(summary).maybe(list))
}

use yew::prelude::*;

use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box, marked_text, more_sentence, name_list, table};
use crate::desk::parts::discovery;
use crate::desk::{DiscoveryAction, DiscoveryChange, DiscoveryRow, DiscoveryView, Field, FixAction};
use crate::page::desk_handle::DeskHandle;
use crate::page::entered::is_selected;
use crate::texts::Text;

/// The field for a discovery document, what was noticed in it, and what it would change here.
pub fn discovery_box(desk: &DeskHandle) -> Html {
    let view = discovery::view(desk);
    let findings = view.as_ref().map(|view| view.findings.clone()).unwrap_or_default();
    let hint = desk.text(Text::HintDiscovery).to_owned();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Discovery, "6", hint, findings)) }
            if let Some(view) = &view {
                { reading(desk, view) }
            }
        </div>
    }
}

/// The same where it is one way among others to fill the fields: folded, until there is something in it.
pub fn folded_discovery(desk: &DeskHandle) -> Html {
    let is_open = !desk.session().entry(Field::Discovery).is_empty();
    html! {
        <details class="more" open={is_open}>
            <summary>{ desk.text(Text::DiscoveryMore) }</summary>
            { discovery_box(desk) }
        </details>
    }
}

fn reading(desk: &DeskHandle, view: &DiscoveryView) -> Html {
    let issuer = desk.text(Text::DiscoveryIssuer);
    html! {
        <>
            if let Some(value) = &view.issuer {
                { copy_line(desk, &CopyLine { label: issuer, value, masked: false, mark: CopyMark::Output("issuer") }) }
            }
            if !view.rows.is_empty() {
                { changes(desk, view) }
            }
            if let Some(names) = &view.grants {
                <div><p><strong>{ desk.text(Text::DiscoveryGrants) }</strong></p>{ name_list(desk, names, "grant-types") }</div>
            } else if view.assumes_grants {
                <div>
                    <p><strong>{ desk.text(Text::DiscoveryGrants) }</strong></p>
                    <p class="quiet">{ marked_text(desk.text(Text::DiscoveryGrantsAssumed)) }</p>
                </div>
            }
            if !view.scopes.is_empty() {
                { scopes(desk, view) }
            }
        </>
    }
}

/// What is entered, what the document says, and the button that enters it.
fn changes(desk: &DeskHandle, view: &DiscoveryView) -> Html {
    let heads = [
        desk.text(Text::ColumnName),
        desk.text(Text::DiscoveryNow),
        desk.text(Text::DiscoveryThen),
        desk.text(Text::DiscoveryChange),
    ];
    let rows = view.rows.iter().map(|row| cells(desk, row));
    let take = desk.callback(|_| DiscoveryAction::Took);
    let undo = desk.callback(|_| FixAction::Undone);
    let is_taken = discovery::can_undo(desk);
    html! {
        <>
            { table(desk.text(Text::DiscoveryCaption), "discovery", &heads, rows) }
            <div class="row">
                if view.has_changes {
                    <button type="button" class="button button--main" onclick={take}>
                        { desk.text(Text::DiscoveryTake) }
                    </button>
                }
                <span role="status">
                    if is_taken && !view.has_changes {
                        { desk.text(Text::DiscoveryTaken) }
                    }
                </span>
                if is_taken {
                    <button type="button" class="button button--bare" onclick={undo}>{ desk.text(Text::Undo) }</button>
                }
            </div>
        </>
    }
}

fn cells(desk: &DeskHandle, row: &DiscoveryRow) -> Vec<Html> {
    let value = |text: &str| match text {
        "" => html! { <span class="quiet">{ desk.text(Text::DiscoveryEmpty) }</span> },
        text => html! { <span class="value">{ text.to_owned() }</span> },
    };
    let named =
        (!row.named.is_empty()).then(|| desk.fill(Text::DiscoveryNames, &[("names", &desk.texts.names(&row.named))]));
    let says = match row.change {
        DiscoveryChange::Same => Text::DiscoverySame,
        DiscoveryChange::New => Text::DiscoveryNew,
        DiscoveryChange::Replaced => Text::DiscoveryReplaced,
        DiscoveryChange::Kept => Text::DiscoveryKept,
    };
    vec![
        html! { { &row.label } },
        value(&row.now),
        html! {
            <>
                { value(&row.then) }
                if let Some(named) = named {
                    <div class="quiet small">{ named }</div>
                }
            </>
        },
        html! { { desk.text(says) } },
    ]
}

fn scopes(desk: &DeskHandle, view: &DiscoveryView) -> Html {
    html! {
        <div class="stack" data-output="discovery-scopes">
            <p><strong>{ desk.text(Text::DiscoveryScopes) }</strong></p>
            <p class="quiet small">{ marked_text(desk.text(Text::DiscoveryScopesHint)) }</p>
            for (name, is_chosen) in &view.scopes {
                { scope(desk, name, *is_chosen) }
            }
            if view.more_scopes > 0 {
                <p class="quiet small">{ more_sentence(desk, view.more_scopes) }</p>
            }
        </div>
    }
}

fn scope(desk: &DeskHandle, name: &str, is_chosen: bool) -> Html {
    let scope = name.to_owned();
    let choose = desk.callback(move |event: Event| {
        let chosen = is_selected(&event);
        DiscoveryAction::ChoseScope { name: scope.clone(), chosen }
    });
    html! {
        <label class="row" key={name.to_owned()}>
            <input type="checkbox" checked={is_chosen} onchange={choose} />
            <code>{ name }</code>
        </label>
    }
}

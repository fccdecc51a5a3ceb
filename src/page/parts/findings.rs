use yew::prelude::*;

use super::{icon, marked_text};
use crate::desk::{Field, FixAction, FoundIn, Route};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::reading::{Finding, Piece};
use crate::texts::Text;

/// What was noticed, how bad it is, and the fix. `field` is the one it is about, if a fix can be applied there.
pub fn finding_list(desk: &DeskHandle, findings: &[Finding], field: Option<Field>, id: Option<&str>) -> Html {
    list(desk, findings, FoundIn { field, ..FoundIn::default() }, id)
}

/// What was noticed in a header and in its decoded credentials.
pub fn header_finding_list(desk: &DeskHandle, findings: &[Finding], field: Field, pair: Option<&Secret>) -> Html {
    list(desk, findings, FoundIn { field: Some(field), pair, ..FoundIn::default() }, None)
}

/// What was noticed in a text that is shown above, with each place marked.
pub fn marked_finding_list(desk: &DeskHandle, findings: &[Finding]) -> Html {
    list(desk, findings, FoundIn { is_marked: true, ..FoundIn::default() }, None)
}

/// What was noticed in the box for anything.
pub fn box_finding_list(desk: &DeskHandle, findings: &[Finding], found_in: FoundIn<'_>) -> Html {
    list(desk, findings, found_in, None)
}

/// What a diagnosis begins with.
pub fn lead_finding(desk: &DeskHandle, finding: &Finding, found_in: FoundIn<'_>) -> Html {
    html! { <ul class="findings">{ one_finding(desk, finding, found_in) }</ul> }
}

fn list(desk: &DeskHandle, findings: &[Finding], found_in: FoundIn<'_>, id: Option<&str>) -> Html {
    html! {
        // No box without words: what the findings say is a file of its own.
        if !findings.is_empty() && desk.finding_texts.is_some() {
            <ul class="findings" aria-label={desk.text(Text::Findings).to_owned()} id={id.map(str::to_owned)}>
                for finding in findings {
                    { one_finding(desk, finding, found_in) }
                }
            </ul>
        }
    }
}

fn one_finding(desk: &DeskHandle, finding: &Finding, found_in: FoundIn<'_>) -> Html {
    let level = finding.kind.severity().name();
    html! {
        <li class="finding" data-level={level} data-finding={finding.kind.name()}>
            { icon(level) }
            <div>
                <div>{ marked_text(&desk.finding_sentence(finding, found_in)) }</div>
                { excerpt(&desk.finding_excerpt(finding, found_in)) }
            </div>
            { fix_button(desk, finding, found_in) }
            <a
                class="finding__about"
                href={Route::Finding(finding.kind.name().to_owned()).to_string()}
                aria-label={desk.text(Text::FindingAbout).to_owned()}
            >
                { icon("note") }
            </a>
        </li>
    }
}

/// Pieces of a text, the ones in question marked.
pub fn excerpt(pieces: &[Piece]) -> Html {
    html! {
        if !pieces.is_empty() {
            <code class="excerpt">
                for piece in pieces {
                    // EXPOSE: what was pasted is shown back to the person who pasted it, masked where the field is.
                    if piece.is_marked {
                        <mark>{ piece.text.expose() }</mark>
                    } else {
                        <span>{ piece.text.expose() }</span>
                    }
                }
            </code>
        }
    }
}

fn fix_button(desk: &DeskHandle, finding: &Finding, found_in: FoundIn<'_>) -> Html {
    let fixed = finding.without_fix();
    let fix = match found_in.field {
        Some(field) if desk.can_fix(field, finding) => desk.callback(move |_| FixAction::Fixed(field, fixed.clone())),
        None if found_in.is_in_box && finding.fix.is_some() => {
            desk.callback(move |_| FixAction::FixedInBox(fixed.clone()))
        }
        _ => return Html::default(),
    };
    html! { <button type="button" class="button" onclick={fix}>{ desk.fix_label(finding) }</button> }
}

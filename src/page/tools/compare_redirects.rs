use yew::prelude::*;

use crate::desk::{Field, FixAction, ModeVerdict, RedirectPair, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{FieldBox, field_box, marked_finding_list, marked_text, source_list};
use crate::reading::{Finding, Piece, Verdict};
use crate::texts::Text;

/// The fields for redirect URLs, and every two of them side by side.
pub fn view(desk: &DeskHandle) -> Html {
    let field = |field, hint| field_box(desk, FieldBox::lines(field, "2", desk.sentence(hint), Vec::new()));
    let pairs = tools::compare_redirects::pairs(desk);
    html! {
        <div class="stack">
            { field(Field::Registered, Text::HintRegistered) }
            { field(Field::Requested, Text::HintRequested) }
            { field(Field::Received, Text::HintReceived) }
            if pairs.is_empty() {
                <p class="quiet">{ desk.text(Text::CompareNeedsTwo) }</p>
            }
            for pair in &pairs {
                { compared(desk, pair) }
            }
        </div>
    }
}

fn compared(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Html {
    html! {
        <div class="stack">
            <h2>{ desk.text(tools::compare_redirects::pair_title(pair)) }</h2>
            { redirect_sides(desk, pair) }
            { marked_finding_list(desk, &pair.findings) }
            if let Some(finding) = &pair.fixed_by {
                <p>{ desk.text(Text::CompareOnlyExact) }</p>
                { fix_button(desk, finding) }
            }
            if !pair.modes.is_empty() {
                { modes(desk, pair) }
            }
        </div>
    }
}

/// One button for all differences: each is fixed by taking the other text.
fn fix_button(desk: &DeskHandle, finding: &Finding) -> Html {
    let (label, finding) = (desk.fix_label(finding), finding.clone());
    let fix = desk.callback(move |_| FixAction::Fixed(Field::Requested, finding.clone()));
    html! {
        <div class="row">
            <button type="button" class="button" onclick={fix}>{ label }</button>
        </div>
    }
}

/// Two redirect URLs, one above the other, with the characters marked in which they differ.
pub fn redirect_sides(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Html {
    html! {
        <dl class="redirect-comparison">
            for (side, pieces) in [&pair.left, &pair.right] {
                <div>
                    <dt>{ desk.text(tools::compare_redirects::side_title(*side)) }</dt>
                    <dd class="value" data-output={format!("redirect-{}", side.name())}>
                        for piece in pieces {
                            { one_piece(desk, piece) }
                        }
                    </dd>
                </div>
            }
        </dl>
    }
}

fn one_piece(desk: &DeskHandle, piece: &Piece) -> Html {
    // EXPOSE: a redirect URL; of the returned URL nothing after its path.
    let text = piece.text.expose();
    if !piece.is_marked {
        return html! { { text } };
    }
    if text.is_empty() {
        let nothing = desk.text(Text::NothingHere);
        return html! { <mark data-empty=""><span class="visually-hidden">{ nothing }</span></mark> };
    }
    html! { <mark>{ text }</mark> }
}

/// What is known first; what is not is folded.
fn modes(desk: &DeskHandle, pair: &RedirectPair<'_>) -> Html {
    let (unknown, known): (Vec<_>, Vec<_>) = pair.modes.iter().partition(|mode| mode.verdict == Verdict::Unknown);
    html! {
        <>
            <h3 id="modes-title">{ desk.sentence(Text::ModesTitle) }</h3>
            if !known.is_empty() {
                { mode_table(desk, &known) }
            }
            if !unknown.is_empty() {
                <details class="more" open={known.is_empty()}>
                    <summary>{ desk.count(Text::ModesUnknown, &[("count", unknown.len())], &[]) }</summary>
                    { mode_table(desk, &unknown) }
                </details>
            }
        </>
    }
}

fn mode_table(desk: &DeskHandle, modes: &[&ModeVerdict<'_>]) -> Html {
    html! {
        <table class="redirect-modes" aria-labelledby="modes-title">
            <thead>
                <tr>
                    <th scope="col">{ desk.text(Text::ModeSetting) }</th>
                    <th scope="col">{ desk.text(Text::ModeVerdict) }</th>
                </tr>
            </thead>
            <tbody>
                for mode in modes {
                    { one_mode(desk, mode) }
                }
            </tbody>
        </table>
    }
}

fn one_mode(desk: &DeskHandle, mode: &ModeVerdict<'_>) -> Html {
    let name = mode.prose.map_or(mode.id, |prose| prose.name.as_str());
    html! {
        <tr data-mode={mode.id.to_owned()}>
            <th scope="row">
                <span>{ name }</span>
                if let Some(prose) = mode.prose {
                    <p class="small">{ marked_text(&prose.says) }</p>
                }
                { source_list(desk, &mode.sources) }
            </th>
            <td data-level={tools::compare_redirects::verdict_level(mode.verdict).name()}>
                <strong>{ tools::compare_redirects::verdict_sentence(desk, mode.verdict) }</strong>
            </td>
        </tr>
    }
}

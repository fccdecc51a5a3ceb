use yew::prelude::*;

use super::{button, icon, marked_text};
use crate::desk::{Action, Field};
use crate::page::desk_handle::DeskHandle;
use crate::reading::{Finding, mended};
use crate::texts::Text;

/// What was noticed, how bad it is, and the way out. `field` is the one it is about, where a mend can be applied.
pub fn finding_list(desk: &DeskHandle, findings: &[Finding], field: Option<Field>, id: Option<String>) -> Html {
    if findings.is_empty() {
        return html! {};
    }
    html! {
        <ul class="findings" aria-label={desk.text(Text::Findings)} {id}>
            for finding in findings {
                <li class="finding" data-level={finding.kind.level().name()} data-finding={finding.kind.name()}>
                    { icon(finding.kind.level().name()) }
                    <div>{ marked_text(&desk.finding_sentence(finding)) }</div>
                    { mend(desk, finding, field).unwrap_or_default() }
                </li>
            }
        </ul>
    }
}

fn mend(desk: &DeskHandle, finding: &Finding, field: Option<Field>) -> Option<Html> {
    let (field, kind) = (field?, finding.kind);
    mended(kind, desk.work().plain(field))?;
    Some(button(desk, "button", desk.text(Text::MendBlanks), move || Action::Mended(field, kind)))
}

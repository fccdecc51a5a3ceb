use super::{button, icon};
use crate::desk::{Action, Field, FoundIn};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::reading::{Finding, Piece};
use crate::texts::Text;

/// What was noticed, how bad it is, and the fix. `field` is the one it is about, if a fix can be applied there.
pub fn finding_list(desk: &DeskHandle, findings: &[Finding], field: Option<Field>, id: Option<&str>) -> Element {
    list(desk, findings, FoundIn { field, pair: None }, id)
}

/// What was noticed in a header and in its decoded credentials.
pub fn header_finding_list(desk: &DeskHandle, findings: &[Finding], field: Field, pair: Option<&Secret>) -> Element {
    list(desk, findings, FoundIn { field: Some(field), pair }, None)
}

fn list(desk: &DeskHandle, findings: &[Finding], found_in: FoundIn<'_>, id: Option<&str>) -> Element {
    if findings.is_empty() {
        return group();
    }
    let list = findings.iter().map(|finding| {
        let level = finding.kind.level().name();
        el("li.finding")
            .attr("data-level", level)
            .attr("data-finding", finding.kind.name())
            .with(icon(level))
            .with(
                el("div")
                    .with(el("div").marked(&desk.finding_sentence(finding, found_in)))
                    .maybe(shown(&desk.finding_excerpt(finding, found_in))),
            )
            .maybe(mend(desk, finding, found_in.field))
    });
    el("ul.findings").attr("aria-label", desk.text(Text::Findings)).attr_if("id", id).each(list)
}

/// Pieces of a text, the ones in question marked.
fn shown(pieces: &[Piece]) -> Option<Element> {
    let all = pieces.iter().map(|piece| {
        let element = if piece.is_marked { el("mark") } else { el("span") };
        // EXPOSE: what was pasted is shown back to the person who pasted it, masked where the field is.
        element.text(piece.text.expose())
    });
    (!pieces.is_empty()).then(|| el("code.excerpt").each(all))
}

fn mend(desk: &DeskHandle, finding: &Finding, field: Option<Field>) -> Option<Element> {
    let (field, finding) = (field?, *finding);
    let can = !desk.mended(field, &finding).is_empty();
    can.then(|| button(desk, "button", &desk.mend_label(&finding), move || Action::Mended(field, finding)))
}

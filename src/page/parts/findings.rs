use super::{button, icon};
use crate::desk::{Action, Field};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::reading::{Finding, mended};
use crate::texts::Text;

/// What was noticed, how bad it is, and the way out. `field` is the one it is about, where a mend can be applied.
pub fn finding_list(desk: &DeskHandle, findings: &[Finding], field: Option<Field>, id: Option<&str>) -> Element {
    if findings.is_empty() {
        return group();
    }
    let list = findings.iter().map(|finding| {
        let level = finding.kind.level().name();
        el("li.finding")
            .attr("data-level", level)
            .attr("data-finding", finding.kind.name())
            .with(icon(level))
            .with(el("div").marked(&desk.finding_sentence(finding)))
            .maybe(mend(desk, finding, field))
    });
    el("ul.findings").attr("aria-label", desk.text(Text::Findings)).attr_if("id", id).each(list)
}

fn mend(desk: &DeskHandle, finding: &Finding, field: Option<Field>) -> Option<Element> {
    let (field, finding) = (field?, *finding);
    mended(field.reader(), &finding, desk.work().plain(field))?;
    Some(button(desk, "button", desk.mend_label(&finding), move || Action::Mended(field, finding)))
}

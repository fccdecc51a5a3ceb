use super::{CopyLine, CopyMark, copy_line, finding_list};
use crate::oauth::{PairEncoding, Secret};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::texts::Text;

/// The `Authorization` header for client ID and secret, and the other way to write it where it differs.
pub fn header_box(desk: &DeskHandle) -> Element {
    let view = desk.header_view();
    let (says, says_other) = match view.encoding {
        PairEncoding::Raw => (Text::HeaderRaw, Text::HeaderEncoded),
        PairEncoding::FormEncoded => (Text::HeaderEncoded, Text::HeaderRaw),
    };
    let header = match &view.header {
        Some(header) => Some(group().maybe(view.other.is_some().then(|| el("p.small").say(desk, says))).with(line(
            desk,
            Text::HeaderLabel,
            header,
            "authorization-header",
        ))),
        None => (!view.is_refused).then(|| el("p.quiet").say(desk, Text::HeaderNeeds)),
    };
    let other = view.other.as_ref().map(|header| {
        group().with(el("p.small").say(desk, says_other)).with(line(
            desk,
            Text::HeaderOther,
            header,
            "authorization-header-other",
        ))
    });
    el("div.stack").with(finding_list(desk, &view.findings, None, None)).maybe(header).maybe(other)
}

/// Masked in a guide, where it is one way among others; the tool that builds it is opened to see it.
fn line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Element {
    let masked = desk.route.product().is_some();
    copy_line(desk, &CopyLine { label: desk.text(name), value, masked, mark: CopyMark::Output(output) })
}

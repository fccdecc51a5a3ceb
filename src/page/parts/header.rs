use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_line, finding_list};
use crate::oauth::{PairEncoding, Secret};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The `Authorization` header of the pair, and the other way to write it where it differs.
pub fn header_box(desk: &DeskHandle) -> Html {
    let view = desk.header_view();
    let says = |encoding: PairEncoding| match encoding {
        PairEncoding::Raw => desk.text(Text::HeaderRaw),
        PairEncoding::FormEncoded => desk.text(Text::HeaderEncoded),
    };
    let other = match view.encoding {
        PairEncoding::Raw => PairEncoding::FormEncoded,
        PairEncoding::FormEncoded => PairEncoding::Raw,
    };
    html! {
        <div class="stack">
            { finding_list(desk, &view.findings, None, None) }
            if let Some(header) = &view.header {
                if view.other.is_some() {
                    <p class="small">{ says(view.encoding) }</p>
                }
                { line(desk, Text::HeaderLabel, header, "authorization-header") }
            } else if view.findings.is_empty() {
                <p class="quiet">{ desk.text(Text::HeaderNeeds) }</p>
            }
            if let Some(header) = &view.other {
                <p class="small">{ says(other) }</p>
                { line(desk, Text::HeaderOther, header, "authorization-header-other") }
            }
        </div>
    }
}

/// Not masked: the header is only made where a person asks for it.
fn line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Html {
    copy_line(desk, &CopyLine { label: &desk.text(name), value, masked: false, mark: CopyMark::Output(output) })
}

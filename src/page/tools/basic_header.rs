use crate::desk::tools;
use yew::prelude::*;

use crate::oauth::{PairEncoding, Secret};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, copy_line, finding_list};
use crate::texts::Text;

/// The `Authorization` header for client ID and secret, and the other way to write it where it differs.
pub fn view(desk: &DeskHandle) -> Html {
    let view = tools::basic_header::view(desk);
    let (says, says_other) = match view.encoding {
        PairEncoding::Raw => (Text::HeaderRaw, Text::HeaderEncoded),
        PairEncoding::FormEncoded => (Text::HeaderEncoded, Text::HeaderRaw),
    };
    html! {
        <div class="stack">
            { finding_list(desk, &view.findings, None, None) }
            if let Some(header) = &view.header {
                if view.other.is_some() {
                    <p class="small">{ desk.text(says) }</p>
                }
                { line(desk, Text::HeaderLabel, header, "authorization-header") }
            } else if !view.is_refused {
                <p class="quiet">{ desk.text(Text::HeaderNeeds) }</p>
            }
            if let Some(header) = &view.other {
                <p class="small">{ desk.text(says_other) }</p>
                { line(desk, Text::HeaderOther, header, "authorization-header-other") }
            }
        </div>
    }
}

/// Masked in a guide, where it is one way among others; the tool that builds it is opened to see it.
fn line(desk: &DeskHandle, name: Text, value: &Secret, output: &'static str) -> Html {
    let masked = desk.route.product().is_some();
    copy_line(desk, &CopyLine { label: desk.text(name), value, masked, mark: CopyMark::Output(output) })
}

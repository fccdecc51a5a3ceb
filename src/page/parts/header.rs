use yew::prelude::*;

use super::{CopyLine, FindingList, SecretProp};
use crate::oauth::PairEncoding;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The header.
#[derive(Properties, PartialEq)]
pub struct HeaderBoxProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// The `Authorization` header of the pair, and the other way to write it where it differs.
#[component]
pub fn HeaderBox(props: &HeaderBoxProps) -> Html {
    let desk = &props.desk;
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
            <FindingList desk={desk.clone()} findings={view.findings.clone()} />
            if let Some(header) = &view.header {
                if view.other.is_some() {
                    <p class="small">{ says(view.encoding) }</p>
                }
                <CopyLine desk={desk.clone()} label={desk.text(Text::HeaderLabel)} value={SecretProp::from(header)}
                    output="authorization-header" />
            } else if view.findings.is_empty() {
                <p class="quiet">{ desk.text(Text::HeaderNeeds) }</p>
            }
            if let Some(header) = &view.other {
                <p class="small">{ says(other) }</p>
                <CopyLine desk={desk.clone()} label={desk.text(Text::HeaderOther)} value={SecretProp::from(header)}
                    output="authorization-header-other" />
            }
        </div>
    }
}

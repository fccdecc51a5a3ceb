use yew::prelude::*;

use super::{Icon, MarkedText};
use crate::desk::{Action, Field};
use crate::page::desk_handle::DeskHandle;
use crate::reading::{Finding, mended};
use crate::texts::Text;

/// What was noticed.
#[derive(Properties, PartialEq)]
pub struct FindingListProps {
    /// The desk.
    pub desk: DeskHandle,
    /// The findings.
    pub findings: Vec<Finding>,
    /// The field they are about, where a mend can be applied.
    #[prop_or_default]
    pub field: Option<Field>,
    /// An id to refer to.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// What was noticed, how bad it is, and the way out.
#[component]
pub fn FindingList(props: &FindingListProps) -> Html {
    let FindingListProps { desk, findings, field, id } = props;
    if findings.is_empty() {
        return html! {};
    }
    let mend = |finding: &Finding| {
        let (field, kind) = ((*field)?, finding.kind);
        mended(kind, desk.work().plain(field))?;
        let onclick = desk.callback(move |_: MouseEvent| Action::Mended(field, kind));
        Some(html! { <button class="button" type="button" {onclick}>{ desk.text(Text::MendBlanks) }</button> })
    };
    html! {
        <ul class="findings" aria-label={desk.text(Text::Findings)} id={id.clone()}>
            for finding in findings.iter() {
                <li class="finding" data-level={finding.kind.level().name()} data-finding={finding.kind.name()}>
                    <Icon name={finding.kind.level().name()} />
                    <div><MarkedText text={desk.finding_sentence(finding)} /></div>
                    { mend(finding).unwrap_or_default() }
                </li>
            }
        </ul>
    }
}

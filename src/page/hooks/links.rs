use crate::browser::{address_bar, document};
use crate::desk::{Action, LinkAction, LinkReading, link};
use crate::oauth::Secret;
use crate::page::card::PREVIEW;
use crate::page::desk_handle::DeskHandle;
use crate::page::guide::summary_id;

/// Reads the link in the address bar. What is or may contain a secret is taken out of the address bar and of this entry
/// of the history before anything else happens.
pub fn read_link(tell: &mut dyn FnMut(Action)) {
    let fragment = address_bar::fragment();
    let reading = LinkReading::of(&fragment);
    if reading.is_to_be_cleaned() {
        address_bar::replace(&reading.link.write());
    }
    tell(LinkAction::Arrived(Secret::new(fragment)).into());
}

/// The address bar follows what became of a link, and the step that it leads to gets the focus.
pub fn follow_link(before: &DeskHandle, desk: &DeskHandle) {
    let address = link::address(desk);
    if let Some(address) = address.filter(|address| link::address(before).as_ref() != Some(address)) {
        address_bar::replace(&address);
    }
    let step = link::open_step(desk);
    if let Some(step) = step.filter(|step| link::open_step(before) != Some(*step)) {
        document::focus_at_top(&summary_id(step), PREVIEW);
    }
}

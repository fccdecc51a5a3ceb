use crate::browser::{address_bar, clock, preferences, tab_storage};
use crate::commands::Format;
use crate::desk::{Action, Kept, Route, Tool, is_landing};
use crate::oauth::Secret;

/// Tells the time zone, the system, the form of commands that was chosen before, what the tab kept over a reload, and what
/// a server sent along in the page's own address, which is cleaned.
///
/// All of it needs the whole program, so this comes when it is there: an address that could not be read is not cleaned.
#[inline(never)]
pub fn restore(tell: &mut dyn FnMut(Action)) {
    tell(Action::ZoneRead(clock::minutes_ahead()));
    tell(Action::SystemRead(preferences::user_agent()));
    // The name of a form that this release does not have is passed over.
    if let Some(format) = preferences::format().and_then(|name| Format::named(&name)) {
        tell(Action::ChoseFormat(format));
    }
    if let Some(kept) = tab_storage::work() {
        // What another release kept and this one cannot read is forgotten.
        tell(Action::Restored(Kept::read(&kept)));
    }
    if is_landing(&address_bar::query()) {
        let address = Secret::new(address_bar::address());
        let from = tab_storage::came_from().map(|fragment| Route::parse(&fragment));
        let route = from.filter(|route| *route != Route::Nowhere).unwrap_or(Route::Tool(Tool::Redirect));
        address_bar::replace(&route.to_string());
        tell(Action::Landed { address, from: Some(route) });
    }
}

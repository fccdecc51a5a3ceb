use super::keys::listen_to_keys;
use super::links::read_link;
use super::sealing::listen_to_hiding;
use crate::browser::{address_bar, clock, preferences, tab_storage};
use crate::commands::Format;
use crate::desk::card::is_link;
use crate::desk::{
    Action, CardAction, ClockAction, CodeAction, CommandAction, Kept, Route, SessionAction, Tool, is_landing,
};
use crate::oauth::Secret;

/// Tells the time zone, the system, the command format that was chosen before, what the tab kept over a reload, and
/// what a server sent in the page's own URL, which is then cleaned, and what a link brought.
///
/// Begins to listen to keys, and to whether the page is hidden, as well. All of it needs the complete program, so this happens when that is loaded: a URL that could not be read is not
/// cleaned.
pub fn restore(tell: &mut dyn FnMut(Action)) {
    listen_to_keys();
    listen_to_hiding();
    tell(ClockAction::ZoneRead(clock::minutes_ahead()).into());
    tell(CommandAction::SystemRead(preferences::user_agent()).into());
    // The name of a format that this release does not have is ignored.
    if let Some(format) = preferences::format().and_then(|name| name.parse::<Format>().ok()) {
        tell(CommandAction::ChoseFormat(format).into());
    }
    if let Some(kept) = tab_storage::session() {
        // What a different release kept and this one cannot read is discarded.
        tell(SessionAction::Restored(Kept::read(&kept)).into());
    }
    if let Some(card) = tab_storage::card() {
        tell(CardAction::Restored(card).into());
    }
    if is_landing(&address_bar::query()) {
        let address = Secret::new(address_bar::address());
        let from = tab_storage::came_from().map(|fragment| Route::parse(&fragment));
        let route = from.filter(|route| *route != Route::Nowhere).unwrap_or(Route::Tool(Tool::Redirect));
        address_bar::replace(&route.to_string());
        tell(CodeAction::Landed { address, from: Some(route) }.into());
    }
    arrive(tell);
}

/// Takes over what a link in the address bar contains. That of a card stays until somebody has said whether it is to be
/// opened: it is nowhere else until then, and whoever reloads the page still has it.
pub fn arrive(tell: &mut dyn FnMut(Action)) {
    let fragment = address_bar::fragment();
    if is_link(&fragment) {
        tell(CardAction::Arrived(Secret::new(fragment)).into());
    } else {
        read_link(tell);
    }
}

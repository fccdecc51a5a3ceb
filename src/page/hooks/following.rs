use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::links::follow_link;
use super::load;
use crate::browser::{address_bar, document, preferences, random, tab_storage};
use crate::desk::{Kept, Route, SessionAction, card};
use crate::page::desk_handle::DeskHandle;
use crate::page::lazy::lazy;

/// Makes everything outside the view follow the desk, after what is to happen once the first view is there.
///
/// One effect for all of it: each effect of its own costs every visitor about a kilobyte.
#[hook]
pub fn use_following(desk: &DeskHandle, at_first: impl FnOnce() + 'static) {
    let last = use_mut_ref(|| None);
    use_effect_with(desk.clone(), move |desk| {
        let before: Option<DeskHandle> = last.replace(Some(desk.clone()));
        if before.is_none() {
            at_first();
        }
        follow(before.as_ref(), desk);
    });
}

fn follow(before: Option<&DeskHandle>, desk: &DeskHandle) {
    if desk.wants_seed()
        && let (Some(state), Some(verifier)) = (random::bytes(), random::bytes())
    {
        desk.emit(SessionAction::Seeded { state, verifier });
    }
    if before.is_some_and(|before| !before.is_complete() && desk.is_complete())
        && let Some(lazy) = lazy()
    {
        (lazy.restore)(&mut |action| desk.emit(action));
    }
    document::set_title(&desk.title());
    document::set_language(desk.texts.language().code());
    if before.is_some_and(|before| before.language != desk.language) {
        preferences::remember_language(desk.language.code());
    }
    follow_route(before, desk);
    let way_back = desk.way_back();
    if let Some(route) = way_back.filter(|_| before.and_then(|before| before.way_back()) != way_back) {
        tab_storage::keep_came_from(&route.to_string());
    }
    // What was kept before must have been taken over first.
    if let (Some(before), Some(lazy)) = (before.filter(|before| before.is_complete()), lazy()) {
        (lazy.keep)(before, desk);
    }
    if let Some(lazy) = lazy().filter(|_| desk.is_complete()) {
        (lazy.follow)(desk);
    }
    let all = |desk: &DeskHandle| [desk.wanted(), desk.foreseen()].concat();
    let asked = before.filter(|before| before.attempt == desk.attempt).map(all);
    for wanted in all(desk) {
        if !asked.as_ref().is_some_and(|asked| asked.contains(&wanted)) && !desk.has_failed(&wanted) {
            let teller = desk.teller();
            spawn_local(load(wanted, desk.attempt, move |action| teller.emit(action)));
        }
    }
}

/// What is entered is kept for the tab, and the chosen format for the browser; what became of a link is in the address
/// bar.
pub fn keep(before: &DeskHandle, desk: &DeskHandle) {
    // What is put aside is still what is kept.
    if desk.is_sealed() {
        return;
    }
    follow_link(before, desk);
    if card::is_link(&address_bar::fragment()) && !card::is_offered(desk) {
        address_bar::replace(&Route::Card { variant: None }.to_string());
    }
    let chosen = desk.command.chosen();
    if let Some(format) = chosen.filter(|_| before.command.chosen() != chosen) {
        preferences::remember_format(format.name());
    }
    let (last, kept) = (before.kept(), desk.kept());
    if Kept::write(&last) != Kept::write(&kept) {
        tab_storage::keep_session(&if kept.is_empty() { String::new() } else { Kept::write(&kept) });
    }
    if !card::is_kept_alike(before, desk) {
        let kept = card::kept(desk);
        if card::kept(before) != kept {
            tab_storage::keep_card(&kept);
        }
    }
}

fn follow_route(before: Option<&DeskHandle>, desk: &DeskHandle) {
    if before.is_some_and(|before| before.route == desk.route) {
        return;
    }
    // The desk went there by itself, to a reader: the way back leads to where it was.
    if before.is_some() && Route::parse(&address_bar::fragment()) != desk.route {
        address_bar::go(&desk.route.to_string());
    }
    // A new view begins at its top; the first one leaves the focus where the browser put it.
    if before.is_some() {
        // The focus scrolls to what it goes to, so it comes first.
        document::focus("main");
        document::scroll_to_top();
    }
}

//! The views and hooks that are loaded when they are first needed, and how that happens.
//!
//! The feature `split` makes [`load`] the one place where the program is split in two: what only it names is the lazy
//! part, a file of its own. Without the feature nothing is split, and everything here is there at once.

use std::cell::Cell;

use yew::{Html, html};

use super::card::card_view;
use super::desk_handle::DeskHandle;
use super::finding_page::{finding_view, list_view};
use super::formats;
use super::guide::guide_view;
use super::hooks::{arrive, follow_hiding, keep, read_picked, restore};
use super::parts::{HostCheck, keys_help, pasted_reading};
use super::tools::tool_view;
use crate::browser::files::{Cache, FetchFault};
#[cfg(feature = "split")]
use crate::browser::{boot, files};
use crate::desk::{About, Action, Desk, FileAction, Lazy, Route, tools};
use crate::oauth::Secret;

/// What the lazy part does for the page.
#[derive(Clone, Copy)]
pub struct LazyPage {
    /// What it does for the desk.
    pub desk: Lazy,
    /// The view of the route, where it is one of this part.
    pub view: fn(&DeskHandle) -> Html,
    /// The list of the keys, and what opens it.
    pub keys_help: fn(&DeskHandle) -> Html,
    /// What is in the box for anything.
    pub pasted_reading: fn(&DeskHandle) -> Html,
    /// Takes over what the tab kept, and what a server sent in the page's own URL.
    pub restore: fn(&mut dyn FnMut(Action)),
    /// Takes over what a link in the address bar contains.
    pub arrive: fn(&mut dyn FnMut(Action)),
    /// Whether a returned URL is the one that this tab waits for.
    pub expects: fn(&Desk, &Secret) -> bool,
    /// Keeps for the tab what is entered, and for the browser the chosen format.
    pub keep: fn(&DeskHandle, &DeskHandle),
    /// Reads the file that was dropped or chosen, and puts what is entered aside while nobody can see the page.
    pub follow: fn(&DeskHandle),
}

thread_local! {
    static LOADED: Cell<Option<LazyPage>> = const { Cell::new(None) };
}

/// The lazy part, once it is loaded.
pub fn lazy() -> Option<LazyPage> {
    LOADED.get()
}

/// Loads it, and says so to the desk. A failed attempt is not remembered: the next one requests it again.
///
/// # Errors
///
/// It could not be fetched, or is not the one of this release.
#[cfg_attr(not(feature = "split"), expect(unused_variables, reason = "there is no file"))]
pub async fn complete(cache: Cache) -> Result<FileAction, FetchFault> {
    let part = match lazy() {
        Some(part) => part,
        #[cfg(feature = "split")]
        None => {
            boot::give(&files::bytes(FILE, cache).await?);
            load().await?
        }
        #[cfg(not(feature = "split"))]
        None => load()?,
    };
    LOADED.set(Some(part));
    Ok(FileAction::Completed(part.desk))
}

/// Its file, below the page's own folder.
pub const FILE: &str = "lazy.wasm";

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for FetchFault {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> FetchFault {
        FetchFault::Rejected
    }
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(lazy, fallible))]
fn load() -> Result<LazyPage, FetchFault> {
    let mut desk = Lazy::all();
    desk.formats = |language| Some(formats::of(language));
    Ok(LazyPage {
        desk,
        view,
        keys_help,
        pasted_reading,
        restore,
        arrive,
        expects: tools::redirect::expects,
        keep,
        follow,
    })
}

fn follow(desk: &DeskHandle) {
    read_picked(desk);
    follow_hiding(desk);
}

/// One function for all of these views: the first part of the program has one call of it, however many there are.
fn view(desk: &DeskHandle) -> Html {
    match &desk.route {
        Route::Product { .. } => guide_view(desk),
        Route::Tool(tool) => tool_view(desk, *tool),
        Route::Card { .. } => card_view(desk),
        Route::Findings => list_view(desk),
        Route::Finding(_) => finding_view(desk),
        Route::About(About::Check) => html! { <HostCheck desk={desk.clone()} /> },
        Route::Start | Route::Tools | Route::About(About::Secrets) | Route::Nowhere => Html::default(),
    }
}

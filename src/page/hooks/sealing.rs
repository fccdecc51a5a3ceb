use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::sealing::{Vault, seal};
use crate::browser::{Listener, clock, document, tab_storage};
use crate::desk::{Kept, SealAction, SessionAction, sealed};
use crate::oauth::Secret;
use crate::page::desk_handle::{DeskHandle, Teller};

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
    static TELLER: RefCell<Option<Teller>> = const { RefCell::new(None) };
    /// Since when nobody can see the page.
    static HIDDEN_SINCE: Cell<Option<u64>> = const { Cell::new(None) };
    /// Something is encrypted or decrypted just now.
    static IS_BUSY: Cell<bool> = const { Cell::new(false) };
    /// Where the page was: how far it was scrolled, and the id of what had the focus.
    static PLACE: RefCell<Option<(f64, String)>> = const { RefCell::new(None) };
}

/// Begins to listen to whether anybody can see the page, for as long as it is there.
pub(super) fn listen_to_hiding() {
    notice();
    LISTENER.set(document::on_hiding(notice));
}

fn notice() {
    HIDDEN_SINCE.set(document::is_hidden().then(clock::now));
    // What is sealed is opened, and otherwise nothing happens.
    if let Some(teller) = TELLER.with_borrow(Clone::clone).filter(|_| !document::is_hidden()) {
        teller.emit(SealAction::Wanted);
    }
}

/// Once the page has been hidden for so long, what is entered is encrypted and put aside; it comes back when somebody looks
/// at the page again, or when another tab hands over a code. The clock brings a new desk often enough.
pub fn follow_hiding(desk: &DeskHandle) {
    TELLER.set(Some(desk.teller()));
    if !desk.is_sealed()
        && let Some((down, focused)) = PLACE.take()
    {
        if !focused.is_empty() && document::focused_id().is_empty() {
            document::focus(&focused);
        }
        document::scroll_down_to(down);
    }
    let is_due = HIDDEN_SINCE.get().is_some_and(|since| desk.now.saturating_sub(since) >= sealed::SEALED_AFTER);
    let wanted = sealed::wanted_vault(desk).and_then(|vault| vault.downcast::<Vault>().ok());
    let task = match wanted {
        Some(vault) => Some(Task::Open(vault)),
        None if is_due => sealed::texts(desk).map(Task::Close),
        None => None,
    };
    if let Some(task) = task.filter(|_| !IS_BUSY.get()) {
        IS_BUSY.set(true);
        spawn_local(work(task, desk.teller()));
    }
}

enum Task {
    Close(Secret),
    Open(Rc<Vault>),
}

/// Nothing else is done before it tells what came of it.
async fn work(task: Task, teller: Teller) {
    match task {
        Task::Close(texts) => {
            // EXPOSE: it is encrypted, here in the browser.
            let vault = seal(texts.expose().as_bytes()).await;
            IS_BUSY.set(false);
            // Whoever looks at the page again meanwhile finds it as it was.
            if let Some(vault) = vault.filter(|_| document::is_hidden()) {
                PLACE.set(Some((document::scrolled(), document::focused_id())));
                teller.emit(SealAction::Sealed { texts, vault: Rc::new(vault) });
            }
        }
        Task::Open(vault) => {
            let texts = vault.open().await.and_then(|bytes| String::from_utf8(bytes).ok());
            IS_BUSY.set(false);
            match texts {
                Some(texts) => teller.emit(SealAction::Unsealed(Secret::new(texts))),
                None => {
                    teller.emit(SealAction::Lost);
                    // What the tab keeps over a reload is still there.
                    let kept = tab_storage::session().unwrap_or_default();
                    teller.emit(SessionAction::Restored(Kept::read(&kept)));
                }
            }
        }
    }
}

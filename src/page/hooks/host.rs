use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::{address_bar, files};
use crate::desk::FileAction;
use crate::desk::parts::host::{Headers, HostResponses};
use crate::page::desk_handle::Teller;

/// The headers that are looked at.
const NAMES: [&str; 6] = [
    "cache-control",
    "content-encoding",
    "content-security-policy",
    "content-type",
    "cross-origin-opener-policy",
    "x-content-type-options",
];

/// The page itself, and a file that has a version.
const FILES: [&str; 2] = ["", "authdesk_bg.wasm"];

/// Requests two files of the page once more, and tells with which headers they came.
pub fn ask_host(teller: Teller) {
    spawn_local(async move {
        let [page, program] = FILES.map(|name| files::headers(name, &NAMES));
        let (page, program) = (page.await.map(Headers), program.await.map(Headers));
        let responses = HostResponses { is_secure: address_bar::is_secure(), page, program };
        teller.emit(FileAction::HostAnswered(Rc::new(responses)));
    });
}

//! Printing.

use web_sys::window;

use super::Listener;

/// Opens the browser's dialog for printing. Where there is none, nothing happens.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Calls a function with whether the page is about to be printed, or has been, until the listeners are dropped.
#[must_use]
pub fn on_print(function: impl Fn(bool) + Clone + 'static) -> Option<[Listener; 2]> {
    let (before, after) = (function.clone(), function);
    Some([
        Listener::on(window()?.into(), "beforeprint", move |_| before(true))?,
        Listener::on(window()?.into(), "afterprint", move |_| after(false))?,
    ])
}

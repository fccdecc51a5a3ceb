//! Printing.

use web_sys::window;

/// Opens the browser's dialog for printing. Where there is none, nothing happens.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

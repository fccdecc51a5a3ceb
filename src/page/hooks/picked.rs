use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;

use crate::browser::picked::{kept, read_in_parts};
use crate::desk::PickedAction;
use crate::page::desk_handle::DeskHandle;
use crate::reading::Gathering;

thread_local! {
    /// The number of the file that is read now; another one, or none, ends it.
    static NOW: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Reads the file that somebody dropped or chose.
pub fn read_picked(desk: &DeskHandle) {
    let to_read = desk.file_to_read();
    if NOW.replace(to_read) == to_read {
        return;
    }
    let (Some(number), Some(file)) = (to_read, kept()) else { return };
    let teller = desk.teller();
    spawn_local(async move {
        let mut gathering = Gathering::default();
        let is_read = read_in_parts(&file, |part, bytes| {
            let is_wanted = NOW.get() == Some(number);
            if is_wanted {
                gathering.push(part);
                teller.emit(PickedAction::ReadSoFar { number, bytes });
            }
            is_wanted
        });
        teller.emit(match is_read.await {
            true => PickedAction::Gathered { number, gathered: gathering.finish() },
            false => PickedAction::Failed { number },
        });
    });
}

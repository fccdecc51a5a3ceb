use yew::prelude::*;

use crate::browser::tab_storage;
use crate::desk::{Kept, Route};
use crate::page::desk_handle::DeskHandle;

/// Keeps what may be kept over a reload of the tab.
#[hook]
pub fn use_kept_work(desk: &DeskHandle) {
    let kept: Vec<Kept> = desk.kept();
    use_effect_with(kept, |kept| {
        tab_storage::keep_work(&Kept::write(kept));
    });
    use_effect_with(desk.route.clone(), |route| {
        if matches!(route, Route::Product { .. } | Route::Tool(_)) {
            tab_storage::keep_came_from(&route.to_string());
        }
    });
}

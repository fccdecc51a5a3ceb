use yew::prelude::*;

use crate::browser::document;
use crate::page::views::SEARCH;

/// Lets `/` go to the search field of the start view.
#[hook]
pub fn use_slash() {
    use_effect_with((), |()| {
        let listener = document::on_slash(|| document::focus(SEARCH));
        move || drop(listener)
    });
}

use yew::prelude::*;

use crate::browser::{address_bar, document};
use crate::desk::{Action, Route};
use crate::page::desk_handle::DeskHandle;

/// Follows the address bar, and gives the window the title and the language of the view.
#[hook]
pub fn use_address_bar(desk: &DeskHandle) {
    let listening = desk.clone();
    use_effect_with((), move |()| {
        let listener = address_bar::on_change(move |fragment| listening.emit(Action::Went(Route::parse(&fragment))));
        move || drop(listener)
    });
    use_effect_with(desk.title(), |title| document::set_title(title));
    use_effect_with(desk.texts.language(), |language| document::set_language(language.code()));
    // A new view begins at its heading; the first one leaves the focus where the browser put it.
    let is_first = use_mut_ref(|| true);
    use_effect_with(desk.route.clone(), move |_| {
        if !is_first.replace(false) {
            document::scroll_to_top();
            document::focus("main");
        }
    });
}

use yew::prelude::*;

use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;

/// A button that tells the desk something.
pub fn button(desk: &DeskHandle, class: &'static str, text: AttrValue, action: impl Fn() -> Action + 'static) -> Html {
    let onclick = desk.callback(move |_: MouseEvent| action());
    html! { <button {class} type="button" {onclick}>{ text }</button> }
}

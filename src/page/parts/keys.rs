use yew::prelude::*;

use crate::browser::document;
use crate::desk::LISTED_KEYS;
use crate::page::desk_handle::DeskHandle;
use crate::page::hooks::KEYS;
use crate::texts::Text;

/// The button that lists the keys, and the list.
pub fn keys_help(desk: &DeskHandle) -> Html {
    let open = |_: MouseEvent| {
        document::open_dialog(KEYS);
    };
    let close = |_: MouseEvent| document::close_dialog(KEYS);
    html! {
        <>
            <button type="button" class="button button--bare" aria-keyshortcuts="?" onclick={open}>
                { desk.text(Text::KeysTitle) }
            </button>
            <dialog id={KEYS} aria-labelledby="keys-title">
                <h2 id="keys-title">{ desk.text(Text::KeysTitle) }</h2>
                <dl class="keys">
                    for (keys, says) in LISTED_KEYS {
                        <div>
                            <dt>
                                for key in keys {
                                    <kbd>{ *key }</kbd>{ " " }
                                }
                            </dt>
                            <dd>{ desk.text(says) }</dd>
                        </div>
                    }
                </dl>
                <p class="quiet small">{ desk.text(Text::KeysTyping) }</p>
                <button type="button" class="button" onclick={close}>{ desk.text(Text::LinkClose) }</button>
            </dialog>
        </>
    }
}

use yew::prelude::*;

use super::marked_text;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// Says that the files are loading, or what went wrong and how to try again.
pub fn missing(desk: &DeskHandle) -> Html {
    let Some(failure) = &desk.failure else {
        return html! { <p class="quiet" role="status">{ desk.text(Text::Loading) }</p> };
    };
    let names = [("file", failure.file.as_str()), ("reason", failure.reason.as_str())];
    let try_again = desk.callback(|_| Action::TriedAgain);
    html! {
        <div class="stack" role="alert">
            <p>{ desk.text(Text::NotLoaded) }</p>
            <p class="quiet small">{ marked_text(&desk.fill(Text::NotLoadedFile, &names)) }</p>
            <div class="row">
                <button type="button" class="button button--main" onclick={try_again}>
                    { desk.text(Text::TryAgain) }
                </button>
                <a class="button" href="#/">{ desk.text(Text::NowhereBack) }</a>
            </div>
        </div>
    }
}

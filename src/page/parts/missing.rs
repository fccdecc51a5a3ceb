use yew::prelude::*;

use super::MarkedText;
use crate::desk::Action;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// What stands in place of a view whose files are not there.
#[derive(Properties, PartialEq)]
pub struct MissingProps {
    /// The desk.
    pub desk: DeskHandle,
}

/// Says that the files are on their way, or what went wrong and how to ask again.
#[component]
pub fn Missing(props: &MissingProps) -> Html {
    let desk = &props.desk;
    let Some(failure) = &desk.failure else {
        return html! { <p class="quiet" role="status">{ desk.text(Text::Loading) }</p> };
    };
    let names = [("file", failure.file.as_str()), ("reason", failure.reason.as_str())];
    html! {
        <div class="stack" role="alert">
            <p>{ desk.text(Text::NotLoaded) }</p>
            <p class="quiet small"><MarkedText text={desk.fill(Text::NotLoadedFile, &names)} /></p>
            <div class="row">
                <button class="button button--main" type="button" onclick={desk.callback(|_: MouseEvent| Action::TriedAgain)}>
                    { desk.text(Text::TryAgain) }
                </button>
                <a class="button" href="#/">{ desk.text(Text::NowhereBack) }</a>
            </div>
        </div>
    }
}

use yew::prelude::*;

use crate::desk::{About, Route};
use crate::page::desk_handle::DeskProps;
use crate::page::lazy::lazy;
use crate::texts::Text;

/// The foot below every view.
#[component]
pub fn Foot(DeskProps { desk }: &DeskProps) -> Html {
    html! {
        <footer class="foot">
            <div class="foot__inner">
                <span>{ desk.text(Text::Title) }{ " " }{ env!("CARGO_PKG_VERSION") }</span>
                <a href={Route::About(About::Secrets).to_string()}>{ desk.text(Text::FootSecrets) }</a>
                <a href={Route::About(About::Check).to_string()}>{ desk.text(Text::FootCheck) }</a>
                <span>{ desk.text(Text::FootIndependent) }</span>
                if let Some(lazy) = lazy().filter(|_| desk.texts.later().is_some()) {
                    { (lazy.keys_help)(desk) }
                }
            </div>
        </footer>
    }
}

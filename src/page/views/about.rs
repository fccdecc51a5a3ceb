use yew::prelude::*;

use crate::desk::{About, Route};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{loading, marked_text};
use crate::texts::Text;

/// What is told about this page: how it keeps secrets and what it cannot do, or how its release is checked.
///
/// `more` is what the lazy part shows below.
pub fn about_view(desk: &DeskHandle, about: About, more: Html) -> Html {
    html! {
        <div class="plain prose">
            <h1>{ desk.heading() }</h1>
            if let Some((_, paragraphs)) = desk.paragraphs(about) {
                for paragraph in paragraphs.iter() {
                    <p>{ marked_text(paragraph) }</p>
                }
                { more }
                if about == About::Secrets {
                    <p><a href={Route::About(About::Check).to_string()}>{ desk.text(Text::FootCheck) }</a></p>
                }
            } else {
                { loading(desk) }
            }
        </div>
    }
}

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{CopyLine, CopyMark, copy_line, icon, marked_text};
use crate::desk::{Action, AuthorizeView};
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// The authorize URL part by part, to open and to copy, or what it still needs.
pub fn url_box(desk: &DeskHandle) -> Html {
    let onpkce = desk.callback(|event: Event| {
        Action::ChosePkce(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    });
    html! {
        <div class="stack">
            <div class="todo__line">
                <input type="checkbox" id="use-pkce" checked={desk.work().uses_pkce()} onchange={onpkce}
                    aria-describedby="use-pkce-hint" />
                <div>
                    <label for="use-pkce">{ desk.text(Text::UsePkce) }</label>
                    <span class="quiet small" id="use-pkce-hint">{ desk.text(Text::HintPkce) }</span>
                </div>
            </div>
            {
                match desk.authorize_view() {
                    Ok(view) => ready(desk, &view),
                    Err(needs) => html! {
                        <p class="quiet">{ marked_text(&desk.needs_sentence(Text::AuthorizeNeeds, &needs)) }</p>
                    },
                }
            }
        </div>
    }
}

fn ready(desk: &DeskHandle, view: &AuthorizeView) -> Html {
    // EXPOSE: this is the address that the person opens; the state in it is made to travel.
    let address = view.url.text().expose().to_owned();
    let label = desk.text(Text::AuthorizeUrl);
    let line =
        CopyLine { label: &label, value: view.url.text(), masked: false, mark: CopyMark::Output("authorize-url") };
    let opened = desk.callback(|_: MouseEvent| Action::OpenedAuthorizeUrl);
    html! {
        <>
            <div class="row">
                <a class="button button--main" role="button" href={address} target="_blank" rel="noopener noreferrer" onclick={opened.clone()}
                    onauxclick={opened}>{ icon("external") }{ desk.text(Text::AuthorizeOpen) }</a>
                <span class="quiet small">{ desk.text(Text::AuthorizeNewTab) }</span>
            </div>
            { copy_line(desk, &line) }
            <details class="more">
                <summary>{ desk.text(Text::AuthorizeParts) }</summary>
                <dl class="parts">
                    <div><dt>{ desk.text(Text::PartEndpoint) }</dt><dd class="value">{ view.url.endpoint_text().to_owned() }</dd></div>
                    for part in view.url.parts().iter() {
                        // EXPOSE: as above.
                        <div><dt><code>{ part.name }</code></dt><dd class="value">{ part.value.expose().to_owned() }</dd></div>
                    }
                </dl>
            </details>
        </>
    }
}

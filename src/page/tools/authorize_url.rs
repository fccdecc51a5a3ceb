use yew::prelude::*;

use crate::desk::{AuthorizeView, CodeAction, parts, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, check_line, copy_line, icon, made_up_note, marked_text};
use crate::texts::Text;

/// The authorization URL part by part, to open and to copy, or what it still needs.
pub fn view(desk: &DeskHandle) -> Html {
    let texts = (Text::UsePkce, Some(Text::HintPkce));
    let address = match tools::authorize_url::view(desk) {
        Ok(view) => ready(desk, &view),
        Err(needs) => html! {
            <p class="quiet">{ marked_text(&parts::needs::sentence(desk, Text::AuthorizeNeeds, &needs)) }</p>
        },
    };
    html! {
        <div class="stack">
            { check_line(desk, "use-pkce", texts, desk.session().uses_pkce(), desk.callback(CodeAction::ChosePkce)) }
            { address }
        </div>
    }
}

fn ready(desk: &DeskHandle, view: &AuthorizeView) -> Html {
    let (label, value) = (desk.text(Text::AuthorizeUrl), view.url.text());
    let line = CopyLine { label, value, masked: false, mark: CopyMark::Output("authorize-url") };
    let opened = desk.callback(|_: MouseEvent| CodeAction::OpenedAuthorizeUrl);
    let is_made_up = desk.is_made_up(value);
    html! {
        <>
            if is_made_up {
                { made_up_note(desk) }
            } else {
                <div class="row">
                    <a
                        class="button button--main"
                        role="button"
                        target="_blank"
                        rel="noopener noreferrer"
                        // EXPOSE: this is the URL that the person opens; the state in it is meant to be sent.
                        href={value.expose().to_owned()}
                        onclick={opened.clone()}
                        onauxclick={opened}
                    >
                        { icon("external") }
                        { desk.text(Text::AuthorizeOpen) }
                    </a>
                    <span class="quiet small">{ desk.text(Text::AuthorizeNewTab) }</span>
                </div>
            }
            { copy_line(desk, &line) }
            <details class="more">
                <summary>{ desk.text(Text::AuthorizeParts) }</summary>
                <dl class="parts">
                    <div>
                        <dt>{ desk.text(Text::PartEndpoint) }</dt>
                        <dd class="value">{ view.url.endpoint_text() }</dd>
                    </div>
                    for part in view.url.parts() {
                        // EXPOSE: as above.
                        <div><dt><code>{ part.name }</code></dt><dd class="value">{ part.value.expose() }</dd></div>
                    }
                </dl>
            </details>
        </>
    }
}

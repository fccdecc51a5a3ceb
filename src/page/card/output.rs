use yew::prelude::*;

use crate::browser::address_bar;
use crate::desk::CardAction;
use crate::desk::card::OutputView;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{copy_button, marked_text, save_button};
use crate::texts::Text;

/// The files of the card and its link, once somebody asks for them.
pub fn output_box(desk: &DeskHandle, output: Option<&OutputView>, unfinished: Option<&str>) -> Html {
    let finish = desk.callback(|_| CardAction::Finished);
    html! {
        <section class="panel" aria-labelledby="card-output">
            <h3 id="card-output">{ desk.text(Text::CardOutputTitle) }</h3>
            <p class="quiet small">{ marked_text(desk.text(Text::CardOutputLead)) }</p>
            if let Some(unfinished) = unfinished {
                <p data-unfinished=""><strong>{ unfinished }</strong></p>
            }
            <div class="row">
                <button type="button" class="button button--main" onclick={finish}>{ desk.text(Text::CardFinish) }</button>
            </div>
            if let Some(output) = output {
                { link(desk, output) }
                { files(desk, output) }
            }
        </section>
    }
}

fn files(desk: &DeskHandle, output: &OutputView) -> Html {
    match &output.files {
        Ok(files) => html! {
            for (name, text) in files {
                { one_file(desk, name, text) }
            }
        },
        Err(says) => html! { <p role="status"><strong>{ marked_text(says) }</strong></p> },
    }
}

fn one_file(desk: &DeskHandle, name: &str, text: &str) -> Html {
    let value = Secret::new(text);
    html! {
        <div class="stack" key={name.to_owned()}>
            <details class="more">
                <summary><code>{ name }</code></summary>
                <pre class="code" tabindex="0" role="region" aria-label={name.to_owned()} data-value={name.to_owned()}>
                    { text }
                </pre>
            </details>
            <div class="row">
                { copy_button(desk, name, &value, None) }
                { save_button(desk, name, &value) }
            </div>
        </div>
    }
}

fn link(desk: &DeskHandle, output: &OutputView) -> Html {
    match (&output.link, &output.files) {
        (Ok(link), _) => {
            let label = desk.text(Text::CardLinkLabel);
            let value = Secret::new([&address_bar::own_address(), link.as_str()].concat());
            // It can have thirty lines: a button below or beside it would be out of sight.
            html! {
                <div class="stack">
                    <h4>{ label }</h4>
                    <div class="row">{ copy_button(desk, label, &value, Some(desk.text(Text::CardCopyLink))) }</div>
                    // EXPOSE: a card contains no secret.
                    <p class="value" data-output="card-link">{ value.expose() }</p>
                    if output.is_long() {
                        <p class="quiet small">
                            { desk.count(Text::CardLinkLong, &[("count", link.len())], &[]) }
                        </p>
                    }
                </div>
            }
        }
        // The same is said of the files already.
        (Err(_), Err(_)) => Html::default(),
        (Err(says), Ok(_)) => html! { <p role="status"><strong>{ marked_text(says) }</strong></p> },
    }
}

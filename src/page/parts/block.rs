use yew::prelude::*;

use super::{copy_button, marked_text, save_button, show_button};
use crate::blocks::WrittenBlock;
use crate::desk::BlockView;
use crate::page::desk_handle::DeskHandle;
use crate::texts::Text;

/// A block with the ways to show, copy and save it, or why it cannot be written.
pub fn block_box(desk: &DeskHandle, view: &BlockView, output: Option<&'static str>) -> Html {
    match &view.state {
        Ok(written) => ready(desk, view, written, output),
        Err(sentence) => html! {
            <p class="values__none" data-value={view.name.clone()}>{ marked_text(sentence) }</p>
        },
    }
}

fn ready(desk: &DeskHandle, view: &BlockView, written: &WrittenBlock, output: Option<&'static str>) -> Html {
    let name = view.name.as_str();
    let is_complete = written.is_complete();
    html! {
        <>
            if view.file.is_some() {
                <p class="small quiet">{ desk.text(Text::BlockIsPart) }</p>
            }
            <pre class="code" tabindex="0" role="region" aria-label={name.to_owned()} data-value={name.to_owned()} data-output={output} data-made-up={desk.is_made_up(written.text()).then_some("")}>
                for piece in written.pieces() {
                    if piece.is_missing {
                        <em class="hole">{ piece.text }</em>
                    } else {
                        { piece.text }
                    }
                }
            </pre>
            <div class="row">
                if view.has_secret {
                    { show_button(desk, name, desk.session().is_shown(name)) }
                }
                if is_complete {
                    { copy_button(desk, name, written.text(), None) }
                    if let Some(file) = &view.file {
                        { save_button(desk, file, written.text()) }
                    }
                }
            </div>
        </>
    }
}

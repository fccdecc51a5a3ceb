use yew::prelude::*;

use crate::desk::tools;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, copy_line, marked_text};
use crate::texts::Text;

/// The values joined, or what is still missing.
pub fn view(desk: &DeskHandle) -> Html {
    let label = desk.text(Text::ToolCredentialString);
    match tools::credential_string::view(desk) {
        Ok(string) => {
            let mark = CopyMark::Output("credential-string");
            copy_line(desk, &CopyLine { label, value: &string.text, masked: string.is_secret, mark })
        }
        Err(sentence) => html! { <p class="quiet">{ marked_text(&sentence) }</p> },
    }
}

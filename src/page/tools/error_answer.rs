use yew::prelude::*;

use crate::desk::{Field, tools};
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{FieldBox, explanation, field_box};
use crate::texts::Text;

/// The field for an error, wherever it was shown, and what it means.
pub fn view(desk: &DeskHandle) -> Html {
    let hint = desk.sentence(Text::HintError);
    let findings = desk.field_findings(Field::Error);
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Error, "4", hint, findings)) }
            if let Some(view) = tools::error_answer::view(desk) {
                { explanation(desk, &view) }
            }
        </div>
    }
}

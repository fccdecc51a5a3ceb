use yew::prelude::*;

use crate::desk::{Field, tools};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{CopyLine, CopyMark, FieldBox, copy_line, field_box, header_finding_list};
use crate::reading::{DecodedPair, HeaderReading};
use crate::texts::Text;

/// The field for a header, what was noticed in it, and what is in it.
pub fn view(desk: &DeskHandle) -> Html {
    let hint = desk.text(Text::HintHeader).to_owned();
    html! {
        <div class="stack">
            { field_box(desk, FieldBox::lines(Field::Header, "3", hint, Vec::new())) }
            if let Some(reading) = tools::read_header::view(desk) {
                { read(desk, &reading) }
            }
        </div>
    }
}

fn read(desk: &DeskHandle, reading: &HeaderReading) -> Html {
    // The other form of wrong credentials helps nobody.
    let other = reading.other.as_ref().filter(|_| reading.corrected.is_none());
    html! {
        <>
            { header_finding_list(desk, &reading.findings, Field::Header, reading.decoded.as_ref()) }
            if let Some(header) = &reading.corrected {
                <h2>{ desk.text(Text::HeaderCorrected) }</h2>
                { line(desk, Text::HeaderCorrected, header, "corrected-header") }
            }
            if let Some(pair) = reading.before_form.as_ref().or(reading.pair.as_ref()) {
                { values(desk, pair) }
            }
            if let Some(header) = other {
                <p class="small">{ desk.text(Text::HeaderOtherForm) }</p>
                { line(desk, Text::HeaderOther, header, "authorization-header-other") }
            }
        </>
    }
}

fn values(desk: &DeskHandle, pair: &DecodedPair) -> Html {
    let identifier = Secret::new(pair.identifier.as_str());
    html! {
        <>
            <h2>{ desk.text(Text::HeaderHolds) }</h2>
            <p class="small">{ desk.text(Text::FieldClientId) }</p>
            { line(desk, Text::FieldClientId, &identifier, "client-id") }
            if !pair.secret.is_empty() {
                <p class="small">{ desk.text(Text::FieldClientSecret) }</p>
                { line(desk, Text::FieldClientSecret, &pair.secret, "client-secret") }
            }
        </>
    }
}

fn line(desk: &DeskHandle, label: Text, value: &Secret, output: &'static str) -> Html {
    let masked = output != "client-id";
    copy_line(desk, &CopyLine { label: desk.text(label), value, masked, mark: CopyMark::Output(output) })
}

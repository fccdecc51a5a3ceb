use super::{CopyLine, CopyMark, FieldBox, copy_line, field_box, header_finding_list};
use crate::desk::Field;
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el, group};
use crate::reading::{DecodedPair, HeaderReading};
use crate::texts::Text;

/// The field for a header, what was noticed in it, and what is in it.
pub fn header_reading(desk: &DeskHandle) -> Element {
    let hint = desk.text(Text::HintHeader).to_owned();
    let reading = desk.header_reading();
    el("div.stack")
        .with(field_box(desk, FieldBox::lines(Field::Header, "3", hint, Vec::new())))
        .maybe(reading.map(|reading| read(desk, &reading)))
}

fn read(desk: &DeskHandle, reading: &HeaderReading) -> Element {
    let pair = reading.before_form.as_ref().or(reading.pair.as_ref());
    let corrected = reading.corrected.as_ref().map(|header| {
        group().with(el("h2").say(desk, Text::HeaderCorrected)).with(line(
            desk,
            Text::HeaderCorrected,
            header,
            "corrected-header",
        ))
    });
    // The other form of wrong credentials helps nobody.
    let other = reading.other.as_ref().filter(|_| corrected.is_none()).map(|header| {
        group().with(el("p.small").say(desk, Text::HeaderOtherForm)).with(line(
            desk,
            Text::HeaderOther,
            header,
            "authorization-header-other",
        ))
    });
    group()
        .with(header_finding_list(desk, &reading.findings, Field::Header, reading.decoded.as_ref()))
        .maybe(corrected)
        .maybe(pair.map(|pair| values(desk, pair)))
        .maybe(other)
}

fn values(desk: &DeskHandle, pair: &DecodedPair) -> Element {
    let identifier = Secret::new(pair.identifier.as_str());
    group()
        .with(el("h2").say(desk, Text::HeaderHolds))
        .with(el("p.small").say(desk, Text::FieldClientId))
        .with(line(desk, Text::FieldClientId, &identifier, "client-id"))
        .with(el("p.small").say(desk, Text::FieldClientSecret))
        .with(line(desk, Text::FieldClientSecret, &pair.secret, "client-secret"))
}

fn line(desk: &DeskHandle, label: Text, value: &Secret, output: &'static str) -> Element {
    let masked = output != "client-id";
    copy_line(desk, &CopyLine { label: desk.text(label), value, masked, mark: CopyMark::Output(output) })
}

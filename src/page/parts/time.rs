use crate::desk::TimeView;
use crate::page::element::{Element, el};

/// A point in time: how far it is, by this computer's clock, and in UTC.
pub fn time(shown: &TimeView, output: Option<&'static str>) -> Element {
    let local = shown.local.as_ref().map(|local| el("span.time__clock").text(local));
    el("span.time")
        .attr_if("data-output", output)
        .with(el("strong").text(&shown.words))
        .maybe(local)
        .with(el("span.time__clock").text(&shown.utc))
}

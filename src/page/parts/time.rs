use crate::desk::TimeView;
use crate::page::element::{Element, el, group};

/// A point in time: relative to now, in this computer's time zone, and in UTC.
pub fn time(shown: &TimeView, output: Option<&'static str>) -> Element {
    // The spaces are for whoever copies the line; on the screen there is a gap.
    let clock = |at: &str| group().text(" ").with(el("span").text(at));
    el("span.time")
        .attr_if("data-output", output)
        .with(el("strong").text(&shown.words))
        .maybe(shown.local.as_deref().map(clock))
        .with(clock(&shown.utc))
}

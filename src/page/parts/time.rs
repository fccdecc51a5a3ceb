use yew::prelude::*;

use crate::desk::TimeView;

/// A point in time: relative to now, in this computer's time zone, and in UTC.
pub fn time(shown: &TimeView, output: Option<&'static str>) -> Html {
    // The spaces are for whoever copies the line; on the screen there is a gap.
    html! {
        <span class="time" data-output={output}>
            <strong>{ &shown.words }</strong>
            if let Some(local) = &shown.local {
                { " " }<span>{ local }</span>
            }
            { " " }<span>{ &shown.utc }</span>
        </span>
    }
}

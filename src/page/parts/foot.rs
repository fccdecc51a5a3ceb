use crate::desk::Route;
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, el};
use crate::texts::Text;

/// The foot below every view.
pub fn foot(desk: &DeskHandle) -> Element {
    el("footer.foot").with(
        el("div.foot__inner")
            .with(el("span").say(desk, Text::Title).text(" ").text(env!("CARGO_PKG_VERSION")))
            .with(el("a").attr("href", &Route::Secrets.to_string()).say(desk, Text::FootSecrets))
            .with(el("span").say(desk, Text::FootIndependent)),
    )
}

use super::{CopyLine, CopyMark, check_line, copy_line, icon};
use crate::desk::{Action, AuthorizeView};
use crate::page::desk_handle::DeskHandle;
use crate::page::element::{Element, On, el, group};
use crate::texts::Text;

/// The authorization URL part by part, to open and to copy, or what it still needs.
pub fn url_box(desk: &DeskHandle) -> Element {
    let texts = (Text::UsePkce, Some(Text::HintPkce));
    let pkce = check_line(desk, "use-pkce", texts, desk.work().uses_pkce(), Action::ChosePkce);
    let address = match desk.authorize_view() {
        Ok(view) => ready(desk, &view),
        Err(needs) => el("p.quiet").marked(&desk.needs_sentence(Text::AuthorizeNeeds, &needs)),
    };
    el("div.stack").with(pkce).with(address)
}

fn ready(desk: &DeskHandle, view: &AuthorizeView) -> Element {
    let (label, value) = (desk.text(Text::AuthorizeUrl), view.url.text());
    let line = CopyLine { label, value, masked: false, mark: CopyMark::Output("authorize-url") };
    let open = el("a.button.button--main[role=button][target=_blank][rel=noopener noreferrer]")
        // EXPOSE: this is the URL that the person opens; the state in it is meant to be sent.
        .attr("href", value.expose())
        .on(On::Click, desk, |_| Action::OpenedAuthorizeUrl)
        .on(On::AuxClick, desk, |_| Action::OpenedAuthorizeUrl)
        .with(icon("external"))
        .say(desk, Text::AuthorizeOpen);
    let part = |name: Element, value: &str| el("div").with(el("dt").with(name)).with(el("dd.value").text(value));
    let parts = view.url.parts().iter();
    // EXPOSE: as above.
    let parts = parts.map(|one| part(el("code").text(one.name), one.value.expose()));
    let endpoint = part(group().say(desk, Text::PartEndpoint), view.url.endpoint_text());
    group()
        .with(el("div.row").with(open).with(el("span.quiet.small").say(desk, Text::AuthorizeNewTab)))
        .with(copy_line(desk, &line))
        .with(
            el("details.more")
                .with(el("summary").say(desk, Text::AuthorizeParts))
                .with(el("dl.parts").with(endpoint).each(parts)),
        )
}

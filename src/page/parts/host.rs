use yew::prelude::*;

use super::marked_text;
use crate::browser::address_bar::own_address;
use crate::desk::parts::host::{HostFault, faults};
use crate::page::desk_handle::{DeskHandle, DeskProps};
use crate::page::hooks::ask_host;
use crate::texts::Text;

/// What is wrong with the host of this page, by the headers that it sends. A page on a disk has none.
#[component]
pub fn HostCheck(DeskProps { desk }: &DeskProps) -> Html {
    let has_host = own_address().starts_with("http");
    use_effect_with(has_host, {
        let teller = desk.teller();
        move |has_host| has_host.then(|| ask_host(teller)).unwrap_or_default()
    });
    html! {
        if has_host {
            <section id="host" class="prose">
                <h2>{ desk.text(Text::HostTitle) }</h2>
                <p>{ desk.text(Text::HostIntro) }</p>
                if let Some(responses) = &desk.host {
                    { result(desk, faults(responses)) }
                }
            </section>
        }
    }
}

fn result(desk: &DeskHandle, found: Option<Vec<HostFault<'_>>>) -> Html {
    let Some(faults) = found else { return html! { <p>{ desk.text(Text::HostSilent) }</p> } };
    if faults.is_empty() {
        return html! { <p>{ marked_text(desk.text(Text::HostSound)) }</p> };
    }
    let sentence = |(text, value): HostFault<'_>| {
        desk.fill(text, &[("value", value.unwrap_or_else(|| desk.text(Text::HostNotSent)))])
    };
    html! {
        <>
            <ul>
                for fault in faults {
                    <li>{ marked_text(&sentence(fault)) }</li>
                }
            </ul>
            <p>{ marked_text(desk.text(Text::HostHow)) }</p>
        </>
    }
}

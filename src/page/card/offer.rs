use yew::prelude::*;

use crate::desk::CardAction;
use crate::desk::card::OfferView;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::marked_text;
use crate::texts::{Text, unmarked};

/// A card that may be opened, with all that it leads to: nothing of it is a link.
pub fn offer_box(desk: &DeskHandle, offer: &OfferView) -> Html {
    let take = desk.callback(|_| CardAction::Taken);
    let leave = desk.callback(|_| CardAction::Dismissed);
    let title = if offer.is_sent { Text::CardOfferSent } else { Text::CardOfferFile };
    let name =
        desk.fill(Text::CardOfferName, &[("name", &unmarked(&offer.name)), ("vendor", &unmarked(&offer.vendor))]);
    html! {
        <div class="plain" data-offer={if offer.is_sent { "link" } else { "file" }}>
            <h1>{ unmarked(&offer.name) }</h1>
            <p role="note"><strong>{ desk.text(title) }</strong></p>
            if offer.is_sent {
                <p>{ desk.text(Text::CardOfferNobody) }</p>
            }
            <p>{ marked_text(&name) }</p>
            <p>{ marked_text(&desk.fill(Text::CardOfferProvider, &[("name", &unmarked(&offer.provider))])) }</p>
            <p>{ &offer.contains }</p>
            if offer.addresses.is_empty() {
                <p>{ desk.text(Text::CardOfferNoAddress) }</p>
            } else {
                { texts(desk.text(Text::CardOfferAddresses), "addresses", &offer.addresses) }
            }
            if !offer.joined.is_empty() {
                { texts(desk.text(Text::CardOfferJoined), "joined", &offer.joined) }
            }
            if !offer.commands.is_empty() {
                { texts(desk.text(Text::CardOfferCommands), "commands", &offer.commands) }
            }
            if offer.replaces {
                <p><strong>{ desk.text(Text::CardOfferReplaces) }</strong></p>
            }
            <div class="row">
                <button type="button" class="button button--main" onclick={take}>
                    { desk.text(if offer.replaces { Text::CardOfferReplace } else { Text::CardOfferTake }) }
                </button>
                <button type="button" class="button" onclick={leave}>{ desk.text(Text::CardOfferLeave) }</button>
            </div>
        </div>
    }
}

/// The question before a card is thrown away.
pub fn discard_box(desk: &DeskHandle) -> Html {
    let discard = desk.callback(|_| CardAction::Discarded);
    let keep = desk.callback(|_| CardAction::Dismissed);
    html! {
        <div class="plain" data-discard="">
            <h1>{ desk.text(Text::CardDiscardAsk) }</h1>
            <p>{ desk.text(Text::CardDiscardSays) }</p>
            <div class="row">
                <button type="button" class="button" onclick={discard}>{ desk.text(Text::CardDiscard) }</button>
                <button type="button" class="button button--main" onclick={keep}>{ desk.text(Text::CardDiscardNot) }</button>
            </div>
        </div>
    }
}

fn texts(title: &str, name: &'static str, all: &[String]) -> Html {
    html! {
        <section class="stack" data-offered={name}>
            <h2>{ title }</h2>
            <ul class="prose">
                for text in all {
                    <li><code>{ text }</code></li>
                }
            </ul>
        </section>
    }
}

use yew::prelude::*;

use super::scopes::scopes;
use crate::browser::{address_bar, document};
use crate::catalog::{Confidence, FromProduct, Shows};
use crate::desk::{EventUrl, Field, FieldAction, PlainField, guide};
use crate::oauth::Secret;
use crate::page::desk_handle::DeskHandle;
use crate::page::parts::{
    CopyLine, CopyMark, FieldBox, copy_button, copy_line, field_box, finding_list, marked_text, prose_text,
    source_list, sure_mark,
};
use crate::texts::Text;

/// What a line shows below its sentence.
pub fn shown(desk: &DeskHandle, shows: Shows) -> Html {
    match shows {
        Shows::AppName => app_name(desk),
        Shows::RedirectUrl => redirect(desk),
        Shows::AllowList => allow_list(desk),
        Shows::Scopes => scopes(desk),
        Shows::EventUrl => event_url(desk),
        Shows::Events => events(desk),
        Shows::SecretToken => {
            let field = Field::SecretToken;
            field_box(desk, FieldBox::line(field, None, desk.field_findings(field)))
        }
    }
}

fn app_name(desk: &DeskHandle) -> Html {
    let Some(name) = guide::suggested_app_name(desk) else { return Html::default() };
    plain_line(desk, desk.text(Text::AppName), &name)
}

fn plain_line(desk: &DeskHandle, label: &str, text: &str) -> Html {
    copy_line(desk, &CopyLine { label, value: &Secret::new(text), masked: false, mark: CopyMark::None })
}

fn redirect(desk: &DeskHandle) -> Html {
    let field = Field::RedirectUrl;
    let beside = copy_button(desk, &desk.label(field), desk.session().entry(field), None);
    let missing = guide::missing_for_redirects(desk);
    let own_address = address_bar::own_address();
    let is_own = desk.session().plain(PlainField::RedirectUrl) == own_address;
    let from = guide::redirect_from_product(desk);
    let hint = html! {
        <>
            if let Some(from) = from {
                { from_product(desk, from) }
                { " " }
            }
            if let Some(hint) = guide::redirect_hint(desk) {
                { prose_text(hint) }
            }
        </>
    };
    let has_hint = from.is_some() || guide::redirect_hint(desk).is_some();
    let hint = has_hint.then_some(hint);
    html! {
        <div class="stack">
            { field_box(desk, FieldBox { beside, hint, ..FieldBox::line(field, None, desk.field_findings(field)) }) }
            if let Some(from) = from {
                { source_list(desk, &guide::product_sources(desk, &from.source)) }
            }
            if !missing.is_empty() {
                <p class="quiet small">{ marked_text(&guide::needs_sentence(desk, &missing)) }</p>
            }
            <div class="row">
                for offered in guide::other_redirects(desk) {
                    { enter(desk, offered.clone(), &desk.fill(Text::UseOtherUrl, &[("url", &offered)])) }
                }
                if guide::can_be_redirect(desk) {
                    if !is_own {
                        { enter(desk, own_address, desk.text(Text::UseThisPage)) }
                    }
                    <span class="quiet small">{ desk.text(Text::HintOwnPage) }</span>
                }
            </div>
        </div>
    }
}

fn enter(desk: &DeskHandle, address: String, says: &str) -> Html {
    let enter = desk.callback(move |_| {
        // What is entered is not offered any more: the focus would be gone with the button.
        document::focus(&format!("field-{}", Field::RedirectUrl.name()));
        FieldAction::Typed(Field::RedirectUrl, Secret::new(address.as_str()))
    });
    html! { <button type="button" class="button" onclick={enter}>{ says }</button> }
}

/// Where the product shows a URL, and where that was read.
fn from_product(desk: &DeskHandle, from: &FromProduct) -> Html {
    html! {
        <>
            { marked_text(&guide::from_product_sentence(desk, from)) }
            if from.sure != Confidence::Confirmed {
                { " " }
                { sure_mark(desk, from.sure) }
            }
        </>
    }
}

fn allow_list(desk: &DeskHandle) -> Html {
    let Some(list) = guide::allow_list(desk) else { return Html::default() };
    html! {
        <div class="stack" data-output="allow-list">
            for entry in &list.entries {
                { plain_line(desk, desk.text(Text::AllowListEntry), entry) }
            }
            if !list.missing.is_empty() {
                <p class="quiet small">{ marked_text(&guide::needs_sentence(desk, &list.missing)) }</p>
            }
        </div>
    }
}

fn event_url(desk: &DeskHandle) -> Html {
    let field = Field::EventUrl;
    let label = desk.label(field);
    match guide::event_url(desk) {
        None => Html::default(),
        Some(EventUrl::Built { url, is_secret, findings }) => {
            let line = CopyLine { label: &label, value: &url, masked: is_secret, mark: CopyMark::Output("event-url") };
            html! { <div class="stack">{ copy_line(desk, &line) }{ finding_list(desk, &findings, None, None) }</div> }
        }
        Some(EventUrl::Needs(fields)) => {
            html! { <p class="quiet small">{ marked_text(&guide::needs_sentence(desk, &fields)) }</p> }
        }
        Some(EventUrl::FromProduct(from)) => {
            let beside = copy_button(desk, &label, desk.session().entry(field), None);
            let hint = Some(from_product(desk, from));
            html! {
                <div class="stack">
                    {
                        field_box(
                            desk,
                            FieldBox { beside, hint, ..FieldBox::line(field, None, desk.field_findings(field)) },
                        )
                    }
                    { source_list(desk, &guide::product_sources(desk, &from.source)) }
                </div>
            }
        }
    }
}

fn events(desk: &DeskHandle) -> Html {
    html! {
        <div class="stack">
            <ul class="names" data-output="events">
                for (name, is_optional) in guide::event_names(desk) {
                    <li>
                        { name }
                        if is_optional {
                            <span class="quiet small">{ " · " }{ desk.text(Text::ValueOptional) }</span>
                        }
                    </li>
                }
            </ul>
            if let Some(remark) = guide::events_remark(desk) {
                <p class="quiet small">{ prose_text(remark) }</p>
            }
        </div>
    }
}

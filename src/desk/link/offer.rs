//! What a link to the view that is shown would contain.

use std::rc::Rc;

use super::place::{Place, current, is_possible, label, places, shown};
use super::read::{Why, fault};
use super::state::{chosen, making};
use super::{Link, LinkKey, LinkName, QrCode, message};
use crate::desk::state::leaving::Leaving;
use crate::desk::{Desk, Field, Route, Step, guide};
use crate::oauth::Secret;
use crate::texts::Text;

/// The link that is being created.
#[derive(Clone, Debug)]
pub struct LinkView {
    /// What it can contain.
    pub values: Vec<OfferedValue>,
    /// The steps that it can open, each with its title and whether it is chosen; none in a tool.
    pub steps: Vec<(Step, String, bool)>,
    /// The whole URL.
    pub url: Secret,
    /// Nothing, where it is too long for one.
    pub qr_code: Rc<Option<QrCode>>,
    /// The text for an email or a ticket.
    pub message: Secret,
}

/// Something that a link can contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedValue {
    /// What it is a value of.
    pub key: LinkKey,
    /// What that is called.
    pub label: String,
    /// The value as it is shown; empty where it is not offered.
    pub value: String,
    /// What it reveals, or why it is not offered.
    pub says: String,
    /// Whether it is selected; `None` where it is not offered.
    pub is_selected: Option<bool>,
}

/// What a link to this view contains; nothing while that is not to be shown. `own_address` is the URL of the page
/// without query and fragment.
#[must_use]
pub fn link_view(desk: &Desk, own_address: &str) -> Option<LinkView> {
    let making = making(desk).filter(|making| making.is_open)?;
    let url = link_url(desk, own_address)?;
    let steps = guide::steps(desk).into_iter();
    Some(LinkView {
        values: offered_values(desk),
        steps: steps.map(|step| (step, guide::step_title(desk, step), making.step == Some(step))).collect(),
        qr_code: qr_code_of(desk, &url),
        message: Secret::new(message(desk, &url)),
        url: Secret::new(url),
    })
}

/// The URL of a link to this view with what is selected; nothing where no link leads. `own_address` is the URL of the page
/// without query and fragment.
#[must_use]
pub fn link_url(desk: &Desk, own_address: &str) -> Option<String> {
    desk.can_be_linked().then(|| format!("{own_address}{}", written_link(desk)))
}

/// The QR code of a link to the view that is shown; nothing where it is too long for one.
#[must_use]
pub fn qr_code_of(desk: &Desk, url: &str) -> Rc<Option<QrCode>> {
    // It takes a while, and a guide is rendered every second.
    desk.session().readings.of(None, QrCodeOf(url.to_owned()), || QrCode::of(url))
}

/// What the code is of that was drawn last.
#[derive(PartialEq)]
struct QrCodeOf(String);

/// What a link to this view can contain.
#[must_use]
pub fn offered_values(desk: &Desk) -> Vec<OfferedValue> {
    offered(desk).into_iter().map(|(offer, _)| offer).collect()
}

/// The link to this view with what is selected.
#[must_use]
pub fn written_link(desk: &Desk) -> Link {
    let step = making(desk).and_then(|making| making.step).filter(|step| guide::steps(desk).contains(step));
    let selected = offered(desk).into_iter().filter(|(offer, _)| offer.is_selected == Some(true));
    let values = selected.map(|(offer, text)| (offer.key, text)).collect();
    Link { route: desk.route.clone(), step, values }
}

/// What there is to offer, each with the text that goes into the link.
fn offered(desk: &Desk) -> Vec<(OfferedValue, String)> {
    // What is made up is not even offered.
    let desk = &desk.without_made_up();
    let leaving = Leaving::of(desk);
    let offer = |(key, place): (LinkKey, Place)| {
        let text = current(desk, place);
        if text.is_empty() && place != Place::ScopeSets || !is_possible(desk, place, &text) {
            return None;
        }
        let label = label(desk, place);
        let is_secret = |field: Field| leaving.withholds(field, &text).then_some(Why::Secret);
        let withheld = place.field().and_then(is_secret).or_else(|| fault(&key, &text));
        let offer = match withheld {
            Some(why) => {
                let says = withheld_sentence(desk, why);
                OfferedValue { key, label, value: String::new(), says, is_selected: None }
            }
            None => {
                let says = desk.texts.say(revealed(&key)).to_owned();
                let chosen = making(desk).and_then(|making| chosen(&making.selected, &key));
                let is_selected = Some(chosen.unwrap_or(!key.is_identifier()));
                OfferedValue { value: shown(place, &text), key, label, says, is_selected }
            }
        };
        Some((offer, text))
    };
    places(desk).into_iter().filter_map(offer).collect()
}

/// What whoever sees the link learns from a value.
fn revealed(key: &LinkKey) -> Text {
    match key {
        LinkKey::Name(LinkName::AccountId) => Text::LinkRevealsAccount,
        LinkKey::Name(LinkName::ClientId | LinkName::SecondClientId) => Text::LinkRevealsClient,
        LinkKey::Name(LinkName::RedirectUrl) => Text::LinkRevealsRedirect,
        LinkKey::Name(LinkName::Language) => Text::LinkRevealsLanguage,
        LinkKey::Name(_) => Text::LinkRevealsScopes,
        LinkKey::Input(_) => Text::LinkRevealsInput,
    }
}

fn withheld_sentence(desk: &Desk, why: Why) -> String {
    match why {
        Why::Secret => desk.texts.say(Text::LinkWithheldSecret).to_owned(),
        Why::TooLong => desk.texts.count(Text::LinkWithheldLong, &[("count", Link::LONGEST_VALUE)], &[]),
        _ => desk.texts.say(Text::LinkWithheldOdd).to_owned(),
    }
}

impl Desk {
    /// Whether links lead to this view.
    #[must_use]
    pub fn can_be_linked(&self) -> bool {
        match &self.route {
            Route::Product { .. } => self.guide().is_some(),
            route => matches!(route, Route::Tool(_)),
        }
    }

    /// Whether what a link to this view contains is shown.
    #[must_use]
    pub fn shows_link(&self) -> bool {
        making(self).is_some_and(|making| making.is_open)
    }
}

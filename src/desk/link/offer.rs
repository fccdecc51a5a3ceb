//! What a link to the view that is shown would contain.

use core::ops::Range;
use std::rc::Rc;

use strum::VariantArray;

use super::place::{Place, current, is_possible, label, places, shown};
use super::read::{Why, fault};
use super::state::{chosen, making};
use super::{Link, LinkKey, LinkName, QrCode, message};
use crate::desk::state::kept::may_contain_secret;
use crate::desk::{Desk, Field, Route, Step, guide};
use crate::oauth::Secret;
use crate::reading::secret_spans;
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
    let url = format!("{own_address}{}", written_link(desk));
    let steps = guide::steps(desk).into_iter();
    Some(LinkView {
        values: offered_values(desk),
        steps: steps.map(|step| (step, guide::step_title(desk, step), making.step == Some(step))).collect(),
        qr_code: qr_code_of(desk, &url),
        message: Secret::new(message(desk, &url)),
        url: Secret::new(url),
    })
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
    let known = Known::of(desk);
    let offer = |(key, place): (LinkKey, Place)| {
        let text = current(desk, place);
        if text.is_empty() && place != Place::ScopeSets || !is_possible(desk, place, &text) {
            return None;
        }
        let label = label(desk, place);
        let withheld = fault(&key, &text).or_else(|| known.is_in(desk, place, &text).then_some(Why::Secret));
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
        Why::TooLong => desk.texts.fill(Text::LinkWithheldLong, &[("count", &Link::LONGEST_VALUE.to_string())]),
        _ => desk.texts.say(Text::LinkWithheldOdd).to_owned(),
    }
}

/// The secrets that are entered, also those inside of what was pasted: by field, and those of the page itself.
struct Known(Vec<Rc<Vec<Secret>>>);

/// So many characters of a secret in a row are a part of it.
const PART: usize = 6;

/// The secrets inside of what a field contains depend on nothing else.
#[derive(PartialEq)]
struct SecretsInside;

impl Known {
    fn of(desk: &Desk) -> Known {
        let session = desk.session();
        let filled = Field::VARIANTS.iter().filter(|field| !session.entry(**field).is_empty());
        let entered = filled.map(|field| {
            let text = session.entry(*field);
            if session.is_masked(*field) {
                return Rc::new(vec![text.clone()]);
            }
            session.readings.of(*field, SecretsInside, || {
                // EXPOSE: what is secret in it is searched in what would go into the link.
                let (text, spans) = (text.expose(), secret_spans(text.expose()));
                let part = |span: &Range<usize>| text.chars().skip(span.start).take(span.len()).collect::<String>();
                spans.iter().map(|span| Secret::new(part(span))).collect()
            })
        });
        let mut known: Vec<Rc<Vec<Secret>>> = entered.collect();
        let own = session.seed.as_ref().map(|seed| [seed.state.secret(), seed.verifier.secret()]);
        known.extend(own.map(|own| Rc::new(own.map(Clone::clone).to_vec())));
        Known(known)
    }

    /// Whether the text of a field contains one of them or a part of one, or may contain one that is nowhere else.
    fn is_in(&self, desk: &Desk, place: Place, text: &str) -> bool {
        let Place::Field(_) = place else { return false };
        may_contain_secret(text, desk.session())
            || self.0.iter().flat_map(|secrets| secrets.iter()).any(|secret| shares_part(text, secret))
    }
}

fn shares_part(text: &str, secret: &Secret) -> bool {
    // EXPOSE: only whether a part of the one is in the other is computed.
    let secret = secret.expose();
    let starts = secret.char_indices().map(|(at, _)| at);
    let ends = secret.char_indices().map(|(at, _)| at).chain([secret.len()]).skip(PART);
    starts.zip(ends).any(|(start, end)| secret.get(start..end).is_some_and(|part| text.contains(part)))
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

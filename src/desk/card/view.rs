//! What the page shows of a card besides the form.

use std::rc::Rc;

use super::begun::wanted;
use super::checked::OWN_CARD;
use super::draft::Draft;
use super::form::{product_name, refusal_sentence};
use super::offered::{OfferView, offered};
use super::refusal::CardRefusal;
use super::seen::refused_in_here;
use super::state::{CardState, state};
use crate::desk::Desk;

/// A card while it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct CardView {
    /// A card that may be opened.
    pub offer: Option<OfferView>,
    /// Whether a card of one's own is to be thrown away: it waits for an answer.
    pub is_discarding: bool,
    /// Whether the form has a card.
    pub has_draft: bool,
    /// Its name, or what stands for it.
    pub name: String,
    /// The product that was searched for in vain, if a guide for it can only be begun once this card is thrown away.
    pub waiting: Option<String>,
    /// Whether it came with a link.
    pub is_sent: bool,
    /// Whether the guide is that of the card as it is now.
    pub is_current: bool,
    /// Why what was opened last is not there.
    pub refused: Option<String>,
    /// The languages in which it has sentences or could have some; whether each is in the form.
    pub languages: Vec<(String, String, bool)>,
    /// The files and the link, once they are asked for.
    pub output: Option<OutputView>,
    /// The id of the field that gets the focus, and how often one got it.
    pub focus: Option<(u32, String)>,
}

/// The files of a card, and its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputView {
    /// Each with its name and its text; or why there are none.
    pub files: Result<Vec<(String, String)>, String>,
    /// The fragment of the link; or why there is none.
    pub link: Result<String, String>,
}

/// From this length on, in characters, a link may be cut off on its way.
const LONG: usize = 2_000;

impl OutputView {
    /// Whether the link may be cut off on its way.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.link.as_ref().is_ok_and(|link| link.len() > LONG)
    }
}

/// What is shown of it.
#[must_use]
pub fn view(desk: &Desk) -> CardView {
    let nothing = CardState::default();
    let state = state(desk).unwrap_or(&nothing);
    let draft = state.draft.as_deref();
    let languages = draft.map_or_else(Vec::new, languages);
    let sentence = |refusal: CardRefusal| super::form::refusal(desk, &refusal);
    let output = state.output.as_ref().map(|output| OutputView {
        files: output.files.clone().map_err(sentence),
        link: output.link.clone().map_err(sentence),
    });
    let name = draft.map_or("", |draft| product_name(desk, draft));
    let is_answered = |wanted: &str| wanted.is_empty() || wanted == state.searched || wanted == name;
    let waiting = Some(wanted(desk)).filter(|wanted| state.is_touched && !is_answered(wanted));
    CardView {
        waiting: waiting.map(str::to_owned),
        offer: state.offer.as_deref().map(|offer| offered(desk, state, offer)),
        is_discarding: state.is_discarding,
        has_draft: draft.is_some() && desk.card_files.is_some(),
        name: name.to_owned(),
        is_sent: state.is_sent,
        is_current: state.is_current,
        refused: refusal_sentence(desk, state),
        languages,
        output,
        focus: state.focus.clone(),
    }
}

fn languages(draft: &Draft) -> Vec<(String, String, bool)> {
    let mut all: Vec<(String, String, bool)> = crate::texts::Language::all()
        .map(|language| (language.code().to_owned(), language.own_name().to_owned(), language.code() == draft.language))
        .collect();
    for (code, _) in &draft.prose {
        if all.iter().all(|(known, ..)| known != code) {
            all.push((code.clone(), code.clone(), *code == draft.language));
        }
    }
    all
}

/// Whether a card that came with a link waits until somebody says whether it is to be opened.
#[must_use]
pub fn is_offered(desk: &Desk) -> bool {
    state(desk).and_then(|state| state.offer.as_ref()).is_some_and(|offer| offer.is_sent)
}

/// What the tab keeps of the card; empty if there is nothing to keep, or something is in it that cannot be in a card.
#[must_use]
pub fn kept(desk: &Desk) -> String {
    let Some(state) = state(desk).filter(|state| state.is_touched) else { return String::new() };
    let Some(draft) = &state.draft else { return String::new() };
    if refused_in_here(desk, draft).is_some() { String::new() } else { draft.kept(state.is_sent) }
}

/// Whether it is the same as before, as far as that is known without writing it: nothing that it depends on is different.
#[must_use]
pub fn is_kept_alike(before: &Desk, desk: &Desk) -> bool {
    let touched = |desk| state(desk).filter(|state| state.is_touched);
    let (Some(one), Some(other)) = (touched(before), touched(desk)) else {
        return touched(before).is_none() && touched(desk).is_none();
    };
    let card = |state: &CardState| (state.draft.as_ref().map(Rc::as_ptr), state.is_sent);
    let is_same_entered = || {
        let both = before.sessions.iter().zip(desk.sessions.iter());
        before.sessions.keys().eq(desk.sessions.keys()) && { both }
            .all(|((_, one), (_, other))| one.is_entered_alike(other))
    };
    // Which of the values entered may belong into another field is known by the view and its guide.
    let guide = |desk: &Desk| desk.guide.as_ref().map(|guide| Rc::as_ptr(&guide.guide));
    let is_same_view = before.route == desk.route && before.installation == desk.installation;
    card(one) == card(other) && is_same_view && guide(before) == guide(desk) && is_same_entered()
}

/// Whether the guide that is shown is that of a card of one's own.
#[must_use]
pub fn is_shown(desk: &Desk) -> bool {
    desk.guide.as_ref().is_some_and(|guide| guide.id == OWN_CARD)
        && matches!(desk.route, crate::desk::Route::Card { .. })
}

/// A card as it is in the form.
#[must_use]
pub fn draft(desk: &Desk) -> Option<Rc<Draft>> {
    state(desk)?.draft.clone()
}

//! What the page knows of a card while it is made.

use core::any::Any;
use std::rc::Rc;

use super::begun::wanted;
use super::checked::{CardFault, checked};
use super::draft::Draft;
use super::files::CardFiles;
use super::refusal::CardRefusal;
use super::tree::way;
use crate::desk::{Desk, LoadedGuide, Route};
use crate::oauth::Secret;

/// The card, and what is shown of it besides the card itself.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct CardState {
    /// The card.
    pub draft: Option<Rc<Draft>>,
    /// Whether anything in it is somebody's own: otherwise it is not kept, and replaced without a question.
    pub is_touched: bool,
    /// Whether it came with a link, from whoever sent it.
    pub is_sent: bool,
    /// What had been searched for in vain when the card came: it is the answer to that search, whatever it is called later.
    pub searched: String,
    /// A card that waits until somebody says whether it is to be opened.
    pub offer: Option<Rc<Offer>>,
    /// Whether it waits until somebody says whether it is to be thrown away.
    pub is_discarding: bool,
    /// What was typed last, and the id of its field: the form shows it letter by letter, as long as nothing else is typed.
    pub typed: Option<(String, Secret)>,
    /// Why what was typed into the field of that id, or opened, is not in the card.
    pub refused: Option<(Option<String>, CardRefusal)>,
    /// What is wrong with it.
    pub faults: Rc<[CardFault]>,
    /// The guide of the last card whose files could be read.
    pub guide: Option<LoadedGuide>,
    /// Whether that is the guide of the card as it is now.
    pub is_current: bool,
    /// Of what the guide was made.
    made_of: Option<(Rc<Draft>, Rc<CardFiles>)>,
    /// The files and the link, once they are asked for; until the card changes.
    pub output: Option<Rc<Output>>,
    /// The id of the field that gets the focus, and how often one got it.
    pub focus: Option<(u32, String)>,
}

/// A card that may be opened.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::desk) struct Offer {
    /// The card.
    pub draft: Draft,
    /// Whether a link contains it.
    pub is_sent: bool,
}

/// The files of a card and its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::desk) struct Output {
    /// Each with its name and its text; or why there are none.
    pub files: Result<Vec<(String, String)>, CardRefusal>,
    /// The fragment of the link.
    pub link: Result<String, CardRefusal>,
}

/// What is known of the card.
pub(in crate::desk) fn state(desk: &Desk) -> Option<&CardState> {
    desk.card.as_deref()?.downcast_ref()
}

/// Changes it.
pub(in crate::desk) fn change<R>(desk: &mut Desk, change: impl FnOnce(&mut CardState) -> R) -> R {
    let known = desk.card.take().and_then(|card| card.downcast::<CardState>().ok());
    let mut state = known.map(Rc::unwrap_or_clone).unwrap_or_default();
    let result = change(&mut state);
    desk.card = Some(Rc::new(state));
    result
}

/// Calls a function on what was typed last into a card, if that is known. What else is in a card is no secret, and kept for
/// the tab.
pub(in crate::desk) fn each_text(card: &mut Option<Rc<dyn Any>>, each: &mut dyn FnMut(&mut Secret)) {
    let known = card.take().map(|card| card.downcast::<CardState>());
    if let Some(Ok(known)) = known {
        let mut state = Rc::unwrap_or_clone(known);
        if let Some((_, text)) = &mut state.typed {
            each(text);
        }
        *card = Some(Rc::new(state));
    }
}

/// The place of the way to connect that is shown.
pub(in crate::desk) fn variant_place(desk: &Desk, draft: &Draft) -> usize {
    let Route::Card { variant: Some(variant) } = &desk.route else { return 0 };
    let variants = draft.facts.list_at(&way!["variants"]).iter();
    variants.map(|one| one.text_at(&way!["id"])).position(|id| id == variant).unwrap_or_default()
}

/// A card that came with a link can be read before it is known which providers there are.
fn refuse_provider(desk: &mut Desk, files: &CardFiles) {
    let Some(offer) = state(desk).and_then(|state| state.offer.clone()).filter(|offer| offer.is_sent) else { return };
    let provider = offer.draft.facts.text_at(&way!["provider"]);
    if files.of(provider).is_none() {
        let refusal = CardRefusal::Provider(provider.to_owned());
        change(desk, |state| {
            state.offer = None;
            state.refused = Some((None, refusal));
        });
    }
}

/// In the view of the card, its guide is the one that is shown. A card that nobody has begun is begun.
pub(in crate::desk) fn settle(desk: &mut Desk) {
    if !matches!(desk.route, Route::Card { .. }) {
        return;
    }
    let Some((_, files)) = desk.card_files.clone() else { return };
    refuse_provider(desk, &files);
    let known = state(desk).and_then(|state| {
        // Whoever has only looked at the form begins with the product that was searched for since.
        let is_wanted = |draft: &&Rc<Draft>| state.is_touched || draft.facts.text_at(&way!["name"]) == wanted(desk);
        state.draft.as_ref().filter(is_wanted).cloned()
    });
    let searched = known.is_none().then(|| wanted(desk).to_owned());
    let draft = known.unwrap_or_else(|| Rc::new(super::begun::begun(desk, &files)));
    let language = desk.language;
    let guide = change(desk, |state| {
        state.searched = searched.unwrap_or(core::mem::take(&mut state.searched));
        let is_made = |(of, with): &(Rc<Draft>, Rc<CardFiles>)| Rc::ptr_eq(of, &draft) && Rc::ptr_eq(with, &files);
        if !state.made_of.as_ref().is_some_and(is_made) {
            let (guide, faults) = checked(&draft, &files, language);
            state.is_current = guide.is_some();
            state.guide = guide.or(state.guide.take());
            state.faults = faults.into();
            state.draft = Some(Rc::clone(&draft));
            state.made_of = Some((draft, files));
        }
        state.guide.clone()
    });
    desk.guide = guide;
}

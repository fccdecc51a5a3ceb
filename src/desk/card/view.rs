//! What the page shows of a card besides the form.

use std::rc::Rc;

use super::begun;
use super::checked::OWN_CARD;
use super::draft::Draft;
use super::form::{product_name, refusal_sentence};
use super::refusal::CardRefusal;
use super::seen::is_entered;
use super::state::{CardState, Offer, state};
use super::tree::{Tree, way};
use crate::desk::Desk;
use crate::texts::Text;

/// A card while it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct CardView {
    /// A card that may be opened.
    pub offer: Option<OfferView>,
    /// Whether the form has a card.
    pub has_draft: bool,
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

/// A card that may be opened: all that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// Whether a link contains it.
    pub is_sent: bool,
    /// The product's name.
    pub name: String,
    /// Its vendor.
    pub vendor: String,
    /// The provider.
    pub provider: String,
    /// How many fields, steps and files it has.
    pub contains: String,
    /// Every text in it that contains an address.
    pub addresses: Vec<String>,
    /// Every command in it.
    pub commands: Vec<String>,
    /// Whether it takes the place of a card that somebody has begun.
    pub replaces: bool,
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
    CardView {
        offer: state.offer.as_deref().map(|offer| offered(desk, state, offer)),
        has_draft: draft.is_some() && desk.card_files.is_some(),
        is_sent: state.is_sent,
        is_current: state.is_current,
        refused: refusal_sentence(desk, state),
        languages,
        output,
        focus: state.focus.clone(),
    }
}

fn languages(draft: &Draft) -> Vec<(String, String, bool)> {
    use strum::VariantArray;
    let known = crate::texts::Language::VARIANTS.iter();
    let mut all: Vec<(String, String, bool)> = known
        .map(|language| (language.code().to_owned(), language.own_name().to_owned(), language.code() == draft.language))
        .collect();
    for (code, _) in &draft.prose {
        if all.iter().all(|(known, ..)| known != code) {
            all.push((code.clone(), code.clone(), *code == draft.language));
        }
    }
    all
}

fn offered(desk: &Desk, state: &CardState, offer: &Offer) -> OfferView {
    let draft = &offer.draft;
    let facts = &draft.facts;
    let variants = facts.list_at(&way!["variants"]);
    let count = |list: &str| variants.iter().map(|variant| variant.list_at(&way![list]).len()).sum::<usize>();
    let lines: usize = super::lines::STEPS.iter().map(|step| count(step)).sum();
    let numbers = [("fields", count("values")), ("lines", lines), ("blocks", count("blocks"))];
    let numbers = numbers.map(|(name, count)| (name, count.to_string()));
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, count)| (*name, count.as_str())).collect();
    let mut addresses: Vec<String> = Vec::new();
    draft.each_text(&mut |text| {
        if is_address(text) && !addresses.iter().any(|known| known == text) {
            addresses.push(text.to_owned());
        }
    });
    addresses.retain(|text| !text.starts_with("../schema/"));
    OfferView {
        is_sent: offer.is_sent,
        name: product_name(desk, draft).to_owned(),
        vendor: facts.text_at(&way!["vendor"]).to_owned(),
        provider: facts.text_at(&way!["provider"]).to_owned(),
        contains: desk.texts.fill(Text::CardContains, &numbers),
        addresses,
        commands: commands(variants),
        replaces: state.draft.is_some() && state.is_touched,
    }
}

/// With a scheme, or with what is above a host.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("://") || lower.contains("www.") || lower.starts_with("//") || lower.contains("mailto:")
}

/// What somebody would run: commands, and the fixed lines around a block.
fn commands(variants: &[Tree]) -> Vec<String> {
    let blocks = variants.iter().flat_map(|variant| variant.list_at(&way!["blocks"]));
    let mut all: Vec<String> = Vec::new();
    for block in blocks {
        let command = Some(block.text_at(&way!["command"])).filter(|command| !command.is_empty());
        let around = block.texts_at(&way!["before"]).chain(block.texts_at(&way!["after"]));
        for text in command.into_iter().chain(around) {
            if !all.iter().any(|known| known == text) {
                all.push(text.to_owned());
            }
        }
    }
    all
}

/// What the tab keeps of the card; empty if there is nothing to keep, or a secret of this page is in it.
#[must_use]
pub fn kept(desk: &Desk) -> String {
    let Some(state) = state(desk).filter(|state| state.is_touched) else { return String::new() };
    let Some(draft) = &state.draft else { return String::new() };
    if is_entered(desk, draft) { String::new() } else { draft.packed() }
}

/// The name of the file that a product of that name has.
#[must_use]
pub fn file_name(name: &str) -> String {
    begun::file_name(name)
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

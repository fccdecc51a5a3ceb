//! A card of one's own is made.

use std::rc::Rc;

use crate::desk::card::{
    self, CardFile, CardRefusal, Draft, Editing, Key, Offer, Output, Tree, change, state, variant_place,
};
use crate::desk::effect::Effect;
use crate::desk::{CardAction, Desk};
use crate::oauth::Secret;

pub(super) fn act(desk: &mut Desk, action: CardAction) -> Effect {
    let known = state(desk);
    let is_there = match &action {
        CardAction::Taken => known.is_some_and(|state| state.offer.is_some()),
        CardAction::Dismissed => known.is_some_and(|state| state.offer.is_some() || state.is_discarding),
        CardAction::Restored(kept) => !known.is_some_and(|state| state.is_touched) && restored(kept).is_some(),
        CardAction::Discarded | CardAction::AskedToDiscard => known.is_some(),
        CardAction::Finished | CardAction::ChoseLanguage(_) => known.is_some_and(|state| state.draft.is_some()),
        _ => true,
    };
    if !is_there {
        return Effect::Unchanged;
    }
    match action {
        CardAction::Arrived(fragment) => arrive(desk, &fragment),
        CardAction::Restored(kept) => {
            if let Some((draft, is_sent)) = restored(&kept) {
                put(desk, draft, is_sent);
            }
        }
        CardAction::Opened(files) => open(desk, &files),
        CardAction::Taken => take(desk),
        CardAction::Dismissed => {
            change(desk, |state| {
                state.offer = None;
                state.is_discarding = false;
            });
        }
        CardAction::Typed { id, place, way, text } => {
            type_into(desk, id, &text, way, |editing, text| editing.typed(&place, way, text));
        }
        CardAction::Added { list, choice } => add(desk, list, choice.as_deref()),
        CardAction::Removed { list, at } => {
            let mut left = 0;
            edit(desk, |editing| left = editing.removed(list, at));
            let next = left.checked_sub(1).map(|last| format!("card-row-{}-{}", card::list_name(list), at.min(last)));
            focus(desk, next.unwrap_or_else(|| card::add_id(list)));
        }
        CardAction::Moved { list, at, up } => {
            edit(desk, |editing| editing.moved(list, at, up));
            let to = if up { at.saturating_sub(1) } else { at + 1 };
            focus(desk, format!("card-row-{}-{to}", card::list_name(list)));
        }
        CardAction::ChoseLanguage(language) => choose_language(desk, language),
        CardAction::Finished => finish(desk),
        CardAction::AskedToDiscard => {
            if state(desk).is_some_and(|state| state.is_touched) {
                change(desk, |state| state.is_discarding = true);
            } else {
                discard(desk);
            }
        }
        CardAction::Discarded => discard(desk),
    }
    Effect::Changed
}

/// A card that came with a link waits until somebody says what is to be done with it.
fn arrive(desk: &mut Desk, fragment: &Secret) {
    // EXPOSE: a link to a card contains no secret; one that does is refused, and forgotten.
    let read = card::read_link(fragment.expose());
    match read.and_then(|draft| sound(desk, draft)) {
        Ok(draft) => offer(desk, draft, true),
        Err(refusal) => refuse(desk, refusal),
    }
}

fn offer(desk: &mut Desk, draft: Draft, is_sent: bool) {
    change(desk, |state| {
        state.offer = Some(Rc::new(Offer { draft, is_sent }));
        state.refused = None;
        state.is_discarding = false;
    });
}

/// What was to be opened is not. Nor is what was offered before: whoever answers a question sees what it is about.
fn refuse(desk: &mut Desk, refusal: CardRefusal) {
    change(desk, |state| {
        state.offer = None;
        state.refused = Some((None, refusal));
        state.is_discarding = false;
    });
}

/// What the tab has kept, and whether somebody sent it; `None` for what cannot be in a card.
fn restored(kept: &str) -> Option<(Draft, bool)> {
    Draft::unkept(kept).ok().filter(|(draft, _)| card::refused_in(draft).is_none())
}

/// Facts come before the sentences about them. Facts alone begin a card, sentences alone go into the one that is there.
fn open(desk: &mut Desk, files: &[(String, Secret)]) {
    match opened(desk, files) {
        Ok((draft, is_sent)) => {
            let is_asked = state(desk).is_some_and(|state| state.draft.is_some() && state.is_touched);
            if is_asked { offer(desk, draft, is_sent) } else { replace(desk, draft, is_sent) }
        }
        Err(refusal) => refuse(desk, refusal),
    }
}

/// The card, and whether somebody sent it: sentences of one's own do not make it one's own.
fn opened(desk: &Desk, files: &[(String, Secret)]) -> Result<(Draft, bool), CardRefusal> {
    let mut read = Vec::new();
    let mut is_sent = false;
    for (name, text) in files {
        // EXPOSE: it is read as a file of a product, and refused if it has a secret in it.
        read.push(CardFile::read(name, text.expose())?);
    }
    read.sort_by_key(|file| matches!(file, CardFile::Prose(..)));
    let mut draft = None;
    for file in read {
        draft = Some(match (file, draft) {
            (CardFile::Both(both), _) => both,
            (CardFile::Facts(facts), None) => Draft::of_facts(facts, desk.language),
            (CardFile::Facts(facts), Some(known)) => Draft { facts, ..known },
            (CardFile::Prose(language, prose), known) => {
                let known = known.or_else(|| {
                    let state = state(desk)?;
                    is_sent = state.is_sent;
                    state.draft.as_deref().cloned()
                });
                let mut draft = known.ok_or(CardRefusal::NoCard)?;
                let language = language.unwrap_or_else(|| draft.language.clone());
                if let Some(place) = draft.prose_mut(&language) {
                    *place = prose;
                }
                draft
            }
        });
    }
    let mut draft = draft.ok_or(CardRefusal::NoCard)?;
    drop_empty(&mut draft);
    Ok((sound(desk, draft)?, is_sent))
}

fn sound(desk: &Desk, draft: Draft) -> Result<Draft, CardRefusal> {
    match card::refused_in_here(desk, &draft) {
        Some(refusal) => Err(refusal),
        None => Ok(draft),
    }
}

/// A file of sentences that nobody has given is none, if there is another; the form shows one that is there.
fn drop_empty(draft: &mut Draft) {
    let is_given = |prose: &Tree| prose.members_at(&[]).len() > 1;
    let Some(first) = draft.prose.iter().find(|(_, prose)| is_given(prose)).map(|(code, _)| code.clone()) else {
        return;
    };
    draft.prose.retain(|(_, prose)| is_given(prose));
    if draft.shown_prose().is_none() {
        draft.language = first;
    }
}

fn take(desk: &mut Desk) {
    if let Some(offer) = change(desk, |state| state.offer.take()) {
        let Offer { draft, is_sent } = Rc::unwrap_or_clone(offer);
        replace(desk, draft, is_sent);
    }
}

/// Another card takes the place of the one that was there. What was entered in that one's guide goes with it: what one
/// product was given is nothing for the next, least of all for a card that somebody sent.
fn replace(desk: &mut Desk, draft: Draft, is_sent: bool) {
    let id = |draft: &Draft| draft.facts.text_at(&[Key::from("id")]).to_owned();
    let is_same = state(desk).and_then(|state| state.draft.as_deref()).is_some_and(|known| id(known) == id(&draft));
    if is_sent || !is_same {
        desk.forget_product(card::OWN_CARD);
    }
    put(desk, draft, is_sent);
}

/// What was entered in the guide of a card goes with it.
fn discard(desk: &mut Desk) {
    desk.forget_product(card::OWN_CARD);
    desk.card = None;
}

fn put(desk: &mut Desk, draft: Draft, is_sent: bool) {
    let searched = card::wanted(desk).to_owned();
    desk.card = None;
    change(desk, |state| {
        state.searched = searched;
        state.draft = Some(Rc::new(draft));
        state.is_touched = true;
        state.is_sent = is_sent;
    });
}

/// What looks like a secret, or nobody sees, is not taken into the card, and nothing of it stays there.
fn type_into(desk: &mut Desk, id: String, text: &Secret, way: card::Way, put: impl Fn(&mut Editing<'_>, &str)) {
    // EXPOSE: what is typed into a card is no secret, and refused if it looks like one.
    let written = text.expose();
    let texts = way.texts(written);
    let mut refusal = card::refused_here(desk, texts.iter().map(String::as_str));
    let before = state(desk).and_then(|state| state.draft.clone());
    if refusal.is_none() {
        edit(desk, |editing| put(editing, written));
        refusal = state(desk).and_then(|state| card::refused_together(state.draft.as_deref()?));
    }
    if refusal.is_some() {
        change(desk, |state| state.draft = before);
        edit(desk, |editing| put(editing, ""));
    }
    change(desk, |state| {
        state.refused = refusal.map(|refusal| (Some(id.clone()), refusal));
        state.typed = Some((id, text.clone()));
    });
}

fn add(desk: &mut Desk, list: card::CardList, choice: Option<&str>) {
    let mut at = 0;
    edit(desk, |editing| at = editing.added(list, choice));
    let first = card::form(desk).and_then(|form| form.first_of_row(list, at).map(str::to_owned));
    focus(desk, first.unwrap_or_else(|| format!("card-row-{}-{at}", card::list_name(list))));
}

fn focus(desk: &mut Desk, id: String) {
    change(desk, |state| {
        let count = state.focus.as_ref().map_or(0, |(count, _)| count + 1);
        state.focus = Some((count, id));
    });
}

fn choose_language(desk: &mut Desk, language: String) {
    change(desk, |state| {
        if let Some(draft) = &mut state.draft {
            let draft = Rc::make_mut(draft);
            draft.prose_mut(&language);
            draft.language = language;
        }
        state.typed = None;
        state.refused = None;
        state.output = None;
    });
}

fn edit(desk: &mut Desk, edit: impl FnOnce(&mut Editing<'_>)) {
    let draft = state(desk).and_then(|state| state.draft.clone());
    let (Some((_, files)), Some(index), Some(known)) = (desk.card_files.clone(), desk.index.clone(), draft) else {
        return;
    };
    let variant = variant_place(desk, &known);
    let says = card::FirstSays::of(desk);
    let mut draft = Rc::unwrap_or_clone(known);
    edit(&mut Editing { draft: &mut draft, files: &files, index: &index, variant, first_says: &says });
    change(desk, |state| {
        state.draft = Some(Rc::new(draft));
        state.is_touched = true;
        state.typed = None;
        state.refused = None;
        state.output = None;
    });
}

fn finish(desk: &mut Desk) {
    let Some(draft) = state(desk).and_then(|state| state.draft.clone()) else { return };
    let output = match card::refused_in_here(desk, &draft) {
        Some(refusal) => Output { files: Err(refusal.clone()), link: Err(refusal) },
        None => Output { files: Ok(draft.files()), link: card::write_link(&draft) },
    };
    change(desk, |state| state.output = Some(Rc::new(output)));
}

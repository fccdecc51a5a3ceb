//! What is entered, put aside without its texts: those are encrypted, and only the browser has the key.
//!
//! The structure stays, with its clocks, choices and checked-off lines, and every text comes back to its place.

use core::any::Any;
use core::mem;
use std::rc::Rc;

use super::state::anything::Anything;
use super::state::session::{Seed, Session};
use super::{Desk, Said, card, tools};
use crate::named::Named;
use crate::oauth::{Secret, StateToken};
use crate::texts::Text;

/// How long nobody can see the page before that happens, in milliseconds.
pub const SEALED_AFTER: u64 = 5 * 60 * 1000;

/// What is put aside.
#[derive(Clone)]
pub(in crate::desk) struct Sealed {
    pub(in crate::desk) entered: Entered,
    /// The texts, encrypted: whatever the browser makes of them.
    vault: Rc<dyn Any>,
    /// The fingerprints of the states that this view waits for: a code may come from another tab meanwhile.
    pub(in crate::desk) awaited: Vec<String>,
    /// The returned URL that came meanwhile.
    pub(in crate::desk) landed: Option<Secret>,
    /// Somebody is there again.
    pub(in crate::desk) is_wanted: bool,
    /// Whether the guide had arrived.
    pub(in crate::desk) had_guide: bool,
    /// Whether a code had gone to another tab.
    pub(in crate::desk) had_handed_over: bool,
}

/// Everything of the desk that has a text which somebody entered, or which was made to be secret.
#[derive(Clone, Default)]
pub(in crate::desk) struct Entered {
    sessions: Named<Rc<Session>>,
    anything: Rc<Anything>,
    seed: Option<Seed>,
    queries: [String; 2],
    card: Option<Rc<dyn Any>>,
}

impl Entered {
    /// Exchanges what is on the desk for it.
    pub(in crate::desk) fn swap(&mut self, desk: &mut Desk) {
        mem::swap(&mut self.sessions, &mut desk.sessions);
        mem::swap(&mut self.anything, &mut desk.anything);
        mem::swap(&mut self.seed, &mut desk.seed);
        mem::swap(&mut self.card, &mut desk.card);
        let [query, finding_query] = &mut self.queries;
        mem::swap(query, &mut desk.query);
        mem::swap(finding_query, &mut desk.finding_query);
    }

    /// Calls a function on each text that somebody entered, always in the same order, and then on each random value.
    fn each_text(&mut self, each: &mut dyn FnMut(&mut Secret)) {
        for session in self.sessions.values_mut() {
            Rc::make_mut(session).each_text(each);
        }
        Rc::make_mut(&mut self.anything).each_text(each);
        for query in &mut self.queries {
            let mut text = Secret::new(mem::take(query));
            each(&mut text);
            // EXPOSE: a search is shown where it was typed.
            text.expose().clone_into(query);
        }
        card::each_text(&mut self.card, each);
        for session in self.sessions.values_mut() {
            Seed::each_text(&mut Rc::make_mut(session).seed, each);
        }
        Seed::each_text(&mut self.seed, each);
    }

    /// Changes each session.
    pub(in crate::desk) fn each_session(&mut self, change: impl Fn(&mut Session)) {
        self.sessions.values_mut().for_each(|session| change(Rc::make_mut(session)));
    }

    /// Takes all texts out, as one; nothing if nobody has entered any.
    pub(in crate::desk) fn take_texts(&mut self) -> Option<Secret> {
        let mut all = Vec::new();
        self.each_text(&mut |text| all.push(mem::take(text)));
        let seeds = 2 * (self.sessions.iter().len() + 1);
        let is_anything_entered = all.iter().rev().skip(seeds).any(|text| !text.is_empty());
        // EXPOSE: all texts become one, which is encrypted.
        let all: Vec<&str> = all.iter().map(Secret::expose).collect();
        is_anything_entered.then(|| serde_json::to_string(&all).ok()).flatten().map(Secret::new)
    }

    /// Puts each text back to its place. What is missing stays empty.
    pub(in crate::desk) fn put_texts(&mut self, all: &Secret) {
        // EXPOSE: it is taken apart, and each text is a secret again.
        let all: Vec<String> = serde_json::from_str(all.expose()).unwrap_or_default();
        let mut all = all.into_iter();
        self.each_text(&mut |text| *text = Secret::new(all.next().unwrap_or_default()));
    }
}

impl Seed {
    fn each_text(seed: &mut Option<Seed>, each: &mut dyn FnMut(&mut Secret)) {
        let texts = seed.take().map(|seed| [seed.state.secret().clone(), seed.verifier.secret().clone()]);
        let mut texts = texts.unwrap_or_default();
        texts.iter_mut().for_each(each);
        let [state, verifier] = &texts;
        *seed = Seed::of(state, verifier);
    }
}

impl Sealed {
    /// What is on the desk, with nothing to show in its place; and the texts in it.
    pub(in crate::desk) fn of(desk: &mut Desk, vault: Rc<dyn Any>) -> Option<(Sealed, Secret)> {
        if desk.is_sealed() || desk.picked.to_read().is_some() {
            return None;
        }
        let mut sealed = Sealed {
            entered: Entered::default(),
            vault,
            awaited: tools::redirect::sent_states(desk).iter().map(StateToken::fingerprint).collect(),
            landed: None,
            is_wanted: false,
            had_guide: desk.guide().is_some(),
            had_handed_over: desk.handed_over,
        };
        sealed.entered.swap(desk);
        let texts = sealed.entered.take_texts()?;
        Some((sealed, texts))
    }
}

impl Desk {
    /// Whether what is entered is encrypted, and not on the desk.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.sealed.is_some()
    }
}

/// What is to be encrypted: all texts as one. Nothing if none is entered, if that is done already, or while a file is read.
#[must_use]
pub fn texts(desk: &Desk) -> Option<Secret> {
    Sealed::of(&mut desk.clone(), Rc::new(())).map(|(_, texts)| texts)
}

/// The encrypted texts, once somebody is there again, or once something came that needs what was put aside.
#[must_use]
pub fn wanted_vault(desk: &Desk) -> Option<Rc<dyn Any>> {
    let sealed = sealed(desk).filter(|sealed| sealed.is_wanted || sealed.landed.is_some());
    sealed.map(|sealed| Rc::clone(&sealed.vault))
}

/// That it cannot be decrypted.
pub(in crate::desk) fn lost(desk: &Desk) -> Said {
    Said::Lost(desk.texts.say(Text::SealLost).to_owned())
}

/// What is put aside.
pub(in crate::desk) fn sealed(desk: &Desk) -> Option<&Sealed> {
    desk.sealed.as_deref()?.downcast_ref()
}

/// Changes it.
pub(in crate::desk) fn change(desk: &mut Desk, change: impl FnOnce(&mut Sealed)) {
    if let Some(mut sealed) = sealed(desk).cloned() {
        change(&mut sealed);
        desk.sealed = Some(Rc::new(sealed));
    }
}

//! Files arrive, or do not.

use std::rc::Rc;

use crate::desk::effect::Effect;
use crate::desk::{Desk, FileAction, Lazy, NotRead, Reason, Resource};
use crate::texts::{Language, LaterTexts, Texts};

pub(super) fn act(desk: &mut Desk, action: FileAction) -> Effect {
    match action {
        FileAction::Completed(lazy) => return complete(desk, lazy),
        FileAction::TextsArrived(texts) => {
            if texts.language() == desk.language {
                let later = desk.texts.later().cloned();
                desk.say_with(Rc::unwrap_or_clone(texts).with_later(later));
            }
        }
        FileAction::LaterTextsArrived(texts) => {
            if texts.language() == desk.language {
                desk.say_later_with(texts);
            }
        }
        FileAction::FindingTextsArrived(texts) => desk.finding_texts = Some(texts),
        FileAction::FindingFilesArrived(files) => desk.finding_files = Some(files),
        FileAction::AboutArrived(about, language, paragraphs) => desk.about = Some((about, language, paragraphs)),
        FileAction::HostAnswered(responses) => desk.host = Some(responses),
        FileAction::IndexArrived(index) => desk.index = Some(index),
        FileAction::LocalArrived(local) => desk.local = Some(local),
        FileAction::AddedArrived(card) => desk.added.push(card),
        FileAction::WordsArrived(words) => desk.words = Some(words),
        FileAction::ProviderArrived(provider) => desk.provider = Some(provider),
        FileAction::ProviderProseArrived(language, prose) => desk.provider_texts = Some((language, prose)),
        FileAction::ScopesArrived(scopes) => desk.scope_table = Some(scopes),
        FileAction::GuideArrived(guide) => {
            desk.guide = Some(guide);
            desk.settle(None);
        }
        FileAction::CardFilesArrived(language, files) => {
            desk.card_files = Some((language, files));
            desk.settle(None);
        }
        FileAction::ErrorsArrived(language, files) => {
            desk.errors.retain(|(_, known)| known.table.id != files.table.id);
            desk.errors.push((language, files));
        }
        FileAction::ChooserArrived(language, files) => desk.questions = Some((language, files)),
        FileAction::Failed { wanted, attempt, not_read } => return fail(desk, wanted, attempt, not_read),
        FileAction::TriedAgain => return desk.request_again(),
    }
    Effect::Changed
}

fn complete(desk: &mut Desk, lazy: Lazy) -> Effect {
    let is_first = desk.lazy.replace(lazy).is_none();
    desk.landing_waits = false;
    if is_first {
        desk.say_with(Texts::clone(&desk.texts));
    }
    if is_first && desk.language == Language::ENGLISH {
        desk.say_later_with(Rc::new((lazy.english)()));
    }
    if is_first && desk.has_anything() {
        (lazy.read_anything)(desk);
    }
    Effect::changed_if(is_first)
}

fn fail(desk: &mut Desk, wanted: Resource, attempt: u32, not_read: NotRead) -> Effect {
    if attempt != desk.attempt {
        return Effect::Unchanged;
    }
    // What cannot be said in the chosen language is said in English rather than not at all.
    if let (Resource::LaterTexts(_), None, Some(lazy)) = (&wanted, desk.texts.later(), desk.lazy)
        && not_read.reason != Reason::Late
    {
        desk.say_later_with(Rc::new((lazy.english)()));
    }
    desk.failures.retain(|(failed, _)| *failed != wanted);
    desk.failures.push((wanted, not_read));
    Effect::Changed
}

impl Desk {
    /// With how their language writes numbers and lists, once the lazy part is there.
    fn say_with(&mut self, texts: Texts) {
        let formats = self.lazy.and_then(|lazy| (lazy.formats)(texts.language()));
        self.texts = Rc::new(texts.with_formats(formats));
    }

    fn say_later_with(&mut self, later: Rc<LaterTexts>) {
        let texts = Texts::clone(&self.texts);
        self.texts = Rc::new(texts.with_later(Some(later)));
    }

    /// What did not arrive is requested again.
    pub(in crate::desk) fn request_again(&mut self) -> Effect {
        let has_failures = !self.failures.is_empty();
        if has_failures {
            self.failures.clear();
            self.attempt += 1;
        }
        Effect::changed_if(has_failures)
    }
}

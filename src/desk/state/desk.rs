//! The desk itself, and how each action changes it.

use std::rc::Rc;

use crate::catalog::{Guide, Index, Provider, ProviderProse, ScopeTable, Variant};
use crate::desk::state::anything::Anything;
use crate::desk::state::session::Seed;
use crate::desk::{
    Action, ChooserFiles, CommandChoice, ErrorFiles, Field, Kept, Lazy, NotRead, Resource, Route, Session,
};
use crate::named::Named;
use crate::oauth::{CodeVerifier, Secret, StateToken};
use crate::texts::{FindingTexts, Language, Texts};

/// The name under which what is entered in the tools is kept.
const TOOLS: &str = "tools";

/// Masked values that are shown are masked again after this time without input, in milliseconds.
const HIDDEN_AFTER: u64 = 5 * 60 * 1000;

/// How long the status line shows its text, in milliseconds.
const SAID_FOR: u64 = 8 * 1000;

/// The time is kept at least this often, in milliseconds: what is typed next is dated by it, and times are shown
/// relative to it.
const KEPT_EVERY: u64 = 10 * 1000;

/// Everything on the screen follows from this.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The view.
    pub route: Route,
    /// The language that was chosen; its sentences may still be on their way.
    pub language: Language,
    /// The sentences shown.
    pub texts: Rc<Texts>,
    /// The products, once they arrived.
    pub index: Option<Rc<Index>>,
    /// The provider of the tools, once it arrived.
    pub provider: Option<Rc<Provider>>,
    /// The sentences of that provider, once they arrived in some language.
    pub provider_texts: Option<(Language, Rc<ProviderProse>)>,
    /// The scopes of that provider, once they arrived.
    pub scope_table: Option<Rc<ScopeTable>>,
    /// What the findings say, once it arrived in some language.
    pub finding_texts: Option<Rc<FindingTexts>>,
    /// How this page keeps secrets, once it arrived in some language.
    pub secrets: Option<(Language, Rc<Vec<String>>)>,
    /// The provider's error responses, once they arrived in some language.
    pub errors: Option<(Language, Rc<ErrorFiles>)>,
    /// The questions that tell its app types apart, once they arrived in some language.
    pub questions: Option<(Language, Rc<ChooserFiles>)>,
    /// The answers to them so far.
    pub answers: Vec<String>,
    /// The search on the start view.
    pub query: String,
    /// A server may have sent something in the page's own URL, and it has not been read yet.
    pub landing_waits: bool,
    /// How often the files were requested again.
    pub attempt: u32,
    /// The last text for the status line.
    pub said: Option<Said>,
    /// How commands are shown.
    pub command: CommandChoice,
    /// The last time read from the clock, in milliseconds of the Unix epoch.
    pub now: u64,
    /// How many minutes this computer's clock was ahead of UTC when the tools were opened. Local times are computed
    /// with it, and it is shown next to them, so they are correct at every moment; but across a change to or from
    /// daylight saving time, the clock on the wall differs from them by one hour.
    pub minutes_ahead: i32,
    /// The code went to the tab that began.
    pub handed_over: bool,
    pub(in crate::desk) failures: Vec<(Resource, NotRead)>,
    lazy: Option<Lazy>,
    touched_at: u64,
    said_at: u64,
    guide: Option<(String, Language, Rc<Guide>)>,
    pub(in crate::desk) anything: Rc<Anything>,
    pub(in crate::desk) sessions: Named<Rc<Session>>,
    seed: Option<Seed>,
    nothing: Rc<Session>,
}

/// Something to be said in the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The value of that label is in the clipboard.
    Copied(String),
    /// The browser did not allow copying it.
    NotCopied(String),
    /// Everything entered is gone.
    Cleared,
    /// The secrets are masked again.
    Masked,
}

impl Desk {
    /// An empty desk.
    #[must_use]
    pub fn new(route: Route, language: Language) -> Desk {
        Desk {
            route,
            language,
            texts: Rc::new(Texts::english()),
            index: None,
            provider: None,
            provider_texts: None,
            scope_table: None,
            finding_texts: None,
            secrets: None,
            errors: None,
            questions: None,
            answers: Vec::new(),
            query: String::new(),
            landing_waits: false,
            attempt: 0,
            said: None,
            command: CommandChoice::default(),
            now: 0,
            minutes_ahead: 0,
            handed_over: false,
            failures: Vec::new(),
            lazy: None,
            touched_at: 0,
            said_at: 0,
            guide: None,
            anything: Rc::default(),
            sessions: Named::default(),
            seed: None,
            nothing: Rc::default(),
        }
    }

    /// The guide of the product that is shown, once it arrived. While a different language is loading, the loaded one
    /// stays.
    #[must_use]
    pub fn guide(&self) -> Option<&Rc<Guide>> {
        let product = self.route.product()?;
        self.guide.as_ref().filter(|(id, ..)| id == product).map(|(_, _, guide)| guide)
    }

    /// Whether the guide is loaded in the chosen language.
    #[must_use]
    pub fn has_guide_in_language(&self) -> bool {
        self.guide().is_some() && self.guide.as_ref().is_some_and(|(_, language, _)| *language == self.language)
    }

    /// The way to connect that is shown.
    #[must_use]
    pub fn variant(&self) -> Option<&Variant> {
        let Route::Product { variant, .. } = &self.route else { return None };
        self.guide()?.variant(variant.as_deref())
    }

    /// The provider that this view sends requests to.
    #[must_use]
    pub fn provider(&self) -> Option<&Provider> {
        match self.guide() {
            Some(guide) => Some(&guide.provider),
            None => self.provider.as_deref(),
        }
    }

    /// The sentences of the provider that this view sends requests to.
    #[must_use]
    pub fn provider_prose(&self) -> Option<&ProviderProse> {
        match self.guide() {
            Some(guide) => Some(&guide.provider_prose),
            None => self.provider_texts.as_ref().map(|(_, prose)| &**prose),
        }
    }

    /// The name under which this view's entries are kept. The ways to connect a product share them.
    #[must_use]
    pub fn session_name(&self) -> &str {
        self.route.product().unwrap_or(TOOLS)
    }

    /// What is entered in this view.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.sessions.get(self.session_name()).unwrap_or(&self.nothing)
    }

    /// What the tab keeps over a reload.
    #[must_use]
    pub fn kept(&self) -> Vec<Kept> {
        let kept = self.sessions.iter().map(|(name, session)| Kept::of(name, session));
        kept.filter(|kept| !kept.is_empty()).collect()
    }

    /// The desk after an action; `None` if nothing changed.
    #[must_use]
    pub fn after(&self, action: Action) -> Option<Desk> {
        let mut desk = self.clone();
        let changed = desk.act(action);
        changed.then_some(desk)
    }

    fn act(&mut self, action: Action) -> bool {
        if !matches!(action, Action::ClockRead(_) | Action::ZoneRead(_) | Action::Copied { .. } | Action::CameBack) {
            self.touched_at = self.now;
            // A new action of the person ends the message about the last one.
            if matches!(action, Action::Typed(..) | Action::TypedAnything(_) | Action::Went(_)) {
                self.said = None;
            }
        }
        match action {
            Action::Went(route) => self.go(route),
            Action::ChoseLanguage(language) => {
                self.request_again();
                replace(&mut self.language, language)
            }
            Action::TextsArrived(texts) => {
                if texts.language() == self.language {
                    self.texts = texts;
                }
                true
            }
            Action::IndexArrived(index) => {
                self.index = Some(index);
                true
            }
            Action::Completed(lazy) => {
                let is_first = self.lazy.replace(lazy).is_none();
                self.landing_waits = false;
                if is_first && self.has_anything() {
                    (lazy.read_anything)(self);
                }
                is_first
            }
            Action::TypedAnything(text) => self.take_anything(text),
            Action::FindingTextsArrived(texts) => {
                self.finding_texts = Some(texts);
                true
            }
            Action::SecretsArrived(language, paragraphs) => {
                self.secrets = Some((language, paragraphs));
                true
            }
            Action::ProviderArrived(provider) => {
                self.provider = Some(provider);
                true
            }
            Action::ProviderProseArrived(language, prose) => {
                self.provider_texts = Some((language, prose));
                true
            }
            Action::ScopesArrived(scopes) => {
                self.scope_table = Some(scopes);
                true
            }
            Action::GuideArrived { id, language, guide } => {
                self.guide = Some((id, language, guide));
                self.enter_prescribed_redirect();
                true
            }
            Action::ErrorsArrived(language, files) => {
                self.errors = Some((language, files));
                true
            }
            Action::ChooserArrived(language, files) => {
                self.questions = Some((language, files));
                true
            }
            Action::Answered(answers) => replace(&mut self.answers, answers),
            Action::CameBack => self.mask(),
            Action::LandingWaits => replace(&mut self.landing_waits, true),
            Action::Failed { wanted, attempt, not_read } => self.failed(wanted, attempt, not_read),
            Action::TriedAgain => self.request_again(),
            Action::Searched(query) => replace(&mut self.query, query),
            Action::SystemRead(user_agent) => {
                self.command.suggest(&user_agent);
                true
            }
            Action::ChoseFormat(format) => {
                self.command.choose(format);
                true
            }
            Action::ChoseRequest(kind) => replace(&mut self.command.kind, kind),
            Action::ChoseWhole(chosen) => replace(&mut self.command.does_all, chosen),
            Action::WroteSecrets(chosen) => replace(&mut self.command.writes_secrets, chosen),
            Action::ChosePublic(chosen) => replace(&mut self.command.is_public, chosen),
            Action::Seeded { state, verifier } => {
                let (state, verifier) = (StateToken::from_bytes(&state), CodeVerifier::from_bytes(&verifier));
                self.seed = Some(Seed { state, verifier });
                self.session_mut();
                true
            }
            Action::Restored(kept) => {
                for one in kept {
                    let name = one.session.clone();
                    let mut session = self.sessions.remove(&name).unwrap_or_default();
                    Rc::make_mut(&mut session).take_up(one.into_session());
                    self.sessions.insert(&name, session);
                }
                true
            }
            Action::Copied { label, done } => {
                self.say(if done { Said::Copied(label) } else { Said::NotCopied(label) });
                true
            }
            Action::ClockRead(now) => self.read_clock(now),
            Action::ZoneRead(minutes_ahead) => replace(&mut self.minutes_ahead, minutes_ahead),
            Action::Cleared => {
                self.sessions.clear();
                self.command.clear();
                self.anything = Rc::default();
                self.query.clear();
                self.answers.clear();
                self.say(Said::Cleared);
                self.handed_over = false;
                self.enter_prescribed_redirect();
                true
            }
            Action::HandedOver => {
                self.handed_over = true;
                let session = self.session_mut();
                session.enter(Field::Landed, Secret::default());
                session.code_at = None;
                true
            }
            other => self.lazy.is_some_and(|lazy| (lazy.work_on)(self, other)),
        }
    }

    /// A redirect URL that the product prescribes is in its field from the start.
    fn enter_prescribed_redirect(&mut self) {
        let first = self.offered_redirects().into_iter().next();
        if let Some(address) = first.filter(|_| self.session().entry(Field::RedirectUrl).is_empty()) {
            self.session_mut().enter(Field::RedirectUrl, Secret::new(address));
        }
    }

    pub(in crate::desk) fn go(&mut self, route: Route) -> bool {
        if self.route == route {
            return false;
        }
        self.route = route;
        self.handed_over = false;
        // It was chosen for the command that was in view.
        self.command.writes_secrets = false;
        self.request_again();
        self.session_mut();
        true
    }

    pub(in crate::desk) fn say(&mut self, said: Said) {
        self.said = Some(said);
        self.said_at = self.now;
    }

    fn read_clock(&mut self, now: u64) -> bool {
        let first = self.now == 0;
        let counting = self.session().code_at.is_some() && !self.session().entry(Field::Landed).is_empty();
        let showing = !self.session().shown.is_empty() || self.command.writes_secrets;
        let is_old = now.saturating_sub(self.now) >= KEPT_EVERY;
        self.now = now;
        if first {
            self.touched_at = now;
        }
        if showing && now.saturating_sub(self.touched_at) >= HIDDEN_AFTER {
            self.mask();
        }
        let is_stale = self.said.is_some() && now.saturating_sub(self.said_at) >= SAID_FOR;
        if is_stale {
            self.said = None;
        }
        first || counting || showing || is_stale || is_old
    }

    /// Whatever is shown unmasked is masked again, in every view.
    fn mask(&mut self) -> bool {
        let is_shown =
            self.command.writes_secrets || self.sessions.iter().any(|(_, session)| !session.shown.is_empty());
        if is_shown {
            for session in self.sessions.values_mut() {
                Rc::make_mut(session).shown.clear();
            }
            self.command.writes_secrets = false;
            self.say(Said::Masked);
        }
        is_shown
    }

    /// The part of the program that a first visit to the start view does not load, once it is loaded.
    #[must_use]
    pub fn lazy(&self) -> Option<Lazy> {
        self.lazy
    }

    /// Whether that part is loaded. Until then, nothing is entered, kept or read.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.lazy.is_some()
    }

    /// Whether new random bytes are needed: no two products share a state or a code verifier.
    #[must_use]
    pub fn wants_seed(&self) -> bool {
        self.is_complete() && self.seed.is_none()
    }

    /// What is entered in this view, mutable.
    pub(in crate::desk) fn session_mut(&mut self) -> &mut Session {
        let name = self.session_name().to_owned();
        if !self.sessions.contains_key(&name) {
            self.sessions.insert(&name, Rc::default());
        }
        // It exists now, so nothing else is ever changed.
        let session = Rc::make_mut(self.sessions.get_mut(&name).unwrap_or(&mut self.nothing));
        if session.seed.is_none() {
            session.seed = self.seed.take();
        }
        session
    }
}

pub(in crate::desk) fn replace<T: PartialEq>(place: &mut T, value: T) -> bool {
    let changed = *place != value;
    *place = value;
    changed
}

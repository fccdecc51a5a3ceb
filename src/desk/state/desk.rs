//! The desk itself.

use core::any::Any;
use std::borrow::Cow;
use std::rc::Rc;

use crate::catalog::{Card, GrantType, Guide, Index, Local, Provider, ProviderProse, ScopeTable, SearchWords, Variant};
use crate::desk::card::CardFiles;
use crate::desk::parts::host::HostResponses;
use crate::desk::state::anything::Anything;
use crate::desk::state::picked::Picked;
use crate::desk::state::session::Seed;
use crate::desk::{
    About, AppFilter, ChooserFiles, ChosenProduct, CommandChoice, ErrorFiles, Installation, Kept, Lazy, LoadedGuide,
    NotRead, ReportChoice, RequestKind, Resource, Route, Session, StringChoice, Tool,
};
use crate::named::Named;
use crate::texts::{FindingTexts, Language, Texts};

/// The name under which what is entered in the tools is kept.
const TOOLS: &str = "tools";

/// Everything on the screen follows from this.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The view that is shown.
    pub route: Route,
    /// Which of two identical installations is shown, where the product needs a pair.
    pub installation: Installation,
    /// The language that was chosen; its sentences may still be on their way.
    pub language: Language,
    /// The sentences that are shown, in the last language that arrived.
    pub texts: Rc<Texts>,
    /// The products, once they arrived.
    pub index: Option<Rc<Index>>,
    /// Which products the host of this page has added, once that is known.
    pub local: Option<Rc<Local>>,
    /// Those of them whose files arrived.
    pub added: Vec<Rc<Card>>,
    /// What products are found by besides their cards, once it arrived.
    pub words: Option<Rc<SearchWords>>,
    /// The provider of the tools, once it arrived.
    pub provider: Option<Rc<Provider>>,
    /// The sentences of that provider, once they arrived in some language.
    pub provider_texts: Option<(Language, Rc<ProviderProse>)>,
    /// The scopes of that provider, once they arrived.
    pub scope_table: Option<Rc<ScopeTable>>,
    /// What the findings say, once it arrived in some language.
    pub finding_texts: Option<Rc<FindingTexts>>,
    /// What each finding means, and the examples, once they arrived in some language. Without its type, so that the first
    /// part of the program, which copies and drops every desk, has no code for it.
    pub(in crate::desk) finding_files: Option<Rc<dyn Any>>,
    /// The search in the list of findings.
    pub finding_query: String,
    /// What is told about this page, the last that arrived, and in which language.
    pub about: Option<(About, Language, Rc<Vec<String>>)>,
    /// What the host of this page sent when it was asked last.
    pub host: Option<Rc<HostResponses>>,
    /// The tables of error responses that arrived, each in the last language that it was wanted in.
    pub errors: Vec<(Language, Rc<ErrorFiles>)>,
    /// The questions that tell its app types apart, once they arrived in some language.
    pub questions: Option<(Language, Rc<ChooserFiles>)>,
    /// The answers to them so far, from the first question on, by their names.
    pub answers: Vec<String>,
    /// The search on the start view.
    pub query: String,
    /// Which products are listed there.
    pub filter: AppFilter,
    /// The product whose card there somebody pointed at last: its guide is probably next.
    pub foreseen: Option<String>,
    /// A server may have sent something in the page's own URL, and it has not been read yet.
    pub landing_waits: bool,
    /// How often the files were requested again.
    pub attempt: u32,
    /// The last text for the status line.
    pub said: Option<Said>,
    /// How commands are shown.
    pub command: CommandChoice,
    /// What the tool for credential strings shows.
    pub string: StringChoice,
    /// What is chosen of the report for support.
    pub report: ReportChoice,
    /// The last time read from the clock, in milliseconds of the Unix epoch.
    pub now: u64,
    /// How many minutes this computer's clock was ahead of UTC when the tools were opened. Local times are computed
    /// with it, and it is shown next to them, so they are correct at every moment; but across a change to or from
    /// daylight saving time, the clock on the wall differs from them by one hour.
    pub minutes_ahead: i32,
    /// The code went to the tab that began.
    pub handed_over: bool,
    pub(in crate::desk) failures: Vec<(Resource, NotRead)>,
    pub(in crate::desk) lazy: Option<Lazy>,
    pub(in crate::desk) touched_at: u64,
    pub(in crate::desk) said_at: u64,
    pub(in crate::desk) guide: Option<LoadedGuide>,
    pub(in crate::desk) anything: Rc<Anything>,
    pub(in crate::desk) picked: Picked,
    pub(in crate::desk) sessions: Named<Rc<Session>>,
    pub(in crate::desk) seed: Option<Seed>,
    /// What a link brought, and what is selected for one: without its type, because the first part of the program has
    /// every desk and knows no link.
    pub(in crate::desk) link: Option<Rc<dyn Any>>,
    /// A card of one's own, while it is made: without its type, because the first part of the program has every desk and
    /// knows no card.
    pub(in crate::desk) card: Option<Rc<dyn Any>>,
    /// The providers that it can be for, once they arrived in some language.
    pub(in crate::desk) card_files: Option<(Language, Rc<CardFiles>)>,
    /// What is entered, while it is encrypted: without its type, as above.
    pub(in crate::desk) sealed: Option<Rc<dyn Any>>,
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
    /// What was entered cannot be decrypted: the sentence that says so, which only the lazy part has.
    Lost(String),
}

impl Desk {
    /// The paragraphs of a page about this page, and their language, if they are the last ones that arrived.
    #[must_use]
    pub fn paragraphs(&self, about: About) -> Option<(Language, &[String])> {
        let (arrived, language, paragraphs) = self.about.as_ref()?;
        (*arrived == about).then_some((*language, paragraphs.as_slice()))
    }

    /// Nothing is entered, searched or chosen any more; the files that have arrived stay.
    pub(in crate::desk) fn forget(&mut self) {
        self.sessions.clear();
        self.command.clear();
        self.anything = Rc::default();
        self.picked.file = None;
        self.report = ReportChoice::default();
        self.query.clear();
        self.finding_query.clear();
        self.answers.clear();
        self.link = None;
        self.card = None;
        self.sealed = None;
        self.handed_over = false;
        self.installation = Installation::First;
    }

    /// Nothing is entered for a product any more, for none of its installations and apps.
    pub(in crate::desk) fn forget_product(&mut self, product: &str) {
        let is_its = |name: &&String| name.split('/').next() == Some(product);
        let names: Vec<String> = self.sessions.keys().filter(is_its).cloned().collect();
        for name in names {
            self.sessions.remove(&name);
        }
    }

    /// An empty desk.
    #[must_use]
    pub fn new(route: Route, language: Language) -> Desk {
        Desk {
            route,
            installation: Installation::default(),
            language,
            texts: Rc::new(Texts::english()),
            index: None,
            local: None,
            added: Vec::new(),
            words: None,
            provider: None,
            provider_texts: None,
            scope_table: None,
            finding_texts: None,
            finding_files: None,
            finding_query: String::new(),
            about: None,
            host: None,
            errors: Vec::new(),
            questions: None,
            answers: Vec::new(),
            query: String::new(),
            filter: AppFilter::All,
            foreseen: None,
            landing_waits: false,
            attempt: 0,
            said: None,
            command: CommandChoice::default(),
            string: StringChoice::default(),
            report: ReportChoice::default(),
            now: 0,
            minutes_ahead: 0,
            handed_over: false,
            failures: Vec::new(),
            lazy: None,
            touched_at: 0,
            said_at: 0,
            guide: None,
            anything: Rc::default(),
            picked: Picked::default(),
            sessions: Named::default(),
            seed: None,
            link: None,
            card: None,
            card_files: None,
            sealed: None,
            nothing: Rc::default(),
        }
    }

    /// The number of the file that is to be read, which somebody dropped or chose.
    #[must_use]
    pub fn file_to_read(&self) -> Option<u32> {
        self.picked.to_read()
    }

    /// Whether there is something to say of such a file.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.picked.file.is_some()
    }

    /// The guide of the product that is shown, once it arrived. While a different language is loading, the loaded one
    /// stays.
    #[must_use]
    pub fn guide(&self) -> Option<&Rc<Guide>> {
        self.loaded_guide().map(|loaded| &loaded.guide)
    }

    /// The same with what is said of its files.
    #[must_use]
    pub fn loaded_guide(&self) -> Option<&LoadedGuide> {
        let product = self.product()?;
        self.guide.as_ref().filter(|loaded| loaded.id == product)
    }

    /// The product whose files are needed: that of a guide, or the one that a tool shows.
    pub(in crate::desk) fn product(&self) -> Option<&str> {
        self.route.product().or_else(|| Some(self.tool_product()?.id.as_str()))
    }

    /// The product of a tool that shows one.
    fn tool_product(&self) -> Option<&ChosenProduct> {
        match self.route {
            Route::Tool(Tool::CredentialString) => self.string.product.as_ref(),
            Route::Tool(Tool::Report) => self.report.product.as_ref(),
            _ => None,
        }
    }

    /// Whether the guide is loaded in the chosen language.
    #[must_use]
    pub fn has_guide_in_language(&self) -> bool {
        self.loaded_guide().is_some_and(|loaded| loaded.language == self.language)
    }

    /// The way to connect that is shown.
    #[must_use]
    pub fn variant(&self) -> Option<&Variant> {
        let variant = match &self.route {
            Route::Product { variant, .. } | Route::Card { variant } => variant,
            _ => &self.tool_product()?.variant,
        };
        self.guide()?.variant(variant.as_deref())
    }

    /// The provider that this view sends requests to.
    #[must_use]
    pub fn provider(&self) -> Option<&Provider> {
        match self.guide() {
            Some(guide) => Some(&*guide.provider),
            None => self.provider.as_deref(),
        }
    }

    /// Which provider that is, as long as it is known: what is read with its habits is read again for a different one.
    pub(in crate::desk) fn provider_id(&self) -> Option<String> {
        self.provider().map(|provider| provider.id.clone())
    }

    /// The sentences of the provider that this view sends requests to.
    #[must_use]
    pub fn provider_prose(&self) -> Option<&ProviderProse> {
        match self.guide() {
            Some(guide) => Some(&*guide.provider_prose),
            None => self.provider_texts.as_ref().map(|(_, prose)| &**prose),
        }
    }

    /// The name under which this view's entries are kept. The ways to connect a product share them if
    /// they need the same app type.
    #[must_use]
    pub fn session_name(&self) -> Cow<'_, str> {
        match self.route.product() {
            Some(product) => self.shown_installation().session_name(product),
            None => Cow::Borrowed(TOOLS),
        }
    }

    /// The installation that is shown: the chosen one, unless the way to connect needs no pair.
    #[must_use]
    pub fn shown_installation(&self) -> Installation {
        match self.variant() {
            Some(variant) if !variant.redundant_pair => Installation::First,
            _ => self.installation,
        }
    }

    /// What is entered in this view.
    #[must_use]
    pub fn session(&self) -> &Session {
        self.sessions.get(&self.session_name()).unwrap_or(&self.nothing)
    }

    /// What is entered for one installation of the product that is shown.
    pub(in crate::desk) fn session_of(&self, installation: Installation) -> &Session {
        let name = self.route.product().map(|product| installation.session_name(product));
        name.and_then(|name| self.sessions.get(&name)).unwrap_or(&self.nothing)
    }

    /// The same desk with the other installation shown.
    #[must_use]
    pub fn in_other_installation(&self) -> Desk {
        Desk { installation: self.installation.other(), ..self.clone() }
    }

    /// What the tab keeps over a reload; no secret is part of it.
    #[must_use]
    pub fn kept(&self) -> Vec<Kept> {
        let shown = self.session_name();
        let is_second = self.shown_installation() == Installation::Second;
        let kept = self
            .sessions
            .iter()
            .map(|(name, session)| Kept { is_shown: is_second && *name == shown, ..Kept::of(name, session) });
        kept.filter(|kept| !kept.is_empty()).collect()
    }

    /// This computer's clock in milliseconds of the Unix epoch, once it was read.
    pub(in crate::desk) fn clock(&self) -> Option<u64> {
        (self.now > 0).then_some(self.now)
    }

    /// What this view requests from the server: in a guide, the token that its way to connect needs.
    #[must_use]
    pub fn request_kind(&self) -> RequestKind {
        match self.variant().and_then(Variant::grant) {
            None => self.command.kind,
            Some(GrantType::AuthorizationCode) => RequestKind::AuthorizationCode,
            Some(GrantType::AccountCredentials) => RequestKind::AccountCredentials,
            Some(GrantType::ClientCredentials) => RequestKind::ClientCredentials,
        }
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
        let name = self.session_name().into_owned();
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

//! The files that the view shown needs and that are not loaded yet.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::catalog::{
    Chooser, ChooserProse, ErrorProse, ErrorTable, Fault, File, Guide, Index, Product, ProductProse, Provider,
    ProviderProse, ScopeTable,
};
use crate::desk::{ChooserFiles, Desk, ErrorFiles, FileAction, Route, Tool};
use crate::texts::{FindingTexts, Language, Texts};

/// Something that is read from files of our own site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// The sentences of a language.
    Texts(Language),
    /// The lazy part of the program, which is not a file to be read.
    Lazy,
    /// What the findings say, in that language.
    FindingTexts(Language),
    /// How this page keeps secrets, in that language.
    Secrets(Language),
    /// The list of products.
    Index,
    /// The provider of that name, for the tools.
    Provider(String),
    /// The sentences of the provider of that name, for the tools that show them.
    ProviderProse(String, Language),
    /// The table of scopes of that name, for the tool that compares them.
    Scopes(String),
    /// The guide of that product, in that language.
    Guide(String, Language),
    /// The error responses of that name, in that language.
    Errors(String, Language),
    /// The questions of that name that tell app types apart, in that language.
    Chooser(String, Language),
}

/// A loaded file: its name below the page's own folder, and its text.
pub type Arrived = (String, String);

/// A file that is not there or not what it should be, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    /// The file, below the page's own folder.
    pub file: String,
    /// The reason.
    pub reason: Reason,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has not arrived after [`PATIENCE`], and may still arrive.
    Late,
    /// It did not arrive, or not all of it.
    NotArrived,
    /// The host returned that status (RFC 9110 §15).
    Status(u16),
    /// It does not have the digest of this release.
    Different,
    /// The browser does not run it, although it is the one of this release.
    Rejected,
    /// It cannot be read; why, for whoever keeps the site.
    Invalid(String),
}

/// How long a file may take until the page says that it is waiting for it, in milliseconds. The start script has the
/// same.
pub const PATIENCE: u32 = 10_000;

impl Desk {
    /// Whether the URL leads nowhere.
    #[must_use]
    pub fn leads_nowhere(&self) -> bool {
        match (&self.route, &self.index) {
            (Route::Nowhere, _) => true,
            (Route::Product { id, .. }, Some(index)) => index.products.iter().all(|card| card.id != *id),
            _ => false,
        }
    }

    /// Whether something that the view needs is still loading.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.wanted().iter().any(|wanted| !self.has_failed(wanted))
    }

    /// Whether it is known not to arrive, unless it is requested again.
    #[must_use]
    pub fn has_failed(&self, wanted: &Resource) -> bool {
        self.failures.iter().any(|(failed, not_read)| failed == wanted && not_read.reason != Reason::Late)
    }

    /// Which files of those that the view needs are missing, each once.
    #[must_use]
    pub fn failures(&self) -> Vec<&NotRead> {
        let wanted = self.wanted();
        let mut all: Vec<&NotRead> = Vec::new();
        for (_, not_read) in self.failures.iter().filter(|(failed, _)| wanted.contains(failed)) {
            if !all.contains(&not_read) {
                all.push(not_read);
            }
        }
        all
    }

    /// What is needed and not loaded.
    #[must_use]
    pub fn wanted(&self) -> Vec<Resource> {
        let mut wanted = Vec::new();
        if self.language != self.texts.language() {
            wanted.push(Resource::Texts(self.language));
        }
        let is_guide_or_tool = matches!(self.route, Route::Product { .. } | Route::Tool(_)) && !self.leads_nowhere();
        let needs_lazy = is_guide_or_tool || self.landing_waits || self.shows_box() && self.has_anything();
        if needs_lazy && !self.is_complete() {
            wanted.push(Resource::Lazy);
        }
        match (&self.index, &self.route) {
            (None, _) => wanted.push(Resource::Index),
            (Some(index), Route::Tool(_)) if self.provider.is_none() && self.is_complete() => {
                wanted.push(Resource::Provider(index.provider.clone()));
            }
            _ => (),
        }
        // What the provider says of its settings and of devices is read by two tools alone.
        let has_prose = self.provider_texts.as_ref().is_some_and(|(language, _)| *language == self.language);
        let needs_prose = match &self.route {
            Route::Tool(Tool::CompareRedirects) => true,
            Route::Tool(Tool::TokenRequest) => self.command.kind.is_for_devices(),
            _ => false,
        };
        if let Some(index) = self.index.as_ref().filter(|_| needs_prose)
            && self.is_complete()
            && !has_prose
        {
            wanted.push(Resource::ProviderProse(index.provider.clone(), self.language));
        }
        let has_scopes = self.scope_table.is_some() || !self.is_complete();
        let scopes = self.provider.as_ref().and_then(|provider| provider.scope_table.clone());
        if let Some(name) = scopes.filter(|_| self.route == Route::Tool(Tool::Scopes) && !has_scopes) {
            wanted.push(Resource::Scopes(name));
        }
        let has_finding_texts = self.finding_texts.as_ref().is_some_and(|texts| texts.language() == self.language);
        if needs_lazy && self.is_complete() && !has_finding_texts {
            wanted.push(Resource::FindingTexts(self.language));
        }
        if self.route == Route::Secrets && self.secrets.as_ref().is_none_or(|(language, _)| *language != self.language)
        {
            wanted.push(Resource::Secrets(self.language));
        }
        // What the index does not list is not requested: there is no such file.
        let is_listed = self.index.is_some() && !self.leads_nowhere();
        let is_there = is_listed && self.is_complete() && !self.has_guide_in_language();
        if let Some(product) = self.route.product().filter(|_| is_there) {
            wanted.push(Resource::Guide(product.to_owned(), self.language));
        }
        if let Some(lazy) = self.lazy() {
            wanted.extend((lazy.wanted)(self));
        }
        wanted
    }

    /// What only the lazy part knows to be needed.
    pub(in crate::desk) fn lazily_wanted(&self) -> Vec<Resource> {
        [self.wanted_errors(), self.wanted_chooser()].into_iter().flatten().collect()
    }
}

impl Resource {
    /// The file to request when those are loaded: a file can name others. `None` when all are loaded.
    ///
    /// # Errors
    ///
    /// A file that names another cannot be read.
    pub fn next_file(&self, files: &[Arrived]) -> Result<Option<String>, NotRead> {
        Ok(match (self, files) {
            (Resource::Texts(_) | Resource::Secrets(_) | Resource::Index, []) => self.early_file(),
            (Resource::FindingTexts(language), []) => Some(FindingTexts::file(*language)),
            (Resource::Provider(name), []) => Some(Provider::file(name)),
            (Resource::ProviderProse(name, language), []) => Some(ProviderProse::file(name, language.code())),
            (Resource::Scopes(name), []) => Some(ScopeTable::file(name)),
            (Resource::Guide(id, _), []) => Some(Product::file(id)),
            (Resource::Guide(id, language), [_]) => Some(ProductProse::file(id, language.code())),
            (Resource::Guide(..), [product, _]) => Some(Provider::file(&decoded::<Product>(product)?.provider)),
            (Resource::Guide(_, language), [product, _, _]) => {
                Some(ProviderProse::file(&decoded::<Product>(product)?.provider, language.code()))
            }
            (Resource::Guide(..), [_, _, provider, _]) => {
                decoded::<Provider>(provider)?.scope_table.map(|name| ScopeTable::file(&name))
            }
            (Resource::Errors(name, _), []) => Some(ErrorTable::file(name)),
            (Resource::Errors(name, language), [_]) => Some(ErrorProse::file(name, language.code())),
            (Resource::Chooser(name, _), []) => Some(Chooser::file(name)),
            (Resource::Chooser(name, language), [_]) => Some(ChooserProse::file(name, language.code())),
            _ => None,
        })
    }

    /// What to tell the desk when all files are loaded.
    ///
    /// # Errors
    ///
    /// The first file that is not what it should be.
    pub fn arrived(self, files: &[Arrived]) -> Result<FileAction, NotRead> {
        match (self, files) {
            (Resource::FindingTexts(language), [(name, text)]) => match FindingTexts::read(language, text) {
                Ok(texts) => Ok(FileAction::FindingTextsArrived(Rc::new(texts))),
                Err(error) => Err(NotRead { file: name.clone(), reason: Reason::Invalid(error.to_string()) }),
            },
            (Resource::Provider(_), [provider]) => Ok(FileAction::ProviderArrived(Rc::new(decoded(provider)?))),
            (Resource::ProviderProse(_, language), [prose]) => {
                Ok(FileAction::ProviderProseArrived(language, Rc::new(decoded(prose)?)))
            }
            (Resource::Scopes(_), [scopes]) => Ok(FileAction::ScopesArrived(Rc::new(decoded(scopes)?))),
            (Resource::Guide(id, language), files) => {
                Ok(FileAction::GuideArrived { id, language, guide: Rc::new(guide(files)?) })
            }
            (Resource::Errors(_, language), [table, prose]) => errors(language, table, prose),
            (Resource::Chooser(_, language), [chooser, prose]) => questions(language, chooser, prose),
            (early, files) => early.early_arrived(files.first()),
        }
    }

    /// Whether the first part of the program reads it, and [`Self::early_file`] and [`Self::early_arrived`] do.
    #[must_use]
    pub fn is_early(&self) -> bool {
        matches!(self, Resource::Texts(_) | Resource::Secrets(_) | Resource::Index)
    }

    /// The one file of it; English sentences are built in.
    #[must_use]
    pub fn early_file(&self) -> Option<String> {
        match self {
            Resource::Texts(Language::English) => None,
            Resource::Texts(language) => Some(Texts::file(*language)),
            Resource::Secrets(language) => Some(Texts::secrets_file(*language)),
            Resource::Index => Some(Index::FILE.to_owned()),
            _ => None,
        }
    }

    /// What to tell the desk when that file is loaded.
    ///
    /// # Errors
    ///
    /// It is not what it should be.
    pub fn early_arrived(self, file: Option<&Arrived>) -> Result<FileAction, NotRead> {
        match (self, file) {
            (Resource::Texts(language), Some((name, text))) => match Texts::read(language, text) {
                Ok(texts) => Ok(FileAction::TextsArrived(Rc::new(texts))),
                Err(error) => Err(NotRead { file: name.clone(), reason: Reason::Invalid(error.to_string()) }),
            },
            (Resource::Secrets(language), Some(paragraphs)) => {
                Ok(FileAction::SecretsArrived(language, Rc::new(decoded(paragraphs)?)))
            }
            (Resource::Index, Some(index)) => Ok(FileAction::IndexArrived(Rc::new(decoded(index)?))),
            _ => Ok(FileAction::TextsArrived(Rc::new(Texts::english()))),
        }
    }
}

fn guide(files: &[Arrived]) -> Result<Guide, NotRead> {
    let [product, prose, provider, provider_prose, scopes @ ..] = files else {
        return Err(NotRead { file: String::new(), reason: Reason::NotArrived });
    };
    Ok(Guide {
        product: decoded(product)?,
        prose: decoded(prose)?,
        provider: decoded(provider)?,
        provider_prose: decoded(provider_prose)?,
        scopes: scopes.first().map(decoded).transpose()?,
    })
}

fn errors(language: Language, table: &Arrived, prose: &Arrived) -> Result<FileAction, NotRead> {
    let files = ErrorFiles { table: decoded(table)?, prose: decoded(prose)? };
    Ok(FileAction::ErrorsArrived(language, Rc::new(files)))
}

fn questions(language: Language, chooser: &Arrived, prose: &Arrived) -> Result<FileAction, NotRead> {
    let files = ChooserFiles { chooser: decoded(chooser)?, prose: decoded(prose)? };
    Ok(FileAction::ChooserArrived(language, Rc::new(files)))
}

fn decoded<T: DeserializeOwned>((name, text): &Arrived) -> Result<T, NotRead> {
    File { name, text }.read().map_err(not_readable)
}

fn not_readable(fault: Fault) -> NotRead {
    NotRead { reason: Reason::Invalid(fault.to_string()), file: fault.file }
}

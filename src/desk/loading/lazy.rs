//! What the lazy part of the program loads.

use std::rc::Rc;

use super::{Loading, Resource};
use crate::catalog::{
    Chooser, ChooserProse, ErrorProse, ErrorTable, Guide, Product, ProductProse, Provider, ProviderProse, ScopeTable,
};
use crate::desk::{ChooserFiles, ErrorFiles, FileAction};
use crate::texts::{FindingTexts, Language};

impl Resource {
    /// How it is loaded, by whichever part of the program; `None` for the lazy part itself, which is no file to be
    /// read.
    #[must_use]
    pub fn loading(self) -> Option<Loading> {
        Some(match self {
            Resource::Texts(_) | Resource::Secrets(_) | Resource::Index | Resource::Lazy => {
                return self.first_loading();
            }
            Resource::FindingTexts(language) => finding_texts(language),
            Resource::Provider(name) => Loading::of_json(Provider::file(&name), |provider| {
                Loading::Done(FileAction::ProviderArrived(Rc::new(provider)))
            }),
            Resource::ProviderProse(name, language) => {
                Loading::of_json(ProviderProse::file(&name, language.code()), move |prose| {
                    Loading::Done(FileAction::ProviderProseArrived(language, Rc::new(prose)))
                })
            }
            Resource::Scopes(name) => Loading::of_json(ScopeTable::file(&name), |scopes| {
                Loading::Done(FileAction::ScopesArrived(Rc::new(scopes)))
            }),
            Resource::Guide(id, language) => guide(id, language),
            Resource::Errors(name, language) => errors(name, language),
            Resource::Chooser(name, language) => chooser(name, language),
        })
    }
}

fn finding_texts(language: Language) -> Loading {
    Loading::of_text(FindingTexts::file(language), move |text| match FindingTexts::read(language, text) {
        Ok(texts) => Ok(Loading::Done(FileAction::FindingTextsArrived(Rc::new(texts)))),
        Err(error) => Err(error.to_string()),
    })
}

/// The product names its provider, and the provider its table of scopes.
fn guide(id: String, language: Language) -> Loading {
    Loading::of_json(Product::file(&id), move |product: Product| {
        Loading::of_json(ProductProse::file(&id, language.code()), move |prose: ProductProse| {
            Loading::of_json(Provider::file(&product.provider), move |provider: Provider| {
                let file = ProviderProse::file(&product.provider, language.code());
                Loading::of_json(file, move |provider_prose: ProviderProse| {
                    let table = provider.scope_table.as_deref().map(ScopeTable::file);
                    let done = move |scopes: Option<ScopeTable>| {
                        let language_name = language.code().to_owned();
                        let guide = Guide { product, language: language_name, prose, provider, provider_prose, scopes };
                        let guide = Rc::new(guide);
                        Loading::Done(FileAction::GuideArrived { id, language, guide })
                    };
                    match table {
                        Some(table) => Loading::of_json(table, |scopes| done(Some(scopes))),
                        None => done(None),
                    }
                })
            })
        })
    })
}

fn errors(name: String, language: Language) -> Loading {
    Loading::of_json(ErrorTable::file(&name), move |table: ErrorTable| {
        Loading::of_json(ErrorProse::file(&name, language.code()), move |prose: ErrorProse| {
            Loading::Done(FileAction::ErrorsArrived(language, Rc::new(ErrorFiles { table, prose })))
        })
    })
}

fn chooser(name: String, language: Language) -> Loading {
    Loading::of_json(Chooser::file(&name), move |chooser: Chooser| {
        Loading::of_json(ChooserProse::file(&name, language.code()), move |prose: ChooserProse| {
            Loading::Done(FileAction::ChooserArrived(language, Rc::new(ChooserFiles { chooser, prose })))
        })
    })
}

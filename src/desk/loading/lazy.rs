//! What the lazy part of the program loads.

use std::rc::Rc;

use super::{Loading, ProseFiles, Resource};
use crate::catalog::{
    Card, Chooser, ChooserProse, ErrorProse, ErrorTable, Fault, File, FileName, Guide, Problem, Product, ProductProse,
    Provider, ProviderProse, ScopeTable, SearchWords,
};
use crate::desk::card::{CardFiles, ProviderFiles};
use crate::desk::finding_page::{FindingExamples, FindingFiles};
use crate::desk::{ChooserFiles, ErrorFiles, FileAction, LoadedGuide};
use crate::texts::{FindingTexts, Language, LaterTexts};

impl Resource {
    /// How it is loaded, by whichever part of the program; `None` for the lazy part itself, which is no file to be
    /// read.
    #[must_use]
    pub fn loading(self) -> Option<Loading> {
        Some(match self {
            Resource::Texts(_)
            | Resource::About(..)
            | Resource::Index
            | Resource::Local
            | Resource::Words
            | Resource::Lazy => {
                return self.first_loading();
            }
            Resource::LaterTexts(language) => later_texts(language),
            Resource::Added(id) => added(id),
            Resource::FindingTexts(language) => finding_texts(language),
            Resource::FindingFiles(language) => finding_files(language),
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
            Resource::Guide(id, language, files) => guide(id, language, files),
            Resource::CardFiles { provider, own_server, language } => card_files(provider, own_server, language),
            Resource::Errors(name, language) => errors(name, language),
            Resource::Chooser(name, language) => chooser(name, language),
        })
    }
}

/// A product that a host has added: its card is made here, because the list of products does not have it.
fn added(id: FileName) -> Loading {
    let file = Product::file(&id);
    Loading::of_text(file.clone(), move |text| {
        let product: Product = File { name: &file, text }.read().map_err(|fault| fault.to_string())?;
        if product.id != id {
            return Err(other_id(&id, &product).to_string());
        }
        let card = Card { added: Some(SearchWords::of(&product)), ..Card::of(&product) };
        Ok(Loading::Done(FileAction::AddedArrived(Rc::new(card))))
    })
}

fn later_texts(language: Language) -> Loading {
    let arrived = |texts| Loading::Done(FileAction::LaterTextsArrived(Rc::new(texts)));
    if language == Language::ENGLISH {
        return arrived(LaterTexts::english());
    }
    Loading::of_text(LaterTexts::file(language), move |text| match LaterTexts::read(language, text) {
        Ok(texts) => Ok(arrived(texts)),
        Err(error) => Err(error.to_string()),
    })
}

fn finding_texts(language: Language) -> Loading {
    Loading::of_text(FindingTexts::file(language), move |text| match FindingTexts::read(language, text) {
        Ok(texts) => Ok(Loading::Done(FileAction::FindingTextsArrived(Rc::new(texts)))),
        Err(error) => Err(error.to_string()),
    })
}

/// The examples are the same in every language.
fn finding_files(language: Language) -> Loading {
    Loading::of_text(FindingFiles::EXAMPLES.to_owned(), move |text| {
        let examples = FindingExamples::read(text)?;
        let then = move |text: &str| {
            let files = FindingFiles::read(language, examples, text)?;
            Ok(Loading::Done(FileAction::FindingFilesArrived(Rc::new(files))))
        };
        Ok(Loading::of_text(FindingFiles::meanings(language), then))
    })
}

/// The product names its provider, and the provider its table of scopes.
fn guide(id: String, language: Language, files: ProseFiles) -> Loading {
    Loading::of_json(Product::file(&id), move |product: Product| {
        let rest = {
            let id = id.clone();
            move |prose: ProductProse, count: usize| {
                Loading::of_json(Provider::file(&product.provider), move |provider: Provider| {
                    let file = ProviderProse::file(&product.provider, language.code());
                    Loading::of_json(file, move |provider_prose: ProviderProse| {
                        let table = provider.scope_table.as_deref().map(ScopeTable::file);
                        let language_code = language.code().to_owned();
                        let done = move |scopes: Option<ScopeTable>| {
                            let guide = Guide {
                                product,
                                language: language_code,
                                prose,
                                provider: Rc::new(provider),
                                provider_prose: Rc::new(provider_prose),
                                scopes: scopes.map(Rc::new),
                            };
                            arrived(id, language, guide, count)
                        };
                        match table {
                            Some(table) => Loading::of_json(table, |scopes| done(Some(scopes))),
                            None => done(None),
                        }
                    })
                })
            }
        };
        let own = ProductProse::file(&id, language.code());
        let english = ProductProse::file(&id, Language::ENGLISH.code());
        match files {
            ProseFiles::Own => Loading::of_json(own, move |prose| rest(prose, 0)),
            ProseFiles::OwnAndEnglish => Loading::of_json(own, move |prose| completed(english, prose, rest)),
            ProseFiles::English => completed(english, ProductProse::default(), rest),
            ProseFiles::Unknown => Loading::of_optional_json(own, move |prose| completed(english, prose, rest)),
        }
    })
}

/// Puts the English sentences in the places of those that are missing, and goes on with their number.
fn completed(
    english: String,
    mut prose: ProductProse,
    rest: impl FnOnce(ProductProse, usize) -> Loading + 'static,
) -> Loading {
    Loading::of_json(english, move |english: ProductProse| {
        let count = prose.complete(&english);
        rest(prose, count)
    })
}

/// The providers that a card can be for: that of the tools, and that of the guide for a server of one's own.
fn card_files(provider: FileName, own_server: Option<FileName>, language: Language) -> Loading {
    provider_files(provider, language, move |first| {
        let done =
            move |providers| Loading::Done(FileAction::CardFilesArrived(language, Rc::new(CardFiles { providers })));
        let Some(own_server) = own_server else { return done(vec![first]) };
        Loading::of_json(Product::file(&own_server), move |product: Product| {
            provider_files(product.provider, language, move |second| done(vec![first, second]))
        })
    })
}

fn provider_files(
    name: FileName,
    language: Language,
    then: impl FnOnce(ProviderFiles) -> Loading + 'static,
) -> Loading {
    Loading::of_json(Provider::file(&name), move |provider: Provider| {
        Loading::of_json(ProviderProse::file(&name, language.code()), move |prose: ProviderProse| {
            let table = provider.scope_table.as_deref().map(ScopeTable::file);
            let done = move |scopes: Option<ScopeTable>| {
                let (provider, prose) = (Rc::new(provider), Rc::new(prose));
                then(ProviderFiles { provider, prose, scopes: scopes.map(Rc::new) })
            };
            match table {
                Some(table) => Loading::of_json(table, |scopes| done(Some(scopes))),
                None => done(None),
            }
        })
    })
}

/// All files of a guide are there: what they lack is told, and what is there is shown.
fn arrived(id: String, language: Language, guide: Guide, untranslated: usize) -> Loading {
    let mut faults = guide.check().err().unwrap_or_default();
    if *guide.product.id != *id {
        faults.push(other_id(&id, &guide.product));
    }
    let guide = LoadedGuide { id, language, guide: Rc::new(guide), untranslated, faults: faults.into() };
    Loading::Done(FileAction::GuideArrived(guide))
}

fn other_id(id: &str, product: &Product) -> Fault {
    let problem = Problem::Unknown { name: product.id.to_string(), listed_in: format!("the file, {id}") };
    Fault { file: Product::file(id), place: "id".to_owned(), problem }
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

//! What the first part of the program loads.

use std::rc::Rc;

use super::{Loading, Resource};
use crate::catalog::{Index, Local, SearchWords};
use crate::desk::FileAction;
use crate::texts::{Language, Texts};

impl Resource {
    /// How the first part of the program loads it; `None` for what the lazy part loads ([`Resource::loading`]), and for
    /// that part itself, which is no file to be read.
    #[must_use]
    pub fn first_loading(&self) -> Option<Loading> {
        Some(match *self {
            // They are built in.
            Resource::Texts(language) if language == Language::ENGLISH => {
                Loading::Done(FileAction::TextsArrived(Rc::new(Texts::english())))
            }
            Resource::Texts(language) => {
                Loading::of_text(Texts::file(language), move |text| match Texts::read(language, text) {
                    Ok(texts) => Ok(Loading::Done(FileAction::TextsArrived(Rc::new(texts)))),
                    Err(error) => Err(error.to_string()),
                })
            }
            Resource::About(about, language) => {
                Loading::of_json(Texts::about_file(about.name(), language), move |paragraphs| {
                    Loading::Done(FileAction::AboutArrived(about, language, Rc::new(paragraphs)))
                })
            }
            Resource::Index => Loading::of_json(Index::FILE.to_owned(), |index| {
                Loading::Done(FileAction::IndexArrived(Rc::new(index)))
            }),
            Resource::Local => Loading::of_optional_json(Local::FILE.to_owned(), |local| {
                Loading::Done(FileAction::LocalArrived(Rc::new(local)))
            }),
            Resource::Words => Loading::of_json(SearchWords::FILE.to_owned(), |words| {
                Loading::Done(FileAction::WordsArrived(Rc::new(words)))
            }),
            Resource::Lazy
            | Resource::LaterTexts(_)
            | Resource::Added(_)
            | Resource::FindingTexts(_)
            | Resource::FindingFiles(_)
            | Resource::Provider(_)
            | Resource::ProviderProse(..)
            | Resource::Scopes(_)
            | Resource::Guide(..)
            | Resource::CardFiles { .. }
            | Resource::Errors(..)
            | Resource::Chooser(..) => return None,
        })
    }
}

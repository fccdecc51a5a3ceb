//! The part of the program that is loaded when it is first needed.
//!
//! The start view needs no reader, no command and no guide, so a first visit does not load them. The desk calls them
//! through these pointers, which only that part can give (`page::lazy`): whatever the first part called by its name
//! would become part of it.

use std::rc::Rc;

use super::effect::Effect;
use super::loading::{Loading, lazily_wanted};
use super::parts::cover::{self, Cover};
use super::update::enter;
use super::{Desk, EnterAction, Field, Resource, finding_page, guide};
use crate::texts::{Formats, Language, LaterTexts};

/// What the lazy part does for the desk. A program that is not split has it from the start: [`Lazy::all`].
#[derive(Clone, Copy, Debug)]
pub struct Lazy {
    pub(super) enter: fn(&mut Desk, EnterAction) -> Effect,
    pub(super) read_anything: fn(&mut Desk),
    pub(super) wanted: fn(&Desk) -> Vec<Resource>,
    pub(super) cover: fn(&Desk, Field) -> Cover,
    pub(super) offered_redirects: fn(&Desk) -> Vec<String>,
    pub(super) settle: fn(&mut Desk, Option<&[String]>),
    /// The heading of a view of that part, once its sentences are there.
    pub(super) heading: fn(&Desk) -> Option<String>,
    /// The English sentences of that part.
    pub(super) english: fn() -> LaterTexts,
    /// How a language writes numbers, dates and lists, where there is a browser that knows it.
    pub formats: fn(Language) -> Option<Rc<dyn Formats>>,
    /// [`Resource::loading`].
    pub loading: fn(Resource) -> Option<Loading>,
}

impl Lazy {
    /// All of it. Only the lazy part may call this.
    #[must_use]
    pub fn all() -> Lazy {
        Lazy {
            enter: enter::act,
            read_anything: enter::reader::read_anything,
            wanted: lazily_wanted,
            cover: cover::cover,
            offered_redirects: guide::offered_redirects,
            settle: enter::settle,
            heading: finding_page::heading,
            english: LaterTexts::english,
            formats: |_| None,
            loading: Resource::loading,
        }
    }
}

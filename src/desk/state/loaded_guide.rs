//! A guide, and what is to be said of its files.

use std::rc::Rc;

use crate::catalog::{Fault, Guide};
use crate::texts::Language;

/// The files of a product and its provider, once they arrived.
#[derive(Clone, Debug)]
pub struct LoadedGuide {
    /// The name of the product's file in the catalog.
    pub id: String,
    /// The language that was requested.
    pub language: Language,
    /// Facts and sentences of the product and its provider.
    pub guide: Rc<Guide>,
    /// How many sentences are English, in the place of those that the language lacks.
    pub untranslated: usize,
    /// What the files have wrong: none of it is shown.
    pub faults: Rc<[Fault]>,
}

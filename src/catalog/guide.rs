//! A product, its provider and their prose, read together.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use super::page::by_page;
use super::{
    Fault, Page, Product, ProductProse, Provider, ProviderProse, ScopeTable, Sentence, Sketch, Source, Task, Variant,
};
use crate::named::Named;

/// Everything that the guide of a product is made from.
#[derive(Debug, PartialEq)]
pub struct Guide {
    /// The product's facts.
    pub product: Product,
    /// The language of the prose, as in the names of the files.
    pub language: String,
    /// The product's sentences.
    pub prose: ProductProse,
    /// The provider's facts.
    pub provider: Rc<Provider>,
    /// The provider's sentences.
    pub provider_prose: Rc<ProviderProse>,
    /// The provider's scopes, where it has a table.
    pub scopes: Option<Rc<ScopeTable>>,
}

/// A line of a step with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct GuideLine<'g> {
    /// Its name in the variant's list: the key under which the state of its checkbox is kept.
    pub name: &'g str,
    /// The facts: kind, sources, and what is shown below the sentence.
    pub task: &'g Task,
    /// The sentence, with the marks of the prose.
    pub sentence: &'g Sentence,
    sources: &'g Named<Source>,
}

impl<'g> GuideLine<'g> {
    /// Whether it is a note on that one.
    #[must_use]
    pub fn is_about(&self, other: &GuideLine<'_>) -> bool {
        let prefix = if self.name.starts_with(PROVIDER_PREFIX) { PROVIDER_PREFIX } else { "" };
        self.task.about.iter().any(|about| other.name.strip_prefix(prefix) == Some(about))
    }

    /// Where the facts of this line were read.
    #[must_use]
    pub fn sources(&self) -> Vec<&'g Source> {
        self.task.source.iter().filter_map(|name| self.sources.get(name)).collect()
    }
}

/// The name and the text of a file of the catalog.
#[derive(Clone, Copy, Debug)]
pub struct File<'f> {
    /// Its path, below `www/`.
    pub name: &'f str,
    /// Its content, not yet parsed.
    pub text: &'f str,
}

impl File<'_> {
    /// Reads it as JSON of exactly this shape.
    ///
    /// # Errors
    ///
    /// The first place where the text is not JSON, has an unknown key, or lacks one, as a line and column.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, Fault> {
        serde_json::from_str(self.text).map_err(|error| Fault::unreadable(self, &error))
    }
}

/// What the name of a line begins with if it is one of the provider's.
pub(super) const PROVIDER_PREFIX: &str = "provider/";

impl Guide {
    /// The variant with that `id`, or else the recommended one, which is the first.
    #[must_use]
    pub fn variant(&self, id: Option<&str>) -> Option<&Variant> {
        let named = id.and_then(|id| self.product.variants.iter().find(|variant| variant.id == id));
        named.or_else(|| self.product.variants.first())
    }

    /// The lines that a list of a variant names: `name` is the product's, `provider/name` the provider's. A name that
    /// refers to nothing is skipped, and is a fault of the file ([`Guide::check`]).
    pub fn lines<'g>(&'g self, names: &'g [String]) -> impl Iterator<Item = GuideLine<'g>> {
        names.iter().filter_map(|name| self.line(name))
    }

    /// The lines that create the app of a variant, page by page.
    #[must_use]
    pub fn pages<'g>(&'g self, variant: &'g Variant) -> Vec<(Page, Vec<GuideLine<'g>>)> {
        by_page(self.lines(&variant.create))
    }

    /// The sketches of the provider's pages for a line, each with the provider's own name of the line.
    pub fn sketches<'g>(&'g self, line: &'g str) -> impl Iterator<Item = (&'g str, &'g Sketch)> {
        let task = line.strip_prefix(PROVIDER_PREFIX);
        let of = move |sketch| task.map(|task| (task, sketch));
        self.provider.sketches.iter().filter_map(of).filter(|(task, sketch)| sketch.is_for(task))
    }

    /// Whether there is a line of that name.
    pub(super) fn has_task(&self, name: &str) -> bool {
        match name.strip_prefix(PROVIDER_PREFIX) {
            Some(key) => self.provider.tasks.contains_key(key),
            None => self.product.tasks.contains_key(name),
        }
    }

    fn line<'g>(&'g self, name: &'g str) -> Option<GuideLine<'g>> {
        let (tasks, sentences, sources, key) = match name.strip_prefix(PROVIDER_PREFIX) {
            Some(key) => (&self.provider.tasks, &self.provider_prose.tasks, &self.provider.sources, key),
            None => (&self.product.tasks, &self.prose.tasks, &self.product.sources, name),
        };
        Some(GuideLine { name, task: tasks.get(key)?, sentence: sentences.get(key)?, sources })
    }
}

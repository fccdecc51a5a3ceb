//! Checking the files of a guide against each other: what the page could not show is named, with its file and its place.

mod facts;
mod prose;
mod provider;
mod templates;
mod variant;

use super::{Fault, Guide, Problem, Product, ProductProse, Provider, What};

impl Guide {
    /// Checks the files against each other.
    ///
    /// # Errors
    ///
    /// Every name that refers to nothing, every sentence without its fact and every fact without its English sentence,
    /// each scope that is not in the table, each template that nothing fills, each variant that lacks what its lines
    /// show, and whatever occurs twice where it can only be there once.
    pub fn check(&self) -> Result<(), Vec<Fault>> {
        let mut faults = Faults { guide: self, found: Vec::new() };
        faults.facts();
        faults.prose();
        faults.provider();
        for variant in &self.product.variants {
            faults.variant(variant);
        }
        if faults.found.is_empty() { Ok(()) } else { Err(faults.found) }
    }
}

/// Where the names of lines are listed.
const TASKS: &str = "`tasks`, here or (with `provider/`) of the provider";

/// Collects the faults of a guide.
struct Faults<'g> {
    guide: &'g Guide,
    found: Vec<Fault>,
}

impl<'g> Faults<'g> {
    fn facts_file(&self) -> String {
        Product::file(&self.guide.product.id)
    }

    /// The file that must have every sentence.
    fn english_file(&self) -> String {
        ProductProse::file(&self.guide.product.id, "en")
    }

    /// The file that a sentence is from.
    fn prose_file(&self, is_foreign: bool) -> String {
        let language = if is_foreign { "en" } else { &self.guide.language };
        ProductProse::file(&self.guide.product.id, language)
    }

    fn provider_file(&self) -> String {
        Provider::file(&self.guide.provider.id)
    }

    fn add(&mut self, file: String, place: impl Into<String>, problem: Problem) {
        self.found.push(Fault { file, place: place.into(), problem });
    }

    /// A fault of the product's facts.
    fn of_facts(&mut self, place: impl Into<String>, problem: Problem) {
        self.add(self.facts_file(), place, problem);
    }

    fn superfluous(&mut self, place: impl Into<String>, is_superfluous: bool, what: impl Into<What>) {
        if is_superfluous {
            self.of_facts(place, Problem::Superfluous(what.into()));
        }
    }

    fn missing(&mut self, place: impl Into<String>, is_missing: bool, what: impl Into<What>) {
        if is_missing {
            self.of_facts(place, Problem::Missing(what.into()));
        }
    }

    fn known(&mut self, place: impl Into<String>, name: &str, is_known: bool, listed_in: &str) {
        if !is_known {
            let problem = Problem::Unknown { name: name.to_owned(), listed_in: listed_in.to_owned() };
            self.of_facts(place, problem);
        }
    }

    fn sources(&mut self, place: &str, names: &[String]) {
        for name in names {
            let is_known = self.guide.product.sources.contains_key(name);
            self.known(format!("{place}.source"), name, is_known, "`sources`");
        }
    }

    fn lines(&mut self, place: &str, names: &[String]) {
        for name in names {
            self.known(place, name, self.guide.has_task(name), TASKS);
        }
        self.once(place, names.iter().map(String::as_str));
    }

    /// What a line is a note on; `prefix` is what a list puts before the names of that file.
    fn about(&mut self, file: String, place: &str, names: &[String], prefix: &str) {
        for name in names.iter().filter(|name| !self.guide.has_task(&[prefix, name.as_str()].concat())) {
            let problem = Problem::Unknown { name: name.clone(), listed_in: TASKS.into() };
            self.add(file.clone(), format!("{place}.about"), problem);
        }
    }

    fn once<'n>(&mut self, place: &str, names: impl Iterator<Item = &'n str>) {
        let mut seen: Vec<&str> = Vec::new();
        for name in names {
            if seen.contains(&name) {
                self.of_facts(format!("{place}.{name}"), Problem::Twice);
            }
            seen.push(name);
        }
    }
}

//! Checking a file of facts against its own lists and against its file of sentences.

use super::{Fault, Problem, Source};
use crate::named::Named;

/// Collects the faults of a pair of files.
pub(super) struct Matching {
    facts: String,
    prose: String,
    found: Vec<Fault>,
}

impl Matching {
    pub(super) fn new(facts: String, prose: String) -> Matching {
        Matching { facts, prose, found: Vec::new() }
    }

    /// A fault of the facts.
    pub(super) fn add(&mut self, place: &str, problem: Problem) {
        self.found.push(Fault { file: self.facts.clone(), place: place.to_owned(), problem });
    }

    pub(super) fn known(&mut self, place: &str, name: &str, is_known: bool, listed_in: &str) {
        if !is_known {
            self.add(place, Problem::Unknown { name: name.to_owned(), listed_in: listed_in.to_owned() });
        }
    }

    /// There is a source, and each is listed.
    pub(super) fn sourced(&mut self, place: &str, names: &[String], sources: &Named<Source>) {
        if names.is_empty() {
            self.add(place, Problem::Missing("`source`".into()));
        }
        for name in names {
            self.known(place, name, sources.contains_key(name), "`sources`");
        }
    }

    /// No name occurs twice.
    pub(super) fn once<'n>(&mut self, place: &str, names: impl Iterator<Item = &'n str>) {
        let mut seen: Vec<&str> = Vec::new();
        for name in names {
            if seen.contains(&name) {
                self.add(&format!("{place}.{name}"), Problem::Superfluous("a name that is there already".into()));
            }
            seen.push(name);
        }
    }

    /// Each fact has its sentence, and vice versa.
    pub(super) fn matched<'n>(
        &mut self,
        place: &str,
        facts: impl Iterator<Item = &'n String>,
        sentences: impl Iterator<Item = &'n String>,
    ) {
        let (facts, sentences): (Vec<_>, Vec<_>) = (facts.collect(), sentences.collect());
        for name in facts.iter().filter(|name| !sentences.contains(name)) {
            let problem = Problem::Unmatched { name: (*name).clone(), missing_in: self.prose.clone() };
            self.add(place, problem);
        }
        for name in sentences.iter().filter(|name| !facts.contains(name)) {
            let problem = Problem::Unmatched { name: (*name).clone(), missing_in: self.facts.clone() };
            self.found.push(Fault { file: self.prose.clone(), place: place.to_owned(), problem });
        }
    }

    pub(super) fn done(self) -> Result<(), Vec<Fault>> {
        if self.found.is_empty() { Ok(()) } else { Err(self.found) }
    }
}

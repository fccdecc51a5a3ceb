use super::Faults;
use crate::catalog::{Problem, Sentence, ValueContent, Variant, VariantProse, What};
use crate::named::Named;

impl Faults<'_> {
    /// Each fact has its English sentence, and no sentence is about something else.
    pub(super) fn prose(&mut self) {
        let guide = self.guide;
        let (product, prose) = (&guide.product, &guide.prose);
        if prose.summary.is_empty() {
            self.add(self.english_file(), "summary", Problem::Missing(What::Sentence));
        }
        self.matched("tasks", product.tasks.keys(), &prose.tasks);
        self.matched("corrections", product.corrections.iter().map(|one| &one.id), &prose.corrections);
        let sets = product.variants.iter().flat_map(|variant| &variant.scopes).map(|set| &set.id);
        self.matched("scope_sets", sets, &prose.scope_sets);
        self.input_prose();
        self.variant_prose();
        self.value_prose();
        let blocks: Vec<&String> =
            product.variants.iter().flat_map(|variant| &variant.blocks).map(|block| &block.id).collect();
        for (name, sentence) in &prose.blocks {
            self.about_something("blocks", name, sentence, blocks.contains(&name));
        }
    }

    fn matched<'n>(&mut self, place: &str, facts: impl Iterator<Item = &'n String>, sentences: &Named<Sentence>) {
        let facts: Vec<&String> = facts.collect();
        let mut told: Vec<&String> = Vec::new();
        for name in &facts {
            if !told.contains(name) {
                self.has_sentence(place, name, sentences.get(name));
                told.push(name);
            }
        }
        for (name, sentence) in sentences {
            self.about_something(place, name, sentence, facts.contains(&name));
        }
    }

    fn has_sentence(&mut self, place: &str, name: &str, sentence: Option<&Sentence>) {
        if sentence.is_none_or(Sentence::is_empty) {
            let problem = Problem::Unmatched { name: name.to_owned(), missing_in: self.english_file() };
            self.of_facts(place, problem);
        }
    }

    fn about_something(&mut self, place: &str, name: &str, sentence: &Sentence, is_fact: bool) {
        if !is_fact {
            let problem = Problem::Unmatched { name: name.to_owned(), missing_in: self.facts_file() };
            self.add(self.prose_file(sentence.is_foreign()), place, problem);
        }
    }

    fn input_prose(&mut self) {
        let (inputs, prose) = (&self.guide.product.inputs, &self.guide.prose.inputs);
        for (name, input) in inputs {
            let label = prose.get(name).map(|prose| &prose.label);
            let place = format!("inputs.{name}.label");
            if input.label.is_none() {
                self.has_sentence(&place, name, label);
            } else if let Some(label) = label.filter(|label| !label.is_empty()) {
                self.add(
                    self.prose_file(label.is_foreign()),
                    place,
                    Problem::Superfluous("`label`, as in the facts,".into()),
                );
            }
        }
        for (name, prose) in prose {
            let sentence = if prose.label.is_empty() { &prose.note } else { &prose.label };
            self.about_something("inputs", name, sentence, inputs.contains_key(name));
        }
    }

    fn variant_prose(&mut self) {
        let (variants, prose) = (&self.guide.product.variants, &self.guide.prose.variants);
        for variant in variants {
            let prose = prose.get(&variant.id);
            self.has_sentence("variants", &variant.id, prose.map(|prose| &prose.name));
            if let Some(prose) = prose {
                self.one_variant_prose(variant, prose, variants.len() > 1);
            }
        }
        for (id, prose) in prose {
            self.about_something("variants", id, &prose.name, variants.iter().any(|variant| variant.id == *id));
        }
    }

    fn one_variant_prose(&mut self, variant: &Variant, prose: &VariantProse, is_one_of_several: bool) {
        // A way without a pair says so where another way needs one.
        let has_pair = self.guide.product.variants.iter().any(|one| one.redundant_pair);
        let sentences = [
            ("when", &prose.when, is_one_of_several, true),
            ("redirect", &prose.redirect, variant.redirect.is_some(), true),
            ("events", &prose.events, variant.events.is_some(), false),
            ("pair", &prose.pair, has_pair, true),
        ];
        for (key, sentence, has_place, is_needed) in sentences {
            let place = format!("variants.{}.{key}", variant.id);
            if has_place && is_needed && sentence.is_empty() {
                self.add(self.english_file(), place, Problem::Missing(What::Sentence));
            } else if !has_place && !sentence.is_empty() {
                let problem = Problem::Superfluous("a sentence that no view shows".into());
                self.add(self.prose_file(sentence.is_foreign()), place, problem);
            }
        }
    }

    fn value_prose(&mut self) {
        let (variants, prose) = (&self.guide.product.variants, &self.guide.prose.values);
        let mut names = Vec::new();
        for variant in variants {
            for value in &variant.values {
                let name = variant.value_name(value);
                if value.content() == ValueContent::Own && !names.contains(&name) {
                    self.has_sentence("values", &name, prose.get(&name));
                }
                names.push(name);
            }
        }
        for (name, sentence) in prose {
            self.about_something("values", name, sentence, names.contains(name));
        }
    }
}

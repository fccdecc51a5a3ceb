//! A product, its provider and their prose, read together and checked against each other.

use serde::de::DeserializeOwned;

use super::{
    Choice, Fault, Flow, GrantType, Problem, Product, ProductProse, Provider, ProviderProse, ScopeSet, ScopeTable,
    Shows, Source, Task, Variant,
};
use crate::named::Named;

/// Everything that the guide of a product is made from.
#[derive(Debug, PartialEq)]
pub struct Guide {
    /// The product's facts.
    pub product: Product,
    /// The product's sentences.
    pub prose: ProductProse,
    /// The provider's facts.
    pub provider: Provider,
    /// The provider's sentences.
    pub provider_prose: ProviderProse,
    /// The provider's scopes, where it has a table.
    pub scopes: Option<ScopeTable>,
}

/// A line of a step with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct GuideLine<'g> {
    /// Its name in the variant's list: the key under which the state of its checkbox is kept.
    pub name: &'g str,
    /// The facts: kind, sources, and what is shown below the sentence.
    pub task: &'g Task,
    /// The sentence in the language of the guide, with the marks of the prose.
    pub sentence: &'g str,
    sources: &'g Named<Source>,
}

impl<'g> GuideLine<'g> {
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

const PROVIDER_PREFIX: &str = "provider/";

impl Guide {
    /// Checks the files against each other.
    ///
    /// # Errors
    ///
    /// Every name that refers to nothing, every sentence without its fact and every fact without its sentence, each
    /// scope that is not in the table, each variant that lacks what its flow needs.
    pub fn check(&self) -> Result<(), Vec<Fault>> {
        let mut faults = Faults { guide: self, found: Vec::new() };
        faults.names();
        faults.prose();
        faults.api();
        for variant in &self.product.variants {
            faults.variant(variant);
        }
        if faults.found.is_empty() { Ok(()) } else { Err(faults.found) }
    }

    /// The variant with that `id`, or else the recommended one, which is the first.
    #[must_use]
    pub fn variant(&self, id: Option<&str>) -> Option<&Variant> {
        let named = id.and_then(|id| self.product.variants.iter().find(|variant| variant.id == id));
        named.or_else(|| self.product.variants.first())
    }

    /// The lines that a list of a variant names: `name` is the product's, `provider/name` the provider's. A name that
    /// refers to nothing is skipped.
    pub fn lines<'g>(&'g self, names: &'g [String]) -> impl Iterator<Item = GuideLine<'g>> {
        names.iter().filter_map(|name| self.line(name))
    }

    fn line<'g>(&'g self, name: &'g str) -> Option<GuideLine<'g>> {
        let (tasks, sentences, sources, key) = match name.strip_prefix(PROVIDER_PREFIX) {
            Some(key) => (&self.provider.tasks, &self.provider_prose.tasks, &self.provider.sources, key),
            None => (&self.product.tasks, &self.prose.tasks, &self.product.sources, name),
        };
        Some(GuideLine { name, task: tasks.get(key)?, sentence: sentences.get(key)?, sources })
    }
}

impl Flow {
    /// Whether the admin authorizes the app and gets an authorization code on the page.
    #[must_use]
    pub fn brings_code(self) -> bool {
        self.by_hand && self.grant == GrantType::AuthorizationCode
    }
}

impl Variant {
    /// Whether the app shows an Account ID to copy.
    #[must_use]
    pub fn has_account_id(&self) -> bool {
        self.flow.grant == GrantType::AccountCredentials
    }

    /// The scopes that an app can be created with at first: the sets that are selected, with each one that can be
    /// chosen, and the classic ones of an older app.
    fn scope_selections(&self) -> impl Iterator<Item = Vec<&str>> {
        let of = |choices: &'static [Choice]| self.scopes.iter().filter(|set| choices.contains(&set.choice));
        let ticked: Vec<&str> = of(&[Choice::Always, Choice::On]).flat_map(names_of).collect();
        let mut all: Vec<Vec<&str>> =
            of(&[Choice::OneOf]).map(|set| [ticked.clone(), names_of(set)].concat()).collect();
        if all.is_empty() {
            all.push(ticked);
        }
        all.push(self.classic.iter().map(String::as_str).collect());
        all.into_iter().filter(|names| !names.is_empty())
    }
}

fn names_of(set: &ScopeSet) -> Vec<&str> {
    set.names.iter().map(String::as_str).collect()
}

struct Faults<'g> {
    guide: &'g Guide,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn facts_file(&self) -> String {
        Product::file(&self.guide.product.id)
    }

    fn prose_file(&self) -> String {
        format!("the prose of {} (catalog/products/{0}.<language>.json)", self.guide.product.id)
    }

    fn provider_file(&self) -> String {
        Provider::file(&self.guide.provider.id)
    }

    fn add(&mut self, file: String, place: impl Into<String>, problem: Problem) {
        self.found.push(Fault { file, place: place.into(), problem });
    }

    fn known(&mut self, place: String, name: &str, is_known: bool, listed_in: &str) {
        if !is_known {
            let problem = Problem::Unknown { name: name.to_owned(), listed_in: listed_in.to_owned() };
            self.add(self.facts_file(), place, problem);
        }
    }

    fn matched<'n>(
        &mut self,
        place: &str,
        facts: impl Iterator<Item = &'n String>,
        sentences: impl Iterator<Item = &'n String>,
    ) {
        self.match_names(place, &facts.collect::<Vec<_>>(), &sentences.collect::<Vec<_>>());
    }

    fn match_names(&mut self, place: &str, facts: &[&String], sentences: &[&String]) {
        for name in facts.iter().filter(|name| !sentences.contains(name)) {
            let problem = Problem::Unmatched { name: (*name).clone(), missing_in: self.prose_file() };
            self.add(self.facts_file(), place, problem);
        }
        for name in sentences.iter().filter(|name| !facts.contains(name)) {
            let problem = Problem::Unmatched { name: (*name).clone(), missing_in: self.facts_file() };
            self.add(self.prose_file(), place, problem);
        }
    }

    fn sources(&mut self, place: String, names: &[String]) {
        for name in names {
            let is_known = self.guide.product.sources.contains_key(name);
            self.known(place.clone(), name, is_known, "`sources`");
        }
    }

    fn names(&mut self) {
        let guide = self.guide;
        if guide.product.provider != guide.provider.id {
            self.known("provider".into(), &guide.product.provider, false, "catalog/providers/");
        }
        if guide.product.variants.is_empty() {
            self.add(self.facts_file(), "variants", Problem::Missing("at least one variant"));
        }
        for (name, task) in &guide.product.tasks {
            self.sources(format!("tasks.{name}.source"), &task.source);
            let used = guide.product.variants.iter().any(|variant| {
                [&variant.create, &variant.credentials, &variant.enter].iter().any(|list| list.contains(name))
            });
            if !used {
                self.add(self.facts_file(), format!("tasks.{name}"), Problem::Superfluous("a task that no step names"));
            }
            if guide.provider.tasks.contains_key(name) {
                self.add(self.facts_file(), format!("tasks.{name}"), Problem::Superfluous("a name the provider has"));
            }
        }
        for (name, task) in &guide.provider.tasks {
            for source in &task.source {
                if !guide.provider.sources.contains_key(source) {
                    let problem = Problem::Unknown { name: source.clone(), listed_in: "`sources`".into() };
                    self.add(self.provider_file(), format!("tasks.{name}.source"), problem);
                }
            }
        }
        for correction in &guide.product.corrections {
            self.sources(format!("corrections.{}.source", correction.id), &correction.source);
        }
    }

    fn prose(&mut self) {
        let guide = self.guide;
        let (product, prose) = (&guide.product, &guide.prose);
        self.matched("tasks", product.tasks.keys(), prose.tasks.keys());
        self.matched("corrections", product.corrections.iter().map(|one| &one.id), prose.corrections.keys());
        self.matched("variants", product.variants.iter().map(|one| &one.id), prose.variants.keys());
        let sets = product.variants.iter().flat_map(|variant| &variant.scopes).map(|set| &set.id);
        self.matched("scope_sets", sets, prose.scope_sets.keys());
        let explained =
            product.variants.iter().flat_map(|variant| &variant.values).filter(|value| value.template.is_none());
        for value in explained {
            if !prose.values.contains_key(&value.label) {
                let problem = Problem::Unmatched { name: value.label.clone(), missing_in: self.prose_file() };
                self.add(self.facts_file(), "values", problem);
            }
        }
        for label in prose.values.keys() {
            if !product.variants.iter().flat_map(|variant| &variant.values).any(|value| value.label == *label) {
                let problem = Problem::Unmatched { name: label.clone(), missing_in: self.facts_file() };
                self.add(self.prose_file(), "values", problem);
            }
        }
        for name in guide.provider.tasks.keys().filter(|name| !guide.provider_prose.tasks.contains_key(name)) {
            let problem = Problem::Unmatched { name: name.clone(), missing_in: "the provider's prose".into() };
            self.add(self.provider_file(), "tasks", problem);
        }
        for name in guide.provider.apps.keys().filter(|name| !guide.provider_prose.apps.contains_key(name)) {
            let problem = Problem::Unmatched { name: name.clone(), missing_in: "the provider's prose".into() };
            self.add(self.provider_file(), "apps", problem);
        }
        let modes = guide.provider.redirect_modes.iter().map(|mode| &mode.id);
        for name in modes.filter(|name| !guide.provider_prose.redirect_modes.contains_key(name)) {
            let problem = Problem::Unmatched { name: name.clone(), missing_in: "the provider's prose".into() };
            self.add(self.provider_file(), "redirect_modes", problem);
        }
    }

    fn api(&mut self) {
        let guide = self.guide;
        let Some(api) = &guide.provider.api else { return };
        let host = api.url.strip_prefix("https://").unwrap_or_default();
        if host.is_empty() || host.contains(['/', '?', '#']) {
            self.add(self.provider_file(), "api.url", Problem::Missing("an address with https and without a path"));
        }
        for (at, call) in api.calls.iter().enumerate() {
            let at = |key: &str| format!("api.calls[{at}].{key}");
            if !call.path.starts_with('/') {
                self.add(self.provider_file(), at("path"), Problem::Missing("a `/` at its beginning"));
            }
            let table = guide.scopes.as_ref();
            let is_scope =
                |name: &String| table.is_none_or(|table| table.has_granular(name) || table.classic(name).is_some());
            let unknown = |name: &String, listed_in: &str| Problem::Unknown {
                name: name.clone(),
                listed_in: listed_in.to_owned(),
            };
            for name in call.any_of.iter().filter(|name| !is_scope(name)) {
                self.add(self.provider_file(), at("any_of"), unknown(name, "the provider's scope table"));
            }
            for name in call.source.iter().filter(|name| !guide.provider.sources.contains_key(name)) {
                self.add(self.provider_file(), at("source"), unknown(name, "`sources`"));
            }
        }
    }

    fn variant(&mut self, variant: &Variant) {
        let guide = self.guide;
        let at = |place: &str| format!("variants.{}.{place}", variant.id);
        self.known(at("app"), &variant.app, guide.provider.apps.contains_key(&variant.app), "the provider's `apps`");
        for (list, names) in
            [("create", &variant.create), ("credentials", &variant.credentials), ("enter", &variant.enter)]
        {
            for name in names {
                self.known(
                    at(list),
                    name,
                    guide.line(name).is_some(),
                    "`tasks`, here or (with `provider/`) of the provider",
                );
            }
        }
        let no_scopes = variant.scopes.is_empty() && variant.classic.is_empty();
        self.shown(variant, Shows::Scopes, no_scopes, "a list of scopes");
        self.shown(variant, Shows::RedirectUrl, variant.redirect.is_none(), "`redirect`");
        self.shown(variant, Shows::AppName, variant.app_name.is_none(), "`app_name`");
        if variant.flow.brings_code() && variant.redirect.is_none() {
            self.add(self.facts_file(), at("redirect"), Problem::Missing("the redirect URL of a code flow"));
        }
        if variant.redirect.is_some() != guide.prose.variants.get(&variant.id).is_some_and(|one| one.redirect.is_some())
        {
            self.add(self.prose_file(), at("redirect"), Problem::Missing("`redirect` here or in the facts"));
        }
        if let Some(redirect) = &variant.redirect {
            self.sources(at("redirect.source"), &redirect.source);
        }
        let table = guide.scopes.as_ref();
        for set in &variant.scopes {
            self.sources(at(&format!("scopes.{}.source", set.id)), &set.source);
            for name in &set.names {
                let is_known = table.is_none_or(|table| table.has_granular(name));
                self.known(at(&format!("scopes.{}.names", set.id)), name, is_known, "the provider's scope table");
            }
        }
        for name in &variant.classic {
            let is_known = table.is_none_or(|table| table.classic(name).is_some());
            self.known(at("classic"), name, is_known, "the provider's scope table");
        }
        if let Some(api) = &guide.provider.api {
            let mut selections = variant.scope_selections();
            let has_call = selections.all(|names| api.first_call(Some(variant.flow.grant), &names).is_some());
            if !has_call {
                let missing = "a call in the provider's `api.calls` that these scopes allow a token of this grant";
                self.add(self.facts_file(), at("scopes"), Problem::Missing(missing));
            }
        }
        for value in &variant.values {
            self.sources(at(&format!("values.{}.source", value.label)), &value.source);
        }
    }

    fn shown(&mut self, variant: &Variant, shows: Shows, absent: bool, what: &'static str) {
        let is_shown = [&variant.create, &variant.credentials, &variant.enter]
            .into_iter()
            .flat_map(|names| self.guide.lines(names))
            .any(|line| line.task.shows == Some(shows));
        if is_shown == absent {
            let place = format!("variants.{}", variant.id);
            let problem = if absent { Problem::Missing(what) } else { Problem::Superfluous(what) };
            self.add(self.facts_file(), place, problem);
        }
    }
}

use super::Faults;
use crate::catalog::guide::PROVIDER_PREFIX;
use crate::catalog::{Problem, SCOPE_TABLE};

impl Faults<'_> {
    /// What every guide takes from its provider.
    pub(super) fn provider(&mut self) {
        let guide = self.guide;
        let (provider, prose) = (&guide.provider, &guide.provider_prose);
        for (name, task) in &provider.tasks {
            self.provider_sources(&format!("tasks.{name}"), &task.source);
            self.about(self.provider_file(), &format!("tasks.{name}"), &task.about, PROVIDER_PREFIX);
        }
        let modes = provider.redirect_modes.iter().map(|mode| &mode.id);
        let without_sentence = [
            ("tasks", provider.tasks.keys().filter(|name| !prose.tasks.contains_key(name)).collect::<Vec<_>>()),
            ("apps", provider.apps.keys().filter(|name| !prose.apps.contains_key(name)).collect()),
            ("redirect_modes", modes.filter(|name| !prose.redirect_modes.contains_key(name)).collect()),
        ];
        for (place, names) in without_sentence {
            for name in names {
                let problem = Problem::Unmatched { name: name.clone(), missing_in: "the provider's prose".into() };
                self.add(self.provider_file(), place, problem);
            }
        }
        self.sketches();
        self.card_lines();
        self.api();
    }

    fn provider_sources(&mut self, place: &str, names: &[String]) {
        let sources = &self.guide.provider.sources;
        for name in names.iter().filter(|name| !sources.contains_key(name)) {
            self.unknown(&format!("{place}.source"), name, "`sources`");
        }
    }

    /// A name in the provider's file that refers to nothing.
    fn unknown(&mut self, place: &str, name: &str, listed_in: &str) {
        let problem = Problem::Unknown { name: name.to_owned(), listed_in: listed_in.to_owned() };
        self.add(self.provider_file(), place, problem);
    }

    fn sketches(&mut self) {
        let provider = &self.guide.provider;
        for (at, sketch) in provider.sketches.iter().enumerate() {
            let place = format!("sketches.{}", sketch.id);
            self.provider_sources(&place, &sketch.source);
            let looks: Vec<&String> = sketch.parts.iter().flat_map(|part| &part.look).collect();
            for name in looks.iter().filter(|name| !provider.tasks.contains_key(name)) {
                self.unknown(&format!("{place}.parts.look"), name, "`tasks`");
            }
            if looks.is_empty() {
                self.add(self.provider_file(), format!("{place}.parts"), Problem::Missing("`look`".into()));
            }
            if provider.sketches.iter().take(at).any(|before| before.id == sketch.id) {
                self.add(self.provider_file(), place, Problem::Twice);
            }
        }
    }

    fn card_lines(&mut self) {
        let provider = &self.guide.provider;
        for (app, lines) in &provider.card_lines {
            let place = format!("card_lines.{app}");
            if !provider.apps.contains_key(app) {
                self.unknown(&place, app, "`apps`");
            }
            for (list, lines) in lines.lists() {
                for line in lines.iter().filter(|line| !provider.tasks.contains_key(&line.line)) {
                    self.unknown(&format!("{place}.{list}"), &line.line, "`tasks`");
                }
            }
        }
    }

    fn api(&mut self) {
        let guide = self.guide;
        let Some(api) = &guide.provider.api else { return };
        let host = api.url.strip_prefix("https://").unwrap_or_default();
        if host.is_empty() || host.contains(['/', '?', '#']) {
            self.add(
                self.provider_file(),
                "api.url",
                Problem::Missing("an address with https and without a path".into()),
            );
        }
        for (at, call) in api.calls.iter().enumerate() {
            let place = format!("api.calls[{at}]");
            let at = |key: &str| format!("{place}.{key}");
            if !call.path.starts_with('/') {
                self.add(self.provider_file(), at("path"), Problem::Missing("a `/` at its beginning".into()));
            }
            let table = guide.scopes.as_ref();
            let is_scope =
                |name: &String| table.is_none_or(|table| table.has_granular(name) || table.classic(name).is_some());
            for name in call.any_of.iter().filter(|name| !is_scope(name)) {
                self.unknown(&at("any_of"), name, SCOPE_TABLE);
            }
            self.provider_sources(&place, &call.source);
        }
    }
}

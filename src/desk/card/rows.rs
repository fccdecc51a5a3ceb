//! Rows of the form that are added and removed, with all that belongs to them.

use super::edit::{CardList, Editing};
use super::lines;
use super::place::Part;
use super::tree::{Key, Path, Tree, way};
use super::unknown::{first_unknown, kind_of};

impl Editing<'_> {
    pub(super) fn add(&mut self, list: CardList, choice: Option<&str>) -> usize {
        let path = list_path(list, self.variant);
        let sourced = |mut row: Tree, source: Option<&String>| {
            if let Some(source) = source {
                row.set(&way!["source"], Tree::texts([source.as_str()]));
            }
            row
        };
        let source = self.draft.facts.members_at(&way!["sources"]).first().map(|(name, _)| name.clone());
        let facts = &mut self.draft.facts;
        let object = |members: &[(&str, &str)]| {
            Tree::Object(members.iter().map(|(key, text)| ((*key).to_owned(), Tree::text(*text))).collect())
        };
        match list {
            CardList::Inputs => {
                let is_taken = |name: &str| facts.at(&way!["inputs", name]).is_some();
                let wanted = choice.map(str::to_owned).or_else(|| first_unknown(facts));
                let name = wanted.filter(|name| !is_taken(name)).unwrap_or_else(|| free("input_", is_taken));
                let row = object(&[("kind", kind_of(facts, &name)), ("label", "")]);
                let row = sourced(row, source.as_ref());
                facts.set(&way!["inputs", &name], row);
            }
            CardList::Scopes => {
                let is_taken = |id: &str| facts.list_at(&path).iter().any(|set| set.text_at(&way!["id"]) == id);
                let id = free("set-", is_taken);
                let row = sourced(object(&[("id", &id), ("choice", "always")]), source.as_ref());
                facts.push(&path, row);
                let says = self.first_says.scopes.clone();
                if let Some(prose) = self.tree(Part::Prose) {
                    prose.set(&way!["scope_sets", &id], Tree::text(says));
                }
            }
            CardList::Values => {
                facts.push(&path, sourced(object(&[("label", ""), ("template", "")]), source.as_ref()));
            }
            CardList::Blocks => {
                let is_taken = |id: &str| facts.list_at(&path).iter().any(|block| block.text_at(&way!["id"]) == id);
                let id = free("block-", is_taken);
                let mut row = object(&[("id", &id), ("format", "env")]);
                row.set(&way!["lines"], Tree::List(Vec::new()));
                facts.push(&path, sourced(row, source.as_ref()));
            }
            CardList::Lines(_) => {
                let name = choice.map(str::to_owned).unwrap_or_else(|| {
                    let name = free("own-", |name| facts.at(&way!["tasks", name]).is_some());
                    facts.set(&way!["tasks", &name], sourced(Tree::object(), source.as_ref()));
                    name
                });
                facts.push(&path, Tree::text(name));
            }
            CardList::Sources => {
                let name = free("source-", |name| facts.at(&way!["sources", name]).is_some());
                facts.set(&way!["sources", &name], object(&[("title", "")]));
                if source.is_none() {
                    self.source_all(&name);
                }
            }
        }
        row_count(&self.draft.facts, &path).saturating_sub(1)
    }

    /// Every fact that has none yet is from this source.
    fn source_all(&mut self, name: &str) {
        let facts = &mut self.draft.facts;
        let mut all: Vec<Path> = Vec::new();
        for list in ["inputs", "tasks"] {
            all.extend(facts.members_at(&way![list]).iter().map(|(member, _)| way![list, member]));
        }
        for variant in 0..facts.list_at(&way!["variants"]).len() {
            for list in ["scopes", "values", "blocks"] {
                let count = facts.list_at(&way!["variants", variant, list]).len();
                all.extend((0..count).map(|at| way!["variants", variant, list, at]));
            }
            all.push(way!["variants", variant, "redirect"]);
            all.push(way!["variants", variant, "redirect", "from_product"]);
        }
        for mut path in all {
            if matches!(facts.at(&path), Some(Tree::Object(_))) {
                path.push(Key::from("source"));
                if facts.at(&path).is_none() {
                    facts.set(&path, Tree::texts([name]));
                }
            }
        }
    }

    pub(super) fn remove(&mut self, list: CardList, at: usize) {
        let path = list_path(list, self.variant);
        let name = match self.draft.facts.at(&path) {
            Some(Tree::Object(members)) => members.get(at).map(|(name, _)| name.clone()),
            Some(Tree::List(items)) => items.get(at).map(|item| match item {
                Tree::Text(text) => text.clone(),
                other => other.text_at(&way!["id"]).to_owned(),
            }),
            _ => None,
        };
        let Some(name) = name else { return };
        let key =
            if matches!(list, CardList::Inputs | CardList::Sources) { Key::Name(name.clone()) } else { Key::At(at) };
        self.draft.facts.take(&path.iter().cloned().chain([key]).collect::<Path>());
        let is_optional = matches!(list, CardList::Inputs | CardList::Scopes | CardList::Blocks);
        if is_optional && row_count(&self.draft.facts, &path) == 0 {
            self.draft.facts.take(&path);
        }
        match list {
            CardList::Inputs => self.unsaid("inputs", &name),
            // Another way to connect may have one of that name.
            CardList::Scopes if !self.is_listed("scopes", &name) => self.unsaid("scope_sets", &name),
            CardList::Blocks if !self.is_listed("blocks", &name) => self.unsaid("blocks", &name),
            CardList::Lines(_) if !self.is_line(&name) => {
                self.draft.facts.take(&way!["tasks", &name]);
                self.unsaid("tasks", &name);
            }
            CardList::Sources => self.unsourced(&name),
            _ => {}
        }
    }

    fn is_listed(&self, list: &str, id: &str) -> bool {
        let variants = self.draft.facts.list_at(&way!["variants"]).iter();
        let mut all = variants.flat_map(|variant| variant.list_at(&way![list]));
        all.any(|one| one.text_at(&way!["id"]) == id)
    }

    fn is_line(&self, name: &str) -> bool {
        let facts = &self.draft.facts;
        let of_variants = facts.list_at(&way!["variants"]).iter().any(|variant| {
            let second = variant.texts_at(&way!["second_app", "create"]);
            lines::STEPS.iter().flat_map(|step| variant.texts_at(&way![*step])).chain(second).any(|line| line == name)
        });
        of_variants || facts.texts_at(&way!["no_app", "lines"]).any(|line| line == name)
    }

    /// The sentences about something that is no longer there go too.
    pub(super) fn unsaid(&mut self, list: &str, name: &str) {
        for (_, prose) in &mut self.draft.prose {
            prose.take(&way![list, name]);
            if prose.members_at(&way![list]).is_empty() {
                prose.take(&way![list]);
            }
        }
    }

    fn unsourced(&mut self, name: &str) {
        fn go(tree: &mut Tree, name: &str) {
            match tree {
                Tree::Object(members) => {
                    members.retain_mut(|(key, value)| {
                        if let (true, Tree::List(names)) = (key == "source", &mut *value) {
                            names.retain(|one| one.as_text() != Some(name));
                            return !names.is_empty();
                        }
                        go(value, name);
                        true
                    });
                }
                Tree::List(items) => items.iter_mut().for_each(|item| go(item, name)),
                _ => {}
            }
        }
        go(&mut self.draft.facts, name);
    }
}

/// The rows of a list, in the facts.
pub(super) fn list_path(list: CardList, variant: usize) -> Path {
    match list {
        CardList::Inputs => way!["inputs"],
        CardList::Scopes => way!["variants", variant, "scopes"],
        CardList::Lines(step) => way!["variants", variant, step],
        CardList::Values => way!["variants", variant, "values"],
        CardList::Blocks => way!["variants", variant, "blocks"],
        CardList::Sources => way!["sources"],
    }
}

/// How many rows it has.
pub(super) fn row_count(facts: &Tree, path: &[Key]) -> usize {
    facts.list_at(path).len().max(facts.members_at(path).len())
}

/// The first name with a number that nothing has.
fn free(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1;
    loop {
        let name = format!("{stem}{number}");
        if !is_taken(&name) {
            return name;
        }
        number += 1;
    }
}

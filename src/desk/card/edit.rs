//! Changing a card: what is typed into a field of the form, and rows that are added, removed and moved.

use super::begun::{FirstSays, choose_app, choose_provider, file_name, relined};
use super::draft::Draft;
use super::files::CardFiles;
use super::lines;
use super::place::{Part, Place, value_name};
use super::rows::{list_path, row_count};
use super::tree::{Key, Path, Tree, way};
use crate::catalog::Index;

/// How a text that is typed becomes a part of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As it is.
    Text,
    /// As it is; without a text there is nothing.
    Optional,
    /// A whole number.
    Number,
    /// Lines, each a text of a list; without any there is no list.
    Names,
    /// Lines as they are, with the spaces before them.
    Code,
    /// Lines of templates; the list stays without any.
    Templates,
    /// Menu words with `>` between them.
    Menu,
    /// `true` or `false`, of which `true` is not written.
    Needed,
    /// The same, of which `false` is not written.
    Flag,
    /// One name in a list, or none.
    Source,
    /// The product's name, which its file is called by as long as nobody calls it otherwise.
    Name,
    /// The provider.
    Provider,
    /// The app type.
    App,
    /// The grant type; without one the product requests no token.
    Grant,
    /// Where the redirect URL comes from: `none`, `own`, `offered` or `product`.
    Redirect,
    /// The name of an input in templates.
    InputName,
    /// Lines with scopes; those that the provider does not have are kept apart.
    ScopeNames,
    /// Lines with scopes that go from one of the fields to that of the classic scopes.
    ToClassic,
    /// The other way round.
    ToCurrent,
    /// What is done with a field: `template`, `choose`, `press`, `empty`, `as_is` or `own`.
    Content,
    /// Lines of a key, `=` and a template.
    BlockLines,
}

impl Way {
    /// The texts that a text which is typed is put into the card as.
    pub(in crate::desk) fn texts(self, text: &str) -> Vec<String> {
        let parts = |line: &str| match line.split_once('=') {
            // What stands for a value is looked at without the key, as in a file: the key does not make it a secret.
            Some((key, content)) if self == Way::BlockLines && content.contains('{') => {
                vec![key.to_owned(), content.to_owned()]
            }
            _ => vec![line.to_owned()],
        };
        if self.has_lines() { text.lines().flat_map(parts).collect() } else { vec![one_line(text)] }
    }

    /// Whether a line break in the text means something.
    fn has_lines(self) -> bool {
        matches!(self, Way::Names | Way::Code | Way::Templates | Way::Menu | Way::ScopeNames | Way::BlockLines)
            || matches!(self, Way::ToClassic | Way::ToCurrent)
    }
}

/// A list of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardList {
    /// What the admin knows.
    Inputs,
    /// The sets of scopes.
    Scopes,
    /// The lines of a step, by its key.
    Lines(&'static str),
    /// The fields of the product.
    Values,
    /// Whole files and commands.
    Blocks,
    /// Where facts were read.
    Sources,
}

/// A card while it is changed, with what the change needs to know.
pub(in crate::desk) struct Editing<'e> {
    pub draft: &'e mut Draft,
    pub files: &'e CardFiles,
    pub index: &'e Index,
    /// The place of the way to connect that is shown.
    pub variant: usize,
    /// What its sentences say at first.
    pub first_says: &'e FirstSays,
}

impl Editing<'_> {
    /// Puts what was typed into its place.
    pub fn typed(&mut self, place: &Place, way: Way, text: &str) {
        let before = self.draft.clone();
        self.put(place, way, text);
        self.follow(&before);
    }

    /// Adds a row at the end of a list, and returns the place of it. `choice`: which, where there is something to choose.
    pub fn added(&mut self, list: CardList, choice: Option<&str>) -> usize {
        let before = self.draft.clone();
        let place = self.add(list, choice);
        self.follow(&before);
        place
    }

    /// Removes a row, and returns how many are left.
    pub fn removed(&mut self, list: CardList, at: usize) -> usize {
        let before = self.draft.clone();
        self.remove(list, at);
        self.follow(&before);
        row_count(&self.draft.facts, &list_path(list, self.variant))
    }

    /// Moves a row by one place, if it can be moved.
    pub fn moved(&mut self, list: CardList, at: usize, up: bool) {
        let path = list_path(list, self.variant);
        self.draft.facts.shift(&path, at, up);
    }

    pub(super) fn tree(&mut self, part: Part) -> Option<&mut Tree> {
        match part {
            Part::Facts => Some(&mut self.draft.facts),
            Part::Prose => {
                let language = self.draft.language.clone();
                self.draft.prose_mut(&language)
            }
        }
    }

    fn put(&mut self, place: &Place, way: Way, text: &str) {
        let path = &place.path;
        let one_line = one_line(text);
        let text = if way.has_lines() { text } else { &one_line };
        match way {
            Way::Name => return self.put_name(path, text),
            Way::Provider => {
                if let Some(provider) = self.files.of(text) {
                    let language = self.draft.language.clone();
                    choose_provider(self.draft, (self.files, self.index), provider, self.variant, &language);
                }
                return;
            }
            Way::App => {
                let language = self.draft.language.clone();
                return choose_app(self.draft, (self.files, self.index), text, self.variant, &language);
            }
            Way::Redirect => return self.put_redirect(path, text),
            Way::InputName => return self.rename_input(path, text),
            Way::ScopeNames => return self.put_scopes(path, text),
            Way::ToClassic | Way::ToCurrent => return self.move_scopes(way, path, text),
            Way::Content => return self.put_content(path, text),
            Way::BlockLines => return self.put_block_lines(path, text),
            _ => {}
        }
        let Some(tree) = self.tree(place.part) else { return };
        match way {
            Way::Text => tree.set(path, Tree::text(text)),
            Way::Optional | Way::Grant if text.is_empty() => {
                drop(tree.take(if way == Way::Grant { flow(path) } else { path }))
            }
            Way::Optional | Way::Grant => tree.set(path, Tree::text(text)),
            Way::Number => {
                let number = text.trim().parse::<u32>().ok();
                tree.set(path, number.map_or_else(|| Tree::text(text), |number| Tree::Number(number.into())));
            }
            Way::Names | Way::Templates | Way::Menu => {
                let ends: &[char] = if way == Way::Menu { &['>', '›', '\n'] } else { &['\n'] };
                let all = text.split(ends).map(str::trim).filter(|one| !one.is_empty());
                let all: Vec<&str> = all.collect();
                if all.is_empty() && way != Way::Templates {
                    tree.take(path);
                } else {
                    tree.set(path, Tree::texts(all));
                }
            }
            Way::Code if text.is_empty() => drop(tree.take(path)),
            Way::Code => tree.set(path, Tree::texts(text.split('\n'))),
            Way::Needed | Way::Flag => {
                let value = text == "true";
                if value == (way == Way::Needed) {
                    tree.take(path);
                } else {
                    tree.set(path, Tree::Bool(value));
                }
            }
            Way::Source if text.is_empty() => drop(tree.take(path)),
            Way::Source => tree.set(path, Tree::texts(text.split(", "))),
            _ => {}
        }
    }

    fn put_name(&mut self, path: &[Key], text: &str) {
        let is_own = self.draft.facts.text_at(&way!["id"]) != file_name(self.draft.facts.text_at(path));
        self.draft.facts.set(path, Tree::text(text));
        if !is_own {
            self.draft.facts.set(&way!["id"], Tree::text(file_name(text)));
        }
    }

    fn put_redirect(&mut self, path: &[Key], kind: &str) {
        let facts = &mut self.draft.facts;
        if kind == "none" {
            facts.take(path);
            return;
        }
        let with = |key: &str| path.iter().cloned().chain([Key::from(key)]).collect::<Path>();
        if facts.at(path).is_none() {
            facts.set(path, Tree::object());
        }
        let (offered, product) = (with("offered"), with("from_product"));
        if kind != "offered" {
            facts.take(&offered);
        } else if facts.at(&offered).is_none() {
            facts.set(&offered, Tree::List(Vec::new()));
        }
        if kind != "product" {
            facts.take(&product);
        } else if facts.at(&product).is_none() {
            facts.set(&product, Tree::Object(vec![("label".to_owned(), Tree::text(""))]));
        }
    }

    /// A new name is put into the templates too. One that another input has is left as it was.
    fn rename_input(&mut self, path: &[Key], text: &str) {
        let (Some(Key::Name(old)), new) = (path.last(), text.trim()) else { return };
        if self.draft.facts.at(&way!["inputs", new]).is_some() || new.is_empty() {
            return;
        }
        self.draft.facts.rename(&way!["inputs"], old, new);
        for (_, prose) in &mut self.draft.prose {
            prose.rename(&way!["inputs"], old, new);
        }
        if let Some(variants) = self.draft.facts.at_mut(&way!["variants"]) {
            for end in ["}", "|"] {
                replace(variants, &format!("{{{old}{end}"), &format!("{{{new}{end}"));
            }
        }
    }

    /// Moves names of scopes to where they belong. `path`: the set, or the classic scopes.
    fn move_scopes(&mut self, way: Way, path: &[Key], text: &str) {
        let moved: Vec<&str> = text.split_whitespace().collect();
        let classic = way!["variants", self.variant, "classic"];
        let set = if way == Way::ToClassic { path.to_vec() } else { way!["variants", self.variant, "scopes", 0] };
        let texts = |draft: &Draft, path: &[Key]| draft.facts.texts_at(path).map(str::to_owned).collect::<Vec<_>>();
        let with = |key: &str| set.iter().cloned().chain([Key::from(key)]).collect::<Path>();
        let mut current = texts(self.draft, &with("names"));
        current.extend(texts(self.draft, &with("unlisted")));
        let mut old = texts(self.draft, &classic);
        let (from, to) = if way == Way::ToClassic { (&mut current, &mut old) } else { (&mut old, &mut current) };
        from.retain(|name| !moved.contains(&name.as_str()));
        for name in moved {
            if !to.iter().any(|known| known == name) {
                to.push(name.to_owned());
            }
        }
        self.put_scopes(&set, &current.join("\n"));
        if old.is_empty() {
            self.draft.facts.take(&classic);
        } else {
            self.draft.facts.set(&classic, Tree::texts(old.iter().map(String::as_str)));
        }
    }

    fn put_scopes(&mut self, path: &[Key], text: &str) {
        if self.draft.facts.at(path).is_none() {
            if text.trim().is_empty() {
                return;
            }
            self.add(CardList::Scopes, None);
        }
        let table = self.files.of(self.draft.facts.text_at(&way!["provider"])).and_then(|files| files.scopes.as_ref());
        let all = text.split_whitespace();
        let (listed, others): (Vec<&str>, Vec<&str>) =
            all.partition(|name| table.is_none_or(|table| table.has_granular(name)));
        for (key, names) in [("names", listed), ("unlisted", others)] {
            let path: Path = path.iter().cloned().chain([Key::from(key)]).collect();
            if names.is_empty() {
                self.draft.facts.take(&path);
            } else {
                self.draft.facts.set(&path, Tree::texts(names));
            }
        }
    }

    /// What was there goes on in what takes its place.
    fn put_content(&mut self, path: &[Key], kind: &str) {
        let with = |key: &str| path.iter().cloned().chain([Key::from(key)]).collect::<Path>();
        let mut text = String::new();
        for key in ["template", "choose", "press", "leave"] {
            if let Some(Tree::Text(before)) = self.draft.facts.take(&with(key)) {
                text = if key == "leave" { String::new() } else { before };
            }
        }
        match kind {
            "template" | "choose" | "press" => self.draft.facts.set(&with(kind), Tree::text(text)),
            "empty" | "as_is" => self.draft.facts.set(&with("leave"), Tree::text(kind)),
            _ => {}
        }
    }

    /// A number or a truth value stays one as long as its line says the same.
    fn put_block_lines(&mut self, path: &[Key], text: &str) {
        let before: Vec<Tree> = self.draft.facts.list_at(path).to_vec();
        let lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| {
            let known = before.iter().find(|known| block_line(known) == line);
            let (key, content) = line.split_once('=').unwrap_or((line, ""));
            let made = || Tree::texts([key.trim(), content.trim()]);
            known.cloned().unwrap_or_else(made)
        });
        let lines = lines.collect();
        self.draft.facts.set(path, Tree::List(lines));
    }

    /// What depends on what was changed: the provider's lines, the sentence about a redirect URL, the names of remarks.
    fn follow(&mut self, before: &Draft) {
        let has_same_app = ["provider", "app"].iter().all(|key| {
            let path = if *key == "app" { way!["variants", self.variant, "app"] } else { way!["provider"] };
            before.facts.text_at(&path) == self.draft.facts.text_at(&path)
        });
        if has_same_app {
            lines::follow(before, self.draft, self.files, self.variant);
        } else {
            relined(self.draft, self.files, self.variant);
        }
        self.say_redirect();
        self.source_redirect(before);
        self.rename_remarks(before);
    }

    /// A redirect URL that is new is from the first source, as every new row is.
    fn source_redirect(&mut self, before: &Draft) {
        let source = self.draft.facts.members_at(&way!["sources"]).first().map(|(name, _)| name.clone());
        let Some(source) = source else { return };
        let redirect = way!["variants", self.variant, "redirect"];
        let product = way!["variants", self.variant, "redirect", "from_product"];
        for mut path in [redirect, product] {
            if before.facts.at(&path).is_none() && self.draft.facts.at(&path).is_some() {
                path.push(Key::from("source"));
                self.draft.facts.set(&path, Tree::texts([source.as_str()]));
            }
        }
    }

    /// A redirect URL has a sentence; the one that it had at first follows from where the URL comes from.
    pub fn say_redirect(&mut self) {
        let variant = way!["variants", self.variant];
        let redirect = self.draft.facts.at(&way!["variants", self.variant, "redirect"]);
        let says = redirect.map(|redirect| self.first_says.of_redirect(redirect).to_owned());
        let id = self.draft.facts.at(&variant).map(|one| one.text_at(&way!["id"]).to_owned()).unwrap_or_default();
        let path = way!["variants", &id, "redirect"];
        let Some(says) = says else {
            for (_, prose) in &mut self.draft.prose {
                prose.take(&path);
            }
            return;
        };
        let known = self.first_says;
        let is_first = |prose: &&mut Tree| prose.at(&path).is_none() || known.is_of_redirect(prose.text_at(&path));
        if let Some(prose) = self.tree(Part::Prose).filter(is_first) {
            prose.set(&path, Tree::text(says));
        }
    }

    /// A remark is called by the label of its field.
    fn rename_remarks(&mut self, before: &Draft) {
        let (old, new) = (value_names(&before.facts), value_names(&self.draft.facts));
        let sorted = |names: &[String]| {
            let mut names = names.to_vec();
            names.sort();
            names
        };
        if sorted(&old) == sorted(&new) {
            return;
        }
        let is_shared = |name: &String| new.iter().filter(|one| *one == name).count() > 1;
        if old.len() == new.len() {
            for (old, now) in old.iter().zip(&new).filter(|(old, now)| old != now) {
                if !new.contains(old) && !is_shared(now) {
                    for (_, prose) in &mut self.draft.prose {
                        prose.rename(&way!["values"], old, now);
                    }
                }
            }
        }
        // As long as two fields have the same label, a remark waits until its field has one of its own again.
        if new.iter().any(is_shared) {
            return;
        }
        let said = self.draft.prose.iter().flat_map(|(_, prose)| prose.members_at(&way!["values"]));
        let said: Vec<String> = said.map(|(name, _)| name.clone()).collect();
        for gone in said.iter().filter(|name| !new.contains(name)) {
            self.unsaid("values", gone);
        }
    }
}

/// A sentence is one line, however it is typed.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// A line of a block in the words of the form.
pub(super) fn block_line(line: &Tree) -> String {
    let items = line.list_at(&[]);
    let key = items.first().and_then(Tree::as_text).unwrap_or_default();
    let content = match items.get(1) {
        Some(Tree::Text(text)) => text.clone(),
        Some(other) => super::written::packed(other),
        None => String::new(),
    };
    format!("{key} = {content}")
}

/// The names of all fields of all ways to connect.
fn value_names(facts: &Tree) -> Vec<String> {
    let variants = facts.list_at(&way!["variants"]).iter();
    let all = variants.map(|variant| variant.list_at(&way!["values"]));
    all.flat_map(|values| values.iter().map(|value| value_name(values, value))).collect()
}

fn flow(path: &[Key]) -> &[Key] {
    path.split_last().map_or(path, |(_, flow)| flow)
}

fn replace(tree: &mut Tree, from: &str, to: &str) {
    match tree {
        Tree::Text(text) if text.contains(from) => *text = text.replace(from, to),
        Tree::List(items) => items.iter_mut().for_each(|item| replace(item, from, to)),
        Tree::Object(members) => members.iter_mut().for_each(|(_, value)| replace(value, from, to)),
        _ => {}
    }
}

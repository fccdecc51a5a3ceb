//! A card of one's own while it is made: the two kinds of files of a product.

use super::refusal::CardRefusal;
use super::tree::{Key, Tree, way};
use super::written::{Written, packed};
use crate::catalog::{Product, ProductProse};
use crate::texts::Language;

/// The facts of a product, and its sentences by language.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The file of facts.
    pub facts: Tree,
    /// The files of sentences, by the code of their language; at least one.
    pub prose: Vec<(String, Tree)>,
    /// The language whose sentences are in the form.
    pub language: String,
}

/// What a pasted or dropped file is.
#[derive(Clone, Debug, PartialEq)]
pub enum CardFile {
    /// Facts and sentences in one.
    Both(Draft),
    /// The facts.
    Facts(Tree),
    /// The sentences, in that language if its name says it.
    Prose(Option<String>, Tree),
}

/// How many bytes a file can have.
pub const LONGEST_FILE: usize = 256 * 1024;

/// Said of a card in the tab if somebody sent it. No link and no file can say it.
const SENT: &str = "sent";

impl Draft {
    /// Facts, with no sentence yet.
    #[must_use]
    pub fn of_facts(facts: Tree, language: Language) -> Draft {
        let language = language.code().to_owned();
        Draft { facts, prose: vec![(language.clone(), empty_prose())], language }
    }

    /// The sentences that are in the form.
    #[must_use]
    pub fn shown_prose(&self) -> Option<&Tree> {
        self.prose_in(&self.language)
    }

    /// The sentences of a language.
    #[must_use]
    pub fn prose_in(&self, language: &str) -> Option<&Tree> {
        self.prose.iter().find(|(known, _)| known == language).map(|(_, prose)| prose)
    }

    /// The same, mutable; a file that is not there yet is begun.
    pub fn prose_mut(&mut self, language: &str) -> Option<&mut Tree> {
        if self.prose_in(language).is_none() {
            self.prose.push((language.to_owned(), empty_prose()));
        }
        self.prose.iter_mut().find(|(known, _)| known == language).map(|(_, prose)| prose)
    }

    /// The files, each with its name and its text.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let id = self.facts.text_at(&way!["id"]);
        let name = |path: String| path.rsplit('/').next().unwrap_or_default().to_owned();
        let facts = (name(Product::file(id)), Written::of(&self.facts).text);
        let prose = self
            .prose
            .iter()
            .map(|(language, prose)| (name(ProductProse::file(id, language)), Written::of(prose).text));
        core::iter::once(facts).chain(prose).collect()
    }

    /// All of it as one tree.
    #[must_use]
    pub fn whole(&self) -> Tree {
        let prose = self.prose.clone();
        Tree::Object(vec![
            ("facts".to_owned(), self.facts.clone()),
            ("prose".to_owned(), Tree::Object(prose)),
            ("language".to_owned(), Tree::text(self.language.as_str())),
        ])
    }

    /// The same as a text, for a link and for the tab.
    #[must_use]
    pub fn packed(&self) -> String {
        packed(&self.whole())
    }

    /// What [`Draft::packed`] has written.
    ///
    /// # Errors
    ///
    /// Anything else.
    pub fn unpacked(text: &str) -> Result<Draft, CardRefusal> {
        match CardFile::read("", text)? {
            CardFile::Both(draft) => Ok(draft),
            _ => Err(CardRefusal::NoCard),
        }
    }

    /// The same for the tab, with where it came from: a card that somebody sent stays one over a reload.
    #[must_use]
    pub fn kept(&self, is_sent: bool) -> String {
        let mut whole = self.whole();
        if is_sent {
            whole.set(&way![SENT], Tree::Bool(true));
        }
        packed(&whole)
    }

    /// What [`Draft::kept`] has written, and whether somebody sent it.
    ///
    /// # Errors
    ///
    /// Anything else.
    pub fn unkept(text: &str) -> Result<(Draft, bool), CardRefusal> {
        let mut whole = Tree::read(text)?;
        let is_sent = whole.take(&way![SENT]).is_some();
        Draft::of_whole(&whole).map(|draft| (draft, is_sent)).ok_or(CardRefusal::NoCard)
    }

    fn of_whole(whole: &Tree) -> Option<Draft> {
        let is_object = |tree: &Tree| matches!(tree, Tree::Object(_));
        let known = ["facts", "prose", "language"];
        if whole.members_at(&[]).iter().any(|(name, _)| !known.contains(&name.as_str())) {
            return None;
        }
        let facts = whole.at(&way!["facts"]).filter(|facts| is_object(facts))?.clone();
        let prose = whole.members_at(&way!["prose"]).to_vec();
        let language = whole.text_at(&way!["language"]);
        let is_there = |language: &str| prose.iter().any(|(known, _)| known == language);
        let language = if is_there(language) { language.to_owned() } else { prose.first()?.0.clone() };
        let is_sound = prose.iter().all(|(language, prose)| is_language(language) && is_object(prose));
        is_sound.then_some(Draft { facts, prose, language })
    }

    /// Calls a function with each text in it, names included but for those that the files of a product have anyway.
    pub fn each_text(&self, see: &mut dyn FnMut(&str)) {
        self.facts.each_text(see);
        for (language, prose) in &self.prose {
            see(language);
            prose.each_text(see);
        }
    }

    /// The addresses of its sources.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let sources = self.facts.members_at(&way!["sources"]).iter();
        sources.map(|(_, source)| source.text_at(&way!["url"])).filter(|url| !url.is_empty())
    }
}

/// What is in the name of a file and in the list of languages of a card.
fn is_language(text: &str) -> bool {
    (2..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The file of sentences that a card begins with.
fn empty_prose() -> Tree {
    Tree::Object(vec![("$schema".to_owned(), Tree::text("../schema/product-prose.json"))])
}

impl CardFile {
    /// Reads what was pasted or dropped. `name`: of the file, if it has one.
    ///
    /// # Errors
    ///
    /// It is no file of a product.
    pub fn read(name: &str, text: &str) -> Result<CardFile, CardRefusal> {
        if text.len() > LONGEST_FILE {
            return Err(CardRefusal::TooLong);
        }
        let tree = Tree::read(text.trim_start_matches('\u{feff}'))?;
        let has = |name: &str| tree.at(&[Key::from(name)]).is_some();
        if has("facts") {
            return Draft::of_whole(&tree).map(CardFile::Both).ok_or(CardRefusal::NoCard);
        }
        if ["id", "vendor", "provider", "variants"].iter().filter(|name| has(name)).count() > 1 {
            return Ok(CardFile::Facts(tree));
        }
        let is_prose = ["summary", "tasks", "variants", "values", "inputs", "scope_sets"].iter().any(|name| has(name));
        if !is_prose {
            return Err(CardRefusal::NoCard);
        }
        let mut parts = name.rsplit('.').skip(1);
        let language = parts.next().filter(|part| is_language(part) && parts.next().is_some());
        Ok(CardFile::Prose(language.map(str::to_owned), tree))
    }
}

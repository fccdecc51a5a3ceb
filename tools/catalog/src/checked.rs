//! A product that somebody is writing, checked with the code of the page.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use authdesk::catalog::{
    Fault, FileKind, FileName, Guide, InputKind, Problem, Product, ProductProse, Provider, ProviderProse, ScopeTable,
};
use authdesk::desk::input_shape;
use authdesk::reading::input_findings;
use serde::de::DeserializeOwned;

use crate::folder::{ENGLISH, Folder, NotRead, languages, read, text};
use crate::place::{self, Position};
use crate::rules;
use crate::rules::Broken;

/// A fault, and where it is.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: PathBuf,
    /// Where in the file; `None` where the whole file is meant.
    pub position: Option<Position>,
    /// The path of keys in the file; may be empty.
    pub path: String,
    /// What is wrong there, and the fix.
    pub says: String,
}

/// Checks the product of a file: its facts, each file of sentences next to them, and what they take from the provider
/// and its table of scopes. `file` has its facts, or its sentences in some language. Returns the languages of the
/// sentences, each with how many there are where some are missing.
///
/// # Errors
///
/// Everything that is wrong.
pub fn check(file: &Path) -> Result<Vec<String>, Vec<Found>> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = name.split('.').next().unwrap_or_default().to_owned();
    let folder = file.parent().unwrap_or(Path::new("")).to_owned();
    let mut check = Check { id, folder, catalog: Folder::around(file), found: Vec::new() };
    let languages = check.all();
    if check.found.is_empty() { Ok(languages) } else { Err(check.found) }
}

/// What the library's names for the files of products begin with.
const PRODUCTS: &str = "catalog/products/";

struct Check {
    /// As in the names of the files.
    id: String,
    folder: PathBuf,
    catalog: Folder,
    found: Vec<Found>,
}

impl Check {
    fn all(&mut self) -> Vec<String> {
        if !self.path(&Product::file(&self.id)).is_file() {
            self.read::<Product>(&Product::file(&self.id));
            return Vec::new();
        }
        let product = self.read::<Product>(&Product::file(&self.id)).and_then(|product| self.named(product));
        let languages = languages(&self.folder, &self.id).unwrap_or_default();
        let english = self.read::<ProductProse>(&ProductProse::file(&self.id, ENGLISH));
        let mut others: Vec<(String, ProductProse)> = Vec::new();
        for language in languages.iter().filter(|language| *language != ENGLISH) {
            others.extend(self.read(&ProductProse::file(&self.id, language)).map(|prose| (language.clone(), prose)));
        }
        let mut said = vec![ENGLISH.to_owned()];
        if let (Some(product), Some(english)) = (product, english) {
            self.schema(&Product::file(&self.id), product.schema_file.as_deref(), FileKind::Product);
            self.schema(&ProductProse::file(&self.id, ENGLISH), english.schema_file.as_deref(), FileKind::ProductProse);
            let all = ProductProse::default().complete(&english);
            for (language, prose) in &mut others {
                let file = ProductProse::file(&self.id, language);
                self.schema(&file, prose.schema_file.as_deref(), FileKind::ProductProse);
                let there = all - prose.complete(&english);
                let is_whole = there == all;
                said.push(if is_whole { language.clone() } else { format!("{language}: {there} of {all} sentences") });
            }
            self.together(product, english, others);
        }
        said
    }

    /// A file in a catalog that has schemas names its own. A finished site has none, and elsewhere a file need not.
    fn schema(&mut self, file: &str, named: Option<&str>, kind: FileKind) {
        let path = format!("../{}", kind.schema_file());
        let is_missing = named.is_none() && self.folder.join(&path).is_file();
        if is_missing {
            self.add(file, "", format!("it does not name its schema; add `\"$schema\": \"{path}\"`"));
        } else if named.is_some_and(|named| named != path) {
            self.add(file, "$schema", format!("that is not the schema of this file; write `{path}`"));
        }
    }

    /// The page asks for a product by its `id`.
    fn named(&mut self, mut product: Product) -> Option<Product> {
        let name: FileName = match self.id.parse() {
            Ok(name) => name,
            Err(error) => {
                self.add(&Product::file(&self.id), "", error.to_string());
                return None;
            }
        };
        if product.id != name {
            let says = format!("`{}` is not the name of the file; write `{name}`, or rename the files", product.id);
            self.add(&Product::file(&self.id), "id", says);
            product.id = name;
        }
        Some(product)
    }

    /// Holds the files against each other, in every language.
    fn together(&mut self, product: Product, prose: ProductProse, others: Vec<(String, ProductProse)>) {
        let Some(provider) = self.provider(&product) else { return };
        let prose_file = ProviderProse::file(&product.provider, ENGLISH);
        let Some(provider_prose) = self.read::<ProviderProse>(&prose_file) else { return };
        let scopes = match &provider.scope_table {
            Some(name) => match self.read::<ScopeTable>(&ScopeTable::file(name)) {
                Some(table) => Some(table),
                None => return,
            },
            None => None,
        };
        let language = ENGLISH.to_owned();
        let mut guide = Guide {
            product,
            language,
            prose,
            provider: Rc::new(provider),
            provider_prose: Rc::new(provider_prose),
            scopes: scopes.map(Rc::new),
        };
        self.faults(guide.check().err().unwrap_or_default(), guide.scopes.as_deref());
        let facts = Product::file(&guide.product.id);
        let broken = rules::of_facts(&guide, &self.json(&facts));
        self.broken(&facts, broken);
        self.examples(&guide.product);
        let english = self.sentences(&guide.product.id, ENGLISH);
        for (language, prose) in others {
            let file = ProductProse::file(&guide.product.id, &language);
            (guide.language, guide.prose) = (language, prose);
            // All others were found with the English sentences.
            let own = guide.check().err().unwrap_or_default().into_iter().filter(|fault| fault.file == file);
            self.faults(own.collect(), guide.scopes.as_deref());
            let sentences = self.sentences(&guide.product.id, &guide.language);
            self.broken(&file, rules::says_the_same(&english, &sentences));
        }
    }

    /// The sentences of a language, as they are written; what is wrong with one of them alone is noted.
    fn sentences(&mut self, id: &str, language: &str) -> BTreeMap<String, String> {
        let file = ProductProse::file(id, language);
        let sentences = rules::sentences(&self.json(&file));
        for (path, sentence) in &sentences {
            if let Some(says) = rules::unplain(path, sentence, language) {
                self.add(&file, path, says.to_owned());
            }
        }
        sentences
    }

    /// A file that has been read before.
    fn json(&self, name: &str) -> serde_json::Value {
        let text = text(&self.path(name)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    fn broken(&mut self, file: &str, broken: Vec<Broken>) {
        broken.into_iter().for_each(|Broken { path, says }| self.add(file, &path, says));
    }

    /// What the page would find in the example of an input, if somebody entered it.
    fn examples(&mut self, product: &Product) {
        for (name, input) in &product.inputs {
            let (Some(example), Some(shape)) = (&input.example, input_shape(input.kind)) else { continue };
            for finding in input_findings(example, shape) {
                let kind = finding.kind.name();
                let shape = wanted(input.kind);
                let says = format!("the page would find `{kind}` in it (FINDINGS.md); write {shape}");
                self.add(&Product::file(&self.id), &format!("inputs.{name}.example"), says);
            }
        }
    }

    fn provider(&mut self, product: &Product) -> Option<Provider> {
        let file = Provider::file(&product.provider);
        if self.catalog.path(&file).is_file() {
            return self.read(&file);
        }
        let problem =
            Problem::Unknown { name: product.provider.to_string(), listed_in: "`catalog/providers/`".to_owned() };
        self.add(&Product::file(&self.id), "provider", problem.to_string());
        None
    }

    fn faults(&mut self, faults: Vec<Fault>, scopes: Option<&ScopeTable>) {
        for fault in faults {
            let name = match &fault.problem {
                Problem::Unknown { name, .. } | Problem::Unmatched { name, .. } => Some(name.as_str()),
                _ => None,
            };
            let file = self.path(&fault.file);
            let position = text(&file).ok().and_then(|text| place::position(&text, &fault.place, name));
            let classic = name.filter(|_| fault.place.ends_with(".names")).and_then(|name| scopes?.classic(name));
            let says = match classic {
                Some(one) => format!(
                    "`{}` is a classic name, which goes into `classic`; its granular ones are {}",
                    one.classic,
                    one.granular.join(", ")
                ),
                None => self.here(fault.problem).to_string(),
            };
            self.found.push(Found { file, position, path: fault.place, says });
        }
    }

    /// With the file that it names as it is here.
    fn here(&self, problem: Problem) -> Problem {
        match problem {
            Problem::Unmatched { name, missing_in } if missing_in.starts_with(PRODUCTS) => {
                Problem::Unmatched { name, missing_in: self.path(&missing_in).display().to_string() }
            }
            other => other,
        }
    }

    fn add(&mut self, file: &str, path: &str, says: String) {
        let file = self.path(file);
        let position = text(&file).ok().and_then(|text| place::position(&text, path, None));
        self.found.push(Found { file, position, path: path.to_owned(), says });
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let file = self.path(name);
        let not_read = match read(&file, name) {
            Ok(read) => return Some(read),
            Err(not_read) => not_read,
        };
        self.found.push(unread(file, not_read));
        None
    }

    /// Where a file is; the library names it by its path below `www/`.
    fn path(&self, name: &str) -> PathBuf {
        match name.strip_prefix(PRODUCTS) {
            Some(name) => self.folder.join(name),
            None => self.catalog.path(name),
        }
    }
}

/// An example of an input, in words.
fn wanted(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Host => "a host name alone, such as `rooms.example.com`",
        InputKind::Site => "a base address without a slash at its end, such as `https://rooms.example.com`",
        InputKind::Url => "a whole address, such as `https://rooms.example.com/zoom`",
        InputKind::Word => "a word of letters, digits, `.`, `-` and `_`",
        InputKind::Port => "the number of a port, such as `8443`",
        InputKind::Email => "an email address, such as `admin@example.com`",
        InputKind::Text | InputKind::Choice | InputKind::Secret => "an example without that",
    }
}

/// What keeps a file from being read, with its place.
pub(crate) fn unread(file: PathBuf, not_read: NotRead) -> Found {
    match not_read {
        NotRead::Absent(error) => Found { file, position: None, path: String::new(), says: error },
        NotRead::Faulty(fault) => {
            let position = Position::parse(&fault.place);
            let text = text(&file).unwrap_or_default();
            let path = position.map(|position| place::path(&text, position)).unwrap_or_default();
            Found { file, position, path, says: with_fix(&fault.problem.to_string()) }
        }
    }
}

/// What to do about the errors of the reader of JSON, by how they begin. Those of our own types say it themselves.
const FIXES: [(&str, &str); 16] = [
    ("missing field", "add it"),
    ("unknown field", "use one of these, or take it out"),
    ("unknown variant", "use one of these"),
    ("duplicate field", "keep one of the two"),
    ("invalid type", "write what is expected"),
    ("invalid value", "write what is expected"),
    ("invalid length", "write what is expected"),
    ("EOF while parsing", "close what is open"),
    ("expected `,`", "put a comma before it, or close what is open"),
    ("expected `:`", "put a colon there"),
    ("expected value", "put a value there"),
    ("trailing comma", "take it out"),
    ("trailing characters", "take out what comes after the end"),
    ("key must be a string", "put the key between quotation marks"),
    ("control character", "end the text on its line; a line break in it is `\\n`"),
    ("invalid escape", "write a backslash as `\\\\`"),
];

/// What the reader of JSON expected, in the words of whoever writes a file.
const EXPECTED: [(&str, &str); 7] = [
    ("expected u32", "expected a whole number"),
    ("expected a sequence", "expected a list in brackets"),
    ("expected a map", "expected an object in braces"),
    ("expected a boolean", "expected `true` or `false`"),
    ("expected a string", "expected a text between quotation marks"),
    ("expected tuple struct BlockLine", "expected a list of a key and its content"),
    ("expected struct ", "expected an object in braces for "),
];

fn with_fix(says: &str) -> String {
    let expected = EXPECTED.iter().find(|(words, _)| says.contains(words));
    let says = &expected.map_or_else(|| says.to_owned(), |(words, plain)| says.replace(words, plain));
    let fix = FIXES.iter().find(|(begin, _)| says.starts_with(begin));
    fix.map_or_else(|| says.to_owned(), |(_, fix)| format!("{says}; {fix}"))
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}:")?;
        }
        if !self.path.is_empty() {
            write!(f, " {}:", self.path)?;
        }
        write!(f, " {}", self.says)
    }
}

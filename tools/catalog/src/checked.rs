//! A product that somebody is writing, checked with the code of the page.

use std::fmt;
use std::path::{Path, PathBuf};

use authdesk::catalog::{Fault, FileName, Guide, Problem, Product, ProductProse, Provider, ProviderProse, ScopeTable};
use authdesk::desk::input_shape;
use authdesk::reading::input_findings;
use serde::de::DeserializeOwned;

use crate::folder::{ENGLISH, Folder, NotRead, languages, read, text};
use crate::place::{self, Position};

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
/// sentences.
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
        let mut others = Vec::new();
        for language in languages.iter().filter(|language| *language != ENGLISH) {
            others.extend(self.read(&ProductProse::file(&self.id, language)).map(|prose| (language.clone(), prose)));
        }
        if let (Some(product), Some(english)) = (product, english) {
            others.iter_mut().for_each(|(_, prose): &mut (_, ProductProse)| {
                prose.complete(&english);
            });
            self.together(product, english, others);
        }
        languages
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
        let mut guide = Guide { product, language, prose, provider, provider_prose, scopes };
        self.faults(guide.check().err().unwrap_or_default());
        self.examples(&guide.product);
        for (language, prose) in others {
            let file = ProductProse::file(&guide.product.id, &language);
            (guide.language, guide.prose) = (language, prose);
            // All others were found with the English sentences.
            let own = guide.check().err().unwrap_or_default().into_iter().filter(|fault| fault.file == file);
            self.faults(own.collect());
        }
    }

    /// What the page would find in the example of an input, if somebody entered it.
    fn examples(&mut self, product: &Product) {
        for (name, input) in &product.inputs {
            let (Some(example), Some(shape)) = (&input.example, input_shape(input.kind)) else { continue };
            for finding in input_findings(example, shape) {
                let kind = finding.kind.name();
                let says = format!("the page would find `{kind}` in it (FINDINGS.md); write an example without that");
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

    fn faults(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            let name = match &fault.problem {
                Problem::Unknown { name, .. } | Problem::Unmatched { name, .. } => Some(name.as_str()),
                _ => None,
            };
            let file = self.path(&fault.file);
            let position = text(&file).ok().and_then(|text| place::position(&text, &fault.place, name));
            let says = self.here(fault.problem).to_string();
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
        let found = match not_read {
            NotRead::Absent(error) => Found { file, position: None, path: String::new(), says: error },
            NotRead::Faulty(fault) => {
                let position = Position::parse(&fault.place);
                let text = text(&file).unwrap_or_default();
                let path = position.map(|position| place::path(&text, position)).unwrap_or_default();
                Found { file, position, path, says: with_fix(&fault.problem.to_string()) }
            }
        };
        self.found.push(found);
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

fn with_fix(says: &str) -> String {
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

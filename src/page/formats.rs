//! Numbers, dates, lists and plurals as the browser writes them in the language of the page.

use std::rc::Rc;

use crate::browser::formats::LanguageFormats;
use crate::texts::{Dated, Formats, Language, Plain};

/// The formats of a language.
pub fn of(language: Language) -> Rc<dyn Formats> {
    Rc::new(ByBrowser(LanguageFormats::of(language.code())))
}

/// What the browser does not know is written plainly.
#[derive(Debug)]
struct ByBrowser(LanguageFormats);

impl Formats for ByBrowser {
    fn list(&self, items: &[&str]) -> String {
        self.0.list(items).unwrap_or_else(|| Plain.list(items))
    }

    fn names(&self, items: &[&str]) -> String {
        self.0.names(items).unwrap_or_else(|| Plain.names(items))
    }

    fn number(&self, number: usize) -> String {
        self.0.number(number as f64).unwrap_or_else(|| Plain.number(number))
    }

    fn date(&self, iso: &str) -> String {
        let written = match Dated::of(iso) {
            Some(Dated::Day) => self.0.day(iso),
            Some(Dated::Month) => self.0.month(iso),
            None => None,
        };
        written.unwrap_or_else(|| Plain.date(iso))
    }

    fn relative(&self, amount: i64, unit: &str) -> String {
        self.0.relative(amount as f64, unit).unwrap_or_else(|| Plain.relative(amount, unit))
    }

    fn plural(&self, number: usize) -> String {
        self.0.plural(number as f64).unwrap_or_else(|| Plain.plural(number))
    }
}

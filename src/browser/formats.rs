//! How a language writes numbers, dates, lists and plurals, as the browser knows it (ECMA-402).
//!
//! The classes are reached by their names and not by the types of `js_sys::Intl`: those trap where a browser lacks a
//! class, and here that is an answer like any other.

use js_sys::{Array, Date, Function, Object, Reflect, global};
use wasm_bindgen::JsValue;

/// The formats of one language, made once. What the browser does not have is absent.
#[derive(Debug)]
pub struct LanguageFormats {
    lists: Option<JsValue>,
    names: Option<JsValue>,
    numbers: Option<JsValue>,
    days: Option<JsValue>,
    months: Option<JsValue>,
    times: Option<JsValue>,
    plurals: Option<JsValue>,
}

impl LanguageFormats {
    /// Those of a language, by its tag (BCP 47).
    #[must_use]
    pub fn of(tag: &str) -> LanguageFormats {
        // A date without a time is read in UTC (ECMA-262), so it is written in UTC: elsewhere it could be the day before.
        let utc = ("timeZone", "UTC");
        LanguageFormats {
            lists: made("ListFormat", tag, &[("type", "conjunction")]),
            // Not `unit`: in Japanese that has only spaces, which are in names too.
            names: made("ListFormat", tag, &[("type", "conjunction"), ("style", "narrow")]),
            numbers: made("NumberFormat", tag, &[]),
            days: made("DateTimeFormat", tag, &[("dateStyle", "medium"), utc]),
            months: made("DateTimeFormat", tag, &[("year", "numeric"), ("month", "long"), utc]),
            times: made("RelativeTimeFormat", tag, &[]),
            plurals: made("PluralRules", tag, &[]),
        }
    }

    /// A list within a sentence, such as "a, b, and c".
    #[must_use]
    pub fn list(&self, items: &[&str]) -> Option<String> {
        called(self.lists.as_ref()?, "format", &[array(items).into()])
    }

    /// The same, as short as the language allows.
    #[must_use]
    pub fn names(&self, items: &[&str]) -> Option<String> {
        called(self.names.as_ref()?, "format", &[array(items).into()])
    }

    /// A number.
    #[must_use]
    pub fn number(&self, number: f64) -> Option<String> {
        called(self.numbers.as_ref()?, "format", &[number.into()])
    }

    /// A day, as `2026-11-30`; none if there is no such day.
    #[must_use]
    pub fn day(&self, iso: &str) -> Option<String> {
        called(self.days.as_ref()?, "format", &[Date::parse(iso).into()])
    }

    /// A month, as `2026-11`.
    #[must_use]
    pub fn month(&self, iso: &str) -> Option<String> {
        called(self.months.as_ref()?, "format", &[Date::parse(iso).into()])
    }

    /// A time seen from now; negative amounts are past.
    #[must_use]
    pub fn relative(&self, amount: f64, unit: &str) -> Option<String> {
        called(self.times.as_ref()?, "format", &[amount.into(), unit.into()])
    }

    /// The category of a number of things, such as `one` and `other`.
    #[must_use]
    pub fn plural(&self, number: f64) -> Option<String> {
        called(self.plurals.as_ref()?, "select", &[number.into()])
    }
}

fn array(items: &[&str]) -> Array {
    items.iter().map(|item| JsValue::from_str(item)).collect()
}

/// A new object of a class of `Intl`; none if the browser lacks the class or does not know an option.
fn made(class: &str, tag: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &class.into()).ok().filter(JsValue::is_function)?;
    let chosen = Object::new();
    for (name, value) in options {
        Reflect::set(&chosen, &(*name).into(), &(*value).into()).ok()?;
    }
    Reflect::construct(&Function::from(class), &Array::of2(&tag.into(), &chosen)).ok()
}

/// What a method of it returns; none if that is no text, or if it throws.
fn called(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<String> {
    let method = Reflect::get(object, &method.into()).ok().filter(JsValue::is_function)?;
    Function::from(method).apply(object, &arguments.iter().collect()).ok()?.as_string()
}

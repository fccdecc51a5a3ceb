//! How a type is taken from a tree: each name is taken, and nothing is left over.

use super::{Json, Kind, Member, Misfit, parse};

/// A type that can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads the value. If it does not fit, that is noted, and the result is arbitrary.
    fn of(value: Json, misfits: &mut Misfits) -> Self;
}

/// Reads a text as JSON of exactly this shape.
///
/// # Errors
///
/// The first place where it is not JSON, has an unknown or repeated name, lacks one, or has a value of a different
/// kind.
pub fn read<T: FromJson>(text: &str) -> Result<T, Misfit> {
    let value = parse(text)?;
    let mut misfits = Misfits::default();
    let read = T::of(value, &mut misfits);
    misfits.first.map_or(Ok(read), Err)
}

/// Remembers where values did not fit: the place that comes first in the text.
#[derive(Debug, Default)]
pub struct Misfits {
    first: Option<Misfit>,
}

impl Misfits {
    /// Notes that something is wrong at a byte of the text.
    pub fn add(&mut self, at: usize, reason: String) {
        if self.first.as_ref().is_none_or(|first| at < first.at) {
            self.first = Some(Misfit { at, reason });
        }
    }

    /// Notes that a value is of a different kind.
    pub fn wrong(&mut self, value: &Json, expected: &str) {
        self.add(value.end, format!("invalid type: {}, expected {expected}", value.kind.name()));
    }
}

/// Reads an object: `take` takes each of its names, and what is left over is a misfit.
pub fn object<T>(value: Json, misfits: &mut Misfits, take: impl FnOnce(&mut Fields<'_>) -> T) -> T {
    let mut fields = Fields::open(value, misfits);
    let taken = take(&mut fields);
    fields.close();
    taken
}

/// The names of an object that were not taken yet.
pub struct Fields<'m> {
    left: Vec<Member>,
    asked: Vec<&'static str>,
    end: usize,
    misfits: &'m mut Misfits,
}

impl<'m> Fields<'m> {
    fn open(value: Json, misfits: &'m mut Misfits) -> Fields<'m> {
        Fields { end: value.end, left: members(value, misfits), asked: Vec::new(), misfits }
    }

    /// The value of a required name.
    pub fn need<T: FromJson>(&mut self, name: &'static str) -> T {
        let value = self.needed(name);
        T::of(value, self.misfits)
    }

    /// The value of an optional name.
    pub fn may<T: FromJson + Default>(&mut self, name: &'static str) -> T {
        match self.take(name) {
            Some(value) => T::of(value, self.misfits),
            None => T::default(),
        }
    }

    fn needed(&mut self, name: &'static str) -> Json {
        let found = self.take(name);
        found.unwrap_or_else(|| {
            self.misfits.add(self.end, format!("missing field `{name}`"));
            Json { end: self.end, kind: Kind::Null }
        })
    }

    fn take(&mut self, name: &'static str) -> Option<Json> {
        self.asked.push(name);
        let at = self.left.iter().position(|member| member.name == name)?;
        Some(self.left.remove(at).value)
    }

    fn close(self) {
        for Member { end, name, .. } in &self.left {
            let reason = if self.asked.contains(&name.as_str()) {
                format!("duplicate field `{name}`")
            } else {
                format!("unknown field `{name}`, expected {}", one_of(self.asked.iter().copied()))
            };
            self.misfits.add(*end, reason);
        }
    }
}

/// The value of a word; `otherwise` where it is none of those.
pub fn word<T: Copy>(value: &Json, misfits: &mut Misfits, words: &[(&'static str, T)], otherwise: T) -> T {
    match value.text() {
        Some(text) => match words.iter().find(|(known, _)| *known == text) {
            Some((_, meant)) => return *meant,
            None => {
                let expected = one_of(words.iter().map(|(known, _)| *known));
                misfits.add(value.end, format!("unknown variant `{text}`, expected {expected}"));
            }
        },
        None => misfits.wrong(value, "a string"),
    }
    otherwise
}

fn one_of(names: impl Iterator<Item = &'static str>) -> String {
    let mut text = String::from("one of");
    for (number, name) in names.enumerate() {
        text.push_str(if number == 0 { " `" } else { ", `" });
        text.push_str(name);
        text.push('`');
    }
    text
}

pub(super) fn members(value: Json, misfits: &mut Misfits) -> Vec<Member> {
    match value.kind {
        Kind::Object(members) => members,
        _ => {
            misfits.wrong(&value, "a map");
            Vec::new()
        }
    }
}

fn values(value: Json, misfits: &mut Misfits) -> Vec<Json> {
    match value.kind {
        Kind::List(values) => values,
        _ => {
            misfits.wrong(&value, "a sequence");
            Vec::new()
        }
    }
}

impl FromJson for String {
    fn of(value: Json, misfits: &mut Misfits) -> String {
        match value.kind {
            Kind::Text(text) => text,
            _ => {
                misfits.wrong(&value, "a string");
                String::new()
            }
        }
    }
}

impl FromJson for bool {
    fn of(value: Json, misfits: &mut Misfits) -> bool {
        match value.kind {
            Kind::Bool(is_true) => is_true,
            _ => {
                misfits.wrong(&value, "a boolean");
                false
            }
        }
    }
}

impl FromJson for u32 {
    fn of(value: Json, misfits: &mut Misfits) -> u32 {
        let read = match &value.kind {
            Kind::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        read.unwrap_or_else(|| {
            misfits.wrong(&value, "u32");
            0
        })
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn of(value: Json, misfits: &mut Misfits) -> Option<T> {
        if value.kind == Kind::Null { None } else { Some(T::of(value, misfits)) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn of(value: Json, misfits: &mut Misfits) -> Vec<T> {
        let mut all = Vec::new();
        for value in values(value, misfits) {
            all.push(T::of(value, misfits));
        }
        all
    }
}

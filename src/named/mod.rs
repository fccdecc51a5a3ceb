//! Things by name, in the order in which they were written.

use core::marker::PhantomData;
use core::{fmt, slice};

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Things that each have a name, in the order of the file. There are few, so they are searched one by one.
///
/// ```
/// use authdesk::named::Named;
///
/// let named: Named<u32> = serde_json::from_str(r#"{ "b": 1, "a": 2 }"#).unwrap();
/// assert!(named.keys().eq(["b", "a"]));
/// assert_eq!(named.get("a"), Some(&2));
///
/// let twice = serde_json::from_str::<Named<u32>>(r#"{ "a": 1, "a": 2 }"#);
/// assert!(twice.unwrap_err().to_string().starts_with("duplicate field `a`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T>(Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named(Vec::new())
    }
}

impl<T> Named<T> {
    /// The thing of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        let at = self.place(name)?;
        self.0.get(at).map(|(_, thing)| thing)
    }

    /// The thing of that name, mutable.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let at = self.place(name)?;
        self.0.get_mut(at).map(|(_, thing)| thing)
    }

    /// Whether there is a thing of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Each name with its thing, in order.
    pub fn iter(&self) -> slice::Iter<'_, (String, T)> {
        self.0.iter()
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// The things, in the order of their names.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, thing)| thing)
    }

    /// The things, mutable.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, thing)| thing)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a thing at the end, under this name; one that had the name before is removed.
    pub fn insert(&mut self, name: &str, thing: T) {
        self.remove(name);
        self.0.push((name.to_owned(), thing));
    }

    /// Removes the thing of that name, and returns it.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        self.place(name).map(|at| self.0.remove(at).1)
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == name)
    }
}

impl<'n, T> IntoIterator for &'n Named<T> {
    type Item = &'n (String, T);
    type IntoIter = slice::Iter<'n, (String, T)>;

    fn into_iter(self) -> slice::Iter<'n, (String, T)> {
        self.0.iter()
    }
}

/// A name that occurs twice is an error. The maps of the standard library would keep the last one.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Named<T>, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NamedVisitor<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named<T>, A::Error> {
        let mut all = Named::default();
        while let Some(name) = map.next_key::<String>()? {
            if all.contains_key(&name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            all.0.push((name, map.next_value()?));
        }
        Ok(all)
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, thing)| (name, thing)))
    }
}

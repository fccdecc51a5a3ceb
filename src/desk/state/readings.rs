//! What was read from the texts entered, until a text changes or what it was read with.

use core::any::Any;
use core::cell::RefCell;
use core::fmt;
use std::rc::Rc;

use super::Field;

/// The readings of one session. Each is made once: no render, no tick of the clock and no change of the language reads a
/// text again.
///
/// They are kept without their types, so that the first part of the program, which has every session, knows no reader.
#[derive(Clone, Default)]
pub(in crate::desk) struct Readings(RefCell<Vec<Reading>>);

/// What it is of, and the reading with its key.
type Reading = (Option<Field>, Rc<dyn Any>);

impl Readings {
    /// The reading of a field's text, or of the box for anything without a field. `key` is whatever else it depends on; its type tells it from the other readings of
    /// that field.
    pub(in crate::desk) fn of<K, V>(&self, field: impl Into<Option<Field>>, key: K, read: impl FnOnce() -> V) -> Rc<V>
    where
        K: PartialEq + 'static,
        V: 'static,
    {
        let field = field.into();
        if let Some(value) = self.known(field, &key) {
            return value;
        }
        // A reader may ask for another reading meanwhile, so nothing is borrowed here.
        let value = Rc::new(read());
        let mut all = self.0.borrow_mut();
        all.retain(|(of, one)| *of != field || !one.is::<(K, Rc<V>)>());
        all.push((field, Rc::new((key, Rc::clone(&value)))));
        value
    }

    fn known<K: PartialEq + 'static, V: 'static>(&self, field: Option<Field>, key: &K) -> Option<Rc<V>> {
        let all = self.0.borrow();
        let mut same = all.iter().filter(|(of, _)| *of == field);
        let (known, value) = same.find_map(|(_, one)| one.downcast_ref::<(K, Rc<V>)>())?;
        (known == key).then(|| Rc::clone(value))
    }

    /// Forgets what was read from a field's text.
    pub(in crate::desk) fn forget(&mut self, field: Field) {
        self.0.get_mut().retain(|(of, _)| *of != Some(field));
    }
}

/// They contain what was typed.
impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Readings")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_until_it_or_the_key_changes() {
        let mut readings = Readings::default();
        let mut count = 0;
        let mut read = |readings: &Readings, field, key: &'static str| {
            *readings.of(field, key, || {
                count += 1;
                count
            })
        };
        assert_eq!(read(&readings, Field::Jwt, "a"), 1);
        assert_eq!(read(&readings, Field::Jwt, "a"), 1);
        assert_eq!(read(&readings, Field::Answer, "a"), 2);
        assert_eq!(read(&readings.clone(), Field::Jwt, "a"), 1);
        assert_eq!(read(&readings, Field::Jwt, "b"), 3);
        assert_eq!(read(&readings, Field::Jwt, "a"), 4, "only the last one is kept");
        readings.forget(Field::Jwt);
        assert_eq!(read(&readings, Field::Jwt, "a"), 5);
        assert_eq!(read(&readings, Field::Answer, "a"), 2);
    }

    #[test]
    fn readings_of_one_field_are_told_apart_by_their_types() {
        let readings = Readings::default();
        assert_eq!(*readings.of(Field::Jwt, (), || 1), 1);
        assert_eq!(*readings.of(Field::Jwt, (), || "text"), "text");
        assert_eq!(*readings.of(Field::Jwt, (), || 2), 1);
        assert_eq!(*readings.of(Field::Jwt, 7_u8, || readings.of(Field::Error, (), || 3_u8).wrapping_add(1)), 4);
    }
}

//! A pasted text taken apart: its format, its values, and what is wrong with its quoting.

use std::rc::Rc;

use crate::blocks::BlockFormat;
use crate::desk::{Desk, Field, NameList};
use crate::oauth::Secret;
use crate::reading::{BlockReading, ReadValue, block_formats, read_block};

/// What a pasted text contains.
#[derive(Debug)]
pub struct StringReading {
    /// The format that it most likely has; `None` where none fits.
    pub likeliest: Option<BlockFormat>,
    /// The format in which it was read.
    pub format: Option<BlockFormat>,
    /// Its values, and what is wrong with it.
    pub read: Option<BlockReading>,
    /// Its secrets, also as the likeliest format has them: what is masked does not depend on a choice.
    secrets: Vec<Secret>,
}

impl StringReading {
    /// The values that are shown, and how many there are besides: thousands of them would hold up each keystroke.
    #[must_use]
    pub fn shown(&self) -> (&[ReadValue], usize) {
        let all = self.read.as_ref().map_or(&[][..], |read| &read.values);
        let (shown, more) = all.split_at(all.len().min(NameList::MOST));
        (shown, more.len())
    }
}

/// The pasted text; `None` while the field is empty.
#[must_use]
pub fn reading(desk: &Desk) -> Option<Rc<StringReading>> {
    let pasted = desk.session().entry(Field::Block);
    let read_as = desk.string.read_as;
    let read = || {
        // EXPOSE: the reader works on the pasted text itself; what it returns contains its values as secrets.
        let text = pasted.expose();
        let likeliest = block_formats(text).into_iter().next();
        let format = read_as.or(likeliest);
        let read = format.map(|format| read_block(text, format));
        let other = likeliest.filter(|one| Some(*one) != format).map(|format| read_block(text, format));
        let values = read.iter().chain(&other).flat_map(|read| &read.values);
        let secrets = values.filter(|value| value.is_secret && !value.value.is_empty());
        let secrets = secrets.map(|value| value.value.clone()).collect();
        StringReading { likeliest, format, read, secrets }
    };
    (!pasted.is_empty()).then(|| desk.session().readings.of(Field::Block, read_as, read))
}

/// The secrets in the pasted text.
pub(in crate::desk) fn secrets(desk: &Desk) -> Vec<Secret> {
    reading(desk).map(|reading| reading.secrets.clone()).unwrap_or_default()
}

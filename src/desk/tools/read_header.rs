//! A pasted `Authorization` header, decoded.

use std::rc::Rc;

use super::Listed;
use crate::desk::{Desk, Field};
use crate::reading::{HeaderReading, read_header};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolReadHeader, lead: Text::ToolReadHeaderLead, reads: true };

/// What it asks for is in its reader.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What the pasted header says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<Rc<HeaderReading>> {
    let pasted = desk.session().entry(Field::Header);
    let shape = desk.pair_shape();
    // EXPOSE: the reader works on the pasted text itself; what it returns contains the credentials as secrets.
    let read = || read_header(pasted.expose(), &shape);
    (!pasted.is_empty()).then(|| desk.session().readings.of(Field::Header, shape, read))
}

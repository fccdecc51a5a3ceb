//! A pasted `Authorization` header, decoded.

use crate::desk::{Desk, Field};
use crate::reading::{HeaderReading, read_header};

impl Desk {
    /// What the pasted header says; `None` while the field is empty.
    #[must_use]
    pub fn header_reading(&self) -> Option<HeaderReading> {
        let pasted = self.session().entry(Field::Header);
        // EXPOSE: the reader works on the pasted text itself; what it returns contains the credentials as secrets.
        (!pasted.is_empty()).then(|| read_header(pasted.expose(), &self.pair_shape()))
    }
}

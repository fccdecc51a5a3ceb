//! A URL whose query has the values: RFC 3986 §3.4, with every name and value escaped ([`percent_encoded`]), a space as
//! `%20`, so that readers of forms and of URLs get the same text. Every text can be written.
//!
//! The query is added at the end of the address, also after a `#`: the addresses of some pages have their query there.

use super::writer::{TRUE_FALSE, Writer};
use super::{Block, BlockError};
use crate::oauth::percent_encoded;

pub(super) fn write(block: &Block<'_>, out: &mut Writer) -> Result<(), BlockError> {
    out.start_line();
    out.add(block.command);
    let mut joint = match block.command {
        address if address.ends_with(['?', '&']) => "",
        address if address.contains('?') => "&",
        _ => "?",
    };
    for line in block.lines {
        out.add(joint);
        out.add(&percent_encoded(&line.key));
        out.add("=");
        out.value(line, TRUE_FALSE, |text| Ok(percent_encoded(text)))?;
        joint = "&";
    }
    Ok(())
}

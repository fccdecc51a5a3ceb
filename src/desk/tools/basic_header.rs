//! The `Authorization` header built from what is entered.

use super::Listed;
use crate::desk::{Desk, Field, PlainField};
use crate::oauth::{PairEncoding, Secret, authorization_header};
use crate::reading::{Finding, header_findings};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::HeaderLabel, lead: Text::ToolBasicHeaderLead, reads: false };

/// The two values of the header (RFC 7617 §2).
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    vec![Field::ClientId, Field::ClientSecret]
}

/// The header, and the findings about the credentials.
#[derive(Clone, Debug)]
pub struct HeaderView {
    /// As the provider wants it, with an empty secret if none is entered, which is a finding then; `None` where there
    /// cannot be one.
    pub header: Option<Secret>,
    /// The other way of joining the client ID and secret, where it differs.
    pub other: Option<Secret>,
    /// How client ID and secret are joined in `header`.
    pub encoding: PairEncoding,
    /// The findings about the credentials as a whole; those about one value are next to its field.
    pub findings: Vec<Finding>,
    /// Whether a value is entered that cannot be in a header.
    pub is_refused: bool,
}

/// The header of the client ID and secret entered here.
#[must_use]
pub fn view(desk: &Desk) -> HeaderView {
    let (id, secret) = (desk.session().plain(PlainField::ClientId), desk.session().entry(Field::ClientSecret));
    let encoding = desk.pair_encoding();
    let other = match encoding {
        PairEncoding::Raw => PairEncoding::FormEncoded,
        PairEncoding::FormEncoded => PairEncoding::Raw,
    };
    let header = authorization_header(id, secret, encoding).ok();
    let other = authorization_header(id, secret, other).ok();
    let differs = header.as_ref().zip(other.as_ref()).is_some_and(|(one, two)| !one.same_as(two));
    let found = header_findings(id, secret, encoding);
    HeaderView {
        is_refused: header.is_none() && !found.is_empty(),
        header,
        other: other.filter(|_| differs),
        encoding,
        findings: found.into_iter().filter(|finding| finding.span.is_none()).collect(),
    }
}

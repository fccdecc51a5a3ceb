//! The `Authorization` header built from what is entered.

use crate::desk::{Desk, Field, PlainField};
use crate::oauth::{PairEncoding, Secret, authorization_header};
use crate::reading::{Finding, header_findings};

/// The header, and the findings about the credentials.
#[derive(Clone, Debug)]
pub struct HeaderView {
    /// As the provider wants it.
    pub header: Option<Secret>,
    /// The other way of joining the client ID and secret, where it differs.
    pub other: Option<Secret>,
    /// Which way `header` is.
    pub encoding: PairEncoding,
    /// The findings about the credentials as a whole; those about one value are next to its field.
    pub findings: Vec<Finding>,
    /// Whether both values are entered and one of them cannot be in a header.
    pub is_refused: bool,
}

impl Desk {
    /// How this view's provider wants the client ID and secret joined.
    #[must_use]
    pub fn pair_encoding(&self) -> PairEncoding {
        self.provider().map_or(PairEncoding::Raw, |provider| provider.client_authentication.into())
    }

    /// The header of the client ID and secret entered here.
    #[must_use]
    pub fn header_view(&self) -> HeaderView {
        let (id, secret) = (self.session().plain(PlainField::ClientId), self.session().entry(Field::ClientSecret));
        let encoding = self.pair_encoding();
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
            findings: found.into_iter().filter(|finding| finding.place.is_none()).collect(),
        }
    }
}

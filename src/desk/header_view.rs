//! The `Authorization` header of what is entered.

use super::{Desk, Field};
use crate::oauth::{PairEncoding, Secret, authorization_header};
use crate::reading::{Finding, header_findings};

/// The header, and what is to be said of the pair.
#[derive(Clone, Debug)]
pub struct HeaderView {
    /// As the provider wants it.
    pub header: Option<Secret>,
    /// The other way of joining the pair, where it differs.
    pub other: Option<Secret>,
    /// Which way `header` is.
    pub encoding: PairEncoding,
    /// What is to be said of the pair as a whole; what is odd about one value stands beside its field.
    pub findings: Vec<Finding>,
    /// Whether both values are there and one of them can be in no header.
    pub is_refused: bool,
}

impl Desk {
    /// How this view's provider wants the pair.
    #[must_use]
    pub fn pair_encoding(&self) -> PairEncoding {
        self.provider().map_or(PairEncoding::Raw, |provider| provider.client_authentication.into())
    }

    /// The header of the client identifier and secret entered here.
    #[must_use]
    pub fn header_view(&self) -> HeaderView {
        let (id, secret) = (self.work().plain(Field::ClientId), self.work().entry(Field::ClientSecret));
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

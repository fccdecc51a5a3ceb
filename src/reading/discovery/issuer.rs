//! What is odd about the issuer of a document, by itself and beside the URLs that it stands for.

use strum::VariantArray;

use super::address::{are_of_one_site, host_and_path, is_of_issuer};
use super::names::ISSUER;
use super::places::Located;
use super::values::has_placeholder;
use super::{MetadataEndpoint, ServerMetadata};
use crate::oauth::{Endpoint, EndpointError};
use crate::reading::{Detail, Finding, FindingKind};

/// `address`: the URL that the document was read from, where that is known.
pub(super) fn findings(located: &Located, metadata: &ServerMetadata, address: Option<&str>) -> Vec<Finding> {
    let Some(issuer) = metadata.issuer.as_deref() else { return vec![Finding::whole(FindingKind::IssuerMissing)] };
    let range = located.member(ISSUER).map_or(0..0, |placed| placed.range);
    let at = |kind| located.finding(kind, &range);
    if has_placeholder(issuer) {
        return vec![at(FindingKind::IssuerPlaceholder)];
    }
    let bare = issuer.split(['?', '#']).next().unwrap_or_default();
    let mut found = Vec::new();
    if bare.len() < issuer.len() {
        found.push(at(FindingKind::IssuerHasQuery));
    }
    if let Err(EndpointError::Scheme | EndpointError::NotSecure | EndpointError::MissingHost) = Endpoint::parse(bare) {
        found.push(at(FindingKind::IssuerNotHttps));
    }
    found.extend(beside_address(metadata, issuer, address).map(at));
    // The address says more about where the endpoints should be than the issuer does.
    if address.is_none() {
        found.extend(
            beside_endpoints(metadata, bare).map(|name| at(FindingKind::IssuerOtherHost).naming(Detail::Name(name))),
        );
    }
    found
}

/// That the document is not the one of its issuer (RFC 8414 §3.3, OpenID Connect Discovery 1.0 §4.3). It is worse if its
/// endpoints are elsewhere too: then the server is not known to itself by the name that it was reached by.
fn beside_address(metadata: &ServerMetadata, issuer: &str, address: Option<&str>) -> Option<FindingKind> {
    let address = address.filter(|address| !is_of_issuer(address, issuer))?;
    let (reached, _) = host_and_path(address)?;
    let mut hosts = hosts(metadata).map(|(_, host)| host).peekable();
    let is_elsewhere = hosts.peek().is_some() && hosts.all(|host| !are_of_one_site(&host, &reached));
    Some(if is_elsewhere { FindingKind::EndpointsOtherAddress } else { FindingKind::IssuerOtherAddress })
}

/// The first endpoint that is not on a host of the issuer's organization.
fn beside_endpoints(metadata: &ServerMetadata, issuer: &str) -> Option<&'static str> {
    let (own, _) = host_and_path(issuer)?;
    hosts(metadata).find(|(_, host)| !are_of_one_site(host, &own)).map(|(endpoint, _)| endpoint.name())
}

fn hosts(metadata: &ServerMetadata) -> impl Iterator<Item = (MetadataEndpoint, String)> + '_ {
    MetadataEndpoint::VARIANTS.iter().filter_map(|endpoint| {
        let (host, _) = host_and_path(metadata.endpoint(*endpoint)?.as_str())?;
        Some((*endpoint, host))
    })
}

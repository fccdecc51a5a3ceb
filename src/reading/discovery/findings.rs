//! What a document means for what is to be done: endpoints, grant types, PKCE, client authentication and scopes.

use std::collections::BTreeSet;

use super::names::{AUTHENTICATION, CHALLENGES, GRANTS, PUSHED_ONLY};
use super::places::Located;
use super::{MetadataContext, MetadataEndpoint, NamedList, ServerMetadata};
use crate::oauth::scope_list;
use crate::reading::{Detail, Finding, FindingKind, RequestGrant};

pub(super) fn of_use(located: &Located, metadata: &ServerMetadata, context: &MetadataContext<'_>) -> Vec<Finding> {
    let at = |kind, name: &str| {
        located.member(name).map_or(Finding::whole(kind), |placed| located.finding(kind, &placed.range))
    };
    let mut found = missing_endpoints(metadata, context);
    found.extend(grant(metadata, context).map(|(kind, name)| at(kind, GRANTS).naming(Detail::Name(name))));
    if is_by_code(metadata, context) {
        found.extend(pkce(metadata).map(|kind| at(kind, CHALLENGES)));
        if metadata.pushed_only {
            found.push(at(FindingKind::PushedRequestsOnly, PUSHED_ONLY));
        }
    }
    if is_out_of_reach(metadata) {
        found.push(at(FindingKind::AuthenticationOutOfReach, AUTHENTICATION));
    }
    found.extend(
        other_scopes(metadata, context)
            .map(|count| Finding::whole(FindingKind::ScopesNotListed).naming(Detail::Count(count))),
    );
    found
}

/// Endpoints that are needed and not named. One that is named and cannot be used has a finding of its own.
fn missing_endpoints(metadata: &ServerMetadata, context: &MetadataContext<'_>) -> Vec<Finding> {
    const BOTH: [MetadataEndpoint; 2] = [MetadataEndpoint::Authorization, MetadataEndpoint::Token];
    const TOKEN: [MetadataEndpoint; 1] = [MetadataEndpoint::Token];
    // Without a list, RFC 8414 §2 assumes two grant types that use the authorization endpoint.
    let uses_authorization = match &metadata.grants {
        NamedList::Names(_) => metadata.grants.has(RequestGrant::AuthorizationCode.name()),
        NamedList::LeftOut => true,
        NamedList::Unreadable => false,
    };
    let usual: &[MetadataEndpoint] = if uses_authorization { &BOTH } else { &TOKEN };
    let needed = context.endpoints.unwrap_or(usual);
    let is_missing = |one: &&MetadataEndpoint| metadata.endpoint(**one).is_none() && !metadata.is_unusable(**one);
    let finding =
        |one: &MetadataEndpoint| Finding::whole(FindingKind::EndpointMissing).naming(Detail::Name(one.name()));
    needed.iter().filter(is_missing).map(finding).collect()
}

/// Whether the grant type that is wanted is named.
fn grant(metadata: &ServerMetadata, context: &MetadataContext<'_>) -> Option<(FindingKind, &'static str)> {
    let wanted = context.grant.filter(|grant| *grant != RequestGrant::Other)?;
    let kind = match &metadata.grants {
        NamedList::Unreadable => return None,
        // What RFC 8414 §2 assumes then.
        NamedList::LeftOut if wanted == RequestGrant::AuthorizationCode => return None,
        NamedList::LeftOut => FindingKind::GrantsLeftOut,
        NamedList::Names(_) if names_grant(&metadata.grants, wanted) => return None,
        NamedList::Names(_) => FindingKind::GrantNotListed,
    };
    Some((kind, wanted.name()))
}

/// The short name of the device flow's grant type is in the documents of some servers that accept the one of RFC 8628
/// §3.4.
fn names_grant(grants: &NamedList, wanted: RequestGrant) -> bool {
    grants.has(wanted.name()) || wanted == RequestGrant::DeviceCode && grants.has("device_code")
}

/// Whether a code is requested, as far as that is known.
fn is_by_code(metadata: &ServerMetadata, context: &MetadataContext<'_>) -> bool {
    match context.grant {
        Some(grant) => grant == RequestGrant::AuthorizationCode,
        None => metadata.endpoint(MetadataEndpoint::Authorization).is_some(),
    }
}

fn pkce(metadata: &ServerMetadata) -> Option<FindingKind> {
    match &metadata.challenges {
        NamedList::LeftOut => Some(FindingKind::PkceLeftOut),
        NamedList::Names(_) if !metadata.challenges.has("S256") => Some(FindingKind::PkceWithoutS256),
        NamedList::Names(_) | NamedList::Unreadable => None,
    }
}

/// Whether no method of client authentication is one that a request of this page can have.
fn is_out_of_reach(metadata: &ServerMetadata) -> bool {
    let methods = metadata.authentication_methods();
    !methods.is_empty() && methods.iter().all(|method| !REACHED.contains(method))
}

/// Client ID and secret in the header or in the form, or no secret (RFC 7591 §2).
const REACHED: [&str; 3] = ["client_secret_basic", "client_secret_post", "none"];

/// How many scopes were entered that the document does not name.
fn other_scopes(metadata: &ServerMetadata, context: &MetadataContext<'_>) -> Option<usize> {
    let NamedList::Names(_) = &metadata.scopes else { return None };
    let named: BTreeSet<&String> = metadata.scopes.names().iter().collect();
    let count = scope_list(context.scopes).iter().filter(|scope| !named.contains(scope)).count();
    (count > 0).then_some(count)
}

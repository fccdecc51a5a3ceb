//! Parameters whose name is nearly right: a server ignores what it does not know (RFC 6749 §3.2).

use super::parameters::needs;
use super::{ByteFinding, GrantWord, MOST_SAID};
use crate::reading::parameter_names::{Meant, is_own, meant_by};
use crate::reading::request::draft::{Asks, Draft, Param, host_and_path};
use crate::reading::server::Server;
use crate::reading::{Detail, FindingKind};

/// Adds what is called nearly right, and takes out what seemed to be missing because of that.
pub(super) fn misnamed(draft: &Draft, asks: &Asks, server: Server, found: &mut Vec<ByteFinding>) {
    let address = draft.address();
    let (host, _) = host_and_path(&address);
    let required = needs(asks, server);
    let has_standard = asks.all().any(|field| field.name.contains('_') && meant_by(&field.name).is_none());
    let mut said: Vec<&'static str> = Vec::new();
    for field in asks.all().filter(|field| !field.value.text.is_empty()) {
        let Some(meant) = meant_by(&field.name).filter(|meant| asks.field(meant.name).is_none()) else { continue };
        let is_missing = required.contains(&meant.name) || found.iter().any(|one| is_about(one, meant.name));
        // An API of its own may call all of them so, if it takes JSON.
        let is_of_rfc = is_missing || has_standard || !asks.is_json || server == Server::Provider;
        // The end of a program that is cut off.
        let is_cut_off = draft.has_unknown_fields && meant.name.starts_with(field.name.trim_end_matches('_'));
        let is_meant = is_of_rfc && !is_cut_off && (meant.is_sure || is_missing) && belongs(draft, asks, field, meant);
        if is_meant && !is_own(host, &field.name) && !said.contains(&meant.name) && said.len() < MOST_SAID {
            said.push(meant.name);
            found.push(ByteFinding::over(FindingKind::ParameterMisnamed, field.span).naming(meant.name));
        }
    }
    let is_client = said.iter().any(|name| matches!(*name, "client_id" | "client_secret" | "client_assertion"));
    found.retain(|one| match one.kind {
        FindingKind::ParameterMissing => !said.iter().any(|name| one.detail == Some(Detail::Name(name))),
        FindingKind::ClientAuthenticationMissing | FindingKind::ClientMaybePublic => !is_client,
        _ => true,
    });
}

fn is_about(one: &ByteFinding, name: &'static str) -> bool {
    one.kind == FindingKind::ParameterMissing && one.detail == Some(Detail::Name(name))
}

/// Whether a request with this grant type has that parameter, and nothing else stands for it.
fn belongs(draft: &Draft, asks: &Asks, field: &Param, meant: Meant) -> bool {
    let grant = GrantWord::of(asks);
    let is_of = |own: GrantWord| grant.is_none_or(|grant| grant == own || grant == GrantWord::Other);
    match meant.name {
        "code" | "code_verifier" => is_of(GrantWord::AuthorizationCode),
        "redirect_uri" => is_of(GrantWord::AuthorizationCode) && (meant.is_sure || field.value.text.contains("://")),
        "refresh_token" => is_of(GrantWord::RefreshToken),
        "account_id" => is_of(GrantWord::AccountCredentials),
        "username" | "password" => grant == Some(GrantWord::Password),
        // What is in the header is not looked for in the body.
        "client_id" | "client_secret" => draft.header("Authorization").is_none() && draft.user.is_none(),
        // Of the authorization request.
        "response_type" | "code_challenge" | "code_challenge_method" => false,
        _ => true,
    }
}

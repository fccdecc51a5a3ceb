//! The redirect URL of an authorization request (RFC 6749 §3.1.2).

use super::Check;
use super::encoded::is_encoded_address;
use super::names::cut_off;
use crate::oauth::Endpoint;
use crate::reading::insertions::is_inserted;
use crate::reading::request::has_response;
use crate::reading::server::is_of_own_network;
use crate::reading::value::{is_masked, is_unset};
use crate::reading::{Finding, FindingKind, redirect_findings};

impl Check<'_, '_> {
    pub(super) fn redirect(&mut self) {
        let Some(part) = self.value("redirect_uri").copied() else { return };
        let value = part.decoded();
        // What somebody hid is left alone too.
        let is_hidden = is_masked(&value) && !value.contains(':') || value.chars().all(|ch| ch == '.');
        if is_inserted(&value) || is_hidden {
            return;
        }
        if is_encoded_address(&value) {
            // What does not decode to text was kept as it is, and that may be encoded only once.
            let is_decoded = value != part.written();
            let kind = if is_decoded { FindingKind::EncodedTwice } else { FindingKind::NoAddress };
            return self.add_value(kind, &part);
        }
        if is_unset(&value) {
            return self.add_named(FindingKind::ValueNotSet, &part, "redirect_uri");
        }
        if has_response(&value) {
            self.add_value(FindingKind::RedirectHasCode, &part);
        }
        if part.written().contains("://") {
            // What is encoded in it is decoded once by the server, and is then a part of this URL instead of its value.
            let is_half = ["%26", "%3d", "%3D", "%23"].iter().any(|sign| part.written().contains(sign));
            let kind = if is_half { FindingKind::RedirectHalfEncoded } else { FindingKind::RedirectNotEncoded };
            self.add_value(kind, &part);
        }
        let cut_off = cut_off(self.address, self.habits);
        if let Some(cut) = cut_off {
            self.add(Finding::over(FindingKind::RedirectCutOff, cut.start, cut.end - cut.start));
        }
        self.space_ends(&part);
        let takes_loopback = self.habits.takes_loopback_with_pkce && self.value("code_challenge").is_some();
        let is_disputed =
            self.habits.disputes_localhost && !self.is_other && !(takes_loopback && is_loopback_literal(&value));
        // A problem inside the value is reported for the whole value, because one character of it can be three in the
        // text.
        for finding in redirect_findings(value.trim(), is_disputed) {
            match finding.kind {
                FindingKind::RedirectNotHttps if self.is_other && is_in_own_network(&value) => {}
                FindingKind::NotHttps => self.add_value(FindingKind::RedirectNotHttps, &part),
                kind => self.add_value(kind, &part),
            }
        }
        if cut_off.is_none()
            && !self.is_other
            && !self.habits.redirect_url.is_empty()
            && value != self.habits.redirect_url
        {
            self.add_value(FindingKind::RedirectDiffers, &part);
        }
    }
}

/// The IPv4 address in RFC 8252 §7.3, which does not include `localhost`.
fn is_loopback_literal(redirect: &str) -> bool {
    Endpoint::parse(redirect).is_ok_and(|endpoint| endpoint.host() == "127.0.0.1")
}

fn is_in_own_network(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().is_some_and(is_of_own_network)
}

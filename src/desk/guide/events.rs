//! The events that the provider reports to the product.

use crate::catalog::{Events, FromProduct, Sentence};
use crate::desk::parts::template::{is_secret, missing_fields, url_part};
use crate::desk::{Desk, Field};
use crate::oauth::Secret;
use crate::reading::{Finding, endpoint_findings};

/// The event notification URL.
#[derive(Clone, Debug)]
pub enum EventUrl<'d> {
    /// It is built from what is entered.
    Built {
        /// The URL.
        url: Secret,
        /// Whether a secret is in it.
        is_secret: bool,
        /// What was noticed in it.
        findings: Vec<Finding>,
    },
    /// These fields are missing for it.
    Needs(Vec<Field>),
    /// The product shows it there.
    FromProduct(&'d FromProduct),
}

/// The event notification URL of this way to connect.
#[must_use]
pub fn event_url(desk: &Desk) -> Option<EventUrl<'_>> {
    let events = events(desk)?;
    if let Some(from) = &events.from_product {
        return Some(EventUrl::FromProduct(from));
    }
    let endpoint = events.endpoint.as_ref()?;
    Some(match endpoint.fill(|hole| url_part(desk, hole)) {
        Ok(url) => {
            // EXPOSE: only what is wrong with it is used.
            let findings = endpoint_findings(url.expose());
            EventUrl::Built { is_secret: is_secret(desk, endpoint), findings, url }
        }
        Err(_) => EventUrl::Needs(missing_fields(desk, [endpoint])),
    })
}

/// The events to select, each with whether it can be left out.
#[must_use]
pub fn event_names(desk: &Desk) -> Vec<(&str, bool)> {
    let Some(events) = events(desk) else { return Vec::new() };
    let needed = events.names.iter().map(|name| (name.as_str(), false));
    needed.chain(events.optional.iter().map(|name| (name.as_str(), true))).collect()
}

/// A remark about the events, if the product's file has one.
#[must_use]
pub fn events_remark(desk: &Desk) -> Option<&Sentence> {
    let prose = desk.guide()?.prose.variants.get(&desk.variant()?.id)?;
    Some(&prose.events).filter(|sentence| !sentence.is_empty())
}

fn events(desk: &Desk) -> Option<&Events> {
    desk.variant()?.events.as_ref()
}

//! The redirect URLs of a product, and what goes into the allow list.

use crate::catalog::{FromProduct, Redirect, Sentence, Template, Variant};
use crate::desk::parts::template::{missing_fields, url_part};
use crate::desk::{Desk, Field, PlainField};

/// The URLs that the product prescribes as redirect URL, as far as they can be built from what is entered.
#[must_use]
pub fn offered_redirects(desk: &Desk) -> Vec<String> {
    redirect(desk).map_or_else(Vec::new, |redirect| built(desk, &redirect.offered))
}

/// Those of them that are not entered already.
#[must_use]
pub fn other_redirects(desk: &Desk) -> Vec<String> {
    let entered = desk.session().plain(PlainField::RedirectUrl);
    offered_redirects(desk).into_iter().filter(|url| url != entered).collect()
}

/// The fields that are missing for a URL that the product prescribes; none if all of them can be built.
#[must_use]
pub fn missing_for_redirects(desk: &Desk) -> Vec<Field> {
    redirect(desk).map_or_else(Vec::new, |redirect| missing_fields(desk, &redirect.offered))
}

/// What goes into the allow list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowList {
    /// The entries that can be built from what is entered.
    pub entries: Vec<String>,
    /// The fields that are missing for the others.
    pub missing: Vec<Field>,
}

/// What goes into the allow list: the redirect URL itself, where the product prescribes nothing else.
#[must_use]
pub fn allow_list(desk: &Desk) -> Option<AllowList> {
    let redirect = redirect(desk)?;
    if !redirect.allow_list.is_empty() {
        let entries = built(desk, &redirect.allow_list);
        return Some(AllowList { entries, missing: missing_fields(desk, &redirect.allow_list) });
    }
    let entered = desk.session().plain(PlainField::RedirectUrl);
    let entries: Vec<String> = Some(entered.to_owned()).filter(|url| !url.is_empty()).into_iter().collect();
    let missing = if entries.is_empty() { vec![Field::RedirectUrl] } else { Vec::new() };
    Some(AllowList { entries, missing })
}

/// Where the product shows its redirect URL, where it does.
#[must_use]
pub fn redirect_from_product(desk: &Desk) -> Option<&FromProduct> {
    redirect(desk)?.from_product.as_ref()
}

/// Whether this page itself can be the redirect URL: the admin gets the code on this page, and the product
/// prescribes no redirect URL.
#[must_use]
pub fn can_be_redirect(desk: &Desk) -> bool {
    let is_own = |redirect: &Redirect| redirect.offered.is_empty() && redirect.from_product.is_none();
    desk.variant().is_some_and(Variant::brings_code) && redirect(desk).is_none_or(is_own)
}

/// The hint below the field for the redirect URL, if the product's file has one.
#[must_use]
pub fn redirect_hint(desk: &Desk) -> Option<&Sentence> {
    let prose = desk.guide()?.prose.variants.get(&desk.variant()?.id)?;
    Some(&prose.redirect).filter(|sentence| !sentence.is_empty())
}

fn redirect(desk: &Desk) -> Option<&Redirect> {
    desk.variant()?.redirect.as_ref()
}

fn built(desk: &Desk, templates: &[Template]) -> Vec<String> {
    let filled = templates.iter().filter_map(|template| template.fill(|hole| url_part(desk, hole)).ok());
    // EXPOSE: no redirect URL is built from a secret.
    filled.map(|url| url.expose().to_owned()).collect()
}

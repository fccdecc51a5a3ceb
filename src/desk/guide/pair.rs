//! Two identical installations of a product that must not share an app: the guide is gone through twice.

use std::borrow::Cow;

use strum::VariantArray;

use super::progress_sentence;
use crate::catalog::Sentence;
use crate::desk::tools::redirect;
use crate::desk::{Desk, Field, Installation};
use crate::reading::{Finding, FindingKind};
use crate::texts::Text;

/// Whether the guide is gone through twice.
#[must_use]
pub fn needs_pair(desk: &Desk) -> bool {
    desk.variant().is_some_and(|variant| variant.redundant_pair)
}

/// The installations to choose from: whether each is shown, and how far its guide is. None without a pair.
#[must_use]
pub fn installations(desk: &Desk) -> Vec<(Installation, bool, String)> {
    if !needs_pair(desk) {
        return Vec::new();
    }
    let shown = desk.shown_installation();
    let one = |installation: &Installation| {
        let is_shown = *installation == shown;
        let far = if is_shown { progress_sentence(desk) } else { progress_sentence(&desk.in_other_installation()) };
        (*installation, is_shown, far)
    };
    Installation::VARIANTS.iter().map(one).collect()
}

/// The name to give the app. The product's file has that of the first one: two apps of one name are taken for each other,
/// so the second one is counted on, where that name ends with its number.
#[must_use]
pub fn suggested_app_name(desk: &Desk) -> Option<Cow<'_, str>> {
    let name = desk.variant()?.app_name.as_deref()?;
    let shown = desk.shown_installation();
    if shown == Installation::First {
        return Some(Cow::Borrowed(name));
    }
    let base = name.strip_suffix(Installation::First.number())?;
    Some(Cow::Owned([base, shown.number()].concat()))
}

/// Which of the two installations the steps are about; `None` without a pair.
#[must_use]
pub fn installation_shown(desk: &Desk) -> Option<String> {
    let number = desk.shown_installation().number();
    needs_pair(desk).then(|| desk.texts.fill(Text::PairNumber, &[("number", number)]))
}

/// What a pair needs, and where the ways to connect the product differ in that; also said of a way without a pair.
#[must_use]
pub fn pair_sentence(desk: &Desk) -> Option<&Sentence> {
    let prose = desk.guide()?.prose.variants.get(&desk.variant()?.id)?;
    Some(&prose.pair).filter(|sentence| !sentence.is_empty())
}

/// What both installations have and must not share.
#[must_use]
pub fn pair_findings(desk: &Desk) -> Vec<Finding> {
    if !needs_pair(desk) {
        return Vec::new();
    }
    let shown = desk.shown_installation();
    let (here, there) = (desk.session_of(shown), desk.session_of(shown.other()));
    let is_same = |field: Field| !here.entry(field).is_empty() && here.entry(field).same_as(there.entry(field));
    let is_of_other = || redirect::installation(desk, here.entry(Field::Landed)) == Some(shown.other());
    [
        (FindingKind::PairSameClientId, is_same(Field::ClientId)),
        (FindingKind::PairSameSecret, is_same(Field::ClientSecret)),
        (FindingKind::PairOtherCode, is_same(Field::Landed) || is_of_other()),
        (FindingKind::PairSameResponse, is_same(Field::Answer)),
    ]
    .into_iter()
    .filter(|(_, is_so)| *is_so)
    .map(|(kind, _)| Finding::whole(kind))
    .collect()
}

/// What both installations have and must not share, if it is of that kind.
pub(in crate::desk) fn pair_finding(desk: &Desk, kind: FindingKind) -> Option<Finding> {
    pair_findings(desk).into_iter().find(|finding| finding.kind == kind)
}

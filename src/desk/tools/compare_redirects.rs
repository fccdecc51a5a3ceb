//! Redirect URLs side by side.

use std::rc::Rc;

use super::Listed;
use crate::catalog::{ComparedPart, ComparedShape, ComparisonMode, Confidence, ModeProse, Source};
use crate::desk::{CodeView, Desk, Field, PlainField};
use crate::oauth::Secret;
use crate::reading::{
    Comparison, Finding, FindingKind, ModeRule, Piece, RedirectMode, RedirectText, RedirectTexts, Severity, Shape,
    Verdict, compare_redirects, visible,
};
use crate::texts::Text;

pub(super) const LISTED: Listed =
    Listed { title: Text::ToolCompareRedirects, lead: Text::ToolCompareRedirectsLead, reads: true };

/// None besides the three texts, which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// Two redirect URLs next to each other.
#[derive(Clone, Debug)]
pub struct RedirectPair<'d> {
    /// The first of the two, the reference, and what it is.
    pub left: (RedirectText, Vec<Piece>),
    /// The second of the two, and what it is.
    pub right: (RedirectText, Vec<Piece>),
    /// Each difference, or that there is none. Places are in the second text.
    pub findings: Vec<Finding>,
    /// The finding whose fix ends all differences at once, by a new text in [`Field::Requested`].
    pub fixed_by: Option<Finding>,
    /// What the provider says of all differences together, one for each setting of the app; empty where it does not
    /// compare these two, and where they are the same.
    pub modes: Vec<ModeVerdict<'d>>,
}

/// What the provider does under one setting of the app.
#[derive(Clone, Debug)]
pub struct ModeVerdict<'d> {
    /// The setting's stable name in the catalog; `data-mode`.
    pub id: &'d str,
    /// Its name and what it is; absent while the sentences are loading.
    pub prose: Option<&'d ModeProse>,
    /// What the provider does with the differences under this setting.
    pub verdict: Verdict,
    /// Where that was read.
    pub sources: Vec<&'d Source>,
}

/// The redirect URLs that are known, two by two. The third pair says nothing new if the first is the same.
#[must_use]
pub fn pairs(desk: &Desk) -> Vec<RedirectPair<'_>> {
    let session = desk.session();
    let is_same = session.entry(Field::Registered).same_as(session.entry(Field::Requested));
    let is_new = |pair: &&Comparison| pair.left != RedirectText::Requested || !is_same;
    reading(desk).iter().filter(is_new).map(|one| pair(desk, one, modes(desk))).collect()
}

/// The texts that are known, compared two by two.
pub(in crate::desk) fn reading(desk: &Desk) -> Rc<Vec<Comparison>> {
    let session = desk.session();
    let key = (desk.provider_id(), COMPARED.map(|field| session.revision(field)));
    session.readings.of(Field::Requested, key, || {
        // EXPOSE: the returned URL may contain a code; it is read, and the result ends before its query.
        let [registered, requested, received] = COMPARED.map(|field| session.entry(field).expose());
        let texts = RedirectTexts { registered, requested, received };
        with_redirect_modes(modes(desk), |modes| compare_redirects(&texts, modes))
    })
}

const COMPARED: [Field; 3] = [Field::Registered, Field::Requested, Field::Received];

fn modes(desk: &Desk) -> &[ComparisonMode] {
    desk.provider().map_or(&[], |provider| &provider.redirect_modes)
}

/// The redirect URL of this view next to the returned URL, where they differ.
#[must_use]
pub fn landing_pair<'d>(desk: &'d Desk, view: &CodeView) -> Option<RedirectPair<'d>> {
    if view.findings.iter().all(|finding| finding.kind != FindingKind::AddressDiffers) {
        return None;
    }
    let requested = desk.session().plain(PlainField::RedirectUrl);
    let texts = RedirectTexts { registered: "", requested, received: view.address()? };
    compare_redirects(&texts, &[]).pop().map(|one| pair(desk, &one, &[]))
}

fn pair<'d>(desk: &'d Desk, compared: &Comparison, modes: &'d [ComparisonMode]) -> RedirectPair<'d> {
    let is_sent = (compared.left, compared.right) == (RedirectText::Registered, RedirectText::Requested);
    let is_judged = is_sent && !compared.differences.is_empty();
    let verdicts = modes.iter().enumerate().filter(|_| is_judged).map(|(number, mode)| {
        let all = compared.differences.iter().filter_map(|one| one.verdicts.get(number));
        let verdict = all.copied().max_by_key(|verdict| weight(*verdict)).unwrap_or(Verdict::Unknown);
        let prose = desk.provider_prose().and_then(|prose| prose.redirect_modes.get(&mode.id));
        ModeVerdict { id: &mode.id, prose, verdict, sources: mode_sources(desk, mode) }
    });
    let findings = compared.findings();
    RedirectPair {
        modes: verdicts.collect(),
        fixed_by: findings.first().filter(|finding| finding.fix.is_some()).map(Finding::without_fix),
        findings,
        left: (compared.left, shown(&compared.left_pieces)),
        right: (compared.right, shown(&compared.right_pieces)),
    }
}

fn mode_sources<'d>(desk: &'d Desk, mode: &ComparisonMode) -> Vec<&'d Source> {
    let Some(provider) = desk.provider() else { return Vec::new() };
    let mut names: Vec<&String> = mode.rules.iter().flat_map(|rule| &rule.source).collect();
    names.dedup();
    names.into_iter().filter_map(|name| provider.sources.get(name)).collect()
}

/// What one of the texts is called next to a different one.
#[must_use]
pub fn side_title(side: RedirectText) -> Text {
    match side {
        RedirectText::Registered => Text::SideRegistered,
        RedirectText::Requested => Text::SideRequested,
        RedirectText::Received => Text::SideReceived,
    }
}

/// The heading over two of them.
#[must_use]
pub fn pair_title(pair: &RedirectPair<'_>) -> Text {
    match (pair.left.0, pair.right.0) {
        (_, RedirectText::Requested) => Text::PairRegisteredRequested,
        (RedirectText::Registered, _) => Text::PairRegisteredReceived,
        _ => Text::PairRequestedReceived,
    }
}

/// The sentence for a verdict.
#[must_use]
pub fn verdict_sentence(desk: &Desk, verdict: Verdict) -> String {
    desk.sentence(match verdict {
        Verdict::Accepted => Text::VerdictAccepted,
        Verdict::AcceptedReported => Text::VerdictAcceptedReported,
        Verdict::Refused => Text::VerdictRefused,
        Verdict::RefusedReported => Text::VerdictRefusedReported,
        Verdict::Unknown => Text::VerdictUnknown,
    })
}

/// How bad a verdict is.
#[must_use]
pub fn verdict_level(verdict: Verdict) -> Severity {
    match verdict {
        Verdict::Accepted => Severity::Good,
        Verdict::AcceptedReported | Verdict::Unknown => Severity::Info,
        Verdict::RefusedReported => Severity::Warning,
        Verdict::Refused => Severity::Error,
    }
}

/// Of several differences, the one that is surest to be rejected decides; an unknown one may be rejected.
fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Accepted => 0,
        Verdict::AcceptedReported => 1,
        Verdict::Unknown => 2,
        Verdict::RefusedReported => 3,
        Verdict::Refused => 4,
    }
}

fn shown(pieces: &[Piece]) -> Vec<Piece> {
    let one = |piece: &Piece| {
        // EXPOSE: a redirect URL, shown below the field it was typed into; what was received ends before its query.
        let text = visible(piece.text.expose(), piece.is_marked);
        Piece { text: Secret::new(text), is_marked: piece.is_marked }
    };
    pieces.iter().map(one).collect()
}

/// The catalog's ways of comparing, as types of the reader.
pub fn with_redirect_modes<T>(modes: &[ComparisonMode], compare: impl FnOnce(&[RedirectMode<'_>]) -> T) -> T {
    let kinds: Vec<Vec<Vec<FindingKind>>> = modes
        .iter()
        .map(|mode| {
            mode.rules.iter().map(|rule| rule.parts.iter().flat_map(|part| kinds(*part)).copied().collect()).collect()
        })
        .collect();
    let rules: Vec<Vec<ModeRule<'_>>> = modes
        .iter()
        .zip(&kinds)
        .map(|(mode, kinds)| {
            let rules = mode.rules.iter().zip(kinds);
            rules
                .map(|(rule, kinds)| ModeRule {
                    kinds,
                    shape: shape(rule.shape),
                    verdict: verdict(rule.accepts, rule.sure),
                })
                .collect()
        })
        .collect();
    let modes: Vec<RedirectMode<'_>> =
        modes.iter().zip(&rules).map(|(mode, rules)| RedirectMode { name: &mode.id, rules }).collect();
    compare(&modes)
}

fn verdict(accepts: bool, sure: Confidence) -> Verdict {
    match (accepts, sure) {
        (true, Confidence::Confirmed) => Verdict::Accepted,
        (true, _) => Verdict::AcceptedReported,
        (false, Confidence::Confirmed) => Verdict::Refused,
        (false, _) => Verdict::RefusedReported,
    }
}

fn kinds(part: ComparedPart) -> &'static [FindingKind] {
    match part {
        ComparedPart::Scheme => &[FindingKind::SchemeDiffers],
        ComparedPart::Host => &[FindingKind::HostDiffers],
        ComparedPart::HostCase => &[FindingKind::HostCaseDiffers],
        ComparedPart::Www => &[FindingKind::WwwDiffers],
        ComparedPart::Port => &[FindingKind::PortDiffers],
        ComparedPart::DefaultPort => &[FindingKind::DefaultPortDiffers],
        ComparedPart::Path => &[FindingKind::PathDiffers, FindingKind::DoubledSlashDiffers],
        ComparedPart::PathCase => &[FindingKind::PathCaseDiffers],
        ComparedPart::Slash => &[FindingKind::SlashDiffers],
        ComparedPart::Encoding => &[FindingKind::EncodingDiffers],
        ComparedPart::Query => &[FindingKind::QueryDiffers],
        ComparedPart::Fragment => &[FindingKind::FragmentDiffers],
        ComparedPart::Blank => &[FindingKind::BlankDiffers],
    }
}

fn shape(shape: ComparedShape) -> Shape {
    match shape {
        ComparedShape::Any => Shape::Any,
        ComparedShape::Longer => Shape::Longer,
        ComparedShape::Subdomain => Shape::Subdomain,
        ComparedShape::OtherDomain => Shape::OtherDomain,
        ComparedShape::BaseOnly => Shape::BaseOnly,
        ComparedShape::Loopback => Shape::Loopback,
    }
}

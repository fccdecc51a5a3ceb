//! Redirect URLs side by side: registered, requested, received. RFC 6749 §3.1.2.3 requires simple string comparison
//! (RFC 3986 §6.2.1) of the registered and the requested one; beyond that, servers differ.

use strum::IntoStaticStr;

use super::differences::{Differing, of_received, of_sent};
use super::parts::{RedirectParts, VisibleText};
use crate::oauth::Secret;
use crate::reading::{Finding, FindingKind, Fix, Piece, Span, Within};

/// Which of the texts is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum RedirectText {
    /// As it is registered with the provider.
    Registered,
    /// As it is in the authorization URL, decoded once.
    Requested,
    /// The returned URL, with or without its query.
    Received,
}

impl RedirectText {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The texts to compare. A text that is empty or only whitespace counts as unknown.
#[derive(Clone, Copy)]
pub struct RedirectTexts<'a> {
    /// As it is registered with the provider.
    pub registered: &'a str,
    /// As it is in the authorization URL, decoded once.
    pub requested: &'a str,
    /// The returned URL. Its query may contain a code: it is read but never kept.
    pub received: &'a str,
}

/// Two texts side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The first of the two; the reference.
    pub left: RedirectText,
    /// The second of the two.
    pub right: RedirectText,
    /// How they differ: whitespace first, then in the order of the parts of a URL. Empty for an exact match.
    pub differences: Vec<Difference>,
    /// The first text, for display.
    pub left_pieces: Vec<Piece>,
    /// The second text, for display; of a returned URL only what comes before its query.
    pub right_pieces: Vec<Piece>,
}

/// One difference between two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub kind: FindingKind,
    /// The place in the first text; its length is 0 where something is missing there.
    pub left: Span,
    /// The place in the second text.
    pub right: Span,
    /// What the provider does, one verdict for each mode in the order given. Empty for a returned URL, because the
    /// provider does not compare it.
    pub verdicts: Vec<Verdict>,
}

/// A way in which a provider compares, depending on its settings, and what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct RedirectMode<'a> {
    /// The stable name, such as `strict`; for the caller, not used here.
    pub name: &'a str,
    /// The first rule that applies counts. Where none applies, the result is unknown.
    pub rules: &'a [ModeRule<'a>],
}

/// What is known about some kinds of difference.
#[derive(Clone, Copy, Debug)]
pub struct ModeRule<'a> {
    /// The kinds that it applies to; empty for every kind.
    pub kinds: &'a [FindingKind],
    /// A further condition.
    pub shape: Shape,
    /// What the provider then does.
    pub verdict: Verdict,
}

/// How a requested redirect URL relates to a registered one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No condition.
    Any,
    /// It begins with the registered one and continues.
    Longer,
    /// Its host is a subdomain of the registered host.
    Subdomain,
    /// The last two labels of the hosts differ, so it is certainly a different domain.
    OtherDomain,
    /// The registered one has neither a path nor a query.
    BaseOnly,
    /// Both hosts are `127.0.0.1` (RFC 8252 §7.3).
    Loopback,
}

/// What a provider does with a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Accepted; documented.
    Accepted,
    /// Rejected; documented.
    Refused,
    /// Accepted, reportedly or as inferred by us.
    AcceptedReported,
    /// Rejected, reportedly or as inferred by us.
    RefusedReported,
    /// Not known.
    Unknown,
}

/// Compares the texts that are known byte by byte, in pairs: registered with requested, registered with returned,
/// requested with returned. Nothing is normalized. Runs in linear time.
#[must_use]
pub fn compare_redirects(texts: &RedirectTexts<'_>, modes: &[RedirectMode<'_>]) -> Vec<Comparison> {
    let known = |text: RedirectText| {
        let text = match text {
            RedirectText::Registered => texts.registered,
            RedirectText::Requested => texts.requested,
            RedirectText::Received => texts.received,
        };
        (!text.trim().is_empty()).then_some(text)
    };
    [
        (RedirectText::Registered, RedirectText::Requested),
        (RedirectText::Registered, RedirectText::Received),
        (RedirectText::Requested, RedirectText::Received),
    ]
    .into_iter()
    .filter_map(|(left, right)| Some(Comparison::of((left, known(left)?), (right, known(right)?), modes)))
    .collect()
}

impl Comparison {
    fn of(left: (RedirectText, &str), right: (RedirectText, &str), modes: &[RedirectMode<'_>]) -> Comparison {
        let (one, two) = (VisibleText::of(left.1), VisibleText::of(right.1));
        let is_received = right.0 == RedirectText::Received;
        let found = if is_received { of_received(&one, &two) } else { of_sent(&one, &two) };
        let standing = Relation::of(&one, &two);
        let modes = if is_received { &[] } else { modes };
        let of_left = found.iter().map(|(_, left, _)| *left);
        let of_right = found.iter().map(|(_, _, right)| *right);
        let shown = if is_received { right.1.split(['?', '#']).next().unwrap_or_default() } else { right.1 };
        Comparison {
            left: left.0,
            right: right.0,
            left_pieces: pieces(left.1, of_left.collect()),
            right_pieces: pieces(shown, of_right.collect()),
            differences: found.iter().map(|differing| Difference::of(differing, &standing, modes)).collect(),
        }
    }

    /// The differences as findings, with places in the second text. The fix is the registered text, which is the
    /// reference; the returned URL is not to be fixed.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let is_received = self.right == RedirectText::Received;
        if self.differences.is_empty() {
            let kind = if is_received { FindingKind::AddressMatches } else { FindingKind::SameByteForByte };
            return vec![Finding::whole(kind)];
        }
        // EXPOSE: a fix keeps it as a secret.
        let registered: String = self.left_pieces.iter().map(|piece| piece.text.expose()).collect();
        let one = |difference: &Difference| {
            let fix = (!is_received).then(|| Fix::whole(registered.as_str()));
            Finding { span: Some(difference.right), ..Finding::whole(difference.kind).with_fix(fix) }
        };
        self.differences.iter().map(one).collect()
    }
}

impl Difference {
    fn of((kind, left, right): &Differing, standing: &Relation, modes: &[RedirectMode<'_>]) -> Difference {
        let span = |(start, end): (usize, usize)| Span { within: Within::Pasted, start, length: end - start };
        let verdict = |mode: &RedirectMode<'_>| {
            let fits =
                |rule: &&ModeRule<'_>| (rule.kinds.is_empty() || rule.kinds.contains(kind)) && standing.is(rule.shape);
            mode.rules.iter().find(fits).map_or(Verdict::Unknown, |rule| rule.verdict)
        };
        Difference {
            kind: *kind,
            left: span(*left),
            right: span(*right),
            verdicts: modes.iter().map(verdict).collect(),
        }
    }
}

/// How the second text relates to the first.
struct Relation {
    is_longer: bool,
    is_subdomain: bool,
    is_other_domain: bool,
    is_base_only: bool,
    is_loopback: bool,
}

impl Relation {
    fn of(left: &VisibleText, right: &VisibleText) -> Relation {
        let (ours, theirs) = (RedirectParts::of(left.whole()), RedirectParts::of(right.whole()));
        let lower = |host: String| host.to_ascii_lowercase();
        let (one, two) = (lower(ours.host.text()), lower(theirs.host.text()));
        let last_two = |host: &str| {
            let mut labels = host.rsplit('.');
            (labels.next().map(str::to_owned), labels.next().map(str::to_owned))
        };
        Relation {
            is_longer: right.whole().begins_with(left.whole()),
            is_subdomain: two.strip_suffix(&one).is_some_and(|below| below.ends_with('.')),
            is_other_domain: last_two(&one) != last_two(&two),
            is_base_only: ours.path.is_empty() && ours.query.is_none(),
            is_loopback: one == LOOPBACK && two == LOOPBACK,
        }
    }

    fn is(&self, shape: Shape) -> bool {
        match shape {
            Shape::Any => true,
            Shape::Longer => self.is_longer,
            Shape::Subdomain => self.is_subdomain,
            Shape::OtherDomain => self.is_other_domain,
            Shape::BaseOnly => self.is_base_only,
            Shape::Loopback => self.is_loopback,
        }
    }
}

const LOOPBACK: &str = "127.0.0.1";

/// A text split at the marked places, which may touch or overlap.
fn pieces(text: &str, mut marked: Vec<(usize, usize)>) -> Vec<Piece> {
    marked.sort_unstable();
    let length = text.chars().count();
    let mut chars = text.chars();
    let mut at = 0;
    let mut all = Vec::new();
    let mut piece = |to: usize, at: &mut usize, is_marked: bool| {
        let cut: String = chars.by_ref().take(to.saturating_sub(*at)).collect();
        *at = to.max(*at);
        if is_marked || !cut.is_empty() {
            all.push(Piece { text: Secret::new(cut), is_marked });
        }
    };
    for (start, end) in marked {
        if start > length || end < at || (start < at && end == at) {
            continue;
        }
        piece(start, &mut at, false);
        piece(end.min(length), &mut at, true);
    }
    piece(length, &mut at, false);
    all
}

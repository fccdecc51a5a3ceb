//! The code in the returned URL.

use std::rc::Rc;

use strum::VariantArray;

use super::Listed;
use crate::desk::sealed::sealed;
use crate::desk::state::used_codes::UsedCodes;
use crate::desk::{Desk, Field, Installation, PlainField, guide};
use crate::oauth::{MissingReason, Outcome, Refusal, Secret, StateCheck, StateVerdict, read_redirect};
use crate::reading::{Finding, FindingKind, Landed, LandingContext, landed};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolRedirect, lead: Text::ToolRedirectLead, reads: true };

/// What the returned URL is compared with; its own field is in the view of the tool.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    vec![Field::State, Field::RedirectUrl]
}

/// What the returned URL says.
#[derive(Clone, Debug)]
pub struct CodeView {
    landed: Rc<Landed>,
    /// Places are in [`Field::Landed`].
    pub findings: Vec<Finding>,
    /// How long the code is still valid, where the provider documents the lifetime of codes.
    pub time_left: Option<TimeLeft>,
}

/// How long a code is still valid, counted from the moment it came to the page, which is the latest possible start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// What is left, in seconds; 0 when the code has expired.
    pub seconds: u64,
}

impl CodeView {
    /// The code, if there is exactly one.
    #[must_use]
    pub fn code(&self) -> Option<&Secret> {
        match &self.landed.landing.outcome {
            Outcome::Code(code) => Some(code),
            Outcome::Refused(_) | Outcome::Missing(_) => None,
        }
    }

    /// The error that was returned instead of a code.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match &self.landed.landing.outcome {
            Outcome::Refused(refusal) => Some(refusal),
            Outcome::Code(_) | Outcome::Missing(_) => None,
        }
    }

    /// The returned URL without the parameters that were added, where one was pasted.
    pub(in crate::desk) fn address(&self) -> Option<&str> {
        self.landed.landing.address.as_deref()
    }

    /// Whether there is a code and no reason not to use it.
    #[must_use]
    pub fn is_good(&self) -> bool {
        let verdict_allows = !matches!(self.landed.landing.state, StateVerdict::Different | StateVerdict::Repeated);
        self.code().is_some() && verdict_allows
    }
}

/// Whether the query of the page's own URL is the response of an authorization server: a code or an error.
#[must_use]
pub fn is_landing(query: &str) -> bool {
    use MissingReason::{NoCode, Nothing, Words};
    !matches!(read_redirect(query, None).outcome, Outcome::Missing(Nothing | NoCode | Words))
}

/// Whether this tab sent the state that a different tab landed with, and so has the verifier and the guide for it.
#[must_use]
pub fn expects(desk: &Desk, address: &Secret) -> bool {
    // While what is entered is put aside, so are the states.
    if let Some(sealed) = sealed(desk) {
        return sealed.awaited.iter().any(|state| is_answer_to(address, StateCheck::Fingerprint(state)));
    }
    sent_states(desk).iter().any(|state| is_answer_to(address, StateCheck::Exact(state)))
}

/// The states that a returned URL may have to contain: that of the view, and where it needs a pair that of the other
/// installation.
pub(in crate::desk) fn sent_states(desk: &Desk) -> Vec<Secret> {
    let other = guide::needs_pair(desk).then(|| desk.in_other_installation());
    [Some(desk), other.as_ref()].into_iter().flatten().filter_map(sent_state).cloned().collect()
}

/// The installation of a pair whose state a returned URL has, before a reload or after it.
pub(in crate::desk) fn installation(desk: &Desk, address: &Secret) -> Option<Installation> {
    let is_of = |installation: &&Installation| {
        let session = desk.session_of(**installation);
        let exact = session.state().map(StateCheck::Exact);
        let kept = session.fingerprint.as_deref().map(StateCheck::Fingerprint);
        exact.into_iter().chain(kept).any(|check| is_answer_to(address, check))
    };
    Installation::VARIANTS.iter().find(is_of).copied()
}

fn is_answer_to(address: &Secret, check: StateCheck<'_>) -> bool {
    // EXPOSE: the reader works on the URL itself; only its verdict on the state is used.
    read_redirect(address.expose(), Some(check)).state == StateVerdict::Same
}

/// The state that the returned URL must contain: a guide's authorization URL can be copied as well as opened, so it
/// counts as sent from the start; a tool's only once it was opened.
fn sent_state(desk: &Desk) -> Option<&Secret> {
    let session = desk.session();
    session.state().filter(|_| desk.route.product().is_some() || session.opened_at.is_some())
}

/// What the returned URL says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<CodeView> {
    let session = desk.session();
    if session.entry(Field::Landed).is_empty() {
        return None;
    }
    let lifetime = desk.provider().and_then(|provider| provider.code_lifetime).map(u64::from);
    let age = session.code_at.map(|came| desk.now.saturating_sub(came));
    let time_left = lifetime.zip(age).map(|(seconds, age)| TimeLeft { seconds: seconds.saturating_sub(age / 1000) });
    let is_old = time_left.is_some_and(|left| left.seconds == 0);
    let context = LandingContext {
        redirect_url: session.plain(PlainField::RedirectUrl),
        code_age_ms: age,
        code_lifetime_s: lifetime,
        code_was_used: false,
        now_ms: desk.clock(),
    };
    let landed = reading(desk, is_old, &context);
    // Of anything else than a code, and of one in an old log, no time is left.
    let has = |kind| landed.findings.iter().any(|finding| finding.kind == kind);
    let is_counted = has(FindingKind::CodeFound) && (is_old || !has(FindingKind::CodeTooOld));
    let of_other = guide::pair_finding(desk, FindingKind::PairOtherCode);
    let is_switched = has(FindingKind::CodeFound) && session.pkce != session.code_pkce;
    let switched = is_switched.then(|| Finding::whole(FindingKind::PkceSwitched));
    let findings = landed.findings.iter().cloned().chain(of_other).chain(switched).collect();
    Some(CodeView { findings, landed, time_left: time_left.filter(|_| is_counted) })
}

/// What was read from the returned URL. The clock changes it once, when the code gets old.
fn reading(desk: &Desk, is_old: bool, context: &LandingContext<'_>) -> Rc<Landed> {
    let session = desk.session();
    let typed = session.entry(Field::State);
    let sent = if typed.is_empty() { sent_state(desk) } else { Some(typed) };
    let kept = session.fingerprint.as_deref().map(StateCheck::Fingerprint);
    let key = LandedKey {
        is_old,
        day: context.now_ms.map(|now| now / DAY),
        lifetime: context.code_lifetime_s,
        used_codes: session.used_codes.clone(),
        entered: [Field::State, Field::RedirectUrl].map(|field| session.revision(field)),
        has_sent: sent.is_some(),
        kept: session.fingerprint.clone(),
    };
    session.readings.of(Field::Landed, key, || {
        // EXPOSE: the reader works on the pasted text itself; what it returns contains the code as a secret.
        let text = session.entry(Field::Landed).expose();
        let read = |context: &LandingContext<'_>| {
            let read = landed(text, sent.map(StateCheck::Exact).or(kept), context);
            let is_of_before = read.landing.state == StateVerdict::Different && kept.is_some() && sent.is_some();
            if is_of_before { landed(text, kept, context) } else { read }
        };
        let first = read(context);
        // Only the reading tells what the code is.
        match &first.landing.outcome {
            Outcome::Code(code) if session.used_codes.is_again(code) => {
                read(&LandingContext { code_was_used: true, ..*context })
            }
            _ => first,
        }
    })
}

/// In milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// What the reading of a returned URL depends on besides the URL.
#[derive(PartialEq)]
struct LandedKey {
    is_old: bool,
    day: Option<u64>,
    lifetime: Option<u64>,
    used_codes: UsedCodes,
    entered: [u32; 2],
    /// Whether there is a state that was sent; a session has one at most, besides a typed one.
    has_sent: bool,
    kept: Option<String>,
}

/// What to paste as the returned URL, and the lifetime of the code where that is known.
#[must_use]
pub fn hint(desk: &Desk) -> String {
    match desk.provider().and_then(|provider| provider.code_lifetime) {
        Some(seconds) => desk.texts.count(Text::HintLandedMinutes, &[("minutes", seconds as usize / 60)], &[]),
        None => desk.texts.say(Text::HintLanded).to_owned(),
    }
}

/// How long a code is still valid, as `4:12`.
#[must_use]
pub fn time_left(view: &CodeView) -> Option<String> {
    let left = view.time_left?;
    Some(format!("{}:{:02}", left.seconds / 60, left.seconds % 60))
}

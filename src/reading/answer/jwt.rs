//! Findings about a JSON Web Token.

use crate::oauth::{Jwt, Moment, NotAJwt};
use crate::reading::redirect::note_finding;
use crate::reading::{Finding, FindingKind};

/// How far the clocks of two computers may differ, in seconds.
const LEEWAY: u64 = 60;

/// Findings about a token; its signature is not verified. `now_ms` is this computer's clock in milliseconds since the
/// Unix epoch; without it, times are not checked.
///
/// ```
/// use authdesk::oauth::read_jwt;
/// use authdesk::reading::{Finding, FindingKind, jwt_findings};
///
/// // RFC 7519 §6.1: without a signature, and expired on 2011-03-22.
/// let jwt = read_jwt(
///     "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt\
///      cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.",
/// );
/// let kinds = [FindingKind::JwtRead, FindingKind::JwtUnsigned, FindingKind::JwtExpired];
/// assert_eq!(jwt_findings(&jwt, Some(1_300_819_380_000)), kinds.map(Finding::whole));
/// ```
#[must_use]
pub fn jwt_findings(jwt: &Result<Jwt, NotAJwt>, now_ms: Option<u64>) -> Vec<Finding> {
    let jwt = match jwt {
        Ok(jwt) => jwt,
        Err(NotAJwt::Empty) => return Vec::new(),
        Err(NotAJwt::CutOff) => return vec![Finding::whole(FindingKind::JwtCutOff)],
        Err(NotAJwt::NotAToken) => return vec![Finding::whole(FindingKind::JwtNotAToken)],
    };
    let mut found = Vec::new();
    if jwt.faults.is_empty() {
        found.push(Finding::whole(FindingKind::JwtRead));
    }
    found.extend(jwt.notes.iter().map(|note| Finding::at(note_finding(&note.kind), note.at)));
    found.extend(jwt.faults.iter().map(|fault| Finding::over(FindingKind::JwtPartUnreadable, fault.at, fault.length)));
    found.extend(jwt.cut_off.map(|at| Finding::over(FindingKind::JwtCutOff, at, 0)));
    if jwt.is_unsigned() {
        found.push(Finding::whole(FindingKind::JwtUnsigned));
    }
    found.extend(time_findings(jwt, now_ms));
    found
}

/// Findings about its times: expired (RFC 7519 §4.1.4), or dated more than a minute ahead (§4.1.5 and §4.1.6).
pub(super) fn time_findings(jwt: &Jwt, now_ms: Option<u64>) -> Vec<Finding> {
    let Some(now) = now_ms.map(Moment::from_ms) else { return Vec::new() };
    let mut found = Vec::new();
    if jwt.expires.is_some_and(|expires| expires <= now) {
        found.push(Finding::whole(FindingKind::JwtExpired));
    }
    if jwt.issued.max(jwt.not_before).is_some_and(|start| start > now.later(LEEWAY)) {
        found.push(Finding::whole(FindingKind::ClockAhead));
    }
    found
}

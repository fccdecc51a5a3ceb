//! A JSON Web Token, decoded.

use std::rc::Rc;

use super::Listed;
use crate::desk::parts::time;
use crate::desk::{Desk, Field, NameList, TimeView};
use crate::oauth::{Claim, Jwt, Moment, NotAJwt, Secret, read_jwt};
use crate::reading::{Finding, jwt_findings};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolJwt, lead: Text::ToolJwtLead, reads: true };

/// What it asks for is in its reader.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What a token says. Shown, not verified.
#[derive(Clone, Debug)]
pub struct JwtView {
    /// The findings about it.
    pub findings: Vec<Finding>,
    /// Its header.
    pub header: ClaimTable,
    /// Its claims.
    pub claims: ClaimTable,
}

/// The parameters of a header, or claims.
#[derive(Clone, Debug, Default)]
pub struct ClaimTable {
    /// Those that are shown, in the order of the token.
    pub rows: Vec<ClaimRow>,
    /// How many there are besides.
    pub left_out: usize,
}

/// A name and its value.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// The name.
    pub name: String,
    /// What it means, where it is a time.
    pub means: Option<Text>,
    /// The value as it is written.
    pub value: Secret,
    /// The value as a time, where it is one.
    pub time: Option<TimeView>,
}

/// What the pasted token says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<JwtView> {
    let read = reading(desk)?;
    let (header, claims): (&[Claim], &[Claim]) = match read.as_ref() {
        Ok(jwt) => (&jwt.header, &jwt.claims),
        Err(_) => (&[], &[]),
    };
    let findings = jwt_findings(&read, desk.clock());
    Some(JwtView { findings, header: claim_table(desk, header), claims: claim_table(desk, claims) })
}

/// The pasted token, as far as it can be read; `None` while the field is empty.
pub(in crate::desk) fn reading(desk: &Desk) -> Option<Rc<Result<Jwt, NotAJwt>>> {
    let pasted = desk.session().entry(Field::Jwt);
    // EXPOSE: the reader works on the pasted text itself; what it returns contains the values as secrets.
    let read = || read_jwt(pasted.expose());
    (!pasted.is_empty()).then(|| desk.session().readings.of(Field::Jwt, (), read))
}

fn claim_table(desk: &Desk, claims: &[Claim]) -> ClaimTable {
    let left_out = claims.len().saturating_sub(NameList::MOST);
    let rows = claims.iter().take(NameList::MOST).map(|claim| claim_row(desk, claim));
    ClaimTable { rows: rows.collect(), left_out }
}

fn claim_row(desk: &Desk, claim: &Claim) -> ClaimRow {
    // RFC 7519 §4.1.4 to §4.1.6, and `auth_time` of OpenID Connect Core §2.
    let means = match claim.name.as_str() {
        "exp" => Some(Text::ClaimExpires),
        "iat" => Some(Text::ClaimIssued),
        "nbf" => Some(Text::ClaimNotBefore),
        "auth_time" => Some(Text::ClaimSignedIn),
        _ => None,
    };
    // EXPOSE: it is read as a time, and shown to the person who pasted it.
    let written = means.map(|_| claim.value.expose().trim_matches('"'));
    let time = written.and_then(Moment::from_numeric_date).map(|moment| time::view(desk, moment));
    ClaimRow { name: claim.name.clone(), means, value: claim.value.clone(), time }
}

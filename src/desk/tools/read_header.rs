//! A pasted `Authorization` header, decoded.

use std::rc::Rc;

use super::Listed;
use crate::desk::{Desk, Field};
use crate::oauth::{Jwt, NotAJwt, read_jwt};
use crate::reading::{FindingKind, HeaderReading, jwt_findings, read_header};
use crate::texts::Text;

pub(super) const LISTED: Listed = Listed { title: Text::ToolReadHeader, lead: Text::ToolReadHeaderLead, reads: true };

/// None besides [`Field::Header`], which the view of the tool shows itself.
pub(super) fn fields(_: &Desk) -> Vec<Field> {
    Vec::new()
}

/// What was read, with the token of a Bearer header, if it is a JSON Web Token.
struct Reading {
    header: Rc<HeaderReading>,
    jwt: Option<Result<Jwt, NotAJwt>>,
}

/// What the pasted header says; `None` while the field is empty.
#[must_use]
pub fn view(desk: &Desk) -> Option<Rc<HeaderReading>> {
    let pasted = desk.session().entry(Field::Header);
    let shape = desk.pair_shape();
    let read = || {
        // EXPOSE: the reader works on the pasted text itself; what it returns contains the credentials as secrets.
        let header = read_header(pasted.expose(), &shape);
        // EXPOSE: of the token, only its times are used.
        let jwt = header.token.as_ref().map(|token| read_jwt(token.expose()));
        Reading { header: Rc::new(header), jwt: jwt.filter(Result::is_ok) }
    };
    let reading = (!pasted.is_empty()).then(|| desk.session().readings.of(Field::Header, shape, read))?;
    let mut times = reading.jwt.as_ref().map_or_else(Vec::new, |jwt| jwt_findings(jwt, desk.clock()));
    times.retain(|finding| matches!(finding.kind, FindingKind::JwtExpired | FindingKind::ClockAhead));
    if times.is_empty() {
        return Some(Rc::clone(&reading.header));
    }
    let mut header = (*reading.header).clone();
    header.findings.append(&mut times);
    Some(Rc::new(header))
}

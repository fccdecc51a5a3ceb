//! A JSON Web Token, decoded for display: RFC 7519, in the compact form of RFC 7515 §3.1.
//!
//! Nothing is verified: signatures are not checked, and what a token says need not be true.

use core::str;

use super::{Moment, Note, NoteKind, Secret};
use crate::chars::{is_quote_or_angle, is_space_or_invisible};
use crate::pasted_json::{Json, Kind, Member, parse};

/// A token whose header or claims, at least, could be read. Decoded, not verified.
#[derive(Clone, Debug)]
pub struct Jwt {
    /// The parameters of the header (RFC 7515 §4), in their order, including repeated names.
    pub header: Vec<Claim>,
    /// The claims (RFC 7519 §4), in their order, including repeated names.
    pub claims: Vec<Claim>,
    /// The parameter `alg` (RFC 7515 §4.1.1).
    pub algorithm: Option<String>,
    /// The claim `exp`: from this time on the token is not accepted (RFC 7519 §4.1.4).
    pub expires: Option<Moment>,
    /// The claim `iat`: when the token was issued (RFC 7519 §4.1.6).
    pub issued: Option<Moment>,
    /// The claim `nbf`: before this time the token is not accepted (RFC 7519 §4.1.5).
    pub not_before: Option<Moment>,
    /// Whether there is anything after the second dot.
    pub has_signature: bool,
    /// Where it was cut off, in characters of the text from 0: in the claims, of which the complete ones were read, or
    /// in the signature, if it is shorter than its algorithm requires.
    pub cut_off: Option<usize>,
    /// The parts that could not be read.
    pub faults: Vec<PartFault>,
    /// What was skipped: quotes around the token, spaces and line breaks inside.
    pub notes: Vec<Note>,
}

/// A member of the header or of the claims.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The name, without the escapes of JSON.
    pub name: String,
    /// The value as it is written in JSON: a string has its quotes. A secret, because claims can identify a person.
    pub value: Secret,
}

/// A part that is not base64url or not a JSON object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartFault {
    /// The part of the token.
    pub part: JwtPart,
    /// The first character that is not in the base64 alphabet, or else the first of the part; in characters of the text
    /// from 0.
    pub at: usize,
    /// The length of what cannot be read, in characters.
    pub length: usize,
}

/// The parts of a token that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JwtPart {
    /// Before the first dot.
    Header,
    /// Between the dots. The claims of an encrypted token (RFC 7516) cannot be read.
    Claims,
}

/// Why a text is not a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAJwt {
    /// Nothing, or only whitespace and quotes.
    Empty,
    /// It begins like a token and ends within the first value of its header.
    CutOff,
    /// Anything else.
    NotAToken,
}

impl Jwt {
    /// Whether the token itself says that it is not signed (RFC 7519 §6).
    #[must_use]
    pub fn is_unsigned(&self) -> bool {
        self.algorithm.as_deref() == Some("none")
    }
}

/// Decodes a token.
///
/// Deviations from RFC 7515 §3.1: both base64 alphabets are read (RFC 4648 §4 and §5), with or without padding; spaces
/// and line breaks inside, quotes around it, and `Authorization: Bearer` before it are skipped; a token may be cut off.
/// If a claim is repeated, the last one counts (RFC 7519 §4).
///
/// # Errors
///
/// What it is instead, see [`NotAJwt`].
///
/// ```
/// use authdesk::oauth::{Secret, read_jwt};
///
/// // RFC 7519 §3.1.
/// let jwt = read_jwt(
///     "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6\
///      Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
/// )
/// .unwrap();
/// assert_eq!(jwt.algorithm.as_deref(), Some("HS256"));
/// assert_eq!(jwt.expires.unwrap().utc(), "2011-03-22 18:43 UTC");
/// assert_eq!(jwt.claims[0].name, "iss");
/// assert!(jwt.claims[0].value.same_as(&Secret::new("\"joe\"")));
/// ```
pub fn read_jwt(text: &str) -> Result<Jwt, NotAJwt> {
    let Core { text: core, start, notes, is_shortened } = core_of(text);
    if core.is_empty() {
        return Err(NotAJwt::Empty);
    }
    let end = start + core.chars().count();
    let mut pieces = core.split('.');
    let (first, second, third) = (pieces.next().unwrap_or_default(), pieces.next(), pieces.next());
    // Four dots: an encrypted token (RFC 7516 §3.1), of which only the header can be read.
    let is_encrypted = match pieces.count() {
        0 => false,
        2 => true,
        _ => return Err(NotAJwt::NotAToken),
    };
    let is_last = second.is_none();
    let head = DecodedPart::read(first, start);
    let behind = start + first.chars().count() + 1;
    let body = match second {
        Some(piece) if !is_encrypted => DecodedPart::read(piece, behind),
        Some(_) => DecodedPart::unreadable(behind, end - behind),
        None => DecodedPart::default(),
    };
    if head.members.is_empty() && body.members.is_empty() {
        return Err(if is_last && head.ends_early { NotAJwt::CutOff } else { NotAJwt::NotAToken });
    }
    let algorithm = last(&head.members, "alg").and_then(|value| Some(value.text()?.to_owned()));
    let chars = third.map_or(0, |piece| piece.chars().filter(|ch| !ch.is_whitespace()).count());
    let is_short = !is_encrypted && chars < fewest_letters(algorithm.as_deref());
    let stops_in_part = if third.is_none() { head.ends_early || body.ends_early || is_last } else { false };
    let time = |name| last(&body.members, name).and_then(moment);
    Ok(Jwt {
        algorithm,
        expires: time("exp"),
        issued: time("iat"),
        not_before: time("nbf"),
        has_signature: chars > 0,
        cut_off: (is_short || stops_in_part || is_shortened).then_some(end),
        // If more follows, a part that ends early has lost something inside.
        faults: [head.fault(JwtPart::Header, second.is_some()), body.fault(JwtPart::Claims, third.is_some())]
            .into_iter()
            .flatten()
            .collect(),
        notes,
        header: head.claims,
        claims: body.claims,
    })
}

/// A token without the text around it.
struct Core<'t> {
    text: &'t str,
    /// Where it begins, in characters of the whole text.
    start: usize,
    notes: Vec<Note>,
    /// Whether a terminal printed an ellipsis instead of the rest.
    is_shortened: bool,
}

fn core_of(text: &str) -> Core<'_> {
    let is_around = |ch: char| is_space_or_invisible(ch) || is_quote_or_angle(ch) || matches!(ch, ',' | ';');
    let mut core = text.trim_start_matches(is_around);
    for word in ["Authorization:", "Bearer "] {
        let front = core.get(..word.len()).filter(|front| front.eq_ignore_ascii_case(word));
        if let Some(rest) = front.and_then(|_| core.get(word.len()..)) {
            core = rest.trim_start_matches(is_around);
        }
    }
    let start = text.chars().count() - core.chars().count();
    core = core.trim_end_matches(is_around);
    let whole = core.trim_end_matches('\u{2026}');
    let whole = if whole.ends_with("...") { whole.trim_end_matches('.') } else { whole };
    let quote = text
        .chars()
        .position(is_quote_or_angle)
        .filter(|at| *at < start || text.trim_end().ends_with(is_quote_or_angle));
    let space = whole.chars().position(char::is_whitespace).map(|at| start + at);
    let quote = quote.map(|at| Note { kind: NoteKind::Quotes, at });
    let space = space.map(|at| Note { kind: NoteKind::WhitespaceInside, at });
    Core {
        text: whole,
        start,
        notes: [quote, space].into_iter().flatten().collect(),
        is_shortened: whole.len() != core.len(),
    }
}

/// A part before or between the dots.
#[derive(Default)]
struct DecodedPart {
    members: Vec<Member>,
    claims: Vec<Claim>,
    /// The JSON is cut off.
    ends_early: bool,
    /// The place that is not base64url or not a JSON object: first character and length.
    unreadable: Option<(usize, usize)>,
    place: (usize, usize),
}

impl DecodedPart {
    fn read(piece: &str, start: usize) -> DecodedPart {
        let place = (start, piece.chars().count());
        let bytes = match decoded(piece) {
            Ok(bytes) => bytes,
            Err(at) => return DecodedPart::unreadable(start + at, 1),
        };
        if bytes.is_empty() {
            return DecodedPart { ends_early: true, place, ..DecodedPart::default() };
        }
        match object_in(&bytes) {
            Some((members, claims, ends_early)) => DecodedPart { members, claims, ends_early, unreadable: None, place },
            None => DecodedPart::unreadable(place.0, place.1),
        }
    }

    fn unreadable(at: usize, length: usize) -> DecodedPart {
        DecodedPart { unreadable: Some((at, length)), ..DecodedPart::default() }
    }

    fn fault(&self, part: JwtPart, more_follows: bool) -> Option<PartFault> {
        let early = (self.ends_early && more_follows).then_some(self.place);
        let (at, length) = self.unreadable.or(early)?;
        Some(PartFault { part, at, length })
    }
}

/// The bytes of base64 in either alphabet (RFC 4648 §4 and §5), or the first character that is in neither. Whitespace
/// and padding are skipped, and bits that do not fill a byte are dropped.
fn decoded(piece: &str) -> Result<Vec<u8>, usize> {
    let mut bytes = Vec::with_capacity(piece.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for (at, ch) in piece.chars().enumerate() {
        let value = match ch {
            'A'..='Z' => u32::from(ch) - u32::from('A'),
            'a'..='z' => u32::from(ch) - u32::from('a') + 26,
            '0'..='9' => u32::from(ch) - u32::from('0') + 52,
            '+' | '-' => 62,
            '/' | '_' => 63,
            '=' => continue,
            _ if ch.is_whitespace() => continue,
            _ => return Err(at),
        };
        bits = (bits << 6 | value) & 0x3FFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.extend(u8::try_from(bits >> held & 0xFF));
        }
    }
    Ok(bytes)
}

/// The members of a JSON object, the same members with their values as written, and whether the object ends early;
/// `None` if it is not an object.
fn object_in(bytes: &[u8]) -> Option<(Vec<Member>, Vec<Claim>, bool)> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        // Cut off within a character.
        Err(error) if error.error_len().is_none() => str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
        Err(_) => return None,
    };
    let closed;
    let (text, value, ends_early) = match parse(text) {
        Ok(value) => (text, value, text.len() < bytes.len()),
        Err(error) if error.at >= text.len() && text.trim_start().starts_with('{') => {
            closed = format!("{}}}", whole_members(text));
            (closed.as_str(), parse(&closed).ok()?, true)
        }
        Err(_) => return None,
    };
    let Kind::Object(members) = value.kind else { return None };
    let claims = members.iter().map(|member| Claim { name: member.name.clone(), value: as_written(text, member) });
    let claims = claims.collect();
    Some((members, claims, ends_early))
}

/// The beginning of an object that was cut off, up to the end of its last complete member. A number or word at the very
/// end may continue, so it does not count.
fn whole_members(text: &str) -> &str {
    let (mut depth, mut end) = (0_usize, 0);
    let (mut is_in_string, mut is_escaped, mut is_value) = (false, false, false);
    for (at, sign) in text.bytes().enumerate() {
        if is_in_string {
            match sign {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => {
                    is_in_string = false;
                    if depth == 1 && is_value {
                        end = at + 1;
                    }
                }
                _ => {}
            }
            continue;
        }
        match sign {
            b'"' => is_in_string = true,
            b'{' | b'[' => {
                depth += 1;
                if depth == 1 {
                    end = at + 1;
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    end = at + 1;
                }
            }
            b':' if depth == 1 => is_value = true,
            b',' if depth == 1 => {
                end = at;
                is_value = false;
            }
            _ => {}
        }
    }
    text.get(..end).unwrap_or_default()
}

fn as_written(text: &str, member: &Member) -> Secret {
    let behind = text.get(member.end + 1..=member.value.end).unwrap_or_default().trim_start();
    Secret::new(behind.strip_prefix(':').unwrap_or(behind).trim_start())
}

fn last<'m>(members: &'m [Member], name: &str) -> Option<&'m Json> {
    members.iter().rfind(|member| member.name == name).map(|member| &member.value)
}

fn moment(value: &Json) -> Option<Moment> {
    match &value.kind {
        Kind::Number(number) | Kind::Text(number) => Moment::from_numeric_date(number),
        _ => None,
    }
}

/// The minimum length of a signature in base64url characters: RFC 7518 §3.2 to §3.5, RSA with 2048 bits.
fn fewest_letters(algorithm: Option<&str>) -> usize {
    match algorithm {
        Some("none") => 0,
        Some("HS256") => 43,
        Some("HS384") => 64,
        Some("HS512" | "ES256") => 86,
        Some("ES384") => 128,
        Some("ES512") => 176,
        Some("RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512") => 342,
        _ => 1,
    }
}

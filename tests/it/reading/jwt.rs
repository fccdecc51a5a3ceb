//! JSON Web Tokens: decoded, never verified.

use crate::notation::assert_said;
use authdesk::oauth::{Claim, Jwt, JwtPart, Moment, NotAJwt, read_jwt};
use authdesk::reading::jwt_findings;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::prelude::*;

/// RFC 7519 §3.1.
const EXAMPLE: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// RFC 7519 §6.
const UNSECURED: &str = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";

/// As `name=value` in their order.
fn shown(claims: &[Claim]) -> String {
    // EXPOSE: the tests compare the whole value.
    let one = |claim: &Claim| format!("{}={}", claim.name, claim.value.expose());
    claims.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn read(text: &str) -> Jwt {
    read_jwt(text).unwrap()
}

fn front(text: &str, length: usize) -> &str {
    text.split_at(length).0
}

fn part(json: &str) -> String {
    URL_SAFE_NO_PAD.encode(json)
}

/// A token of those claims; its signature is as long as that of the algorithm.
fn token(claims: &str) -> String {
    format!("{}.{}.{}", part(r#"{"alg":"HS512"}"#), part(claims), "s".repeat(86))
}

const CLAIMS: &str = r#"iss="joe" exp=1300819380 http://example.com/is_root=true"#;

#[test]
fn rfc_7519_section_3_1() {
    let jwt = read(EXAMPLE);
    assert_eq!(shown(&jwt.header), r#"typ="JWT" alg="HS256""#);
    assert_eq!(shown(&jwt.claims), CLAIMS);
    assert_eq!(jwt.algorithm.as_deref(), Some("HS256"));
    assert_eq!(jwt.expires.map(Moment::utc).as_deref(), Some("2011-03-22 18:43 UTC"));
    assert!(jwt.has_signature && !jwt.is_unsigned());
    assert_eq!((jwt.issued, jwt.not_before, jwt.cut_off), (None, None, None));
    assert!(jwt.faults.is_empty() && jwt.notes.is_empty());
}

#[test]
fn rfc_7519_section_6_1() {
    let jwt = read(UNSECURED);
    assert_eq!((shown(&jwt.header).as_str(), shown(&jwt.claims).as_str()), (r#"alg="none""#, CLAIMS));
    assert!(jwt.is_unsigned() && !jwt.has_signature && jwt.cut_off.is_none());
    // The last dot is easily lost.
    assert_eq!(read(UNSECURED.trim_end_matches('.')).cut_off, None);
}

#[test]
fn what_stands_around_is_passed_over() {
    for text in [
        format!("Bearer {EXAMPLE}"),
        format!("  bearer {EXAMPLE}\r\n"),
        format!("Authorization: Bearer {EXAMPLE}"),
        format!("\u{feff}{EXAMPLE},"),
    ] {
        let jwt = read(&text);
        assert_eq!(shown(&jwt.claims), CLAIMS);
        assert!(jwt.notes.is_empty() && jwt.cut_off.is_none(), "{text}");
    }
    for (text, at) in
        [(format!("\"{EXAMPLE}\""), 0), (format!("Bearer '{EXAMPLE}',"), 7), (format!("{EXAMPLE}\""), EXAMPLE.len())]
    {
        let jwt = read(&text);
        assert_eq!(shown(&jwt.claims), CLAIMS);
        assert_eq!(jwt.notes[0].at, at, "{text}");
    }
    let (front, behind) = EXAMPLE.split_at(80);
    let jwt = read(&format!("{front}\r\n  {behind}"));
    assert_eq!(shown(&jwt.claims), CLAIMS);
    assert_eq!(jwt.notes[0].at, 80);
}

/// pitfalls.md P22: parts with `-` and `_`, without padding; and in the other alphabet too.
#[test]
fn both_alphabets() {
    let json = r#"{"name":"~~~???ÿÿÿ"}"#;
    assert!(part(json).contains('-') || part(json).contains('_'));
    assert_eq!(shown(&read(&token(json)).claims), r#"name="~~~???ÿÿÿ""#);
    let plain = format!("{}.{}.{}", STANDARD.encode(r#"{"alg":"none"}"#), STANDARD.encode(json), "");
    assert!(plain.contains('='));
    assert_eq!(shown(&read(&plain).claims), r#"name="~~~???ÿÿÿ""#);
    // The PKCE challenge of P22 is in this alphabet, and no token.
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    assert_eq!(read_jwt(challenge).unwrap_err(), NotAJwt::NotAToken);
}

/// protocol.md section 12: the sample of Zoom.
#[test]
fn a_token_of_zoom() {
    let claims = r#"{"ver":"6","clientId":"ID","iss":"urn:zoom:connect:clientid:ID","userId":"u","groupNumber":0,"aud":"https://oauth.zoom.us","accountId":"a","nbf":1763700000,"exp":1763703600,"tokenType":"access_token","iat":1763700000,"jti":"j","toleranceId":0}"#;
    let jwt = read(&token(claims));
    assert_eq!(jwt.claims.len(), 13);
    assert_eq!(jwt.expires.unwrap().ms() - jwt.issued.unwrap().ms(), 3_600_000);
    assert_eq!(jwt.not_before, jwt.issued);
    assert_eq!(jwt.cut_off, None);
}

#[test]
fn times_with_a_fraction_or_as_text_and_repeated_claims() {
    let jwt = read(&token(r#"{"iat":1.5,"nbf":"7","exp":1,"exp":2,"exp2":[1, {"a":"}"}] }"#));
    let ms = |moment: Option<Moment>| moment.map(Moment::ms);
    assert_eq!((ms(jwt.issued), ms(jwt.not_before), ms(jwt.expires)), (Some(1500), Some(7000), Some(2000)));
    assert_eq!(shown(&jwt.claims), r#"iat=1.5 nbf="7" exp=1 exp=2 exp2=[1, {"a":"}"}]"#);
    assert_eq!(read(&token(r#"{"exp":"soon","iat":true}"#)).expires, None);
}

#[track_caller]
fn cut(text: &str, claims: &str) {
    let jwt = read(text);
    assert_eq!(shown(&jwt.claims), claims);
    assert_eq!(jwt.cut_off, Some(text.trim_end_matches(['.', '…']).chars().count()));
    assert!(jwt.faults.is_empty());
}

#[test]
fn a_token_that_was_cut_off() {
    let head = part(r#"{"alg":"HS512"}"#);
    let of = |json: &str| format!("{head}.{}", part(json));
    cut(&of(r#"{"a":"x","b":"y""#), r#"a="x" b="y""#);
    cut(&of(r#"{"a":"x","b":"y"#), r#"a="x""#);
    cut(&of(r#"{"a":"x","b""#), r#"a="x""#);
    cut(&of(r#"{"a":"x","b":12"#), r#"a="x""#);
    cut(&of(r#"{"a":"x","b":12,"#), r#"a="x" b=12"#);
    cut(&of(r#"{"a":["}",{"b":"\"]"}],"c":{"d":1}"#), r#"a=["}",{"b":"\"]"}] c={"d":1}"#);
    cut(&of(r#"{"a":[1,2"#), "");
    cut(&of("{"), "");
    // Whole claims, but the signature is missing or too short for its algorithm.
    cut(&of(r#"{"a":1}"#), "a=1");
    let whole = token(r#"{"a":1}"#);
    cut(front(&whole, whole.len() - 1), "a=1");
    // As PowerShell and terminals shorten it.
    cut(&format!("{}...", front(EXAMPLE, 80)), r#"iss="joe""#);
    cut(&format!("{}…", front(EXAMPLE, 80)), r#"iss="joe""#);
    // The header alone.
    cut(&head, "");
    assert_eq!(read_jwt("eyJhbGciOiJIUz").unwrap_err(), NotAJwt::CutOff);
    assert_eq!(read_jwt("eyJ...").unwrap_err(), NotAJwt::CutOff);
}

#[test]
fn a_letter_of_several_bytes_can_be_cut() {
    let bytes = [br#"{"a":1,"b":""#.as_slice(), &[0xC3]].concat();
    assert_eq!(shown(&read(&format!("{}.{}", part(r#"{"alg":"x"}"#), URL_SAFE_NO_PAD.encode(bytes))).claims), "a=1");
}

#[track_caller]
fn fault(text: &str, part: JwtPart, at: usize, length: usize) {
    let faults = read(text).faults;
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].part, faults[0].at, faults[0].length), (part, at, length));
}

#[test]
fn a_part_that_cannot_be_read() {
    let front = part(r#"{"alg":"none"}"#);
    fault(&format!("{front}.YWNjZXNzLXRva2Vu."), JwtPart::Claims, 20, 16);
    fault(&format!("{front}.eyJ*IjoxfQ."), JwtPart::Claims, 23, 1);
    fault(&format!(" xx{front}.{}.s", part(r#"{"a":1}"#)), JwtPart::Header, 1, 21);
    // Characters lost in the middle: more follows, so it is not the end that is missing.
    fault(&format!("{front}.{}.s", part(r#"{"a":1,"b":"#)), JwtPart::Claims, 20, 15);
    fault(&format!("{front}..s"), JwtPart::Claims, 20, 0);
    // RFC 7516 §3.1: five parts, of which the header can be read.
    let encrypted = format!("{}.a.b.c.d", part(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#));
    fault(&encrypted, JwtPart::Claims, 47, 7);
    assert_eq!(read(&encrypted).cut_off, None);
}

#[test]
fn what_is_no_token() {
    for empty in ["", "  \r\n", "\"\""] {
        assert_eq!(read_jwt(empty).unwrap_err(), NotAJwt::Empty);
    }
    for text in [
        "hello",
        "https://example.com/?code=x",
        "zoom.us",
        "a.b.c",
        "W10.W10.x",
        "e30.e30.x",
        r#"{"access_token":"a"}"#,
        "Bearer",
        "Basic YTpi",
        &format!("{EXAMPLE}.x"),
    ] {
        assert_eq!(read_jwt(text).unwrap_err(), NotAJwt::NotAToken, "{text}");
    }
}

#[track_caller]
fn finds(text: &str, now: Option<u64>, expected: &str) {
    assert_said(&jwt_findings(&read_jwt(text), now.map(|seconds| seconds * 1000)), expected, text);
}

#[test]
fn findings() {
    finds("", Some(0), "");
    finds("hello", Some(0), "jwt-not-a-token");
    finds("eyJ...", None, "jwt-cut-off");
    finds(EXAMPLE, None, "jwt-read");
    // RFC 7519 §4.1.4: on or after `exp` it is not accepted.
    finds(EXAMPLE, Some(1_300_819_379), "jwt-read");
    finds(EXAMPLE, Some(1_300_819_380), "jwt-read jwt-expired");
    finds(UNSECURED, None, "jwt-read jwt-unsigned");
    finds(&format!("\"{EXAMPLE}\""), None, "jwt-read quotes-left-out@0+1");
    finds(&format!("{}...", front(EXAMPLE, 80)), None, "jwt-read jwt-cut-off@80+0");
    finds(&format!("{}.YWNjZXNzLXRva2Vu.s", part(r#"{"alg":"x"}"#)), None, "jwt-part-unreadable@16+16");
}

/// pitfalls.md P26: one minute may be, more is a clock that is wrong.
#[test]
fn a_token_from_the_future() {
    let text = token(r#"{"iat":1763700000,"exp":1763703600}"#);
    finds(&text, Some(1_763_699_940), "jwt-read");
    finds(&text, Some(1_763_699_939), "jwt-read clock-ahead");
    let two_hours_ahead = token(r#"{"nbf":1763707200,"iat":1763700000}"#);
    finds(&two_hours_ahead, Some(1_763_700_000), "jwt-read clock-ahead");
    finds(&two_hours_ahead, None, "jwt-read");
}

#[test]
fn debug_shows_no_claim() {
    let shown = format!("{:?}", read(&token(r#"{"sub":"hidden"}"#)));
    assert!(!shown.contains("hidden") && shown.contains("[redacted]"));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), more in r#"[A-Za-z0-9_.=" -]{0,80}"#) {
        let _ = read_jwt(&text);
        let _ = read_jwt(&more);
    }

    #[test]
    fn claims_are_read_as_serde_json_writes_them(
        claims in prop::collection::vec(("[a-z]{1,6}", any::<(String, i64, bool)>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let members: Vec<_> = claims.iter().map(|(name, value)| (name, serde_json::json!([value, { "x": value.0 }]).to_string())).collect();
        let json = format!("{{{}}}", members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect::<Vec<_>>().join(","));
        let whole = token(&json);
        let jwt = read(&whole);
        prop_assert_eq!(shown(&jwt.claims), members.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" "));
        // However it is cut, what is read is the beginning of the original.
        let shorter = front(&whole, 21 + cut.index(whole.len() - 21));
        let read_shorter = read(shorter);
        prop_assert!(shown(&jwt.claims).starts_with(&shown(&read_shorter.claims)));
        prop_assert!(read_shorter.cut_off.is_some() && read_shorter.faults.is_empty());
    }
}

//! The findings about a header: kind, place, fix and the correct header.

use crate::notation::assert_said;
use authdesk::oauth::Secret;
use authdesk::reading::{FindingKind, HeaderReading, PairShape, ValueRole, ValueShape, read_header};

use super::fixed;

const ID: &str = "DemoClientId0000000001";
const SECRET: &str = "DemoClientSecret0000000000000001";
const CLEAN: &str = "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAwMQ==";
const VERINT: &str = "YlgzaEc0VVlTUnlKV1EzekduOG90ZzpvR280T1oyR1laYkxpREJkUVBJejNoSDN2S0lJT1lBYg==";
const GOOD: &str = "header-read encodings-agree";

/// As the samples of one provider are.
fn known() -> PairShape {
    let of = |role: ValueRole, length: usize| ValueShape { role, length: Some(length), plain_alphabet: true };
    PairShape { identifier: of(ValueRole::Identifier, 22), secret: of(ValueRole::Secret, 32) }
}

fn shown(secret: Option<&Secret>) -> Option<&str> {
    // EXPOSE: the tests compare the whole text.
    secret.map(Secret::expose)
}

#[track_caller]
fn says(text: &str, expected: &str) -> HeaderReading {
    let reading = read_header(text, &PairShape::default());
    assert_said(&reading.findings, expected, text);
    reading
}

#[track_caller]
fn pair(reading: &HeaderReading, identifier: &str, secret: &str) {
    let pair = reading.pair.as_ref().unwrap();
    assert_eq!((pair.identifier.as_str(), shown(Some(&pair.secret)).unwrap()), (identifier, secret));
}

/// One finding inside a header that otherwise has the demo credentials: what is said with and without knowledge of the
/// provider, its fix, and the correct header.
#[track_caller]
fn fixes(base64: &str, expected: &str) {
    let text = format!("Basic {base64}");
    let right = format!("Basic {CLEAN}");
    let reading = says(&text, expected);
    assert_said(&read_header(&text, &known()).findings, expected, &text);
    assert_eq!(fixed(&reading.findings[0], &text).as_deref(), Some(right.as_str()));
    assert_eq!(shown(reading.corrected.as_ref()), Some(right.as_str()));
    says(&right, GOOD);
}

#[test]
fn the_verint_example() {
    let printed = "Basic IGJYM2hHNFVZU1J5SldRM3pHbjhvdGc6b0dvNE9aMkdZWmJMaURCZFFQSXozaEgzdktJSU9ZQWI=";
    let right = format!("Basic {VERINT}");
    let reading = says(printed, "blanks-around@pair:0+1");
    pair(&reading, " bX3hG4UYSRyJWQ3zGn8otg", "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb");
    assert_eq!(shown(reading.corrected.as_ref()), Some(right.as_str()));
    assert_eq!(fixed(&reading.findings[0], printed).as_deref(), Some(right.as_str()));
    let reading = says(&right, GOOD);
    pair(&reading, "bX3hG4UYSRyJWQ3zGn8otg", "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb");
    assert!(reading.corrected.is_none() && reading.other.is_none());
    assert_said(&read_header(&right, &known()).findings, GOOD, &right);
}

/// Section 2 of the study of faults, line by line, with the examples P1 to P10.
#[test]
fn vectors() {
    let clean = says(&format!("Basic {CLEAN}"), GOOD);
    pair(&clean, ID, SECRET);
    assert!(clean.corrected.is_none());
    let front = "RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0MDAwMDAwMDAwMDAwMDAw";
    fixes(&format!("{front}MQo="), "newline-encoded@pair:55+1");
    fixes(&format!("{front}MQ0K"), "newline-encoded@pair:55+2");
    fixes("IERlbW9DbGllbnRJZDAwMDAwMDAwMDE6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE=", "blanks-around@pair:0+1");
    fixes(&format!("{front}MSA="), "blanks-around@pair:55+1");
    fixes("RGVtb0NsaWVudElkMDAwMDAwMDAwMTogRGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE=", "blanks-around@pair:23+1");
    fixes("RGVtb0NsaWVudElkMDAwMDAwMDAwMSA6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE=", "blanks-around@pair:22+1");
    fixes("RGVtb0NsaWVudElkMDAwMDAwMDAwMQo6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE=", "blanks-around@pair:22+1");
    fixes("IkRlbW9DbGllbnRJZDAwMDAwMDAwMDE6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDEi", "quotes-around@pair:0+1");
    fixes(
        "wqBEZW1vQ2xpZW50SWQwMDAwMDAwMDAxOkRlbW9DbGllbnRTZWNyZXQwMDAwMDAwMDAwMDAwMDAx",
        "no-break-space@pair:0+1=U+00A0",
    );
    fixes(&format!("{front}MeKAiw=="), "invisible-character@pair:55+1=U+200B");
    fixes(&format!("77u/{CLEAN}"), "byte-order-mark@pair:0+1=U+FEFF");
    fixes(&format!("QmFzaWMg{CLEAN}"), "label-included@pair:0+6=Basic");
    fixes(
        "UkdWdGIwTnNhV1Z1ZEVsa01EQXdNREF3TURBd01UcEVaVzF2UTJ4cFpXNTBVMlZqY21WME1EQXdNREF3TURBd01EQXdNREF3TVE9PQ==",
        "base64-twice",
    );
    fixes(
        "RABlAG0AbwBDAGwAaQBlAG4AdABJAGQAMAAwADAAMAAwADAAMAAwADAAMQA6AEQAZQBtAG8AQwBsAGkAZQBuAHQAUwBlAGMAcgBlAHQAMAAwADAAMAAwADAAMAAwADAAMAAwADAAMAAwADAAMQA=",
        "utf-16-pair",
    );
    let none = says("Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMURlbW9DbGllbnRTZWNyZXQwMDAwMDAwMDAwMDAwMDAx", "colon-missing");
    assert!(none.pair.is_none() && none.corrected.is_none());
    assert_eq!(fixed(&none.findings[0], "Basic RGVtb0Nsa"), None);
}

#[test]
fn endings_prove_little() {
    pair(&says("Basic SUQ6YVo=", GOOD), "ID", "aZ");
    pair(&says("Basic SUQ6YWJK", GOOD), "ID", "abJ");
    pair(&says("Basic eDp5", GOOD), "x", "y");
    let newline = says("Basic eDp5Cg==", "newline-encoded@pair:3+1");
    assert_eq!(shown(newline.corrected.as_ref()), Some("Basic eDp5"));
}

#[test]
fn swapped_is_a_hint_from_known_lengths() {
    let text = "Basic RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE6RGVtb0NsaWVudElkMDAwMDAwMDAwMQ==";
    says(text, GOOD);
    let reading = read_header(text, &known());
    assert_said(&reading.findings, "maybe-swapped", text);
    assert_eq!(fixed(&reading.findings[0], text), Some(format!("Basic {CLEAN}")));
    assert!(reading.corrected.is_none(), "a hint corrects nothing");
}

#[test]
fn bytes_as_python_prints_them() {
    for (text, expected) in [
        (format!("Basic b'{CLEAN}'"), "bytes-as-text@6+2"),
        (format!("Authorization: Basic b'{CLEAN}'"), "bytes-as-text@21+2"),
        (format!("{{'Authorization': \"Basic b'{CLEAN}'\"}}"), "bytes-as-text@25+2"),
        (format!("\"Authorization\": \"Basic b'{CLEAN}'\""), "bytes-as-text@24+2"),
        (format!("Authorization: Basic b\"{CLEAN}\""), "bytes-as-text@21+2"),
    ] {
        let reading = says(&text, expected);
        pair(&reading, ID, SECRET);
        assert_eq!(shown(reading.corrected.as_ref()), Some(format!("Basic {CLEAN}").as_str()));
    }
    let text = format!("Authorization: Basic b'{CLEAN}'");
    let reading = says(&text, "bytes-as-text@21+2");
    assert_eq!(fixed(&reading.findings[0], &text).unwrap(), format!("Authorization: Basic {CLEAN}"));
    says(&format!("b'{CLEAN}'"), "bytes-as-text@0+2 scheme-missing@0+0");
    // The values themselves were bytes before they were joined.
    let inner = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, format!("b'{ID}':b'{SECRET}'"));
    says(&format!("Basic {inner}"), "bytes-as-text@pair:0+2 bytes-as-text@pair:26+2");
}

#[test]
fn the_name_once_more() {
    for (text, expected) in [
        (format!("Authorization: Authorization: Basic {CLEAN}"), "header-name-twice@15+15"),
        (format!("authorization:Authorization: Basic {CLEAN}"), "header-name-twice@14+15"),
        (format!("\"Authorization\": \"Authorization: Basic {CLEAN}\""), "header-name-twice@18+15"),
        (format!("-H 'Authorization: Authorization: Basic {CLEAN}'"), "header-name-twice@19+15"),
    ] {
        let reading = says(&text, expected);
        pair(&reading, ID, SECRET);
        says(&fixed(&reading.findings[0], &text).unwrap(), GOOD);
    }
}

#[test]
fn where_a_header_may_stand() {
    for text in [
        format!("Authorization: Basic {CLEAN}"),
        format!("authorization:basic {CLEAN}"),
        format!("  Authorization: Basic {CLEAN}\r\n"),
        format!("curl -X POST https://zoom.us/oauth/token -H \"Authorization: Basic {CLEAN}\" -d grant_type=x"),
        format!("curl -H 'Authorization: Basic {CLEAN}' https://zoom.us/oauth/token?grant_type=x&a=b"),
        format!("curl --header \"Authorization:Basic {CLEAN}\" \\\n --data 'grant_type=x'"),
        format!(
            "POST /oauth/token HTTP/1.1\r\nHost: zoom.us\r\nAuthorization: Basic {CLEAN}\r\nAccept: */*\r\n\r\na=b"
        ),
        format!("Authorization: Basic {CLEAN}\nContent-Type: application/json;"),
        format!("{{\"Authorization\": \"Basic {CLEAN}\"}}"),
        format!("\"Authorization\": \"Basic {CLEAN}\","),
        format!("$headers = @{{ Authorization = 'Basic {CLEAN}' }}"),
        format!("\"-H \\\"Authorization: Basic {CLEAN}\\\"\""),
        format!("http POST zoom.us Authorization:\"Basic {CLEAN}\""),
    ] {
        pair(&says(&text, GOOD), ID, SECRET);
    }
    let bare = says(CLEAN, "header-read scheme-missing@0+0 encodings-agree");
    pair(&bare, ID, SECRET);
    assert_eq!(shown(bare.corrected.as_ref()), Some(format!("Basic {CLEAN}").as_str()));
    assert_eq!(fixed(&bare.findings[1], CLEAN), Some(format!("Basic {CLEAN}")));
    says("", "");
    says(" \n", "");
    says("Basic ", "");
    says("Authorization:", "");
}

#[test]
fn a_fix_keeps_what_stands_around() {
    let around = |base64: &str| format!("curl -H \"Authorization: Basic {base64}\" \\\n -d 'grant_type=x'");
    let text = around("IERlbW9DbGllbnRJZDAwMDAwMDAwMDE6RGVtb0NsaWVudFNlY3JldDAwMDAwMDAwMDAwMDAwMDE=");
    let reading = says(&text, "blanks-around@pair:0+1");
    assert_eq!(fixed(&reading.findings[0], &text), Some(around(CLEAN)));
}

#[track_caller]
fn outside(text: &str, expected: &str) {
    let right = format!("Basic {CLEAN}");
    let reading = says(text, expected);
    assert_eq!(fixed(&reading.findings[0], text).as_deref(), Some(right.as_str()), "{text:?}");
    pair(&reading, ID, SECRET);
    assert_eq!(shown(reading.corrected.as_ref()), Some(right.as_str()), "{text:?}");
}

#[test]
fn faults_of_the_base64_text() {
    let cut = CLEAN.trim_end_matches('=');
    outside(&format!("Basic {cut}"), "padding-missing@80+0");
    outside(&format!("Basic {cut}="), "padding-missing@81+0");
    // `openssl base64` breaks after 64 characters.
    let (front, back) = CLEAN.split_at(64);
    outside(&format!("Basic {front}\n{back}"), "wrapped-lines@70+1");
    outside(&format!("Basic {front}\r\n  {back}"), "wrapped-lines@70+4");
    outside(&format!("Basic {front} {back}"), "wrapped-lines@70+1");
    says(&format!("Authorization: Basic {front}\n{back}\nHost: zoom.us"), "wrapped-lines@85+1");
    outside(&format!("Basic {front}\u{a0}{back}"), "no-break-space@70+1=U+00A0");
    outside(&format!("Basic {front}\u{200b}{back}"), "invisible-character@70+1=U+200B");
    outside(&format!("Basic\u{a0}{CLEAN}"), "no-break-space@5+1=U+00A0");
    outside(&format!("\u{feff}Basic {CLEAN}"), "byte-order-mark@0+1=U+FEFF");
    outside(&format!("Basic {CLEAN}\u{200b}"), "invisible-character@82+1=U+200B");
    outside(&format!("\"Basic {CLEAN}\""), "quotes-around@0+1");
    outside(&format!("\u{201c}Basic {CLEAN}\u{201d}"), "typographic-quotes@0+1=U+201C");
    outside(&format!("Basic {CLEAN},"), "trailing-punctuation@82+1");
    outside(&format!("\u{2022} Basic {CLEAN}"), "list-bullet@0+2");
    outside(&format!("Basic Basic {CLEAN}"), "basic-twice@6+6");
    outside(&format!("Basic basic BASIC {CLEAN}"), "basic-twice@6+12");
    let named = format!("\"Authorization: Basic {CLEAN}\"");
    assert_eq!(
        fixed(&says(&named, "quotes-around@0+1").findings[0], &named),
        Some(format!("Authorization: Basic {CLEAN}"))
    );
    let valued = format!("Authorization: \"Basic {CLEAN}\"");
    says(&valued, GOOD);
}

#[test]
fn the_other_alphabet() {
    pair(&says("Basic aWR+fn46cz8/Pw==", "header-read encodings-differ"), "id~~~", "s???");
    let text = "Basic aWR-fn46cz8_Pw";
    let reading = says(text, "url-alphabet@9+1 padding-missing@20+0");
    pair(&reading, "id~~~", "s???");
    assert_eq!(fixed(&reading.findings[0], text).as_deref(), Some("Basic aWR+fn46cz8/Pw"));
    assert_eq!(fixed(&reading.findings[1], text).as_deref(), Some("Basic aWR-fn46cz8_Pw=="));
    assert_eq!(shown(reading.corrected.as_ref()), Some("Basic aWR+fn46cz8/Pw=="));
}

#[track_caller]
fn told(text: &str, expected: &str) {
    let reading = says(text, expected);
    for finding in reading.findings.iter().filter(|finding| finding.kind != FindingKind::SchemeMissing) {
        assert_eq!(fixed(finding, text), None, "{text:?}");
    }
    assert!(reading.corrected.is_none(), "{text:?}");
}

#[test]
fn what_cannot_be_fixed() {
    // A character lost at the end: no length has the remainder one, and the bits that are left over must be zero.
    told("Basic RGVtb0NsaWVudElkMDAwMDAwMDAwMTpEZW1vQ2xpZW50U2VjcmV0M", "letter-lost@59+0");
    told("Basic aWR+fn46cz8/P", "letter-lost@19+0");
    told("Basic SUQ6YWJ", "letter-lost@13+0");
    told("Basic SUQ6!YWJK", "not-base64@10+1=U+0021");
    told("Basic SUQ6YQ==YQ==", "not-base64@14+1=U+0059");
    told("Basic SUQ6YWJK=", "letter-lost@15+0");
    told("Basic SUQ6\\YWJK", "not-base64@10+1=U+005C");
    told(&format!("Bearer {CLEAN}"), "pair-as-bearer@7+76");
    told(&format!("Authorization: Bearer {CLEAN}"), "pair-as-bearer@22+76");
    told(&format!("Authorization: Digest {CLEAN}"), "other-scheme@15+6");
    told("Basic <base64>", "placeholder-words@6+8");
    told("Basic {{credentials}}", "placeholder-words@6+15");
    // Bytes that are no text: 0xff 0x00 0xd8 and 0x81.
    told("Basic /wDY", "pair-not-text");
    told("Basic gQ==", "pair-not-text");
    told("Basic AQID", "pair-not-text");
}

#[test]
fn within_the_pair() {
    let encoded = |pair: &str| {
        use base64::Engine as _;
        format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
    };
    let all = |pair: &str, expected: &str| {
        let text = encoded(pair);
        let reading = says(&text, expected);
        assert_eq!(shown(reading.decoded.as_ref()), Some(pair));
        reading
    };
    let whole = format!("{ID}:{SECRET}");
    let fixes = |pair: &str, expected: &str| {
        let reading = all(pair, expected);
        assert_eq!(fixed(&reading.findings[0], &encoded(pair)), Some(encoded(&whole)), "{pair:?}");
        assert_eq!(shown(reading.corrected.as_ref()), Some(encoded(&whole).as_str()), "{pair:?}");
    };
    fixes(&format!("\t{whole}"), "blanks-around@pair:0+1");
    fixes(&format!("\u{200b}{whole}"), "invisible-character@pair:0+1=U+200B");
    fixes(&format!("\u{201c}{whole}\u{201d}"), "typographic-quotes@pair:0+1=U+201C");
    fixes(&format!("\u{2022} {whole}"), "list-bullet@pair:0+2");
    fixes(&format!("'{whole}'"), "quotes-around@pair:0+1");
    fixes(&format!("{whole},"), "trailing-punctuation@pair:55+1");
    fixes(&format!("{ID}:DemoClientSecret\n0000000000000001"), "line-break-inside@pair:39+1");
    fixes(&format!("{ID}:client_secret={SECRET}"), "label-included@pair:23+14=Client Secret");
    fixes(&format!("Client ID: {whole}"), "label-included@pair:0+11=Client ID");
    fixes(&format!("{ID}%3A{SECRET}"), "colon-encoded@pair:22+3");
    fixes(&format!("{whole}\u{a0}"), "no-break-space@pair:55+1=U+00A0");
    let quoted = format!("\"{ID}\":\"{SECRET}\"");
    let reading = all(&quoted, "quotes-around@pair:0+1 quotes-around@pair:25+1");
    assert_eq!(fixed(&reading.findings[1], &encoded(&quoted)), Some(encoded(&format!("\"{ID}\":{SECRET}"))));
    assert_eq!(shown(reading.corrected.as_ref()), Some(encoded(&whole).as_str()));

    let words = "placeholder-words@pair:0+9 placeholder-words@pair:10+13";
    says("Basic Q2xpZW50IElEOkNsaWVudCBTZWNyZXQ=", words);
    assert!(says("Basic Q2xpZW50X0lEOkNsaWVudF9TZWNyZXQ=", words).corrected.is_none());
    all("a:b:c", "header-read several-colons@pair:3+1 encodings-differ");
    // RFC 7617 §2 allows an empty password, and RFC 6749 §2.3.1 an empty secret.
    let empty = all("id:", "secret-empty@pair:3+0");
    assert!(empty.corrected.is_none());
    assert_eq!(empty.pair.map(|pair| pair.identifier).as_deref(), Some("id"));
    says("Basic aWQ6", "secret-empty@pair:3+0");
    says("Authorization: Basic aWQ6", "secret-empty@pair:3+0");
    all("my(id):", "secret-empty@pair:7+0 encodings-differ");
    all("id: ", "blanks-around@pair:3+1 secret-empty@pair:3+0");
    says("Basic Og==", "part-missing@pair:0+0 part-missing@pair:1+0");
    all(":secret", "part-missing@pair:0+0");
    all(":", "part-missing@pair:0+0 part-missing@pair:1+0");
    all(&format!("{ID}:{ID}"), "same-value-twice");
    all("id:a\u{1}b", "control-character@pair:4+1");
    all("admin@example.com:secret", "email-instead@pair:5+1");
    all("id:\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}", "masked-dots@pair:3+6");
    // RFC 7617 §2: a space may belong to the secret, so nothing is corrected unasked.
    let blank = says("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "blank-inside@pair:12+1");
    assert!(blank.corrected.is_none());
    let blank = read_header("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", &known());
    assert_eq!(shown(blank.corrected.as_ref()), Some(encoded("Aladdin:opensesame").as_str()));
}

#[test]
fn other_encodings_of_the_pair() {
    let utf8 = "Basic WsO8cmljaDpnZWhlaW0=";
    pair(&says(utf8, "header-read encodings-differ"), "Z\u{fc}rich", "geheim");
    let latin = "Basic WvxyaWNoOmdlaGVpbQ==";
    let reading = says(latin, "latin-1-pair");
    pair(&reading, "Z\u{fc}rich", "geheim");
    assert_eq!(fixed(&reading.findings[0], latin).as_deref(), Some(utf8));
    assert_eq!(shown(reading.corrected.as_ref()), Some(utf8));
    let utf16 = "Basic WgD8AHIAaQBjAGgAOgBnAGUAaABlAGkAbQA=";
    let reading = says(utf16, "utf-16-pair");
    assert_eq!(fixed(&reading.findings[0], utf16).as_deref(), Some(utf8));
    // The same in the other byte order.
    says("Basic AFoA/AByAGkAYwBoADoAZwBlAGgAZQBpAG0=", "utf-16-pair");
    let reading = read_header(utf8, &known());
    assert_said(&reading.findings, "foreign-letter@pair:1+1=U+00FC", utf8);
    assert!(fixed(&reading.findings[0], utf8).is_none());
}

#[test]
fn form_encoded_pairs() {
    let form = "Basic bXkraWQlM0F4OnAlNDBzcyUyQit3JUMzJUI2cmQqJTdFJTIx";
    let reading = says(form, "header-read pair-form-encoded@pair:2+1");
    pair(&reading, "my+id%3Ax", "p%40ss%2B+w%C3%B6rd*%7E%21");
    let before = reading.before_form.unwrap();
    assert_eq!(before.identifier, "my id:x");
    assert_eq!(shown(Some(&before.secret)), Some("p@ss+ w\u{f6}rd*~!"));
    assert!(reading.other.is_none(), "with a colon in the identifier there is no raw header");
    assert!(reading.corrected.is_none());
    // The same credentials raw: the colon splits them at a different place.
    let raw = "Basic bXkgaWQ6eDpwQHNzKyB3w7ZyZCp+IQ==";
    says(raw, "blank-inside@pair:2+1 blank-inside@pair:13+1 several-colons@pair:7+1");
    let reading = says("Basic aWR+fn46cz8/Pw==", "header-read encodings-differ");
    assert_eq!(shown(reading.other.as_ref()), Some("Basic aWQlN0UlN0UlN0U6cyUzRiUzRiUzRg=="));
    let back = says("Basic aWQlN0UlN0UlN0U6cyUzRiUzRiUzRg==", "header-read pair-form-encoded@pair:2+1");
    assert_eq!(shown(back.other.as_ref()), Some("Basic aWR+fn46cz8/Pw=="));
}

#[test]
fn a_pair_that_was_never_encoded() {
    let text = format!("Basic {ID}:{SECRET}");
    let reading = says(&text, "pair-not-encoded@28+1");
    pair(&reading, ID, SECRET);
    assert_eq!(fixed(&reading.findings[0], &text), Some(format!("Basic {CLEAN}")));
    assert_eq!(shown(reading.corrected.as_ref()), Some(format!("Basic {CLEAN}").as_str()));
    says(
        "Basic Client ID:Client Secret",
        "pair-not-encoded@15+1 placeholder-words@pair:0+9 placeholder-words@pair:10+13",
    );
    says(
        "Client ID:Client Secret",
        "scheme-missing@0+0 pair-not-encoded@9+1 placeholder-words@pair:0+9 placeholder-words@pair:10+13",
    );
}

#[test]
fn a_header_with_a_control_character_is_never_called_right() {
    // The URL is reported, and not what is odd inside it.
    let reading =
        says("Basic id:https://a\0\u{4}b", "pair-not-encoded@8+1 address-instead@pair:3+8 several-colons@pair:8+1");
    assert!(reading.corrected.is_none());
}

#[test]
fn nothing_secret_is_printed() {
    let reading = read_header(&format!("Basic {CLEAN}"), &PairShape::default());
    let printed = format!("{reading:?}");
    assert!(!printed.contains(SECRET) && !printed.contains(CLEAN), "{printed}");
}

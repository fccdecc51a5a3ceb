//! Credentials encoded here are read back unchanged; one fault is one finding, and its fix removes it; no text makes a
//! reader panic.

use crate::notation::{is_inside, kinds, place_of, said};
use authdesk::oauth::{PairEncoding, Secret, authorization_header};
use authdesk::reading::{
    Finding, FindingKind, PairShape, Severity, Span, ValueRole, ValueShape, Within, excerpt, read_header,
    two_value_findings, value_findings,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::fixed;

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

/// A value as providers generate them.
fn value() -> impl Strategy<Value = String> {
    "[A-Za-z0-9][A-Za-z0-9_-]{6,30}[A-Za-z0-9]".prop_filter("no filler", |text| !text.chars().all(|x| x == 'x'))
}

fn encoded(pair: &str) -> String {
    format!("Basic {}", STANDARD.encode(pair))
}

fn plain() -> PairShape {
    let of = |role: ValueRole| ValueShape { plain_alphabet: true, ..ValueShape::new(role) };
    PairShape { identifier: of(ValueRole::Identifier), secret: of(ValueRole::Secret) }
}

/// The text with something put in before a character.
fn with(text: &str, at: usize, fault: &str) -> String {
    let front: String = text.chars().take(at).collect();
    let back: String = text.chars().skip(at).collect();
    format!("{front}{fault}{back}")
}

/// A fault inside the credentials: its name, the credentials with it, and where it is.
fn faults_inside(id: &str, secret: &str, seed: usize) -> Vec<(&'static str, String, usize)> {
    let pair = format!("{id}:{secret}");
    let length = pair.len();
    let pick = |choices: &[&'static str]| choices[seed % choices.len()];
    let blank = pick(&[" ", "\t", "  ", "\u{2003}", " \t "]);
    let white = pick(&[" ", "\n", "\r\n", "\t"]);
    let quote = pick(&["\"", "'", "`"]);
    // Within one of the two values, not at its ends.
    let inside =
        if seed.is_multiple_of(2) { 2 + seed % (id.len() - 3) } else { id.len() + 3 + seed % (secret.len() - 3) };
    let anywhere = seed % (length + 1);
    let mut faults = vec![
        ("blanks-around", with(&pair, 0, white), 0),
        ("blanks-around", with(&pair, id.len(), white), id.len()),
        ("blanks-around", with(&pair, id.len() + 1, white), id.len() + 1),
        ("blanks-around", with(&pair, length, blank), length),
        ("newline-encoded", with(&pair, length, pick(&["\n", "\r\n", "\r", " \n"])), length),
        ("no-break-space", with(&pair, anywhere, pick(&["\u{a0}", "\u{202f}"])), anywhere),
        ("invisible-character", with(&pair, anywhere, pick(&["\u{200b}", "\u{ad}", "\u{2060}", "\u{202a}"])), anywhere),
        ("byte-order-mark", with(&pair, anywhere, "\u{feff}"), anywhere),
        ("typographic-quotes", format!("\u{201e}{pair}\u{201c}"), 0),
        ("typographic-quotes", with(&pair, anywhere, "\u{2019}"), anywhere),
        ("quotes-around", format!("{quote}{pair}{quote}"), 0),
        ("quotes-around", format!("{quote}{id}{quote}:{secret}"), 0),
        ("quotes-around", format!("{id}:{quote}{secret}{quote}"), id.len() + 1),
        ("list-bullet", format!("{}{pair}", pick(&["\u{2022} ", "\u{b7}\t", "- "])), 0),
        ("label-included", format!("{}{pair}", pick(&["Client ID: ", "client_id=", "Basic ", "Client-ID:"])), 0),
        ("label-included", format!("{id}:{}{secret}", pick(&["Client Secret: ", "client_secret="])), id.len() + 1),
        ("line-break-inside", with(&pair, inside, pick(&["\n", "\r\n", "\n  "])), inside),
        ("blank-inside", with(&pair, inside, pick(&[" ", "  "])), inside),
        ("trailing-punctuation", format!("{pair}{}", pick(&[",", ";", "."])), length),
        ("trailing-punctuation", format!("{id},:{secret}"), id.len()),
        ("colon-encoded", format!("{id}{}{secret}", pick(&["%3A", "%3a"])), id.len()),
    ];
    faults.retain(|(name, text, _)| !name.is_empty() && *text != pair);
    faults
}

/// A fault of the header around the credentials: its name and the text with it.
fn faults_outside(pair: &str, seed: usize) -> Vec<(&'static str, String)> {
    let header = encoded(pair);
    let payload = header.strip_prefix("Basic ").unwrap();
    let within = 6 + 1 + seed % (payload.trim_end_matches('=').len() - 1);
    let utf16: Vec<u8> = pair.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut faults = vec![
        ("wrapped-lines", with(&header, within, "\n")),
        ("wrapped-lines", with(&header, within, "\r\n ")),
        ("no-break-space", with(&header, within, "\u{a0}")),
        ("no-break-space", format!("Basic\u{a0}{payload}")),
        ("invisible-character", with(&header, within, "\u{200b}")),
        ("byte-order-mark", format!("\u{feff}{header}")),
        ("typographic-quotes", format!("\u{201c}{header}\u{201d}")),
        ("quotes-around", format!("\"{header}\"")),
        ("trailing-punctuation", format!("{header},")),
        ("list-bullet", format!("\u{2022} {header}")),
        ("basic-twice", format!("Basic {header}")),
        ("utf-16-pair", format!("Basic {}", STANDARD.encode(utf16))),
        ("base64-twice", encoded(payload)),
        ("pair-not-encoded", format!("Basic {pair}")),
    ];
    if payload.ends_with('=') {
        faults.push(("padding-missing", header.trim_end_matches('=').to_owned()));
    }
    faults
}

/// Pieces that the readers look for, in any order and with anything between.
fn scraps() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Authorization",
        "Basic",
        "basic ",
        "Bearer ",
        ":",
        "=",
        "==",
        " ",
        "\r\n",
        "\t",
        "\"",
        "'",
        "\\\"",
        "\u{201c}",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
        "\u{2022}",
        "- ",
        "*",
        "...",
        "\u{2026}",
        ",",
        ";",
        "Client ID",
        "client_secret",
        "API Key: ",
        "eyJ",
        ".",
        "@",
        "https://",
        "%3A",
        "%",
        "+",
        "-",
        "_",
        "RGVt",
        "eDp5Cg==",
        "Zg",
        "curl -H ",
        "<x>",
        "\u{e9}",
        "\u{1f600}",
        "\0",
        "12345",
    ]);
    let piece = prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn read_everything(text: &str) {
    for shape in [PairShape::default(), plain()] {
        let reading = read_header(text, &shape);
        let decoded = reading.decoded.as_ref().map_or("", shown);
        for finding in &reading.findings {
            let fix = fixed(finding, text);
            assert!(fix.as_deref() != Some(text), "{text:?}: {finding:?}");
            assert!(is_inside(finding, text, decoded), "{text:?}: {finding:?}");
            if let Some(place) = place_of(finding) {
                let counted = if place.within == Within::Pair { decoded } else { text };
                let _ = excerpt(counted, place, true);
            }
        }
        if let Some(corrected) = &reading.corrected {
            let again = read_header(shown(corrected), &shape);
            let bad = |finding: &Finding| finding.kind.severity() == Severity::Error;
            assert!(!again.findings.iter().any(bad), "{text:?}: {:?}: {:?}", shown(corrected), again.findings);
        }
    }
    for role in [ValueRole::Identifier, ValueRole::Secret, ValueRole::Account, ValueRole::Other] {
        for plain_alphabet in [false, true] {
            let shape = ValueShape { role, plain_alphabet, length: Some(4) };
            for finding in value_findings(text, &shape) {
                assert!(fixed(&finding, text).as_deref() != Some(text), "{text:?}: {finding:?}");
                assert!(place_of(&finding).is_some() && is_inside(&finding, text, ""), "{text:?}: {finding:?}");
            }
            let _ = two_value_findings((text, &shape), ("x", &shape));
        }
    }
}

proptest! {
    #[test]
    fn a_pair_built_here_is_read_back_with_nothing_to_say(id in value(), secret in value()) {
        prop_assume!(id != secret);
        let header = authorization_header(&id, &Secret::new(secret.clone()), PairEncoding::Raw).unwrap();
        for shape in [PairShape::default(), plain()] {
            let reading = read_header(shown(&header), &shape);
            prop_assert_eq!(said(&reading.findings), "header-read encodings-agree");
            let pair = reading.pair.unwrap();
            prop_assert_eq!((pair.identifier.as_str(), shown(&pair.secret)), (id.as_str(), secret.as_str()));
            prop_assert!(reading.corrected.is_none() && reading.other.is_none() && reading.before_form.is_none());
        }
    }

    #[test]
    fn any_pair_built_here_is_read_back_as_it_was(
        id in "[^:\\p{Cc}]{1,20}", secret in "\\P{Cc}{1,20}", encoding in prop::bool::ANY,
    ) {
        let encoding = if encoding { PairEncoding::Raw } else { PairEncoding::FormEncoded };
        let header = authorization_header(&id, &Secret::new(secret.clone()), encoding).unwrap();
        let reading = read_header(shown(&header), &PairShape::default());
        let is_form_encoded = kinds(&reading.findings).contains("pair-form-encoded");
        let pair = reading.pair.unwrap();
        let pair = if encoding == PairEncoding::FormEncoded && is_form_encoded { reading.before_form.unwrap() } else { pair };
        prop_assert_eq!((pair.identifier.as_str(), shown(&pair.secret)), (id.as_str(), secret.as_str()));
    }

    #[test]
    fn a_fault_inside_the_pair_is_told_alone_and_fixed(id in value(), secret in value(), seed in 0..100_000_usize) {
        prop_assume!(id != secret);
        let right = encoded(&format!("{id}:{secret}"));
        for (name, pair, at) in faults_inside(&id, &secret, seed) {
            let text = encoded(&pair);
            for shape in [PairShape::default(), plain()] {
                let reading = read_header(&text, &shape);
                prop_assert_eq!(kinds(&reading.findings), name, "{:?}", pair);
                let found = said(&reading.findings);
                prop_assert!(found.starts_with(&format!("{name}@pair:{at}+")), "{found}: {pair:?}");
                let fix = fixed(&reading.findings[0], &text);
                prop_assert_eq!(fix.as_deref(), Some(right.as_str()), "{:?}", pair);
                if name != "blank-inside" || shape == plain() {
                    prop_assert_eq!(reading.corrected.as_ref().map(shown), Some(right.as_str()), "{:?}", pair);
                }
            }
        }
    }

    #[test]
    fn a_fault_around_the_pair_is_told_alone_and_fixed(id in value(), secret in value(), seed in 0..100_000_usize) {
        prop_assume!(id != secret);
        let pair = format!("{id}:{secret}");
        let right = encoded(&pair);
        for (name, text) in faults_outside(&pair, seed) {
            let reading = read_header(&text, &PairShape::default());
            prop_assert_eq!(kinds(&reading.findings), name, "{:?}", text);
            let fix = fixed(&reading.findings[0], &text);
            prop_assert_eq!(fix.as_deref(), Some(right.as_str()), "{:?}", text);
            prop_assert_eq!(reading.corrected.as_ref().map(shown), Some(right.as_str()), "{:?}", text);
            let read = reading.pair.unwrap();
            prop_assert_eq!(shown(&read.secret), secret.as_str());
        }
    }

    #[test]
    fn a_fault_of_a_value_is_told_alone_and_fixed(value in value(), seed in 0..100_000_usize) {
        // Digits alone are an account number, in which spaces are common.
        prop_assume!(value.contains(|ch: char| ch.is_ascii_alphabetic()));
        let (length, quote) = (value.len(), ["\"", "'", "\u{201c}"][seed % 3]);
        let (inside, anywhere) = (2 + seed % (length - 3), seed % (length + 1));
        for (name, text) in [
            ("blanks-around", with(&value, 0, " ")),
            ("blanks-around", with(&value, length, " \r\n")),
            ("blanks-around", format!(" {value}\n")),
            ("no-break-space", with(&value, anywhere, "\u{a0}")),
            ("invisible-character", with(&value, anywhere, "\u{200b}")),
            ("byte-order-mark", with(&value, anywhere, "\u{feff}")),
            ("typographic-quotes", with(&value, anywhere, "\u{201d}")),
            (if seed % 3 == 2 { "typographic-quotes" } else { "quotes-around" }, format!("{quote}{value}{quote}")),
            ("list-bullet", format!("\u{2022}\t{value}")),
            ("label-included", format!("Client ID: {value}")),
            ("trailing-punctuation", format!("{value};")),
            ("line-break-inside", with(&value, inside, "\r\n")),
            ("blank-inside", with(&value, inside, " ")),
        ] {
            for shape in [plain().identifier, plain().secret, ValueShape::new(ValueRole::Account), ValueShape::default()] {
                let findings = value_findings(&text, &shape);
                let told = findings.iter().filter(|finding| finding.kind != FindingKind::AccountNumber);
                prop_assert_eq!(kinds(told), name, "{:?}", text);
                let fix = fixed(&findings[0], &text);
                prop_assert_eq!(fix.as_deref(), Some(value.as_str()), "{:?}", text);
            }
        }
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in any::<String>()) {
        read_everything(&text);
    }

    #[test]
    fn no_scraps_make_the_readers_panic(text in scraps()) {
        read_everything(&text);
    }

    #[test]
    fn no_pair_makes_the_readers_panic(text in scraps(), bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        read_everything(&encoded(&text));
        read_everything(&format!("Basic {}", STANDARD.encode(bytes)));
    }

    #[test]
    fn no_place_makes_an_excerpt_panic(text in any::<String>(), start in any::<usize>(), length in any::<usize>()) {
        let _ = excerpt(&text, &Span { within: Within::Pasted, start, length }, false);
        let _ = excerpt(&text, &Span { within: Within::Pasted, start: start % 40, length: length % 40 }, true);
    }
}

#[test]
fn a_long_text_has_few_findings() {
    for piece in
        ["authorization", "authorization\" ", " \"", "\u{a0} ", "A", "A ", "a:", "Basic ", "RGVt\n", "\u{2022} x", "-_"]
    {
        let text = piece.repeat(200_000 / piece.len());
        for text in [text.clone(), encoded(&text)] {
            let reading = read_header(&text, &plain());
            assert!(reading.findings.len() < 120, "{piece}: {}", reading.findings.len());
            let _ = reading.findings.first().map(|finding| fixed(finding, &text));
            let values = value_findings(&text, &plain().secret);
            assert!(values.len() < 120, "{piece}: {}", values.len());
        }
    }
}

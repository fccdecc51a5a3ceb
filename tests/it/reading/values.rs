//! The findings about a single value and about two side by side: kind, place, and the text after the fix.

use authdesk::reading::{ValueRole, ValueShape, two_value_findings, value_findings};

use super::fixed;
use crate::notation::{assert_said, said};

const ID: &str = "DemoClientId0000000001";
const SECRET: &str = "DemoClientSecret0000000000000001";
const ROLES: [ValueRole; 4] = [ValueRole::Identifier, ValueRole::Secret, ValueRole::Account, ValueRole::Other];

fn shape(role: ValueRole) -> ValueShape {
    ValueShape { role, length: None, plain_alphabet: true }
}

#[track_caller]
fn says(text: &str, expected: &str) {
    for role in ROLES {
        for shape in [ValueShape::new(role), shape(role)] {
            assert_said(&value_findings(text, &shape), expected, (text, shape));
        }
    }
}

/// One finding, whose fix leaves the demo client ID.
#[track_caller]
fn fixes(text: &str, expected: &str) {
    says(text, expected);
    let findings = value_findings(text, &ValueShape::default());
    assert_eq!(fixed(&findings[0], text).as_deref(), Some(ID), "{text:?}");
}

/// One finding, without a fix.
#[track_caller]
fn told(text: &str, expected: &str) {
    says(text, expected);
    let findings = value_findings(text, &ValueShape::default());
    assert_eq!(fixed(&findings[0], text), None, "{text:?}");
}

#[test]
fn nothing_is_said_of_values_as_they_should_be() {
    for clean in ["", "   ", "\n", ID, SECRET, "bX3hG4UYSRyJWQ3zGn8otg", "oGo4OZ2GYZbLiDBdQPIz3hH3vKIIOYAb", "-_-", "a"]
    {
        says(clean, "");
    }
    for role in ROLES {
        for clean in ["p@ss+w\u{f6}rd*~!", "a:b", "4/0AX4XfWj-x", "{\"a\":1}", "a'b", "x..y", "ab=="] {
            assert_said(&value_findings(clean, &ValueShape::new(role)), "", clean);
        }
    }
}

#[test]
fn bytes_as_python_prints_them() {
    fixes(&format!("b'{ID}'"), "bytes-as-text@0+2");
    fixes(&format!("b\"{ID}\""), "bytes-as-text@0+2");
}

#[test]
fn blanks_around() {
    fixes(&format!(" {ID}"), "blanks-around@0+1");
    fixes(&format!("\t{ID}"), "blanks-around@0+1");
    fixes(&format!("{ID} \n"), "blanks-around@22+2");
    fixes(&format!("{ID}\r\n"), "blanks-around@22+2");
    fixes(&format!(" \u{3000}{ID} "), "blanks-around@0+2");
}

#[test]
fn characters_that_cannot_be_seen() {
    fixes(&format!("\u{a0}{ID}"), "no-break-space@0+1=U+00A0");
    fixes(&format!("{ID}\u{202f}"), "no-break-space@22+1=U+202F");
    fixes("DemoClientId\u{a0}0000000001", "no-break-space@12+1=U+00A0");
    fixes(&format!("\u{200b}{ID}"), "invisible-character@0+1=U+200B");
    fixes(&format!("{ID}\u{200b}\u{200b}"), "invisible-character@22+2=U+200B");
    fixes("Demo\u{ad}ClientId0000000001", "invisible-character@4+1=U+00AD");
    fixes(&format!("\u{202a}{ID}"), "invisible-character@0+1=U+202A");
    fixes(&format!("{ID}\u{fe0f}"), "invisible-character@22+1=U+FE0F");
    fixes(&format!("\u{feff}{ID}"), "byte-order-mark@0+1=U+FEFF");
    fixes(&format!("{ID}\u{2060}"), "invisible-character@22+1=U+2060");
}

#[test]
fn quotes() {
    fixes(&format!("\u{201c}{ID}\u{201d}"), "typographic-quotes@0+1=U+201C");
    fixes(&format!("\u{201e}{ID}\u{201c}"), "typographic-quotes@0+1=U+201E");
    fixes(&format!("{ID}\u{2019}"), "typographic-quotes@22+1=U+2019");
    fixes("Demo\u{2019}ClientId0000000001", "typographic-quotes@4+1=U+2019");
    for quote in ['"', '\'', '`'] {
        fixes(&format!("{quote}{ID}{quote}"), "quotes-around@0+1");
        fixes(&format!("{quote}{ID}"), "quotes-around@0+1");
        fixes(&format!("{ID}{quote}"), "quotes-around@22+1");
    }
    fixes(&format!("\"'{ID}'\""), "quotes-around@0+2");
}

#[test]
fn what_lists_and_sentences_put_around() {
    for bullet in ["\u{2022} ", "\u{2022}", "\u{b7}\t", "o\t", "\u{f0b7}  ", "- ", "* ", "\u{2013} "] {
        fixes(&format!("{bullet}{ID}"), &format!("list-bullet@0+{}", bullet.chars().count()));
    }
    fixes(&format!("{ID},"), "trailing-punctuation@22+1");
    fixes(&format!("{ID};"), "trailing-punctuation@22+1");
    fixes(&format!("{ID}."), "trailing-punctuation@22+1");
    says(&format!("\"{ID}\","), "trailing-punctuation@24+1 quotes-around@0+1");
}

#[test]
fn labels() {
    for (label, name) in [
        ("Client ID: ", "Client ID"),
        ("Client ID:", "Client ID"),
        ("client_id=", "Client ID"),
        ("Client-ID: ", "Client ID"),
        ("Client Secret: ", "Client Secret"),
        ("CLIENT_SECRET = ", "Client Secret"),
        ("Account ID: ", "Account ID"),
        ("Account-ID:\t", "Account ID"),
        ("Client-Geheimnis: ", "Client-Geheimnis"),
        ("Konto-ID: ", "Konto-ID"),
        ("DEMO_CLIENT_ID=", "Client ID"),
        ("Your Client ID: ", "Client ID"),
        ("Basic ", "Basic"),
        ("Authorization: ", "Authorization"),
        ("Authorization: Basic ", "Authorization"),
        ("Client\u{a0}ID:\u{a0}", "Client ID"),
    ] {
        fixes(&format!("{label}{ID}"), &format!("label-included@0+{}={name}", label.chars().count()));
    }
    says(
        &format!("\"client_id\": \"{ID}\","),
        "trailing-punctuation@37+1 quotes-around@0+1 label-included@1+13=Client ID",
    );
    told(&format!("API Key: {ID}"), "retired-key@0+9");
    told(&format!("API Secret:{ID}"), "retired-key@0+11");
    // A colon is told where the pair is known.
    let identifier = ValueShape::new(ValueRole::Identifier);
    assert_said(&value_findings("1234abc:5678def", &identifier), "", "a colon");
    assert_said(&value_findings("Something else:5678def", &identifier), "blank-inside@9+1", "no label");
}

#[test]
fn inside_a_value() {
    fixes("DemoClientId\n0000000001", "line-break-inside@12+1");
    fixes("DemoClientId\r\n  0000000001", "line-break-inside@12+4");
    fixes("DemoClientId\u{b}0000000001", "line-break-inside@12+1");
    fixes("DemoClientId\u{2028}0000000001", "line-break-inside@12+1");
    fixes("DemoClientId 0000000001", "blank-inside@12+1");
    fixes("DemoClientId   0000000001", "blank-inside@12+3");
    told("Demo\tClientId", "control-character@4+1");
    told("Demo\0\u{7f}ClientId", "control-character@4+2");
    says(" Demo\nId", "blanks-around@0+1 line-break-inside@5+1");
}

#[test]
fn words_instead_of_a_value() {
    for words in [
        "Client ID",
        "Client_ID",
        "client_secret",
        "ClientSecret",
        "CLIENT-SECRET",
        "Account ID",
        "YOUR_CLIENT_ID",
        "your client secret",
        "Ihre Client-ID",
        "<client_id>",
        "<your key here>",
        "{client_id}",
        "{{client_id}}",
        "${CLIENT_ID}",
        "$CLIENT_ID",
        "%CLIENT_ID%",
        "[Client ID]",
        "XXXXXXXXXXXX",
    ] {
        told(words, &format!("placeholder-words@0+{}", words.chars().count()));
    }
    says("\"Client ID\"", "quotes-around@0+1 placeholder-words@1+9");
    says("Client ID: <client_id>", "label-included@0+11=Client ID placeholder-words@11+11");
    // RFC 7617 §2 has such values; they are no placeholders of a guide.
    says("secret", "");
    says("id", "");
}

#[test]
fn masked_values() {
    told("\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}", "masked-dots@0+8");
    told("********", "masked-dots@0+8");
    told("......", "masked-dots@0+6");
    told("\u{25cf} \u{25cf} \u{25cf}", "masked-dots@0+5");
    told(" *** ", "masked-dots@1+3");
    // As this page shows a secret itself.
    told("\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}\u{2022}abc", "masked-dots@0+8");
    told("abc*****", "masked-dots@3+5");
    told("DemoClient...", "masked-dots@10+3");
    told("DemoClient\u{2026}", "masked-dots@10+1");
}

#[track_caller]
fn said_of(text: &str, role: ValueRole, expected: &str) {
    for shape in [ValueShape::new(role), shape(role)] {
        assert_said(&value_findings(text, &shape), expected, (text, shape));
    }
}

#[test]
fn another_thing_instead_of_a_value() {
    let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.abc-_1";
    for role in [ValueRole::Identifier, ValueRole::Secret, ValueRole::Account] {
        said_of("admin@example.com", role, "email-instead@5+1");
        said_of("https://zoom.us/oauth/token", role, "address-instead@0+8");
        said_of("www.example.com/x", role, "address-instead@0+4");
        said_of(jwt, role, "jwt-instead@0+3");
        said_of(&format!(" {jwt}"), role, "blanks-around@0+1 jwt-instead@1+3");
    }
    said_of("1234567890", ValueRole::Account, "account-number@0+10");
    said_of("123-456 7890", ValueRole::Account, "account-number@0+12");
    said_of("1234567890", ValueRole::Identifier, "");
    said_of("1234567a", ValueRole::Account, "");
    // A code or a state may be anything.
    for text in ["admin@example.com", "https://zoom.us/oauth/token", jwt, "1234567890"] {
        assert_said(&value_findings(text, &ValueShape::default()), "", text);
    }
    for text in ["p@ss", "p@ss.", "@a.bc", "eyJ.x", "eyJ.x.y.z", "a@b@c.de"] {
        let findings = said(&value_findings(text, &ValueShape::new(ValueRole::Secret)));
        assert!(!findings.contains("instead"), "{text}: {findings}");
    }
}

#[test]
fn letters_that_are_foreign_to_a_plain_alphabet() {
    let plain = |text: &str| value_findings(text, &shape(ValueRole::Identifier));
    assert_said(&plain("Z\u{fc}rich"), "foreign-letter@1+1=U+00FC", "an umlaut");
    // A Cyrillic letter that looks like a Latin one.
    assert_said(&plain("Demo\u{421}lientId"), "foreign-letter@4+1=U+0421", "Demo\u{421}lientId");
    assert_said(&plain("a+/b="), "foreign-letter@1+2=U+002B foreign-letter@4+1=U+003D", "a+/b=");
    assert_said(&plain("a\"b"), "foreign-letter@1+1=U+0022", "a\"b");
    assert_said(&plain("a\"\u{200b}b"), "foreign-letter@1+1=U+0022 invisible-character@2+1=U+200B", "a\"\u{200b}b");
    assert_eq!(fixed(&plain("Z\u{fc}rich")[0], "Z\u{fc}rich"), None);
}

#[test]
fn two_values() {
    let known = |length: usize| ValueShape { length: Some(length), ..ValueShape::default() };
    let (of_id, of_secret, unknown) = (known(22), known(32), ValueShape::default());
    for (one, other, expected) in [
        (ID, SECRET, ""),
        (SECRET, ID, "maybe-swapped"),
        (&format!(" {SECRET}"), &format!("\"{ID}\""), "maybe-swapped"),
        (ID, ID, "same-value-twice"),
        (ID, &format!("{ID}\n"), "same-value-twice"),
        ("", "", ""),
        (ID, " ", ""),
        // One that fits neither is no hint.
        (SECRET, "short", ""),
    ] {
        assert_said(&two_value_findings((one, &of_id), (other, &of_secret)), expected, (one, other));
    }
    assert_said(&two_value_findings((SECRET, &unknown), (ID, &of_secret)), "", "one length is not known");
    assert_said(&two_value_findings((SECRET, &of_id), (ID, &of_id)), "", "both have the same length");
}

#[test]
fn a_long_text_has_few_findings() {
    let long = " \u{a0}\"".repeat(100_000);
    assert!(value_findings(&long, &shape(ValueRole::Secret)).len() <= 60);
    let long = format!("a{}", "\u{200b}b\u{a0}\n\u{fc}".repeat(100_000));
    assert!(value_findings(&long, &shape(ValueRole::Secret)).len() <= 60);
}

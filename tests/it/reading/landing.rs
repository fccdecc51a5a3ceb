//! The findings about the returned URL: kind, place and fix, from the very texts that people paste.

use crate::notation::{assert_said, is_alike, is_inside, said, the};
use authdesk::oauth::{Outcome, Secret, StateCheck};
use authdesk::reading::{FindingKind, Landed, LandingContext, landed};
use proptest::prelude::*;

use super::fixed;

const OLDER: &str = "https://example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";
const CONTEXT: LandingContext<'_> = LandingContext {
    redirect_url: "",
    code_age_ms: Some(0),
    code_lifetime_s: Some(300),
    code_was_used: false,
    now_ms: None,
};

#[track_caller]
fn says(text: &str, expected: &str) -> Landed {
    let read = landed(text, None, &CONTEXT);
    assert_said(&read.findings, expected, text);
    read
}

#[track_caller]
fn code(read: &Landed, expected: &str) {
    match &read.landing.outcome {
        // EXPOSE: the tests compare the whole text.
        Outcome::Code(code) => assert_eq!(code.expose(), expected),
        other => panic!("{other:?}"),
    }
}

/// The text after the fix of that kind, in which the finding must not occur again.
#[track_caller]
fn fixes(text: &str, kind: FindingKind, expected: &str) {
    let read = landed(text, None, &CONTEXT);
    let after = fixed(the(kind, &read.findings), text).unwrap_or_else(|| panic!("no fix: {text:?}"));
    assert_eq!(after, expected);
    let again = landed(&after, None, &CONTEXT);
    assert!(again.findings.iter().all(|finding| finding.kind != kind), "{}", said(&again.findings));
}

#[test]
fn pitfall_11_a_code_that_is_old_or_used() {
    says(OLDER, "code-found");
    for (age_ms, code_was_used, expected) in [
        (299_999, false, "code-found"),
        // After five minutes.
        (300_000, false, "code-found code-too-old=5"),
        (1000, true, "code-found code-used-in-command"),
        (u64::MAX, true, "code-found code-too-old=5 code-used-in-command"),
    ] {
        let context = LandingContext { code_age_ms: Some(age_ms), code_was_used, ..CONTEXT };
        assert_said(&landed(OLDER, None, &context).findings, expected, age_ms);
    }
    // Without a code, and if its lifetime is unknown, there is nothing to say.
    let context = LandingContext { code_age_ms: Some(900_000), code_lifetime_s: None, ..CONTEXT };
    assert_said(&landed(OLDER, None, &context).findings, "code-found", OLDER);
    let context = LandingContext { code_age_ms: Some(900_000), code_was_used: true, ..CONTEXT };
    assert_said(&landed("https://example.com/", None, &context).findings, "code-missing", "no code");
}

#[test]
fn pitfall_11_a_wrapped_address() {
    let text = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F%3Fcode%3DobBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&data=05%7C02";
    let read = says(text, "code-found wrapped-address@52+71=Microsoft Safe Links scanner-may-have-used");
    code(&read, "obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB");
    fixes(text, FindingKind::WrappedAddress, OLDER);
    // Without a code nothing can be used up.
    says("https://www.google.com/url?q=https://example.com/", "code-missing wrapped-address@29+20=Google redirect");
    // What is inside has no place outside.
    let inside = "https://www.google.com/url?q=https://example.com/?code%3DA%26amp%3Bstate%3Dx";
    says(inside, "code-found html-ampersand wrapped-address@29+47=Google redirect scanner-may-have-used");
    let context = LandingContext { redirect_url: "https://example.com/", ..CONTEXT };
    assert_said(
        &landed(inside, Some(StateCheck::Exact(&Secret::new("x"))), &context).findings,
        "code-found state-matches address-matches html-ampersand wrapped-address@29+47=Google redirect scanner-may-have-used",
        inside,
    );
}

#[test]
fn pitfall_13_the_code_cut_by_hand() {
    code(&says("https://example.com/?code=ABC_def-1&state=xyz#top", "code-found"), "ABC_def-1");
    code(&says("ABC_def-1&state=xyz#top", "code-found more-behind-code@9+14"), "ABC_def-1");
    code(&says("  ABC_def-1#top \n", "code-found more-behind-code@11+4"), "ABC_def-1");
    code(
        &says(
            "\"ABC_def-1&amp;state=xyz\"",
            "code-found more-behind-code@10+14 quotes-left-out@0+1 html-ampersand@10+1",
        ),
        "ABC_def-1",
    );
    code(&says("ABC_def-1", "code-maybe"), "ABC_def-1");
    code(&says("https://example.com/?code=abc==", "code-found"), "abc==");
    code(&says("abc==", "code-maybe"), "abc==");
    code(&says("https://example.com/?code=abc%3D", "code-found code-decoded@26+6"), "abc=");
    code(&says("https://example.com/?code=a+b", "code-found plus-in-code@27+1"), "a+b");
    says("https://example.com/?code=A&code=B", "several-codes repeated-parameter@28+1");
}

#[test]
fn pitfall_13_encoded_twice() {
    let redirect = "redirect_uri=https%253A%252F%252Fexample.com%252Fcallback%253Fx%253D1";
    says(redirect, "code-missing encoded-twice@18+1");
    let once = "redirect_uri=https%3A%2F%2Fexample.com%2Fcallback%3Fx%3D1";
    fixes(redirect, FindingKind::EncodedTwice, once);
    says(once, "code-missing");
    fixes(
        "https://example.com/?code=abc%253D&state=x%252Fy",
        FindingKind::EncodedTwice,
        "https://example.com/?code=abc%3D&state=x%2Fy",
    );
    fixes("?code=a%25253D", FindingKind::EncodedTwice, "?code=a%3D");
    fixes("?code=a%2525", FindingKind::EncodedTwice, "?code=a%25");
    let whole = "https%3A%2F%2Fexample.com%2F%3Fcode%3DABC%2526state%3Dx";
    fixes(whole, FindingKind::EncodedTwice, "https://example.com/?code=ABC%26state=x");
    let query = "https://example.com/ä?code%3DABC%26state%3Dx";
    fixes(query, FindingKind::EncodedTwice, "https://example.com/ä?code=ABC&state=x");
    // A state may contain an encoded URL of its own.
    says("https://example.com/?code=A&state=https%253A%252F%252Fa.example", "code-found");
}

#[test]
fn pitfall_18_begun_without_a_state() {
    let text = "https://example.com/auth?code=3ZDQH98oh8J0YKDVCU6SY-E3rQ2m9T3Rg";
    let state = Secret::new("xyz");
    let findings = landed(text, Some(StateCheck::Exact(&state)), &CONTEXT).findings;
    assert_said(&findings, "code-found state-absent", text);
    let findings = landed(&format!("{text}&state=abc"), Some(StateCheck::Exact(&state)), &CONTEXT).findings;
    assert_said(&findings, "code-found state-differs", text);
}

#[test]
fn pitfall_27_a_form_body() {
    code(&says("code=ABC&state=xyz", "code-found form-body-read"), "ABC");
    says("state=xyz", "code-missing");
    says("?code=ABC&state=xyz", "code-found");
}

#[test]
fn pitfall_25_this_machine() {
    let text = "http://localhost:57000/oauth/callback?code=ABC";
    // Whoever was sent there has a redirect URL that the server accepts.
    says(text, "code-found");
    says("http://127.0.0.1:8788/callback?error=access_denied", "authorization-refused");
}

#[test]
fn decoded_before_it_was_pasted() {
    says("https://example.com/?code=A&state={\"k\":1}", "code-found already-decoded@35+1");
    says("https://example.com/?code=A&state=ä", "code-found already-decoded@34+1");
    says("state=ä&code=A", "code-found form-body-read already-decoded@6+1");
    says("https://example.com/#code=A&state=<x>y", "code-found already-decoded@34+1 in-fragment@21+1");
    // Where such characters belong, or only surround the URL.
    says("https://münchen.example/ü?code=A", "code-found");
    says("<https://example.com/?code=A>", "code-found quotes-left-out@0+1");
    says("\u{201e}https://example.com/?code=A\u{201c}", "code-found quotes-left-out@0+1");
    says("\"?code=A\"", "code-found quotes-left-out@0+1");
    says("?code=A\u{200b}B", "code-found blanks-left-out@7+1");
}

#[test]
fn fixes_of_what_was_left_out() {
    fixes(
        "https://example.com/?x=1&amp;code=A&amp;amp;state=x&#38;y=2",
        FindingKind::HtmlAmpersand,
        "https://example.com/?x=1&code=A&state=x&y=2",
    );
    for quoted in [
        "\"https://example.com/?code=A\"",
        "<https://example.com/?code=A>",
        " '<https://example.com/?code=A>' ",
        "https://example.com/?code=A\"",
    ] {
        fixes(quoted, FindingKind::QuotesLeftOut, "https://example.com/?code=A");
    }
    fixes("https://exam\r\nple.com/?code=A B\u{200b}C ", FindingKind::BlanksLeftOut, "https://example.com/?code=ABC");
    fixes(
        "https://example.com/?error=a\n&error_description=not\n now",
        FindingKind::BlanksLeftOut,
        "https://example.com/?error=a&error_description=not now",
    );
}

#[test]
fn debug_shows_neither_code_nor_state() {
    let read = landed("https://www.google.com/url?q=https://a.example/?code%3Dhidden%26state%3Dhidden", None, &CONTEXT);
    assert!(!format!("{read:?}").contains("hidden"));
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "https://",
        "HTTPS%3A%2F%2F",
        "example.com/",
        "?",
        "#",
        "&",
        "&amp;",
        "&#38;",
        "code=",
        "code%3D",
        "state=",
        "error=x",
        "error_description=",
        "redirect_uri=",
        "A",
        "%25",
        "%253D",
        "%3d",
        "25",
        "3A",
        "%",
        "\"",
        "'",
        "<",
        ">",
        " ",
        "\n",
        "\u{200b}",
        "\u{201e}",
        "ä",
        "+",
        "=",
        "https://www.google.com/url?q=",
        "https://x.safelinks.protection.outlook.com/?url=",
        "https://urldefense.com/v3/__",
        "__;",
        "*",
        "**A",
        "JSU",
        "!!",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_odd_and_every_place_is_in_it(text in prop_oneof![pieces(), "\\PC*", ".*"]) {
        for finding in landed(&text, None, &CONTEXT).findings {
            prop_assert!(is_inside(&finding, &text, ""), "{finding:?}");
        }
    }

    #[test]
    fn a_fix_takes_its_finding_away(text in pieces()) {
        for finding in landed(&text, None, &CONTEXT).findings {
            let Some(after) = fixed(&finding, &text) else { continue };
            let again = landed(&after, None, &CONTEXT).findings;
            let stays = again.iter().any(|other| is_alike(other, &finding));
            prop_assert!(!stays, "{finding:?}: {text:?} became {after:?}");
        }
    }
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    for unit in ["&amp;", "%25", "%253D", "code%3D", "redirect_uri=", "*", "<", "\n", "https://www.google.com/url?q="] {
        for start in
            ["", "?code=", "https://www.google.com/url?q=https://a/?code=", "https://urldefense.com/v3/__https://a/"]
        {
            let text = format!("{start}{}__;JSU!", unit.repeat(10_000));
            for finding in landed(&text, None, &CONTEXT).findings {
                let _ = fixed(&finding, &text);
            }
        }
    }
}

#[test]
fn a_code_next_to_an_error_and_a_state_that_is_there_twice() {
    says(
        "https://example.com/?code=obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB&error=access_denied",
        "authorization-refused code-and-error@60+1",
    );
    let state = Secret::new("the-state");
    let twice = format!("{OLDER}&state=the-state&state=another");
    let read = landed(&twice, Some(StateCheck::Exact(&state)), &CONTEXT);
    assert_said(&read.findings, "code-found state-repeated repeated-parameter@76+1", &twice);
    let once = landed(&format!("{OLDER}&state=the-state"), Some(StateCheck::Exact(&state)), &CONTEXT);
    assert_said(&once.findings, "code-found state-matches", OLDER);
}

#[test]
fn the_url_that_opens_the_consent_page_is_not_the_returned_one() {
    for text in [
        "https://zoom.us/oauth/authorize?response_type=code&client_id=DemoClientId&redirect_uri=https%3A%2F%2Fexample.com%2Fcb",
        "https://login.example.com/o/authorize?client_id=DemoClientId&amp;redirect_uri=https://example.com/cb&scope=a",
        "https://login.example.com/authorize?client_id=DemoClientId&response_type=code",
    ] {
        let found = landed(text, None, &LandingContext::default()).findings;
        assert!(found.iter().any(|one| one.kind == FindingKind::AuthorizationUrlInstead), "{text}: {found:?}");
        assert!(found.iter().all(|one| one.kind != FindingKind::CodeMissing), "{text}: {found:?}");
    }
    // A redirect URL with a parameter of its own, a hybrid response, an error page.
    for text in [
        "https://example.com/cb?client_id=7",
        "https://example.com/cb?code=DemoCode&response_type=code",
        "https://example.com/",
    ] {
        let found = landed(text, None, &LandingContext::default()).findings;
        assert!(found.iter().all(|one| one.kind != FindingKind::AuthorizationUrlInstead), "{text}: {found:?}");
    }
}

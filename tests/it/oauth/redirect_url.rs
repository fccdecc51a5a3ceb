//! What is returned from the consent page, in every form in which it is pasted.

use authdesk::oauth::{
    Landing, MissingReason, Note, NoteKind, Outcome, PastedForm, Refusal, Secret, StateCheck, StateToken, StateVerdict,
    read_redirect,
};

fn shown(secret: &Secret) -> &str {
    // EXPOSE: the tests compare the whole text.
    secret.expose()
}

fn read(text: &str) -> Landing {
    read_redirect(text, None)
}

#[track_caller]
fn code_of(landing: &Landing) -> &str {
    match &landing.outcome {
        Outcome::Code(code) => shown(code),
        other => panic!("{other:?}"),
    }
}

/// The text gives this code in this form, and these notes.
#[track_caller]
fn gives(text: &str, form: PastedForm, code: &str, notes: &[(NoteKind, usize)]) {
    let landing = read(text);
    assert_eq!(code_of(&landing), code);
    assert_eq!(landing.form, form);
    let found: Vec<_> = landing.notes.iter().map(|note| (note.kind, note.at)).collect();
    assert_eq!(found, notes);
}

#[track_caller]
fn lacks(text: &str, form: PastedForm, reason: MissingReason) {
    let landing = read(text);
    match landing.outcome {
        Outcome::Missing(found) => assert_eq!(found, reason),
        other => panic!("{other:?}"),
    }
    assert_eq!(landing.form, form);
}

#[track_caller]
fn state(text: &str, expected: &str, verdict: StateVerdict) {
    let expected = Secret::new(expected);
    assert_eq!(read_redirect(text, Some(StateCheck::Exact(&expected))).state, verdict);
    let fingerprint = StateToken::fingerprint(&expected);
    assert_eq!(read_redirect(text, Some(StateCheck::Fingerprint(&fingerprint))).state, verdict);
    assert_eq!(read(text).state, StateVerdict::NotExpected);
}

const OLDER: &str = "obBEe8ewaL_KdyNjniT4KPd8ffDWt9fGB";
const NEWER: &str = "3ZDQH98oh8J0YKDVCU6SY-E3rQ2m9T3Rg";

#[test]
fn rfc_6749_section_4_1_2() {
    let text = "https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz";
    gives(text, PastedForm::Address, "SplxlOBeZQQYbYS6WxSbIA", &[]);
    assert_eq!(read(text).address.as_deref(), Some("https://client.example.com/cb"));
    state(text, "xyz", StateVerdict::Same);
}

#[test]
fn rfc_6749_section_4_1_2_1() {
    let text = "https://client.example.com/cb?error=access_denied&state=xyz";
    match read(text).outcome {
        Outcome::Refused(refusal) => {
            assert_eq!(refusal, Refusal { error: "access_denied".into(), description: None, uri: None });
        }
        other => panic!("{other:?}"),
    }
    state(text, "xyz", StateVerdict::Same);
    let text = "error=server_error&error_description=It+is%20a%2Bb&error_uri=https%3A%2F%2Fa.example%2F%3Fe+1";
    match read(text).outcome {
        Outcome::Refused(refusal) => {
            assert_eq!(refusal.error, "server_error");
            assert_eq!(refusal.description.as_deref(), Some("It is a+b"));
            assert_eq!(refusal.uri.as_deref(), Some("https://a.example/?e+1"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_codes_of_zoom_in_every_form() {
    for code in [OLDER, NEWER] {
        gives(&format!("https://example.com/?code={code}"), PastedForm::Address, code, &[]);
        gives(&format!("example.com/cb?code={code}&state=a"), PastedForm::Address, code, &[]);
        gives(&format!("?code={code}&state=a"), PastedForm::Query, code, &[]);
        gives(&format!("code={code}&state=a"), PastedForm::FormBody, code, &[]);
        gives(&format!("state=a&code={code}"), PastedForm::FormBody, code, &[]);
        gives(code, PastedForm::BareCode, code, &[]);
        gives(&format!("  {code}\r\n"), PastedForm::BareCode, code, &[]);
    }
}

#[test]
fn pitfall_13() {
    gives("https://example.com/?code=ABC_def-1&state=xyz#top", PastedForm::Address, "ABC_def-1", &[]);
    // "Everything after code=", as a guide says.
    gives("ABC_def-1&state=xyz#top", PastedForm::BareCode, "ABC_def-1", &[]);
    state("ABC_def-1&state=xyz#top", "xyz", StateVerdict::Same);
    gives("https://example.com/?code=abc==", PastedForm::Address, "abc==", &[]);
    gives("abc==", PastedForm::BareCode, "abc==", &[]);
    gives("abc==&state=x", PastedForm::BareCode, "abc==", &[]);
    gives("https://example.com/?code=a=b=c&x=y", PastedForm::Address, "a=b=c", &[]);
    gives("https://example.com/?code=abc%3D", PastedForm::Address, "abc=", &[]);
    gives("abc%3D", PastedForm::BareCode, "abc=", &[]);
    gives("?code=abc%253D", PastedForm::Query, "abc%3D", &[(NoteKind::EncodedTwice, 9)]);
    gives("?code=a+b", PastedForm::Query, "a+b", &[(NoteKind::PlusInCode, 7)]);
    gives("?code=a%2Bb", PastedForm::Query, "a+b", &[]);
}

#[test]
fn the_text_of_a_page_is_no_code() {
    for text in [
        "404 Not Found The requested URL /zoom was not found on this server. Apache/2.4",
        "This site can’t be reached www.example.com refused to connect.",
        "Not Found\n\nThe requested URL was not found on this server.",
        "Invalid redirect: https is missing (4,700)",
        "Diese Seite funktioniert nicht",
        "このサイトにアクセスできません",
    ] {
        assert!(matches!(read(text).outcome, Outcome::Missing(MissingReason::Words)), "{text}");
    }
    // A code that a mail has broken into lines, and words that a code may be.
    for text in ["obBEe8ewaL\n_KdyNjniT\n4KPd8ffDWt9fGB", "obBEe8ewaL _KdyNjniT4KPd8ffDWt9fGB", "abc def", "hello"] {
        assert!(matches!(read(text).outcome, Outcome::Code(_)), "{text}");
    }
}

#[test]
fn an_address_that_is_encoded_as_a_whole_is_no_code() {
    for text in ["https%3A%2F%2Fexample.com%2F%3Fcode%3DABC", "HTTPS%3a%2f%2fexample.com%2f?x=1"] {
        assert!(matches!(read(text).outcome, Outcome::Missing(MissingReason::NoCode)), "{text}");
    }
    let note = Note { kind: NoteKind::EncodedTwice, at: 5 };
    assert_eq!(read("https%3A%2F%2Fexample.com%2F%3Fcode%3DABC").notes, [note]);
    let note = Note { kind: NoteKind::EncodedTwice, at: 25 };
    assert_eq!(read("https://example.com/?code%3DABC%26state%3Dx").notes, [note]);
}

#[test]
fn pitfall_18_a_flow_that_began_without_a_state() {
    let text = format!("https://example.com/auth?code={NEWER}");
    gives(&text, PastedForm::Address, NEWER, &[]);
    state(&text, "xyz", StateVerdict::Absent);
}

#[test]
fn pitfall_27_a_form_body() {
    gives("code=ABC&state=xyz\n", PastedForm::FormBody, "ABC", &[]);
    gives("session=1&code=ABC", PastedForm::FormBody, "ABC", &[]);
    assert_eq!(read("code=ABC&state=xyz").address, None);
}

#[test]
fn judges_the_state() {
    state("?code=a&state=xyz", "xyz", StateVerdict::Same);
    state("?code=a&state=xyZ", "xyz", StateVerdict::Different);
    state("?code=a&state=", "xyz", StateVerdict::Absent);
    state("?code=a&state", "xyz", StateVerdict::Absent);
    state("?code=a", "xyz", StateVerdict::Absent);
    state("?state=xyz", "xyz", StateVerdict::Same);
    state("?code=a&state=xyz&state=xyz", "xyz", StateVerdict::Same);
    state("?code=a&state=xyz&state=abc", "xyz", StateVerdict::Repeated);
    state("?code=a&state=abc&state=xyz", "xyz", StateVerdict::Repeated);
    state("?code=a&state=ab+cd", "ab cd", StateVerdict::Same);
    state("?code=a&state=ab+cd", "ab+cd", StateVerdict::Same);
    state("?code=a&state=ab%20cd", "ab cd", StateVerdict::Same);
    state("?code=a&state=%7B%22k%22%3A1%7D", "{\"k\":1}", StateVerdict::Same);
    state("a", "xyz", StateVerdict::NotSeen);
    state("", "xyz", StateVerdict::NotSeen);
    state("?error=access_denied&state=other", "xyz", StateVerdict::Different);
}

#[test]
fn mail_programs_and_line_breaks() {
    gives(
        "https://example.com/cb?x=1&amp;code=ABC&amp;state=x",
        PastedForm::Address,
        "ABC",
        &[(NoteKind::HtmlAmpersand, 26)],
    );
    gives("?x=1&amp;amp;code=ABC", PastedForm::Query, "ABC", &[(NoteKind::HtmlAmpersand, 4)]);
    gives("?x=1&#38;code=ABC", PastedForm::Query, "ABC", &[(NoteKind::HtmlAmpersand, 4)]);
    gives("https://exam\r\nple.com/?code=AB\nC", PastedForm::Address, "ABC", &[(NoteKind::WhitespaceInside, 12)]);
    assert_eq!(read("https://exam\r\nple.com/?code=ABC").address.as_deref(), Some("https://example.com/"));
    gives("?code=A\n %\n3D", PastedForm::Query, "A=", &[(NoteKind::WhitespaceInside, 7)]);
    gives("?code=A\u{200b}B", PastedForm::Query, "AB", &[(NoteKind::WhitespaceInside, 7)]);
    gives("AB C", PastedForm::BareCode, "ABC", &[(NoteKind::WhitespaceInside, 2)]);
    // A space in a sentence belongs there.
    let landing = read("?error=x&error_description=not now");
    assert_eq!(landing.notes, []);
    assert!(matches!(landing.outcome, Outcome::Refused(refusal) if refusal.description.as_deref() == Some("not now")));
}

#[test]
fn quotes_and_brackets_around() {
    for (text, at) in [
        ("\"https://example.com/?code=ABC\"", 0),
        ("'https://example.com/?code=ABC'", 0),
        ("<https://example.com/?code=ABC>", 0),
        ("`https://example.com/?code=ABC`", 0),
        ("\u{201e}https://example.com/?code=ABC\u{201c}", 0),
        ("\u{ab}\u{a0}https://example.com/?code=ABC\u{a0}\u{bb}", 0),
        (" \"<https://example.com/?code=ABC>\" ", 1),
        ("https://example.com/?code=ABC\"", 29),
        ("\"https://example.com/?code=ABC", 0),
    ] {
        gives(text, PastedForm::Address, "ABC", &[(NoteKind::Quotes, at)]);
        assert_eq!(read(text).address.as_deref(), Some("https://example.com/"), "{text}");
    }
    gives("\"ABC\"", PastedForm::BareCode, "ABC", &[(NoteKind::Quotes, 0)]);
    // RFC 3986 §2.2: an apostrophe can belong to a URL.
    gives("?code=ABC'", PastedForm::Query, "ABC'", &[]);
}

#[test]
fn behind_the_number_sign() {
    gives("https://example.com/#code=ABC&state=x", PastedForm::Address, "ABC", &[(NoteKind::InFragment, 21)]);
    gives("https://example.com/#/cb?code=ABC", PastedForm::Address, "ABC", &[(NoteKind::InFragment, 25)]);
    gives("#code=ABC", PastedForm::Fragment, "ABC", &[(NoteKind::InFragment, 1)]);
    gives("https://example.com/?code=ABC#_=_", PastedForm::Address, "ABC", &[]);
    gives("ABC#top", PastedForm::BareCode, "ABC", &[]);
    let landing = read("https://example.com/?x=1#error=access_denied");
    assert!(matches!(landing.outcome, Outcome::Refused(_)));
    assert_eq!(landing.notes, [Note { kind: NoteKind::InFragment, at: 25 }]);
    lacks("https://example.com/?x=1#top", PastedForm::Address, MissingReason::NoCode);
    lacks("#top", PastedForm::Fragment, MissingReason::NoCode);
}

#[test]
fn nothing_repeated_is_dropped() {
    let repeated = |name, at| (NoteKind::RepeatedParameter(name), at);
    gives("?code=A&code=A", PastedForm::Query, "A", &[repeated("code", 8)]);
    gives("?code=&code=A", PastedForm::Query, "A", &[repeated("code", 7)]);
    gives("?code=%41&c%6Fde=A", PastedForm::Query, "A", &[repeated("code", 10)]);
    gives("?code=A&state=x&state=y&iss=1&iss=1", PastedForm::Query, "A", &[repeated("state", 16), repeated("iss", 30)]);
    gives("?x=1&x=2&code=A", PastedForm::Query, "A", &[]);
    lacks("?code=A&code=B", PastedForm::Query, MissingReason::SeveralCodes);
    lacks("?code=A&code=A&code=B", PastedForm::Query, MissingReason::SeveralCodes);
    lacks("https://x/?code=A#code=B", PastedForm::Address, MissingReason::SeveralCodes);
    let landing = read("?error=a&error=b");
    assert!(matches!(landing.outcome, Outcome::Refused(refusal) if refusal.error == "a"));
    assert_eq!(landing.notes, [Note { kind: NoteKind::RepeatedParameter("error"), at: 9 }]);
}

#[test]
fn an_error_beside_a_code_counts() {
    let landing = read("?code=A&error=access_denied");
    assert!(matches!(landing.outcome, Outcome::Refused(_)));
    assert_eq!(landing.notes, [Note { kind: NoteKind::CodeAndError, at: 8 }]);
    gives("?code=A&error=", PastedForm::Query, "A", &[]);
}

#[test]
fn says_what_is_missing() {
    for text in ["", " ", "\r\n", "\u{feff}", "\"\"", "<>", "\"", "' '"] {
        lacks(text, PastedForm::BareCode, MissingReason::Nothing);
    }
    lacks("https://example.com", PastedForm::Address, MissingReason::NoCode);
    lacks("https://example.com/callback", PastedForm::Address, MissingReason::NoCode);
    lacks("example.com/callback", PastedForm::Address, MissingReason::NoCode);
    lacks("localhost:8080/callback", PastedForm::Address, MissingReason::NoCode);
    lacks("https://example.com/?state=x", PastedForm::Address, MissingReason::NoCode);
    lacks("https://example.com/?Code=x", PastedForm::Address, MissingReason::NoCode);
    lacks("?", PastedForm::Query, MissingReason::NoCode);
    lacks("state=x", PastedForm::FormBody, MissingReason::NoCode);
    lacks("a=b", PastedForm::FormBody, MissingReason::NoCode);
    lacks("&", PastedForm::FormBody, MissingReason::NoCode);
    lacks("code=", PastedForm::FormBody, MissingReason::EmptyCode);
    lacks("https://example.com/?code=&state=x", PastedForm::Address, MissingReason::EmptyCode);
    lacks("?code= ", PastedForm::Query, MissingReason::EmptyCode);
}

#[test]
fn codes_of_other_servers() {
    gives("4/0AX4XfWh-a_b", PastedForm::BareCode, "4/0AX4XfWh-a_b", &[]);
    gives("4%2F0AX4XfWh", PastedForm::BareCode, "4/0AX4XfWh", &[]);
    gives("M.R3_BAY.abc-def", PastedForm::BareCode, "M.R3_BAY.abc-def", &[]);
}

#[test]
fn what_is_no_utf_8_stays_encoded() {
    gives("?code=a%FFb", PastedForm::Query, "a%FFb", &[]);
    gives("?code=a%C3", PastedForm::Query, "a%C3", &[]);
    gives("?code=100%", PastedForm::Query, "100%", &[]);
    gives("?code=%zz%4", PastedForm::Query, "%zz%4", &[]);
    gives("?code=%C3%BC", PastedForm::Query, "ü", &[]);
}

#[test]
fn the_address_is_kept_character_by_character() {
    for address in ["HTTPS://Example.COM:443/../CB//", "https://example.com/%7e'", "https://münchen.example/ü"] {
        assert_eq!(read(&format!("{address}?code=A")).address.as_deref(), Some(address));
    }
}

#[test]
fn debug_shows_neither_code_nor_state() {
    let landing = read("https://example.com/?code=hidden-code&state=hidden-state&code=hidden-code");
    assert!(!format!("{landing:?}").contains("hidden"));
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    for unit in ["&amp;", "code=a&", "&", "%25", "\"", "<", "?", "#", "=", " ", "'", "state=+&", "amp;"] {
        let text = unit.repeat(200_000);
        let _ = read_redirect(&text, Some(StateCheck::Fingerprint("")));
    }
}

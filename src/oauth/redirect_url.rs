//! What comes back from the consent page, as someone pasted it: RFC 6749 §4.1.2 and §4.1.2.1.

use percent_encoding::percent_decode_str;

use super::{
    Landing, MissingReason, Note, NoteKind, Outcome, PastedForm, Refusal, Secret, StateCheck, StateToken, StateVerdict,
};

/// The parameters that an answer has: RFC 6749 §4.1.2 and §4.1.2.1, RFC 9207 §2.
const NAMES: [&str; 6] = ["code", "state", "error", "error_description", "error_uri", "iss"];

/// The parameter that is a sentence, where blanks and `+` are read as spaces.
const SENTENCE: &str = "error_description";

/// Reads what came back from the consent page.
///
/// It takes the whole address, only its query or its fragment, a form body, or only the code, even with `&state=…`
/// behind it. Percent-encoding is decoded exactly once, also in a bare code; what is not UTF-8 then is left encoded. A
/// `=` inside a value belongs to it. A `+` stays a `+`, except in `error_description`; a state is also taken for the
/// same if it is so with a space for each `+`. Nothing is dropped without a [`Note`], except parameters that are no
/// answer's and blanks around the text. It takes time in proportion to the text.
///
/// Deviations from RFC 6749: §4.1.2 has the answer form-encoded (appendix B), where `+` is a space, but codes with a raw
/// `+` are met and codes with a space are not. A bare code is one that holds no `?`, `://` or `name=` of an answer.
#[must_use]
pub fn read_redirect(text: &str, expected_state: Option<StateCheck<'_>>) -> Landing {
    let mut notes = Notes::default();
    let letters = unwrapped(text, &mut notes);
    if letters.is_empty() {
        let state = if expected_state.is_some() { StateVerdict::NotSeen } else { StateVerdict::NotExpected };
        let outcome = Outcome::Missing(MissingReason::Nothing);
        return Landing { outcome, state, notes: notes.found, address: None, form: PastedForm::BareCode };
    }
    let pieces = Pieces::of(&letters, &mut notes);
    let address = pieces.address.map(|part| without_blanks(part, &mut notes));
    let parameters = pieces.parameters(&mut notes);
    let outcome = outcome(&parameters, &mut notes);
    let state = verdict(&parameters, expected_state, pieces.form);
    Landing { outcome, state, notes: notes.in_order(), address, form: pieces.form }
}

/// A letter with its place in the pasted text.
type Letter = (usize, char);

#[derive(Default)]
struct Notes {
    found: Vec<Note>,
}

impl Notes {
    /// Keeps the first place of each kind.
    fn add(&mut self, kind: NoteKind, at: usize) {
        match self.found.iter_mut().find(|note| note.kind == kind) {
            Some(note) => note.at = note.at.min(at),
            None => self.found.push(Note { kind, at }),
        }
    }

    /// By place; what was found first comes first in the same place.
    fn in_order(self) -> Vec<Note> {
        let mut all: Vec<Note> = Vec::new();
        for note in self.found {
            let place = all.partition_point(|one| one.at <= note.at);
            all.insert(place, note);
        }
        all
    }
}

/// The letters without blanks and quotes around them, without line breaks, and with `&` for what stands for it.
fn unwrapped(text: &str, notes: &mut Notes) -> Vec<Letter> {
    let all: Vec<Letter> = text.chars().enumerate().collect();
    let mut inner = without_blank_ends(&all);
    while let [(at, first), rest @ ..] = inner
        && OPENING.contains(*first)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_blank_ends(rest);
        // An apostrophe can end an address, so it is a quote only if one is in front too.
        if let [rest @ .., (_, last)] = inner
            && (CLOSING.contains(*last) || (*last == '\'' && *first == '\''))
        {
            inner = without_blank_ends(rest);
        }
    }
    while let [rest @ .., (at, last)] = inner
        && CLOSING.contains(*last)
    {
        notes.add(NoteKind::Quotes, *at);
        inner = without_blank_ends(rest);
    }
    let mut letters = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let [letter @ (at, sign), tail @ ..] = rest {
        rest = tail;
        if *sign == '&' {
            while let Some(behind) = ["amp;", "#38;"].iter().find_map(|rest_of_it| behind(rest, rest_of_it)) {
                notes.add(NoteKind::HtmlAmpersand, *at);
                rest = behind;
            }
        }
        if *sign != ' ' && is_blank(*sign) {
            notes.add(NoteKind::WhitespaceInside, *at);
        } else {
            letters.push(*letter);
        }
    }
    letters
}

const OPENING: &str = "\"'`<\u{201c}\u{201d}\u{201e}\u{2018}\u{2019}\u{201a}\u{ab}\u{bb}\u{2039}\u{203a}";
const CLOSING: &str = "\"`>\u{201c}\u{201d}\u{201e}\u{2018}\u{2019}\u{201a}\u{ab}\u{bb}\u{2039}\u{203a}";

fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        // Soft hyphen, zero-width characters and direction marks, word joiner, byte order mark.
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn without_blank_ends(mut letters: &[Letter]) -> &[Letter] {
    while let [(_, first), rest @ ..] = letters
        && is_blank(*first)
    {
        letters = rest;
    }
    while let [rest @ .., (_, last)] = letters
        && is_blank(*last)
    {
        letters = rest;
    }
    letters
}

/// What follows `start`, if the letters begin with it.
fn behind<'l>(mut letters: &'l [Letter], start: &str) -> Option<&'l [Letter]> {
    for expected in start.chars() {
        match letters {
            [(_, letter), rest @ ..] if *letter == expected => letters = rest,
            _ => return None,
        }
    }
    Some(letters)
}

/// The parts on both sides of the first `sign`; the place of the sign is the last letter's before the second part.
fn cut(letters: &[Letter], sign: char) -> (&[Letter], Option<&[Letter]>) {
    let mut parts = letters.splitn(2, |(_, letter)| *letter == sign);
    (parts.next().unwrap_or_default(), parts.next())
}

/// The text taken apart at `?` and `#`.
struct Pieces<'l> {
    form: PastedForm,
    address: Option<&'l [Letter]>,
    query: Option<&'l [Letter]>,
    fragment: Option<&'l [Letter]>,
    bare: Option<&'l [Letter]>,
}

impl<'l> Pieces<'l> {
    fn of(letters: &'l [Letter], notes: &mut Notes) -> Pieces<'l> {
        let (front, fragment) = cut(letters, '#');
        // A page that routes by its fragment has the query behind a `?` there.
        let fragment = fragment.map(|part| cut(part, '?').1.unwrap_or(part)).filter(|part| is_of_an_answer(part));
        let (address, query) = cut(front, '?');
        let pieces = Pieces { form: PastedForm::Address, address: Some(address), query, fragment, bare: None };
        match (address, query, fragment) {
            ([], Some(_), _) => Pieces { form: PastedForm::Query, address: None, ..pieces },
            ([], None, _) => Pieces { form: PastedForm::Fragment, address: None, ..pieces },
            (_, Some(_), _) => pieces,
            (_, None, _) if is_of_an_answer(address) => {
                Pieces { form: PastedForm::FormBody, address: None, query: Some(address), ..pieces }
            }
            (_, None, Some(_)) => pieces,
            (_, None, None) if looks_like_an_address(address, notes) => pieces,
            (_, None, None) => Pieces::without_names(address, pieces),
        }
    }

    /// Letters without `?`, and without a parameter of an answer at their start.
    fn without_names(letters: &'l [Letter], pieces: Pieces<'l>) -> Pieces<'l> {
        let (first, others) = cut(letters, '&');
        let padding = first.iter().rev().take_while(|(_, letter)| *letter == '=').count();
        let has_equals = first.iter().rev().skip(padding).any(|(_, letter)| *letter == '=');
        if has_equals || first.is_empty() {
            return Pieces { form: PastedForm::FormBody, address: None, query: Some(letters), ..pieces };
        }
        Pieces { form: PastedForm::BareCode, address: None, query: others, bare: Some(first), ..pieces }
    }

    /// The parameters that an answer has, in the order of the text.
    fn parameters(&self, notes: &mut Notes) -> Vec<Parameter> {
        let mut found = Vec::new();
        if let Some(bare) = self.bare {
            found.extend(Parameter::of("code", bare, notes));
        }
        for pair in self.query.into_iter().flat_map(pairs) {
            found.extend(Parameter::of_pair(pair, notes));
        }
        for pair in self.fragment.into_iter().flat_map(pairs) {
            let parameter = Parameter::of_pair(pair, notes);
            if let Some(parameter) = &parameter {
                notes.add(NoteKind::InFragment, parameter.at);
            }
            found.extend(parameter);
        }
        for name in NAMES {
            if let Some(second) = found.iter().filter(|parameter| parameter.name == name).nth(1) {
                notes.add(NoteKind::RepeatedParameter(name), second.at);
            }
        }
        found
    }
}

fn pairs(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    letters.split(|(_, letter)| *letter == '&')
}

/// Whether one of the pairs is a parameter of an answer.
fn is_of_an_answer(letters: &[Letter]) -> bool {
    pairs(letters).next().and_then(known_name).is_some()
        || pairs(letters).skip(1).any(|pair| matches!(known_name(pair), Some("code" | "error")))
}

/// The name of a pair `name=value`, if it is one of an answer.
fn known_name(pair: &[Letter]) -> Option<&'static str> {
    let (name, value) = cut(pair, '=');
    value?;
    // Longer ones need not be read; `error_description` has 17 letters, each of which may be escaped.
    let written: String = name.iter().map(|(_, letter)| *letter).filter(|letter| *letter != ' ').take(52).collect();
    NAMES.into_iter().find(|known| percent_decode_str(&written).eq(known.bytes()))
}

/// A text without `?` that is an address and no code: it has `://`, or a host before its first `/`.
fn looks_like_an_address(letters: &[Letter], notes: &mut Notes) -> bool {
    let (host, path) = cut(letters, '/');
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || "-.:".contains(letter);
    let has_mark = |mark: char| host.iter().any(|(_, letter)| *letter == mark);
    if path.is_some() && (has_mark('.') || has_mark(':')) && host.iter().all(|(_, letter)| is_host(*letter)) {
        return true;
    }
    // The whole address, encoded once more.
    let scheme: String = letters.iter().map(|(_, letter)| letter.to_ascii_lowercase()).take(14).collect();
    let encoded = ["http%3a%2f%2f", "https%3a%2f%2f"].iter().any(|start| scheme.starts_with(start));
    if let (true, Some((at, _))) = (encoded, letters.iter().find(|(_, letter)| *letter == '%')) {
        notes.add(NoteKind::EncodedTwice, *at);
    }
    encoded
}

/// A parameter of an answer.
struct Parameter {
    name: &'static str,
    value: Secret,
    at: usize,
}

impl Parameter {
    fn of_pair(pair: &[Letter], notes: &mut Notes) -> Option<Parameter> {
        let Some(name) = known_name(pair) else {
            note_encoded_name(pair, notes);
            return None;
        };
        let mut parameter = Parameter::of(name, cut(pair, '=').1?, notes)?;
        parameter.at = pair.first().map_or(parameter.at, |(at, _)| *at);
        Some(parameter)
    }

    fn of(name: &'static str, written: &[Letter], notes: &mut Notes) -> Option<Parameter> {
        let text = if name == SENTENCE {
            written.iter().map(|(_, letter)| if *letter == '+' { ' ' } else { *letter }).collect()
        } else {
            without_blanks(written, notes)
        };
        if name == "code" {
            note_oddities(written, notes);
        }
        // What is no UTF-8 would lose bytes; it is kept as it was written.
        let decoded = percent_decode_str(&text).decode_utf8().map_or_else(|_| text.clone(), Into::into);
        Some(Parameter { name, value: Secret::new(decoded), at: written.first().map_or(0, |(at, _)| *at) })
    }
}

/// A pair such as `code%3D…`, where the `=` was encoded with the rest.
fn note_encoded_name(pair: &[Letter], notes: &mut Notes) {
    let written: String = pair.iter().map(|(_, letter)| *letter).take("code%3D".len()).collect();
    let at = pair.iter().find(|(_, letter)| *letter == '%');
    if let (true, Some((at, _))) = (written.eq_ignore_ascii_case("code%3d"), at) {
        notes.add(NoteKind::EncodedTwice, *at);
    }
}

/// The oddities of a code as it is written.
fn note_oddities(written: &[Letter], notes: &mut Notes) {
    if let Some((at, _)) = written.iter().find(|(_, letter)| *letter == '+') {
        notes.add(NoteKind::PlusInCode, *at);
    }
    let twice = written.windows(5).find(|five| {
        matches!(five, [(_, '%'), (_, '2'), (_, '5'), (_, a), (_, b)] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
    });
    if let Some([(at, _), ..]) = twice {
        notes.add(NoteKind::EncodedTwice, *at);
    }
}

fn without_blanks(letters: &[Letter], notes: &mut Notes) -> String {
    if let Some((at, _)) = letters.iter().find(|(_, letter)| is_blank(*letter)) {
        notes.add(NoteKind::WhitespaceInside, *at);
    }
    letters.iter().map(|(_, letter)| *letter).filter(|letter| !is_blank(*letter)).collect()
}

fn outcome(parameters: &[Parameter], notes: &mut Notes) -> Outcome {
    let named = |name| parameters.iter().filter(move |parameter: &&Parameter| parameter.name == name);
    let filled = |name| named(name).find(|parameter| !parameter.value.is_empty());
    // EXPOSE: the error code and its page are no secrets of anyone, nor is the server's sentence.
    let text = |name| filled(name).map(|parameter| parameter.value.expose().to_owned());
    let code = filled("code");
    if let Some(error) = text("error") {
        if let (Some(_), Some(place)) = (code, filled("error")) {
            notes.add(NoteKind::CodeAndError, place.at);
        }
        return Outcome::Refused(Refusal { error, description: text(SENTENCE), uri: text("error_uri") });
    }
    match code {
        Some(first) if named("code").any(|one| !one.value.is_empty() && !one.value.same_as(&first.value)) => {
            Outcome::Missing(MissingReason::SeveralCodes)
        }
        Some(first) => Outcome::Code(first.value.clone()),
        None if named("code").next().is_some() => Outcome::Missing(MissingReason::EmptyCode),
        None => Outcome::Missing(MissingReason::NoCode),
    }
}

fn verdict(parameters: &[Parameter], expected: Option<StateCheck<'_>>, form: PastedForm) -> StateVerdict {
    let Some(expected) = expected else { return StateVerdict::NotExpected };
    let mut states = parameters.iter().filter(|one| one.name == "state" && !one.value.is_empty());
    let Some(first) = states.next() else {
        return if form == PastedForm::BareCode { StateVerdict::NotSeen } else { StateVerdict::Absent };
    };
    if states.any(|other| !other.value.same_as(&first.value)) {
        return StateVerdict::Repeated;
    }
    let is_the_one = |state: &Secret| match expected {
        StateCheck::Exact(sent) => state.same_as(sent),
        StateCheck::Fingerprint(kept) => StateToken::fingerprint(state) == kept,
    };
    // EXPOSE: a server may write a space as `+`; the copy is compared and dropped.
    let with_spaces = Secret::new(first.value.expose().replace('+', " "));
    if is_the_one(&first.value) || is_the_one(&with_spaces) { StateVerdict::Same } else { StateVerdict::Different }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        // A blank in a sentence belongs there.
        let landing = read("?error=x&error_description=not now");
        assert_eq!(landing.notes, []);
        assert!(
            matches!(landing.outcome, Outcome::Refused(refusal) if refusal.description.as_deref() == Some("not now"))
        );
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
        // RFC 3986 §2.2: an apostrophe can belong to an address.
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
        gives(
            "?code=A&state=x&state=y&iss=1&iss=1",
            PastedForm::Query,
            "A",
            &[repeated("state", 16), repeated("iss", 30)],
        );
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
    fn the_address_is_kept_letter_by_letter() {
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
}

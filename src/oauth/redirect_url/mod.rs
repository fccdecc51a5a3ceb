//! What the authorization page returns, as people paste it: RFC 6749 §4.1.2 and §4.1.2.1.

mod pieces;
mod unwrapped;

use super::{
    Landing, MissingReason, NoteKind, Outcome, PastedForm, Refusal, Secret, StateCheck, StateToken, StateVerdict,
};
use pieces::{Parameter, SENTENCE, UrlParts};
pub(crate) use unwrapped::unquoted;
use unwrapped::{Notes, bare_letters, without_spaces};

/// Reads what the authorization page returned.
///
/// Accepts the whole URL, only its query or its fragment, a form body, or only the code, even with `&state=…` after it.
/// Percent-encoding is decoded exactly once, also in a bare code; if the result is not UTF-8, the value stays encoded.
/// A `=` inside a value belongs to it. A `+` stays a `+`, except in `error_description`; a state also matches if it
/// does so with a space for each `+`. Nothing is dropped without a [`Note`](super::Note), except parameters that are
/// not those of a response, and whitespace around the text. Runs in linear time.
///
/// Deviations from RFC 6749: under §4.1.2 the response is form-encoded (appendix B), where `+` is a space, but codes
/// with an unencoded `+` occur and codes with a space do not. A bare code is one that contains no `?`, `://` or `name=`
/// of a response.
///
/// ```
/// use authdesk::oauth::{Outcome, Secret, StateCheck, StateVerdict, read_redirect};
///
/// // RFC 6749 §4.1.2.
/// let state = Secret::new("xyz");
/// let returned = "https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz";
/// let landing = read_redirect(returned, Some(StateCheck::Exact(&state)));
/// assert!(matches!(landing.outcome, Outcome::Code(code) if code.same_as(&Secret::new("SplxlOBeZQQYbYS6WxSbIA"))));
/// assert_eq!(landing.state, StateVerdict::Same);
///
/// // RFC 6749 §4.1.2.1, only the query.
/// let landing = read_redirect("?error=access_denied&state=xyz", None);
/// assert!(matches!(landing.outcome, Outcome::Refused(refusal) if refusal.error == "access_denied"));
/// ```
#[must_use]
pub fn read_redirect(text: &str, expected_state: Option<StateCheck<'_>>) -> Landing {
    let mut notes = Notes::default();
    let chars = bare_letters(text, &mut notes);
    if chars.is_empty() {
        let state = if expected_state.is_some() { StateVerdict::NotSeen } else { StateVerdict::NotExpected };
        let outcome = Outcome::Missing(MissingReason::Nothing);
        return Landing { outcome, state, notes: notes.found, address: None, form: PastedForm::BareCode };
    }
    let pieces = UrlParts::split(&chars, &mut notes);
    if pieces.form == PastedForm::BareCode && is_in_words(text) {
        let state = if expected_state.is_some() { StateVerdict::NotSeen } else { StateVerdict::NotExpected };
        let outcome = Outcome::Missing(MissingReason::Words);
        return Landing { outcome, state, notes: Vec::new(), address: None, form: pieces.form };
    }
    let address = pieces.address.map(|part| without_spaces(part, &mut notes));
    let parameters = pieces.parameters(&mut notes);
    let outcome = outcome(&parameters, &mut notes);
    let state = verdict(&parameters, expected_state, pieces.form);
    Landing { outcome, state, notes: notes.in_order(), address, form: pieces.form }
}

/// Whether most of it is words. A code is of ASCII characters (RFC 6749 appendix A.11); one that was broken into lines has
/// no pieces that are letters only, or few.
fn is_in_words(text: &str) -> bool {
    let pieces: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    let is_word = |piece: &&&str| {
        let word = piece.trim_matches(|ch: char| ch.is_ascii_punctuation());
        word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
    };
    let words = pieces.iter().filter(is_word).count();
    let foreign = text.chars().filter(|ch| !ch.is_ascii() && ch.is_alphabetic()).take(FOREIGN).count();
    pieces.len() > 2 && words > 1 && words * 2 >= pieces.len() || foreign == FOREIGN
}

/// How many pieces of a text tell whether it is in words.
const MOST_WORDS: usize = 60;

/// So many letters that are not ASCII are no typing error.
const FOREIGN: usize = 4;

fn outcome(parameters: &[Parameter], notes: &mut Notes) -> Outcome {
    let named = |name| parameters.iter().filter(move |parameter: &&Parameter| parameter.name == name);
    let filled = |name| named(name).find(|parameter| !parameter.value.is_empty());
    // EXPOSE: the error code, its page and the server's message are not secrets.
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

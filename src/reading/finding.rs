//! The findings: every kind there is, in one place. A kind never changes its meaning.

/// Something noticed in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// The place: characters from 0, where a place can be named.
    pub at: Option<usize>,
}

impl Finding {
    /// A finding about a text as a whole.
    #[must_use]
    pub fn whole(kind: FindingKind) -> Finding {
        Finding { kind, at: None }
    }

    /// A finding at a place.
    #[must_use]
    pub fn at(kind: FindingKind, at: usize) -> Finding {
        Finding { kind, at: Some(at) }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Good,
    /// Worth knowing; nothing to do.
    Note,
    /// Likely to fail.
    Warn,
    /// Will fail.
    Bad,
}

impl Level {
    /// Its name in the markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Good => "good",
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Bad => "bad",
        }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal, $level:ident;)+) => {
        /// What a finding says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FindingKind { $($(#[doc = $doc])+ $kind,)+ }

        impl FindingKind {
            /// Every kind.
            pub const ALL: &'static [FindingKind] = &[$(FindingKind::$kind,)+];

            /// Its stable name in kebab-case, as in `data-finding`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(FindingKind::$kind => $name,)+ }
            }

            /// How bad it is.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(FindingKind::$kind => Level::$level,)+ }
            }
        }
    };
}

kinds! {
    /// Blanks or line breaks before or behind a value; they become part of it.
    BlanksAround = "blanks-around", Warn;
    /// A control character, such as a line break or a tab, inside a value (RFC 7617 §2 forbids it in the pair).
    ControlCharacter = "control-character", Bad;
    /// A colon in the client identifier: the pair would be split at the wrong place (RFC 7617 §2).
    ColonInIdentifier = "colon-in-identifier", Bad;
    /// The pair is the same with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsAgree = "encodings-agree", Good;
    /// The pair differs with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsDiffer = "encodings-differ", Note;
    /// An endpoint or redirect URL that is no address, or misses its host.
    NoAddress = "no-address", Bad;
    /// An endpoint that is neither https nor http on the own machine (RFC 6749 §3.1, §3.2).
    NotHttps = "not-https", Bad;
    /// A blank inside an address.
    BlankInAddress = "blank-in-address", Bad;
    /// A user name in an address.
    UserInAddress = "user-in-address", Bad;
    /// A fragment in an endpoint or redirect URL (RFC 6749 §3.1, §3.1.2).
    FragmentInAddress = "fragment-in-address", Bad;
    /// An endpoint that already carries one of the parameters which the request adds.
    ParameterInEndpoint = "parameter-in-endpoint", Bad;
    /// The provider does not accept a redirect URL on the own machine.
    LocalhostRefused = "localhost-refused", Warn;
    /// The authorization code was found (RFC 6749 §4.1.2).
    CodeFound = "code-found", Good;
    /// There is no parameter `code`.
    CodeMissing = "code-missing", Bad;
    /// The parameter `code` is empty.
    CodeEmpty = "code-empty", Bad;
    /// The parameter `code` is there several times with different values.
    SeveralCodes = "several-codes", Bad;
    /// The server sent an error instead of a code (RFC 6749 §4.1.2.1).
    AuthorizationRefused = "authorization-refused", Bad;
    /// Both a code and an error are there.
    CodeAndError = "code-and-error", Warn;
    /// The state is the one this page made (RFC 6749 §10.12).
    StateMatches = "state-matches", Good;
    /// The state is another one than this page made.
    StateDiffers = "state-differs", Bad;
    /// The state this page made is missing.
    StateAbsent = "state-absent", Warn;
    /// Only the code was pasted, so the state could not be compared.
    StateNotSeen = "state-not-seen", Note;
    /// The state is there several times.
    StateRepeated = "state-repeated", Bad;
    /// A parameter is there several times (RFC 6749 §3.1 forbids it).
    RepeatedParameter = "repeated-parameter", Warn;
    /// The address is the redirect URL.
    AddressMatches = "address-matches", Good;
    /// The address is not the redirect URL.
    AddressDiffers = "address-differs", Warn;
    /// Quotes or angle brackets around the text were left out.
    QuotesLeftOut = "quotes-left-out", Note;
    /// Blanks or line breaks inside the text were left out.
    BlanksLeftOut = "blanks-left-out", Note;
    /// `&amp;` was read as `&`, as an e-mail or a web page writes it.
    HtmlAmpersand = "html-ampersand", Note;
    /// A `+` in the code was kept as it is.
    PlusInCode = "plus-in-code", Note;
    /// The text was percent-encoded twice; it was decoded once.
    EncodedTwice = "encoded-twice", Warn;
    /// The parameters stood behind `#` (RFC 6749 §4.2.2), not behind `?`.
    InFragment = "in-fragment", Note;
    /// The token answer was read (RFC 6749 §5.1).
    TokensRead = "tokens-read", Good;
    /// The answer has no refresh token, and this grant gives none (RFC 6749 §4.4.3).
    NoRefreshToken = "no-refresh-token", Note;
    /// The answer has no refresh token although this grant should give one.
    RefreshTokenMissing = "refresh-token-missing", Warn;
    /// The server refused the request (RFC 6749 §5.2).
    TokenRefused = "token-refused", Bad;
    /// An error of the API or of the authorize page, not of the token endpoint.
    OtherRefusal = "other-refusal", Bad;
    /// A web page instead of an answer.
    AnswerIsPage = "answer-is-page", Bad;
    /// The answer stops in the middle.
    AnswerCutOff = "answer-cut-off", Bad;
    /// Something that is not JSON (RFC 8259).
    AnswerNotJson = "answer-not-json", Bad;
    /// JSON that is neither a token answer nor an error.
    AnswerUnknown = "answer-unknown", Bad;
}

/// The text with what a finding complains of taken away, where the page can do that.
///
/// Only [`FindingKind::BlanksAround`] has such a mend; it is applied by a button and never silently.
#[must_use]
pub fn mended(kind: FindingKind, text: &str) -> Option<String> {
    (kind == FindingKind::BlanksAround).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_kebab_case_and_each_stands_once() {
        let names: BTreeSet<_> = FindingKind::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(names.len(), FindingKind::ALL.len());
        for name in names {
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        }
    }

    #[test]
    fn blanks_around_a_value_can_be_taken_away() {
        assert_eq!(mended(FindingKind::BlanksAround, " \tid one\n").as_deref(), Some("id one"));
        assert_eq!(mended(FindingKind::ControlCharacter, "a\tb"), None);
    }
}

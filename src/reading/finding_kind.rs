//! Every kind of finding there is, in one place. A kind never changes its meaning.
//!
//! What each says to a person stands under its name in `www/texts/findings.<language>.json`.

use super::Level;

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

    // a value: client identifier, secret, Account ID
    /// A no-break space (U+00A0, U+202F, U+2007) in or around a value.
    NoBreakSpace = "no-break-space", Bad;
    /// A zero-width character, soft hyphen, word joiner or direction mark.
    InvisibleCharacter = "invisible-character", Bad;
    /// A byte order mark, U+FEFF.
    ByteOrderMark = "byte-order-mark", Bad;
    /// Quotation marks of a word processor around or inside a value.
    TypographicQuotes = "typographic-quotes", Bad;
    /// Straight quotation marks around a value.
    QuotesAround = "quotes-around", Warn;
    /// The bullet of a list in front of a value.
    ListBullet = "list-bullet", Bad;
    /// A line break inside a value.
    LineBreakInside = "line-break-inside", Bad;
    /// A blank inside a value.
    BlankInside = "blank-inside", Warn;
    /// The value's label, or the word `Basic`, was copied with it.
    LabelIncluded = "label-included", Bad;
    /// A comma, semicolon or full stop behind a value.
    TrailingPunctuation = "trailing-punctuation", Warn;
    /// The words of a guide instead of the value.
    PlaceholderWords = "placeholder-words", Bad;
    /// The dots or stars of a masked field instead of the value.
    MaskedDots = "masked-dots", Bad;
    /// A letter that values of this provider are not known to have.
    ForeignLetter = "foreign-letter", Warn;
    /// The same value in two fields.
    SameValueTwice = "same-value-twice", Warn;
    /// The values of two fields may be swapped; a hint from their lengths.
    MaybeSwapped = "maybe-swapped", Warn;
    /// Digits only, where an Account ID is asked for: perhaps the account number.
    AccountNumber = "account-number", Warn;
    /// An e-mail address instead of a value.
    EmailInstead = "email-instead", Warn;
    /// A web address instead of a value.
    AddressInstead = "address-instead", Warn;
    /// A JSON Web Token instead of a value, as apps of the retired JWT type used it.
    JwtInstead = "jwt-instead", Warn;
    /// An API key or API secret of the retired JWT app type.
    RetiredKey = "retired-key", Warn;

    // a header
    /// The header was read (RFC 7617 §2).
    HeaderRead = "header-read", Good;
    /// A line break was encoded behind the secret, as `echo` adds one.
    NewlineEncoded = "newline-encoded", Bad;
    /// The base64 text was broken over several lines.
    WrappedLines = "wrapped-lines", Warn;
    /// The base64 text is in the alphabet for addresses (RFC 4648 §5).
    UrlAlphabet = "url-alphabet", Warn;
    /// The padding `=` of the base64 text is missing (RFC 4648 §4).
    PaddingMissing = "padding-missing", Warn;
    /// A letter of the base64 text is missing: its length cannot be.
    LetterLost = "letter-lost", Bad;
    /// A character that base64 does not have.
    NotBase64 = "not-base64", Bad;
    /// The pair was encoded twice.
    Base64Twice = "base64-twice", Bad;
    /// The word `Basic` stands twice.
    BasicTwice = "basic-twice", Bad;
    /// A Bearer header, where the client's own pair is asked for.
    BearerHeader = "bearer-header", Bad;
    /// An authentication scheme other than Basic.
    OtherScheme = "other-scheme", Bad;
    /// The base64 text without the word `Basic`.
    SchemeMissing = "scheme-missing", Note;
    /// No colon between identifier and secret (RFC 7617 §2).
    ColonMissing = "colon-missing", Bad;
    /// Several colons: the pair is split at the first (RFC 7617 §2).
    SeveralColons = "several-colons", Note;
    /// The colon was percent-encoded.
    ColonEncoded = "colon-encoded", Bad;
    /// The pair was encoded as UTF-16.
    Utf16Pair = "utf-16-pair", Bad;
    /// The pair was encoded as Latin-1.
    Latin1Pair = "latin-1-pair", Bad;
    /// The decoded bytes are no text.
    PairNotText = "pair-not-text", Bad;
    /// Identifier or secret were form-encoded before base64 (RFC 6749 §2.3.1).
    PairFormEncoded = "pair-form-encoded", Note;
    /// The pair stands in the header without base64 (RFC 7617 §2).
    PairNotEncoded = "pair-not-encoded", Bad;
    /// Identifier or secret is empty, as where a variable was not set.
    PartMissing = "part-missing", Bad;

    // an authorize URL
    /// The authorize URL was read (RFC 6749 §4.1.1).
    AuthorizeUrlRead = "authorize-url-read", Good;
    /// A parameter that RFC 6749 §4.1.1 requires is missing.
    ParameterMissing = "parameter-missing", Bad;
    /// A parameter has no value.
    ParameterEmpty = "parameter-empty", Bad;
    /// The path is not the one of the authorize endpoint.
    AuthorizePath = "authorize-path", Bad;
    /// The host of the API instead of the one of the authorize endpoint.
    ApiHost = "api-host", Bad;
    /// A vanity host of the provider.
    VanityHost = "vanity-host", Note;
    /// The provider's host for governments.
    GovernmentHost = "government-host", Note;
    /// Another host than the provider's.
    OtherHost = "other-host", Warn;
    /// `response_type` is not `code` (RFC 6749 §4.1.1).
    ResponseTypeNotCode = "response-type-not-code", Bad;
    /// A `scope` parameter, which this provider does not want.
    ScopeUnwanted = "scope-unwanted", Warn;
    /// The code challenge method `plain`, or none (RFC 7636 §4.2, §4.3).
    PkcePlain = "pkce-plain", Warn;
    /// A code challenge that is no SHA-256 in base64url (RFC 7636 §4.2).
    ChallengeShape = "challenge-shape", Warn;
    /// A redirect URL that is not https.
    RedirectNotHttps = "redirect-not-https", Bad;
    /// An unencoded redirect URL, whose own query was cut off.
    RedirectCutOff = "redirect-cut-off", Bad;
    /// An unencoded redirect URL.
    RedirectNotEncoded = "redirect-not-encoded", Note;
    /// A second question mark in the address.
    SecondQuestionMark = "second-question-mark", Bad;
    /// A secret in an address.
    SecretInAddress = "secret-in-address", Bad;
    /// No `state` (RFC 6749 §10.12).
    StateMissing = "state-missing", Note;
    /// A `state` with characters that an address changes.
    StateNotUrlSafe = "state-not-url-safe", Warn;
    /// A parameter that neither the RFCs nor the provider know.
    ParameterUnknown = "parameter-unknown", Note;
    /// Another client identifier than the one entered here.
    ClientIdDiffers = "client-id-differs", Warn;
    /// Another redirect URL than the one entered here.
    RedirectDiffers = "redirect-differs", Warn;
    /// A code challenge method that RFC 7636 §4.2 does not know.
    ChallengeMethodUnknown = "challenge-method-unknown", Bad;

    // an address one landed on
    /// An address wrapped by a mail filter; the inner one was read.
    WrappedAddress = "wrapped-address", Warn;
    /// A mail filter or preview may have opened the address and used the code.
    ScannerMayHaveUsed = "scanner-may-have-used", Warn;
    /// More than the code was pasted; the rest was left out.
    MoreBehindCode = "more-behind-code", Note;
    /// The address was decoded before it was pasted.
    AlreadyDecoded = "already-decoded", Note;
    /// The lifetime of the code is over.
    CodeTooOld = "code-too-old", Bad;
    /// This code was put into a command before.
    CodeUsedInCommand = "code-used-in-command", Warn;
    /// No code verifier: RFC 7636 §4.1 wants 43 to 128 of certain characters.
    NotAVerifier = "not-a-verifier", Bad;
    /// The code was read from a form body, or from parameters without their address.
    FormBodyRead = "form-body-read", Note;

    // redirect URLs side by side
    /// http against https.
    SchemeDiffers = "scheme-differs", Bad;
    /// Another host.
    HostDiffers = "host-differs", Bad;
    /// Upper and lower case in the host.
    HostCaseDiffers = "host-case-differs", Bad;
    /// With and without `www.`.
    WwwDiffers = "www-differs", Bad;
    /// Another port.
    PortDiffers = "port-differs", Bad;
    /// The default port, written and not written.
    DefaultPortDiffers = "default-port-differs", Bad;
    /// Another path.
    PathDiffers = "path-differs", Bad;
    /// Upper and lower case in the path.
    PathCaseDiffers = "path-case-differs", Bad;
    /// A slash at the end.
    SlashDiffers = "slash-differs", Bad;
    /// The same letters, encoded in another way.
    EncodingDiffers = "encoding-differs", Bad;
    /// Another query.
    QueryDiffers = "query-differs", Bad;
    /// Another fragment.
    FragmentDiffers = "fragment-differs", Bad;
    /// A blank or an invisible character.
    BlankDiffers = "blank-differs", Bad;
    /// The same, byte by byte.
    SameByteForByte = "same-byte-for-byte", Good;

    // a token answer
    /// Using this refresh token voids it (Zoom, RFC 6749 §6).
    RefreshRotates = "refresh-rotates", Note;
    /// A needed scope was not granted.
    ScopesMissing = "scopes-missing", Warn;
    /// More scopes than needed were granted.
    ScopesExtra = "scopes-extra", Note;
    /// The answer names no scopes.
    ScopesAbsent = "scopes-absent", Warn;
    /// The API host of the account's region.
    RegionNamed = "region-named", Note;
    /// The answer was quoted or escaped once more.
    AnswerQuoted = "answer-quoted", Warn;
    /// Access token and refresh token are the same text.
    TokensEqual = "tokens-equal", Bad;
    /// The answer as a table of PowerShell, not as JSON.
    AnswerIsTable = "answer-is-table", Note;
    /// The token is dated in the future of this computer's clock.
    ClockAhead = "clock-ahead", Warn;
    /// The product needs a refresh token, and this grant gives none (RFC 6749 §4.4.3).
    RefreshTokenNeeded = "refresh-token-needed", Bad;
    /// Other text before or behind the answer was left out.
    TextAroundAnswer = "text-around-answer", Note;
    /// The refresh token alone, as the exchange command prints it.
    RefreshTokenRead = "refresh-token-read", Good;

    // the answer of the first call
    /// The API answered the first call: the token and its scopes are good for it (RFC 6750 §2.1).
    CallSucceeded = "call-succeeded", Good;
    /// The API refused the first call (RFC 6750 §3.1).
    CallRefused = "call-refused", Bad;
    /// A token or the answer of the token endpoint, where the answer of the first call is asked for.
    TokenInstead = "token-instead", Warn;
    /// Neither an answer of an API nor an error.
    NotAnApiAnswer = "not-an-api-answer", Bad;
    /// The answer names the Account ID that was entered.
    AccountMatches = "account-matches", Good;
    /// The answer names another Account ID than the one that was entered.
    AccountDiffers = "account-differs", Warn;

    // a JSON Web Token
    /// The token was decoded, not verified (RFC 7519).
    JwtRead = "jwt-read", Good;
    /// The token was cut off.
    JwtCutOff = "jwt-cut-off", Warn;
    /// A part of the token is no base64url or no JSON.
    JwtPartUnreadable = "jwt-part-unreadable", Bad;
    /// The token has expired (`exp`, RFC 7519 §4.1.4).
    JwtExpired = "jwt-expired", Warn;
    /// The token has no signature (`alg` is `none`, RFC 7519 §6.1).
    JwtUnsigned = "jwt-unsigned", Warn;
    /// Not a JSON Web Token.
    JwtNotAToken = "jwt-not-a-token", Bad;

    // scopes
    /// The scopes were read (RFC 6749 §3.3).
    ScopesRead = "scopes-read", Good;
    /// A name that the provider's table of scopes does not have.
    ScopeUnknown = "scope-unknown", Warn;
    /// A classic name, which new apps do not offer.
    ScopeClassic = "scope-classic", Warn;
    /// Classic and granular names side by side.
    ScopesMixed = "scopes-mixed", Warn;
    /// The user, admin or master form of a scope instead of the needed one.
    ScopeLevel = "scope-level", Warn;
    /// A scope stands several times.
    ScopeRepeated = "scope-repeated", Note;
    /// Of the named scopes one is enough.
    OneIsEnough = "one-is-enough", Note;
    /// A name in upper case, or otherwise not in the case of the provider's table (RFC 6749 §3.3 tells it apart).
    ScopeCase = "scope-case", Warn;
    /// No name of a scope in a text where scopes are looked for.
    NoScopeFound = "no-scope-found", Warn;

    // a request
    /// The request was read.
    RequestRead = "request-read", Good;
    /// Parameters of a token request in the address instead of the body.
    ParametersInQuery = "parameters-in-query", Bad;
    /// A JSON body instead of a form (RFC 6749 §4.1.3).
    JsonBody = "json-body", Bad;
    /// No `Content-Type`, or another one than the form's.
    ContentTypeMissing = "content-type-missing", Warn;
    /// A token request that is no POST (RFC 6749 §3.2).
    MethodNotPost = "method-not-post", Bad;
    /// Not the provider's token endpoint.
    OtherTokenEndpoint = "other-token-endpoint", Bad;
    /// A secret in the command itself.
    SecretInCommand = "secret-in-command", Note;
    /// An access token in the address (RFC 6750 §2.3).
    TokenInQuery = "token-in-query", Bad;
    /// Quotes that this shell does not know.
    QuotesOfAnotherShell = "quotes-of-another-shell", Warn;
    /// The command stops in the middle.
    CommandCutOff = "command-cut-off", Warn;
    /// The grant does not fit the type of app.
    GrantForOtherApp = "grant-for-other-app", Bad;
    /// An `&` outside of quotes, where the shell ends the command (POSIX XCU 2.9.3).
    AmpersandNotQuoted = "ampersand-not-quoted", Bad;
    /// A line break, or blanks behind the sign that joins lines, before a line with more options.
    LineNotJoined = "line-not-joined", Bad;
    /// `curl` in Windows PowerShell 5.1, where it is a name of `Invoke-WebRequest`.
    CurlOfPowershell = "curl-of-powershell", Warn;
    /// No request in a text where one is looked for.
    NoRequestFound = "no-request-found", Warn;

    // anything pasted
    /// U+FFFD, which stands where a character was that could not be read, such as half of a surrogate pair.
    LostCharacter = "lost-character", Bad;
    /// More text than is read.
    TextTooLong = "text-too-long", Bad;
    /// Nothing that the page knows.
    NothingKnown = "nothing-known", Note;
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
            assert!(
                name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{name}"
            );
        }
    }
}

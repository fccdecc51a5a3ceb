//! All kinds of findings, in one place. A kind never changes its meaning.
//!
//! The sentence for each is in `www/texts/findings.<language>.json` under its name.

use super::Level;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal, $level:ident;)+) => {
        /// What a finding reports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FindingKind { $($(#[doc = $doc])+ $kind,)+ }

        impl FindingKind {
            /// All kinds, in the order of this file.
            pub const ALL: &'static [FindingKind] = &[$(FindingKind::$kind,)+];

            /// The stable name in kebab-case, as in `data-finding`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(FindingKind::$kind => $name,)+ }
            }

            /// How severe it is.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(FindingKind::$kind => Level::$level,)+ }
            }
        }
    };
}

kinds! {
    /// Spaces or line breaks before or after a value; they become part of it.
    BlanksAround = "blanks-around", Warn;
    /// A control character, such as a line break or a tab, inside a value (RFC 6749 appendix A; RFC 7617 §2 for client
    /// ID and secret).
    ControlCharacter = "control-character", Bad;
    /// A colon in the client ID: the header would be split at the wrong place (RFC 7617 §2).
    ColonInIdentifier = "colon-in-identifier", Bad;
    /// The header is the same with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsAgree = "encodings-agree", Good;
    /// The header differs with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsDiffer = "encodings-differ", Note;
    /// An endpoint or redirect URL that is not a valid URL or has no host.
    NoAddress = "no-address", Bad;
    /// An endpoint that is neither https nor http on this computer (RFC 6749 §3.1, §3.2).
    NotHttps = "not-https", Bad;
    /// A space or control character in a URL.
    BlankInAddress = "blank-in-address", Bad;
    /// A user name in a URL.
    UserInAddress = "user-in-address", Bad;
    /// A fragment in an endpoint or redirect URL (RFC 6749 §3.1, §3.1.2).
    FragmentInAddress = "fragment-in-address", Bad;
    /// An endpoint that already contains one of the parameters that the request adds.
    ParameterInEndpoint = "parameter-in-endpoint", Bad;
    /// A redirect URL on this computer: the provider documents it for development, and is reported to reject it.
    LocalhostRefused = "localhost-refused", Note;
    /// The authorization code was found (RFC 6749 §4.1.2).
    CodeFound = "code-found", Good;
    /// The parameter `code` is missing.
    CodeMissing = "code-missing", Bad;
    /// The parameter `code` is empty.
    CodeEmpty = "code-empty", Bad;
    /// The parameter `code` appears more than once, with different values.
    SeveralCodes = "several-codes", Bad;
    /// The server returned an error instead of a code (RFC 6749 §4.1.2.1).
    AuthorizationRefused = "authorization-refused", Bad;
    /// Both a code and an error.
    CodeAndError = "code-and-error", Warn;
    /// The state is the one that this page generated (RFC 6749 §10.12).
    StateMatches = "state-matches", Good;
    /// The state is not the one that this page generated.
    StateDiffers = "state-differs", Bad;
    /// The state that this page generated is missing.
    StateAbsent = "state-absent", Warn;
    /// Only the code was pasted, so the state could not be checked.
    StateNotSeen = "state-not-seen", Note;
    /// The state appears more than once.
    StateRepeated = "state-repeated", Bad;
    /// A parameter appears more than once (RFC 6749 §3.1 forbids it).
    RepeatedParameter = "repeated-parameter", Warn;
    /// The returned URL is the redirect URL.
    AddressMatches = "address-matches", Good;
    /// The returned URL is not the redirect URL.
    AddressDiffers = "address-differs", Warn;
    /// Quotes or angle brackets around the text were ignored.
    QuotesLeftOut = "quotes-left-out", Note;
    /// Spaces or line breaks inside the text were ignored.
    BlanksLeftOut = "blanks-left-out", Note;
    /// `&amp;` was read as `&`, because an email or a web page writes it that way.
    HtmlAmpersand = "html-ampersand", Note;
    /// A `+` in the code was kept as it is.
    PlusInCode = "plus-in-code", Note;
    /// The text was percent-encoded twice; it was decoded once.
    EncodedTwice = "encoded-twice", Warn;
    /// The parameters come after `#` (RFC 6749 §4.2.2), not after `?`.
    InFragment = "in-fragment", Note;
    /// The token response was read (RFC 6749 §5.1).
    TokensRead = "tokens-read", Good;
    /// The response has no refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    NoRefreshToken = "no-refresh-token", Note;
    /// The response has no refresh token, although this grant type should return one.
    RefreshTokenMissing = "refresh-token-missing", Warn;
    /// The server rejected the request (RFC 6749 §5.2).
    TokenRefused = "token-refused", Bad;
    /// An error of the API or of the authorization page, not of the token endpoint.
    OtherRefusal = "other-refusal", Bad;
    /// A web page instead of a response.
    AnswerIsPage = "answer-is-page", Bad;
    /// The response is cut off.
    AnswerCutOff = "answer-cut-off", Bad;
    /// Something that is not JSON (RFC 8259).
    AnswerNotJson = "answer-not-json", Bad;
    /// JSON that is neither a token response nor an error.
    AnswerUnknown = "answer-unknown", Bad;

    // a value: client ID, secret, Account ID
    /// A non-breaking space (U+00A0, U+202F, U+2007) in or around a value.
    NoBreakSpace = "no-break-space", Bad;
    /// A zero-width character, soft hyphen, word joiner or direction mark.
    InvisibleCharacter = "invisible-character", Bad;
    /// A byte order mark, U+FEFF.
    ByteOrderMark = "byte-order-mark", Bad;
    /// Curly quotation marks around or inside a value.
    TypographicQuotes = "typographic-quotes", Bad;
    /// Straight quotation marks around a value.
    QuotesAround = "quotes-around", Warn;
    /// A list bullet before a value.
    ListBullet = "list-bullet", Bad;
    /// A line break inside a value.
    LineBreakInside = "line-break-inside", Bad;
    /// A space inside a value.
    BlankInside = "blank-inside", Warn;
    /// The value's label, or the word `Basic`, was copied with it.
    LabelIncluded = "label-included", Bad;
    /// A comma, semicolon or period after a value.
    TrailingPunctuation = "trailing-punctuation", Warn;
    /// Placeholder text instead of the value.
    PlaceholderWords = "placeholder-words", Bad;
    /// The dots or asterisks of a masked field instead of the value.
    MaskedDots = "masked-dots", Bad;
    /// A character that values of this provider are not known to contain.
    ForeignLetter = "foreign-letter", Warn;
    /// The same value in two fields.
    SameValueTwice = "same-value-twice", Warn;
    /// The values of two fields may be swapped; a hint from their lengths.
    MaybeSwapped = "maybe-swapped", Warn;
    /// Digits only, where an Account ID is expected: perhaps the account number.
    AccountNumber = "account-number", Warn;
    /// An email address instead of a value.
    EmailInstead = "email-instead", Warn;
    /// A URL instead of a value.
    AddressInstead = "address-instead", Warn;
    /// A JSON Web Token instead of a value, as used by apps of the retired JWT type.
    JwtInstead = "jwt-instead", Warn;
    /// An API key or API secret of the retired JWT app type.
    RetiredKey = "retired-key", Warn;

    // a header
    /// The header was read (RFC 7617 §2).
    HeaderRead = "header-read", Good;
    /// A line break was encoded after the secret, because `echo` adds one.
    NewlineEncoded = "newline-encoded", Bad;
    /// The base64 text is split over several lines.
    WrappedLines = "wrapped-lines", Warn;
    /// The base64 text uses the URL-safe alphabet (RFC 4648 §5) instead of the one of RFC 7617 §2.
    UrlAlphabet = "url-alphabet", Warn;
    /// The padding `=` of the base64 text is missing (RFC 4648 §4).
    PaddingMissing = "padding-missing", Warn;
    /// A character of the base64 text is missing: its length or its end is impossible.
    LetterLost = "letter-lost", Bad;
    /// A character that is not in the base64 alphabet.
    NotBase64 = "not-base64", Bad;
    /// Client ID and secret were encoded twice.
    Base64Twice = "base64-twice", Bad;
    /// The word `Basic` appears twice.
    BasicTwice = "basic-twice", Bad;
    /// A Bearer header, where client ID and secret are expected.
    BearerHeader = "bearer-header", Bad;
    /// An authentication scheme other than Basic.
    OtherScheme = "other-scheme", Bad;
    /// The base64 text without the word `Basic`.
    SchemeMissing = "scheme-missing", Note;
    /// No colon between client ID and secret (RFC 7617 §2).
    ColonMissing = "colon-missing", Bad;
    /// More than one colon: the server splits at the first (RFC 7617 §2).
    SeveralColons = "several-colons", Note;
    /// The colon was percent-encoded.
    ColonEncoded = "colon-encoded", Bad;
    /// Client ID and secret were encoded as UTF-16.
    Utf16Pair = "utf-16-pair", Bad;
    /// Client ID and secret were encoded as Latin-1.
    Latin1Pair = "latin-1-pair", Bad;
    /// The decoded bytes are not text.
    PairNotText = "pair-not-text", Bad;
    /// Client ID or secret was form-encoded before base64 (RFC 6749 §2.3.1).
    PairFormEncoded = "pair-form-encoded", Note;
    /// Client ID and secret are in the header without base64 (RFC 7617 §2).
    PairNotEncoded = "pair-not-encoded", Bad;
    /// Client ID or secret is empty, as when a variable was not set.
    PartMissing = "part-missing", Bad;

    // an authorization URL
    /// The authorization URL was read (RFC 6749 §4.1.1).
    AuthorizeUrlRead = "authorize-url-read", Good;
    /// A parameter that RFC 6749 §4.1.1 requires is missing.
    ParameterMissing = "parameter-missing", Bad;
    /// A parameter has no value.
    ParameterEmpty = "parameter-empty", Bad;
    /// The path is not that of the authorization endpoint.
    AuthorizePath = "authorize-path", Bad;
    /// The host of the API instead of that of the authorization endpoint.
    ApiHost = "api-host", Bad;
    /// Another host below the provider's own, such as the vanity URL of a customer.
    VanityHost = "vanity-host", Note;
    /// The provider's government host.
    GovernmentHost = "government-host", Note;
    /// Not a known host of the provider.
    OtherHost = "other-host", Warn;
    /// `response_type` is not `code` (RFC 6749 §4.1.1).
    ResponseTypeNotCode = "response-type-not-code", Bad;
    /// A `scope` parameter, which this provider does not want.
    ScopeUnwanted = "scope-unwanted", Warn;
    /// The code challenge method `plain`, or no method (RFC 7636 §4.2, §4.3).
    PkcePlain = "pkce-plain", Warn;
    /// A code challenge that is not a SHA-256 hash in base64url (RFC 7636 §4.2).
    ChallengeShape = "challenge-shape", Warn;
    /// A redirect URL that is not https.
    RedirectNotHttps = "redirect-not-https", Warn;
    /// An unencoded redirect URL whose own query was cut off.
    RedirectCutOff = "redirect-cut-off", Bad;
    /// An unencoded redirect URL.
    RedirectNotEncoded = "redirect-not-encoded", Note;
    /// A second question mark in the URL.
    SecondQuestionMark = "second-question-mark", Bad;
    /// A secret in a URL.
    SecretInAddress = "secret-in-address", Bad;
    /// No `state` (RFC 6749 §10.12).
    StateMissing = "state-missing", Note;
    /// A `state` with characters that may not survive in a URL.
    StateNotUrlSafe = "state-not-url-safe", Warn;
    /// A parameter that neither the RFCs nor the provider define.
    ParameterUnknown = "parameter-unknown", Note;
    /// A different client ID from the one entered here.
    ClientIdDiffers = "client-id-differs", Warn;
    /// A different redirect URL from the one entered here.
    RedirectDiffers = "redirect-differs", Warn;
    /// A code challenge method that RFC 7636 §4.2 does not define.
    ChallengeMethodUnknown = "challenge-method-unknown", Bad;

    // a returned URL
    /// A URL wrapped by a mail filter; the inner one was read.
    WrappedAddress = "wrapped-address", Warn;
    /// A mail filter or link preview may have opened the URL and used the code.
    ScannerMayHaveUsed = "scanner-may-have-used", Warn;
    /// More than the code was pasted; the rest was ignored.
    MoreBehindCode = "more-behind-code", Note;
    /// The URL was decoded before it was pasted.
    AlreadyDecoded = "already-decoded", Note;
    /// The code has expired.
    CodeTooOld = "code-too-old", Bad;
    /// This code was put into a command before.
    CodeUsedInCommand = "code-used-in-command", Warn;
    /// Not a code verifier: RFC 7636 §4.1 requires 43 to 128 of certain characters.
    NotAVerifier = "not-a-verifier", Bad;
    /// The code was read from a form body or from parameters without a URL.
    FormBodyRead = "form-body-read", Note;

    // redirect URLs side by side
    /// A different scheme, such as http and https.
    SchemeDiffers = "scheme-differs", Bad;
    /// A different host.
    HostDiffers = "host-differs", Bad;
    /// Different capitalization in the host.
    HostCaseDiffers = "host-case-differs", Bad;
    /// Only one has `www.`.
    WwwDiffers = "www-differs", Bad;
    /// A different port.
    PortDiffers = "port-differs", Bad;
    /// Only one contains the default port.
    DefaultPortDiffers = "default-port-differs", Bad;
    /// A different path.
    PathDiffers = "path-differs", Bad;
    /// Different capitalization in the path.
    PathCaseDiffers = "path-case-differs", Bad;
    /// Only one ends with a slash.
    SlashDiffers = "slash-differs", Bad;
    /// The same characters, encoded differently.
    EncodingDiffers = "encoding-differs", Bad;
    /// A different query.
    QueryDiffers = "query-differs", Bad;
    /// A different fragment.
    FragmentDiffers = "fragment-differs", Bad;
    /// A space or an invisible character in only one of them.
    BlankDiffers = "blank-differs", Bad;
    /// An exact match.
    SameByteForByte = "same-byte-for-byte", Good;

    // a token response
    /// Using this refresh token invalidates it (Zoom, RFC 6749 §6).
    RefreshRotates = "refresh-rotates", Note;
    /// A required scope was not granted.
    ScopesMissing = "scopes-missing", Warn;
    /// More scopes than required were granted.
    ScopesExtra = "scopes-extra", Note;
    /// The response lists no scopes.
    ScopesAbsent = "scopes-absent", Warn;
    /// The response contains the API host of the account's region.
    RegionNamed = "region-named", Note;
    /// The response was quoted or escaped once more.
    AnswerQuoted = "answer-quoted", Warn;
    /// Access token and refresh token are the same text.
    TokensEqual = "tokens-equal", Bad;
    /// The response as a PowerShell table, not as JSON.
    AnswerIsTable = "answer-is-table", Note;
    /// The token is dated in the future, by this computer's clock.
    ClockAhead = "clock-ahead", Warn;
    /// The product needs a refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    RefreshTokenNeeded = "refresh-token-needed", Bad;
    /// Other text before or after the response was ignored.
    TextAroundAnswer = "text-around-answer", Note;
    /// The refresh token alone, as the exchange command prints it.
    RefreshTokenRead = "refresh-token-read", Good;

    // the response of the test call
    /// The test call succeeded: the API accepted the token and its scopes (RFC 6750 §2.1).
    CallSucceeded = "call-succeeded", Good;
    /// The API rejected the test call (RFC 6750 §3.1).
    CallRefused = "call-refused", Bad;
    /// A token or the response of the token endpoint, where the response of the test call is expected.
    TokenInstead = "token-instead", Warn;
    /// Neither a response of an API nor an error.
    NotAnApiAnswer = "not-an-api-answer", Bad;
    /// The response contains the Account ID that was entered.
    AccountMatches = "account-matches", Good;
    /// The response contains a different Account ID from the one that was entered.
    AccountDiffers = "account-differs", Warn;

    // a JSON Web Token
    /// The token was decoded, not verified (RFC 7519).
    JwtRead = "jwt-read", Good;
    /// The token was cut off.
    JwtCutOff = "jwt-cut-off", Warn;
    /// A part of the token is not base64url or not JSON.
    JwtPartUnreadable = "jwt-part-unreadable", Bad;
    /// The token has expired (`exp`, RFC 7519 §4.1.4).
    JwtExpired = "jwt-expired", Warn;
    /// The token has no signature (`alg` is `none`, RFC 7519 §6, RFC 8725 §3.2).
    JwtUnsigned = "jwt-unsigned", Warn;
    /// Not a JSON Web Token.
    JwtNotAToken = "jwt-not-a-token", Bad;

    // scopes
    /// The scopes were read (RFC 6749 §3.3).
    ScopesRead = "scopes-read", Good;
    /// A name that is not in the provider's table of scopes.
    ScopeUnknown = "scope-unknown", Warn;
    /// A classic name, which new apps do not offer.
    ScopeClassic = "scope-classic", Warn;
    /// Both classic and granular names.
    ScopesMixed = "scopes-mixed", Warn;
    /// A scope at a different level (user, account, sub-account) from the required one.
    ScopeLevel = "scope-level", Warn;
    /// A scope appears more than once.
    ScopeRepeated = "scope-repeated", Note;
    /// One of the named scopes is enough.
    OneIsEnough = "one-is-enough", Note;
    /// A name whose capitalization differs from the provider's table (RFC 6749 §3.3 makes it significant).
    ScopeCase = "scope-case", Warn;
    /// No scope name in a text where scopes are expected.
    NoScopeFound = "no-scope-found", Warn;

    // a request
    /// The request was read.
    RequestRead = "request-read", Good;
    /// Parameters of a token request in the URL instead of the body.
    ParametersInQuery = "parameters-in-query", Warn;
    /// A JSON body instead of a form (RFC 6749 §4.1.3).
    JsonBody = "json-body", Bad;
    /// No `Content-Type`, or a different one from that of a form.
    ContentTypeMissing = "content-type-missing", Warn;
    /// A token request that is not a POST (RFC 6749 §3.2).
    MethodNotPost = "method-not-post", Bad;
    /// Not the provider's token endpoint.
    OtherTokenEndpoint = "other-token-endpoint", Bad;
    /// A secret in the command itself.
    SecretInCommand = "secret-in-command", Note;
    /// An access token in the URL (RFC 6750 §2.3).
    TokenInQuery = "token-in-query", Bad;
    /// Quotes that this shell does not recognize.
    QuotesOfAnotherShell = "quotes-of-another-shell", Warn;
    /// The command is cut off.
    CommandCutOff = "command-cut-off", Warn;
    /// The grant type does not fit the app type.
    GrantForOtherApp = "grant-for-other-app", Bad;
    /// An `&` outside quotes, where the shell ends the command (POSIX XCU 2.9.3).
    AmpersandNotQuoted = "ampersand-not-quoted", Bad;
    /// A line break, or spaces after the character that joins lines, before a line with more options.
    LineNotJoined = "line-not-joined", Bad;
    /// `curl` in Windows PowerShell 5.1, where it is an alias of `Invoke-WebRequest`.
    CurlOfPowershell = "curl-of-powershell", Warn;
    /// No request in a text where one is expected.
    NoRequestFound = "no-request-found", Warn;

    // anything pasted
    /// U+FFFD, which replaces a character that could not be read, such as half of a surrogate pair.
    LostCharacter = "lost-character", Bad;
    /// The text is too long to be read.
    TextTooLong = "text-too-long", Bad;
    /// Nothing that the page recognizes.
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

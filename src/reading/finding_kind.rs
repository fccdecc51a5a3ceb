//! All kinds of findings, in one place. A kind never changes its meaning.
//!
//! The sentence for each is in `www/texts/findings.<language>.json` under its name.

use strum::{IntoStaticStr, VariantArray};

use super::Level;

// A macro only to have the level next to the kind: names and list are made by strum.
macro_rules! kinds {
    ($($(#[$attribute:meta])+ $kind:ident: $level:ident;)+) => {
        /// What a finding reports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "kebab-case")]
        pub enum FindingKind { $($(#[$attribute])+ $kind,)+ }

        impl FindingKind {
            /// The stable name in kebab-case, as in `data-finding`.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.into()
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
    BlanksAround: Warn;
    /// A control character, such as a line break or a tab, inside a value (RFC 6749 appendix A; RFC 7617 §2 for client
    /// ID and secret).
    ControlCharacter: Bad;
    /// A colon in the client ID: the header would be split at the wrong place (RFC 7617 §2).
    ColonInIdentifier: Bad;
    /// The header is the same with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsAgree: Good;
    /// The header differs with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsDiffer: Note;
    /// An endpoint or redirect URL that is not a valid URL or has no host.
    NoAddress: Bad;
    /// An endpoint that is neither https nor http on this computer (RFC 6749 §3.1, §3.2).
    NotHttps: Bad;
    /// A space or control character in a URL.
    BlankInAddress: Bad;
    /// A user name in a URL.
    UserInAddress: Bad;
    /// A fragment in an endpoint or redirect URL (RFC 6749 §3.1, §3.1.2).
    FragmentInAddress: Bad;
    /// An endpoint that already contains one of the parameters that the request adds.
    ParameterInEndpoint: Bad;
    /// A redirect URL on this computer: the provider documents it for development, and is reported to reject it.
    LocalhostRefused: Note;
    /// The authorization code was found (RFC 6749 §4.1.2).
    CodeFound: Good;
    /// The parameter `code` is missing.
    CodeMissing: Bad;
    /// The parameter `code` is empty.
    CodeEmpty: Bad;
    /// The parameter `code` appears more than once, with different values.
    SeveralCodes: Bad;
    /// The server returned an error instead of a code (RFC 6749 §4.1.2.1).
    AuthorizationRefused: Bad;
    /// Both a code and an error.
    CodeAndError: Warn;
    /// The state is the one that this page generated (RFC 6749 §10.12).
    StateMatches: Good;
    /// The state is not the one that this page generated.
    StateDiffers: Bad;
    /// The state that this page generated is missing.
    StateAbsent: Warn;
    /// Only the code was pasted, so the state could not be checked.
    StateNotSeen: Note;
    /// The state appears more than once.
    StateRepeated: Bad;
    /// A parameter appears more than once (RFC 6749 §3.1 forbids it).
    RepeatedParameter: Warn;
    /// The returned URL is the redirect URL.
    AddressMatches: Good;
    /// The returned URL is not the redirect URL.
    AddressDiffers: Warn;
    /// Quotes or angle brackets around the text were ignored.
    QuotesLeftOut: Note;
    /// Spaces or line breaks inside the text were ignored.
    BlanksLeftOut: Note;
    /// `&amp;` was read as `&`, because an email or a web page writes it that way.
    HtmlAmpersand: Note;
    /// A `+` in the code was kept as it is.
    PlusInCode: Note;
    /// The text was percent-encoded twice; it was decoded once.
    EncodedTwice: Warn;
    /// The parameters come after `#` (RFC 6749 §4.2.2), not after `?`.
    InFragment: Note;
    /// The token response was read (RFC 6749 §5.1).
    TokensRead: Good;
    /// The response has no refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    NoRefreshToken: Note;
    /// The response has no refresh token, although this grant type should return one.
    RefreshTokenMissing: Warn;
    /// The server rejected the request (RFC 6749 §5.2).
    TokenRefused: Bad;
    /// An error of the API or of the authorization page, not of the token endpoint.
    OtherRefusal: Bad;
    /// A web page instead of a response.
    AnswerIsPage: Bad;
    /// The response is cut off.
    AnswerCutOff: Bad;
    /// Something that is not JSON (RFC 8259).
    AnswerNotJson: Bad;
    /// JSON that is neither a token response nor an error.
    AnswerUnknown: Bad;

    // a value: client ID, secret, Account ID
    /// A non-breaking space (U+00A0, U+202F, U+2007) in or around a value.
    NoBreakSpace: Bad;
    /// A zero-width character, soft hyphen, word joiner or direction mark.
    InvisibleCharacter: Bad;
    /// A byte order mark, U+FEFF.
    ByteOrderMark: Bad;
    /// Curly quotation marks around or inside a value.
    TypographicQuotes: Bad;
    /// Straight quotation marks around a value.
    QuotesAround: Warn;
    /// A list bullet before a value.
    ListBullet: Bad;
    /// A line break inside a value.
    LineBreakInside: Bad;
    /// A space inside a value.
    BlankInside: Warn;
    /// The value's label, or the word `Basic`, was copied with it.
    LabelIncluded: Bad;
    /// A comma, semicolon or period after a value.
    TrailingPunctuation: Warn;
    /// Placeholder text instead of the value.
    PlaceholderWords: Bad;
    /// The dots or asterisks of a masked field instead of the value.
    MaskedDots: Bad;
    /// A character that values of this provider are not known to contain.
    ForeignLetter: Warn;
    /// The same value in two fields.
    SameValueTwice: Warn;
    /// The values of two fields may be swapped; a hint from their lengths.
    MaybeSwapped: Warn;
    /// Digits only, where an Account ID is expected: perhaps the account number.
    AccountNumber: Warn;
    /// An email address instead of a value.
    EmailInstead: Warn;
    /// A URL instead of a value.
    AddressInstead: Warn;
    /// A JSON Web Token instead of a value, as used by apps of the retired JWT type.
    JwtInstead: Warn;
    /// An API key or API secret of the retired JWT app type.
    RetiredKey: Warn;

    // a header
    /// The header was read (RFC 7617 §2).
    HeaderRead: Good;
    /// A line break was encoded after the secret, because `echo` adds one.
    NewlineEncoded: Bad;
    /// The base64 text is split over several lines.
    WrappedLines: Warn;
    /// The base64 text uses the URL-safe alphabet (RFC 4648 §5) instead of the one of RFC 7617 §2.
    UrlAlphabet: Warn;
    /// The padding `=` of the base64 text is missing (RFC 4648 §4).
    PaddingMissing: Warn;
    /// A character of the base64 text is missing: its length or its end is impossible.
    LetterLost: Bad;
    /// A character that is not in the base64 alphabet.
    NotBase64: Bad;
    /// Client ID and secret were encoded twice.
    Base64Twice: Bad;
    /// The word `Basic` appears twice.
    BasicTwice: Bad;
    /// A Bearer header, where client ID and secret are expected.
    BearerHeader: Bad;
    /// An authentication scheme other than Basic.
    OtherScheme: Bad;
    /// The base64 text without the word `Basic`.
    SchemeMissing: Note;
    /// No colon between client ID and secret (RFC 7617 §2).
    ColonMissing: Bad;
    /// More than one colon: the server splits at the first (RFC 7617 §2).
    SeveralColons: Note;
    /// The colon was percent-encoded.
    ColonEncoded: Bad;
    /// Client ID and secret were encoded as UTF-16.
    #[strum(serialize = "utf-16-pair")]
    Utf16Pair: Bad;
    /// Client ID and secret were encoded as Latin-1.
    #[strum(serialize = "latin-1-pair")]
    Latin1Pair: Bad;
    /// The decoded bytes are not text.
    PairNotText: Bad;
    /// Client ID or secret was form-encoded before base64 (RFC 6749 §2.3.1).
    PairFormEncoded: Note;
    /// Client ID and secret are in the header without base64 (RFC 7617 §2).
    PairNotEncoded: Bad;
    /// Client ID or secret is empty, as when a variable was not set.
    PartMissing: Bad;

    // an authorization URL
    /// The authorization URL was read (RFC 6749 §4.1.1).
    AuthorizeUrlRead: Good;
    /// A parameter that RFC 6749 §4.1.1 requires is missing.
    ParameterMissing: Bad;
    /// A parameter has no value.
    ParameterEmpty: Bad;
    /// The path is not that of the authorization endpoint.
    AuthorizePath: Bad;
    /// The host of the API instead of that of the authorization endpoint.
    ApiHost: Bad;
    /// Another host below the provider's own, such as the vanity URL of a customer.
    VanityHost: Note;
    /// The provider's government host.
    GovernmentHost: Note;
    /// Not a known host of the provider.
    OtherHost: Warn;
    /// `response_type` is not `code` (RFC 6749 §4.1.1).
    ResponseTypeNotCode: Bad;
    /// A `scope` parameter, which this provider does not want.
    ScopeUnwanted: Warn;
    /// The code challenge method `plain`, or no method (RFC 7636 §4.2, §4.3).
    PkcePlain: Warn;
    /// A code challenge that is not a SHA-256 hash in base64url (RFC 7636 §4.2).
    ChallengeShape: Warn;
    /// A redirect URL that is not https.
    RedirectNotHttps: Warn;
    /// An unencoded redirect URL whose own query was cut off.
    RedirectCutOff: Bad;
    /// An unencoded redirect URL.
    RedirectNotEncoded: Note;
    /// A second question mark in the URL.
    SecondQuestionMark: Bad;
    /// A secret in a URL.
    SecretInAddress: Bad;
    /// No `state` (RFC 6749 §10.12).
    StateMissing: Note;
    /// A `state` with characters that may not survive in a URL.
    StateNotUrlSafe: Warn;
    /// A parameter that neither the RFCs nor the provider define.
    ParameterUnknown: Note;
    /// A different client ID from the one entered here.
    ClientIdDiffers: Warn;
    /// A different redirect URL from the one entered here.
    RedirectDiffers: Warn;
    /// A code challenge method that RFC 7636 §4.2 does not define.
    ChallengeMethodUnknown: Bad;

    // a returned URL
    /// A URL wrapped by a mail filter; the inner one was read.
    WrappedAddress: Warn;
    /// A mail filter or link preview may have opened the URL and used the code.
    ScannerMayHaveUsed: Warn;
    /// More than the code was pasted; the rest was ignored.
    MoreBehindCode: Note;
    /// The URL was decoded before it was pasted.
    AlreadyDecoded: Note;
    /// The code has expired.
    CodeTooOld: Bad;
    /// This code was put into a command before.
    CodeUsedInCommand: Warn;
    /// Not a code verifier: RFC 7636 §4.1 requires 43 to 128 of certain characters.
    NotAVerifier: Bad;
    /// The code was read from a form body or from parameters without a URL.
    FormBodyRead: Note;

    // redirect URLs side by side
    /// A different scheme, such as http and https.
    SchemeDiffers: Bad;
    /// A different host.
    HostDiffers: Bad;
    /// Different capitalization in the host.
    HostCaseDiffers: Bad;
    /// Only one has `www.`.
    WwwDiffers: Bad;
    /// A different port.
    PortDiffers: Bad;
    /// Only one contains the default port.
    DefaultPortDiffers: Bad;
    /// A different path.
    PathDiffers: Bad;
    /// Different capitalization in the path.
    PathCaseDiffers: Bad;
    /// Only one ends with a slash.
    SlashDiffers: Bad;
    /// The same characters, encoded differently.
    EncodingDiffers: Bad;
    /// A different query.
    QueryDiffers: Bad;
    /// A different fragment.
    FragmentDiffers: Bad;
    /// A space or an invisible character in only one of them.
    BlankDiffers: Bad;
    /// An exact match.
    SameByteForByte: Good;

    // a token response
    /// Using this refresh token invalidates it (Zoom, RFC 6749 §6).
    RefreshRotates: Note;
    /// A required scope was not granted.
    ScopesMissing: Warn;
    /// More scopes than required were granted.
    ScopesExtra: Note;
    /// The response lists no scopes.
    ScopesAbsent: Warn;
    /// The response contains the API host of the account's region.
    RegionNamed: Note;
    /// The response was quoted or escaped once more.
    AnswerQuoted: Warn;
    /// Access token and refresh token are the same text.
    TokensEqual: Bad;
    /// The response as a PowerShell table, not as JSON.
    AnswerIsTable: Note;
    /// The token is dated in the future, by this computer's clock.
    ClockAhead: Warn;
    /// The product needs a refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    RefreshTokenNeeded: Bad;
    /// Other text before or after the response was ignored.
    TextAroundAnswer: Note;
    /// The refresh token alone, as the exchange command prints it.
    RefreshTokenRead: Good;

    // the response of the test call
    /// The test call succeeded: the API accepted the token and its scopes (RFC 6750 §2.1).
    CallSucceeded: Good;
    /// The API rejected the test call (RFC 6750 §3.1).
    CallRefused: Bad;
    /// A token or the response of the token endpoint, where the response of the test call is expected.
    TokenInstead: Warn;
    /// Neither a response of an API nor an error.
    NotAnApiAnswer: Bad;
    /// The response contains the Account ID that was entered.
    AccountMatches: Good;
    /// The response contains a different Account ID from the one that was entered.
    AccountDiffers: Warn;

    // a JSON Web Token
    /// The token was decoded, not verified (RFC 7519).
    JwtRead: Good;
    /// The token was cut off.
    JwtCutOff: Warn;
    /// A part of the token is not base64url or not JSON.
    JwtPartUnreadable: Bad;
    /// The token has expired (`exp`, RFC 7519 §4.1.4).
    JwtExpired: Warn;
    /// The token has no signature (`alg` is `none`, RFC 7519 §6, RFC 8725 §3.2).
    JwtUnsigned: Warn;
    /// Not a JSON Web Token.
    JwtNotAToken: Bad;

    // scopes
    /// The scopes were read (RFC 6749 §3.3).
    ScopesRead: Good;
    /// A name that is not in the provider's table of scopes.
    ScopeUnknown: Warn;
    /// A classic name, which new apps do not offer.
    ScopeClassic: Warn;
    /// Both classic and granular names.
    ScopesMixed: Warn;
    /// A scope at a different level (user, account, sub-account) from the required one.
    ScopeLevel: Warn;
    /// A scope appears more than once.
    ScopeRepeated: Note;
    /// One of the named scopes is enough.
    OneIsEnough: Note;
    /// A name whose capitalization differs from the provider's table (RFC 6749 §3.3 makes it significant).
    ScopeCase: Warn;
    /// No scope name in a text where scopes are expected.
    NoScopeFound: Warn;

    // a request
    /// The request was read.
    RequestRead: Good;
    /// Parameters of a token request in the URL instead of the body.
    ParametersInQuery: Warn;
    /// A JSON body instead of a form (RFC 6749 §4.1.3).
    JsonBody: Bad;
    /// No `Content-Type`, or a different one from that of a form.
    ContentTypeMissing: Warn;
    /// A token request that is not a POST (RFC 6749 §3.2).
    MethodNotPost: Bad;
    /// Not the provider's token endpoint.
    OtherTokenEndpoint: Bad;
    /// A secret in the command itself.
    SecretInCommand: Note;
    /// An access token in the URL (RFC 6750 §2.3).
    TokenInQuery: Bad;
    /// Quotes that this shell does not recognize.
    QuotesOfAnotherShell: Warn;
    /// The command is cut off.
    CommandCutOff: Warn;
    /// The grant type does not fit the app type.
    GrantForOtherApp: Bad;
    /// An `&` outside quotes, where the shell ends the command (POSIX XCU 2.9.3).
    AmpersandNotQuoted: Bad;
    /// A line break, or spaces after the character that joins lines, before a line with more options.
    LineNotJoined: Bad;
    /// `curl` in Windows PowerShell 5.1, where it is an alias of `Invoke-WebRequest`.
    CurlOfPowershell: Warn;
    /// No request in a text where one is expected.
    NoRequestFound: Warn;

    // anything pasted
    /// U+FFFD, which replaces a character that could not be read, such as half of a surrogate pair.
    LostCharacter: Bad;
    /// The text is too long to be read.
    TextTooLong: Bad;
    /// Nothing that the page recognizes.
    NothingKnown: Note;
}

//! All kinds of findings, in one place. A kind never changes its meaning.
//!
//! The sentence for each is in `www/texts/findings.<language>.json` under its name.

use strum::{IntoStaticStr, VariantArray};

use super::Severity;
use super::kinds::kinds;

kinds! {
    /// Spaces or line breaks before or after a value; they become part of it.
    BlanksAround: Warning;
    /// A control character, such as a line break or a tab, inside a value (RFC 6749 appendix A; RFC 7617 §2 for client
    /// ID and secret).
    ControlCharacter: Error;
    /// A colon in the client ID: the header would be split at the wrong place (RFC 7617 §2).
    ColonInIdentifier: Error;
    /// The header is the same with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsAgree: Good;
    /// The header differs with and without form-encoding (RFC 6749 §2.3.1).
    EncodingsDiffer: Info;
    /// An endpoint or redirect URL that is not a valid URL or has no host.
    NoAddress: Error;
    /// An endpoint that is neither https nor http on this computer (RFC 6749 §3.1, §3.2).
    NotHttps: Error;
    /// A space or control character in a URL.
    BlankInAddress: Error;
    /// A user name in a URL.
    UserInAddress: Error;
    /// A fragment in an endpoint or redirect URL (RFC 6749 §3.1, §3.1.2).
    FragmentInAddress: Error;
    /// An endpoint that already contains one of the parameters that the request adds.
    ParameterInEndpoint: Error;
    /// A redirect URL on this computer: the provider documents it for development, and is reported to reject it.
    LocalhostRefused: Info;
    /// A redirect URL with capitals, at a provider that is reported to reject these.
    RedirectCapitals: Info;
    /// A redirect URL with a query, which the product does not prescribe (RFC 6749 §3.1.2 allows one).
    RedirectQuery: Info;
    /// A redirect URL that is none of those that the product prescribes.
    RedirectElsewhere: Warning;
    /// The authorization code was found (RFC 6749 §4.1.2).
    CodeFound: Good;
    /// A text alone that may be an authorization code.
    CodeMaybe: Info;
    /// The parameter `code` is missing.
    CodeMissing: Error;
    /// The text of a page in the place of a returned URL.
    PageTextPasted: Error;
    /// The URL that opens the consent page in the place of the one that comes back from it.
    AuthorizationUrlInstead: Error;
    /// The parameter `code` is empty.
    CodeEmpty: Error;
    /// The parameter `code` appears more than once, with different values.
    SeveralCodes: Error;
    /// The server returned an error instead of a code (RFC 6749 §4.1.2.1).
    AuthorizationRefused: Error;
    /// Both a code and an error.
    CodeAndError: Warning;
    /// PKCE was switched on or off after the code came (RFC 7636 §4.6).
    PkceSwitched: Warning;
    /// The state is the one that this page generated (RFC 6749 §10.12).
    StateMatches: Good;
    /// The state is not the one that this page generated.
    StateDiffers: Error;
    /// The state that this page generated is missing.
    StateAbsent: Warning;
    /// `state` has no value in a returned URL, although a server returns the value that it got (RFC 6749 §4.1.2).
    StateEmpty: Warning;
    /// Only the code was pasted, so the state could not be checked.
    StateNotSeen: Info;
    /// The state appears more than once.
    StateRepeated: Error;
    /// A parameter appears more than once (RFC 6749 §3.1 forbids it).
    RepeatedParameter: Warning;
    /// The returned URL is the redirect URL.
    AddressMatches: Good;
    /// The returned URL is not the redirect URL.
    AddressDiffers: Warning;
    /// Quotes or angle brackets around the text were ignored.
    QuotesLeftOut: Info;
    /// Spaces or line breaks inside the text were ignored.
    BlanksLeftOut: Info;
    /// `&amp;` was read as `&`, because an email or a web page writes it that way.
    HtmlAmpersand: Info;
    /// The code is percent-encoded in the URL, as a query requires; it was decoded.
    CodeDecoded: Info;
    /// A `+` in the code was kept as it is.
    PlusInCode: Info;
    /// The text was percent-encoded twice; it was decoded once.
    EncodedTwice: Warning;
    /// The parameters come after `#` (RFC 6749 §4.2.2), not after `?`.
    InFragment: Info;
    /// The token response was read (RFC 6749 §5.1).
    TokensRead: Good;
    /// The response of the device authorization endpoint was read (RFC 8628 §3.2).
    DeviceCodesRead: Good;
    /// The response has no refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    NoRefreshToken: Info;
    /// The response has no refresh token, and the grant type is not known.
    RefreshTokenAbsent: Info;
    /// The response has no refresh token, although this grant type should return one.
    RefreshTokenMissing: Warning;
    /// The server rejected the request (RFC 6749 §5.2).
    TokenRefused: Error;
    /// An error of the API or of the authorization page, not of the token endpoint.
    OtherRefusal: Error;
    /// A web page instead of a response.
    AnswerIsPage: Error;
    /// The response is cut off.
    AnswerCutOff: Error;
    /// Something that is not JSON (RFC 8259).
    AnswerNotJson: Error;
    /// JSON that is neither a token response nor an error.
    AnswerUnknown: Error;

    // a value: client ID, secret, Account ID
    /// A non-breaking space (U+00A0, U+202F, U+2007) in or around a value.
    NoBreakSpace: Error;
    /// A zero-width character, soft hyphen, word joiner or direction mark.
    InvisibleCharacter: Error;
    /// A byte order mark, U+FEFF.
    ByteOrderMark: Error;
    /// Curly quotation marks around or inside a value.
    TypographicQuotes: Error;
    /// Straight quotation marks around a value.
    QuotesAround: Warning;
    /// A list bullet before a value.
    ListBullet: Error;
    /// A line break inside a value.
    LineBreakInside: Error;
    /// A space inside a value.
    BlankInside: Warning;
    /// The value's label, or the word `Basic`, was copied with it.
    LabelIncluded: Error;
    /// A comma, semicolon or period after a value.
    TrailingPunctuation: Warning;
    /// Placeholder text instead of the value.
    PlaceholderWords: Error;
    /// The dots or asterisks of a masked field instead of the value.
    MaskedDots: Error;
    /// A character that values of this provider are not known to contain.
    ForeignLetter: Warning;
    /// The same value in two fields.
    SameValueTwice: Warning;
    /// A message with several values, each after its label, in the field for one of them.
    MessageInstead: Error;
    /// The values of two fields may be swapped; a hint from their lengths.
    MaybeSwapped: Warning;
    /// A value as long as a client secret where none is expected, and no client secret is entered.
    SecretInstead: Warning;
    /// Two values with a colon between them, where an Account ID is expected.
    PairInstead: Error;
    /// Digits only, where an Account ID is expected: perhaps the account number.
    AccountNumber: Warning;
    /// A value with a few characters more or fewer than all samples have, or with the length of a different one; a hint.
    LengthUnusual: Info;
    /// An email address instead of a value.
    EmailInstead: Warning;
    /// A URL instead of a value.
    AddressInstead: Warning;
    /// A JSON Web Token instead of a value, as used by apps of the retired JWT type.
    JwtInstead: Warning;
    /// The salted hash of a secret, as a server stores it, instead of the secret (django-oauth-toolkit, change log of 2.0.0).
    SecretHashed: Error;
    /// Credentials of the client in the header of a call of an API, where they were used for the token before (RFC 6750 §2.1).
    BasicAtApi: Error;
    /// A program decodes base64 where a header needs it encoded (RFC 7617 §2).
    PairDecoded: Error;
    /// A response about a token, a user or keys (RFC 7662 §2.2, OpenID Connect Core §5.3.2, RFC 7517 §5).
    DescriptionRead: Good;
    /// The server says that a token is not active (RFC 7662 §2.2).
    TokenInactive: Warning;
    /// An API key or API secret of the retired JWT app type.
    RetiredKey: Warning;

    // a header
    /// The header was read (RFC 7617 §2).
    HeaderRead: Good;
    /// A line break was encoded after the secret, because `echo` adds one.
    NewlineEncoded: Error;
    /// The base64 text is split over several lines.
    WrappedLines: Warning;
    /// The base64 text uses the URL-safe alphabet (RFC 4648 §5) instead of the one of RFC 7617 §2.
    UrlAlphabet: Warning;
    /// The padding `=` of the base64 text is missing (RFC 4648 §4).
    PaddingMissing: Warning;
    /// A character of the base64 text is missing: its length or its end is impossible.
    LetterLost: Error;
    /// A character that is not in the base64 alphabet.
    NotBase64: Error;
    /// Client ID and secret were encoded twice.
    Base64Twice: Error;
    /// The word `Basic` appears twice.
    BasicTwice: Error;
    /// The name `Authorization` is in the value of the header once more.
    HeaderNameTwice: Error;
    /// A Bearer header, where client ID and secret are expected.
    BearerHeader: Error;
    /// An authentication scheme other than Basic and Bearer.
    OtherScheme: Info;
    /// A mistyped `Basic`.
    SchemeMistyped: Error;
    /// No space between `Bearer` or `Basic` and the value that a program joins to it (RFC 9110 §11.4).
    SchemeGlued: Error;
    /// A line break in a header, where it ends the header (RFC 9110 §5.5), or as a program prints it.
    LineBreakInHeader: Error;
    /// A Bearer header whose token can be read (RFC 6750 §2.1).
    BearerRead: Good;
    /// A JSON Web Token in a header, without the word `Bearer`.
    BearerMissing: Warning;
    /// A Bearer header without a token, as when a variable was not set.
    BearerEmpty: Error;
    /// The word `Bearer` appears twice.
    BearerTwice: Error;
    /// What a program writes around a text was sent with the token.
    BearerWrapped: Error;
    /// Something else in the place of an access token: the code, a refresh token, an ID token, the client secret.
    NotAnAccessToken: Error;
    /// A call of an API without authentication in a workflow, another node of which requests a token.
    CallWithoutToken: Error;
    /// A token that the client signed itself, where the provider takes such tokens no longer.
    SelfSignedToken: Error;
    /// Client ID and secret in base64 after `Bearer`.
    PairAsBearer: Error;
    /// The base64 text without the word `Basic`, and without the name of the header.
    SchemeMissing: Info;
    /// A header with its name, or of a request, without the word `Basic`.
    BasicMissing: Error;
    /// No colon between client ID and secret (RFC 7617 §2).
    ColonMissing: Error;
    /// More than one colon: the server splits at the first (RFC 7617 §2).
    SeveralColons: Info;
    /// The colon was percent-encoded.
    ColonEncoded: Error;
    /// Client ID and secret were encoded as UTF-16.
    #[strum(serialize = "utf-16-pair")]
    Utf16Pair: Error;
    /// Client ID and secret were encoded as Latin-1.
    #[strum(serialize = "latin-1-pair")]
    Latin1Pair: Error;
    /// The decoded bytes are not text.
    PairNotText: Error;
    /// Client ID or secret was form-encoded before base64 (RFC 6749 §2.3.1).
    PairFormEncoded: Info;
    /// Client ID or secret has a `+` or a `%`, which a server that form-decodes them turns into something else (RFC 6749
    /// §2.3.1).
    PairNeedsEncoding: Info;
    /// Client ID and secret are in the header without base64 (RFC 7617 §2).
    PairNotEncoded: Error;
    /// The client ID is empty, or both are, as when a variable was not set.
    PartMissing: Error;
    /// The secret is empty, and the client ID is not: allowed (RFC 7617 §2, RFC 6749 §2.3.1), and rarely meant.
    SecretEmpty: Info;

    // an authorization URL
    /// The authorization URL was read (RFC 6749 §4.1.1).
    AuthorizeUrlRead: Good;
    /// A parameter that RFC 6749 §4.1.1 requires is missing.
    ParameterMissing: Error;
    /// A parameter has no value.
    ParameterEmpty: Error;
    /// The path is not that of the authorization endpoint.
    AuthorizePath: Error;
    /// The host of the API instead of that of the authorization endpoint.
    ApiHost: Error;
    /// Another host below the provider's own, such as the vanity URL of a customer.
    VanityHost: Info;
    /// The provider's government host.
    GovernmentHost: Info;
    /// A page of the provider to which its authorization URL leads: to sign in, or to consent.
    OwnPage: Info;
    /// Not a known host of the provider, but one that resembles it.
    OtherHost: Warning;
    /// `response_type` is not `code` (RFC 6749 §4.1.1).
    ResponseTypeNotCode: Error;
    /// A `scope` parameter, which this provider does not want.
    ScopeUnwanted: Warning;
    /// The code challenge method `plain`, or no method (RFC 7636 §4.2, §4.3).
    PkcePlain: Warning;
    /// A code challenge that is not a SHA-256 hash in base64url (RFC 7636 §4.2).
    ChallengeShape: Warning;
    /// The code challenge is the code verifier itself, although the method is `S256` (RFC 7636 §4.2).
    ChallengeIsVerifier: Error;
    /// A redirect URL that is not https.
    RedirectNotHttps: Warning;
    /// An unencoded redirect URL whose own query was cut off.
    RedirectCutOff: Error;
    /// An unencoded redirect URL.
    RedirectNotEncoded: Info;
    /// Only a part of the redirect URL is encoded: once decoded, it is a different one.
    RedirectHalfEncoded: Warning;
    /// A second question mark in the URL.
    SecondQuestionMark: Error;
    /// A secret in a URL.
    SecretInAddress: Error;
    /// No `state` (RFC 6749 §10.12).
    StateMissing: Info;
    /// A `state` with characters that may not survive in a URL.
    StateNotUrlSafe: Warning;
    /// A parameter that neither the RFCs nor the provider define.
    ParameterUnknown: Info;
    /// A different client ID from the one entered here.
    ClientIdDiffers: Warning;
    /// A different redirect URL from the one entered here.
    RedirectDiffers: Warning;
    /// A code challenge method that RFC 7636 §4.2 does not define.
    ChallengeMethodUnknown: Error;

    // a returned URL
    /// A URL wrapped by a mail filter; the inner one was read.
    WrappedAddress: Warning;
    /// A mail filter or link preview may have opened the URL and used the code.
    ScannerMayHaveUsed: Warning;
    /// More than the code was pasted; the rest was ignored.
    MoreBehindCode: Info;
    /// The URL was decoded before it was pasted.
    AlreadyDecoded: Info;
    /// The code has expired.
    CodeTooOld: Error;
    /// This code was put into a command before.
    CodeUsedInCommand: Warning;
    /// Not a code verifier: RFC 7636 §4.1 requires 43 to 128 of certain characters.
    NotAVerifier: Error;
    /// The code was read from a form body or from parameters without a URL.
    FormBodyRead: Info;

    // redirect URLs side by side
    /// A different scheme, such as http and https.
    SchemeDiffers: Error;
    /// A different host.
    HostDiffers: Error;
    /// Different capitalization in the host.
    HostCaseDiffers: Error;
    /// Only one has `www.`.
    WwwDiffers: Error;
    /// A different port.
    PortDiffers: Error;
    /// Only one contains the default port.
    DefaultPortDiffers: Error;
    /// A different path.
    PathDiffers: Error;
    /// Different capitalization in the path.
    PathCaseDiffers: Error;
    /// Only one ends with a slash.
    SlashDiffers: Error;
    /// Two slashes in the path of one of them where the other has one, as a base URL that ends with a slash leaves them.
    DoubledSlashDiffers: Error;
    /// The same characters, encoded differently.
    EncodingDiffers: Error;
    /// A different query.
    QueryDiffers: Error;
    /// A different fragment.
    FragmentDiffers: Error;
    /// A space or an invisible character in only one of them.
    BlankDiffers: Error;
    /// An exact match.
    SameByteForByte: Good;

    // two identical installations of a product
    /// Both have the same client ID, so they share an app.
    PairSameClientId: Error;
    /// Both have the same client secret.
    PairSameSecret: Error;
    /// The returned URL is the same, or has the state that the other one sent.
    PairOtherCode: Error;
    /// Both have the same token response: refreshing one token invalidates the other one's.
    PairSameResponse: Error;

    // a token response
    /// Using this refresh token invalidates it (Zoom, RFC 6749 §6).
    RefreshRotates: Info;
    /// A required scope was not granted.
    ScopesMissing: Warning;
    /// More scopes than required were granted.
    ScopesExtra: Info;
    /// The response lists no scopes.
    ScopesAbsent: Warning;
    /// The response contains the API host of the account's region.
    RegionNamed: Info;
    /// The response was quoted or escaped once more.
    AnswerQuoted: Warning;
    /// Access token and refresh token are the same text.
    TokensEqual: Error;
    /// The response as a PowerShell table, not as JSON.
    AnswerIsTable: Info;
    /// The response is a form, not JSON as RFC 6749 §5.1 has it.
    AnswerIsForm: Info;
    /// The token is dated in the future, by this computer's clock.
    ClockAhead: Warning;
    /// The product needs a refresh token, and this grant type returns none (RFC 6749 §4.4.3).
    RefreshTokenNeeded: Error;
    /// Other text before or after the response was ignored.
    TextAroundAnswer: Info;
    /// The refresh token alone, as the exchange command prints it.
    RefreshTokenRead: Good;

    // the response of the test call
    /// The test call succeeded: the API accepted the token and its scopes (RFC 6750 §2.1).
    CallSucceeded: Good;
    /// The API rejected the test call (RFC 6750 §3.1).
    CallRefused: Error;
    /// A token or the response of the token endpoint, where the response of the test call is expected.
    TokenInstead: Warning;
    /// Neither a response of an API nor an error.
    NotAnApiAnswer: Error;
    /// The response contains the Account ID that was entered.
    AccountMatches: Good;
    /// The response contains a different Account ID from the one that was entered.
    AccountDiffers: Warning;

    // a JSON Web Token
    /// The token was decoded, not verified (RFC 7519).
    JwtRead: Good;
    /// The token was cut off.
    JwtCutOff: Warning;
    /// A part of the token is not base64url or not JSON.
    JwtPartUnreadable: Error;
    /// The token has expired (`exp`, RFC 7519 §4.1.4).
    JwtExpired: Warning;
    /// The token has no signature (`alg` is `none`, RFC 7519 §6, RFC 8725 §3.2).
    JwtUnsigned: Warning;
    /// Not a JSON Web Token.
    JwtNotAToken: Error;

    // scopes
    /// The scopes were read (RFC 6749 §3.3).
    ScopesRead: Good;
    /// A name that is not in the provider's table of scopes.
    ScopeUnknown: Warning;
    /// A classic name, which new apps do not offer.
    ScopeClassic: Warning;
    /// Both classic and granular names.
    ScopesMixed: Warning;
    /// A scope at a different level (user, account, sub-account) from the required one.
    ScopeLevel: Warning;
    /// A scope appears more than once.
    ScopeRepeated: Info;
    /// One of the named scopes is enough.
    OneIsEnough: Info;
    /// A name whose capitalization differs from the provider's table (RFC 6749 §3.3 makes it significant).
    ScopeCase: Warning;
    /// No scope name in a text where scopes are expected.
    NoScopeFound: Warning;

    // a request
    /// The request was read.
    RequestRead: Good;
    /// Parameters of a token request in the URL instead of the body.
    ParametersInQuery: Warning;
    /// The same where the provider's documentation allows it for this grant type.
    ParametersInQueryAllowed: Info;
    /// A JSON body instead of a form (RFC 6749 §4.1.3).
    JsonBody: Error;
    /// No `Content-Type`, or a different one from that of a form.
    ContentTypeMissing: Warning;
    /// A token request that is not a POST (RFC 6749 §3.2).
    MethodNotPost: Error;
    /// Not the provider's token endpoint.
    OtherTokenEndpoint: Error;
    /// A secret in the command itself.
    SecretInCommand: Info;
    /// An access token in the URL (RFC 6750 §2.3).
    TokenInQuery: Error;
    /// Quotes that this shell does not recognize.
    QuotesOfAnotherShell: Warning;
    /// The command is cut off.
    CommandCutOff: Warning;
    /// The grant type does not fit the app type.
    GrantForOtherApp: Error;
    /// An `&` outside quotes, where the shell ends the command (POSIX XCU 2.9.3).
    AmpersandNotQuoted: Error;
    /// A line break, or spaces after the character that joins lines, before a line with more options.
    LineNotJoined: Error;
    /// `curl` in Windows PowerShell 5.1, where it is an alias of `Invoke-WebRequest`.
    CurlOfPowershell: Warning;
    /// No client authentication, where the grant type needs it (RFC 6749 §3.2.1).
    ClientAuthenticationMissing: Error;
    /// No client authentication, as of a public client (RFC 6749 §2.1).
    ClientMaybePublic: Info;
    /// Credentials in a header with a different name, such as `Authentication`, instead of `Authorization` (RFC 9110
    /// §11.6.2).
    HeaderMisnamed: Error;
    /// Two methods of client authentication in one request (RFC 6749 §2.3).
    TwoAuthentications: Warning;
    /// A mistyped grant type.
    GrantMistyped: Error;
    /// The authorization code in the place of the grant type.
    GrantIsCode: Error;
    /// A grant type whose tokens serve a narrow purpose only at this provider.
    GrantNarrow: Warning;
    /// A multipart body instead of a form (RFC 6749 appendix B).
    MultipartBody: Warning;
    /// A whole form in one field of a multipart body.
    FormInOneField: Error;
    /// The content type says form and the body is JSON, or the reverse.
    BodyNotAsDeclared: Error;
    /// Two different content types.
    ContentTypeRepeated: Warning;
    /// JSON at a server of which it is not known whether it accepts that.
    JsonMayFail: Warning;
    /// A `?` before a form.
    QuestionMarkInBody: Error;
    /// Spaces or line breaks before the name of a parameter; they become part of it (RFC 6749 appendix B).
    BlankBeforeName: Error;
    /// A form directly after the headers, without the empty line between them (RFC 9112 §2.1).
    BlankLineMissing: Warning;
    /// A value in a form that contains an unencoded `+`, `%` or `&` (RFC 6749 appendix B).
    ValueNotEncoded: Error;
    /// `undefined`, `None` and the like, where a variable had no value.
    ValueNotSet: Error;
    /// Placeholder text or a mask in a request; whether it was sent is not known.
    ValueMasked: Info;
    /// A redirect URL that already contains a code (RFC 6749 §4.1.2).
    RedirectHasCode: Error;
    /// A parameter of a different request.
    ParameterOfOtherRequest: Info;
    /// A parameter whose name is nearly right; servers ignore what they do not know (RFC 6749 §3.1, §3.2).
    ParameterMisnamed: Error;
    /// Scopes joined by a comma instead of a space (RFC 6749 §3.3).
    ScopesByComma: Warning;
    /// A backslash at the end of a line of cmd.exe, which joins lines with `^`.
    BackslashInCmd: Error;
    /// A value that the error itself names as invalid.
    RefusedByName: Error;
    /// The same, where a slash at its end is what similar values do not have.
    RefusedForSlash: Error;
    /// What a terminal puts around pasted text (xterm, "Bracketed Paste Mode") became a part of the command.
    PasteMarks: Error;
    /// No request in a text where one is expected.
    NoRequestFound: Warning;

    // a request in a program
    /// An object for the body although a header says that it is a form: axios before 1.0 sends JSON.
    ObjectUnderForm: Warning;
    /// An object where `fetch` needs a text: `[object Object]` is sent (Fetch Standard, BodyInit).
    ObjectAsText: Error;
    /// An array for `CURLOPT_POSTFIELDS`: PHP sends it as `multipart/form-data`.
    ArrayAsMultipart: Warning;
    /// Client ID and secret are joined without a colon before base64 (RFC 7617 §2).
    ColonLeftOut: Error;
    /// Only a part of client ID and secret is encoded to base64, or each of them alone (RFC 7617 §2).
    PairHalfEncoded: Error;
    /// An object where `btoa` needs a text: `[object Object]` is encoded.
    ObjectEncoded: Error;
    /// The names of variables are encoded instead of their values.
    VariableAsText: Error;
    /// A function that puts line breaks into base64 text.
    Base64LineBreaks: Error;
    /// A command that puts line breaks into long base64 text.
    Base64Wrapped: Warning;
    /// No space between `Basic` and the base64 text.
    BasicWithoutSpace: Error;
    /// Bytes of Python in a text: `b'...'` is sent.
    BytesAsText: Error;
    /// `mode: "no-cors"`: the program may not read the response (Fetch Standard).
    NoCors: Error;
    /// Options of a request, such as its headers, where the library does not read them: in a different argument, or under
    /// a different name.
    OptionsNotRead: Error;
    /// A value that is percent-encoded before the form is.
    EncodedBefore: Error;

    // what a product needs besides the credentials
    /// A whole URL in a field for a host name.
    InputWholeUrl: Error;
    /// Something that is no host name (RFC 3986 §3.2.2; an international one in its `xn--` form).
    InputNoHost: Error;
    /// A URL without `https://`.
    InputNoScheme: Error;
    /// A slash at the end of a base URL, to which something is appended.
    InputSlashAtEnd: Error;
    /// A path after a host name, or a query or fragment after a base URL.
    InputBeyondBase: Error;
    /// A character that a name of the product cannot contain.
    InputNoWord: Error;
    /// Something that is no number of a port.
    InputNoPort: Error;
    /// Something that is no email address.
    InputNoEmail: Error;
    /// The Secret Token of events is the same as the client secret.
    SecretTokenIsClientSecret: Error;
    /// The Secret Token of events has the length of a client secret, and the client secret has a different one.
    SecretTokenMaybeSwapped: Warning;

    // a discovery document
    /// The discovery document was read (RFC 8414 §2, OpenID Connect Discovery 1.0 §3).
    MetadataRead: Good;
    /// The URL of a discovery document in place of the document itself.
    MetadataAddress: Info;
    /// An error instead of a discovery document.
    MetadataIsError: Error;
    /// JSON that is no discovery document.
    MetadataUnknown: Error;
    /// Something that is neither JSON nor a discovery document as a program prints it.
    MetadataNotJson: Error;
    /// A discovery document that stops being JSON somewhere.
    MetadataBroken: Error;
    /// Metadata of a protected resource, which names its authorization servers (RFC 9728 §2).
    MetadataOfResource: Warning;
    /// A discovery document as a program or a browser prints it, not as JSON.
    MetadataIsListing: Info;
    /// A byte order mark before the JSON (RFC 8259 §8.1).
    MetadataByteOrderMark: Info;
    /// A member of a discovery document appears more than once (RFC 8259 §4).
    MemberRepeated: Warning;
    /// A value that must be a list of texts is something else (RFC 8414 §2).
    NotAList: Warning;
    /// An empty list, which must be left out (RFC 8414 §3.2).
    ListEmpty: Info;
    /// No issuer (RFC 8414 §2).
    IssuerMissing: Warning;
    /// An issuer that is no https URL (RFC 8414 §2).
    IssuerNotHttps: Warning;
    /// An issuer with a query or a fragment (RFC 8414 §2).
    IssuerHasQuery: Warning;
    /// An issuer with a place for something to be filled in.
    IssuerPlaceholder: Info;
    /// The issuer is not the one that belongs to the URL of the document (RFC 8414 §3.3).
    IssuerOtherAddress: Info;
    /// An endpoint on a host that does not seem to be the issuer's.
    IssuerOtherHost: Info;
    /// Neither issuer nor endpoints are on the host that the document was read from.
    EndpointsOtherAddress: Warning;
    /// An endpoint that is no complete URL, such as a path alone (RFC 8414 §2).
    EndpointNotAUrl: Error;
    /// An endpoint with a place for something to be filled in.
    EndpointPlaceholder: Warning;
    /// An endpoint that is needed and that the document does not name (RFC 8414 §2, RFC 8628 §4).
    EndpointMissing: Warning;
    /// The grant type is not in the list of the discovery document (RFC 8414 §2).
    GrantNotListed: Warning;
    /// The discovery document has no list of grant types, so that RFC 8414 §2 assumes others.
    GrantsLeftOut: Info;
    /// The discovery document has no list of PKCE methods (RFC 8414 §2).
    PkceLeftOut: Info;
    /// The PKCE methods of the discovery document do not include `S256` (RFC 7636 §4.2).
    #[strum(serialize = "pkce-without-s256")]
    PkceWithoutS256: Warning;
    /// The server accepts pushed authorization requests only (RFC 9126 §5).
    PushedRequestsOnly: Warning;
    /// The server accepts only methods of client authentication that no request of this page can have (RFC 8414 §2).
    AuthenticationOutOfReach: Warning;
    /// Scopes that were entered and that the discovery document does not name (RFC 8414 §2).
    ScopesNotListed: Info;

    // settings of a product
    /// The settings were read.
    SettingsRead: Good;
    /// Placeholder text in the place of the client ID or the secret; whether the product has it is not known.
    SettingPlaceholder: Info;
    /// The name of a variable in quotes, so that a program sends the name.
    VariableNameInQuotes: Error;
    /// A public key in the place of the client secret.
    PublicKeyAsSecret: Error;
    /// A `*` in the redirect URL that a client sends: servers compare it as it is (RFC 9700 §2.1).
    RedirectWildcard: Error;
    /// The authorization endpoint and the token endpoint in each other's place.
    EndpointsSwapped: Error;
    /// One URL as authorization endpoint and as token endpoint (RFC 6749 §3).
    EndpointsEqual: Error;
    /// Another URL of the server in the place of the authorization or the token endpoint: its keys, for example (RFC 8414
    /// §2).
    EndpointOfOtherUse: Error;
    /// The URL of the metadata in the place of the issuer (OpenID Connect Discovery 1.0 §4).
    DiscoveryAsIssuer: Error;
    /// A setting whose name is nearly that of one that is missing.
    SettingMisnamed: Warning;

    // parts of one text side by side
    /// The token request has a different redirect URL from the authorization URL (RFC 6749 §4.1.3).
    TwoRedirectUrls: Error;
    /// The token request has no redirect URL, and the authorization URL has one (RFC 6749 §4.1.3).
    RedirectUrlLeftOut: Warning;
    /// The host of a redirect URL has capitals, and the server says that it is not the registered one (RFC 3986 §6.2.2.1).
    RedirectHasCapitals: Warning;
    /// The signature of an event is computed over JSON that the program wrote anew (zoom/skills, webhooks; Slack, verifying requests).
    SignedBodyRewritten: Warning;
    /// A program sets a time of a JSON Web Token in milliseconds (RFC 7519 §2).
    JwtInMilliseconds: Error;
    /// A program computes a time of a JSON Web Token with a `float` of 24 bits (IEEE 754 binary32).
    JwtTimeRounded: Error;
    /// A program stores access and refresh token in each other's place (RFC 6749 §6).
    TokensCrossed: Error;
    /// A program checks events with the verification token, which Zoom no longer supports (Zoom, "Webhook URL validation
    /// enforcement and verification changes").
    VerificationTokenRetired: Error;
    /// An endpoint in the place of the URL of the discovery document (OpenID Connect Discovery 1.0 §4).
    EndpointAsDiscovery: Error;
    /// A program subtracts the lifetime of a token from the current time to know when it expires (RFC 6749 §5.1).
    ExpiryInPast: Error;
    /// A parameter of a token request is filled with the variable of a different value, by the name of that.
    VariableOfOther: Error;
    /// What a program or a file of settings stores under one name is read under a different one, which nothing sets.
    NameReadDiffers: Warning;
    /// The name of a setting has a character that those next to it, which begin alike, do not have.
    SettingNameOdd: Warning;
    /// The request has no scope, and the server rejects the one that it chose (RFC 6749 §3.3).
    ScopeLeftOut: Warning;
    /// The redirect URL is not one of those that the text lists as registered (RFC 6749 §3.1.2.3).
    RedirectNotRegistered: Warning;
    /// The token request has a different client ID from the authorization URL, or from its own header (RFC 6749 §4.1.3).
    TwoClientIds: Error;
    /// The authorization URL has a code challenge, and the token request no code verifier (RFC 7636 §4.5).
    VerifierLeftOut: Error;
    /// The token request has a code verifier, and the authorization URL no code challenge (RFC 9700 §2.1.1).
    ChallengeLeftOut: Warning;
    /// The code verifier does not match the code challenge (RFC 7636 §4.6).
    VerifierDiffers: Error;
    /// Authorization URL and token request are of two tenants or realms of one server.
    TwoTenants: Warning;
    /// The same code in two token requests (RFC 6749 §4.1.2).
    CodeSentTwice: Warning;
    /// Only a part of the code that was returned is sent, or more than that.
    CodeAltered: Error;
    /// A different code from the one that was returned is sent.
    TwoCodes: Warning;
    /// The state that was returned is a different one from that of the authorization URL (RFC 6749 §4.1.2).
    TwoStates: Warning;
    /// A refresh token, a code, a client ID or a secret in the place of the access token (RFC 6750 §2.1).
    OtherValueAsToken: Error;
    /// An ID token in the place of the access token (OpenID Connect Core §2).
    IdTokenAsToken: Warning;
    /// A different access token from the one that was returned is sent.
    TwoAccessTokens: Warning;
    /// A token in the place of the authorization code (RFC 6749 §4.1.3).
    OtherValueAsCode: Error;
    /// The access token in the place of the refresh token (RFC 6749 §6).
    OtherValueAsRefreshToken: Error;

    // a block
    /// The values of a file, a command line or a connection string were read.
    BlockRead: Good;
    /// No value in a text where a block is expected.
    NoValueFound: Warning;
    /// A line or a character that the format does not have.
    LineNotRead: Warning;
    /// The end is missing.
    BlockCutOff: Error;
    /// A quote that is opened and not closed.
    QuoteNotClosed: Error;
    /// More text after the closing quote, as after a quote inside of a value.
    TextAfterQuote: Error;
    /// Curly quotation marks, where the format knows only straight ones.
    CurlyQuotes: Error;
    /// Single quotes, where the format knows only double ones.
    QuotesOfOtherFormat: Error;
    /// A text without the quotes that the format requires.
    QuotesMissing: Error;
    /// A backslash with a character that the format does not escape.
    EscapeUnknown: Error;
    /// A comma before a closing bracket (RFC 8259 §4).
    CommaExtra: Error;
    /// No comma between two values (RFC 8259 §4, §5).
    CommaMissing: Error;
    /// A `$` that a shell replaces with a variable.
    VariableInValue: Error;
    /// A `$` that some readers of such files replace with a variable.
    DollarInEnv: Warning;
    /// A `!` that bash and zsh replace at a prompt.
    HistoryInValue: Warning;
    /// `${` or `%{` without its closing brace, in HCL.
    InsertionNotClosed: Error;
    /// A `#` that begins a comment for some readers and not for others.
    HashInValue: Warning;
    /// Spaces next to the `=` with which a shell sets a variable (POSIX XCU 2.9.1; Microsoft, `set`).
    SpaceAtEquals: Error;
    /// An unquoted space, where a shell ends the value.
    SpaceNotQuoted: Error;
    /// A variable of `docker run` without `-e`.
    OptionMissing: Error;
    /// The dash of a text program, where an option has a hyphen.
    DashNotHyphen: Error;
    /// A tab in the indentation of YAML (YAML 1.2.2 §6.1).
    TabInIndent: Error;
    /// No space after the colon of YAML (YAML 1.2.2 §7.4.2).
    SpaceAfterColon: Error;
    /// A value that YAML reads as a number, a date or a truth value.
    ValueNotText: Warning;
    /// A `%` that an INI reader with interpolation rejects.
    PercentInIni: Info;
    /// A semicolon in a value of a connection string.
    SemicolonInValue: Error;
    /// A `%` in a URL that begins no escape (RFC 3986 §2.1).
    PercentNotEncoded: Error;
    /// A space or an invisible character in a value of a URL (RFC 3986 §2).
    SpaceNotEncoded: Error;
    /// The same key twice, with different values.
    KeyRepeated: Warning;

    // anything pasted
    /// U+FFFD, which replaces a character that could not be read, such as half of a surrogate pair.
    LostCharacter: Error;
    /// The text is too long to be read.
    TextTooLong: Error;
    /// Nothing that the page recognizes.
    NothingKnown: Info;
}

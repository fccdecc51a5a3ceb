/// What a text tells of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circumstance {
    /// The host that refused the connection is the computer, or the container, that asked.
    OwnComputer,
    /// The parameters are separated by `&amp;`.
    EscapedAmpersand,
    /// A device asked again before the interval that the server named was over (RFC 8628 §3.5).
    PolledEarly,
    /// A new access token was requested with a refresh token.
    Refreshing,
    /// A program makes seconds of a time of day that has no time zone.
    TimeWithoutZone,
    /// The client authenticated in the header, and not in the body too (RFC 6749 §2.3.1).
    ClientInHeader,
    /// It is from a connector of Microsoft's Power Platform.
    PowerConnector,
    /// The issuer begins with `http`, and a Ruby program looks for its discovery document.
    HttpDiscovery,
    /// The client is a program in the browser, and the text has no secret.
    BrowserClient,
    /// A password was sent to Laravel Passport for a token.
    PassportPassword,
    /// A decoded token is one for Microsoft Graph.
    GraphToken,
    /// A permission is a delegated one, and the program has a token without a user.
    OnlyDelegated,
    /// The authorization endpoint and the redirect URL are on two ports of one host (RFC 6265 §8.5).
    CookiesShared,
    /// The settings of `git` have a client ID, and the text has no secret.
    NoSecretSet,
    /// A placeholder of a sample is in the place of a value.
    PlaceholderInText,
    /// The settings are those of a JWT app of Zoom.
    RetiredNames,
    /// A program makes a signature for Zoom's Meeting SDK that is no JWT.
    RetiredSignature,
    /// The tenant that a program uses is none of those that Xero lists for the token.
    TenantNotListed,
    /// A URL has the path that Keycloak had before version 17.
    KeycloakAuthPath,
    /// The `callbackURL` of Passport is a path without the slash at its front.
    RedirectRelative,
    /// An authorization code is a setting or a constant of a program.
    CodeFixed,
    /// A program keeps the access token of a code, and no refresh token.
    RefreshUnused,
    /// A program uses the result of a function before there is one.
    TokenNotAwaited,
    /// A secret in the file of an environment has a `#` and no quotes.
    HashInSecret,
    /// The URL of the profile is the name of a scope.
    ScopeAsUserInfo,
    /// Two issuers differ only in the slash at the end.
    IssuerSlash,
    /// One `state` came back from several sign-ins.
    StateReused,
    /// Several programs request a token in turn.
    TokensInTurn,
    /// A program requests a token only where it has none.
    TokenKept,
    /// The host that could not be resolved is a name without a dot.
    OneWordHost,
    /// A program has checked its own settings, and one of this connection is not set.
    SettingUndefined,
    /// There is a refresh token, and the IDs of two clients at Google.
    GoogleClientsDiffer,
    /// A code is the beginning of a longer one.
    CodeShorter,
    /// By the times of a log, a token was used after it had expired.
    TokenAged,
    /// A token is one of GitHub or Google that nobody else can decode.
    TokenOpaque,
    /// A token is one that an app has signed itself, as the JWT apps of Zoom did.
    SignedByApp,
    /// A server of Spring stores the secret of a client without encoding it.
    SecretNotEncoded,
    /// One issuer is named under two hosts, one of them internal.
    IssuerHosts,
    /// Salesforce's API is called at a host other than that of the instance.
    OtherInstance,
    /// Somebody of a sandbox signs in at Salesforce's host for production.
    SandboxElsewhere,
    /// The access token is encrypted (RFC 7516).
    TokenEncrypted,
    /// A page in the browser requests a token with a secret.
    SecretInBrowser,
    /// The refresh token lasts for a week, by the response it came with.
    RefreshForWeek,
    /// A sign-in at Google or Dropbox does not ask for offline access.
    OfflineLeftOut,
    /// A redirect added a slash to the URL and made a `GET` of the `POST`.
    SlashAdded,
    /// A request asks for a scope that is not in the list of the client.
    ScopeNotListed,
    /// Several installations of a product use one app.
    SeveralInstances,
    /// A request to GitHub's token endpoint does not ask for JSON.
    JsonNotAsked,
    /// A whole object is sent in the place of the token.
    ObjectSent,
    /// Docker gives settings to a program with the quotes around them.
    QuotesKept,
    /// The app has a scope that its token lacks.
    ScopeAdded,
    /// The header with the token does not reach the program behind a web server.
    HeaderDropped,
    /// One entry of a list of redirect URLs has several of them.
    RedirectsInOne,
    /// A request for a token got a web page.
    PageForToken,
    /// A redirect URL begins with `http`, and a proxy in front speaks HTTPS.
    HttpBehindProxy,
}

//! What the desk knows already that makes one cause of an error likelier than another.

use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray};

/// Something known of the values, the request or the app. A clue never changes its meaning.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Clue {
    /// A space, a line break or an invisible character was found in a value or in the decoded credentials.
    OddValueFound,
    /// The same was found in the Account ID, which is not part of the credentials.
    OddAccountId,
    /// Two of the values are the same.
    SameValueTwice,
    /// The placeholder of a guide is where a value should be.
    PlaceholderWords,
    /// Client ID and secret look swapped.
    ValuesSwapped,
    /// The code is older than the provider's `code_lifetime` allows.
    CodeOld,
    /// The code was already put in a command.
    CodeUsed,
    /// The code was cut from the URL by hand, or has more text after it.
    CodeCut,
    /// Two of the redirect URLs (registered, sent, returned) differ.
    RedirectDiffers,
    /// The redirect URL is on this computer or not HTTPS.
    Localhost,
    /// Two redirect URLs in the text of the error differ only in `http` and `https`.
    RedirectHttp,
    /// Two redirect URLs in that text differ only in the slash at the end.
    RedirectSlash,
    /// Two redirect URLs in that text differ only in the query.
    RedirectQuery,
    /// That text has a redirect URL both with an internal host or port and with a public address.
    RedirectInternal,
    /// The connection that was refused was one to the computer or the container that asked, by that text.
    OwnComputer,
    /// That text has `&amp;` between the parameters of the request.
    EscapedAmpersand,
    /// That text shows two requests of a device closer together than the interval of the server.
    PolledEarly,
    /// That text tells of a refresh that failed.
    Refreshing,
    /// A program in that text makes seconds of a time of day that has no time zone.
    TimeWithoutZone,
    /// By that text, client ID and secret are in the header, and not in the body.
    ClientInHeader,
    /// That text is from a connector of Microsoft's Power Platform.
    PowerConnector,
    /// The program in that text runs in the browser, and has no secret.
    BrowserClient,
    /// That text shows a request with the password grant at Laravel Passport.
    PassportPassword,
    /// A decoded token in that text is one for Microsoft Graph.
    GraphToken,
    /// That text lists a permission of Microsoft Entra as delegated, and the program has a token without a user.
    OnlyDelegated,
    /// In that text, the authorization endpoint and the redirect URL are on two ports of one host.
    CookiesShared,
    /// The settings in that text have a client ID and no secret.
    NoSecretSet,
    /// In that text, a placeholder of a sample is in the place of a value.
    PlaceholderInText,
    /// The settings in that text are those of a JWT app of Zoom.
    RetiredNames,
    /// The program in that text makes a signature for Zoom's Meeting SDK that is no JWT.
    RetiredSignature,
    /// The tenant that the program in that text uses is none of those that Xero lists for the token.
    TenantNotListed,
    /// A URL in that text has the path that Keycloak had before version 17.
    KeycloakAuthPath,
    /// In that text, Passport's `callbackURL` is a path without the slash at its front.
    RedirectRelative,
    /// In that text, an authorization code is a setting or a constant of a program.
    CodeFixed,
    /// The program in that text keeps the access token of a code, and no refresh token.
    RefreshUnused,
    /// The program in that text uses the result of a function before there is one.
    TokenNotAwaited,
    /// A secret in that text has a `#` and no quotes, in the file of an environment.
    HashInSecret,
    /// In that text, the URL of the profile is the name of a scope.
    ScopeAsUserInfo,
    /// Two issuers in that text differ only in the slash at the end.
    IssuerSlash,
    /// In that text, one `state` came back from several sign-ins.
    StateReused,
    /// Several programs in that text request a token in turn.
    TokensInTurn,
    /// The program in that text requests a token only where it has none.
    TokenKept,
    /// Two redirect URLs in that text differ only in the port.
    RedirectPort,
    /// The host that could not be resolved, by that text, is a name without a dot.
    OneWordHost,
    /// A program in that text has checked its own settings, and one of this connection is not set.
    SettingUndefined,
    /// That text has a refresh token and the IDs of two clients at Google.
    GoogleClientsDiffer,
    /// A code in that text is the beginning of a longer one.
    CodeShorter,
    /// By the times in that text, the token was used after it had expired.
    TokenAged,
    /// A token in that text is one of GitHub or Google that nobody else can decode.
    TokenOpaque,
    /// A token in that text is one that an app has signed itself, as the JWT apps of Zoom did.
    SignedByApp,
    /// The server in that text stores the secret of a client without encoding it, by the words of Spring Security.
    SecretNotEncoded,
    /// That text names one issuer under two hosts, one of them internal.
    IssuerHosts,
    /// That text calls Salesforce's API at a host other than that of the instance.
    OtherInstance,
    /// By that text, somebody of a sandbox signs in at Salesforce's host for production.
    SandboxElsewhere,
    /// The access token in that text is encrypted (RFC 7516).
    TokenEncrypted,
    /// In that text, a page in the browser requests a token with a secret.
    SecretInBrowser,
    /// By a response in that text, the refresh token lasts for a week.
    RefreshForWeek,
    /// In that text, a sign-in at Google does not ask for offline access.
    OfflineLeftOut,
    /// In that text, a redirect added a slash to the URL and made a `GET` of the `POST`.
    SlashAdded,
    /// In that text, a request asks for a scope that is not in the list of the client.
    ScopeNotListed,
    /// By that text, several installations of a product use one app.
    SeveralInstances,
    /// In that text, a request to GitHub's token endpoint does not ask for JSON.
    JsonNotAsked,
    /// Two redirect URLs in that text differ only in capital letters.
    RedirectCase,
    /// By that text, a program sends a whole object in the place of the token.
    ObjectSent,
    /// Settings in that text have quotes, and Docker gives them to the program as they are.
    QuotesKept,
    /// By that text, the app has a scope that its token lacks.
    ScopeAdded,
    /// By that text, the header with the token does not reach the program behind a web server.
    HeaderDropped,
    /// In that text, one entry of a list of redirect URLs has several of them.
    RedirectsInOne,
    /// By that text, a request for a token got a web page.
    PageForToken,
    /// By that text, a redirect URL begins with `http`, and a proxy in front speaks HTTPS.
    HttpBehindProxy,
    /// In that text, the issuer begins with `http`, and a Ruby program looks for its discovery document.
    HttpDiscovery,
    /// The code came from Google's popup, by the words of that text.
    CodeFromPopup,
    /// The returned URL has no state.
    StateMissing,
    /// By the guide or the chooser, the app acts for itself (`account_credentials`).
    AppTypeServerToServer,
    /// By the guide or the chooser, users authorize the app (`authorization_code`).
    AppTypeGeneral,
    /// The request used the authorization code (RFC 6749 §4.1).
    GrantAuthorizationCode,
    /// The request used a refresh token (RFC 6749 §6).
    GrantRefreshToken,
    /// The request used Zoom's `account_credentials`.
    GrantAccountCredentials,
    /// The request used `client_credentials` (RFC 6749 §4.4).
    GrantClientCredentials,
    /// The parameters or the token were in the URL.
    QueryInsteadOfBody,
    /// The parameters were sent as JSON.
    JsonBody,
    /// The request to the token endpoint was not a POST.
    MethodNotPost,
    /// The request went to a URL other than that of the token endpoint.
    OtherTokenEndpoint,
    /// The account is named by its number instead of its Account ID.
    AccountNumber,
    /// A value is a key or a token of an app type that no longer exists (Zoom's JWT apps).
    RetiredKey,
    /// The error's sentence names the scopes it requires.
    ScopesAsked,
    /// The authorization URL contains `scope`.
    ScopeInAuthorizeUrl,
    /// A token is dated in the future, by this computer's clock.
    ClockAhead,
}

impl Clue {
    /// Its name in kebab-case, as the files of errors write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_and_its_prose_call_a_clue_the_same() {
        for clue in Clue::VARIANTS {
            let in_table: Clue = serde_json::from_value(clue.name().into()).unwrap();
            assert_eq!(in_table, *clue);
        }
    }
}

//! What the desk knows already that makes one cause of an error likelier than another.

use serde::Deserialize;

macro_rules! clues {
    ($($(#[doc = $doc:literal])+ $clue:ident = $name:literal;)+) => {
        /// Something known of the values, the request or the app. A clue never changes its meaning.
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
        pub enum Clue { $($(#[doc = $doc])+ #[serde(rename = $name)] $clue,)+ }

        impl Clue {
            /// Every clue by its stable name in kebab-case.
            pub const ALL: &'static [(&'static str, Clue)] = &[$(($name, Clue::$clue),)+];
        }
    };
}

clues! {
    /// A space, a line break or an invisible character was found in a value or in the decoded credentials.
    OddValueFound = "odd-value-found";
    /// The same was found in the Account ID, which is not part of the credentials.
    OddAccountId = "odd-account-id";
    /// Two of the values are the same.
    SameValueTwice = "same-value-twice";
    /// The placeholder of a guide is where a value should be.
    PlaceholderWords = "placeholder-words";
    /// Client ID and secret look swapped.
    ValuesSwapped = "values-swapped";
    /// The code is older than it may be.
    CodeOld = "code-old";
    /// The code was already put in a command.
    CodeUsed = "code-used";
    /// The code was cut from the URL by hand, or has more text after it.
    CodeCut = "code-cut";
    /// Two of the redirect URLs (registered, sent, returned) differ.
    RedirectDiffers = "redirect-differs";
    /// The redirect URL is on the own machine or not HTTPS.
    Localhost = "localhost";
    /// The returned URL has no state.
    StateMissing = "state-missing";
    /// The guide or the chooser says: an app that acts for itself.
    AppTypeServerToServer = "app-type-server-to-server";
    /// The guide or the chooser says: an app that people authorize.
    AppTypeGeneral = "app-type-general";
    /// The request used the authorization code (RFC 6749 §4.1).
    GrantAuthorizationCode = "grant-authorization-code";
    /// The request used a refresh token (RFC 6749 §6).
    GrantRefreshToken = "grant-refresh-token";
    /// The request used `account_credentials`.
    GrantAccountCredentials = "grant-account-credentials";
    /// The request used `client_credentials` (RFC 6749 §4.4).
    GrantClientCredentials = "grant-client-credentials";
    /// The parameters or the token were in the URL.
    QueryInsteadOfBody = "query-instead-of-body";
    /// The parameters were sent as JSON.
    JsonBody = "json-body";
    /// The request to the token endpoint was not a POST.
    MethodNotPost = "method-not-post";
    /// The request went to a URL other than that of the token endpoint.
    OtherTokenEndpoint = "other-token-endpoint";
    /// The account is named by its number instead of its Account ID.
    AccountNumber = "account-number";
    /// A key of an app type that no longer exists.
    RetiredKey = "retired-key";
    /// The sentence itself names scopes.
    ScopesAsked = "scopes-asked";
    /// The authorization URL contains `scope`.
    ScopeInAuthorizeUrl = "scope-in-authorize-url";
    /// A token is dated in the future.
    ClockAhead = "clock-ahead";
}

impl Clue {
    /// Its stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Clue::ALL.iter().find(|(_, clue)| *clue == self).map_or("", |(name, _)| *name)
    }
}

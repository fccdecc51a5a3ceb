//! What the desk knows already that makes one cause of an error likelier than another.

use crate::json::{FromJson, Json, Misfits, word};

macro_rules! clues {
    ($($(#[doc = $doc:literal])+ $clue:ident = $name:literal;)+) => {
        /// Something known of the values, the request or the app. A clue never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Clue { $($(#[doc = $doc])+ $clue,)+ }

        impl Clue {
            /// Every clue by its stable name in kebab-case.
            pub const ALL: &'static [(&'static str, Clue)] = &[$(($name, Clue::$clue),)+];
        }
    };
}

clues! {
    /// A blank, a line break or an invisible character was found in a value or in the pair.
    OddValueFound = "odd-value-found";
    /// The same was found in the Account ID, which is no part of the pair.
    OddAccountId = "odd-account-id";
    /// Two of the values are the same text.
    SameValueTwice = "same-value-twice";
    /// The words of a guide stand where a value should.
    PlaceholderWords = "placeholder-words";
    /// Identifier and secret look swapped.
    ValuesSwapped = "values-swapped";
    /// The code is older than it may be.
    CodeOld = "code-old";
    /// The code was already put in a command.
    CodeUsed = "code-used";
    /// The code was cut from the address by hand, or has more behind it.
    CodeCut = "code-cut";
    /// Two of the redirect URLs registered, sent and received differ.
    RedirectDiffers = "redirect-differs";
    /// The redirect URL is on the own machine or not https.
    Localhost = "localhost";
    /// The answer came without the state.
    StateMissing = "state-missing";
    /// The guide or the chooser says: an app that acts for itself.
    AppTypeServerToServer = "app-type-server-to-server";
    /// The guide or the chooser says: an app that people allow.
    AppTypeGeneral = "app-type-general";
    /// The request used the authorization code (RFC 6749 §4.1).
    GrantAuthorizationCode = "grant-authorization-code";
    /// The request used a refresh token (RFC 6749 §6).
    GrantRefreshToken = "grant-refresh-token";
    /// The request used `account_credentials`.
    GrantAccountCredentials = "grant-account-credentials";
    /// The request used `client_credentials` (RFC 6749 §4.4).
    GrantClientCredentials = "grant-client-credentials";
    /// The parameters or the token stood in the address.
    QueryInsteadOfBody = "query-instead-of-body";
    /// The parameters were sent as JSON.
    JsonBody = "json-body";
    /// The request to the token endpoint was not a POST.
    MethodNotPost = "method-not-post";
    /// The request went to another address than the token endpoint.
    OtherTokenEndpoint = "other-token-endpoint";
    /// The account is named by its number instead of its identifier.
    AccountNumber = "account-number";
    /// A key of a kind of app that no longer exists.
    RetiredKey = "retired-key";
    /// The sentence itself names scopes.
    ScopesAsked = "scopes-asked";
    /// The authorize URL carries `scope`.
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

impl FromJson for Clue {
    fn of(value: Json, misfits: &mut Misfits) -> Clue {
        word(&value, misfits, Clue::ALL, Clue::OddValueFound)
    }
}

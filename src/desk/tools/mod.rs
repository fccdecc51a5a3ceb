//! The tools: a file for each, with how it is listed, what it asks for and what it shows.
//!
//! How it looks is in the file of the same name in `page/tools/`. A guide shows the same views in its steps.

pub mod app_type;
pub mod authorize_url;
pub mod basic_header;
pub mod compare_redirects;
pub mod credential_string;
pub mod discovery;
pub mod error_answer;
mod hints;
pub mod jwt;
pub mod read_authorize_url;
pub mod read_header;
pub mod redirect;
pub mod report;
pub mod request;
pub mod scopes;
pub mod token_answer;
pub mod token_request;
mod values;

use strum::{EnumString, IntoStaticStr, VariantArray};

pub use self::hints::hint;
use super::{Desk, Field};
use crate::texts::Text;

/// How a tool is listed.
struct Listed {
    /// Its heading, also that of its card in the list.
    title: Text,
    /// A sentence on what it does.
    lead: Text,
    /// Whether it reads what a person has; the others create something.
    reads: bool,
}

/// Makes the list of tools: a tool's name, and the file that has its `LISTED` and its `fields`.
macro_rules! tools {
    ($($(#[$about:meta])* $tool:ident in $file:ident,)*) => {
        /// A tool, in the order of the list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Tool {
            $($(#[$about])* $tool,)*
        }

        impl Tool {
            fn listed(self) -> &'static Listed {
                match self {
                    $(Tool::$tool => &$file::LISTED,)*
                }
            }

            /// The fields that it asks for, except the one that its reader has.
            #[must_use]
            pub fn fields(self, desk: &Desk) -> Vec<Field> {
                match self {
                    $(Tool::$tool => $file::fields(desk),)*
                }
            }
        }
    };
}

tools! {
    /// Builds the `Authorization` header from client ID and secret.
    BasicHeader in basic_header,
    /// The authorization URL.
    AuthorizeUrl in authorize_url,
    /// Reads the returned URL.
    Redirect in redirect,
    /// The token request as a command.
    TokenRequest in token_request,
    /// Reads the response of the token endpoint.
    TokenAnswer in token_answer,
    /// Values joined for a single field of a product.
    CredentialString in credential_string,
    /// Tells the app types apart.
    AppType in app_type,
    /// Checks Account ID, client ID and secret.
    Values in values,
    /// Reads an `Authorization` header.
    ReadHeader in read_header,
    /// Reads an authorization URL.
    ReadAuthorizeUrl in read_authorize_url,
    /// Compares redirect URLs.
    #[strum(serialize = "redirect-comparison")]
    CompareRedirects in compare_redirects,
    /// Reads an error, wherever it was shown.
    ErrorAnswer in error_answer,
    /// Reads a JSON Web Token.
    Jwt in jwt,
    /// Compares scopes.
    Scopes in scopes,
    /// Reads a request that someone ran or recorded.
    Request in request,
    /// Reads a discovery document.
    Discovery in discovery,
    /// Shows a report for support.
    Report in report,
}

impl Tool {
    /// Its name in the URL, in kebab-case; never changes.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> Text {
        self.listed().title
    }

    /// A sentence on what it does.
    #[must_use]
    pub fn lead(self) -> Text {
        self.listed().lead
    }

    /// Whether it reads what a person has; the others create something.
    #[must_use]
    pub fn reads(self) -> bool {
        self.listed().reads
    }
}

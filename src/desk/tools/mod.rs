//! The tools: a file for each, with what it asks for and what it shows.

mod app_type;
mod authorize_url;
mod basic_header;
mod compare_redirects;
mod fields;
mod jwt;
mod read_authorize_url;
mod read_header;
mod redirect;
mod request;
mod scopes;
mod token_answer;

pub use app_type::{AnswerChoice, AnsweredView, ChooserFiles, ChooserNow, ChooserView};
pub use authorize_url::{AuthorizeView, Needs};
pub use basic_header::HeaderView;
pub use compare_redirects::{ModeVerdict, RedirectPair, with_redirect_modes};
pub use fields::CredentialString;
pub use jwt::{ClaimRow, ClaimTable, JwtView};
pub use read_authorize_url::{AuthorizeReadingView, ShownValue};
pub use redirect::{CodeView, TimeLeft, is_landing};
pub use request::{GoOn, OneRequest, RequestPartView, RequestRow, RequestView};
pub use scopes::{GivenScopesView, NamedScope, OneOfView, ScopeRows};
pub use token_answer::{AnswerView, Brought, Told, is_jwt};

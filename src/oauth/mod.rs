//! OAuth 2.0 as texts and plain data: nothing here uses the network, the clock or a source of randomness.
//!
//! One file for each subject of the RFCs. What is created here is never sent from here; random bytes and the expected
//! state are arguments. A place in an error or a note is always in characters (Unicode scalar values) from 0, and no
//! error contains what was typed.

mod answer_table;
mod api_request;
mod authorize_url;
mod basic_auth;
mod device_request;
mod dumped_answer;
mod endpoint;
mod http_request;
mod jwt;
mod landing;
mod moment;
mod network_fault;
mod pasted_answer;
mod pkce;
mod printed_tokens;
mod redirect_url;
mod refusal_sentence;
mod revocation;
mod scope;
mod secret;
mod state_token;
mod token_answer;
mod token_request;

pub use api_request::{ApiRequestError, api_call, api_request};
pub use authorize_url::{AuthorizeRequest, AuthorizeUrl, AuthorizeUrlError, UrlPart, percent_encoded};
pub use basic_auth::{BasicAuthError, PairEncoding, PairPart, authorization_header, basic_credentials, form_encoded};
pub use device_request::device_request;
pub(crate) use dumped_answer::is_dumped_answer;
pub use endpoint::{Endpoint, EndpointError};
pub use http_request::{Authorization, FormField, FormValue, HttpRequest, Method};
pub use jwt::{Claim, Jwt, JwtPart, NotAJwt, PartFault, read_jwt};
pub use landing::{Landing, MissingReason, Note, NoteKind, Outcome, PastedForm, Refusal, StateCheck, StateVerdict};
pub use moment::{Moment, TimeSpan, TimeUnit};
pub use network_fault::NetworkFault;
pub(crate) use pasted_answer::without_layer;
pub use pasted_answer::{AnswerForm, PastedAnswer, read_pasted_answer};
pub use pkce::{CodeVerifier, VerifierError};
pub use printed_tokens::PrintedTokens;
pub use redirect_url::read_redirect;
pub(crate) use redirect_url::unquoted;
pub use refusal_sentence::{AskedScopes, RefusalPlace, asked_scopes, grouped_number, refusal_number};
pub use revocation::revocation_request;
pub use scope::{joined, scope_list};
pub use secret::Secret;
pub use state_token::StateToken;
pub use token_answer::{AnswerRefusal, NotAnAnswer, RefusalShape, TokenAnswer, Tokens, read_token_answer};
pub use token_request::{
    Authentication, CLIENT_SECRET_PROMPT, Client, Grant, RequestPart, TokenRequestError, token_request,
};

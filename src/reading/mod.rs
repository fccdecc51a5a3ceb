//! Reads what a person typed or pasted, and reports findings about it.
//!
//! A [`Finding`] is a kind, a severity, a place and perhaps a [`Fix`]; `texts` has the sentences for the kinds.

mod answer;
mod answer_facts;
mod api_answer;
mod authorize;
mod authorize_base;
mod authorize_fix;
mod authorize_names;
mod comparison;
mod credentials;
mod excerpt;
mod finding;
mod finding_kind;
mod fix;
mod header;
mod header_text;
mod jwt;
mod landing;
mod odd_letter;
mod pair;
mod pasted;
mod query;
mod redirect_differences;
mod redirect_parts;
mod refusal_text;
mod request;
mod scopes;
mod url_field;
mod value;
mod wrapped;
mod wrapping;

pub use answer::{AnswerContext, NeededScope, answer_findings, extra_scopes, missing_scopes};
pub use answer_facts::{AnswerFacts, AnswerGrant, Expiry, ExpirySource, answer_facts};
pub use api_answer::{ApiAnswer, ApiFact, UserPlan, api_answer};
pub use authorize::{AuthorizeHabits, AuthorizeReading, ReadParameter, read_authorize_url};
pub use comparison::{
    Comparison, Difference, ModeRule, RedirectMode, RedirectText, RedirectTexts, Shape, Verdict, compare_redirects,
};
pub use credentials::header_findings;
pub use excerpt::{Piece, excerpt, visible};
pub use finding::{Detail, Finding, Place, Severity, Within};
pub use finding_kind::FindingKind;
pub use fix::{Edit, Fix, apply};
pub use header::{DecodedPair, HeaderReading, PairShape, read_header};
pub use jwt::jwt_findings;
pub use landing::{Landed, LandingContext, landed};
pub use pasted::{Pasted, PastedKind, TEXT_LIMIT, what_is};
pub use refusal_text::{RefusalForm, RefusalText, read_refusal_text};
pub use request::{
    FormPair, ReadRequest, RequestBody, RequestForm, RequestGrant, RequestHabits, RequestReading, read_request,
};
pub use scopes::{ReadScope, ScopeFacts, ScopeForm, ScopeList, read_scopes, scope_findings};
pub use url_field::{endpoint_findings, read_endpoint, redirect_fault, redirect_findings};
pub use value::{ValueRole, ValueShape, two_value_findings, value_findings};
pub use wrapped::{Unwrapped, unwrapped};

/// The most findings about one part of a text; more would not help.
const MOST_FINDINGS: usize = 20;

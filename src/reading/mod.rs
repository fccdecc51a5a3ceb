//! Reads what a person typed or pasted, and reports findings about it.
//!
//! A [`Finding`] is a kind, a severity, a place and perhaps a [`Fix`]; `texts` has the sentences for the kinds.
//!
//! ```
//! use authdesk::reading::{Finding, FindingKind, ValueShape, apply, value_findings};
//!
//! let findings = value_findings(" DemoClientId", &ValueShape::default());
//! assert_eq!(findings, [Finding::at(FindingKind::BlanksAround, 0)]);
//! assert_eq!(apply(" DemoClientId", findings[0].fix.as_ref().unwrap()), "DemoClientId");
//! ```

mod answer;
mod authorize;
mod blanked;
mod block;
mod colors;
mod discovery;
mod document;
mod excerpt;
mod finding;
mod finding_kind;
mod fix;
mod frame;
mod gathering;
mod guid;
mod header;
mod hosts;
mod insertions;
mod kinds;
mod objects;
mod parameter_names;
mod pasted;
mod proper_name;
mod query;
mod redirect;
mod request;
mod retyped;
mod scope_list;
mod scopes;
mod secrets;
mod server;
mod settings;
mod shell_base64;
mod spelling;
mod value;
mod variables;
mod wrapping;

pub use answer::{
    AnswerContext, AnswerFacts, AnswerGrant, ApiAnswer, ApiFact, Circumstance, Expiry, ExpirySource, RefusalForm,
    RefusalText, RequiredScope, UserPlan, answer_facts, answer_findings, api_answer, circumstances, extra_scopes,
    jwt_findings, missing_scopes, read_refusal_text, tells, tells_of_failure, tells_of_one,
};
pub use authorize::{AuthorizeHabits, AuthorizeReading, ReadParameter, read_authorize_url};
pub use block::{BlockReading, ReadValue, block_formats, read_block};
pub(crate) use colors::without_colors;
pub use discovery::{MetadataContext, MetadataEndpoint, MetadataReading, NamedList, ServerMetadata, read_metadata};
pub use document::{Document, DocumentHabits, DocumentPiece, Failure, PieceReading, read_document};
pub use excerpt::{CharIndex, Piece, excerpt, marked_whole, visible};
pub use finding::{Detail, Finding, Severity, Span, Within};
pub use finding_kind::FindingKind;
pub use fix::{Edit, Fix, apply};
pub use gathering::{Gathered, Gathering, Share};
pub use header::{DecodedPair, HeaderReading, PairShape, header_findings, read_header};
pub use hosts::addresses_in;
pub use pasted::{Pasted, PastedKind, ReportHead, TEXT_LIMIT, what_is};
pub use proper_name::{is_coined, is_named};
pub use redirect::{
    Comparison, Difference, Landed, LandingContext, MentionedRedirect, ModeRule, RedirectMode, RedirectText,
    RedirectTexts, Shape, Unwrapped, Verdict, compare_redirects, has_state, landed, mentioned_redirects, unwrapped,
};
pub use request::{
    FormPair, ReadRequest, RequestBody, RequestForm, RequestGrant, RequestHabits, RequestReading, Sent, SentValue,
    read_request, request_code,
};
pub use retyped::retyped;
pub use scopes::{ReadScope, ScopeFacts, ScopeForm, ScopeList, read_scopes, scope_findings};
pub use secrets::{
    bare_value, contains_known, dotted, has_secret, is_secret_name, secret_spans, secret_spans_with, unseen,
};
pub use settings::{ReadSettings, SettingHabits, SettingRole, read_settings, read_settings_with};
pub(crate) use spelling::is_near;
pub use value::{
    InputShape, ValueRole, ValueShape, endpoint_findings, input_findings, labeled_values, read_endpoint,
    redirect_fault, redirect_findings, two_value_findings, value_findings,
};

/// The most findings about one part of a text; more would not help.
const MOST_FINDINGS: usize = 20;

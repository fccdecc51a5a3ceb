//! What the page is showing: plain values, changed only by an [`Action`].
//!
//! [`Desk::after`] gives the next desk, and the views (`*View`) are worked out from it by pure functions. A component
//! renders a view and emits actions; it computes nothing.

mod action;
mod answer_view;
mod anything;
mod authorize;
mod authorize_reading_view;
mod code_view;
mod field;
mod field_findings;
mod finding_view;
mod given_scopes_view;
mod header_reading;
mod header_view;
mod jwt_view;
mod kept;
mod labels;
mod mend;
mod name_list;
mod panel;
mod pasted_view;
mod progress;
mod redirect_view;
mod request;
mod route;
mod scopes_view;
mod search;
mod state;
mod step;
mod time_view;
mod tool_view;
mod used_codes;
mod wanted;
mod work;

pub use action::{Action, ToolGrant};
pub use answer_view::{AnswerView, Told, is_jwt};
pub use authorize::{AuthorizeView, Needs};
pub use authorize_reading_view::{AuthorizeReadingView, ShownValue};
pub use code_view::{CodeView, TimeLeft, is_landing};
pub use field::Field;
pub use finding_view::FoundIn;
pub use given_scopes_view::{GivenScopesView, NamedScope, OneOfView, ScopeRows};
pub use header_view::HeaderView;
pub use jwt_view::{ClaimRow, ClaimTable, JwtView};
pub use kept::Kept;
pub use name_list::NameList;
pub use panel::{PanelValue, ValueState};
pub use pasted_view::{PastedView, ReadAs};
pub use redirect_view::{ModeVerdict, RedirectPair, with_redirect_modes};
pub use request::CommandView;
pub use route::{Route, Tool};
pub use scopes_view::{ScopeRow, ScopesView, SetOf};
pub use search::found;
pub use state::{Desk, Said};
pub use step::{Progress, Step};
pub use time_view::TimeView;
pub use tool_view::CredentialString;
pub use wanted::{Arrived, NotRead, Wanted};
pub use work::Work;

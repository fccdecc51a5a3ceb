//! What the page is showing: plain values, changed only by an [`Action`].
//!
//! [`Desk::after`] gives the next desk, and pure functions derive the views (`*View`) from it. A component renders a
//! view and emits actions; it computes nothing.

mod action;
mod effect;
mod guide;
mod labels;
mod lazy;
mod loading;
mod parts;
mod search;
mod state;
mod tools;
mod update;

pub use action::{
    Action, ClockAction, CodeAction, CommandAction, EnterAction, FieldAction, FileAction, FixAction, GuideAction,
    ReaderAction, SessionAction, ViewAction,
};
pub use guide::{PanelValue, Progress, ScopeRow, ScopesView, SetOf, Step, ValueState};
pub use lazy::Lazy;
pub use loading::{Loading, NotRead, PATIENCE, Reason, Resource, Waiting};
pub use parts::{
    AskedView, CallFact, CallView, CauseView, CommandFile, CommandView, EntryMask, ErrorFiles, ErrorView, Evidence,
    ExplainedLines, ExplanationView, FoundIn, KnownCall, Meaning, NameList, PastedView, ReadAs, TimeView,
};
pub use search::found;
pub use state::{CommandChoice, Desk, Field, Kept, PlainField, RequestKind, Route, Said, Session, Tool};
pub use tools::{
    AnswerChoice, AnswerView, AnsweredView, AuthorizeReadingView, AuthorizeView, Brought, ChooserFiles, ChooserNow,
    ChooserView, ClaimRow, ClaimTable, CodeView, CredentialString, GivenScopesView, GoOn, HeaderView, JwtView,
    ModeVerdict, NamedScope, Needs, OneOfView, OneRequest, RedirectPair, RequestPartView, RequestRow, RequestView,
    ScopeRows, ShownValue, TimeLeft, Told, is_jwt, is_landing, with_redirect_modes,
};

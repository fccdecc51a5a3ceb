//! What the page is showing: plain values, changed only by an [`Action`].
//!
//! [`Desk::after`] gives the next desk, and pure functions derive the views (`*View`) from it. A component renders a
//! view and emits actions; it computes nothing.
//!
//! | module | contains |
//! |---|---|
//! | `state` | the desk itself, and what is entered for each product |
//! | `action`, `update` | what can happen, and what each action does: a file for each subject |
//! | [`loading`] | which files the view needs, and how they are decoded |
//! | [`tools`] | a file for each tool |
//! | [`guide`] | the guide of a product |
//! | [`link`] | links for a colleague: written, read, and asked about |
//! | [`report`] | the report for support |
//! | [`finding_page`] | what each finding means, with an example |
//! | [`sealed`] | what is entered, put aside while nobody can see the page |
//! | [`card`] | a card of one's own: the form that makes the files of a product, and the link that contains them |
//! | [`parts`] | what more than one tool or step shows or builds: commands, errors, findings |
//! | `labels` | what fields and views are called |
//! | `lazy` | what is loaded when it is first needed |
//!
//! `page` has the same folders: `page/tools/jwt.rs` is how `desk/tools/jwt.rs` looks.

mod action;
pub mod card;
mod effect;
pub mod finding_page;
pub mod guide;
mod keys;
mod labels;
mod lazy;
pub mod link;
pub mod loading;
pub mod parts;
pub mod report;
pub mod sealed;
mod search;
mod state;
pub mod tools;
mod update;

pub use crate::catalog::Step;
pub use action::{
    Action, CardAction, ClockAction, CodeAction, CommandAction, DiscoveryAction, EnterAction, FieldAction, FileAction,
    FindingAction, FixAction, GuideAction, LinkAction, MadeUpAction, PickedAction, ReaderAction, ReportAction,
    SealAction, SessionAction, StringAction, ViewAction,
};
pub use guide::{
    AllowList, ClassicRow, EventUrl, PanelBlock, PanelValue, Progress, ScopeGroup, ScopeRow, ScopesView, SetOf,
    ValueState,
};
pub use keys::{KeyAction, KeyPlace, LISTED_KEYS, key_action};
pub use lazy::Lazy;
pub use link::{Link, LinkKey, LinkName, LinkReading};
pub use loading::{Loading, NotRead, PATIENCE, ProseFiles, Reason, Resource, Waiting};
pub use parts::{
    AskedView, BlockView, CallFact, CallView, CauseView, CommandFile, CommandView, DiagnosisView, DiscoveryChange,
    DiscoveryRow, DiscoveryView, EntryMask, ErrorFiles, ErrorView, Evidence, ExplainedLines, ExplanationView, FoundIn,
    Guess, KnownCall, Lead, Meaning, NameList, Needs, OwnServerGuide, PastedView, ReadAs, TimeView, input_shape,
};
pub use search::{AppFilter, Hit, HitGroup, app_filters, category_title, found, is_found_otherwise};
pub use state::{
    About, ChosenProduct, CommandChoice, Desk, Field, Installation, Kept, LoadedGuide, PlainField, ProductPart,
    ReportChoice, RequestKind, Route, Said, Session, StringChoice, StringKind,
};
pub use tools::Tool;
pub use tools::app_type::{AnswerChoice, AnsweredView, ChooserFiles, ChooserNow, ChooserView};
pub use tools::authorize_url::AuthorizeView;
pub use tools::basic_header::HeaderView;
pub use tools::compare_redirects::{ModeVerdict, RedirectPair, with_redirect_modes};
pub use tools::credential_string::{CredentialString, StringFault, StringReading, StringView};
pub use tools::jwt::{ClaimRow, ClaimTable, JwtView};
pub use tools::read_authorize_url::{AuthorizeReadingView, ShownValue};
pub use tools::redirect::{CodeView, TimeLeft, is_landing};
pub use tools::request::{GoOn, OneRequest, RequestPartView, RequestRow, RequestView};
pub use tools::scopes::{GivenScopesView, NamedScope, OneOfView, ScopeRows};
pub use tools::token_answer::{AnswerView, ReturnedTokens, Told};

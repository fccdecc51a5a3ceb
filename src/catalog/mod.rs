//! Providers and products as data, read strictly.
//!
//! Every file is below `www/catalog/`; its `README.md` is the contract for whoever adds a product. Facts (labels,
//! scopes, sources) and prose (one file a language) are apart, and a product is never named in code.

mod chooser;
mod clue;
mod comparison_mode;
mod error_prose;
mod error_table;
mod explanation;
mod fault;
mod first_call;
mod guide;
mod index;
mod matching;
mod product;
mod prose;
mod provider;
mod scope_comparison;
mod scope_index;
mod scope_search;
mod scope_standing;
mod scope_table;
mod server;
mod template;

pub use chooser::{
    Chooser, ChooserAnswer, ChooserOutcome, ChooserProse, ChooserStep, OutcomeProse, Question, QuestionProse,
};
pub use clue::Clue;
pub use comparison_mode::{ComparedPart, ComparedShape, ComparisonMode, ComparisonRule};
pub use error_prose::{CauseProse, ErrorProse};
pub use error_table::{ErrorCause, ErrorRow, ErrorTable, RowCause, ShownForm, Sign};
pub use explanation::{Explanation, Fit, LikelyCause, Shown};
pub use fault::{Fault, Problem};
pub use first_call::{Api, FirstCall};
pub use guide::{File, Guide, GuideLine};
pub use index::{Card, Index};
pub use product::{
    Choice, Confidence, Correction, Flow, GrantType, Product, Redirect, ScopeSet, Shows, Source, Task, TaskKind, Value,
    Variant,
};
pub use prose::{ModeProse, ProductProse, ProviderProse, VariantProse};
pub use provider::{AppKind, ClientAuthentication, Endpoints, Provider, ProviderFact, ValueShapes};
pub use scope_comparison::{GivenScope, NeededScope, NeededScopes, ScopeComparison, ScopeUse};
pub use scope_index::{KnownScope, ScopeIndex, ScopeLevel};
pub use scope_standing::{OneOf, Standing};
pub use scope_table::{ClassicScope, ScopeTable};
pub use server::Server;
pub use template::{Placeholder, Template, TemplateError};

pub use crate::named::Named;

//! Providers and products as data, read strictly.
//!
//! Every file is below `www/catalog/`; its `README.md` is the contract for whoever adds a product. Facts (labels,
//! scopes, sources) and prose (one file a language) are apart, and a product is never named in code.

mod block;
mod card_lines;
mod category;
mod check;
mod chooser;
mod client;
mod clue;
mod comparison_mode;
mod error_prose;
mod error_table;
mod events;
mod explanation;
mod fault;
mod file_name;
mod first_call;
mod flow;
mod guide;
mod index;
mod input;
#[cfg(feature = "schema")]
mod json_schema;
mod local;
mod matching;
mod page;
mod parsed;
mod product;
mod prose;
mod provider;
mod redirect;
mod schema;
mod scope_comparison;
mod scope_index;
mod scope_search;
mod scope_set;
mod scope_standing;
mod scope_table;
mod second_app;
mod sentence;
mod server;
mod sketch;
mod source;
mod step;
mod task;
mod template;
mod value;
mod variant;
mod web_address;
mod words;

pub use block::{Block, BlockContent, BlockLine};
pub use card_lines::{CardLine, CardLines, CardWhen};
pub use category::Category;
pub use chooser::{
    Chooser, ChooserAnswer, ChooserOutcome, ChooserProse, ChooserStep, OutcomeProse, Question, QuestionProse,
};
pub use client::Client;
pub use clue::Clue;
pub use comparison_mode::{ComparedPart, ComparedShape, ComparisonMode, ComparisonRule};
pub use error_prose::{CauseProse, ErrorProse};
pub use error_table::{ErrorCause, ErrorRow, ErrorTable, RowCause, ShownForm, Sign};
pub use events::{EventOrder, Events};
pub use explanation::{Explanation, Fit, LikelyCause, Shown};
pub use fault::{Fault, Problem, SCOPE_TABLE, What};
pub use file_name::{FileName, FileNameError};
pub use first_call::{Api, FirstCall};
pub use flow::{Flow, GrantType};
pub use guide::{File, Guide, GuideLine};
pub use index::{Card, Index};
pub use input::{Input, InputKind};
#[cfg(feature = "schema")]
pub use json_schema::FileKind;
pub use local::Local;
pub use page::Page;
pub use product::{Correction, NoApp, Product};
pub use prose::{InputProse, ModeProse, ProductProse, ProviderProse, VariantProse};
pub use provider::{AppKind, ClientAuthentication, Endpoints, Provider, ProviderFact, ValueShapes};
pub use redirect::{FromProduct, Redirect};
pub use schema::SchemaVersion;
pub use scope_comparison::{GivenScope, NeededScope, NeededScopes, ScopeComparison, ScopeUse};
pub use scope_index::{KnownScope, ScopeIndex, ScopeLevel};
pub use scope_set::{Choice, ScopeSet};
pub use scope_standing::{OneOf, Standing};
pub use scope_table::{ClassicScope, ScopeTable};
pub use second_app::SecondApp;
pub use sentence::Sentence;
pub use server::Server;
pub use sketch::{Sketch, SketchKind, SketchPart};
pub use source::{Confidence, Source};
pub use step::Step;
pub use task::{Shows, Task, TaskKind};
pub use template::{Filter, Hole, Placeholder, Template, TemplateError, TemplateProblem};
pub use value::{Leave, Value, ValueContent};
pub use variant::Variant;
pub(crate) use variant::name_among;
pub use web_address::{WebAddress, WebAddressError};
pub use words::SearchWords;

pub use crate::named::Named;

//! What more than one tool or step shows or builds. How it looks is in `page/parts/`.

pub mod block;
pub mod clearing;
pub mod client_authentication;
pub mod command;
pub(in crate::desk) mod cover;
pub mod diagnosis;
pub mod discovery;
pub(in crate::desk) mod endpoints;
pub mod explanation;
pub(in crate::desk) mod fields;
mod finding;
pub mod host;
pub mod made_up;
mod name_list;
mod named_products;
pub mod needs;
pub mod pasted;
pub mod picked;
pub(in crate::desk) mod template;
pub mod test_call;
pub(in crate::desk) mod time;

pub use block::BlockView;
pub use command::{CommandFile, CommandView, ExplainedLines};
pub use cover::EntryMask;
pub use diagnosis::{DiagnosisView, Guess, Lead};
pub use discovery::{DiscoveryChange, DiscoveryRow, DiscoveryView, OwnServerGuide};
pub use explanation::{AskedView, CauseView, ErrorFiles, ErrorView, Evidence, ExplanationView, Meaning};
pub(in crate::desk) use finding::field_of;
pub use finding::{FoundIn, input_shape};
pub use name_list::NameList;
pub use named_products::NamedProduct;
pub use needs::Needs;
pub use pasted::{PastedView, ReadAs};
pub use test_call::{CallFact, CallView, KnownCall};
pub use time::TimeView;

//! What more than one tool or step shows. `page/parts/` has how it looks.

mod call_answer;
mod command;
pub(in crate::desk) mod cover;
mod explanation;
mod finding;
mod first_call;
mod name_list;
pub(in crate::desk) mod pasted;
mod time;

pub use call_answer::{CallFact, CallView};
pub use command::{CommandFile, CommandView, ExplainedLines};
pub use cover::EntryMask;
pub use explanation::{AskedView, CauseView, ErrorFiles, ErrorView, Evidence, ExplanationView, Meaning};
pub use finding::FoundIn;
pub use first_call::KnownCall;
pub use name_list::NameList;
pub use pasted::{PastedView, ReadAs};
pub use time::TimeView;

//! The guide of a product: its steps, how far they are, and the values that they lead to.

mod progress;
mod scopes;
mod step;
mod values;

pub use scopes::{ScopeRow, ScopesView, SetOf};
pub use step::{Progress, Step};
pub use values::{PanelValue, ValueState};

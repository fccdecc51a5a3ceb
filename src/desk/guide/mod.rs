//! The guide of a product: its steps, how far they are, and the values that they lead to.

mod labels;
mod progress;
mod scopes;
mod step;
mod values;

pub use labels::{
    app_name, app_sentence, asks_scopes, command_sentence, field_hint, product_sources, progress_sentence,
    redirect_hint, set_sentence, step_title, step_title_with_progress,
};
pub(super) use progress::attention_steps;
pub use progress::{
    can_be_redirect, current, is_open, lines, needed_fields, needs_pair, next_step, number, offered_redirects,
    progress, steps, ticked,
};
pub(super) use scopes::needed_scopes;
pub use scopes::{ScopeRow, ScopesView, SetOf, scopes_view};
pub use step::{Progress, Step};
pub use values::{PanelValue, ValueState, values};

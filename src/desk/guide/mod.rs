//! The guide of a product: its steps, how far they are, and the values that they lead to.

pub mod apps;
mod blocks;
mod checklist;
mod code_way;
mod corrections;
pub mod drawing;
mod events;
mod fields;
mod labels;
mod lines;
mod pair;
mod progress;
mod redirects;
mod scopes;
mod sketches;
mod step;
mod values;
mod variants;

pub use blocks::{PanelBlock, blocks};
pub use checklist::{Checklist, PaperField, PaperLine, PaperStep, PaperText, checklist};
pub use code_way::{CodeStage, CodeWay, code_way};
pub use corrections::corrections;
pub use events::{EventUrl, event_names, event_url, events_remark};
pub use fields::{SECOND, inputs, needed_fields};
pub(super) use fields::{asked, input_field, of_step, required};
pub use labels::{
    app_name, app_sentence, asks_scopes, command_sentence, field_hint, from_product_sentence, input_note,
    label_language, needs_sentence, product_sources, progress_sentence, second_app_sentence, set_sentence, step_title,
    step_title_with_progress, verified,
};
pub(in crate::desk) use lines::tick_names;
pub use lines::{StepLine, StepLines, lines, step_lines, ticked};
pub(super) use pair::pair_finding;
pub use pair::{installation_shown, installations, needs_pair, pair_findings, pair_sentence, suggested_app_name};
pub(super) use progress::attention_steps;
pub use progress::{current, is_open, is_optional, next_step, number, progress, steps};
pub use redirects::{
    AllowList, allow_list, can_be_redirect, missing_for_redirects, offered_redirects, other_redirects,
    redirect_from_product, redirect_hint,
};
pub(super) use scopes::needed_scopes;
pub(in crate::desk) use scopes::scope_lines;
pub use scopes::{ClassicRow, ScopeGroup, ScopeRow, ScopesView, SetOf, scopes_sentence, scopes_view};
pub use sketches::{provider_sources, sketches};
pub use step::Progress;
pub use values::{PanelValue, ValueState, value_sentence, values};
pub use variants::variants;

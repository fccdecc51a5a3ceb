//! The findings about what is entered: what they say, where they are, and how they are fixed.

mod fault;
mod field_findings;
mod finding_view;
mod fix;

pub use field_findings::input_shape;
pub use finding_view::FoundIn;
pub(in crate::desk) use fix::field_of;

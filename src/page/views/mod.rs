//! One file a view.

mod about;
mod nowhere;
mod start;
mod tools;

pub use about::about_view;
pub use nowhere::nowhere_view;
pub use start::{StartView, own_card};
pub use tools::tools_view;

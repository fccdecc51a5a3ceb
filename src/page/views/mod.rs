//! One file a view.

mod nowhere;
mod secrets;
mod start;
mod tools;

pub use nowhere::nowhere_view;
pub use secrets::secrets_view;
pub use start::{StartView, own_card};
pub use tools::tools_view;

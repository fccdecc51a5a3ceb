//! One file a view.

mod guide;
mod nowhere;
mod secrets;
mod start;
mod step;
mod tool;
mod tools;

pub use guide::guide_view;
pub use nowhere::nowhere_view;
pub use secrets::secrets_view;
pub use start::{SEARCH, StartView};
pub use tool::tool_view;
pub use tools::tools_view;

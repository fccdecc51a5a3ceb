//! One file a view.

mod guide;
mod nowhere;
mod secrets;
mod start;
mod step;
mod tool;
mod tools;

pub use guide::GuideView;
pub use nowhere::NowhereView;
pub use secrets::SecretsView;
pub use start::StartView;
pub use tool::ToolView;
pub use tools::ToolsView;
